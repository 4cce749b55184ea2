"""Poses: another drawing where there is one, closed eyes for who sleeps, and a frame that jumps, leans or lies."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

import numpy as np

from paintover.engines.illustrator.colour import darker, lighter, rgb
from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point
from paintover.engines.illustrator.sprites.raster import Frame, rasterise

LEAP = 0.26
"""How high one jumps, in heights of oneself."""
FLIGHT = 0.55
"""How high above the ground somebody flies who has no place in the sky."""
_PLUNGE = 0.12
"""How high above the ground the feet of a diving goalkeeper are."""
_ON_ITS_BELLY = ("/lie", "/sleep")
"""What a figure that is drawn lying has in its name."""
LEANING = {"run": 7.0, "dance": -8.0, "walk": 2.0, "stroll": 2.0}
"""Degrees by which the body leans forward."""


@lru_cache(maxsize=64)
def asleep(figure: Figure) -> Figure:
    """The figure with closed eyes and three letters z above; as it is where its eyes are not known."""
    anchors = figure.anchors
    if not anchors.eyes:
        return figure
    lids = _lids(figure)
    left, top, right, bottom = figure.extent
    rise = min(26.0, 0.22 * (bottom - top))
    x = min(max(anchors.top[0] + 0.30 * anchors.head, left), right - rise)
    turned = -90 if lies(figure) else 0  # they lie, and the letters stand
    letters = "".join(
        _letter(x + rise * dx, top - rise * dy, rise * size, turned)
        for dx, dy, size in ((0.0, 0.05, 0.26), (0.26, 0.36, 0.36), (0.60, 0.74, 0.48))
    )
    return replace(
        figure,
        name=f"{figure.name}/asleep",
        body=f"{figure.body}{lids}{letters}",
        extent=(left, top - 1.3 * rise, right, bottom),
        stature=figure.tall,
    )


@lru_cache(maxsize=64)
def with_shut_eyes(figure: Figure) -> Figure:
    """The figure with closed eyes, awake; as it is where its eyes are not known."""
    return replace(figure, name=f"{figure.name}/shut", body=f"{figure.body}{_lids(figure)}")


def _lids(figure: Figure) -> str:
    eyes = figure.anchors.eyes
    radius = (0.105 if len(eyes) > 1 else 0.098) * figure.anchors.head
    return "".join(lid(figure.body, eye, radius) for eye in eyes)


def lid(body: str, eye: Point, radius: float) -> str:
    """Skin over an eye, of the colour around it, and the line of the lashes."""
    skin = skin_around(body, eye, radius)
    x, y = eye
    line = darker(skin, 0.7) if sum(rgb(skin)) > 180 else lighter(skin, 0.75)
    return (
        f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{radius * 1.12:.2f}" ry="{radius * 1.2:.2f}" fill="{skin}"/>'
        f'<path d="M{x - radius:.2f} {y:.2f}q{radius:.2f} {radius * 1.1:.2f} {radius * 2:.2f} 0" stroke="{line}" '
        f'stroke-width="{max(1.6, radius * 0.36):.2f}" stroke-linecap="round" fill="none"/>'
    )


@lru_cache(maxsize=256)
def skin_around(body: str, eye: Point, radius: float) -> str:
    """The colour that prevails on a ring around an eye, such as ``#f5c13c``."""
    pixels = rasterise(UNIT, UNIT, body)
    rows, columns = np.mgrid[0:UNIT, 0:UNIT] + 0.5
    far = np.hypot(columns - eye[0], rows - eye[1])
    ring = pixels[(far > radius * 1.2) & (far < radius * 1.5) & (pixels[..., 3] > 200)][:, :3]
    if not ring.size:
        return "#888888"
    coarse, counts = np.unique(ring // 24, axis=0, return_counts=True)
    chosen = (ring // 24 == coarse[int(counts.argmax())]).all(axis=1)
    red, green, blue = np.median(ring[chosen], axis=0).astype(int)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _letter(x: float, y: float, size: float, turned: int) -> str:
    """A letter z whose lower left corner is (x, y), turned by so many degrees about its middle."""
    path = f"M{x:.2f} {y - size:.2f}h{size:.2f}L{x:.2f} {y:.2f}h{size:.2f}"
    return (
        f'<g transform="rotate({turned} {x + size / 2:.2f} {y - size / 2:.2f})"><path d="{path}" stroke="#ffffff" stroke-width="{size * 0.46:.2f}" stroke-linejoin="round" fill="none"/>'
        f'<path d="{path}" stroke="#5b6fb5" stroke-width="{size * 0.22:.2f}" stroke-linejoin="round" fill="none"/></g>'
    )


def posed(frame: Frame, figure: Figure, pose: str | None, *, flies: bool) -> tuple[Frame, float]:
    """The frame of somebody in that pose who stands in `frame`, and how far below its pivot the ground then is.

    `flies` says that it is in the sky anyway. A frame whose pivot is not the figure's foot is left alone.
    """
    height = figure.height * frame.factor
    if pose == "jump" and not flies:
        lift = round(LEAP * height)
        return replace(frame, y=frame.y - lift, angle=_forward(frame, 8.0)), lift
    if pose in ("fly", "broom") and not flies:
        lift = round(min(FLIGHT * height, max(0.0, frame.y - height * 1.05)))
        return replace(frame, y=frame.y - lift, angle=_forward(frame, 6.0)), lift
    if pose == "dive":
        lift = round(_PLUNGE * height)
        return replace(frame, y=frame.y - lift, angle=_forward(frame, 64.0)), lift
    if pose == "handstand":
        return replace(frame, y=frame.y - round(height), angle=180.0), round(height)
    if pose in ("lie", "sleep") and lies(figure):
        side = -1.0 if frame.flip else 1.0
        half = round(figure.width * frame.factor / 2)
        return replace(frame, x=frame.x - side * round(height / 2), y=frame.y - half, angle=90.0 * side), half
    if pose == TOPPLED:
        side = -1.0 if frame.flip else 1.0
        half = round(figure.width * frame.factor / 2)
        return replace(
            frame, x=frame.x - side * round(height / 2), y=frame.y - half, angle=_FALLEN * side
        ), half
    if pose in LEANING and not figure.name.endswith("/run"):
        return replace(frame, angle=_forward(frame, LEANING[pose])), 0.0
    return frame, 0.0


RAISED = "raised"
"""The pose of furniture whose legs are so long that something fits under it."""
SLUNG = "slung"
"""The pose of a hammock that hangs by its ropes between trees."""


@lru_cache(maxsize=64)
def raised(figure: Figure) -> Figure:
    """Furniture on legs of its own height's share, in a paint as its art has them; as it is where no table says so."""
    told = legs_told(figure)
    if told is None:
        return figure
    lift, (first, last), paint = told["lift"], told["at"], told["paint"]
    left, top, right, bottom = figure.extent
    low = bottom - told.get("sunk", 4.0)
    dark = darker(paint, 0.3)
    posts = "".join(
        f'<rect x="{x - 4:.1f}" y="{low - lift - 4:.1f}" width="8" height="{lift + bottom - low + 4:.1f}" rx="2" fill="{shade}"/>'
        for x, shade in ((first + 11, dark), (last - 11, dark), (first, paint), (last, paint))
    )
    anchors = figure.anchors
    return replace(
        figure,
        name=f"{figure.name}/{RAISED}",
        body=f'{posts}<g transform="translate(0 -{lift})">{figure.body}</g>',
        extent=(left, top - lift, right, bottom),
        stature=figure.tall,
        rest=(figure.rest[0], figure.rest[1] - lift),
        anchors=replace(anchors, back=(anchors.back[0], anchors.back[1] - lift)),
        lean=None if figure.lean is None else (figure.lean[0], figure.lean[1] - lift),
    )


CEILING = "ceiling"
"""The pose of what hangs from the ceiling of a room."""
HOOKED = "hooked"
"""The pose of what hangs on the front of a house, on a door or from a mantel."""
_CORD = 0.4
"""How long the cord is by which something hangs, in heights of it."""


@lru_cache(maxsize=64)
def on_a_cord(figure: Figure) -> Figure:
    """The figure with a cord above it."""
    left, top, right, bottom = figure.extent
    long, x = _CORD * (bottom - top), (left + right) / 2
    cord = f'<path d="M{x:.1f} {top - long:.1f}V{top + 3:.1f}" stroke="#5b5f66" stroke-width="2.500"/>'
    return replace(
        figure,
        name=f"{figure.name}/{CEILING}",
        body=cord + figure.body,
        extent=(left, top - long, right, bottom),
        stature=figure.tall + long,
    )


def legs_of(figure: Figure) -> float:
    """How long such legs are, in units."""
    told = legs_told(figure)
    return float(told["lift"]) if told is not None else 0.0


def legs_told(figure: Figure) -> dict[str, Any] | None:
    """What `anchors.toml` says of the legs that furniture of this art can be put on."""
    return _raised().get(figure.name.partition(":")[2].partition("/")[0])


@cache
def _raised() -> dict[str, dict[str, Any]]:
    told: dict[str, dict[str, Any]] = table("anchors")["raised"]
    return told


def lies(figure: Figure) -> bool:
    """Whether it has the body of a person or plush, which lies when it is turned on its side."""
    return (
        figure.anchors.front
        and any(part in figure.name for part in ("/face", "/bust", "-standing"))
        and not any(part in figure.name for part in _ON_ITS_BELLY)
    )


TOPPLED = "toppled"
"""How a thing lies that fell over."""
_FALLEN, _SLENDER = 84.0, 1.2
"""How far that is turned, and how much higher than broad it stands."""


def topples(figure: Figure) -> bool:
    """Whether a thing stands upright, and lies when it fell over: a vase, a chair, a lamp."""
    return figure.height > _SLENDER * figure.width


def _forward(frame: Frame, degrees: float) -> float:
    """Leaning to where it looks: drawings look left."""
    return degrees if frame.flip else -degrees
