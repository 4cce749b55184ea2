"""Moods: eyes, brows, a mouth where the face is a person's, and a mark beside it, drawn over a figure whose eyes are known."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

import numpy as np

from paintover.engines.illustrator.colour import darker, rgb
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.complexion import BROW_UNDER_A_DYE, mouths
from paintover.engines.illustrator.sprites.figures import Figure, Point
from paintover.engines.illustrator.sprites.out_of_sorts import (
    DIZZY,
    OUT_OF_SORTS,
    PUZZLED,
    SHY,
    SICK,
    cheeks,
    dizzy_eye,
    level_brow,
    mark_of,
    mouth_of,
    raised_brow,
)
from paintover.engines.illustrator.sprites.poses import lid, skin_around
from paintover.engines.illustrator.sprites.raster import rasterise

CALM = "calm"
"""Ends a mood."""
SHUT = "shut"
"""Closed eyes, and nothing else of a mood."""
SERIOUS = "serious"
"""A straight mouth; level brows over the eyes of animals."""
MOODS = (
    "happy",
    "laughing",
    "sad",
    "angry",
    "surprised",
    "scared",
    "crying",
    "loving",
    "winking",
    "tired",
    "blowing",
    "yawning",
    *OUT_OF_SORTS,
    SHUT,
    CALM,
    SERIOUS,
)
"""What somebody can be told to feel."""
_INK = "#3a2a28"
_TEAR = "#58b8f0"
_ROSY = frozenset({"happy", "laughing", "loving", "blowing"})
"""Moods with red cheeks, which people have anyway."""


@lru_cache(maxsize=64)
def in_mood(figure: Figure, mood: str, *, person: bool) -> Figure:
    """The figure in that mood; as it is where its eyes are not known, or for a mood of a later version.

    `person` says that its face is a plain one with a mouth where people have it, so that the mouth changes too.
    """
    anchors = figure.anchors
    if not anchors.eyes or mood not in MOODS or mood == CALM:
        return figure
    front = len(anchors.eyes) > 1
    radius = (0.105 if front else 0.098) * anchors.head
    if person:
        radius *= 1.12
    if mood == SHUT:
        lids = "".join(lid(figure.body, eye, radius) for eye in anchors.eyes)
        return replace(figure, name=f"{figure.name}/{mood}", body=f"{figure.body}{lids}")
    body, own = figure.body, None
    if front:
        bare, own = _without_features(
            body, anchors.eyes, brows=mood not in ("happy", "loving", "winking", "blowing", SERIOUS, SHY)
        )
        body = bare if person or own is not None else body
        if mood in _DOWNCAST and (painted := _PAINTED.get(figure.name.partition("/")[0])):
            body = _upside_down(body, *painted)
    parts = []
    paint = _brows_of(figure) if person and front else ""
    for number, eye in enumerate(anchors.eyes):
        inner = 0 if not front else (1 if eye[0] < anchors.eye[0] else -1)
        if mood == "winking" and number != len(anchors.eyes) - 1:
            continue  # it stays open
        if mood == SHY or (mood in ("happy", SERIOUS) and person and front):
            continue  # people smile with open eyes, and shut them when they laugh
        parts.append(_eye(figure.body, eye, radius, mood, inner=inner or -1, first=number == 0, brows=paint))
    if front and (person or own is not None):
        parts.append(_mouth(figure.body, anchors.eyes, anchors.eye, radius, mood, own))
    elif mood == "yawning":
        (x, y), size = anchors.nose, anchors.head
        parts.append(
            _gape(x, y + 0.17 * size, 0.13 * size)
            if front
            else _gape(x + 0.12 * size, y + 0.1 * size, 0.09 * size)
        )
    if mood in _ROSY and front and not person:
        apart = abs(anchors.eyes[0][0] - anchors.eyes[1][0])
        for eye in anchors.eyes:
            out = -1 if eye[0] < anchors.eye[0] else 1
            parts.append(
                f'<ellipse cx="{eye[0] + out * apart * 0.20:.2f}" cy="{eye[1] + apart * 0.44:.2f}" rx="{radius * 1.25:.2f}" ry="{radius * 0.85:.2f}" fill="#ff7d7d" opacity=".42"/>'
            )
    parts.append(cheeks(mood, anchors.eyes, anchors.eye[0], radius))
    mark, extent = _mark(figure, mood, radius)
    return replace(
        figure,
        name=f"{figure.name}/{mood}",
        body=f"{body}{''.join(parts)}{mark}",
        extent=extent,
        stature=figure.tall,
    )


def _brows_of(figure: Figure) -> str:
    """The paint of a person's brows: darker than the hair, but for hair that is dyed as brows are not."""
    if not figure.hair or BROW_UNDER_A_DYE in figure.body or sum(rgb(figure.hair[0])) < _DARK:
        return _INK
    return darker(figure.hair[0], 0.34)


