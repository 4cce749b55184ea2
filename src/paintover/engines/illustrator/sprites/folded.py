"""People whom we draw whole, with their legs folded, or on the run: a pirate who sits, a knight who kneels, a nurse who runs.

What is above the hips is the drawing's own; the legs are those of `limbs`, in the colours that the drawing's legs have.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point
from paintover.engines.illustrator.sprites.limbs import NARROW, Cloth, Stand, legs_of
from paintover.engines.illustrator.sprites.raster import Extent, rasterise

FOLDED: dict[str, Stand] = {
    "sit": "sit", "meditate": "cross", "ride": "ride", "kneel": "kneel", "pray": "kneel", "run": "run",
}  # fmt: skip
"""By pose, how legs are folded; who runs has them apart, and who meditates, or sits on the ground, crosses them."""
_HIPS = 103.0
"""Below this there is nothing but legs, and the lower end of a robe."""
_RUNNING = 97.0
"""Where the hips are of who runs, whose legs are longer for that."""
_LEG: Point = (54.0, 113.0)
_SHOE: Point = (52.0, 123.0)


@lru_cache(maxsize=48)
def folded(figure: Figure, pose: str) -> Figure:
    """The figure of somebody whom we draw whole in a pose of `FOLDED`."""
    pixels = rasterise(UNIT, UNIT, figure.body)

    def paint(point: Point) -> str:
        red, green, blue, alpha = pixels[int(point[1]), int(point[0])]
        return f"#{red:02x}{green:02x}{blue:02x}" if alpha > 200 else "#4a3b38"

    cloth = Cloth("#000000", paint(_LEG), "#000000", "#000000", paint(_SHOE))
    hips = _RUNNING if pose == "run" else _HIPS
    build = NARROW._replace(hips=hips)
    legs, low, _ = legs_of(build, cloth, FOLDED[pose])
    left, top, right, _ = figure.extent
    extent: Extent = (left, top, right, low)
    clip = f'<clipPath id="folded"><path d="M-64-64H192V{hips + 3:g}H-64Z"/></clipPath>'
    body = f'{legs}{clip}<g clip-path="url(#folded)">{figure.body}</g>'
    anchors = replace(figure.anchors, seat=(64.0, hips + 2), foot=(64.0, low - 2))
    return replace(
        figure, name=f"{figure.name}/{pose}", body=body, extent=extent, anchors=anchors, stature=figure.tall
    )
