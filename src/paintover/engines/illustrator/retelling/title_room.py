"""Words that come into a picture stand at its top where along its foot they would lie over who is there."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.standing import hangs, scene_size
from paintover.engines.illustrator.wording import Pattern

_TOLD = Pattern(
    r"\b(?:at|on|along|across|in|to) (?:the )?(?:very )?(?:bottom|foot|lower|low|middle|centre|center|corner|left|right)\b|\b(?:below|under|underneath|beneath|caption|subtitle)\b|下[面方边头]|底[部下端]|字幕|中间|角|左|右"
)
_FOOT, _HEAD = (0.87, 0.955), (0.03, 0.17)
"""Between which shares of the height the words are at the foot and at the top."""
_LINE = 26
"""So many letters are on one line, which is as deep as that."""
_MUCH = 0.16
"""How much of the breadth of the words may lie over somebody, as a share of the picture's."""


def with_room_for_its_words(prompt: str, before: Scene, scene: Scene) -> Scene:
    """The scene with words that are new, and of which nobody says where, at the top where that covers less."""
    new = scene.caption not in (None, "", before.caption) and not before.caption
    if (
        not new
        or scene.caption_at
        or scene.sheet
        or scene.photographs
        or not scene.layout
        or _TOLD.search(prompt)
    ):
        return scene
    width, height = scene_size(scene)
    longest = max(len(line) for line in (scene.caption or "").split("\n"))
    lines = max(1, -(-longest // _LINE), (scene.caption or "").count("\n") + 1)
    half = min(0.44, 0.5 * longest / _LINE) * width
    foot = (height * (_FOOT[1] - (_FOOT[1] - _FOOT[0]) * min(3, lines)), height * _FOOT[1])
    head = (height * _HEAD[0], height * (_HEAD[0] + (_HEAD[1] - _HEAD[0]) * min(3, lines)))
    columns = (width / 2 - half, width / 2 + half)
    low, high = _covered(scene, foot, columns), _covered(scene, head, columns)
    if low > _MUCH * width and high == 0:
        return msgspec.structs.replace(scene, caption_at="top")
    return scene


def _covered(scene: Scene, rows: tuple[float, float], columns: tuple[float, float]) -> float:
    """How many columns of the words lie over things, in pixels; each thing by itself."""
    boxes = [scene.layout[one.id].box for one in scene.objects if one.id in scene.layout and not hangs(one)]
    return sum(
        max(0.0, min(columns[1], right) - max(columns[0], left))
        for left, top, right, bottom in boxes
        if min(rows[1], bottom) - max(rows[0], top) > 0.15 * (rows[1] - rows[0])
    )
