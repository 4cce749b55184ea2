"""Props of the house."""

from __future__ import annotations

from functools import partial

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.props.shape import Prop, across, down, gloss


def _refrigerator(paint: str) -> str:
    dark = darker(paint, 0.3)
    return (
        f"{across('s', (0, lighter(paint, 0.55)), (0.3, lighter(paint, 0.2)), (0.7, paint), (1, dark))}"
        '<path d="M38 118h12v7H38zM78 118h12v7H78z" fill="#4b5158"/><rect x="32" y="2" width="64" height="118" rx="8" fill="url(#s)"/>'
        f'<path d="M32 46h64" stroke="{dark}" stroke-width="3.500"/><path d="M32 48.500h64" stroke="#fff" stroke-width="1.500" opacity=".5"/>'
        f'<rect x="39" y="22" width="6" height="18" rx="3" fill="{darker(paint, 0.5)}"/><rect x="39" y="54" width="6" height="30" rx="3" fill="{darker(paint, 0.5)}"/>'
        f'{gloss("M88 12v26", 3, 0.35)}<rect x="66" y="60" width="16" height="14" fill="#fff3b0"/><circle cx="74" cy="60" r="2.500" fill="#e53935"/>'
    )


def _dining_table(paint: str) -> str:
    dark, light = darker(paint, 0.32), lighter(paint, 0.18)
    return (
        f'<path d="M28 74h7v34h-6zM93 74h7l-1 34h-6z" fill="{darker(paint, 0.5)}"/>'
        f'{down("s", (0, light), (1, paint))}<path d="M18 48h92l16 17H2z" fill="url(#s)"/><path d="M22 53h84M14 59h100" stroke="{dark}" stroke-width="1" opacity=".35"/>'
        f'<rect x="2" y="65" width="124" height="8" rx="2" fill="{paint}"/><rect x="2" y="70" width="124" height="3" fill="{dark}"/>'
        f'<path d="M8 73h11l-2 52h-6zM109 73h11l-3 52h-6z" fill="{dark}"/><path d="M8 73h4v52h-1z" fill="{paint}"/><path d="M109 73h4l-1 52h-1z" fill="{paint}"/>'
    )


def _round_table(paint: str) -> str:
    """A round top on one turned leg with three feet."""
    dark, light = darker(paint, 0.32), lighter(paint, 0.18)
    return (
        f'<path d="M58 66h12l3 34q3 12 22 20l-4 6q-20-2-27-12-7 10-27 12l-4-6q19-8 22-20z" fill="{dark}"/>'
        f'<path d="M59 70h4l-1 36q-6 10-20 15l-3-3q17-8 18-20z" fill="{paint}"/><path d="M61 104h6v22h-6z" fill="{darker(paint, 0.4)}"/>'
        f'<path d="M2 60v6a62 13 0 0 0 124 0v-6z" fill="{dark}"/>{down("s", (0, light), (1, paint))}<ellipse cx="64" cy="59" rx="62" ry="14" fill="url(#s)"/>'
        f'<ellipse cx="64" cy="59" rx="52" ry="10.500" fill="none" stroke="{dark}" stroke-width="1" opacity=".35"/>'
    )


def _school_desk(paint: str) -> str:
    """A pupil's desk: a slanted top with a groove for pens, a shelf for books, legs of steel."""
    dark, light = darker(paint, 0.3), lighter(paint, 0.22)
    return (
        f'{down("s", (0, light), (1, paint))}<path d="M26 70v36M102 70v36" stroke="#7f8b95" stroke-width="5" stroke-linecap="round"/>'
        f'<path d="M14 72L10 122M114 72L118 122" stroke="#8f9ba5" stroke-width="6" stroke-linecap="round"/><path d="M6 123h14M108 123h14" stroke="#3f474e" stroke-width="5" stroke-linecap="round"/>'
        f'<path d="M20 73h88l2 20H18z" fill="{darker(paint, 0.5)}"/><rect x="30" y="78" width="22" height="5" fill="#d8574f"/><rect x="28" y="83" width="26" height="5" fill="#4f86c6"/><rect x="30" y="88" width="22" height="4" fill="#f2b233"/>'
        f'<path d="M18 90h92v4H18z" fill="{dark}"/><path d="M20 50h88l14 16H6z" fill="url(#s)"/><path d="M24 53h80l2 3H22z" fill="{dark}" opacity=".4"/>'
        f'<rect x="6" y="66" width="116" height="7" rx="2" fill="{paint}"/><rect x="6" y="70.500" width="116" height="2.500" fill="{dark}"/>'
    )


