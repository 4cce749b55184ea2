"""What things can be made of, and what the surface of each material shows, as tiles that repeat: grain, bricks, a gloss."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.files import table

Marks = Literal[
    "grain",
    "speckles",
    "sheen",
    "facets",
    "folds",
    "stitches",
    "veins",
    "bricks",
    "pores",
    "gloss",
    "canes",
    "straws",
    "flutes",
]
Tile = tuple[float, float, str]
"""Breadth and height of what repeats, and the marks on it."""


class Material(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One material. The fields are explained at the top of `materials.toml`."""

    marks: Marks
    paint: str | None = None
    clear: float = 1.0
    walls: bool = False
    natural: frozenset[str] = frozenset()


@cache
def materials() -> Mapping[str, Material]:
    """By name, what things can be made of.

    Raises:
        msgspec.ValidationError: the file has an entry that is no material.
    """
    return MappingProxyType(msgspec.convert(table("materials"), dict[str, Material]))


def shades(paint: str) -> tuple[str, str]:
    """The darks and the lights of a surface of that paint."""
    return darker(paint, 0.34), lighter(paint, 0.55)


def surface(marks: Marks, dark: str, light: str, size: float) -> Tile:
    """The tile of those marks in two paints, of which one repeats about every `size` units."""
    return _SURFACES[marks](dark, light, size)


def _line(path: str, colour: str, wide: float, strength: float) -> str:
    return (
        f'<path d="{path}" stroke="{colour}" stroke-width="{wide:.2f}" stroke-opacity="{strength:g}" '
        'stroke-linecap="round" stroke-linejoin="round" fill="none"/>'
    )


def _area(path: str, colour: str, strength: float) -> str:
    return f'<path d="{path}" fill="{colour}" fill-opacity="{strength:g}"/>'


def _grain(dark: str, light: str, size: float) -> Tile:
    """Boards whose fibres run across, with a knot."""
    wide, high = size * 3.2, size * 1.5
    lines = "".join(
        f"M0 {high * y:.2f}q{wide * 0.25:.2f} {high * bend:.2f} {wide * 0.5:.2f} 0t{wide * 0.5:.2f} 0"
        for y, bend in ((0.14, 0.10), (0.34, -0.08), (0.56, 0.12), (0.76, -0.10))
    )
    x, y = wide * 0.34, high * 0.45
    knot = f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{size * 0.3:.2f}" ry="{size * 0.13:.2f}" fill="{dark}" fill-opacity=".35"/>'
    board = _line(f"M0 {high:.2f}H{wide:.2f}", dark, size * 0.09, 0.75)
    return wide, high, _line(lines, dark, size * 0.07, 0.5) + knot + board + _line(f"M0 {high * 0.05:.2f}H{wide:.2f}", light, size * 0.06, 0.5)  # fmt: skip


_GRAINS = (
    (0.12, 0.18, 0.075), (0.43, 0.09, 0.05), (0.71, 0.26, 0.09), (0.90, 0.58, 0.06), (0.27, 0.47, 0.06),
    (0.55, 0.62, 0.08), (0.10, 0.78, 0.055), (0.38, 0.88, 0.075), (0.78, 0.86, 0.05),
)  # fmt: skip
"""Middle and radius of the grains in stone, on a square of 1."""


def _speckles(dark: str, light: str, size: float) -> Tile:
    """Rough stone: grains of two shades, and a crack."""
    side = size * 1.9
    grains = "".join(
        f'<ellipse cx="{x * side:.2f}" cy="{y * side:.2f}" rx="{r * side:.2f}" ry="{r * side * 0.7:.2f}" fill="{light if k % 3 == 0 else dark}" fill-opacity=".38"/>'
        for k, (x, y, r) in enumerate(_GRAINS)
    )
    crack = f"M{side * 0.62:.2f} {side * 0.02:.2f}l{side * 0.07:.2f} {side * 0.10:.2f}l{-side * 0.09:.2f} {side * 0.10:.2f}l{side * 0.06:.2f} {side * 0.12:.2f}"
    return side, side, grains + _line(crack, dark, size * 0.06, 0.8)


def _veins(dark: str, light: str, size: float) -> Tile:
    """Fine crooked lines through marble."""
    side = size * 3.0
    path = f"M0 {side * 0.25:.2f}l{side * 0.22:.2f} {side * 0.10:.2f}l{side * 0.16:.2f} {-side * 0.06:.2f}l{side * 0.30:.2f} {side * 0.26:.2f}l{side * 0.32:.2f} {-side * 0.30:.2f}M{side * 0.38:.2f} {side * 0.29:.2f}l{-side * 0.08:.2f} {side * 0.34:.2f}l{side * 0.14:.2f} {side * 0.37:.2f}M{side * 0.68:.2f} {side * 0.55:.2f}l{side * 0.06:.2f} {side * 0.45:.2f}"
    return side, side, _line(path, dark, size * 0.16, 0.16) + _line(path, dark, size * 0.06, 0.5)


def _bricks(dark: str, light: str, size: float) -> Tile:
    """Bricks in a running bond."""
    wide, high = size * 1.15, size * 0.95
    joints = f"M0 {high / 2:.2f}H{wide:.2f}M0 {high:.2f}H{wide:.2f}M{wide * 0.25:.2f} 0V{high / 2:.2f}M{wide * 0.75:.2f} {high / 2:.2f}V{high:.2f}"
    one = _area(f"M{wide * 0.25:.2f} 0H{wide:.2f}V{high / 2:.2f}H{wide * 0.25:.2f}Z", dark, 0.14)
    return wide, high, one + _line(joints, light, size * 0.10, 0.8)


