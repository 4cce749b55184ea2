"""People's bodies, put together from joints: where a pose says that the hands go, there they are.

A pose of `poses.toml` names places (the mouth, the chest, a side), not angles, so that the same pose fits a child, an
adult and a bear of plush, and what is held meets the hand. Everything is on the unit square.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.files import table

Point = tuple[float, float]
Place = Literal[
    "side",
    "hip",
    "belly",
    "chest",
    "chin",
    "mouth",
    "cheek",
    "out",
    "up",
    "high",
    "aloft",
    "middle",
    "lap",
    "ground",
]
Stand = Literal[
    "stand",
    "sit",
    "run",
    "walk",
    "jump",
    "dance",
    "kneel",
    "kick",
    "cross",
    "ride",
    "lunge",
    "perch",
    "bed",
    "clasp",
    "squat",
    "lie",
]
Reach = tuple[Place, float, float]
"""A place of the body and an offset from it, in hundredths of an arm's length, outwards and down."""


class Grip(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a thing is held in a pose."""

    at: Reach
    size: float = 1.1
    """Its longer side, in measures of the head; by its real size, if 0."""
    angle: float = 0.0
    pivot: Point = (0.5, 0.6)
    """Which point of it is at the place, as shares of its breadth and height."""
    mirrored: bool = False
    """It is turned to the other side: a rod away from the face."""
    behind: bool = False
    """It is behind the body, and only the hands are in front of it."""


class Pose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One pose of `poses.toml`."""

    arms: tuple[Reach, Reach] = (("side", 0, 0), ("side", 0, 0))
    """Where the hands are, of the arm that we see on the left and of that on the right."""
    legs: Stand = "stand"
    fore: tuple[bool, bool] = (False, False)
    """Which arms are in front of trunk and face."""
    grip: Grip | None = None
    tool: Literal[
        "",
        "chopsticks",
        "pencil",
        "bow",
        "sticks",
        "pestle",
        "notes",
        "brush",
        "balls",
        "finger",
        "needles",
        "fork",
        "ring",
        "thumb",
        "pole",
        "two fingers",
        "heart",
        "caught",
    ] = ""
    """What the hand on the right has besides, as a part of the drawing."""


UPRIGHT = "-up"
"""How the poses end of who holds something and stands on what others would sit on."""


@cache
def poses() -> dict[str, Pose]:
    """By name, how somebody of ours can stand."""
    told = msgspec.convert(table("poses"), dict[str, Pose])
    return told | {f"{name}{UPRIGHT}": told[name] for name in ("hold", "shade", "lift")}


class Build(NamedTuple):
    """Proportions. All lengths in units; the trunk's middle is at x = 64."""

    head: float
    """Scale of the head's drawing."""
    head_y: float
    top: float
    """Where the shoulders are highest."""
    root: float
    """Where the arms turn."""
    half: float
    """How far from the middle that is."""
    hips: float
    arm: float
    wide: float
    """Breadth of an arm."""
    mouth: float
    leg: float = 12.0
    """Breadth of a leg."""


CHILD = Build(0.56, -2.0, 65.0, 75.0, 19.0, 100.0, 29.0, 10.5, 56.0)
ADULT = Build(0.46, -1.0, 58.0, 66.0, 20.5, 95.0, 36.0, 11.0, 46.0, 13.0)
BUST = Build(0.60, -1.0, 69.0, 77.0, 29.0, 101.0, 31.0, 12.5, 56.0)
NARROW = Build(0.60, -1.0, 70.0, 79.0, 20.0, 101.0, 28.0, 11.0, 55.0)
PLUSH_BUILD = Build(0.62, -1.0, 70.0, 80.0, 21.0, 112.0, 30.0, 13.0, 62.0)


class Cloth(NamedTuple):
    """The colours of a body."""

    shirt: str
    trousers: str
    skin: str
    sleeve: str
    shoe: str = "#4a3b38"

    @property
    def fold(self) -> str:
        """The edge of the shirt."""
        return darker(self.shirt, 0.16)


KEYS = Cloth("#ff0000", "#00ff00", "#0000ff", "#ff00ff", "#00ffff")
"""A body in these says by its colours which part each point belongs to."""


class Limbs(NamedTuple):
    """The parts of a body as SVG, from far to near, and what they mean for others."""

    behind: str
    """Legs, trunk, and the arms that are not in front: before the head is laid on."""
    front: str
    """The arms that are in front of the face."""
    hands: str
    """Hands again, which are in front of what is held."""
    hand: Point
    """The hand that holds: of the arm that we see on the left."""
    other: Point
    grip: Point | None
    foot: float
    """Where the ground is."""
    toe: Point
    """The foot that kicks."""
    other_grip: Point | None = None
    """Where that is which the other hand holds, of who has something in either."""


def aimed(pose: str | None, aim: Point | None) -> str | None:
    """The name of a pose whose hand that holds is at that point of the unit square: ``give@12.5,70``."""
    return pose if aim is None else f"{pose or 'reach'}@{aim[0]:g},{aim[1]:g}"


def aim_in(name: str) -> tuple[str, Point | None]:
    """The inverse of `aimed`, with the legs of another left where they are."""
    pose, _, told = name.partition("@")
    if not told:
        return name, None
    x, y = told.split(",")
    return pose, (float(x), float(y))


def arms_in(name: str | None) -> str:
    """The pose of the arm that holds in such a name: ``lift`` of ``lift&hold+sit``."""
    return aim_in(name or "stand")[0].partition("+")[0].partition("&")[0]


def second_in(name: str | None) -> str:
    """The pose of whose holding arm the other arm is in such a name, mirrored: ``hold`` of ``lift&hold+sit``; "" for none."""
    return aim_in(name or "stand")[0].partition("+")[0].partition("&")[2]


def limbs(build: Build, cloth: Cloth, name: str | None) -> Limbs:
    """The body of that build in that pose, ``eat``, or with the legs of another, ``eat+sit``, or with its hand somewhere,
    ``eat+sit@20,70``; standing, for a pose that is not known."""
    arms_name, legs_name = arms_in(name), aim_in(name or "stand")[0].partition("+")[2]
    pose = poses().get(legs_name or arms_name, poses()["stand"])
    low, ground, toe = legs_of(build, cloth, pose.legs)
    arms = arms_of(build, cloth, name)
    return arms._replace(behind=f"{low}{arms.behind}{trunk(build, cloth)}", foot=ground, toe=toe)


def arms_of(build: Build, cloth: Cloth, name: str | None) -> Limbs:
    """The arms alone."""
    aim, second = aim_in(name or "stand")[1], poses().get(second_in(name))
    pose = poses().get(arms_in(name), poses()["stand"])
    if second is not None:
        pose = msgspec.structs.replace(
            pose, arms=(pose.arms[0], second.arms[0]), fore=(pose.fore[0], second.fore[0]), tool=""
        )
    if aim_in(name or "")[0].endswith("+ride"):  # the free hand is at the reins
        free = [reach[0] == "side" for reach in pose.arms]
        rides, (one, two) = poses()["ride"], pose.arms
        pose = msgspec.structs.replace(
            pose,
            arms=(rides.arms[0] if free[0] else one, rides.arms[1] if free[1] else two),
            fore=(pose.fore[0] or free[0], pose.fore[1] or free[1]),
        )
    arms, hands, tips = ["", ""], ["", ""], []
    for n, side in enumerate((-1, 1)):
        hand = place_at(build, pose.arms[n], side) if aim is None or n else aim
        long = _stretched(build, side, hand) if pose.arms[n][0] == "aloft" else build
        arms[n], hands[n], tip = _arm(long, cloth, side, hand)
        tips.append(tip)
    far = "".join(arm + hand for arm, hand, fore in zip(arms, hands, pose.fore, strict=True) if not fore)
    near = "".join(arm for arm, fore in zip(arms, pose.fore, strict=True) if fore)
    shown = "".join(hand for hand, fore in zip(hands, pose.fore, strict=True) if fore)
    tool = _tool(pose.tool, tips, build) if cloth is not KEYS else ""
    if pose.tool == "pole" and cloth is not KEYS:
        far = _pole(build) + far
    if pose.tool == "finger":
        tool = _finger(build, cloth, tips[0])
    elif pose.tool in ("thumb", "two fingers"):
        tool = _raised(build, cloth, tips[0], (0.0,) if pose.tool == "thumb" else (-0.42, 0.42))
    grip = None if pose.grip is None else place_at(build, pose.grip.at, -1)
    if aim is not None and grip is not None:  # where the hand came to be
        hold = place_at(build, pose.arms[0], -1)
        grip = tips[0][0] + grip[0] - hold[0], tips[0][1] + grip[1] - hold[1]
    other_grip = None if second is None or second.grip is None else place_at(build, second.grip.at, 1)
    return Limbs(
        far,
        f"{near}{tool}{shown}",
        "".join(hands),
        tips[0],
        tips[1],
        grip,
        124.0,
        (54.0, 122.0),
        other_grip,
    )


def place_at(build: Build, reach: Reach, side: int) -> Point:
    """A place of the body in units; `side` is -1 on the left."""
    name, out, down = reach
    root, half, hips, arm = build.root, build.half, build.hips, build.arm
    span = hips - root
    x, y = {
        "side": (half + 0.24 * arm, root + 0.92 * arm),
        "hip": (half - 1.0, hips - 4.0),
        "belly": (11.0, root + 0.72 * span),
        "chest": (10.0, root + 0.36 * span),
        "chin": (8.0, build.top - 1.0),
        "mouth": (9.0, build.mouth + 6.0),
        "cheek": (half - 2.0, build.mouth - 2.0),
        "out": (half + 0.94 * arm, root + 2.0),
        "up": (half + 0.50 * arm, root - 0.72 * arm),
        "high": (half + 0.20 * arm, root - 0.96 * arm),
        "aloft": (half + 0.54 * arm, build.head_y + 46.0 * build.head),
        "middle": (0.0, root + 0.5 * span),
        "lap": (9.0, hips - 1.0),
        "ground": (0.0, 124.0),
    }[name]
    return 64 + side * (x + out * arm / 100), y + down * arm / 100


def _stretched(build: Build, side: int, goal: Point) -> Build:
    """The build with arms so long that a hand comes to `goal`: beside a large head short arms would end at the cheek."""
    far = math.hypot(goal[0] - 64 - side * build.half, goal[1] - build.root)
    return build._replace(arm=max(build.arm, far / 0.985))


def _arm(build: Build, cloth: Cloth, side: int, goal: Point) -> tuple[str, str, Point]:
    """A sleeve to the wrist and a hand; the elbow goes outwards and down."""
    start = (64 + side * build.half, build.root)
    half = build.arm / 2
    dx, dy = goal[0] - start[0], goal[1] - start[1]
    far = math.hypot(dx, dy) or 1.0
    if far > 1.98 * half:
        goal = (start[0] + dx / far * 1.98 * half, start[1] + dy / far * 1.98 * half)
        dx, dy, far = goal[0] - start[0], goal[1] - start[1], 1.98 * half
    bow = math.sqrt(max(0.0, half * half - far * far / 4))
    across = (-dy / far, dx / far)
    if across[0] * side < -0.05 or (abs(across[0]) <= 0.05 and across[1] < 0):
        across = (-across[0], -across[1])
    elbow = (start[0] + dx / 2 + across[0] * bow, start[1] + dy / 2 + across[1] * bow)
    wrist = (elbow[0] + (goal[0] - elbow[0]) * 0.80, elbow[1] + (goal[1] - elbow[1]) * 0.80)
    path = f"M{start[0]:.1f} {start[1]:.1f}L{elbow[0]:.1f} {elbow[1]:.1f}L{wrist[0]:.1f} {wrist[1]:.1f}"
    line = 'stroke-linejoin="round" fill="none"'
    edge = ""
    if cloth is not KEYS:
        edge = f'<path d="{path}" stroke="{darker(cloth.sleeve, 0.16)}" stroke-width="{build.wide + 1.6:.1f}" stroke-linecap="round" {line}/>'
    sleeve = f'{edge}<path d="{path}" stroke="{cloth.sleeve}" stroke-width="{build.wide:.1f}" stroke-linecap="round" {line}/>'
    radius = build.wide * 0.52
    palm = f'<circle cx="{goal[0]:.1f}" cy="{goal[1]:.1f}" r="{radius:.1f}" fill="{cloth.skin}"/>'
    thumb = _thumb(cloth, elbow, goal, radius, side)
    return sleeve, f"{thumb}{palm}", goal


def _thumb(cloth: Cloth, elbow: Point, goal: Point, radius: float, side: int) -> str:
    dx, dy = goal[0] - elbow[0], goal[1] - elbow[1]
    far = math.hypot(dx, dy) or 1.0
    x = goal[0] + side * dy / far * radius * 0.75 + dx / far * 1.0
    y = goal[1] - side * dx / far * radius * 0.75 + dy / far * 1.0
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius * 0.46:.1f}" fill="{cloth.skin}"/>'