def _counter(paint: str) -> str:
    """A counter with a panelled front, as high as the elbow of who stands behind it."""
    dark, light = darker(paint, 0.28), lighter(paint, 0.16)
    panels = "".join(
        f'<rect x="{x}" y="56" width="26" height="58" rx="2" fill="{light}"/><path d="M{x} 56h26v3H{x + 3}v55h-3z" fill="{dark}" opacity=".55"/>'
        for x in (12, 51, 90)
    )
    return (
        f'{down("s", (0, "#f1e2c6"), (1, "#cfae7f"))}<rect x="4" y="46" width="120" height="78" fill="{paint}"/><path d="M4 46h120v6H4z" fill="#000" opacity=".2"/>{panels}'
        f'<rect x="4" y="116" width="120" height="9" fill="{dark}"/><path d="M12 28h104l12 12H0z" fill="url(#s)"/><rect x="0" y="40" width="128" height="7" rx="2" fill="#b98a55"/><path d="M0 44h128v3H0z" fill="#8f6439"/>'
    )


def _bookshelf(paint: str) -> str:
    dark = darker(paint, 0.35)
    spines = ("#c0504d", "#3f78b5", "#e0a63c", "#5b9a63", "#8a62ad", "#d97a4a", "#4aa3a2", "#b0486f")
    books = []
    for shelf, floor in enumerate((42, 80, 118)):
        x = 23.0
        for place in range(9):
            width, height = 6 + (place * 5 + shelf * 3) % 5, 22 + (place * 7 + shelf * 5) % 8
            if x + width > 104:
                break
            paint_of = spines[(place * 3 + shelf * 2) % 8]
            books.append(
                f'<rect x="{x}" y="{floor - height}" width="{width}" height="{height}" rx="1" fill="{paint_of}"/>'
            )
            books.append(
                f'<path d="M{x + 1.5} {floor - height + 5}h{width - 3}" stroke="#fff" stroke-width="1.500" opacity=".6"/>'
            )
            x += width + 0.6
    return (
        f'<rect x="14" y="2" width="100" height="124" rx="3" fill="{paint}"/><path d="M21 9h86v33H21zM21 47h86v33H21zM21 85h86v33H21z" fill="{darker(paint, 0.55)}"/>'
        f'{"".join(books)}<path d="M21 42h86v5H21zM21 80h86v5H21zM14 118h100v8H14z" fill="{dark}"/>'
    )


_VIEWS = {
    "day": ("#8fd0f4", "#e3f5fd", "#8cc56f", "#6fae58"),
    "sunset": ("#f2946a", "#fde0a8", "#8a9a5c", "#6f7d4c"),
    "night": ("#16254f", "#3a4f8c", "#2f4a4c", "#253c40"),
    "moonless": ("#16254f", "#3a4f8c", "#2f4a4c", "#253c40"),
    "rain": ("#8495a5", "#c2ccd4", "#7da06c", "#65885a"),
    "snow": ("#a9bfd2", "#e6eef5", "#ffffff", "#e8f0f6"),
}
"""What is seen through a window: the sky above and below, the hills behind and before."""


_SKIES = {"day": ("#8fd0f4", "#e3f5fd"), "night": ("#16254f", "#4a5c96")}
"""Of what is seen far out of a window, above and below."""


def _peaks(night: bool) -> str:
    far, near, snow, wood = (
        ("#3a4a7c", "#2c3a66", "#c9d4f0", "#1f3350")
        if night
        else ("#9db4d4", "#7d95b8", "#ffffff", "#6f9a68")
    )
    return (
        f'<path d="M0 84L30 40L52 66L84 22L128 74V120H0z" fill="{far}"/><path d="M84 22L70 42L78 46L85 40L92 46L98 37zM30 40L21 53L30 51L38 50z" fill="{snow}"/>'
        f'<path d="M0 96L38 62L70 92L104 56L128 80V120H0z" fill="{near}"/><path d="M104 56L94 67L104 66L112 64z" fill="{snow}"/><path d="M0 106Q40 92 74 104T128 98V120H0z" fill="{wood}"/>'
    )


def _towers(night: bool) -> str:
    far, near, lit = ("#33457c", "#1f2c58", "#ffdf8a") if night else ("#b3c6da", "#7f97b5", "#dcecf6")
    back = ((0, 58, 16), (18, 40, 13), (33, 64, 18), (54, 34, 12), (69, 56, 16), (88, 44, 14), (105, 62, 23))
    front = ((4, 78, 20), (28, 66, 15), (48, 84, 18), (70, 72, 17), (92, 60, 15), (110, 80, 18))
    drawn = "".join(f'<path d="M{x} {y}h{w}V120H{x}z" fill="{far}"/>' for x, y, w in back)
    drawn += "".join(f'<path d="M{x} {y}h{w}V120H{x}z" fill="{near}"/>' for x, y, w in front)
    panes = "".join(
        f"M{x + 3 + dx} {y + 5 + dy}h2.600v3.600h-2.600z"
        for x, y, w in front
        for dy in range(0, 34, 8)
        for dx in range(0, w - 5, 5)
        if (x + dx * 3 + dy) % 4 or not night
    )
    return f'{drawn}<path d="{panes}" fill="{lit}"/>'


