"""What one more would hide in a picture that is there, and what would hide it: how much is seen at the end decides where it
goes, and not the boxes around those that stand there."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.kinds import RUGS
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.figures import opaque
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.sight import (
    Mask,
    cells_in,
    cells_of,
    face_in,
    face_of,
    nearness,
    root_of,
)
from paintover.engines.illustrator.staging.standing import frame_from, looms, scene_size

Labels = npt.NDArray[np.int16]

_CELLS = 80
"""Into so many cells the picture's width is parted."""
_A_BIT, _OF_A_FACE, _BEFORE = 0.1, 0.05, 0.3
"""So much of one more may be hidden, and so much of another may it hide, and of a face, and of whom it is said to be before,
where nothing hurts."""
_LOOMS = 0.42
"""So much of a tree, a house or a truck may be behind others."""
_HALF = 0.45
"""So much of whom is said to be behind another, which is still mostly seen."""
_UNSEEN, _HIDING, _FACES, _FACELESS = 14.0, 16.0, 8.0, 10.0
"""What it costs to be hidden, to hide another, to hide a face, and to have one's own face hidden."""
_BURYING, _BURIED, _BURIED_DEEPER = 14.0, 0.5, 0.15
"""What it costs besides to be hidden so much, and so much more than may be, that one seems to be there by mistake."""
_UNREAD = 60.0
"""What it costs a board to be hidden with the words on it."""
IN_SIGHT = frozenset({"left", "right", "beside", "front", "between", "behind"})
"""How one stands to another of whom all is to be seen; of whom is behind, at least half."""


class Clearing:
    """A picture into which one more comes, who is to be seen and to hide nobody."""

    def __init__(
        self, scene: Scene, thing: Thing, layout: Mapping[str, Placement], before: Placement | None
    ) -> None:
        """`before` is where that stands before which it is to stand, if it is."""
        width, height = scene_size(scene)
        self.cell = width / _CELLS
        self.cells = max(1, round(height / self.cell)), _CELLS
        self.thing, self.place = thing, place_of(scene.env, scene.seed)
        figure = figure_of(thing)
        self.covered = opaque(figure)
        self.units = float(np.count_nonzero(self.covered))
        self.face = face_in(figure) if stock_of(thing).alive else None
        self.looms = _LOOMS if looms(scene, thing, layout) else _A_BIT
        if thing.rel is not None and thing.rel.type == "behind" and thing.rel.to in layout:
            self.looms = _HALF
        if thing.rel is not None and thing.rel.type == "between" and is_broad(thing):
            self.looms = _LOOMS
        there = [one for one in scene.objects if one.id in layout and one.id != thing.id]
        feet = {one.id: self._nearness(scene, one, layout) for one in there}
        there.sort(key=lambda one: feet[one.id])
        self.feet = [feet[one.id] for one in there]
        self.masks = [self._mask(one, layout[one.id]) for one in there]
        seen = self._seen(len(there))
        self.seen = np.maximum(1, np.bincount(seen.ravel(), minlength=len(there) + 1))
        self.free = np.array(
            [1.0, *(_BEFORE if layout[one.id] is before else 1.0 if _lies(one) else _A_BIT for one in there)]
        )
        self.faces = np.zeros(self.cells, np.int16)
        for number, one in enumerate(there, 1):
            if (box := face_of(one, layout[one.id])) is not None:
                self.faces[cells_in(box, self.cell, *self.cells) & (seen == number)] = number
        self.of_faces = np.maximum(1, np.bincount(self.faces.ravel(), minlength=len(there) + 1))
        self.layers: dict[int, tuple[Mask, Labels]] = {}

    def price(self, frame: Frame) -> float:
        """How bad it is to be there: nothing where it is seen nearly whole, and all others as before."""
        own = cells_of(self.covered, frame, self.cell, *self.cells)
        before, behind = self._layer(frame.y)
        shown = own & ~before
        units = max(1.0, float(np.count_nonzero(own)), self.units * (frame.factor / self.cell) ** 2)
        hidden = 1 - float(np.count_nonzero(shown)) / units
        price = _UNREAD * hidden if self.thing.says else _UNSEEN * max(0.0, hidden - self.looms)
        price += _BURYING * max(0.0, hidden - max(_BURIED, self.looms + _BURIED_DEEPER))
        if self.face is not None:
            face = own & cells_in(frame.bounds(self.face), self.cell, *self.cells)
            unseen = 1 - float(np.count_nonzero(face & ~before)) / max(1.0, float(np.count_nonzero(face)))
            price += _FACELESS * max(0.0, unseen - _OF_A_FACE)
        count = len(self.seen)
        hides = np.bincount(behind[shown], minlength=count) / self.seen
        hides[0] = 0.0
        price += _HIDING * float(np.maximum(0.0, hides - self.free).sum())
        faces = np.where(shown & (behind == self.faces), self.faces, 0)
        of_faces = np.bincount(faces.ravel(), minlength=count) / self.of_faces
        of_faces[0] = 0.0
        return price + _FACES * float(np.maximum(0.0, of_faces - _OF_A_FACE).sum())

    def _layer(self, foot: float) -> tuple[Mask, Labels]:
        """What is before one that stands so low; and who is seen in each cell of those behind it."""
        mine = nearness(self.thing, self.place, foot)
        behind = sum(feet <= mine for feet in self.feet)
        if behind not in self.layers:
            before = np.zeros(self.cells, bool)
            for mask in self.masks[behind:]:
                before |= mask
            self.layers[behind] = before, self._seen(behind)
        return self.layers[behind]

    def _seen(self, count: int) -> Labels:
        """Which of the first so many is seen in each cell, by its number from 1."""
        label = np.zeros(self.cells, np.int16)
        for number, mask in enumerate(self.masks[:count], 1):
            label[mask] = number
        return label

    def _nearness(
        self, scene: Scene, one: Thing, layout: Mapping[str, Placement]
    ) -> tuple[bool, bool, float]:
        root = root_of(scene, one, layout)
        return nearness(root, self.place, layout[root.id].base + layout[root.id].lift)

    def _mask(self, one: Thing, placed: Placement) -> Mask:
        figure = figure_of(one)
        return cells_of(opaque(figure), frame_from(placed, figure), self.cell, *self.cells)


def is_broad(thing: Thing) -> bool:
    """Whether it is a couch, a bench, a car: between two it may be partly behind both rather than a toy before them."""
    kind = stock_of(thing)
    return not kind.alive and kind.habitat != "table" and height_of(thing) >= _BROAD_M


_BROAD_M = 0.5


def _lies(one: Thing) -> bool:
    """Whether others stand on it, and hide it as they should."""
    return one.kind in RUGS
