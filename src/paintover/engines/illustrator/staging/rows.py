"""The rows of a new picture: who stands in which, and next to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.bearing import SEATS, lies_flat
from paintover.engines.illustrator.staging.company import FAR_EDGE, MAT, company_at, has_arms
from paintover.engines.illustrator.staging.held import KITES
from paintover.engines.illustrator.staging.likeness import is_animal
from paintover.engines.illustrator.staging.shelter import bulk
from paintover.engines.illustrator.staging.standing import scene_size

LITTLER = 0.8
"""So many times as high as those behind them animals are clearly smaller."""


_WIDE = {"flag": 1.7, "signpost": 1.5, "trophy": 1.3}
"""How much broader somebody is with such a thing in the hand."""
_STRING_OUT, _STRINGS, _BEFORE_IT = 2.3, 1.7, 0.9
"""How much broader somebody is with a kite that flies away from the others, and each of several with kites; how far aside the first
stands, as a share of that room."""
_BESIDE_IT = 0.6
"""How far aside those stand who hold up other things, as a share of the room for these."""


@dataclass(frozen=True, slots=True)
class Outreach:
    """What somebody in a row holds out or up to one side."""

    spread: float
    aside: float
    """How far from the middle of the room for both they stand, as a share of what is free of it; above 0 to the right."""
    right: bool
    """Whether it is at their right in the picture."""


def outreaches(scene: Scene, row: list[Thing], *, upright: bool) -> dict[str, Outreach]:
    """By the ids of those in a row, what they hold out, where several do, or a kite. Who alone flies one goes to the end of the
    row, and of two the taller stands behind the string of the other, so that none runs across a face; an `upright` picture has no
    room for that."""
    ids = {thing.id for thing in row}
    held = {
        one.rel.to: one.kind
        for one in scene.objects
        if one.rel is not None
        and one.rel.type == "hold"
        and one.rel.to in ids
        and one.kind in {*_WIDE, *KITES}
    }
    flying = [thing for thing in row if held.get(thing.id) in KITES]
    if len(flying) == 1 and len(row) > 1:
        right = row.index(flying[0]) >= len(row) / 2
        if not any(one.rel is not None and one.rel.type in ("left", "right", "between") for one in row):
            row.remove(flying[0])
            row.insert(len(row) if right else 0, flying[0])
        return {flying[0].id: Outreach(_STRING_OUT, -_BEFORE_IT if right else _BEFORE_IT, right)}
    if len(flying) == len(row) == 2 and not upright:
        if all(one.rel is None or one.rel.type == "beside" for one in row):
            row.sort(key=height_of)
        return {thing.id: Outreach(_STRINGS, _BESIDE_IT, right=False) for thing in row}
    if len(held) < 2 or flying:
        return {}
    return {key: Outreach(_WIDE[kind], _BESIDE_IT, right=False) for key, kind in held.items()}


@dataclass(slots=True)
class Actor:
    """One who stands in a row."""

    thing: Thing
    figure: Figure
    rel: float
    """Height as a share of the tallest's, compressed."""
    outreach: Outreach | None = None
    """What it holds out to a side."""

    @property
    def breadth(self) -> float:
        """How broad it is, in heights of the tallest."""
        return (
            (self.outreach.spread if self.outreach else 1.0)
            * self.rel
            * bulk(self.thing, self.figure)[0]
            / self.figure.tall
        )


SAT_M, _A_SITTER = 1.5, 0.78
"""How high in metres those reach who sit on a picnic mat, as the others are measured by them, and that compressed."""


def laid_for(scene: Scene, row: Sequence[Thing]) -> dict[str, float]:
    """By the ids of picnic mats on which people sit or lie, how high these are, so that who is beside them is no larger than those."""
    heights = {}
    for thing in row:
        people = len(company_at(scene, thing)) if thing.kind == MAT else 0
        if people:
            mat = figure_of(thing)
            heights[thing.id] = _A_SITTER * max(1.8, 0.6 * people) * mat.tall / mat.width
        elif bears_somebody(scene, thing):
            mat = figure_of(thing)
            heights[thing.id] = _UNDER_A_SLEEPER * mat.tall / mat.width
    return heights


def laid_low(scene: Scene, row: Sequence[Actor], unit: float, far: float) -> float:
    """How far down, in pixels, a row with a picnic mat stands at least, its tallest `unit` high, so that who sits at the mat's far
    edge is on the ground: on the sand, and not in the sea. `far` is where that begins, as a share of the picture's height."""
    height = scene_size(scene)[1]
    mats = [one for one in row if one.thing.kind == MAT and company_at(scene, one.thing)]
    lowest = [min(_LOWEST_MAT * height, far * height + FAR_EDGE * one.rel * unit) for one in mats]
    return max(lowest, default=0.0)


_LOWEST_MAT = 0.95
_UNDER_A_SLEEPER = 1.25
"""How broad what one lies on is, in heights of who stands beside it."""


def is_crewed(scene: Scene, craft: Thing) -> bool:
    """Whether somebody is in it or on it."""
    return any(
        one.rel is not None
        and one.rel.to == craft.id
        and one.rel.type in ("on", "inside")
        and stock_of(one).alive
        for one in scene.objects
    )