_DARK = 260
"""Up to this sum of its parts a paint of hair is as dark as brows are."""
_DOWNCAST = frozenset({"sad", "crying", "angry", "scared", "tired", SICK, DIZZY})
"""Moods in which nobody smiles."""
_PAINTED = {"noto:clown-face": (re.compile(r'<path fill="#e30c00" d="M93\.78 86\.08[^>]*/>'), 98.0)}
"""Smiles that are painted on a face, by its drawing, and about which row they are turned."""


def _upside_down(body: str, smile: re.Pattern[str], row: float) -> str:
    """The drawing with its painted smile upside down."""
    return smile.sub(
        lambda found: f'<g transform="translate(0 {2 * row:g}) scale(1 -1)">{found[0]}</g>', body, count=1
    )


_OPEN = "#7a2f2a"
"""The mouth of a mood."""


@lru_cache(maxsize=32)
def with_lips(figure: Figure, paint: str) -> Figure:
    """The figure with its mouth in that paint."""
    body = figure.body
    for own in mouths():
        body = body.replace(f'fill="{own}"', f'fill="{paint}"')
    body = body.replace(f'stroke="{_OPEN}"', f'stroke="{paint}"')
    return replace(figure, name=f"{figure.name}/{paint}", body=body, stature=figure.stature)


_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z]+)(?P<rest>[^>]*?)(?P<empty>/?)>")
_FINE = 2
"""Pixels to a unit of the square where the parts of a face are looked for."""


@lru_cache(maxsize=64)
def _without_features(body: str, eyes: tuple[Point, ...], *, brows: bool) -> tuple[str, Point | None]:
    """A drawing without its mouth, and without its brows if wished; and where the mouth was, if one was found.

    What they are is told by where they are: each path of the drawing is looked at by itself.
    """
    apart = abs(eyes[0][0] - eyes[1][0])
    middle, level = (eyes[0][0] + eyes[1][0]) / 2, eyes[0][1]
    gone: list[tuple[int, int]] = []
    where: Point | None = None
    groups: list[str] = []
    for tag in _TAG.finditer(body):
        if tag["name"] == "g" and not tag["empty"]:
            groups = groups[:-1] if tag["end"] else [*groups, tag[0]]
            continue
        if tag["name"] != "path" or not tag["empty"] or "url(" in tag["rest"] or "clip-path" in tag["rest"]:
            continue
        box = _box("".join(groups) + tag[0] + "</g>" * len(groups))
        if box is None:
            continue
        left, top, right, bottom = box
        x, y, wide, tall = (left + right) / 2 - middle, (top + bottom) / 2 - level, right - left, bottom - top
        if any(paint in tag["rest"] for paint in mouths()) and abs(x) < 0.35 * apart and 0.3 * apart < y < 1.3 * apart and 0.3 * apart < wide < 1.3 * apart and tall < 0.6 * apart:  # fmt: skip
            gone.append(tag.span())
            where = (middle + x, level + y)
        elif brows and -0.95 * apart < y < -0.1 * apart and bottom < level and tall < 0.55 * apart and (
            (abs(x) < 0.12 * apart and 1.2 * apart < wide < 2.3 * apart)
            or (0.3 * apart < abs(x) < 0.75 * apart and 0.3 * apart < wide < 0.95 * apart)
        ):  # fmt: skip
            gone.append(tag.span())
    for start, end in reversed(gone):
        body = body[:start] + body[end:]
    return body, where


