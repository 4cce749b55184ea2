"""Those who are told to stand in a row, in a ring, in two rows, as a pyramid, as a V or as a heart, in a new picture.

The rest of the picture is composed first, with them in it, so that it leaves them room; then they fall in. All lengths are
pixels of the scene's nominal size.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from paintover.engines.illustrator.backdrops import Place
from paintover.engines.illustrator.backdrops.canvas import by_turns
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.outlines import OUTLINES, outline
from paintover.engines.illustrator.staging.shelter import bulk
from paintover.engines.illustrator.staging.standing import (
    floats,
    in_the_air,
    placement_from,
    scene_size,
    standing,
    sunk_by,
)

_GAP = 0.07
"""How far neighbours are apart, in heights of the tallest."""
_DEEP, _SMALL = 4, 0.30
"""So many in a row, if they were so low otherwise, as a share of the picture, come from the back to the front."""
_FARTHEST = 0.56
"""How large the last of them is beside the first."""
_CLOSE = 0.74
"""How much of one's breadth the next leaves to be seen in such a row."""
_GOAL_M, _JOIN = 3.5, 2
"""What a queue ends at is lower than that, in metres; so many others join a row."""
LAYER, NESTLED = 0.76, 0.94
"""How far a layer of a pyramid is above the next, in heights, and how far those of a layer are apart, in breadths."""
_BELOW_OTHERS = 0.44
"""How high they are at most before others, as a share of the picture."""


@dataclass(slots=True)
class _Array:
    scene: Scene
    place: Place
    things: Sequence[Thing]
    layout: dict[str, Placement]
    headroom: float
    width: int = field(init=False)
    height: int = field(init=False)
    alone: bool = field(init=False)
    """Nobody else is in the picture."""
    sizes: list[float] = field(init=False)
    """Of each, as a share of the tallest's."""

    def __post_init__(self) -> None:
        self.width, self.height = scene_size(self.scene)
        mine = {one.id for one in self.things}
        self.alone = not (self.layout.keys() - mine)
        tall = max(height_of(one) for one in self.things)
        self.sizes = [max(0.33, (height_of(one) / tall) ** COMPRESSION) for one in self.things]

    @property
    def wide(self) -> list[float]:
        """How broad each is beside the height of the tallest."""
        return [
            size * bulk(one, figure_of(one))[0] / figure_of(one).tall
            for one, size in zip(self.things, self.sizes, strict=True)
        ]

    @property
    def near(self) -> float:
        return (self.place.near - 0.02) * self.height

    @property
    def far(self) -> float:
        return self.place.far * self.height

    @property
    def most(self) -> float:
        """How high the tallest may be."""
        share = 0.6 if self.alone else _BELOW_OTHERS
        return share * self.height * self.headroom

    def way(self) -> int:
        """To which side they look: to what they wait for, or by seed."""
        mine = {one.id for one in self.things}
        others = [placed.x for key, placed in self.layout.items() if key not in mine]
        if others and abs(sum(others) / len(others) - self.width / 2) > 0.06 * self.width:
            return 1 if sum(others) / len(others) > self.width / 2 else -1
        return by_turns(self.scene.seed, "way", (1, -1))

    def stand(self, at: int, x: float, base: float, unit: float, *, right: bool | None = None) -> None:
        one = self.things[at]
        figure = figure_of(one)
        tall = self.sizes[at] * unit
        base += sunk_by(one, self.place, tall, self.height)
        scale = max(8, round(tall / figure.tall * UNIT))
        flip = stock_of(one).alive and (x < self.width / 2 if right is None else right)
        frame = Frame(round(x), round(base), scale, figure.foot, flip)
        self.layout[one.id] = standing(one, self.place, frame, figure)

    def line(self, unit: float) -> float:
        """The line on which a row stands, lies in the water or flies."""
        first = self.things[0]
        if floats(first, self.place) and self.place.water is not None:
            return self.place.water * self.height
        if in_the_air(first, self.place) or self.place.floats:
            return (0.34 if in_the_air(first, self.place) else 0.5) * self.height + unit / 2
        if not self.alone:
            return self.near
        return min(self.near, max(self.far + 0.25 * (self.near - self.far), 0.62 * self.height + unit / 2))


