"""Premises: whether the word for a shop or another house means its front or the place that one is in.

"A bakery" is a front. In 小男孩在理发店剪头发 and "a hair salon where a woman gets her hair cut" one is inside; in front of
a florist's, at its door and at its window one is not. A church is a house in a landscape wherever nobody is *in* it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from paintover.engines.illustrator.files import word_table
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
    r"(?:(?!(?:front|of|the window|style|shape|with|near|next|beside|behind)\b)[a-z'’-]+\s+){0,3}$"
)
_INSIDE_EN = Pattern(
    r"^\s*,\s*(?:inside|(?:an?|the|two|three|some)\s+(?:[a-z]+\s+)?(?:waiters?|waitress(?:es)?|baristas?|customers?|chefs?|cashiers?|clerks?|hairdressers?)\b|[^.;]{0,30}(?:outside|through|in) the windows?\b)"
    r"|^\s*(?:interior\b|counter\b|(?:with|where|full of)\s+(?![^.;]*\b(?:windows?|outside|in front|sign|awning|doors?|queue|line of|out front|called|named|buckets?|roof|parked)\b)[^.;]*"
    r"\b(?:m[ae]n|wom[ae]n|boys?|girls?|kids?|child(?:ren)?|friends?|people|couples?|customers?|barbers?|bakers?|baristas?|ladies|lady|dads?|mums?|moms?|grand\w+|dogs?|cats?|pupp(?:y|ies)|kittens?|hairdressers?|shopkeepers?|staff|counter|shelves)\b)"
)
_BEFORE_IT = re.compile(
    r"^\s*(?:'s)?\s*(?:window|door|doorway|entrance|front|sign|display|logo)\b", re.IGNORECASE
)


_IN_EN = Pattern(
    r"\b(?:in|inside|inside of|into|within|interior of)\s+"
    r"(?:(?!(?:front|of|the window|style|shape|by|near|next|beside|behind|before|outside|with|and|or|from|to|on|at|past|towards)\b)[a-z'’-]+\s+){0,3}$"
)
_WITHIN_EN = Pattern(
    r"^\s*(?:interior\b|(?:full of|filled with)\b|with\s+[^.;,]*\b(?:in it|inside(?: it)?|in there)\b|where\b)"
)
_EXHIBITED = Pattern(
    r"^\s+(?:room|hall|interior|exhibit(?:s|ion)?|display)\b"
    r"|^\s+(?:with|full of|showing|displaying|exhibiting)\s+[^.;,]*\b(?:dinosaurs?|skeletons?|bones|fossils?|paintings?|pictures|sculptures?|mumm(?:y|ies)|exhibits?|artworks?|suits? of armou?r|vases?|t[- ]?rex|mammoths?|masks|coins|display cases?)\b"
    r"|^[里内]?(?:的)?(?:恐龙|骨架|化石|木乃伊|展品|展柜|文物)",
)
"""What is in a museum and not before it."""
_IN_ZH = Pattern(
    r"(?:在|走进|来到|进了?|坐在|站在|跪在|躺在|住在)(?:了)?(?:一?[座个间所]|这座|那座)?(?:[^，。；,;\s在]{0,4}的)?$",
    re.NOFLAG,
)
_WITHIN_ZH = Pattern(r"^(?:里|内|中(?![间央心])|当中|的?(?:室内|内部|内景))", re.NOFLAG)
_BUILDING = re.compile(r"^(?:\s+(?:building|exterior|facade)\b|建筑|外景)", re.IGNORECASE)


_ABOARD_EN = Pattern(
    r"\b(?:inside|inside of|aboard|on board|interior of)\s+(?:(?!(?:by|near|next|with|and|or|to)\b)[a-z'’-]+\s+){0,3}$"
)
_RIDING_EN = Pattern(
    r"\b(?:passengers?|commuters?|travell?ers?|seats?|aisle|sits?|sitting|seated|standing|asleep|sleeping|napping"
    r"|people|persons?|m[ae]n|wom[ae]n|ladies|lady|girls?|boys?|kids?|child(?:ren)?|friends|family|couple|students?|grand\w+|tourists?|workers?|mother|father|mum|mom|dad)\b[^.;]{0,40}?"
    r"\b(?:in|on|inside|aboard)\s+(?:(?:an?|the|his|her|their|this)\s+)?(?:(?!the\b|front\b)[a-z-]+\s+)?$"
)
_NO_PASSENGERS = Pattern(
    r"\b(?:driv\w+|roof|top of|toy|paint\w*|draw\w*|writ\w+|logo|wav\w+|waiting|boards?|boarding|getting (?:on|off)|birds?|pigeons?|crows?|seagulls?)\b"
)
_OF_A_VEHICLE = re.compile(
    r"^\s+(?:tracks?|rails?|stops?|stations?|drivers?|tickets?|roof|tunnel|set)\b", re.IGNORECASE
)
_ABOARD_ZH = Pattern(
    r"^(?:车厢|机舱)?[上里内中]面?(?!的?(?:广告|图案|字|轮子|车灯)|[^，。；;]{0,4}[画写印贴喷涂])"
    r"[^，。；;]{0,12}?(?:乘客|旅客|人|孩|学生|朋友|[妈爸奶爷]|女士|先生|姑娘|小伙|情侣|夫妻|男|女|窗外|座位)|^(?:车厢|机舱)",
    re.NOFLAG,
)
_RIDING_ZH = Pattern(
    r"(?:人们?|孩子?们?|男孩|女孩|男人|女人|妈妈|爸爸|奶奶|爷爷|学生|乘客|旅客|情侣|老人|上班族)[^，。；;]{0,4}(?:坐在|站在|睡在|挤在|在)(?:一[列辆架]|拥挤的|这[列辆架])?(?=$)",
    re.NOFLAG,
)
_IN_IT_ZH = Pattern(r"^(?:车厢|机舱)?(?:上|里|内|中)", re.NOFLAG)


@cache
def _premises() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """By kind of a hall, of a house, by word, and by kind of a vehicle: the place that one is inside of."""
    tables = word_table("premises")
    halls, houses, named, vehicles = (
        {one: place for place, some in tables[name].items() for one in some}
        for name in ("halls", "houses", "named", "vehicles")
    )
    return halls, houses, named, vehicles


def _stands(word: str, before: str) -> bool:
    """Whether such a thing was named as one that stands there: "a bus, two children in the bus"."""
    standing = rf"(?:^|[,.;]\s*)(?:draw |paint )?(?:an?|the|one) (?:[a-z]+ )?{re.escape(word)}\b"
    return word.isascii() and re.search(standing, before, re.IGNORECASE) is not None


def _is_aboard(token: Token, before: str, after: str) -> bool:
    """Whether somebody is told to be among the passengers of a vehicle."""
    if token.lang == "zh":
        riding = _RIDING_ZH.search(before) is not None and _IN_IT_ZH.match(after) is not None
        return riding or _ABOARD_ZH.match(after) is not None
    of_it = _BEFORE_IT.match(after) is not None or _OF_A_VEHICLE.match(after) is not None
    if of_it or _NO_PASSENGERS.search(before + after) is not None:
        return False
    return _RIDING_EN.search(before) is not None or _ABOARD_EN.search(before) is not None


def at_the_shop(tokens: Sequence[Token], text: str) -> list[Token]:
    """The tokens of that text, each shop and house of them either a thing, which is its front, or a place."""
    read: list[Token] = []
    for token in tokens:
        if read and within(read[-1]) and _BUILDING.fullmatch(text[read[-1].end : token.end]):
            read[-1] = replace(read[-1], end=token.end)  # a church building is a church
            continue
        read.append(_read(token, text) if within(token) else token)
    return read


def inside_of(kind: str | None) -> str | None:
    """The place that one is in who is inside of such a house; None for what one cannot be inside of."""
    shop = shops().get(kind or "")
    if shop is not None:
        return shop.place(kind or "")
    halls, houses, _, vehicles = _premises()
    return next((some[kind or ""] for some in (halls, houses, vehicles) if kind in some), None)


def within(token: Token) -> str | None:
    """The place that is inside of what a word names."""
    kind = token.get("kinds")
    return None if kind is None else _premises()[2].get(token.text.lower()) or inside_of(kind)


def _read(token: Token, text: str) -> Token:
    name = token.get("kinds") or ""
    kept = {role: value for role, value in token.readings.items() if role not in ("kinds", "places")}
    kept |= {"places": within(token) or name} if is_inside(token, text) else {"kinds": name}
    return replace(token, readings=kept)


def is_inside(token: Token, text: str) -> bool:
    """Whether the word for a house, where it stands in the text, means that one is in there."""
    before, after = text[: token.start], text[token.end :]
    if _BUILDING.match(after) is not None:
        return False
    is_vehicle = token.get("kinds") in _premises()[3]
    is_house = within(token) in _premises()[1].values()
    if (is_vehicle or is_house) and _stands(token.text, before):
        return False
    if is_vehicle:
        return _is_aboard(token, before, after)
    if token.lang == "zh":
        into, behind = (_IN_ZH, _WITHIN_ZH) if is_house else (_INTO_ZH, _INSIDE_ZH)
        outside = re.match(_OUTSIDE_ZH, after)
    else:
        into, behind = (_IN_EN, _WITHIN_EN) if is_house else (_INTO_EN, _INSIDE_EN)
        outside = _BEFORE_IT.match(after)
    if outside is not None:
        return False
    if within(token) == "museum" and _EXHIBITED.match(after) is not None:
        return True
    return into.search(before) is not None or behind.match(after) is not None
