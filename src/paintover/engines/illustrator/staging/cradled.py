"""A child in somebody's arms: as large as a child is beside them, at the shoulder, with the face free."""

from __future__ import annotations

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, place_of
from paintover.engines.illustrator.sprites.limbs import arms_in
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import height_of

CRADLE = "cradle"
"""The pose of who has one or two children in the arms."""
_SMALLEST, _LARGEST, _AGAINST = 0.44, 0.55, 0.8
"""How high a child in the arms is at least and at most, in heights of who has it there, and what share of the height that it
would have beside them."""
_ASIDE, _LOW, _BELOW_THE_NOSE = 0.42, 0.28, 0.07
"""How far beside the neck of who has it its own is, and how far below that, and the top of the head below the
nose, at least, in measures of the head."""


def is_cradled(thing: Thing, bearer: Thing) -> bool:
    """Whether it is somebody whom another has in the arms."""
    return (
        thing.rel is not None and thing.rel.part == "hand" and arms_in(bearer.limbs or bearer.pose) == CRADLE
    )


def cradled(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int, seats: int
) -> Frame:
    """Where it is; the second one is at the other shoulder."""
    share = min(_LARGEST, max(_SMALLEST, _AGAINST * height_of(thing) / height_of(bearer)))
    scale = share * under.tall * frame.factor / figure.tall * UNIT
    if seats > 1:
        scale *= 0.85
    (x, y), head = under.anchors.neck, under.anchors.head
    side = -1 if seat % 2 == 0 else 1
    up = (figure.anchors.neck[1] - figure.extent[1]) * scale / UNIT / frame.factor
    low = max(y + _LOW * head, under.anchors.nose[1] + _BELOW_THE_NOSE * head + up)
    at = frame.point((x + side * _ASIDE * head, low))
    return place_of(figure, Frame(*at, scale, figure.anchors.neck, frame.flip, frame.angle))
