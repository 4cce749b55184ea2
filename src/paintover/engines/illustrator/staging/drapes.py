"""Cloths and garments on those who bear them: cut to a body, hung over a face, laid across a back.

All shapes are in the bearer's unit square.
"""

from __future__ import annotations

import math

import msgspec

from paintover.engines.illustrator.colour import darker, lighter, paint_of
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.beards import AGED, BEARDS, grown_in_the_face
from paintover.engines.illustrator.sprites.complexion import complexion_of, hair_paint, painted
from paintover.engines.illustrator.sprites.figures import Anchors, Figure, Point
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.patterns import Pattern, pattern_of, stuff_of, tile
from paintover.engines.illustrator.sprites.raster import Extent
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.sprites.tailor import cut, is_garment, kind_cut, usual_paint
from paintover.engines.illustrator.staging.bearing import BLANKETS, TABLECLOTH


def drape(thing: Thing, bearer: Thing) -> tuple[str, Extent]:
    """A cloth or garment on its bearer, in the bearer's unit square, and what it may cover of it."""
    under = figure_of(bearer)
    if is_garment(thing):
        is_hair = thing.kind in HAIR or thing.kind in BEARDS
        paint = hair_paint(thing.colour) if is_hair and thing.colour else None
        if thing.kind in BEARDS:
            own = paint or _paint_of(thing) or _undyed(bearer)
            body, extent = grown_in_the_face(thing.kind, thing.size, own, under)
        else:
            body, extent = cut(kind_cut(thing), paint or _paint_of(thing), under, _printed(thing))
        complexion = complexion_of(bearer)
        return (body if complexion is None else painted(body, complexion)), extent
    paint = _paint_of(thing) or "#e0454f"
    part = thing.rel.part if thing.rel else "face"
    anchors, pattern = under.anchors, pattern_of(thing, paint, alive=False)
    if thing.kind == TABLECLOTH:
        return _over_table(
            under, None if thing.colour and pattern is None else _weave(paint, 9.0, 0.0, pattern), paint
        )
    if part == "back" and thing.kind in BLANKETS and bearer.pose in ("sleep", "lie"):
        return _over_sleeper(under, paint, pattern)
    if part == "back" and not anchors.front:
        return _over_back(under, paint, pattern)
    if part in ("neck", "back"):
        return _hung(
            (anchors.neck[0], anchors.neck[1]), anchors.head * 0.5, anchors.head * 0.7, paint, pattern
        )
    if anchors.front:
        eye, head = anchors.eye, anchors.head
        return _hung((eye[0], eye[1] - head * 0.16), head * 0.52, head * 0.98, paint, pattern)
    return _over_snout(anchors, paint, pattern)


def _undyed(bearer: Thing) -> str | None:
    """The paint that grows in somebody's face, whatever their hair is dyed in; None for the aged."""
    looks = complexion_of(msgspec.structs.replace(bearer, hair=None))
    return None if looks is None or bearer.kind in AGED else hair_paint(looks.hair)


def _paint_of(cloth: Thing) -> str | None:
    """The paint that was asked for, or that of what it is made of."""
    return paint_of(cloth.colour) or stuff_of(cloth)


def _printed(garment: Thing) -> Pattern | None:
    return pattern_of(garment, _paint_of(garment) or usual_paint(garment.kind), alive=False)


_FAR_EDGE = {"dining-table": 17.0, "school-desk": 16.0, "desk": 2.0, "ping-pong-table": 14.0}
"""How much narrower the far edge of some tops is drawn, at either side."""
_DROP = 0.36
"""How far a tablecloth hangs down, as a share of the height of the table below its top."""


