"""Whose something is, told plainly: "the scarf of the snowman" is the snowman's, "the barn roof" the top of the barn, 女的头发
a woman's, and 左边那只给它戴个蝴蝶结 gives it to that one.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.wording import Pattern

_GIVEN_TO_IT = Pattern(
    r"(?:让|把|叫)?(?P<who>(?:[左右]边|中间|前面|后面|最[左右]边)的?(?:那[只个位头条匹]|[^，。,给它他她]{1,4}))给[它他她](?=[戴穿围系披换加画])",
)
_PIED = Pattern(r"黑白花(?:色|纹)?(?:的)?(?=$|[，。,])")
"""A coat of two colours, 花 being no flower."""
_SEX_ALONE = Pattern(
    r"(?<![一-鿿])(?P<sex>[男女])的(?=(?:头发|发型|发色|短发|长发|脸|眼睛|手|嘴|胡子|表情|衣服|上衣|裤子|裙子|鞋|帽子|眼镜|包))"
)
_ITS_ROOF = Pattern(r"\bthe (?P<x>[a-z]+)(?:['’]s)? (?:roof|rooftop)\b")
_CHANGES = Pattern(r"\b(?:make|paint|colou?r|dye|turn|change|replace|remove|repaint)\b")
"""What is done to a roof itself, and not on it."""
_OF_WHOM = Pattern(
    r"\bthe (?P<x>[a-z]+(?: hat| coat| shirt)?) of (?P<who>the (?:left |right |other |little |old )?[a-z]+)\b"
)

_WALL_BEHIND = Pattern(
    r"\bon the (?:back )?(?P<wall>walls?) (?:right |just )?behind (?:them|him|her|it|us|the (?:left |right )?[a-z]+)\b"
)
"""Whoever stands in a room has the wall behind them."""


def told_whose(prompt: str) -> str:
    """The wish with whose something is told in the order in which the grammar reads it."""
    if not _CHANGES.search(prompt):
        prompt = _ITS_ROOF.sub(_roof, prompt)
    prompt = _WALL_BEHIND.sub(r"on the \g<wall>", prompt)
    prompt = _GIVEN_TO_IT.sub(r"给\g<who>", prompt)
    return _OF_WHOM.sub(_whose, _SEX_ALONE.sub(r"\g<sex>人的", _PIED.sub("黑白", prompt)))


def _roof(match: re.Match[str]) -> str:
    """ "On the barn roof", which is of the barn."""
    kind = next((one.get("kinds") for one in tokenise(match["x"])), None)
    return f"top of the {match['x']}" if kind is not None and not kinds()[kind].alive else match[0]


def _whose(match: re.Match[str]) -> str:
    """ "The scarf of the snowman": the snowman's scarf."""
    worn = [kind for token in tokenise(match["x"]) if (kind := token.get("kinds")) is not None]
    who = [kind for token in tokenise(match["who"]) if (kind := token.get("kinds")) is not None]
    if not worn or not who or kinds()[worn[-1]].wear is None or not kinds()[who[-1]].alive:
        return match[0]
    return f"{match['who']}'s {match['x']}"
