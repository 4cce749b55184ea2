"""Who takes another's place, and what they have of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.editing.counting import Counting, describes
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relate import relation
from paintover.engines.illustrator.grammar.utterance import Operation
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import (
    Relation,
    Replaced,
    Thing,
)
from paintover.engines.illustrator.sprites.stock import takes_mood, takes_pose
from paintover.engines.illustrator.sprites.tailor import GARMENTS, is_gown
from paintover.engines.illustrator.staging.cast import ATTACHED
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.likeness import LIKE, is_somebody, likeness
from paintover.engines.illustrator.staging.mounts import mounts
from paintover.engines.illustrator.staging.standing import unit_of

_COUNTERPARTS = {"waiter": "waitress", "king": "queen", "prince": "princess", "wizard": "witch", "monk": "nun", "groom": "bride"}  # fmt: skip
_OF_BOTH = {
    **{(his, "woman"): hers for his, hers in _COUNTERPARTS.items()},
    **{(hers, "man"): his for his, hers in _COUNTERPARTS.items()},
    ("nurse", "man"): "man-health-worker",
}
"""By who somebody is and what they are to become, who of that trade or rank is drawn so."""
_ON_THE_HEAD = frozenset({"head", "eyes", "neck"})
"""Parts on which somebody has what is no likely heir of theirs: a hat, glasses, a tie."""


_RIDDEN_M = 1.0
"""How high an animal is at least that somebody rides."""


class Replacing(Counting):
    """An editor that puts one thing in another's place."""

    def _is_led(self, key: str) -> bool:
        """Whether somebody is hand in hand with another, or in their arms."""
        rel = self.things[key].rel
        return rel is not None and rel.type == "hold" and rel.part in ("arm", "neck")

    def _take_place(self, guest: str, key: str) -> None:
        """One of another picture takes the id, the place and the relation of one of this, and keeps what hangs on it."""
        old, new = self.things[key], self.things[guest]
        for worn in self.attached(key):
            if worn in self.things:
                self.drop(worn)
        self.things[key] = msgspec.structs.replace(new, id=key, rel=old.rel)
        for worn in self.attached(guest):
            rel = self.things[worn].rel
            if rel is not None and rel.to == guest:
                self.things[worn] = msgspec.structs.replace(
                    self.things[worn], rel=msgspec.structs.replace(rel, to=key)
                )
        if guest in self.things:
            del self.things[guest]
        self.touch(key)

    def _of_the_trade(self, mention: Mention, targets: Sequence[str]) -> Mention:
        """ "Make the doctor a woman": a woman who is a doctor."""
        olds = {self.things[key].kind for key in targets}
        if mention.kind not in ("man", "woman") or len(olds) != 1:
            return mention
        old = olds.pop()
        name = names("en", old.removeprefix("wo").removeprefix("man-"))
        for word in (mention.kind, "male" if mention.kind == "man" else "female"):
            told = parse(f"a {word} {name}").mentions
            kind = told[0].kind if len(told) == 1 else None
            if kind is not None and kind.startswith(f"{mention.kind}-") and is_somebody(old):
                return replace(mention, kind=kind)
        return replace(mention, kind=_OF_BOTH.get((old, mention.kind), mention.kind))

    def _into_so_many(self, operation: Operation, targets: Sequence[str]) -> Sequence[str]:
        """Whose place is taken: where several become one ("swap the vegetables for a big fish") that of the first, and the
        rest go. "Every ball" becomes one each."""
        mention = None if operation.other is None else self.said.mentions[operation.other]
        each = not operation.loose if operation.target < 0 else self.said.mentions[operation.target].every
        if mention is None or mention.kind is None or not mention.counted or each:
            return targets
        kept, rest = targets[: mention.count], targets[mention.count :]
        if not rest or kinds()[mention.kind].wear is not None:
            return targets
        for key in rest:
            if key in self.things:
                self.drop(key)
        return kept

    def _is_put_on(self, kind: str, targets: Sequence[str]) -> bool:
        """Whether those who are to become such a thing rather put it on: 女孩换成黄帽子."""
        if kind in GARMENTS:
            return all(has_arms(self.kind_of(key)) or is_somebody(self.things[key].kind) for key in targets)
        worn = kinds()[kind].wear in _ON_THE_HEAD and not kinds()[kind].alive
        return worn and bool(targets) and all(self.kind_of(key).alive for key in targets)

    def _rides_on(self, key: str, ridden: str, kind: str) -> bool:
        """Whether somebody rides that, and rides on if it becomes one of that kind: a horse, a bicycle."""
        rel = self.things[key].rel
        if rel is None or (rel.type, rel.to) != ("on", ridden) or not self.kind_of(key).alive:
            return False
        was = self.things[ridden]
        rode = rel.part == "back" if self.kind_of(ridden).alive else was.kind in mounts() and rel.part is None
        new = kinds()[kind]
        goes_on = kind in mounts() or (new.alive and new.height_m >= _RIDDEN_M and not has_arms(new))
        return rode and goes_on and self.kind_of(ridden).alive != new.alive

    def _replace(self, targets: Sequence[str], other: int) -> None:
        """The new thing takes the old one's id and place; what the old one wore goes if the new one cannot wear it."""
        mention = self._of_the_trade(self.said.mentions[other], targets)
        kind = mention.kind
        if kind is not None and self._is_put_on(kind, targets):
            self.bound[other] = self._put_on(targets, mention)  # 妈妈换成长头发
            return
        if kind is None:
            self.undrawn.append(mention)
            return
        guests = [key for key in self.guests.get(other, ()) if key not in targets]
        for key in targets:
            old = self.things.get(key)
            if old is None:
                continue  # which went with one before it
            if is_gown(old.kind, old.label) != is_gown(kind, mention.label) and old.kind == kind:
                self.change(key, label=mention.label, colour=mention.colour or old.colour)
                continue
            if old.kind == kind and not guests and not describes(mention):
                continue
            stood = self.layout.get(key)
            self.place_again(key)
            if stood is not None:
                fields = {name: getattr(stood, name) for name in stood.__struct_fields__}
                lands = kinds()[old.kind].habitat == "sky" and kinds()[kind].habitat != "sky"
                if lands and not self.place.floats:
                    height = parse_ratio(self.ratio).size()[1]  # nothing stands in the air
                    on_land = 0.5 * (self.place.far + self.place.near) * height
                    fields["base"] = max(fields["base"], round(on_land))
                self.former[key] = Replaced(**fields, unit=unit_of(old, stood))
            if guests:
                self._take_place(guests[0], key)
                continue
            if kinds()[old.kind].alive and not kinds()[kind].alive:
                for worn in self.attached(key):
                    if worn in self.things and self.on_part(worn) and not self._rides_on(worn, key, kind):
                        self.drop(worn)
            if kind in _OF_MEN and old.kind not in _OF_MEN:
                for worn in self.attached(key):
                    if worn in self.things and self.things[worn].kind in _DRESSES:
                        self.drop(worn)
            for hand in [
                one for one in self.attached(key) if self._is_led(one) and not has_arms(kinds()[kind])
            ]:
                self.change(hand, rel=Relation(type="beside", to=key), pose=None)  # hand in hand with a dog
            rel = old.rel
            if rel is not None and rel.type in ATTACHED and rel.to in self.things:
                host = kinds()[self.things[rel.to].kind]
                part = kinds()[kind].wear
                if rel.part in ("arm", "neck") and rel.type == "hold" and has_arms(kinds()[kind]):
                    pass  # hand in hand still
                elif rel.type == "wear" and part is not None and part != "hand":
                    rel = Relation(type="wear", to=rel.to, part=part)
                else:
                    rel = relation(
                        "on" if rel.type == "wear" else rel.type, kinds()[kind], host, rel.to, rel.part
                    )
            new = _as_it_was(self._thing(mention, kind, key, rel), old)
            if old.size == "far" and new.size is None:
                new = msgspec.structs.replace(new, size="far")
            riders = [worn for worn in self.attached(key) if self._rides_on(worn, key, kind)]
            self.things[key] = new
            self.touch(key)
            for rider in riders:  # on a back, or on what is no body and has none
                on_it = Relation(type="on", to=key, part="back" if kinds()[kind].alive else None)
                self.change(rider, rel=on_it, pose=None)
        self.bound[other] = list(targets)
        if guests:
            return
        extra = mention.count - len(targets) if mention.counted else 0
        for _ in range(extra):
            added = self.new_thing(self.things[targets[0]])
            if added is None:
                break
            self.bound[other].append(added)


_OF_MEN = frozenset({"man", "boy", "old-man", "king", "prince", "groom"})
_DRESSES = frozenset({"dress", "skirt", "wedding-dress", "tutu"})
"""What stays behind with the woman or girl whose place a man takes."""


def _as_it_was(new: Thing, old: Thing) -> Thing:
    """Who takes another's place does what that did, as far as nothing else is said."""
    if likeness(new.kind, old.kind) < LIKE or not kinds()[new.kind].alive:
        return new
    kept = msgspec.structs.replace(new, pose=new.pose or old.pose, mood=new.mood or old.mood)
    return kept if takes_pose(kept) and takes_mood(kept) else new
