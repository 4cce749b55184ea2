"""How many there are, and then each by name: 两只宠物，一只猫和一只狗; 一家三口在海边，爸爸妈妈和女儿. They are those, and no others."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds

_MANY = {
    "两": 2,
    "俩": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
    "6": 6,
    "仨": 3,
}
_LIVING = (
    r"宠物|动物|伙伴|朋友|好朋友|人|家人|孩子|小孩|小朋友|老人|同学|邻居|娃|萌宠|毛孩子|人物|亲人|兄妹|姐弟"
)
_THINGS = r"水果|蔬菜|玩具|乐器|食物|东西|甜点|饮料|工具|车|交通工具"
_COUNTED = re.compile(
    r"(?P<before>^|[，,。]|画|有|养了|养着|我的|家的|和|里|上)(?:我家?的?)?"
    rf"(?:(?:一家|全家)(?P<family>[三四五六3-6])口(?:人)?|(?P<n>[两俩三四五六2-6仨])(?:[只个位种样条头名辆件匹]|(?=人))(?:可爱的?|小|大|不同的?|亲密的?|最好的?)*(?P<of>{_LIVING}|{_THINGS}))"
    r"(?P<does>[^，,：:。；;（(]{0,14}?)(?:[，,：:（(]|——|--|\s)+(?:其中|分别|它们|他们)?(?:分别)?(?:是|有)?"
    r"(?P<each>[^。；;）)]{2,40}?)(?P<end>[）)]|(?=[。；;]|$))"
)


def told_each_by_name(prompt: str) -> str:
    """The new wish without the number of those who are told one by one behind it; as it was where they are not as many."""
    match = _COUNTED.search(prompt)
    if match is None:
        return prompt
    number = _MANY[match["n"] or match["family"]]
    living = match["of"] is None or re.fullmatch(_LIVING, match["of"]) is not None
    cut = _those_named(match["each"], number, living=living)
    if cut is None:
        return prompt
    each, rest = match["each"][:cut], match["each"][cut:]
    rest = re.sub("^[，,](?=(?:都|一起|正)*[在坐站躺趴])", "", rest)
    told = f"{match['before']}{each}{match['does']}{rest}"
    return prompt[: match.start()] + told + prompt[match.end() :]


def _those_named(told: str, number: int, *, living: bool) -> int | None:
    """Where the names of so many end, that alone stand up to there; None where there are more or fewer."""
    ends = [found.start() for found in re.finditer("[，,]", told)] + [len(told)]
    for end in ends:
        named = [one for one in parse(told[:end]).mentions if one.kind is not None]
        alive = [one for one in named if kinds()[one.kind or ""].alive]
        if sum(one.count for one in (alive if living else named)) == number:
            return end
    return None
