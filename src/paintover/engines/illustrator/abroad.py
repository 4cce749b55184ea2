"""What the illustrator says of its work, told again to those who write neither Chinese nor English.

Notes and refusals arise in those two; one in English is read by the sentences of `words/notes.toml` as it leaves, and told
in the language of the wish that it answers. What it names stays as the wish has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from paintover.domain.call import Language
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import (
    UNSPACED,
    Dialect,
    dialect_of,
    dictionary,
    look_up,
    part_of,
)
from paintover.engines.illustrator.grammar.lexicon import english_words, vocabulary
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.notes import stands
from paintover.engines.illustrator.scene import Scene, Thing

_HOLE = re.compile(r"\\\{(\w+)\\\}")
_FILLED = re.compile(r"\{(\w+)\}")
_QUOTED = re.compile("“([^”]*)”")
_PAIR = re.compile("“([^”]*)” as “([^”]*)”")
_LIST = "“[^”]*”(?:, “[^”]*”)*"
_PAIRS = f"{_PAIR.pattern}(?:, {_PAIR.pattern})*".replace("([^”]*)", "[^”]*")
_HOLES = {"words": _LIST, "pairs": _PAIRS, "number": r"\d+"}
_NEXT = "; "
"""Between two sentences that are said as one."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """How a language quotes: before and behind a word, between two, and between a word and what it was taken for."""

    before: str
    behind: str
    between: str
    taken_for: str

    def quoted(self, word: str) -> str:
        return f"{self.before}{word}{self.behind}"


@dataclass(frozen=True, slots=True)
class _Tongue:
    """One language's sentences, by name, and its words for what has a fixed set of them."""

    dialect: Dialect
    sentences: Mapping[str, str]
    terms: Mapping[str, Mapping[str, str]]
    marks: _Marks


def tongue_of(wish: str) -> Dialect | None:
    """The language of a wish, where it is one that notes are told in; None for Chinese, English and what is not known."""
    dialect = dialect_of(wish, english=english_words())
    return dialect if dialect in _tongues() else None


def as_spoken(wish: str, names: Sequence[str]) -> str:
    """The wish, and with it the names of what it is about where its own few words tell no language: "o cachorro late"."""
    words = _WORDS.findall(wish.lower())
    english = english_words()
    if tongue_of(wish) is not None or not words or all(word in english for word in words):
        return wish
    return f"{wish} {' '.join(names)}"


_WORDS = re.compile(r"[^\W\d_]+")


def retold(sentence: str, wish: str) -> str:
    """A note or a refusal in the language of the wish; as it is where that has no sentence for it, or is not known."""
    dialect = tongue_of(wish)
    return sentence if dialect is None else _each_told(sentence, wish, _tongues()[dialect]) or sentence


def stands_abroad(relation: str, other: str, dialect: Dialect) -> str:
    """How a thing stands to another, in that language: "neben Baum"."""
    tongue = _tongues()[dialect]
    english = stands(relation, "", "en").removesuffix("the ").strip()
    return tongue.sentences["stands"].format(stands=tongue.terms["stands"][english], other=other)


def name_abroad(label: str, kind: str, dialect: Dialect) -> str:
    """What a thing is called in that language: as it was called, unless that is an English word that the language lacks."""
    word = label.lower()
    own = look_up(dialect, word) is not None or part_of(dialect, word) is not None
    if own or vocabulary("en").words.get(word, {}).get("kinds") is None:
        return label
    return word_abroad(kind, dialect) or label


def word_abroad(kind: str, dialect: Dialect) -> str | None:
    """The shortest of the words for a kind."""
    known = [word for word, read in dictionary(dialect).words.items() if read.get("kinds") == kind]
    word = min(known, key=len, default=None)
    return word.capitalize() if word is not None and dialect == "de" else word


def with_own_words(scene: Scene, before: Scene, wish: str) -> Scene:
    """The scene with what is new in it called as the wish calls it, and not as it was told again: "Helm", and no helmet."""
    dialect = dialect_of(wish, english=english_words())
    there = {(one.id, one.kind) for one in before.objects}
    if dialect is None or all((one.id, one.kind) in there for one in scene.objects):
        return scene
    said = said_as(wish)
    return msgspec.structs.replace(
        scene,
        objects=tuple(
            msgspec.structs.replace(one, label=said[one.kind], lang=_lang(dialect))
            if (one.id, one.kind) not in there and one.kind in said and not _is_own(one, dialect)
            else one
            for one in scene.objects
        ),
    )


