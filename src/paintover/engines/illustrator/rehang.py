"""Photographs in a drawn picture, moved, made larger and taken down: "move the poster to the left", 把相框放大一点."""

from __future__ import annotations

import re

import msgspec

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.drawing.filters import FILLER
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.plain_words import in_simplified
from paintover.engines.illustrator.scene import Photograph, Scene

_IT = (
    r"(?:(?:墙上|路边|街上)?的?(?:照片|图片|相片|海报|相框|画框|贴纸|广告牌|电视机?|手机|拍立得)"
    r"|(?:framed )?(?:photo(?:graph)?|poster|picture frame|picture|frame|sticker|polaroid|billboard|tv|television|phone)(?: (?:on|from|off) the wall)?)"
)
_ASKS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("remove", rf"(?:去掉|删掉|删除|拿走|取下来?|摘下来?|移除|撤掉|撕掉|不要).{{0,3}}{_IT}了?|{_IT}(?:去掉|删掉|删除|拿走|取下来?|摘下来?|移除|撤掉|撕掉)"
         rf"|\b(?:remove|delete|take (?:down|away|off)|get rid of|lose|erase) (?:the |this |that |my )?{_IT}|\btake (?:the |this |that |my )?{_IT} (?:down|away|off)"),
        ("larger", rf"{_IT}(?:再)?(?:放大|变大|弄大|调大|加大|大)(?:一?[点些])?|(?:放大|加大){_IT}|\b(?:enlarge|make) (?:the |this |that |my )?{_IT}(?: a (?:bit|little))? ?(?:bigger|larger)?"),
        ("smaller", rf"{_IT}(?:再)?(?:缩小|变小|弄小|调小|小)(?:一?[点些])?|缩小{_IT}|\b(?:shrink|make) (?:the |this |that |my )?{_IT}(?: a (?:bit|little))? ?(?:smaller)?"),
        ("left", rf"{_IT}(?:往|向|移到|挪到|放到|挂到|移|挪)+左(?:边|侧)?(?:移动|移|挪)?(?:一?[点些])?|\b(?:move|shift|hang|put) (?:the |this |that |my )?{_IT}(?: a (?:bit|little))? (?:further )?(?:to the |on the |more to the )?left(?: side)?"),
        ("right", rf"{_IT}(?:往|向|移到|挪到|放到|挂到|移|挪)+右(?:边|侧)?(?:移动|移|挪)?(?:一?[点些])?|\b(?:move|shift|hang|put) (?:the |this |that |my )?{_IT}(?: a (?:bit|little))? (?:further )?(?:to the |on the |more to the )?right(?: side)?"),
        ("up", rf"{_IT}(?:往|向|移|挪|挂)*(?:上|高)(?:边|面)?(?:移动|移|挪)?(?:一?[点些])|\b(?:move|shift|hang|put) (?:the |this |that |my )?{_IT}(?: a (?:bit|little))? (?:up|higher)"),
        ("down", rf"{_IT}(?:往|向|移|挪|挂)*(?:下|低)(?:边|面)?(?:移动|移|挪)?(?:一?[点些])|\b(?:move|shift|hang|put) (?:the |this |that |my )?{_IT}(?: a (?:bit|little))? (?:down|lower)"),
    )
)  # fmt: skip
_STEP, _GROWTH, _RIM = 0.16, 1.3, 0.015
"""How far it goes, as a share of the picture; how much larger it gets; and how near to the edge it may come."""
_NAMES = {
    "poster": "海报|poster", "framed": "框|frame|picture", "billboard": "广告|billboard", "tv": "电视|tv|television",
    "phone": "手机|phone", "sticker": "贴纸|sticker", "polaroid": "拍立得|polaroid",
}  # fmt: skip


