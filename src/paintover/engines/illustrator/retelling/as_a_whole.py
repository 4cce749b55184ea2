"""People called by what they are together: "behind the family", "next to the couple", 一家人后面, 情侣旁边.

A first wish brings them one by one, so that the picture has nobody of that name: they are its people.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.retelling.others import called_apart, rank_across
from paintover.engines.illustrator.retelling.whom import people
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_TOGETHER = Pattern(
    r"\bthe (?:whole |entire |happy |two |three |four |five )?(?P<word>family|couple|friends|group|gang|newlyweds|lovers|crowd|party)\b"
    r"(?! (?:of|photo|portrait|picture|car|dog|cat|pet|house|tree|name|room|table|cake|tent|in the (?:back|background)|on the (?:left|right))\b|['’]s?\b)"
)
_TOGETHER_ZH = Pattern(
    r"(?:这|那)?(?:一家[人子]|一家[三四五六]口|全家人?|[一对]*小?情侣|[一对]*恋人|[一对]*夫妻|[一对]*夫妇|小?两口|朋友们|[几两三四]个朋友)[俩们]?的?(?P<where>(?:正|右|左)?(?:后面|后边|背后|身后|前面|前边|身前|面前|旁边|边上|身边|附近|左边|右边|左侧|右侧))",
    re.NOFLAG,
)


def told_of_them_all(prompt: str, base: Scene) -> str:
    """The wish with people who are called by what they are together told as the people, or in Chinese by those who stand where
    it matters; as it is where nobody else is there, or something has that name."""
    folk = sorted(people(base), key=lambda one: rank_across(base, one))
    if len(folk) < 2:
        return prompt
    if prompt.isascii():
        called = " ".join(one.label for one in base.objects).lower()
        return _TOGETHER.sub(
            lambda match: match[0] if match["word"].lower() in called else "the people", prompt
        )
    left, right = (called_apart(base, one.id, chinese=True) for one in (folk[0], folk[-1]))

    def told(match: re.Match[str]) -> str:
        where = match["where"]
        if any(way in where for way in "后前背") or where == "身前":
            return f"他们{where}"
        return (left if where[0] == "左" else right) + where

    return _TOGETHER_ZH.sub(told, prompt)
