"""To how many, and by how many: 鸡减成两只, 气球减少两个, "reduce the chickens to two", "two fewer balloons".

Each clause is told as what goes, or as what comes; where nothing of that name is there, it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.retelling.forms import told_by_form
from paintover.engines.illustrator.retelling.others import name_of, named_in
from paintover.engines.illustrator.retelling.talk import MEASURE
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,；;。！!？?\n]+ *|\.(?=\s|$) *| and then | then |然后)")
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_HAN = "零一二三四五六七八九十"
_MANY_ZH, _MANY_EN = (
    r"(?P<n>[一两二三四五六七八九十俩仨]|\d{1,2})",
    rf"(?P<n>{'|'.join(_WORDS[1:])}|\d{{1,2}})",
)
_MOST = 12


def told_by_amount(prompt: str, base: Scene) -> str:
    """The wish with each such clause told by what goes or comes; quotations stay as they are.

    Raises:
        NotDrawable: there are just so many.
    """
    if any(mark in prompt for mark in '"“「『《'):
        return prompt
    parts = _CLAUSES.split(prompt)
    parts[::2] = [told_by_form(part.strip(" .!。！"), base, _FORMS) or part for part in parts[::2]]
    return "".join(parts)


def _alike(match: re.Match[str], base: Scene) -> list[Thing]:
    """All those of the sort that is named, but for what is rather a part of another thing."""
    found = named_in(match["what"], base)
    return [one for one in base.objects if found and one.kind == found[0].kind] if found else []


def _number(match: re.Match[str]) -> int:
    said = match["n"].lower()
    if said.isdigit():
        return int(said)
    return _WORDS.index(said) if said in _WORDS else {"两": 2, "俩": 2, "仨": 3}.get(said) or _HAN.index(said)


def _to_so_many(match: re.Match[str], base: Scene) -> str | None:
    there, many = _alike(match, base), _number(match)
    if not there or many > _MOST:
        return None
    chinese = not match[0].isascii()
    if len(there) == many:
        raise NotDrawable(notes.already_so("zh" if chinese else "en"))
    return (
        _gone(there, len(there) - many, match)
        if len(there) > many
        else _come(there, many - len(there), match)
    )


def _by_so_many(match: re.Match[str], base: Scene) -> str | None:
    there, many = _alike(match, base), _number(match)
    if not there or many > _MOST:
        return None
    return (
        _come(there, many, match)
        if match.groupdict().get("more")
        else _gone(there, min(many, len(there)), match)
    )


def _a_few_less(match: re.Match[str], base: Scene) -> str | None:
    """饺子少几个, "a few fewer sheep": half of them go."""
    there = _alike(match, base)
    return _gone(there, min(len(there) // 2, _MOST), match) if len(there) > 1 else None


def _half(match: re.Match[str], base: Scene) -> str | None:
    """西瓜少一半: half of them, where there are several.

    Raises:
        NotDrawable: there is but one, which no drawing shows cut.
    """
    there = _alike(match, base)
    if len(there) == 1:
        raise NotDrawable(notes.state_not_drawn(there[0].label, "halved", "zh"))
    return _gone(there, len(there) // 2, match) if there else None


def _gone(there: Sequence[Thing], many: int, match: re.Match[str]) -> str:
    if not match[0].isascii():
        return f"去掉{_in_chinese(many)}{match.groupdict().get('m') or '个'}{names('zh', there[0].kind)}"
    noun = name_of(there[0], chinese=False)
    return f"remove {_WORDS[many]} {noun if many == 1 else _plural(noun)}"


def _come(there: Sequence[Thing], many: int, match: re.Match[str]) -> str:
    if not match[0].isascii():
        return f"再加{_in_chinese(many)}{match.groupdict().get('m') or '个'}{names('zh', there[0].kind)}"
    noun = name_of(there[0], chinese=False)
    return f"add {_WORDS[many]} more {noun if many == 1 else _plural(noun)}"


def _plural(noun: str) -> str:
    return noun if noun.endswith("s") else plural_of(noun)


def _in_chinese(many: int) -> str:
    return "两" if many == 2 else _HAN[many] if many < len(_HAN) else str(many)


def _tiered(match: re.Match[str], base: Scene) -> str | None:
    """蛋糕换成三层的, "make the cake three tiers": the cake that has them."""
    chinese = not match[0].isascii()
    noun = match["what"] or ("蛋糕" if chinese else "cake")
    if not (there := [one for one in base.objects if one.kind in _CAKES]):
        return None
    name = noun if named_in(noun, base) else name_of(there[0], chinese=chinese)
    return (
        f"把{name}换成三层蛋糕"
        if chinese
        else f"replace the {name.removeprefix('the ')} with a three-tier cake"
    )


_CAKES = frozenset({"cake", "birthday-cake", "cupcake", "cake-slice"})
_WHAT_ZH = r"(?:把|将|让)?(?P<what>[\u4e00-\u9fff]{1,6}?)(?:的?(?:数量|数目|个数))?"
_WHAT_EN = r"(?:the )?(?:number|amount|count) of (?P<what>[a-z ]{2,20}?)"
_THE_EN = r"(?:the|those|these) (?P<what>[a-z ]{2,20}?)"
_FORMS = tuple(
    (Pattern(source), tell)
    for source, tell in (
        (r"(?:把|让|将)?(?P<what>[\u4e00-\u9fff]{0,4}?蛋糕)?(?:换|改|变|做|弄|要)(?:成|为|个)?(?:一个)?(?:三|3|多|好几)层的?(?:大)?(?:蛋糕)?", _tiered),
        (r"(?:make|turn|change|replace) (?:the |it |this )?(?P<what>(?:birthday |wedding )?cake)? ?(?:into |with |be |to )*(?:an? )?(?:three|3)[ -](?:tier(?:s|ed)?|layer(?:s|ed)?|stor(?:ey|y)(?:s|ed)?)(?: (?:high|tall|one|cake))?", _tiered),
        (rf"{_WHAT_ZH}(?:减少?|缩减|降低?|降|删减?|精简|裁|增加?|加|添加?|变少|变多)(?:成|到|为|至)(?:只剩|只有|只)?{_MANY_ZH}(?P<m>{MEASURE})?(?:吧|就好|就行)?", _to_so_many),
        (rf"{_WHAT_ZH}(?:减少?|减掉|减去)(?:了)?{_MANY_ZH}(?P<m>{MEASURE})", _by_so_many),
        (rf"{_WHAT_ZH}(?P<more>增加|增添)(?:了)?{_MANY_ZH}(?P<m>{MEASURE})", _by_so_many),
        (rf"(?:减少|减去|减掉){_MANY_ZH}(?P<m>{MEASURE})(?P<what>[\u4e00-\u9fff]{{1,6}})", _by_so_many),
        (rf"(?:reduce|cut|lower|bring|decrease|drop|take|get|increase|raise|change)(?: down)? (?:{_WHAT_EN})(?: down| up)? to (?:just |only )?{_MANY_EN}", _to_so_many),
        (rf"(?:reduce|cut|lower|bring|decrease|drop|take|increase|raise) {_THE_EN}(?: down| up)? to (?:just |only )?{_MANY_EN}", _to_so_many),
        (rf"(?:reduce|cut|decrease) {_THE_EN} by {_MANY_EN}", _by_so_many),
        (rf"(?P<more>increase|raise) {_THE_EN} by {_MANY_EN}", _by_so_many),
        (rf"{_WHAT_ZH}(?:再|稍微|要|可以|就)*少(?:画|放|来|弄|要|摆|加|点|种|挂|做)?(?:上|出)?(?:几(?P<m>{MEASURE})|一?[点些]儿?)(?:吧|就好|就行)?", _a_few_less),
        (rf"{_WHAT_ZH}(?:再|要|可以|去)*(?:减少|减|少|去掉|拿走|拿掉)(?:了|掉)?一?半(?:吧|就好|就行)?", _half),
        (r"(?:make it |please |draw |have )*(?:a few|some|several) (?:fewer|less) (?P<what>[a-z ]{2,20})", _a_few_less),
        (rf"(?:make it )?{_MANY_EN} (?:fewer|less) (?P<what>[a-z ]{{2,20}})", _by_so_many),
    )
)  # fmt: skip