def _seaside(night: bool) -> str:
    high, low, sand = ("#2c4a86", "#1d3566", "#8a8478") if night else ("#5fb3e0", "#2f86c4", "#f2dcae")
    return (
        f'{down("o", (0, high), (1, low))}<path d="M0 62H128V120H0z" fill="url(#o)"/><path d="M12 72h18M54 78h22M92 70h16M30 88h20M84 92h24" stroke="#fff" stroke-width="2" opacity=".55" stroke-linecap="round"/>'
        f'<path d="M0 110Q40 98 82 108T128 104V120H0z" fill="{sand}"/><path d="M88 66h24l-5 7H93z" fill="#b5543f"/><path d="M99 30V64H82z" fill="#fdfaf2"/><path d="M101 38V64H114z" fill="#f0b84a"/>'
    )


def _firs(night: bool) -> str:
    far, near = ("#25405c", "#18304a") if night else ("#8fbf94", "#4f8f5a")
    rows = ((far, range(-6, 130, 17), 44, 70), (near, range(-14, 130, 23), 58, 90))
    return (
        "".join(
            f'<path d="M{x} {low + 30}L{x + 12} {top + x % 7}L{x + 24} {low + 30}z" fill="{paint}"/>'
            for paint, at, top, low in rows
            for x in at
        )
        + f'<path d="M0 104H128V120H0z" fill="{near}"/>'
    )


def _flowerbeds(night: bool) -> str:
    lawn, hedge, crown = ("#2f5a50", "#24483f", "#2a5244") if night else ("#9ad06f", "#5f9f52", "#6fb45c")
    dots = "".join(
        f'<circle cx="{6 + k * 9}" cy="{104 + k * 5 % 9}" r="3.400" fill="{("#ff6f91", "#ffd24d", "#fff", "#b088f0")[k % 4]}"/>'
        for k in range(14)
    )
    return (
        f'<path d="M0 74Q16 64 32 74T64 74T96 74T128 74V120H0z" fill="{hedge}"/><path d="M0 90H128V120H0z" fill="{lawn}"/>'
        f'<path d="M90 62h8v32h-8z" fill="#7d5f48"/><circle cx="94" cy="48" r="22" fill="{crown}"/><circle cx="80" cy="58" r="13" fill="{crown}"/><circle cx="108" cy="58" r="14" fill="{crown}"/>{dots}'
    )


_OUTLOOKS = {
    "mountain-view": _peaks,
    "city-view": _towers,
    "sea-view": _seaside,
    "forest-view": _firs,
    "garden-view": _flowerbeds,
}
"""What is to be seen through a window, on the whole of its panes."""


def _outlook(name: str, hour: str, paint: str) -> str:
    high, low = _SKIES[hour]
    light = (
        "".join(
            f'<circle cx="{8 + k * 29 % 114}" cy="{16 + k * 17 % 34}" r="1" fill="#fff6cf"/>'
            for k in range(12)
        )
        if hour == "night"
        else '<g fill="#fff" opacity=".85"><ellipse cx="38" cy="30" rx="15" ry="5"/><ellipse cx="46" cy="26" rx="9" ry="5"/><ellipse cx="100" cy="22" rx="11" ry="4"/></g>'
    )
    return f'{down("h", (0, high), (1, low))}<rect x="0" y="8" width="128" height="112" fill="url(#h)"/>{light}{_OUTLOOKS[name](hour == "night")}'


def _falling(view: str) -> str:
    """What falls outside."""
    if view == "rain":
        strokes = "".join(f"M{24 + k * 13 % 82} {12 + k * 29 % 62}l-2.500 9" for k in range(16))
        return f'<path d="{strokes}" stroke="#eef6fb" stroke-width="1.300" opacity=".8"/>'
    if view == "snow":
        return "".join(
            f'<circle cx="{22 + k * 37 % 86}" cy="{11 + k * 23 % 70}" r="{1.3 + k % 3 * 0.5:.1f}" fill="#fff"/>'
            for k in range(22)
        )
    if view in ("night", "moonless"):
        stars = "".join(
            f'<circle cx="{24 + k * 31 % 80}" cy="{12 + k * 19 % 38}" r=".9" fill="#fff6cf"/>'
            for k in range(13)
        )
        return (
            stars
            if view == "moonless"
            else f'{stars}<path d="M96 14a11 11 0 1 0 8 17a9 9 0 0 1-8-17z" fill="#fdf0b4"/>'
        )
    return '<g fill="#fff" opacity=".9"><ellipse cx="42" cy="28" rx="11" ry="4.500"/><ellipse cx="48" cy="25" rx="7" ry="4.500"/><ellipse cx="92" cy="38" rx="9" ry="3.600"/></g>'


