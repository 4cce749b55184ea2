"""People together: hand in hand, in each other's arms, on somebody's back, behind a table, an animal on a lead.

Who is so with another is borne by that one, so that they stay together and their hands meet.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import msgspec

from paintover.engines.illustrator.kinds import CHAIRS, TABLES, Kind
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.bodies import STIFF
from paintover.engines.illustrator.sprites.figures import Figure, figure, place_of
from paintover.engines.illustrator.sprites.gestures import gestures
from paintover.engines.illustrator.sprites.props import PEOPLE
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.held import COMPRESSION

_SEATED = 0.56
"""To which power real heights are compared at a table."""
_BELOW_THE_TOP = 0.30
"""Which share of somebody who sits at a table is below its top."""
_FLOOR = 0.18
"""How far above a table's near feet, in heights of it, the floor is on which the chairs behind it stand."""
_LEANS = 24.0
"""Degrees by which one on somebody's back leans aside to see past the head."""
_SITS_M = 1.1
"""An animal that is no taller sits at a table; a horse stands behind it."""
_SMALL_M, _PET_M = 0.4, 0.75
"""What is no taller than this sits on a shoulder; and an animal."""


MAT = "picnic-mat"
"""What people sit behind on the ground, its food before them."""
NO_CHAIRS = frozenset({"counter", "kitchen-sink", MAT})
"""Behind these nobody sits on a chair."""
FAR_EDGE = 0.72
"""How far above its near edge they sit, in heights of it."""
BEAR, _BORNE = "bear", 1.2
"""The pose of two who carry one thing between them, and how broad that is, in heads."""
FOND = frozenset({"hug", "hands"})
"""Poses of two who touch."""


def nestle(first: Thing, second: Thing) -> bool:
    """Whether two without arms of ours stand close together, face to face, because they hug or hold hands."""
    if first.pose not in FOND or first.pose != second.pose or has_arms(stock_of(first)):
        return False
    pairs = ((first, second), (second, first))
    return any(a.rel is not None and (a.rel.type, a.rel.to) == ("beside", b.id) for a, b in pairs)


def has_arms(kind: Kind) -> bool:
    """Whether its body is ours, with arms that can be posed."""
    return kind.alive and kind.crop is not None and kind.art.partition(":")[2] not in STIFF


def is_drawn(kind: Kind) -> bool:
    """Whether it is somebody of a trade whom we draw whole: a pirate."""
    family, _, name = kind.art.partition(":")
    return family == "prop" and name in PEOPLE


def has_sleeves(kind: Kind) -> bool:
    """Whether it is somebody of a trade whom we draw whole, with arms that can be put around something: a nurse, no knight."""
    return is_drawn(kind) and _is_in_sleeves(kind.art)


@cache
def _is_in_sleeves(art: str) -> bool:
    return gestures(figure(art).body)


_FILLS_M = 0.8
"""From such a height on one who sits fills a chair."""


def fills(thing: Thing, seat: Thing) -> bool:
    """Whether it is somebody on a seat on which nothing finds room beside them."""
    return seat.kind in CHAIRS and stock_of(thing).alive and height_of(thing) >= _FILLS_M


def company_at(scene: Scene, board: Thing) -> list[Thing]:
    """All who are behind a table, or sit on a picnic mat."""
    return [
        one
        for one in scene.objects
        if one.rel is not None and one.rel.to == board.id and at_table(one, board)
    ]


def at_table(thing: Thing, bearer: Thing) -> bool:
    """Whether somebody is behind a table, which hides the rest."""
    relation = thing.rel
    return (
        relation is not None
        and relation.type == "behind"
        and (bearer.kind in TABLES or bearer.kind == MAT)
        and stock_of(thing).alive
        and (
            has_arms(stock_of(thing))
            or is_drawn(stock_of(thing))
            or height_of(thing) <= max(_SITS_M, height_of(bearer))
        )
    )


