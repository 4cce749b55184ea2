"""Where what is put on or held goes: hats on heads, glasses over eyes, scarves, what is in a hand or in the mouth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.bodies import is_person
from paintover.engines.illustrator.sprites.figures import Anchors, Figure, Point, place_of
from paintover.engines.illustrator.sprites.hair import place_of_the_face
from paintover.engines.illustrator.sprites.limbs import Grip, arms_in, grip_of, poses, second_in
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.sprites.tresses import CHIN, EARS_APART, EARS_PUT_ON, LOBES, MIDDLE
from paintover.engines.illustrator.staging.bearing import (
    BRIMMED,
    DRAPED,
    PEAKED,
    is_behind,
    is_shouldered,
    measured,
    middle_of,
    spread_out,
)
from paintover.engines.illustrator.staging.company import BEAR, has_arms
from paintover.engines.illustrator.staging.cradled import cradled, is_cradled
from paintover.engines.illustrator.staging.held import (
    BY_THE_END,
    BY_THE_HANDLE,
    COMPRESSION,
    KITES,
    SAID_SIZE,
    STRING,
    TIED,
    gripped,
    hand_at,
    held_as,
    in_paws,
    room_on_the_back,
    takes_paws,
    usual_height,
)
from paintover.engines.illustrator.staging.held_abed import held_abed, is_held_abed
from paintover.engines.illustrator.staging.held_aside import before_the_chest, beside_the_face, played
from paintover.engines.illustrator.staging.leash import trailing
from paintover.engines.illustrator.staging.mounts import astride_a_broom
from paintover.engines.illustrator.staging.on_heads import (
    OVER_THE_EYES,
    SEEN_BEHIND,
    above_the_eyes,
    edge_at,
    held_by_the_head,
    size_of_head,
)

_SUNK = {
    "headphones": 0.70,
    "helmet": 0.46,
    "military-helmet": 0.30,
    "wreath": 0.45,
    "cap": 0.38,
    BRIMMED: 0.34,
    PEAKED: 0.58,
    "straw-hat": 0.30,
    "bamboo-hat": 0.42,
    "woman-hat": 0.34,
    "hat": 0.14,
    "santa-hat": 0.24,
    "christmas-hat": 0.24,
    "crown": 0.14,
    "party-hat": 0.12,
    "hair-bow": 0.25,
    "chef-hat": 0.08,
    "police-cap": 0.24,
    "fire-helmet": 0.24,
    "cowboy-hat": 0.22,
    "sailor-cap": 0.20,
    "knight-helmet": 0.34,
    "viking-helmet": 0.26,
    "fedora": 0.30,
    "beret": 0.24,
    "pirate-hat": 0.14,
    "knit-hat": 0.38,
    "bucket-hat": 0.46,
    "swim-cap": 0.52,
    "headscarf": 0.66,
    "devil-horns": 0.2,
    "halo": 0.06,
} | EARS_PUT_ON
"""How deep some things sit on a head, as a share of their own height."""


_SUNK_ASIDE = {"helmet": 0.24, "headscarf": 0.4}
"""The same on a head that is seen from the side, whose eye is nearer to its top."""


_AROUND = frozenset({"space-helmet"})
"""What the whole head is in."""


_FIT = {"head": 1.0, "eyes": 0.9, "face": 0.86, "neck": 0.72, "hand": 0.8, "foot": 0.8, "back": 1.1}
"""Breadth of what is made for a part, in measures of the head."""


_PLASTERED = 0.36
"""How broad a plaster is on an animal that is seen from the side, in heads."""


@dataclass(frozen=True, slots=True)
class _Fitting:
    """A thing, the part of somebody that it goes to, and how large and how turned it is there."""

    thing: Thing
    figure: Figure
    bearer: Thing
    under: Figure
    frame: Frame
    part: str
    seat: int
    seats: int
    made_for: bool
    """It is made for where it is told to be, though who holds it in the mouth has it elsewhere."""
    head: float
    """How high the bearer's head is, in pixels."""
    longest: float
    """Of what is in a hand, how long it may be, in pixels."""
    scale: float
    angle: float
    facing: bool
    spread: float
    """How far beside the middle of those it is that share the place, in pixels."""

    @property
    def anchors(self) -> Anchors:
        return self.under.anchors

    @property
    def said(self) -> float:
        return SAID_SIZE.get(self.thing.size, 1.0)

    @property
    def middle(self) -> Point:
        return middle_of(self.figure)

    def at(self, x: float, y: float, **otherwise: Any) -> Frame:
        """The frame whose pivot, the middle if nothing else is said, comes there."""
        usual: dict[str, Any] = {
            "scale": self.scale,
            "pivot": self.middle,
            "flip": self.facing,
            "angle": self.frame.angle,
        }
        return place_of(self.figure, Frame(x=x, y=y, **(usual | otherwise)))