def _bay_window(view: str, paint: str) -> str:
    """A window with a broad sill, on the panelled wall below it."""
    high, low, hill, near = _VIEWS[view]
    dark, shade = darker(paint, 0.14), darker(paint, 0.26)
    panels = "".join(
        f'<rect x="{x}" y="102" width="24" height="18" rx="1.500" fill="{dark}"/><path d="M{x} 102h24v2h-22v16h-2z" fill="{shade}"/>'
        for x in (18, 52, 86)
    )
    return (
        f"{down('v', (0, high), (1, low))}{across('w', (0, lighter('#c98a4e', 0.3)), (1, '#b9783e'))}"
        f'<rect x="10" y="94" width="108" height="32" fill="{paint}"/>{panels}<path d="M8 122h112v4H8z" fill="{shade}"/>'
        f'<rect x="10" y="2" width="108" height="88" rx="2" fill="{shade}"/><rect x="11.500" y="3.500" width="105" height="86" rx="1.500" fill="{paint}"/>'
        f'<rect x="18" y="9" width="92" height="80" fill="url(#v)"/><path d="M18 70Q38 56 60 68T110 62V89H18Z" fill="{hill}"/><path d="M18 80Q44 70 70 80T110 76V89H18Z" fill="{near}"/>{_falling(view)}'
        f'<path d="M62 9h4v80h-4zM18 40h92v3.600H18z" fill="{paint}"/><path d="M66 9h1.200v80H66zM18 43.600h92v1.200H18z" fill="{shade}" opacity=".7"/>'
        '<path d="M24 34L40 14M82 34L98 14M26 66L36 52" stroke="#fff" stroke-width="2" opacity=".35" stroke-linecap="round"/>'
        '<path d="M4 88H124L126 93H2z" fill="url(#w)"/><rect x="2" y="93" width="124" height="5" rx="1" fill="#a56a34"/><path d="M10 98h108v2.500H10z" fill="#000" opacity=".14"/>'
    )


def _wall_clock(paint: str) -> str:
    marks = "".join(
        f'<path d="M64 20v{8 if k % 3 == 0 else 5}" stroke="#4a4038" stroke-width="{3.4 if k % 3 == 0 else 2}" stroke-linecap="round" transform="rotate({k * 30} 64 64)"/>'
        for k in range(12)
    )
    return (
        f'{down("k", (0, lighter(paint, 0.3)), (1, darker(paint, 0.25)))}<circle cx="64" cy="64" r="60" fill="url(#k)"/><circle cx="64" cy="64" r="52" fill="{darker(paint, 0.35)}"/><circle cx="64" cy="64" r="50" fill="#fffaf0"/>'
        f'{marks}<path d="M64 66L44 50" stroke="#3a322c" stroke-width="5.500" stroke-linecap="round"/><path d="M64 68L86 34" stroke="#3a322c" stroke-width="4" stroke-linecap="round"/><path d="M64 74L58 26" stroke="#d8453c" stroke-width="1.800" stroke-linecap="round"/>'
        f'<circle cx="64" cy="64" r="5" fill="#d8453c"/>{gloss("M26 46Q36 24 58 20", 4, 0.5)}'
    )


def _wall_map(paint: str) -> str:
    """The world on a sheet between two rods."""
    lands = (
        "M18 40Q26 32 40 34L50 38L46 48L38 52L36 60L30 56L24 50zM36 64L46 66L48 76L42 90L38 82zM56 36L70 32L78 38L72 46L60 48L56 44z"
        "M58 52L70 50L78 58L74 72L68 82L62 70L56 60zM80 34L104 32L112 42L104 52L98 62L92 54L84 52L80 44zM98 74L110 74L112 84L102 86z"
    )
    return (
        f'{down("m", (0, "#bfe3f4"), (1, "#93c9e6"))}<rect x="8" y="20" width="112" height="86" fill="#f6ead0"/><rect x="12" y="24" width="104" height="78" fill="url(#m)"/>'
        f'<path d="M12 50H116M12 76H116M38 24V102M64 24V102M90 24V102" stroke="#fff" stroke-width="1" opacity=".6"/><path d="{lands}" fill="#8dbb5f" stroke="#6d9a48" stroke-width="1.400" stroke-linejoin="round"/><path d="M24 96Q60 90 106 96L104 101H26z" fill="#f4f8fa"/>'
        f'<rect x="2" y="14" width="124" height="8" rx="4" fill="{paint}"/><rect x="2" y="104" width="124" height="8" rx="4" fill="{darker(paint, 0.15)}"/><path d="M40 14L64 4L88 14" stroke="#7d6a52" stroke-width="2" fill="none"/>'
    )


