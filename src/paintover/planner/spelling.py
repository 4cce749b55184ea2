"""The same words in one spelling: traditional characters read as simplified ones, slips of the keyboard put right.

Every change keeps the length, so that offsets in the result are offsets in what the user wrote.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from paintover.planner.tables import Table

_BREATH = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
"""A space between Chinese characters: who types none of the commas means one."""


def simplified(text: str) -> str:
    """Chinese in simplified characters (`cues/traditional.txt`); everything else as it is, the length too."""
    return text.translate(_characters())


def spelled(text: str, tables: tuple[Table, ...]) -> str:
    """The text as cues expect it: simplified when it is Chinese, the tables' own slips replaced."""
    if tables[0].language == "zh":
        text = _BREATH.sub("，", simplified(text))
    for table in tables:
        for slip, right in table.slips:
            text = slip.sub(lambda match, right=right: _fitted(match, right), text)  # type: ignore[misc]
    return text


def _fitted(match: re.Match[str], right: str) -> str:
    return right if len(right) == len(match[0]) else match[0]


@cache
def _characters() -> dict[int, str]:
    text = (
        resources.files("paintover.planner").joinpath("cues", "traditional.txt").read_text(encoding="utf-8")
    )
    return {ord(pair[0]): pair[1] for pair in text.split()}
