"""Candidate spots for one more in a picture, by how it is said to stand to another: each with what it costs to be there."""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paintover.engines.illustrator.backdrops import Place, is_mirrored
from paintover.engines.illustrator.kinds import CHAIRS, RUGS, TABLES
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import silhouette
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.backing import rises_behind
from paintover.engines.illustrator.staging.company import MAT
from paintover.engines.illustrator.staging.held import TIED
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.on_water import lies_there, lines_of, spans_a_pond
from paintover.engines.illustrator.staging.seated import floor_behind, is_seen_from_near
from paintover.engines.illustrator.staging.shade import (
    CANOPIES,
    abreast,
    below_the_crown,
    company_below,
)
from paintover.engines.illustrator.staging.shelter import between_wheels, is_tucked, sheltered
from paintover.engines.illustrator.staging.sight import root_of
from paintover.engines.illustrator.staging.standing import (
    BENCHES,
    SEABED,
    climbs,
    floats,
    hangs,
    in_the_air,
    is_under_water,
    lies_on_the_seabed,
    looms,
    ring_of,
    rooted,
    scene_size,
    sunk_by,
)
from paintover.engines.illustrator.staging.trunks import hides_behind, peeking_out

ALONG_THE_WALL = frozenset({
    "fireplace", "bookshelf", "wardrobe", "refrigerator", "dresser", "piano", "stove", "oven", "washing-machine", "grandfather-clock",
})  # fmt: skip
"""Furniture that has its back to the wall of a room."""
Spots = list[tuple[float, float, float]]
"""The middle, the foot line and the price."""
SEEN = 0.4
"""So much of something may be behind what is in front of it before it hurts."""
_COLUMNS = 25
_ASIDE, _AWAY = 3.0, 6.0
"""What it costs to stand a picture's breadth of air away from whom one is to be beside; and in a picture that is there."""
_DEEPER, _OUT_OF_LINE = 0.8, 6.0
"""What it costs to stand a picture's height nearer, or further back, than that; and for people beside people."""


_RISEN = 0.7
"""How far to the side of whom it is behind that may be which rises above them, as a share of where they no longer meet."""
_OPEN = frozenset({"lake", "sea", "beach"})
"""Places whose water reaches to the horizon."""
_FURTHER_OUT = (0.7, 0.45)
"""Where boats are that come where others float, besides at the line on which these are, as shares of the way from the horizon."""
_SWIMMING = (1.2, 0.72, 0.5)
"""The same of those that swim there; one of them is nearer than the others, just off the bank."""
_LOOMING = 0.5
"""How much what looms behind the other may have in common with it, and still be at its side."""
_LAID, _LAIN_ON = 0.78, 0.97
"""How far from the wall to the lower edge a rug reaches towards us, and one that somebody is on, before the furniture."""
_COMMON, _BEFORE_IT = 0.33, 3.0
"""How much of the narrower one's breadth two have in common at most who are beside each other, and what it costs to have all
of it in common: one is before the other then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Who is to stand somewhere, in which size, among whom."""

    scene: Scene
    thing: Thing
    place: Place
    layout: Mapping[str, Placement]
    size: float
    """How high it is, in pixels."""
    wide: float

    @property
    def width(self) -> int:
        """The picture's."""
        return scene_size(self.scene)[0]

    @property
    def height(self) -> int:
        """The picture's."""
        return scene_size(self.scene)[1]

    @property
    def flies(self) -> bool:
        """Whether it is in the air."""
        return stock_of(self.thing).habitat == "sky" and not self.place.floats

    def columns(self) -> list[float]:
        """Middles from the left edge to the right one."""
        reach = max(0.0, (self.width - self.wide) / 2 - self.width * 0.015)
        half, middle, channel = _COLUMNS // 2, self.width * 0.5, self.place.channel
        if channel is not None and floats(self.thing, self.place):
            reach = max(0.0, channel * self.width - self.wide / 2)
        found = [middle + (k - half) / half * reach for k in range(_COLUMNS)]
        if channel is None or self.flies or floats(self.thing, self.place):
            return found
        dry = [x for x in found if abs(x - middle) > channel * self.width + 0.3 * self.wide]
        return dry or [found[0], found[-1]]


