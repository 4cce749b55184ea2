"""What a text talks about, as a set of comparable terms: stems for alphabets, characters and pairs for CJK."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from paintover.planner.lexicon import (
    CONCEPT,
    LONGEST_PHRASE,
    UNSPACED,
    Names,
    lexicon,
    named,
    of_phrase,
    of_span,
    of_word,
    wider,
    word_at,
)
from paintover.planner.spelling import simplified
from paintover.planner.stemming import stem
from paintover.planner.tables import LANGUAGES, table

_RUN = re.compile(
    r"[\u3400-\u9fff]+|[\u3040-\u30ff\u31f0-\u31ff]+|[\uac00-\ud7af]+|[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|\d+"
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
LOOKED_AT = 2_000


@cache
def _stop() -> frozenset[str]:
    return frozenset().union(*(table(name).stop for name in LANGUAGES))


@cache
def _particles() -> frozenset[str]:
    return frozenset().union(*(table(name).particles for name in LANGUAGES))


@lru_cache(maxsize=4096)
def terms(text: str) -> frozenset[str]:
    """The terms of `text` (its first 2,000 characters), stop words left out.

    A CJK run gives its characters and its pairs; other scripts give stems; a word, or up to three in a row, of
    `cues/synonyms.toml` gives its concept too.
    """
    return named(_found(text))


@lru_cache(maxsize=4096)
def shown_terms(text: str) -> frozenset[str]:
    """The terms by which what `text` puts into a picture can be found: a fox is also found as an animal."""
    return terms(text) | wider(_found(text))


@lru_cache(maxsize=4096)
def _found(text: str) -> frozenset[str]:
    names = lexicon().same
    text = simplified(unicodedata.normalize("NFKC", text[:LOOKED_AT]).casefold())
    found: set[str] = set()
    before: tuple[str, ...] = ()
    for run in _RUN.findall(text):
        if _CJK.match(run):
            _add_cjk(run, found, names)
            before = ()
        else:
            before = _add_word(run, before, found, names)
    for span in UNSPACED.findall(text):
        found.update(of_span(span, names))
    return frozenset(found)


def _add_cjk(run: str, found: set[str], names: Names) -> None:
    stop, particles, ends = _stop(), _particles(), _word_ends(run, names)
    found.update(letter for letter in run if letter not in stop and not "\u3040" <= letter <= "\u309f")
    found.update(
        run[at : at + 2]
        for at in range(len(run) - 1)
        if at not in ends
        and not (run[at] in stop and run[at + 1] in stop)
        and particles.isdisjoint(run[at : at + 2])
    )


def _word_ends(run: str, names: Names) -> set[int]:
    """Where words of several characters end: what follows makes no word with their last, 石头 and 上 no 头上."""
    ends, at = set(), 0
    while at < len(run):
        length, found = word_at(run, at, names)
        if length > 1 and found:
            ends.add(at + length - 1)
        at += length or 1
    return ends


def _add_word(word: str, before: tuple[str, ...], found: set[str], names: Names) -> tuple[str, ...]:
    """Add a word, and what it makes with those `before` it; return the ones that go before the next."""
    stems = (*before, stem(word))
    if word not in _stop() and (len(word) > 1 or word.isdigit()):
        found.add(stems[-1])
        found.update(of_word(word, names))
    found.update(of_phrase(stems, names))
    return stems[1 - LONGEST_PHRASE :]


def weight_of(term: str) -> float:
    """How telling a term is by itself: a pair or a word 1, a concept 0.9, a CJK character 0.5, a colour 0.4."""
    if term in lexicon().weak:
        return 0.4
    if term.startswith(CONCEPT):
        return 0.9
    return 0.5 if len(term) == 1 and _CJK.match(term) else 1.0


def colours_in(found: frozenset[str]) -> frozenset[str]:
    """Those of the terms that name a colour."""
    return found & lexicon().colours


def is_medium(term: str) -> bool:
    """Whether the term tells what kind of picture it is ("photo", "drawing") and not what it shows."""
    return term in lexicon().media