def on_chair(
    thing: Thing, figure: Figure, frame: Frame, bearer: Thing, under: Figure, stands: Frame
) -> Figure:
    """Who sits behind a table with the chair, whose legs reach the floor; as they are if they stand, or stand elsewhere."""
    if (
        not at_table(thing, bearer)
        or not has_arms(stock_of(thing))
        or thing.pose == "stand"
        or bearer.kind in NO_CHAIRS
    ):
        return figure
    floor = stands.point(under.foot)[1] - _FLOOR * under.height * stands.factor
    low = figure.foot[1] + max(0.0, (floor - frame.point(figure.foot)[1]) / frame.factor)
    neck, seat = figure.anchors.neck[1], (figure.anchors.seat or (64.0, figure.foot[1] - 26))[1]
    middle, half, top = figure.foot[0], 0.40 * figure.width, neck + 0.12 * (seat - neck)
    posts = "".join(f"M{middle + side * half:.1f} {top:.1f}V{low - 2:.1f}" for side in (-1, 1))
    slats = "".join(
        f"M{middle - half:.1f} {y:.1f}h{2 * half:.1f}" for y in (top + 4, top + 15, (seat + low) / 2)
    )
    line = 'stroke-linecap="round" fill="none"'
    chair = (
        f'<path d="{slats}" stroke="#a8703f" stroke-width="6" {line}/>'
        f'<path d="{posts}" stroke="#8a5730" stroke-width="4.5" {line}/>'
        f'<rect x="{middle - half - 3:.1f}" y="{seat:.1f}" width="{2 * half + 6:.1f}" height="7" rx="3" fill="#b67c48"/>'
    )
    left, up, right, down = figure.extent
    extent = (min(left, middle - half - 4), up, max(right, middle + half + 4), max(down, low + 1))
    return replace(
        figure,
        name=f"{figure.name}/chair-{low:.1f}",
        body=chair + figure.body,
        extent=extent,
        stature=figure.tall,
    )


def is_companion(thing: Thing, bearer: Thing) -> bool:
    """Whether somebody stands beside another, hand in hand or in each other's arms."""
    relation = thing.rel
    if relation is None or relation.type != "hold" or relation.part not in ("arm", "neck"):
        return False
    return has_arms(stock_of(thing)) and has_arms(stock_of(bearer))


def rides_piggyback(thing: Thing, bearer: Thing) -> bool:
    """Whether it looks over the shoulder of somebody who faces us."""
    relation = thing.rel
    return (
        relation is not None
        and (relation.type, relation.part) == ("on", "back")
        and stock_of(thing).alive
        and (has_arms(stock_of(bearer)) or is_drawn(stock_of(bearer)))
        and stock_of(bearer).height_m > 1.0
        and not _lies_on_its_belly(bearer)
    )


def _lies_on_its_belly(bearer: Thing) -> bool:
    """Whether it is an animal drawn lying, whose back is above it and no shoulder beside the head: a lion asleep."""
    figure = figure_of(bearer)
    return bearer.pose in ("sleep", "lie") and figure.width > figure.height


def is_perched(thing: Thing) -> bool:
    """Whether it sits on a shoulder instead of looking over it: a parrot, a monkey."""
    return height_of(thing) <= (_SMALL_M if has_arms(stock_of(thing)) else _PET_M)


def rides_high(thing: Thing, bearer: Thing) -> bool:
    """Whether it sits on the shoulders of somebody, behind the head."""
    relation = thing.rel
    return (
        relation is not None
        and (relation.type, relation.part) in (("on", "neck"), ("on", "head"))
        and stock_of(thing).alive
        and has_arms(stock_of(thing))
        and has_arms(stock_of(bearer))
    )


def sits_on_shoulders(thing: Thing, bearer: Thing) -> bool:
    """Whether it does so, the legs before the other's chest, and is not lifted over the head."""
    rel = thing.rel
    return rides_high(thing, bearer) and rel is not None and rel.part == "neck" and thing.pose != "stand"


def _scale(thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, power: float) -> float:
    share = float((height_of(thing) / height_of(bearer)) ** power)
    return frame.scale * under.tall * share / figure.tall


_GROWN_M = 1.75


_LEAST_GUEST = 0.92
"""How high an animal at a table is at least, in heights of that."""
_SHOULDERS = 0.64
"""How broad somebody at a table counts at most, as a share of the height."""
_GUEST, _IN_THE_GRASS = 0.7, 0.32
"""How large the smallest at a picnic is at least, as a share of a grown man, and how much of anybody the mat hides at most."""


def _on_the_grass(thing: Thing, figure: Figure, under: Figure, frame: Frame, seat: int, seats: int) -> Frame:
    """In a row at the far edge of a mat, children smaller than their parents."""
    x, y = frame.point(under.foot)
    step = 1.06 * under.width * frame.factor / max(2.4, seats)
    share = float(min(1.0, max(_GUEST, (height_of(thing) / _GROWN_M) ** _SEATED)))
    scale = 1.12 * step * share / figure.width * 128
    faces_us = figure.anchors.front or has_arms(stock_of(thing))
    at = seat - (seats - 1) / 2
    high = under.height * frame.factor
    up = max(FAR_EDGE * high, high - _IN_THE_GRASS * figure.height * scale / 128)
    return Frame(x + at * step, y - up, scale, figure.foot, not faces_us and at < 0, 0.0)


def _to_the_hand(thing: Thing) -> float:
    """How far from the middle the hand is that another's meets, in units, whatever the free hand does."""
    plain = figure_of(msgspec.structs.replace(thing, limbs="", aim=None))
    return abs(plain.anchors.hand[0] - 64)


