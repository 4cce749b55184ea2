"""Several alike of which each is told something of its own: "the left one red, the middle one blue", 左边红的，右边绿的.

Each is told as a wish of its own ("make the left balloon red"). The forms are those of `words/by_side.toml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import SIGNPOST, kinds
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import any_of

_LIST = re.compile(r"\s*[,，;；、。.!！]\s*|\s+(?:and|und|et|y|e|en|и|а)\s+|\s*그리고\s*")
_SIDED = re.compile(
    r"\b(?:left|right|middle|first|second|third|link|recht|gauche|droite|izquierd|derech|esquerd|direit|sinistr|destr)|[左右]|第[一二三]|\bothers\b|\bother ones|其他|其余|剩下|왼쪽|오른쪽|лев|прав|перв",
    re.IGNORECASE,
)
_ORDERS = re.compile(r"\b(?:make|paint|turn|have)\b|[变换改涂染]", re.IGNORECASE)
"""What tells a single one plainly already."""
_LOOKS = ("colours", "patterns", "sizes")
_WITH = re.compile(r"^(?:with|wearing|wears?|has|have|gets?) (?=an?\b|some\b)", re.IGNORECASE)
_DOES = re.compile(r"^[戴穿系围披拿抱举背睡坐站跳笑哭趴躺跑飞蹲]|^变?[大小](?:一?[点些])")
_CHINESE = {
    "left": "左边的", "right": "右边的", "middle": "中间的", "first": "第一个", "second": "第二个", "third": "第三个",
    "last": "最后一个", "others": "其他的",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Form:
    pattern: re.Pattern[str]
    sides: Mapping[str, str]


@cache
def _forms() -> Mapping[str, _Form]:
    found = {}
    for lang, table in word_table("by_side").items():
        sides = {word.lower(): side for side, words in table.items() if side != "form" for word in words}
        words = any_of(sides)
        form = table["form"].replace("{s}", words).replace("{noun}", r"[\u4e00-\u9fff]{1,3}?")
        found[lang] = _Form(re.compile(form, re.IGNORECASE), sides)
    return found


def told_by_side(prompt: str, base: Scene) -> str:
    """The wish with each of several told by itself; as it is where it is no such list, or nothing is there twice."""
    if len(prompt) > 200 or _SIDED.search(prompt) is None:
        return prompt
    parts = [part for part in _LIST.split(prompt.strip()) if part]
    counts = Counter(one.kind for one in base.objects if one.kind != SIGNPOST)
    if not counts or max(counts.values()) < 2 or (len(parts) < 2 and _ORDERS.search(prompt)):
        return prompt
    for lang, form in _forms().items():
        told = [_told(part, lang, form, counts) for part in parts]
        if all(told):
            return ("，" if lang == "zh" else ", ").join(one for one in told if one)
    return prompt


def _told(part: str, lang: str, form: _Form, counts: Counter[str]) -> str | None:
    match = form.pattern.fullmatch(part)
    if match is None:
        return None
    side, told = form.sides[match["s"].lower()], match["c"].strip()
    if side == "others" and re.match("[都全]*[放装摆搁]", told):  # into or onto what, which is no look
        return None
    if lang == "zh" and _DOES.match(told):  # whoever lives, and not the candles
        counts = Counter({one: many for one, many in counts.items() if kinds()[one].alive}) or counts
    kind = _alike(match.groupdict().get("noun"), counts)
    if kind is None or counts[kind] < 2:
        return None
    whom = "the others" if side == "others" else f"the {side} {names('en', kind)}"
    if lang == "en" and _WITH.match(told):
        return f"give {whom} {_WITH.sub('', told)}"
    if lang == "zh" and _DOES.match(told):
        return f"{_CHINESE[side]}{'' if side == 'others' else names('zh', kind)}{told}"
    if side == "others" and lang == "zh":
        first = next((one for one in tokenise(told) if one.text not in "在正都也"), None)
        acts = first is not None and any(map(first.get, ("poses", "actions", "moods")))
        if first is not None and first.text == "人" and told not in ("人", "人们"):
            return f"其他的{told.removeprefix('人').removeprefix('们')}"  # 其他人拍手, of children
        return f"其他的{told}" if acts else f"其他的变成{told}"
    look = _look(told if lang != "zh" else told.removesuffix("的"), lang)
    if look is None:
        return None
    return f"{_CHINESE[side]}{names('zh', kind)}变成{look}" if lang == "zh" else f"make {whom} {look}"


def _alike(noun: str | None, counts: Counter[str]) -> str | None:
    """The kind that is named, or else the one of which there are most; None where something else is named."""
    if noun:
        named = [kind for token in tokenise(noun) if (kind := token.get("kinds")) is not None]
        if named:
            return named[0] if counts[named[0]] > 1 else None
        if noun.lower() not in ("one", "thing"):
            return None
    return max(counts, key=lambda kind: counts[kind])


def _look(told: str, lang: str) -> str | None:
    """The look that words tell and nothing else, as English and Chinese say it."""
    if lang in ("zh", "en"):
        return told if is_look(told) else None
    for word in (told, f"{told}色") if lang == "ja" else (told,):
        for token in tokenise(_IN_CONTEXT.get(lang, "{}").format(word)):
            if (colour := token.get("colours")) is not None:
                return names("en", colour, table="colours")
    return None


def is_look(told: str) -> bool:
    """Whether words tell a colour, a pattern or a size, and nothing else."""
    tokens = [token for token in tokenise(told) if token.get("filler") is None and token.get("of") is None]
    return bool(tokens) and all(
        any(token.get(role) for role in _LOOKS) or token.get("verbs") in ("larger", "smaller")
        for token in tokens
    )


_IN_CONTEXT = {
    "de": "mach den Ball {}", "fr": "un ballon {} dans le jardin", "es": "una pelota {} en el jardín",
    "pt": "uma bola {} no jardim", "it": "una palla {} nel giardino", "nl": "maak de bal {}", "ru": "мяч {}",
    "ja": "{}の猫がいる", "ko": "{} 고양이가 있다",
}  # fmt: skip
"""A colour alone does not tell its language."""
