"""What a kind looks like: its body on the unit square, what of the square it covers, and where its parts are."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from paintover.engines.illustrator.colour import colours_in, darker, lighter, repaint
from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.sprites.art import OUTLINE_UNIT, UNIT, icon_body, outline_body
from paintover.engines.illustrator.sprites.bodies import FACE_ONLY, MASKED, is_person, with_body
from paintover.engines.illustrator.sprites.faces import bloom, combed
from paintover.engines.illustrator.sprites.props import PROPS, Prop
from paintover.engines.illustrator.sprites.raster import Extent, Frame, Pixels, rasterise
from paintover.engines.illustrator.sprites.skin import all_shades, has_skin

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where the parts of a figure are, on the unit square, the figure looking left or at us."""

    eye: Point
    """The eye of a figure in profile; between the eyes of one that looks at us."""
    nose: Point
    """The tip of the snout; below the eyes of one that looks at us."""
    top: Point
    """The top of the head, where a hat rests."""
    back: Point
    """The highest point behind the neck, where a rider sits."""
    neck: Point
    hand: Point
    foot: Point
    head: float
    """A measure of the head: about the breadth of a hat that fits."""
    front: bool = False
    """Looks at us."""
    eyes: tuple[Point, ...] = ()
    """Where each eye that we see is; empty where nobody has looked."""
    over: tuple[int, ...] = ()
    """Which elements of the body stay in front of a hat (a horn, an ear)."""
    grip: Point | None = None
    """Where a thing is that is held in this pose, which says so of its own; at the hand, if None."""
    other_grip: Point | None = None
    """The same of the other hand of who holds something in either; None if that hangs down."""
    seat: Point | None = None
    """What is on the seat when somebody sits; as somebody without a body of ours does, if None."""
    other: Point | None = None
    """The other hand of a body of ours."""
    shoulder: Point | None = None
    """About what the arm turns that holds and points, if it is one of ours."""
    arm: float = 0.0
    """How long that is."""
    tilt: float = 0.0
    """Degrees clockwise by which the head is turned from how it is drawn."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawable thing on the unit square."""

    name: str
    """Identifies the body: two figures of one name are the same to the pixel."""
    body: str
    extent: Extent
    """What it covers: left, top, right, bottom."""
    anchors: Anchors
    rest: Point
    """Where something put on it stands."""
    rest_width: float
    over: str = ""
    """The part of the body that stays in front of a hat."""
    stature: float | None = None
    """How high it is when it stands, by which its size is reckoned; as high as it is drawn, if None."""
    lean: Point | None = None
    """Where a long thing that lies across it leans; where it rests, if None."""
    regions: str = ""
    """The body in the colours of `limbs.KEYS`, by which clothes know what they cover; "" where nobody knows."""
    hands: str = ""
    """The hands, which stay in front of what they hold."""
    hair: tuple[str, ...] = ()
    """The paints of its hair, where they are known."""

    @property
    def foot(self) -> Point:
        """The middle of the lower edge: the pivot on which it stands."""
        return (self.extent[0] + self.extent[2]) / 2, self.extent[3]

    @property
    def tall(self) -> float:
        """How high it is, in units, when it stands upright."""
        return self.height if self.stature is None else self.stature

    @property
    def width(self) -> float:
        return self.extent[2] - self.extent[0]

    @property
    def height(self) -> float:
        return self.extent[3] - self.extent[1]


def place_of(figure: Figure, frame: Frame) -> Frame:
    """The frame with the middle of the figure's foot as its pivot, as placements are stored."""
    x, y = frame.point(figure.foot)
    return replace(frame, x=x, y=y, pivot=figure.foot)


@cache
def _tables() -> dict[str, Any]:
    return table("anchors")


def _covered(body: str) -> Pixels:
    """The opacity of a body at one pixel a unit."""
    return rasterise(UNIT, UNIT, body)[..., 3]


def opaque(figure: Figure) -> npt.NDArray[np.bool_]:
    """Which units of the square it covers, row by row."""
    return _opaque(figure.body)


@lru_cache(maxsize=128)
def _opaque(body: str) -> npt.NDArray[np.bool_]:
    covered: npt.NDArray[np.bool_] = _covered(body) > 127
    covered.flags.writeable = False
    return covered


def _extent(alpha: Pixels) -> Extent:
    rows, columns = np.flatnonzero((alpha > 40).any(axis=1)), np.flatnonzero((alpha > 40).any(axis=0))
    if not rows.size:
        return (0.0, 0.0, float(UNIT), float(UNIT))
    return float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1)


