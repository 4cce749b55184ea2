"""A building behind several who stand together: the background of all of them, and not a toy beside the one that was named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from paintover.engines.illustrator.backdrops import Place
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.standing import HOUSE_M, scene_size, standing

_HIGH, _BROAD = 0.5, 0.56
"""How high and how broad it is at most, as shares of the picture's height and width."""
_GROWN = 1.2
"""How many times larger one is that is called large."""
_FOOT = 0.45
"""How far from the horizon to the feet of the hindmost its own foot is."""
_COLUMNS = 15


def backs(scene: Scene, thing: Thing, standing_: Sequence[Thing]) -> bool:
    """Whether it is such a building, of a new picture out of doors in which at least two stand."""
    kind = stock_of(thing)
    behind = thing.rel is not None and thing.rel.type == "behind" and thing.rel.also is None
    built = (
        kind.habitat == "ground"
        and not kind.alive
        and kind.height_m >= HOUSE_M
        and thing.size in (None, "large")
    )
    return behind and built and not scene.layout and len(standing_) > 1


def behind_all(scene: Scene, place: Place, thing: Thing, layout: Mapping[str, Placement]) -> Placement:
    """Where it hides least of itself behind those in the layout."""
    width, height = scene_size(scene)
    figure = figure_of(thing)
    grown = _GROWN if thing.size == "large" else 1.0
    tall = grown * min(_HIGH * height, _BROAD * width * figure.tall / figure.width)
    half = tall * figure.width / figure.tall / 2
    hindmost = min((one.base for one in layout.values()), default=place.near * height)
    base = place.horizon * height + _FOOT * max(0.0, hindmost - place.horizon * height)
    columns = [half + (width - 2 * half) * step / (_COLUMNS - 1) for step in range(_COLUMNS)]

    def hidden(x: float) -> float:
        return sum(
            max(0.0, min(x + half, one.box[2]) - max(x - half, one.box[0])) * max(0.0, base - one.box[1])
            for one in layout.values()
        )

    x = min(columns, key=lambda x: (round(hidden(x) / (half * tall), 2), abs(x - width / 2)))
    scale = max(8, round(tall / figure.tall * UNIT))
    return standing(thing, place, Frame(round(x), round(base), scale, figure.foot, False), figure)
