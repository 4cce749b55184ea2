"""What is at the window that a room has of its own: outside of it, seen through its panes, or on its sill."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import msgspec

from paintover.engines.illustrator.backdrops import pieces_of, wall_of
from paintover.engines.illustrator.backdrops.openings import Opening, Top
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, place_of
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, in_season
from paintover.engines.illustrator.staging.held import COMPRESSION, SAID_SIZE
from paintover.engines.illustrator.staging.standing import (
    area_of,
    placement_from,
    scene_size,
    shared_area,
)
from paintover.engines.illustrator.staging.windows import Window, beyond_the_window

_PLACES = frozenset({"outside", "sill", "piece"})
_SILL, _POTTED = 0.026, 0.46
"""How far below the glass the sill is, as a share of the window's height, and how much of that height what stands there has."""
_METRE, _SEATS = 0.22, 9
"""How high on a piece of the backdrop what is a metre high is, as a share of the picture's shorter side, and how many spots one
has at most."""
_SHARE = 0.5
"""How broad that is at most, as a share of the window."""


def is_outside(thing: Thing) -> bool:
    """Whether it is seen through the window of the room's own."""
    return thing.where == "outside"


def at_own_window(thing: Thing) -> bool:
    """Whether it is placed by the backdrop: outside of a window of the room's own, or on its sill, or on another piece."""
    return thing.where in _PLACES


def openings(scene: Scene) -> tuple[Opening, ...]:
    """The windows of the room's own, in pixels of the nominal size."""
    return tuple(wall_of(scene.env, scene.seed, *scene_size(scene)).openings)


def beside_the_pane(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> Placement | None:
    """Where it is outside, on the sill or on a piece of the backdrop, where that is hidden least; None where there is none."""
    figure = figure_of(in_season(thing, scene.env))
    kin = [one for one in scene.objects if (one.where, one.perch) == (thing.where, thing.perch)]
    if thing.where == "piece":
        return _hidden_least(scene, thing, kin, _upon(scene, thing, figure), layout)
    there = [
        partial(_frame_at, figure, thing, at, seat, seats)
        for at in openings(scene)
        for seat, seats in _seats(kin)
    ]
    return _hidden_least(scene, thing, kin, there, layout)


def pieces_shown(scene: Scene) -> Mapping[str, tuple[Top, ...]]:
    """The pieces that the backdrop of a picture shows, with where things can be put on them; none where something else is
    behind its things."""
    if scene.clear or scene.photographs:
        return {}
    return pieces_of(scene.env, scene.seed, *scene_size(scene), scene.style)


def off_its_piece(scene: Scene) -> Scene:
    """The scene with what was on a piece of the backdrop that is gone on the ground, yet to be placed."""
    perched = [one for one in scene.objects if one.where == "piece"]
    shown = pieces_shown(scene) if perched else {}
    fallen = {one.id for one in perched if not shown.get(one.perch)}
    if not fallen:
        return scene
    return msgspec.structs.replace(
        scene,
        objects=tuple(
            msgspec.structs.replace(one, where="", perch="") if one.id in fallen else one
            for one in scene.objects
        ),
        layout={key: at for key, at in scene.layout.items() if key not in fallen},
    )


def _upon(scene: Scene, thing: Thing, figure: Figure) -> list[Callable[[], Frame]]:
    """Frames of it on the piece of the backdrop that it is on, the middle ones first."""
    high = min(scene_size(scene)) * _METRE * height_of(thing) ** COMPRESSION * SAID_SIZE.get(thing.size, 1.0)
    found, tops = [], pieces_shown(scene).get(thing.perch, ())
    kin = sum((one.where, one.perch) == (thing.where, thing.perch) for one in scene.objects)
    for top in tops:
        wide, least = top.right - top.left, math.ceil(kin / len(tops))
        size = min(high / figure.tall, top.room / figure.tall, wide / least / figure.width)
        seats = max(least, min(_SEATS, int(wide / (1.15 * size * figure.width))))
        across = sorted(((k + 0.5) / seats for k in range(seats)), key=lambda share: abs(share - 0.5))
        found += [(top.left + wide * share, top.y, size * UNIT) for share in across]
    return [partial(place_of, figure, Frame(x, y, scale, figure.foot)) for x, y, scale in found]


def beyond_the_sill(
    scene: Scene, thing: Thing, bearer: Thing, frame: Frame, layout: Mapping[str, Placement]
) -> Placement | None:
    """The same outside a window that is itself among the things; `frame` is that of the window."""
    figure = figure_of(in_season(thing, scene.env))
    kin = [one for one in scene.objects if one.rel == thing.rel]
    there = [partial(beyond_the_window, figure, thing, frame, seat, seats) for seat, seats in _seats(kin)]
    return _hidden_least(
        scene, thing, kin, there, {key: at for key, at in layout.items() if key != bearer.id}
    )


def _seats(kin: Sequence[Thing]) -> list[tuple[int, int]]:
    """The spots that there are for one of so many at a window, and how many those are."""
    count = len(kin)
    return [(seat, count) for seat in range(count)] if count > 1 else [(0, 1), (0, 2), (1, 2)]


def _hidden_least(
    scene: Scene,
    thing: Thing,
    kin: Sequence[Thing],
    frames: Sequence[Callable[[], Frame]],
    layout: Mapping[str, Placement],
) -> Placement | None:
    """The first of those spots where the others that are there hide least of it; its own kin count for more."""
    figure = figure_of(in_season(thing, scene.env))
    alike = {one.id for one in kin}
    found = []
    for number, frame in enumerate(frames):
        placed = placement_from(frame(), figure)
        hidden = sum(
            (4 if one.id in alike else 1) * shared_area(placed.box, layout[one.id].box)
            for one in scene.objects
            if one.id in layout and one.id != thing.id
        )
        found.append((round(hidden / max(1.0, area_of(placed.box)), 2), number, placed))
    return min(found, key=lambda one: one[:2])[2] if found else None


def _frame_at(figure: Figure, thing: Thing, at: Opening, seat: int, seats: int) -> Frame:
    pixels = Frame(0.0, 0.0, UNIT, (0.0, 0.0))
    left, top, right, bottom = at.box
    if is_outside(thing):
        return beyond_the_window(figure, thing, pixels, seat, seats, panes=at.box)
    high, wide = bottom - top, right - left
    size = min(_POTTED * high / figure.tall, _SHARE * wide / figure.width)
    x = left + wide * (0.5 if seats == 1 else (seat + 0.5) / seats)
    return place_of(figure, Frame(x, bottom + _SILL * high, size * UNIT, figure.foot))


def pane_before(scene: Scene, placed: Placement) -> Window | None:
    """The window through which one is seen who stands there; on the unit square of `whole_picture`."""
    left, top, right, bottom = placed.box
    x, y = (left + right) / 2, (top + bottom) / 2

    def away(one: Opening) -> float:
        return ((one.box[0] + one.box[2]) / 2 - x) ** 2 + ((one.box[1] + one.box[3]) / 2 - y) ** 2

    found = min(openings(scene), key=away, default=None)
    return None if found is None else Window(found.box, found.path)


def whole_picture(factor: float) -> Frame:
    """The frame in which a pixel of the nominal size is a unit; `factor` is how many pixels that is."""
    return Frame(0.0, 0.0, UNIT * factor, (0.0, 0.0))