def rest_of(alpha: Pixels, extent: Extent) -> tuple[Point, float]:
    """The first row from above that is broad enough to carry something, and the middle and breadth of it."""
    for row in range(int(extent[1]), int(extent[3])):
        columns = np.flatnonzero(alpha[row] > 127)
        if columns.size and columns[-1] - columns[0] > 0.42 * (extent[2] - extent[0]):
            breadth = float(columns[-1] - columns[0])
            return (float(columns[0] + columns[-1]) / 2, row + 2.0), breadth
    return ((extent[0] + extent[2]) / 2, extent[1] + 2), extent[2] - extent[0]


def silhouette(figure: Figure, height: float) -> tuple[float, float]:
    """The leftmost and rightmost unit that the figure covers in its lowest `height` units."""
    top = max(0, int(figure.extent[3] - height))
    columns = np.flatnonzero((_covered(figure.body)[top:] > 40).any(axis=0))
    return (
        (float(columns[0]), float(columns[-1] + 1)) if columns.size else (figure.extent[0], figure.extent[2])
    )


def _top_at(alpha: Pixels, column: float) -> float:
    rows = np.flatnonzero(alpha[:, min(UNIT - 1, max(0, int(column)))] > 127)
    return float(rows[0]) if rows.size else 0.0


def _guessed(alpha: Pixels, extent: Extent) -> Anchors:
    """Anchors for a figure that no table knows: as if it looked at us."""
    left, top, right, bottom = extent
    middle, height, width = (left + right) / 2, bottom - top, right - left
    crown = _top_at(alpha, middle) + 2
    below = min(
        max(0.0, crown - top - 0.3 * height), 0.5 * height
    )  # a figure whose head is not in the middle
    return Anchors(
        eye=(middle, top + 0.3 * height + below),
        nose=(middle, top + 0.45 * height + below),
        top=(middle, crown),
        back=(middle, crown),
        neck=(middle, top + 0.5 * height + below),
        hand=(left + 0.12 * width, top + 0.62 * height),
        foot=(middle, bottom - 2),
        head=0.55 * min(width, height),
        front=True,
    )


def _within(point: Point, extent: Extent) -> Point:
    """The point, or the nearest to it inside."""
    return min(max(point[0], extent[0]), extent[2]), min(max(point[1], extent[1]), extent[3])


def _behind_the_ears(alpha: Pixels, extent: Extent, start: float) -> float:
    """The first column from there to the tail from which the upper edge does not fall steeply, as an ear's or a horn's does."""
    left, top, right, bottom = extent
    for column in range(int(start), int(right - 0.2 * (right - left))):
        fall = max(_top_at(alpha, column + step) for step in (4, 8)) - _top_at(alpha, column)
        if fall < 0.09 * (bottom - top):
            return float(column)
    return start


def _anchors(name: str, alpha: Pixels, extent: Extent) -> Anchors:
    base = _guessed(alpha, extent)
    known = _tables()["anchors"].get(name)
    if known is None:
        return base
    eyes = known["eye"]
    front = isinstance(eyes[0], list)
    if front:
        eye = ((eyes[0][0] + eyes[1][0]) / 2, (eyes[0][1] + eyes[1][1]) / 2)
        apart = abs(eyes[0][0] - eyes[1][0])
        nose, head, top_x = (eye[0], eye[1] + 0.55 * apart), 2.3 * apart, eye[0]
    else:
        eye, nose = tuple(eyes), tuple(known["nose"])
        head = 2.25 * max(9.0, math.dist(eye, nose))
        top_x = eye[0] + 1
    # those that stand on all fours carry things in the mouth
    hand = base.hand if front else (nose[0] + 0.06 * head, nose[1] + 0.10 * head)
    middle = (extent[0] + extent[2]) / 2
    back_x = middle if front else _behind_the_ears(alpha, extent, middle + 8)
    base = replace(
        base,
        eye=eye,
        nose=nose,
        head=head,
        hand=hand,
        front=front,
        top=(top_x, _top_at(alpha, top_x) + 2),
        back=(back_x, _top_at(alpha, back_x) + 2),
        neck=_within(
            (eye[0] + (0 if front else 0.32 * head), eye[1] + (0.62 if front else 0.5) * head), extent
        ),
    )

    def given(part: str, otherwise: Point) -> Point:
        return tuple(known[part]) if part in known else otherwise

    return replace(
        base,
        nose=given("nose", base.nose),
        top=given("top", base.top),
        back=given("back", base.back),
        neck=given("neck", base.neck),
        hand=given("hand", base.hand),
        foot=given("foot", base.foot),
        head=known.get("head", head),
        eyes=tuple(tuple(one) for one in eyes) if front else (tuple(eyes),),
        over=tuple(known.get("over", ())),
    )