def trunk(build: Build, cloth: Cloth) -> str:
    """Neck and shirt."""
    top, root, hips, half = build.top, build.root, build.hips, build.half
    wide, waist = half + 4.5, half - 2.0
    neck = ""
    if build in (CHILD, ADULT):
        neck = f'<path d="M58 {top - 7}h12v11q-6 5-12 0z" fill="{darker(cloth.skin, 0.10) if cloth is not KEYS else cloth.skin}"/>'
    shape = (
        f"M{64 - wide + 3:.1f} {root - 2:.1f}Q{64 - wide + 4:.1f} {top + 2:.1f} {64 - 9} {top:.1f}Q64 {top + 6:.1f} {64 + 9} {top:.1f}"
        f"Q{64 + wide - 4:.1f} {top + 2:.1f} {64 + wide - 3:.1f} {root - 2:.1f}L{64 + waist:.1f} {hips + 2:.1f}Q64 {hips + 7:.1f} {64 - waist:.1f} {hips + 2:.1f}Z"
    )
    hem = ""
    if cloth is not KEYS:
        hem = (
            f'<path d="M{64 - waist:.1f} {hips - 3:.1f}Q64 {hips + 2:.1f} {64 + waist:.1f} {hips - 3:.1f}V{hips + 2:.1f}Q64 {hips + 7:.1f} {64 - waist:.1f} {hips + 2:.1f}Z" fill="{cloth.fold}"/>'
            f'<path d="M{64 - 10} {top - 0.5:.1f}Q64 {top + 8:.1f} {64 + 10} {top - 0.5:.1f}L{64 + 8} {top - 1.5:.1f}Q64 {top + 4:.1f} {64 - 8} {top - 1.5:.1f}Z" fill="{lighter(cloth.shirt, 0.25)}"/>'
        )
    return f'{neck}<path d="{shape}" fill="{cloth.shirt}"/>{hem}'