def _streaks(light: str, broad: float, strength: float) -> str:
    """Light that falls across the whole of a thing, aslant."""
    return _area(f"M{40 - broad} 0H{52 + broad}L{14 + broad} 128H{2 - broad}Z", light, strength) + _area(
        f"M{72 + broad} 0H{80 + broad}L{42 + broad} 128H{34 + broad}Z", light, strength * 0.8
    )


def _facets(dark: str, light: str, size: float) -> Tile:
    """Panes of clear stuff: broad reflections and fine edges."""
    edges = "M0 34L40 10L86 30L128 6M40 10L30 60L0 84M86 30L96 78L128 92M30 60L96 78L70 128M30 60L20 128"
    return 128.0, 128.0, _streaks("#ffffff", 6, 0.5) + _line(edges, "#ffffff", 1.1, 0.55)


def _gloss(dark: str, light: str, size: float) -> Tile:
    """The reflections of something smooth."""
    return 128.0, 128.0, _streaks("#ffffff", 3, 0.34)


def _sheen(dark: str, light: str, size: float) -> Tile:
    """Polished metal: bands of light and of dark."""
    dim = "M96 0H118L80 128H58ZM8 0H20L-18 128H-30Z"
    return 128.0, 128.0, _area(dim, dark, 0.42) + _streaks(light, 5, 0.75)


def _folds(dark: str, light: str, size: float) -> Tile:
    """Folded paper: flat triangles, some in the shade."""
    shaded = "M0 0L44 22L20 64ZM44 22L92 8L78 58ZM78 58L128 44V96ZM20 64L58 92L24 128H0Z"
    creases = "M0 0L44 22L92 8L128 0M44 22L20 64L78 58L44 22M92 8L78 58L128 44M78 58L58 92L20 64M58 92L128 96M58 92L24 128M20 64L0 96M78 58L128 96"
    return 128.0, 128.0, _area(shaded, dark, 0.20) + _line(creases, dark, 0.9, 0.5)


def _stitches(dark: str, light: str, size: float) -> Tile:
    """Columns of small v, as knitting has them."""
    wide, high = size * 0.46, size * 0.36
    stitch = f"M{wide * 0.12:.2f} {-high * 0.05:.2f}L{wide * 0.5:.2f} {high * 0.62:.2f}L{wide * 0.88:.2f} {-high * 0.05:.2f}"
    column = f"M0 0V{high:.2f}"
    return wide, high, _line(column, dark, wide * 0.10, 0.45) + _line(stitch, dark, wide * 0.16, 0.75)


def _pores(dark: str, light: str, size: float) -> Tile:
    """The fine creases of skin."""
    side = size * 0.62
    path = "".join(
        f"M{side * x:.2f} {side * y:.2f}q{side * 0.10:.2f} {side * 0.09:.2f} {side * 0.22:.2f} {side * 0.02:.2f}"
        for x, y in ((0.05, 0.2), (0.55, 0.12), (0.30, 0.55), (0.72, 0.66), (0.08, 0.85))
    )
    return side, side, _line(path, dark, size * 0.05, 0.55)


def _canes(dark: str, light: str, size: float) -> Tile:
    """Upright canes with their joints."""
    wide, high = size * 0.62, size * 1.8
    joint = f"M0 {high * 0.5:.2f}H{wide:.2f}"
    return wide, high, _line(f"M0 0V{high:.2f}", dark, wide * 0.16, 0.8) + _line(f"M{wide * 0.36:.2f} 0V{high:.2f}", light, wide * 0.14, 0.55) + _line(joint, dark, wide * 0.12, 0.6)  # fmt: skip


def _straws(dark: str, light: str, size: float) -> Tile:
    """A weave of stalks."""
    side = size * 0.72
    half = side / 2
    one = f"M0 {half * 0.3:.2f}H{half:.2f}M0 {half * 0.7:.2f}H{half:.2f}M{half:.2f} {half * 1.3:.2f}H{side:.2f}M{half:.2f} {half * 1.7:.2f}H{side:.2f}"
    other = f"M{half * 1.3:.2f} 0V{half:.2f}M{half * 1.7:.2f} 0V{half:.2f}M{half * 0.3:.2f} {half:.2f}V{side:.2f}M{half * 0.7:.2f} {half:.2f}V{side:.2f}"
    return side, side, _line(one, dark, size * 0.06, 0.6) + _line(other, dark, size * 0.06, 0.45)


def _flutes(dark: str, light: str, size: float) -> Tile:
    """The ribs of corrugated board, and a strip of tape now and then."""
    step = size * 0.22
    return step * 8, step, _line(f"M0 {step * 0.5:.2f}H{step * 8:.2f}", dark, step * 0.22, 0.4)


_SURFACES: dict[Marks, Callable[[str, str, float], Tile]] = {
    "grain": _grain,
    "speckles": _speckles,
    "sheen": _sheen,
    "facets": _facets,
    "folds": _folds,
    "stitches": _stitches,
    "veins": _veins,
    "bricks": _bricks,
    "pores": _pores,
    "gloss": _gloss,
    "canes": _canes,
    "straws": _straws,
    "flutes": _flutes,
}