_ELEMENT = ("<path", "<circle", "<ellipse", "<rect", "<g", "<polygon", "<use")


def _elements(body: str) -> list[str]:
    """The top elements of a body that holds plain elements only, as `over` counts them."""
    starts = [at for at in range(len(body)) if body.startswith(_ELEMENT, at)]
    return [body[at:end] for at, end in zip(starts, [*starts[1:], len(body)], strict=True)]


@lru_cache(maxsize=64)
def dominant(body: str, but: frozenset[str] = frozenset()) -> str:
    """The paint that covers most of a body, of those that are not among `but`."""
    pixels = rasterise(64, 64, f'<g transform="scale(.5)">{body}</g>')
    solid = pixels[pixels[..., 3] > 200][:, :3].astype(np.int32)
    colours = colours_in(body)
    counted = [colour.lower() not in but for colour in colours]
    if not any(counted) or not solid.size:
        return "#888888"
    from_text = np.array(
        [
            [int(c * 2, 16) for c in k[1:]] if len(k) == 4 else [int(k[i : i + 2], 16) for i in (1, 3, 5)]
            for k in colours
        ]
    )
    nearest = ((solid[:, None] - from_text[None]) ** 2).sum(-1).argmin(1)
    return colours[int((np.bincount(nearest, minlength=len(colours)) * counted).argmax())]


@lru_cache(maxsize=192)
def figure(art: str, *, paint: str | None = None, crop: str | None = None, pose: str | None = None) -> Figure:
    """The figure of an art name, ``noto:ox`` or ``prop:pot-lid``, in its own colours or repainted.

    `pose` is one of `poses.toml`, for a body that is put under a head. `crop` says that the icon shows a "face" or "bust" only: a plush or a clothed body is put under it.

    Raises:
        KeyError: there is no such art.
    """
    family, _, name = art.partition(":")
    if family == "prop":
        return _prop_figure(art, PROPS[name], paint)
    if family == "mdi":
        return _prop_figure(
            art, Prop(partial(_silhouette, name), _SILHOUETTES[crc32(name.encode()) % 6]), paint
        )
    body, person = icon_body(name), is_person(name, crop)
    if paint is not None and not person:
        body = _in_paint(name, body, paint)
    anchors = _head_of(name) if paint is None or person else _anchors_in(name, body)
    regions = hands = ""
    if name in FACE_ONLY:
        crop = "face"
    if person and name not in MASKED:
        body = combed(name, bloom(body))
    if crop and person and paint is not None:  # in other clothes, of the same shape
        whole, plain = with_body(name, body, crop, paint, pose), figure(art, crop=crop, pose=pose)
        named = f"{art}/{paint}{plain.name.removeprefix(f'{art}/None')}"
        return replace(plain, name=named, body=whole.body, hands=whole.hands)
    if crop:
        whole = with_body(name, body, crop, paint, pose)
        body = whole.body
        anchors = whole.shift(anchors)
        regions, hands = whole.regions, whole.hands
    alpha = _covered(body)
    extent = _extent(alpha)
    over = (
        "".join(part for i, part in enumerate(_elements(body)) if i in anchors.over) if anchors.over else ""
    )
    rest, breadth = rest_of(alpha, extent)
    if name in _tables()["rest"]:
        x, y, breadth = _tables()["rest"][name]
        rest = (x, y)
    named = f"{art}/{paint}/{crop}" if pose is None else f"{art}/{paint}/{crop}/{pose}"
    stature = None if pose is None else figure(art, paint=paint, crop=crop).height
    return Figure(named, body, extent, anchors, rest, breadth, over, stature, regions=regions, hands=hands)


def _in_paint(name: str, body: str, paint: str) -> str:
    """The drawing of that name in another paint, the skin and the hair of people as they are."""
    fills = _tables()["paint"].get(name, ())
    keep = all_shades() if has_skin(f"noto:{name}") else frozenset()
    base = fills[0] if fills else dominant(body, keep)
    return repaint(body, paint, base, only=fills if len(fills) > 1 else (), keep=keep)


