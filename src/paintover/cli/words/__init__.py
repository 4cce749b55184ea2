"""The command line's own words, one JSON file a language. What a key means is best seen in `en.json`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from typing import Any, Literal

import msgspec

Language = Literal["en", "zh"]


class Words:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        """Read them."""
        written = (resources.files(__name__) / f"{language}.json").read_bytes()
        self.language: Language = language
        self.all: Mapping[str, str] = msgspec.json.decode(written, type=dict[str, str])

    def __call__(self, key: str, **values: Any) -> str:
        """The words under a key, with values filled in."""
        return self.all[key].format(**values)

    def step(self, name: str) -> str:
        """What an engine is about, by its own name for that; of a name that is not known here, the name itself."""
        return self.all.get(f"step_{name}", name)
