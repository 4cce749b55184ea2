"""What a text talks about, as a set of comparable terms: stems for alphabets, characters and pairs for CJK."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from paintover.planner.spelling import simplified
from paintover.planner.tables import LANGUAGES, table

_RUN = re.compile(
    r"[\u3400-\u9fff]+|[\u3040-\u30ff\u31f0-\u31ff]+|[\uac00-\ud7af]+|[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|\d+"
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LATIN_ENDINGS = ("ing", "ed", "es", "en", "er", "em", "s", "e", "n", "a", "o", "y")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARABIC_PREFIX = re.compile(r"^(?:وال|بال|فال|كال|لل|ال|و|ب|ل)(?=\w{3,})")
CONCEPT = "§"
"""Marks a term that stands for a whole group of words, for example ``§cat`` for cat, kitty, 猫, 喵."""
_AS_THEY_ARE = frozenset({"green", "grey", "gray"})
"""Short words that would lose what tells them apart."""
_SMALL = re.compile(r"(?<=\w{4})(?:it|inh)(?:[oa]s?)$")
"""A diminutive: animalito, cachorrinho."""
COMPOUND = 10
"""Letters from which a word may be made of several: Fußballstadion."""
LONGEST_WORD = 6
LOOKED_AT = 2_000


@cache
def _stop() -> frozenset[str]:
    return frozenset().union(*(table(name).stop for name in LANGUAGES))


@cache
def _particles() -> frozenset[str]:
    return frozenset().union(*(table(name).particles for name in LANGUAGES))


@dataclass(frozen=True, slots=True)
class _Synonyms:
    """`same` leads from a word to the concepts that it stands for, `kinds` to the wider ones that it belongs to."""

    same: dict[str, tuple[str, ...]]
    kinds: dict[str, tuple[str, ...]]
    weak: frozenset[str]
    colours: frozenset[str]
    media: frozenset[str]


@cache
def _synonyms() -> _Synonyms:
    text = resources.files("paintover.planner").joinpath("cues", "synonyms.toml").read_text(encoding="utf-8")
    raw = tomllib.loads(text)
    groups: dict[str, list[str]] = raw["same"]
    members: dict[str, list[str]] = raw["kind"]
    same: dict[str, list[str]] = {}
    kinds: dict[str, list[str]] = {}
    for name in (*groups, *members):
        for word in (name.replace("_", " ").strip(), *groups.get(name, ())):
            same.setdefault(_key(word), []).append(CONCEPT + name)
    for kind, listed in members.items():
        for member in listed:
            for word in (member, *groups.get(member, ())):
                kinds.setdefault(_key(word), []).append(CONCEPT + kind)
    marked = {CONCEPT + name for name in raw["weak"]}
    weak = marked | {word for word, names in same.items() if marked.intersection(names)}
    shades = {CONCEPT + name for name in raw["colours"]}
    colours = shades | {word for word, names in same.items() if shades.intersection(names)}
    kinds_of_picture = {CONCEPT + name for name in raw["media"]}
    media = kinds_of_picture | {word for word, names in same.items() if kinds_of_picture.intersection(names)}
    return _Synonyms(_tuples(same), _tuples(kinds), frozenset(weak), frozenset(colours), frozenset(media))


def _tuples(found: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(dict.fromkeys(names)) for word, names in found.items()}


def _key(word: str) -> str:
    word = simplified(unicodedata.normalize("NFKC", word).casefold())
    return word if _CJK.search(word) else " ".join(stem(part) for part in _RUN.findall(word))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its ending; the same for the forms that one language gives it, and no more than that."""
    if word in _AS_THEY_ARE:
        return word
    if _CYRILLIC.search(word):
        return word[: max(3, len(word) - 2)]
    if _ARABIC.search(word):
        return _ARABIC_PREFIX.sub("", word)[:5]
    word = "".join(
        letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter)
    )
    word = _SMALL.sub("", word)
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and len(word) > 3:
        word = word[:-1]
    for ending in _LATIN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] in "eyi":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@lru_cache(maxsize=4096)
def terms(text: str) -> frozenset[str]:
    """The terms of `text` (its first 2,000 characters), stop words left out.

    A CJK run gives its characters and its pairs; other scripts give stems; a word or pair of words of
    `cues/synonyms.toml` gives its concept too.
    """
    return _terms(text, _synonyms().same)


@lru_cache(maxsize=4096)
def shown_terms(text: str) -> frozenset[str]:
    """The terms by which what `text` puts into a picture can be found: a fox is also found as an animal."""
    return terms(text) | {kind for kind in _terms(text, _synonyms().kinds) if kind.startswith(CONCEPT)}


def _terms(text: str, concepts: dict[str, tuple[str, ...]]) -> frozenset[str]:
    text = simplified(unicodedata.normalize("NFKC", text[:LOOKED_AT]).casefold())
    found: set[str] = set()
    before = ""
    for run in _RUN.findall(text):
        if _CJK.match(run):
            _add_cjk(run, found, concepts)
            before = ""
        else:
            before = _add_word(run, before, found, concepts)
    return frozenset(found)


def _add_cjk(run: str, found: set[str], concepts: dict[str, tuple[str, ...]]) -> None:
    stop, particles = _stop(), _particles()
    found.update(letter for letter in run if letter not in stop and not "\u3040" <= letter <= "\u309f")
    found.update(
        run[at : at + 2]
        for at in range(len(run) - 1)
        if not (run[at] in stop and run[at + 1] in stop) and particles.isdisjoint(run[at : at + 2])
    )
    at = 0
    while at < len(run):
        for length in range(min(LONGEST_WORD, len(run) - at), 0, -1):
            if names := concepts.get(run[at : at + length]):
                found.update(names)
                at += length - 1
                break
        at += 1


def _add_word(word: str, before: str, found: set[str], concepts: dict[str, tuple[str, ...]]) -> str:
    stemmed = stem(word)
    if word not in _stop() and (len(word) > 1 or word.isdigit()):
        found.add(stemmed)
        found.update(concepts.get(stemmed, ()))
        if len(word) >= COMPOUND:
            found.update(_last_part(word, concepts))
    if before:
        found.update(concepts.get(f"{before} {stemmed}", ()))
    return stemmed


def _last_part(word: str, concepts: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The concepts of the longest known word that a long one ends in."""
    ends = (concepts.get(stem(word[start:])) for start in range(4, len(word) - 4))
    return next((names for names in ends if names), ())


def weight_of(term: str) -> float:
    """How telling a term is by itself: a pair or a word 1, a concept 0.9, a CJK character 0.5, a colour 0.4."""
    if term in _synonyms().weak:
        return 0.4
    if term.startswith(CONCEPT):
        return 0.9
    return 0.5 if len(term) == 1 and _CJK.match(term) else 1.0


def colours_in(found: frozenset[str]) -> frozenset[str]:
    """Those of the terms that name a colour."""
    return found & _synonyms().colours


def is_medium(term: str) -> bool:
    """Whether the term tells what kind of picture it is ("photo", "drawing") and not what it shows."""
    return term in _synonyms().media