def _box(content: str) -> tuple[float, float, float, float] | None:
    """What an element covers of the unit square."""
    shown = rasterise(_FINE * UNIT, _FINE * UNIT, f'<g transform="scale({_FINE})">{content}</g>')[..., 3] > 60
    rows, columns = np.flatnonzero(shown.any(axis=1)), np.flatnonzero(shown.any(axis=0))
    if not rows.size:
        return None
    return columns[0] / _FINE, rows[0] / _FINE, (columns[-1] + 1) / _FINE, (rows[-1] + 1) / _FINE


def _stroke(path: str, wide: float, colour: str = _INK) -> str:
    return f'<path d="{path}" stroke="{colour}" stroke-width="{wide:.2f}" stroke-linecap="round" stroke-linejoin="round" fill="none"/>'


_BROW = 1.36
"""How far above the eyes the brows of people are, in radii of an eye."""


def _eye(body: str, eye: Point, radius: float, mood: str, *, inner: int, first: bool, brows: str = "") -> str:
    """One eye with its brow; `inner` is 1 where the nose is to the right of it, -1 where it is to the left. `brows` is
    the paint of a person's, which are nearer."""
    x, y = eye
    skin = skin_around(body, eye, radius)
    ink = _INK if sum(rgb(skin)) > 180 else "#f4ece4"
    hair = brows or ink
    high = 0.86 if mood in ("winking", "blowing") else 1.3  # below the brow, which stays
    lid = f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{radius * 1.16:.2f}" ry="{radius * high:.2f}" fill="{skin}"/>'
    thick = max(1.5, radius * 0.36)
    brow = y - radius * (_BROW if brows else 1.75)
    if mood == "happy":
        return lid + _stroke(
            f"M{x - radius:.2f} {y + radius * 0.4:.2f}q{radius:.2f} {-radius * 1.5:.2f} {radius * 2:.2f} 0",
            thick,
            ink,
        )
    if mood in ("winking", "blowing", "yawning"):
        return lid + _stroke(
            f"M{x - radius * 1.05:.2f} {y - radius * 0.15:.2f}q{radius * 1.05:.2f} {radius * 1.1:.2f} {radius * 2.1:.2f} 0",
            thick * 1.15,
            ink,
        )
    if mood == "laughing":
        return lid + _squeezed(eye, radius, ink, thick, inner=inner)
    if mood == "scared":
        return _staring(eye, radius, skin, ink, thick, inner=inner)
    if mood == "loving":
        heart = f"M{x:.2f} {y + radius * 1.2:.2f}C{x - radius * 2.2:.2f} {y - radius * 0.3:.2f} {x - radius * 0.9:.2f} {y - radius * 1.7:.2f} {x:.2f} {y - radius * 0.5:.2f}C{x + radius * 0.9:.2f} {y - radius * 1.7:.2f} {x + radius * 2.2:.2f} {y - radius * 0.3:.2f} {x:.2f} {y + radius * 1.2:.2f}Z"
        return f'{lid}<path d="{heart}" fill="#e8364f"/>'
    if mood == "surprised":
        return (
            f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius * 1.26:.2f}" fill="#ffffff" stroke="{darker(skin, 0.3)}" stroke-width="{thick * 0.3:.2f}"/>'
            f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius * 0.66:.2f}" fill="{_INK}"/><circle cx="{x - radius * 0.2:.2f}" cy="{y - radius * 0.24:.2f}" r="{radius * 0.2:.2f}" fill="#ffffff"/>'
            + _stroke(
                f"M{x - radius * 1.1:.2f} {brow - radius * 0.3:.2f}q{radius * 1.1:.2f} {-radius * 0.9:.2f} {radius * 2.2:.2f} 0",
                thick,
                ink,
            )
        )
    if mood == "crying":
        wide = radius * 0.95
        closed = _stroke(
            f"M{x - radius:.2f} {y:.2f}q{radius:.2f} {radius * 1.1:.2f} {radius * 2:.2f} 0", thick, ink
        )
        stream = f'<path d="M{x - wide * 0.5:.2f} {y + radius * 0.7:.2f}h{wide:.2f}v{radius * 2.4:.2f}a{wide / 2:.2f} {wide / 2:.2f} 0 0 1 {-wide:.2f} 0z" fill="{_TEAR}" opacity=".9"/>'
        return (
            lid
            + closed
            + stream
            + _stroke(
                f"M{x - inner * radius * 1.1:.2f} {brow + radius * 0.5:.2f}L{x + inner * radius * 0.8:.2f} {brow - radius * 0.3:.2f}",
                thick,
                ink,
            )
        )
    if mood == "angry":
        return _stroke(
            f"M{x - inner * radius * 1.08:.2f} {brow - radius * 0.3:.2f}L{x + inner * radius * 1.12:.2f} {brow + radius * (0.55 if brows else 0.85):.2f}",
            thick * 1.3,
            hair,
        )
    if mood == SERIOUS:  # level brows
        level = f"M{x - radius * 1.1:.2f} {brow + radius * 0.3:.2f}h{radius * 2.2:.2f}"
        return _stroke(level, thick * 1.25, ink)
    if mood == DIZZY:
        return lid + dizzy_eye(x, y, radius, darker(skin, 0.3))
    if mood == PUZZLED:
        if first:
            return raised_brow(x, brow - radius * 0.3, radius, hair)
        return level_brow(x, brow + radius * 0.25, radius, hair, inner=inner)
    if mood in ("tired", SICK):
        return _drooping(eye, radius, skin, ink, thick, inner=inner)
    tear = (
        f'<path d="M{x - inner * radius * 0.5:.2f} {y + radius * 1.0:.2f}q{radius * 0.9:.2f} {radius * 1.5:.2f} 0 {radius * 1.9:.2f}q{-radius * 0.9:.2f} {-radius * 0.4:.2f} 0 {-radius * 1.9:.2f}z" fill="{_TEAR}"/>'
        if first
        else ""
    )
    upper = f'<path d="M{x - radius * 1.2:.2f} {y - radius * 1.35:.2f}h{radius * 2.4:.2f}v{radius * 0.95:.2f}q{-radius * 1.2:.2f} {-radius * 0.5:.2f} {-radius * 2.4:.2f} 0z" fill="{skin}"/>'
    return (
        upper
        + tear
        + _stroke(
            f"M{x - inner * radius * 1.05:.2f} {brow + radius * (0.42 if brows else 0.75):.2f}L{x + inner * radius * 0.9:.2f} {brow - radius * 0.35:.2f}",
            thick * 1.15,
            hair,
        )
    )


