"""Room for the head of who mounts in a picture that is there: the mount steps down for it, and the rest is a matter of size."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import msgspec

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.figures import Figure, opaque
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.company import at_table
from paintover.engines.illustrator.staging.sight import cells_in, cells_of, face_of, root_of
from paintover.engines.illustrator.staging.standing import (
    Box,
    bearer_of,
    floats,
    frame_from,
    hangs,
    placement_from,
    scene_size,
    shared_area,
)

_RIM, _LOWEST = 0.02, 0.965
"""Where the highest head is, and the lowest foot, as shares of the picture's height."""
_LEAST = 0.6
"""Nobody becomes smaller than that for it."""


def with_headroom(
    scene: Scene, layout: dict[str, Placement], new: Collection[str], *, aloft: bool = False
) -> list[str]:
    """Move those down on whom somebody new has no room for the head, as far as the ground is in the picture, and make the new
    one smaller where that is not enough; the ids of all that changed but what hangs on them. What flies moves only where
    `aloft` says so."""
    height = scene_size(scene)[1]
    changed: list[str] = []
    for one in scene.objects:
        bearer = bearer_of(scene, one)
        if one.id not in new or bearer is None or not _mounts(one) or layout[one.id].box[1] >= 0:
            continue
        root = root_of(scene, one, layout)
        if (
            hangs(root)
            or (stock_of(root).habitat == "sky" and not aloft)
            or floats(root, place_of(scene.env))
        ):
            continue
        lacks = _RIM * height - layout[one.id].box[1]
        down = round(max(0.0, min(lacks, _LOWEST * height - layout[root.id].base)))
        for each in scene.objects:
            if down and root_of(scene, each, layout).id == root.id:
                layout[each.id] = lowered(layout[each.id], down)
                changed.append(each.id)
        changed += [one.id] if _shrink(one, layout, _RIM * height) and one.id not in changed else []
    return changed


def with_mounts_seen(scene: Scene, layout: dict[str, Placement], new: Collection[str]) -> list[str]:
    """Make riders who are told to be large as much smaller as lets the face of what they ride be seen; the ids of those."""
    changed = []
    for one in scene.objects:
        mount = bearer_of(scene, one)
        if one.id not in new or one.size != "large" or mount is None or not _mounts(one):
            continue
        face, figure, placed = face_of(mount, layout[mount.id]), figure_of(one), layout[one.id]
        if face is None or figure.anchors.seat is None:
            continue
        frame, seat = frame_from(placed, figure), figure.anchors.seat
        x, y = frame.point(seat)
        tried = [replace(frame, x=x, y=y, pivot=seat, scale=frame.scale * k) for k in _SLIGHTER]
        hides = [_covers(scene, face, figure, each) for each in tried]
        bearable = max(_OF_A_FACE, hides[-1])
        best = next(each for each, share in zip(tried, hides, strict=True) if share <= bearable)
        if best is not tried[0]:
            layout[one.id] = placement_from(best, figure)
            changed.append(one.id)
    return changed


def _covers(scene: Scene, face: Box, figure: Figure, frame: Frame) -> float:
    """Which share of a face one hides in that frame."""
    width, height = scene_size(scene)
    cells = cells_in(face, _CELL, round(height / _CELL), round(width / _CELL))
    own = cells_of(opaque(figure), frame, _CELL, *cells.shape)
    return float((own & cells).sum()) / max(1, int(cells.sum()))


_CELL = 8.0
"""In cells so many pixels broad it is counted what is hidden."""
_SLIGHTER, _OF_A_FACE = (1.0, 0.94, 0.88, 0.82), 0.25
"""How much smaller such a rider may become, and how much of that face may be hidden."""


def with_hats_inside(scene: Scene, layout: dict[str, Placement], new: Collection[str]) -> list[str]:
    """Bring those down who put a hat on that would reach out of the top of the picture, as far as the ground is in it, and make
    them smaller where that is not enough, all who get one alike; the ids of whom that moved. Who is there already with a hat that
    is cut stays."""
    if scene.shot or scene.sheet:
        return []
    height = scene_size(scene)[1]
    worn = [one for one in scene.objects if one.id in new and _is_hat(one) and one.rel is not None]
    wearers = {one.rel.to: layout[one.id].box[1] for one in worn if one.rel is not None}
    stood = {key: top for key, top in wearers.items() if key in scene.layout}
    there = {key: top for key, top in stood.items() if stands_free(scene, key)}
    bound = [key for key in wearers if key not in there and _may_shrink(scene, key)]
    smaller = [key for key in bound if _shrink_under(scene, key, wearers[key], layout)]
    if min(there.values(), default=0) >= -_A_TIP * height:
        return smaller
    roots = {key: root_of(scene, one, layout).id for key in there if (one := scene.thing(key)) is not None}
    cut = [key for key, top in there.items() if top < 0]
    free = {key: free_below(scene, roots[key], layout) for key in there}
    down = min(min(_RIM * height - there[key], free[key]) for key in cut)
    moved = {key: round(min(down, free[key])) for key in there}
    k = min(
        (layout[key].base + moved[key] - _RIM * height) / max(1.0, layout[key].base - there[key])
        for key in cut
    )
    by_root = {roots[key]: moved[key] for key in there}
    below = {one.id: by_root.get(root_of(scene, one, layout).id, 0) for one in scene.objects}
    for name, by in below.items():
        layout[name] = lowered(layout[name], by) if by else layout[name]
    for key in there:
        wearer = scene.thing(key)
        if wearer is not None and k < 1.0:
            frame = frame_from(layout[key], figure_of(wearer))
            scale = frame.scale * max(_LEAST, k)
            layout[key] = placement_from(replace(frame, scale=scale), figure_of(wearer))
    return [*there, *smaller]


