"""What those who become larger hide of others, and of each other: counted in small cells of the picture, by the shapes that are
drawn and not by the boxes around them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

import numpy as np

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.figures import opaque
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.sight import Mask, cells_in, cells_of, face_of, nearness, root_of
from paintover.engines.illustrator.staging.standing import frame_from, scene_size

_CELLS = 96
"""Into so many cells the picture's width is parted."""
_OF_A_FACE, _FACE = 0.05, 4.0
"""So much more of a face may be hidden than before, and what it costs to hide all of it."""
_OF_A_BODY, _BODY = 0.2, 3.0
"""The same of somebody or something as a whole."""


class Crowding:
    """A picture in which some become larger."""

    def __init__(self, scene: Scene, layout: Mapping[str, Placement], without: Collection[str]) -> None:
        """Those `without` are not counted: what hangs on who grows, and is hung anew."""
        width, height = scene_size(scene)
        self.cell = width / _CELLS
        self.cells = max(1, round(height / self.cell)), _CELLS
        self.place = place_of(scene.env, scene.seed)
        self.layout = dict(layout)
        self.there = [one for one in scene.objects if one.id in layout and one.id not in without]
        self.roots = {one.id: root_of(scene, one, layout) for one in self.there}
        self.shapes = {one.id: self._shape(one, layout[one.id]) for one in self.there}
        self.seen = self._shares(self.layout, self.shapes)

    def harm(self, grown: Mapping[str, Placement]) -> float:
        """How bad it is that some stand so: nothing where no more is hidden than before."""
        layout = {**self.layout, **grown}
        shapes = self.shapes | {
            one.id: self._shape(one, layout[one.id]) for one in self.there if one.id in grown
        }
        price = 0.0
        for key, (body, face) in self._shares(layout, shapes).items():
            price += _BODY * max(0.0, self.seen[key][0] - body - _OF_A_BODY)
            price += _FACE * max(0.0, self.seen[key][1] - face - _OF_A_FACE)
        return price

    def _shape(self, one: Thing, placed: Placement) -> tuple[Mask, Mask]:
        """The cells that it covers, and those of its face."""
        figure = figure_of(one)
        mask = cells_of(opaque(figure), frame_from(placed, figure), self.cell, *self.cells)
        box = face_of(one, placed)
        face = mask & cells_in(box, self.cell, *self.cells) if box is not None else np.zeros_like(mask)
        return mask, face

    def _shares(
        self, layout: Mapping[str, Placement], shapes: Mapping[str, tuple[Mask, Mask]]
    ) -> dict[str, tuple[float, float]]:
        """Which share is seen of each, and of its face."""
        taken, found = np.zeros(self.cells, bool), {}
        for one in sorted(self.there, key=lambda each: self._nearness(each, layout), reverse=True):
            mask, face = shapes[one.id]
            found[one.id] = _share(mask, taken), _share(face, taken)
            taken |= mask
        return found

    def _nearness(self, one: Thing, layout: Mapping[str, Placement]) -> tuple[tuple[bool, bool, float], bool]:
        root = self.roots[one.id]
        return nearness(root, self.place, layout[root.id].base + layout[root.id].lift), one is not root


_Way = TypeVar("_Way")


def cheapest(ways: Sequence[_Way], plain: Callable[[_Way], float], besides: Callable[[_Way], float]) -> _Way:
    """The first of the ways that cost least in both together; what it costs `besides`, which is nothing at least, is asked only
    of those that might be."""
    ranked = sorted((plain(way), number) for number, way in enumerate(ways))
    best = (float("inf"), 0)
    for price, number in ranked:
        if round(price, 6) > best[0]:
            break
        best = min(best, (round(price + besides(ways[number]), 6), number))
    return ways[best[1]]


def _share(mask: Mask, taken: Mask) -> float:
    whole = int(np.count_nonzero(mask))
    return int(np.count_nonzero(mask & ~taken)) / whole if whole else 1.0
