"""What somebody has who is drawn whole, with arms that no pose moves: played before the chest, held beside the face."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.limbs import Grip, grip_of
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.staging.held import BY_THE_HANDLE, gripped, held_as

_PLAYED = frozenset({"strum", "bow", "cello", "erhu", "drum"})
_LOW, _FACE, _CHIN = 0.36, 0.46, 0.42
"""How far below the neck an instrument is, half how broad a face is, and how far below the nose it ends, in heads."""
_SLIDE = 0.42
"""How much of its breadth or height a thing moves in the hand at most."""


@cache
def played() -> Mapping[str, str]:
    """What is played before the chest, and in which pose."""
    return {kind: pose for kind, pose in held_as().items() if pose in _PLAYED}


def before_the_chest(thing: Thing, figure: Figure, under: Figure, frame: Frame) -> Frame:
    """Where an instrument is that somebody plays whose arms are drawn once and for all."""
    anchors = under.anchors
    grip = grip_of(played()[thing.kind]) or Grip(at=("middle", 0, 0))
    head = min(anchors.head, 0.42 * under.tall)
    where = (anchors.neck[0], anchors.neck[1] + _LOW * head)
    return gripped(thing, figure, where, grip, 0.9 * head * frame.factor, frame)


def beside_the_face(thing: Thing, figure: Figure, held: Frame, under: Figure, frame: Frame) -> Frame:
    """The thing moved in the hand, outwards or down, so far that it is not before the face of who holds it."""
    if thing.kind in BY_THE_HANDLE or abs(frame.angle) > 30:
        return held
    anchors, head = under.anchors, under.anchors.head * frame.factor
    left, top, right, bottom = held.bounds(figure.extent)
    x, brow = frame.point((anchors.eye[0], anchors.eye[1] - 0.5 * _FACE * anchors.head))
    chin = frame.point((anchors.nose[0], anchors.nose[1] + _CHIN * anchors.head))[1]
    inwards = right - (x - _FACE * head) if held.x < x else (x + _FACE * head) - left
    down = chin - top
    if inwards <= 0 or down <= 0 or bottom < brow:
        return held
    if down < inwards:
        return replace(held, y=held.y + min(down, _SLIDE * (bottom - top)))
    out = min(inwards, _SLIDE * (right - left))
    return replace(held, x=held.x - out if held.x < x else held.x + out)
