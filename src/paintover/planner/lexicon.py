"""Which things a text names, in whatever words: `cues/synonyms.toml`, read when first asked for."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from paintover.planner.spelling import simplified
from paintover.planner.stemming import forms, inflected_stem, is_inflected, plain, stem

CONCEPT = "§"
"""Marks a term that stands for a whole group of words, for example ``§cat`` for cat, kitty, 猫, 喵."""
UNSPACED = re.compile(r"[\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff]+|[\uac00-\ud7af]+")
"""A stretch of a script that sets no spaces between its words, or hangs particles on them."""
_SPACED = "\u2e80"
"""Characters up to this are of scripts that set spaces."""
_LETTERS = re.compile(r"[^\W\d_]+|\d+")
LONGEST_WORD = 8
"""Characters of a word of such a script."""
LONGEST_PHRASE = 3
"""Words of an alphabet in a row."""
COMPOUND = 10
"""Letters from which a word may be made of several: Fußballstadion."""
Names = Mapping[str, tuple[str, ...]]
"""From a word to the concepts that it stands for; empty for a word that only hides shorter ones."""
_UNNAMED = CONCEPT * 2
"""Begins the concept of a word that stands in kinds alone: it is no term, only what the word belongs to is."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`same` leads from a word to the concepts that it stands for, `wider` from a concept to those it belongs to.

    A word is its own key, one of Cyrillic or Arabic letters by its stem, a phrase by its words' stems.
    """

    same: Names
    wider: Names
    heads: frozenset[str]
    """What a German compound may end in: the words that are written with a capital letter."""
    weak: frozenset[str]
    colours: frozenset[str]
    media: frozenset[str]
    deeds: frozenset[str]
    has: Names
    """From the concept of a place or thing to those of what belongs to it."""
    about: Names
    """From the concept of somebody or something to those of what he has about him, and what goes with it."""


@cache
def lexicon() -> Lexicon:
    """The lexicon of `cues/synonyms.toml`."""
    text = resources.files("paintover.planner").joinpath("cues", "synonyms.toml").read_text(encoding="utf-8")
    return read(tomllib.loads(text))


def read(raw: Mapping[str, Any]) -> Lexicon:
    """The lexicon of a parsed file."""
    words = {name: listed(line) for name, line in raw["same"].items()}
    members = {kind: listed(line) for kind, line in raw["kind"].items()}
    same: dict[str, tuple[str, ...]] = {}
    for name, group in words.items():
        _add(same, [word if word[0] > _SPACED else key(word) for word in group], CONCEPT + name)
    for name in {**words, **members}:
        if not name.endswith("_"):
            _add(same, [key(name.replace("_", " "))], CONCEPT + name)
    wider: dict[str, tuple[str, ...]] = {}
    for member, kinds in _kinds_of(members).items():
        if member in words or member in members:
            wider[CONCEPT + member] = kinds
        else:
            wider[_UNNAMED + member] = kinds
            _add(same, [key(member)], _UNNAMED + member)
    same.update(dict.fromkeys(listed(raw["nothing"]), ()))
    for word in [word for word in same if len(word) > 2 and not word.isascii() and word[0] < "\u0370"]:
        same.setdefault(plain(word), same[word])
    return Lexicon(
        same=same,
        wider=wider,
        heads=frozenset(
            word.lower() for group in words.values() for word in group if word[0].isupper() and len(word) > 3
        ),
        deeds=frozenset(CONCEPT + name for name in raw["deeds"]),
        has=_wholes(raw["has"]),
        about=_wholes(raw["about"]),
        **{group: _terms(raw[group], words) for group in ("weak", "colours", "media")},
    )


def _wholes(raw: Mapping[str, str]) -> Names:
    return {CONCEPT + whole: tuple(CONCEPT + part for part in listed(line)) for whole, line in raw.items()}


def _add(found: dict[str, tuple[str, ...]], keys: Iterable[str], name: str) -> None:
    """Let keys lead to a name as well; nearly all lead nowhere else, and share one tuple."""
    names = (name,)
    for one in keys:
        known = found.setdefault(one, names)
        if known is not names and name not in known:
            found[one] = known + names


def listed(line: str) -> list[str]:
    """The words of a line of the file."""
    return line.split(", ")


def _kinds_of(members: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    """The concepts that each member belongs to, and those that they belong to."""
    found: dict[str, list[str]] = {}
    for kind in members:
        reached: dict[str, None] = {kind: None}
        _reach(kind, members, reached)
        for member in list(reached)[1:]:
            found.setdefault(member, []).append(CONCEPT + kind)
    return {member: tuple(kinds) for member, kinds in found.items()}


def _reach(kind: str, members: Mapping[str, list[str]], reached: dict[str, None]) -> None:
    for member in members.get(kind, ()):
        if member not in reached:
            reached[member] = None
            _reach(member, members, reached)


def _terms(names: Iterable[str], words: Mapping[str, list[str]]) -> frozenset[str]:
    """Some groups as terms: the concepts, and the words as they stand among the terms of a text."""
    return frozenset(
        term
        for name in names
        for term in (CONCEPT + name, *(one for word in (name, *words[name]) for one in _split(word)))
    )


def _split(word: str) -> Iterator[str]:
    word = folded(word)
    return iter((word,)) if UNSPACED.search(word) else map(stem, _LETTERS.findall(word))


def key(word: str) -> str:
    """What a word or phrase of the file is found by; one without spaces is there as `simplified` leaves it."""
    if word.isascii():
        if word.isalpha():
            return word.lower()
    elif word[0] > _SPACED:
        return word
    parts = _LETTERS.findall(word.casefold())
    if len(parts) > 1:
        return " ".join(map(stem, parts))
    return inflected_stem(parts[0]) if is_inflected(parts[0]) else parts[0]


def folded(word: str) -> str:
    """Any text as the file has its words."""
    return simplified(unicodedata.normalize("NFKC", word).casefold())


def of_word(word: str, names: Names) -> tuple[str, ...]:
    """The concepts of one word of an alphabet, in whatever form; of a compound's, those of its last part."""
    for form in forms(word):
        if (found := names.get(form)) is not None:
            return found
    return _of_last_part(word, names) if len(word) >= COMPOUND else ()


