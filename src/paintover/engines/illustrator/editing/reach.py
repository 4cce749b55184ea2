"""What the illustrator understands and cannot do: scenery that is part of the backdrop, and the picture as a whole.

Without this, "make the sky pink" would colour whatever thing was named last.
"""

from __future__ import annotations

import re

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.utterance import Utterance
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_SCENERY = re.compile(
    r"背景|天空|草地|地面|太阳|云朵?|山坡?|墙壁?|地板"
    r"|\b(?:background|sky|ground|grass|sun|clouds?|hills?|wall|floor)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"旋转|颠倒|裁[剪切]|清晰度|分辨率"
    r"|\b(?:rotate|crop|upside[ -]down|resolution)\b",
    re.IGNORECASE,
)
_ANGLE = Pattern(
    r"(?:换|改|变)(?:一?个|下|种)?(?:别的|不同的?|另外?一?个?)?(?:角度|视角|机位)|(?:俯视|仰视|俯拍|仰拍|鸟瞰|侧面|背面|从(?:上面|上方|下面|背后|后面|侧面)(?:看|拍))(?:图|角度|视角)?"
    r"|\b(?:an?other|different|new) (?:camera )?(?:angle|viewpoint|perspective)\b|\bfrom (?:above|below|behind|the (?:side|back|top))\b|\b(?:bird[’']?s[- ]eye|top|side|back|rear|aerial)(?:[- ]down)? view\b"
)
_COLOURED = re.compile(
    r"[红橙黄绿青蓝紫粉白黑灰棕金银]色?"
    r"|\b(?:red|orange|yellow|green|blue|purple|pink|white|black|gr[ae]y|brown|gold|silver|colou?r)\b",
    re.IGNORECASE,
)
_PICTURES = frozenset({"picture", None})
"""Kinds of mentions that are no thing of their own: the picture itself, and words that are not known."""


def out_of_reach(prompt: str, said: Utterance, scene: Scene, language: Language) -> str | None:
    """Why an edit cannot be done although its words are known; None when it can, or when it is not known."""
    shown = {thing.label.casefold() for thing in scene.objects}
    named = {mention.label.casefold() for mention in said.mentions if mention.kind not in _PICTURES}
    if said.time or said.weather or said.place not in (None, "sky"):
        return None
    if (asked := _ANGLE.search(prompt)) and named <= {*asked[0].casefold().split()}:
        return _angle(language)
    scenery = _SCENERY.search(prompt)
    if scenery is not None and scenery[0].casefold() not in shown and named <= {scenery[0].casefold()}:
        takes_away = any(operation.action == "remove" for operation in said.operations)
        if takes_away and scenery[0].casefold() in ("太阳", "sun"):
            shown_sun = scene.env.luminary and scene.env.time != "night"
            return None if shown_sun else notes.not_in_picture(scenery[0], language)
        if takes_away or _COLOURED.search(prompt):
            return notes.of_the_backdrop(scenery[0], language)
    turning = any(operation.action == "rotate" for operation in said.operations)
    if _WHOLE.search(prompt) and not named and not turning and said.style is None:
        return _whole(language)
    return None


def _angle(language: Language) -> str:
    if language == "zh":
        return "画里的东西只有一个角度，换不了视角；可以左右翻转、让谁转身、拉近或拉远，例如“镜像”“拉近一点”“脸部特写”"
    return (
        "I draw everything from one side and cannot look from another; I can mirror the picture, turn somebody around, or come "
        "closer, for example “mirror it”, “zoom in” or “a close-up of its face”"
    )


def _whole(language: Language) -> str:
    if language == "zh":
        return "整张图不能旋转或裁剪；可以换画风、色调或画幅、拉近或拉远，例如“改成水墨画”“亮一点”“改成16:9”"
    return (
        "The picture as a whole cannot be turned or cut; change its style, tone or ratio, or come closer, for example "
        "“in ink”, “darker”, “16:9” or “zoom in”"
    )
