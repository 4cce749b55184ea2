"""Bodies for drawings that show no more than a head: plush animals, and people in clothes.

Each takes the head's drawing on the unit square and returns the whole figure, with the map that carries the head's
anchors along.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from paintover.engines.illustrator.colour import darker, lighter, rgb
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.limbs import (
    ADULT,
    BUST,
    CHILD,
    KEYS,
    NARROW,
    PLUSH_BUILD,
    Build,
    Cloth,
    aim_in,
    aimed,
    arms_in,
    arms_of,
    limbs,
    poses,
)
from paintover.engines.illustrator.sprites.prone import LOW, head_at, low_limbs
from paintover.engines.illustrator.sprites.raster import Pixels, rasterise

if TYPE_CHECKING:
    from paintover.engines.illustrator.sprites.figures import Anchors

FACE_ONLY = frozenset({"moose", "monkey-face", "rabbit-face"})
"""Drawings that are faces though nothing else says so."""

PLUSH: dict[str, tuple[str, str, str]] = {
    "panda": ("#f7f5f2", "#33333a", "#ffffff"),
    "bear": ("#795046", "#5f3d33", "#d9a679"),
    "polar-bear": ("#eef4f8", "#d6e4ec", "#ffffff"),
    "koala": ("#a9b0b5", "#8b949b", "#eef0f2"),
    "fox": ("#f4611e", "#4b332c", "#fff3e6"),
    "wolf": ("#9e9e9e", "#757575", "#e9e9e9"),
    "lion": ("#f6b93b", "#d99a2b", "#ffe2a6"),
    "lioness": ("#f6b93b", "#d99a2b", "#ffe2a6"),
    "frog": ("#b7cf2e", "#8fae1f", "#eef5b8"),
    "hamster": ("#f2a55c", "#dd8b45", "#ffe3c4"),
    "monkey-face": ("#b6885a", "#96693f", "#ffcd88"),
    "rabbit-face": ("#dfe3e6", "#bcc4c9", "#ffffff"),
    "moose": ("#7b5343", "#5e3d31", "#a87a62"),
    "robot": ("#90a4ae", "#d32f2f", "#cfd8dc"),
    "alien": ("#a9bac4", "#8b9da8", "#d7e3ea"),
}
"""Fur, limbs and belly of the plush bodies."""

CLOTHES: dict[str, tuple[str, str]] = {
    "man": ("#12a594", "#4b5663"),
    "woman": ("#6a5ad6", "#5a6072"),
    "person": ("#ef7d26", "#5a6072"),
    "boy": ("#3f8fd2", "#3b4a63"),
    "girl": ("#e8678f", "#5a6fb0"),
    "baby": ("#ffd166", "#8ecae6"),
    "old-man": ("#6b8f71", "#5b5148"),
    "old-woman": ("#9d7bb0", "#5a5470"),
    "clown-face": ("#ffcc2b", "#3fa0d8"),
}
"""Shirt and trousers where the drawing has none of its own."""

_TROUSERS = {
    "#4f9d8f": "#6a5748",
    "#d98a3c": "#3d5273",
    "#7a6fc0": "#4a4a5e",
    "#5a8fd0": "#7a6650",
    "#c9606a": "#46607a",
}
"""What goes with a shirt of that paint."""

SKIN = "#ffca28"
_HANDS = dict.fromkeys(("zombie", "woman-zombie", "man-zombie"), "#8bc34a")
"""Skin that is of no human tone."""
Shift = Callable[["Anchors"], "Anchors"]
Point = tuple[float, float]


class Whole(NamedTuple):
    """A figure that was put under a head."""

    body: str
    shift: Shift
    """How the head's anchors move."""
    regions: str = ""
    """The same in the colours of `limbs.KEYS`, the head as it is; "" where nobody knows the parts."""
    hands: str = ""
    """Hands, which are in front of what they hold."""


def _shirt_of(name: str) -> tuple[str, str]:
    """Shirt and trousers of a face that has no entry of its own."""
    return CLOTHES["woman" if name.startswith("woman") else "man" if name.startswith("man") else "person"]


