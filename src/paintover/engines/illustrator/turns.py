"""Turns of phrase, told in the words that the grammar reads: 骆驼队 is five camels, "a flock of sheep" five sheep,
从纸箱里探出头来 is being in the box, 画海 is to draw the sea. Patterns are those of `words/turns.toml`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_QUOTED = re.compile(r"(“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|\"[^\"]*\")")


@cache
def _turns() -> list[tuple[re.Pattern[str], str]]:
    text = (Path(__file__).parent / "words" / "turns.toml").read_text(encoding="utf-8")
    return [
        (re.compile(pattern, re.IGNORECASE), told)
        for table in tomllib.loads(text).values()
        for pattern, told in table.items()
    ]


def turned(text: str) -> str:
    """The text with every such turn told plainly; quotations stay as they are."""
    parts = _QUOTED.split(text)
    for at in range(0, len(parts), 2):
        for pattern, told in _turns():
            parts[at] = pattern.sub(told, parts[at])
    return "".join(parts)
