"""Paths and country roads, which belong to the ground of a place: "a path through the forest", 乡间小路, "add a path"."""

from __future__ import annotations

import re

from paintover.engines.illustrator.backdrops.path_line import BROOK
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.wording import Pattern

PATH, ROAD = 1, 2
"""Trodden, and broad enough for a car."""
NO_BROOK = -1
"""The river that ran through the place, gone."""
_PLACES = {
    "mountain": "mountains", "forest": "forest", "woodland": "forest", "woods": "forest", "jungle": "jungle", "garden": "garden",
    "park": "park", "village": "village", "desert": "desert", "snowy": "snow", "snow-covered": "snow", "bamboo": "bamboo forest",
    "farm": "farm",
}  # fmt: skip
_PLACES_ZH = {
    "山间": "山里", "山中": "山里", "山": "山里", "林间": "森林里", "林中": "森林里", "森林": "森林里", "树林": "森林里", "花园": "花园里", "公园": "公园里",
    "村": "村庄里", "乡村": "草地上", "沙漠": "沙漠里", "雪地": "雪地里", "竹林": "竹林里", "田间": "田野里", "田野": "田野里",
}  # fmt: skip
_HOW = r"long|narrow|wide|winding|quiet|empty|lonely|small|little|old|dusty|stone|stony|dirt|gravel|muddy|grassy|leafy|sunny|shady|tree-lined|cobbled|rural|country|hiking|foot|nature|sandy|peaceful|straight|curved"
_WAY = Pattern(
    rf"\b(?P<on>(?:along|on|onto|down|up|by|beside|with|via|at the side of) )?(?:(?:a|an|the|some|one) )?"
    rf"(?P<how>(?:(?:{_HOW}|{'|'.join(_PLACES)}),? )*)(?P<what>pathways?|footpaths?|(?<!flight )(?<!career )paths?|trails?|(?:(?<=country )|(?<=rural )|(?<=village )|(?<=winding ))lanes?"
    rf"|(?:(?<=dirt )|(?<=muddy )|(?<=farm ))tracks?|(?:(?<=country )|(?<=dirt )|(?<=gravel )|(?<=rural )|(?<=mountain )|(?<=forest )|(?<=desert )|(?<=village )|(?<=muddy )|(?<=dusty )|(?<=winding ))roads?)\b"
    r"(?P<to>,? (?:that |which )?(?:(?:leads?|leading|winds?|winding|goes|going|runs?|running) )?(?:in|into|through|across|over|to|towards?|up to|between|along|past|beside)(?= ))?"
)
_WAY_ZH = Pattern(
    rf"(?P<on>(?:走|跑|骑|开|散步|行驶)?在|沿着|顺着)?(?:一条)?(?:(?:弯弯曲曲|弯弯|蜿蜒|长长|安静|幽静|泥泞|宁静|弯曲|窄窄|笔直|铺满落叶|铺满石子)的?)*(?:(?:通往|通向)(?P<goal>[^，。,的]{1, 6}?)的)?(?P<where>{'|'.join(_PLACES_ZH)}|乡间|乡下)?(?:里|中|上)?的?(?:一条)?(?:(?:弯弯曲曲|弯弯|蜿蜒|长长|安静|幽静|泥泞)的?)*"
    r"(?P<what>小路|小径|小道|土路|石板路|石子路|碎石路|林荫道|山路|山道|(?<=乡间)公路|(?<=乡村)公路|(?<=乡间)道路|(?<=乡村)道路|步道|(?<![马公道铁水网套思走线电街大山小土])路(?![灯牌障线口过标])(?=[，,。上通延伸两的边旁]|$))(?:上|边|旁边?|的?两[边旁侧])?(?P<to>(?:(?:一直)?(?:通往|通向|延伸到|延伸向|穿过|连着|伸向)(?:远方|远处|天边|前方)?))?"
)
_ADDED = Pattern(
    r"^(?:please |can you |could you )?(?:add|draw|put|(?:paint|make)(?! (?:the|this|that|its)\b)|give (?:it|me)|with|there should be|i want|let there be)\b|[加添画铺修]"
)
WALKED = frozenset(
    {
        "meadow",
        "farm",
        "forest",
        "bamboo-grove",
        "mountains",
        "snow",
        "desert",
        "garden",
        "park",
        "jungle",
        "playground",
        "village",
        "castle",
        "terraces",
        "paddy",
        "orchard",
        "tea-garden",
        "campsite",
        "graveyard",
        "cliffs",
        "construction-site",
    }
)
"""Places whose ground can have one."""
_WITH_A_BROOK = frozenset(
    {
        "meadow",
        "farm",
        "forest",
        "mountains",
        "snow",
        "garden",
        "park",
        "jungle",
        "village",
        "castle",
        "orchard",
        "campsite",
    }
)
"""Places through which a river can run without another place coming instead."""


