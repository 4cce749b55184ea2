"""Birds in flight: those whose drawings stand raise a pair of wings, and show neither their legs nor the folded wing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

import msgspec
import numpy as np

from paintover.engines.illustrator.colour import darker, mix
from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point
from paintover.engines.illustrator.sprites.raster import Extent, rasterise


class _Flight(msgspec.Struct, frozen=True):
    """A row of the table ``wings``, which says what each means."""

    root: Point
    long: float
    paints: tuple[str, str]
    legs: Extent | None = None
    folded: tuple[float, float, float, float, float, str] | None = None
    front: Point | None = None


@cache
def _flights() -> dict[str, _Flight]:
    return msgspec.convert(table("wings"), dict[str, _Flight])


def flies_as_drawn(kind: str) -> bool:
    """Whether wings are known for one of that kind."""
    return kind in _flights()


@lru_cache(maxsize=48)
def in_flight(figure: Figure, kind: str, paint: str | None) -> Figure:
    """The bird on the wing, in its own colours or all in that paint."""
    flight = _flights()[kind]
    own, tips = flight.paints if paint is None else (mix(paint, "#ffffff", 0.12), darker(paint, 0.25))
    body = figure.body if flight.legs is None else _without(figure.body, flight.legs)
    if flight.folded is not None:
        x, y, across, down, angle, plain = flight.folded
        body += (
            f'<ellipse cx="{x:g}" cy="{y:g}" rx="{across:g}" ry="{down:g}" transform="rotate({angle:g} {x:g} {y:g})" '
            f'fill="{paint or plain}"/>'
        )
    scale = flight.long / _LONG
    if flight.front is not None:
        right = _wing(flight.root, scale, _SPREAD, own, tips)
        left = _wing(flight.front, scale, _SPREAD, own, tips, mirrored=True)
        return _aloft(figure, left + right + body)
    x, y = flight.root
    far = _wing((x - 4, y - 2), scale * 0.94, _FAR, darker(own, 0.12), darker(tips, 0.12))
    near = _wing(flight.root, scale, 0, own, tips)
    return _aloft(figure, f'<g transform="rotate({_CLIMB:g} {x:g} {y:g})">{far}{body}{near}</g>')


_CLIMB = 14.0
"""By how many degrees one that flies is turned upwards from how it stands."""
_LONG = 72.0
"""How long the wing is that is drawn below."""
_FAR, _SPREAD = -27.0, 30.0
"""By how many degrees the far wing is turned against the near one, and those of one that looks at us."""
_FEATHERS = (
    "M-10 2C-12-24 8-56 44-72C52-71 54-64 50-59C56-57 55-49 50-46C54-43 52-35 46-33C48-28 44-21 37-20C37-14 31-9 25-9"
    "C23-3 17 1 11 1Q2 10-10 2Z"
)
_COVERTS = (
    "M-9 1C-10-20 4-42 29-54C33-51 32-46 29-43C31-39 28-34 24-32C25-27 21-22 17-21C17-15 13-9 9-8Q0 6-9 1Z"
)
_RIBS = "M45-59Q34-50 29-43M46-46Q34-40 27-32M42-33Q31-28 22-21M33-20Q24-17 15-11"


def _wing(root: Point, scale: float, turn: float, own: str, tips: str, *, mirrored: bool = False) -> str:
    way = -scale if mirrored else scale
    return (
        f'<g transform="translate({root[0]:g} {root[1]:g}) scale({way:.3f} {scale:.3f}) rotate({turn:g})">'
        f'<path d="{_FEATHERS}" fill="{tips}"/><path d="{_RIBS}" fill="none" stroke="{darker(tips, 0.18)}" stroke-width="1.6" '
        f'stroke-linecap="round"/><path d="{_COVERTS}" fill="{own}"/></g>'
    )


def _without(body: str, legs: Extent) -> str:
    left, top, right, bottom = legs
    clip = (
        f'<clipPath id="aloft"><path clip-rule="evenodd" d="M-64-64H192V192H-64ZM{left:g} {top:g}H{right:g}V{bottom:g}H{left:g}Z"/>'
        "</clipPath>"
    )
    return f'{clip}<g clip-path="url(#aloft)">{body}</g>'


def _aloft(figure: Figure, body: str) -> Figure:
    """The figure with that body, as far as it reaches."""
    side = 3 * UNIT
    shown = rasterise(side, side, f'<g transform="translate({UNIT} {UNIT})">{body}</g>')[..., 3] > 8
    rows, columns = np.nonzero(shown.any(axis=1))[0] - UNIT, np.nonzero(shown.any(axis=0))[0] - UNIT
    extent = (float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1))
    return replace(figure, name=f"{figure.name}/aloft", body=body, extent=extent, stature=None)
