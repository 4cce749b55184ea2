"""What somebody takes into the hand in a picture that is there is in it, and off the faces of the others: a kite, balloons, an umbrella.

Its holder turns about or steps down for it, and it flies more upright or becomes a little smaller. All lengths are pixels of the
scene's nominal size.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.headroom import free_below, lowered, stands_free
from paintover.engines.illustrator.staging.held import (
    KITES,
    STRING,
    TIED,
    hand_at,
    held_as,
    is_flown,
    is_in_hand,
)
from paintover.engines.illustrator.staging.sight import face_of, nearness, root_of
from paintover.engines.illustrator.staging.standing import (
    Box,
    area_of,
    bearer_of,
    frame_from,
    placement_from,
    scene_size,
    shared_area,
)

_BULK: Mapping[str, Box] = {
    "umbrella": (0.0, 0.0, 1.0, 0.55),
    "balloon": (0.0, 0.0, 1.0, 0.66),
    "kite": (0.0, 0.0, 0.6, 0.6),
    "butterfly-kite": (0.0, 0.0, 0.6, 0.6),
}
"""Where something is that hides what is behind it, as shares of its breadth and height: not where its string or its pole is."""
_TURNS = (0.0, 10.0, -10.0, 20.0, -20.0, 30.0, -30.0, 42.0, -42.0)
"""Degrees by which what is held is moved about the hand."""
_SWINGS, _LEANS, _STANDS = 42.0, 20.0, 0.0
"""How far at most what is on a string, what is held up by its lower end, and what is before the body."""
_SIZES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)
_LEAST: Mapping[str, float] = {"umbrella": 0.84}
"""How much smaller what is held becomes, and what not so much."""
_ANYHOW = frozenset({"lift", "shade"})
"""Poses in which it matters to nobody how exactly it is held: what is played or worked with stays as it is."""
_SLIDES: Mapping[str, Sequence[float]] = {"umbrella": (0.0, 0.07, 0.14)}
"""How much higher it is when it is held by a lower part of its pole, in its heights."""
_POLES = frozenset({"umbrella", "flag", "pirate-flag", "torch", "sword", "wand", "sparkler", "lollipop"})
"""What is held by its lower end."""
_RIM = 0.012
"""So near to the edge of the picture it may come, as a share of the height."""
_CUT, _FACE, _HIDDEN, _BEFORE, _OWN = 60.0, 14.0, 6.0, 1.0, 8.0
"""What is bad by shares of itself: beyond the edge, before a face, behind others, before others, before the holder's own face."""
_OWN_HEAD = 2.0
"""The same of what is behind one's own head, which is not hidden by it."""
_SMALLER, _TURNED, _ABOUT, _RAISED = 2.0, 0.4, 0.3, 1.0
"""What it costs to be half as large, turned by half a circle, to turn the holder about, and to be so many heights higher."""
_BEARABLE = 1.0
"""What is no worse than that stays as it is."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What is around one who holds something, who is nearer and who is farther."""

    width: int
    height: int
    own: Box | None
    faces: Sequence[Box]
    nearer: Sequence[Box]
    farther: Sequence[Box]


def with_room_to_hold(scene: Scene, layout: dict[str, Placement], new: Collection[str]) -> list[str]:
    """Turn those about who take something into the hand, and have them step down, where there is more room for it then; the ids
    of all that moved but what hangs on them."""
    moved: list[str] = []
    for holder, held in _holders(scene, layout, new):
        around = _around(scene, layout, holder)
        frames = {one.id: frame_from(layout[one.id], figure_of(one)) for one in held}
        hand = _hand(held[0], holder, frames[held[0].id], layout)
        asis = _best(held, frames, hand, around)
        if asis[0] <= _BEARABLE:
            continue
        placed = layout[holder.id]
        if holder.id in new and _turns(scene, holder, held):
            over = {one.id: _mirrored(frames[one.id], placed.x) for one in held}
            turned = _best(held, over, (2 * placed.x - hand[0], hand[1]), around)
            if turned[0] + _ABOUT < asis[0]:
                figure = figure_of(holder)
                frame = frame_from(placed, figure)
                layout[holder.id] = placement_from(
                    replace(frame, flip=not frame.flip), figure, lift=placed.lift
                )
                moved.append(holder.id)
                asis, hand = turned, (2 * placed.x - hand[0], hand[1])
        lacks = _RIM * around.height - min(bounds_of(one, asis[1][one.id])[1] for one in held)
        if lacks > 0 and holder.id in new and stands_free(scene, holder.id):
            root = root_of(scene, holder, layout)
            if down := round(min(lacks, free_below(scene, root.id, layout))):
                for one in scene.objects:
                    if root_of(scene, one, layout).id == root.id:
                        layout[one.id] = lowered(layout[one.id], down)
                        moved.append(one.id)
    return moved