_STEPS: dict[str, tuple[tuple[Point, Point], tuple[Point, Point]]] = {
    "stand": (((0, 0.5), (0, 1)), ((0, 0.5), (0, 1))),
    "run": (((-0.55, 0.35), (-0.65, 0.95)), ((0.45, 0.45), (1.0, 0.45))),
    "walk": (((-0.25, 0.5), (-0.45, 0.97)), ((0.25, 0.5), (0.5, 0.90))),
    "jump": (((-0.45, 0.42), (-0.15, 0.9)), ((0.45, 0.42), (0.15, 0.9))),
    "dance": (((0, 0.5), (0, 1)), ((0.62, 0.32), (0.34, 0.86))),
    "kick": (((-0.55, 0.38), (-1.15, 0.62)), ((0.05, 0.5), (0.12, 1))),
    "perch": (((0.3, 0.5), (0.3, 1)), ((1.15, 0.16), (0.5, 0.5))),
    "lunge": (((-0.7, 0.35), (-0.75, 1)), ((0.45, 0.5), (0.95, 1))),
    "bed": (((0, 0.5), (0, 1)), ((0, 0.5), (0, 1))),
    "lie": (((-0.62, 0.42), (-0.14, 0.94)), ((0, 0.5), (0, 1))),
}
"""Knee and foot of the left leg and of the right, from the hip, in lengths of a leg."""


