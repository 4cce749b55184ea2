"""What a Chinese clause before a noun says of it, told in a clause behind it: 一个插着五支蜡烛的蛋糕 is 一个蛋糕，蛋糕上插着五支蜡烛.

Only of things, and of places: what somebody wears or holds (戴草帽的女孩) the grammar reads before the noun.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds, parts_of
from paintover.engines.illustrator.wording import Pattern

_NUMBER = r"(?:[一两二三四五六七八九十几]|\d{1,2})"
_CLASSIFIER = "[个只头匹条辆朵张把件顶本支枝棵颗块位名艘架座栋间盏片口台幅串盘碗杯瓶篮盒箱锅缸盆株根]"
_IN = "装盛养关夹泡藏塞住种"
_ON = "插挂摆放停贴堆铺长开结落绑拴坐站躺趴睡蹲"
_CLAUSE = Pattern(
    rf"(?P<many>{_NUMBER}{_CLASSIFIER}|(?:^|(?<=[，,。；;画]))(?=[\u4e00-\u9fff]))(?P<part>[\u4e00-\u9fff]{{1,3}}[上里])?(?P<verb>[{_IN}{_ON}])(?P<how>着|满了?|有)(?P<rest>[^，。,；;！!？?\n]+)",
    re.NOFLAG,
)
_DONE = "坐站躺趴睡蹲铺"
"""Verbs that tell more than that it is there."""
_HOLLOW = re.compile(r"[瓶碗杯锅篮箱盒袋缸桶筐笼盆车屋房柜罐壶园院林]子?$")
"""What one is in, and not on."""
_LOOKS = ("colours", "sizes", "modifiers", "patterns", "moods", "of")


_WITHOUT = Pattern(r"没有?(?P<what>[^，。,；;的没有]{1,4})的(?=[\u4e00-\u9fff])", re.NOFLAG)


def told_behind(text: str) -> str:
    """The text with every such clause behind its noun; 没有封面的书 is a book, where what it lacks is nothing that is drawn."""
    text = _counted_last(text)
    text = _WITHOUT.sub(lambda match: match[0] if _is_drawn(match["what"]) else "", text)
    start = 0
    while (match := _CLAUSE.search(text, start)) is not None:
        told = _told(match)
        if told is None:
            start = max(match.end("many"), match.start() + 1)
            continue
        text = text[: match.start()] + told + text[match.end() :]
        start = match.start() + max(1, len(match["many"]))
    return text


_BY_ITS_PART = Pattern(
    rf"(?P<many>{_NUMBER}{_CLASSIFIER})(?P<part>(?:有|长着|带着?|带有)?[^，。,；;！!？?\n的{_IN}]{{2,10}}的)(?=(?P<head>[\u4e00-\u9fff]{{1,6}}))",
    re.NOFLAG,
)


def _counted_last(text: str) -> str:
    """一辆有大轮子的汽车: the number is that of the cars."""

    def told(match: re.Match[str]) -> str:
        head = next((kind for token in tokenise(match["head"]) if (kind := token.get("kinds"))), None)
        shown = parts_of((head,)) if head is not None else frozenset()
        if shown and any(token.get("kinds") in shown for token in tokenise(match["part"])):
            return match["part"] + match["many"]
        return match[0]

    return _BY_ITS_PART.sub(told, text)


def _told(match: re.Match[str]) -> str | None:
    rest = match["rest"]
    for linked in re.finditer("的", rest):
        what = rest[: linked.start()]
        if not _names_something(what):
            continue
        if not match["many"] and not _is_no_owner(what, counted=match["part"] is not None):
            return None
        found = _head(rest[linked.end() :])
        if found is None:
            return None
        looks, head, behind = found
        side = "里" if match["verb"] in _IN or _HOLLOW.search(head) else "上"
        full = "满" in match["how"]
        if match["verb"] in _DONE:
            verb = match["verb"] + ("满" if full else "着")
        elif full:
            verb = match["verb"] + "满"
        else:
            verb = "有"
        comma = "，" if behind and not behind.startswith(("，", ",", "和", "、")) else ""
        return f"{match['many']}{looks}{head}，{head}{side}{verb}{what}{comma}{head if comma else ''}{behind}"
    return None


def _is_drawn(what: str) -> bool:
    return any(token.get("kinds") or token.get("weathers") or token.get("sorts") for token in tokenise(what))


def _is_no_owner(what: str, *, counted: bool) -> bool:
    """Whether it is not somebody whose thing comes next: 窗台上摆着妈妈的花盆."""
    if re.match(_NUMBER, what) is not None:
        return True
    kind = tokenise(what)[-1].get("kinds")
    return not counted and kind is not None and not kinds()[kind].alive


def _names_something(what: str) -> bool:
    """Whether the words end in a thing: 五支蜡烛, and not 红色."""
    tokens = tokenise(what)
    return bool(tokens) and (tokens[-1].get("kinds") or tokens[-1].get("sorts")) is not None


def _head(text: str) -> tuple[str, str, str] | None:
    """The looks of the noun that comes next, the noun, and what follows; None where it is somebody, or none comes."""
    tokens = tokenise(text[:24])
    for at, token in enumerate(tokens):
        if (kind := token.get("kinds")) is not None or token.get("places") is not None:
            if kind is not None and kinds()[kind].alive:
                return None
            last = _last_of_run(tokens, at)
            return text[: token.start], text[token.start : last.end], text[last.end :]
        if not any(token.get(role) is not None for role in _LOOKS):
            return None
    return None


def _last_of_run(tokens: list[Token], at: int) -> Token:
    """The end of a compound: 木 of 木桌子 is no thing of its own."""
    last = tokens[at]
    for token in tokens[at + 1 :]:
        if token.start != last.end or token.get("kinds") is None:
            break
        last = token
    return last
