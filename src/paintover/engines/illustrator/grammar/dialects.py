"""More languages than the two with a grammar of their own: which one a text is in, and what its words mean.

Nouns come from `words/names.json` (names of the Unicode CLDR), the small words from `words/dialects.toml`. The words are
then read by one of the two grammars: Chinese where the ground comes before its relation (Japanese, Korean), English for
the others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal, get_args

from paintover.engines.illustrator.files import FOLDER, word_table
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.wording import Pattern

Dialect = Literal["es", "fr", "de", "pt", "it", "nl", "ru", "ja", "ko", "ar"]
LATIN: tuple[Dialect, ...] = ("es", "fr", "de", "pt", "it", "nl")
_ROMANCE = frozenset({"es", "fr", "pt", "it"})
UNSPACED: frozenset[Dialect] = frozenset({"ja", "ko"})
"""Words stand without spaces, or carry particles: they are found character by character, the longest first."""
_SCRIPTS: tuple[tuple[Dialect, re.Pattern[str]], ...] = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
)
_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+")
_ACCUSATIVE = "ا"
"""An Arabic case, and no plural."""
_NO_PLURAL = frozenset({_ACCUSATIVE, "je", "tje"})
"""Endings of one thing: that case, and what is small in Dutch."""
_ENDINGS: dict[Dialect, tuple[tuple[str, str], ...]] = {
    "es": (("es", ""), ("s", ""), ("ces", "z")),
    "pt": (("s", ""), ("ões", "ão"), ("ães", "ão"), ("is", "l"), ("es", ""), ("ns", "m")),
    "fr": (("s", ""), ("x", ""), ("aux", "al")),
    "de": (("n", ""), ("en", ""), ("e", ""), ("er", ""), ("s", ""), ("es", ""), ("ern", "")),
    "nl": (("en", ""), ("s", ""), ("je", ""), ("tje", ""), ("jes", ""), ("tjes", "")),
    "it": (("i", "o"), ("i", "e"), ("e", "a"), ("hi", "o"), ("he", "a")),
    "ru": tuple(
        (ending, instead)
        for instead, endings in (
            ("а", "ы и у е ой ами ах ам"),
            ("я", "и ю е ей ями ях ям"),
            ("", "а у ом е ы и ов ами ах ам"),
            ("ь", "я ю ем е и ей ью ями ях ям"),
            ("й", "я ю ем е и ев ями ях"),
            ("о", "а у ом е ами ах"),
            ("ый", "ого ому ым ом ые ых"),
            ("ок", "ка ку ком ке ки ков кам ками ках"),
            ("ец", "ца цу цем цом це цы цев цов цам цами цах"),
            ("ёнок", "ята ят ятам ятами ятах"),
            ("ка", "ок ек"),
        )
        for ending in endings.split()
    ),
    "ar": (
        (_ACCUSATIVE, ""),
        ("ات", "ة"),
        ("ات", ""),
        ("ين", ""),
        ("ون", ""),
        ("ان", ""),
        ("تان", "ة"),
        ("تين", "ة"),
    ),
}
"""How a plural or a case ends, and how the dictionary form does instead."""
_AGREEING: dict[Dialect, tuple[tuple[str, str], ...]] = {
    "es": (("s", ""), ("es", ""), ("a", "o"), ("as", "o"), ("os", "o")),
    "pt": (("s", ""), ("a", "o"), ("as", "o"), ("os", "o"), ("ns", "m")),
    "fr": (("s", ""), ("e", ""), ("es", ""), ("sse", "x"), ("sses", "x")),
    "it": (
        ("a", "o"),
        ("i", "o"),
        ("e", "o"),
        ("i", "e"),
        ("i", "io"),
        ("ie", "io"),
        ("hi", "o"),
        ("he", "o"),
    ),
    "nl": (("e", ""),),
    "ru": tuple(
        (ending, instead)
        for instead, endings in (
            ("ый", "ая ое ые ого ому ым ом ую ой ых ыми"),
            ("ий", "ая яя ое ее ие ого его ому его ему им ом ем ую юю ой ей их ими"),
            ("ой", "ая ое ие ые ого ому им ым ом ую их ых ими ыми"),
        )
        for ending in endings.split()
    ),
}
"""How an adjective ends where it agrees with its noun, and how the dictionary form does instead."""
_UMLAUTS = str.maketrans("äöü", "aou")
_ADJECTIVE = ("em", "en", "er", "es", "e")
_LOOKS = frozenset({"colours", "sizes", "patterns", "modifiers", "moods"})
"""Roles of adjectives, which end otherwise by case, gender and number."""
_PREFIXES = ("وال", "بال", "كال", "لل", "ال", "و", "ب", "ل")
"""Arabic article, "and", "with" and "for", which are written together with the noun."""
_PARTICLES = "이가을를은는와과의도에로들하랑위옆앞뒤안밑한두세네"
"""How what may follow a Korean noun of one syllable begins."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """One language's words: by word, its readings as in `lexicon.Vocabulary`."""

    words: Mapping[str, Mapping[str, str]]
    longest: int
    """Characters of the longest word where words are not spaced, otherwise spaced words of the longest phrase."""
    plurals: frozenset[str] = frozenset()
    """Words that mean several of a thing."""
    parts: frozenset[str] = frozenset()
    """What phrases are made of: "papá" and "noel"."""


