"""Where what is put on or held goes: hats on heads, glasses over eyes, scarves, what is in a hand or in the mouth."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.bodies import is_person
from paintover.engines.illustrator.sprites.figures import Anchors, Figure, Point, place_of
from paintover.engines.illustrator.sprites.hair import place_of_the_face
from paintover.engines.illustrator.sprites.limbs import grip_of
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.sprites.tresses import CHIN, EARS_APART, EARS_PUT_ON, LOBES, MIDDLE
from paintover.engines.illustrator.staging.bearing import (
    BRIMMED,
    DRAPED,
    PEAKED,
    is_behind,
    measured,
    middle_of,
    spread_out,
)
from paintover.engines.illustrator.staging.company import has_arms
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
    in_paws,
    room_on_the_back,
    takes_paws,
    usual_height,
)
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


def put_on_frame(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, part: str, seat: int, seats: int
) -> Frame:
    if thing.kind in _STREAMS:
        return _streaming(thing, figure, under.anchors, frame)
    anchors, made_for = under.anchors, stock_of(thing).wear == part
    pawed = bearer.pose == "paws" or (not anchors.front and not has_arms(stock_of(bearer)))
    if part == "hand" and seat == 0 and pawed and takes_paws(thing.kind):
        return in_paws(thing, figure, under, frame)
    if thing.rel is not None and thing.rel.type == "hold" and part in ("face", "hand"):
        part = _where_held(thing, bearer, anchors, part)
    head, said = anchors.head * frame.factor, SAID_SIZE.get(thing.size, 1.0)
    if part == "hand" and anchors.grip is not None and (grip := grip_of(bearer.pose)) is not None:
        measure = held_by_the_head(thing, under) * frame.factor
        tied = thing.kind in TIED
        apart = seat > 0 and not tied
        in_grip = gripped(thing, figure, anchors.grip, grip, measure, frame, second=apart, feet=under.foot)
        if tied:  # all in one hand, fanned out above it
            out = -1 if in_grip.x < frame.point(middle_of(under))[0] else 1
            turn = _FANNED * spread_out(seat, seats) + 0.4 * _FANNED * out * (seats - 1)
            in_grip = replace(in_grip, angle=in_grip.angle + turn)
        return _below_the_chin(thing, figure, in_grip, bearer, anchors, frame)
    if part == "hand" and bearer.pose == "broom" and thing.kind == "broom":
        return astride_a_broom(figure, under, frame)
    if part == "hand":
        longest = head * min(1.35, max(0.5, 1.1 * (usual_height(thing) / 0.5) ** COMPRESSION))
        if thing.kind in TIED:
            longest = frame.factor * min(2.2 * anchors.head, (0.85 if anchors.front else 0.55) * under.height)
        scale = said * longest / max(figure.width, figure.height) * UNIT
    elif made_for or thing.kind in DRAPED:
        measure = size_of_head(bearer, under) * frame.factor if part in ("head", "back") else head
        breadth = (
            measure * _FIT[part] * _cut(thing.pose if thing.pose in (BRIMMED, PEAKED) else thing.kind) * said
        )
        scale = breadth / figure.width * UNIT
        if thing.kind == "glasses" and (between := _between_the_eyes(anchors)):
            scale = said * between * frame.factor / LENSES * UNIT
    else:
        usual = msgspec.structs.replace(thing, size=None)
        height = min(measured(usual, bearer, under, frame), head * (1.0 if part != "back" else 2.0))
        shared = room_on_the_back(thing, figure, under, frame, seats if part == "back" else 1)
        scale = said * min(height / figure.tall, head * 1.3 / figure.width, shared) * UNIT
    lean = 0.0 if anchors.front else -5.0
    tilt = -anchors.tilt if frame.flip else anchors.tilt
    angle = (-lean if frame.flip else lean) + frame.angle + tilt
    middle: Point = ((figure.extent[0] + figure.extent[2]) / 2, (figure.extent[1] + figure.extent[3]) / 2)
    spread = spread_out(seat, seats) * min(figure.width * scale / UNIT, head * 0.8)
    facing = frame.flip if stock_of(thing).alive or made_for else False
    if thing.kind in _AROUND:
        x, y = frame.point(
            _toward(anchors, -0.25)
            if not anchors.front
            else (anchors.eye[0], anchors.eye[1] + 0.06 * anchors.head)
        )
        return place_of(figure, Frame(x, y, scale, middle, facing, frame.angle))
    if part == "head" and stock_of(thing).wear == "eyes":  # pushed up over the forehead
        x, y = frame.point((anchors.top[0], anchors.top[1] + _PUSHED_UP * anchors.head))
        return place_of(figure, Frame(x, y, 0.86 * head / figure.width * UNIT, middle, facing, angle))
    if part == "head":
        # stacked hats rise instead of standing side by side
        x, y = frame.point((anchors.top[0], anchors.top[1] + 0.04 * anchors.head))
        worn_so = thing.pose if thing.pose in (BRIMMED, PEAKED) else thing.kind
        sunk = _SUNK.get(worn_so, 0.05 if made_for else 0.0)
        aside = sunk if anchors.front else _SUNK_ASIDE.get(thing.kind, sunk)
        y += aside * figure.height * scale / UNIT
        if thing.kind not in OVER_THE_EYES and abs(frame.angle) < 30:
            y = min(y, above_the_eyes(bearer, under, frame))
        rise = seat * figure.height * scale / UNIT * 0.5
        return Frame(x, y - rise, scale, figure.foot, facing, angle)
    if part == "eyes":
        x, y = frame.point(_toward(anchors, 0.16))
        return place_of(
            figure, Frame(x, y, scale, middle, facing, frame.angle + (0 if anchors.front else angle * 0.6))
        )
    if thing.kind in _IN_LIPS and part == "face" and anchors.front:
        x, y = frame.point((anchors.nose[0] + 0.06 * anchors.head, anchors.nose[1] + _LIPS * anchors.head))
        mouthpiece = (figure.extent[0] + 0.05 * figure.width, figure.extent[1] + 0.52 * figure.height)
        scale = said * _PIPE * head / figure.width * UNIT
        return place_of(figure, Frame(x, y, scale, mouthpiece, False, frame.angle))
    if thing.kind == _ON_BOTH_EARS:
        left, top, k = place_of_the_face(under)
        x, y = frame.point((left + MIDDLE * k, top + LOBES * k))
        hooks = (middle[0], figure.extent[1] + 2)
        return place_of(
            figure, Frame(x, y, EARS_APART * k * frame.factor / _HOOKS * UNIT, hooks, facing, frame.angle)
        )
    if part == "face" and thing.rel is not None and thing.rel.type == "hold" and anchors.front:
        drawn = is_person(stock_of(bearer).art.partition(":")[2], stock_of(bearer).crop)
        low = 0.30 if drawn else 0.26
        x, y = frame.point((anchors.nose[0], anchors.nose[1] + low * anchors.head))  # in the mouth
        scale = _in_the_mouth(thing, figure, head, wide=0.8 if not drawn else 0.6)
        across = figure.height > 1.5 * figure.width
        return place_of(figure, Frame(x, y, scale, middle, facing, frame.angle + (90 if across else 0)))
    if part == "face":
        x, y = frame.point(anchors.nose if anchors.front else _toward(anchors, 0.75))
        return place_of(figure, Frame(x, y, scale, middle, facing, frame.angle))
    if part == "neck" and thing.kind == "leash":
        return trailing(under, frame)
    if part == "neck":
        x, y = frame.point(anchors.neck)
        if thing.kind == "necklace" and anchors.front and under.hair:  # below the chin
            left, top, k = place_of_the_face(under)
            x, y = frame.point((left + MIDDLE * k, top + CHIN * k))
            return place_of(
                figure, Frame(x, y, scale, (middle[0], figure.extent[1] + 2), facing, frame.angle)
            )
        high = figure.height > figure.width
        hung = (middle[0], figure.extent[1] + (0.12 if high else 0.5) * figure.height)
        if not anchors.front:  # at the throat
            x, y = frame.point((anchors.neck[0] - 0.24 * anchors.head, anchors.neck[1] + 0.18 * anchors.head))
        return place_of(figure, Frame(x + spread, y, scale, hung, facing, frame.angle))
    if part == "hand":
        apart = anchors.other is not None and seat > 0
        x, y = hand_at(under, frame, second=apart)
        if thing.kind in TIED:
            # the strings meet in the hand, the balloons fan out above it and away from the face
            aside = (x - frame.point(middle_of(under))[0]) / head
            away = -1.0 if aside < 0 else 1.0
            fan = away * (16 + 30 * max(0.0, 0.5 - abs(aside))) + spread_out(seat, seats) * 20
            knot = (middle[0], figure.extent[3])
            return place_of(figure, Frame(x, y, scale, knot, False, fan))
        if thing.kind in KITES:
            left, top, right, bottom = figure.extent
            end = (left + STRING[0] * (right - left), top + STRING[1] * (bottom - top))
            scale *= 2.7 * head / longest / (said if thing.size == "large" else 1.0)
            return place_of(figure, Frame(x, y, scale, end, frame.flip != apart, frame.angle))
        spread = 0.0 if anchors.other is not None else spread
        held = (middle[0], figure.extent[1] + (0.7 if anchors.front else 0.32) * figure.height)
        if anchors.front and thing.kind in BY_THE_HANDLE:
            aside, down, smaller = BY_THE_HANDLE[thing.kind]
            left, top, right, bottom = figure.extent
            held, scale = (left + aside * (right - left), top + down * (bottom - top)), scale * smaller
        if not anchors.front and figure.width < 1.6 * figure.height and thing.kind != "leash":
            facing = facing != (thing.kind in _BITTEN and not frame.flip)
            share = 0.24 if frame.flip or facing else 0.76  # held in the mouth, out of the face
            held = (figure.extent[0] + share * figure.width, figure.extent[1] + 0.45 * figure.height)
        return place_of(figure, Frame(x + spread, y, scale, held, facing, frame.angle))
    if part == "foot":
        x, y = frame.point(anchors.foot)
        if bearer.pose == "kick":
            scale *= 0.62
            x += (1 if frame.flip else -1) * 0.42 * figure.width * scale / UNIT
        if thing.kind in _SKATES and anchors.other is not None:
            scale = _APART_AS_FEET * frame.factor  # a boot on either foot
        sole = (figure.foot[0], figure.foot[1] - (_UNDER_THE_SOLE if thing.kind in _SKATES else 0.0))
        return Frame(x + spread, y, scale, sole, facing, frame.angle)
    if is_behind(thing, bearer):
        at = (anchors.neck[0] + 0.42 * anchors.head, anchors.neck[1] + 0.25 * anchors.head)
        half = 0.5 * figure.width * scale / UNIT / frame.factor
        x, y = frame.point((max(at[0], edge_at(under, at[1]) - SEEN_BEHIND * half), at[1]))
        return place_of(figure, Frame(x, y, scale, middle, facing, frame.angle))
    aside = 0.0
    if anchors.front and anchors.back[1] > anchors.eye[1]:  # beside the face, which stays free
        scale *= 0.6 if made_for else 0.76
        aside = (0.10 if made_for else 0.06) * anchors.head
    sunk = _ON_THE_BACK.get(thing.kind, 0.0) * figure.height * scale / UNIT
    x, y = frame.point((anchors.back[0] + aside, anchors.back[1] + 2))
    if (
        made_for and not anchors.front and under.height > 1.45 * under.width
    ):  # it stands: at its back, not on its head
        edge, half = under.extent[2] - 0.12 * under.width, 0.3 * figure.width * scale / UNIT
        x, y = frame.point((edge, anchors.neck[1] + 0.9 * anchors.head))
        x, sunk = x + (-half if frame.flip else half), 0.0
    return Frame(x + spread, y + sunk, scale, figure.foot, facing, frame.angle)


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
    return place_of(figure, Frame(x, y, scale, mouth, frame.flip, frame.angle))


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


_FANNED = 22.0
"""Degrees between balloons in one hand."""


_IN_THE_ARMS = frozenset({"hold", "embrace", "carry", "hug"})
"""Poses in which what is held is before the body, and may not hide the face."""


def _below_the_chin(
    thing: Thing, figure: Figure, held: Frame, bearer: Thing, anchors: Anchors, frame: Frame
) -> Frame:
    """What is held in the arms, smaller and lower where it would hide the face."""
    if bearer.pose not in _IN_THE_ARMS or thing.kind in {*TIED, *BY_THE_END} or abs(frame.angle) > 30:
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