def put_on_frame(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, part: str, seat: int, seats: int
) -> Frame:
    """Where what is put on a part of somebody, or held, goes; `seat` of `seats` counts those that share the place, from 0."""
    if thing.kind in _STREAMS:
        return _streaming(thing, figure, under.anchors, frame)
    anchors, made_for = under.anchors, stock_of(thing).wear == part
    pawed = bearer.pose == "paws" or (not anchors.front and not has_arms(stock_of(bearer)))
    if part == "hand" and seat == 0 and pawed and takes_paws(thing.kind):
        return in_paws(thing, figure, under, frame)
    if thing.rel is not None and thing.rel.type == "hold" and part in ("face", "hand"):
        part = _where_held(thing, bearer, anchors, part)
    if part == "hand" and is_held_abed(thing, bearer):
        lain = held_abed(thing, figure, bearer, under, frame, seat)
        if lain is not None:
            return lain
    if (
        part == "hand"
        and anchors.grip is not None
        and (grip := grip_of(bearer.limbs or bearer.pose)) is not None
    ):
        return _in_its_grip(thing, figure, bearer, under, frame, anchors.grip, grip, seat, seats)
    if part == "hand" and anchors.grip is None and anchors.other_grip is not None:
        free = grip_of(second_in(bearer.limbs))  # the other hand is in somebody else's
        measure = held_by_the_head(thing, under) * frame.factor
        if free is not None:
            at = anchors.other_grip
            return gripped(thing, figure, at, free, measure, frame, second=True, other=at)
    if part == "hand" and anchors.front and anchors.grip is None and thing.kind in played():
        return before_the_chest(thing, figure, under, frame)
    if part == "hand" and bearer.pose == "broom" and thing.kind == "broom":
        return astride_a_broom(figure, under, frame)
    fitting = _fitted(thing, figure, bearer, under, frame, part, seat, seats, made_for=made_for)
    if thing.kind in _AROUND:
        return _around_the_head(fitting)
    return _PARTS.get(part, _on_the_back)(fitting)


def _in_its_grip(
    thing: Thing,
    figure: Figure,
    bearer: Thing,
    under: Figure,
    frame: Frame,
    where: Point,
    grip: Grip,
    seat: int,
    seats: int,
) -> Frame:
    """Held as the pose of the bearer holds things."""
    if is_cradled(thing, bearer) and seat < 2 and stock_of(thing).alive:
        return cradled(thing, figure, bearer, under, frame, seat, seats)
    measure = held_by_the_head(thing, under) * frame.factor
    tied, other = thing.kind in TIED, under.anchors.other_grip
    second = grip_of(second_in(bearer.limbs))
    if bearer.pose == BEAR:  # as broad as they are apart
        thing = msgspec.structs.replace(thing, size=None)
    in_arms = arms_in(bearer.limbs or bearer.pose) == "embrace"
    apart = seat > 0 and not in_arms and (not tied or held_as().get(thing.kind) == second_in(bearer.limbs))
    if apart and second:
        grip = second
    elif apart and thing.kind in BY_THE_HANDLE and _hangs_down(bearer):
        other, grip = under.anchors.other, msgspec.structs.replace(grip, angle=0.0, size=0.0)
    held = gripped(thing, figure, where, grip, measure, frame, second=apart, other=other, feet=under.foot)
    if tied:  # all in one hand, fanned out above it
        out = -1 if held.x < frame.point(middle_of(under))[0] else 1
        turn = _FANNED * spread_out(seat, seats) + 0.4 * _FANNED * out * (seats - 1)
        held = _fanned_out(held, figure, under, frame, out, turn, seat)
    if seats > 1 and in_arms:  # side by side
        wide = _SIDE_BY_SIDE * figure.width * held.factor
        held = replace(
            held, x=frame.point(middle_of(under))[0] + spread_out(seat, seats) * wide, scale=0.86 * held.scale
        )
    return _below_the_chin(thing, figure, held, bearer, under.anchors, frame)