def _rug(paint: str) -> str:
    light = lighter(paint, 0.6)
    fringe = "".join(f"M{x} 122v5" for x in range(4, 126, 5))
    return (
        f'<path d="{fringe}" stroke="{light}" stroke-width="2"/><path d="M20 84h88l18 38H2z" fill="{paint}"/>'
        f'<path d="M25 89h78l13 28H12z" fill="none" stroke="{light}" stroke-width="3"/><path d="M64 94l18 9-18 9-18-9z" fill="{light}"/>'
        f'<path d="M64 98l9 5-9 5-9-5z" fill="{darker(paint, 0.3)}"/>'
    )


def _round_rug(paint: str) -> str:
    """An oval as a circle on the floor is seen, with two rings."""
    light = lighter(paint, 0.5)
    return (
        f'<ellipse cx="64" cy="104" rx="62" ry="20" fill="{darker(paint, 0.25)}"/><ellipse cx="64" cy="103" rx="62" ry="19" fill="{paint}"/>'
        f'<ellipse cx="64" cy="103" rx="53" ry="15.500" fill="{light}"/><ellipse cx="64" cy="103" rx="48" ry="13.500" fill="{paint}"/>'
        f'<ellipse cx="64" cy="103" rx="22" ry="6" fill="{light}"/>'
    )


def _lamp(paint: str) -> str:
    return (
        '<radialGradient id="g"><stop offset="0" stop-color="#fff3c0" stop-opacity=".9"/><stop offset="1" stop-color="#fff3c0" stop-opacity="0"/></radialGradient>'
        f'<rect x="61" y="50" width="6" height="68" fill="#a98b5d"/><path d="M40 118q24-10 48 0v7H40z" fill="#8a6d43"/>'
        f"{across('s', (0, darker(paint, 0.15)), (0.4, lighter(paint, 0.7)), (1, darker(paint, 0.2)))}"
        f'<path d="M44 4h40l22 52H22z" fill="url(#s)"/><ellipse cx="64" cy="56" rx="42" ry="6" fill="#fff0b8"/>'
    )


def _oven(paint: str) -> str:
    dark = darker(paint, 0.35)
    knobs = "".join(
        f'<circle cx="{x}" cy="38" r="5" fill="{darker(paint, 0.6)}"/>' for x in (26, 44, 84, 102)
    )
    return (
        f'<path d="M16 118h12v7H16zM100 118h12v7h-12z" fill="#44484e"/><path d="M10 24h108l-4-10H14z" fill="{dark}"/>'
        '<ellipse cx="40" cy="19" rx="18" ry="3" fill="#2d3136"/><ellipse cx="88" cy="19" rx="18" ry="3" fill="#2d3136"/>'
        f'<rect x="8" y="24" width="112" height="96" rx="6" fill="{paint}"/>{knobs}<rect x="58" y="33" width="12" height="9" fill="#1f3329"/>'
        f'<rect x="18" y="58" width="92" height="52" rx="6" fill="#2a2f36"/><rect x="26" y="66" width="76" height="36" rx="4" fill="#7a3b1d"/>'
        f'<path d="M26 90h76" stroke="#c9722f" stroke-width="3"/><rect x="20" y="50" width="88" height="5" rx="2.500" fill="{dark}"/>{gloss("M34 98L60 68", 5, 0.25)}'
    )


def _sink(paint: str) -> str:
    return (
        '<path d="M60 40V18q0-12 13-12t13 12v6h-7v-5q0-6-6-6t-6 6v21z" fill="#aab4bd"/><rect x="52" y="36" width="24" height="8" rx="3" fill="#8f9aa5"/>'
        f'<path d="M46 76h36l6 48H40z" fill="{darker(paint, 0.18)}"/>'
        f"{across('s', (0, darker(paint, 0.12)), (0.35, lighter(paint, 0.6)), (1, darker(paint, 0.2)))}"
        f'<path d="M6 48h116q-4 40-42 40H48Q10 88 6 48z" fill="url(#s)"/><ellipse cx="64" cy="48" rx="58" ry="10" fill="{paint}"/><ellipse cx="64" cy="49" rx="47" ry="7" fill="{darker(paint, 0.25)}"/>'
    )


