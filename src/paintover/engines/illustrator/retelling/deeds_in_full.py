"""What somebody of the picture is to do, told in Chinese with all that shows it: 修车 brings the car, 炒菜 is what the only one there
does. A first wish knows what its deeds need; in a picture that is there it may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.grammar.deeds import shown
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.pronouns import meant_by
from paintover.engines.illustrator.retelling.talk import called_in, kinds_in, living_in, mentions_in, one_noun
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_LET = re.compile(r"^(?:再|请|也|那|就)*(?:让|叫)?")
_ASIDE = re.compile(r"^(?:正在|在|正|去|来|开始|要|也|一起)+")
_END = re.compile(r"(?:了|吧|着|呢)+$")
_ORDER = re.compile(
    r"^(?:加(?!油)|放(?!鞭炮|爆竹|烟花|风筝|孔明灯|[羊牛鹅鸭])|给|把|将|换|改|变|去掉|删|不|别|没|有|来个|来一|再|画(?![画图])|写(?!字|信|作业|毛笔)|添|弄|移|挪|调|取|摘|脱|全|都|背景|场景|两|[左右前后旁中身桌地天门对]|上(?![学课网班山])|下(?![棋厨跪海]))|[的他她它也]"
    r"|^.{1,3}[上里下边旁外中前后内][面边头]?(?:再|都|全)*[挂贴摆放铺插写画种停飘长盖装有加刻印涂站坐趴躺睡来]"
)
"""What is no deed of somebody, but something to be done to the picture."""
_LONGEST_NAME, _LONGEST_DEED = 6, 9
_AT = Pattern(
    r"(?:坐|站)?(?:在|骑着)(?P<many>[一二两三四五]?(?:[个只条辆把张串])?)(?P<what>[^，。在]{1,6}?)(?P<side>旁边|右边|左边|后面|前面|里(?!拿)|上(?!有)|(?=，))",
    re.NOFLAG,
)
_SHOWS = re.compile("[在坐拿骑抱推背提举端吃喝]")
"""What a deed is shown by: the place of who does it, or something in the hand."""
_SEATED = re.compile(r"^[^，在]+?坐在(?:一[把张个])?(?:扶手椅|椅子|沙发)上(?=[^，])")
_BOTH = re.compile(r"(?:[他她]们|[他她]俩|[他她]们(?:俩|两个?人?)|两个?人|俩人|大家|两口子)(?:一起|都)?")
_TO_ANOTHER = re.compile("^们|[给帮为跟和对向把让]")
"""What is done to somebody, which other passes know."""
_COUPLE = 2
_DEEDS_TOO = frozenset({"野餐"})
"""What a thing is called, too."""
_OF_ROOMS = frozenset({"窗户", "窗", "墙", "门", "黑板", "水槽", "炉灶", "柜台"})
"""What the backdrop of a room may show already."""
_MEASURES = {
    "车": "辆",
    "汽车": "辆",
    "摩托车": "辆",
    "猪": "只",
    "猫": "只",
    "狗": "只",
    "门": "扇",
    "桌子": "张",
    "花": "朵",
}


def deed_in_full(clause: str, base: Scene) -> str | None:
    """The clause with whoever does it named, and what the deed needs and the picture lacks brought first; None where it tells
    no such deed, or the picture has all of it."""
    body = _END.sub("", _LET.sub("", clause))
    for cut in range(min(_LONGEST_NAME, len(body) - 1) + 1):
        who = _doers(body[:cut], body, base)
        does = _ASIDE.sub("", body[cut:])
        if not who or _TO_ANOTHER.search(does) or not 1 < len(does) <= _LONGEST_DEED:
            continue
        if any(is_somebody(one.kind) for one in named_in(does, base)):
            return None  # 妈妈喂女儿吃饭
        if (told := _told(who, does, base, named=cut > 0)) is not None:
            return told
    return None


def _names_somebody(body: str) -> bool:
    """Whether the clause begins with somebody or something, so that it is about that: 猫照镜子, 树上挂满灯笼."""
    return any(one.kind is not None and body.startswith(one.label) for one in mentions_in(body))


def _doers(said: str, body: str, base: Scene) -> list[Thing]:
    """Who alone is called so; both of two; of a bare deed, the one or two who are there and could do it."""
    folk = [one for one in living_in(base) if is_somebody(one.kind) and has_arms(stock_of(one))]
    if not said or _BOTH.fullmatch(said):
        bare = bool(said) or (_ORDER.search(body) is None and not _names_somebody(body))
        noun = one_noun(body)
        named = noun is not None and noun.label == body and body not in _DEEDS_TOO
        few = len(folk) == _COUPLE or (len(folk) == 1 and not said)
        apart = len({one.kind for one in folk}) == len(folk)
        return (
            folk
            if few and bare and apart and not named and all(one.label not in body for one in folk)
            else []
        )
    if said in ("他", "她"):
        one = meant_by(said, base)
        return [one] if one is not None and one in folk else []
    if any(mark in said for mark in "把给让和跟的在"):
        return []
    there = [one for one in named_in(said, base) if kinds()[one.kind].alive]
    return there if len(there) == 1 and there[0] in folk else []


def _told(who: Sequence[Thing], does: str, base: Scene, *, named: bool) -> str | None:
    name = "和".join(called_in(one, base) for one in who)
    said = next((plain for plain in (f"{name}在{does}", f"{name}{does}") if shown(plain) != plain), None)
    told = shown(said) if said is not None else ""
    if not told.startswith(name):
        return f"让{name}{does}" if does.startswith("骑") and len(kinds_in(does)) == 1 else None
    seated = len(who) == 1 and who[0].rel is not None and who[0].rel.type == "on"
    if seated and _SEATED.match(told):
        named, told = False, _SEATED.sub(name, told, count=1)
    lacks: list[str] = []
    for at in _AT.finditer(told):
        what = at["what"]
        if what in _OF_ROOMS and base.env.place in INDOORS and not named_in(what, base):
            return None
        if not kinds_in(what) or named_in(what, base):
            continue
        many = at["many"] if len(at["many"]) > 1 else "一"
        lacks.append(f"加{many[0]}{_MEASURES.get(what, '个')}{what}")
        told = told.replace(at["many"] + what, what, 1) if len(at["many"]) > 1 else told
    if named and not lacks:
        return None
    full = "，".join((*lacks, told))
    if not named and _SHOWS.search(told) is None:
        return None
    if shown(full) == full:
        return full
    return (
        does if named and len(living_in(base)) == len(who) else None
    )  # whose own words would be told a second time