_SIDE_BY_SIDE = 0.8
"""How far apart two are whom one has in the arms, in breadths of them."""


def _hangs_down(bearer: Thing) -> bool:
    """Whether the other arm of who holds something does."""
    pose = poses().get(arms_in(bearer.limbs or bearer.pose))
    return pose is not None and pose.arms[1][0] == "side"


def _fitted(
    thing: Thing,
    figure: Figure,
    bearer: Thing,
    under: Figure,
    frame: Frame,
    part: str,
    seat: int,
    seats: int,
    *,
    made_for: bool,
) -> _Fitting:
    """How large it is there, and how it is turned."""
    anchors = under.anchors
    head, said, longest = anchors.head * frame.factor, SAID_SIZE.get(thing.size, 1.0), 0.0
    if part == "hand":
        longest = head * min(1.35, max(0.5, 1.1 * (usual_height(thing) / 0.5) ** COMPRESSION))
        if thing.kind in TIED:
            longest = frame.factor * min(2.2 * anchors.head, (0.85 if anchors.front else 0.55) * under.height)
        scale = said * longest / max(figure.width, figure.height) * UNIT
    elif made_for or thing.kind in DRAPED:
        measure = size_of_head(bearer, under) * frame.factor if part in ("head", "back") else head
        breadth = measure * _FIT[part] * _cut(_worn_so(thing)) * said
        scale = breadth / figure.width * UNIT
        if thing.kind == "glasses" and (between := _between_the_eyes(anchors)):
            scale = said * between * frame.factor / LENSES * UNIT
    else:
        usual = msgspec.structs.replace(thing, size=None)
        heaved = part == "head" and bearer.pose == "raise"
        most = _HEAVED if heaved else 1.0 if part != "back" else 2.0
        height = head * most if heaved else min(measured(usual, bearer, under, frame), head * most)
        shared = room_on_the_back(thing, figure, under, frame, seats if part == "back" else 1)
        broad = _PLASTERED if thing.kind == "bandage" else _HEAVED if heaved else 1.3
        scale = said * min(height / figure.tall, head * broad / figure.width, shared) * UNIT
    lean = 0.0 if anchors.front else -5.0
    tilt = -anchors.tilt if frame.flip else anchors.tilt
    return _Fitting(
        thing, figure, bearer, under, frame, part, seat, seats, made_for, head, longest, scale,
        angle=(-lean if frame.flip else lean) + frame.angle + tilt,
        facing=frame.flip if stock_of(thing).alive or made_for else False,
        spread=spread_out(seat, seats) * min(figure.width * scale / UNIT, head * 0.8),
    )  # fmt: skip


_HEAVED = 1.9
"""How high and broad at most is what a giant holds over the head, in measures of that."""


def _worn_so(thing: Thing) -> str:
    """By what name its cut is known: a hat as it is worn, or its kind."""
    return thing.pose if thing.pose in (BRIMMED, PEAKED) else thing.kind


def _around_the_head(of: _Fitting) -> Frame:
    anchors = of.anchors
    inside = (
        (anchors.eye[0], anchors.eye[1] + 0.06 * anchors.head) if anchors.front else _toward(anchors, -0.25)
    )
    return of.at(*of.frame.point(inside))