def legs_of(build: Build, cloth: Cloth, stand: Stand) -> tuple[str, float, Point]:
    """Legs with shoes; where the ground is; and the foot on the left."""
    hips, long = build.hips, 121.0 - build.hips
    gap = 0.74 * build.leg
    if stand in ("sit", "ride", "kneel", "cross", "clasp", "squat"):
        return folded_legs(build, cloth, stand)
    drawn, toe, low = "", (0.0, 0.0), 0.0
    for side, (knee, foot) in zip((-1, 1), _STEPS[stand], strict=True):
        x = 64 + side * gap
        bend = (x + knee[0] * long, hips + knee[1] * long)
        tip = (x + foot[0] * long, hips + foot[1] * long)
        drawn += _shin(((x, hips - 1), bend, tip), cloth, build) + _shoe(tip, cloth, build, side)
        toe = tip if side < 0 else toe
        low = max(low, tip[1] + 5.5)
    return drawn, low, toe


def _shin(points: tuple[Point, ...], cloth: Cloth, build: Build) -> str:
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    line = 'stroke-linecap="round" stroke-linejoin="round" fill="none"'
    edge = (
        ""
        if cloth is KEYS
        else f'<path d="{path}" stroke="{darker(cloth.trousers, 0.2)}" stroke-width="{build.leg + 1.2:.1f}" {line}/>'
    )
    return f'{edge}<path d="{path}" stroke="{cloth.trousers}" stroke-width="{build.leg:.1f}" {line}/>'


