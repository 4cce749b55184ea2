"""Things that are moved to the left or the right, up or down, by themselves or along what they are on."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from paintover.engines.illustrator.editing.dressing import Dressing
from paintover.engines.illustrator.scene import Relation, Scene
from paintover.engines.illustrator.staging.aside import aside
from paintover.engines.illustrator.staging.attach import sits_on
from paintover.engines.illustrator.staging.bearing import SEATS, lies_flat
from paintover.engines.illustrator.staging.cast import OPPOSITE
from paintover.engines.illustrator.staging.standing import bearer_of, shared_seat


class Moving(Dressing):
    """An editor that moves things."""

    def move_all(self, keys: Sequence[str], side: str, *, little: bool) -> None:
        """Each to that side of the picture, whoever is nearest to it first; or only a bit that way."""

        def across(key: str) -> float:
            placed = self.layout.get(key)
            return (placed.x if placed is not None else 0.0) * (1 if side == "left" else -1)

        for key in sorted(keys, key=across) if side in OPPOSITE else keys:
            if little or side not in OPPOSITE:
                self._push(key, side)
            else:
                self._move_aside(key, side, keys)

    def _push(self, key: str, side: str) -> None:
        """What lies on something is pushed along on it, or gets off it to that side where there is no room; anything else
        is pushed a bit."""
        rel = self._seat_of(key)
        if rel is not None and self._rides(key, rel):
            self._push(rel.to, side)
        elif rel is None or rel.type not in ("on", "inside") or rel.part is not None or side not in OPPOSITE:
            self.shift(key, side)
        elif not self.slide(key, rel, side):
            self._get_off(key, rel, side, near=True)

    def _move_aside(self, key: str, side: str, along: Sequence[str]) -> None:
        """To that side of the picture; what lies on a table, to that end of it."""
        rel = self._seat_of(key)
        if rel is not None and self._rides(key, rel):
            self._move_aside(rel.to, side, along)
            return
        if rel is not None and rel.type in ("on", "inside") and rel.part is None:
            if not self.slide(key, rel, side, far=True):
                self._get_off(key, rel, side, near=False)
            elif self._is_passed_on(key, rel.to, side, along):
                self.not_aside[key] = side
            return
        scene = self._as_it_is()
        if key not in self.layout or bearer_of(scene, self.things[key]) is not None:
            self.shift(key, side)
            return
        family = [key, *(one for one in self.attached(key) if one in self.layout)]
        spot = aside(scene, family, side, along=along)
        if spot is None:
            return
        self.carry(key, spot.dx, spot.dy)
        self._turn_relation(key)
        if not spot.there:
            self.not_aside[key] = side

    def _is_passed_on(self, key: str, seat: str, side: str, along: Sequence[str]) -> bool:
        """Whether another on the same table is farther to that side."""
        way = -1 if side == "left" else 1
        return any(
            way * (self.layout[one].x - self.layout[key].x) > 0
            for one in self.things
            if one not in (key, *along, *self.attached(key))
            and one in self.layout
            and (rel := self._seat_of(one)) is not None
            and rel.to == seat
            and rel.type in ("on", "inside")
        )

    def _seat_of(self, key: str) -> Relation | None:
        """How it is on what it is on, if need be as what it is beside does."""
        thing = self.things[key]
        return shared_seat(thing, self.things.get) or thing.rel

    def _rides(self, key: str, rel: Relation) -> bool:
        """Whether it goes where what it is on goes: who rides."""
        return (
            rel.type == "on"
            and sits_on(self.things[key], self.things[rel.to])
            and self.things[rel.to].kind not in SEATS
        )

    def _get_off(self, key: str, rel: Relation, side: str, *, near: bool) -> None:
        """Stand beside what it was on: no farther than a push goes, where that lies on the ground anyway."""
        self.change(key, rel=Relation(type="left" if side == "left" else "right", to=rel.to))
        if near and lies_flat(self.things[rel.to]) and key in self.layout:
            self.shift(key, side)
        else:
            self.move_elsewhere(key)

    def _turn_relation(self, key: str) -> None:
        """Who was said to be left of another and is right of it now is said to be so."""
        rel = self.things[key].rel
        if rel is None or rel.type not in OPPOSITE or rel.to not in self.layout:
            return
        side = "left" if self.layout[key].x < self.layout[rel.to].x else "right"
        if side != rel.type:
            self.change(key, rel=msgspec.structs.replace(rel, type=OPPOSITE[rel.type]))

    def _as_it_is(self) -> Scene:
        """The scene as far as it is changed already."""
        return msgspec.structs.replace(self.base, objects=tuple(self.things.values()), layout=self.layout)
