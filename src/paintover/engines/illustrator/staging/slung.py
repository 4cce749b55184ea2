"""A hammock between two trees of a new picture is slung from trunk to trunk, and has no posts of its own.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.poses import SLUNG
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.standing import (
    frame_from,
    placement_from,
    rooted,
    scene_size,
)

_HIGH, _ABOVE = 0.46, 0.03
"""How high on the lower of two trees the ropes are, as a share of it, and how far above the ground it hangs at least, as a
share of the picture's height."""
_APART, _OUT = 0.58, 0.015
"""How far apart the trunks are, and how near to the edge a crown comes, as shares of the picture's breadth."""


def slung_between(scene: Scene, thing: Thing) -> tuple[Thing, Thing] | None:
    """The two trees between which a hammock is told to be; None of anything else."""
    rel = thing.rel
    if thing.kind != "hammock" or rel is None or rel.type != "between" or rel.also is None:
        return None
    first, last = scene.thing(rel.to), scene.thing(rel.also)
    if first is None or last is None or not (rooted(first) and rooted(last)):
        return None
    return first, last


def sling(scene: Scene, layout: dict[str, Placement]) -> None:
    """Stretch such hammocks from trunk to trunk, the trees as far apart as the picture is broad."""
    width, height = scene_size(scene)
    for thing in scene.objects:
        trees = slung_between(scene, thing) if thing.pose == SLUNG and thing.id in layout else None
        if trees is None or not all(tree.id in layout for tree in trees):
            continue
        left, right = sorted(trees, key=lambda tree: layout[tree.id].x)
        base = max(layout[left.id].base, layout[right.id].base)
        for tree, x in ((left, (1 - _APART) / 2 * width), (right, (1 + _APART) / 2 * width)):
            layout[tree.id] = _at(tree, layout[tree.id], x, base, 2 * (0.5 - _OUT - _APART / 2) * width)
        tall = min(layout[tree.id].box[3] - layout[tree.id].box[1] for tree in trees)
        figure = figure_of(thing)
        scale = (layout[right.id].x - layout[left.id].x) / figure.width * UNIT
        frame = frame_from(layout[thing.id], figure)
        frame = replace(frame, x=width / 2, y=base, scale=scale, flip=False, angle=0.0)
        placed = placement_from(frame, figure)
        lift = max(placed.box[1] - (base - _HIGH * tall), _ABOVE * height)
        up = round(lift)
        layout[thing.id] = msgspec.structs.replace(_moved(placed, 0, -up), lift=float(up))


def _at(tree: Thing, stood: Placement, x: float, base: float, wide: float) -> Placement:
    """The tree at its place, with a crown as broad as there is room for."""
    figure, frame = figure_of(tree), frame_from(stood, figure_of(tree))
    scale = min(wide / figure.width * UNIT, frame.scale * _GROWN)
    return placement_from(replace(frame, x=x, y=base, scale=scale), figure, lift=stood.lift)


_GROWN = 2.0
"""How much larger a tree becomes at most, for which a row of three had less room."""


def _moved(placed: Placement, dx: int, dy: int) -> Placement:
    left, top, right, bottom = placed.box
    return msgspec.structs.replace(
        placed, x=placed.x + dx, base=placed.base + dy, box=(left + dx, top + dy, right + dx, bottom + dy)
    )
