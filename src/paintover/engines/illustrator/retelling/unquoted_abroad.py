"""Words that are to stand on a board and that stand in no quotation marks, in other languages than Chinese and English:
"una pancarta que diga hola", こんにちはと書いた看板."""

from __future__ import annotations

import re
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import Dialect, dialect_of
from paintover.engines.illustrator.grammar.lexicon import english_words
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.letters.boards import WRITABLE
from paintover.engines.illustrator.wording import Pattern

_QUOTED = re.compile(r"[“\"„«「『]")


@cache
def _inscribed() -> dict[str, Pattern]:
    return {lang: Pattern(said) for lang, said in word_table("pointed")["inscribed"].items()}


def quoted_abroad(text: str) -> str:
    """The text with quotation marks around what is to stand on a board that it names."""
    if _QUOTED.search(text) or len(text) > 200:
        return text
    dialect: Dialect | None = dialect_of(text, english=english_words())
    if dialect is None or dialect not in _inscribed():
        return text
    match = _inscribed()[dialect].search(text)
    if match is None or not _names_a_board(text):
        return text
    start, end = match.span("words")
    return f"{text[:start]}“{text[start:end].strip()}”{text[end:]}"


def _names_a_board(text: str) -> bool:
    named = (token.get("kinds") for token in tokenise(text))
    return any(kind is not None and (kind in _BOARDS or kind in WRITABLE) for kind in named)


_BOARDS = frozenset(
    {"signpost", "banner", "poster", "flag", "placard", "blackboard", "whiteboard", "cloth-banner"}
)
