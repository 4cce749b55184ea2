"""The list of what can be drawn: the kinds of `kinds.toml`, and the emoji that it does not mention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from paintover.engines.illustrator.emoji import more_kinds
from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.scene import Part, RelationType, Rung
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.sketches import sketches
from paintover.engines.illustrator.trades import trades

Habitat = Literal["ground", "road", "water", "sky", "indoor", "table"]


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One noun that can be drawn. The fields are explained at the top of `kinds.toml`."""

    art: str
    height_m: float
    habitat: Habitat
    alive: bool = False
    crop: Literal["face", "bust"] | None = None
    wear: Part | None = None
    rel: RelationType | None = None
    poses: dict[str, str] = {}
    has: tuple[str, ...] = ()
    bare: str | None = None
    shines: bool = False
    paired: bool = False
    single: str | None = None
    variants: dict[str, str] = {}

    @property
    def rung(self) -> Rung:
        """How the kind is drawn: an icon of that name, our own drawing, or a mere outline."""
        return _RUNGS[self.art.partition(":")[0]]


_RUNGS: dict[str, Rung] = {"noto": "sprite", "prop": "prop", "mdi": "silhouette"}

CHAIRS = frozenset({"chair", "seat", "wheelchair", "armchair", "rocking-chair", "deck-chair", "barber-chair", "throne", "stool"})  # fmt: skip
"""Seats that a person fills: nothing finds room beside them there."""
BEDS = frozenset({"bed", "hospital-bed"})
"""In which one lies under covers."""
TABLES = frozenset(
    {
        "dining-table",
        "round-table",
        "desk",
        "school-desk",
        "counter",
        "kitchen-sink",
        "coffee-table",
        "picnic-table",
        "pool-table",
        "ping-pong-table",
    }
)
"""Furniture that people sit or stand behind and put things on."""
FENCES = frozenset({"fence", "long-fence"})
"""What runs between us and whoever is behind it, as a panel or a row of them."""
RUGS = frozenset({"rug", "round-rug"})
"""What lies on the floor of a room."""
SIGNPOST = "signpost"
"""The kind that stands in, with the word on it, for what cannot be drawn."""


@cache
def sorts() -> Mapping[str, tuple[str, ...]]:
    """By the name of a sort ("fruit"), the kinds that one of it may be; the first stands for it in the grammar."""
    return MappingProxyType(msgspec.convert(table("sorts"), dict[str, tuple[str, ...]]))


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its name: those described by hand, then one for each other emoji.

    Raises:
        msgspec.ValidationError: the file has a line that is no kind.
    """
    found = dict(described())
    arts = {name: kind.art for name, kind in found.items()}
    for name, fields in more_kinds(arts).items():
        like = found.get(fields.get("like", ""))
        if like is None:
            found[name] = msgspec.convert(fields, Kind)
        else:
            found[name] = msgspec.structs.replace(like, art=fields["art"], poses={}, variants={}, bare=None)
    return MappingProxyType(found)


@cache
def described() -> Mapping[str, Kind]:
    """The kinds of `kinds.toml` alone, each with words in `words/*.toml`; the others are emoji without more."""
    drawn = {name: sketch.kind(name) for name, sketch in sketches().items() if not sketch.drawing_only}
    drawn |= {name: shop.kind(name) for name, shop in shops().items()}
    found = msgspec.convert({**table("kinds"), **drawn}, dict[str, Kind])
    for name, trade in trades().items():
        if trade.looks is not None:
            found[name] = found[trade.looks]
            if trade.height_m is not None:
                found[name] = msgspec.structs.replace(found[name], height_m=trade.height_m)
    return MappingProxyType(found)


@cache
def _parts() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in table("parts")["of"]:
        for whole in row["wholes"]:
            found.setdefault(whole, set()).update(row["parts"])
    return {whole: frozenset(parts) for whole, parts in found.items()}


def parts_of(wholes: Iterable[str]) -> frozenset[str]:
    """The kinds of all parts that drawings of such kinds show anyway; `tables/parts.toml` has them."""
    return frozenset(part for kind in wholes for part in _parts().get(kind, ()))


@cache
def by_icon() -> Mapping[str, str]:
    """By icon, the first kind that is drawn with it."""
    found: dict[str, str] = {}
    for name, kind in kinds().items():
        if kind.art.startswith("noto:"):
            found.setdefault(kind.art.removeprefix("noto:"), name)
    return MappingProxyType(found)
