"""Lamps of a picture switched on and off: 灯亮着, 把台灯打开, "turn the lamp on", "lights out"."""

from __future__ import annotations

import re

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.retelling.furnished import is_lamp, switched
from paintover.engines.illustrator.scene import Scene

_CLAUSES = re.compile(
    r"([，,。；;！!？?\n]+|\.(?=\s|$)|\s+(?:and|with)\s+(?=(?:the |all )?(?:lights?|lamps?)\b)|\s+and\s+|然后|并且)"
)


def without_switching(prompt: str, base: Scene) -> tuple[str, bool | None]:
    """The wish without what it says of the lamps that are there, and whether they are to be lit; None where it says nothing."""
    parts, way = _CLAUSES.split(prompt), None
    for at in range(0, len(parts), 2):
        if (on := switched(parts[at])) is not None and can_switch(base, on=on):
            way, parts[at] = on, ""
    rest = "".join(parts)
    return (prompt, None) if way is None else (rest if any(map(str.isalnum, rest)) else "", way)


def can_switch(base: Scene, *, on: bool) -> bool:
    """Whether there is a lamp that is not so already."""
    return any(is_lamp(one) and one.lit is not on for one in base.objects)


def switch(editor: Editor, *, on: bool) -> None:
    """Light all lamps, or put them out."""
    for one in list(editor.things.values()):
        if is_lamp(one) and one.lit is not on:
            editor.change(one.id, lit=on)
            editor.touch(one.id)
