"""At a side of the picture: where one goes that is told to go to the left, while nobody makes room for it.

It ends up beyond the others that stand as near or as far, where there is free room; or else a little nearer or farther than
they, where it hides no face and most of it is seen. What is seen is counted in small cells of the picture, by the shapes
that are drawn and not by the boxes around them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
import numpy.typing as npt

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.figures import opaque
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.sight import Mask, cells_in, cells_of, face_of, nearness, root_of
from paintover.engines.illustrator.staging.standing import (
    Box,
    bearer_of,
    floats,
    frame_from,
    hangs,
    in_the_air,
    scene_size,
)

_CELLS = 96
"""Into so many cells the picture's width is parted."""
_RIM, _AT_THE_RIM = 0.03, 0.08
"""How far from the edge one is that was told to go there, and how far one is that was there already: it goes to the very
edge. Shares of the picture's width."""
_NEARER, _HIGHER, _OF_THE_FAR = (
    (-0.03, 0.03, -0.06, 0.06, -0.1, 0.1),
    (-0.06, 0.06, -0.12, 0.12, -0.2, 0.2),
    (-0.02, 0.02, -0.04),
)
"""How much nearer or farther one may stand there, or fly lower or higher, as shares of the picture's height."""
_ASIDE = 0.25
"""How far from the edge one is at most that is at that side, as a share of the picture's width."""
_SEEN, _HIDES, _FACE = 0.55, 0.38, 0.1
"""At least so much of one is seen there, and it hides at most so much of another, or of a face; unless it was so before."""
_A_BIT = 0.08
"""So much of somebody may be hidden before it hurts."""
_ROW = 0.16
"""Who stands no nearer or farther than that is in one row, as a share of the picture's height."""
_LEAST = 0.02
"""Less than that share of the picture's width is no move."""


@dataclass(frozen=True, slots=True)
class Spot:
    """So many pixels to the right and further down; `there` tells whether it is at the side, beyond the others."""

    dx: int
    dy: int
    there: bool


def aside(scene: Scene, keys: Sequence[str], side: str, *, along: Collection[str] = ()) -> Spot | None:
    """Where the first of these goes, with all the others that hang on it; None where it cannot go any further to that side.

    Those `along` go to that side, too, so that one need not pass them.
    """
    return _Aside(scene, keys, side, along).best()