def _over_table(under: Figure, weave: str | None, paint: str) -> tuple[str, Extent]:
    """Over the whole top, and down before its near edge in folds."""
    left, top, right, low = under.extent
    name = under.name.rpartition(":")[2].partition("/")[0]
    inset, near = _FAR_EDGE.get(name, 3.0), under.rest[1] + 7.0
    far, hem = min(top + 0.5, under.rest[1] - 2.0), near + _DROP * (low - near)
    left, right = left - 1.5, right + 1.5
    step, dark, fill = (right - left) / _FOLDS, darker(paint, 0.45), paint if weave is None else "url(#w)"
    swung = "".join(
        f"q{-step / 2:.2f} {3.4 if fold % 2 else 5.2:.2f} {-step:.2f} 0" for fold in range(_FOLDS)
    )
    outline = f"M{left + inset:.2f} {far:.2f}H{right - inset:.2f}L{right:.2f} {near:.2f}V{hem:.2f}{swung}V{near:.2f}Z"
    folds = "".join(
        f'<path d="M{left + step * at:.2f} {near:.2f}q{2.0 if at % 2 else -2.0} {(hem - near) / 2:.2f} 0 {hem - near + 1:.2f}" stroke="{dark}" stroke-width="1.600" fill="none" opacity=".32" stroke-linecap="round"/>'
        for at in range(1, _FOLDS)
    )
    body = (
        f'{weave or ""}<path d="{outline}" fill="{fill}"/>'
        f'<path d="M{left:.2f} {near:.2f}H{right:.2f}V{hem:.2f}{swung}Z" fill="{dark}" opacity=".2"/>'
        f'<path d="M{left + inset:.2f} {far:.2f}H{right - inset:.2f}L{right:.2f} {near:.2f}H{left:.2f}Z" fill="{lighter(paint, 0.8)}" opacity=".2"/>{folds}'
        f'<path d="M{right:.2f} {hem:.2f}{swung}" stroke="{lighter(paint, 0.75)}" stroke-width="2.200" fill="none" opacity=".8"/>'
    )
    return body, (left - 1, far - 1, right + 1, hem + 5)


_FOLDS = 9


def _over_sleeper(under: Figure, paint: str, pattern: Pattern | None) -> tuple[str, Extent]:
    """Over the body of somebody who lies, from the neck on; the face stays free."""
    left, top, right, low = under.extent
    anchors = under.anchors
    if under.height > under.width:  # somebody who is drawn upright and laid down
        far, near, start, end = (
            left - 2,
            right + 2,
            anchors.neck[1] + 0.16 * anchors.head,
            low - 0.06 * under.height,
        )
    else:
        start, end = top + 0.34 * under.height, low + 1
        at_left = anchors.eye[0] < (left + right) / 2
        edge = anchors.eye[0] + (0.52 if at_left else -0.52) * anchors.head
        far, near = (edge, right + 1) if at_left else (left - 1, edge)
    bend = 0.16 * min(near - far, end - start)
    outline = (
        f"M{far:.2f} {end:.2f}V{start + bend:.2f}Q{far:.2f} {start:.2f} {far + bend:.2f} {start:.2f}"
        f"H{near - bend:.2f}Q{near:.2f} {start:.2f} {near:.2f} {start + bend:.2f}V{end:.2f}Z"
    )
    folds = [
        (
            (far + share * (near - far), start + 2),
            (far + (share + 0.06) * (near - far), end),
            0.12 * (near - far),
        )
        for share in (0.2, 0.45, 0.7)
    ]
    body = _sewn(outline, folds, paint, max(4.0, 0.16 * (near - far)), 0.0, pattern)
    return body, (far - 2, start - 2, near + 2, end + 2)


def _weave(paint: str, size: float, angle: float, pattern: Pattern | None) -> str:
    """The pattern, or gingham where there is none, in cells of about `size`."""
    if pattern is not None:
        return f"<defs>{tile('w', pattern, pattern.paints, size * 1.15, angle - 9, ground=paint)}</defs>"
    half = size / 2
    return (
        f'<defs><pattern id="w" width="{size:.2f}" height="{size:.2f}" patternUnits="userSpaceOnUse" patternTransform="rotate({angle:.1f}) skewX(-9)">'
        f'<rect width="{size:.2f}" height="{size:.2f}" fill="#fff8f0"/><rect width="{half:.2f}" height="{size:.2f}" fill="{paint}" opacity=".58"/>'
        f'<rect width="{size:.2f}" height="{half:.2f}" fill="{paint}" opacity=".58"/></pattern></defs>'
    )


