"""Slips of the typist: the one English noun, or what somebody does, that a word we do not know was meant for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from paintover.engines.illustrator.grammar.lexicon import VERBAL, vocabulary

_TYPED = 5
"""Letters of the shortest word whose misspelling is looked for."""
_LONG = 8
"""Letters from which on a wrong letter is taken for a slip, too; shorter words are too close to one another."""
_SPELLED = frozenset(
    ["american", "angle", "beats", "boost", "canon", "compute", "configure", "defective", "diffuse", "dinner", "directory", "dumping", "explore", "harmonic", "influence", "lighting", "overall", "printing", "processor", "seeding", "sticking", "stacking", "strange", "stronger", "trailers", "dinners", "angles", "strangely", "spilling", "loading", "planting", "painting", "hatching", "patching", "waling", "quilting", "stitching"]
)  # fmt: skip
"""Words that English has, which look like a slip of another that is known."""


@lru_cache(maxsize=512)
def misspelled(word: str) -> str | None:
    """The one noun that a slip of the typist makes this of, None where there is none or more than one.

    Two letters that changed places, a letter doubled or not, one left out or put in; in long words a wrong one. The first
    letter must stand, and no word that English has is known here to be one: short words are left alone.
    """
    if len(word) < _TYPED or not word.isascii() or not word.isalpha() or word in _SPELLED:
        return None
    found = {noun for noun in _nouns().get(word[0], ()) if _slip(word, noun)}
    kinds_meant = {vocabulary("en").words[noun]["kinds"] for noun in found}
    if not found and word.endswith(("ing", "gin", "ign", "nig")):
        doing = {verb for verb in _participles() if verb[0] == word[0] and _swapped(word, verb)}
        return doing.pop() if len(doing) == 1 else None
    return min(found) if len(kinds_meant) == 1 else None


@cache
def _participles() -> tuple[str, ...]:
    """The single words in -ing that say what somebody does."""
    return tuple(
        word
        for word, readings in vocabulary("en").words.items()
        if word.endswith("ing") and word.isalpha() and not VERBAL.isdisjoint(readings)
    )


def _swapped(typed: str, meant: str) -> bool:
    """Whether two letters have changed places, or a doubled one was typed once, or a single one twice."""
    if len(typed) == len(meant):
        return _slip(typed, meant) and sorted(typed) == sorted(meant)
    short, long = sorted((typed, meant), key=len)
    return len(long) == len(short) + 1 and any(
        long[at] == long[at + 1] and long[:at] + long[at + 1 :] == short for at in range(len(short))
    )


@cache
def _nouns() -> Mapping[str, tuple[str, ...]]:
    """By first letter, the single words that are nouns, as long as a misspelling is looked for."""
    by_letter: dict[str, list[str]] = {}
    for word, readings in vocabulary("en").words.items():
        if "kinds" in readings and len(word) >= _TYPED and word.isascii() and word.isalpha():
            by_letter.setdefault(word[0], []).append(word)
    return {letter: tuple(sorted(words)) for letter, words in by_letter.items()}


def _slip(typed: str, meant: str) -> bool:
    if len(typed) == len(meant):
        wrong = [at for at in range(len(typed)) if typed[at] != meant[at]]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            return typed[wrong[0]] == meant[wrong[1]] and typed[wrong[1]] == meant[wrong[0]]
        return len(wrong) == 1 and len(meant) >= _LONG and wrong[0] < len(meant) - 1
    short, long = sorted((typed, meant), key=len)
    if len(long) != len(short) + 1:
        return False
    at = next((at for at in range(len(short)) if short[at] != long[at]), len(short))
    doubled = at > 0 and long[at] == long[at - 1]
    return long[at + 1 :] == short[at:] and (doubled or len(meant) >= _LONG)