_WATER = r"(?:(?:little|small|tiny|narrow|winding|clear|babbling|blue|quiet|shallow|wide|long) )*(?:river|stream|brook|creek)"
_BROOK = Pattern(
    rf"(?:(?:please|now|and|also|can you) )*(?:(?:add|put|draw|place|i want|there should be|give (?:it|me)) (?:an?|some|the) {_WATER}(?: (?:behind|beside|next to|near|by|in|through|across|running|flowing|winding)\b[a-z ]*)?|(?P<no>(?:remove|delete|take away|get rid of|no|without|erase) (?:the |that )?{_WATER}))[.! ]*"
)
_BROOK_ZH = re.compile(
    r"(?:请|再|也|帮我|给我)*(?:在?[^，。前]{0,5}(?:旁边?|后面?|远处|背景|里面?|中|身后|边上|森林|草地)(?:上|里|要|再)*)?(?:再|还)?(?:加|画|添|来|有|要)(?:上|个)?(?:一?[条道个])?(?:弯弯的|清澈的|窄窄的|长长的|小)*(?:河流?|溪流?)(?:吧|流过|经过|穿过|了)*[。！]?"
    r"|(?P<no>(?:把)?(?:去掉|删掉|删除|移走|不要)(?:那条|这条)?小?(?:河流?|溪流?)(?:了|吧)?[。！]?|把?(?:那条|这条)?小?(?:河流?|溪流?)(?:去掉|删掉|不要)了?[。！]?)"
)


def brook_told(prompt: str, place: str, path: int) -> int | None:
    """Whether a change brings a river to the place that it is (`BROOK`), or takes the one there away (`NO_BROOK`); else None."""
    match = _BROOK.fullmatch(prompt.strip()) or _BROOK_ZH.fullmatch(prompt.strip())
    if match is None or place not in _WITH_A_BROOK:
        return None
    if match["no"]:
        return NO_BROOK if path == BROOK else None
    return BROOK


def told_of_the_path(prompt: str, *, new: bool = True) -> tuple[str, int]:
    """The wish without its path, in the place where that leads, and which it is; 0 where there is none.

    Of a picture that is there only one that is to be added counts.
    """
    zh = re.search(r"[\u3400-\u9fff]", prompt) is not None
    if new and (bank := (_BANK_ZH if zh else _BANK).search(prompt)) is not None:
        told = f"在稻田里{'，秋天，' if '金' in bank[0] else ''}" if zh else "in a rice paddy"
        return f"{prompt[: bank.start()]}{told}{prompt[bank.end() :]}", PATH
    named = (_WAY_ZH if zh else _WAY).finditer(prompt)
    match = next((one for one in named if one["what"] != "路" or (new and _is_of_the_country(one))), None)
    if match is None:
        return _IN_A_TOWN.sub("街道", prompt) if zh and new else prompt, 0
    which = ROAD if re.search("road|lane|公路|道路|土路|^路", match["what"]) else PATH
    if not new:
        return (_without(prompt, match), which) if _ADDED.search(prompt) else (prompt, 0)
    before, after = prompt[: match.start()], prompt[match.end() :]
    if zh:
        before, after = (_AT_ITS_SIDE.sub("旁边", part) for part in (before, after))
    told = _in_chinese(match, before + after) if zh else _in_english(match, before + after)
    return f"{before}{told}{after}".strip(" ,，"), which


