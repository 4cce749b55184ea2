"""What of a backdrop goes by which words: the fence of a garden, the counter of a café, 理发椅.

`words/pieces.toml` has the words of all pieces; which of them a picture shows is read off its backdrop as it is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from paintover.domain.call import Language
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.outlook import pieces_shown
from paintover.engines.illustrator.wording import Pattern


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    return word_table("pieces")


@cache
def _named() -> Mapping[str, tuple[str, ...]]:
    """By each word the pieces that it may mean, in the order of the table."""
    found: dict[str, list[str]] = {}
    for name, words in _table().items():
        for word in (*words["en"], *words["zh"]):
            for form in (word, f"{word}s") if word.isascii() else (word,):
                found.setdefault(form, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


@cache
def _words() -> Pattern:
    longest = sorted(_named(), key=len, reverse=True)
    english = "|".join(re.escape(word) for word in longest if word.isascii())
    chinese = "|".join(word for word in longest if not word.isascii())
    return Pattern(rf"\b(?:{english})\b(?![-’'])|(?:{chinese})")


def called(piece: str, language: Language) -> str:
    """What an answer calls a piece."""
    return str(_table()[piece][language][0])


def stands_for(piece: str) -> str | None:
    """The kind of thing that a piece gives way to where something is to stand to it; None of one that stays."""
    kind = _table()[piece].get("kind")
    return None if kind is None else str(kind)


def piece_called(word: str, scene: Scene) -> str | None:
    """The piece of the backdrop that a noun may mean; None where none of those is shown."""
    names = _named().get(word.lower().removeprefix("the "), ())
    shown = pieces_shown(scene) if names else {}
    return next((name for name in names if name in shown), None)


def pieces_in(text: str, scene: Scene) -> list[tuple[str, re.Match[str]]]:
    """The pieces of the backdrop that a text names, with where it does."""
    named = [(piece_called(match[0], scene), match) for match in _words().finditer(text)]
    return [(piece, match) for piece, match in named if piece is not None]
