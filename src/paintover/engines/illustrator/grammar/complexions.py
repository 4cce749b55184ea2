"""What is said of somebody's skin, told by an adjective before whoever has it: "a boy with dark skin" is a dark-skinned boy,
皮肤黝黑的男孩 a 黑皮肤的男孩."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import msgspec

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sprites.skin import has_skin
from paintover.engines.illustrator.wording import Rules


class _Words(msgspec.Struct, frozen=True):
    adjectives: dict[str, dict[str, tuple[str, ...]]]
    phrases: dict[str, str]
    fixed: dict[str, str]


@cache
def _words() -> _Words:
    return msgspec.convert(word_table("complexion"), _Words)


@cache
def _phrases() -> Mapping[str, re.Pattern[str]]:
    return {
        tone: re.compile(pattern.replace("\\\n", ""), re.IGNORECASE)
        for tone, pattern in _words().phrases.items()
    }


@cache
def _any_of_them() -> re.Pattern[str]:
    """What every such phrase has one of, so that a wish without it costs nothing."""
    return re.compile(
        r"skin|complexion|black |white |african|皮肤|肤色|黑人|白人|非洲|haut|кож|肌|色白|色黒|日焼け|피부",
        re.IGNORECASE,
    )


_KANA_OR_HANGUL = re.compile("[\u3040-\u30ff\uac00-\ud7a3]")


@cache
def _fixed() -> Rules:
    return Rules(_words().fixed.items())


def by_adjectives(text: str) -> str:
    """The text with every such phrase told so."""
    if _any_of_them().search(text) is None:
        return text
    text = _fixed().told(text)
    for tone, pattern in _phrases().items():
        while (match := pattern.search(text)) is not None:
            lang = "zh" if re.search("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]", match[0]) else "en"
            if lang == "en" and "mit " in match[0]:
                lang = "de"
            joint = " " if lang != "zh" else "" if _KANA_OR_HANGUL.search(text) else "的"
            word = f"{_words().adjectives[lang].get(tone, _words().adjectives['en'][tone])[0]}{joint}"
            before, after = text[: match.start()], text[match.end() :]
            if after.startswith("的"):  # 皮肤黑的男孩
                text = f"{before}{word}{after[1:]}"
                continue
            at = _last_of_them(before)
            if at is None:
                text = f"{before}{word if _last_of_them(after) is not None else ''}{after}"
                continue
            text = f"{before[:at]}{word}{before[at:]}{after}"
    return text


def _last_of_them(text: str) -> int | None:
    """Where the noun begins of whom a text speaks last."""
    found = None
    for token in tokenise(text):
        kind = token.get("kinds")
        if kind is not None and kind in kinds() and has_skin(kinds()[kind].art):
            found = token.start
    return found