def is_person(name: str, crop: str | None) -> bool:
    """Whether a colour means the clothes and not the skin."""
    return crop is not None and name not in PLUSH and name not in ("unicorn", "chicken")


def with_body(name: str, head: str, crop: str, paint: str | None = None, pose: str | None = None) -> Whole:
    """The whole figure of a head or bust. `paint` is that of the fur or of the clothes; `pose` one of `poses.toml`, for a
    person or a plush."""
    if name == "unicorn":
        return Whole(*_quadruped(head, paint))
    if name == "chicken":
        return Whole(*_hen(head, paint))
    if name in PLUSH:
        return _plush(
            name,
            PLUSH[name] if paint is None else (paint, darker(paint, 0.25), lighter(paint, 0.6)),
            head,
            pose,
        )
    if crop == "face" or is_plain(head):
        shirt, trousers = CLOTHES.get(name, _shirt_of(name))
        return _dressed(name, head, paint or shirt, _TROUSERS.get(paint or "", trousers), pose)
    return _bust(name, head, paint, pose)


def _carry(
    scale: float,
    dx: float,
    dy: float,
    *,
    hand: Point,
    neck: Point,
    foot: Point,
    back: Point | None = None,
) -> Shift:
    """The anchors of a head that was scaled and moved, with those of the body that it got."""

    def at(point: Point) -> Point:
        return point[0] * scale + dx, point[1] * scale + dy

    def carry(anchors: Anchors) -> Anchors:
        return replace(
            anchors,
            eye=at(anchors.eye),
            nose=at(anchors.nose),
            top=at(anchors.top),
            back=back or at(anchors.top),
            neck=neck,
            hand=hand,
            foot=foot,
            head=anchors.head * scale,
            eyes=tuple(at(eye) for eye in anchors.eyes),
        )

    return carry


TAILS = {
    "fox": "#fff3e6",
    "wolf": "#757575",
    "lion": "#8a5a4c",
    "lioness": "#8a5a4c",
    "hamster": "",
    "koala": "",
    "frog": "",
}
"""The tip of a plush's tail; "" for none; a stub where nothing is said."""
CROUCHED = frozenset({"sit", "lie", "sleep", "run"})
"""Poses in which a plush has another body."""


def is_plush_animal(name: str) -> bool:
    """Whether a head belongs to an animal with a body of plush, which can lie on its belly."""
    return name in PLUSH and name not in ("robot", "alien")


def _tail(name: str, fur: str, x: float, y: float) -> str:
    """What hangs behind at (x, y)."""
    tip = TAILS.get(name)
    if tip == "":
        return ""
    if tip is None:
        return f'<circle cx="{x}" cy="{y}" r="7" fill="{fur}"/>'
    if name in ("lion", "lioness"):
        return (
            f'<path d="M{x - 4} {y}Q{x + 14} {y + 4} {x + 10} {y - 18}" stroke="{darker(fur, 0.1)}" stroke-width="4.5" fill="none" stroke-linecap="round"/>'
            f'<path d="M{x + 4} {y - 14}Q{x + 4} {y - 28} {x + 12} {y - 30}Q{x + 18} {y - 22} {x + 15} {y - 13}Z" fill="{tip}"/>'
        )
    return (
        f'<path d="M{x - 8} {y + 6}Q{x + 10} {y + 12} {x + 14} {y - 8}Q{x + 16} {y - 22} {x + 8} {y - 32}Q{x - 6} {y - 20} {x - 6} {y - 4}Z" fill="{darker(fur, 0.1)}"/>'
        f'<path d="M{x + 14} {y - 16}Q{x + 14} {y - 26} {x + 8} {y - 32}Q{x + 1} {y - 26} {x - 2} {y - 17}Q{x + 5} {y - 21} {x + 7} {y - 14}Q{x + 10} {y - 20} {x + 14} {y - 16}Z" fill="{tip}"/>'
    )