def _may_shrink(scene: Scene, key: str) -> bool:
    """Whether one who cannot step down may become smaller where they are: behind a table, on a bicycle or a chair, in a boat."""
    one = scene.thing(key)
    return one is not None and one.rung != "photo" and one.rel is not None and one.rel.type in _BORNE


_BORNE = frozenset({"behind", "on", "inside"})


def _shrink_under(scene: Scene, key: str, top: float, layout: dict[str, Placement]) -> bool:
    """Have one sit lower behind a table, and make them as much smaller as the hat needs to be in the picture; False where it is
    in it."""
    height, one, placed = scene_size(scene)[1], scene.thing(key), layout[key]
    if one is None or top >= -_A_TIP * height:
        return False
    if down := round(min(_above_the_table(scene, one, layout), _RIM * height - top)):
        placed, top = lowered(placed, down), top + down
    k = (placed.base - _RIM * height) / max(1.0, placed.base - top)
    frame = frame_from(placed, figure_of(one))
    layout[key] = placement_from(replace(frame, scale=frame.scale * min(1.0, max(_LEAST, k))), figure_of(one))
    return True


def _above_the_table(scene: Scene, one: Thing, layout: dict[str, Placement]) -> float:
    """How far down one who sits behind a table may be moved, the chin above it."""
    table, face = bearer_of(scene, one), face_of(one, layout[one.id])
    if table is None or face is None or not at_table(one, table) or one.pose == "sit":
        return 0.0  # whose legs would come out below its top
    top = frame_from(layout[table.id], figure_of(table)).point(figure_of(table).rest)[1]
    sunk = top - face[3] - _UNDER_THE_CHIN * (face[3] - face[1])
    before = [
        layout[two.id].box
        for two in scene.objects
        if two.rel is not None and (two.rel.type, two.rel.to) == ("on", table.id) and two.id in layout
    ]
    over = [box[1] for box in before if box[0] < face[2] and face[0] < box[2]]  # a cake before the face
    free = min(over, default=top) - face[3]
    return max(0.0, min(sunk, free, _AT_MOST * (face[3] - face[1])))


_UNDER_THE_CHIN = 0.22
"""How far a chin stays above a table, in heights of the face."""
_AT_MOST = 0.3
"""How far one sits lower at most: the arms belong to those who sit upright."""


def free_below(scene: Scene, root: str, layout: dict[str, Placement]) -> float:
    """How far down one may step who is not to come before anybody that was before them."""
    placed = layout[root]
    before = [
        layout[one.id].base - 1
        for one in scene.objects
        if one.id != root
        and bearer_of(scene, one) is None
        and layout[one.id].base > placed.base
        and shared_area(layout[one.id].box, placed.box)
    ]
    return max(0.0, min([_LOWEST * scene_size(scene)[1], *before]) - placed.base)


_A_TIP = 0.008
"""So much of a hat beyond the edge nobody misses, as a share of the picture's height."""


def _is_hat(one: Thing) -> bool:
    return one.rel is not None and (one.rel.type, one.rel.part) == ("wear", "head") and one.kind not in HAIR


def stands_free(scene: Scene, key: str) -> bool:
    """Whether one is free to step down and to become smaller: on the ground, or on a mount that is."""
    one = scene.thing(key)
    if one is None or one.rung == "photo" or floats(one, place_of(scene.env)) or hangs(one):
        return False
    mount = bearer_of(scene, one)
    return mount is None or (_mounts(one) and stock_of(mount).alive and bearer_of(scene, mount) is None)


def _mounts(one: Thing) -> bool:
    return stock_of(one).alive and one.rel is not None and one.rel.type == "on"


def lowered(placed: Placement, down: int) -> Placement:
    """The placement so many pixels further down."""
    left, top, right, bottom = placed.box
    return msgspec.structs.replace(
        placed, base=placed.base + down, box=(left, top + down, right, bottom + down)
    )


def _shrink(one: Thing, layout: dict[str, Placement], rim: float) -> bool:
    """Make it as much smaller as it needs to be in the picture, where it sits."""
    placed = layout[one.id]
    if placed.box[1] >= 0:
        return False
    frame = frame_from(placed, figure_of(one))
    k = max(_LEAST, (placed.base - rim) / max(1.0, placed.base - placed.box[1]))
    layout[one.id] = placement_from(replace(frame, scale=frame.scale * k), figure_of(one))
    return True
