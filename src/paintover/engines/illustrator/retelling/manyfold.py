"""By how much: "make it twice as big", 放大两倍, "halb so groß", "50 % smaller".

Each such clause is told with the plain word for larger or smaller, which the grammars read, and its factor is kept beside.
The patterns are those of `words/manyfold.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from paintover.engines.illustrator.files import word_table

_VERBS = {
    "halve": 0.5, "halbiere": 0.5, "halbier": 0.5, "dimezza": 0.5, "halveer": 0.5, "die hälfte": 0.5, "das doppelte": 2.0,
    "das dreifache": 3.0, "triple": 3.0, "triplica": 3.0, "triplique": 3.0, "quadruple": 4.0,
}  # fmt: skip
"""What a pattern names itself; any other verb that it names doubles."""
_FIGURE = r"\d{1,2}(?:[.,]\d{1,2})?(?: ?x| times|[- ]?mal| fois| veces| vezes| volte| keer)?"
_LEAST, _MOST = 0.05, 20.0
_OTHERS = {"its": "it", "his": "him", "her": "her", "their": "them"}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
)
_HINT = re.compile(
    r"\d|倍|半|分之|%|％|twice|thrice|doubl|tripl|quadrupl|times|half|halve|third|quarter|percent|mal\b|doppelt|halb|hälfte|verdopp|fach|fois|moitié"
    r"|veces|doble|mitad|dupli|vezes|dobr|metade|volte|doppi|metà|dimezza|keer|maal|dubbel|helft|halveer|вдвое|втрое|раз|наполовину|배|반|ضعف|نصف|مرات|مرتين",
    re.IGNORECASE,
)
"""What every such wish has: anything else need not be looked at further."""
_CLAUSES = re.compile(r"([，,；;。！!？?\n]+)")


@dataclass(frozen=True, slots=True)
class Factors:
    """How many times as large, in the order of the wish: of what is to be larger, and of what smaller."""

    larger: tuple[float, ...] = ()
    smaller: tuple[float, ...] = ()

    @property
    def told(self) -> bool:
        """Whether there is any."""
        return bool(self.larger or self.smaller)

    def next_of(self, value: str | None, number: int) -> float | None:
        """The factor of the wish's so manieth change to that size; the last one counts for all further ones."""
        told = self.larger if value == "large" else self.smaller
        return told[min(number, len(told) - 1)] if told else None


@dataclass(frozen=True, slots=True)
class _Tongue:
    larger: str
    smaller: str
    make: str
    numbers: Mapping[str, float]
    patterns: Sequence[tuple[str, re.Pattern[str]]]
    unless: re.Pattern[str] | None


@cache
def _tongues() -> Mapping[str, _Tongue]:
    return {lang: _tongue(table) for lang, table in word_table("manyfold").items()}


def _tongue(table: Mapping[str, Any]) -> _Tongue:
    words = sorted(table["numbers"], key=len, reverse=True)
    number = f"(?P<n>{'|'.join(map(re.escape, words))}|{_FIGURE})"
    percent = r"(?P<p>\d{1,3})"
    patterns = []
    for how in ("to", "more", "fewer", "less", "times"):
        for pattern in table.get(how, ()):
            told = pattern.replace("{N}", number).replace("{P}", percent)
            patterns.append((how, re.compile(told, re.IGNORECASE)))
    return _Tongue(
        larger=table["larger"],
        smaller=table["smaller"],
        make=table["make"],
        numbers=table["numbers"],
        patterns=patterns,
        unless=re.compile(table["unless"]) if "unless" in table else None,
    )


def told_by_how_much(prompt: str) -> tuple[str, Factors]:
    """The wish with each factor told as larger or smaller, and the factors."""
    if _HINT.search(prompt) is None:
        return prompt, Factors()
    found: dict[bool, list[float]] = {True: [], False: []}
    parts = _CLAUSES.split(prompt)
    told = "".join(part if at % 2 else _told(part, found) for at, part in enumerate(parts))
    return told, Factors(larger=tuple(found[True]), smaller=tuple(found[False]))


def _told(clause: str, found: dict[bool, list[float]]) -> str:
    for lang in _languages(clause):
        tongue = _tongues()[lang]
        if tongue.unless is not None and tongue.unless.search(clause):
            continue
        at = 0
        while (first := _first(clause, at, tongue)) is not None:
            factor, match = first
            found[factor > 1].append(factor)
            how = tongue.larger if factor > 1 else tongue.smaller
            whom = match.groupdict().get("x")
            plain = how if whom is None else tongue.make.format(x=_OTHERS.get(whom.lower(), whom), how=how)
            clause = f"{clause[: match.start()]}{plain}{clause[match.end() :]}"
            at = match.start() + len(plain)
        if at:
            return clause
    return clause


def _first(clause: str, at: int, tongue: _Tongue) -> tuple[float, re.Match[str]] | None:
    """The factor that is told first from there on."""
    found = [
        (match.start(), number, factor, match)
        for number, (how, pattern) in enumerate(tongue.patterns)
        if (match := pattern.search(clause, at)) is not None
        and (factor := _factor(how, match, tongue)) is not None
    ]
    return None if not found else min(found, key=lambda one: one[:2])[2:]


def _factor(how: str, match: re.Match[str], tongue: _Tongue) -> float | None:
    groups = match.groupdict()
    if groups.get("p") is not None:
        share = int(groups["p"]) / 100
        factor = {"to": share, "more": 1 + share, "fewer": 1 - share}[how]
    elif (word := groups.get("n")) is not None:
        number = _number(word.lower().rstrip("倍"), tongue.numbers)
        factor = 1 / number if how == "less" and number > 1 else number
    else:
        factor = 0.5
    return factor if _LEAST <= factor <= _MOST and abs(factor - 1) > 0.02 else None


def _number(word: str, numbers: Mapping[str, float]) -> float:
    figure = re.match(r"\d+(?:[.,]\d+)?(?!/)", word)
    told = numbers.get(word) or (float(figure[0].replace(",", ".")) if figure else _VERBS.get(word, 2.0))
    return 2.0 if told == 1 else told


def _languages(text: str) -> list[str]:
    for lang, script in _SCRIPTS:
        if script.search(text):
            return [lang]
    return ["en", "de", "fr", "es", "pt", "it", "nl"]
