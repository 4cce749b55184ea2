"""Words of a cake stand on it, and not on the picture: "a cake with five candles and the words Happy Birthday Emma"."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_CAKES = frozenset({"cake", "birthday-cake"})
_WICKS = frozenset({"candle", "birthday-candle"})
_OF_THE_CAKE = Pattern(
    r"\bcake\b[^.;]{0,60}?\b(?:words?|says?|saying|reads?|reading|written|name)\b|\b(?:words?|written|name)\b[^.;]{0,60}?\bon (?:the|a) (?:[a-z]+ )?cake\b|蛋糕[^。；]{0,20}?写|写(?:着|有|了)[^。；]{0,20}的[^。；，,]{0,6}蛋糕"
)
_ELSEWHERE = Pattern(
    r"\b(?:above|below|under|underneath|beneath|top|bottom|corner|caption|title|sign|banner|card|board)\b|上方|下方|顶部|底部|标题|横幅|牌子|卡片|黑板|左上|右上|左下|右下"
)


def with_words_on_the_cake(scene: Scene, prompt: str) -> Scene:
    """The new scene with its words on the only cake, where they are told to be the cake's."""
    cakes = [one for one in scene.objects if one.kind in _CAKES]
    if len(cakes) != 1 or cakes[0].says or scene.sheet or _OF_THE_CAKE.search(prompt) is None:
        return scene
    if _ELSEWHERE.search(prompt) is not None:
        return scene
    spoken = next((one.says for one in scene.objects if one.kind in _WICKS and one.says), None)
    words = scene.caption or spoken
    if not words:
        return scene
    objects = tuple(
        msgspec.structs.replace(one, says=words)
        if one.id == cakes[0].id
        else msgspec.structs.replace(one, says=None)
        if one.kind in _WICKS
        else one
        for one in scene.objects
    )
    return msgspec.structs.replace(scene, objects=objects, caption=None)
