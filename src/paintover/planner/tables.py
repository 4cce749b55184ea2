"""The cue tables: what people say to point at a picture, to undo, to ask for four. One TOML file a language.

A table is data: a contributor adds a phrase to `cues/<language>.toml` without touching code. Patterns are regular
expressions in which ``{num}``, ``{count}``, ``{pic}``, ``{end}`` and ``{verb}`` stand for the language's own numbers,
words for a picture, ends of a clause and first verbs of an instruction. Ordinals ("second") count no pictures, so
they are numbers everywhere but in the group `count`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from paintover.planner.numerals import SPELLED, spelled_number

END_OF_CLAUSE = r"\s*(?:[,，。.;；:：!！?？\n、]|$)"
NEVER = re.compile(r"(?!)")
Pattern = re.Pattern[str]
_SPELLING = ("zh", "ja")
"""Languages that spell numbers with the characters of `numerals`."""


@dataclass(frozen=True, slots=True)
class Table:
    """One language's cues, compiled. Every field of patterns may be empty."""

    language: str
    keep_as_it_is: str
    picture: Pattern
    """Words for a picture, a version or a step of it."""
    numbers: Mapping[str, int]
    reference: Mapping[str, tuple[Pattern, ...]]
    intent: Mapping[str, tuple[Pattern, ...]]
    instruction: Mapping[str, tuple[Pattern, ...]]
    count: Mapping[str, tuple[Pattern, ...]]
    scene: Mapping[str, tuple[Pattern, ...]]
    """How a message begins and goes on that tells a picture of its own, or goes on with one; see `scenes`."""
    ratio: tuple[tuple[Pattern, str], ...]
    stop: frozenset[str]
    particles: frozenset[str] = frozenset()
    """Characters of a script without spaces that are never part of a word that tells anything."""
    slips: tuple[tuple[Pattern, str], ...] = ()
    """Slips of tongue and keyboard, each with what was meant, as long as the slip."""

    def number(self, text: str) -> int | None:
        """The whole number that a match of ``{num}`` names."""
        text = text.strip().casefold()
        if text in self.numbers:
            return self.numbers[text]
        digits = re.match(r"\d{1,4}", text)
        return int(digits[0]) if digits else spelled_number(text)

    def first(self, group: str, name: str) -> Pattern:
        """The only pattern called `name` in the given group, or one that never matches."""
        found: tuple[Pattern, ...] = getattr(self, group).get(name, ())
        return found[0] if found else NEVER


LANGUAGES = ("zh", "en", "ja", "ko", "es", "fr", "de", "pt", "it", "ru", "ar")


@cache
def table(language: str) -> Table:
    """The table of one of `LANGUAGES`, read once.

    Raises:
        FileNotFoundError: there is no such table.
    """
    text = (
        resources.files("paintover.planner").joinpath("cues", f"{language}.toml").read_text(encoding="utf-8")
    )
    return _compiled(tomllib.loads(text))


def _compiled(raw: dict[str, Any]) -> Table:
    cardinals = {word.casefold(): int(value) for word, value in raw.get("numbers", {}).items()}
    numbers = cardinals | {word.casefold(): int(value) for word, value in raw.get("ordinals", {}).items()}
    fill = _filler(raw, numbers)
    return Table(
        language=raw["language"],
        keep_as_it_is=raw["keep_as_it_is"],
        picture=re.compile(raw.get("picture", raw.get("pic", "(?!)")), re.IGNORECASE),
        numbers=numbers,
        reference=_group(raw.get("reference", {}), fill),
        intent=_group(raw.get("intent", {}), fill),
        instruction=_group(
            {k: v for k, v in raw.get("instruction", {}).items() if k not in ("stop", "particles")}, fill
        ),
        count=_group(raw.get("count", {}), _filler(raw, cardinals)),
        scene=_group(raw.get("scene", {}), fill),
        ratio=tuple(
            (re.compile(fill(words), re.IGNORECASE), value) for words, value in raw.get("ratio", {}).items()
        ),
        stop=_stop_words(raw),
        particles=frozenset(raw.get("instruction", {}).get("particles", "")),
        slips=tuple((re.compile(slip, re.IGNORECASE), right) for slip, right in raw.get("slips", {}).items()),
    )


def _filler(raw: Mapping[str, Any], numbers: Mapping[str, int]) -> _Fill:
    words = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True)) or r"\d"
    if raw["language"] in _SPELLING:
        words = f"{SPELLED}|{words}"
    boundary = "" if raw.get("script") == "cjk" else r"\b"
    verbs = "|".join(sorted(raw.get("verbs", ()), key=len, reverse=True)) or "(?!)"
    return _Fill(
        {
            "{num}": rf"(?P<n>\d{{1,4}}|{boundary}(?:{words}){boundary})",
            "{count}": rf"(?:\d{{1,4}}|{words})",
            "{pic}": raw.get("pic", "(?!)"),
            "{end}": END_OF_CLAUSE,
            "{verb}": f"(?:{verbs})",
        }
    )


@dataclass(frozen=True, slots=True)
class _Fill:
    places: Mapping[str, str]

    def __call__(self, pattern: str) -> str:
        for name, value in self.places.items():
            pattern = pattern.replace(name, value)
        return pattern


def _group(entries: Mapping[str, list[str] | str], fill: _Fill) -> dict[str, tuple[Pattern, ...]]:
    listed = {name: [value] if isinstance(value, str) else value for name, value in entries.items()}
    return {
        name: tuple(re.compile(fill(one), re.IGNORECASE) for one in values) for name, values in listed.items()
    }


def _stop_words(raw: Mapping[str, Any]) -> frozenset[str]:
    stop: str = raw.get("instruction", {}).get("stop", "")
    return frozenset(stop) if raw.get("script") == "cjk" else frozenset(stop.casefold().split())