def _on_the_head(of: _Fitting) -> Frame:
    anchors, frame, figure, thing = of.anchors, of.frame, of.figure, of.thing
    if stock_of(thing).wear == "eyes":  # pushed up over the forehead
        x, y = frame.point((anchors.top[0], anchors.top[1] + _PUSHED_UP * anchors.head))
        return of.at(x, y, scale=0.86 * of.head / figure.width * UNIT, angle=of.angle)
    # stacked hats rise instead of standing side by side
    x, y = frame.point((anchors.top[0], anchors.top[1] + 0.04 * anchors.head))
    sunk = _SUNK.get(_worn_so(thing), 0.05 if of.made_for else 0.0)
    aside = sunk if anchors.front else _SUNK_ASIDE.get(thing.kind, sunk)
    y += aside * figure.height * of.scale / UNIT
    if thing.kind not in OVER_THE_EYES and abs(frame.angle) < 30:
        y = min(y, above_the_eyes(of.bearer, of.under, frame))
    if thing.kind in _OVER_AN_EAR and not anchors.front:  # behind the eye, and on the head
        half = 0.5 * figure.width * of.scale / UNIT / frame.factor
        far = edge_at(of.under, anchors.eye[1]) + _BEYOND * of.head / frame.factor - half
        ear = min(anchors.top[0] + _BEHIND_THE_EYE * anchors.head, max(anchors.top[0], far))
        x = frame.point((ear, anchors.top[1]))[0]
    rise = of.seat * figure.height * of.scale / UNIT * 0.5
    return Frame(x, y - rise, of.scale, figure.foot, of.facing, of.angle)


_OVER_AN_EAR, _BEHIND_THE_EYE, _BEYOND = frozenset({"headphones"}), 0.3, 0.06
"""What is at the ear of who is seen from the side, how far behind the crown that is, and how far beyond the head it comes, in heads."""


def _before_the_eyes(of: _Fitting) -> Frame:
    x, y = of.frame.point(_toward(of.anchors, 0.16))
    return of.at(x, y, angle=of.frame.angle + (0 if of.anchors.front else of.angle * 0.6))


def _on_the_face(of: _Fitting) -> Frame:
    anchors, frame, figure, thing = of.anchors, of.frame, of.figure, of.thing
    if thing.kind in _IN_LIPS and anchors.front:
        x, y = frame.point((anchors.nose[0] + 0.06 * anchors.head, anchors.nose[1] + _LIPS * anchors.head))
        mouthpiece = (figure.extent[0] + 0.05 * figure.width, figure.extent[1] + 0.52 * figure.height)
        return of.at(
            x, y, scale=of.said * _PIPE * of.head / figure.width * UNIT, pivot=mouthpiece, flip=False
        )
    if thing.kind == _ON_BOTH_EARS:
        left, top, k = place_of_the_face(of.under)
        x, y = frame.point((left + MIDDLE * k, top + LOBES * k))
        hooks = (of.middle[0], figure.extent[1] + 2)
        return of.at(x, y, scale=EARS_APART * k * frame.factor / _HOOKS * UNIT, pivot=hooks)
    if thing.rel is not None and thing.rel.type == "hold" and anchors.front:
        drawn = is_person(stock_of(of.bearer).art.partition(":")[2], stock_of(of.bearer).crop)
        low = 0.30 if drawn else 0.26
        x, y = frame.point((anchors.nose[0], anchors.nose[1] + low * anchors.head))  # in the mouth
        across = figure.height > 1.5 * figure.width
        scale = _in_the_mouth(thing, figure, of.head, wide=0.8 if not drawn else 0.6)
        return of.at(x, y, scale=scale, angle=frame.angle + (90 if across else 0))
    return of.at(*frame.point(anchors.nose if anchors.front else _toward(anchors, 0.75)))


def _at_the_neck(of: _Fitting) -> Frame:
    anchors, frame, figure, thing = of.anchors, of.frame, of.figure, of.thing
    if thing.kind == "leash":
        return trailing(of.under, frame)
    if thing.kind == "necklace" and anchors.front and of.under.hair:  # below the chin
        left, top, k = place_of_the_face(of.under)
        x, y = frame.point((left + MIDDLE * k, top + CHIN * k))
        return of.at(x, y, pivot=(of.middle[0], figure.extent[1] + 2))
    high = figure.height > figure.width
    hung = (of.middle[0], figure.extent[1] + (0.12 if high else 0.5) * figure.height)
    x, y = frame.point(anchors.neck)
    if not anchors.front:  # at the throat
        x, y = frame.point((anchors.neck[0] - 0.24 * anchors.head, anchors.neck[1] + 0.18 * anchors.head))
    return of.at(x + of.spread, y, pivot=hung)


