"""The rows of a new picture: who stands in which, and next to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.likeness import is_animal
from paintover.engines.illustrator.staging.shelter import bulk

LITTLER = 0.8
"""So many times as high as those behind them animals are clearly smaller."""


@dataclass(slots=True)
class Actor:
    """One who stands in a row."""

    thing: Thing
    figure: Figure
    rel: float
    """Height as a share of the tallest's, compressed."""
    spread: float = 1.0
    """How much broader it is with what it holds up."""

    @property
    def breadth(self) -> float:
        """How broad it is, in heights of the tallest."""
        return self.spread * self.rel * bulk(self.thing, self.figure)[0] / self.figure.tall


_WIDE = {"flag": 1.7, "signpost": 1.5, "trophy": 1.3}
"""How much broader somebody is with such a thing in the hand."""


def held_wide(scene: Scene, row: Sequence[Thing]) -> dict[str, float]:
    """By the ids of those in a row, where several hold up what is broader than they are, how much broader they are with it."""
    ids = {thing.id for thing in row}
    held = {
        one.rel.to: _WIDE[one.kind]
        for one in scene.objects
        if one.kind in _WIDE and one.rel is not None and one.rel.type == "hold" and one.rel.to in ids
    }
    return held if len(held) > 1 else {}


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
    """Whether all of a row are animals and clearly smaller than the animals of the row behind it."""
    animals = all(stock_of(one.thing).alive and is_animal(one.thing.kind) for one in (*row, *before))
    return animals and max(one.rel for one in row) <= LITTLER * min(one.rel for one in before)
