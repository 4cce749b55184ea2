"""Who is inside of what has windows looks out of one: a driver, passengers, monkeys at portholes. What is beyond the window
of a room is seen through its panes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.figures import Figure, place_of
from paintover.engines.illustrator.sprites.raster import Extent, Frame
from paintover.engines.illustrator.sprites.stock import OUTLOOKS, height_of, stock_of

_RIDER_M = 2.0
"""Who is taller does not fit in, but for what is so many times as high: a dragon looks out of a castle."""
_ROOMY = 0.3
_WALL_FOOT = 0.12
"""How far before the foot of a wall what is part of it stands at most, as a share of the floor."""
_MOST = 2
"""So many share a window before some have to stay outside."""


@dataclass(frozen=True, slots=True)
class Window:
    """An opening on the unit square of what has it."""

    box: Extent
    path: str
    """Its outline."""
    pane: str = ""
    """What is drawn behind who looks out, where the drawing has no window as large; "" where it has one."""


@dataclass(frozen=True, slots=True)
class _Windows:
    openings: tuple[Window, ...]
    most: int
    """How many find room at them."""
    ridden: bool
    """Whether "on" is inside, too: a boy on a bus."""
    close: float = 0.80
    """How broad a head is at most there, as a share of the room that each has."""


def _window(box: Extent, told: dict[str, Any], outline: str | None) -> Window:
    left, top, right, bottom = box
    if told.get("round"):
        x, y, r = (left + right) / 2, (top + bottom) / 2, (right - left) / 2
        path = f"M{x - r} {y}A{r} {r} 0 1 1 {x + r} {y}A{r} {r} 0 1 1 {x - r} {y}Z"
    else:
        path = f"M{left} {top}H{right}V{bottom}H{left}Z"
    path = outline or path
    pane = told.get("pane", "")
    drawn = (
        f'<path d="{path}" fill="#cfeaf7" stroke="{pane}" stroke-width="5" stroke-linejoin="round"/>'
        if pane
        else ""
    )
    return Window(box, path, drawn)


@cache
def _told() -> dict[str, _Windows]:
    told = table("anchors")["windows"]
    found = {}
    for name, one in told.items():
        outlines = one.get("paths", [None] * len(one["at"]))
        openings = tuple(
            _window(tuple(box), one, outline) for box, outline in zip(one["at"], outlines, strict=True)
        )
        found[name] = _Windows(
            openings, one.get("most", _MOST * len(openings)), one.get("ridden", False), one.get("close", 0.80)
        )
    return found


def _windows(bearer: Thing) -> _Windows | None:
    if bearer.rung == "signpost":
        return None
    return _told().get(stock_of(bearer).art.partition(":")[2])


def looks_out(thing: Thing, bearer: Thing) -> bool:
    """Whether it is seen at a window of what it is in, or rides in. A cat on a car is on its roof; a farmer on a tractor
    drives it."""
    if is_beyond(thing, bearer):
        return True
    relation, rider, windows = thing.rel, stock_of(thing), _windows(bearer)
    if windows is None or relation is None or relation.part is not None:
        return False
    if not rider.alive or rider.height_m > max(_RIDER_M, _ROOMY * stock_of(bearer).height_m):
        return False
    upright = rider.crop is not None
    return relation.type == "inside" or (
        relation.type == "on" and windows.ridden and upright and thing.pose not in _UP_THERE
    )


_UP_THERE = frozenset({"stand", "dance", "jump"})
"""What nobody does in what they ride in, but on its roof."""


def has_windows(thing: Thing) -> bool:
    """Whether somebody who is in it is seen at one of its windows."""
    return _windows(thing) is not None


_WINGED = frozenset(
    {"noto:bird", "noto:butterfly", "noto:owl", "noto:bat", "noto:black-bird", "noto:parrot", "noto:dove"}
)
_PANES: Extent = (18, 9, 110, 87)
"""The glass of a room's window, on the unit square; its bars divide it."""
_BEYOND = Window(_PANES, "M18 9H62V40H18ZM66 9H110V40H66ZM18 43.600H62V89H18ZM66 43.600H110V89H66Z")
_FAR, _TOWERING, _TALL, _LOW = 0.5, 0.74, 0.56, 0.40
"""How much of the window's height is taken by what flies there, buildings and trees, people, and small animals."""
_LOOMS_M, _LOOMING = 1.4, 1.02
"""How high an animal is in metres that alone fills the window from the sill to the top: a giraffe that looks in."""
_BROAD = {"rainbow": 0.86, "fireworks": 0.5, "aurora": 0.86}
"""How broad what fills the sky is, as a share of the window."""
_TOLD = {None: 1.0, "small": 0.7, "large": 1.4, "far": 0.5}
"""How much larger than that one is of which it was told."""


