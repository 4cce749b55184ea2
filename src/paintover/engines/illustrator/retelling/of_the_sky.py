"""What comes into the sky where Chinese says only 改成彩虹: nothing of the picture is replaced by it."""

from __future__ import annotations

import re

from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.forms import Form
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import kinds_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_BECOMES = Pattern(
    r"(?:请|帮我|再|那)*(?:把|将)?(?:天气|天空|天上|背景|画面)?(?:改|换|变|弄)(?:成|为|作)(?:有|出现)?(?P<what>(?:一?[道个轮片])?[\u4e00-\u9fff]{2,4})(?:吧|了)?",
    re.NOFLAG,
)


def _comes(match: re.Match[str], base: Scene) -> str | None:
    """改成彩虹, of a picture whose sky has nothing of its own that could become one."""
    named = kinds_in(match["what"])
    if len(named) != 1 or named_in(match["what"], base):
        return None
    kind = next(iter(named))
    if kind not in _UP_THERE or any(kinds()[one.kind].habitat == "sky" for one in base.objects):
        return None
    return f"加{match['what']}"


_UP_THERE = frozenset({"rainbow", "lightning", "moon", "full-moon", "crescent-moon"})
FORMS: tuple[Form, ...] = ((_BECOMES, _comes),)