def _in_the_hand(of: _Fitting) -> Frame:
    anchors, frame, figure, thing = of.anchors, of.frame, of.figure, of.thing
    apart = anchors.other is not None and of.seat > 0
    x, y = hand_at(of.under, frame, second=apart)
    left, top, right, bottom = figure.extent
    if thing.kind in TIED:
        # the strings meet in the hand, the balloons fan out above it and away from the face
        aside = (x - frame.point(middle_of(of.under))[0]) / of.head
        away = -1.0 if aside < 0 else 1.0
        lean = away * (16 + 30 * max(0.0, 0.5 - abs(aside)))
        tied, fan = (
            of.at(x, y, pivot=(of.middle[0], bottom), flip=False, angle=lean),
            spread_out(of.seat, of.seats) * 20,
        )
        if not anchors.front:
            return replace(tied, angle=lean + fan)
        return _fanned_out(tied, figure, of.under, frame, away, fan, of.seat - apart)
    if thing.kind in KITES:
        end = (left + STRING[0] * (right - left), top + STRING[1] * (bottom - top))
        scale = of.scale * (2.7 * of.head / of.longest / (of.said if thing.size == "large" else 1.0))
        return of.at(x, y, scale=scale, pivot=end, flip=frame.flip != apart)
    spread, scale, facing = 0.0 if anchors.other is not None else of.spread, of.scale, of.facing
    held = (of.middle[0], top + (0.7 if anchors.front else 0.32) * figure.height)
    if anchors.front and thing.kind in BY_THE_HANDLE:
        aside, down, smaller = BY_THE_HANDLE[thing.kind]
        held, scale = (left + aside * (right - left), top + down * (bottom - top)), scale * smaller
    if not anchors.front and figure.width < 1.6 * figure.height and thing.kind != "leash":
        facing = facing != (thing.kind in _BITTEN and not frame.flip)
        share = 0.24 if frame.flip or facing else 0.76  # held in the mouth, out of the face
        held = (left + share * figure.width, top + 0.45 * figure.height)
    there = of.at(x + spread, y, scale=scale, pivot=held, flip=facing)
    return beside_the_face(thing, figure, there, of.under, frame) if anchors.front else there


def _fanned_out(
    held: Frame, figure: Figure, under: Figure, frame: Frame, out: float, fan: float, seat: int
) -> Frame:
    """One of several balloons in a hand: `fan` degrees from the middle one, or, where that one leans off the face, the next of
    those outwards from it."""
    clear = _off_the_face(held, figure, under, frame)
    if clear.angle != held.angle:
        return replace(clear, angle=clear.angle + out * _CLOSE * seat)
    return _off_the_face(replace(held, angle=held.angle + fan), figure, under, frame)


def _off_the_face(held: Frame, figure: Figure, under: Figure, frame: Frame) -> Frame:
    """A balloon that leans away so far on its string that it is beside the face of who holds it, and not before it."""
    if abs(frame.angle) > 30:
        return held
    anchors, (left, top, right, bottom) = under.anchors, figure.extent
    x, y = frame.point(((anchors.top[0] + anchors.nose[0]) / 2, (anchors.top[1] + anchors.nose[1]) / 2))
    near = _FACE * anchors.head * frame.factor + 0.5 * (right - left) * held.factor
    away = 1.0 if held.x > x else -1.0
    for turn in _LEANS:
        tried = replace(held, angle=held.angle + away * turn)
        bx, by = tried.point(((left + right) / 2, top + 0.33 * (bottom - top)))
        if (bx - x) ** 2 + (by - y) ** 2 > near**2:
            return tried
    return replace(held, angle=held.angle + away * _LEANS[-1])


_FACE, _LEANS = 0.40, (0.0, 8.0, 16.0, 24.0, 32.0, 40.0, 48.0, 56.0, 64.0)
"""How far around its middle a face is to be free, in heads, and by how many degrees a balloon leans for that."""