def spots(one: Newcomer, target: tuple[str, Placement] | None, crowd: Sequence[Placement]) -> Spots:
    """Where it may stand; `crowd` are those like its target."""
    if target is None:
        return _anywhere(one)
    relation, other = target
    if hangs(one.thing) and relation != "above":
        return _on_the_wall_near(one, relation, other)
    if hangs(one.thing) and one.thing.pose != CEILING and one.place.indoors:
        return _on_the_wall_above(one, other)
    if relation in ("above", "below"):
        return _over(one, other) if relation == "above" else _under(one, other)
    both = one.thing.rel is not None and one.thing.rel.also in one.layout
    if both and relation in ("behind", "front"):
        return _amid_them(one, relation, other)
    if relation == "behind" and _is_across_the_water(one):
        far = 0.966 * one.height * one.place.horizon
        return [(x, far, 0.3 * abs(x - other.x) / one.width) for x in one.columns()]
    if relation == "behind" and one.flies and one.thing.kind in DISCS:
        return _rising_behind(one, other)
    if relation == "behind":
        return _peeping(one, other, other.base - one.height * 0.045)
    if relation == "around":
        return [_in_the_ring(one, other)]
    if relation == "inside" and _is_between_posts(one):
        half = (other.box[2] - other.box[0]) / 2
        return [(other.x + share * half, other.base + 2, abs(share)) for share in (0.0, 0.2, -0.2, 0.4, -0.4)]
    if relation in ("front", "inside"):
        return _before(one, other, crowd)
    also = one.layout.get(one.thing.rel.also or "") if one.thing.rel is not None else None
    if relation == "between" and also is not None:
        return _amid_aloft(one, other, also) if one.flies else _amid(one, other, also)
    if relation in ("left", "right"):
        return _in_the_air_beside(one, relation, other) if one.flies else _on_its_side(one, relation, other)
    if one.flies and not stock_of(one.thing).alive:
        return _in_the_air_near(one, other)
    return _beside(one, other)


def _on_the_wall_near(one: Newcomer, relation: str, other: Placement) -> Spots:
    """On the wall behind somebody, as near as can be, on the side that is told."""
    side = {"left": -1, "right": 1}.get(relation, 0)
    return [
        (x, base, 0.5 * abs(x - other.x) / one.width + (_ASIDE if side * (x - other.x) < 0 else 0.0))
        for x in one.columns()
        for base in _foot_lines(one)
    ]


def _on_the_wall_above(one: Newcomer, other: Placement) -> Spots:
    """On the wall over it: over its middle rather than over its ends, and in the middle of the wall that is free there rather
    than close to it."""
    half, lowest = (other.box[2] - other.box[0]) / 2, other.box[1] - 0.03 * one.height
    lowest = max(min(lowest, one.place.horizon * one.height), one.size + 0.02 * one.height)
    middle = (other.box[0] + other.box[2]) / 2
    free = lowest - one.size - 0.02 * one.height
    reach = max(half, one.wide * 0.75)
    return [
        (middle + side * share * reach, lowest - drop * free, 0.9 * share + 0.25 * abs(drop - 0.4))
        for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.3, 1.7)
        for side in ((1, -1) if share else (1,))
        for drop in (0.4, 0.2, 0.0, 0.6, 0.8)
    ]


def _amid_them(one: Newcomer, relation: str, other: Placement) -> Spots:
    """Behind or before several, in the middle between them, or side by side along them all where several come; `other` is
    all of them."""
    way, half = (-1 if relation == "behind" else 1), (other.box[2] - other.box[0]) / 2
    lowest, back = 0.975 * one.height, 1.01 * one.place.horizon * one.height
    further = [step for step in (0.17, 0.22, 0.27) if way < 0 and other.base - step * one.height >= back]
    if relation == "behind" and (found := _on_the_floor_behind(one, other)):
        return found
    row = [each.id for each in one.scene.objects if (each.kind, each.rel) == (one.thing.kind, one.thing.rel)]
    own = 2 * (row.index(one.thing.id) + 0.5) / len(row) - 1 if one.thing.id in row else 0.0
    return [
        (
            other.x + (own + share) * half,
            min(lowest, other.base + way * step * one.height),
            abs(share) + 0.5 * step,
        )
        for share in (0.0, 0.12, -0.12, 0.25, -0.25)
        for step in (0.045, 0.08, 0.12, *further)
    ]


def _amid_aloft(one: Newcomer, other: Placement, also: Placement) -> Spots:
    """In the air in the middle between two."""
    low = min(other.box[3], also.box[3])
    x, high = (other.x + also.x) / 2, min(other.box[1], also.box[1])
    return [
        (x, max(high + share * (low - high), 1.1 * one.size), abs(share - 0.5)) for share in (0.5, 0.4, 0.3)
    ]


def _is_between_posts(one: Newcomer) -> bool:
    """Whether somebody, or a ball, is in a goal."""
    other = one.scene.thing(one.thing.rel.to) if one.thing.rel is not None else None
    fits = stock_of(one.thing).alive or height_of(one.thing) < _A_BALL_M
    return other is not None and other.kind == "goal-net" and fits


_A_BALL_M = 0.6
"""What is lower than so many metres is as well between the posts as before the goal."""


def _is_across_the_water(one: Newcomer) -> bool:
    """Whether it stands on dry land behind what is in the water: on the far shore."""
    other = one.scene.thing(one.thing.rel.to) if one.thing.rel is not None else None
    lies_there = other is not None and floats(other, one.place)
    return lies_there and not floats(one.thing, one.place) and not one.place.all_water


