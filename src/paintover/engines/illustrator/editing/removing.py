"""What goes, and what becomes of those who were on it or played with it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.editing.dressing import LEASH
from paintover.engines.illustrator.editing.mentioned import EDIBLE, Missing
from paintover.engines.illustrator.editing.replacing import Replacing
from paintover.engines.illustrator.scene import Placement, Relation, Reposed, Thing
from paintover.engines.illustrator.staging.attach import has_legs
from paintover.engines.illustrator.staging.crown import is_in_crown
from paintover.engines.illustrator.staging.standing import SHARED, floats, shared_seat


class Removing(Replacing):
    """An editor that takes things away."""

    def _remove(self, targets: Sequence[str]) -> None:
        for key in targets:
            if key in self.things:
                self._off_its_lead(key, targets)
                self._get_down(key, targets)
                self._pass_the_ball(key, targets)
                self.drop(key)

    def _off_its_lead(self, key: str, leaving: Sequence[str]) -> None:
        """Whose lead goes is led no more, and stays where it is; who had it in the hand just stands there."""
        lead, rel = self.things[key], self.things[key].rel
        if lead.kind != LEASH or rel is None or rel.also not in self.things:
            return
        if rel.also not in leaving:
            self.change(rel.also, rel=None)
        leader = self.things.get(rel.to)
        if (
            leader is not None
            and leader.id not in leaving
            and leader.pose == "lead"
            and leader.id in self.layout
        ):
            self.pose_again(leader.id)
            self.change(leader.id, pose=None)

    def _pass_the_ball(self, key: str, leaving: Sequence[str]) -> None:
        """What one of several plays with is left to the others: to the next who kicks, or on the ground beside them."""
        pose = self.things[key].pose
        fellows = [
            one.id for one in self.things.values() if one.id not in leaving and pose == one.pose == "kick"
        ]
        for held in self.attached(key) if fellows else ():
            rel = self.things[held].rel
            if rel is not None and (rel.type, rel.to, rel.part) == ("hold", key, "foot"):
                self.change(held, rel=msgspec.structs.replace(rel, to=fellows[0]))
                self.move_elsewhere(held)

    def _get_down(self, key: str, leaving: Sequence[str]) -> None:
        """Who lives and is on a thing that goes away stays, on the ground: the monkey on the tree, the knight on the horse.
        So does what stands on furniture. What is part of it goes along: candles on a cake, what somebody wears."""
        seats = {one.id: shared_seat(one, self.things.get) for one in self.things.values()}
        for thing in list(self.things.values()):
            seat = seats[thing.id]
            rel = thing.rel if seat is None else seat
            if rel is None or rel.to != key or thing.id in leaving:
                continue
            if self._comes_down(thing, rel):
                self._step_down(thing.id, key)

    def _comes_down(self, thing: Thing, rel: Relation) -> bool:
        """Whether it stays when that goes on which it is."""
        ground = self.things[rel.to]
        if self.kind_of(thing.id).alive:
            return rel.type in ("on", "inside", "hold")
        if rel.type != "on" or rel.part is not None or self.kind_of(ground.id).alive:
            return False
        if is_in_crown(thing, ground) or ground.kind in EDIBLE or self.on_part(ground.id):
            return False
        return ground.kind in SHARED or self.kind_of(ground.id).habitat in (
            "indoor",
            "table",
            "ground",
            "road",
        )

    def _step_down(self, key: str, ground: str) -> None:
        """Stand where it was, in its size, with its feet where the ground's were: on a rug that is where they are. What
        stood on a plate stands on the plate's table then."""
        stood, below, rel = self.layout.get(key), self.layout.get(ground), self.things[ground].rel
        under = None
        if rel is not None and rel.type == "on" and rel.part is None and not self.kind_of(key).alive:
            under = Relation(type="on", to=rel.to)
        if stood is None or below is None:
            self.move_elsewhere(key)
            self.change(key, rel=under)
            return
        far = place_of(self.base.env, self.base.seed).far * parse_ratio(self.base.ratio).size()[1]
        foot = stood.base if _lies_flat(below) and stood.base >= far else below.base
        if self.kind_of(key).alive:
            self.move_elsewhere(key)
            self.change(key, rel=None)
            fields = {name: getattr(stood, name) for name in stood.__struct_fields__}
            self.former[key] = Reposed(**{**fields, "base": foot, "lift": 0.0, "angle": 0.0})
            if floats(self.things[ground], self.place) and self.things[key].where == "":
                self.change(key, where="water")  # whose boat is gone
            return
        self.lower(key, round(foot - stood.base))
        self.change(key, rel=under)

    def _keep(self, targets: Sequence[str]) -> None:
        """All goes but these, what hangs on them, and what they are on."""
        kept = set(self.said_to_stay)
        for key in targets:
            kept |= {key, *self.attached(key), *self.bearers(key)}
        self.said_to_stay = kept
        later = [op for op in self.said.operations if op.action == "keep" and op.target not in self.bound]
        if later:
            return
        fewer = self._kind_of_which_fewer_stay(targets)
        for key in list(self.things):
            if key not in self.things:
                continue
            stays = fewer is not None and fewer != self.things[key].kind and not self.kind_of(key).alive
            if key not in kept and not stays:
                self.drop(key)

    def _kind_of_which_fewer_stay(self, targets: Sequence[str]) -> str | None:
        """Only two children, of three: one of them goes, and whoever else lives, but not the goal; None where all of a kind stay."""
        counted = any(one.counted and one.count == len(targets) for one in self.said.mentions)
        kinds_ = {self.things[key].kind for key in targets}
        if not counted or len(kinds_) != 1:
            return None
        kind = kinds_.pop()
        return kind if sum(one.kind == kind for one in self.things.values()) > len(targets) else None

    def _take_off(self, targets: Sequence[str], other: int) -> None:
        """What is worn goes; what stood or lay on something stands beside it."""
        for key in targets:
            rel = self.things[key].rel
            if rel is None or rel.to not in self._targets(other):
                raise Missing(self.said.mentions[other].label)
            if rel.type == "wear" or (rel.part is not None and self.kind_of(key).wear is not None):
                self.drop(key)
            else:
                self.change(key, rel=Relation(type="beside", to=rel.to))
                self.move_elsewhere(key)
                if self.things[key].pose == "sit" and has_legs(self.things[key]):
                    self.change(key, pose=None)


def _lies_flat(placement: Placement) -> bool:
    """Whether who is on it stands on the ground: on a rug, not on a table."""
    left, top, right, bottom = placement.box
    return bottom - top < 0.42 * (right - left)
