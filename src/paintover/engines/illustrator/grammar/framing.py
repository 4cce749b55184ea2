"""How near a picture is taken and from how high: "a close-up of", 俯视, "low angle". Patterns are those of
`words/framing.toml`; they are taken out of a wish before its things are read, or else an "angle" would be drawn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.scene import Camera, Shot
from paintover.engines.illustrator.wording import Pattern

_FACE = re.compile(r"脸|面部|头部|\b(?:faces?|heads?)\b", re.IGNORECASE)
"""What a close-up is of, where it is nearer than of somebody."""
_CUT = re.compile(r"^[\s,，、.。:：的]+")


@dataclass(frozen=True, slots=True)
class Framing:
    """What is said of the camera, and what else is wished for."""

    rest: str
    shot: Shot = ""
    camera: Camera = ""
    unseen: bool = False
    """It was to stand where nobody here can: behind somebody."""


def framed_as(prompt: str) -> Framing:
    """Take out how the picture is to be taken. As it is where nothing else would be left to draw."""
    rest = prompt
    shot: Shot = ""
    camera: Camera = ""
    unseen = False
    for name, words in _words()["shot"].items():
        if (found := words.sub(" ", rest)) != rest:
            rest = found
            shot = shot or _shot(name, prompt)
    for name, words in _words()["camera"].items():
        if (found := words.sub(" ", rest)) != rest:
            rest, camera = found, "high" if name == "high" else "low"
    if (found := _words()["unseen"]["back"].sub(" ", rest)) != rest:
        rest, unseen = found, True
    if rest == prompt or not any(letter.isalnum() for letter in rest):
        return Framing(prompt)
    return Framing(_CUT.sub("", rest), shot, camera, unseen)


def _shot(name: str, prompt: str) -> Shot:
    match name:
        case "near":
            return "face" if _FACE.search(prompt) else "near"
        case "bust":
            return "bust"
        case "wide":
            return "wide"
    return ""


@cache
def _words() -> Mapping[str, Mapping[str, Pattern]]:
    return {
        table: {name: Pattern(words) for name, words in entries.items()}
        for table, entries in word_table("framing").items()
    }