THEM: Mapping[str, str] = MappingProxyType({"it": "them", "them": "them"})
"""Readings of a pronoun that means several."""
Names = dict[str, dict[str, str]]
Small = dict[str, dict[str, dict[str, list[str]]]]
Nouns = dict[str, dict[str, tuple[list[str], list[str]]]]


def dictionary(dialect: Dialect) -> Dictionary:
    """The words of a language. What everyday speech and CLDR call differently has both words."""
    return _dictionaries()[dialect]


@cache
def _dictionaries() -> Mapping[Dialect, Dictionary]:
    """Those of all languages, for which the tables are read once and not kept."""
    names: Names = json.loads((FOLDER / "words" / "names.json").read_text(encoding="utf-8"))
    small: Small = word_table("dialects")
    skins: dict[str, dict[str, list[str]]] = word_table("complexion")["adjectives"]
    nouns: Nouns = word_table("nouns")
    tinges: dict[str, dict[str, list[str]]] = word_table("shades")["tinges"]
    readings: dict[tuple[tuple[str, str], ...], Mapping[str, str]] = {}

    def reading(**roles: str) -> Mapping[str, str]:
        """One mapping for all words that mean the same."""
        return readings.setdefault(tuple(roles.items()), MappingProxyType(roles))

    dialects: tuple[Dialect, ...] = get_args(Dialect)
    return MappingProxyType(
        {
            one: _dictionary(
                one,
                names.get(one, {}),
                small[one]
                | {"skins": skins.get(one, {}), "colours": _with_shades(small[one]["colours"], tinges[one])},
                nouns[one],
                reading,
            )
            for one in dialects
        }
    )


