"""Corrections: "I meant the hat", "right, not left", "the blue one, not the red"."""

from __future__ import annotations

import re

from paintover.planner.case import Case, repeat
from paintover.planner.decision import Decision
from paintover.planner.graph import Attempt, Node
from paintover.planner.naming import things
from paintover.planner.others import SIDES, renamed, said_of_the_other
from paintover.planner.prompting import Stretch, without
from paintover.planner.ranking import is_telling, newest_showing
from paintover.planner.spans import Reference, clauses
from paintover.planner.terms import terms, weight_of

_EXCLAIMED = re.compile(
    r"^(?:(?:wait|no|nope|nah|sorry|oops|actually|hmm+|oh|er+|um+)[\s,.!]*)+$", re.IGNORECASE
)
_NOT = re.compile(r"[\s,，]*(?:\bnot|\binstead of|\brather than|而?不是)\s*(?:the |a |an )?$", re.IGNORECASE)
SHORT = 16
"""Characters of a correction that may be only the word that was wrong."""


LONGEST_OTHER = 40
"""Characters of a message that only says which other picture is meant."""
TELLING = 0.9
"""The weight from which a term tells two pictures apart."""


def correction(case: Case) -> Decision | None:
    """ "I meant X": the corrected call's own sources. "I meant the second one": its words on that picture."""
    spans = case.cue_spans("correction")
    last = case.last
    if not (spans or case.reading.says("contrast")) or last is None or case.uploads:
        return None
    if not spans and not _names_the_wrong(case, last):
        return None
    pointed = [node for one in case.meant if not _takes_back(one.reference, spans) for node in one.nodes]
    if pointed:
        if not case.is_bare((*spans, *case.pointing)):
            return None
        return Decision(rule="correction", action="edit", nodes=tuple(pointed[:1]), prompt=last.call.prompt)
    if case.reading.says("new"):
        return None
    said = _corrected(case, last, spans)
    elsewhere = _on_another(case, last)
    if elsewhere is not None:
        return Decision(rule="correction", action="edit", nodes=(elsewhere,), prompt=said)
    elsewhere = _named_alone(case, last, said)
    another = _becoming(last.call.prompt, said) if _IS_INDEFINITE.search(case.reading.masked) else ""
    told = another or renamed(last.call.prompt, said)
    if elsewhere is not None:
        return Decision(rule="correction", action="edit", nodes=(elsewhere,), prompt=told or last.call.prompt)
    return repeat(last, prompt=told or said, rule="correction")


def the_other(case: Case) -> Decision | None:
    """ "Not that one, the other", and no more than that: the last edit on the newest picture of another motif, or on the
    other thing of the only one."""
    last = case.last
    if last is None or not last.sources or case.uploads or len(case.reading.masked) > LONGEST_OTHER:
        return None
    others, rejects = case.cue_spans("other_one"), case.cue_spans("rejects")
    corrected = case.graph.named(last.sources[0])
    if not others or not rejects or corrected is None:
        return None
    pointed = tuple(
        (one.start, one.end)
        for one in case.reading.references
        if one.kind in ("latest", "described", "previous")
    )
    if not case.is_bare((*others, *rejects, *case.cue_spans("correction", "pronoun"), *pointed)):
        return None
    own = case.graph.root(corrected)
    elsewhere = [node for node in case.graph.drawn if case.graph.root(node) is not own]
    said = last.call.prompt
    if not elsewhere:
        told = said_of_the_other(said, case.graph.told(corrected))
        return repeat(last, prompt=told, rule="correction") if told else None
    other = elsewhere[-1]
    told = said_of_the_other(said, case.graph.told(corrected), case.graph.told(other)) or said
    return Decision(rule="correction", action="edit", nodes=(other,), prompt=told)


def _named_alone(case: Case, last: Attempt, said: str) -> Node | None:
    """ "I meant the cat", said after the dog was edited: the newest picture of a cat, where the dog's shows none."""
    corrected = case.graph.named(last.sources[0]) if last.sources else None
    wanted = frozenset(term for term in terms(said) if weight_of(term) >= TELLING)
    if corrected is None or not wanted or len(said) > LONGEST_OTHER or terms(last.call.prompt) & wanted:
        return None
    shown = case.graph.showing(wanted)
    here = shown[last.pictures[-1]] if last.pictures else shown[corrected.at]
    own = case.graph.root(corrected)
    found = [
        node for node in case.graph.drawn if shown[node.at] == wanted and case.graph.root(node) is not own
    ]
    return found[-1] if found and not here else None


def _takes_back(one: Reference, spans: tuple[Stretch, ...]) -> bool:
    """Whether what looks like a description is a part of the taking back: 打错了，不是茶盘."""
    return one.excludes and any(one.start <= start and end <= one.end for start, end in spans)


