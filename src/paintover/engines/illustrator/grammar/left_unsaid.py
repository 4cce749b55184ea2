"""What spoken Chinese leaves unsaid where the clause before has told it: 一个大蛋糕，插着三根蜡烛 has its candles on the cake."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.wording import Pattern

_BORNE = Pattern(
    r"(?P<before>(?:^|(?<=[，,。；;！!？?\n]))[^，。,；;！!？?\n]{1,24})(?P<cut>[，,])(?P<verb>[插挂放摆装盛铺搭绑系贴堆养泡爬缠])(?P<how>着|满了?|了)(?=(?P<rest>[^，。,；;！!？?\n]{1,20}))",
    re.NOFLAG,
)
_IN = "装盛养泡"
_ROUND_SOMEBODY = "系绑搭"
_HOLLOW = re.compile(r"[瓶碗杯锅篮箱盒袋缸桶筐笼盆罐壶]子?$")


def told_of_what_bears(text: str) -> str:
    """The wish with each such clause told of the thing that was named last."""
    return _BORNE.sub(_on_that, text)


def _on_that(match: re.Match[str]) -> str:
    tokens = tokenise(match["before"])
    last = tokens[-1] if tokens else None
    kind = last.get("kinds") if last is not None else None
    ends = last is not None and last.end == len(match["before"])
    if last is None or kind is None or not ends or kinds()[kind].alive:
        return match[0]
    if kinds()[kind].wear is not None and match["verb"] in _ROUND_SOMEBODY:
        return match[0]  # 穿着裙子，系着围裙: both on who wears them
    side = "里" if match["verb"] in _IN or _HOLLOW.search(last.text) else "上"
    return f"{match['before']}{match['cut']}{last.text}{side}{match['verb']}{match['how']}"
