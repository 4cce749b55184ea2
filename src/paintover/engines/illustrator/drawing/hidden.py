"""What of a drawn picture is hidden: told from the pixels, so that an answer may say what its words cannot promise."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray

from paintover.engines.illustrator.drawing.render import Drawing
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.raster import Sprite
from paintover.engines.illustrator.sprites.stock import height_of
from paintover.engines.illustrator.staging.layout import bearer_of, scene_size
from paintover.engines.illustrator.staging.sight import face_of

LEAST_SEEN, LEAST_SEEN_BEHIND = 0.55, 0.15
"""Which share of one is seen at least of whom nothing is said: of anybody, and of whom a wish puts behind another, or who is as
large as a hill."""
LEAST_OF_A_FACE = 0.5
"""The same of a face."""
_HILL_M = 12.0
_WORN = frozenset({"wear", "hold", "cover"})

_Mask = NDArray[np.bool_]


def hidden(drawing: Drawing, touched: Collection[str]) -> list[Thing]:
    """Those things of a finished drawing of which little is seen: of the `touched` ones, by ids, whatever is before them or
    cuts them off; of all others, what the touched ones hide."""
    painted = [thing for group in drawing.painted() for thing in group]
    found = []
    for place, one in enumerate(painted):
        later = [
            other
            for other in painted[place + 1 :]
            if (one.id in touched or other.id in touched) and not _belong(drawing, one, other)
        ]
        if later or one.id in touched:
            least = LEAST_SEEN_BEHIND if _may_hide(drawing, one) else LEAST_SEEN
            near = bool(drawing.scene.shot) or drawing.scene.sheet == "avatar"
            framed = one.id in touched and not near
            if _seen(drawing, one, later, whole=framed) < least or (
                framed and _faceless(drawing, one, later)
            ):
                found.append(one)
    return found


def _faceless(drawing: Drawing, one: Thing, others: Collection[Thing]) -> bool:
    """Whether its face is beyond the edge of the picture, or behind others."""
    there = drawing.scene.layout.get(one.id)
    face = face_of(one, there) if there is not None else None
    if face is None or (one.rel is not None and one.rel.type in ("inside", "cover")):
        return False
    sprite, k = drawing.sprites[one.id], drawing.width / scene_size(drawing.scene)[0]
    left, top, right, bottom = (round(k * side) for side in face)
    rows = slice(max(0, top - sprite.top), max(0, bottom - sprite.top))
    columns = slice(max(0, left - sprite.left), max(0, right - sprite.left))
    own = _opaque(sprite)
    seen = _inside(drawing, sprite, own)
    for other in others:
        _cut(seen, sprite, drawing.sprites[other.id])
    whole = int(own[rows, columns].sum())
    least = LEAST_SEEN_BEHIND if _may_hide(drawing, one) else LEAST_OF_A_FACE
    return whole > 0 and int(seen[rows, columns].sum()) < least * whole


def _seen(drawing: Drawing, one: Thing, others: Collection[Thing], *, whole: bool) -> float:
    """Which share of it is before all the others; of the `whole` of it, or of what lies in the picture."""
    sprite = drawing.sprites[one.id]
    own = _opaque(sprite)
    inside = _inside(drawing, sprite, own)
    total = int((own if whole else inside).sum())
    for other in others:
        _cut(inside, sprite, drawing.sprites[other.id])
    return int(inside.sum()) / total if total else 1.0


def _opaque(sprite: Sprite) -> _Mask:
    return sprite.rgba[..., 3] > 127


def _inside(drawing: Drawing, sprite: Sprite, own: _Mask) -> _Mask:
    """The part of it that lies in the picture."""
    inside = np.zeros_like(own)
    top, left = max(0, -sprite.top), max(0, -sprite.left)
    bottom, right = max(0, drawing.height - sprite.top), max(0, drawing.width - sprite.left)
    inside[top:bottom, left:right] = own[top:bottom, left:right]
    return inside


def _cut(mask: _Mask, sprite: Sprite, other: Sprite) -> None:
    """Take out of a sprite's mask what another is before."""
    rows, columns = mask.shape
    high, wide = other.rgba.shape[:2]
    down, across = other.top - sprite.top, other.left - sprite.left
    top, left = max(0, down), max(0, across)
    bottom, right = min(rows, down + high), min(columns, across + wide)
    if top < bottom and left < right:
        mask[top:bottom, left:right] &= ~_opaque(other)[
            top - down : bottom - down, left - across : right - across
        ]


def _bearers(drawing: Drawing, thing: Thing) -> Iterator[str]:
    passed = {thing.id}
    while (bearer := bearer_of(drawing.scene, thing)) is not None and bearer.id not in passed:
        yield bearer.id
        passed.add(bearer.id)
        thing = bearer


def _belong(drawing: Drawing, one: Thing, other: Thing) -> bool:
    """Whether the one bears the other, or somebody wears or holds both."""
    first, second = list(_bearers(drawing, one)), list(_bearers(drawing, other))
    if one.id in second or other.id in first:
        return True
    worn = all(each.rel is not None and each.rel.type in _WORN for each in (one, other))
    return worn and bool(set(first) & set(second))


def _may_hide(drawing: Drawing, thing: Thing) -> bool:
    """Whether it was said to be behind or in something, or something before it or over it, or it is of the landscape."""
    towards = (
        other.rel for other in drawing.scene.objects if other.rel is not None and other.rel.to == thing.id
    )
    aside = thing.rel is not None and thing.rel.type in ("behind", "inside", "around", "cover")
    return (
        aside
        or height_of(thing) > _HILL_M
        or any(rel.type in ("front", "around", "cover") for rel in towards)
    )
