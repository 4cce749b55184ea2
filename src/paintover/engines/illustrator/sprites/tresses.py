"""Hairdos as they are drawn: locks, plaits and curls about a face of the emoji set, in the square of that face.

The face is 88 units broad about the column 64, its crown at row 11, its eyes at row 77 and its chin at row 123; what falls to the
chest reaches below the square.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from paintover.engines.illustrator.colour import darker, lighter, rgb

MIDDLE, EYES, APART = 64.0, 77.0, 43.0
"""The column between the eyes of such a face, their row, and how far they are from each other."""
MOUTH, CHIN = 110.0, 119.0
"""The row below the mouth, and the one that the chin is at."""
LOBES, EARS_APART = 92.0, 97.0
"""The row of the lobes of the ears, and how far apart they are."""
EARS_PUT_ON = {"cat-ears": 0.34, "bunny-ears": 0.12, "antlers": 0.12}
"""How deep ears that are put on sit in the hair, as a share of their own height."""
TIE = "#e5527a"


class Paints(NamedTuple):
    """Hair, the lines between its locks, and the light on them."""

    plain: str
    line: str
    shine: str


def paints_of(colour: str) -> Paints:
    """The paints of hair of that colour; the lines in dark hair are lighter than it."""
    line = darker(colour, 0.34) if max(rgb(colour)) > _DARK else lighter(colour, 0.26)
    return Paints(colour, line, lighter(colour, 0.30))


_DARK = 72
"""Paints of which no part is brighter are as good as black."""


class Tresses(NamedTuple):
    """A hairdo in three layers, as SVG elements."""

    behind: str = ""
    """What falls behind the head and the shoulders."""
    crown: str = ""
    """What covers the skull of who is drawn without hair."""
    before: str = ""
    """What lies over the shoulders, is tied, or sits on the head."""


def tresses(kind: str, paints: Paints, *, grown: bool) -> Tresses | None:
    """The hairdo of that kind, of a woman or a girl where it is `grown` long; None for a kind that is no hairdo."""
    drawn = _HAIRDOS.get(kind)
    return None if drawn is None else drawn(paints, grown)


def mirrored(drawn: str) -> str:
    """A shape on the right of the face, and its mirror image."""
    return f'{drawn}<g transform="translate({2 * MIDDLE:g} 0) scale(-1 1)">{drawn}</g>'


def _fill(path: str, paint: str) -> str:
    return f'<path d="{path}" fill="{paint}"/>'


def _lines(path: str, paint: str, wide: float, opacity: float) -> str:
    return f'<path d="{path}" stroke="{paint}" stroke-width="{wide:g}" stroke-linecap="round" stroke-linejoin="round" fill="none" opacity="{opacity:g}"/>'


def _lock(path: str, paints: Paints, strands: str, shine: str = "") -> str:
    """A lock of hair with the strands in it and the light on it."""
    return (
        _fill(path, paints.plain)
        + _lines(strands, paints.line, 1.3, 0.55)
        + (_lines(shine, paints.shine, 1.8, 0.5) if shine else "")
    )


_PARTED = (
    "M15 90C5 52 13 2 64 2C115 2 123 52 113 90L107 87C109.500 68 105 55 97 46C88 38.500 80 34 75 24"
    "C69 36 50 46 36 50C26 54 21.500 66 21 87Z"
)
_PARTED_STRANDS = (
    "M74 22C66 34 46 42 31 47C22 51 18 62 17.500 78M73 19C60 28 40 33 26 42C18 48 14 58 14 68M71 16C56 20 36 25 22 38"
    "M76 22C82 33 92 38 101 46C108 54 111 64 110.500 78M78 19C88 27 99 31 107 42C112 50 114 58 114 66M80 16C92 20 102 26 109 36"
)
_PARTED_SHINE = "M27 36C34 26 46 19.500 58 17M90 21.500C97 25 103 30 106 36"


def _parted(paints: Paints) -> str:
    """Parted beside the middle, falling to both sides of the forehead."""
    return (
        _fill(_PARTED, paints.plain)
        + _lines(_PARTED_STRANDS, paints.line, 1.2, 0.55)
        + _lines(_PARTED_SHINE, paints.shine, 3, 0.45)
    )


_FRINGED = (
    "M15 92C5 54 13 2 64 2C115 2 123 54 113 92L106.500 86C107 72 105.500 61 100.500 51Q98.500 55 94.500 56.500Q93 51 89.500 48.500Q86.500 54 80.500 56"
    "Q80 50.500 77.500 48Q72.500 54.500 65.500 55.500Q66 50.500 64 47.500Q58.500 54 50.500 55.500Q51.500 50.500 50 48Q43.500 54.500 37 56.500Q37.500 52 36 49.500"
    "Q31 54 27 57Q21.500 68 21.500 86Z"
)
_FRINGE_STRANDS = (
    "M64 6C52 19 46 34 44 50M60 7C44 17 34 32 31 52M67 6C74 19 74 36 73 50M70 7C84 17 90 34 92 51M56 8C34 18 22 36 18 72"
    "M72 8C94 18 106 36 110 72M64 6C62 21 60 36 58.500 50M66 6C80 19 84 34 84 51"
)
_FRINGE_SHINE = "M28 38C35 31 44 27.500 54 26.500M76 26.500C86 27.500 95 31 101 38"


def _fringed(paints: Paints) -> str:
    """Over the forehead, down to the brows."""
    return (
        _fill(_FRINGED, paints.plain)
        + _lines(_FRINGE_STRANDS, paints.line, 1.1, 0.45)
        + _lines(_FRINGE_SHINE, paints.shine, 3.4, 0.4)
    )


_COMBED_BACK = "M20 84C8 54 14 2 64 2C114 2 120 54 108 84Q105.500 78 105 71C103 55 92 38 76 33Q69 31 64 33C48 35 27 51 23 71Q22.500 78 20 84Z"
_COMBED_STRANDS = (
    "M25 66C30 46 48 28 84 13M23 56C28 38 46 22 82 11M37 47C48 36 64 26 88 16M50 40C62 31 76 23 91 18M20 46C25 30 42 15 76 8"
    "M104 66C104 48 102 32 95 20M97 52C98 40 97 30 92 20M108 52C108 40 104 28 98 20M84 37C88 30 90 25 91 20"
)
_COMBED_SHINE = "M31 34C38 24 49 16.500 62 13"
_SIDELOCKS = "M107 66C110.500 78 109 92 104.500 101C106 91 104 80 103 70Z"


def _combed_back(paints: Paints) -> str:
    """Tied away from the forehead, a thin lock before each ear."""
    return (
        _fill(_COMBED_BACK, paints.plain)
        + mirrored(_fill(_SIDELOCKS, paints.plain))
        + _lines(_COMBED_STRANDS, paints.line, 1.1, 0.5)
        + _lines(_COMBED_SHINE, paints.shine, 3, 0.45)
    )


def _long(paints: Paints, grown: bool) -> Tresses:
    back = (
        "M64 4C108 4 121 44 119 84C118 108 125 128 127 148C127.500 158 124 166 119 171Q117 165 113 172Q107 178 101 172Q97 166 93 170L88 134"
        "H40L35 170Q31 166 27 172Q21 178 15 172Q11 165 9 171C4 166 0.500 158 1 148C3 128 10 108 9 84C7 44 20 4 64 4Z"
    )
    waves = "M114 92C112 112 121 130 120 156M107 118C107 134 112 146 111 164M99 128C99 140 103 152 102 164"
    lock = "M112 74C119 92 112 108 116 124C120 138 118 152 108 163Q107 155 101 160C99 146 103 134 102 122C101 110 107 100 106 80Z"
    strands = "M111 84C114 98 108 112 111 126C114 138 112 148 107 156M108 90C109 104 105 114 106 126C107 138 106 146 104 152"
    behind = _fill(back, paints.plain) + mirrored(_lines(waves, paints.line, 1.3, 0.5))
    before = mirrored(_lock(lock, paints, strands, "M114 94C114 104 112 110 114 120"))
    return Tresses(behind, _parted(paints), before)


def _short(paints: Paints, grown: bool) -> Tresses:
    return Tresses(crown=_pixie(paints) if grown else _crop(paints))


def _pixie(paints: Paints) -> str:
    """Swept to the side over the forehead, its ends in points before the ears."""
    cut = (
        "M15.500 88Q10 82 8.500 74Q5 50 18 28Q30 9 52 4.500Q57 0.500 64 2Q70 0 76 4Q100 8 112 30Q122 50 118 76Q116 84 112 88Q112 94 106.500 99Q107.500 90 105 82"
        "Q104.500 66 97 53Q89 42 86 28Q80 43 66 52Q67 47 65 45Q57 54 44 59Q45.500 54.500 43.500 52.500Q35 60 27 63Q22.500 72 23 82Q21 91 21.500 99Q16 94 15.500 88Z"
    )
    strands = (
        "M84 22C76 36 58 44 42 50M82 18C70 30 48 36 32 47C24 53 19 62 17 76M79 14C64 20 42 26 26 40C18 48 14 58 13 68M75 10C60 13 42 18 28 28"
        "M88 24C92 36 100 46 105 58C108 66 109 76 108.500 88M91 20C98 30 107 40 111 54C113 62 113.500 70 113 76M93 15C102 21 109 29 113 39"
    )
    return (
        _fill(cut, paints.plain)
        + _lines(strands, paints.line, 1.2, 0.55)
        + _lines("M29 37C36 28 46 22.500 58 19.500", paints.shine, 3.4, 0.45)
    )


def _crop(paints: Paints) -> str:
    """Short at the sides, tousled above the forehead."""
    cut = (
        "M18.500 80C12 58 12 40 21 27Q20 22 24 18.500Q29 18.500 33 15.500Q36 9 43 8.500Q47 10 52 7Q58 2.500 65 5Q70 7 76 6Q82 5 86 9Q90 12.500 95 12.500Q101 12.500 103 18Q108 23 108.500 29"
        "C117 42 116 60 109.500 80Q106.500 74 105.500 64Q104 53 99 45Q93 47 90 41Q84 47 78 42Q72 48 65 42Q58 48 52 42Q45 48 39 42Q34 47 29 45Q24 53 22.500 64Q21.500 74 18.500 80Z"
    )
    strands = (
        "M34 40C32 31 36 22 44 16M46 40C46 31 50 22 58 15M59 41C61 31 65 23 72 16M72 41C76 33 79 25 84 18M84 41C89 34 92 27 94 20M27 40C23 33 24 27 28 22"
        "M97 42C101 36 102 30 101 25M20 66C18 56 18 46 21 40M108 66C110 56 110 46 107 40"
    )
    return (
        _fill(cut, paints.plain)
        + _lines(strands, paints.line, 1.3, 0.55)
        + _lines("M31 27Q34 21 40 17M51 20Q55 14 61 12M76 19Q79 14 84 14", paints.shine, 2.6, 0.45)
    )


_RINGS = (
    (64, 1, 12.5), (83, 3.5, 13), (100, 13, 13.5), (112, 28, 13.5), (118, 46, 13.5), (120, 65, 13), (64, 16, 11), (79, 19, 11),
    (93, 28, 11), (103, 40, 10.5), (107, 54, 9), (71, 29, 9.5), (86, 37, 9.5),
)  # fmt: skip
"""Rings on the right of the face, those behind first: where they are, and how large."""
_RINGS_BELOW = (
    (120, 83, 13),
    (118, 101, 12.5),
    (112, 118, 12),
    (109, 71, 7.5),
    (109, 86, 8.5),
    (107, 103, 9.5),
    (101, 128, 9),
)
"""The same of hair to the shoulders."""
_RINGS_BROW = ((64, 40.5, 8), (76, 42, 8), (87, 45, 8), (97, 51, 8))


def _curls(paints: Paints, grown: bool) -> Tresses:
    """Rings of many sizes about the face, to the shoulders of a woman and to the ears of a man."""
    rings = (*_RINGS, *(_RINGS_BELOW if grown else ()), *_RINGS_BROW)
    cap = "M64 6C100 6 118 30 109 68C104 48 88 40 64 40Z"
    half = _fill(cap, paints.plain) + "".join(
        _ringlet(x, y, r, n, paints) for n, (x, y, r) in enumerate(rings)
    )
    return Tresses(before=mirrored(half))


def _ringlet(x: float, y: float, r: float, number: int, paints: Paints) -> str:
    """A ring of hair, turned one way or the other."""
    way = 1 if number % 2 else -1
    turn = (
        f"M{x - way * 0.62 * r:.1f} {y + 0.28 * r:.1f}C{x - way * 0.75 * r:.1f} {y - 0.6 * r:.1f} {x + way * 0.5 * r:.1f} {y - 0.85 * r:.1f} {x + way * 0.58 * r:.1f} {y - 0.1 * r:.1f}"
        f"C{x + way * 0.6 * r:.1f} {y + 0.5 * r:.1f} {x - way * 0.2 * r:.1f} {y + 0.5 * r:.1f} {x - way * 0.15 * r:.1f} {y:.1f}"
    )
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{paints.plain}"/>'
        + _lines(turn, paints.line, round(0.13 * r, 2), 0.5)
        + _lines(
            f"M{x - 0.5 * r:.1f} {y - 0.5 * r:.1f}q{0.3 * r:.1f} {-0.3 * r:.1f} {0.7 * r:.1f} {-0.22 * r:.1f}",
            paints.shine,
            round(0.14 * r, 2),
            0.5,
        )
    )


def _ponytail(paints: Paints, grown: bool) -> Tresses:
    tail = "M80 14C92 -10 124 -8 134 18C142 42 136 66 139 90C141 106 136 120 127 130Q127 122 121 126C124 110 117 98 117 80C117 56 112 36 96 24Z"
    strands = "M92 8C110 2 124 14 127 34C130 56 127 76 131 98C132 108 130 116 127 122M92 14C108 14 118 28 121 46C124 64 121 82 126 104"
    band = f'<ellipse cx="96" cy="13.500" rx="5" ry="9" fill="{TIE}" transform="rotate(38 96 13.500)"/>'
    return Tresses(_lock(tail, paints, strands, "M112 2C124 6 132 20 133 36"), _combed_back(paints), band)


def _pigtails(paints: Paints, grown: bool) -> Tresses:
    tail = "M109 56C128 44 144 60 142 84C142 102 140 114 128 126Q128 118 121 121C124 108 116 98 117 84C117 74 114 68 109 64Z"
    strands = "M114 60C128 56 137 68 136 86C136 100 133 110 128 118M114 64C124 66 128 78 128 92C128 104 128 110 125 116"
    tie = f'<circle cx="111" cy="60" r="5.500" fill="{TIE}"/>'
    return Tresses(
        crown=_fringed(paints),
        before=mirrored(_lock(tail, paints, strands, "M122 57C130 58 135 64 137 72") + tie),
    )


def _braids(paints: Paints, grown: bool) -> Tresses:
    """Two plaits over the shoulders, each of strands that cross."""
    x, top, step, knots = 112.0, 93.0, 9.6, 8
    drawn = ""
    for k in range(knots):
        y, side, r = top + k * step, 1 if k % 2 else -1, 9.4 - 0.3 * k
        drawn += (
            f'<path d="M{x - side * 0.55 * r:.1f} {y - 0.85 * r:.1f}C{x + side * 0.8 * r:.1f} {y - 1.0 * r:.1f} {x + side * 1.35 * r:.1f} {y - 0.1 * r:.1f} {x + side * 0.95 * r:.1f} {y + 0.5 * r:.1f}'
            f'C{x + side * 0.5 * r:.1f} {y + 1.2 * r:.1f} {x - side * 0.5 * r:.1f} {y + 1.15 * r:.1f} {x - side * 0.85 * r:.1f} {y + 0.7 * r:.1f}C{x - side * 0.2 * r:.1f} {y + 0.5 * r:.1f} {x - side * 0.1 * r:.1f} {y - 0.4 * r:.1f} {x - side * 0.55 * r:.1f} {y - 0.85 * r:.1f}Z" '
            f'fill="{paints.plain}" stroke="{paints.line}" stroke-width="1.300" stroke-linejoin="round"/>'
            + _lines(
                f"M{x + side * 0.05 * r:.1f} {y - 0.45 * r:.1f}C{x + side * 0.6 * r:.1f} {y - 0.3 * r:.1f} {x + side * 0.75 * r:.1f} {y + 0.1 * r:.1f} {x + side * 0.35 * r:.1f} {y + 0.6 * r:.1f}",
                paints.shine,
                1.1,
                0.5,
            )
        )
    end = top + knots * step - 2
    tuft = f"M{x - 4:g} {end:g}C{x - 8:g} {end + 8:g} {x - 5:g} {end + 15:g} {x - 1:g} {end + 19:g}C{x + 6:g} {end + 14:g} {x + 8:g} {end + 8:g} {x + 4:g} {end:g}Z"
    root = "M113 76C119 82 119 92 114 97L106 95C107 88 106 82 106 78Z"
    tie = f'<rect x="{x - 5.5:g}" y="{end - 2.5:g}" width="11" height="5.500" rx="2.500" fill="{TIE}"/>'
    before = _fill(root, paints.plain) + drawn + _lock(tuft, paints, f"M{x:g} {end + 3:g}V{end + 13:g}") + tie
    return Tresses(crown=_parted(paints), before=mirrored(before))


def _bun(paints: Paints, grown: bool) -> Tresses:
    bun = (
        f'<ellipse cx="64" cy="-6" rx="22" ry="17.500" fill="{paints.plain}"/>'
        + _lines(
            "M46 -10C52 -22 74 -24 81 -11M44 -3C54 -13 74 -14 84 -3M50 5C58 -3 72 -3 79 5M58 -19C70 -12 76 -2 72 9",
            paints.line,
            1.3,
            0.55,
        )
        + _lines("M50 -14C54 -19 60 -21 66 -21", paints.shine, 2.6, 0.5)
    )
    band = _lines("M49 7.500Q64 12.500 79 7.500", TIE, 4.5, 1)
    strands = "M25 66C28 46 40 28 58 10M22 54C27 36 38 20 54 10M44 36C47 28 52 20 58 12M103 66C100 46 88 28 70 10M106 54C101 36 90 20 74 10M84 36C81 28 76 20 70 12M64 32V12"
    crown = (
        _fill(_COMBED_BACK, paints.plain)
        + mirrored(_fill(_SIDELOCKS, paints.plain))
        + _lines(strands, paints.line, 1.1, 0.5)
        + _lines("M31 38C36 28 44 19 52 14", paints.shine, 3, 0.45)
    )
    return Tresses(crown=crown, before=bun + band)


_HAIRDOS: dict[str, Callable[[Paints, bool], Tresses]] = {
    "long-hair": _long,
    "short-hair": _short,
    "curly-hair": _curls,
    "pigtails": _pigtails,
    "ponytail": _ponytail,
    "braids": _braids,
    "hair-bun": _bun,
}