def is_beyond(thing: Thing, bearer: Thing) -> bool:
    """Whether it is out of doors, seen through the window of a room."""
    return bearer.kind == "bay-window" and thing.rel is not None and thing.rel.type == "inside"


def beyond_the_window(
    figure: Figure, thing: Thing, frame: Frame, seat: int, seats: int, *, panes: Extent = _PANES
) -> Frame:
    """Out there: a view fills the panes, what flies is above, and what stands is on the ground behind the sill."""
    left, top, right, bottom = panes
    wide, high = right - left, bottom - top
    middle = (left + right) / 2
    if thing.kind in OUTLOOKS:
        size = max(wide / figure.width, (bottom + 2 - top) / figure.height)
        x, y = frame.point((middle, bottom + 2))
        return place_of(figure, Frame(x, y, size * frame.scale, figure.foot, frame.flip, frame.angle))
    kind, height = stock_of(thing), height_of(thing)
    flies = kind.habitat == "sky" or (kind.height_m < 0.6 and kind.art in _WINGED)
    share = _FAR if flies else _TOWERING if height >= 2.5 else _TALL if height >= 0.9 else _LOW
    if seats == 1 and kind.alive and kind.crop is None and height >= _LOOMS_M and not flies:
        share = _LOOMING
    size = min(share * high / figure.tall, 0.92 * wide / max(1, min(seats, 3)) / figure.width)
    if flies:
        size = min(_BROAD.get(thing.kind, 0.34) * wide / figure.width, 0.8 * high / figure.tall)
    size *= _TOLD[thing.size]
    step = wide / max(2, seats)
    middle = 0.27 if flies and thing.kind not in _BROAD else 0.5
    at = left + step * (seat + 0.5) if seats > 1 else left + middle * wide
    if flies:
        where = (at, top + (0.24 + 0.14 * (seat % 2)) * high)
        pivot = ((figure.extent[0] + figure.extent[2]) / 2, (figure.extent[1] + figure.extent[3]) / 2)
    else:
        where, pivot = (at, bottom), figure.foot
    x, y = frame.point(where)
    return place_of(figure, Frame(x, y, size * frame.scale, pivot, frame.flip, frame.angle))


def places_at_windows(bearer: Thing) -> int:
    """How many can look out."""
    windows = _windows(bearer)
    return 0 if windows is None else windows.most


def at_the_window(figure: Figure, thing: Thing, bearer: Thing, frame: Frame, seat: int, seats: int) -> Frame:
    """Head and shoulders fill the window; several share one where there are not enough. `frame` is the bearer's."""
    if is_beyond(thing, bearer):
        return beyond_the_window(figure, thing, frame, seat, seats)
    windows = _windows(bearer)
    if windows is None:
        raise ValueError(f"{bearer.kind} has no windows")
    count = len(windows.openings)
    window = windows.openings[seat % count]
    sharing = len(range(seat % count, max(seats, seat + 1), count))
    left, top, right, bottom = window.box
    wide = (right - left) / sharing
    left += wide * (seat // count)
    anchors = figure.anchors
    size = min((bottom - top) * 0.86, wide * windows.close) / anchors.head
    high = max(top + (bottom - top) * 0.50, bottom - _ABOVE_THE_SILL * size * anchors.head)
    x, y = frame.point((left + wide * (0.54 if sharing == 1 else 0.5), high))
    face = ((anchors.eye[0] + anchors.nose[0]) / 2, (anchors.eye[1] + anchors.nose[1]) / 2)
    return place_of(figure, Frame(x, y, size * frame.scale, face, frame.flip, frame.angle))


_ABOVE_THE_SILL = 1.1
"""How far above the lower edge of a window the middle of a face is at most, in heads: the legs of who is small are below it."""


def window_around(figure: Figure, frame: Frame, bearer: Thing, under: Frame) -> Window | None:
    """The window at which one is whose frame that is; `under` is the bearer's."""
    if bearer.kind == "bay-window":
        return _BEYOND
    windows = _windows(bearer)
    if windows is None:
        return None
    anchors = figure.anchors
    x, y = frame.point(((anchors.eye[0] + anchors.nose[0]) / 2, (anchors.eye[1] + anchors.nose[1]) / 2))

    def away(window: Window) -> float:
        left, top, right, bottom = window.box
        at = under.point(((left + right) / 2, (top + bottom) / 2))
        return (at[0] - x) ** 2 + (at[1] - y) ** 2

    return min(windows.openings, key=away)


def is_in_the_wall(scene: Scene, thing: Thing, base: float) -> bool:
    """Whether it is a window that stands at the wall of a room, so that it throws no shadow on the floor; `base` is its foot, as
    a share of the picture's height."""
    place = place_in(scene.env, scene.seed)
    at_its_foot = base <= place.horizon + _WALL_FOOT * (1 - place.horizon)
    return thing.kind == "bay-window" and place.indoors and at_its_foot