def company_frame(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int, seats: int
) -> Frame | None:
    """Where somebody is who is together with another so; None where nothing of that is the case."""
    side = 1.0 if frame.flip else -1.0
    if is_companion(thing, bearer):
        scale = _scale(thing, figure, bearer, under, frame, COMPRESSION)
        x, y = frame.point(under.foot)
        hug = thing.rel is not None and thing.rel.part == "neck"
        facing = thing.pose in ("shake", "five", "toast", "share", BEAR)
        if hug:
            apart = (0.36 if seats < 2 else 0.46) * under.width * frame.factor
            if seat % 2:  # the second one, on the other side
                side = -side
            return Frame(
                x + side * apart,
                y + 0.01 * under.height * frame.factor,
                scale,
                figure.foot,
                frame.flip == bool(seat % 2),
                frame.angle,
            )
        reach = _to_the_hand(bearer) * frame.factor + _to_the_hand(thing) * scale / 128
        if thing.pose == "toast":  # the glasses are between them, and before no face
            reach += 0.3 * under.anchors.head * frame.factor
        if thing.pose == BEAR:
            reach += _BORNE * under.anchors.head * frame.factor
        return Frame(x + side * reach, y, scale, (64.0, figure.foot[1]), frame.flip != facing, frame.angle)
    if bearer.kind == MAT and at_table(thing, bearer):
        return _on_the_grass(thing, figure, under, frame, seat, seats)
    if at_table(thing, bearer):
        scale = _scale(thing, figure, bearer, under, frame, _SEATED)
        if not has_arms(stock_of(thing)) and thing.size is None:  # a squirrel at its tea is seen over it
            scale = max(scale, _LEAST_GUEST * frame.scale * under.tall / figure.tall)
        x, y = frame.point(under.foot)
        broad, own = under.width * frame.factor, figure.width * scale / 128
        if has_arms(
            stock_of(thing)
        ):  # in one measure for all, so that children stay smaller than their parents
            own = min(own, _SHOULDERS * figure.tall * scale / 128)  # braids and sleeves may overlap
            own *= max(1.0, (_GROWN_M / height_of(thing)) ** _SEATED)
        step = min(1.05 * own, (0.98 * broad + 0.25 * own) / max(1, seats))
        if seats == 2 and thing.at is not None:  # at its ends, with a game between them
            step = 0.62 * broad
        near = 0.82 if has_arms(stock_of(thing)) else 0.94
        if step < near * own:
            scale *= max(0.6 if has_arms(stock_of(thing)) else 0.4, step / (near * own))
        at = seat - (seats - 1) / 2
        high = under.height * frame.factor
        rise = max(0.42 * high, high - _BELOW_THE_TOP * figure.tall * scale / 128)
        if not has_arms(stock_of(thing)):  # on a chair, head and chest above the table
            rise = under.height * frame.factor - 0.34 * figure.height * scale / 128
        faces_us = figure.anchors.front or has_arms(stock_of(thing))
        return Frame(x + at * step, y - rise, scale, figure.foot, not faces_us and at < 0, 0.0)
    if rides_high(thing, bearer):
        scale = _scale(thing, figure, bearer, under, frame, COMPRESSION)
        high = under.anchors.eye[1] - 0.18 * under.anchors.head
        if thing.rel is not None and thing.rel.part == "head":  # lifted over the head
            high = under.anchors.top[1] - 0.04 * under.anchors.head
        x, y = frame.point((under.anchors.neck[0], high))
        hips = figure.anchors.seat or (64.0, figure.foot[1] - 26)
        return Frame(x, y, scale, hips, frame.flip, frame.angle)
    if rides_piggyback(thing, bearer):
        head, (nx, ny) = under.anchors.head, under.anchors.neck
        scale = _scale(thing, figure, bearer, under, frame, COMPRESSION)
        aside = -1 if seat % 2 == 0 else 1
        if is_perched(thing):
            x, y = frame.point((nx + aside * 0.66 * head, ny + 0.20 * head))
            return Frame(
                x,
                y,
                min(
                    scale,
                    frame.scale * (0.62 if height_of(thing) <= _SMALL_M else 0.95) * head / figure.height,
                ),
                figure.foot,
                frame.flip == (aside > 0),
                frame.angle,
            )
        if thing.pose == "clasp" and figure.anchors.seat is not None and under.anchors.seat is not None:
            hips = under.anchors.seat
            x, y = frame.point((hips[0] + aside * 0.04 * head, hips[1] - 0.44 * head))
            return Frame(x, y, scale, figure.anchors.seat, frame.flip, frame.angle - _LEANS * side * aside)
        x, y = frame.point((nx + aside * 0.62 * head, under.anchors.eye[1] + 0.06 * head))
        return place_of(
            figure,
            replace(
                frame, x=x, y=y, scale=scale, pivot=figure.anchors.nose, angle=frame.angle - 8 * side * aside
            ),
        )
    return None
