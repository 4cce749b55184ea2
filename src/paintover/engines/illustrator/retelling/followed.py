"""Who follows somebody goes beside them in a row, where all are seen: 小鸭子跟在鸭妈妈后面 is no hiding behind her."""

from __future__ import annotations

import re

_FOLLOWS = re.compile(
    r"跟在(?P<who>(?!队伍)[^，。,后]{1,6}?)的?(?:身后|后面|后边|后头)(?=$|[，。,走跑游过飞爬]|慢慢|摇摇摆摆|一起)"
)


def told_as_following(prompt: str) -> str:
    """The wish for a new picture with such followers told plainly; else as it was."""
    return _FOLLOWS.sub(r"跟着\g<who>", prompt)
