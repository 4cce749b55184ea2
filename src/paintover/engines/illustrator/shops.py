"""The shops of `tables/shops.toml`: each with its words, its awning, its sign and its wares in one place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import msgspec

from paintover.engines.illustrator.files import table


class Shop(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One shop; the fields are explained at the top of the file."""

    en: tuple[str, ...]
    zh: tuple[str, ...]
    paint: str
    sign: str
    wares: tuple[str, ...]
    room: str | None = None

    def kind(self, name: str) -> dict[str, Any]:
        """The fields of its kind, as in `kinds.toml`: the front, as it stands in a street."""
        return {"art": f"prop:{name}", "height_m": FRONT_M, "habitat": "road"}

    def place(self, name: str) -> str:
        """The place that one is in who is inside."""
        return self.room or name


FRONT_M = 4.2
"""How high a front is, in metres."""


@cache
def shops() -> Mapping[str, Shop]:
    """Every shop by the name of its kind."""
    return MappingProxyType(msgspec.convert(table("shops"), dict[str, Shop]))
