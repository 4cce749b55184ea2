"""How closely what is asked for is what a picture shows, by meaning: a kitten is a cat, a pet, an animal; no dog.

The lexicon is data, `cues/concepts/*.txt`, one line a concept: ``name < wider, wider: word, word``. The name is a word
for it too, ``#`` starts a comment line, and wider concepts may stand in another file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from paintover.planner.spelling import simplified
from paintover.planner.stemming import stem

NARROWER = 0.7
"""For each step from what is asked to what is shown: "the animal" for a cat."""
WIDER = 0.4
"""For each step the other way: "the cat" for an animal of no kind."""
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that a picture can show, the concepts it belongs to and the words for it."""

    name: str
    wider: tuple[str, ...]
    words: tuple[str, ...]


def read(lines: Iterable[str]) -> dict[str, Concept]:
    """The concepts of some lines, by name.

    Raises:
        ValueError: a concept is there twice.
    """
    found: dict[str, Concept] = {}
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        head, _, words = line.partition(":")
        name, _, wider = head.partition("<")
        name = name.strip()
        if name in found:
            raise ValueError(f"the concept {name!r} is there twice: merge the two lines")
        found[name] = Concept(name, _listed(wider), (name, *_listed(words)))
    return found


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


@cache
def lexicon() -> Mapping[str, Concept]:
    """All concepts by name, read when first asked for."""
    folder = resources.files("paintover.planner").joinpath("cues", "concepts")
    files = sorted((one for one in folder.iterdir() if one.name.endswith(".txt")), key=lambda one: one.name)
    return read(line for one in files for line in one.read_text(encoding="utf-8").splitlines())


def _tokens(text: str) -> tuple[str, ...]:
    """Characters where words are not set apart, stems elsewhere."""
    runs = _RUN.findall(simplified(unicodedata.normalize("NFKC", text).casefold()))
    return tuple(token for run in runs for token in (run if _UNSPACED.match(run) else (stem(run),)))


@cache
def _index() -> tuple[dict[tuple[str, ...], set[str]], int]:
    index: dict[tuple[str, ...], set[str]] = {}
    for concept in lexicon().values():
        for word in concept.words:
            index.setdefault(_tokens(word), set()).add(concept.name)
    return index, max(map(len, index))


def concepts_in(text: str) -> frozenset[str]:
    """The names of the concepts that `text` speaks of; of words within words the longest counts."""
    index, longest = _index()
    tokens, at = _tokens(text), 0
    found: set[str] = set()
    while at < len(tokens):
        for length in range(min(longest, len(tokens) - at), 0, -1):
            if names := index.get(tokens[at : at + length]):
                found |= names
                at += length - 1
                break
        at += 1
    return frozenset(found)


@cache
def steps_up(name: str) -> Mapping[str, int]:
    """Every concept that `name` belongs to, itself included, with the fewest steps to it."""
    steps, edge = {name: 0}, [name]
    for one in edge:
        for wider in lexicon()[one].wider:
            if wider not in steps:
                steps[wider] = steps[one] + 1
                edge.append(wider)
    return steps


def strength(asked: str, shown: str) -> float:
    """How well the text `shown` answers the text `asked`, 0 to 1, by its best pair of concepts; siblings give 0."""
    best = 0.0
    for one in concepts_in(asked):
        for other in concepts_in(shown):
            if one in (up := steps_up(other)):
                best = max(best, NARROWER ** up[one])
            elif other in (up := steps_up(one)):
                best = max(best, WIDER ** up[other])
    return best
