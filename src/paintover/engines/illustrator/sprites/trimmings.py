"""Collars, buttons, lapels, lace: what is drawn on the clothes of `wardrobe.toml`, each on the part that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from paintover.engines.illustrator.colour import darker, lighter, rgb


class Body(NamedTuple):
    """Measures of a wearer, in units."""

    middle: float
    neck: float
    hips: float
    foot: float
    half: float
    """Half the breadth of the trunk at the hips."""
    hem: float
    flare: float


Draw = Callable[[Body, str], str]
_WHITE = "#fbfaf6"


def trim(details: Sequence[str], part: str, body: Body, tone: str, colour: str) -> str:
    """Every one of these details that belongs on that part: torso, sleeves, legs, skirt, or over everything."""
    found = ""
    for name in details:
        for where, draw in _TRIMMINGS.get(name, ()):
            if where == part:
                found += draw(body, tone)
    return found


def _line(path: str, colour: str, wide: float, more: str = "") -> str:
    return f'<path d="{path}" stroke="{colour}" stroke-width="{wide}" stroke-linecap="round" stroke-linejoin="round" fill="none" {more}/>'


def _ink(colour: str) -> str:
    return darker(colour, 0.34) if sum(rgb(colour)) > 170 else lighter(colour, 0.28)


def _pale(colour: str) -> str:
    return lighter(colour, 0.42) if sum(rgb(colour)) < 640 else darker(colour, 0.10)


def _round_collar(b: Body, c: str) -> str:
    return _line(
        f"M{b.middle - 10} {b.neck - 1}Q{b.middle} {b.neck + 9} {b.middle + 10} {b.neck - 1}", _pale(c), 3
    )


def _collar(b: Body, c: str) -> str:
    m, n = b.middle, b.neck
    return f'<path d="M{m - 11} {n - 3}L{m} {n + 8}L{m - 7} {n + 12}L{m - 14} {n + 2}ZM{m + 11} {n - 3}L{m} {n + 8}L{m + 7} {n + 12}L{m + 14} {n + 2}Z" fill="{_pale(c)}" stroke="{_ink(c)}" stroke-width=".8"/>'


def _roll_collar(b: Body, c: str) -> str:
    return f'<path d="M{b.middle - 12} {b.neck - 4}Q{b.middle} {b.neck + 6} {b.middle + 12} {b.neck - 4}V{b.neck + 2}Q{b.middle} {b.neck + 12} {b.middle - 12} {b.neck + 2}Z" fill="{lighter(c, 0.12)}" stroke="{_ink(c)}" stroke-width=".9"/>'


def _buttons(b: Body, c: str) -> str:
    last = max(b.hips - 1, b.hem - 8 if b.hem > b.hips + 6 else 0)
    step = 9.0
    spots = []
    y = b.neck + 12
    while y < last:
        spots.append(f'<circle cx="{b.middle}" cy="{y:.1f}" r="1.5" fill="{_ink(c)}"/>')
        y += step
    return _line(f"M{b.middle + 3.5} {b.neck + 8}V{b.hem + 2}", darker(c, 0.18), 1) + "".join(spots)


def _snaps(b: Body, c: str) -> str:
    return "".join(
        f'<circle cx="{b.middle}" cy="{b.neck + 12 + 9 * k:.1f}" r="2" fill="{_WHITE}" stroke="{_ink(c)}" stroke-width=".7"/>'
        for k in range(4)
    )


def _placket(b: Body, c: str) -> str:
    return _line(f"M{b.middle} {b.neck + 2}V{b.hem + 4}", _ink(c), 1.3) + _line(
        f"M{b.middle + 4} {b.neck + 2}V{b.hem + 4}", _ink(c), 0.8, 'opacity=".6"'
    )


def _zip(b: Body, c: str) -> str:
    return _line(f"M{b.middle} {b.neck + 2}V{b.hips + 6}", "#e9edf2", 1.6) + _line(
        f"M{b.middle} {b.neck + 2}V{b.hips + 6}", "#8a94a0", 0.6, 'stroke-dasharray="1 1"'
    )


def _hem(b: Body, c: str) -> str:
    return f'<path d="M0 {b.hips - 1}Q64 {b.hips + 4} 128 {b.hips - 1}V{b.hips + 14}H0Z" fill="{darker(c, 0.16)}"/>'


def _knit(b: Body, c: str) -> str:
    rows = ""
    for row in range(int(b.neck), int(b.hips + 4), 5):
        rows += "".join(
            f"M{x} {row}l2.500 2.500l2.500-2.500" for x in range(int(b.middle - 32), int(b.middle + 30), 6)
        )
    return _line(rows, darker(c, 0.16), 1, 'opacity=".75"')


def _knit_band(b: Body, c: str) -> str:
    y = b.neck + 17
    zig = "".join(f"{'L' if k else 'M'}{b.middle - 36 + 6 * k} {y + (0 if k % 2 else 5)}" for k in range(13))
    return _line(zig, _pale(c), 2.4)


def _hood(b: Body, c: str) -> str:
    m, n = b.middle, b.neck
    return f'<path d="M{m - 17} {n - 1}Q{m} {n + 15} {m + 17} {n - 1}L{m + 14} {n + 7}Q{m} {n + 17} {m - 14} {n + 7}Z" fill="{lighter(c, 0.10)}" stroke="{_ink(c)}" stroke-width=".9"/>'


def _strings(b: Body, c: str) -> str:
    return _line(f"M{b.middle - 5} {b.neck + 10}v11M{b.middle + 5} {b.neck + 10}v9", _WHITE, 1.5)


def _pouch(b: Body, c: str) -> str:
    m, y = b.middle, b.hips - 13
    return f'<path d="M{m - 9} {y}H{m + 9}L{m + 13} {y + 11}H{m - 13}Z" fill="{darker(c, 0.10)}" stroke="{_ink(c)}" stroke-width=".9"/>'


def _lapels(b: Body, c: str) -> str:
    m, n, low = b.middle, b.neck, b.hips - 12
    flap = lighter(c, 0.12) if sum(rgb(c)) < 600 else darker(c, 0.06)
    return (
        f'<path d="M{m - 9} {n - 4}L{m} {low}L{m - 9} {n + 15}L{m - 15} {n + 12}L{m - 13} {n + 7}L{m - 16} {n + 3}Z" fill="{flap}" stroke="{_ink(c)}" stroke-width=".9" stroke-linejoin="round"/>'
        f'<path d="M{m + 9} {n - 4}L{m} {low}L{m + 9} {n + 15}L{m + 15} {n + 12}L{m + 13} {n + 7}L{m + 16} {n + 3}Z" fill="{flap}" stroke="{_ink(c)}" stroke-width=".9" stroke-linejoin="round"/>'
        + _line(f"M{m} {low}V{b.hem + 6}", _ink(c), 1.1)
    )


def _shirt_front(b: Body, c: str) -> str:
    m, n, low = b.middle, b.neck, b.hips - 12
    return (
        f'<path d="M{m - 10} {n - 5}H{m + 10}L{m} {low + 1}Z" fill="{_WHITE}"/>'
        f'<path d="M{m - 9} {n - 4}L{m} {n + 5}L{m - 6} {n + 8}ZM{m + 9} {n - 4}L{m} {n + 5}L{m + 6} {n + 8}Z" fill="#e6e9ee"/>'
    )


def _tie(b: Body, c: str) -> str:
    m, n, low = b.middle, b.neck, b.hips - 13
    paint = "#c22f3c" if rgb(c)[0] < 150 else "#2f4a7a"
    return f'<path d="M{m - 2.6} {n + 3}H{m + 2.6}L{m + 1.8} {n + 7}L{m + 3.4} {low - 5}L{m} {low}L{m - 3.4} {low - 5}L{m - 1.8} {n + 7}Z" fill="{paint}"/><path d="M{m - 2.4} {n + 7}H{m + 2.4}" stroke="{darker(paint, 0.3)}" stroke-width=".8"/>'


def _button(b: Body, c: str) -> str:
    return f'<circle cx="{b.middle}" cy="{b.hips - 8}" r="1.4" fill="{_ink(c)}"/><circle cx="{b.middle}" cy="{b.hips - 2}" r="1.4" fill="{_ink(c)}"/>'


def _kerchief(b: Body, c: str) -> str:
    return f'<path d="M{b.middle + 10} {b.neck + 17}l6.500-1.500l.6 2.600l-7 1.600z" fill="{_WHITE}"/>'


def _pockets(b: Body, c: str) -> str:
    y = b.hips - 5 if b.hem < b.hips + 8 else b.hips + 2
    x = b.half - 5
    return _line(f"M{b.middle - x - 4} {y}l9 1.500M{b.middle + x + 4} {y}l-9 1.500", _ink(c), 1.5)


def _pocket(b: Body, c: str) -> str:
    return f'<path d="M{b.middle + 7} {b.neck + 15}h9v7q-4.500 4-9 0z" fill="none" stroke="{_ink(c)}" stroke-width="1"/>'


def _belt(b: Body, c: str) -> str:
    y = b.hips - 7
    dark = darker(c, 0.34)
    return f'<path d="M0 {y}H128V{y + 5}H0Z" fill="{dark}"/><rect x="{b.middle - 4}" y="{y - 0.6}" width="8" height="6.200" rx="1" fill="none" stroke="#e8c25a" stroke-width="1.500"/>'


def _badge(b: Body, c: str) -> str:
    x, y = b.middle + 12, b.neck + 15
    return f'<path d="M{x} {y - 4}l1.300 2.700l3 .4l-2.200 2.100l.5 3l-2.600-1.400l-2.600 1.400l.5-3l-2.200-2.100l3-.4z" fill="#f2c84b"/>'


def _crest(b: Body, c: str) -> str:
    x, y = b.middle + 12, b.neck + 16
    return f'<path d="M{x - 3.5} {y - 4}h7v4q0 3.500-3.500 5q-3.500-1.500-3.500-5z" fill="#f2c84b" stroke="#8a2f38" stroke-width=".9"/>'


def _crease(b: Body, c: str) -> str:
    return _line(
        f"M{b.middle - 9} {b.hips + 3}V{b.foot}M{b.middle + 9} {b.hips + 3}V{b.foot}",
        darker(c, 0.2),
        0.9,
        'opacity=".7"',
    )


def _chest(b: Body, c: str) -> str:
    y = b.neck + 3
    return (
        f'<path d="M0 0H128V{y + 10}H0Z" fill="{_WHITE}"/><path d="M0 {y + 11.5}H128v2H0Z" fill="#e0464a"/>'
    )


def _white_sleeve(b: Body, c: str) -> str:
    return f'<path d="M0 0H128V{b.neck + 13}H0Z" fill="{_WHITE}" opacity=".95"/>'


def _side_stripe(b: Body, c: str) -> str:
    return _line(f"M{b.middle - 14.5} {b.hips}V{b.foot}M{b.middle + 14.5} {b.hips}V{b.foot}", _WHITE, 1.6)


def _stripes(b: Body, c: str) -> str:
    return _line("".join(f"M{x} 0V128" for x in range(2, 128, 6)), lighter(c, 0.55), 1.7)


def _quilt(b: Body, c: str) -> str:
    rows = "".join(f"M0 {y}Q64 {y + 4} 128 {y}" for y in range(int(b.neck) + 8, int(b.hips) + 8, 7))
    lights = "".join(
        f"M0 {y + 1.8}Q64 {y + 5.8} 128 {y + 1.8}" for y in range(int(b.neck) + 8, int(b.hips) + 8, 7)
    )
    return _line(rows, darker(c, 0.28), 1.5) + _line(lights, lighter(c, 0.3), 1.2, 'opacity=".8"')


def _sash(b: Body, c: str) -> str:
    y = b.hips - 9
    return f'<path d="M0 {y}Q64 {y + 4} 128 {y}V{y + 5}Q64 {y + 9} 0 {y + 5}Z" fill="{darker(c, 0.26)}"/>'


def _obi(b: Body, c: str) -> str:
    y = b.hips - 16
    return f'<path d="M0 {y}Q64 {y + 4} 128 {y}V{y + 13}Q64 {y + 17} 0 {y + 13}Z" fill="{darker(c, 0.30)}"/><path d="M0 {y + 6}Q64 {y + 10} 128 {y + 6}" stroke="{lighter(c, 0.5)}" stroke-width="2.400" fill="none"/>'


def _ribbon(b: Body, c: str) -> str:
    m, y = b.middle, b.hips - 5
    return f'<path d="M{m - 1} {y}L{m - 5} {y + 24}L{m - 1} {y + 22}L{m + 1} {y + 2}ZM{m + 1} {y}L{m + 6} {y + 20}L{m + 2} {y + 19}L{m - 1} {y + 2}Z" fill="#d8524f"/><path d="M{m} {y}q-9-6-9 0t9 0q9-6 9 0t-9 0z" fill="#d8524f"/>'


def _pleats(b: Body, c: str) -> str:
    top, low = b.hips - 3, b.hem
    lines = "".join(
        f"M{b.middle + s * b.half * 0.7:.1f} {top}L{b.middle + s * (b.half * 0.9 + b.flare * (low - top)):.1f} {low}"
        for s in (-0.85, -0.4, 0.0, 0.4, 0.85)
    )
    return _line(lines, darker(c, 0.26), 1.1, 'opacity=".55"')


def _hemline(b: Body, c: str) -> str:
    return f'<path d="M0 {b.hem - 4}H128V{b.hem + 4}H0Z" fill="{_pale(c)}" opacity=".85"/>'


def _lace(b: Body, c: str) -> str:
    dots = "".join(
        f"M{x} {y}h.1" for k, y in enumerate((b.hem - 5, b.hem - 12)) for x in range(8 + 4 * k, 124, 8)
    )
    return _line(dots, "#e3cfd8", 3.2) + _line(f"M0 {b.hem - 1.5}H128", "#ecdde4", 2)


def _sweetheart(b: Body, c: str) -> str:
    m, n = b.middle, b.neck
    return f'<path d="M0 0H128V{n + 5}H{m + 20}Q{m + 10} {n + 2} {m} {n + 11}Q{m - 10} {n + 2} {m - 20} {n + 5}H0Z" fill="#ffca28"/>'


def _bow(b: Body, c: str) -> str:
    m, y = b.middle, b.hips - 6
    return f'<path d="M{m} {y}q-10-7-10 0t10 0q10-7 10 0t-10 0z" fill="#f2b8cc"/><circle cx="{m}" cy="{y}" r="2" fill="#e08fae"/>'


def _mandarin(b: Body, c: str) -> str:
    m, n = b.middle, b.neck
    return f'<path d="M{m - 9} {n - 5}Q{m} {n + 3} {m + 9} {n - 5}V{n + 1}Q{m} {n + 9} {m - 9} {n + 1}Z" fill="{lighter(c, 0.12)}" stroke="#f2c84b" stroke-width="1.300"/>'


def _frog(b: Body, c: str) -> str:
    m, n = b.middle, b.neck
    knots = "".join(
        f'<circle cx="{x}" cy="{y}" r="1.800" fill="#f2c84b"/>'
        for x, y in ((m, n + 6), (m + 9, n + 12), (m + 15, n + 20))
    )
    return _line(f"M{m} {n + 4}Q{m + 5} {n + 12} {m + 16} {n + 15}L{m + 18} {n + 34}", "#f2c84b", 1.4) + knots


def _cuffs(b: Body, c: str) -> str:
    """The ribbed tops of socks."""
    top = b.foot - 17
    ribs = "".join(f"M{x} {top}v4" for x in range(40, 92, 3))
    return f'<path d="M0 {top}H128V{top + 4.5:.1f}H0Z" fill="{lighter(c, 0.3)}"/>' + _line(
        ribs, darker(c, 0.1), 0.7
    )


def _toggles(b: Body, c: str) -> str:
    """The knotted loops of a Chinese jacket, one above the other down its front."""
    m, gold = b.middle, "#f2c84b"
    rows = [b.neck + 9 + k * (b.hips - b.neck - 12) / 3 for k in range(4)]
    loops = "".join(f"M{m - 8:g} {y:.1f}H{m + 8:g}" for y in rows)
    knots = "".join(f'<circle cx="{m:g}" cy="{y:.1f}" r="1.900" fill="{gold}"/>' for y in rows)
    front = _line(f"M{m:g} {b.neck + 3}V128", darker(c, 0.34), 1.2)
    return front + _line(loops, gold, 1.7) + knots


def _medallions(b: Body, c: str) -> str:
    """Round woven figures, a shade lighter than the silk."""
    paint = lighter(c, 0.14)
    return "".join(
        f'<circle cx="{b.middle + dx:g}" cy="{b.neck + dy:g}" r="4.600" fill="none" stroke="{paint}" stroke-width="1.200"/>'
        f'<circle cx="{b.middle + dx:g}" cy="{b.neck + dy:g}" r="1.800" fill="{paint}"/>'
        for dx, dy in ((-13, 15), (13, 15), (-13, 31), (13, 31), (-26, 22), (26, 22), (-13, 46), (13, 46))
    )


def _blossoms(b: Body, c: str) -> str:
    spots = ((-12, 20, 3.4), (8, 27, 2.8), (-5, 38, 3.0), (13, 46, 3.4), (-13, 54, 2.8), (4, 60, 3.0))
    petals = ""
    for dx, dy, r in spots:
        x, y = b.middle + dx, b.neck + dy
        petals += "".join(
            f'<circle cx="{x + r * ox:.1f}" cy="{y + r * oy:.1f}" r="{r * 0.62:.1f}" fill="{lighter(c, 0.55)}"/>'
            for ox, oy in ((0, -0.8), (0.76, -0.25), (0.47, 0.65), (-0.47, 0.65), (-0.76, -0.25))
        )
        petals += f'<circle cx="{x}" cy="{y}" r="{r * 0.4:.1f}" fill="#f6d257"/>'
    return petals


def _slit(b: Body, c: str) -> str:
    x = b.middle + b.half - 3
    return f'<path d="M{x} {b.hem - 14}L{x + 5} {b.hem + 3}H{x - 3}Z" fill="{SKIN_SHADE}"/>'


SKIN_SHADE = "#f0b421"


def _cross_collar(b: Body, c: str) -> str:
    m, n = b.middle, b.neck
    low = b.hips - 9
    return (
        f'<path d="M{m - 9} {n - 5}L{m + 8} {low}L{m + 1} {low}L{m - 15} {n - 2}Z" fill="{_WHITE}" stroke="{_ink(c)}" stroke-width=".8"/>'
        f'<path d="M{m + 9} {n - 5}L{m - 8} {low}L{m - 1} {low}L{m + 15} {n - 2}Z" fill="{_pale(c)}" stroke="{_ink(c)}" stroke-width=".8"/>'
    )


def _waistband(b: Body, c: str) -> str:
    return f'<path d="M0 {b.hips - 5}H128V{b.hips - 1}H0Z" fill="{darker(c, 0.22)}"/>'


def _soles(b: Body, c: str) -> str:
    return f'<path d="M0 {b.foot - 2.4:.1f}H128V{b.foot + 2:.1f}H0Z" fill="{_WHITE}"/>' + _line(
        f"M{b.middle - 13} {b.foot - 5}h6M{b.middle + 7} {b.foot - 5}h6", _WHITE, 1.4
    )


def _tops(b: Body, c: str) -> str:
    return f'<path d="M0 {b.foot - 18:.1f}H128V{b.foot - 13.5:.1f}H0Z" fill="{darker(c, 0.24)}"/><path d="M0 {b.foot - 2:.1f}H128V{b.foot + 2:.1f}H0Z" fill="{darker(c, 0.4)}"/>'


def _straps(b: Body, c: str) -> str:
    m, n = b.middle, b.neck
    return f'<path d="M0 0H128V{n + 7}H{m + 15}V{n - 6}H{m + 10}Q{m} {n + 20} {m - 10} {n - 6}H{m - 15}V{n + 7}H0Z" fill="#ffca28"/>'


def _apron(b: Body, c: str) -> str:
    m, n, h = b.middle, b.neck, b.hips
    low = h + 0.62 * (b.foot - h)
    edge = darker(c, 0.22)
    heart = f'<path d="M{m} {n + 24}c-7-5-3-9 0-6c3-3 7 1 0 6z" fill="#e5647a"/>'
    return (
        _line(
            f"M{m - 9} {n + 9}Q{m - 11} {n} {m - 10} {n - 4}M{m + 9} {n + 9}Q{m + 11} {n} {m + 10} {n - 4}",
            edge,
            2,
        )
        + f'<path d="M{m - 10} {n + 8}H{m + 10}L{m + 12} {h - 11}Q{m + b.half + 2} {h - 8} {m + b.half + 3} {h - 4}L{m + b.half + 4} {low - 3}Q{m} {low + 5} {m - b.half - 4} {low - 3}L{m - b.half - 3} {h - 4}Q{m - b.half - 2} {h - 8} {m - 12} {h - 11}Z" fill="{c}" stroke="{edge}" stroke-width="1.200"/>'
        + f'<path d="M{m - 9} {h - 1}h18v7q-9 6-18 0z" fill="{darker(c, 0.07)}" stroke="{edge}" stroke-width=".9"/>{heart}'
    )


def _bib(b: Body, c: str) -> str:
    m, n, h = b.middle, b.neck, b.hips
    edge = darker(c, 0.3)
    return (
        f'<path d="M{m - 11} {n + 13}H{m + 11}L{m + b.half - 1} {h - 4}V{h + 3}H{m - b.half + 1}V{h - 4}Z" fill="{c}" stroke="{edge}" stroke-width="1"/>'
        + _line(f"M{m - 9} {n + 14}L{m - 14} {n + 1}M{m + 9} {n + 14}L{m + 14} {n + 1}", c, 4.2)
        + f'<circle cx="{m - 9}" cy="{n + 15}" r="1.700" fill="#f2c84b"/><circle cx="{m + 9}" cy="{n + 15}" r="1.700" fill="#f2c84b"/>'
        f'<path d="M{m - 6} {n + 19}h12v6q-6 4-12 0z" fill="{darker(c, 0.1)}" stroke="{edge}" stroke-width=".9"/>'
    )


def _cape(b: Body, c: str) -> str:
    m, n, low = b.middle, b.neck, b.foot - 6
    return (
        f'<path d="M{m - 14} {n - 2}Q{m - b.half - 8} {n + 16} {m - b.half - 9} {low}Q{m - b.half} {low + 3} {m - b.half + 5} {low - 4}L{m - b.half + 3} {n + 16}ZM{m + 14} {n - 2}Q{m + b.half + 8} {n + 16} {m + b.half + 9} {low}Q{m + b.half} {low + 3} {m + b.half - 5} {low - 4}L{m + b.half - 3} {n + 16}Z" fill="{c}"/>'
        + _line(f"M{m - 15} {n - 1}Q{m} {n + 9} {m + 15} {n - 1}", c, 5)
        + f'<circle cx="{m}" cy="{n + 4}" r="2.600" fill="#f2c84b"/>'
    )


_TRIMMINGS: dict[str, tuple[tuple[str, Draw], ...]] = {
    "round-collar": (("torso", _round_collar),),
    "collar": (("torso", _collar),),
    "roll-collar": (("torso", _roll_collar),),
    "buttons": (("torso", _buttons), ("skirt", _buttons)),
    "snaps": (("torso", _snaps), ("skirt", _snaps)),
    "placket": (("torso", _placket), ("skirt", _placket)),
    "zip": (("torso", _zip),),
    "hem": (("torso", _hem),),
    "knit": (("torso", _knit), ("torso", _knit_band), ("sleeves", _knit)),
    "hood": (("torso", _hood),),
    "strings": (("torso", _strings),),
    "pouch": (("torso", _pouch),),
    "lapels": (("torso", _lapels),),
    "shirt-front": (("torso", _shirt_front),),
    "tie": (("torso", _tie),),
    "button": (("torso", _button),),
    "kerchief": (("torso", _kerchief),),
    "pockets": (("torso", _pockets), ("skirt", _pockets)),
    "pocket": (("torso", _pocket),),
    "belt": (("torso", _belt),),
    "badge": (("torso", _badge),),
    "crest": (("torso", _crest),),
    "crease": (("legs", _crease),),
    "chest": (("torso", _chest), ("sleeves", _white_sleeve)),
    "side-stripe": (("legs", _side_stripe),),
    "stripes": (("torso", _stripes), ("sleeves", _stripes), ("legs", _stripes)),
    "quilt": (("torso", _quilt), ("sleeves", _quilt)),
    "sash": (("torso", _sash),),
    "obi": (("torso", _obi),),
    "ribbon": (("over", _ribbon),),
    "pleats": (("skirt", _pleats),),
    "hemline": (("skirt", _hemline),),
    "lace": (("skirt", _lace),),
    "sweetheart": (("torso", _sweetheart),),
    "bow": (("torso", _bow),),
    "mandarin": (("torso", _mandarin),),
    "frog": (("torso", _frog),),
    "toggles": (("torso", _toggles), ("skirt", _toggles)),
    "medallions": (("torso", _medallions), ("sleeves", _medallions), ("skirt", _medallions)),
    "blossoms": (("torso", _blossoms), ("skirt", _blossoms), ("sleeves", _blossoms)),
    "slit": (("skirt", _slit),),
    "cross-collar": (("torso", _cross_collar),),
    "soles": (("shoes", _soles),),
    "tops": (("shoes", _tops),),
    "cuffs": (("shoes", _cuffs),),
    "waistband": (("legs", _waistband), ("skirt", _waistband)),
    "straps": (("torso", _straps),),
    "apron": (("over", _apron),),
    "bib": (("over", _bib),),
    "cape": (("over", _cape),),
}
"""By the name of a detail, the parts on which it is drawn and how."""
