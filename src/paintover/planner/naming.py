"""The things that a text names, one by one in order: each by its word and its concepts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paintover.planner.lexicon import CONCEPT, LONGEST_PHRASE, UNSPACED, folded, lexicon, named, word_at
from paintover.planner.stemming import stem
from paintover.planner.terms import is_medium, terms, weight_of

TELLING = 0.9
"""The weight from which a term tells two things apart."""
_WORD = re.compile(r"[^\W\d_]+")
Thing = tuple[str, frozenset[str]]


def things(words: str) -> Iterator[Thing]:
    """The things that are named, without what is done; of nouns that make one word, 银杏叶, only the last."""
    for match in _WORD.finditer(words):
        if UNSPACED.search(match[0]):
            yield from _unspaced(match[0])
        elif found := _told_by(terms(match[0])):
            yield match[0], found


def named_things(words: str) -> frozenset[str]:
    """The concepts of the things that are named."""
    if UNSPACED.search(words):
        return frozenset().union(*(found for _, found in things(words)))
    return _told_by(frozenset(_spaced([match[0] for match in _WORD.finditer(folded(words))])))


def _spaced(words: list[str]) -> Iterator[str]:
    """The terms of words of an alphabet; those of a phrase stand for its words: a paper plane is no plane."""
    at, names, stems = 0, lexicon().same, [stem(word) for word in words]
    while at < len(words):
        for length in range(LONGEST_PHRASE, 1, -1):
            phrase = (
                named(names.get(" ".join(stems[at : at + length]), ())) if at + length <= len(words) else ()
            )
            if phrase:
                yield from phrase
                at += length
                break
        else:
            yield from terms(words[at])
            at += 1


def _unspaced(span: str) -> Iterator[Thing]:
    names, told = lexicon().same, folded(span)
    at, pending = 0, ("", frozenset[str]())
    while at < len(span):
        length, found = word_at(told, at, names)
        thing = _told_by(named(found))
        if not thing and pending[1]:
            yield pending
        pending = (span[at : at + length], thing) if thing else ("", thing)
        at += length or 1
    if pending[1]:
        yield pending


def _told_by(found: frozenset[str]) -> frozenset[str]:
    return frozenset(
        term
        for term in found - lexicon().deeds
        if term.startswith(CONCEPT) and weight_of(term) >= TELLING and not is_medium(term)
    )
