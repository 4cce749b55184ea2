"""Mediums and manners that the engine has not: each is told as the nearest of its own styles, and the answer says so.

"An oil painting of a lake" is a lake in watercolour; an oil painting that hangs on a wall stays a thing. The table is
`words/mediums.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.tokens import WordLanguage
from paintover.engines.illustrator.wording import Pattern

_QUOTED = re.compile(r"(“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|\"[^\"]*\")")
_TOLD: Mapping[WordLanguage, Mapping[str, str]] = {
    "en": {
        "watercolour": "watercolour", "sketch": "pencil sketch", "line": "line art", "papercut": "paper cut", "pixel": "pixel art",
        "flat": "flat", "ink": "ink wash", "storybook": "storybook",
    },
    "zh": {
        "watercolour": "水彩", "sketch": "素描", "line": "线稿", "papercut": "剪纸", "pixel": "像素", "flat": "扁平", "ink": "水墨",
        "storybook": "绘本",
    },
}  # fmt: skip
"""By style, the word by which a wish asks for it."""
_WORK = r"painting|drawing|sketch|illustration|artwork|rendering|art print|print|picture|image"
_MANNER = r"style|look|vibe|aesthetic|effect|finish|version|feel|manner"


@dataclass(frozen=True, slots=True)
class _Mediums:
    styles: Mapping[str, str]
    names: Pattern
    """Any name; where none stands, there is nothing to be told otherwise."""
    pattern: Pattern


@cache
def _mediums(lang: WordLanguage) -> _Mediums:
    table = word_table("mediums")[lang]
    styles = {
        name: style for part in ("words", "manners") for style, names in table[part].items() for name in names
    }
    words, manners = (_any_of(table[part]) for part in ("words", "manners"))
    either = f"{words}|{manners}"
    names = Pattern(rf"\b(?:{either})\b" if lang == "en" else either)
    return _Mediums(
        styles, names, Pattern(_english(words, manners) if lang == "en" else _chinese(words, manners))
    )


def _any_of(named: Mapping[str, list[str]]) -> str:
    names = sorted((name for several in named.values() for name in several), key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", " ") for name in names)


def _english(words: str, manners: str) -> str:
    medium, opened = (
        rf"(?P<m>{words}|{manners})",
        r"^\s*(?:(?:please )?(?:draw|paint|create|generate|make)(?: me)? )?(?:an? |the )?",
    )
    remade = r"(?:make|turn|change|convert|redo|repaint|redraw|render|paint|draw|do) (?:it|this|that|everything|(?:the )?(?:whole )?(?:picture|image|thing|scene)) "
    named = [
        rf"{opened}{medium} (?:{_WORK})(?: of|:|,| showing| with)\s",
        rf"(?:{remade})?(?:(?:look |be )*(?:in|into|as|like|to|with)(?: the)? )?(?:an? )?\b{medium}(?:-like)?[ -](?:(?:{_WORK}) )?(?:{_MANNER})\b(?: (?:{_WORK})\b)?(?: of\b)?",
        rf"(?:{remade})(?:look |be |become |in |into |as |like |to |an? )*{medium}(?: (?:{_WORK}))?(?=\W*$)",
        rf"(?:{remade})?\b(?:painted |drawn |done |rendered )?(?:in|as|like|into) (?:an? )?{medium}(?: (?:{_WORK}))?(?=\W*$)",
        rf"[,;] ?(?:an? )?{medium}(?: (?:{_WORK}))?(?=\W*$)",
        rf"^\s*(?:an? )?{medium} (?:{_WORK})(?=\W*$)|^\s*(?:in )?(?P<ma>{manners})(?=\W*$)",
        rf"(?<!the )\b(?P<m>{manners})(?: (?=portrait\b))? (?:art(?:work)? (?:of )?|(?:{_WORK}) (?:of )?)?(?=[a-z])",
    ]
    return "|".join(re.sub(r"\?P<m>", f"?P<m{at}>", one) for at, one in enumerate(named))


def _chinese(words: str, manners: str) -> str:
    medium, manner = (
        rf"(?P<m>{words}|{manners})",
        r"(?:风格|画风|风(?!景|筝|铃)|效果|质感|笔触|感觉|版本|版(?!画))",
    )
    remade = r"(?:把|将)?(?:它|这张图?|图片?|画面|整[张幅个](?:图|画|画面)?|全部)?(?:都)?(?:改|换|变|画|转|做|弄|处理|调|重画)(?:成|为|作)(?:一?[幅张])?"
    named = [
        rf"(?:{remade}|[用以])?{medium}(?:的)?{manner}的?",
        rf"^\s*(?:请|帮我|给我)?(?:画|来|要)?(?:一?[幅张])?{medium}\s*[：:，,]",
        rf"(?<![\u4e00-\u9fff])(?:请|帮我|给我|麻烦|再|最后|现在|那)*(?:{remade}){medium}(?=的?(?:样子|吧|呗|看看)?[，。！!？?\s]*$)",
        rf"(?:的|[，,]){medium}(?=[。！!\s]*$)",
    ]
    return "|".join(re.sub(r"\?P<m>", f"?P<m{at}>", one) for at, one in enumerate(named))


_SORT_OF_WORK = r"(?:paintings?|pictures?|images?|drawings?|illustrations?|art(?:work)?|sketch|style|look|version|print|page|artwork)"


def told_as_a_work(text: str) -> str:
    """An edit that asks for the picture as a work of some manner, in plain words: "turn it into a watercolour painting" is "in
    watercolour", and no painting comes into the picture."""
    match = _as_a_work().fullmatch(text.strip())
    if (alone := _ALONE.fullmatch(text.strip(" 。！!~"))) is not None:
        return f"改成{alone['style']}{alone['of'] or ''}"
    if match is None:
        return text
    told = _asked()[match["name"].lower()]
    return told if match["rest"] is None else f"{told}, {match['rest']}"