def _shoe(tip: Point, cloth: Cloth, build: Build, side: int) -> str:
    x, y = tip
    wide = build.leg * 0.70
    return f'<path d="M{x - wide + side:.1f} {y + 5.5:.1f}q0-8 {wide:.1f}-8t{wide:.1f} 8q-{wide:.1f} 1.4-{2 * wide:.1f} 0z" fill="{cloth.shoe}"/>'


def folded_legs(build: Build, cloth: Cloth, stand: Stand) -> tuple[str, float, Point]:
    """Legs of those who sit, ride, kneel or sit cross-legged."""
    hips, leg = build.hips, build.leg
    drawn = ""
    if stand == "cross":
        low = hips + 15
        shape = (
            f"M{64 - 17:.1f} {hips - 2:.1f}Q{64 - 38:.1f} {hips + 3:.1f} {64 - 35:.1f} {hips + 11:.1f}Q{64 - 20:.1f} {low + 2:.1f} 64 {low - 1:.1f}"
            f"Q{64 + 20:.1f} {low + 2:.1f} {64 + 35:.1f} {hips + 11:.1f}Q{64 + 38:.1f} {hips + 3:.1f} {64 + 17:.1f} {hips - 2:.1f}Z"
        )
        drawn = f'<path d="{shape}" fill="{cloth.trousers}"/>'
        drawn += f'<ellipse cx="46" cy="{low - 1.5:.1f}" rx="9" ry="4.2" fill="{cloth.shoe}"/><ellipse cx="82" cy="{low - 1.5:.1f}" rx="9" ry="4.2" fill="{cloth.shoe}"/>'
        if cloth is not KEYS:
            drawn += f'<path d="M{64 - 33:.1f} {hips + 9:.1f}Q64 {low - 12:.1f} 80 {low - 2:.1f}M{64 + 33:.1f} {hips + 9:.1f}Q70 {low - 10:.1f} 58 {low - 3:.1f}" stroke="{darker(cloth.trousers, 0.25)}" stroke-width="1.5" fill="none"/>'
        return drawn, low + 3, (46.0, low)
    for side in (-1, 1):
        x = 64 + side * 0.74 * leg
        if stand == "kneel":
            drawn += _knee_up(x, cloth, build) if side < 0 else _knee_down(x, cloth, build)
            low = hips + 16.5
        else:
            spread, drop = {"sit": (5.0, 20), "clasp": (24.0, 24), "squat": (16.0, 15)}.get(stand, (13.0, 27))
            knee = (x + side * spread, hips + (7 if stand == "sit" else 10))
            tip = (x + side * (spread - (0 if stand == "sit" else 1)), hips + drop)
            drawn += _shin(((x, hips), knee, tip), cloth, build) + _shoe(tip, cloth, build, side)
            if cloth is not KEYS:
                drawn += f'<path d="M{knee[0] - leg * 0.4:.1f} {knee[1] + 3:.1f}q{leg * 0.4:.1f} 3 {leg * 0.8:.1f} 0" stroke="{darker(cloth.trousers, 0.25)}" stroke-width="1.4" fill="none" stroke-linecap="round"/>'
            low = tip[1] + 5.5
    return drawn, low, (64 - leg, low - 4)


