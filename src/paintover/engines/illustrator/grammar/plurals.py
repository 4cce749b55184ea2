"""What an English noun is called where there are several, and what a word may be the plural of."""

from __future__ import annotations

import re
from collections.abc import Iterator


def several_of(noun: str) -> str:
    """The regular plural: "huskies"; what has none stays as it is."""
    if noun.endswith(("sheep", "fish", "deer", "s")):
        return noun
    return f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"


_VESSELS_ONE = {
    "glasses": "glass of", "cups": "cup of", "bottles": "bottle of", "mugs": "mug of", "bowls": "bowl of", "plates": "plate of",
    "pots": "pot of", "cans": "can of", "boxes": "box of", "bags": "bag of", "jars": "jar of", "slices": "slice of",
}  # fmt: skip
_VESSELS = re.compile(rf"({'|'.join(_VESSELS_ONE)}) of")
_IRREGULAR = (
    ("men", "man"), ("people", "person"), ("children", "child"), ("mice", "mouse"), ("geese", "goose"), ("oxen", "ox"),
    ("feet", "foot"), ("teeth", "tooth"),
)  # fmt: skip


_IN_ES = ("ses", "xes", "zes", "ches", "shes", "oes")
"""Plurals that have an e more than the singular."""


def spellings_of(word: str) -> Iterator[tuple[str, bool]]:
    """The word as it is, with spaces for hyphens, and what it may be the plural of."""
    yield word, False
    if "-" in word:
        yield word.replace("-", " "), False
    if (held := _VESSELS.match(word)) is not None:
        yield word.replace(held[0], _VESSELS_ONE[held[1]], 1), True
    if word.endswith("ies"):
        yield word[:-3] + "y", True
    if word.endswith("ves"):
        yield word[:-3] + "f", True
        yield word[:-3] + "fe", True
    if word.endswith(_IN_ES):
        yield word[:-2], True
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1], True
    if word.endswith("es") and not word.endswith(_IN_ES):
        yield word[:-2], True  # behind "capes", which are no caps
    for several, one in _IRREGULAR:
        if word.endswith(several):
            yield word[: -len(several)] + one, True
