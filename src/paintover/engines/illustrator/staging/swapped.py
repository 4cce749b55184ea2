"""Who went to what they deal with in a new picture, past somebody, changes places with them rather than stand behind them.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

from paintover.engines.illustrator.scene import Placement, Scene
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.standing import bearer_of, hidden_share

_HIDDEN = 0.45
"""Which share of the one that is farther back is behind the other before they change places."""


def swapped(
    scene: Scene, stood: Mapping[str, Placement], layout: dict[str, Placement], moved: Collection[str]
) -> list[str]:
    """Put those whom somebody of `moved` came to stand before, or behind, where that one `stood`; the ids of all so put."""
    living = [
        one for one in scene.objects
        if one.id in stood and stock_of(one).alive and bearer_of(scene, one) is None and stock_of(one).habitat == "ground"
    ]  # fmt: skip
    put: list[str] = []
    for one in living:
        if one.id not in moved or layout[one.id].x == stood[one.id].x:
            continue
        for other in living:
            deals = (
                one.at == other.id or other.at == one.id or (other.rel is not None and other.rel.to == one.id)
            )
            if other.id in moved or other is one or deals or other.id in put:
                continue
            now, then = layout[other.id], stood[other.id]
            if hidden_share(now, layout[one.id]) < _HIDDEN or hidden_share(then, stood[one.id]) >= _HIDDEN:
                continue
            dx = round(stood[one.id].x - now.x)
            left, top, right, bottom = now.box
            layout[other.id] = msgspec.structs.replace(
                now, x=now.x + dx, box=(left + dx, top, right + dx, bottom)
            )
            put.append(other.id)
    return put