def _squeezed(eye: Point, radius: float, ink: str, thick: float, *, inner: int) -> str:
    """An eye that is pressed shut with laughter, like an arrow to the nose, with a tear of joy outside."""
    x, y = eye
    out, near = x - inner * radius * 0.95, x + inner * radius * 0.85
    drop = x - inner * radius * 1.75
    return _stroke(
        f"M{out:.2f} {y - radius * 0.8:.2f}L{near:.2f} {y:.2f}L{out:.2f} {y + radius * 0.8:.2f}", thick, ink
    ) + (
        f'<path d="M{drop:.2f} {y - radius * 0.1:.2f}q{radius * 0.75:.2f} {radius * 1.2:.2f} 0 {radius * 1.5:.2f}'
        f'q{-radius * 0.75:.2f} {-radius * 0.3:.2f} 0 {-radius * 1.5:.2f}z" fill="{_TEAR}"/>'
    )


def _staring(eye: Point, radius: float, skin: str, ink: str, thick: float, *, inner: int) -> str:
    """An eye wide open with a tiny pupil, its brow raised at the nose."""
    x, y = eye
    brow = y - radius * 2.0
    return (
        f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{radius * 1.2:.2f}" ry="{radius * 1.42:.2f}" fill="#ffffff" stroke="{darker(skin, 0.45)}" stroke-width="{thick * 0.5:.2f}"/>'
        f'<circle cx="{x:.2f}" cy="{y + radius * 0.1:.2f}" r="{radius * 0.40:.2f}" fill="{_INK}"/>'
        + _stroke(
            f"M{x - inner * radius * 1.3:.2f} {brow + radius * 0.55:.2f}Q{x:.2f} {brow + radius * 0.25:.2f} {x + inner * radius * 0.9:.2f} {brow - radius * 0.5:.2f}",
            thick,
            ink,
        )
    )


