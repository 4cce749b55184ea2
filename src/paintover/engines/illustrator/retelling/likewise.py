"""What a clause leaves to the one before it: 男生都穿蓝的，女生穿粉的 is about all girls, 裙子换成黑的，长一点 about the dress."""

from __future__ import annotations

import re

from paintover.engines.illustrator.retelling.all_into import told_of_all_into
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_ALL = Pattern(
    r"都(?P<does>[穿戴拿举背换坐站围系])(?P<a>[^，,。；;！!\n]{0,8})(?P<stop>[，,])(?P<who>[^，,。；;！!\n都把给让]{1,4}?)(?P=does)",
    re.NOFLAG,
)
_LOOKS = Pattern(
    r"(?P<lead>^|[，,。；;！!\n])(?P<first>(?:把|给)?(?P<what>[^，,。；;！!\n把给换改变]{1,5}?)(?:换|改|变)成[^，,。；;！!\n]{1,6})[，,](?:再|稍微|要)?(?P<how>[长短大小宽窄高矮]一?[点些]儿?)(?=$|[，,。；;！!\n])",
    re.NOFLAG,
)
_BIRTHDAY = re.compile(r"(?<![老小])寿星(?!公|老)")
_COVERED = Pattern(
    r"(?P<lead>^|[，,。；;！!\n])(?:给|在|让)?(?P<who>[^，,。；;！!\n给在让]{1,6}?)的?(?:膝盖|腿|双腿|膝|身)上(?:再|还)?(?:盖|搭|铺|披)(?:着|上|了)?(?P<what>[^，,。；;！!\n]{0,4}(?:毯子?|毛毯|被子|毛巾被|小毯))(?=$|[，,。；;！!\n])",
    re.NOFLAG,
)


def told_likewise(prompt: str, base: Scene) -> str:
    """The wish with what a clause says of the one before it said in full."""
    if '"' in prompt or "“" in prompt:
        return prompt
    if _has_towers_of_its_own(base):
        prompt = _TOWER_TOP.sub("城堡顶上", prompt)
    prompt = _ALL.sub(lambda match: _all(match, base), prompt)
    prompt = _LOOKS.sub(lambda match: _looks(match, base), prompt)
    prompt = _COVERED.sub(lambda match: _covered(match, base), prompt)
    prompt = told_of_all_into(prompt, base)
    return _BIRTHDAY.sub(lambda match: _of_the_birthday(base) or match[0], prompt)


_TOWER_TOP = re.compile(
    r"(?:城堡)?的?(?:塔楼|(?<![灯宝铁水佛])塔)(?:的?(?:顶上|顶端|顶部|尖上|顶|尖|上面|上))"
)


def _has_towers_of_its_own(base: Scene) -> bool:
    """Whether a castle is there, of which the towers are a part, and no tower that stands by itself."""
    kinds = {one.kind for one in base.objects}
    return "castle" in kinds and not kinds & {"pagoda", "stone-tower", "lighthouse", "tower"}


def _all(match: re.Match[str], base: Scene) -> str:
    if len(named_in(match["who"], base)) < 2:
        return match[0]
    return f"都{match['does']}{match['a']}{match['stop']}{match['who']}都{match['does']}"


def _looks(match: re.Match[str], base: Scene) -> str:
    if not named_in(match["what"], base):
        return match[0]
    return f"{match['lead']}{match['first']}，{match['what']}{match['how']}"


def _covered(match: re.Match[str], base: Scene) -> str:
    if len(named_in(match["who"], base)) != 1:
        return match[0]
    return f"{match['lead']}给{match['who']}盖{match['what']}"


def _of_the_birthday(base: Scene) -> str | None:
    """Whose birthday it is: the one in the middle of the children round a cake."""
    cake = any("cake" in one.kind for one in base.objects)
    young = [one for one in base.objects if one.kind in ("child", "boy", "girl") and one.id in base.layout]
    if not cake or not young or any(one.label == "寿星" for one in base.objects):
        return None
    young.sort(key=lambda one: base.layout[one.id].x)
    return called_apart(base, young[len(young) // 2].id, chinese=True)