def _sink_raised(paint: str) -> str:
    """On legs, with the trap below it."""
    legs = "".join(f'<rect x="{x}" y="50" width="6" height="76" rx="2" fill="#9fb0ba"/>' for x in (18, 104))
    return (
        f'{legs}<path d="M64 50v22q0 9 9 9t9-9v-6h22" fill="none" stroke="#8f9aa5" stroke-width="6" stroke-linejoin="round"/>'
        '<path d="M60 26V13q0-9 11-9t11 9v5h-6v-4q0-5-5-5t-5 5v12z" fill="#aab4bd"/><rect x="53" y="23" width="22" height="7" rx="3" fill="#8f9aa5"/>'
        f"{across('s', (0, darker(paint, 0.12)), (0.35, lighter(paint, 0.6)), (1, darker(paint, 0.2)))}"
        f'<path d="M6 32h116q-4 27-42 27H48Q10 59 6 32z" fill="url(#s)"/><ellipse cx="64" cy="32" rx="58" ry="8" fill="{paint}"/><ellipse cx="64" cy="33" rx="47" ry="5.5" fill="{darker(paint, 0.25)}"/>'
    )


def _kitchen_sink(paint: str) -> str:
    """A cupboard with a basin let into its top; the tap is at one side, so that who stands behind it is seen."""
    dark, light = darker(paint, 0.22), lighter(paint, 0.35)
    doors = "".join(
        f'<rect x="{x}" y="66" width="50" height="48" rx="3" fill="{light}" opacity=".55"/>'
        f'<rect x="{x}" y="66" width="50" height="48" rx="3" fill="none" stroke="{dark}" stroke-width="2"/>'
        f'<rect x="{knob}" y="84" width="4" height="12" rx="2" fill="#8f9aa5"/>'
        for x, knob in ((11, 53), (67, 71))
    )
    plates = "".join(
        f'<ellipse cx="103" cy="{y}" rx="15" ry="3.6" fill="#fff" stroke="#c9d3da" stroke-width="1"/>'
        for y in (45, 42, 39)
    )
    return (
        f'<rect x="5" y="56" width="118" height="64" fill="{paint}"/><rect x="9" y="120" width="110" height="5" fill="{darker(paint, 0.5)}"/>{doors}'
        '<path d="M9 40h110l8 12H1z" fill="#d9b88c"/><rect x="1" y="52" width="126" height="6" rx="2" fill="#b98f5e"/>'
        '<path d="M15 42h56l2 8H12z" fill="#9fb0ba"/><path d="M19 43.500h48l1.500 5H17z" fill="#6f808b"/><path d="M22 46.500q20-3 42 0l1 2H19z" fill="#bfe3f2"/>'
        f'<path d="M17 42V24q0-11 11-11t11 11v4h-5v-4q0-6-6-6t-6 6v18z" fill="#aab4bd"/><circle cx="19.500" cy="36" r="3.500" fill="#8f9aa5"/>{plates}'
        '<circle cx="48" cy="45" r="3.500" fill="#fff" opacity=".85"/><circle cx="54" cy="46" r="2.600" fill="#fff" opacity=".75"/><circle cx="43" cy="47" r="2.200" fill="#fff" opacity=".75"/>'
    )


def _remote(paint: str) -> str:
    keys = "".join(
        f'<circle cx="{x}" cy="{y}" r="4" fill="#cfd8dc"/>' for y in (52, 66, 80) for x in (54, 64, 74)
    )
    return (
        f'<rect x="42" y="4" width="44" height="120" rx="14" fill="{paint}"/><circle cx="64" cy="22" r="8" fill="#e53935"/>'
        f'{keys}<rect x="52" y="94" width="24" height="18" rx="6" fill="{lighter(paint, 0.25)}"/><path d="M64 36v8M60 40h8" stroke="#cfd8dc" stroke-width="2.500"/>'
    )


def _hair_drier(paint: str) -> str:
    return (
        f'<path d="M70 66l14 52q1 7-7 8h-10q-7 0-8-7l-9-50z" fill="{darker(paint, 0.22)}"/><rect x="66" y="82" width="7" height="14" rx="3" fill="#fff" opacity=".75"/>'
        f'<path d="M4 26q30 2 46-10 50-16 70 22 4 30-30 38-30 4-42-8-20-6-44-8z" fill="{paint}"/><path d="M4 22h9v42H4z" fill="#454b54"/>'
        f'<circle cx="90" cy="42" r="17" fill="{lighter(paint, 0.45)}"/><circle cx="90" cy="42" r="10" fill="{darker(paint, 0.35)}"/>{gloss("M34 30q14-2 26-8", 4, 0.6)}'
    )


