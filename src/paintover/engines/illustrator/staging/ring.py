"""Those who stand hand in hand around something: so near to each other that their hands meet."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

import msgspec

from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Point
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.standing import frame_from, placement_from, ring_of, scene_size

_TALLEST = 0.40
"""How high they are at most, as a share of the picture."""
_APART, _DEEP = 0.60, 0.20
"""How far neighbours are apart, and how far the ring bends, in heights of theirs."""
_OVER = 1.75
"""How much higher than they are what they stand before is at least."""


def rings(scene: Scene) -> list[list[Thing]]:
    """All who stand hand in hand around something, each ring once."""
    found: dict[str, list[Thing]] = {}
    for thing in scene.objects:
        if thing.rel is not None and thing.rel.type == "around" and thing.rel.to not in found:
            ring = ring_of(scene, thing)
            if len(ring) > 1 and all(one.pose == "hands" and has_arms(stock_of(one)) for one in ring):
                found[thing.rel.to] = ring
    return list(found.values())


def close(scene: Scene, layout: dict[str, Placement], fresh: Collection[str]) -> list[str]:
    """Place newcomers who are hand in hand in half a ring: before what is higher than they are, else behind it. The ids of all
    that moved."""
    changed: list[str] = []
    for ring in rings(scene):
        middle = scene.thing(ring[0].rel.to) if ring[0].rel is not None else None
        if middle is not None and all(one.id in fresh and one.id in layout for one in (*ring, middle)):
            _half_ring(scene, ring, middle, layout)
            changed += [*(one.id for one in ring), middle.id]
    return changed


def _half_ring(scene: Scene, ring: Sequence[Thing], middle: Thing, layout: dict[str, Placement]) -> None:
    width, height = scene_size(scene)
    last = len(ring) - 1
    tall = min(_TALLEST * height, 0.94 * width / (_APART * last + 0.62))
    higher = height_of(middle) > max(height_of(one) for one in ring)
    near = max(layout[one.id].base for one in (*ring, middle))
    deep = _DEEP * tall * (1 if higher else -1)
    across = 0.5 * width
    order = sorted(ring, key=lambda one: layout[one.id].x)
    for place, one in enumerate(order):
        t = 2 * place / last - 1
        figure = figure_of(one)
        size = tall * float((height_of(one) / max(height_of(each) for each in ring)) ** COMPRESSION)
        x, base = (
            across + t * last / 2 * _APART * tall,
            near - max(0.0, deep) * t * t + min(0.0, deep) * (1 - t * t),
        )
        frame = Frame(x, base, size / figure.tall * UNIT, (64.0, figure.foot[1]), t < 0)
        layout[one.id] = placement_from(frame, figure)
    figure = figure_of(middle)
    size = tall * float((height_of(middle) / height_of(ring[0])) ** COMPRESSION)
    if higher:
        size = min(max(size, _OVER * tall), (near - abs(deep)) * 0.96)
    base = near - deep - 2 if higher else near
    layout[middle.id] = placement_from(
        Frame(across, base, size / figure.tall * UNIT, figure.foot, False), figure
    )


def joined(scene: Scene, layout: Mapping[str, Placement]) -> dict[str, Point]:
    """By id, where the hand is of each in a ring that reaches for the next."""
    found: dict[str, Point] = {}
    for ring in rings(scene):
        if all(one.id in layout for one in ring):
            for one, other in chain(ring, layout):
                frame = _frame(layout, other)
                x, y = figure_of(msgspec.structs.replace(other, aim=None)).anchors.hand
                hands = (frame.point((x, y)), frame.point((128 - x, y)))
                found[one.id] = min(hands, key=lambda hand: math.dist(hand, _foot(layout, one)))
    return found


def chain(ring: Sequence[Thing], layout: Mapping[str, Placement]) -> list[tuple[Thing, Thing]]:
    """Each of a ring but the one in the middle, and the neighbour on that side, whose hand they take."""
    order = sorted(ring, key=lambda one: layout[one.id].x)
    middle = len(order) // 2
    left = [(order[n], order[n + 1]) for n in range(middle)]
    return [*left, *((order[n], order[n - 1]) for n in range(middle + 1, len(order)))]


def _frame(layout: Mapping[str, Placement], thing: Thing) -> Frame:
    return frame_from(layout[thing.id], figure_of(thing))


def _foot(layout: Mapping[str, Placement], thing: Thing) -> Point:
    return layout[thing.id].x, layout[thing.id].base