def _drooping(eye: Point, radius: float, skin: str, ink: str, thick: float, *, inner: int) -> str:
    """An eye that is half shut, its lid hanging outwards, with a ring close under it."""
    x, y = eye
    near, far = x + inner * radius * 1.2, x - inner * radius * 1.25
    high, low = y - radius * 0.42, y + radius * 0.12
    sweep = 1 if inner < 0 else 0
    half = (
        f'<path d="M{near:.2f} {high:.2f}A{radius * 1.24:.2f} {radius * 1.36:.2f} 0 0 {sweep} {far:.2f} {low:.2f}Z" '
        f'fill="{skin}"/>'
    )
    rim = _stroke(f"M{near:.2f} {high:.2f}L{far:.2f} {low:.2f}", thick * 0.8, ink)
    ring = f"M{x - radius * 0.6:.2f} {y + radius * 1.38:.2f}q{radius * 0.6:.2f} {radius * 0.42:.2f} {radius * 1.2:.2f} 0"
    return half + rim + _stroke(ring, thick * 0.5, darker(skin, 0.4))


def _mouth(
    body: str, eyes: tuple[Point, ...], middle: Point, radius: float, mood: str, own: Point | None
) -> str:
    """A person's mouth, where its own was, or else over the one that is drawn."""
    apart = abs(eyes[0][0] - eyes[1][0])
    x, y = own or (middle[0], middle[1] + apart * 0.86)
    half = apart * 0.34
    skin = skin_around(body, (middle[0], middle[1] + apart * 0.42), radius * 0.6)
    thick = max(1.2, radius * 0.34)
    patch = (
        f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{half * 1.5:.2f}" ry="{half * 0.85:.2f}" fill="{skin}"/>'
        if own is None
        else ""
    )
    if mood in OUT_OF_SORTS:
        return patch + mouth_of(mood, x, y, half, thick)
    dark, tongue = _OPEN, "#f06a6a"
    if mood == "laughing":
        wide = half * 1.2
        open_ = f"M{x - wide:.2f} {y - wide * 0.5:.2f}h{wide * 2:.2f}q{-wide * 0.1:.2f} {wide * 1.5:.2f} {-wide:.2f} {wide * 1.5:.2f}t{-wide:.2f} {-wide * 1.5:.2f}z"
        teeth = f"M{x - wide * 0.85:.2f} {y - wide * 0.5:.2f}h{wide * 1.7:.2f}l{-wide * 0.08:.2f} {wide * 0.3:.2f}h{-wide * 1.54:.2f}z"
        return f'{patch}<path d="{open_}" fill="{dark}"/><path d="{teeth}" fill="#ffffff"/><ellipse cx="{x:.2f}" cy="{y + wide * 0.66:.2f}" rx="{wide * 0.5:.2f}" ry="{wide * 0.28:.2f}" fill="{tongue}"/>'
    if mood == "winking":
        smile = f"M{x - half * 0.85:.2f} {y - half * 0.2:.2f}q{half * 0.85:.2f} {half * 1.0:.2f} {half * 1.7:.2f} {-half * 0.15:.2f}"
        return patch + _stroke(smile, thick * 1.1, dark)
    if mood == "scared":
        step = half * 0.45
        wave = f"M{x - 2 * step:.2f} {y + half * 0.15:.2f}q{step / 2:.2f} {-half * 0.45:.2f} {step:.2f} 0t{step:.2f} 0t{step:.2f} 0t{step:.2f} 0"
        return patch + _stroke(wave, thick, dark)
    if mood == "happy" and own is not None:
        return patch + _smiling(x, y, half, thick)
    if mood in ("happy", "loving"):
        open_ = f"M{x - half:.2f} {y - half * 0.35:.2f}h{half * 2:.2f}q{-half * 0.1:.2f} {half * 1.15:.2f} {-half:.2f} {half * 1.15:.2f}t{-half:.2f} {-half * 1.15:.2f}z"
        return f'{patch}<path d="{open_}" fill="{dark}"/><ellipse cx="{x:.2f}" cy="{y + half * 0.52:.2f}" rx="{half * 0.5:.2f}" ry="{half * 0.26:.2f}" fill="{tongue}"/>'
    if mood == "blowing":
        return patch + _pursed(x, y, half, thick)
    if mood == "yawning":
        return patch + _gape(x, y, half)
    if mood == "surprised":
        return f'{patch}<ellipse cx="{x:.2f}" cy="{y + half * 0.1:.2f}" rx="{half * 0.42:.2f}" ry="{half * 0.62:.2f}" fill="{dark}"/>'
    if mood == "crying":
        open_ = f"M{x - half * 0.9:.2f} {y + half * 0.6:.2f}q{half * 0.1:.2f} {-half * 1.2:.2f} {half * 0.9:.2f} {-half * 1.2:.2f}t{half * 0.9:.2f} {half * 1.2:.2f}z"
        return f'{patch}<path d="{open_}" fill="{dark}"/>'
    if mood == SERIOUS:
        return patch + _stroke(f"M{x - half * 0.66:.2f} {y:.2f}h{half * 1.32:.2f}", thick, dark)
    bend = {"sad": -0.7, "tired": -0.1}.get(mood, -0.45)
    return patch + _stroke(
        f"M{x - half * 0.75:.2f} {y + half * 0.25:.2f}q{half * 0.75:.2f} {half * bend:.2f} {half * 1.5:.2f} 0",
        thick,
        dark,
    )