def _anywhere(one: Newcomer) -> Spots:
    """Anywhere on the ground, or where such a thing belongs; rather in the middle."""
    beside = one.scene.env.place == "classroom" and hangs(one.thing)
    away = (1 if is_mirrored(one.scene.seed) else -1) if beside else 0
    """On which side the blackboard is."""
    half = _COLUMNS // 2
    if one.thing.where in ("left", "right") and one.scene.layout:
        return _at_that_side(one)
    return [
        (
            x,
            base,
            0.05 * abs(k - half) / half + max(0.0, 0.4 * (away * (k - half) / half + 0.4) if away else 0.0),
        )
        for k, x in enumerate(one.columns())
        for base in _foot_lines(one)
    ]


def _at_that_side(one: Newcomer) -> Spots:
    """At the left or right of the picture, whoever stands there; rather near the edge."""
    edge = 0.0 if one.thing.where == "left" else one.width
    reach = max(_AT_A_SIDE * one.width, 0.6 * one.wide)
    gaps = [(x, abs(x - edge)) for x in one.columns()]
    nearest = min(gap for _, gap in gaps)
    level = list(_foot_lines(one))
    waived = dict.fromkeys((x for x, gap in gaps if gap <= max(reach, nearest)), 0.0)
    if looms(one.scene, one.thing, one.layout) and not stock_of(one.thing).alive:
        way = -1 if one.thing.where == "left" else 1
        for share in _cuts(one)[1:]:  # partly beyond the edge, rather than in the middle
            waived[edge + way * (share - 0.5) * one.wide] = _BEYOND * share + _THERE
    return [
        (x, base, _OFF_ITS_SIDE * (abs(x - edge) - nearest) / one.width - less)
        for x, less in waived.items()
        for base in level
    ]


_THERE = 1.0
"""How much rather a tree is at the very side, cut by the edge, than behind those beside it."""
_AT_A_SIDE, _OFF_ITS_SIDE = 0.4, 2.0
"""How far from the edge one is at most that is at that side, and what it costs to be a picture's breadth away from it."""


def _foot_lines(one: Newcomer) -> list[float]:
    """How low it may stand where nobody says to whom it is to stand."""
    place, height, size = one.place, one.height, one.size
    if (
        one.thing.size == "far"
        and (one.thing.rel is None or one.thing.rel.to not in one.layout)
        and not place.floats
    ):
        deep = _AT_THE_BACK if place.indoors and one.scene.layout else ()
        return [height * (share * place.near + (1 - share) * place.horizon) for share in deep] or [
            height * (0.12 * place.far + 0.88 * place.horizon)
        ]
    if one.thing.where == "kerb":
        back = (0.1,) if rooted(one.thing) and one.scene.layout else ()  # behind those who wait there
        return [height * (place.horizon + share * (1 - place.horizon)) for share in (0.185, 0.15, *back)]
    if one.thing.kind in ("bay-window", "door") and place.indoors:
        return [height * (place.horizon + 0.05 * (1 - place.horizon))]
    if one.thing.kind in ALONG_THE_WALL and place.indoors:
        return [height * (place.horizon + share * (1 - place.horizon)) for share in (0.06, 0.16)]
    if one.thing.kind in RUGS and place.indoors:
        lain_on = any(other.rel is not None and other.rel.to == one.thing.id for other in one.scene.objects)
        return [height * (place.horizon + (_LAIN_ON if lain_on else _LAID) * (1 - place.horizon))]
    if one.thing.where == "window" and one.thing.away:
        return [height * (share * place.far + (1 - share) * place.near) for share in (1.0, 0.75, 0.5)]
    if hangs(one.thing) and one.thing.pose == CEILING:
        return [size]
    if hangs(one.thing) and place.indoors:
        room = max(0.0, place.horizon * 0.86 * height - size)
        return [
            size + room * share for share in (0.30, 0.46, 0.62, 0.14, 0.9, *([0.02] * bool(one.thing.says)))
        ]
    if one.flies:
        shares = (0.06, 0.10, 0.16, 0.24) + ((0.30, 0.36, 0.42, 0.5) if one.scene.sheet else ())
        return [height * share + size for share in shares]
    if lies_there(one.thing) and place.water is not None:
        return lines_of(place, height)
    if lies_on_the_seabed(one.thing, one.scene.env):
        return [share * height for share in SEABED]
    if floats(one.thing, place) and place.water is not None:
        lines = [place.water]
        if one.scene.layout and stock_of(one.thing).alive and not place.all_water:
            lines += [place.horizon + share * (place.water - place.horizon) for share in _SWIMMING]
        elif one.scene.layout and one.scene.env.place in _OPEN:
            lines += [place.horizon + share * (place.water - place.horizon) for share in _FURTHER_OUT]
        return [height * line + sunk_by(one.thing, place, size, height) for line in lines]
    bases = [
        *([0.955 * height] if one.scene.layout and not place.floats else []),
        height * (place.near - 0.03),
        height * place.near,
        height * (place.far + place.near) / 2,
        height * place.far,
    ]
    if place.water is None and not place.floats:
        bases.append(height * (0.55 * place.far + 0.45 * place.horizon))
    return [*bases, *_their_line(one)]


