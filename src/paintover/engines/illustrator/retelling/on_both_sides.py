"""What is on one side of somebody and what is on the other, both told of that one: 树的左边坐着男孩，右边站着牛."""

from __future__ import annotations

import re

_THEN_THE_OTHER = re.compile(
    r"(?:^|(?<=[，,。；;]))(?P<x>(?!画面|图|两|在)[\u4e00-\u9fff]{1,5}?)的?(?P<one>[左右])[边侧](?P<a>[^，。,；;左右]{2,}?)[，,](?:而)?(?P<two>[左右])[边侧](?=[有是站坐放摆停立躺趴蹲种开还])"
)
_WITH_BOTH = re.compile(
    r"^(?P<x>an? (?:[a-z]+ ){0,2}?(?P<n>[a-z]+)) with (?P<a>(?:an?|two|three) (?:[a-z]+ ){0,2}?[a-z]+) (?:on|at|to) (?:his|her|its|the|their) (?P<s>left|right)(?: side| hand side)?,? "
    r"and (?P<b>(?:an?|two|three) (?:[a-z]+ ){0,2}?[a-z]+) (?:on|at|to) (?:his|her|its|the|their) (?P<t>left|right)(?: side| hand side)?\b",
    re.IGNORECASE,
)

_ON_EACH_SIDE = re.compile(
    r"^(?P<lead>[\u4e00-\u9fff]{1,5}?(?=坐|站|躺|在|走|睡)[^。；;]*?)[，,](?P<w>[\u4e00-\u9fff]{1,4}?)(?:们)?(?:分别|各|都)?(?P<how>站|坐|守|立|跪|趴|躺)在(?:[他她它]们?的?)?(?:左右)?(?:两边|两侧|两旁|左右)(?=$|[，。,])"
)

_ON_BOTH = re.compile(
    r"\b(?:with|and) (?:two )?(?P<one>guard|soldier|tree|dog|cat|child|knight|horse|candle|lamp|flower|friend|kid|boy|girl)s on (?:both|either|each) sides?(?: of (?:him|her|it|them))?(?=$|[,.;])"
)


def told_on_both_sides(prompt: str) -> str:
    """The wish for a new picture with both told of whoever is between them; else as it was."""

    def both(match: re.Match[str]) -> str:
        if match["one"] == match["two"]:
            return match[0]
        x = match["x"].removesuffix("的")
        return f"{x}{match['one']}边{match['a']}，{x}{match['two']}边"

    prompt = _ON_EACH_SIDE.sub(r"\g<lead>，两边各\g<how>着一个\g<w>", prompt)
    prompt = _ON_BOTH.sub(r"with a \g<one> on each side", prompt)
    prompt = _THEN_THE_OTHER.sub(both, prompt)
    return _WITH_BOTH.sub(r"\g<x>, \g<a> to the \g<s> of the \g<n>, \g<b> to the \g<t> of the \g<n>", prompt)