class _Aside:
    """One who goes to a side, and what is before and behind it on its way."""

    def __init__(self, scene: Scene, keys: Sequence[str], side: str, along: Collection[str]) -> None:
        self.scene, self.side = scene, side
        self.width, self.height = scene_size(scene)
        self.cell = self.width / _CELLS
        self.thing = next(one for one in scene.objects if one.id == keys[0])
        self.placed = scene.layout[keys[0]]
        self.place = place_of(scene.env, scene.seed)
        family = [one for one in scene.objects if one.id in keys and one.id in scene.layout]
        self.shape = _united([self._mask(one) for one in family], self._cells())
        boxes = [scene.layout[one.id].box for one in family]
        self.left, self.right = min(box[0] for box in boxes), max(box[2] for box in boxes)
        self.top, self.bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
        faces = [self._box_mask(box) for one in family if (box := face_of(one, scene.layout[one.id]))]
        self.face = _united(faces, self._cells())
        self.others = [one for one in scene.objects if one.id not in keys and one.id in scene.layout]
        self.masks = {one.id: self._mask(one) for one in self.others}
        self.faces = {
            one.id: self._box_mask(box) & self.masks[one.id]
            for one in self.others
            if (box := face_of(one, scene.layout[one.id])) is not None
        }
        self.alone = not set(along) - set(keys)
        self.peers = [
            one
            for one in self.others
            if one.id not in along
            and bearer_of(scene, one) is None
            and in_the_air(one, self.place) == in_the_air(self.thing, self.place)
        ]

    def best(self) -> Spot | None:
        """The best place."""
        best: tuple[float, Spot] | None = None
        for dy in self._depths():
            for price, spot in self._along(dy, inf if best is None else best[0]):
                if best is None or price < best[0]:
                    best = price, spot
        return None if best is None else best[1]

    def _depths(self) -> Iterator[int]:
        """How much farther down it may stand or fly: nowhere else where it floats or hangs."""
        yield 0
        aloft = in_the_air(self.thing, self.place)
        if floats(self.thing, self.place) or hangs(self.thing) or self.scene.sheet:
            return
        foot, top = self.placed.base + self.placed.lift, min(self.top, 0.01 * self.height)
        far, near = self.place.far * self.height, self.place.near * self.height
        if aloft:
            far, near = 0.0, self.place.horizon * self.height
        for share in _HIGHER if aloft else _OF_THE_FAR if self.thing.size == "far" else _NEARER:
            dy = round(share * self.height)
            if min(far, foot) <= foot + dy <= max(near, foot) and self.top + dy >= top:
                yield dy

    def _along(self, dy: int, most: float) -> Iterator[tuple[float, Spot]]:
        """Each place on that line on which it may stand, with its price; as far as that may be less than so much."""
        before, label, faces = self._layers(dy)
        was_seen, was_faced, was_hidden, was_hiding = self._counts(0, 0, *self._layers(0))
        for dx in self._across():
            if self._gap(dx) + 0.6 * abs(dy) / self.height >= most:
                return
            seen, faced, hidden, hiding = self._counts(dx, dy, before, label, faces)
            new = [max(0.0, share - was_hidden.get(key, 0.0)) for key, share in hidden.items()]
            new_faces = [max(0.0, share - was_hiding.get(key, 0.0)) for key, share in hiding.items()]
            own = max(0.0, was_seen - seen)
            if seen < min(_SEEN, was_seen) or max(new, default=0.0) > _HIDES:
                continue
            if max(new_faces, default=0.0) > _FACE or was_faced - faced > _FACE:
                continue
            passed = not self._before_it(dx, dy)
            price = self._gap(dx) + (0.0 if passed else 0.3) + max(0.0, own - _A_BIT) + 2 * sum(new_faces)
            price += 1.5 * sum(max(0.0, share - _A_BIT) for share in new) + 0.6 * abs(dy) / self.height
            near = _AT_THE_RIM if not passed else _ASIDE if self.alone else 1.0
            most = min(most, price)
            yield round(price, 6), Spot(dx, dy, self._gap(dx) < near)

    def _across(self) -> Iterator[int]:
        """How far to that side it may go, by whole pixels, a cell a step."""
        room = self.left if self.side == "left" else self.width - self.right
        rim = 0 if room < _AT_THE_RIM * self.width else round(_RIM * self.width)
        most, way = room - rim, -1 if self.side == "left" else 1
        least = min(_LEAST * self.width, max(1, most))
        steps = {most - round(number * self.cell) for number in range(_CELLS)}
        yield from (way * far for far in sorted(steps, reverse=True) if far >= least)

    def _gap(self, dx: int) -> float:
        """How far from that edge it would be, as a share of the picture's width."""
        gap = self.left + dx if self.side == "left" else self.width - self.right - dx
        return max(0.0, gap / self.width - _RIM)

    def _before_it(self, dx: int, dy: int) -> bool:
        """Whether another in its row would be farther to that side."""
        middle, foot = (self.left + self.right) / 2 + dx, self.placed.base + self.placed.lift + dy
        way = -1 if self.side == "left" else 1
        for one in self.peers:
            placed = self.scene.layout[one.id]
            in_row = abs(placed.base + placed.lift - foot) <= _ROW * self.height
            if in_row and way * ((placed.box[0] + placed.box[2]) / 2 - middle) > 0:
                return True
        return False

    # What is seen

    def _layers(self, dy: int) -> tuple[Mask, npt.NDArray[np.int16], npt.NDArray[np.int16]]:
        """What is before it on that line; and behind it, which of the others is seen in each cell, and whose face."""
        mine = self._nearness(self.thing, self.placed.base + self.placed.lift + dy)
        before = np.zeros(self._cells(), bool)
        label, faces = np.zeros(self._cells(), np.int16), np.zeros(self._cells(), np.int16)
        nearness = {
            one.id: self._nearness(root_of(self.scene, one, self.scene.layout)) for one in self.others
        }
        for number, one in sorted(enumerate(self.others, 1), key=lambda item: nearness[item[1].id]):
            mask = self.masks[one.id]
            if nearness[one.id] > mine:
                before |= mask
                continue
            label[mask], faces[mask] = number, 0
            if one.id in self.faces:
                faces[self.faces[one.id]] = number
        return before, label, faces

    def _counts(
        self, dx: int, dy: int, before: Mask, label: npt.NDArray[np.int16], faces: npt.NDArray[np.int16]
    ) -> tuple[float, float, dict[str, float], dict[str, float]]:
        """Which share of it is seen there, and of its face, and which shares it hides of the others and of their faces."""
        there = self._shifted(self.shape, dx, dy)
        shown = there & ~before
        face = self._shifted(self.face, dx, dy)
        seen = shown.sum() / max(1, self.shape.sum())
        faced = (face & ~before).sum() / max(1, self.face.sum())
        return (
            float(seen),
            float(faced),
            self._hidden(shown, label, self.masks),
            self._hidden(shown, faces, self.faces),
        )

    def _hidden(self, shown: Mask, label: npt.NDArray[np.int16], of: dict[str, Mask]) -> dict[str, float]:
        counts = np.bincount(label[shown], minlength=1)
        return {
            one.id: float(counts[number] / max(1, of[one.id].sum()))
            for number, one in enumerate(self.others, 1)
            if number < counts.size and counts[number] and one.id in of
        }

    def _nearness(self, root: Thing, foot: float | None = None) -> tuple[bool, bool, float]:
        placed = self.scene.layout[root.id]
        return nearness(root, self.place, placed.base + placed.lift if foot is None else foot)

    def _cells(self) -> tuple[int, int]:
        return max(1, round(self.height / self.cell)), _CELLS

    def _mask(self, one: Thing) -> Mask:
        figure = figure_of(one)
        return cells_of(
            opaque(figure), frame_from(self.scene.layout[one.id], figure), self.cell, *self._cells()
        )

    def _box_mask(self, box: Box) -> Mask:
        return cells_in(box, self.cell, *self._cells())

    def _shifted(self, mask: Mask, dx: int, dy: int) -> Mask:
        """The mask so many pixels to the right and down."""
        i, j = round(dx / self.cell), round(dy / self.cell)
        moved = np.zeros_like(mask)
        rows, columns = mask.shape
        moved[max(0, j) : rows + min(0, j), max(0, i) : columns + min(0, i)] = mask[
            max(0, -j) : rows - max(0, j), max(0, -i) : columns - max(0, i)
        ]
        return moved


def _united(masks: Sequence[Mask], cells: tuple[int, int]) -> Mask:
    whole = np.zeros(cells, bool)
    for mask in masks:
        whole |= mask
    return whole
