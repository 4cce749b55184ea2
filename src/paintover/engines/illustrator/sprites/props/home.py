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
    "rain": ("#8495a5", "#c2ccd4", "#7da06c", "#65885a"),
    "snow": ("#a9bfd2", "#e6eef5", "#ffffff", "#e8f0f6"),
}
"""What is seen through a window: the sky above and below, the hills behind and before."""


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
    if view == "night":
        stars = "".join(
            f'<circle cx="{24 + k * 31 % 80}" cy="{12 + k * 19 % 38}" r=".9" fill="#fff6cf"/>'
            for k in range(13)
        )
        return f'{stars}<path d="M96 14a11 11 0 1 0 8 17a9 9 0 0 1-8-17z" fill="#fdf0b4"/>'
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


def _rug(paint: str) -> str:
    light = lighter(paint, 0.6)
    fringe = "".join(f"M{x} 122v5" for x in range(4, 126, 5))
    return (
        f'<path d="{fringe}" stroke="{light}" stroke-width="2"/><path d="M20 84h88l18 38H2z" fill="{paint}"/>'
        f'<path d="M25 89h78l13 28H12z" fill="none" stroke="{light}" stroke-width="3"/><path d="M64 94l18 9-18 9-18-9z" fill="{light}"/>'
        f'<path d="M64 98l9 5-9 5-9-5z" fill="{darker(paint, 0.3)}"/>'
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
    "piano": Prop(_piano, "#6b4026", rest=(64.0, 10.0), rest_width=100.0),
    "washing-machine": Prop(_washing_machine, "#e9edf0", rest=(64.0, 8.0), rest_width=90.0),
    "refrigerator": Prop(_refrigerator, "#d4dde2", rest=(64.0, 4.0), rest_width=60.0),
    "dining-table": Prop(_dining_table, "#b5814c", rest=(64.0, 58.0), rest_width=100.0),
    **{
        "bay-window" if view == "day" else f"bay-window-{view}": Prop(
            partial(_bay_window, view), "#f7f2e8", rest=(64.0, 92.0), rest_width=112.0
        )
        for view in _VIEWS
    },
    "bookshelf": Prop(_bookshelf, "#a9713f", rest=(64.0, 4.0), rest_width=94.0),
    "rug": Prop(_rug, "#b5423f", rest=(64.0, 106.0), rest_width=100.0),
    "lamp": Prop(_lamp, "#f2d38b"),
    "oven": Prop(_oven, "#dfe3e6", rest=(64.0, 20.0), rest_width=90.0),
    "sink": Prop(_sink, "#eef2f4"),
    "remote": Prop(_remote, "#3c4450"),
    "hair-drier": Prop(_hair_drier, "#e0567f"),
    "pillow": Prop(_pillow, "#f0ead9", rest=(64.0, 70.0), rest_width=80.0),
    "cloth": Prop(_cloth, "#e0454f"),
}
