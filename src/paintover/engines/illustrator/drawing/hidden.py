"""What of a drawn picture is hidden: told from the pixels, so that an answer may say what its words cannot promise."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from paintover.engines.illustrator.drawing.render import Drawing
from paintover.engines.illustrator.kinds import FENCES
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.raster import Sprite
from paintover.engines.illustrator.sprites.stock import height_of
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.attach import HIGHLANDS
from paintover.engines.illustrator.staging.layout import bearer_of, scene_size
from paintover.engines.illustrator.staging.sight import face_of

LEAST_SEEN, LEAST_SEEN_BEHIND = 0.55, 0.3
"""Which share of one is seen at least of whom nothing is said: of anybody, and of whom a wish puts behind another, or who is as
large as a hill."""
LEAST_OF_A_FACE = 0.5
"""The same of a face."""
_HILL_M = 12.0
_HARDLY = 0.12
"""Of whom no more is seen, nearly nothing is."""
_OF_THE_EDGE = 0.5
"""Which share of what is not seen of one is beyond the edge at least, who is cut off and not hidden."""
_SMALL = 0.0004
"""As small is what nobody finds, as a share of the picture."""
_WORN = frozenset({"wear", "hold", "cover"})

_NOBODY_MISSES = frozenset({"leash"})
"""What is a line from hand to collar, whatever is before a part of it."""

_Mask = NDArray[np.bool_]


Unseen = Literal["hidden", "cut", "unseen", "small"]
"""Why little is seen of one: others are before it, the edge cuts it off, next to nothing of it is seen for either, or it is drawn
too small to be found."""


def hidden(drawing: Drawing, touched: Collection[str]) -> dict[Thing, Unseen]:
    """Those things of a finished drawing of which little is seen, and why: of the `touched` ones, by ids, whatever is before them
    or cuts them off; of all others, what the touched ones hide."""
    painted = [thing for group in drawing.painted() for thing in group]
    found: dict[Thing, Unseen] = {}
    for place, one in enumerate(painted):
        if one.kind in _NOBODY_MISSES:
            continue
        later = [
            other
            for other in painted[place + 1 :]
            if (one.id in touched or other.id in touched) and not _belong(drawing, one, other)
        ]
        if (later or one.id in touched) and (why := _unseen(drawing, one, later, one.id in touched)):
            found[one] = why
    return found


def _unseen(drawing: Drawing, one: Thing, later: Collection[Thing], touched: bool) -> Unseen | None:
    """Why little of one is seen behind those painted `later`; None where enough is."""
    near = bool(drawing.scene.shot) or drawing.scene.sheet == "avatar"
    framed = touched and not near
    seen, inside = _seen(drawing, one, later, whole=framed), _seen(drawing, one, (), whole=framed)
    if seen >= (LEAST_SEEN_BEHIND if _may_hide(drawing, one) else LEAST_SEEN):
        if framed and _faceless(drawing, one, later):
            return "hidden" if later and not _faceless(drawing, one, ()) else "cut"
        return "small" if touched and _is_small(drawing, one) else None
    if one.kind in HIGHLANDS and not later:
        return None  # it runs out of the picture, as land does
    if seen < _HARDLY:
        return "unseen"
    return "cut" if 1 - inside > _OF_THE_EDGE * (1 - seen) else "hidden"


def _is_small(drawing: Drawing, one: Thing) -> bool:
    """Whether it is drawn too small to be found, and is none of what is small on whoever wears it."""
    if one.size is not None or (one.rel is not None and one.rel.type in _WORN and one.kind not in GARMENTS):
        return False
    return int(_opaque(drawing.sprites[one.id]).sum()) < _SMALL * drawing.width * drawing.height


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
        or thing.kind in FENCES
        or any(rel.type in ("front", "around", "cover") for rel in towards)
    )