def fall_in(
    scene: Scene, place: Place, things: Sequence[Thing], layout: dict[str, Placement], headroom: float
) -> None:
    """Place those of the things anew that are told to stand in some array."""
    for how, form in _FORMS.items():
        group = [one for one in things if one.array == how and one.id in layout and _is_free(one)]
        if len(group) > 1:
            group = _with_who_joins(group, things, layout) if how in ("row", "queue") else group
            form(_Array(scene, place, group, layout, headroom))
    for name in dict.fromkeys(
        one.rel.to for one in things if one.rel is not None and one.rel.type == "around"
    ):
        middle = scene.thing(name)
        ring = [one for one in things if one.rel is not None and one.rel.to == name and one.id in layout]
        if middle is not None and middle in things and name in layout and len(ring) > 2:
            _around(_Array(scene, place, ring, layout, headroom), middle)


def _with_who_joins(
    group: Sequence[Thing], things: Sequence[Thing], layout: Mapping[str, Placement]
) -> list[Thing]:
    """With those few who would stand in their way: what a queue waits for at its head, somebody else at its end."""
    rest = [
        one
        for one in things
        if one not in group and one.id in layout and not one.array
        and (one.rel is None or one.rel.type == "beside")
        and stock_of(one).habitat not in ("sky", "water")
    ]  # fmt: skip
    living = [one for one in rest if stock_of(one).alive]
    goals = [
        one
        for one in rest
        if not stock_of(one).alive and height_of(one) < _GOAL_M and group[0].array == "queue"
        and not any(
            other.rel is not None and other.rel.to == one.id and other.rel.type != "beside" for other in things
        )
    ]  # fmt: skip
    return [*goals[:1], *group, *(living if len(living) <= _JOIN else [])]


def _is_free(thing: Thing) -> bool:
    return thing.rel is None or thing.rel.type in ("front", "behind", "beside")


def _row(array: _Array) -> None:
    """Side by side on one line, all looking the same way; the first leads."""
    count, way = len(array.things), array.way()
    wide, gap = array.wide, _GAP
    unit = min(array.most, 0.93 * array.width / (sum(wide) + gap * (count - 1)))
    on_ground = not (array.place.floats or array.place.all_water) and not any(
        floats(one, array.place) or in_the_air(one, array.place) for one in array.things
    )
    if count >= _DEEP and unit < _SMALL * array.height and array.alone and on_ground:
        _from_the_back(array, way)
        return
    total = (sum(wide) + gap * (count - 1)) * unit
    spare = 0.94 * array.width - total
    air = min(0.5 * spare / max(1, count - 1), 0.12 * unit)
    total += air * (count - 1)
    base, x = array.line(unit), (array.width + way * total) / 2
    for at in range(count):
        array.stand(at, x - way * wide[at] * unit / 2, base, unit, right=way > 0)
        x -= way * (wide[at] * unit + gap * unit + air)


def _from_the_back(array: _Array, way: int) -> None:
    """One behind the other from the foreground to the back, each a bit smaller."""
    count, wide = len(array.things), array.wide
    shares = [1 - (1 - _FARTHEST) * at / (count - 1) for at in range(count)]
    spans = [_CLOSE * breadth * share for breadth, share in zip(wide, shares, strict=True)]
    if not stock_of(array.things[0]).alive:  # what they wait for, which hides none of them
        spans[0] = wide[0] + (1 - _CLOSE) * wide[1]
    total = sum(spans) + (1 - _CLOSE) * (wide[0] + wide[-1] * _FARTHEST) / 2
    unit = min(0.5 * array.height * array.headroom, 0.94 * array.width / total)
    back = array.far - 0.3 * (array.far - array.place.horizon * array.height)
    x = (array.width + way * total * unit) / 2 - way * (1 - _CLOSE) * wide[0] * unit / 2
    for at, (span, share) in enumerate(zip(spans, shares, strict=True)):
        middle = x - way * span * unit / 2
        depth = (share - _FARTHEST) / (1 - _FARTHEST)
        array.stand(at, middle, back + (array.near - back) * depth, unit * share, right=way > 0)
        x -= way * span * unit


def _ranks(array: _Array) -> None:
    """In two rows, each in the gaps of the other."""
    count, wide = len(array.things), max(array.wide)
    front = count - count // 2
    unit = min(
        0.38 * array.height * array.headroom, 0.92 * array.width / (front * (wide + 0.14) + 0.3 * wide)
    )
    step = (wide + 0.14) * unit
    near = array.near
    back = near - 0.66 * unit
    for at in range(count):
        row, place = (0, at) if at < front else (1, at - front)
        many = front if row == 0 else count - front
        aside = 0.3 * wide * unit if row else 0.0
        x = array.width / 2 + (place - (many - 1) / 2) * step + aside - 0.15 * wide * unit
        array.stand(at, x, back if row else near, unit * (0.9 if row else 1.0), right=array.way() > 0)