_BANK_ZH = re.compile(
    r"(?:在|沿着|顺着)?(?:一?[片块])?(?:绿油油的?|绿色的|金黄色?的?|金色的?|金灿灿的)?(?:(?:水|稻|水稻|秧)田(?:的)?(?:旁边?|边上?|岸上?|埂上?|的?小路上?)|田埂(?:小路)?上?|田间小路上?)"
)
_BANK = re.compile(
    r"\b(?:by|beside|along|next to|near|at the edge of|past) (?:a|an|the|some) (?:green |flooded )?(?:rice (?:paddy|paddies|fields?)|padd(?:y|ies)(?: fields?)?)\b",
    re.IGNORECASE,
)
"""Beside fields under water one goes along on their bank."""
_AT_ITS_SIDE = re.compile(
    r"(?:在)?(?<![马公道铁水网套思走线电街])路(?:的)?(?:边|旁|两边|两旁|两侧)(?:上|边)?"
)
"""Where what grows along a path is; elsewhere that is a street."""
_IN_TOWN = re.compile(r"车(?!前草)|楼|店|城|街|灯|斑马线|行人|交警|地铁|公交|商场")


_IN_A_TOWN = re.compile(r"(?<=[里中的，])一条(?:宽阔的|长长的|笔直的|大)?路(?=$|[，。,上])")


def _is_of_the_country(match: re.Match[str]) -> bool:
    """Whether a road of which nothing more is said is one through the fields."""
    return "一条" in match[0] and _IN_TOWN.search(match.string) is None and not match["on"]


_ROAD_THERE = Pattern(r"\b(?P<on>on|along|down|up) the (?:road|street)\b(?! (?:sign|lamp))")
_ROAD_THERE_ZH = re.compile(
    r"(?<![小山土道铁水网套思走线])(?:(?<![小山土])[马公])?路(?P<at>上|边|中间)(?:再|还|要)?(?P<does>有|来|加|画|添)?(?=[一两二三四五几个只辆位条名头群]|(?:走|站|停|跑|开|坐|趴|躺)(?:着|来|过)?)"
)


def told_of_the_road_there(prompt: str, place: str) -> str:
    """A change that puts somebody on the road of a place that is no street: it gets one, and stays the place that it is."""
    if place not in WALKED:
        return prompt
    if (match := _ROAD_THERE_ZH.search(prompt)) is not None:
        return f"{prompt[: match.start()]}小路{match['at']}加{prompt[match.end() :]}"
    return _ROAD_THERE.sub(r"\g<on> the country road", prompt) if _ADDED.search(prompt) else prompt


def _without(prompt: str, match: re.Match[str]) -> str:
    """What else is to be added; "" where that is all, and where it leads to what is there."""
    before = re.sub(r"(?:,? and |[和、跟])$", " ", prompt[: match.start()])
    after = re.sub(r"^(?:,? and |[和、跟])", " ", prompt[match.end() :])
    rest = f"{before}{'' if match['to'] else after}"
    return re.sub(r" +", " ", rest) if any(not one.definite for one in parse(rest).mentions) else ""


def _in_english(match: re.Match[str], rest: str) -> str:
    """Where that is: "in the forest", or the word that leads on to what follows."""
    named = [place for word, place in _PLACES.items() if re.search(rf"\b{word}\b", match["how"])]
    elsewhere = parse(rest).place is not None
    of_its_own = "" if elsewhere else f"in the {named[0] if named else 'meadow'}"
    if match["to"] is None:
        return of_its_own
    leads = re.search(r"to|past|beside|along|between", match["to"].split()[-1]) is not None
    return (f"{of_its_own}, " if leads and of_its_own else "in" if not leads else "").replace(", ", ",")


def _in_chinese(match: re.Match[str], rest: str) -> str:
    where = _PLACES_ZH.get(match["where"] or "")
    if where is None and match["what"] in ("山路", "山道"):
        where = "山里"
    if where is None:
        where = "" if parse(rest).place is not None else "草地上"
    on = "在" if match["on"] and where else ""
    doing = (match["on"] or "").removesuffix("在").removesuffix("沿着").removesuffix("顺着")
    goal = f"，{match['goal']}" if match["goal"] else "，" if match["to"] else ""
    return f"{doing}{on}{where}{goal}"