def said_as(wish: str) -> Mapping[str, str]:
    """By kind, the word of the wish for it."""
    said: dict[str, str] = {}
    for token in tokenise(wish):
        if (kind := token.get("kinds")) is not None:
            said.setdefault(kind, token.text)
    return said


def _is_own(thing: Thing, dialect: Dialect) -> bool:
    """Whether it is called by a noun of that language."""
    word = thing.label.lower()
    if (found := look_up(dialect, word)) is not None:
        return found[0].get("kinds") == thing.kind
    part = part_of(dialect, word)
    return part is not None and part[1].get("kinds") == thing.kind


def _lang(dialect: Dialect) -> Language:
    """That of the grammar which reads a language."""
    return "zh" if dialect in UNSPACED else "en"


def _each_told(said: str, wish: str, tongue: _Tongue) -> str | None:
    """Of several sentences each; None where one of them is not known."""
    if (whole := _told(said, wish, tongue)) is not None:
        return whole
    cut = said.rfind(_NEXT)
    while cut >= 0:
        first = _told(said[:cut], wish, tongue)
        rest = None if first is None else _each_told(said[cut + len(_NEXT) :], wish, tongue)
        if rest is not None:
            return f"{first}{_NEXT}{rest}"
        cut = said.rfind(_NEXT, 0, cut)
    return None


def _told(said: str, wish: str, tongue: _Tongue) -> str | None:
    fitting = ((name, match) for name, one in _patterns() if (match := one.fullmatch(said)) is not None)
    name, match = next(fitting, (None, None))
    if name is None or match is None:
        return None
    holes = match.groupdict()

    def filled(hole: re.Match[str]) -> str:
        return _filled(hole[1], holes[hole[1]], wish, tongue)

    return _FILLED.sub(filled, tongue.sentences[name])


def _filled(hole: str, said: str, wish: str, tongue: _Tongue) -> str:
    """What stands in a hole of a sentence, in another language."""
    marks = tongue.marks
    if hole in tongue.terms:
        return tongue.terms[hole][said]
    if hole == "number":
        return said
    if hole == "told":
        return _told(said, wish, tongue) or said
    called = _caller(wish, tongue.dialect)
    if hole == "pairs":
        pairs = (
            f"{marks.quoted(called(one))}{marks.taken_for}{marks.quoted(called(other))}"
            for one, other in _PAIR.findall(said)
        )
        return marks.between.join(pairs)
    return marks.between.join(marks.quoted(called(word)) for word in _QUOTED.findall(said) or [said])


def _caller(wish: str, dialect: Dialect) -> Callable[[str], str]:
    """How a name is given: as the wish has it, or, where it comes from us in English, in the language's own word."""
    folded = wish.casefold()

    def called(word: str) -> str:
        at = folded.find(word.casefold())
        if at >= 0 and len(folded) == len(wish):
            return wish[at : at + len(word)]
        kind = None if at >= 0 else vocabulary("en").words.get(word.lower(), {}).get("kinds")
        return word if kind is None else word_abroad(kind, dialect) or word

    return called


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """By name, in order, what each spelling of an English sentence fits."""
    table = word_table("notes")
    terms = {hole: "|".join(map(re.escape, words)) for hole, words in table["terms"].items()}

    def hole(match: re.Match[str]) -> str:
        return f"(?P<{match[1]}>{terms.get(match[1]) or _HOLES.get(match[1], '.+?')})"

    return tuple(
        (name, re.compile(_HOLE.sub(hole, re.escape(spelling))))
        for name, sentence in table["sentences"].items()
        for spelling in sentence["en"]
    )


@cache
def _tongues() -> Mapping[Dialect, _Tongue]:
    table = word_table("notes")
    return {
        dialect: _Tongue(
            dialect,
            {name: sentence[dialect] for name, sentence in table["sentences"].items()},
            {
                hole: {word: told[dialect] for word, told in words.items()}
                for hole, words in table["terms"].items()
            },
            _Marks(*marks),
        )
        for dialect, marks in table["marks"].items()
    }
