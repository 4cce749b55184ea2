"""What the last change brought, by when it came: 把刚才那个去掉, 刚加的变大一点, 不要了, "remove the one you just added".

It is told by its name. Where the change before was about something else it is not known what came last.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.retelling.talk import COUNTS, MEASURE
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_ZH = Pattern(
    rf"(?:你|我)?刚(?:才|刚)?(?:(?:新)?(?:加|画|放|添|来|弄)(?:上|进来|出来)?(?:去)?的?|的)?(?:那|这)?(?P<n>[一两俩三四几些])?(?:{MEASURE})?(?:东西)?"
    r"(?=$|[，,。；;！!]|(?:再|都|还是|就|也|给我)*(?:去掉|去了|拿走|拿掉|删|不要|换|改|变|挪|移|放|大|小|高|矮|往|向|颜色))",
    re.NOFLAG,
)
_NOT_WANTED_ZH = Pattern(
    r"(?:还是|我|这个|那个)*(?:不要|不用|不需要)(?:它|这个|那个)?了(?:吧|啦)?[。！!]?", re.NOFLAG
)
_EN = Pattern(
    r"\b(?:the (?:last |new )?(?:ones?|things?|stuff) |what )(?:that )?(?:you|i|we)(?:'ve|'d| have)? just (?:added|put in|drew|made)(?: in| there)?\b"
    r"|\bthe (?:last )?(?:one|thing) (?:that )?(?:you|i|we) added(?: last)?\b"
)


def told_of_what_just_came(prompt: str, base: Scene) -> str:
    """The wish with what came last by its name.

    Raises:
        NotDrawable: the change before brought nothing.
    """
    if any(mark in prompt for mark in '"“「『《'):
        return prompt
    if _NOT_WANTED_ZH.fullmatch(prompt.strip()) is not None:
        return f"去掉{name}" if (name := _name(_came(base, None), base, chinese=True)) else prompt
    for pattern, chinese in ((_ZH, True), (_EN, False)):
        if (match := pattern.search(prompt)) is None:
            continue
        said = match["n"] if chinese else None
        if name := _name(_came(base, said), base, chinese=chinese):
            return prompt[: match.start()] + name + prompt[match.end() :]
        said = "刚加的东西" if chinese else match[0].lower().removeprefix("the ")
        raise NotDrawable(notes.not_in_picture(said, "zh" if chinese else "en"))
    return prompt


def _came(base: Scene, said: str | None) -> list[Thing]:
    """What came last, so many of it as is said; nothing where the change before brought nothing."""
    last = base.objects[-1] if base.objects else None
    if last is None or last.id != base.focus or len(base.objects) < 2:
        return []
    if said is None and last.id in base.together:
        return [one for one in base.objects if one.id in base.together]
    alike = [one for one in base.objects if one.kind == last.kind]
    many = COUNTS.get(said or "", 1)
    return alike[-many:] if len(alike) >= many else []


def _name(came: list[Thing], base: Scene, *, chinese: bool) -> str:
    names = [called_apart(base, one.id, chinese=chinese) for one in came]
    if len(names) > 1 and {one.id for one in came} == {
        one.id for one in base.objects if one.kind == came[0].kind
    }:
        return f"所有{came[0].label}" if chinese else f"all the {came[0].label.removesuffix('s')}s"
    return ("和" if chinese else " and ").join(names if chinese else [f"the {name}" for name in names])
