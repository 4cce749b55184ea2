"""Who stands where the deed asks for it in a new picture: beside a table at which others sit, no lower than those and at its far
side, as one stands who serves them; at the edge of the water to fish in it."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.stock import height_of, stock_of
from paintover.engines.illustrator.staging.company import company_at, has_arms, is_drawn
from paintover.engines.illustrator.staging.mounts import measured_height
from paintover.engines.illustrator.staging.standing import bearer_of, floats, scene_size

_UPRIGHT = 1.75
"""How many times as high as in truth, before all is compressed, one stands beside such a table: those at it are drawn
with head and chest above it, whatever they are sitting on."""
_AT_EASE, _BY_A_FULL_TABLE = 2, 1.15
"""So many sit at it in their full size, and the same of one beside a table at which there are more."""
_BACK = 0.3
"""How far behind the feet of the table theirs are, in heights of it."""


def upright_height(scene: Scene, thing: Thing) -> float:
    """The height in metres by which one of a new picture is measured beside others."""
    height, table = measured_height(scene, thing), _table_beside(scene, thing)
    if thing.kind == "ball":  # as large as who balances on it has need of
        return max([height, *(_A_BALL * height_of(one) for one in scene.objects if _is_on(one, thing))])
    if table is None:
        return height
    return height * (_UPRIGHT if len(company_at(scene, table)) <= _AT_EASE else _BY_A_FULL_TABLE)


def _is_on(one: Thing, bearer: Thing) -> bool:
    on_it = one.rel is not None and (one.rel.type, one.rel.to) == ("on", bearer.id)
    return on_it and stock_of(one).alive


_A_BALL = 0.4
"""How high a ball is at least on which an animal balances, in heights of that."""


def stand_back(scene: Scene, layout: dict[str, Placement]) -> None:
    """Let those who stand beside such a table do so at its far side."""
    low = place_in(scene.env, scene.seed).far * scene_size(scene)[1]
    for thing in scene.objects:
        table = _table_beside(scene, thing)
        if table is None or thing.id not in layout or table.id not in layout:
            continue
        placed, board = layout[thing.id], layout[table.id]
        back = max(low, board.base - _BACK * (board.box[3] - board.box[1]))
        _lift(layout, thing.id, min(placed.base - back, placed.box[1] - _RIM * scene_size(scene)[1]))


_RIM = 0.04


def at_the_waters_edge(scene: Scene, layout: dict[str, Placement]) -> None:
    """Let those ashore who fish do so where their floats are on the water."""
    place, height = place_in(scene.env, scene.seed), scene_size(scene)[1]
    if place.water is None or place.all_water:
        return
    for rod in scene.objects:
        angler = bearer_of(scene, rod) if rod.kind == "fishing-rod" else None
        if angler is None or angler.id not in layout or floats(angler, place):
            continue
        up = layout[angler.id].base - place.far * height
        _lift(layout, angler.id, min(up, layout[angler.id].box[1] - _RIM * height))


def _lift(layout: dict[str, Placement], key: str, up: float) -> None:
    """Put one so many pixels further back, if it is not there."""
    placed, by = layout[key], round(up)
    if by > 0:
        left, top, right, bottom = placed.box
        layout[key] = msgspec.structs.replace(
            placed, base=placed.base - by, box=(left, top - by, right, bottom - by)
        )


def _table_beside(scene: Scene, thing: Thing) -> Thing | None:
    """The only table of the picture, where people sit at it and this is somebody who stands beside it."""
    kind = stock_of(thing)
    if (
        not (has_arms(kind) or is_drawn(kind))
        or thing.size is not None
        or bearer_of(scene, thing) is not None
    ):
        return None
    if thing.rel is not None and thing.rel.type not in ("beside", "left", "right"):
        return None
    tables = [one for one in scene.objects if one.kind in TABLES and bearer_of(scene, one) is None]
    if len(tables) != 1 or thing.pose in _LOW:
        return None
    company = company_at(scene, tables[0])
    return tables[0] if any(has_arms(stock_of(one)) for one in company) else None


_LOW = frozenset({"kneel", "crouch", "sit", "lie", "sleep", "crawl"})
