"""In bed: at full length on it, or under its covers, the head on the pillow."""

from __future__ import annotations

from paintover.engines.illustrator.colour import darker, lighter, paint_of
from paintover.engines.illustrator.kinds import BEDS
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.figures import Figure, place_of
from paintover.engines.illustrator.sprites.poses import lies
from paintover.engines.illustrator.sprites.raster import Extent, Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of

LAIN_ON = BEDS | {"couch", "lounger"}
"""Where one who sleeps or lies does so at full length, the head to the left, where the pillow is."""
_LYING = frozenset({"sleep", "lie"})
_SAT_UP = frozenset({None, "sit", "stand"})
"""Poses in which somebody sits up in a double bed."""
_HIGH = 90.0
_QUILT = "#3fa8e0"
"""What covers a bed whose covers nobody gave a colour."""
_PILLOW = 11.0
"""Where the head of who is under the covers begins, in units from the left end of the bed."""
_NECK = 0.44
"""Where the neck of an animal is that is drawn lying, as a share of its length at least."""
_CHEEK = 0.6
"""How far behind its eye that is, in measures of the head."""
DOUBLE = "double"
"""The pose of a bed that is seen from its foot, with two pillows."""
_BELOW_THE_FOLD = "M11 84Q64 78 117 84H228V248H-100V84Z"
"""What is under the covers of such a bed, or below it."""
_PILLOWS = 24.0, 104.0
"""From where to where heads lie on its pillows."""
_CHILD_M = 1.4
"""Who is not so tall has a smaller head."""
_LOW, _UPRIGHT = 0.14, 0.55
"""How much of who lies or sits up is above the covers below the neck, in heights of the head."""
_CHIN, _ROOM = 84.5, 36.0
"""Where the chins of those in it are, and how much of the bed's height a grown head takes at most."""


def is_under_covers(thing: Thing, bearer: Thing) -> bool:
    """Whether it lies in a bed, and not on it, or sits up in a double one."""
    if thing.where != "covers" or bearer.kind not in BEDS:
        return False
    return thing.pose in _LYING or (bearer.pose == DOUBLE and thing.pose in _SAT_UP)


def stretches(thing: Thing, bearer: Thing) -> bool:
    """Whether somebody lies there at full length."""
    if is_under_covers(thing, bearer) and bearer.pose == DOUBLE:
        return True
    if thing.pose not in _LYING or bearer.kind not in LAIN_ON:
        return False
    upright = stock_of(thing).crop is not None or thing.kind in ("dancer", "mermaid")
    return upright or is_under_covers(thing, bearer)


def _lain(thing: Thing, figure: Figure, bearer: Thing, under: Figure) -> tuple[float, float, float, float]:
    """Its size, its length and thickness as it lies there, and the middle of its length, in units of the bed."""
    left, _, right, _ = under.extent
    along, across = (_long(figure), figure.width) if lies(figure) else (figure.width, figure.height)
    size = min(0.66 * (right - left) / along, 0.62 * under.height / across)
    if is_under_covers(thing, bearer):
        return size, along * size, across * size, left + _PILLOW + along * size / 2
    return size, along * size, across * size, left + (0.53 if lies(figure) else 0.56) * (right - left)


def _long(figure: Figure) -> float:
    """How long somebody is who lies there, without the letters above who sleeps: who falls asleep stays where they are."""
    return min(figure.tall, figure.height)


def _on_its_pillow(thing: Thing, figure: Figure, frame: Frame, seat: int, seats: int) -> Frame:
    """The face to us above the covers of a double bed, beside those who are there too; who is awake sits up. `frame` is the bed's."""
    left, right = _PILLOWS
    share = (right - left) / max(2, seats)
    middle = left + (seat + 0.5) * share
    neck, top = figure.anchors.neck[1], figure.extent[1]
    size = min(_ROOM / (neck - top), 1.1 * share / figure.anchors.head) * _grown(thing)
    tucked = neck + (_LOW if thing.pose in _LYING else _UPRIGHT) * (neck - top)
    pivot = ((figure.extent[0] + figure.extent[2]) / 2, tucked)
    return place_of(
        figure, Frame(*frame.point((middle, _CHIN)), size * frame.scale, pivot, False, frame.angle)
    )


