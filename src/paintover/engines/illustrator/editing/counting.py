"""How many of a thing there are to be, and whose looks a wish tells."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from paintover.engines.illustrator.editing.mentioned import Missing
from paintover.engines.illustrator.editing.moving import Moving
from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.grammar.mention import SALIENT, Mention
from paintover.engines.illustrator.grammar.utterance import Operation
from paintover.engines.illustrator.scene import (
    Relation,
    Thing,
)
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.company import FOND
from paintover.engines.illustrator.staging.standing import SHARED

_FEW = 4
"""Up to so many, one who is joined by others stays where it is."""


class Counting(Moving):
    """An editor that makes more or fewer of what is there."""

    def _swim_alone(self, targets: Sequence[str]) -> bool:
        """Whether they are on the water, where nothing else has its place."""
        afloat = all(self.things[key].where == "water" for key in targets)
        return afloat and set(self._everything(alive=False)) <= set(targets)

    def _recount(self, targets: Sequence[str], count: int) -> None:
        gone = list(targets)[count:]
        for key in gone:
            if key in self.things:
                self.drop(key)
        # What was attached to one that is gone has gone with it.
        targets = [key for key in targets if key in self.things]
        if gone:
            self._close_up(targets)
        if not targets:
            return
        model = self.things[targets[0]]
        if not self._lies(model):
            model = msgspec.structs.replace(model, rel=None)
        if model.pose in FOND:  # whom the first one has by the hand is one and not three
            model = msgspec.structs.replace(model, pose=None)
        few = count <= _FEW and len(targets) == 1 and self.kind_of(targets[0]).alive
        many = count > 2 * len(targets) or (count > _FEW and self._swim_alone(targets))
        if not few and many and set(self._everything(alive=False)) <= set(targets):
            for key in list(self.layout):  # there is nothing else that would have to keep its place
                del self.layout[key]
                self.touched[key] = None
        elif (count > max(4, 2 * len(targets)) and all(self.things[key].rel is None for key in targets)) or (
            count > max(3, 2 * len(targets)) and self._lies(model)
        ):
            for key in targets:  # many are placed together, in one size
                self.place_again(key)
                for each in (key, *self.attached(key)):
                    self.former.pop(each, None)
        for _ in range(count - len(targets)):
            if self.new_thing(model) is None:
                return

    def _close_up(self, keys: Sequence[str]) -> None:
        """Candles that are left on a cake stand evenly on it again; what lies on a table stays where it is."""
        for key in keys:
            rel = self.things[key].rel
            bearer = None if rel is None or (rel.type, rel.part) != ("on", None) else self.things[rel.to]
            if bearer is not None and bearer.kind not in SHARED and not self.kind_of(bearer.id).alive:
                self.move_elsewhere(key)

    def _tells_number(self, index: int | None) -> bool:
        """ "I want three trees" where there are trees already: so many there are to be. False where it says more."""
        if index is None:
            return False
        mention = self.said.mentions[index]
        plain = not describes(mention) and mention.sort is None and mention.kind is not None
        if not plain or not mention.counted or mention.count < 2 or mention.definite or index in self.links:
            return False
        same = [t for t in self._matching(mention) if t.kind == mention.kind]
        alike = [t.id for t in same if self._stands(t) or self._lies(t)]
        if not alike or any(link.ground == index for link in self.said.links):
            return False
        self.bound[index] = alike
        self._recount(alike, mention.count)
        return True

    def _tells_looks(self, operation: Operation) -> bool:
        """换成紫色的小熊 of a bear with a bow: the bear is to be purple, whatever was spoken of last. False where no such
        thing is there, or nothing is said of its looks."""
        if operation.target != SALIENT or operation.other is None:
            return False
        mention = self.said.mentions[operation.other]
        alike = [thing.id for thing in self._matching(mention)] if mention.kind is not None else []
        if mention.kind in GARMENTS and any(self.things[key].kind != mention.kind for key in alike):
            return False
        if len(alike) != 1 or not describes(mention) or (mention.counted and mention.count > 1):
            return False
        if self._salient(alive=False) == alike:
            return False
        self._describe(alike, mention)
        self.seen = True
        self.bound[operation.other], self.spoken = alike, alike[0]
        return True

    def _count_again(self, operation: Operation) -> None:
        """再加两只, "make it five": of the kind that was drawn last and stands for itself."""
        standing = [t for t in self.things.values() if self._stands(t)]
        if not standing:
            raise Missing("它" if self.language == "zh" else "such thing")
        counted = [t for t in reversed(self.things.values()) if counts(operation.value, t.kind)]
        about = [t for t in counted if t.id == self.base.focus] or counted
        last = self.things.get(self.base.focus or "")
        if not about and last is not None and self._lies(last):
            about = [last]
        model = about[0] if about else standing[-1]
        several = {t.kind for t in standing if sum(one.kind == t.kind for one in standing) > 1}
        if (
            operation.action == "more"
            and model.kind not in several
            and len(several) == 1
            and model.id != self.base.focus
            and self.kind_of(model.id).alive
        ):
            model = next(
                t for t in reversed(standing) if t.kind in several
            )  # the doves, and not who feeds them
        while self.base.focus != model.id and (lying := self._lying_on(model)):
            model = lying[-1]  # "apples on a table": the table is only where they lie
        least = -operation.count if self.base.focus == model.id else max(2, -operation.count)
        if operation.count < 0 and len(self._like(model)) < least:
            model = self._of_so_many(least, operation.value) or model
        so = self._lies if self._lies(model) else self._stands
        if not so(model):  # one that is held or worn: others like it stand by themselves
            self._some_more(model, operation.count)
            return
        alike = [t.id for t in self.things.values() if t.kind == model.kind and so(t)]
        more = len(alike) if operation.action == "more" else 0
        self._recount(alike, max(0, operation.count + more))

    def _all_of_a_first(self, targets: list[str], operation: Operation) -> list[str]:
        """变大一点, 变成红色 of several alike that a first picture was asked for: what names none of them is said of all."""
        unnamed = operation.target == SALIENT and self.language == "zh" and not self.new
        looks = operation.action in ("resize", "pattern") or (
            operation.action == "recolour" and not operation.count and " " not in (operation.value or "")
        )
        if not (unnamed and looks) or self.base.focus is not None or self.recent is not None:
            return targets
        if len(targets) != 1:
            return targets
        one = self.things[targets[0]]
        alike = [t.id for t in self._like(one) if t.rel == one.rel]
        return alike if one.rel is None or not one.rel.part else targets

    def _lying_on(self, host: Thing) -> list[Thing]:
        return [
            t for t in self.things.values() if self._lies(t) and t.rel is not None and t.rel.to == host.id
        ]

    def _like(self, model: Thing) -> list[Thing]:
        return [one for one in self.things.values() if (one.kind, one.label) == (model.kind, model.label)]

    def _of_so_many(self, count: int, measure: str | None) -> Thing | None:
        """One of those of which there are at least so many: "take two away" is about the apples, and not about the cup that was
        spoken of last."""
        free = [one for one in self.things.values() if self._stands(one) or self._lies(one)]
        counted = [one for one in free if counts(measure, one.kind)] or free
        several = [one for one in counted if len(self._like(one)) >= count]
        return max(several, key=lambda one: len(self._like(one)), default=None)

    def _some_more(self, model: Thing, count: int) -> None:
        host = self._wearers_of([model.id])[0]
        pose = None if model.pose in FOND else model.pose
        apart = msgspec.structs.replace(model, rel=Relation(type="beside", to=host), pose=pose)
        for _ in range(count):
            if self.new_thing(apart) is None:
                return

    def _alike(self, targets: list[str], mention: Mention) -> list[str]:
        """ "Replace with oranges", 换成三朵玫瑰: several for all that are like it."""
        one = mention.counted and mention.count == 1
        if one or not (mention.counted or mention.plural or mention.lang == "zh"):
            return targets
        kind = self.things[targets[-1]].kind
        return [thing.id for thing in self.things.values() if thing.kind == kind]


def describes(mention: Mention) -> bool:
    """Whether a wish says what the thing looks like, or where, and so may mean one of several."""
    said = (mention.colour, mention.pattern, mention.size, mention.pose, mention.mood)
    return any(value is not None for value in said)
