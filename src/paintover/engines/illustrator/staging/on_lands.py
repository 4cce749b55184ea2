"""Who is on a hill or a mountain in a new picture: as near as anybody, with as much of the land as there is room for."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.stock import height_of, stock_of
from paintover.engines.illustrator.staging.attach import HIGHLANDS
from paintover.engines.illustrator.staging.closeup import nearer
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.standing import bearer_of, scene_size

_GROWN_M, _TALL, _BROAD = 1.2, 0.4, 0.86
"""How high who is of that height in metres is on it at most, and how broad all are at most, as shares of the picture."""
_FOOT, _CEILING = 0.8, 0.06
"""How far down they stand, and how far below the upper edge they end."""
_LEAST = 1.1
"""From which measure on the picture is worth coming nearer."""
_MOST = 2.6


def near_to_those_on_it(scene: Scene, layout: Mapping[str, Placement]) -> dict[str, Placement]:
    """The layout of a new picture, drawn near to those who are on a hill or a mountain where nothing else is on the ground."""
    if scene.sheet or scene.shot or scene.caption or scene.env.camera:
        return dict(layout)
    roots = [one for one in scene.objects if one.id in layout and bearer_of(scene, one) is None]
    grounded = [one for one in roots if stock_of(one).habitat != "sky"]
    land = grounded[0] if len(grounded) == 1 else None
    if land is None or land.kind not in HIGHLANDS or land.size is not None:
        return dict(layout)
    riders = [one for one in scene.objects if _is_on(one, land) and _lives(scene, one)]
    if not riders:
        return dict(layout)
    k, about, to = _view(scene, land, riders, layout)
    if k < _LEAST:
        return dict(layout)
    along = {
        key: placed for key, placed in layout.items() if key == land.id or _is_borne_by(scene, key, land)
    }
    drawn = nearer(msgspec.structs.replace(scene, layout=along), k, about, to).layout
    return {**layout, **drawn}


def _view(
    scene: Scene, land: Thing, riders: list[Thing], layout: Mapping[str, Placement]
) -> tuple[float, tuple[float, float], tuple[float, float]]:
    """How much nearer, and which point of the layout comes to which of the picture, in pixels."""
    width, height = scene_size(scene)
    alive = [one for one in scene.objects if _is_borne_by(scene, one.id, land) and stock_of(one).alive]
    boxes = [layout[one.id].box for one in alive]
    foot = max(layout[one.id].base for one in riders)
    shown = [layout[key].box for key in layout if _is_borne_by(scene, key, land)]
    left, right = min(box[0] for box in shown), max(box[2] for box in shown)
    above = foot - min(box[1] for box in shown)
    share = min(1.0, (max(height_of(one) for one in alive) / _GROWN_M) ** COMPRESSION)
    k = min(
        _MOST,
        _TALL * height * share / max(1, *(box[3] - box[1] for box in boxes)),
        _BROAD * width / max(1, right - left),
        (_FOOT - _CEILING) * height / max(1.0, above),
    )
    high = (layout[land.id].base - foot) * k
    down = min(_FOOT * height, max(foot, height - 0.1 * high))
    return k, ((left + right) / 2, foot), (width / 2, down)


def _lives(scene: Scene, one: Thing) -> bool:
    """Whether it is alive, or somebody is on it: a sled."""
    return stock_of(one).alive or any(_is_on(other, one) and stock_of(other).alive for other in scene.objects)


def _is_on(one: Thing, land: Thing) -> bool:
    return one.rel is not None and (one.rel.type, one.rel.to) == ("on", land.id)


def _is_borne_by(scene: Scene, key: str, land: Thing) -> bool:
    """Whether it is on that land, or on somebody who is."""
    one = scene.thing(key)
    while one is not None and (bearer := bearer_of(scene, one)) is not None:
        if bearer.id == land.id:
            return True
        one = bearer
    return False
