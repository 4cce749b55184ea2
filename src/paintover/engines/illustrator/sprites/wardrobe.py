"""Clothes of people, cut to the parts of their bodies: sleeves follow the arms and trousers the legs, in any pose.

The parts are read from the wearer's own drawing in key colours, so hands, face and tools stay in front of the cloth.
All shapes are in the wearer's unit square.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Extent, rasterise
from paintover.engines.illustrator.sprites.trimmings import Body, trim

Mask = npt.NDArray[np.bool_]
FINE = 4
"""Steps of an outline in one unit."""
SKIN = "#ffca28"


class Garment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of `wardrobe.toml`, where the fields are explained."""

    paint: str
    second: str = ""
    torso: bool = True
    sleeves: Literal["long", "short", "none", "wide", "bare"] = "long"
    legs: Literal["long", "short", "none", "bare"] = "none"
    skirt: float = 0.0
    flare: float = 0.0
    puff: int = 0
    bare: bool = False
    shoes: Literal["none", "low", "high", "socks"] = "none"
    accent: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    like: Literal["shirt", "coat", "dress", "kimono", "jeans", "shorts", "boots"] = "shirt"


@cache
def wardrobe() -> dict[str, Garment]:
    """By kind, how it is cut."""
    return msgspec.convert(table("wardrobe"), dict[str, Garment])


class Wearer(NamedTuple):
    """Whose body a garment is cut to."""

    regions: str
    """The body in `limbs.KEYS`."""
    neck: float
    seat: float
    extent: Extent


class Parts(NamedTuple):
    """Which steps belong to which part of a body, `FINE` a unit."""

    torso: Mask
    sleeves: Mask
    legs: Mask
    shoes: Mask
    other: Mask
    """Face, hands, shoes again and tools, which stay in front."""


@lru_cache(maxsize=32)
def parts_of(regions: str) -> Parts:
    """Read the parts from a drawing in `limbs.KEYS`."""
    side = UNIT * FINE
    pixels = rasterise(side, side, f'<g transform="scale({FINE})">{regions}</g>')
    red, green, blue = (pixels[..., k] > 150 for k in range(3))
    solid = pixels[..., 3] > 110
    pure = (np.minimum(pixels[..., :3], 255 - pixels[..., :3]) < 70).all(axis=-1) & solid
    torso, sleeves = pure & red & ~green & ~blue, pure & red & ~green & blue
    legs = pure & green & ~red & ~blue
    shoes = pure & green & blue & ~red
    torso, sleeves, legs = _sewn(torso, sleeves, legs, solid & ~torso & ~sleeves & ~legs)
    return Parts(torso, sleeves, legs, shoes, solid & ~torso & ~sleeves & ~legs)


def _sewn(torso: Mask, sleeves: Mask, legs: Mask, rest: Mask) -> tuple[Mask, Mask, Mask]:
    """The cloth with the thin lines between its pieces, which are mixed of two keys and belong to neither."""
    seams = rest & ~grown(~grown(~rest, 1), 2)
    mine = seams & grown(sleeves, 2)
    seams &= ~mine
    trunk = seams & grown(torso, 2)
    return torso | trunk, sleeves | mine, legs | (seams & ~trunk & grown(legs, 2))


def grown(mask: Mask, steps: int) -> Mask:
    """The mask with that many steps around it."""
    found = mask
    for _ in range(steps):
        wider = found.copy()
        wider[1:] |= found[:-1]
        wider[:-1] |= found[1:]
        wider[:, 1:] |= found[:, :-1]
        wider[:, :-1] |= found[:, 1:]
        found = wider
    return found


def path_of(mask: Mask) -> str:
    """A path around the set steps, row by row."""
    steps = np.zeros((mask.shape[0], mask.shape[1] + 2), np.int8)
    steps[:, 1:-1] = mask
    change = steps[:, 1:] - steps[:, :-1]
    rows, starts = np.nonzero(change == 1)
    ends = np.nonzero(change == -1)[1]
    step = 1 / FINE
    return "".join(
        f"M{start * step:g} {row * step:g}h{(end - start) * step:g}v{step * 1.6:g}h{(start - end) * step:g}z"
        for row, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True)
    )


