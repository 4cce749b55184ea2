"""What is told of one of several by their name, where others are named besides: "a man and two women, one woman has red hair",
两个女人和一个男人，其中一个女人戴着帽子. It is told where the several are named.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.wording import Pattern

_EN = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ZH = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_DOES = r"(?:is|are|has|have|with|in|wears?|wearing|holds?|holding|carries|carrying|[a-z]+ing)"
_ONE_EN = Pattern(
    rf"(?:[,;.]|,? and|,? but|,? where|,? with)(?: and| but| while)? (?P<k>one|two|three) (?:of the )?(?P<noun>[a-z]+) (?P<said>(?:who |which |that )?{_DOES} [^,.;]+?)(?= and (?:the|one)\b|[,.;]|$)"
)
_TOTAL_EN = re.compile(
    r"\b(?P<n>two|three|four|five|six|[2-6]) (?P<before>(?:[a-z]+ ){0,2}?)(?P<noun>[a-z]+)\b", re.I
)
_CL = "[个只头匹条辆朵位名棵艘架]"
_ONE_ZH = Pattern(
    rf"[，,；;。](?:而|但)?(?:其中(?:的|有)?|有)(?P<k>[一两二三])(?P<of>{_CL})(?P<said>[^，,。；;]+)",
    re.NOFLAG,
)
_MEN_AND_WOMEN = re.compile("(?P<a>[一两二三四])男(?P<b>[一两二三四])女")
_TOTAL_ZH = re.compile(rf"(?P<n>[两二三四五六]|(?<!\d)[2-6])(?P<of>{_CL})")


def told_among_en(
    text: str, phrase: Callable[[str, int, str, str], str | None], singular: Callable[[str], str]
) -> str:
    """An English wish with that told where they are named; `phrase` says something of so many of a noun."""
    told = _ONE_EN.search(text)
    if told is None:
        return text
    name = singular(told["noun"].lower())
    for total in _TOTAL_EN.finditer(text, 0, told.start()):
        many, some = _EN.get(total["n"].lower()) or int(total["n"]), _EN[told["k"].lower()]
        if singular(total["noun"].lower()) != name or some >= many or _is_alone(text, total, told):
            continue
        said = re.sub(r"^(?:who|which|that) ", "", told["said"])
        one = phrase(said, some, total["before"], total["noun"])
        if one is None:
            return text
        left = many - some
        rest = f"{left} {total['before']}{total['noun']}" if left > 1 else f"a {total['before']}{name}"
        return (
            f"{text[: total.start()]}{rest} and {one}{text[total.end() : told.start()]}{text[told.end() :]}"
        )
    return text


def _is_alone(text: str, total: re.Match[str], told: re.Match[str]) -> bool:
    """Whether nobody else is named before that: it is told of those alone."""
    return not re.search(r"\b(?:and|with|an?)\b|,", text[: total.start()] + text[total.end() : told.start()])


def told_among_zh(text: str, noun_after: Callable[[str, int], tuple[Token, int] | None]) -> str:
    """A Chinese wish with that told where they are named; `noun_after` finds the noun that a number counts, and its end."""
    if "其中" in text:
        text = _MEN_AND_WOMEN.sub(r"\g<a>个男人和\g<b>个女人", text)
    told = _ONE_ZH.search(text)
    meant = None if told is None else noun_after(text, told.start("said"))
    if told is None or meant is None:
        return text
    said = re.sub("^(?:是|为)", "", text[meant[1] : told.end()])
    totals = list(_TOTAL_ZH.finditer(text, 0, told.start()))
    for total in totals:
        noun = noun_after(text, total.end())
        many, some = _ZH.get(total["n"]) or int(total["n"]), _ZH[told["k"]]
        if noun is None or noun[0].get("kinds") != meant[0].get("kinds") or some >= many or not said:
            continue
        if len(totals) == 1 and not re.search(f"[一1]{_CL}", text[: told.start()]):
            return text
        named, of = text[total.end() : noun[1]], total["of"]
        number = next(word for word, value in _ZH.items() if value == many - some)
        one = f"{told['k']}{of}{said.removesuffix('的')}的{named}"
        return f"{text[: total.start()]}{number}{of}{named}和{one}{text[noun[1] : told.start()]}{text[told.end() :]}"
    return text