def _of_last_part(word: str, names: Names) -> tuple[str, ...]:
    """The concepts of the longest known word that a long one ends in."""
    heads = lexicon().heads
    for start in range(3, len(word) - 3):
        for form in forms(word[start:]):
            if form in heads:
                return names.get(form, ())
    return ()


def of_phrase(stems: tuple[str, ...], names: Names) -> Iterator[str]:
    """The concepts of the phrases of two or three words that end with the last of `stems`."""
    for length in range(2, len(stems) + 1):
        yield from names.get(" ".join(stems[-length:]), ())


def of_span(span: str, names: Names) -> Iterator[str]:
    """The concepts of a span without spaces; of words within words the longest counts."""
    at = 0
    while at < len(span):
        length, found = word_at(span, at, names)
        yield from found
        at += length or 1


def word_at(span: str, at: int, names: Names) -> tuple[int, tuple[str, ...]]:
    """The length of the longest word that stands there in a span without spaces, 0 for none, and its concepts."""
    for length in range(min(LONGEST_WORD, len(span) - at), 0, -1):
        found = names.get(span[at : at + length])
        if found is not None:
            return length, found
    return 0, ()


def named(found: Iterable[str]) -> frozenset[str]:
    """Without the concepts that are no terms."""
    return frozenset(term for term in found if not term.startswith(_UNNAMED))


def parts_of(wholes: Iterable[str]) -> frozenset[str]:
    """What belongs to any of some places and things."""
    return _of_any(wholes, lexicon().has)


def company_of(wholes: Iterable[str]) -> frozenset[str]:
    """What any of some beings and things has about it."""
    return _of_any(wholes, lexicon().about)


def _of_any(wholes: Iterable[str], has: Names) -> frozenset[str]:
    return frozenset(part for whole in wholes for part in has.get(whole, ()))


def wholes_of(part: str) -> frozenset[str]:
    """The places and things to which something belongs."""
    return frozenset(whole for whole, parts in lexicon().has.items() if part in parts)


def wider(found: Iterable[str]) -> frozenset[str]:
    """What the concepts among some terms belong to."""
    kinds = lexicon().wider
    return frozenset(kind for term in found if term in kinds for kind in kinds[term])