def _on_another(case: Case, last: Attempt) -> Node | None:
    """ "They go on the van, not on the boat": the van's picture, when only another one shows a van."""
    corrected = [case.graph.named(name) for name in last.sources]
    for table in case.reading.tables:
        for cue in table.intent.get("instead", ()):
            for match in cue.finditer(case.reading.masked):
                right, wrong = terms(match["right"]), terms(match["wrong"])
                ranked = newest_showing(case.graph, right - wrong)
                shown = case.graph.showing(right | wrong)
                if not ranked or not is_telling(ranked[0]) or not corrected or corrected[0] is None:
                    continue
                here = shown[corrected[0].at]
                own = case.graph.root(corrected[0])
                if here & wrong and not here & right and case.graph.root(ranked[0].node) is not own:
                    return ranked[0].node
    return None


def _swapped(said: str, before: str) -> str:
    """The earlier words with left for right, or one colour for another, when only that is put right; else ""."""
    if len(said) > SHORT:
        return ""
    for one, other in SIDES:
        for right, wrong in ((one, other), (other, one)):
            if right in said and wrong not in said and wrong in before and right not in before:
                return before.replace(wrong, right)
    return ""


def _names_the_wrong(case: Case, last: Attempt) -> bool:
    """Whether "X, not Y" takes back a Y that the last call asked for."""
    return any(
        match["wrong"].strip() in last.call.prompt
        for table in case.reading.tables
        for cue in table.intent.get("instead", ())
        for match in cue.finditer(case.reading.masked)
        if match["wrong"].strip()
    )


def _meaning(case: Case) -> str:
    """What stands after the last "I meant"; "" when nothing does."""
    end = max((match.end() for match in case.reading.cues("meaning")), default=0)
    return without(case.reading, ((0, end),)) if end else ""


def _corrected(case: Case, last: Attempt, spans: tuple[Stretch, ...]) -> str:
    """The earlier words with the wrong one replaced where both are said ("X, not Y"), else the new words."""
    said = _meaning(case)
    if said and (named := _named_before(case)):
        return f"{named}{'，' if case.reading.language in ('zh', 'ja') else ', '}{_put_right(case, said, last) or said}"
    said = said or without(case.reading, spans)
    return _put_right(case, said, last) or _swapped(said, last.call.prompt) or said or last.call.prompt


_BECOMES = re.compile(r"\b(?:into|with|for) (?=an? )|(?:变|换|改)成(?=一)", re.IGNORECASE)
_IS_INDEFINITE = re.compile(r"\ban? [a-z]|一[个只条头匹辆位]", re.IGNORECASE)
"""One that is not there yet, and so none of those for whom the change was."""
_BROUGHT = re.compile(
    r"\ban? [a-z]+(?: [a-z]+)?(?=\s+(?:in|on|to|under|behind|next|beside|at|near|above|between|around)\b|[.!]?$)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^an? |^一[个只条头匹辆位]", re.IGNORECASE)


def _becoming(before: str, said: str) -> str:
    """ "Turn the dog into a wolf", "no, a fox": into that instead; "" where nothing was to become something."""
    becomes = _BECOMES.search(before)
    words = said.strip(" .。!！")
    if len(words) > SHORT or not any(True for _ in things(words)):
        return ""
    brought = list(_BROUGHT.finditer(before))
    if becomes is None and len(brought) == 1 and words.isascii():
        return f"{before[: brought[0].start()]}{_indefinite(words)}{before[brought[0].end() :]}"
    if becomes is None:
        return ""
    if becomes[0][-1] == "成":
        return f"{before[: becomes.end()]}{words}" if _ARTICLE.match(words) else ""
    return f"{before[: becomes.end()]}{_indefinite(words)}"


def _indefinite(words: str) -> str:
    article = (
        "" if _ARTICLE.match(words) or words.endswith("s") else "an " if words[0].lower() in "aeiou" else "a "
    )
    return f"{article}{words}"


def _named_before(case: Case) -> str:
    """The thing itself, where it is named before it is explained: "no, a baseball bat, i meant the wooden thing"."""
    begin = min((match.start() for match in case.reading.cues("meaning")), default=0)
    indefinite = case.reading.tables[0].first("instruction", "indefinite")
    for start, end in clauses(case.reading.masked[:begin]):
        words = case.reading.text[start:end].strip()
        if _EXCLAIMED.match(words):
            continue
        if (found := indefinite.match(words)) and found.start() == 0 and len(terms(words)) > 0:
            return words
    return ""


def _put_right(case: Case, said: str, last: Attempt) -> str:
    """ "X, not Y": the earlier words with X for Y, or X alone; "" where no two are set against each other."""
    for table in case.reading.tables:
        for cue in table.intent.get("instead", ()):
            match = cue.search(said)
            if match is None:
                continue
            wrong, right = match["wrong"].strip(), match["right"].strip(" ，,")
            if len(right) < 2 and right not in terms(right):
                continue
            if wrong and wrong in last.call.prompt and right in last.call.prompt:
                return _NOT.sub(
                    "", said[: match.start("wrong")]
                ).strip()  # "bubbles from the chimney, not smoke"
            if wrong and wrong in last.call.prompt and len(right) <= 2 * len(wrong) + 2:
                return last.call.prompt.replace(wrong, right)
            if wrong and right in said and said != right:
                if match.start("wrong") < match.start("right"):
                    return right
                return (_EXCLAIMED.sub("", said[: match.start("right")]) + right).strip()
    return ""