def _sewn(
    outline: str,
    folds: list[tuple[Point, Point, float]],
    paint: str,
    size: float,
    angle: float,
    pattern: Pattern | None,
) -> str:
    """Cloth of that outline with folds, each from a point at the top to one at the hem and so broad at the hem."""
    dark, light = darker(paint, 0.55), lighter(paint, 0.85)
    drawn = []
    for (tx, ty), (bx, by), width in folds:
        mx, my = (tx + bx) / 2, (ty + by) / 2
        drawn.append(
            f'<path d="M{tx:.2f} {ty:.2f}Q{mx + width * 0.2:.2f} {my:.2f} {bx:.2f} {by:.2f}L{bx + width:.2f} {by:.2f}Q{mx + width * 0.9:.2f} {my:.2f} {tx:.2f} {ty:.2f}Z" fill="{dark}" opacity=".34"/>'
            f'<path d="M{tx:.2f} {ty:.2f}Q{mx + width * 0.1:.2f} {my:.2f} {bx - width * 0.1:.2f} {by:.2f}L{bx + width * 0.32:.2f} {by:.2f}Q{mx + width * 0.42:.2f} {my:.2f} {tx:.2f} {ty:.2f}Z" fill="{dark}" opacity=".28"/>'
            f'<path d="M{tx - width * 0.2:.2f} {ty + 1:.2f}Q{mx - width * 0.45:.2f} {my:.2f} {bx - width * 0.75:.2f} {by:.2f}L{bx - width * 0.25:.2f} {by:.2f}Q{mx - width * 0.15:.2f} {my:.2f} {tx - width * 0.2:.2f} {ty + 1:.2f}Z" fill="{light}" opacity=".42"/>'
        )
    hem = f'<path d="{outline}" fill="none" stroke="{darker(paint, 0.35)}" stroke-width="{size * 0.13:.2f}" stroke-linejoin="round"/>'
    return (
        f'{_weave(paint, size, angle, pattern)}<defs><clipPath id="c"><path d="{outline}"/></clipPath></defs>'
        f'<path d="{outline}" fill="url(#w)"/><g clip-path="url(#c)">{"".join(drawn)}</g>{hem}'
    )


