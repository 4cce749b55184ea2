"""Leaves in autumn, which fall and lie about everywhere: "autumn leaves falling in the park", 满地落叶. They are of the season
and no thing; what somebody holds or rakes, and leaves that are counted, are things.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_COLOURED = (
    r"red|orange|yellow|golden|gold|brown|dry|dead|colou?rful|bright|crisp|rustling|beautiful|falling|fallen"
)
_GO = r"fall(?:ing)?|drift(?:ing)?|fly(?:ing)?|blow(?:ing|n)?|float(?:ing)?|flutter(?:ing)?|swirl(?:ing)?|danc(?:e|ing)|scattered|everywhere|lying"
_LEAVES = Pattern(
    r"(?P<in>(?:,? ?\b(?:and|with|among|amid|through|under|in|on|over|surrounded by|covered (?:in|with|by)|full of)\b )?)"
    rf"(?:\b(?:the|some|many|lots of|a (?:field|carpet|blanket|lot|shower|sea) of) )*(?:\b(?:{_COLOURED}),? (?:and )?)*"
    rf"(?:\b(?:autumn|fall|fallen|falling) (?:(?:{_COLOURED}) )*leaves\b(?: (?:are|is))?(?: (?:{_GO}))?|\bleaves (?:are )?(?:{_GO})\b)"
    r"(?: (?:all (?:around|over)|around (?:him|her|them|it)|down|(?:from|off) the trees?|through the air|in the (?:air|wind|breeze|sky)|on the ground|in the background|everywhere))*"
)
_DEALT_WITH = Pattern(
    r"\b(?:rak|sweep|swept|hold|catch|collect|gather|pick|pil|heap|stack|wear|throw|toss|eat|press)\w*(?: [a-z]+){0,4} leaves\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|wreath|crown|bouquet|bunch|basket|necklace|garland|pattern|shape|made|piles?|heaps?)(?: [a-z]+){0,3} leaves\b"
)
_LEAVES_ZH = Pattern(
    r"(?:有|是|在|还有|铺满了?|飘着|飘满了?|落满了?)*(?:(?:满地|一地|遍地|地上|空中|漫天|金黄色?的?|金色|红色|黄色|五颜六色|飘落|飘飞|飞舞|纷飞|秋天|秋日|秋季)(?:都是|全是|的|铺满了?|有|落满了?|飘着)*)*(?:落叶|秋叶|(?<=秋天的)(?:树叶|叶子)|(?:(?<=满地)|(?<=飘落的)|(?<=飘飞的)|(?<=纷飞的))(?:树叶|叶子|枫叶)|(?:枫叶|树叶|叶子)(?=飘落|纷飞|飘飞|落下|满地|飞舞|落了))"
    r"(?:都|正|在|纷纷|缓缓|慢慢|飘飘)*(?:飘落|纷飞|飘飞|飞舞|飘着|落下|飘|落|满地|铺满(?:了)?(?:地面|地上|一地)?)*(?:下来|了|在地上|中|里|上|间|堆里)?"
)
_DEALT_WITH_ZH = Pattern(
    r"(?:[扫捡拾捧抱接抓戴插吃]|拿着)[^，。,]{0,8}叶|[一二两三四五六七八九十几\d]\s*[片枚张堆](?!小路)[^，。,]{0,6}叶|叶子?[^，。,]{0,3}(?:书签|图案|形状|花环|标志|图标)"
)
_AUTUMN_LEAVES = re.compile(r"\b(?:autumn|fall) (lea(?:f|ves))\b", re.IGNORECASE)


_MORE_LEAVES = re.compile(
    r"(?P<many>\b(?:more|some|a few|many|lots of|extra|two|three|four|five|add|scatter|put) (?:(?:more|some|a few) )?)(?:autumn |fall )?leaves\b(?! of\b)|(?P<zh>[片些多几]|加|撒|来)(?:点|些)?(?:树叶|叶子)",
    re.IGNORECASE,
)


def in_autumn(prompt: str, base: Scene) -> str:
    """The wish for a change of a picture in autumn whose new leaves are those that have fallen."""
    if base.env.season != "autumn" or _DEALT_WITH.search(prompt) or re.search(r"[变换改染]", prompt):
        return prompt
    return _MORE_LEAVES.sub(
        lambda match: f"{match['many']}fallen leaves" if match["many"] else f"{match['zh']}落叶", prompt
    )


def told_of_the_leaves(prompt: str) -> tuple[str, bool]:
    """The wish for a new picture with such leaves told as the season, and whether there are any."""
    zh = re.search(r"[\u3400-\u9fff]", prompt) is not None
    match = (_LEAVES_ZH if zh else _LEAVES).search(prompt)
    if (_DEALT_WITH_ZH if zh else _DEALT_WITH).search(prompt):
        counted = _AUTUMN_LEAVES.sub(lambda one: f"maple {one[1]}", prompt)
        return (prompt if counted == prompt else f"{counted}, autumn"), False
    if match is None:
        return prompt, False
    before, after = prompt[: match.start()].rstrip(" ,，的"), prompt[match.end() :].lstrip("的，,")
    if not any(letter.isalnum() for letter in before + after):
        after = "一棵树" if zh else " a tree"
    told = "秋" in before + after if zh else re.search(r"\bautumn\b", before + after, re.IGNORECASE)
    season = "" if told else "秋天" if zh else "autumn"
    rest = (before, after) if zh else (f"{before} {after.strip()}".strip(),)
    return ("，" if zh else ", ").join(filter(None, (season, *rest))), True