def _on_the_feet(of: _Fitting) -> Frame:
    anchors, frame, figure, scale = of.anchors, of.frame, of.figure, of.scale
    x, y = frame.point(anchors.foot)
    if of.bearer.pose == "kick":
        scale *= 0.62
        x += (1 if frame.flip else -1) * 0.42 * figure.width * scale / UNIT
    skates = of.thing.kind in _SKATES
    if skates and anchors.other is not None:
        scale = _APART_AS_FEET * frame.factor  # a boot on either foot
    sole = (figure.foot[0], figure.foot[1] - (_UNDER_THE_SOLE if skates else 0.0))
    return Frame(x + of.spread, y, scale, sole, of.facing, frame.angle)


_WINGS, _SPREAD = "angel-wings", 1.85
"""What is behind both shoulders, and how broad it is, in heads."""
_LONG, _LEVEL, _LONGEST = 1.55, 78.0, 1.1
"""What is so many times as high as it is broad is level over a shoulder, turned by so many degrees, and no longer than so many
heights of who carries it."""


_ON_A_SHOULDER = 0.5
"""How large a small thing on somebody's shoulder is at most, in heads."""


def _over_the_shoulder(of: _Fitting) -> Frame:
    """Behind the shoulder, beside the head; what is long, across both."""
    (x, y), head, figure = of.anchors.neck, of.anchors.head, of.figure
    usual = msgspec.structs.replace(of.thing, size=None)
    if max(figure.height / figure.width, figure.width / figure.height) < _LONG:
        high = min(measured(usual, of.bearer, of.under, of.frame), 1.25 * of.head)
        scale = of.said * min(high / figure.tall, 1.15 * of.head / figure.width) * UNIT
        return of.at(*of.frame.point((x + 0.64 * head, y - 0.02 * head)), scale=scale)
    tall = measured(usual, of.bearer, of.under, of.frame) * max(figure.height, figure.width) / figure.tall
    longest = _LONGEST * of.under.tall * of.frame.factor
    scale = of.said * min(1.6 * tall, longest) / max(figure.height, figure.width) * UNIT
    turn = (_LEVEL if figure.height > figure.width else _LEVEL - 90) * (-1 if of.frame.flip else 1)
    return of.at(*of.frame.point((x + 0.12 * head, y + 0.1 * head)), scale=scale, angle=of.frame.angle + turn)


def _on_the_back(of: _Fitting) -> Frame:
    anchors, frame, figure, under, scale = of.anchors, of.frame, of.figure, of.under, of.scale
    if of.thing.kind == _WINGS and is_behind(of.thing, of.bearer):
        wide = _SPREAD * SAID_SIZE.get(of.thing.size, 1.0) * anchors.head * frame.factor
        x, y = frame.point((anchors.neck[0], anchors.neck[1] + 0.14 * anchors.head))
        scale = wide / figure.width * UNIT
        return Frame(x, y + 0.5 * figure.height * scale / UNIT, scale, figure.foot, of.facing, frame.angle)
    if is_shouldered(of.thing, of.bearer):
        return _over_the_shoulder(of)
    if (
        of.anchors.front
        and not of.made_for
        and has_arms(stock_of(of.bearer))
        and not stock_of(of.thing).alive
    ):
        small = min(scale, _ON_A_SHOULDER * of.head / max(figure.width, figure.height) * UNIT)
        x, y = frame.point((anchors.neck[0] - 0.5 * anchors.head, anchors.neck[1] + 0.2 * anchors.head))
        return Frame(x, y + of.spread, small, figure.foot, of.facing, frame.angle)
    if is_behind(of.thing, of.bearer):
        at = (anchors.neck[0] + 0.42 * anchors.head, anchors.neck[1] + 0.25 * anchors.head)
        half = 0.5 * figure.width * scale / UNIT / frame.factor
        return of.at(*frame.point((max(at[0], edge_at(under, at[1]) - SEEN_BEHIND * half), at[1])))
    aside = 0.0
    if anchors.front and anchors.back[1] > anchors.eye[1]:  # beside the face, which stays free
        scale *= 0.6 if of.made_for else 0.76
        aside = (0.10 if of.made_for else 0.06) * anchors.head
    sunk = _ON_THE_BACK.get(of.thing.kind, 0.0) * figure.height * scale / UNIT
    near = anchors.back[0] + aside
    if of.made_for and anchors.back[1] < anchors.eye[1] and under.width > 0.9 * under.height:
        near = max(near, under.extent[0] + _LOINS * under.width)
        sunk += _LOWER * figure.height * scale / UNIT
    x, y = frame.point((near, anchors.back[1] + 2))
    # it stands: at its back, not on its head
    if of.made_for and not anchors.front and under.height > 1.45 * under.width:
        edge, half = under.extent[2] - 0.12 * under.width, 0.3 * figure.width * scale / UNIT
        x, y = frame.point((edge, anchors.neck[1] + 0.9 * anchors.head))
        x, sunk = x + (-half if frame.flip else half), 0.0
    return Frame(x + of.spread, y + sunk, scale, figure.foot, of.facing, frame.angle)