def _with_shades(
    colours: Mapping[str, Sequence[str]], tinges: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """The words for colours with those for what is lighter and darker: hellblau. Words of their own come first."""
    known = {spelling for spellings in colours.values() for spelling in spellings}
    shades: dict[str, list[str]] = {}
    for tinge, forms in tinges.items():
        for colour, spellings in colours.items():
            said = (form.format(spelling) for form in forms for spelling in spellings)
            name = f"{tinge}-{colour}"
            shades.setdefault(_BY_THEMSELVES.get(name, name), []).extend(
                word for word in said if word not in known
            )
    return {name: [*colours.get(name, ()), *shades.get(name, ())] for name in colours.keys() | shades.keys()}


_BY_THEMSELVES = {
    "dark-blue": "navy",
    "dark-red": "maroon",
    "light-purple": "violet",
    "light-beige": "beige",
    "light-white": "white",
    "dark-black": "black",
    "light-black": "dark-grey",
    "dark-white": "light-grey",
}
"""Shades that have names of their own."""


def _dictionary(
    dialect: Dialect,
    names: Mapping[str, str],
    small: Mapping[str, Mapping[str, Sequence[str]]],
    nouns: Mapping[str, tuple[Sequence[str], Sequence[str]]],
    reading: Callable[..., Mapping[str, str]],
) -> Dictionary:
    painted = [colour for spellings in small["colours"].values() for colour in spellings]
    words = {
        name: reading(kinds=kind)
        for name, kind in names.items()
        if dialect not in UNSPACED or not _told_by_its_colour(name, kind, names, small, painted)
    }
    plurals: set[str] = set()
    for kind, spellings in small.get("kinds", {}).items():
        words.update(dict.fromkeys(spellings, reading(kinds=kind)))
        plurals.update(word for word in spellings if _is_plural_of(word, spellings, dialect))
    for kind, (one, several) in nouns.items():
        elided = [word.replace("'", " ") for word in (*one, *several) if "'" in word]  # as they are looked up
        words.update(dict.fromkeys((*one, *several, *elided), reading(kinds=kind)))
        plurals.update((*several, *(word.replace("'", " ") for word in several)))
    for table, entries in small.items():
        for value, spellings in entries.items():
            for spelling in spellings if table != "kinds" else ():
                role = value if table == "grammar" else table
                if role == "them":
                    words[spelling] = THEM
                    continue
                if table in ("patterns", "skins"):
                    words[spelling] = reading(**{"modifiers": value, table: value})
                    continue
                joined = role == "alone" or (role == "colours" and dialect in LATIN)  # rosa
                both = words.get(spelling, {}) if joined else {}
                words[spelling] = reading(**{role: value, **both})
    unspaced = dialect in UNSPACED
    longest = max(len(word) if unspaced else word.count(" ") + 1 for word in words)
    return Dictionary(
        MappingProxyType(words),
        longest,
        frozenset(word for word in plurals if "kinds" in words[word]),
        frozenset(part for word in words for part in _WORD.findall(word) if part != word),
    )


def _is_plural_of(word: str, others: Sequence[str], dialect: Dialect) -> bool:
    """Whether it is the plural of another of those words: "mouettes" beside "mouette"."""
    if dialect not in _ROMANCE:
        return False
    return any(
        word == other.removesuffix(instead) + ending
        for other in others
        if other != word
        for ending, instead in _ENDINGS[dialect]
        if other.endswith(instead)
    )


def _told_by_its_colour(
    name: str,
    kind: str,
    names: Mapping[str, str],
    small: Mapping[str, Mapping[str, Sequence[str]]],
    colours: Sequence[str],
) -> bool:
    """Whether a name is a colour and the plain name of the same animal, which are better read one by one: 黒猫."""
    return kinds()[kind].alive and any(
        names.get(rest) == kind or rest in small["kinds"].get(kind, ())
        for colour in colours
        if (rest := name.removeprefix(colour).lstrip()) != name
    )


def stands_alone(text: str, at: int, end: int, readings: Mapping[str, str]) -> bool:
    """Whether a Korean noun, number or counter of one syllable that was found there is a word, and no syllable of one."""
    if end - at > 1 or not _syllable(text[at]):
        return True
    before, after = text[at - 1 : at], text[end : end + 1]
    ends = not _syllable(after) or after in _PARTICLES
    if "kinds" in readings or "parts" in readings:
        number = dictionary("ko").words.get(before, {})
        return (not _syllable(before) or "numbers" in number) and ends
    if "numbers" in readings and _syllable(after):
        return any(
            "measures" in dictionary("ko").words.get(text[end : end + length], ()) or after == "개"
            for length in (1, 2)
        )
    if "measures" in readings:
        return ends
    return True


_TAILS = (
    "이랑",
    "하고",
    "에서",
    "에게",
    "한테",
    "으로",
    "와",
    "과",
    "랑",
    "을",
    "를",
    "에",
    "은",
    "는",
    "의",
    "께",
)
"""Particles at the end of a Korean word that is not known; those that words end in themselves (이, 가, 도) are left."""


def without_particle(word: str) -> str:
    """An unknown Korean word without the particle at its end: 떡볶이와 is 떡볶이 and 와."""
    tail = next((tail for tail in _TAILS if word.endswith(tail)), "")
    return word.removesuffix(tail) if len(word) - len(tail) >= 2 else word


_OF_NOUNS = ("을", "를", "와", "과", "랑", "이랑", "에게", "한테", "의")
"""Particles that stand behind nouns only."""
_VERBAL = "다요죠네니어아줘지고며면서는은게"
"""How a verb ends."""


_NO_RUSSIAN_NOUN = Pattern(
    r"(?:[ыио]й|[ао]я|яя|[оеыи]е|[ое]го|[ое]му|[ую]ю|[ыи]ми?|[ыи]х|[еёиуюая]т|ть|с[яь]|л[аои]?|о|ши|учи|ючи|вши)$",
    re.NOFLAG,
)
"""How adjectives, verbs and adverbs end."""


def is_russian_noun(word: str) -> bool:
    """Whether an unknown Russian word is a noun by its ending, as no article says so."""
    return len(word) > 3 and _NO_RUSSIAN_NOUN.search(word) is None


def is_korean_noun(word: str, *, last: bool) -> bool:
    """Whether an unknown Korean word is a noun for sure: its particle says so, or it is the `last` word and ends as no verb."""
    if word != without_particle(word) and word.endswith(_OF_NOUNS):
        return True
    return last and len(word) > 1 and word[-1] not in _VERBAL


_CLITICS: dict[Dialect, dict[str, str]] = {
    "es": dict.fromkeys(("le", "lo", "la"), "it") | dict.fromkeys(("les", "los", "las"), "them"),
    "fr": dict.fromkeys(("lui", "le", "la"), "it") | dict.fromkeys(("leur", "les"), "them"),
    "pt": dict.fromkeys(("lhe", "o", "a", "lo", "la"), "it")
    | dict.fromkeys(("lhes", "os", "as", "los", "las"), "them"),
    "it": dict.fromkeys(("gli", "le", "lo", "la"), "it") | dict.fromkeys(("li",), "them"),
}
"""Pronouns that are written together with the verb before them, and what they mean."""
_ACCENTS = str.maketrans("áéíóúàèìòùâêô", "aeiouaeiouaeo")


@cache
def _verbs(dialect: Dialect) -> Mapping[str, Mapping[str, str]]:
    """By spelling without accents, the words of one word that ask for something."""
    words = dictionary(dialect).words
    return {
        word.translate(_ACCENTS): found
        for word, found in words.items()
        if "verbs" in found and " " not in word
    }


def pronoun_at(dialect: Dialect, lower: str, at: int, word: str) -> str | None:
    """What a pronoun means that stands there, joined to its verb: "it", "them"; None where there is none."""
    joined = lower[at - 1] == "-" or lower[at - 1].isalpha()
    return _CLITICS.get(dialect, {}).get(word) if joined else None


def part_of(dialect: Dialect, word: str) -> tuple[int, Mapping[str, str], bool] | None:
    """The first part of a word that is none itself: how long, its readings, and whether it is a plural.

    A verb before its pronouns ("pon|le", "mets|-lui"), or a German noun of two: "Herbst|wald" tells a season and a place,
    "Geburtstags|torte" is a cake.
    """
    if dialect == "de":
        return _compound(word)
    for clitic in sorted(_CLITICS.get(dialect, ()), key=len, reverse=True):
        stem = word.removesuffix(clitic)
        if stem == word:
            continue
        stem = stem.removesuffix("-")
        for verb in (stem, stem[:-1]):  # metti|gli, da|gg|li
            found = _verbs(dialect).get(verb.translate(_ACCENTS))
            if found is not None and len(verb) > 1:
                return len(word) - len(clitic), found, False
    return None


_LINKS = ("", "s", "n", "en", "es", "e", "er")
_GROWN = frozenset({"meadow", "forest", "farm"})
"""Places that are made of what their name begins with: "Sonnenblumen|feld", "Tannen|wald"."""
_TELLING = frozenset({"seasons", "times", "weathers", "festivals", "places"})
"""Roles of a first part that tells something of its own."""


def _compound(word: str) -> tuple[int, Mapping[str, str], bool] | None:
    words = dictionary("de").words
    for cut in range(3, len(word) - 2):
        head = _head(word[cut:])
        if head is None or not {"kinds", "places"} & head[0].keys():
            continue
        for link in _LINKS:
            first = words.get(word[:cut].removesuffix(link)) if word[:cut].endswith(link) else None
            if first is None:
                continue
            telling = _TELLING & first.keys()
            if "kinds" in first and head[0].get("places") in _GROWN:
                return cut, first, True
            if telling and not ("places" in telling and "places" in head[0]):
                return cut, first, False
            return len(word), head[0], head[1]
        if len(word) - cut >= _HEAD and "kinds" in head[0]:
            return len(word), head[0], head[1]
    return None


def _head(word: str) -> tuple[Mapping[str, str], bool] | None:
    """The second part of a German noun as it stands or with the end of a case: "eisen" is no plural of "Eis" there."""
    for ending in ("", "n", "s"):
        if word.endswith(ending) and (stem := word.removesuffix(ending)) in dictionary("de").words:
            return look_up("de", stem)
    return None


_HEAD = 5
"""Letters of a German noun that is drawn whatever stands before it: "Schokoladen|kuchen"."""


def _syllable(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3"


def dialect_of(text: str, *, english: frozenset[str]) -> Dialect | None:
    """The language of a text, None for Chinese and English. `english` are the words that English knows.

    A script tells at once; among those written in Latin letters the one that knows most of the words, and more than
    English does.
    """
    if not text.isascii():
        for dialect, letters in _SCRIPTS:
            if letters.search(text):
                return dialect
        if _HAN.search(text):
            return None
    words = [word for word in _WORD.findall(text.lower())[:60] if len(word) > 1 or word in "ey"]
    best: Dialect | None = None
    known = sum(_plain(word, english) for word in words)
    if known == len(words):
        return None
    knowing = [_knowing(word) for word in words]
    german = _GERMAN_NOUN.search(text) is not None  # "die Freiheit", of which English knows half
    for dialect, found in zip(LATIN, map(sum, zip(*knowing, strict=True)), strict=True):
        found += dialect == "de" and german
        if found > known or (found == known and best is not None and _fits_better(dialect, best, text)):
            best, known = dialect, found
    return best if 2 * known > len(words) else None


_GERMAN_NOUN = re.compile(r"\b(?:[Dd](?:er|ie|as|en|em)|[Ee]ine?[nmr]?) [A-ZÄÖÜ][a-zäöüß]{2,}")
"""A noun behind an article and with a capital, as no other language has it."""


def _fits_better(one: Dialect, other: Dialect, text: str) -> bool:
    """Whether more words of the text are entries of the one language, and not only parts of some: "tira o gato"."""
    words = _WORD.findall(text.lower())[:60]
    mine, theirs = (sum(look_up(dialect, word) is not None for word in words) for dialect in (one, other))
    return mine > theirs


@lru_cache(maxsize=1024)
def _knowing(word: str) -> tuple[bool, ...]:
    """Of each of the languages in Latin letters, whether it has that word."""
    return tuple(_known(dialect, word) for dialect in LATIN)


def _known(dialect: Dialect, word: str) -> bool:
    if word in dictionary(dialect).parts or look_up(dialect, word) is not None:
        return True
    if dialect != "de":
        return part_of(dialect, word) is not None  # ponlo
    return len(word) >= _LONG and part_of(dialect, word) is not None


_LONG = 9
"""Letters of a German word that may be two."""


def _plain(word: str, english: frozenset[str]) -> bool:
    return word in english or word.removesuffix("s") in english or word.removesuffix("es") in english


def look_up(dialect: Dialect, word: str) -> tuple[Mapping[str, str], bool] | None:
    """The readings of a word in lower case, and whether it is a plural (or a case) of an entry."""
    known = dictionary(dialect)
    words = known.words
    if word in words:
        return words[word], word in known.plurals
    for ending, instead in _ENDINGS.get(dialect, ()):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            found = words.get(word.removesuffix(ending) + instead)
            if found is not None and "kinds" in found:
                return found, dialect != "ru" and ending not in _NO_PLURAL
    for ending, instead in _AGREEING.get(dialect, ()):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            found = words.get(word.removesuffix(ending) + instead)
            if found is not None and not _LOOKS.isdisjoint(found) and "kinds" not in found:
                return found, False
    if dialect == "de" and (plain := word.translate(_UMLAUTS)) != word:
        for ending in ("en", "er", "ern", "e", "n", ""):
            found = words.get(plain.removesuffix(ending)) if plain.endswith(ending) else None
            if found is not None and "kinds" in found:
                return found, True  # Bienenstöcken
    for ending in _ADJECTIVE if dialect == "de" else ():
        found = words.get(word.removesuffix(ending)) if word.endswith(ending) else None
        if found is not None and not _LOOKS.isdisjoint(found):
            return found, False
    for prefix in _PREFIXES if dialect == "ar" else ():
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            rest = look_up(dialect, word.removeprefix(prefix))
            if rest is not None and "kinds" in rest[0]:
                return rest
    return None
