"""What cannot be seen and is asked for alone: "freedom", 宁静, "the feeling of summer"; and "something nice", which leaves the choice.

`words/notions.toml` has the names in every language and pictures that stand for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from paintover.domain.call import Language
from paintover.engines.illustrator.emoji import whole
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import vocabulary
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.wording import Patterns

_GRAMMARS: tuple[Literal["en", "zh"], ...] = ("en", "zh")
_LONGEST = 90
"""Letters of a wish for nothing else, with its style."""
_ENDS = "吧呗呀哦啊嘛 \t\n.。!！?？~～,，:：;；…\"'“”‘’「」《》"
_ASIDE = re.compile(
    r"^(?P<head>.+?)(?P<tail>[,，;；].+|\s(?:in|as|at|im|als|en|em|with a)\s.+)$", re.IGNORECASE
)
"""A wish with what is told of its style, time or place behind it."""
_BEFORE = re.compile(r"^(?P<tail>.{2,12})[:：,，](?P<head>.+)$")
"""The same before it: 水墨画：孤独."""


@dataclass(frozen=True, slots=True)
class Notion:
    """A wish for nothing that is seen."""

    name: str
    """As it was said; empty where the choice was left to whoever draws, and where the picture shows it after all."""
    words: str
    """What is drawn for it, with the style that was asked for."""


@cache
def _tables() -> dict[str, Any]:
    return word_table("notions")


@cache
def _named() -> dict[str, str]:
    """The notion of each name, and "open" for those of a free choice."""
    return {word: key for key, one in _tables().items() if key != "wrapped" for word in one["words"]}


@cache
def _wraps() -> Patterns[None]:
    return Patterns(
        ("(?:" + one.replace("{x}", f"(?P<x{i}>.+?)", 1) + ")", None)
        for wrap in _tables()["wrapped"]
        for i, one in enumerate(_alternatives(wrap))
    )


def _alternatives(wrap: str) -> list[str]:
    """The parts of a pattern between the bars that stand in no brackets."""
    parts, depth = [""], 0
    for letter in wrap:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def notion(text: str, seed: int, language: Language) -> Notion | None:
    """What stands for the wish; None where it asks for something that is seen."""
    text = text.strip(_ENDS)
    if not text or len(text) > _LONGEST:
        return None
    for head, tail in _readings(text):
        if (found := _found(head)) is not None:
            name, key = found
            if tail and key != "open" and _tables()[key].get("seen") and _shows_something(tail):
                continue
            if key == "open":
                ideas: Sequence[str] = vocabulary(language).ideas
            else:
                ideas = _tables()[key]["ideas"]
                name = "" if _tables()[key].get("seen") else name
            idea = ideas[seed % len(ideas)]
            return Notion("" if key == "open" else name, f"{idea}, {tail}" if tail else idea)
    return None


def _shows_something(tail: str) -> bool:
    """Whether it names what is to be seen: the Great Wall in autumn shows that, and no idea of autumn."""
    said = parse(tail)
    return said.place is not None or any(mention.kind is not None for mention in said.mentions)


def _readings(text: str) -> list[tuple[str, str]]:
    """The wish, and what is told of its style."""
    readings = [(text, "")]
    for pattern in (_ASIDE, _BEFORE):
        match = pattern.match(text)
        if match is not None:
            readings.append((match["head"], match["tail"].strip(_ENDS)))
    return readings


def _found(text: str) -> tuple[str, str] | None:
    """The name of a notion, and its key, within at most three wraps."""
    seen = {text.strip(_ENDS).casefold()}
    layer = seen
    for _ in range(4):
        for word in layer:
            key = _named().get(word)
            if key is not None and not _is_a_thing(word):
                return word, key
        layer = {
            match[match.lastgroup or 0].strip(_ENDS)
            for word in layer
            for wrap, _ in _wraps().fitting(word)
            if (match := wrap.fullmatch(word)) is not None
        } - seen
        seen |= layer
    return None


def _is_a_thing(word: str) -> bool:
    """Whether the word names a thing, or an emoji."""
    return any("kinds" in vocabulary(lang).words.get(word, {}) or word in whole(lang) for lang in _GRAMMARS)
