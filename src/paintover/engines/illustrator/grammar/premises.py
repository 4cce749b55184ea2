"""Premises: whether a shop's word means its front in a street or the place that one is in.

"A bakery" is a front. In 小男孩在理发店剪头发 and "a hair salon where a woman gets her hair cut" one is inside; in front of
a florist's, at its door and at its window one is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.wording import Pattern

_OUTSIDE_ZH = (
    r"的?(?:门|外|前|旁|对面|橱窗|边|后面|上方|招牌|[^，。；,;\n]{0,12}(?:橱窗|门口|外面|招牌|门前))"
)
_INTO_ZH = Pattern(
    r"(?:在|去|到|逛|走进|来到|坐在|站在|背景(?:换|改|变|设)?(?:成|为|是)|场景(?:换|改|变|设)?(?:成|为|是))(?:了)?(?:一?[家个间]|这家|那家)?(?:[^，。；,;\s在]{0,4}的)?$",
    re.NOFLAG,
)
_INSIDE_ZH = Pattern(
    r"^(?:里|内|当中|的?(?:柜台|吧台|收银台|货架|店员|店内|室内|内部|笼子|架子|鱼缸|桌子|沙发|角落)|[^。；;\n]{0,14}(?:柜台|吧台|收银台|货架)|[，,]\s*(?:里面|店里|窗外|(?:几|两|三|一)?[个位名]?(?:女|男|年轻)?(?:服务[员生]|店员|顾客|客人|咖啡师|收银员|理发师|面包师)))",
    re.NOFLAG,
)
_INTO_EN = Pattern(
    r"\b(?:in|inside|at|into|within|visiting|interior of|inside of|counter of|counter in|counter at|bar of|background (?:to|is|of|with)|scene to)\s+"
    r"(?:(?!(?:front|of|the window|style|shape)\b)[a-z'’-]+\s+){0,3}$"
)
_INSIDE_EN = Pattern(
    r"^\s*,\s*(?:inside|(?:an?|the|two|three|some)\s+(?:[a-z]+\s+)?(?:waiters?|waitress(?:es)?|baristas?|customers?|chefs?|cashiers?|clerks?|hairdressers?)\b|[^.;]{0,30}(?:outside|through|in) the windows?\b)"
    r"|^\s*(?:interior\b|counter\b|(?:with|where|full of)\s+(?![^.;]*\b(?:windows?|outside|in front|sign|awning|doors?|queue|line of|out front|called|named|buckets?|roof|parked)\b)[^.;]*"
    r"\b(?:m[ae]n|wom[ae]n|boys?|girls?|kids?|child(?:ren)?|friends?|people|couples?|customers?|barbers?|bakers?|baristas?|ladies|lady|dads?|mums?|moms?|grand\w+|dogs?|cats?|pupp(?:y|ies)|kittens?|hairdressers?|shopkeepers?|staff|counter|shelves)\b)"
)
_BEFORE_IT = re.compile(
    r"^\s*(?:'s)?\s*(?:window|door|doorway|entrance|front|sign|display|logo)\b", re.IGNORECASE
)


_ROOMS = {"hospital": "ward", "school": "classroom"}
"""What other houses look like to those who are in them."""


def at_the_shop(tokens: Sequence[Token], text: str) -> list[Token]:
    """The tokens of that text, each shop of them either a thing, which is its front, or a place."""
    return [_read(token, text) if inside_of(token.get("kinds")) else token for token in tokens]


def inside_of(kind: str | None) -> str | None:
    """The place that one is in who is inside of such a house; None for what is no house of business."""
    shop = shops().get(kind or "")
    return _ROOMS.get(kind or "") if shop is None else shop.place(kind or "")


def _read(token: Token, text: str) -> Token:
    name = token.get("kinds") or ""
    before, after = text[: token.start], text[token.end :]
    if token.lang == "zh":
        outside = re.match(_OUTSIDE_ZH, after) is not None
        inside = not outside and (_INTO_ZH.search(before) or _INSIDE_ZH.match(after))
    else:
        inside = not _BEFORE_IT.match(after) and (_INTO_EN.search(before) or _INSIDE_EN.match(after))
    kept = {role: value for role, value in token.readings.items() if role not in ("kinds", "places")}
    kept |= {"places": inside_of(name) or name} if inside else {"kinds": name}
    return replace(token, readings=kept)
