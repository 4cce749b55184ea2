"""Words to meanings: the tables of `words/*.toml`, by language, and what a kind is called in them.

A word has one or more readings, each a role (the table) and a value (the canonical name): 牛 is ``kinds/ox``, 头 is
``parts/head`` and ``measures/each``. `tokenise` finds the words in a text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from paintover.engines.illustrator.emoji import INSTEAD, emoji, spoken, whole
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.materials import material_words
from paintover.engines.illustrator.grammar.plurals import spellings_of
from paintover.engines.illustrator.grammar.tokens import Readings, WordLanguage
from paintover.engines.illustrator.kinds import by_icon, kinds, sorts
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.sketches import more_words, sketches
from paintover.engines.illustrator.trades import trade_words

_APART = {"ideas", "traditional"}
VERBAL = frozenset({"verbs", "poses", "actions"})
"""Roles of words that the grammar reads inside a name ("woman running")."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language's words: by word, its readings; and the length of the longest."""

    words: Mapping[str, Readings]
    longest: int
    ideas: tuple[str, ...]
    fold: Mapping[str, str]
    """Traditional characters to simplified."""


@cache
def vocabulary(lang: WordLanguage) -> Vocabulary:
    """The tables of one language. `longest` counts characters in Chinese, words in English."""
    tables = word_table(lang)
    words: dict[str, dict[str, str]] = {}
    for table, entries in tables.items():
        if table in _APART:
            continue
        for value, spellings in entries.items():
            role = value if table == "grammar" else table
            for spelling in spellings:
                readings = words.setdefault(spelling.lower(), {})
                if role == "sorts":
                    readings["kinds"] = sorts()[value][0]
                elif role == "patterns":
                    readings["modifiers"] = value
                elif role == "them":
                    readings["it"] = value
                readings[role] = value
    for word, material in material_words(lang).items():
        words.setdefault(word, {}).update(modifiers=material, patterns=material)
    for tone, spellings in word_table("complexion")["adjectives"][lang].items():
        for spelling in spellings:
            words.setdefault(spelling, {}).update(modifiers=tone, skins=tone)
    _add_more(words, lang)
    for word, trade in trade_words(lang):
        readings = words.setdefault(word, {})
        for role in _WEAK & readings.keys():
            del readings[role]
        readings["kinds"] = trade
    verbs = {word for word, found in words.items() if not VERBAL.isdisjoint(found)}
    for name, kind in spoken(lang, by_icon(), verbs).items():
        plural = lang == "en" and any(each in words for each, _ in spellings_of(name))
        if not plural and not coloured(name, words):
            words.setdefault(name, {"kinds": kind})
    for name, kind in _men_and_women(words, lang):
        words.setdefault(name, {"kinds": kind})
    longest = max(len(word) if lang == "zh" else word.count(" ") + 1 for word in words)
    pairs = tables.get("traditional", {}).get("pairs", "").split()
    return Vocabulary(
        words=MappingProxyType(_shared(words)),
        longest=longest,
        ideas=tuple(tables["ideas"]["some"]),
        fold=MappingProxyType({pair[0]: pair[1] for pair in pairs}),
    )


def _shared(words: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    """The words with one mapping for all that mean the same."""
    known: dict[tuple[tuple[str, str], ...], Mapping[str, str]] = {}
    return {
        word: known.setdefault(tuple(found.items()), MappingProxyType(found)) for word, found in words.items()
    }


_WEAK = frozenset({"undrawn", "filler", "alone"})
"""Roles of words that give way to a thing of that name."""


def _add_more(words: dict[str, dict[str, str]], lang: WordLanguage) -> None:
    """The words of the sketches and of the shops, and those of `more.toml`, where no word of the tables names a thing already."""
    told: Mapping[str, Sequence[str]] = {
        name: sketch.en if lang == "en" else sketch.zh for name, sketch in sketches().items()
    }
    sold: Mapping[str, Sequence[str]] = {
        name: shop.en if lang == "en" else shop.zh for name, shop in shops().items()
    }
    more: Mapping[str, Sequence[str]] = more_words()[lang]
    for table in (told, sold, more):
        for kind, spellings in table.items():
            for spelling in spellings:
                readings = words.setdefault(spelling.lower(), {})
                if "kinds" in readings:
                    continue
                for role in _WEAK & readings.keys():
                    del readings[role]
                readings["kinds"] = kind


def coloured(name: str, words: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether the name is a colour and a thing ("black cat"), which the grammar reads better."""
    for end in range(1, len(name)):
        if "colours" in words.get(name[:end], ()) and "kinds" in words.get(name[end:].lstrip(" 色的"), ()):
            return True
    return False


_SEXES: dict[WordLanguage, dict[str, tuple[str, ...]]] = {
    "zh": {"woman": ("女",), "man": ("男",)},
    "en": {"woman": ("female ", "woman "), "man": ("male ", "man ")},
}


def _men_and_women(words: Mapping[str, Mapping[str, str]], lang: WordLanguage) -> list[tuple[str, str]]:
    """Names of the drawings of a trade that tell women from men (女医生, "female doctor")."""
    found: list[tuple[str, str]] = []
    for word, readings in words.items():
        art = kinds()[readings["kinds"]].art if "kinds" in readings else ""
        for sex, prefixes in _SEXES[lang].items():
            kind = by_icon().get(f"{sex}-{art.removeprefix('noto:')}")
            if kind is not None:
                found.extend((f"{prefix}{word}", kind) for prefix in prefixes)
    return found


_BARE = "bare-"
"""How the kinds begin that are another without what that `has`."""


@cache
def names(lang: WordLanguage, value: str, *, table: str = "kinds") -> str:
    """What a kind, or a value of another table, is called: the first word of its entry, or else its own name."""
    for word, readings in vocabulary(lang).words.items():
        if readings.get(table) == value:
            return word
    for name, icon in whole(lang).items() if table == "kinds" else ():
        if INSTEAD.get(icon, by_icon().get(icon)) == value:
            return name
    if value.startswith(_BARE):  # without what belongs to it
        return names(lang, value.removeprefix(_BARE), table=table)
    return value.replace("-", " ")


@cache
def nouns_for(kind: str) -> tuple[str, ...]:
    """All the nouns of that kind, in both languages."""
    return tuple(
        word
        for lang in _BOTH
        for word, readings in vocabulary(lang).words.items()
        if readings.get("kinds") == kind
    )


_BOTH: tuple[WordLanguage, ...] = ("en", "zh")


@cache
def signs() -> Mapping[str, str]:
    """By emoji without skin tones, the kind that it means."""
    return MappingProxyType({one.sign: meant_by(one.icon) for one in emoji()})


def meant_by(icon: str) -> str:
    """The kind that is drawn for an icon."""
    return INSTEAD.get(icon, by_icon()[icon])


@cache
def english_words() -> frozenset[str]:
    """Every single word that stands in an English entry, but for the small ones of foreign names ("pastel de nata")."""
    words = vocabulary("en").words
    return frozenset(part for word in words for part in word.split() if len(part) > 2 or part in words)


def singular_of(phrase: str) -> str:
    """An English phrase whose last word is a plural with that word in the singular, where it is known; clothes are no cloth."""
    before, _, word = phrase.rpartition(" ")
    known = vocabulary("en").words
    own = known.get(word.lower(), {}).get("kinds")
    for candidate, plural in spellings_of(word.lower()):
        kind = known.get(candidate, {}).get("kinds")
        if plural and kind is not None and own in (None, kind):
            return f"{before} {candidate}".strip()
    return phrase