def _grown(thing: Thing) -> float:
    return 1.0 if height_of(thing) > _CHILD_M else 0.84


def abed(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int = 0, seats: int = 1
) -> Frame:
    """At full length on a bed or a couch, the head to the left, or in a row in a double bed. `frame` is the bed's."""
    if is_under_covers(thing, bearer) and bearer.pose == DOUBLE:
        return _on_its_pillow(thing, figure, frame, seat, seats)
    size, _, thick, middle = _lain(thing, figure, bearer, under)
    if not lies(figure):  # drawn lying
        at = frame.point((middle, under.rest[1] + 0.12 * thick))
        return Frame(*at, size * frame.scale, figure.foot, False, frame.angle)
    x, y = frame.point((middle, under.rest[1] - 0.36 * thick))
    pivot = ((figure.extent[0] + figure.extent[2]) / 2, figure.extent[3] - _long(figure) / 2)
    return place_of(figure, Frame(x, y, size * frame.scale, pivot, False, frame.angle - 90))


def covers(thing: Thing, bearer: Thing) -> tuple[str, Extent, str]:
    """What lies over who is in the bed from the neck down, its extent, and what is under it
    wherever it sticks out (a path), on the bed's unit square."""
    if bearer.pose == DOUBLE:
        return "", (0.0, 0.0, 128.0, 128.0), _BELOW_THE_FOLD
    figure, under = figure_of(thing), figure_of(bearer)
    _, long, thick, middle = _lain(thing, figure, bearer, under)
    start = middle - long / 2
    eyes = figure.anchors.eyes or (figure.anchors.eye,)
    cheek = max(eye[0] for eye in eyes) + _CHEEK * figure.anchors.head
    share = min(0.72, max(_NECK, (cheek - figure.extent[0]) / figure.width))
    if lies(figure):
        crown = figure.extent[3] - _long(figure)
        share = min(0.62, max(0.3, (figure.anchors.neck[1] - crown) / _long(figure) + 0.03))
    neck, right, low = start + share * long, under.extent[2] - 2.5, under.rest[1] + 21.0
    end = min(right - 10, start + long - 2)
    rise = under.rest[1] - (0.62 if lies(figure) else 0.66) * thick
    rise = min(rise, under.rest[1] - 6)
    paint = paint_of(bearer.second) or paint_of(bearer.colour) or _QUILT
    over = f"M{neck - 3:.1f} {low:.1f}C{neck - 7:.1f} {low - 14:.1f} {neck - 6:.1f} {rise + 4:.1f} {neck + 6:.1f} {rise:.1f}"
    path = f"{over}L{end - 8:.1f} {rise + 3:.1f}Q{right:.1f} {rise + 8:.1f} {right:.1f} {low:.1f}Z"
    fold = f"{over}q8 0 10 3C{neck + 5:.1f} {rise + 10:.1f} {neck + 6:.1f} {low - 12:.1f} {neck + 9:.1f} {low:.1f}Z"
    creases = f"M{neck + 24:.1f} {rise + 8:.1f}q-6 10 -4 22M{neck + 40:.1f} {rise + 9:.1f}q-4 10 0 20"
    drawn = (
        f'<path d="{path}" fill="{paint}"/>'
        f'<path d="M{neck - 2:.1f} {low:.1f}L{neck - 4:.1f} {low - 12:.1f}Q{middle:.1f} {low - 16:.1f} {right - 1:.1f} {low - 14:.1f}L{right:.1f} {low:.1f}Z" fill="{darker(paint, 0.2)}"/>'
        f'<path d="{fold}" fill="{lighter(paint, 0.55)}"/>'
        f'<path d="{creases}" stroke="{darker(paint, 0.25)}" stroke-width="1.600" stroke-linecap="round" fill="none" opacity=".6"/>'
    )
    shoulder = f"L{neck + 3:.1f} {rise + 12:.1f}L{neck - 3:.1f} {rise + 4:.1f}"  # no arm beside the head
    below = f"M{neck - 3:.1f} {rise - _HIGH:.1f}H{right + _HIGH}V{low:.1f}H{neck:.1f}{shoulder}Z"
    return drawn, (neck - 10, min(rise, low) - 2, right + 2, low + 2), below