@lru_cache(maxsize=256)
def _head_of(name: str) -> Anchors:
    """The anchors of an icon as it is."""
    return _anchors_in(name, icon_body(name))


def _anchors_in(name: str, body: str) -> Anchors:
    alpha = _covered(body)
    return _anchors(name, alpha, _extent(alpha))


def figure_paint(name: str) -> str:
    """The paint that a Noto drawing goes by: of the table, or the one that covers most of it."""
    fills = _tables()["paint"].get(name, ())
    keep = all_shades() if has_skin(f"noto:{name}") else frozenset()
    return str(fills[0]) if fills else dominant(icon_body(name), keep)


_SILHOUETTES = ("#4f7fb0", "#b0684f", "#5f9468", "#8a6bb0", "#c08a3e", "#4f96a0")
"""Paints of silhouettes when nobody asks for one, by name."""


def _silhouette(name: str, paint: str) -> str:
    """An outline filled with a paint that is lighter above and edged below."""
    scale = UNIT / OUTLINE_UNIT
    shape = f'<g transform="scale({scale:.5f})">{outline_body(name)}</g>'
    edge = shape.replace("currentColor", darker(paint, 0.45))
    fill = shape.replace("currentColor", "url(#s)")
    ramp = f'<stop offset="0" stop-color="{lighter(paint, 0.28)}"/><stop offset="1" stop-color="{darker(paint, 0.12)}"/>'
    gradient = (
        f'<defs><linearGradient id="s" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="2" y2="22">{ramp}'
        "</linearGradient></defs>"
    )
    return f'{gradient}<g transform="translate(1.6 1.6)">{edge}</g>{fill}'


def _prop_figure(art: str, prop: Prop, paint: str | None) -> Figure:
    body = prop.draw(paint or prop.paint)
    alpha = _covered(body)
    extent = _extent(alpha)
    anchors = _anchors(art.partition(":")[2], alpha, extent)
    rest, breadth = rest_of(alpha, extent)
    if prop.rest is not None:
        rest, breadth = prop.rest, prop.rest_width
    elif (told := _tables()["rest"].get(art.partition(":")[2])) is not None:
        rest, breadth = (told[0], told[1]), told[2]
    return Figure(f"{art}/{paint}", body, extent, anchors, rest, breadth, lean=prop.lean)


_LOWEST = 0.88
"""How low a figure becomes at most, as a share of its height, that cannot become broader."""


def broadened(figure: Figure, factor: float) -> Figure:
    """The figure that many times as broad; where the unit square allows less, it is lower for that."""
    middle, wanted = UNIT / 2, factor
    left, top, right, foot = figure.extent
    for edge in (left, right):
        if abs(edge - middle) > 1:
            factor = min(factor, (middle - 0.5) / abs(edge - middle)) if factor > 1 else factor
    factor = max(factor, 0.3)
    low = max(_LOWEST, factor / wanted) if wanted > 1 else 1.0

    def at(point: Point) -> Point:
        return middle + (point[0] - middle) * factor, foot + (point[1] - foot) * low

    def maybe(point: Point | None) -> Point | None:
        return None if point is None else at(point)

    def drawn(body: str) -> str:
        shift, sunk = middle * (1 - factor), foot * (1 - low)
        return body and f'<g transform="matrix({factor:.4f} 0 0 {low:.4f} {shift:.4f} {sunk:.4f})">{body}</g>'

    old = figure.anchors
    anchors = replace(
        old, eye=at(old.eye), nose=at(old.nose), top=at(old.top), back=at(old.back), neck=at(old.neck),
        hand=at(old.hand), foot=at(old.foot), head=old.head * factor, eyes=tuple(at(eye) for eye in old.eyes),
        grip=maybe(old.grip), other_grip=maybe(old.other_grip), seat=maybe(old.seat), other=maybe(old.other), shoulder=maybe(old.shoulder),
    )  # fmt: skip
    return replace(
        figure, name=f"{figure.name}*{factor:.4f}{'' if low == 1 else f'/{low:.4f}'}", body=drawn(figure.body), over=drawn(figure.over),
        regions=drawn(figure.regions), hands=drawn(figure.hands), anchors=anchors, rest=at(figure.rest),
        rest_width=figure.rest_width * factor, lean=maybe(figure.lean),
        extent=(*at((left, top)), *at((right, foot))),
    )  # fmt: skip