def _turns(scene: Scene, holder: Thing, held: Sequence[Thing]) -> bool:
    """Whether one who looks at us may as well have it on the other side."""
    free = has_arms(stock_of(holder)) and figure_of(holder).anchors.front and bearer_of(scene, holder) is None
    return free and len(held) == 1 and not held[0].says


def held_in_sight(scene: Scene, layout: dict[str, Placement], new: Collection[str]) -> None:
    """Move what is held about the hand, and make it smaller, until it is in the picture and before nobody's face."""
    for holder, held in _holders(scene, layout, new):
        around = _around(scene, layout, holder)
        frames = {one.id: frame_from(layout[one.id], figure_of(one)) for one in held}
        price, best = _best(held, frames, _hand(held[0], holder, frames[held[0].id], layout), around)
        if price < _price(held, frames, around) - 1e-9:
            for one in held:
                layout[one.id] = placement_from(best[one.id], figure_of(one))


def _holders(
    scene: Scene, layout: Mapping[str, Placement], new: Collection[str]
) -> Iterator[tuple[Thing, list[Thing]]]:
    """Those who get something into the hand, with what goes together: all balloons, each other thing by itself."""
    for holder in scene.objects:
        if holder.id not in layout or holder.where == "covers":
            continue
        held = [
            one
            for one in scene.objects
            if one.id in new
            and one.rel is not None
            and one.rel.to == holder.id
            and is_in_hand(one.rel)
            and one.rel.also is None
            and not stock_of(one).alive
            and held_as().get(one.kind) in _ANYHOW
        ]
        tied = [one for one in held if one.kind in TIED]
        yield from ((holder, group) for group in (tied, *([one] for one in held if one not in tied)) if group)


def _around(scene: Scene, layout: Mapping[str, Placement], holder: Thing) -> _Around:
    place, width_height = place_of(scene.env, scene.seed), scene_size(scene)
    root = root_of(scene, holder, layout)
    here = nearness(root, place, layout[root.id].base + layout[root.id].lift)
    faces: list[Box] = []
    nearer: list[Box] = []
    farther: list[Box] = []
    for one in scene.objects:
        if one.id not in layout or root_of(scene, one, layout).id == root.id:
            continue
        bears = root_of(scene, one, layout)
        there = nearness(bears, place, layout[bears.id].base + layout[bears.id].lift)
        box = layout[one.id].box
        if there > here:
            nearer.append(box)
        elif bearer_of(scene, one) is None:
            farther.append(box)
        if there <= here and (face := face_of(one, layout[one.id])) is not None:
            faces.append(face)
    return _Around(*width_height, face_of(holder, layout[holder.id]), faces, nearer, farther)


