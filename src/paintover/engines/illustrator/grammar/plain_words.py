"""A text in plain characters and plain words, ahead of all reading: small letters, simplified Chinese, and "golden retriever"
said as a kind and how it looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, partial

from paintover.engines.illustrator.grammar.lexicon import vocabulary
from paintover.engines.illustrator.grammar.plurals import several_of
from paintover.engines.illustrator.grammar.tokens import WordLanguage
from paintover.engines.illustrator.sketches import more_words
from paintover.engines.illustrator.wording import any_of


@cache
def _said_as(lang: WordLanguage) -> tuple[re.Pattern[str], Mapping[str, str]]:
    table: dict[str, str] = dict(more_words()[f"said_as_{lang}"])
    if lang == "en":
        for name, plain in list(table.items()):
            head, *rest = re.split(r"(?= with | of )", plain, maxsplit=1)
            table.setdefault(several_of(name), several_of(head) + "".join(rest))
    names_ = any_of(table)
    return re.compile(rf"\b(?:{names_})\b" if lang == "en" else names_, re.IGNORECASE), table


def in_plain_words(text: str) -> str:
    """The text with names that say a kind and how it looks ("golden retriever") said in those words; what is to be written
    stays as it is."""
    parts: list[str] = []
    at = 0
    for written in _WRITTEN.finditer(text):
        start, end = written.span(written.lastgroup or 0)
        parts += (_in_plain_words(text[at:start]), text[start:end])
        at = end
    return "".join((*parts, _in_plain_words(text[at:])))


_KANA_OR_HANGUL = re.compile("[\u3040-\u30ff\uac00-\ud7a3]")


def _in_plain_words(text: str) -> str:
    for lang in ("en", "zh"):
        pattern, table = _said_as(lang)
        if lang == "zh" and _KANA_OR_HANGUL.search(text):  # 的 is no word of a Japanese sentence
            table = {name: name if "的" in told else told for name, told in table.items()}
        text = pattern.sub(partial(_plainly, table), text)
    return text


def _plainly(table: Mapping[str, str], match: re.Match[str]) -> str:
    return table[match[0].lower()]


STOPS = "，。；！？,.;!?\n：:()（）…"


def fold(text: str) -> str:
    """Lower case, full-width to ASCII, traditional to simplified: character by character, so offsets stay."""
    return text.lower() if text.isascii() else text.translate(_folding())


class _Folding(dict[int, str]):
    """Characters folded, each worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        lower = character.lower()
        if 0xFF01 <= code <= 0xFF5E and character not in STOPS:
            lower = chr(code - 0xFEE0).lower()
        folded = vocabulary("zh").fold.get(character, lower if len(lower) == 1 else character)
        return self.setdefault(code, folded)


@cache
def _folding() -> _Folding:
    return _Folding()


_WRITTEN = re.compile(
    r"(?P<quoted>[“\"「『《][^”\"」』》\n]*[”\"」』》])"
    r"|(?:[写寫][着著上了有]?|字样|字樣|标题|標題|文字)[:：]?\s*(?P<plain>[^，。！？,.;；\s“\"「『]+)"
)
_NOT_CHINESE = re.compile(r"[\u3040-\u30ff\uac00-\ud7a3]")


def in_simplified(text: str) -> str:
    """Traditional Chinese in simplified characters, one for one, and with Chinese commas; what is to be written in the picture
    stays as it is."""
    if _NOT_CHINESE.search(text):
        return text
    table = _simplified()
    parts: list[str] = []
    at = 0
    for written in _WRITTEN.finditer(text):
        start, end = written.span(written.lastgroup or 0)
        parts += (_punctuated(text[at:start].translate(table)), text[start:end])
        at = end
    return "".join((*parts, _punctuated(text[at:].translate(table))))


_COMMA = re.compile(r"(?:^|(?<=[\u4e00-\u9fff”\"」]))[ ]*,[ ]*(?=[\u4e00-\u9fff“\"「])")


def _punctuated(words: str) -> str:
    """Chinese with Chinese commas, by which its clauses are read."""
    return _COMMA.sub("，", words)


@cache
def _simplified() -> Mapping[int, str]:
    return str.maketrans(dict(vocabulary("zh").fold))