def _pillow(paint: str) -> str:
    fold = darker(paint, 0.2)
    return (
        f'<path d="M8 62Q4 48 20 52Q64 60 108 52Q124 48 120 62Q114 88 120 112Q124 126 108 122Q64 114 20 122Q4 126 8 112Q14 88 8 62Z" fill="{paint}"/>'
        f'<path d="M22 62Q34 70 38 78M106 62Q94 70 90 78M22 112Q34 104 38 98M106 112Q94 104 90 98" stroke="{fold}" stroke-width="3" fill="none" stroke-linecap="round"/>'
        f'<path d="M44 86Q64 80 84 86" stroke="{lighter(paint, 0.6)}" stroke-width="4" fill="none" opacity=".8"/>'
    )


def _cloth(paint: str) -> str:
    """A folded gingham cloth that lies by itself; `drape` draws the ones that hang on somebody."""
    light, dark = "#fff6ec", darker(paint, 0.3)
    weave = f'<defs><pattern id="w" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="skewX(-16)"><rect width="16" height="16" fill="{light}"/><path d="M0 0h8v16H0z" fill="{paint}" opacity=".55"/><path d="M0 0h16v8H0z" fill="{paint}" opacity=".55"/></pattern></defs>'
    return (
        f'{weave}<path d="M24 70Q44 58 66 66T110 62L124 110Q98 122 70 114T6 118Z" fill="url(#w)"/>'
        f'<path d="M46 63Q42 92 34 116L48 115Q52 90 54 64ZM86 67Q92 92 90 118L104 116Q104 90 96 66Z" fill="{dark}" opacity=".32"/>'
        f'<path d="M24 70Q44 58 66 66T110 62L124 110Q98 122 70 114T6 118Z" fill="none" stroke="{dark}" stroke-width="2"/>'
    )


def _piano(paint: str) -> str:
    dark, light = darker(paint, 0.35), lighter(paint, 0.18)
    white = "".join(f'<path d="M{10 + 9 * k} 70v11" stroke="#b9b3a8" stroke-width=".9"/>' for k in range(13))
    black = "".join(
        f'<rect x="{16.5 + 9 * k}" y="69" width="5" height="7" rx="1" fill="#2b2730"/>'
        for k in range(12)
        if k % 7 not in (2, 6)
    )
    return (
        f'<path d="M10 16q0-6 6-6h96q6 0 6 6v58H10z" fill="{paint}"/><path d="M8 8h112v7H8z" fill="{dark}"/>'
        f'<path d="M20 24h40v30H20zM68 24h40v30H68z" fill="{light}"/><path d="M24 28h32v22H24zM72 28h32v22H72z" fill="{darker(paint, 0.12)}"/>'
        f'<path d="M46 38h36l4 22H42z" fill="#f7f2e6"/><path d="M50 44h12M50 49h12M67 44h11M67 49h11" stroke="#8d8478" stroke-width="1.400"/>'
        f'<rect x="3" y="62" width="122" height="22" rx="3" fill="{dark}"/><rect x="6" y="68" width="116" height="13" fill="#fdfbf5"/>{white}{black}'
        f'<path d="M8 84h11v40H8zM109 84h11v40h-11z" fill="{dark}"/><path d="M19 84h90v34H19z" fill="{darker(paint, 0.18)}"/>'
        f'<path d="M56 118h4v7h-6zM68 118h4l2 7h-6z" fill="#d9b14a"/><path d="M4 121h18v5H4zM106 121h18v5h-18z" fill="{darker(paint, 0.5)}"/>'
    )


def _piano_aside(paint: str) -> str:
    """A piano from its side, the keyboard to the left, where who plays it sits or stands."""
    dark, light = darker(paint, 0.35), lighter(paint, 0.18)
    black = "".join(
        f'<path d="M{17 + 6 * k} 62.500l4-4h2.500l-4 4z" fill="#2b2730"/>' for k in (0, 1, 3, 4, 5, 7)
    )
    return (
        f'<path d="M70 14h52v110H70z" fill="{paint}"/><path d="M112 14h10v110h-10z" fill="{dark}"/><path d="M66 8h60v8H66z" fill="{dark}"/><path d="M66 8h60v2.500H66z" fill="{light}"/>'
        f'<path d="M77 24h28v34H77z" fill="{light}"/><path d="M80 27h22v28H80z" fill="{darker(paint, 0.12)}"/><path d="M77 84h28v32H77z" fill="{darker(paint, 0.12)}"/>'
        f'<path d="M52 36l6-4 14 26-6 4z" fill="#f7f2e6"/><path d="M57 38l6 11M60 36l6 11" stroke="#8d8478" stroke-width="1.400"/><path d="M58 61h14v4H58z" fill="{dark}"/>'
        f'<path d="M10 64l8-7h54v7z" fill="#fdfbf5"/>{black}<path d="M6 64h68v17H16q-10 0-10-9z" fill="{dark}"/><path d="M6 64h68v3.500H6z" fill="{light}"/>'
        f'<path d="M14 81h10l-2 41H16z" fill="{darker(paint, 0.18)}"/><path d="M10 120h16v6H10zM64 120h62v6H64z" fill="{darker(paint, 0.5)}"/><path d="M56 116h12v4H56z" fill="#d9b14a"/>'
    )


