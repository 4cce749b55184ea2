"""What is quoted is written as it is: no other words are told for it, whatever they say."""

from __future__ import annotations

import re
from collections.abc import Callable

_QUOTED = re.compile(r"(?<=“)[^”]+(?=”)|(?<=「)[^」]+(?=」)|(?<=『)[^』]+(?=』)")
_FIRST = 0xE000
"""The code of a sign that stands for what is quoted first: one that nobody types."""


def beside_quotations(text: str, tell: Callable[[str], str]) -> str:
    """The text told otherwise, with what stands in quotation marks as it was.

    Straight marks look alike on both sides, so that what is between two quotations might be taken for one: they are read
    in pairs, from the left.
    """
    kept: list[str] = []

    def away(match: re.Match[str]) -> str:
        kept.append(match[0])
        return chr(_FIRST + len(kept) - 1)

    told = tell(_STRAIGHT.sub(lambda match: f'"{away(match)}"', _QUOTED.sub(away, text)))
    for at in reversed(range(len(kept))):
        told = told.replace(chr(_FIRST + at), kept[at].strip('"'))
    return told


_STRAIGHT = re.compile(r'"[^"]+"')
