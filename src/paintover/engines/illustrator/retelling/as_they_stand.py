"""How those who are there are to stand to each other, in a few words that name nobody: 挨着坐, 让他俩抱一下, 都转过去, 站到左边去;
and what has gone out of a dish: 碗空了.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.forms import Form
from paintover.engines.illustrator.retelling.of_two import alone_called
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import called_in, living_in, spoken_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_LET = r"(?:算了|还是|再|请|也|那|就|要不)*(?:让|叫|请|把)?"
_THEY = r"(?:(?:[他她它]们)(?:俩|两个?人?|几个)?|[他她它]俩|两个?人?|俩人?|大家|两只|两个都)?"
_END = r"(?:了|吧|好了|就好|呗|啊|呢)*"

_SITS_CLOSE = Pattern(
    rf"{_LET}(?P<who>{_THEY})(?:都|互相|紧)*(?:挨着|靠着|贴着|挨在一起|靠在一起|并排)(?P<how>坐)(?:着|下|在一起)*{_END}",
    re.NOFLAG,
)
_HUG = Pattern(
    rf"{_LET}{_THEY}(?:互相|来个?|也|都)*(?:抱一下|抱一抱|抱抱|抱一个|相拥|拥抱一下|来个拥抱){_END}",
    re.NOFLAG,
)
_TURN = Pattern(
    rf"{_LET}{_THEY}(?:全都|都|全|一起)(?P<does>转过去|转过来|转个身|转身|转头|背过去|背过身去?){_END}",
    re.NOFLAG,
)
_TO_A_SIDE = Pattern(
    rf"{_LET}(?P<who>[他她它])?(?:(?P<sits>[坐蹲趴躺])|站|走|跑|挪|移|放|去|躲|搬|靠|摆|换|飞|游)(?:到|去|在)(?:画面|图)?的?最?(?P<side>[左右])(?:手)?[边侧面](?:去|来)?{_END}",
    re.NOFLAG,
)
_PAIR = 2


def _sits_close(match: re.Match[str], base: Scene) -> str | None:
    """挨着坐: both sit, and close to each other."""
    two = [called_in(one, base) for one in living_in(base)]
    return f"{two[0]}坐下，{two[1]}坐在{two[0]}旁边" if len(two) == _PAIR else None


def _hug(match: re.Match[str], base: Scene) -> str | None:
    """让他俩抱一下: the two who are there."""
    living = living_in(base)
    two = [one for one in living if is_somebody(one.kind)] or living
    return f"{called_in(two[0], base)}和{called_in(two[1], base)}拥抱" if len(two) == _PAIR else None


def _turn(match: re.Match[str], base: Scene) -> str | None:
    """都转过去: each of those who live there, and not the picture."""
    living = living_in(base)
    if len(living) < _PAIR:
        return None
    return "，".join(f"{called_in(one, base)}转身" for one in living)


def _to_a_side(match: re.Match[str], base: Scene) -> str | None:
    """站到左边去: whom the talk is about goes there."""
    about = base.thing(base.focus) if base.focus is not None else None
    if about is not None and about.rel is not None and about.rel.type in ("wear", "hold"):
        about = base.thing(about.rel.to)
    one = alone_called(match["who"], base) or about or spoken_of(base)
    if one is None or one.id not in base.layout or (about is None and not kinds()[one.kind].alive):
        return None
    sits = f"，{called_in(one, base)}{match['sits']}着" if match["sits"] else ""
    return f"把{called_in(one, base)}移到{match['side']}边{sits}"


_EMPTIED = Pattern(
    rf"(?P<what>[\u4e00-\u9fff]{{0,4}}?)(?:里|里面|上)?(?:都|全|已经)*(?:变?空了|是空的|变成空的|吃光了|吃完了|全吃了|喝完了|喝光了){_END}",
    re.NOFLAG,
)


def _emptied(match: re.Match[str], base: Scene) -> str | None:
    """碗空了: what is in it goes.

    Raises:
        NotDrawable: nothing of the kind is there.
    """
    within = [one for one in base.objects if one.rel is not None and one.rel.type in ("on", "inside")]
    hosts = {one.rel.to for one in within if one.rel is not None}
    dishes = [one for one in base.objects if one.id in hosts and one.kind not in TABLES | SEATS]
    if match["what"]:
        dishes = [one for one in dishes if one in named_in(match["what"], base)]
    held = [one for one in within if one.rel is not None and one.rel.to in {dish.id for dish in dishes}]
    if held and not any(kinds()[one.kind].alive for one in held):
        return "，".join(f"去掉{name}" for name in dict.fromkeys(f"所有的{one.label}" for one in held))
    if match["what"]:
        return None
    raise NotDrawable(notes.not_understood("zh"))


FORMS: tuple[Form, ...] = (
    (_SITS_CLOSE, _sits_close),
    (_HUG, _hug),
    (_TURN, _turn),
    (_TO_A_SIDE, _to_a_side),
    (_EMPTIED, _emptied),
)
"""Each such clause, and what it is told as."""