@cache
def _grid() -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The units down and across of every step."""
    y, x = np.mgrid[0 : UNIT * FINE, 0 : UNIT * FINE] / FINE
    return y, x


def _extent_of(mask: Mask) -> Extent:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return (0.0, 0.0, float(UNIT), float(UNIT))
    return columns[0] / FINE, rows[0] / FINE, (columns[-1] + 1) / FINE, (rows[-1] + 2) / FINE


@lru_cache(maxsize=96)
def worn_by(kind: str, paint: str | None, wearer: Wearer, print_: str) -> tuple[str, Extent]:
    """The garment on a wearer whose parts are known, as SVG elements, and what it may cover of the wearer's square.

    `print_` is a pattern over the whole square, or "".
    """
    garment = wardrobe()[kind]
    colour = paint or garment.paint
    second = (garment.second or colour) if paint is None else _second(garment, colour)
    parts = parts_of(wearer.regions)
    body = _measured(wearer, parts, garment)
    free = ~grown(parts.other, 1)
    layers: list[str] = []
    whole = np.zeros_like(free)

    def cloth(mask: Mask, name: str, *, edge: bool = False) -> None:
        nonlocal whole
        if not mask.any():
            return
        tone = second if name in garment.accent else colour
        if edge:
            line = grown(mask, 3) & free
            layers.append(f'<path d="{path_of(line)}" fill="{darker(tone, 0.24)}"/>')
            whole |= line
        path = path_of(mask)
        mark = f"w-{name}"
        layers.append(f'<path d="{path}" fill="{tone if not edge else darker(tone, 0.05)}"/>')
        whole |= mask
        drawn = print_ if name not in garment.accent or not garment.second else ""
        drawn += trim(garment.details, name, body, tone, colour)
        if drawn:
            layers.append(
                f'<clipPath id="{mark}"><path d="{path}"/></clipPath><g clip-path="url(#{mark})">{drawn}</g>'
            )

    def skin(mask: Mask) -> None:
        nonlocal whole
        layers.append(f'<path d="{path_of(mask)}" fill="{SKIN}"/>')
        whole |= mask

    if garment.bare:
        skin(grown(parts.legs, 2) & free & (_rows(free) > body.hips))
    if garment.legs != "none":
        cloth(_legs(parts, garment, body, free), "legs")
    if garment.sleeves == "bare":
        skin(grown(parts.sleeves, 3) & free)
    if garment.shoes == "socks":
        rows = _rows(free)
        shins = grown(parts.legs | parts.shoes, 2) & (rows > body.foot - _SOCKS) & (rows < body.foot - _SHOES)
        cloth(shins, "shoes", edge=True)
    elif garment.shoes != "none":
        high = body.foot - 17 if garment.shoes == "high" else body.foot
        shins = grown(parts.legs, 3) & (_rows(free) > high) & ~(parts.other & ~parts.shoes)
        cloth(grown(parts.shoes, 2) | shins, "shoes", edge=True)
    if garment.skirt:
        cloth(_skirt(parts, garment, body, free), "skirt")
    if garment.torso:
        cloth(grown(parts.torso, 1 + garment.puff) & free & (_rows(free) < body.hips + 8), "torso")
    if garment.sleeves in ("short", "none") and garment.torso and "shirt-front" not in garment.details:
        skin(grown(parts.sleeves, 3) & free)
        cloth(grown(parts.sleeves, 2) & _upper(body, garment.sleeves) & free, "sleeves", edge=True)
    elif garment.sleeves in ("long", "wide"):
        sleeves = grown(parts.sleeves, garment.puff)
        if garment.sleeves == "wide":
            sleeves |= _hanging(parts, body)
        cloth(sleeves & free, "sleeves", edge=True)
    over = _printed(
        trim(garment.details, "over", body, colour, colour), colour, "" if garment.torso else print_
    )
    extent = _extent_of(whole) if whole.any() else wearer.extent
    if over:
        front = parts.other if "cape" in garment.details else parts.other | parts.sleeves
        keep = path_of(~front) if any(one in ("apron", "bib", "cape") for one in garment.details) else ""
        if keep:
            layers.append(
                f'<clipPath id="w-over"><path d="{keep}"/></clipPath><g clip-path="url(#w-over)">{over}</g>'
            )
        else:
            layers.append(over)
        left, top, right, bottom = extent if whole.any() else (body.middle, body.neck, body.middle, body.neck)
        extent = (
            min(left, body.middle - body.half - 10),
            min(top, body.neck - 7),
            max(right, body.middle + body.half + 10),
            max(bottom, body.foot - 1),
        )
    return "".join(layers), extent


_SOCKS, _SHOES = 16.0, 4.0
"""How high socks reach above the ground, and the shoes over them."""


def _printed(drawn: str, colour: str, print_: str) -> str:
    """What hangs in front, its largest piece in the pattern."""
    piece = re.search(rf'<path d="([^"]+)" fill="{re.escape(colour)}"[^>]*/>', drawn)
    if not print_ or piece is None:
        return drawn
    cloth = (
        f'<clipPath id="w-print"><path d="{piece[1]}"/></clipPath><g clip-path="url(#w-print)">{print_}</g>'
    )
    return drawn[: piece.end()] + cloth + drawn[piece.end() :]


@lru_cache(maxsize=32)
def gloves_on(hands: str, colour: str) -> tuple[str, Extent]:
    """Gloves over hands that are given as SVG, as elements, and what they cover of the wearer's square."""
    side = UNIT * FINE
    shown = rasterise(side, side, f'<g transform="scale({FINE})">{hands}</g>')[..., 3] > 110
    mask, line = grown(shown, 4), grown(shown, 6)
    return (
        f'<path d="{path_of(line)}" fill="{darker(colour, 0.3)}"/><path d="{path_of(mask)}" fill="{colour}"/>',
        _extent_of(line),
    )