_PARTS: Mapping[str, Callable[[_Fitting], Frame]] = {
    "head": _on_the_head, "eyes": _before_the_eyes, "face": _on_the_face, "neck": _at_the_neck,
    "hand": _in_the_hand, "foot": _on_the_feet,
}  # fmt: skip
"""By the part that it goes to; all else is on the back."""


_LOINS, _LOWER = 0.68, 0.26
"""How far back, as a share of the breadth, a load is on somebody whose back is above the eyes, and how much lower, in its own heights."""


_SKATES = frozenset({"ice-skates", "roller-skates"})


_APART_AS_FEET = 42.0
"""The scale of a pair of them for feet as far apart as people's are, in measures of a body."""


_UNDER_THE_SOLE = 11.0
"""How far wheels and blades are below the sole, in units."""


_PUSHED_UP = 0.16
"""How far below the crown glasses are that nobody looks through, in heads."""


_IN_LIPS = frozenset({"tobacco-pipe", "whistle"})
"""What is between the lips and hangs out of a corner of the mouth."""


_LIPS, _PIPE = 0.06, 0.6
"""How far below the nose the lips are, and how long a pipe is, in heads."""


_ON_BOTH_EARS = "ear-drops"


_HOOKS = 100.0
"""How far apart the hooks of a pair of earrings are drawn."""


_STREAMS = frozenset({"fire-breath", "water-jet"})
"""What comes out of a mouth or a trunk, drawn towards the left."""


_FAR_OUT = 1.8
"""How long such a stream is, in heads."""


def _streaming(thing: Thing, figure: Figure, anchors: Anchors, frame: Frame) -> Frame:
    """Out of the mouth, the way one looks."""
    low = 0.30 if anchors.front else 0.16
    nose = anchors.nose if anchors.front else _toward(anchors, 1.0)
    x, y = frame.point((nose[0], nose[1] + low * anchors.head))
    scale = _FAR_OUT * anchors.head * frame.factor * SAID_SIZE.get(thing.size, 1.0) / figure.width * UNIT
    mouth = (figure.extent[2], (figure.extent[1] + figure.extent[3]) / 2)
    up = _SPRAYED.get(thing.kind, 0.0) if not anchors.front else 0.0
    return place_of(figure, Frame(x, y, scale, mouth, frame.flip, frame.angle + (-up if frame.flip else up)))


_SPRAYED = {"water-jet": 32.0}
"""How many degrees upward it goes, over the heads of those before it."""
_ON_THE_BACK = {"saddle": 0.58, "backpack": 0.34}
"""How deep what is made for a back is on that of an animal, as a share of its own height."""


_IN_MOUTHS = frozenset({"dog", "pig", "sheep", "ram", "skunk", "beaver", "otter", "seal", "capybara"})
"""Animals drawn from the front that carry things in the mouth, having nothing else to do it with."""


def _where_held(thing: Thing, bearer: Thing, anchors: Anchors, part: str) -> str:
    """In the mouth of who looks at us, or where one has it who is seen from the side."""
    if not anchors.front:
        return "hand"
    return "face" if bearer.kind in _IN_MOUTHS and thing.kind not in TIED and thing.kind != "leash" else part