def _smiling(x: float, y: float, half: float, thick: float) -> str:
    """A gentle smile: a long curve whose corners are in the cheeks."""
    wide, high, deep = half * 1.0, half * 0.26, half * 0.6
    curve = f"M{x - wide:.2f} {y - high:.2f}C{x - wide * 0.6:.2f} {y + deep:.2f} {x + wide * 0.6:.2f} {y + deep:.2f} {x + wide:.2f} {y - high:.2f}"
    corners = "".join(
        f"M{x + side * wide * 0.9:.2f} {y - high * 1.9:.2f}q{side * wide * 0.2:.2f} {high * 0.5:.2f} {side * wide * 0.17:.2f} {high * 1.5:.2f}"
        for side in (-1, 1)
    )
    return _stroke(curve, thick * 0.9, _OPEN) + _stroke(corners, thick * 0.5, _OPEN)


def _gape(x: float, y: float, half: float) -> str:
    """A mouth wide open, with the tongue in it."""
    return (
        f'<ellipse cx="{x:.2f}" cy="{y + half * 0.2:.2f}" rx="{half * 0.72:.2f}" ry="{half * 0.95:.2f}" fill="#7a2f2a"/>'
        f'<ellipse cx="{x:.2f}" cy="{y + half * 0.76:.2f}" rx="{half * 0.46:.2f}" ry="{half * 0.3:.2f}" fill="#f06a6a"/>'
    )


def _pursed(x: float, y: float, half: float, thick: float) -> str:
    """Lips that blow, and the breath before them."""
    lips = (
        f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{half * 0.36:.2f}" ry="{half * 0.4:.2f}" fill="#d9656a"/>'
        f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{half * 0.15:.2f}" ry="{half * 0.18:.2f}" fill="#7a2f2a"/>'
    )
    breath = "".join(
        f"M{x + dx * half:.2f} {y + 0.72 * half:.2f}q{0.1 * dx * half:.2f} {0.3 * half:.2f} {0.35 * dx * half:.2f} {0.55 * half:.2f}"
        for dx in (-0.55, 0.0, 0.55)
    )
    return lips + _stroke(breath, thick * 0.8, "#dcecf6")


