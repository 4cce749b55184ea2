"""More languages than the two with a grammar of their own: which one a text is in, and what its words mean.

Nouns come from `words/names.json` (names of the Unicode CLDR), the small words from `words/dialects.toml`. The words are
then read by one of the two grammars: Chinese where the ground comes before its relation (Japanese, Korean), English for
the others.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

Dialect = Literal["es", "fr", "de", "pt", "it", "ru", "ja", "ko", "ar"]
LATIN: tuple[Dialect, ...] = ("es", "fr", "de", "pt", "it")
UNSPACED: frozenset[Dialect] = frozenset({"ja", "ko"})
"""Words stand without spaces, or carry particles: they are found character by character, the longest first."""
_SCRIPTS: tuple[tuple[Dialect, str], ...] = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7a3]"),
    ("ru", "[\u0400-\u04ff]"),
    ("ar", "[\u0600-\u06ff]"),
)
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS: dict[Dialect, tuple[tuple[str, str], ...]] = {
    "es": (("es", ""), ("s", ""), ("ces", "z")),
    "pt": (("s", ""), ("ões", "ão"), ("ães", "ão"), ("is", "l"), ("es", "")),
    "fr": (("s", ""), ("x", ""), ("aux", "al")),
    "de": (("n", ""), ("en", ""), ("e", ""), ("er", ""), ("s", ""), ("es", "")),
    "it": (("i", "o"), ("i", "e"), ("e", "a"), ("hi", "o"), ("he", "a")),
    "ru": (
        ("ы", "а"),
        ("и", "а"),
        ("у", "а"),
        ("ой", "а"),
        ("а", ""),
        ("ов", ""),
        ("ы", ""),
        ("и", "ь"),
        ("я", "ь"),
        ("и", ""),
    ),
    "ar": (("ات", "ة"), ("ين", ""), ("ان", "")),
}
"""How a plural or a case ends, and how the dictionary form does instead."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """One language's words: by word, its readings as in `lexicon.Vocabulary`."""

    words: Mapping[str, Mapping[str, str]]
    longest: int
    """Characters of the longest word where words are not spaced, otherwise spaced words of the longest phrase."""


@cache
def _tables() -> tuple[dict[str, dict[str, str]], dict[str, dict[str, dict[str, list[str]]]]]:
    folder = Path(__file__).parent / "words"
    names = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    return names, tomllib.loads((folder / "dialects.toml").read_text(encoding="utf-8"))


@cache
def dictionary(dialect: Dialect) -> Dictionary:
    """The words of a language. What everyday speech and CLDR call differently has both words."""
    names, small = _tables()[0][dialect], _tables()[1][dialect]
    words: dict[str, dict[str, str]] = {name: {"kinds": kind} for name, kind in names.items()}
    for table, entries in small.items():
        for value, spellings in entries.items():
            for spelling in spellings:
                words[spelling] = {value if table == "grammar" else table: value}
    unspaced = dialect in UNSPACED
    longest = max(len(word) if unspaced else word.count(" ") + 1 for word in words)
    return Dictionary(
        MappingProxyType({word: MappingProxyType(found) for word, found in words.items()}), longest
    )


def dialect_of(text: str, *, english: frozenset[str]) -> Dialect | None:
    """The language of a text, None for Chinese and English. `english` are the words that English knows.

    A script tells at once; among those written in Latin letters the one that knows most of the words, and more than
    English does.
    """
    for dialect, letters in _SCRIPTS:
        if re.search(letters, text):
            return dialect
    if re.search(r"[\u3400-\u9fff]", text):
        return None
    words = [word for word in _WORD.findall(text.lower())[:60] if len(word) > 1 or word in "ey"]
    best: Dialect | None = None
    known = sum(_plain(word, english) for word in words)
    for dialect in LATIN:
        found = sum(look_up(dialect, word) is not None for word in words)
        if found > known:
            best, known = dialect, found
    return best if 2 * known > len(words) else None


def _plain(word: str, english: frozenset[str]) -> bool:
    return word in english or word.removesuffix("s") in english or word.removesuffix("es") in english


def look_up(dialect: Dialect, word: str) -> tuple[Mapping[str, str], bool] | None:
    """The readings of a word in lower case, and whether it is a plural (or a case) of an entry."""
    words = dictionary(dialect).words
    if word in words:
        return words[word], False
    for ending, instead in _ENDINGS.get(dialect, ()):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            found = words.get(word.removesuffix(ending) + instead)
            if found is not None and "kinds" in found:
                return found, True
    if dialect == "ar" and word.startswith("ال") and len(word) > 4:
        return look_up(dialect, word[2:])
    return None
