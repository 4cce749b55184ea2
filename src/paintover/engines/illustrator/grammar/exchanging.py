"""Reads what is exchanged for something else, and what is to look otherwise: 把A换成B, "replace A with B", "make A red"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from paintover.engines.illustrator.grammar.describe import Description
from paintover.engines.illustrator.grammar.mention import EVERYTHING, SALIENT, Chunk
from paintover.engines.illustrator.grammar.reading import Reading, counted, pattern_value
from paintover.engines.illustrator.grammar.utterance import Operation
from paintover.engines.illustrator.kinds import kinds

_EACH = re.compile("every|each|both|two|all|[人家伙每两二]", re.IGNORECASE)
_WHOSE = frozenset({"her", "his", "its", "their"})
DOING = frozenset({"ride", "hold", "wear", "carry", "lead"})
SIZES = {"larger": "large", "smaller": "small"}


class Exchanging(Reading):
    """Reads what is to become something else, or to look otherwise."""

    def _pointed(self, chunks: Sequence[Chunk]) -> list[int]:
        """The mentions of the clause, or else what it points to: everything, or "it"."""
        every = any(item.role == "every" or item.token.get("them") for item in chunks)
        return self._targets(chunks) or [EVERYTHING if every else SALIENT]

    def _exchange(self, chunks: Sequence[Chunk]) -> None:
        """ "swap the cat and the dog", "swap A with B", 把A和B换个位置, 交换它们的位置."""
        found = [item.at for item in chunks if item.role in ("mention", "owner")]
        if len(found) < 2:
            found = [*found, *(item.at for item in chunks if item.role == "place" and item.at >= 0)]
        first, second = (found[0], found[1]) if len(found) > 1 else (found[0] if found else EVERYTHING, None)
        self.operations.append(Operation(action="swap", target=first, other=second))

    def _targets(self, chunks: Sequence[Chunk]) -> list[int]:
        return [item.at for item in chunks if item.role == "mention"]

    def _instead(self, chunks: Sequence[Chunk]) -> None:
        """ "A instead of B", 用A代替B: B goes, A comes."""
        pivot = next(i for i, item in enumerate(chunks) if item.value == "instead")
        new, old = self._targets(chunks[:pivot]), self._targets(chunks[pivot + 1 :])
        if new and old:
            self.operations.append(Operation(action="replace", target=old[0], other=new[-1]))

    def _replace(self, chunks: Sequence[Chunk]) -> bool:
        """把A换成B, "replace A with B", "make A red". False where it is no replacement after all ("make a cat")."""
        pivot = next(
            i for i, item in enumerate(chunks) if item.role == "verbs" and item.value in ("replace", "make")
        )
        left, right = self._sides(chunks, pivot)
        into = chunks[pivot].token.text.endswith(("成", "为"))
        targets, news = self._targets(left), self._targets(right)
        making = chunks[pivot].value == "make"
        if not making and self._between_two(chunks, news):
            return True
        if making and (owned := self._owned(left, right)) is not None:
            self.operations.append(owned)
            return True
        if (
            making
            and targets
            and not news
            and not self._change(right)
            and not self.mentions[targets[0]].definite
        ):
            return False
        target = targets[-1] if targets else self._pointed(left)[0]
        if news:
            return self._become(chunks[pivot], left, right, targets, target, news[0], first=pivot == 0)
        self._repaint(left, right, targets, target, into=into)
        return True

    def _sides(self, chunks: Sequence[Chunk], pivot: int) -> tuple[list[Chunk], list[Chunk]]:
        """What an exchange is of, and what comes or what it is to be like."""
        left, right = list(chunks[:pivot]), list(chunks[pivot + 1 :])
        into = chunks[pivot].token.text.endswith(("成", "为"))
        if self.language == "en" or not (left or self._colour(right) or into):
            turn = next((i for i, item in enumerate(right) if item.role in ("with", "to", "give")), None)
            if turn is not None and right[turn].role == "with" and self._becomes_somebody(right):
                cut = _changed(right)
                left, right = left + right[:cut], right[cut:]
            elif turn is None:
                turn = next((i for i, item in enumerate(right) if _into(item)), None)
                if turn is not None:
                    right[turn] = replace(right[turn], role="mention")
                    left, right = left + right[:turn], right[turn:]
                else:
                    cut = _changed(right)
                    left, right = left + right[:cut], right[cut:]
            else:
                left, right = left + right[:turn], right[turn + 1 :]
        return left, right

    def _become(
        self,
        verb: Chunk,
        left: Sequence[Chunk],
        right: list[Chunk],
        targets: Sequence[int],
        target: int,
        new: int,
        *,
        first: bool,
    ) -> bool:
        """Something else for what is there. False where it is no exchange after all."""
        making = verb.value == "make"
        clause: list[Chunk] | None = None
        if (head := _headed(right)) is not None:
            new, clause = right[head].at, [*right[: head - 1], *right[head + 1 :]]
        told = self.mentions[new]
        if making and targets and told.definite and self.mentions[target].definite:
            self.left_out.extend(item.token.text for item in right if item.token.unknown)
            self.left_out.append(told.label)  # "make the cat look out of the window"
            return True
        if making and any(item.token.text.lower() == "look at" for item in (*left, *right)):
            self.left_out.append(told.label)  # "make him look at his watch"
            return True
        if making and told.kind is None and told.lang == "en" and not (told.counted or told.definite):
            self.left_out.append(told.label)  # "make it fluffier" names no thing
            return True
        part = next((item for item in left if item.role in ("place", "poses")), None)
        it_is = any(item.role == "it" for item in left)
        if not making and not targets and part is not None and (part.role == "place" or not it_is):
            self.left_out.append(part.token.text)  # "turn the boy's nose into a carrot"
            return True
        whatever = verb.value == "replace" and first
        if not targets and not whatever and not any(item.role == "it" for item in left):
            return False
        unnamed = not targets and not any(item.role == "it" for item in left)
        for each in targets[:-1] if self.language == "zh" else ():  # 把猫和狗都换成马
            self.operations.append(Operation(action="replace", target=each, other=new))
        self.operations.append(Operation(action="replace", target=target, other=new, loose=unnamed))
        self.subject = new
        rest = right[next(i for i, item in enumerate(right) if item.role == "mention") + 1 :]
        if clause is not None:
            rest = clause
        Description(self, rest, subject=new).read()
        return True

    def _repaint(
        self,
        left: Sequence[Chunk],
        right: Sequence[Chunk],
        targets: Sequence[int],
        target: int,
        *,
        into: bool,
    ) -> None:
        """Another colour, pattern or size for what is there."""
        change = self._change(right)
        if (marked := self._coloured_marks(left, right)) is not None:
            change = marked
        marks = next((item for item in (*left, *right) if item.role == "patterns"), None)
        painted = next((item for item in right if item.role == "colours"), None)
        if marked is None and marks is not None and painted is not None and marks.token.get("second") is None:
            value = (
                f"{marks.value} - {painted.token.get('palette') or painted.value}"  # "make the stripes blue"
            )
            change = Operation(action="pattern", target=SALIENT, value=value, count=0, loose=True)
        whole = into and change is not None and change.action == "pattern" and marks in right
        if (
            whole
            and change is not None
            and (change.value or "").startswith(("striped - ", "spotted - ", "checked - "))
        ):
            change = replace(change, value=(change.value or "").replace(" - ", " white ", 1))  # 换成粉色条纹
        several = next((counted(item) for item in left if item.role == "numbers"), 0)
        if change is not None and change.action in ("recolour", "pattern") and several and not targets:
            change = replace(change, count=several)  # 一个变红
        if change is not None and (targets or self.subject is not None or not self.settings or left):
            if target == EVERYTHING and change.action == "recolour":
                change = replace(change, loose=any(map(_is_they, left)))
            each_of = change.action != "recount" and len(targets) > 1
            for each in targets if each_of else [target]:
                self.operations.append(replace(change, target=each))

    def _becomes_somebody(self, chunks: Sequence[Chunk]) -> bool:
        """ "Make the doctor a woman with long hair": what follows the "with" is hers, and not what the doctor becomes."""
        new = next(iter(chunks[_changed(chunks) :]), None)
        told = self.mentions[new.at] if new is not None and new.role == "mention" else None
        return told is not None and told.counted and told.kind is not None and kinds()[told.kind].alive

    def _between_two(self, chunks: Sequence[Chunk], news: Sequence[int]) -> bool:
        """ "Scambia il cane e il gatto", "tausche A und B": each for the other, where nothing new is told."""
        roles = [item.role for item in chunks if item.role in ("mention", "and", "to", "with", "give")]
        if self.language != "en" or news or roles != ["mention", "and", "mention"]:
            return False
        pair = self._targets(chunks)
        if not all(self.mentions[at].definite for at in pair) or self._change(chunks) is not None:
            return False
        self.operations.append(Operation(action="swap", target=pair[0], other=pair[1]))
        return True

    def _owned(self, left: Sequence[Chunk], right: Sequence[Chunk]) -> Operation | None:
        """ "Make her dress red": of what is hers, which stands in the noun's own place, and not a dress of her."""
        if [item.role for item in left] != ["it"] or left[0].token.text.lower() not in _WHOSE or not right:
            return None
        mention = self.mentions[right[0].at] if right[0].role == "mention" else None
        if mention is None or mention.kind is None or mention.counted or mention.lang != "en":
            return None
        value, change = mention.colour or self._colour(right[1:]), self._change(right[1:])
        if value is None and (change is None or change.action != "resize"):
            return None
        theirs = left[0].token.text.lower() == "their"
        self.mentions[right[0].at] = replace(
            mention,
            colour=None,
            palette=(),
            definite=True,
            plural=mention.plural or theirs,
            owner=EVERYTHING if theirs else SALIENT,
        )
        if value is None and change is not None:
            return replace(change, target=right[0].at)  # "make his hat bigger"
        marks = next((item for item in right[1:] if item.role == "patterns"), None)
        if marks is not None and marks.value == value:  # "make his shirt striped"
            return Operation(action="pattern", target=right[0].at, value=pattern_value(marks.token))
        return Operation(action="recolour", target=right[0].at, value=value, count=0)

    def _coloured_marks(self, left: Sequence[Chunk], right: Sequence[Chunk]) -> Operation | None:
        """ "Make it green with yellow stripes", 改成绿色，带黄条纹: the ground's colour before, the marks' with their word."""
        at = next((i for i, item in enumerate(right) if item.role == "patterns"), None)
        if at is None:
            return None
        marks = right[at]
        ground = self._only_colour(left) or self._only_colour(right[:at])
        if ground is None:
            return None
        second = " ".join(filter(None, (marks.token.get("colours"), marks.token.get("second"))))
        second = second or self._only_colour(right[at:]) or ""
        return Operation(action="pattern", target=SALIENT, value=f"{marks.value} {ground} {second}".strip())

    def _only_colour(self, chunks: Sequence[Chunk]) -> str | None:
        return next((item.value for item in chunks if item.role == "colours"), None)

    def _colour(self, chunks: Sequence[Chunk]) -> str | None:
        return next((item.value for item in chunks if item.role in ("colours", "patterns")), None)

    def _change(self, chunks: Sequence[Chunk]) -> Operation | None:
        """What the words after "make it" say: a colour, a size, a number."""
        number = next((counted(item) for item in chunks if item.role == "numbers"), 0)
        for item in chunks:
            if item.role == "patterns":
                return Operation(action="pattern", target=SALIENT, value=pattern_value(item.token))
            if item.role == "colours":
                value = item.token.get("palette") or item.value
                return Operation(action="recolour", target=SALIENT, value=value, count=number)
            if item.role == "sizes":
                return Operation(action="resize", target=SALIENT, value=item.value)
            if item.role == "verbs" and item.value in ("larger", "smaller"):
                return Operation(action="resize", target=SALIENT, value=SIZES[item.value])
            if item.role in ("poses", "moods"):
                return Operation(action="repose", target=SALIENT, value=item.value)
        return Operation(action="recount", target=SALIENT, count=number) if number else None


