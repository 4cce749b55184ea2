"""What a text is cut into before a grammar reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

WordLanguage = Literal["zh", "en"]
Readings = Mapping[str, str]

_NOTHING: Readings = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the text, `start` to `end`, and what it may mean. Without readings it is an unknown word."""

    text: str
    start: int
    end: int
    lang: WordLanguage
    readings: Readings = field(default_factory=lambda: _NOTHING)
    plural: bool = False

    def get(self, role: str) -> str | None:
        """The value of that reading, or None."""
        return self.readings.get(role)

    @property
    def unknown(self) -> bool:
        return not self.readings