def _their_line(one: Newcomer) -> list[float]:
    """The line on which those stand whom one joins that lives, too: beside them, and neither before nor behind."""
    if not (one.scene.layout and stock_of(one.thing).alive) or one.place.floats or one.flies:
        return []
    feet = [
        one.layout[other.id].base + one.layout[other.id].lift
        for other in one.scene.objects
        if other.id in one.layout
        and stock_of(other).alive
        and other.id != one.thing.id
        and not in_the_air(other, one.place)
        and not floats(other, one.place)
        and root_of(one.scene, other, one.layout) is other
    ]
    return [min(statistics.median_low(feet), 0.975 * one.height)] if feet else []


_AT_THE_BACK = (0.12, 0.22, 0.34)
"""How far from the wall one stands who is in the background of a room, as shares of the floor."""


def _across(one: Newcomer, other: Placement) -> list[tuple[float, float]]:
    """Several above or below one thing stand side by side."""
    return [(other.x + step * 1.12 * one.wide, 0.02 * abs(step)) for step in range(-4, 5)]


_MIDST = 0.16
"""How far behind the near edge of a pond the feet of a bridge over it are, as a share of its height."""


DISCS = frozenset({"sun", "moon", "crescent-moon", "earth", "planet"})
"""What shines behind somebody up in the sky, and does not lie at their feet."""


def _rising_behind(one: Newcomer, other: Placement) -> Spots:
    """Behind the head of whom it is behind, rather to one side so that it is seen."""
    base = max(one.size + 0.02 * one.height, other.box[1] + 0.45 * one.size)
    half = (other.box[2] - other.box[0]) / 2
    return [
        (other.x + share * (half + 0.4 * one.size), base, 0.2 * abs(share))
        for share in (0.6, -0.6, 0.9, -0.9)
    ]


def _over(one: Newcomer, other: Placement) -> Spots:
    if spans_a_pond(one.scene, one.thing):
        return [(other.x, other.base - _MIDST * (other.box[3] - other.box[1]), 0.0)]
    highest, lowest = one.size + one.height * 0.02, other.box[1] - one.height * 0.03
    if (
        one.flies and not stock_of(one.thing).alive and one.thing.kind != "bubbles"
    ):  # in the middle of the sky there
        lowest = (highest + lowest) / 2
    top = max(highest, lowest)
    if one.thing.pose == CEILING:  # over its middle rather than over its ends
        half = (other.box[2] - other.box[0]) / 2
        shares = (0.0, 0.15, -0.15, 0.3, -0.3, 0.5, -0.5, 0.7, -0.7)
        base = min(top, highest) if one.place.indoors else top  # the cord comes from the ceiling
        return [(other.x + share * half, base, 1.5 * abs(share)) for share in shares]
    return [(x, top, bias) for x, bias in _across(one, other)]


def _under(one: Newcomer, other: Placement) -> Spots:
    half, height, wide = (other.box[2] - other.box[0]) / 2, one.height, one.wide
    shelter = sheltered(one.scene, one.thing)
    if is_under_water(one.scene, one.thing):
        base = min(other.base + 0.03 * height + one.size, deepest(one.place) * height)
        return [(x, base, bias) for x, bias in _across(one, other)]
    if shelter is None:
        base = min(height * 0.97, other.box[3] + height * 0.03 + one.size)
        return [(x, base, bias) for x, bias in _across(one, other)]
    if floats(one.thing, one.place):
        base = max(other.box[3] + 0.012 * height, other.base + 2)
        return [(other.x + share * half, base, abs(share)) for share in (0.0, 0.08, -0.08, 0.16, -0.16)]
    if between_wheels(one.thing, shelter):
        return [(other.x + share * half, other.base + 1, abs(share)) for share in (0.08, -0.12, 0.2, -0.24)]
    if is_tucked(one.thing, shelter):
        return [
            (other.x + side * half * reach, other.base - 1, 0.0) for side in (-1, 1) for reach in (0.9, 1.0)
        ]
    if shelter.kind in CANOPIES:
        base = min(height * 0.975, other.base + height * 0.012)
        return [(x, base, price) for x, price in abreast(one.scene, one.thing, shelter, other, wide)]
    if not rooted(shelter):
        base = min(height * 0.975, other.base + height * 0.012)
        room = half * 0.95 - wide / 2
        steps = [step for step in (0, 0.6, -0.6, 1.1, -1.1) if abs(step * wide) <= room]
        if len(steps) < 2:  # two stand on either side, a little beyond the edge
            steps = [0.85, -0.85] if len(company_below(one.scene, shelter)) > 1 else [0]
        return [(other.x + step * wide, base, 0.1 * abs(step)) for step in steps]
    base = min(height * 0.975, other.base + height * 0.03)
    if one.scene.layout:
        return [
            (x, base + step * height, price + 4 * step)
            for x, price in below_the_crown(other, wide)
            for step in (0.0, 0.05)
            if base + step * height < 0.98 * height
        ]
    return [
        (other.x + side * half * reach, base, 0.3 * abs(reach - _BESIDE_THE_TRUNK))
        for side in (1, -1)
        for reach in (0.12, _BESIDE_THE_TRUNK, 0.64)
    ]


