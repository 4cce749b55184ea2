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


def told_on_both_sides(prompt: str) -> str:
    """The wish for a new picture with both told of whoever is between them; else as it was."""

    def both(match: re.Match[str]) -> str:
        if match["one"] == match["two"]:
            return match[0]
        x = match["x"].removesuffix("的")
        return f"{x}{match['one']}边{match['a']}，{x}{match['two']}边"

    prompt = _THEN_THE_OTHER.sub(both, prompt)
    return _WITH_BOTH.sub(r"\g<x>, \g<a> to the \g<s> of the \g<n>, \g<b> to the \g<t> of the \g<n>", prompt)
