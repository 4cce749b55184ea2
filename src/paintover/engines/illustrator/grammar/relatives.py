"""Near relatives: what has no drawing of its own is read as the nearest thing that has one, and the answer says so.

A breed is a dog in its colour, a kind of flower a flower in its: `words/relatives.toml` has the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import dialect_of
from paintover.engines.illustrator.grammar.lexicon import english_words, vocabulary
from paintover.engines.illustrator.grammar.tokens import WordLanguage
from paintover.engines.illustrator.grammar.turns import spoken_and_written
from paintover.engines.illustrator.wording import Pattern, any_of

_QUOTED = re.compile(r"(“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w))")
_SINGULAR_ONLY = frozenset({"noodles", "spaghetti", "greens", "pancakes", "coffee", "bread", "juice", "curry", "cherries"})  # fmt: skip
"""Heads of relatives that have no other form."""


@dataclass(frozen=True, slots=True)
class _Table:
    pattern: Pattern
    relatives: Mapping[str, str]


@cache
def _table(lang: WordLanguage) -> _Table:
    words = vocabulary(lang).words
    found = {
        word: relative
        for relative, names_ in word_table("relatives")[lang].items()
        for word in names_
        if "kinds" not in words.get(word, ())
    }
    longest = any_of(found)
    bounded = (
        rf"\b(?P<word>{longest})(?P<plural>e?s)?\b(?!-)"
        if lang == "en"
        else rf"(?P<word>{longest})(?![村镇县市路巷])(?!街(?![头道上景]))"
    )
    return _Table(Pattern(bounded), found)


def plural_of(phrase: str) -> str:
    """An English phrase with its last word in the plural."""
    before, _, head = phrase.rpartition(" ")
    if head in _SINGULAR_ONLY or head.endswith("fish"):
        return phrase
    if head in ("man", "woman") or head.endswith(("woman", "fireman", "policeman")):
        return f"{before} {head[:-2]}en".strip()
    head += "es" if head.endswith(("ch", "sh", "s", "x")) else "s"
    return f"{before} {head}".strip()


def _longer(lang: WordLanguage, text: str, match: re.Match[str]) -> bool:
    """Whether it is only a part of a longer word that the lexicon knows: 杏花村, "iris" of "iris diaphragm"."""
    if lang == "en":
        ahead = re.match(r" [a-z]+", text[match.end() :], re.IGNORECASE)
        longer = f"{match['word']}{ahead[0]}".lower() if ahead else ""
        return longer in vocabulary("en").words
    words, longest = vocabulary("zh").words, vocabulary("zh").longest
    for start in range(max(0, match.start() - longest), match.start() + 1):
        for end in range(match.end(), min(len(text), start + longest) + 1):
            if end - start > len(match["word"]) and "kinds" in words.get(text[start:end], ()):
                return True
    return False


@lru_cache(maxsize=32)
def with_relatives(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with each such word told by its relative, and the pairs of both; quotations stay as they are."""
    pairs: list[tuple[str, str]] = []
    if dialect_of(text, english=english_words()) is not None:
        return text, ()  # "boa noite" is no snake
    text, written = spoken_and_written(text)
    parts = _QUOTED.split(text)
    for at in range(0, len(parts), 2):
        for lang in ("en", "zh"):
            table = _table(lang)

            def told(match: re.Match[str], lang: WordLanguage = lang, table: _Table = table) -> str:
                if _longer(lang, match.string, match):
                    return match[0]
                relative = table.relatives[match["word"].lower()]
                pairs.append((match["word"], relative))
                return plural_of(relative) if lang == "en" and match["plural"] else relative

            parts[at] = table.pattern.sub(told, parts[at])
    return "".join(parts) + written, tuple(dict.fromkeys(pairs))
