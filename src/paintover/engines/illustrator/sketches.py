"""Things of `tables/sketches.toml`: each with its words, its size and its drawing in one place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

import msgspec

from paintover.engines.illustrator.files import table, word_table
from paintover.engines.illustrator.scene import Part


class Sketch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One drawn thing; the fields are explained at the top of the file."""

    en: tuple[str, ...]
    zh: tuple[str, ...]
    height_m: float
    habitat: Literal["ground", "road", "water", "sky", "indoor", "table"]
    paint: str
    svg: str
    alive: bool = False
    wear: Part | None = None
    drawing_only: bool = False
    poses: dict[str, str] = {}
    single: str | None = None

    def kind(self, name: str) -> dict[str, Any]:
        """The fields of its kind, as in `kinds.toml`."""
        fields: dict[str, Any] = {
            "art": f"prop:{name}",
            "height_m": self.height_m,
            "habitat": self.habitat,
            "alive": self.alive,
        }
        more = {"wear": self.wear, "poses": self.poses, "single": self.single}
        return {**fields, **{name: value for name, value in more.items() if value}}


@cache
def sketches() -> Mapping[str, Sketch]:
    """Every sketch by the name of its kind."""
    return MappingProxyType(msgspec.convert(table("sketches"), dict[str, Sketch]))


@cache
def more_words() -> Mapping[str, Mapping[str, Any]]:
    """The tables of `words/more.toml`."""
    return MappingProxyType(word_table("more"))