def _knee_up(x: float, cloth: Cloth, build: Build) -> str:
    """The leg on the left of who kneels on the other: the thigh comes towards us, the foot is flat on the ground."""
    hips, leg = build.hips, build.leg
    tip = (x - 6, hips + 11)
    thigh = _shin(((x - 6, hips), tip), cloth, build) + _shoe(tip, cloth, build, -1)
    edge = "" if cloth is KEYS else f' stroke="{darker(cloth.trousers, 0.25)}" stroke-width="1.2"'
    return f'{thigh}<ellipse cx="{x - 5:.1f}" cy="{hips - 1:.1f}" rx="{leg * 0.62:.1f}" ry="{leg * 0.52:.1f}" fill="{cloth.trousers}"{edge}/>'


def _knee_down(x: float, cloth: Cloth, build: Build) -> str:
    """The leg that is knelt on: the knee on the ground, and the shin away to the right with the toes down."""
    hips, leg = build.hips, build.leg
    down = hips + 16.5 - leg * 0.46
    sole = f'<ellipse cx="{x + 26:.1f}" cy="{down - 1.5:.1f}" rx="{leg * 0.34:.1f}" ry="{leg * 0.56:.1f}" fill="{cloth.shoe}"/>'
    return sole + _shin(((x, hips - 1), (x + 2, down), (x + 22, down)), cloth, build)


def _finger(build: Build, cloth: Cloth, tip: Point) -> str:
    """The finger of a hand that points away from the shoulder."""
    dx, dy = tip[0] - (64 - build.half), tip[1] - build.root
    far = math.hypot(dx, dy) or 1.0
    long = 0.86 * build.wide
    path = f"M{tip[0]:.1f} {tip[1]:.1f}l{dx / far * long:.1f} {dy / far * long:.1f}"
    return f'<path d="{path}" stroke="{cloth.skin}" stroke-width="{build.wide * 0.36:.1f}" stroke-linecap="round"/>'