def _paw(x: float, y: float, limb: str, wide: float = 13.0) -> str:
    """A paw that points at us, its middle at (x, y)."""
    edge = _edge(limb)
    high = wide * 0.62
    toes = "".join(f"M{x + dx * wide:.1f} {y + high * 0.15:.1f}v{high * 0.55:.1f}" for dx in (-0.32, 0.32))
    return (
        f'<ellipse cx="{x}" cy="{y}" rx="{wide}" ry="{high}" fill="{limb}" stroke="{edge}" stroke-width="1.2"/>'
        f'<path d="{toes}" stroke="{edge}" stroke-width="1.6" stroke-linecap="round" fill="none"/>'
    )


def _edge(colour: str) -> str:
    """The line around a part of that colour."""
    return darker(colour, 0.28) if sum(rgb(colour)) > 190 else lighter(colour, 0.18)


def _on_its_belly(name: str, colours: tuple[str, str, str], head: str, *, bowed: bool) -> tuple[str, Shift]:
    """A plush that lies, its face to us and its body to the right."""
    fur, limb, _ = colours
    edge = _edge(fur)
    body = (
        _tail(name, fur, 112, 108)
        + f'<path d="M26 124Q22 88 58 76Q100 62 113 92Q119 112 112 124Z" fill="{fur}"/>'
        f'<path d="M64 124Q90 118 114 104Q117 116 112 124Z" fill="{darker(fur, 0.12)}"/>'
        f'<ellipse cx="96" cy="119" rx="17" ry="6.6" fill="{limb}" stroke="{_edge(limb)}" stroke-width="1.2"/>'
        f'<ellipse cx="100" cy="106" rx="17" ry="16.5" fill="{fur}"/>'
        f'<path d="M106 90.500A17 16.500 0 0 0 86 115" stroke="{edge}" stroke-width="1.800" fill="none" stroke-linecap="round"/>'
    )
    scale, dx, dy = 0.60, 3.0, 44.0 if bowed else 33.0
    carry = _carry(
        scale, dx, dy, hand=(41.0, 119.0), neck=(41.0, dy + 70.0), foot=(30.0, 124.0), back=(86.0, 74.0)
    )
    paws = _paw(22, 118, limb) + _paw(60, 118, limb)
    drawn = f'<g transform="translate({dx} {dy}) scale({scale})">{head}</g>'
    return (f"{body}{paws}{drawn}" if bowed else f"{body}{drawn}{paws}"), carry


