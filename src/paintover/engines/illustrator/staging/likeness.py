"""How like one kind is to another: whether what is to become a woman is rather the man or the fish."""

from __future__ import annotations

from functools import lru_cache

from paintover.engines.illustrator.kinds import kinds, sorts
from paintover.engines.illustrator.sprites.bodies import is_person
from paintover.engines.illustrator.staging.company import is_drawn

LIKE = 2
"""From this on one may well stand for the other."""
_FOOD = ("fruit", "vegetable", "food", "dessert", "drink")

HALF_HUMAN = frozenset(
    {"mermaid", "merman", "fairy", "genie", "elf", "vampire", "zombie", "snowman", "scarecrow"}
)
"""Who is he or she, though no person."""
BOTH_SEXES = (frozenset({"deer", "doe"}), frozenset({"lion", "lioness"}), frozenset({"cow", "ox"}))
"""Kinds that are one animal: he and she."""
BROODS = {"chick": frozenset({"chicken", "rooster"}), "hatching-chick": frozenset({"chicken", "rooster"})}
"""Kinds that are the young of others."""


def is_somebody(name: str) -> bool:
    """Whether the kind is a person, whatever the trade."""
    kind = kinds()[name]
    return kind.alive and (is_drawn(kind) or is_person(kind.art.partition(":")[2], kind.crop))


def is_animal(name: str | None) -> bool:
    """Whether the kind lives and is no person; False for a name of none."""
    known = kinds().get(name or "")
    return known is not None and known.alive and not is_somebody(name or "")


_BUILT_M = 3.2
"""How high in metres buildings and trees are at least."""


def is_built(name: str) -> bool:
    """Whether it is a house, a castle, a tower or the like."""
    kind = kinds()[name]
    tall = kind.habitat == "ground" and kind.height_m >= _BUILT_M
    return tall and not kind.alive and not _grows(name) and name not in _LAND


_LAND = frozenset({"crowd", "mountain", "volcano", "hill", "snow-capped-mountain", "mount-fuji", "tornado", "cliff-rock", "sand-dune"})  # fmt: skip


def _grows(name: str) -> bool:
    return name.endswith("tree") or name in ("willow", "bamboo", "beanstalk")


@lru_cache(maxsize=4096)
def likeness(one: str, other: str) -> int:
    """From 0, of nothing in common, to 3, of one sort: two people, two hats, two fruits."""
    first, second = kinds()[one], kinds()[other]
    if first.alive and second.alive:
        return (3 if is_somebody(one) else LIKE) if is_somebody(one) == is_somebody(other) else 1
    if first.alive or second.alive:
        return 0
    if first.wear is not None or second.wear is not None:
        return 0 if None in (first.wear, second.wear) else 3 if first.wear == second.wear else LIKE
    known = [name for name, members in sorts().items() if one in members]
    if any(other in sorts()[name] for name in known):
        return 3
    if any(name in _FOOD for name in known) and any(other in sorts()[name] for name in _FOOD):
        return LIKE
    if first.habitat == second.habitat and first.habitat in ("road", "water"):
        return LIKE  # a train and a bus
    if first.habitat == second.habitat == "ground" and min(first.height_m, second.height_m) >= _BUILT_M:
        return LIKE if _grows(one) == _grows(other) else 1  # a castle and a prison
    return 1 if first.habitat == second.habitat else 0