def bears_somebody(scene: Scene, mat: Thing) -> bool:
    """Whether somebody lies or sits on a mat, a towel or a rug, as large there as who stands beside it."""
    return lies_flat(mat) and any(
        one.rel is not None
        and (one.rel.type, one.rel.to) == ("on", mat.id)
        and one.pose in _LOW
        and has_arms(stock_of(one))
        for one in scene.objects
    )


_LOW = frozenset({"sleep", "lie", "sit", "read", "meditate", "knit", "eat"})
"""Poses of those who are down there."""


def side_by_side(actors: Sequence[Actor]) -> int:
    """So many stand in one row rather than in two: few, and more high-rises, which hide none of each other."""
    kinds = [stock_of(actor.thing) for actor in actors]
    if not all(
        kind.habitat == "ground" and not kind.alive and kind.height_m >= _HIGH_RISE_M for kind in kinds
    ):
        return 3
    return 6 if all(actor.figure.tall > 1.2 * actor.figure.width for actor in actors) else 4


_HIGH_RISE_M = 8.0
"""How high in metres a high-rise is at least."""


def is_waited_at(door: Thing, others: Sequence[Thing]) -> bool:
    """Whether somebody is beside a door while several are elsewhere in the room: it has its place in the row then, or they
    would come between the two."""
    near = [one for one in others if one.rel is not None and one.rel.to == door.id]
    beside = any(one.rel is not None and one.rel.type in ("beside", "left", "right") for one in near)
    return door.kind == "door" and beside and len(others) - len(near) > 1


def put_between(order: list[Thing], thing: Thing, relation: Relation) -> None:
    """Bring the two next to each other, and the thing between them."""
    ends = [other for other in order if other.id in (relation.to, relation.also) and other is not thing]
    order.remove(thing)
    if len(ends) == 2:
        order.remove(ends[1])
        order.insert(order.index(ends[0]) + 1, ends[1])
    order.insert(order.index(ends[0]) + 1 if ends else len(order), thing)


def _is_beside(thing: Thing, other: Thing) -> bool:
    return thing.rel is not None and (thing.rel.type, thing.rel.to) == ("beside", other.id)


def beside_it(row: Sequence[Thing], other: Thing) -> int:
    """How many of a row, from its beginning, stand beside another."""
    return sum(1 for _ in takewhile(lambda thing: _is_beside(thing, other), row))


def seat_of(scene: Scene, key: str) -> str:
    """What somebody sits on who is not in the row for themselves: who is beside the king is beside the throne."""
    one = scene.thing(key)
    if one is None or one.rel is None or one.rel.type not in ("on", "inside") or one.rel.part is not None:
        return key
    return one.rel.to


def outside_of_its_like(row: Sequence[Thing], at: int) -> int:
    """Where somebody stands in a row who would come at that place, but for the middle of three and more who do the same: behind
    the last of those."""

    def alike(one: int, other: int) -> bool:
        first, second = row[one], row[other]
        loose = first.rel is None and second.rel is None and stock_of(first).alive
        return loose and (first.kind, first.pose) == (second.kind, second.pose)

    while 0 < at < len(row) and alike(at - 1, at):
        at += 1
    return at


def are_near(first: Thing, second: Thing) -> bool:
    """Whether one was said to be beside the other: they stand closer than those of whom nothing is said."""
    return _is_beside(first, second) or _is_beside(second, first)


def least_gap(row: Sequence[Actor]) -> float:
    """The least distance between neighbours, in heights of the tallest."""
    return 0.07 * max(actor.rel for actor in row)


def split(actors: list[Actor], count: int) -> list[list[Actor]]:
    """Rows from back to front: the tallest behind, about equally broad; in each row the given order is kept.

    Where relations tie actors together, the order is kept through all rows instead.
    """
    tied = any(actor.thing.rel is not None for actor in actors)
    order = {actor.thing.id: place for place, actor in enumerate(actors)}
    ranked = actors if tied or len({a.rel for a in actors}) == 1 else sorted(actors, key=lambda a: -a.rel)
    if ranked is actors:
        size, extra = divmod(len(actors), count)
        cuts = [size * k + max(0, k - (count - extra)) for k in range(count + 1)]
        return [actors[start:end] for start, end in pairwise(cuts)]
    whole, breadth = sum(actor.breadth for actor in ranked), 0.0
    rows: list[list[Actor]] = [[]]
    for actor in ranked:
        left = len(ranked) - sum(map(len, rows))
        full = breadth + actor.breadth / 2 > whole * len(rows) / count
        if rows[-1] and len(rows) < count and (full or left <= count - len(rows)):
            rows.append([])
        rows[-1].append(actor)
        breadth += actor.breadth
    return [sorted(row, key=lambda a: order[a.thing.id]) for row in rows]


def are_little(row: Sequence[Actor], before: Sequence[Actor]) -> bool:
    """Whether all of a row are animals and clearly smaller than those of the row behind it, who live or bear who sits."""
    animals = all(stock_of(one.thing).alive and is_animal(one.thing.kind) for one in row)
    near = all(stock_of(one.thing).alive or one.thing.kind in SEATS for one in before)
    return animals and near and max(one.rel for one in row) <= LITTLER * min(one.rel for one in before)
