"""Words in a corner of the picture: 右下角写上“2025”, 'write "2025" in the bottom right corner'."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from paintover.engines.illustrator.scene import CornerOf, Scene
from paintover.engines.illustrator.wording import Pattern

LONGEST = 24
"""Characters that have room in a corner."""
_QUOTED = rf"[“\"「『](?P<say>[^”\"」』]{{1,{LONGEST}}})[”\"」』]"
_ZH = Pattern(
    r"(?P<lead>^|[，,。；;]\s*)(?:请|再|然后|并)?(?:在)?(?:画面|卡片|贺卡|海报|图片?|照片|封面)?的?(?:最)?(?:(?P<h>[左右])(?P<v>[上下])|(?P<v2>[上下])(?P<h2>[左右]))(?:角落?|方)(?:里|处|的位置)?"
    rf"(?:再|也|要|小小地)*(?:写|加|印|添|题|标|签|落款|放)(?:上|个|着|一?行|一?个|小|字|日期|年份|名字|的|成|款)*[：:]?{_QUOTED}(?:的?字样?|几个字)?"
)
_EN = Pattern(
    r"(?P<lead>^|[,.;]\s*|\band )(?:please |then |also )*(?:write|add|put|print|place|sign|with)(?: (?:the|a|an|small|little|words?|text|year|date|number|name|it))*:? "
    rf"{_QUOTED} (?:small )?(?:in|at|on|into) the (?P<v>bottom|lower|top|upper)[ -](?P<h>left|right)(?:[ -]hand)?(?: corner)?(?: of the [a-z]+)?"
)


@dataclass(frozen=True, slots=True)
class InTheCorner:
    """What is to be written in which corner."""

    words: str
    corner: CornerOf


def told_of_the_corner(prompt: str) -> tuple[str, InTheCorner | None]:
    """The wish without what is to be written in a corner, and that."""
    match = _ZH.search(prompt) or _EN.search(prompt)
    if match is None:
        return prompt, None
    said = match.groupdict()
    up = (said["v"] or said.get("v2") or "").lower() in ("上", "top", "upper")
    left = (said["h"] or said.get("h2") or "").lower() in ("左", "left")
    corner: CornerOf = (
        ("top-left" if left else "top-right") if up else ("bottom-left" if left else "bottom-right")
    )
    rest = f"{prompt[: match.start()]}{prompt[match.end() :]}"
    return (rest if any(map(str.isalnum, rest)) else ""), InTheCorner(match["say"].strip(), corner)


def with_words_in_the_corner(scene: Scene, told: InTheCorner | None) -> Scene:
    """The scene with those words there; as it was for None."""
    if told is None:
        return scene
    kept = [(corner, words) for corner, words in scene.in_corners if corner != told.corner]
    return msgspec.structs.replace(scene, in_corners=(*kept, (told.corner, told.words)))
