"""What one earlier step's words say it did to a picture. Read once and remembered: a chat sends its past with every turn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from paintover.domain.call import Language
from paintover.planner.masking import HIDDEN, mask
from paintover.planner.spelling import spelled
from paintover.planner.tables import Table, table
from paintover.planner.terms import colours_in, shown_terms, terms

STEP_LENGTH = 600
"""Characters of a step's words that are weighed; a longer prompt's beginning tells it apart."""
REMEMBERED = 4_096
_PART = re.compile(r"[,，.。;；、\n]|\b(?:and|with|on|in)\b|和|在")
Terms = frozenset[str]
LENT: Mapping[str, Mapping[Language, str]] = {
    "same_style": {"zh": "用第二张的画风", "en": "in the style of the second picture"},
    "same_place": {"zh": "背景换成第二张的", "en": "on the background of the second picture"},
}
"""By rule, the prompt of an edit that takes from its second source what the rule says, and nothing else."""
IT = ""
"""The thing that a colour is given to where none is named: "make it blue"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The terms that a step's words bring in, take away and speak of."""

    added: Terms
    removed: Terms = frozenset()
    mentioned: Terms = frozenset()
    implied: Terms = frozenset()
    """What it takes away or replaces: it was there before, though no words had brought it in."""
    changed: Terms = frozenset()
    """The things that it says to be changed."""
    touched: Terms = frozenset()
    """The things that it changes in any way: 底座裂一道缝 touches the base."""
    painted: Mapping[str, Terms] = field(default_factory=dict)
    """The colours that it gives, by the thing's terms."""


@lru_cache(maxsize=REMEMBERED)
def read_step(language: str, words: str, *, edits: bool) -> Step:
    """Read a step's words (at most `STEP_LENGTH` characters of them are worth passing)."""
    cues = table(language)
    words = spelled(words, (cues,))
    painted = _painted(words)
    told = mask(words)[0]
    if not edits:
        return Step(added=shown_terms(words), mentioned=terms(words), painted=painted)
    changed = frozenset().union(*(terms(match["x"]) for match in _matches(cues, "alter", told)))
    removed = frozenset().union(*_removed(cues, told))
    return Step(
        added=shown_terms(words) - removed,
        removed=removed,
        mentioned=terms(words),
        implied=frozenset().union(*_implied(cues, told)),
        changed=changed,
        touched=changed.union(*(terms(match["x"]) for match in _matches(cues, "subject", told))),
        painted=painted,
    )


def _matches(cues: Table, name: str, words: str) -> Iterator[re.Match[str]]:
    for cue in cues.instruction.get(name, ()):
        yield from cue.finditer(words)


def _removed(cues: Table, words: str) -> Iterator[Terms]:
    """A thing that is only given another colour or size, or other words, stays."""
    for match in _matches(cues, "remove", words):
        yield terms(match["x"])
    for match in _matches(cues, "replace", words):
        if HIDDEN not in match["y"] and not cues.first("instruction", "attribute_only").search(match["y"]):
            yield terms(match["x"]) - terms(match["y"])


def _implied(cues: Table, words: str) -> Iterable[Terms]:
    for match in _matches(cues, "remove", words):
        yield shown_terms(match["x"])
    for match in _matches(cues, "replace", words):
        yield shown_terms(match["x"]) - terms(match["y"])


def _painted(words: str) -> Mapping[str, Terms]:
    painted: dict[str, Terms] = {}
    for part in _PART.split(words):
        found = terms(part)
        colours = colours_in(found)
        if colours:
            things = {thing for thing in found - colours if not _holds(thing, colours)}
            painted.update((thing, colours) for thing in things or {IT})
    return painted


def _holds(term: str, colours: Terms) -> bool:
    """Whether a term is a colour's neighbour in Chinese, 成蓝 in 改成蓝色, and no thing."""
    return term == "色" or any(
        len(colour) == 1 and not colour.isascii() and colour in term for colour in colours
    )
