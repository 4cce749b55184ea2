"""Words without their endings, so that the forms that one language gives a word are one word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LATIN_ENDINGS = ("ing", "ed", "es", "en", "er", "em", "s", "e", "n", "a", "o", "y")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_CYRILLIC_ENDING = re.compile(
    r"(?<=\w{3})(?:[яаыи]ми|[оеё]го|[оеё]му|ов|ев|ей|ой|[оеё]м|[ая]м|[ая]х|ую|юю|ая|яя|ое|ее|ые|ие|ый|ий|[ыи]х"
    r"|[аяоеёыиуюьй])$"
)
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARABIC_PREFIX = re.compile(r"^(?:وال|بال|فال|كال|لل|ال|و|ب|ل)(?=\w{3,})")
_AS_THEY_ARE = frozenset({"green", "grey", "gray"})
"""Short words that would lose what tells them apart."""
_SMALL = re.compile(r"(?<=\w{4})(?:it|inh)(?:[oa]s?)$")
"""A diminutive: animalito, cachorrinho."""
_FORMS = (
    ("ies", ("y",), 2), ("ves", ("f", "fe"), 2), ("s", ("",), 3), ("es", ("",), 3), ("aux", ("al",), 3), ("x", ("",), 4),
    ("ing", ("", "e"), 3), ("ed", ("", "e"), 3), ("en", ("",), 4), ("n", ("",), 4), ("e", ("",), 4),
    ("a", ("o",), 4), ("o", ("a",), 4), ("as", ("o",), 4), ("os", ("a",), 4),
    ("ita", ("o", "a"), 3), ("ito", ("o", "a"), 3), ("inha", ("o", "a"), 3), ("inho", ("o", "a"), 3),
)  # fmt: skip
"""An ending, what may stand for it in the word as a lexicon lists it, and the letters that must be left."""
_WITHOUT_ACCENTS = dict.fromkeys(range(0x300, 0x370))
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1(?:ing|ed)$")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its ending; the same for the forms that one language gives it, and no more than that."""
    if word in _AS_THEY_ARE:
        return word
    if not word.isascii():
        if is_inflected(word):
            return inflected_stem(word)
        word = plain(word)
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


def is_inflected(word: str) -> bool:
    """Whether its script is one whose languages hang so much on a word that only its stem is ever compared."""
    return bool(_CYRILLIC.search(word) or _ARABIC.search(word))


def inflected_stem(word: str) -> str:
    """The stem of a Cyrillic or Arabic word."""
    return _CYRILLIC_ENDING.sub("", word) if _CYRILLIC.search(word) else _ARABIC_PREFIX.sub("", word)[:5]


def plain(word: str) -> str:
    """A word of Latin letters without its accents."""
    return unicodedata.normalize("NFD", word).translate(_WITHOUT_ACCENTS)


@lru_cache(maxsize=8192)
def forms(word: str) -> tuple[str, ...]:
    """What a word may be listed as in a lexicon, the likeliest first: itself, then what it may be a form of.

    Less is taken off than by `stem`: "late" is no latte, "carry" no car, and a corner has nothing to do with corn.
    """
    if word.isascii():
        found, bare = [word], word
    elif is_inflected(word):
        return (inflected_stem(word),)
    else:
        bare = plain(word)
        found = [word, bare]
    for ending, instead, least in _FORMS:
        if bare.endswith(ending) and len(bare) - len(ending) >= least:
            found.extend(bare[: -len(ending)] + one for one in instead)
    if doubled := _DOUBLED.search(bare):
        found.append(bare[: doubled.start() + 1])
    return tuple(found)