def _on_the_run(name: str, colours: tuple[str, str, str], head: str) -> tuple[str, Shift]:
    """A plush that gallops on all fours, its face to us."""
    fur, limb, belly = colours
    far = darker(limb, 0.18)

    def leg(x0: float, y0: float, x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
        return (
            f'<path d="M{x0} {y0}Q{x1} {y1} {x2} {y2}" stroke="{colour}" stroke-width="13" stroke-linecap="round" fill="none"/>'
            f'<ellipse cx="{x2 - 3}" cy="{y2 + 1}" rx="8" ry="6.200" fill="{colour}"/>'
        )

    body = (
        _tail(name, fur, 114, 74)
        + leg(44, 92, 32, 98, 20, 109, far)
        + leg(92, 90, 98, 106, 88, 116, far)
        + f'<path d="M34 78Q36 60 66 60Q108 56 115 76Q118 96 96 101Q70 106 50 102Q34 98 34 78Z" fill="{fur}"/>'
        f'<path d="M44 98Q70 92 104 96Q90 102.500 70 103.500Q54 103.500 44 98Z" fill="{belly}" opacity=".8"/>'
        + leg(52, 92, 46, 108, 33, 117, limb)
        + leg(101, 84, 116, 94, 116, 110, limb)
    )
    scale, dx, dy = 0.56, 2.0, 12.0
    carry = _carry(
        scale, dx, dy, hand=(30.0, 116.0), neck=(38.0, 78.0), foot=(34.0, 122.0), back=(84.0, 61.0)
    )
    return f'{body}<g transform="translate({dx} {dy}) scale({scale})">{head}</g>', carry


def _seated(colours: tuple[str, str, str], head: str) -> tuple[str, Shift]:
    """A plush that sits, the soles of its feet to us."""
    fur, limb, belly = colours
    pad = lighter(limb, 0.35)
    soles = "".join(
        f'<ellipse cx="{x}" cy="113" rx="14" ry="13" fill="{limb}" stroke="{_edge(limb)}" stroke-width="1.2"/>'
        f'<ellipse cx="{x}" cy="116" rx="7" ry="6" fill="{pad}"/>'
        + "".join(
            f'<circle cx="{x + dx}" cy="{y}" r="2.300" fill="{pad}"/>'
            for dx, y in ((-7, 107), (0, 104.5), (7, 107))
        )
        for x in (30, 98)
    )
    body = (
        f'<path d="M64 66C36 66 30 96 33 112Q38 126 64 126T95 112C98 96 92 66 64 66Z" fill="{fur}"/>'
        f'<path d="M34 108Q38 126 64 126T94 108Q92 121 64 121T34 108Z" fill="{darker(fur, 0.14)}"/>'
        f'<ellipse cx="64" cy="103" rx="18" ry="19" fill="{belly}" opacity=".85"/>'
        f"{soles}"
        f'<path d="M40 80Q26 90 34 106Q44 112 50 104Q50 92 48 84ZM88 80Q102 90 94 106Q84 112 78 104Q78 92 80 84Z" fill="{limb}" stroke="{_edge(limb)}" stroke-width="1"/>'
    )
    scale, dx, dy = 0.62, 24.3, 5.0
    carry = _carry(scale, dx, dy, hand=(40.0, 106.0), neck=(64.0, 80.0), foot=(30.0, 122.0))
    return f'{body}<g transform="translate({dx} {dy}) scale({scale})">{head}</g>', carry


def _plush(name: str, colours: tuple[str, str, str], head: str, pose: str | None = None) -> Whole:
    told, aim = aim_in(pose or "stand")
    both, pose = told.partition("+")[0], None if pose is None else arms_in(told)
    if pose in CROUCHED and is_plush_animal(name):
        if pose == "sit":
            return Whole(*_seated(colours, head))
        if pose == "run":
            return Whole(*_on_the_run(name, colours, head))
        return Whole(*_on_its_belly(name, colours, head, bowed=pose == "sleep"))
    fur, limb, belly = colours
    shade = darker(fur, 0.14)
    arms = arms_of(PLUSH_BUILD, Cloth(fur, fur, limb, limb), aimed(both, aim) if pose in PAWS else None)
    kicks = pose == "kick"
    near = (
        f'<path d="M46 104L27 108" stroke="{limb}" stroke-width="19" stroke-linecap="round"/><ellipse cx="17" cy="105" rx="9.500" ry="14" fill="{limb}" transform="rotate(12 17 105)"/>'
        if kicks
        else f'<ellipse cx="41" cy="117" rx="16" ry="10" fill="{limb}"/>'
    )
    sole = "" if kicks else f'<ellipse cx="38" cy="118" rx="7.500" ry="5" fill="{lighter(limb, 0.35)}"/>'
    body = (
        f'{near}<ellipse cx="87" cy="117" rx="16" ry="10" fill="{limb}"/>'
        f'<path d="M64 60C38 60 29 90 33 108Q38 121 64 121T95 108C99 90 90 60 64 60Z" fill="{fur}"/>'
        f'<path d="M33 100Q36 121 64 121T95 100Q92 116 64 116T33 100Z" fill="{shade}"/>'
        f'<ellipse cx="64" cy="97" rx="18" ry="20" fill="{belly}" opacity=".85"/>'
        f"{arms.behind if pose in PAWS else _hanging(limb)}"
        f'{sole}<ellipse cx="90" cy="118" rx="7.500" ry="5" fill="{lighter(limb, 0.35)}"/>'
    )
    scale, dx, dy = 0.62, 24.3, -1.0
    carry = _carry(scale, dx, dy, hand=(27.0, 100.0), neck=(64.0, 74.0), foot=(64.0, 120.0))
    laid = f'<g transform="translate({dx} {dy}) scale({scale})">{head}</g>'
    if pose not in PAWS:
        return Whole(f"{body}{laid}", carry)

    def shift(anchors: Anchors) -> Anchors:
        build = PLUSH_BUILD
        return replace(
            carry(anchors), hand=arms.hand, other=arms.other, grip=arms.grip, other_grip=arms.other_grip,
            shoulder=(64.0 - build.half, build.root), arm=build.arm, foot=(8.0, 116.0) if kicks else (64.0, 120.0),
        )  # fmt: skip

    return Whole(f"{body}{laid}{arms.front}", shift, "", arms.hands)


def _hanging(limb: str) -> str:
    """Both arms of a plush that does nothing."""
    return f'<path d="M39 74Q21 82 22 98Q26 108 37 101Q42 91 46 84ZM89 74Q107 82 106 98Q102 108 91 101Q86 91 82 84Z" fill="{limb}"/>'


PAWS = frozenset(poses()) - {"stand", "run", "walk", "sit", "kneel", "pray", "meditate", *LOW}
"""Poses of a plush's arms."""
STIFF = frozenset({"unicorn", "chicken"})
"""Bodies of their own, which take no pose."""
MASKED = frozenset({"clown-face", "santa-claus", "astronaut", "ninja", "firefighter", "man-beard", "zombie"})
"""People whose mouths are covered or painted."""
GROWN = frozenset(
    {
        "man",
        "woman",
        "person",
        "old-man",
        "old-woman",
        "clown-face",
        "man-beard",
        "person-beard",
        "woman-beard",
    }
)
"""Faces of adults, who are longer in proportion to their heads than children."""
_BOARD = re.compile(
    r"<linearGradient(?:(?!</linearGradient>).)*#(?:00796b|79564b)(?:(?!</linearGradient>).)*</linearGradient><path [^>]*(?:h115|v72)[^>]*/>"
)
"""The board behind a teacher, which would go wherever the teacher goes."""
_PLAIN = re.compile(
    r"<linearGradient id=\"(?P<id>[^\"]+)\"(?:(?!</linearGradient>).)*#(?:00bfa5|651fff|ff7043|f4511e)(?:(?!</linearGradient>).)*</linearGradient><path fill=\"url\(#(?P=id)\)\"[^>]*/>"
)
"""The shirt of somebody without a trade."""


def _wearing(
    head: str, cloth: Cloth, build: Build, pose: str | None, laid: str, carry: Shift, trunk: str = ""
) -> Whole:
    """A head, laid on the body of that build in that pose."""
    if (low := aim_in(pose or "")[0].partition("+")[0]) in LOW:
        return _near_the_ground(cloth, build, laid, carry, low)
    if low == BOWED:
        laid, carry = _bowed(build, laid, carry)
    drawn, keyed = limbs(build, cloth, pose), limbs(build, KEYS, pose)

    def shift(anchors: Anchors) -> Anchors:
        known = carry(anchors)
        foot = drawn.toe if pose == "kick" else (64.0, drawn.foot - 1)
        return replace(
            known, hand=drawn.hand, other=drawn.other, grip=drawn.grip, other_grip=drawn.other_grip, foot=foot, seat=(64.0, build.hips + 3),
            shoulder=(64.0 - build.half, build.root), arm=build.arm,
        )  # fmt: skip

    return Whole(
        f"{drawn.behind}{trunk}{laid}{drawn.front}",
        shift,
        f"{keyed.behind}{_keyed_bust(laid, build) if trunk else laid}{keyed.front}",
        drawn.hands,
    )


BOWED = "bowed"
"""The pose of who bows: the head is low before the chest."""
_BOWS_BY, _FLATTENED = 0.30, 0.95
"""How far a head comes down, in measures of its drawing, and how much lower than usual it looks, seen a little from above."""


def _bowed(build: Build, laid: str, carry: Shift) -> tuple[str, Shift]:
    """A head that was laid on the body of that build, lowered."""
    down = UNIT * build.head * _BOWS_BY + build.top * (1 - _FLATTENED)
    lower = f'<g transform="translate(0 {down:.2f}) scale(1 {_FLATTENED})">{laid}</g>'

    def at(point: Point) -> Point:
        return point[0], point[1] * _FLATTENED + down

    def shift(anchors: Anchors) -> Anchors:
        known = carry(anchors)
        return replace(
            known, eye=at(known.eye), nose=at(known.nose), top=at(known.top), back=at(known.back),
            eyes=tuple(at(eye) for eye in known.eyes),
        )  # fmt: skip

    return lower, shift


def _near_the_ground(cloth: Cloth, build: Build, laid: str, carry: Shift, pose: str) -> Whole:
    """A head over the body of somebody who lies on the belly, or crawls."""
    drawn, keyed = low_limbs(build, cloth, pose), low_limbs(build, KEYS, pose)
    scale, dx, dy = head_at(build, pose)
    lower = f'<g transform="translate({dx:.2f} {dy:.2f}) scale({scale})">{laid}</g>'
    lay = _carry(scale, dx, dy, hand=drawn.hand, neck=(36.0, 108.0), foot=(64.0, 123.0), back=(78.0, 94.0))

    def shift(anchors: Anchors) -> Anchors:
        return replace(lay(carry(anchors)), other=drawn.other, grip=drawn.grip)

    return Whole(
        f"{drawn.behind}{lower}{drawn.front}", shift, f"{keyed.behind}{lower}{keyed.front}", drawn.hands
    )


def _keyed_bust(laid: str, build: Build) -> str:
    """The head of a bust as it is, and its shoulders as part of the trunk."""
    top = _CHIN if build is NARROW else build.top - 3
    shoulders = (
        f'<path d="M39 72Q40 62 53 {_CHIN}H75Q88 62 89 72Z" fill="{KEYS.shirt}"/>' if build is NARROW else ""
    )
    return (
        f'<defs><clipPath id="bust-head"><path d="M0-40H128V{top:.1f}H0Z"/></clipPath></defs>'
        f'{shoulders}<g clip-path="url(#bust-head)">{laid}</g>'
    )


_CHIN = 59.5
"""Where the head of a bust ends that is laid on a narrow body, and its shoulders begin."""


def _dressed(name: str, head: str, shirt: str, trousers: str, pose: str | None = None) -> Whole:
    build = ADULT if name in GROWN else CHILD
    scale, dx, dy = build.head, 64 - 64 * build.head, build.head_y
    plain = _PLAIN.sub("", _BOARD.sub("", head))
    if plain != head:
        build = ADULT
        scale, chin = 1.30 * build.head, build.head_y + 123 * build.head
        dx, dy = 64 - 64 * scale, chin - 95.3 * scale
    carry = _carry(scale, dx, dy, hand=(0, 0), neck=(64.0, build.top + 1), foot=(64.0, 126.0))
    cloth = Cloth(shirt, trousers, _HANDS.get(name, SKIN), darker(shirt, 0.10))
    return _wearing(
        head,
        cloth,
        build,
        pose,
        f'<g transform="translate({dx:.2f} {dy:.2f}) scale({scale:.4f})">{plain}</g>',
        carry,
    )


GOWNS = {
    "princess": "#e58fc0",
    "crownless-princess": "#e58fc0",
    "woman-fairy": "#9ad0a8",
    "woman-with-veil": "#f4f1ee",
    "woman-elf": "#8fb98a",
}
"""Who wears a long dress, and its usual paint."""


_COATS = {
    "woman-health-worker": "#fafafa",
    **dict.fromkeys(("artist", "man-artist", "woman-artist"), "#f3f1ea"),
    **dict.fromkeys(("firefighter", "man-firefighter", "woman-firefighter"), "#d83a3a"),
}
"""Busts whose hair, palette or trimming is where their cloth is looked for, and what they have on."""
_PHYSICIANS = ("health-worker", "scientist")
"""How the names of those busts end that have a white coat on."""
ROYAL = {
    "person-with-crown": "#9c3348",
    "prince": "#3a62ad",
    "crownless-king": "#9c3348",
    "crownless-prince": "#3a62ad",
}
"""Busts without shoulders of their own, and the usual paint of what they have on."""


def _gown(paint: str) -> str:
    """From the shoulders to the ground."""
    fold = darker(paint, 0.16)
    return (
        f'<path d="M36 70Q64 66 92 70Q86 84 84 92Q100 108 106 123Q64 132 22 123Q28 108 44 92Q42 84 36 70Z" fill="{paint}"/>'
        f'<path d="M44 91Q64 97 84 91L85 96Q64 102 43 96Z" fill="{fold}"/><path d="M50 98Q44 112 38 124M64 100V127M78 98Q84 112 90 124" stroke="{fold}" stroke-width="1.500" fill="none"/>'
    )


def _white_coat(paint: str) -> str:
    """From the shoulders to below the knees, closed in the middle, with two pockets."""
    fold = darker(paint, 0.16)
    return (
        f'<path d="M43 70H85Q87 94 89 117Q64 122 39 117Q41 94 43 70Z" fill="{paint}"/>'
        f'<path d="M39 117Q64 122 89 117" stroke="{fold}" stroke-width="1.600" fill="none"/>'
        f'<path d="M64 76V119M44 97H57V108H44ZM71 97H84V108H71Z" stroke="{fold}" stroke-width="1.400" fill="none" stroke-linejoin="round"/>'
        f'<circle cx="67.500" cy="86" r="1.500" fill="{fold}"/><circle cx="67.500" cy="96" r="1.500" fill="{fold}"/><circle cx="67.500" cy="106" r="1.500" fill="{fold}"/>'
    )


def is_plain(head: str) -> bool:
    """Whether a bust shows somebody in a shirt and without a trade, whose shirt may be another."""
    return _PLAIN.search(head) is not None


_BROAD, _SLIM = 96, 52.0
"""From so many units of a bust its shoulders are too broad for a body under its head, and how broad they are made then."""
_AS_BROAD_AS_DRAWN = ("zombie", "vampire", "astronaut")
"""How the names of those busts end whose shoulders keep as they are: hands, collars and a suit reach beyond them."""


def _shoulders(whole: Pixels) -> tuple[float, float]:
    """From where to where the shoulders of a bust reach, without a fork that stands beside them."""
    filled = np.asarray((whole[116:126, :, 3] > 127).any(axis=0))
    columns = np.flatnonzero(filled)
    if not columns.size:
        return 26.0, 102.0
    face = np.flatnonzero((whole[50:90, :, 3] > 127).sum(axis=0) > 20)
    middle = round(float(face.mean())) if face.size else UNIT // 2
    if not filled[middle]:
        return float(columns[0]), float(columns[-1] + 1)
    gaps = np.flatnonzero(~filled)
    left = int(max((gap for gap in gaps if gap < middle), default=-1))
    right = int(min((gap for gap in gaps if gap > middle), default=UNIT))
    return float(left + 1), float(right)


def _narrowest(whole: Pixels) -> int:
    """The row of a bust in which the neck is, or where the hair ends."""
    rows = (whole[94:112, :, 3] > 127).sum(axis=1)
    return 94 + int(np.argmin(rows))


def _slimmer(laid: str, neck: float, by: float) -> str:
    """A bust that is laid on a body, narrower below that line."""
    return (
        f'<defs><clipPath id="bust-over"><path d="M-64-64H192V{neck:.2f}H-64Z"/></clipPath>'
        f'<clipPath id="bust-under"><path d="M-64 {neck - 0.3:.2f}H192V192H-64Z"/></clipPath></defs>'
        f'<g clip-path="url(#bust-under)"><use href="#bust" transform="translate({64 - 64 * by:.3f} 0) scale({by:.4f} 1)"/></g>'
        f'<g clip-path="url(#bust-over)"><g id="bust">{laid}</g></g>'
    )


_FORK = 105.5
"""Where in the drawing of a farmer the shaft of the fork is, which ends there at the shoulders."""


def _shaft(x: float) -> str:
    """The rest of a fork's shaft, down to the ground."""
    return f'<path d="M{x:.1f} 66V121" stroke="#a5693f" stroke-width="4" stroke-linecap="round"/>'


def _bust(name: str, head: str, paint: str | None, pose: str | None = None) -> Whole:
    """A bust keeps its own shoulders; the cloth below is of their colour."""
    whole = rasterise(UNIT, UNIT, head)
    pixels = whole[118:126, 22:48]
    solid = pixels[pixels[..., 3] > 200][:, :3]
    middle = np.median(solid, axis=0) if solid.size else np.array([90, 110, 140])
    shirt = (
        paint
        or GOWNS.get(name)
        or ROYAL.get(name)
        or _COATS.get(name)
        or "#" + "".join(f"{int(value):02x}" for value in middle)
    )
    head = _BOARD.sub("", head)
    scale, dx, dy = 0.60, 25.6, -1.0
    span = _shoulders(whole)
    broad = span[1] - span[0]
    slim = broad >= _BROAD and not name.endswith(_AS_BROAD_AS_DRAWN)
    narrow = broad < _BROAD or slim
    if narrow:
        dx = 64.0 - scale * (span[0] + span[1]) / 2
    laid = f'<g transform="translate({dx:.2f} {dy}) scale({scale})">{head}</g>'
    if slim:
        laid = _slimmer(laid, dy + scale * _narrowest(whole), _SLIM / (scale * broad))
    build = NARROW if narrow else BUST
    neck = (64.0, _CHIN + 4) if narrow else (64.0, 66.0)
    carry = _carry(scale, dx, dy, hand=(0, 0), neck=neck, foot=(64.0, 126.0))
    cloth = Cloth(shirt, darker(shirt, 0.55), _HANDS.get(name, SKIN), darker(shirt, 0.12))
    coat = (
        _gown(shirt)
        if name in GOWNS
        else _white_coat(shirt)
        if name.endswith(_PHYSICIANS)
        else ""
        if narrow
        else f'<path d="M34 70H94Q88 90 85 107Q64 112 43 107Q40 90 34 70Z" fill="{shirt}"/>'
    )
    if name.endswith("farmer") and narrow:
        coat += _shaft(dx + scale * _FORK)
    return _wearing(head, cloth, build, pose, laid, carry, coat or " ")


def _quadruped(head: str, paint: str | None) -> tuple[str, Shift]:
    coat, mane = paint or "#eef0f3", "#ec4899"
    far = darker(coat, 0.14)
    body = (
        f'<path d="M52 88l4 36h8l-1-30zM88 88l-1 36h8l4-34z" fill="{far}"/>'
        f'<path d="M104 70Q124 72 120 104Q116 96 112 92Q108 88 102 84Z" fill="{mane}"/>'
        f'<path d="M42 62Q74 52 100 62Q112 70 106 90Q100 98 76 98T44 94Q34 80 42 62Z" fill="{coat}"/>'
        f'<path d="M44 88l2 38h9l2-34zM96 86l2 40h9l-1-40z" fill="{coat}"/>'
        '<path d="M46 121h9v5h-9zM98 121h9v5h-9zM56 119h8v5h-8zM87 119h8v5h-8z" fill="#9b8fb0"/>'
    )
    scale, dx, dy = 0.66, 2.0, 0.0
    carry = _carry(
        scale, dx, dy, back=(78.0, 59.0), neck=(46.0, 66.0), hand=(50.0, 120.0), foot=(76.0, 126.0)
    )
    return f'{body}<g transform="translate({dx} {dy}) scale({scale})">{head}</g>', carry


def _hen(head: str, paint: str | None) -> tuple[str, Shift]:
    coat = paint or "#e4e6e8"
    fold = darker(coat, 0.14)
    body = (
        '<path d="M60 106v16M78 106v16M52 124l8-4 7 4M70 124l8-4 7 4" stroke="#ff9d1f" stroke-width="4.500" fill="none" stroke-linecap="round"/>'
        f'<path d="M30 62Q28 100 62 110Q98 112 108 78Q116 60 120 50Q104 52 94 66Q70 78 56 58Z" fill="{coat}"/>'
        f'<path d="M62 82Q82 74 98 82Q88 102 70 98Q62 94 62 82Z" fill="{fold}"/>'
    )
    scale, dx, dy = 0.62, 2.0, 0.0
    carry = _carry(scale, dx, dy, back=(84.0, 70.0), neck=(42.0, 62.0), hand=(78.0, 92.0), foot=(69.0, 124.0))
    return f'{body}<g transform="translate({dx} {dy}) scale({scale})">{head}</g>', carry