_BESIDE_THE_TRUNK = 0.46
"""How far from the trunk one is under a tree, as a share of half its crown: straight before it the crown would be one's hair."""


def deepest(place: Place) -> float:
    """How far down there is water to see, as a share of the picture's height."""
    return 0.97 if place.all_water else 0.5 * ((place.water or place.far) + place.far)


def _before(one: Newcomer, other: Placement, crowd: Sequence[Placement]) -> Spots:
    """In front of it at one of its sides, or of those like it, where it hides little."""
    half, height, width = (other.box[2] - other.box[0]) / 2, one.height, one.width
    if one.thing.kind in RUGS and one.place.indoors:  # at its foot, and not under it
        base = min(height * 0.985, other.base + 0.94 * one.size)
        return [(other.x + share * half, base, abs(share)) for share in (0.0, 0.25, -0.25, 0.5, -0.5)]
    if one.thing.kind == "ladder":  # its top is on it
        return [
            (other.x + side * half * share, other.base + 0.02 * height, share)
            for side in (1, -1)
            for share in (0.5, 0.62)
        ]
    if climbs(one.thing):  # on its middle, and not on its own before it
        return [(other.x, other.base + 0.004 * height, 0.0)]
    base = min(height * 0.975, other.base + height * 0.05)
    clear = max(0.8 * half, half + one.wide / 2 - SEEN * 2 * half)
    low, high = min(box.box[0] for box in crowd), max(box.box[2] for box in crowd)
    found = [(other.x + side * half * reach, base, 0.0) for side in (1, -1) for reach in (0.5, 0.8)]
    found += [(other.x + side * clear, base, 0.1) for side in (1, -1)]
    row = [low + (high - low) * step / 16 for step in range(17)]
    found += [
        (x, base + forth * height, 0.1 + 0.2 * abs(x - other.x) / width)
        for x in row
        for forth in (0.0, 0.04)
        if base + forth * height < height * 0.975
    ]
    return found + (_anywhere_before(one, other, base) if one.scene.layout else [])


def _anywhere_before(one: Newcomer, other: Placement, base: float) -> Spots:
    """Nearer than it, wherever there is room, rather near its middle."""
    if one.place.floats or floats(one.thing, one.place):
        return []
    lowest = max(base, 0.975 * one.height)
    reach = math.inf if stock_of(one.thing).alive else (other.box[2] - other.box[0] + one.wide) / 2
    return [
        (x, line, _ELSEWHERE + 2.0 * abs(x - other.x) / one.width)
        for x in one.columns()
        if abs(x - other.x) < reach  # what is not alive is before it, and not just nearer
        for line in (base, (base + lowest) / 2, lowest)
    ]


_ELSEWHERE = 0.8
"""What it costs to be nearer than another, and not before it."""


def _amid(one: Newcomer, other: Placement, also: Placement) -> Spots:
    """In the middle between two, where need be before them."""
    ends = sorted((other.box, also.box), key=lambda box: box[0] + box[2])
    middle = (ends[0][2] + ends[1][0]) / 2
    base = max(other.base, also.base)
    found = [
        (middle, base + shift * one.height, shift) for shift in (0.0, 0.03, 0.06) if base < one.height * 0.96
    ]
    back, floor = min(other.base, also.base), one.height * (0.6 * one.place.far + 0.4 * one.place.horizon)
    if one.scene.layout and not (
        stock_of(one.thing).alive or one.place.floats or floats(one.thing, one.place)
    ):
        found += [  # what is broad may be behind their arms
            (middle, back - shift * one.height, 0.15 + shift)
            for shift in (0.02, 0.06, 0.1)
            if back - shift * one.height >= floor
        ]
    return found


def _level(one: Newcomer, other: Placement) -> Spots:
    """Spots about as near as another is; in a picture that is there also nearer ones, and as far back as the ground goes."""
    place, height = one.place, one.height
    foot = other.base
    stands = not (
        one.flies or place.floats or stock_of(one.thing).habitat == "sky" or floats(one.thing, place)
    )
    back = height * (0.6 * place.far + 0.4 * place.horizon)
    if stands:  # on the ground, whatever hangs or flies beside it
        foot = min(max(foot, back), 0.97 * height)
    depths = [0.0, 0.015, -0.02]
    if one.scene.layout:
        depths += [0.06, 0.1, 0.15, 0.2, 0.25]
        if stands:
            depths += [
                shift for shift in (-0.06, -0.11, -0.16, -0.21, -0.26) if foot + shift * height >= back
            ]
    lowest = 0.98 * height
    if floats(one.thing, place) and place.water is not None and not place.all_water:
        shore = height * place.water + sunk_by(one.thing, place, one.size, height)
        lowest = max(foot, shore) + 1  # and not on the bank
    deeper = _OUT_OF_LINE if _stand_in_line(one) else _DEEPER
    return [
        (x, foot + shift * height, deeper * max(0.0, abs(shift) - 0.02))
        for x in one.columns()
        for shift in depths
        if foot + shift * height < lowest
    ]


