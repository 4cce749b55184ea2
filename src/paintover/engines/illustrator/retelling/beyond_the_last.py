"""One more than there are, told by its number: with two pupils there 第三个小学生坐在旁边看书 brings the third.

Whoever is that number of so many is known elsewhere; here it is a number that nobody has. Where something is to be done to it,
rather than that it comes, the answer says how many there are.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_MEASURES = "个只头匹条位名辆棵朵艘架颗块把盆座栋间本张件杯碗支根枝"
_CHINESE = Pattern(
    rf"(?P<lead>^|[，,。；;！!\n]|(?P<to>把|给|让|将|叫|去掉|删掉|拿掉))(?P<adds>(?:请|再|又|还|那)*(?:加|来|画|添|放|有|站)?(?:上|个|了)?)第(?P<nth>[二三四五六七八九十]|\d{{1,2}})(?P<measure>[{_MEASURES}])(?P<noun>[\u4e00-\u9fff]{{1,6}}?)(?P<does>(?=$|[，,。；;！!\n])|(?:正|也|就|都)*(?=[在坐站躺趴跑跳走飞睡蹲跪看读写吃喝玩画唱弹拍踢骑游放举拿抱牵戴穿换改变大小高红蓝绿黄黑白粉紫橙棕灰的去不]))",
    re.NOFLAG,
)
_ENGLISH = Pattern(
    r"\bthe (?P<nth>second|third|fourth|fifth|sixth|seventh) (?P<noun>[a-z]+)\b(?! (?:from|row|picture|image|photo|floor|storey|line|page|time|day|of)\b)"
)
_ONLY = Pattern(
    rf"(?<![^把给让将叫，,。；;！!\n])(?:第一|最后一)[{_MEASURES}](?P<noun>[\u4e00-\u9fff]{{1,5}}?)(?=$|[，,。；;！!\n]|[在坐站躺趴跑跳走飞睡蹲跪看读写吃喝玩画唱打举拿抱戴穿换变哭笑])",
    re.NOFLAG,
)
"""The first, or the last, of one."""
_BARE_ZH = Pattern(
    rf"(?:^|[，,。；;！!\n])(?:再|请)?(?P<to>把|给|让|将|叫|去掉|删掉|拿掉)?第(?P<nth>[二三四五六七八九十]|\d{{1,2}})(?P<measure>[{_MEASURES}])(?=$|的|[，,。；;！!\n]|(?:也|就|都|要)*[坐站躺趴跑跳飞睡蹲跪戴穿换改变涂染高红蓝绿黄黑白粉紫橙棕灰去不删拿挪移往]|[大小]一?[点些])",
    re.NOFLAG,
)
"""A number without a noun: 第二个的衣服, 把第三只去掉."""
_ZH = {digit: value for value, digit in enumerate("二三四五六七八九十", 2)}
_EN = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_COMES = frozenset("在坐站躺趴跑跳走飞睡蹲跪看读写吃喝玩画唱弹拍踢骑游放举拿抱牵")
"""What one that comes does; whoever is to wear something, or to change, is there."""


def told_of_one_more(prompt: str, base: Scene) -> str:
    """The wish with the next after the last told as one who comes.

    Raises:
        NotDrawable: something is to be done to one whose number nobody has.
    """
    if '"' in prompt or "“" in prompt:
        return prompt
    for match in _ENGLISH.finditer(prompt):
        if 0 < (there := _how_many(match["noun"], base)) < _EN[match["nth"].lower()]:
            raise NotDrawable(notes.only_so_many(match["noun"], there, "en"))
    if (bare := _BARE_ZH.search(prompt)) is not None:
        _is_that_many(bare, base)
    prompt = _ONLY.sub(
        lambda match: match["noun"] if _how_many(match["noun"], base) == 1 else match[0], prompt
    )
    return _CHINESE.sub(lambda match: _told(match, base), prompt)


def _is_that_many(match: re.Match[str], base: Scene) -> None:
    """Whether somebody, or something, has that number."""
    bearing = {one.rel.to for one in base.objects if one.rel is not None}
    standing = [
        one
        for one in base.objects
        if (one.rel is None or one.rel.type not in ("wear", "hold", "cover"))
        and (one.id not in bearing or kinds()[one.kind].alive)
    ]
    fits = [one for one in standing if match["measure"] == "个" or counts(match["measure"], one.kind)]
    living = [one for one in fits if kinds()[one.kind].alive]
    there = living if match["measure"] in "个只位名" and living else fits
    if 0 < len(there) < (_ZH.get(match["nth"]) or int(match["nth"])):
        alike = len({one.label for one in there}) == 1
        word = (
            there[0].label
            if alike
            else "人"
            if all(map(is_somebody, (one.kind for one in there)))
            else "东西"
        )
        raise NotDrawable(notes.only_so_many(word, len(there), "zh"))


def _told(match: re.Match[str], base: Scene) -> str:
    there = _how_many(match["noun"], base)
    at = _ZH.get(match["nth"]) or int(match["nth"])
    if not 0 < there < at:
        return match[0]
    after = match.string[match.end() : match.end() + 1]
    added = bool(match["adds"]) or (not match["to"] and after in _COMES)
    if at > there + 1 or not added:
        raise NotDrawable(notes.only_so_many(match["noun"], there, "zh"))
    return f"{match['lead']}再来一{match['measure']}{match['noun']}{match['does']}"


def _how_many(noun: str, base: Scene) -> int:
    """How many of that name the picture has, all of one kind; 0 where the word names no such kind."""
    named = named_in(noun if not noun.isascii() else f"the {noun}", base)
    return len(named) if len({one.kind for one in named}) == 1 else 0