def _mark(figure: Figure, mood: str, radius: float) -> tuple[str, tuple[float, float, float, float]]:
    """A small sign beside the head, and what the figure covers with it."""
    left, top, right, bottom = figure.extent
    anchors = figure.anchors
    size = min(16.0, max(7.0, 0.30 * anchors.head))
    x = min(anchors.top[0] + 0.62 * anchors.head, 128.0 + size)
    y = anchors.top[1] + 0.10 * anchors.head
    if mood == "angry":
        arc = "".join(
            f"M{x + sx * size * 0.18:.2f} {y + sy * size * 0.62:.2f}q0 {-sy * size * 0.44:.2f} {sx * size * 0.44:.2f} {-sy * size * 0.44:.2f}"
            for sx in (-1, 1)
            for sy in (-1, 1)
        )
        mark = _stroke(arc, size * 0.17, "#e0382f")
    elif mood == "surprised":
        mark = (
            _stroke(f"M{x:.2f} {y - size * 0.6:.2f}v{size * 0.62:.2f}", size * 0.24, "#f0a020")
            + f'<circle cx="{x:.2f}" cy="{y + size * 0.5:.2f}" r="{size * 0.14:.2f}" fill="#f0a020"/>'
        )
    elif mood == "scared":
        mark = "".join(
            f'<path d="M{dx:.2f} {dy - d:.2f}q{d * 0.9:.2f} {d * 1.2:.2f} 0 {d * 1.7:.2f}q{-d * 0.9:.2f} {-d * 0.5:.2f} 0 {-d * 1.7:.2f}z" fill="{_TEAR}"/>'
            for dx, dy, d in ((x, y, size * 0.42), (x + size * 0.55, y + size * 0.55, size * 0.3))
        )
    elif mood == "blowing":
        y = anchors.eye[1] + 0.62 * anchors.head
        mark = "".join(
            f'<circle cx="{x + dx * size:.2f}" cy="{y + dy * size:.2f}" r="{r * size:.2f}" fill="#e9f3fa" stroke="#b9d3e2" stroke-width="{size * 0.06:.2f}"/>'
            for dx, dy, r in ((-0.1, 0.0, 0.2), (0.32, -0.12, 0.3), (0.62, 0.22, 0.22))
        )
    elif mood == "winking":
        r = size * 0.5
        mark = f'<path d="M{x:.2f} {y - r:.2f}Q{x:.2f} {y:.2f} {x + r:.2f} {y:.2f}Q{x:.2f} {y:.2f} {x:.2f} {y + r:.2f}Q{x:.2f} {y:.2f} {x - r:.2f} {y:.2f}Q{x:.2f} {y:.2f} {x:.2f} {y - r:.2f}Z" fill="#ffc83d" stroke="#e8a020" stroke-width="{size * 0.06:.2f}"/>'
    elif mood == "loving":
        mark = "".join(
            f'<path d="M{hx:.2f} {hy + s:.2f}c{-s * 1.7:.2f} {-s * 1.2:.2f} {-s * 0.7:.2f} {-s * 2.3:.2f} 0 {-s * 1.3:.2f}c{s * 0.7:.2f} {-s:.2f} {s * 1.7:.2f} {s * 0.1:.2f} 0 {s * 1.3:.2f}z" fill="#f2546b"/>'
            for hx, hy, s in ((x, y, size * 0.42), (x + size * 0.6, y - size * 0.55, size * 0.27))
        )
    elif (mark := mark_of(mood, x, y, size)) == "":
        return "", figure.extent
    more = max(0.0, left - (x - size), x + size - right)  # as much on either side, so that nobody steps aside
    return mark, (left - more, min(top, y - size), right + more, bottom)
