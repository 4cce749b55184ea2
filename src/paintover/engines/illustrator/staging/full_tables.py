"""One more at a table or on a bench that is full: those who sit there move up.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.company import at_table
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import (
    BENCHES,
    area_of,
    bearer_of,
    scene_size,
    shared_area,
    unit_of,
)

_OUT, _FACE = 0.1, 0.2
"""Which share of somebody is beyond the edge of the picture, or of a face behind another, before they move up for it."""
_SQUEEZED = 0.85
"""How large, beside who sat there before, one is at least who needs no more room."""
_ON_A_BENCH = 3
_AS_LARGE = 0.95
"""How much of their size all keep who move up."""
_MOST = 6
"""More than that do not sit on one side of a table."""


def who_move_up(scene: Scene, layout: Mapping[str, Placement], new: Collection[str]) -> list[str]:
    """All who sit at a table or on a bench where somebody new has no room, the new ones too, with what they wear and hold: they
    find their seats anew. Nobody does who has changed places since they sat down."""
    found = [
        one.id
        for bench in scene.objects
        if bench.kind in BENCHES
        for one in _squeezed(scene, bench, layout, new)
    ]
    for table in scene.objects:
        if table.kind not in TABLES:
            continue
        sit = [one for one in scene.objects if bearer_of(scene, one) == table and at_table(one, table)]
        there = [layout[one.id].x for one in sit if one.id not in new]
        coming = [one for one in sit if one.id in new and one.id in layout]
        if not there or not coming or len(sit) > _MOST or there != sorted(there):
            continue
        if _is_told_between(sit, coming, layout) or any(
            _has_no_room(scene, one, sit, layout) for one in coming
        ):
            found += [one.id for one in sit]
    for _ in range(3):  # a hat, and the flower on it
        found += [
            one.id
            for one in scene.objects
            if one.id not in found and one.rel is not None and one.rel.to in found and bearer_of(scene, one)
        ]
    return found


def _squeezed(
    scene: Scene, bench: Thing, layout: Mapping[str, Placement], new: Collection[str]
) -> list[Thing]:
    """All who live on a bench or a sofa on which somebody new would be much smaller than who sat there before; else nobody."""
    sit = [
        one
        for one in scene.objects
        if one.rel is not None and (one.rel.type, one.rel.to) == ("on", bench.id) and one.id in layout
    ]
    coming = [one for one in sit if one.id in new]
    there = [one for one in sit if one.id not in new]
    if not coming or not there or len(sit) > _ON_A_BENCH or not all(stock_of(one).alive for one in sit):
        return []
    usual = min(unit_of(one, layout[one.id]) for one in there)
    small = any(unit_of(one, layout[one.id]) < _SQUEEZED * usual for one in coming if one.size is None)
    return sit if small else []


def have_shrunk(
    scene: Scene, before: Mapping[str, Placement], after: Mapping[str, Placement], new: Collection[str]
) -> bool:
    """Whether somebody who sat on a bench would be smaller for the one who comes: then all stay as they sat."""
    return any(
        after[one.id].scale < _AS_LARGE * before[one.id].scale
        for one in scene.objects
        if one.id not in new
        and one.rel is not None
        and (bench := scene.thing(one.rel.to)) is not None
        and bench.kind in BENCHES
        and one.id in before
    )


def _is_told_between(sit: Sequence[Thing], coming: Sequence[Thing], layout: Mapping[str, Placement]) -> bool:
    """Whether somebody new is to sit next to another who does not sit at the end, and found a seat elsewhere."""
    xs = [layout[one.id].x for one in sit if one.id in layout]
    return any(one is not sit[-1] for one in coming) and xs != sorted(xs)


def _has_no_room(scene: Scene, one: Thing, sit: Sequence[Thing], layout: Mapping[str, Placement]) -> bool:
    """Whether somebody is beyond the edge of the picture there, or behind or before another's face."""
    left, _, right, _ = layout[one.id].box
    out = max(-left, right - scene_size(scene)[0])
    face = face_of(one, layout[one.id])
    others = (face_of(other, layout[other.id]) for other in sit if other.id != one.id)
    covered = any(
        face and other and shared_area(face, other) > _FACE * min(area_of(face), area_of(other))
        for other in others
    )
    return out > _OUT * (right - left) or covered
