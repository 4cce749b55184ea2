"""What an edit takes from another of its pictures beside things: "in the style of the second", 背景用第一张的.

A new picture may take the style of its only source: "a dog, in the style of the source picture".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from paintover.engines.illustrator.scene import Scene

_ORDINALS = {
    "一": 0, "1": 0, "first": 0, "1st": 0, "二": 1, "2": 1, "second": 1, "2nd": 1, "三": 2, "3": 2, "third": 2, "3rd": 2,
    "四": 3, "4": 3, "fourth": 3, "4th": 3, "other": 1, "last": -1,
}  # fmt: skip
_WHICH = re.compile(
    r"第\s*([一二三四1234])\s*[张幅个]|\b(first|second|third|fourth|1st|2nd|3rd|4th|other|last)\b|\b(?:picture|image)\s*([1234])\b",
    re.IGNORECASE,
)
_STYLE = re.compile(r"风格|画风|\bstyle\b|\blook of\b", re.IGNORECASE)
_PLACE = re.compile(r"背景|场景|\bbackground\b|\bbackdrop\b|\bsetting\b|\bsame place\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Loan:
    """What is taken from the picture of that number (from 0)."""

    what: Literal["style", "place"]
    source: int


def loan(prompt: str, sources: int) -> Loan | None:
    """What a wish about that many pictures takes from one of them, if it names one."""
    which = _WHICH.search(prompt)
    if which is None or sources < 2:
        return None
    number = _ORDINALS[next(group for group in which.groups() if group).lower()] % sources
    if _STYLE.search(prompt):
        return Loan("style", number)
    return Loan("place", number) if _PLACE.search(prompt) else None


_ITS_STYLE = re.compile(r"[，,]?\s*(?:用原图的画风|in the style of the source picture)\s*$", re.IGNORECASE)


def in_its_style(prompt: str) -> str | None:
    """What a new picture in its source's style is to show; None where the wish is no such one."""
    shown, count = _ITS_STYLE.subn("", prompt)
    return shown if count else None


def lent(taken: Loan, sources: Sequence[Scene]) -> Scene:
    """The first picture that is not the lender, with what it borrows. Its things stay where they are."""
    lender = sources[taken.source]
    base = next(scene for number, scene in enumerate(sources) if number != taken.source)
    if taken.what == "style":
        return msgspec.structs.replace(base, style=lender.style)
    return msgspec.structs.replace(base, env=lender.env, layout={})
