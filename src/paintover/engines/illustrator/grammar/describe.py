"""Clauses that say what there is: from chunks to things to add and links between them.

A link is made by a locative ("on the head"), a verb (wear, hold, carry, ride, cover), a receiver ("give the ox ...") or
an owner ("the ox's hat"). What was said in one clause is still known in the next.
"""

from __future__ import annotations

from dataclasses import replace

from paintover.engines.illustrator.grammar.linking import ATTACH, Clause
from paintover.engines.illustrator.grammar.mention import SALIENT, Chunk
from paintover.engines.illustrator.grammar.reading import counted, pattern_value
from paintover.engines.illustrator.grammar.stances import TAKING, is_played
from paintover.engines.illustrator.grammar.utterance import Link, Operation
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.trades import trades

_BITES = "叼衔"
"""Verbs of holding with the mouth."""
_TOWARDS = "在到于进至上着"
"""How a Chinese verb ends when the place comes after it: 坐在, 放到."""


_SEATED = frozenset({"sitting on", "standing on"})
_NOMINATIVE = frozenset({"he", "she"})
_MEN = frozenset({"man", "boy", "old-man", "king", "prince", "bare-king", "bare-prince"})
_WOMEN = frozenset({"woman", "girl", "old-woman", "queen", "princess", "bare-princess", "bare-queen"})


_FOR_ONE_ALONE = frozenset(
    {
        "crib",
        "stroller",
        "wheelchair",
        "high-chair",
        "swing",
        "basket",
        "box",
        "bucket",
        "bird-cage",
        "bare-bird-cage",
    }
)
"""What somebody is in whom others are with: of these nobody says that they are all in it."""
_SEES = "看望瞧盯见遇想"
"""How verbs of seeing begin."""
_OF_A_PART = ("colours", "sizes", "patterns")
"""Roles of what is said of a part of the body."""


def _has(item: Chunk) -> bool:
    """Whether it is the verb of "one of them has a hat"."""
    return item.token.text.lower() in ("has", "have", "having", "有")


_ONE_WAY = frozenset({"below", "above", "on", "inside", "front", "behind"})
"""How one stands to another that does not stand so to it."""