def _is_they(item: Chunk) -> bool:
    """Whether it is "them", and not "everybody" or "both"."""
    return item.token.get("them") is not None and _EACH.search(item.token.text) is None


def _changed(chunks: Sequence[Chunk]) -> int:
    """How many of the chunks after "make" say what is to be made otherwise: "the cat and the dog", "both"."""
    roles = [item.role for item in chunks]
    if not roles or roles[0] not in ("mention", "owner", "it", "every"):
        return 0
    cut = 1
    if roles[0] in ("owner", "every") and roles[1:2] in (["mention"], ["it"]):
        cut += 1
    while roles[cut : cut + 2] == ["and", "mention"]:
        cut += 2
    return cut


def _headed(chunks: Sequence[Chunk]) -> int | None:
    """Where the noun is of which a clause before it tells something: 戴红帽子的白兔子 is a rabbit."""
    doing = False
    for at, item in enumerate(chunks):
        doing = doing or (item.role == "verbs" and item.value in DOING)
        after = chunks[at + 1] if at + 1 < len(chunks) else None
        if (
            doing
            and item.role == "of"
            and item.token.lang == "zh"
            and after is not None
            and after.role == "mention"
        ):
            return at + 1
    return None


def _into(item: Chunk) -> bool:
    return (
        item.role == "place" and item.at != SALIENT and item.token.text.lower() in ("into", "in", "на", "в")
    )
