"""Deeds that are said without the thing that shows them: fishing is holding a rod, 放风筝 holding a kite.

Chinese also says what somebody wears, and what their hair is like, without a verb (红裙子的女孩); it gets one here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from paintover.engines.illustrator.emoji import emoji
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.complexions import by_adjectives
from paintover.engines.illustrator.grammar.labours import by_their_tools
from paintover.engines.illustrator.grammar.named_tools import one_tool
from paintover.engines.illustrator.grammar.turns import patterns_for
from paintover.engines.illustrator.wording import Pattern, Rules

_QUOTED = re.compile(r"(“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|\"[^\"]*\")")


@cache
def _deeds(languages: tuple[str, ...]) -> tuple[Rules, Rules]:
    """Deeds with what they need, and those that are told by one thing."""
    tables = word_table("deeds")

    def of(found: Mapping[str, Mapping[str, str]]) -> Rules:
        return Rules(rule for lang in languages for rule in found.get(lang, {}).items())

    return of(tables["needs"]), of(tables)


@cache
def _drawn_as_said() -> frozenset[str]:
    """Names of emoji, each of which is one drawing."""
    return frozenset(name.lower() for one in emoji() for name in (one.en, one.zh))


def shown(text: str) -> str:
    """The text with every such deed told by its thing; quotations stay as they are."""
    if text.strip().lower() in _drawn_as_said():
        return text
    parts = _QUOTED.split(text)
    for at in range(0, len(parts), 2):
        needs, deeds = _deeds(patterns_for(parts[at]))
        parts[at] = one_tool(deeds.told(by_their_tools(needs.told(parts[at]))))
        parts[at] = _hair(by_adjectives(_PLAYING.sub(_played, parts[at])))
    return "".join(parts)


_PLAYING = re.compile(r"\b(?:is |are )?(?:playing|plays) the (?P<what>[a-z]+)", re.IGNORECASE)


def _played(match: re.Match[str]) -> str:
    """Who plays the piano plays one, unless it was told of before."""
    told = re.search(rf"\b{re.escape(match['what'])}\b", match.string[: match.start()], re.IGNORECASE)
    return f"playing {'the' if told else 'a'} {match['what']}"


_COLOURS_ZH = "金黑红棕白银灰蓝粉紫绿橙黄"
_HAIR_ZH = Pattern(
    rf"(?P<cut>[长短卷直]?)(?P<colour>[{_COLOURS_ZH}])色?的?(?P<after>[长短卷直]?)(?P<hair>头发|发)(?![现卡型簪夹带光财])",
    re.NOFLAG,
)
_TINTS = {
    "blond": "yellow",
    "blonde": "yellow",
    "golden": "yellow",
    "gold": "yellow",
    "ginger": "orange",
    "silver": "white",
    **{
        one: one
        for one in (
            "black",
            "brown",
            "red",
            "white",
            "gray",
            "grey",
            "blue",
            "pink",
            "purple",
            "green",
            "orange",
            "yellow",
        )
    },
}
"""Words for the colour of hair, as the lexicon has them."""
_TINT = "|".join(sorted(_TINTS, key=len, reverse=True))
_CUTS = "long|short|curly|straight|wavy"
_HAIR_EN = re.compile(
    rf"\b(?:(?P<cut>{_CUTS}),? )?(?P<tint>{_TINT}) (?:(?P<after>{_CUTS}) )?hair\b(?! ?(?:dri|dry|brush|bow|band|clip|salon|spray|gel))",
    re.IGNORECASE,
)
_HAIRED = Pattern(rf"\b(?:(?P<tint>{_TINT})|(?P<cut>long|short|curly))[- ]haired (?P<who>[a-z]+)")
_BLONDE = re.compile(
    r"\b(?:blonde?) (?P<who>girl|boy|woman|man|child|kid|princess|lady|mother|teacher)\b", re.IGNORECASE
)


def _hair(text: str) -> str:
    """Hair with its colour before its cut, so that both are read, and behind whoever has it."""
    text = _HAIR_ZH.sub(_coiffed, text)
    text = _HAIR_EN.sub(
        lambda m: f"{_TINTS[m['tint'].lower()]} {m['cut'] or m['after'] or ''} hair".replace("  ", " "), text
    )
    text = _HAIRED.sub(
        lambda m: f"{m['who']} with {_TINTS[m['tint'].lower()] if m['tint'] else m['cut']} hair", text
    )
    return _BLONDE.sub(r"\g<who> with yellow hair", text)


def _coiffed(match: re.Match[str]) -> str:
    cut = match["cut"] or match["after"]
    return f"{match['colour']}色{f'{cut}发' if cut else '头发'}"
