"""Who stands before several others: a clown before children, a teacher before her class.

They stand in their midst and a step nearer, so large as they are: drawn wherever they hide nobody, they would be dwarfs.
"""

from __future__ import annotations

from collections.abc import Sequence

from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.company import has_arms

MOST = 6
"""So many in all stand side by side, and no more."""
NEARER, LOWER = 1.22, 0.1
"""How many times as large one is a step nearer, and how far down that is, as a share of the picture's height."""


def before_several(scene: Scene, things: Sequence[Thing]) -> list[Thing]:
    """Those who stand before all others, where the others are several people by themselves."""
    found = [one for one in things if _is_somebody(one) and one.rel is not None and one.rel.type == "front"]
    others = [one for one in things if one not in found]
    if not found or len(others) < 2 or len(things) > MOST or len(found) > 1:
        return []
    free = all(_is_somebody(one) and one.rel is None and not one.where for one in others)
    return (
        found if free and scene.thing(found[0].rel.to if found[0].rel is not None else "") in others else []
    )


def _is_somebody(thing: Thing) -> bool:
    return has_arms(stock_of(thing))