def _pole(build: Build) -> str:
    """A pole across the shoulders, behind the neck, with a basket on ropes at either end."""
    y, low = build.root - 6.0, 104.0
    drawn = f'<path d="M8 {y + 3:.1f}Q64 {y - 5:.1f} 120 {y + 3:.1f}" stroke="#8a5a34" stroke-width="4.4" stroke-linecap="round" fill="none"/>'
    for x in (14, 114):
        drawn += (
            f'<path d="M{x} {y + 2:.1f}L{x - 12} {low}M{x} {y + 2:.1f}L{x + 12} {low}" stroke="#b98d57" stroke-width="1.4"/>'
            f'<path d="M{x - 13} {low - 2:.1f}h26l-3.500 17q-9.500 3-19 0z" fill="#c8924f"/>'
            f'<path d="M{x - 12} {low + 3:.1f}h24M{x - 11} {low + 8:.1f}h22M{x - 6} {low:.1f}l1.500 16M{x + 6} {low:.1f}l-1.500 16" stroke="#9a6a35" stroke-width="1.500"/>'
            f'<ellipse cx="{x}" cy="{low - 2:.1f}" rx="13" ry="4" fill="#6fae4f"/><circle cx="{x - 5}" cy="{low - 5:.1f}" r="4.600" fill="#7fc25a"/><circle cx="{x + 4}" cy="{low - 5:.1f}" r="5" fill="#5f9d45"/>'
            f'<path d="M{x - 14} {low - 1:.1f}q14 6 28 0" stroke="#9a6a35" stroke-width="2.600" fill="none" stroke-linecap="round"/>'
        )
    return drawn


def _raised(build: Build, cloth: Cloth, tip: Point, across: tuple[float, ...]) -> str:
    """The thumb of a fist that is held out, or two fingers, which point upwards and so far across, in breadths of the arm."""
    wide = 0.46 if len(across) == 1 else 0.34
    path = "".join(
        f"M{tip[0]:.1f} {tip[1]:.1f}l{dx * build.wide:.1f} {-1.14 * build.wide:.1f}" for dx in across
    )
    return f'<path d="{path}" stroke="{cloth.skin}" stroke-width="{build.wide * wide:.1f}" stroke-linecap="round"/>'