def _ring(array: _Array) -> None:
    """Around a spot of the ground, looking into the middle."""
    count, wide = len(array.things), max(array.wide)
    across = 0.37 * array.width
    apart = 2 * across * math.sin(math.pi / count)
    unit = min(0.30 * array.height * array.headroom, 1.0 * apart / wide, 0.9 * array.most)
    deep = min(0.17 * array.height, 0.42 * across)
    middle = min(array.near - deep, 0.5 * (array.far + array.near))
    across = min(across, max(1.1 * wide * unit, count * wide * unit / 4.4))
    for at in range(count):
        turn = math.tau * (at + 0.5) / count
        x = array.width / 2 + across * math.sin(turn)
        near = -math.cos(turn)
        array.stand(at, x, middle + deep * near, unit * (1 + 0.12 * near))


_FEW_AROUND, _HIGHER = 6, 1.15
"""So many at most stand at both sides of what is that much higher than they are."""


def _at_both_sides(array: _Array, middle: Thing) -> None:
    """Few around what is higher than they are: half of them on either side of it, the outer ones a step back, so that nobody
    hides it and it hides nobody."""
    count, wide = len(array.things), max(array.wide)
    sides = (count - count // 2, count // 2)
    unit = min(0.36 * array.height, 0.44 * array.width / wide / (0.72 * sides[0] + 0.5)) * array.headroom
    figure = figure_of(middle)
    ratio = (height_of(middle) / max(height_of(one) for one in array.things)) ** COMPRESSION
    base = array.near - 0.055 * array.height
    tall = min(max(1.42, ratio) * unit, 0.9 * base, 0.62 * array.width * figure.tall / figure.width)
    across = array.width / 2
    frame = Frame(across, base, tall / figure.tall * UNIT, figure.foot, False)
    array.layout[middle.id] = placement_from(frame, figure)
    half = 0.32 * figure.width * frame.factor + 0.34 * wide * unit
    for at in range(count):
        side, step = (-1 if at % 2 == 0 else 1), at // 2
        out = half + step * 0.7 * wide * unit
        edge = array.width / 2 - wide * unit / 2
        back = (0.045 if step % 2 else 0.0) * array.height
        array.stand(at, across + side * min(out, edge), array.near - back, unit, right=side < 0)


def _around(array: _Array, middle: Thing) -> None:
    """A ring around something, in one size."""
    tallest = max(height_of(one) for one in array.things)
    if (
        len(array.things) <= _FEW_AROUND
        and array.layout.keys() == {middle.id, *(one.id for one in array.things)}
        and height_of(middle) > _HIGHER * tallest
    ):
        _at_both_sides(array, middle)
        return
    placed = array.layout[middle.id]
    left, top, right, bottom = placed.box
    count, wide = len(array.things), max(array.wide)
    tall = sorted(array.layout[one.id].box[3] - array.layout[one.id].box[1] for one in array.things)[
        count // 2
    ]
    unit = min(max(tall, 0.26 * array.height), 0.3 * array.height) * array.headroom
    across = min(0.44 * array.width, max((right - left) / 2 + 0.75 * wide * unit, count * wide * unit / 4.6))
    unit = min(unit, 2 * across * math.sin(math.pi / count) / wide)
    deep = min(0.17 * array.height, 0.52 * across)
    base = min(array.near - deep, max(placed.base, array.far + 0.3 * deep))
    aside = min(max(placed.x, across + wide * unit / 2), array.width - across - wide * unit / 2)
    dx, dy = round(aside - placed.x), round(base - placed.base)
    array.layout[middle.id] = msgspec.structs.replace(
        placed, x=placed.x + dx, base=placed.base + dy, box=(left + dx, top + dy, right + dx, bottom + dy)
    )
    for at in range(count):
        turn = math.tau * (at + 0.5) / count
        near = -math.cos(turn)
        x = aside + across * math.sin(turn) * (1 - 0.2 * near)  # those behind are seen between those before
        if abs(math.sin(turn)) < 0.3 and near > 0:
            x = aside + 0.5 * across * (1 if at % 2 else -1)
        array.stand(at, x, base + deep * near, unit * (1 + 0.1 * near), right=x < aside)


def layers_of(count: int) -> list[int]:
    """How many lie in each layer of a pyramid of so many, from the lowest."""
    broad = 1
    while broad * (broad + 1) // 2 < count:
        broad += 1
    layers: list[int] = []
    while count > 0:
        layers.append(min(broad, count))
        count, broad = count - layers[-1], broad - 1
    return layers


def _heap(array: _Array) -> None:
    """A pyramid: each layer has one fewer than the one that it lies on."""
    wide, layers = max(array.wide), layers_of(len(array.things))
    high = 1 + LAYER * (len(layers) - 1)
    unit = min(array.most * 1.1 / high, 0.6 * array.width / (layers[0] * wide))
    base, at = array.near - 0.02 * array.height, 0
    for layer, size in enumerate(layers):
        for place in range(size):
            x = array.width / 2 + (place - (size - 1) / 2) * NESTLED * wide * unit
            array.stand(at, x, base - LAYER * unit * layer, unit, right=False)
            at += 1


def _wedge(array: _Array) -> None:
    """A V as birds fly: one ahead, the others behind to both sides."""
    count, wide, way = len(array.things), max(array.wide), array.way()
    arms = count // 2
    unit = min(0.2 * array.height, 0.86 * array.width / ((arms + 1) * (wide + 0.1)))
    step, down = (wide + 0.1) * unit, min(0.8 * unit, 0.24 * array.height / max(1, arms))
    flies = in_the_air(array.things[0], array.place) or array.place.floats
    middle = (
        (0.48 if array.place.floats else 0.36) * array.height + unit / 2
        if flies
        else array.near - arms * down
    )
    front = array.width / 2 + way * arms * step / 2
    for at in range(count):
        behind = (at + 1) // 2
        side = 1 if at % 2 else -1
        array.stand(at, front - way * behind * step, middle + side * behind * down, unit, right=way > 0)


def _line(array: _Array) -> None:
    """On one line, from left to right in their order."""
    count, wide = len(array.things), array.wide
    unit = min(array.most, 0.93 * array.width / (sum(wide) + _GAP * (count - 1)))
    air = (0.94 * array.width / unit - sum(wide)) / (count + 1)
    base, x = array.line(unit), 0.03 * array.width + air * unit
    for at in range(count):
        array.stand(at, x + wide[at] * unit / 2, base, unit)
        x += (wide[at] + air) * unit


_ROOM, _ROOM_IN_ROWS, _APART = 0.42, 0.74, 1.06
"""How much of its height each shows at least above those before it, and how far neighbours are apart, in breadths."""
_ROUND = frozenset({"heart", "star", "triangle", "square", "spiral"})
"""Outlines that would be another if they were broader than high by much."""
_BACK_ROW, _BROADEST = 0.86, 1.7
"""How large those at the back are beside those in front, and how far those of a row are apart at most, in breadths."""


def _outlined(array: _Array) -> None:
    """Along an outline, which lies on the ground or stands in the air, as large as those who form it leave it room."""
    form = array.things[0].array
    points = outline(form, len(array.things))
    wide = max(array.wide)
    free = array.place.floats or in_the_air(array.things[0], array.place)
    room = 1.0 if free else _ROOM_IN_ROWS if form.startswith("rows") else _ROOM
    top, low = _stage(array, free=free)
    half = 0.45 * array.width
    if form in _ROUND:
        half = min(half, (0.95 if free else 1.3) * (low - top))
    unit = array.most
    for _ in range(5):  # the larger they are, the less room has the outline
        aside, deep = half - wide * unit / 2, (low - top - (unit if free else 0.25 * unit)) / 2
        gaps = [
            max(abs(a[0] - b[0]) * aside / (_APART * wide), abs(a[1] - b[1]) * deep / room)
            for a, b in itertools.combinations(points, 2)
        ]
        unit = min(array.most, max(0.06 * array.height, 0.5 * (unit + min(gaps))))
    if form.startswith("rows"):
        across = max(1, len({x for x, _ in points}) - 1)
        aside = min(aside, _BROADEST * wide * unit * across / 2)
    for at in sorted(range(len(points)), key=lambda one: points[one][1]):
        x, y = points[at]
        share = 1.0 if free else (1 + _BACK_ROW + (1 - _BACK_ROW) * y) / 2
        array.stand(at, array.width / 2 + x * aside, low - deep + y * deep, unit * share)


def _stage(array: _Array, *, free: bool) -> tuple[float, float]:
    """From where to where an outline reaches, of those who stand or of those who fly or swim."""
    if free:
        return 0.06 * array.height, (0.92 if array.place.floats else 0.74) * array.height
    return array.far - 0.55 * (array.far - array.place.horizon * array.height), array.near


_FORMS = {
    "row": _row, "queue": _row, "ranks": _ranks, "ring": _ring, "heap": _heap, "wedge": _wedge, "line": _line,
    **dict.fromkeys(OUTLINES, _outlined),
}  # fmt: skip
"""How those fall in who are told so; see `Thing.array`."""
