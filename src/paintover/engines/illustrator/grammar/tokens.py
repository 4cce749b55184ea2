"""What a text is cut into before a grammar reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


LOOKS = ("colours", "patterns")
"""Roles of what a thing looks like."""


def is_one(token: Token | None, *roles: str) -> bool:
    """Whether there is a token, and it may be read in one of these roles."""
    return token is not None and any(token.get(role) is not None for role in roles)


def by_clause(tokens: list[Token], change: Callable[[list[Token]], list[Token]]) -> list[Token]:
    """The tokens with each clause changed so; what ends a clause stays."""
    out: list[Token] = []
    clause: list[Token] = []
    for token in tokens:
        if token.get("stop") is not None:
            out += [*change(clause), token]
            clause = []
        else:
            clause.append(token)
    return [*out, *change(clause)]
