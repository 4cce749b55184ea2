"""Clauses that say what there is: from chunks to things to add and links between them.

A link is made by a locative ("on the head"), a verb (wear, hold, carry, ride, cover), a receiver ("give the ox ...") or
an owner ("the ox's hat"). What was said in one clause is still known in the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.lexicon import Token, WordLanguage
from paintover.engines.illustrator.phrases import EVERYTHING, MAX_COUNT, SALIENT, Chunk, Mention
from paintover.engines.illustrator.utterance import Link, LinkType, Operation, Utterance

MAX_LEFT_OUT = 4
_ATTACH: dict[str, LinkType] = {"wear": "wear", "hold": "hold", "carry": "carry"}
_TOWARDS = "在到于进至上着"
"""How a Chinese verb ends when the place comes after it: 坐在, 放到."""


@dataclass
class Reading:
    """Collects what the clauses say; what a clause is about is still known in the next."""

    language: WordLanguage
    mentions: list[Mention] = field(default_factory=list)
    links: dict[int, Link] = field(default_factory=dict)
    operations: list[Operation] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    caption: str | None = None
    frame: str | None = None
    redo: bool = False
    keep: bool = False
    wish: bool = False
    subject: int | None = None
    left_out: list[str] = field(default_factory=list)
    passed_over: list[int] = field(default_factory=list)
    """Unknown words that were not taken for nouns."""

    def utterance(self) -> Utterance:
        """Everything read so far."""
        words = [*self.left_out]
        if self.passed_over and not (self.operations or self.settings or self.wish or self.caption):
            first = self.passed_over[0]
            self.operations.append(Operation(action="add", target=first, loose=True))
            words = [word for word in words if word != self.mentions[first].label]
        for operation in self.operations:
            for index in (operation.target, operation.other):
                if index is not None and index >= 0 and operation.action in ("add", "replace"):
                    words.extend(self.mentions[index].left_out)
        return Utterance(
            language=self.language,
            mentions=tuple(self.mentions),
            links=tuple(self.links.values()),
            operations=tuple(self.operations),
            place=self.settings.get("place"),
            time=self.settings.get("time"),
            weather=self.settings.get("weather"),
            season=self.settings.get("season"),
            festival=self.settings.get("festival"),
            style=self.settings.get("style"),
            caption=self.caption,
            frame=self.frame,
            redo=self.redo,
            keep=self.keep,
            wish=self.wish,
            left_out=tuple(dict.fromkeys(words))[:MAX_LEFT_OUT],
        )


def counted(item: Chunk) -> int:
    """The number of a chunk, as many as a picture may hold and at least one."""
    return max(1, min(int(item.value), MAX_COUNT))


class Description:
    """One clause that says what there is: mentions, and how they stand to each other."""

    def __init__(self, reader: Reading, chunks: Sequence[Chunk], *, subject: int | None = None) -> None:
        self.reader = reader
        self.chunks = list(chunks)
        self.subject = subject
        """The latest mention that things can be said of."""
        self.group: list[int] = [] if subject is None else [subject]
        """The subject and what "and" joins to it."""
        self.place: Chunk | None = None
        """A locative that waits for its figure (Chinese puts it first)."""
        self.verb: str | None = None
        self.fresh = False
        self.taken = False
        self.receiving = False
        self.given = False
        """ "give it ...": what comes next is for what the talk is about."""
        self.using: int | None = None
        self.covered: Chunk | None = None
        self.count: int | None = None
        self.said = any(item.role in ("verbs", "and", "give", "to") for item in self.chunks)
        self.alone = False
        """What is said is said of one of the subject's number only."""
        self.plural = any(item.token.get("them") or item.role == "every" for item in self.chunks)
        """ "them", "both": what is not named is all that stands there."""
        self.latest: int | None = None
        """What was put on the subject last: "with a cloth", before "over its face"."""

    def read(self) -> None:
        """Take the chunks one by one, each by its role."""
        for at, item in enumerate(self.chunks):
            step = getattr(self, f"_on_{item.role}", None)
            if step is not None:
                step(at, item)
        if self.place is not None and self.place.at != SALIENT and not self._tied(self.place.at):
            self.reader.operations.append(Operation(action="add", target=self.place.at, loose=True))
        if self.subject is not None:
            self.reader.subject = self.subject
        elif self.count is not None and (self.verb in ("add", "draw", "put") or self._more()):
            self.reader.operations.append(Operation(action="more", target=SALIENT, count=self.count))

    def _more(self) -> bool:
        """ "Two more": of what there is."""
        return any(item.token.text.lower() == "more" for item in self.chunks)

    def _tied(self, index: int) -> bool:
        return self._added(index) or any(link.ground == index for link in self.reader.links.values())

    def _before(self, at: int) -> Chunk | None:
        return self.chunks[at - 1] if at else None

    def _mention(self, index: int) -> Mention:
        return self.reader.mentions[index]

    def _change(self, index: int, **said: object) -> None:
        self.reader.mentions[index] = replace(self.reader.mentions[index], **said)  # type: ignore[arg-type]

    def _link(
        self,
        figure: int,
        type_: LinkType,
        ground: int,
        part: str | None = None,
        *,
        also: int | None = None,
        each: bool = False,
    ) -> None:
        if figure == ground:
            return
        if ground == SALIENT:
            ground = self._meant(figure, part)
            each = each or ground == EVERYTHING
        if ground == figure or self._circular(figure, ground):
            return
        self.reader.links[figure] = Link(figure, type_, ground, part, also, each)  # type: ignore[arg-type]

    def _circular(self, figure: int, ground: int) -> bool:
        seen = ground
        for _ in range(len(self.reader.mentions)):
            link = self.reader.links.get(seen)
            if link is None:
                return False
            if link.ground == figure:
                return True
            seen = link.ground
        return False

    def _meant(self, figure: int, part: str | None) -> int:
        """What "it" is: the subject so far, if it can have such a part. "They" are all."""
        if self.plural and self.subject in (None, figure):
            return EVERYTHING
        for index in (self.group[0] if self.group else None, self.subject, self.reader.subject):
            if index is None or index == figure:
                continue
            kind = self._mention(index).kind
            if part is None or (kind is not None and kinds()[kind].alive):
                return index
        return SALIENT

    def _add(self, index: int) -> None:
        if any(operation.target == index for operation in self.reader.operations):
            return
        loose = self._mention(index).weak and not self.fresh and not self.said
        bare = not any(item.role == "verbs" for item in self.chunks)
        self.reader.operations.append(
            Operation(action="add", target=index, fresh=self.fresh, bare=bare, loose=loose)
        )

    # One step a role

    def _on_verbs(self, at: int, item: Chunk) -> None:
        if item.value in ("draw", "add"):
            self.fresh = True
        if item.value in _ATTACH:
            self._narrow(at)
        self.verb = item.value

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
        """Whether the next words say what one of those known wears, holds or has."""
        after = self.chunks[at + 1 : at + 3]
        if len(after) < 2 or after[1].role != "mention":
            return False
        return after[0].role == "with" or (after[0].role == "verbs" and after[0].value in _ATTACH)

    def _on_to(self, at: int, item: Chunk) -> None:
        self.receiving = True

    def _on_receiver(self, at: int, item: Chunk) -> None:
        """ "Añade un sombrero al perro": the "to" of languages that say it before other things too."""
        if self.fresh and self.subject is not None:
            self.receiving = True

    def _on_part_of(self, at: int, item: Chunk) -> None:
        self.verb = "of"

    def _on_with(self, at: int, item: Chunk) -> None:
        self._narrow(at)
        self.verb = "with"

    def _narrow(self, at: int) -> None:
        """ "next to a dog wearing a scarf": what follows is said of the living ground named last."""
        before = self._before(at)
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

    def _alive(self, index: int) -> bool:
        kind = self._mention(index).kind
        return kind is not None and kinds()[kind].alive

    def _on_it(self, at: int, item: Chunk) -> None:
        if self.verb == "give" or (self.receiving and self.subject is None):
            self.verb, self.given = None, True
        elif self.receiving and self.subject is not None:
            self._link(self.subject, "attach", SALIENT)
        elif self.verb == "cover" and self.subject is None:
            self.covered = Chunk("place", "", item.token, SALIENT)
        elif self.subject is None and (self.taken or self.verb in ("put", "move")):
            self._settle_figure(self._pronoun(item.token))

    def _pronoun(self, token: Token) -> int:
        word = Mention(kind=None, label=token.text, lang=token.lang, definite=True, pronoun=True)
        self.reader.mentions.append(word)
        return len(self.reader.mentions) - 1

    def _on_moods(self, at: int, item: Chunk) -> None:
        if not any(other.role == "mention" for other in self.chunks):
            target = self._meant(SALIENT, None)
            self.reader.operations.append(Operation(action="repose", target=target, value=item.value))
        for index in self.group:
            if self._mention(index).mood is None:
                self._change(index, mood=item.value)
            if self.receiving and not self._added(index):
                self._add(index)

    def _on_poses(self, at: int, item: Chunk) -> None:
        following = self.chunks[at + 1 : at + 2]
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

    def _on_colours(self, at: int, item: Chunk) -> None:
        if self.subject is None:
            self.reader.operations.append(
                Operation(action="recolour", target=self._meant(SALIENT, None), value=item.value)
            )
        elif self._mention(self._nearest(at)).colour is None:
            self._change(self._nearest(at), colour=item.value)

    def _on_sizes(self, at: int, item: Chunk) -> None:
        if self.subject is not None and self._mention(self._nearest(at)).size is None:
            self._change(self._nearest(at), size=item.value)

    def _nearest(self, at: int) -> int:
        """What an adjective after a noun is said of: "un globo rojo"; otherwise the subject."""
        before = self._before(at)
        if (before is not None and before.role == "mention") or self.subject is None:
            return before.at if before is not None else 0
        return self.subject

    def _on_every(self, at: int, item: Chunk) -> None:
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
        if (
            (item.part is not None or item.at == SALIENT)
            and self.latest is not None
            and self.latest not in self.group
        ):
            self._refine(self.latest, item)
            return
        for figure in self.group:
            link = self.reader.links.get(figure)
            if link is None or link.ground == SALIENT:
                self._stand(figure, item, first=True)
            elif len(self.group) == 1 and link.ground not in self.reader.links and link.ground != item.at:
                self._link(link.ground, item.value, item.at, item.part)  # type: ignore[arg-type]
        self.verb = None

    def _refine(self, figure: int, place: Chunk) -> None:
        """ "wears a lid on its head": the place says where the thing just worn is."""
        holder = self.reader.links[figure].ground if figure in self.reader.links else SALIENT
        ground = place.at if place.at != SALIENT else holder
        self._link(figure, place.value, ground, place.part)  # type: ignore[arg-type]

    def _follows(self, at: int, item: Chunk) -> bool:
        """Whether the place is said of what came before it."""
        if item.token.lang == "en" and item.value != "":
            return True
        before = self._before(at)
        if before is None:
            return False
        if before.role in ("at", "poses") or (
            before.role == "verbs" and before.value in ("move", "cover", "ride")
        ):
            return True
        if before.role == "verbs" and before.value == "carry":
            return True
        return before.token.lang == "zh" and before.role == "verbs" and before.token.text[-1] in _TOWARDS[:5]

    def _stand(self, figure: int, place: Chunk, *, first: bool = False) -> None:
        """Tie a figure to a place; a bare one that was named `first` (帽子戴在马头上) is one that we know."""
        type_ = place.value
        verb = self.verb
        if self._swaps(figure, place):
            self._link(place.at, "wear", figure)
            self._add(place.at)
            self.latest = place.at
            return
        if verb == "cover":
            type_ = "cover"
        elif verb in _ATTACH and place.part is not None:
            type_ = _ATTACH[verb]
        elif verb == "ride":
            type_ = "ride"
        if self.taken or (first and self._bare(figure) and not self.fresh and place.token.lang == "zh"):
            self._change(figure, definite=True)
        self._link(figure, type_, place.at, place.part, also=place.also)  # type: ignore[arg-type]

    def _swaps(self, figure: int, place: Chunk) -> bool:
        """ "a dog in a hat": the hat is on the dog."""
        if place.value != "inside" or place.at == SALIENT or place.part is not None:
            return False
        worn, wearer = self._mention(place.at).kind, self._mention(figure).kind
        if worn is None or wearer is None:
            return False
        return kinds()[worn].wear in ("head", "eyes", "neck", "face", "foot") and kinds()[wearer].alive

    def _bare(self, index: int) -> bool:
        mention = self._mention(index)
        return not mention.counted and not mention.plural and mention.side is None

    def _on_mention(self, at: int, item: Chunk) -> None:
        index = item.at
        mention = self._mention(index)
        if mention.weak and not self._noun_here(at):
            if len(mention.label) > 1:
                self.reader.left_out.append(mention.label)
                self.reader.passed_over.append(index)
            return
        if self.taken and self.subject is None:
            self._change(index, definite=True)
        if mention.owner is not None:
            self._link(index, "attach", mention.owner)
        before = self._before(at)
        joined = before is not None and before.role in ("and", "mention") and bool(self.group)
        joined = joined and not self.receiving and self.verb not in _ATTACH
        if joined and self.latest is not None and self._puts_on_too(at, index):
            return
        if joined and self._joins(index):
            return
        if not self._relate(at, index):
            self._stand_alone(index)

    def _puts_on_too(self, at: int, index: int) -> bool:
        """ "wearing sunglasses and a scarf": the scarf too, but not the cat of "wearing a hat and a cat"."""
        previous = self.chunks[at - 2] if at > 1 else None
        link = self.reader.links.get(self.latest) if self.latest is not None else None
        kind = self._mention(index).kind
        if previous is None or previous.at != self.latest or link is None or kind is None:
            return False
        if kinds()[kind].wear is None or kinds()[kind].alive:
            return False
        self._add(index)
        self.reader.links[index] = replace(link, figure=index, type="attach", part=None)
        self.latest = index
        return True

    def _joins(self, index: int) -> bool:
        """A mention after "and" stands like its neighbour: on the same table, on the same head.

        What it wears is its own affair once something was put on those before it.
        """
        if self.latest is not None and self.latest not in self.group:
            self.group, self.latest = [], None
            self._settle_figure(index)
            return True
        self.group.append(index)
        neighbour = self.reader.links.get(self.group[0])
        self._add(index)
        if neighbour is not None and self.group[0] != neighbour.ground and self.place is not None:
            self.reader.links[index] = replace(neighbour, figure=index)
        self.subject = index
        return True

    def _relate(self, at: int, index: int) -> bool:
        """Tie the mention to a place, verb or receiver that waits for it."""
        verb, self.verb = self.verb, None
        if verb in ("wear", "hold", "carry", "cover", "ride") and (owner := self._relative(at)) is not None:
            self._relative_clause(verb, index, owner)
            return True
        if self.place is not None:
            place, self.verb = self.place, verb
            self._stand(index, place)
            self._settle_figure(index)
            self.verb = None
            return True
        if verb in _ATTACH:
            self._attach(_ATTACH[verb], index)
            return True
        if verb == "ride" and self.given and self.subject is None:
            rider = self._pronoun(self.chunks[at].token)
            self._settle_figure(rider)
            self._add(index)
            self._link(rider, "ride", index)
            return True
        if self.given:
            self._link(index, "attach", SALIENT)
            self._settle_figure(index)
            return True
        if verb == "ride" and self.subject is not None:
            for rider in self.group:
                self._link(rider, "ride", index)
            return True
        if verb == "cover":
            return self._cover(index)
        if verb == "with":
            return self._with(index)
        if verb == "of" and self.subject is not None:
            self._add(index)
            self._link(index, "inside", self.subject)
            return True
        if self.receiving:
            return self._receive(index)
        if verb == "give":
            self.subject, self.group, self.receiving = index, [index], True
            return True
        return False

    def _settle_figure(self, index: int) -> None:
        self._add(index)
        self.subject, self.group = index, [index]

    def _stand_alone(self, index: int) -> None:
        if self.count is not None and not self._mention(index).counted:
            self._change(index, count=self.count, counted=True)
            self.count = None
        self._settle_figure(index)

    def _attach(self, type_: LinkType, index: int) -> None:
        """Wear, hold, carry: of the subject, of each of a group, or of what the talk is about."""
        self._add(index)
        mention = self._mention(index)
        alone = mention.counted and not any(self._mention(other).every for other in self.group)
        holders = [self.subject] if alone and self.subject is not None else self.group
        holder = holders[0] if holders else None if self.plural else self.reader.subject
        if holder is None:
            self._link(index, type_, SALIENT)
            self.latest = index
            return
        if mention.plural and not mention.counted and len(holders) > 1:
            self._change(index, count=1)  # "a cat and a dog wearing hats": a hat each
            mention = self._mention(index)
        each = not self.alone and (self._mention(holder).every or not mention.counted or mention.plural)
        self._link(index, type_, holder, each=each)
        self.latest = index
        for other in holders[1:]:
            copy = replace(mention)
            self.reader.mentions.append(copy)
            self._add(len(self.reader.mentions) - 1)
            self._link(len(self.reader.mentions) - 1, type_, other, each=each)

    def _relative(self, at: int) -> int | None:
        """戴草帽的柴犬: the mention that the clause before it is said of."""
        starter = self.chunks[at - 2] if at > 1 else None
        fresh = starter is None or starter.role in ("and", "numbers") or starter.value in ("draw", "add")
        if self.subject is not None and not self.receiving and not fresh:
            return None
        roles = [item.role for item in self.chunks]
        while roles[at + 1 : at + 3] == ["verbs", "mention"] or roles[at + 1 : at + 4] == [
            "and",
            "verbs",
            "mention",
        ]:
            at += 2 if roles[at + 1] == "verbs" else 3  # 穿裙子、戴围巾的女孩
        after = self.chunks[at + 1 : at + 3]
        if len(after) == 2 and after[0].role == "of" and after[1].role == "mention":
            return after[1].at
        return None

    def _relative_clause(self, verb: str, index: int, owner: int) -> None:
        self._add(index)
        if verb == "ride":
            self._link(owner, "ride", index)
        else:
            self._link(index, _ATTACH.get(verb, "cover"), owner, each=True)

    def _cover(self, index: int) -> bool:
        """ "a cloth covers the ox", "cover the ox('s face) with a cloth", 用布遮住牛的脸, 遮住牛的脸."""
        if self.covered is not None:
            self._link(index, "cover", self.covered.at, self.covered.part)
            self._settle_figure(index)
            return True
        if self.using is not None:
            self._link(self.using, "cover", index)
            return True
        if self.subject is not None and self._drapes(self.subject) and not self._drapes(index):
            self._link(self.subject, "cover", index)
            return True
        if self.subject is not None or self.receiving or self._drapes(index):
            ground = self.subject if self.subject is not None else SALIENT
            self._link(index, "cover", ground)
            self._add(index)
            return True
        self.covered = Chunk("place", "", self.chunks[0].token, index)
        self.subject, self.group = index, [index]
        return True

    def _drapes(self, index: int) -> bool:
        kind = self._mention(index).kind
        return kind is not None and kinds()[kind].rel == "cover"

    def _with(self, index: int) -> bool:
        """ "cover X with Y", "a dog with a hat", 用布..."""
        if self.covered is not None:
            self._link(index, "cover", self.covered.at, self.covered.part)
            self._add(index)
            return True
        self._add(index)
        if self.subject is None:
            self.using = index
            self.subject, self.group = index, [index]
            return True
        self._link(index, "attach", self.subject)
        self.latest = index
        if self.alone:
            self.reader.links[index] = replace(self.reader.links[index], each=False)
        return True

    def _receive(self, index: int) -> bool:
        """ "give the ox a hat", "add a hat to the ox", 给牛一顶帽子."""
        if self.subject is None:
            self.subject, self.group = index, [index]
            return True
        self.receiving = False
        if self._added(self.subject):
            self._link(self.subject, "attach", index)
            return True
        self._link(index, "attach", self.subject)
        self._add(index)
        self.latest = index
        return True

    def _added(self, index: int) -> bool:
        return any(operation.target == index for operation in self.reader.operations)

    def _noun_here(self, at: int) -> bool:
        """An unknown word is a noun after a verb of adding, after "and", or when nothing else is said."""
        before = self._before(at)
        if before is None:
            return not any(item.role in ("mention", "place", "verbs") for item in self.chunks[at + 1 :])
        if before.role == "verbs":
            return before.value not in ("move", "larger", "smaller", "make")
        return before.role in ("and", "give", "with", "to")
