"""The fronts of shops: an awning, a sign with what is sold, a window with the wares in it, and a door."""

from __future__ import annotations

from functools import partial

from paintover.engines.illustrator.colour import darker, lighter, mix
from paintover.engines.illustrator.shops import Shop, shops
from paintover.engines.illustrator.sprites.art import icon_body, with_ids
from paintover.engines.illustrator.sprites.props.shape import Prop, down

_STRIPES = 9
_DISPLAYED = ((17, 62, 19), (36, 60, 21), (57, 62, 19), (24, 84, 23), (50, 84, 23))
"""Left, top and side of the wares in the window: three on its upper shelf, two on the lower."""


def ware(icon: str, x: float, y: float, side: float, name: str) -> str:
    """An icon as small as it is among others; `name` keeps its definitions apart from theirs."""
    return f'<g transform="translate({x} {y}) scale({side / 128:.4f})">{with_ids(icon_body(icon), name)}</g>'


def _awning(paint: str) -> str:
    wide, cream = 116 / _STRIPES, "#fdf6e8"
    strips = "".join(
        f'<path d="M{10 + 108 * k / _STRIPES:.2f} 37H{10 + 108 * (k + 1) / _STRIPES:.2f}L{6 + wide * (k + 1):.2f} 50a{wide / 2:.2f} 5 0 0 1 {-wide:.2f} 0z" fill="{paint if k % 2 == 0 else cream}"/>'
        for k in range(_STRIPES)
    )
    return (
        f'<path d="M9 50H119V58H9z" fill="#2a1a10" opacity=".16"/>{strips}'
        f'<path d="M10 37H118V39.500H10z" fill="{darker(paint, 0.3)}"/>'
    )


def _front(shop: Shop, paint: str) -> str:
    dark, deep = darker(paint, 0.30), darker(paint, 0.5)
    wall, wood = mix(paint, "#fff4e2", 0.80), "#8a5a36"
    bricks = "".join(f"M{x + (row % 2) * 6} {58 + row * 9}h8" for row in range(7) for x in (84, 100, 112))
    wares = "".join(
        ware(icon, x, y, side, f"w{k}")
        for k, (icon, (x, y, side)) in enumerate(zip(shop.wares[:5], _DISPLAYED, strict=True))
    )
    return (
        f"{down('f', (0, lighter(wall, 0.3)), (1, darker(wall, 0.07)))}{down('g', (0, '#bfe3f2'), (1, '#eef9fc'))}"
        f'<rect x="8" y="34" width="112" height="91" fill="url(#f)"/><path d="{bricks}" stroke="{darker(wall, 0.13)}" stroke-width="1.600" stroke-linecap="round"/>'
        f'<path d="M8 30H120V38H8z" fill="{lighter(paint, 0.1)}"/>'
        # the window, its two shelves of wares and the box below it
        f'<rect x="12" y="54" width="67" height="56" rx="1.500" fill="{wood}"/><rect x="15" y="57" width="61" height="50" fill="url(#g)"/>'
        f'<path d="M15 81h61v3H15z" fill="{lighter(wood, 0.35)}"/>{wares}'
        '<path d="M20 78L34 59H40L26 78zM50 106L70 80H74L56 106z" fill="#fff" opacity=".3"/>'
        f'<path d="M10 107H81V112H10z" fill="{lighter(wood, 0.2)}"/><rect x="13" y="112" width="65" height="13" fill="{dark}"/><path d="M16 115h27v7H16zM48 115h27v7H48z" fill="{paint}"/>'
        # the door
        f'<rect x="86" y="58" width="28" height="67" fill="{deep}"/><rect x="88" y="60" width="24" height="65" fill="{paint}"/><rect x="91.500" y="64" width="17" height="34" rx="1" fill="url(#g)"/>'
        f'<path d="M94 82L103 65H106L97 82z" fill="#fff" opacity=".5"/><rect x="91.500" y="103" width="17" height="17" rx="1" fill="{dark}"/><circle cx="109.500" cy="99" r="2" fill="#f4cf62"/>'
        f'<path d="M84 122H116V126H84z" fill="#b9b2a6"/><path d="M6 123H86V126H6z" fill="#a8a196"/>'
        f"{_awning(paint)}"
        # the sign
        f'<rect x="15" y="5" width="98" height="31" rx="4" fill="{deep}"/><rect x="17" y="7" width="94" height="27" rx="3" fill="#fff7e6"/>'
        f'<path d="M24 20.500H44M84 20.500H104" stroke="{paint}" stroke-width="3" stroke-linecap="round"/>'
        f"{ware(shop.sign, 51.5, 8, 25, 's')}"
    )


PROPS = {name: Prop(partial(_front, shop), shop.paint) for name, shop in shops().items()}