def rehung(prompt: str, scene: Scene, language: Language) -> Composed | None:
    """The picture with its photograph elsewhere, in another size, or gone; None where that is not what is asked.

    Raises:
        NotDrawable: it is there already, or as large as it can be, or its frame is to be painted.
    """
    if _PAINTED.search(prompt) is not None and any(one.mounting == "framed" for one in scene.photographs):
        raise NotDrawable(_KEEPS_ITS_PAINT[language], param="prompt")
    asked = _asked(prompt, scene)
    if asked is None:
        return None
    name, one = asked
    moved = None if name == "remove" else _moved(one, name)
    if moved == one:
        raise NotDrawable(notes.already_so(language), param="prompt")
    return _shown(scene, one, moved)


def asks_to_rehang(prompt: str, scene: Scene) -> bool:
    """Whether that is all that is asked."""
    return _asked(prompt, scene) is not None


def _asked(prompt: str, scene: Scene) -> tuple[str, Photograph] | None:
    """What is to be done to which of its photographs."""
    prompt = in_simplified(prompt)
    for name, pattern in _ASKS:
        match = pattern.search(prompt)
        if match is None or _says_more(prompt[: match.start()] + prompt[match.end() :]):
            continue
        if name in ("larger", "smaller") and not _SIZED[name].search(match[0]):
            continue
        one = _meant(match[0].lower(), scene)
        return None if one is None else (name, one)
    return None


_PAINTED = re.compile(
    r"\b(?:make|paint|turn|colou?r|change) (?:the |its )?(?:picture )?frame(?:'s colou?r)?(?: to| into)? (?!bigger|larger|smaller|wider|thicker|thinner)[a-z]+|\b(?:a|the) [a-z]+ frame instead|(?:相框|画框|框子?)的?(?:颜色)?(?:换成|改成|变成|涂成|漆成|要)[^，。]{1,4}[的色]?",
    re.IGNORECASE,
)
_KEEPS_ITS_PAINT: dict[Language, str] = {
    "zh": "照片的相框换不了颜色，还是原来的样子",
    "en": "The frame of a photograph can't be painted; it stays as it is",
}


_SIZED = {
    "larger": re.compile("大|enlarge|bigger|larger", re.IGNORECASE),
    "smaller": re.compile("小|shrink|smaller", re.IGNORECASE),
}


def _says_more(rest: str) -> bool:
    return sum(letter.isalnum() for letter in FILLER.sub(" ", rest)) > 0


def _meant(words: str, scene: Scene) -> Photograph | None:
    """The last that came of those which the words name, or of all where they say no more than photograph."""
    placed = [one for one in scene.photographs if one.at is not None]
    named = [one for one in placed if re.search(_NAMES[one.mounting], words)]
    is_any = re.search("照片|图片|相片|photo|picture", words)
    found = named or (placed if is_any else [])
    return found[-1] if found else None


def _moved(one: Photograph, name: str) -> Photograph:
    assert one.at is not None
    x, y, wide, high = one.at
    if name in ("larger", "smaller"):
        growth = _GROWTH if name == "larger" else 1 / _GROWTH
        growth = min(growth, (1 - 2 * _RIM) / max(wide, high))
        wide, high = (wide * growth, high * growth) if growth > 1.02 or name == "smaller" else (wide, high)
        if min(wide, high) < 0.08:
            return one
    across = {"left": -_STEP, "right": _STEP}.get(name, 0.0)
    down = {"up": -_STEP / 2, "down": _STEP / 2}.get(name, 0.0)
    low, left = high / 2 + _RIM, wide / 2 + _RIM
    x = min(max(x + across, min(left, 0.5)), max(1 - left, 0.5))
    y = min(max(y + down, min(low, 0.5)), max(1 - low, 0.5))
    return msgspec.structs.replace(one, at=(round(x, 4), round(y, 4), round(wide, 4), round(high, 4)))


def _shown(scene: Scene, old: Photograph, new: Photograph | None) -> Composed:
    kept = tuple(one if one is not old else new for one in scene.photographs)
    shown = tuple(one for one in kept if one is not None)
    uses = tuple(dict.fromkeys(one.source for one in shown))
    return Composed(scene=msgspec.structs.replace(scene, photographs=shown, uses=uses))
