"""How one more would stand in the depth of a picture: what it hides of those there, and they of it.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping

from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.scene import (
    Placement,
    Scene,
    Thing,
)
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import height_of, stock_of
from paintover.engines.illustrator.staging.proportion import (
    is_a_car,
)
from paintover.engines.illustrator.staging.sight import face_in, face_of
from paintover.engines.illustrator.staging.spots import SEEN
from paintover.engines.illustrator.staging.standing import (
    Box,
    area_of,
    bearer_of,
    floats,
    hangs,
    rooted,
    scene_size,
    shared_area,
    towers,
)

EDGE = 0.2
"""Who may stand anywhere may cover so much of a neighbour before it hurts."""
SPANNING_M = 6.0
"""From such a height on one spans the sky: a rainbow."""


class Depth:
    """What one more in a picture would hide of those there, and they of it: who stands further back is behind."""

    def __init__(self, scene: Scene, thing: Thing, layout: Mapping[str, Placement], *, moved: bool) -> None:
        self.flies = stock_of(thing).habitat == "sky"
        self.apart = (
            self.flies and height_of(thing) < SPANNING_M and not place_in(scene.env, scene.seed).floats
        )
        self.loose = (
            not (self.flies or rooted(thing) or hangs(thing))
            and thing.size != "far"
            and not (thing.rel is not None and thing.rel.type == "behind")
        )
        heights = [height_of(one) for one in scene.objects if one.id in layout and one.id != thing.id]
        self.alive, self.rooted, self.far = stock_of(thing).alive, rooted(thing), thing.size == "far"
        self.loose = self.loose and bool(heights) and (self.alive or height_of(thing) < max(heights))
        self.large = towers(thing, heights) or (bool(heights) and is_a_car(thing))
        self.height = scene_size(scene)[1]
        place = place_in(scene.env, scene.seed)
        afloat = floats(thing, place)
        self.horizon, self.furthest = place.horizon, _FAR_OUT if afloat else _FAR_BACK
        self.level = (-_ABOUT if afloat else 0.01) * self.height
        """From how much nearer than the others one is before them."""
        self.others = [
            (layout[one.id], _foot(scene, one, layout), stock_of(one).habitat == "sky", stock_of(one).alive)
            for one in scene.objects
            if one.id in layout and one.id != thing.id
        ]
        self.come_too = [
            layout[one.id].box
            for one in scene.objects
            if one.id in layout
            and one.id not in scene.layout
            and one.kind == thing.kind
            and one.id != thing.id
        ]
        """Where the others of its kind are to be that come with it."""
        self.kin = [
            layout[one.id]
            for one in scene.objects
            if one.id in layout and one.id != thing.id and one.kind == thing.kind and not self.flies
        ]
        self.faces = [
            (box, _foot(scene, one, layout))
            for one in scene.objects
            if one.id in layout and one.id != thing.id and (box := face_of(one, layout[one.id])) is not None
        ]
        joins = self.alive and not (self.flies or moved or thing.where or self.far) and thing.rel is None
        self.company = [
            (other, foot) for other, foot, flies, alive in self.others if joins and alive and not flies
        ]
        """Those to whom one comes of whom no place is told."""
        there = [other.box[3] - other.box[1] for other, _, flies, _ in self.others if not flies]
        self.peers = statistics.median(there) if there else None
        feet = [foot for _, foot, flies, _ in self.others if not flies]
        self.ground = statistics.median(feet) if feet and not moved else None

    def foreshortening(self, base: float, height: int) -> float:
        """How much smaller one is that stands further back than those there do."""
        if self.flies or self.ground is None:
            return 1.0
        near = self.ground - self.horizon * height
        return min(
            1.0,
            max(self.furthest, max(0.0, (base - self.horizon * height) / near) ** 0.6 if near > 0 else 1.0),
        )

    def price(self, box: Box, base: float, target: tuple[str, Placement] | None) -> float:
        """How bad it is to be there: little where a bit of it is behind others, much where it hides somebody."""
        own, price = max(1.0, area_of(box)), 0.0
        price += self._alone(box, base)
        if self.alive or self.rooted or self.far:
            price += _IN_A_HEAP * sum(shared_area(box, one) / own for one in self.come_too)
        if self.alive and not self.flies:
            wide = max(1.0, box[2] - box[0])
            common = [max(0.0, min(box[2], one[2]) - max(box[0], one[0])) / wide for one in self.come_too]
            price += _IN_A_QUEUE * max(common, default=0.0)
        if self.ground is not None and self.peers is not None and base < self.ground:
            back = (self.ground - base) / max(1.0, self.ground - self.horizon * self.height)
            price += (_BACK_ALIVE if self.alive else _BACK) * max(0.0, back - _A_STEP) if self.loose else 0.0
            if box[3] - box[1] < _LITTLE * self.peers:
                price += 0.2  # what is small is in front, where it is seen
        elif self.ground is not None and self.peers is not None and base > self.ground + self.level:
            price += _TOY if self.large and box[3] - box[1] < 0.9 * self.peers else 0.0
        for other, foot, flies, alive in self.others:
            if self.apart and flies and not (target is not None and target[1] is other):
                near = shared_area(_with_air(box, _SKY_BETWEEN * self.height), other.box)
                price += _COLLIDES * near / max(1.0, min(own, area_of(other.box)))
                continue
            shared = shared_area(box, other.box)
            if not shared:
                continue
            if target is not None and target[1] is other and target[0] in _OVERLAPPING:
                price += 1.2 * shared / min(own, max(1.0, area_of(other.box)))
                if target[0] == "front":
                    price += HIDES * max(0.0, shared / max(1.0, area_of(other.box)) - SEEN)
                continue
            behind = base < foot if self.flies == flies else self.flies
            if (self.alive and alive) or any(other is one for one in self.kin):
                narrow = min(box[2] - box[0], other.box[2] - other.box[0]) / 2
                aside = abs(box[0] + box[2] - other.box[0] - other.box[2]) / 2
                price += _IN_A_FILE * max(0.0, 1 - aside / max(1.0, narrow))
            if behind:
                part, free = shared / own, _PEEPS
                price += 0.0 if self.rooted else _PERCHED * _seems_to_stand_on(box, other.box)
                if self.rooted:  # what is seen of a tree is counted by its shape
                    price += 0.5 * min(part, _LOOMS) + 4.0 * max(0.0, part - _LOOMS)
                    continue
                if self.large and not self.alive:
                    free = _LOOMS
                elif self.alive and alive:
                    free = _PEEPS_OUT
                price += 1.5 * min(part, free) + 14.0 * max(0.0, part - free)
            else:
                part = shared / max(1.0, area_of(other.box))
                free = _BODY if alive else EDGE
                price += 2.5 * min(part, free) + (12.0 if alive else 6.0) * max(0.0, part - free)
                # Before a house one is seen as well as before the sky.
                if alive or area_of(other.box) < _A_WALL * own:
                    price += (2.0 if self.alive else 4.0) * max(0.0, shared / own - _PEEPS)
        return price

    def _alone(self, box: Box, base: float) -> float:
        """What it costs to stand far from those to whom one comes: a step beside somebody is best, on the same line."""
        return min(
            (
                _AIR * max(0.0, other.box[0] - box[2], box[0] - other.box[2]) / self.height
                + _OFF_THE_LINE * max(0.0, abs(foot - base) / self.height - _ON_THE_LINE)
                for other, foot in self.company
            ),
            default=0.0,
        )

    def facing(self, figure: Figure, x: float, base: float, tall: float, turned: bool) -> tuple[bool, float]:
        """Which way one looks there that would rather be `turned` so, and what it costs: what is hidden of faces."""
        if not self.alive:
            return turned, 0.0
        ways = (turned,) if figure.anchors.front else (turned, not turned)
        return min(
            (
                (way, self._hidden(figure, x, base, tall, way) + (_TURNED if way != turned else 0.0))
                for way in ways
            ),
            key=lambda found: found[1],
        )

    def _hidden(self, figure: Figure, x: float, base: float, tall: float, turned: bool) -> float:
        frame = Frame(x, base, tall / figure.tall * UNIT, figure.foot, turned)
        own = frame.bounds(face_in(figure))
        whole = frame.bounds(figure.extent)
        price = 0.0
        for other, foot, flies, _ in self.others:
            if base < foot and self.flies == flies:
                price += _FACE * shared_area(own, other.box) / max(1.0, area_of(own))
        for face, foot in self.faces:
            if base >= foot:
                price += _FACE * shared_area(whole, face) / max(1.0, area_of(face))
        return price


def _seems_to_stand_on(box: Box, other: Box) -> bool:
    """Whether just the foot of one is behind another, so that it looks as if it stood on that."""
    hidden = box[3] - other[1]
    common = min(box[2], other[2]) - max(box[0], other[0])
    return hidden < _JUST_THE_FOOT * (box[3] - box[1]) and common > 0.4 * (box[2] - box[0])


def _with_air(box: Box, air: float) -> Box:
    return box[0] - air, box[1] - air, box[2] + air, box[3] + air


_IN_A_HEAP = 2.5
"""What it costs to have all of one before, or behind, another who comes with it: there is room beside that one."""
_IN_A_QUEUE = 0.9
"""What it costs to stand straight above or below another who comes with it, one after the other, even with ground between them."""
_COLLIDES, _SKY_BETWEEN = 9.0, 0.012
"""What it costs to be all before something else in the sky, and how much of that is left between the two at least."""
_PERCHED, _JUST_THE_FOOT = 1.5, 0.35
"""What it costs to look as if one stood on another, and which share of it is behind that at most then."""
_FACE, _TURNED = 6.0, 0.3
"""What it costs to hide a whole face, and to look away from the others."""
_AIR, _OFF_THE_LINE, _ON_THE_LINE = 1.6, 2.4, 0.03
"""What it costs to have so much air between oneself and them as the picture is high; to be so much nearer or further back; and how
much of this is nothing."""
_BODY, _PEEPS_OUT = 0.3, 0.4
"""So much of a body one may hide, or have hidden of one's own, where faces are free."""
_IN_A_FILE = 2.5
"""What it costs to stand right behind somebody, or right before them, one head above the other."""
_LOOMS = 0.4
"""So much of something large may be behind what is lower than it."""
_BACK_ALIVE = 7.0
_BACK, _A_STEP = 3.4, 0.25
"""What it costs to stand at the horizon, from such a share of the way on, for one that is lower than the highest of
them: it would hover there like something forgotten. What is built or grown may."""
_TOY = 2.0
"""What it costs to be before the others and lower than they are drawn for one that towers above them: it looks like a toy."""
_A_WALL = 6.0
"""So many times as large is what can be stood before without being lost among it."""
_OVERLAPPING = frozenset({"behind", "front", "inside", "below", "around"})
"""Relations to somebody of whom one covers a part, or the other way round."""
HIDES = 6.0
"""What it costs to hide more of something than `SEEN`."""
_LITTLE = 0.7
"""What is no higher than that beside the others is small among them."""
_PEEPS = 0.22
"""So much of one more may be behind others before it hurts."""
_ABOUT = 0.02
"""So much further out, as a share of the picture's height, is still beside the others on the water."""
_FAR_BACK, _FAR_OUT = 0.78, 0.5
"""How small one becomes at most that stands further back than the others; out on the water beyond those ashore."""


def _foot(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> float:
    """Where that stands which a thing is on, or itself: what decides who is before whom."""
    return layout[_foot_of(scene, thing, layout)].base


def _foot_of(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> str:
    """The id of what bears it and stands on the ground."""
    seen = {thing.id}
    while (bearer := bearer_of(scene, thing)) is not None and bearer.id in layout and bearer.id not in seen:
        thing = bearer
        seen.add(thing.id)
    return thing.id