class Description(Clause):
    """One clause that says what there is: mentions, and how they stand to each other."""

    def read(self) -> None:
        """Take the chunks one by one, each by its role."""
        self._pass_over_looks_of_parts()
        for at, item in enumerate(self.chunks):
            step = getattr(self, f"_on_{item.role}", None)
            if step is not None:
                step(at, item)
        if self.place is not None and self.subject is None and self.plural and self.verb is None:
            self._all_there(self.place)
        elif self.place is not None and self.subject is None and self.verb is None:
            self._takes_a_seat(self.place)
        if self.place is not None and self.place.at != SALIENT and not self._tied(self.place.at):
            self.reader.operations.append(Operation(action="add", target=self.place.at, loose=True))
        if self.subject is not None:
            if not self._tells_of_hair():
                doer = self._doer()
                self.reader.subject = self.subject if doer is None else doer
                self.reader.group = [index for index in self.group if index >= 0] if doer is None else [doer]
        elif self.count is not None and (self.verb in ("add", "draw", "put") or self._more()):
            measure = next((item.token.text for item in self.chunks if item.role == "measures"), None)
            more = Operation(action="more", target=SALIENT, count=self.count, value=measure)
            self.reader.operations.append(more)

    def _pass_over_looks_of_parts(self) -> None:
        """ "A dog with a red nose": only the nose is to be red, which is drawn together with the dog, and so is left out."""
        kept: list[Chunk] = []
        passed = False
        at = 0
        while at < len(self.chunks):
            end = at
            while end < len(self.chunks) and self.chunks[end].role in _OF_A_PART:
                end += 1
            part = self.chunks[end] if end < len(self.chunks) else None
            alone = part is not None and part.role == "place" and part.at == SALIENT and not part.value
            if end == at or part is None or not alone or part.token.lang != "en":
                passed = False
                kept.append(self.chunks[at])
                at += 1
                continue
            words = sorted((item.token for item in self.chunks[at : end + 1]), key=lambda token: token.start)
            self.reader.left_out.append(" ".join(token.text for token in words))
            if kept and kept[-1].role in ("with", "and") and (passed or kept[-1].role == "with"):
                kept.pop()
            passed, at = True, end + 1
        self.chunks = kept

    def _doer(self) -> int | None:
        """Who sees somebody in a Chinese clause, whom the next is about: 姑娘看到一只企鹅，很开心."""
        named = [item for item in self.chunks if item.role == "mention" and item.at >= 0]
        if len(named) != 2 or named[1].at != self.subject or not all(self._alive(item.at) for item in named):
            return None
        between = self.chunks[self.chunks.index(named[0]) + 1 : self.chunks.index(named[1])]
        sees = any(item.role == "actions" and item.token.text[0] in _SEES for item in between)
        return (
            named[0].at
            if sees and named[0].token.lang == "zh" and named[1].at not in self.reader.links
            else None
        )

    def _tells_of_hair(self) -> bool:
        """一个女孩，头发乱糟糟的，抱着枕头: the talk is about the girl all the time."""
        mention = self._mention(self.subject) if self.subject is not None and self.subject >= 0 else None
        about = self.reader.subject
        return (
            mention is not None
            and mention.kind in HAIR
            and about is not None
            and about >= 0
            and self._alive(about)
        )

    def _all_there(self, place: Chunk) -> None:
        """ "They are at a table", 他们在桌子后面: all who live."""
        if place.at == SALIENT or place.part is not None or any(item.role == "verbs" for item in self.chunks):
            return
        them = next((item.token for item in self.chunks if item.token.get("them")), None)
        if them is None:
            return
        figure = self._pronoun(them)
        self._change(figure, every=True)
        self._stand(figure, place)
        self._add(figure)

    def _takes_a_seat(self, place: Chunk) -> None:
        """ "Let her sit on a bench", 让她坐在长椅上: it is she who is to be there."""
        if place.at == SALIENT or any(item.role == "verbs" for item in self.chunks):
            return
        if going := self._goes_on(place):
            for figure in going:
                self._stand(figure, place)
            return
        who = next((item.token for item in self.chunks if item.role == "it"), None)
        seated = any(item.value in ("sit", "lie", "sleep", "stand") for item in self.chunks)
        ahead = [item.role for item in self.chunks[: self.chunks.index(place)]]
        seated = seated or (
            ahead in (["it"], ["it", "of"]) and place.token.lang == "en"
        )  # "It's on a chair."
        if who is None or place.part is not None or not seated:
            return
        figure = self._pronoun(who)
        self._stand(figure, place)
        self._add(figure)

    def _goes_on(self, place: Chunk) -> list[int]:
        """ "A monkey with a banana, sitting on an elephant", 一只狗，戴着帽子，坐在沙发上: those of whom the clause before
        told."""
        ahead = self.chunks[: self.chunks.index(place)]
        told = place.token.lang == "en" or bool(ahead)
        if not told or any(item.role != "poses" for item in ahead):
            return []
        return [one for one in self.reader.group if self._alive(one) and one not in self.reader.links]

    def _more(self) -> bool:
        """ "Two more": of what there is."""
        return any(item.token.text.lower() == "more" for item in self.chunks)

    # One step a role

    def _on_verbs(self, at: int, item: Chunk) -> None:
        if item.value in ("draw", "add"):
            self.fresh = True
        if item.value in ATTACH:
            self._narrow(at)
        self.verb = "with" if (self.alone or self._has_on(at)) and _has(item) else item.value
        self.fresh = self.fresh and self.verb != "with"
        self.mouth = item.token.text[0] in _BITES

    def _has_on(self, at: int) -> bool:
        """Whether what somebody has comes next, and is on them: "the teacher has grey hair", 爷爷有白胡子."""
        following = next((one for one in self.chunks[at + 1 :] if one.role == "mention"), None)
        if self.subject is None or not self._alive(self.subject) or following is None:
            return False
        kind = self._mention(following.at).kind
        return kind is not None and (kind in HAIR or kinds()[kind].wear in ("face", "eyes", "neck", "head"))

    def _on_take(self, at: int, item: Chunk) -> None:
        self.taken = True

    def _on_give(self, at: int, item: Chunk) -> None:
        self.receiving = True

    def _on_numbers(self, at: int, item: Chunk) -> None:
        if self.subject is None and self.reader.subject is not None and self._has_something(at):
            self.subject, self.group = self.reader.subject, [self.reader.subject]
            self.alone = True  # "two dogs, one with a hat"
        else:
            self.count = self.count or counted(item)

    def _has_something(self, at: int) -> bool:
        """Whether the next words say what one of those known wears, holds or has: "one with a hat", "one of them has a hat"."""
        after = self.chunks[at + 1 : at + 5]
        if [one.role for one in after[:2]] == ["part_of", "it"]:
            after = after[2:]
        if len(after) < 2 or after[1].role != "mention":
            return False
        return after[0].role == "with" or (
            after[0].role == "verbs" and (after[0].value in ATTACH or _has(after[0]))
        )

    def _on_to(self, at: int, item: Chunk) -> None:
        self.receiving = True

    def _on_receiver(self, at: int, item: Chunk) -> None:
        """ "Añade un sombrero al perro": the "to" of languages that say it before other things too."""
        if self.fresh and self.subject is not None:
            self.receiving = True

    def _on_part_of(self, at: int, item: Chunk) -> None:
        if self.alone and (before := self._before(at)) is not None and before.role == "numbers":
            return  # one of them
        before = self._before(at)
        grounded = before is not None and before.role == "place" and before.part is None and before.at >= 0
        if before is not None and before.role == "mention" and before.at == self.latest:
            grounded = before.at not in self.group  # holding a basket of apples
        self.whole = before.at if grounded and before is not None and not self._alive(before.at) else None
        self.verb = "of"

    def _on_with(self, at: int, item: Chunk) -> None:
        self._narrow(at)
        self.verb = "with"

    def _narrow(self, at: int) -> None:
        """ "next to a dog wearing a scarf", "hugging a dog with a scarf": what follows is said of the one named last."""
        before = self._before(at)
        link = self.reader.links.get(before.at) if before is not None and before.role == "mention" else None
        if (
            before is not None
            and link is not None
            and link.type == "hold"
            and self._alive(before.at)
            and before.token.lang == "en"
        ):
            self.subject, self.group, self.latest = before.at, [before.at], None
            return
        worn = self.reader.links.get(before.at) if before is not None and before.role == "place" else None
        if worn is not None and worn.type == "wear" and worn.ground not in (self.subject, SALIENT):
            self.subject, self.group, self.latest = worn.ground, [worn.ground], None  # in a dress with a bow
            return
        if (
            before is not None
            and before.role == "place"
            and before.token.lang == "en"
            and before.at >= 0
            and before.part is None
            and self.subject is not None
            and self._alive(before.at)
        ):
            self.subject, self.group, self.latest = before.at, [before.at], None

    def _on_it(self, at: int, item: Chunk) -> None:
        if item.token.text.lower() in _NOMINATIVE and (who := self._he(item.token.text.lower())) is not None:
            self._turn_to(who)
            return
        if self.verb == "give" or (self.receiving and self.subject is None):
            self.verb, self.given = None, True
        elif self.receiving and self.subject is not None:
            self._link(self.subject, "attach", SALIENT)
        elif self.verb == "cover" and self.subject is None:
            self.covered = Chunk("place", "", item.token, SALIENT)
        elif self.subject is None and (self.taken or self.verb in ("put", "move")):
            self._settle_figure(self._pronoun(item.token))

    def _turn_to(self, who: int) -> None:
        """What comes now is said of them."""
        self.company, self.latest, self.verb = [], None, None
        self.subject, self.group = who, [who]

    def _he(self, pronoun: str) -> int | None:
        """Whom "he" or "she" means: the one named last who can be meant, and lives."""
        others = _WOMEN if pronoun == "he" else _MEN
        living = [at for at in range(len(self.reader.mentions)) if self._alive(at)]
        return next((at for at in reversed(living) if self._mention(at).kind not in others), None)

    def _does(self, at: int) -> None:
        """A pose or a face is of somebody who lives: "a monkey on a branch eating a banana", "a room with a cat sleeping"."""
        if self.chunks[at].token.lang != "en" or not self.group:
            return
        if any(map(self._alive, self.group)):
            self.group = [index for index in self.group if self._alive(index)]
            return
        named = [
            one.at for one in self.chunks[:at] if one.role in ("mention", "owner") and self._alive(one.at)
        ]
        if named:
            self._turn_to(named[-1])

    def _on_moods(self, at: int, item: Chunk) -> None:
        self._does(at)
        if not any(other.role == "mention" for other in self.chunks):
            target = self._meant(SALIENT, None)
            self.reader.operations.append(Operation(action="repose", target=target, value=item.value))
        for index in self.group:
            if self._mention(index).mood is None:
                self._change(index, mood=item.value)
            if self.receiving and not self._added(index):
                self._add(index)

    def _on_actions(self, at: int, item: Chunk) -> None:
        if item.value == "look":
            self.aiming = self._those_alive()
            self._was_aimed_at(at)
        elif item.value == "mutual":
            group = self._those_alive()
            for one, other in zip(group, [*group[1:], *group[:1]], strict=True):
                self._change(one, at=other)

    def _those_alive(self) -> list[int]:
        """Of those spoken of, who lives."""
        group = self.group or ([] if self.reader.subject is None else [self.reader.subject])
        return [one for one in group if one >= 0 and self._alive(one)]

    def _was_aimed_at(self, at: int) -> None:
        """月を見ている: in languages whose verb comes last, at what was named before it."""
        named = [one.at for one in self.chunks[:at] if one.role == "mention"]
        if len(named) < 2 or any(one.role in ("mention", "place") for one in self.chunks[at + 1 :]):
            return
        self.aiming = [one for one in named[:-1] if self._alive(one)]
        self._is_aimed_at(named[-1])

    def _is_aimed_at(self, index: int) -> None:
        """ "Looking at a frog", 指着月亮."""
        for one in self.aiming:
            if one != index and self._mention(index).kind is not None and self._mention(one).at is None:
                self._change(one, at=index)
        self.aiming = []

    def _turn_to_the_last(self, at: int) -> None:
        """What comes is said of who was named last behind a "with", if somebody was: "a doctor and a nurse with a patient
        lying ...", "a father with a baby in a stroller"."""
        before, last = self._before(at), self.latest
        link = self.reader.links.get(last) if last is not None else None
        if (
            last is None
            or last in self.group
            or before is None
            or (before.role, before.at) != ("mention", last)
        ):
            return
        if link is not None and link.type == "attach" and self._alive(last) and self._alive(link.ground):
            del self.reader.links[last]
            self._turn_to(last)

    def _on_poses(self, at: int, item: Chunk) -> None:
        if item.value in ("lie", "sleep") and item.token.lang == "en":
            self._turn_to_the_last(at)
        self._together()
        if item.value in ("point", "push"):
            self.aiming = self._those_alive()
            self._was_aimed_at(at)
        self._does(at)
        following = self.chunks[at + 1 : at + 2]
        if item.value in TAKING and self._takes(at, item.value):
            self.act, self.verb = item.value, "hold"
            self._narrow(at)
            if not self.group and self._relative(self.chunks.index(item) + 1) is None:
                target = self._meant(SALIENT, None)
                self.reader.operations.append(Operation(action="repose", target=target, value=item.value))
            self._acts(self.group)
            if self.receiving:
                for index in self.group:
                    if not self._added(index):
                        self._add(index)
            return
        if item.value == "play":
            self._romp(at)
            return
        if following and following[0].role == "mention" and not self.group:
            self._change(following[0].at, pose=item.value)  # "wake the cat"
            return
        if not any(other.role == "mention" for other in self.chunks):
            target = self._meant(SALIENT, None)
            self.reader.operations.append(Operation(action="repose", target=target, value=item.value))
        for index in self.group:
            if self._mention(index).pose is None:
                self._change(index, pose=item.value)
            if self.receiving and not self._added(index):
                self._add(index)  # 让狗睡觉

    def _romp(self, at: int) -> None:
        """Who plays with nothing that is named runs about, but for musicians, who play what they have."""
        alone = not any(one.role == "mention" for one in self.chunks[at + 1 :])
        alone = alone and not any(one.role == "place" for one in self.chunks)
        if not alone or self.chunks[at].token.lang != "en" or not all(map(self._alive, self.group)):
            return
        for index in self.group:
            if self._mention(index).pose is None and not _has_an_instrument(self._mention(index).kind):
                self._change(index, pose="run")

    def _takes(self, at: int, act: str) -> bool:
        """Whether what is eaten, read or played comes next."""
        following = next(
            (one for one in self.chunks[at + 1 :] if one.role not in ("numbers", "it", "colours", "sizes")),
            None,
        )
        if following is None or following.role != "mention":
            return False
        kind = self._mention(following.at).kind
        if kind is None or (kinds()[kind].alive and act not in ("eat", "hug", "give")):
            return False
        return act != "play" or is_played(kind)

    def _on_colours(self, at: int, item: Chunk) -> None:
        if (worn := self._put_on_before(at)) is not None:
            self._change(worn, colour=item.value)
        elif self.subject is None:
            self.reader.operations.append(
                Operation(
                    action="recolour",
                    target=self._meant(SALIENT, None),
                    value=item.token.get("palette") or item.value,
                    count=0,
                )
            )
        elif self._mention(self._nearest(at)).colour is None:
            palette = tuple((item.token.get("palette") or "").split())
            self._change(self._nearest(at), colour=item.value, palette=palette)

    def _put_on_before(self, at: int) -> int | None:
        """给狗戴顶帽子，蓝色的: what the clause before put on somebody, where this one is a colour and no more."""
        last = len(self.reader.mentions) - 1
        alone = at == 0 and all(other.role in ("colours", "of") for other in self.chunks)
        link = self.reader.links.get(last)
        if not alone or link is None or link.type not in ("wear", "hold", "attach"):
            return None
        return last if self._mention(last).colour is None else None

    def _on_patterns(self, at: int, item: Chunk) -> None:
        """ "A ball with red stripes", 球上有条纹; "add stripes to the ball" is said before the ball."""
        pattern, second, colour = item.value, item.token.get("second"), item.token.get("colours")
        following = next((other.at for other in self.chunks[at + 1 :] if other.role == "mention"), None)
        before = self._before(at)
        if self.subject is None and before is not None and before.role == "place" and before.at >= 0:
            following = before.at
        if self.subject is None and following is None:
            target = self._meant(SALIENT, None)
            value = pattern_value(item.token)
            self.reader.operations.append(Operation(action="pattern", target=target, value=value))
            return
        index = self._nearest(at) if self.subject is not None else following
        assert index is not None
        if self.receiving and not self._added(index):
            value = pattern_value(item.token)
            self.reader.operations.append(Operation(action="pattern", target=index, value=value))
            return
        mention = self._mention(index)
        if mention.colour is not None and colour not in (None, mention.colour):
            second = f"{colour} {second or ''}".strip()  # a white dress with blue and yellow dots
        if mention.pattern is None:
            self._change(index, pattern=pattern, second=second, colour=mention.colour or colour)
        if self.subject is None:
            self._change(index, definite=True)
            self._add(index)
            self.place = None

    def _on_sizes(self, at: int, item: Chunk) -> None:
        if self.subject is not None and self._mention(self._nearest(at)).size is None:
            self._change(self._nearest(at), size=item.value)

    def _nearest(self, at: int) -> int:
        """What an adjective after a noun is said of: "un globo rojo"; otherwise the subject."""
        before = self._before(at)
        if before is not None and self.chunks[at].role == "patterns" and self._bears_marks(before):
            return before.at
        if (before is not None and before.role == "mention") or self.subject is None:
            return before.at if before is not None else 0
        return self.subject

    def _bears_marks(self, place: Chunk) -> bool:
        """ "In a red dress with white dots", "on a red sofa with white dots": a thing whose own colour was told, or clothes."""
        if place.role != "place" or place.token.lang != "en" or place.at < 0 or place.part is not None:
            return False
        mention = self._mention(place.at)
        kind = kinds()[mention.kind] if mention.kind is not None else None
        return kind is not None and not kind.alive and (kind.wear is not None or mention.colour is not None)

    def _on_every(self, at: int, item: Chunk) -> None:
        """ "Two children, each with a kite": of each of those known."""
        if at == 0 and self.subject is None and self.reader.subject is not None and self._has_something(at):
            self.subject, self.group = self.reader.subject, [self.reader.subject]
        for index in self.group:
            self._change(index, every=True)

    def _on_sides(self, at: int, item: Chunk) -> None:
        """ "on the left": of the mention before, or in Chinese of the one that follows."""
        following = next((other for other in self.chunks[at + 1 :] if other.role == "mention"), None)
        english = item.token.lang == "en" and self.subject is not None
        index = self.subject if english or following is None else following.at
        if index is not None:
            self._change(index, side=item.value)

    def _on_owner(self, at: int, item: Chunk) -> None:
        self.subject, self.group = item.at, [item.at]

    def _on_place(self, at: int, item: Chunk) -> None:
        if self.verb == "cover" and item.value == "" and self.subject is None:
            self.covered = item
            return
        if self.subject is None or not self._follows(at, item):
            if self.verb == "cover" and item.value == "":
                self.covered = item
            else:
                self.place = item
            return
        if item.token.lang == "en" and item.at >= 0 and self._mention(item.at).kind in _FOR_ONE_ALONE:
            self._turn_to_the_last(at)
        before = self._before(at)
        after_pose = before is not None and before.role == "poses"
        posed = item.token.lang == "en" and (
            (item.at >= 0 and item.token.text.lower() in _SEATED)
            or (after_pose and (item.at >= 0 or item.part is None))
        )
        if (
            (item.part is not None or item.at == SALIENT)
            and self.latest is not None
            and self.latest not in self.group
            and not posed
            and not self._lies_in_the_group()  # "a bowl of cherries in front": it is the bowl
        ):
            self._refine(self.latest, item)
            return
        if item.part is None and item.value != "":
            self._together()
        if item.at == SALIENT and item.part is None and item.value in _ONE_WAY and self._has_one_before():
            self._stand(self.group[-1], replace(item, at=self.group[-2]))
            self.verb = None
            return
        for figure in self.group:
            if self._is_the_ground(figure, item):
                continue
            link = self.reader.links.get(figure)
            if link is not None and self._serves(link, item):
                self._add(link.ground)
                self._link(link.ground, "on", item.at)
                self._stand(figure, item)
            elif link is None or link.ground == SALIENT or self._rather(link, item):
                self._stand(figure, item, first=True)
            elif len(self.group) == 1 and self._lies_there(at, item):
                assert self.latest is not None
                self._link(self.latest, item.value, item.at)  # type: ignore[arg-type]
            elif len(self.group) == 1 and (last := self._last_ground(link)) != item.at:
                self._stand(last, item)
        self.verb = None

    def _has_one_before(self) -> bool:
        """ "A boat and a fish below it": below the boat, of which nothing else is said."""
        if len(self.group) < 2 or self.plural:
            return False
        return all(one >= 0 and one not in self.reader.links for one in self.group[-2:])

    def _is_the_ground(self, figure: int, place: Chunk) -> bool:
        """ "A table and an apple on the table": the table is on nothing."""
        if place.at < 0 or len(self.group) < 2:
            return False
        ground = self._mention(place.at)
        return ground.definite and ground.kind is not None and ground.kind == self._mention(figure).kind

    def _lies_there(self, at: int, item: Chunk) -> bool:
        """ "In an armchair, with a cup on a table": the cup is there, and not who sits already."""
        before = self._before(at)
        if (
            before is None
            or before.role != "mention"
            or before.at != self.latest
            or self.latest in self.group
        ):
            return False
        kind, link = self._mention(before.at).kind, self.reader.links.get(before.at)
        apart = link is not None and link.type == "attach" and item.value == "on" and item.at >= 0
        thing = kind is not None and not kinds()[kind].alive and kinds()[kind].wear is None
        return apart and thing and item.token.lang == "en"

    def _last_ground(self, link: Link) -> int:
        """What the thing is at in the end: of a cat on a chair beside a stove, the stove."""
        last = link.ground
        while (further := self.reader.links.get(last)) is not None and further.ground >= 0:
            last = further.ground
        return last

    def _serves(self, link: Link, item: Chunk) -> bool:
        """ "Pouring milk into a cup behind the counter": who does it is there, and what it is done to lies on it."""
        if link.type != "beside" or link.ground < 0 or item.value != "behind" or item.at < 0:
            return False
        what, where = self._mention(link.ground).kind, self._mention(item.at).kind
        known = what is not None and where is not None and self._alive(link.figure)
        return known and kinds()[what or ""].habitat == "table" and kinds()[where or ""].habitat == "indoor"

    def _rather(self, link: Link, item: Chunk) -> bool:
        """ "Beside him on the bench": where one is rather than beside whom."""
        whose = self._mention(link.figure).owner
        if link.type == "attach" and item.part is not None and item.at == SALIENT and link.ground == whose:
            return True  # grandma's cat on her lap
        beside = link.type == "beside" and link.ground >= 0 and self._alive(link.ground)
        return beside and item.value in ("on", "inside") and item.at >= 0 and link.ground in self.reader.links

    def _follows(self, at: int, item: Chunk) -> bool:
        """Whether the place is said of what came before it."""
        if item.token.lang == "en" and item.value != "":
            return True
        before = self._before(at)
        if before is None:
            return False
        if before.role == "actions" and before.token.lang == "zh" and before.token.text.endswith("在"):
            return True  # 挂在衣架上
        if before.role in ("at", "poses") or (
            before.role == "verbs" and before.value in ("move", "cover", "ride")
        ):
            return True
        if before.role == "verbs" and before.value == "carry":
            return True
        return before.token.lang == "zh" and before.role == "verbs" and before.token.text[-1] in _TOWARDS[:5]

    def _on_mention(self, at: int, item: Chunk) -> None:
        index = item.at
        mention = self._mention(index)
        if mention.weak and not self._noun_here(at):
            if len(mention.label) > 1 or self._is_done(at, item):
                self.reader.left_out.append(mention.label)
                self.reader.passed_over.append(index)
            return
        if self.aiming:
            self._is_aimed_at(index)
        if self.taken and self.subject is None:
            self._change(index, definite=True)
        if mention.owner is not None:
            self._link(index, "attach", mention.owner)
        before = self._before(at)
        joined = before is not None and before.role in ("and", "mention") and bool(self.group)
        joined = joined and not self.receiving and self.verb not in ATTACH and not self._is_another(at, index)
        if joined and self.latest is not None and self._puts_on_too(at, index):
            return
        if joined and self._joins(index):
            return
        if self._is_looked_at(at, index):
            self._add(index)
            return
        if not self._relate(at, index):
            self._stand_alone(index)
            if before is not None and before.role == "of" and self.ahead is not None:
                self.latest, self.ahead = self.ahead, None

    def _is_another(self, at: int, index: int) -> bool:
        """ "A cat on a sofa and a dog jumping": those named before are told of, and what comes is said of this one alone."""
        before = self._before(at)
        if before is None or before.role != "and" or before.token.lang != "en" or not self._alive(index):
            return False
        links, mentions = self.reader.links, self.reader.mentions
        return all(
            mentions[one].pose is not None or (one in links and links[one].type in ("on", "ride", "inside"))
            for one in self.group
        ) and any(item.role in ("poses", "verbs", "place") for item in self.chunks[at + 1 : at + 4])

    def _is_done(self, at: int, item: Chunk) -> bool:
        """Whether an unknown character right behind somebody tells what they do: 狗捂着脸."""
        before = self._before(at)
        if before is None or before.role != "mention" or before.at < 0 or item.token.lang != "zh":
            return False
        if any(other.role == "at" for other in self.chunks[at + 1 : at + 2]):
            return False  # 踩在凳子上: where they are shows it
        return self._alive(before.at) and before.token.end <= item.token.start

    def _is_looked_at(self, at: int, index: int) -> bool:
        """看电视吃爆米花: what something is done to that is not drawn; who does it goes on doing."""
        before = self._before(at)
        if before is None or before.role != "actions" or before.token.lang != "zh" or self.place is not None:
            return False
        doing = bool(self.group) and all(self._alive(one) for one in self.group)
        goes_on = any(item.role in ("poses", "verbs") for item in self.chunks[at + 1 : at + 2])
        return doing and goes_on and self.verb is None and not self.receiving and not self._alive(index)

    def _noun_here(self, at: int) -> bool:
        """An unknown word is a noun after a verb of adding, after "and", or when nothing else is said."""
        before = self._before(at)
        if before is None:
            return not any(item.role in ("mention", "place", "verbs") for item in self.chunks[at + 1 :])
        if before.role == "verbs":
            return before.value not in ("move", "larger", "smaller", "make")
        return before.role in ("and", "give", "with", "to")


def _has_an_instrument(kind: str | None) -> bool:
    """Whether it is a musician, drawn with an instrument: a violinist."""
    trade = trades().get(kind or "")
    return trade is not None and trade.hold is not None and is_played(trade.hold)