def _tool(tool: str, tips: list[Point], build: Build) -> str:
    """What the hand on the right has."""
    (lx, _), (x, y) = tips
    if tool == "chopsticks":
        end = (64 + 3, build.mouth + 2)
        return "".join(
            f'<path d="M{x + 7 + d:.1f} {y + 5:.1f}L{end[0] + d * 0.4:.1f} {end[1] + d:.1f}" stroke="#7a4a26" stroke-width="1.7" stroke-linecap="round"/>'
            for d in (0.0, 3.0)
        )
    if tool in ("pencil", "brush"):
        stick, tip = ("#e8b33a", "#3a2a28") if tool == "pencil" else ("#8a5a34", "#2b2b33")
        return (
            f'<path d="M{x + 6:.1f} {y - 10:.1f}L{x - 6:.1f} {y + 8:.1f}" stroke="{stick}" stroke-width="3.2" stroke-linecap="round"/>'
            f'<path d="M{x - 5.4:.1f} {y + 6.4:.1f}l-3.4 6.6l-1.2-7.4z" fill="{tip}"/>'
        )
    if tool == "fork":
        return (
            f'<path d="M{x + 4:.1f} {y + 9:.1f}L{x - 9:.1f} {y - 12:.1f}" stroke="#aeb8c0" stroke-width="2.6" stroke-linecap="round"/>'
            f'<path d="M{x - 13:.1f} {y - 14:.1f}l3.6 6M{x - 9.6:.1f} {y - 17:.1f}l3.6 6M{x - 11.5:.1f} {y - 8:.1f}l7.4-4.4" stroke="#aeb8c0" stroke-width="1.7" stroke-linecap="round" fill="none"/>'
        )
    if tool == "ring":
        out, up = lx - 1.0, tips[0][1] - 0.34 * build.arm
        return (
            f'<path d="M{lx:.1f} {tips[0][1] + 7:.1f}L{out:.1f} {up + 6:.1f}" stroke="#e5527a" stroke-width="3" stroke-linecap="round"/>'
            f'<circle cx="{out:.1f}" cy="{up:.1f}" r="6.2" fill="#bfe6f7" fill-opacity=".55" stroke="#e5527a" stroke-width="2.6"/>'
        )
    if tool == "bow":
        return f'<path d="M{lx - 14:.1f} {y + 3:.1f}L{x + 4:.1f} {y - 2:.1f}" stroke="#7a4a26" stroke-width="2.2" stroke-linecap="round"/><path d="M{lx - 13:.1f} {y + 6:.1f}L{x + 4:.1f} {y + 1:.1f}" stroke="#f4efe4" stroke-width="1"/>'
    if tool == "sticks":
        return "".join(
            f'<path d="M{px:.1f} {py:.1f}L{64 + s * 4:.1f} {py + 12:.1f}" stroke="#b9844f" stroke-width="2.6" stroke-linecap="round"/>'
            for (px, py), s in zip(tips, (-1, 1), strict=True)
        )
    if tool == "pestle":
        return f'<path d="M{x - 1:.1f} {y - 14:.1f}L{x - 1:.1f} {y + 20:.1f}" stroke="#a87b4d" stroke-width="5" stroke-linecap="round"/>'
    if tool == "needles":
        low, high = y + 2, y - 0.5 * build.arm
        return (
            f'<path d="M{lx + 1:.1f} {low - 5:.1f}H{x - 1:.1f}L{x - 3:.1f} {low + 15:.1f}Q64 {low + 19:.1f} {lx + 3:.1f} {low + 15:.1f}Z" fill="#e0508a"/>'
            f'<path d="M{lx + 2:.1f} {low + 1:.1f}H{x - 2:.1f}M{lx + 2:.1f} {low + 7:.1f}H{x - 2:.1f}M{lx + 3:.1f} {low + 13:.1f}H{x - 3:.1f}" stroke="#b53468" stroke-width="1.6" stroke-dasharray="2.4 1.6"/>'
            f'<path d="M{lx - 3:.1f} {low:.1f}L{64 + 8:.1f} {high:.1f}M{x + 3:.1f} {low:.1f}L{64 - 8:.1f} {high:.1f}" stroke="#cfd6dc" stroke-width="2.6" stroke-linecap="round"/>'
        )
    if tool == "balls":
        top = build.mouth - 62
        return "".join(
            f'<circle cx="{64 + dx}" cy="{top + dy:.1f}" r="6.5" fill="{c}" stroke="{darker(c, 0.2)}" stroke-width="1"/>'
            for dx, dy, c in (
                (-50, 55, "#e5527a"),
                (-38, 31, "#f2c531"),
                (44, 38, "#3f9fd6"),
            )
        )
    if tool == "heart":
        y -= 0.62 * build.wide
        return f'<path d="M64 {y + 6:.1f}q-13-9-9-16q5-6 9 1q4-7 9-1q4 7-9 16z" fill="#e5375a" stroke="{darker("#e5375a", 0.2)}" stroke-width="1"/>'
    if tool == "caught":
        ox, oy = lx - 0.2 * build.wide, tips[0][1] - 0.6 * build.wide
        return "".join(
            f'<path d="M{ox - r * 0.94:.1f} {oy - r * 0.34:.1f}A{r:.1f} {r:.1f} 0 0 1 {ox - r * 0.34:.1f} {oy - r * 0.94:.1f}" stroke="#ffffff" stroke-width="2.2" stroke-linecap="round" fill="none"/>'
            for r in (2.7 * build.wide, 3.2 * build.wide)
        )
    if tool == "notes":
        nx, ny = 64 + build.half + 16, build.mouth - 22
        return "".join(
            f'<g transform="translate({nx + dx:.1f} {ny + dy:.1f}) scale({k})"><ellipse cx="0" cy="10" rx="4.4" ry="3.4" fill="{c}" transform="rotate(-18 0 10)"/><path d="M3.600 9V-7q8 1 7 9" stroke="{c}" stroke-width="2.400" fill="none" stroke-linecap="round"/></g>'
            for dx, dy, k, c in ((0, 0, 1.0, "#6c5fc7"), (16, -14, 0.8, "#e5527a"))
        )
    return ""


def grip_of(pose: str | None) -> Grip | None:
    """How a thing is held in a pose."""
    known = poses().get(arms_in(pose))
    return None if known is None else known.grip