_ALONE = Pattern(
    r"(?:(?:来|要|换)(?:个|一?[张幅])?|(?:把它|整个|全部?)?(?:弄|做|画|改|换|变)成(?:个|一?[张幅])?)?(?P<style>油画|蜡笔画|粉笔画|版画|浮世绘|漫画|马赛克|黑白)(?P<of>风格?|效果)?的?(?:吧|试试)?",
    re.NOFLAG,
)
"""A manner and nothing else: the picture is to be one, and has none in it."""


@cache
def _asked() -> Mapping[str, str]:
    return {name: told for told, names in word_table("mediums")["asked"].items() for name in names}


@cache
def _as_a_work() -> Pattern:
    names = "|".join(sorted(map(re.escape, _asked()), key=len, reverse=True))
    return Pattern(
        r"(?:(?:please|now|and|then|also|ok|can you|could you),? )*(?:(?:make|turn|change|convert|transform|draw|redraw|render|paint|repaint|do|show|give) "
        r"(?:it|this|that|everything|all of it|(?:the |this )?(?:whole |entire )?(?:thing|picture|image|scene|drawing|illustration))(?: all)?(?: look)?(?: (?:like|into|to|as|in|a))*"
        r"|(?:in|as|like)) (?:the (?:style|manner|look) of )?(?:an? |the )?(?:nice |beautiful |simple |cute |old )?"
        rf"(?P<name>{names})(?:[ -]{_SORT_OF_WORK})*(?: please| instead)?[.!]*(?:,? (?:and|but) (?P<rest>.+))?"
    )


@lru_cache(maxsize=32)
def in_own_style(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with the nearest style at its end instead of each such medium, and the pairs of both, as they are called.

    What stands in quotation marks stays as it is.
    """
    pairs: list[tuple[str, str]] = []
    for lang in ("en", "zh"):
        mediums = _mediums(lang)
        if mediums.names.search(text) is None:
            continue
        style = ""
        parts = _QUOTED.split(text)
        for at in range(0, len(parts), 2):
            for found in reversed(list(mediums.pattern.finditer(parts[at]))):
                name = next(name for name in found.groups() if name is not None)
                style = _TOLD[lang][mediums.styles[name.lower()]]
                if name.lower() != style:  # "a flat illustration of" is asked for what it is
                    pairs.append((_called(found[0], name), style))
                parts[at] = parts[at][: found.start()] + parts[at][found.end() :]
        if style:
            text = _closed("".join(parts), f"{style} style" if lang == "en" else f"{style}风格", lang)
    return text, tuple(dict.fromkeys(pairs))


def _called(said: str, name: str) -> str:
    """A medium as it was called, with the work behind it: "oil painting"."""
    found = re.search(rf"{re.escape(name)}(?: (?:{_WORK}))?\b", said)
    return name if found is None else found[0]


def _closed(text: str, style: str, lang: WordLanguage) -> str:
    """What is left with the style as its last clause."""
    rest = text.strip(" ,，;；.。!！")
    if not rest:
        return style
    return f"{rest}, {style}" if lang == "en" else f"{rest}，{style}"
