"""The things that a text names, one by one in order: each by its word and its concepts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paintover.planner.lexicon import CONCEPT, UNSPACED, folded, lexicon, named, word_at
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
    return _told_by(terms(words))


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