def _washing_machine(paint: str) -> str:
    dark = darker(paint, 0.25)
    return (
        f'{across("s", (0, lighter(paint, 0.4)), (0.6, paint), (1, darker(paint, 0.14)))}<rect x="14" y="6" width="100" height="116" rx="9" fill="url(#s)"/>'
        f'<path d="M14 30h100v3H14z" fill="{dark}" opacity=".5"/><rect x="22" y="13" width="34" height="12" rx="3" fill="{dark}" opacity=".6"/><circle cx="98" cy="19" r="7" fill="{dark}"/><path d="M98 19V13" stroke="#fff" stroke-width="2"/>'
        f'<circle cx="64" cy="76" r="35" fill="{dark}"/><circle cx="64" cy="76" r="30" fill="#eef3f6"/><circle cx="64" cy="76" r="25" fill="#4f7fa3"/>'
        f'<path d="M40 82q12-9 24 0t24-2q-2 21-24 21T40 82z" fill="#9fd3ee"/><circle cx="56" cy="86" r="4" fill="#fff" opacity=".8"/><circle cx="72" cy="90" r="3" fill="#fff" opacity=".8"/>'
        f'{gloss("M46 64Q52 56 62 54", 4, 0.6)}<path d="M22 122h12v4H22zM94 122h12v4H94z" fill="#4a4f55"/>'
    )


PROPS = {
    "piano-aside": Prop(_piano_aside, "#6b4026"),
    "piano": Prop(_piano, "#6b4026", rest=(64.0, 10.0), rest_width=100.0),
    "washing-machine": Prop(_washing_machine, "#e9edf0", rest=(64.0, 8.0), rest_width=90.0),
    "refrigerator": Prop(_refrigerator, "#d4dde2", rest=(64.0, 4.0), rest_width=60.0),
    "school-desk": Prop(_school_desk, "#d6a567", rest=(64.0, 58.0), rest_width=92.0),
    "counter": Prop(_counter, "#9a6238", rest=(64.0, 34.0), rest_width=108.0),
    "dining-table": Prop(_dining_table, "#b5814c", rest=(64.0, 58.0), rest_width=100.0),
    **{
        "bay-window" if view == "day" else f"bay-window-{view}": Prop(
            partial(_bay_window, view), "#f7f2e8", rest=(64.0, 92.0), rest_width=112.0
        )
        for view in _VIEWS
    },
    **{
        name if hour == "day" else f"{name}-{hour}": Prop(partial(_outlook, name, hour), "#8fd0f4")
        for name in _OUTLOOKS
        for hour in _SKIES
    },
    "wall-clock": Prop(_wall_clock, "#a9713f"),
    "wall-map": Prop(_wall_map, "#8a5a36"),
    "bookshelf": Prop(_bookshelf, "#a9713f", rest=(64.0, 4.0), rest_width=94.0),
    "round-table": Prop(_round_table, "#b5814c", rest=(64.0, 57.0), rest_width=92.0),
    "round-rug": Prop(_round_rug, "#b5423f", rest=(64.0, 104.0), rest_width=100.0),
    "rug": Prop(_rug, "#b5423f", rest=(64.0, 106.0), rest_width=100.0),
    "lamp": Prop(_lamp, "#f2d38b"),
    "oven": Prop(_oven, "#dfe3e6", rest=(64.0, 20.0), rest_width=90.0),
    "sink": Prop(_sink, "#eef2f4"),
    "kitchen-sink": Prop(_kitchen_sink, "#8fb4c9", rest=(96.0, 46.0), rest_width=50.0),
    "sink-raised": Prop(_sink_raised, "#eef2f4"),
    "remote": Prop(_remote, "#3c4450"),
    "hair-drier": Prop(_hair_drier, "#e0567f"),
    "pillow": Prop(_pillow, "#f0ead9", rest=(64.0, 70.0), rest_width=80.0),
    "cloth": Prop(_cloth, "#e0454f"),
}
