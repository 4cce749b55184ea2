"""Lamps of a picture switched on and off, and candles put out and lit: 把台灯打开, "lights out", 把蜡烛吹灭, "light the candles"."""

from __future__ import annotations

import re
from typing import NamedTuple

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.retelling.candles import (
    BLOWN_OUT,
    WITH_FLAMES,
    blown_out,
    can_go_out,
    is_out,
)
from paintover.engines.illustrator.retelling.furnished import is_lamp, switched
from paintover.engines.illustrator.scene import Scene

_CLAUSES = re.compile(
    r"([，,。；;！!？?\n]+|\.(?=\s|$)|\s+(?:and|with)\s+(?=(?:the |all )?(?:lights?|lamps?)\b)|\s+and\s+|然后|并且)"
)


class Switched(NamedTuple):
    """Whether the lamps, and the candles, are to burn; None where nothing is said of them."""

    lamps: bool | None = None
    candles: bool | None = None


def without_switching(prompt: str, base: Scene) -> tuple[str, Switched]:
    """The wish without what it says of the lamps and candles that are there, and what that is."""
    parts, told = _CLAUSES.split(prompt), Switched()
    for at in range(0, len(parts), 2):
        if (out := blown_out(parts[at])) is not None and can_go_out(base, out=out):
            told, parts[at] = told._replace(candles=not out), ""
        elif (on := switched(parts[at])) is not None and can_switch(base, on=on):
            told, parts[at] = told._replace(lamps=on), ""
    rest = "".join(parts)
    return (prompt, told) if told == Switched() else (rest if any(map(str.isalnum, rest)) else "", told)


def can_switch(base: Scene, *, on: bool) -> bool:
    """Whether there is a lamp that is not so already."""
    return any(is_lamp(one) and one.lit is not on for one in base.objects)


def switch(editor: Editor, told: Switched) -> None:
    """Light all lamps and candles, or put them out."""
    for one in list(editor.things.values()):
        if told.lamps is not None and is_lamp(one) and one.lit is not told.lamps:
            editor.change(one.id, lit=told.lamps)
        if told.candles is not None and one.kind in WITH_FLAMES and is_out(one) is told.candles:
            editor.change(one.id, pose=None if told.candles else BLOWN_OUT)
            if one.kind not in _SLIM:
                editor.pose_again(one.id)


_SLIM = frozenset({"candle", "birthday-candle"})
"""What stays where it is, with its flame or without."""
