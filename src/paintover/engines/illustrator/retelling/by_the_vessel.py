"""What Chinese counts by its vessel: 窗台上三盆花 => 减到一盆, 再来一碗 of noodles, 去掉那杯茶.

Whatever stands in pots, on plates and in baskets goes and comes with them. Of drinks and soups, which are drawn with what they
are in, only what they are is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.lexicon import names, vocabulary
from paintover.engines.illustrator.kinds import sorts
from paintover.engines.illustrator.retelling.called import also_called
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_VESSELS = {
    "盆": ("flower-pot", "bowl"),
    "盘": ("plate",),
    "碟": ("plate",),
    "篮": ("basket",),
    "筐": ("basket",),
    "瓶": ("vase", "bottle", "jar"),
    "碗": ("bowl",),
    "桶": ("bucket",),
    "杯": ("cup", "drinking-glass"),
    "罐": ("jar",),
}
"""What a measure word is of, where something else is in it."""
_TOGETHER = {
    "杯": ("cup", "drinking-glass", "wine-glass", "juice", "lemonade"),
    "瓶": ("bottle", "wine-bottle"),
    "壶": ("teapot",),
    "碗": ("noodles", "soup", "rice"),
    "盘": ("fish-dish", "stir-fry", "roast-duck", "braised-pork", "salad", "pasta", "fruit-plate"),
    "锅": ("hot-pot",),
    "束": ("bouquet",),
    "盆": ("potted-plant", "potted-flower"),
}
"""What is drawn with the vessel that a measure word is of."""
_N = r"(?P<n>[一二两三四五六七八九十]|\d{1,2})"
_M = r"(?P<m>[盆盘碟篮筐瓶碗桶杯罐壶锅束])"
_NOUN = r"(?P<noun>[\u4e00-\u9fff]{0,4}?)"
_END = r"(?:就[行好够]了?|就可以了?|吧|了|好了)*"
_IN_ALL = Pattern(
    rf"(?:把它们?)?(?P<how>减少?到|减成|减为|减少?为|降到|少到|变成|变为|改成|改为|只留下?|只要|就要|留下?|加到|增加到|增到)(?:只?剩)?{_N}{_M}{_NOUN}{_END}",
    re.NOFLAG,
)
_MORE = Pattern(rf"(?P<how>(?:再|多)(?:来|加|放|要|添|摆|上)?上?|加|来){_N}{_M}{_END}", re.NOFLAG)
_FEWER = Pattern(
    rf"(?P<how>去掉|拿走|拿掉|删掉|减少|减去|减掉|撤掉|端走)(?:其中)?的?{_N}{_M}{_NOUN}{_END}", re.NOFLAG
)
_THAT = Pattern(
    rf"[那这]一?{_M}(?P<noun>(?!去掉|拿|删|不要|换|变|改|移|挪|放|大|小)[\u4e00-\u9fff]{{1,4}}?)(?=$|[，,。]|去掉|拿|删|不要|换|变|改|移|挪|放)",
    re.NOFLAG,
)
_AT_ITS_SIDE = Pattern(
    rf"(?P<lead>(?:把|将|去掉|拿走|删掉)*)(?P<side>最?[左右中][边间面]|第[一二三四五六])的?那?{_M}(?P<rest>(?:去掉|拿走|拿掉|删掉|不要)?(?:了|吧)*)",
    re.NOFLAG,
)
_REPLACED = Pattern(
    rf"(?:把|将)?[那这]一?{_M}(?P<noun>[\u4e00-\u9fff]{{1,4}}?)(?:都|全部?)?(?:换成?|改成|变成)(?P<new>[\u4e00-\u9fff]{{1,6}}?){_END}",
    re.NOFLAG,
)
_GOES = re.compile(r"去掉|拿走|拿掉|删|不要|移走")
_VALUES = {digit: value for value, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


@dataclass(frozen=True, slots=True)
class _Filled:
    """Those of a picture that one measure word counts, and what they are told by."""

    noun: str
    """What is in them, or what they are."""
    goes: str
    """What goes with all that is in it."""
    many: int


def told_by_the_vessel(prompt: str, base: Scene) -> str:
    """The wish with vessels told by what is in them; as it is where nothing is.

    Raises:
        NotDrawable: that glass of tea is meant, and there is none.
    """
    if prompt.isascii() or "“" in prompt:
        return prompt
    asked = prompt.strip(" 。.!！~～")
    if (match := _IN_ALL.fullmatch(asked)) is not None and (
        there := _filled(match["m"], match["noun"], base)
    ):
        return _in_all(match, there)
    if (match := _MORE.fullmatch(asked)) is not None and (there := _filled(match["m"], "", base)):
        return f"{match['how']}{match['n']}{match['m']}{there.noun}"
    if (match := _FEWER.fullmatch(asked)) is not None and (there := _filled(match["m"], match["noun"], base)):
        return f"去掉{match['n']}个{there.goes}"
    match = _AT_ITS_SIDE.fullmatch(asked)
    if match is not None and _GOES.search(match["lead"] + match["rest"]):
        there = _filled(match["m"], "", base)
        nth = match["side"] + ("个" if match["side"].startswith("第") else "的")
        return prompt if there is None else f"{match['lead']}{nth}{there.goes}{match['rest']}"
    if (match := _REPLACED.fullmatch(asked)) is not None:
        there = _filled(match["m"], match["noun"], base)
        if there is not None and there.goes != there.noun and there.many == 1:
            return (
                f"去掉{there.goes}，加{match['new'] if match['new'][0] in '一两' else '一个' + match['new']}"
            )
    return _THAT.sub(lambda match: _that(match, base), prompt)


def _in_all(match: re.Match[str], there: _Filled) -> str:
    to = _VALUES.get(match["n"]) or int(match["n"])
    if to > there.many:
        return f"再加{_digit(to - there.many)}{match['m']}{there.noun}"
    if to == there.many:
        return match[0]
    return f"去掉{_digit(there.many - to)}个{there.goes}"


def _digit(many: int) -> str:
    return "零一两三四五六七八九十"[many] if many <= 10 else str(many)


def _that(match: re.Match[str], base: Scene) -> str:
    there = _filled(match["m"], match["noun"], base)
    if there is None:
        if match["m"] in _TOGETHER and not named_in(match["noun"], base):
            raise NotDrawable(notes.not_in_picture(match["noun"], "zh"))
        return match[0]
    before, after = match.string[: match.start()], match.string[match.end() :]
    goes = _GOES.search(before[-4:]) or _GOES.match(after)
    return there.goes if goes or there.goes == there.noun else match[0]


def _filled(measure: str, noun: str, base: Scene) -> _Filled | None:
    """Those that the measure word counts, all with the same in them, or all the same; of that noun, where one is told."""
    named = named_in(noun, base) if noun else []
    vessels = [one for one in base.objects if one.kind in also_called(*_VESSELS.get(measure, ()))]
    inside = [_in_it(one, base) for one in vessels]
    full = [(one, what) for one, what in zip(vessels, inside, strict=True) if what]
    if noun == "水果":
        full = [(one, what) for one, what in full if all(each.kind in sorts()["fruit"] for each in what)]
        return _Filled(noun, names("zh", full[0][0].kind), len(full)) if full else None
    if noun:
        full = [(one, what) for one, what in full if what[0] in named]
    if full and len({what[0].kind for _, what in full}) == 1:
        return _Filled(_name(full[0][1][0]), names("zh", full[0][0].kind), len(full))
    drinks = sorts()["drink"] if measure == "杯" else ()
    counted = {*also_called(*_TOGETHER.get(measure, ())), *drinks, *_served_in(measure)}
    alike = [one for one in base.objects if one.kind in counted]
    if noun:
        alike = [one for one in alike if one in named or noun in one.label]
    if alike and len({one.kind for one in alike}) == 1:
        name = _name(alike[0])
        return _Filled(name, name, len(alike))
    return None


@cache
def _served_in(measure: str) -> frozenset[str]:
    """What the lexicon knows with that measure: 一杯可乐."""
    words = vocabulary("zh").words
    return frozenset(
        read["kinds"] for word, read in words.items() if word.startswith(f"一{measure}") and "kinds" in read
    )


def _in_it(vessel: Thing, base: Scene) -> list[Thing]:
    return [
        one
        for one in base.objects
        if one.rel is not None and one.rel.to == vessel.id and one.rel.type in ("inside", "on")
    ]


def _name(one: Thing) -> str:
    return one.label if one.lang == "zh" else names("zh", one.kind)