def _in_the_mouth(thing: Thing, figure: Figure, head: float, *, wide: float) -> float:
    """The scale of what somebody has across the mouth: about as broad as the face, and no higher than the chin leaves."""
    said = SAID_SIZE.get(thing.size, 1.0)
    size = min(1.15, max(0.7, (usual_height(thing) / 0.25) ** 0.25))
    long, high = max(figure.width, figure.height), min(figure.width, figure.height)
    return float(said * min(wide * head * size / long, 0.62 * head / high) * UNIT)


_BITTEN = frozenset({"carrot", "radish"})
"""What is eaten from the end that is drawn on the left, and is turned about for who looks to the left."""


_FANNED, _CLOSE = 22.0, 14.0
"""Degrees between balloons in one hand, and between those that lean off the face."""


_IN_THE_ARMS = frozenset({"hold", "embrace", "carry", "hug"})
"""Poses in which what is held is before the body, and may not hide the face."""


def _below_the_chin(
    thing: Thing, figure: Figure, held: Frame, bearer: Thing, anchors: Anchors, frame: Frame
) -> Frame:
    """What is held in the arms, smaller and lower where it would hide the face."""
    before_it = arms_in(bearer.limbs or bearer.pose) in _IN_THE_ARMS and held_as().get(thing.kind) != "shade"
    if not before_it or thing.kind in {*TIED, *BY_THE_END} or abs(frame.angle) > 30:
        return held
    left, top, right, _ = held.bounds(figure.extent)
    half = 0.40 * anchors.head * frame.factor
    x, chin = frame.point((anchors.nose[0], anchors.nose[1] + 0.24 * anchors.head))
    if right < x - half or left > x + half or top >= chin:
        return held
    size = anchors.head * frame.factor
    if chin - top > 0.2 * size:
        held = replace(held, scale=held.scale * 0.8)  # about its foot: it becomes lower
        top = held.bounds(figure.extent)[1]
    return replace(held, y=held.y + min(max(0.0, chin - top), 0.28 * size))


def _cut(kind: str) -> float:
    """How much broader than the head some things are worn."""
    return {
        BRIMMED: 1.3,
        PEAKED: 1.16,
        "straw-hat": 1.35,
        "bamboo-hat": 1.5,
        "witch-hat": 1.3,
        "woman-hat": 1.2,
        "graduation-cap": 1.15,
        "pot-lid": 1.02,
        "crown": 0.85,
        "hat": 1.0,
        "santa-hat": 1.1,
        "party-hat": 0.62,
        "hair-bow": 0.6,
        "bow-tie": 0.7,
        "tie": 0.34,
        "moustache": 0.5,
        "headphones": 1.22,
        "wreath": 1.05,
        "helmet": 1.08,
        "shoe": 0.62,
        "roller-skates": 0.74,
        "ice-skates": 0.8,
        "leather-shoe": 0.62,
        "high-heel": 0.5,
        "boot": 0.4,
        "space-helmet": 1.5,
        "chef-hat": 0.95,
        "police-cap": 1.15,
        "fire-helmet": 1.25,
        "cowboy-hat": 1.35,
        "pirate-hat": 1.3,
        "fedora": 1.25,
        "viking-helmet": 1.25,
        "knight-helmet": 1.0,
        "nurse-cap": 0.7,
        "bunny-ears": 0.85,
        "tiara": 0.75,
        "beret": 1.05,
        "knit-hat": 1.05,
        "bucket-hat": 1.35,
        "swim-cap": 1.12,
        "headscarf": 1.1,
        "devil-horns": 0.8,
        "halo": 0.75,
    }.get(kind, 1.0)


def _between_the_eyes(anchors: Anchors) -> float:
    """How far apart the eyes of somebody are who looks at us; 0 where only one is known."""
    if not anchors.front or len(anchors.eyes) != 2:
        return 0.0
    (one, _), (other, _) = anchors.eyes
    return abs(other - one)


LENSES = 60.0
"""How far apart the middles of a pair of glasses are drawn."""


def _toward(anchors: Anchors, share: float) -> Point:
    """A point on the way from eye to nose."""
    (ex, ey), (nx, ny) = anchors.eye, anchors.nose
    if anchors.front:
        return ex, ey
    return ex + (nx - ex) * share, ey + (ny - ey) * share
