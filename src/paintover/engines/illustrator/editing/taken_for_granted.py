"""What one may take for granted out of doors, so that it comes along where something is to be put to it: a fence at a farm."""

from __future__ import annotations

from collections.abc import Mapping

_GREEN = frozenset({
    "meadow", "farm", "forest", "mountains", "garden", "park", "playground", "village", "lake", "river", "jungle", "waterfall", "castle",
    "orchard", "vineyard", "terraces", "tea-garden", "campsite", "graveyard", "cliffs", "zoo",
})  # fmt: skip
_ROADS = frozenset({"street", "pavement"})
_WATERS = frozenset({"lake", "river", "sea", "beach", "harbour"})
AT_HOME: Mapping[str, frozenset[str]] = {
    "tree": _GREEN | _ROADS | {"rooftop", "market"},
    "bush": _GREEN | _ROADS,
    "rock": _GREEN | {"desert", "beach", "snow", "moon", "cave", "underwater", "sea"},
    "fence": _GREEN - {"forest", "jungle", "waterfall"},
    "gate": frozenset({"farm", "garden", "park", "village", "castle"}),
    "bench": _GREEN | _ROADS | {"beach"},
    "pond": _GREEN | {"desert"},
    "barn": frozenset({"farm", "meadow"}),
    "haystack": frozenset({"farm", "meadow"}),
    "well": frozenset({"village", "farm", "castle"}),
    "house": frozenset({"village", "meadow", "farm", "garden"}) | _ROADS,
    "car": _ROADS,
    "bus": _ROADS,
    "taxi": _ROADS,
    "bus-stop": _ROADS,
    "street-lamp": _ROADS | {"park"},
    "traffic-light": frozenset({"street"}),
    "shop": _ROADS,
    "swing-set": frozenset({"playground", "park", "garden"}),
    "slide": frozenset({"playground", "park"}),
    "seesaw": frozenset({"playground", "park"}),
    "goal-net": frozenset({"stadium", "playground"}),
    "palm-tree": frozenset({"beach", "desert"}),
    "beach-umbrella": frozenset({"beach"}),
    "umbrella": frozenset({"beach"}),
    "boat": _WATERS,
    "bridge": frozenset({"river", "lake", "park", "garden"}),
    "wooden-bridge": frozenset({"river", "lake", "park", "garden"}),
    "lotus-leaf": frozenset({"lake", "river"}),
    "lotus": frozenset({"lake"}),
    "tent": frozenset({"campsite", "forest", "meadow", "mountains", "lake", "river", "desert"}),
    "campfire": frozenset({"campsite", "forest", "mountains", "lake", "beach", "desert"}),
    "snowman": frozenset({"snow"}),
    "cactus": frozenset({"desert"}),
    "market-stall": frozenset({"market"}) | _ROADS,
}
"""By a kind, the places where it stands to reason."""
