"""Who is inside of what has windows looks out of one: a driver, passengers, monkeys at portholes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.figures import Figure, place_of
from paintover.engines.illustrator.sprites.raster import Extent, Frame
from paintover.engines.illustrator.sprites.stock import stock_of

_RIDER_M = 2.0
"""Who is taller does not fit in."""
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
        found[name] = _Windows(openings, one.get("most", _MOST * len(openings)), one.get("ridden", False))
    return found


def _windows(bearer: Thing) -> _Windows | None:
    if bearer.rung == "signpost":
        return None
    return _told().get(stock_of(bearer).art.partition(":")[2])


def looks_out(thing: Thing, bearer: Thing) -> bool:
    """Whether it is seen at a window of what it is in, or rides in. A cat on a car is on its roof; a farmer on a tractor
    drives it."""
    relation, rider, windows = thing.rel, stock_of(thing), _windows(bearer)
    if windows is None or relation is None or relation.part is not None:
        return False
    if not rider.alive or rider.height_m > _RIDER_M:
        return False
    upright = rider.crop is not None
    return relation.type == "inside" or (relation.type == "on" and windows.ridden and upright)


def places_at_windows(bearer: Thing) -> int:
    """How many can look out."""
    windows = _windows(bearer)
    return 0 if windows is None else windows.most


def at_the_window(figure: Figure, bearer: Thing, frame: Frame, seat: int, seats: int) -> Frame:
    """Head and shoulders fill the window; several share one where there are not enough. `frame` is the bearer's."""
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
    size = min((bottom - top) * 0.86, wide * 0.80) / anchors.head
    x, y = frame.point((left + wide * (0.54 if sharing == 1 else 0.5), top + (bottom - top) * 0.50))
    face = ((anchors.eye[0] + anchors.nose[0]) / 2, (anchors.eye[1] + anchors.nose[1]) / 2)
    return place_of(figure, Frame(x, y, size * frame.scale, face, frame.flip, frame.angle))


def window_around(figure: Figure, frame: Frame, bearer: Thing, under: Frame) -> Window | None:
    """The window at which one is whose frame that is; `under` is the bearer's."""
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
