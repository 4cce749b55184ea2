"""Which of several is meant, told by whom or what it stands next to: 把树旁边那只狗去掉, 给妈妈左边那个女孩戴顶帽子.

Whom it stands by is only where it is: nothing is asked of that one.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart, name_of, named_in
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_MEASURES = "个只头匹条位名辆棵朵艘架颗块盆座间张件杯碗支根枝束顶把本幅盏"
_DOES = "[也都再要戴穿围系披套背拎端拿换变改涂去移删放坐站躺睡跑飞笑哭加抱骑挥蹲跪趴爬唱弹吹拉推写读吃喝看举追摸闭睁摇望想踢跳游转往朝别不没很说拆撤搬大小高胖瘦红蓝绿黄黑白粉紫橙棕灰]"
_POINTED = Pattern(
    rf"(?P<lead>^|[，,。；;！!\n]|把|给|让|将|叫|请|去掉|删掉|拿掉|移走)在?(?P<x>[^，,。；;！!\n把给让将旁左右前后边放挂站坐到在成换移走加添摆来画有]{{1,8}}?)的?(?P<side>旁边|边上|身边|身旁|[左右前后][边面侧]|身后|背后|身前|跟前)(?:的?[那这]一?(?P<measure>[{_MEASURES}])|的(?![那这]))(?P<noun>[^\W上里下旁边中都全们a-z\d]{{0,5}}?)的?(?!都|全|们)(?=$|[，,。；;！!\n]|{_DOES}|给|在|应该|可以)",
    re.NOFLAG,
)
_GROUND = Pattern(
    rf"(?P<lead>(?:[放坐站躺趴摆挪移跑跳走爬藏挂搬飞睡蹲]|移动)[在到去]|[在到])(?P<x>[^，,。；;！!\n旁左右前后边在到]{{1,6}}?)(?P<side>旁边|边上|身边|身旁|[左右前后][边面侧])的?(?:那|这)?一?(?P<measure>[{_MEASURES}]?)(?P<noun>[^\W上里下旁边中a-z\d]{{1,4}})(?=[上里下旁]|后面|前面|左边|右边)",
    re.NOFLAG,
)
"""Where something goes, told by what that stands next to: 放在树旁边的椅子上."""
_COMES_TO = Pattern(
    r"(?P<lead>^|[，,。；;！!\n]|让|叫)(?P<who>[^，,。；;！!\n在让叫把给和一二两三四五六七八九十几那这]{2,4}?)(?P<does>(?:也|正|就)?(?:站|坐|蹲|躲)?在(?:旁边|一旁|边上|一边|一侧|后面|身后|前面|左边|右边)(?!的)[^，,。；;！!\n]{1,8})(?=$|[，,。；;！!\n])",
    re.NOFLAG,
)
"""Somebody who is spoken of as if there, and is not: 新郎在旁边鼓掌."""
_BESIDE_FIRST = Pattern(
    r"(?P<lead>^|[，,。；;！!\n])(?P<where>旁边|一旁|后面|前面|左边|右边)(?P<who>[^，,。；;！!\n在让叫把给和一二两三四五六七八九十几那这的有]{2,4}?)(?P<does>[拿端举抱提牵看笑哭站坐蹲鼓拍吃喝][^，,。；;！!\n]{0,8})(?=$|[，,。；;！!\n])",
    re.NOFLAG,
)
"""旁边店员拿着高跟鞋, where no such one is there."""
_ANYBODY = frozenset({"人", "家伙", "男", "女", "大人"})


def told_of_who_stands_by(prompt: str, base: Scene) -> str:
    """The wish with whoever stands next to another told so that no other is meant.

    Raises:
        NotDrawable: nobody of the kind stands there.
    """
    prompt = _GROUND.sub(lambda match: _ground(match, base), prompt)
    prompt = _COMES_TO.sub(lambda match: _comes(match, base), prompt)
    prompt = _BESIDE_FIRST.sub(lambda match: _comes(match, base), prompt)
    return _POINTED.sub(lambda match: _told(match, base), prompt)


def _comes(match: re.Match[str], base: Scene) -> str:
    tokens = tokenise(match["who"])
    kind = tokens[0].get("kinds") if len(tokens) == 1 else None
    if kind is None or not is_somebody(kind) or named_in(match["who"], base):
        return match[0]
    where = match.groupdict().get("where") or ""
    return f"{match['lead']}{where}来一个{match['who']}{match['does']}"


def _ground(match: re.Match[str], base: Scene) -> str:
    by, among = named_in(match["x"], base), named_in(match["noun"], base)
    if len(by) != 1 or not among or by[0] in among:
        return match[0]
    meant = among[0] if len(among) == 1 else _beside(among, by[0], match["side"], base)
    return match[0] if meant is None else f"{match['lead']}{_by_name(meant, base)}"


def _told(match: re.Match[str], base: Scene) -> str:
    by, noun = named_in(match["x"], base), match["noun"]
    if not (noun or match["measure"]):
        return match[0]
    if len(by) != 1:
        by = []
    among = [one for one in _called(noun, base) if one not in by]
    if not among:
        if noun and noun not in _ANYBODY and by and named_in(noun, base) == by:
            raise NotDrawable(notes.not_in_picture(f"另一{match['measure'] or '个'}{noun}", "zh"))
        return match[0] if not noun else f"{match['lead']}{match['x']}{match['side']}的{noun}"
    meant = among[0] if len(among) == 1 else _beside(among, by[0], match["side"], base) if by else None
    if meant is None:
        return match[0]
    return f"{match['lead']}{_by_name(meant, base)}"


def _by_name(thing: Thing, base: Scene) -> str:
    """What it is called so that no other is meant."""
    alone = sum(one.kind == thing.kind for one in base.objects) == 1
    return name_of(thing, chinese=True) if alone else called_apart(base, thing.id, chinese=True)


def _called(noun: str, base: Scene) -> list[Thing]:
    """Who may be meant by the noun: anybody by none."""
    people = [one for one in base.objects if is_somebody(one.kind)]
    if noun in ("男", "女"):
        return [one for one in people if one.kind in (_MEN if noun == "男" else _WOMEN)] or people
    if noun in _ANYBODY:
        return people
    if not noun:
        return [one for one in base.objects if kinds()[one.kind].alive]
    return named_in("幅画" if noun == "画" else noun, base)


_MEN = frozenset({"man", "boy", "old-man", "groom", "prince", "king"})
_WOMEN = frozenset(
    {"woman", "girl", "old-woman", "bride", "princess", "queen", "bare-princess", "bare-queen"}
)


def _beside(among: list[Thing], by: Thing, side: str, base: Scene) -> Thing | None:
    """The nearest of them on that side; None where nobody is there."""
    there = base.layout.get(by.id)
    placed = [one for one in among if one.id in base.layout]
    if there is None:
        return None

    def gap(one: Thing) -> float:
        at = base.layout[one.id]
        return abs(at.x - there.x) + abs(at.base - there.base)

    found = [one for one in placed if _stands(base.layout[one.id], there, side)]
    return min(found, key=gap, default=None)


def _stands(at: Placement, there: Placement, side: str) -> bool:
    """Whether what is placed so is on that side of the other."""
    if side.startswith("左"):
        return at.x < there.x
    if side.startswith("右"):
        return at.x > there.x
    if side.startswith("前") or side in ("身前", "跟前"):
        return at.base > there.base
    if side.startswith("后") or side in ("身后", "背后"):
        return at.base < there.base
    return True
