"""Turns of phrase, told in the words that the grammar reads: 骆驼队 is five camels, "a flock of sheep" five sheep,
从纸箱里探出头来 is being in the box, 画海 is to draw the sea. Patterns are those of `words/turns.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.wording import Pattern, Rules

_QUOTED = re.compile(r"(“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|\"[^\"]*\")")


@cache
def _turns(languages: tuple[str, ...], *, new: bool = False) -> Rules:
    """The patterns of those languages, in their order; with `new`, those that only a new picture's wish is read by."""
    tables = word_table("turns")
    return Rules(
        rule
        for lang, table in (tables["anew"] if new else tables).items()
        if lang in languages
        for rule in table.items()
    )


_CHINESE, _LATIN = re.compile(r"[\u3400-\u9fff]"), re.compile(r"[a-z]", re.IGNORECASE)


def patterns_for(text: str) -> tuple[str, ...]:
    """The tables of patterns that can fit a text at all, by its script."""
    chinese, latin = _CHINESE.search(text) is not None, _LATIN.search(text) is not None
    return (*(("zh",) if chinese else ()), *(("en",) if latin else ()), "other")


_WRITTEN = Pattern(
    r"\b(?:says|saying|reads|titled|called|named|caption(?:ed)?|with the (?:text|words|title))\b|写[着上了有]|标题|字样|叫做|名叫|配文|文案"
)


def spoken_and_written(text: str) -> tuple[str, str]:
    """The text up to where words are given that are to be written as they are, and those."""
    match = _WRITTEN.search(text)
    return (text, "") if match is None else (text[: match.start()], text[match.start() :])


def turned(text: str) -> str:
    """The text with every such turn told plainly; quotations, and what is to be written, stay as they are."""
    return _told(text, new=False)


def anew(text: str) -> str:
    """The wish for a new picture with what would mean an edit otherwise told plainly: "all the cats", "a pear instead of a plum"."""
    return _told(text, new=True)


def _told(text: str, *, new: bool) -> str:
    text, written = spoken_and_written(text)
    parts = _QUOTED.split(text)
    for at in range(0, len(parts), 2):
        parts[at] = _turns(patterns_for(parts[at]), new=new).told(parts[at])
    return "".join(parts) + written
