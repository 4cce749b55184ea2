"""People by what they do: a face, the clothes of the trade, the tool in the hand, and where they are at home.

Clothes and tools are things of the scene like any others, so that they can be recoloured, taken away or changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

import msgspec

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.scene import Part

_SEXES = {"man": (("男",), ("male ", "man ")), "woman": (("女",), ("female ", "woman ", "lady "))}
"""By the face, what stands before the word for a trade in Chinese and in English."""
_EITHER = frozenset({"man", "woman", "person"})
"""Faces of trades that women and men have."""


class Kit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody has on or with them: kinds, by where they are."""

    wear: tuple[str, ...] = ()
    head: str | None = None
    eyes: str | None = None
    face: str | None = None
    back: str | None = None
    hold: str | None = None
    foot: str | None = None
    tints: dict[str, str] = {}

    @property
    def kit(self) -> tuple[tuple[str, Part], ...]:
        """What it consists of, each with the part of the body where it is."""
        others: tuple[tuple[str | None, Part], ...] = (
            (self.head, "head"),
            (self.eyes, "eyes"),
            (self.face, "face"),
            (self.back, "back"),
            (self.hold, "hand"),
            (self.foot, "foot"),
        )
        return (
            *((kind, "neck") for kind in self.wear),
            *((kind, part) for kind, part in others if kind is not None),
        )


class Trade(Kit, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of `words/trades.toml`, where the fields are explained."""

    zh: tuple[str, ...]
    en: tuple[str, ...]
    looks: str | None = None
    tint: str | None = None
    pose: str | None = None
    place: str | None = None
    height_m: float | None = None


@cache
def trades() -> Mapping[str, Trade]:
    """By kind, every trade; those of women and men have kinds of their own ("woman-barber").

    Raises:
        msgspec.ValidationError: the file has an entry that is no trade.
    """
    found = msgspec.convert(word_table("trades"), dict[str, Trade])
    for name, trade in list(found.items()):
        if trade.looks not in _EITHER:
            continue
        for sex, (zh, en) in _SEXES.items():
            found[f"{sex}-{name}"] = msgspec.structs.replace(
                trade,
                looks=sex,
                zh=tuple(before + word for before in zh for word in trade.zh),
                en=tuple(before + word for before in en for word in trade.en),
            )
    return MappingProxyType(found)


def trade_words(lang: str) -> Iterable[tuple[str, str]]:
    """The words for trades in one language, each with its kind."""
    for name, trade in trades().items():
        for word in trade.zh if lang == "zh" else trade.en:
            yield word, name


@cache
def trade_homes() -> Mapping[str, str]:
    """By trade, the place where it is at home."""
    return {name: trade.place for name, trade in trades().items() if trade.place is not None}
