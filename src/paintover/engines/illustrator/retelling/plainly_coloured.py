"""What is to have one colour and no pattern: 去掉花纹 takes nobody's flowers away, 改成纯红的 is red all over."""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.retelling.forms import Form
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import called_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_WHO = r"(?P<who>(?:把|将)?[\u4e00-\u9fff]{0,6}?)"
_END = r"(?:了|吧|好了|就好|呗|啊)*"
_MOTIF = r"(?P<motif>花纹|图案|花样)"
_PATTERN_GONE = Pattern(
    rf"(?:(?:请|把|将|就|还是)*(?:去掉|不要|删掉|去除|别要|不要有|取消)(?P<of>[\u4e00-\u9fff]{{0,5}}?)(?:上)?的?{_MOTIF}|(?:把|将)?(?P<whose>[\u4e00-\u9fff]{{0,5}}?)(?:上)?的?{_MOTIF.replace('motif', 'other')}(?:都|就)*(?:不要|去掉|删掉)){_END}",
    re.NOFLAG,
)
_PURE = Pattern(
    rf"{_WHO}(?:都|全|再)*(?:改|换|变|涂|染|弄|做)(?:成|为)纯(?P<hue>[红白黑蓝绿黄粉紫灰橙棕金银])色?的?{_END}",
    re.NOFLAG,
)


def _pattern_gone(match: re.Match[str], base: Scene) -> str | None:
    """去掉花纹: of what has one.

    Raises:
        NotDrawable: nothing has.
    """
    whose = match["of"] or match["whose"] or ""
    able = [one for one in base.objects if one.pattern is not None]
    if whose:
        able = [one for one in named_in(whose, base) if one.pattern is not None]
    if not able:
        raise NotDrawable(notes.not_in_picture(match["motif"] or match["other"], "zh"))
    return "，".join(f"{called_in(one, base)}改成纯色" for one in able)


def _pure(match: re.Match[str], base: Scene) -> str | None:
    """裙子改成纯红的: of that colour, and plain."""
    who = re.sub("^(?:把|将)", "", match["who"])
    patterned = [one for one in base.objects if one.pattern is not None]
    if who:
        patterned = [one for one in named_in(who, base) if one.pattern is not None]
    if len(patterned) == 1:
        one = patterned[0]
        name, hue = called_in(one, base), parse(f"{match['hue']}色的猫").mentions[0].colour
        if one.pattern == "striped" and hue in (one.colour, one.second):
            return f"{name}变成{match['hue']}色"
        return f"{name}改成纯色，{name}变成{match['hue']}色"
    return f"{match['who']}变成{match['hue']}色"


FORMS: tuple[Form, ...] = ((_PATTERN_GONE, _pattern_gone), (_PURE, _pure))
"""Each such clause, and what it is told as."""