def _stand_in_line(one: Newcomer) -> bool:
    """Whether somebody comes to the side of another who stands there too: in one line with them, rather than before them."""
    other = None if one.thing.rel is None else one.scene.thing(one.thing.rel.to)
    people = other is not None and is_somebody(other.kind) and is_somebody(one.thing.kind)
    return people and bool(one.scene.layout) and not one.flies


def _on_its_side(one: Newcomer, relation: str, other: Placement) -> Spots:
    """To the left or right of it; where there is no room, as far that way as the picture goes."""
    way = -1 if relation == "left" else 1
    half = (other.box[2] - other.box[0]) / 2
    apart = half * 0.6 + one.wide * 0.35
    if one.scene.layout:
        common = _LOOMING if looms(one.scene, one.thing, one.layout) else _COMMON
        apart = half + one.wide / 2 - common * min(2 * half, one.wide)
    level = _level(one, other)
    found = [(x, base, price) for x, base, price in level if way * (x - other.x) >= apart]
    if found and one.scene.layout:
        close = half + one.wide / 2
        return [
            (x, base, price + _AWAY * max(0.0, abs(x - other.x) - close) / one.width)
            for x, base, price in found
        ]
    if found:
        return found
    edge = one.wide / 2 if way < 0 else one.width - one.wide / 2
    if one.scene.layout and looms(one.scene, one.thing, one.layout) and not stock_of(one.thing).alive:
        return _cut_by_the_edge(one, way, other, level)
    short = max(0.0, 1 - way * (edge - other.x) / apart)
    return [(edge, base, price + 0.5 + 2.5 * short) for _, base, price in level[: len(level) // _COLUMNS]]


def _cut_by_the_edge(one: Newcomer, way: int, other: Placement, level: Spots) -> Spots:
    """At the picture's side behind the last of those who stand there, whose row leaves no room: as much of a tree or a house is
    beyond the edge as lets the rest be seen beside them."""
    edge = one.wide / 2 if way < 0 else one.width - one.wide / 2
    found: Spots = []
    for share in _cuts(one):
        x = edge + way * share * one.wide
        half = max(1.0, (other.box[2] - other.box[0]) / 2)
        common = max(0.0, half - way * (x - other.x)) / one.wide
        common += _STRAIGHT_BEHIND * max(0.0, 1 - 2 * way * (x - (other.box[0] + other.box[2]) / 2) / half)
        found += [
            (x, base, price + 0.5 + 4.0 * common - _BEYOND * share)
            for _, base, price in level[: len(level) // _COLUMNS]
        ]
    return found


def _cuts(one: Newcomer) -> tuple[float, ...]:
    """Which shares of one's breadth may be beyond the edge: of a tree's and a house's, which one takes for whole."""
    known = rooted(one.thing) or one.wide > _BROADLY * one.size
    return (0.0, 0.15, 0.3) if known and height_of(one.thing) >= _BUILT_M else (0.0, 0.06, 0.12)


_STRAIGHT_BEHIND = 0.5
"""What it hurts to be right behind or before whom one is to be beside, as if all of it were there."""
_BUILT_M, _BROADLY = 4.0, 0.8
"""How high a tree or a house is at least, and how broad a house, in heights of it."""
_BEYOND = 30.0
"""What of the price of being beyond the edge is waived there."""


def _beside(one: Newcomer, other: Placement) -> Spots:
    """Next to it on either side, with as little air between as can be, rather than anywhere."""
    half = (other.box[2] - other.box[0] + one.wide) / 2

    narrow = min(one.wide, other.box[2] - other.box[0]) if one.scene.layout else math.inf

    def away(x: float) -> float:
        common = max(0.0, half - abs(x - other.x)) / narrow
        air = _ASIDE if narrow == math.inf else _AWAY
        far = 0.1 * abs(x - other.x) / one.width + air * max(0.0, abs(x - other.x) - half) / one.width
        return far + _BEFORE_IT * max(0.0, common - _COMMON)

    return [(x, base, price + away(x)) for x, base, price in _level(one, other)] + [
        (x, base, price + away(x) + 0.3) for x, base, price in _anywhere(one)
    ]


def _in_the_ring(one: Newcomer, other: Placement) -> tuple[float, float, float]:
    """One's own spot around a target: before and behind it in turn, to its right and left; a single one winds around it."""
    ring = ring_of(one.scene, one.thing)
    place, count = ring.index(one.thing), len(ring)
    if count == 1:
        return other.x, other.base + 1, 0.0
    if one.flies:
        return _in_the_air_around(one, other, place, count)
    turn = math.tau * (place + 0.5) / count
    across = math.cos(turn)
    if abs(across) < 0.5 and count > 2:
        across = math.copysign(0.5, across)  # nobody is hidden
    reach = (other.box[2] - other.box[0]) / 2 + (0.72 if count <= 6 else 1.1) * one.wide
    if count > 2:
        # those before it closer together than those behind, so that these are seen
        across *= 1 - 0.34 * math.sin(turn)
    deep = math.sin(turn) * (0.10 if count > 2 else 0.02) * one.height
    x = other.x + across * reach * 1.15
    half = min(one.wide, one.width) / 2 + 2
    inside = max(half, min(one.width - half, x))  # nobody is out of the picture
    return inside, min(0.975 * one.height, other.base + deep), 0.0


def _in_the_air_around(one: Newcomer, other: Placement, place: int, count: int) -> tuple[float, float, float]:
    """One's own spot in a bow over a target, from its one side to the other."""
    left, top, right, bottom = other.box
    turn = math.radians(_BOW[0] + (_BOW[1] - _BOW[0]) * (place + 0.5) / count)
    x = other.x + math.cos(turn) * ((right - left) / 2 + 0.75 * one.wide)
    middle = top + 0.5 * (bottom - top) - math.sin(turn) * (0.5 * (bottom - top) + 0.6 * one.size)
    half = one.wide / 2 + 0.01 * one.width
    base = max(middle + one.size / 2, one.size + 0.02 * one.height)
    return min(max(x, half), one.width - half), base, 0.0


_BOW = (-25.0, 205.0)
"""From where to where such a bow goes, in degrees."""


def _in_the_air_beside(one: Newcomer, relation: str, other: Placement) -> Spots:
    """For what flies left or right of something: rather beside it than above it, and rather high than low."""
    left, top, right, bottom = other.box
    way = -1 if relation == "left" else 1
    columns, size, height = one.columns(), one.size, one.height
    near = bool(one.scene.layout) and one.thing.kind not in _OF_THE_SKY
    found = []
    for share in (0.0, 0.35, 0.7, 1.0):
        base = max(size + 0.03 * height, top + size * share)
        base = min(base, bottom - 0.1 * size)
        rise = abs((top + bottom) / 2 - (base - size / 2))
        for x in columns:
            aside = way * (x - (left + right) / 2) - 0.1 * (one.wide + right - left)
            if aside > 0:
                far = max(0.0, aside - _ARM * (one.wide + right - left)) / one.width if near else 0.0
                price = 0.1 * share + 2.0 * max(0.0, 1 - aside / max(1.0, rise)) + _AWAY_ALOFT * far
                found.append((x, base, price))
    edge = one.wide / 2 if relation == "left" else columns[-1]
    return found or [(edge, max(size + 0.03 * height, top + size), 0.5)]


_OF_THE_SKY = frozenset({"sun", "moon", "crescent-moon", "earth", "star", "cloud", "rainbow"})
_ARM, _AWAY_ALOFT = 0.45, 4.0
"""How much further aside than where they meet is as good, as a share of both their breadths, and what it costs to be a
picture's breadth further away for what no sky has of its own."""


def _in_the_air_near(one: Newcomer, other: Placement) -> Spots:
    """Up beside it on either side, or wherever there is sky: the moon beside a lighthouse, balloons beside a bear."""
    found = [spot for side in ("left", "right") for spot in _in_the_air_beside(one, side, other)]
    return found + [(x, base, price + 0.2) for x, base, price in _anywhere(one)]


def _peeping(one: Newcomer, other: Placement, base: float) -> Spots:
    """Behind a target so that about half of the thing shows: at the target's sides, as far up as it reaches."""
    rel, size, wide = one.thing.rel, one.size, one.wide
    target = one.scene.thing(rel.to) if rel is not None else None
    if target is not None and (trunk := hides_behind(one.thing, target)) is not None:
        return peeking_out(trunk, other, wide, one.height)
    if one.thing.kind in TIED and not one.place.floats:
        return _floating_behind(one, other)
    if rises_behind(one.scene, one.thing, one.layout):
        reach = _RISEN * (other.box[2] - other.box[0] + wide) / 2
        aside = [(x, abs(x - other.x)) for x in one.columns()]
        steps = [step for step in _BACK_STEPS if base - step * one.height >= one.height * one.place.horizon]
        return [
            (x, base - step * one.height, 0.3 * far / one.width + step)
            for x, far in aside
            if far <= reach
            for step in steps or [0.0]
        ]
    if found := _on_the_floor_behind(one, other):
        return found
    if target is not None and target.kind in BENCHES and is_somebody(one.thing.kind) and one.scene.layout:
        return _over_the_back(one, other)
    if target is None or size > 1.5 * (other.box[3] - other.box[1]):
        return [(other.x + side * 0.25 * wide, base, 0.0) for side in (1, -1)]
    left, right = silhouette(figure_of(target), size / other.scale * UNIT)
    left, right = (
        (left - figure_of(target).foot[0]) * other.scale / UNIT,
        (right - figure_of(target).foot[0]) * other.scale / UNIT,
    )
    if other.flip:
        left, right = -right, -left
    found = [(other.x + right + 0.08 * wide, base, 0.0), (other.x + left - 0.08 * wide, base, 0.0)]
    low, high = wide / 2 + 0.01 * one.width, one.width * 0.99 - wide / 2
    inside = [
        (min(max(x, low), high), base, 0.05) for x, _, _ in found if low < high and not low <= x <= high
    ]
    return [*found, *inside, *_further_back(one, other, base)]


_BACK_STEPS, _FAR_BEHIND = (0.0, 0.05, 0.1), (0.0, 0.06, 0.12, 0.18, 0.24, 0.3)
"""How much further back stands what is behind others, where somebody is there already, or they are seen from near, as shares of
the picture's height."""


_RISEN_BEHIND = (0.7, 0.8, 0.9)
"""How much of somebody is below the top of whom they look over, feet and all behind the seat."""


def _on_the_floor_behind(one: Newcomer, other: Placement) -> Spots:
    """Behind somebody who sits, or is seen from near: on the floor there, beside them rather than all hidden; people look over
    their shoulders, whatever they stand on. None behind one who stands in the picture."""
    rel = one.thing.rel
    floor = None if rel is None else floor_behind(one.scene, rel.to, one.layout)
    near = is_seen_from_near(one.scene, other)
    if one.place.floats or (floor is None and not near):
        return []
    back = one.height * (0.6 * one.place.far + 0.4 * one.place.horizon)
    lowest = 0.97 * one.height if floor is None else max(back, floor)
    reach = (other.box[2] - other.box[0] + one.wide) / 2
    columns = [(x, max(0.0, abs(x - other.x) - 0.3 * reach) / one.width) for x in one.columns()]
    feet = [(lowest - step * one.height, 0.5 * step) for step in (_FAR_BEHIND if near else _BACK_STEPS)]
    feet = [(base, price) for base, price in feet if base >= min(lowest, back)]
    if rel is not None and is_somebody(one.thing.kind) and not near:
        columns = [(x, away) for x, away in columns if abs(x - other.x) <= reach] or columns
        root = root_of(one.scene, one.scene.thing(rel.to) or one.thing, one.layout)
        seat = one.layout[root.id]
        risen = (other.box[1] + share * one.size for share in _RISEN_BEHIND)
        below = 0.0 if root.kind == MAT else 0.08 * one.height
        highest = max(one.size + 0.02 * one.height, seat.box[1] + below)
        if root.kind in {*TABLES, *BENCHES, *CHAIRS, MAT}:  # which hides the feet
            feet += [(base, 0.1) for base in risen if highest <= base < lowest]
    return [(x, base, price + away) for x, away in columns for base, price in feet]


def _over_the_back(one: Newcomer, other: Placement) -> Spots:
    """People behind a couch or a bench look over its back, which hides their feet, where nobody sits before them."""
    left, top, right, _ = other.box
    low, high = left + _AT_THE_END * one.wide, right - _AT_THE_END * one.wide
    highest = one.size + 0.02 * one.height
    return [
        (x, base, 0.2 * abs(x - other.x) / one.width + 0.05 * step)
        for x in one.columns()
        if low <= x <= high or low > high
        for step, share in enumerate(_OVER_IT)
        if highest <= (base := top + share * one.size) < other.base - 1
    ]


_AT_THE_END, _OVER_IT = 0.42, (0.55, 0.5, 0.6, 0.66, 0.45)
"""How near the end of it one stands, in one's own breadths, and how much of one is below its top."""


def _floating_behind(one: Newcomer, other: Placement) -> Spots:
    """Balloons that are tied behind something: over its shoulders, where all of them but their strings is seen."""
    half, highest = (other.box[2] - other.box[0]) / 2, one.size + 0.02 * one.height
    low, high = sorted((one.wide / 2 + 0.01 * one.width, 0.99 * one.width - one.wide / 2))
    return [
        (
            min(max(other.x + side * half, low), high),
            max(highest, other.box[1] + share * one.size),
            0.15 * abs(side) + 0.3 * abs(share - 0.2),
        )
        for side in (0.5, -0.5, 1.0, -1.0, 0.0, 0.75, -0.75, 1.4, -1.4)
        for share in (0.2, -0.1, 0.45, 0.7)
    ]


def _further_back(one: Newcomer, other: Placement, base: float) -> Spots:
    """In a picture that is there, a step or two behind it and more to its side, where there is more to be seen of one."""
    back = one.height * (0.6 * one.place.far + 0.4 * one.place.horizon)
    half = (other.box[2] - other.box[0] + one.wide) / 2
    low, high = sorted((one.wide / 2 + 0.01 * one.width, 0.99 * one.width - one.wide / 2))
    if not one.scene.layout or one.place.floats:
        return []
    return [
        (min(max(other.x + side * share * half, low), high), base - step * one.height, 0.5 * step or 0.3)
        for step in (0.0, 0.06, 0.10, 0.12)
        for share in (0.5, 0.75, 0.85)
        for side in (1, -1)
        if base - step * one.height >= back
    ]
