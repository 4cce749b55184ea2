"""In the shade of something: below its canopy or its crown, abreast where several are there, and not at its side."""

from __future__ import annotations

from paintover.engines.illustrator.scene import Placement, Scene, Thing

CANOPIES = frozenset({"beach-umbrella", "umbrella", "tarpaulin-canopy"})
"""What stands on a pole, or on posts, and is a roof to those below it."""
_BREADTH = 0.96
"""How much of a canopy's breadth those below it share."""
_INSIDE = 0.35
"""How much of one's own breadth is below a crown at least, on either side of its middle."""
_STEPS = 12


def company_below(scene: Scene, shelter: Thing) -> list[Thing]:
    """All that are said to be under it, in order."""
    told = ("below", shelter.id)
    return [one for one in scene.objects if one.rel is not None and (one.rel.type, one.rel.to) == told]


def room_for_each(scene: Scene, shelter: Thing) -> float:
    """Which share of its breadth each of those has who are below it."""
    if shelter.kind not in CANOPIES:
        return 0.9
    return min(0.9, 1.15 * _BREADTH / len(company_below(scene, shelter)))


def abreast(
    scene: Scene, thing: Thing, shelter: Thing, there: Placement, wide: float
) -> list[tuple[float, float]]:
    """The middles where one may be below a canopy among all who are, each with its price: in its own place of the row."""
    below = company_below(scene, shelter)
    left, _, right, _ = there.box
    slot = _BREADTH * (right - left) / len(below)
    own = below.index(thing) if thing in below else 0
    free = max(0.0, (right - left - wide) / 2)
    middles = [(left + right) / 2 + (place - (len(below) - 1) / 2) * slot for place in range(len(below))]
    return [
        (min(max(x, (left + right) / 2 - free), (left + right) / 2 + free), 0.05 * abs(place - own))
        for place, x in enumerate(middles)
    ]


def below_the_crown(there: Placement, wide: float) -> list[tuple[float, float]]:
    """The middles where one is below the crown of a tree, each with its price: rather near its trunk."""
    left, _, right, _ = there.box
    inset = min(_INSIDE * wide, 0.45 * (right - left))
    first, last = left + inset, right - inset
    middles = [first + (last - first) * step / _STEPS for step in range(_STEPS + 1)]
    return [(x, 0.3 * abs(x - there.x) / (right - left) * 2) for x in middles]