def _second(garment: Garment, colour: str) -> str:
    """The paint of the accents where the garment has a colour that was asked for."""
    return lighter(colour, 0.45) if garment.second else colour


def _rows(like: Mask) -> npt.NDArray[np.float64]:
    return np.arange(like.shape[0], dtype=np.float64)[:, None] / FINE


def _measured(wearer: Wearer, parts: Parts, garment: Garment) -> Body:
    hips = wearer.seat - 3
    row = parts.torso[min(UNIT * FINE - 1, int((hips - 6) * FINE))]
    across = np.flatnonzero(row)
    half = (across[-1] - across[0]) / FINE / 2 if across.size else 16.0
    neck = wearer.neck
    foot = wearer.extent[3]
    hem = hips + garment.skirt * (foot - hips) if garment.skirt else hips + 3
    return Body(64.0, neck, hips, foot, max(half, 14.0), hem, garment.flare)


def _legs(parts: Parts, garment: Garment, body: Body, free: Mask) -> Mask:
    mask = grown(parts.legs, max(1, garment.puff)) & free
    if garment.legs == "short":
        mask &= _rows(free) < body.hips + 0.55 * (body.foot - 6 - body.hips)
    if garment.legs == "bare":
        mask &= _rows(free) < body.hips + 5
    if not garment.torso:
        band = parts.torso & (_rows(free) > body.hips - 4)
        mask |= grown(band, 1) & free
    return mask


def _skirt(parts: Parts, garment: Garment, body: Body, free: Mask) -> Mask:
    """From the waist to the hem, as wide as the legs need."""
    y, x = _grid()
    waist = body.hips - 5
    wave = 1.3 * np.cos((x - body.middle) * 0.55)
    mask = (
        (y >= waist)
        & (y < body.hem - wave)
        & (np.abs(x - body.middle) < body.half + 1.5 + garment.flare * (y - waist))
    )
    legs = parts.legs & (y >= waist) & (y < body.hem)
    for row in np.flatnonzero(legs.any(axis=1)):
        columns = np.flatnonzero(legs[row])
        mask[row, max(0, columns[0] - 6) : columns[-1] + 7] = True
    shoes = parts.other & (y > body.hem - 8)
    cut: Mask = mask & (free | (shoes & (y < body.hem - 1)))
    return cut


def _hanging(parts: Parts, body: Body) -> Mask:
    """Wide sleeves: what hangs below the forearms."""
    mask = parts.sleeves.copy()
    drop = int(7 * FINE)
    fallen = np.zeros_like(mask)
    for by in range(0, drop, 2):
        fallen[by:] |= mask[: mask.shape[0] - by] if by else mask
    y, x = _grid()
    cut: Mask = fallen & (np.abs(x - body.middle) > body.half - 3) & (y > body.neck + 12)
    return cut


def _upper(body: Body, sleeves: str) -> Mask:
    """What a short sleeve covers, or the edge of none."""
    y, x = _grid()
    upper: Mask = np.hypot(np.abs(x - body.middle) - (body.half + 1.5), y - (body.neck + 8)) < (
        13.0 if sleeves == "short" else 4.0
    )
    return upper