def _best(
    held: Sequence[Thing], frames: Mapping[str, Frame], hand: tuple[float, float], around: _Around
) -> tuple[float, dict[str, Frame]]:
    """The cheapest of all ways to have it in that hand, with its price."""
    price, best = _price(held, frames, around), dict(frames)
    if price <= _BEARABLE:
        return price, best
    one = held[0]
    far = _SWINGS if one.kind in TIED or one.kind in KITES else _LEANS if _is_upright(one) else _STANDS
    least = 1.0 if one.size == "large" and not is_flown(one) else _LEAST.get(one.kind, 0.0)
    for k in (k for k in _SIZES if k >= least):
        for turn, slide in product(
            (turn for turn in _TURNS if abs(turn) <= far), _SLIDES.get(one.kind, (0.0,))
        ):
            tried = {key: _slid(one, _about(frame, hand, k, turn), slide) for key, frame in frames.items()}
            costs = (
                _price(held, tried, around)
                + _SMALLER * 2 * (1 - k)
                + _TURNED * abs(turn) / 90
                + _RAISED * slide
            )
            if costs < price - 1e-9:
                price, best = costs, tried
    return price, best


def _slid(one: Thing, frame: Frame, share: float) -> Frame:
    """Held so many of its heights further down."""
    if not share:
        return frame
    up = share * figure_of(one).height * frame.scale / UNIT
    angle = math.radians(frame.angle)
    return replace(frame, x=frame.x + up * math.sin(angle), y=frame.y - up * math.cos(angle))


def _price(held: Sequence[Thing], frames: Mapping[str, Frame], around: _Around) -> float:
    """How bad it is to have these things there; 0 where each is seen whole and hides nobody."""
    price = 0.0
    rim = _RIM * around.height
    inner: Box = (rim, rim, around.width - rim, around.height)
    for one in held:
        frame = frames[one.id]
        whole, bulk = bounds_of(one, frame), frame.bounds(_bulk_of(one))
        price += _CUT * (1 - shared_area(whole, inner) / max(1.0, area_of(whole)))
        price += _FACE * sum(shared_area(bulk, face) / max(1.0, area_of(face)) for face in around.faces)
        size = max(1.0, area_of(bulk))
        price += _HIDDEN * max((shared_area(bulk, box) / size for box in around.nearer), default=0.0)
        price += _BEFORE * max((shared_area(bulk, box) / size for box in around.farther), default=0.0)
        if around.own is not None and (one.kind in TIED or one.kind in _SLIDES):
            weight = _OWN if one.kind in TIED else _OWN_HEAD
            price += weight * shared_area(bulk, around.own) / max(1.0, area_of(around.own))
    return price / len(held)


def bounds_of(one: Thing, frame: Frame) -> Box:
    """The box around all of a thing that lies so in the picture."""
    return frame.bounds(figure_of(one).extent)


def _is_upright(one: Thing) -> bool:
    """Whether it may lean: a flag, an umbrella, but not what has words on it."""
    return not one.says and one.kind in _POLES


def _bulk_of(one: Thing) -> Box:
    left, top, right, bottom = figure_of(one).extent
    near, high, far, low = _BULK.get(one.kind, (0.0, 0.0, 1.0, 1.0))
    across, down = right - left, bottom - top
    return left + near * across, top + high * down, left + far * across, top + low * down


def _hand(one: Thing, holder: Thing, frame: Frame, layout: Mapping[str, Placement]) -> tuple[float, float]:
    """In which of the two hands it is."""
    under = figure_of(holder)
    bears = frame_from(layout[holder.id], under)
    left, top, right, bottom = figure_of(one).extent
    across, down = STRING if one.kind in KITES else (0.5, 1.0)
    x, y = frame.point((left + across * (right - left), top + down * (bottom - top)))
    hands = (hand_at(under, bears, second=second) for second in (False, True))
    return min(hands, key=lambda at: math.hypot(at[0] - x, at[1] - y))


def _about(frame: Frame, hand: tuple[float, float], k: float, turn: float) -> Frame:
    """The frame turned by so many degrees clockwise about a hand, and so many times as large."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    across, down = k * (frame.x - hand[0]), k * (frame.y - hand[1])
    return replace(
        frame,
        x=hand[0] + across * cos - down * sin,
        y=hand[1] + across * sin + down * cos,
        scale=k * frame.scale,
        angle=frame.angle + turn,
    )


def _mirrored(frame: Frame, x: float) -> Frame:
    """The frame on the other side of whoever stands there."""
    return replace(frame, x=2 * x - frame.x, flip=not frame.flip, angle=-frame.angle)