def _over_snout(anchors: Anchors, paint: str, pattern: Pattern | None) -> tuple[str, Extent]:
    """Over the face of a figure in profile that looks left: it lies along the snout and falls from its ridge."""
    (ex, ey), (nx, ny) = anchors.eye, anchors.nose
    length = max(9.0, math.dist(anchors.eye, anchors.nose))
    ux, uy = (nx - ex) / length, (ny - ey) / length
    px, py = (uy, -ux) if -ux < 0 else (-uy, ux)
    if py > 0:
        px, py = -px, -py

    def at(along: float, up: float) -> Point:
        return ex + ux * length * along + px * length * up, ey + uy * length * along + py * length * up

    brow, ridge, tip = at(-0.42, 0.34), at(0.30, 0.58), at(1.38, 0.20)
    low = ny + length * 0.98
    left: Point = (tip[0] - length * 0.02, low + length * 0.16)
    right: Point = (brow[0] + length * 0.30, low - length * 0.02)
    narrow = max(0.0, 0.95 * length - (right[0] - left[0]))  # a bowed head is seen from above
    left, right = (left[0] - 0.55 * narrow, left[1]), (right[0] + 0.45 * narrow, right[1])
    tail = (left[0] + (right[0] - left[0]) * 0.52, low + length * 0.02)
    outline = (
        f"M{brow[0]:.2f} {brow[1]:.2f}Q{ridge[0]:.2f} {ridge[1]:.2f} {tip[0]:.2f} {tip[1]:.2f}"
        f"C{tip[0] - length * 0.20:.2f} {tip[1] + length * 0.2:.2f} {tip[0] - length * 0.02:.2f} {low - length * 0.5:.2f} {left[0]:.2f} {left[1]:.2f}"
        f"Q{left[0] + length * 0.30:.2f} {left[1] - length * 0.02:.2f} {left[0] + length * 0.36:.2f} {low + length * 0.03:.2f}"
        f"Q{tail[0] - length * 0.06:.2f} {tail[1] + length * 0.26:.2f} {tail[0] + length * 0.2:.2f} {tail[1] - length * 0.02:.2f}"
        f"Q{right[0] - length * 0.28:.2f} {right[1] + length * 0.24:.2f} {right[0]:.2f} {right[1] + length * 0.06:.2f}"
        f"C{right[0] + length * 0.04:.2f} {right[1] - length * 0.4:.2f} {brow[0] + length * 0.34:.2f} {brow[1] + length * 0.5:.2f} {brow[0]:.2f} {brow[1]:.2f}Z"
    )
    folds = []
    for share, width in ((0.12, 0.20), (0.40, 0.24), (0.70, 0.22)):
        top = at(1.15 - 1.45 * share, 0.40)
        bottom = (left[0] + (right[0] - left[0]) * share, low + length * 0.3)
        folds.append((top, bottom, width * length))
    body = _sewn(outline, folds, paint, length * 0.30, math.degrees(math.atan2(uy, ux)) + 180, pattern)
    xs, ys = (brow[0], tip[0], left[0], right[0]), (brow[1], ridge[1], tip[1], left[1])
    pad = length * 0.35
    return body, (min(xs) - pad, min(ys) - pad, max(xs) + pad, max(ys) + pad)


def _hung(top: Point, half: float, drop: float, paint: str, pattern: Pattern | None) -> tuple[str, Extent]:
    """A cloth hung over something that looks at us: `half` its breadth at the top, `drop` its length."""
    x, y = top
    low = y + drop
    wave = drop * 0.12
    scallops, parts = "", 5
    right, step = half * 1.12, half * 2.24 / 5
    for part in range(parts):
        end_x = x + right - step * (part + 1)
        depth = wave if part % 2 == 0 else -wave * 0.25
        scallops += f"Q{end_x + step / 2:.2f} {low + depth * 1.7:.2f} {end_x:.2f} {low + (wave * 0.25 if part % 2 else 0):.2f}"
    outline = (
        f"M{x - half:.2f} {y:.2f}Q{x:.2f} {y - half * 0.42:.2f} {x + half:.2f} {y:.2f}"
        f"C{x + half * 1.16:.2f} {y + drop * 0.3:.2f} {x + half * 1.02:.2f} {y + drop * 0.7:.2f} {x + right:.2f} {low:.2f}"
        f"{scallops}C{x - half * 1.02:.2f} {y + drop * 0.7:.2f} {x - half * 1.16:.2f} {y + drop * 0.3:.2f} {x - half:.2f} {y:.2f}Z"
    )
    folds = [
        ((x + half * share * 0.55, y - half * 0.1), (x + half * share, low + wave), half * 0.22)
        for share in (-0.85, -0.4, 0.1, 0.55)
    ]
    body = _sewn(outline, folds, paint, max(3.0, half * 0.34), 0.0, pattern)
    return body, (x - half * 1.3, y - half * 0.5, x + half * 1.3, low + wave * 2)


def _over_back(under: Figure, paint: str, pattern: Pattern | None) -> tuple[str, Extent]:
    """A blanket across the back."""
    x, y = under.anchors.back
    half, drop = under.width * 0.19, under.height * 0.36
    return _hung((x, y + half * 0.12), half, drop, paint, pattern)
