"""What is at the window that a room has of its own: outside of it, seen through its panes, or on its sill."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from paintover.engines.illustrator.backdrops import wall_of
from paintover.engines.illustrator.backdrops.openings import Opening
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, place_of
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, in_season
from paintover.engines.illustrator.staging.standing import (
    area_of,
    placement_from,
    scene_size,
    shared_area,
)
from paintover.engines.illustrator.staging.windows import Window, beyond_the_window

_PLACES = frozenset({"outside", "sill"})
_SILL, _POTTED = 0.026, 0.46
"""How far below the glass the sill is, as a share of the window's height, and how much of that height what stands there has."""
_SHARE = 0.5
"""How broad that is at most, as a share of the window."""


def is_outside(thing: Thing) -> bool:
    """Whether it is seen through the window of the room's own."""
    return thing.where == "outside"


def at_own_window(thing: Thing) -> bool:
    """Whether it is placed by the window of the room's own, outside or on its sill."""
    return thing.where in _PLACES


def openings(scene: Scene) -> tuple[Opening, ...]:
    """The windows of the room's own, in pixels of the nominal size."""
    return tuple(wall_of(scene.env, scene.seed, *scene_size(scene)).openings)


def beside_the_pane(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> Placement | None:
    """Where it is outside or on the sill, where that is hidden least; None where the room has no window."""
    figure = figure_of(in_season(thing, scene.env))
    kin = [one for one in scene.objects if one.where == thing.where]
    there = [
        partial(_frame_at, figure, thing, at, seat, seats)
        for at in openings(scene)
        for seat, seats in _seats(kin)
    ]
    return _hidden_least(scene, thing, kin, there, layout)


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
