"""Shades that are called by a thing: "cherry red", "coffee-coloured", 樱桃红. They are colours, and nothing beside what has them.

`words/shades.toml` has the names. "Make the apple green" is about the apple, and "a rose garden" about roses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.flavours import without_flavours
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import sorts
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern, any_of

_PAINTS_EN = "red|orange|yellow|green|blue|purple|violet|pink|brown|black|white|gr[ae]y|beige"
_PAINTS_ZH = "[红橙黄绿蓝紫粉棕白黑灰]"
_BECOMES = frozenset("成为是涂染换改变刷漆")
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|his|her|its|their|my|your|our|both|all|every|each) (?P<between>(?:[a-z]+ ){0,3})$",
    re.IGNORECASE,
)


def in_plain_colours(text: str) -> str:
    """The wish with each shade told as the colour that it is of."""
    if not text.isascii():
        text = _patterns()["zh"].sub(_told_zh, text)
    text = _patterns()["en"].sub(_told_en, text)
    text = _patterns()["coloured"].sub(lambda match: _shades("en")[match["name"].lower()], text)
    text = _patterns()["painted"].sub(_painted, text)
    text = _patterns()["so"].sub(
        lambda match: f"{match['what']} {_shades('en')[match['name'].lower()]}", text
    )
    return _patterns()["worn"].sub(_worn, text)


@cache
def _shades(lang: str) -> Mapping[str, str]:
    """By its name, the words for the colour of a shade."""
    return {name: colour for colour, names in word_table("shades")[lang].items() for name in names}


@cache
def _patterns() -> Mapping[str, Pattern]:
    english, chinese = any_of([*_shades("en")]), any_of([*_shades("zh")])
    alone = any_of(word_table("shades")["alone"]["en"])
    return {
        "en": Pattern(rf"\b(?P<name>{english})[ -](?P<paint>{_PAINTS_EN})\b(?P<next> [a-z]+)?"),
        "coloured": Pattern(rf"\b(?P<name>{english})[ -]colou?red\b"),
        "painted": Pattern(
            rf"\b(?P<verb>make|paint|turn|dye|colou?r) (?P<what>it|him|her|them|the [a-z ]{{2,30}}?) (?P<name>{alone})(?= *(?:$|[,.;!]| please| and ))"
        ),
        "so": Pattern(
            rf"(?P<what>\b(?:his|her|its|their|the) [a-z ]{{2,30}}? (?:should|must|could|needs to|has to|ought to) be) (?P<name>{alone})(?= *(?:$|[,.;!]| please| and ))"
        ),
        "worn": Pattern(rf"\b(?P<name>{alone}) (?P<noun>[a-z]+)\b"),
        "zh": Pattern(
            rf"(?P<name>{chinese})(?:(?P<paint>{_PAINTS_ZH})(?:色的?|的(?=[\u4e00-\u9fff])|(?P<ends>(?=$|[，。！、；])))|色(?P<of>的?))",
            re.NOFLAG,
        ),
    }


def _told_en(match: re.Match[str]) -> str:
    """The colour alone; "the apple green" stays, unless the noun of which it is told comes behind."""
    paint, own = match["paint"], _shades("en")[match["name"].lower()]
    following = (match["next"] or "").strip()
    definite = _DEFINITE.search(match.string[: match.start()])
    if definite is not None and not _is_thing(definite["between"]) and not _is_thing(following):
        return match[0]
    if _names_somebody(match) and not _is_thing(following):
        return match[0]  # Snow White
    if following and tokenise(f"{paint} {following}")[0].get("kinds"):  # make the milk orange juice
        return match[0]
    shade = own if own.endswith(paint.lower()) else paint
    return f"{shade}{match['next'] or ''}"


_LISTED = re.compile(
    r"(?:^|[,.;:]|\b(?:and|with|of|draw|beside|behind|near|to|for|(?:kiss|hugg?|meet|find|rescu|watch|lov|help|greet)(?:e?s|ing)))\s*$",
    re.IGNORECASE,
)


def _names_somebody(match: re.Match[str]) -> bool:
    """Whether both words together are the name of somebody who is told of there."""
    named = any(
        (kind := token.get("kinds")) is not None and is_somebody(kind)
        for token in tokenise(f"{match['name']} {match['paint']}")
    )
    return named and _LISTED.search(match.string[: match.start()]) is not None


def _is_thing(words: str) -> bool:
    return any(token.get("kinds") or token.get("it") for token in tokenise(words))


def _told_zh(match: re.Match[str]) -> str:
    """The colour alone; 苹果红，香蕉黄 stays, unless something is to become so."""
    own, paint = _shades("zh")[match["name"]], match["paint"]
    if match["ends"] is not None and match.string[match.start() - 1 : match.start()] not in _BECOMES:
        return match[0]
    if paint is None:
        return own + match["of"]
    shade = own if own.removesuffix("色").endswith(paint) else f"{paint}色"
    return shade + ("的" if match[0].endswith("的") else "")


def _painted(match: re.Match[str]) -> str:
    """ "Paint the car peach"; what is eaten or drunk has the colour of what it tastes of, if it has any."""
    if match["what"].endswith((" into", " to")) and _is_thing(match["name"]):
        return match[0]  # turn the juice into coffee
    verb, what, colour = match["verb"], match["what"], _shades("en")[match["name"].lower()]
    if verb.lower() in ("make", "turn") and any(token.get("kinds") in _eaten() for token in tokenise(what)):
        dish = what.rpartition(" ")[2]
        colour = without_flavours(f"{match['name']} {dish}").removesuffix(f" {dish}")
        if colour in (match["name"], dish):
            return match[0]
    return f"{verb} {what} {colour}"


@cache
def _eaten() -> frozenset[str]:
    return frozenset(kind for sort in ("food", "dessert", "drink", "fruit") for kind in sorts()[sort])


def _worn(match: re.Match[str]) -> str:
    """ "A peach dress": of what is worn alone."""
    worn = any(token.get("kinds") in GARMENTS for token in tokenise(match["noun"]))
    return f"{_shades('en')[match['name'].lower()]} {match['noun']}" if worn else match[0]
