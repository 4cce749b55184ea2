"""Animals that sit, lie, sleep and run: their drawing taken apart along the lines of `rigs.toml` and put together anew.

The trunk, the head and the legs are the drawing's own; folded legs and haunches, which no drawing shows, are ours, in
its colours. Everything stays on the figure's own square and stands on the ground line that the figure stood on.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec
import numpy as np

from paintover.engines.illustrator.colour import darker, lighter, rgb
from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Anchors, Figure, Point, dominant, rest_of
from paintover.engines.illustrator.sprites.raster import Pixels, rasterise

Flat = tuple[float, ...]
_MARGIN = 40
"""How far a pose may reach beyond the unit square, in units."""
_FAR = 0.22
"""How much darker the legs of the far side are."""


class Rig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """How one drawing comes apart. The fields are explained at the top of `rigs.toml`."""

    belly: Flat = ()
    low: float = 0.0
    head: Flat = ()
    joint: tuple[float, float, float] = (0.0, 0.0, 0.0)
    shoulder: Point = (0.0, 0.0)
    hip: Point = (0.0, 0.0)
    legs: dict[Literal["fore", "far-fore", "hind", "far-hind", "arm", "other-arm"], Flat] = {}
    tail: Flat = ()
    tail_at: Point = (0.0, 0.0)
    limb: float = 10.0
    ham: float = 14.0
    feet: Literal["paw", "hoof", "stub", "none"] = "paw"
    coat: Point | None = None
    foot: Point | None = None
    bands: Point | None = None
    sits: bool = False
    squash: float = 1.0
    seat: float = 46.0
    bow: float = 52.0
    front: bool = False
    gallops: bool = False
    covered: Point | None = None
    stretch: float = 0.0
    reach: float = 0.0


class Turn(NamedTuple):
    """A rotation by `angle` degrees clockwise about `about`, then a move by (`dx`, `dy`)."""

    about: Point = (0.0, 0.0)
    angle: float = 0.0
    dx: float = 0.0
    dy: float = 0.0
    sx: float = 1.0
    sy: float = 1.0

    def at(self, point: Point) -> Point:
        """Where a point goes."""
        u, v = (point[0] - self.about[0]) * self.sx, (point[1] - self.about[1]) * self.sy
        cos, sin = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        return (
            self.about[0] + u * cos - v * sin + self.dx,
            self.about[1] + u * sin + v * cos + self.dy,
        )

    def svg(self, content: str) -> str:
        """The content, moved."""
        x, y = self.about
        stretched = "" if (self.sx, self.sy) == (1.0, 1.0) else f"scale({self.sx:.3f} {self.sy:.3f}) "
        return (
            f'<g transform="translate({x + self.dx:.2f} {y + self.dy:.2f}) rotate({self.angle:.2f}) '
            f'{stretched}translate({-x:.2f} {-y:.2f})">{content}</g>'
        )


@cache
def rigs() -> dict[str, Rig]:
    """By the name of an icon, how its drawing comes apart."""
    return msgspec.convert(table("rigs"), dict[str, Rig])


def rig_of(icon: str) -> Rig | None:
    """The rig of an icon, ``cat``; a drawing of the same animal in another colour shares it."""
    return rigs().get(_SAME.get(icon, icon))


_SAME = {
    "black-cat": "cat",
    "ram": "ewe",
    "woman-standing": "man-standing",
    "person-standing": "man-standing",
}
_ARMS = {
    "wave": ("arm",),
    "aloft": ("arm",),
    "arms-aloft": ("arm", "other-arm"),
    "jump": ("arm", "other-arm"),
    "dance": ("arm", "other-arm"),
}
"""By pose, the arms that somebody raises who stands."""


_PAWED = frozenset({"ride", "broom", "paws"})
"""Poses in which the forelegs reach forward."""
_RISES = _PAWED | {"sit"}
"""Poses in which the trunk rises, and with it the place on its back."""
NODS = {"up": 20.0, "down": -16.0, "graze": -40.0}
"""By pose, how far the head of one who is seen from the side is turned."""


def nods(icon: str) -> bool:
    """Whether its head can be turned up and down."""
    rig = rig_of(icon)
    return rig is not None and bool(rig.head) and bool(rig.joint[2]) and not rig.front


def bends(icon: str, pose: str | None) -> bool:
    """Whether a drawing can be put together in that pose."""
    rig = rig_of(icon)
    if rig is None:
        return False
    if "arm" in rig.legs:
        return pose in _ARMS
    if pose == "run":
        return bool(rig.legs) or rig.reach > 0
    if pose == "stand":
        return rig.gallops
    if pose in _PAWED:
        return rig.seat > 0 and not rig.sits and rig.feet != "none"
    if pose == "sit":
        return rig.seat > 0
    return pose in ("lie", "sleep")


@lru_cache(maxsize=96)
def bent(figure: Figure, icon: str, pose: str) -> Figure:
    """The figure of an icon in a pose that it `bends` to."""
    rig = rig_of(icon)
    if rig is None or (rig.sits and pose == "sit"):
        return figure
    return _Assembly(figure, rig).posed(pose)


def _polygon(points: Flat) -> str:
    pairs = [f"{points[i]:g} {points[i + 1]:g}" for i in range(0, len(points), 2)]
    return f"M{'L'.join(pairs)}Z"


def _reach(body: str) -> Pixels:
    """The opacity of a body with a margin around the unit square, at one pixel a unit."""
    side = UNIT + 2 * _MARGIN
    return rasterise(side, side, f'<g transform="translate({_MARGIN} {_MARGIN})">{body}</g>')[..., 3]


class _Assembly:
    """One drawing on the table."""

    def __init__(self, figure: Figure, rig: Rig) -> None:
        self.figure, self.rig = figure, rig
        self.ground = self.floor = figure.extent[3]
        self.paw: Point | None = None
        self.paws = ""
        pixels = rasterise(UNIT, UNIT, figure.body)
        main = dominant(figure.body)
        self.coat = _sampled(pixels, rig.coat) or main
        self.foot = _sampled(pixels, rig.foot) or darker(self.coat, 0.5)
        self.bands = _sampled(pixels, rig.bands)
        self.edge = darker(self.coat, 0.30) if sum(rgb(self.coat)) > 150 else lighter(self.coat, 0.22)
        upper = (*rig.belly, 133.0, -40.0, -40.0, -40.0)
        self._clips = {"upper": _polygon(upper), "head": _polygon(rig.head)} if rig.belly else {}
        if rig.sits:
            above = {"above": self._clips["upper"]} if rig.belly else {}
            self._clips = {"upper": "M-40-40H168V168H-40Z", "head": _polygon(rig.head), **above}
        self._clips |= {name: _polygon(leg) for name, leg in rig.legs.items()}
        if rig.tail:
            self._clips["tail"] = _polygon(rig.tail)

    def posed(self, pose: str) -> Figure:
        """The whole figure; its name ends with the pose."""
        if pose in NODS:
            parts, head, trunk = self._nodding(NODS[pose])
        elif pose in _ARMS:
            parts, head, trunk = self._raising(_ARMS[pose])
        elif pose == "stand":
            parts, head, trunk = self._upright()
        elif pose == "run" and self.rig.reach:
            parts, head, trunk = self._bounding()
        elif self.rig.sits:
            parts, head, trunk = self._squashed()
        elif pose in _PAWED:
            parts, head, trunk = self._riding() if pose != "paws" else self._begging()
        elif pose == "sit":
            parts, head, trunk = self._sitting() if self.rig.feet != "none" else self._lying(bowed=False)
        elif pose == "run":
            parts, head, trunk = self._running()
        else:
            parts, head, trunk = self._lying(bowed=pose == "sleep")
        return self._finished(pose, parts, head, trunk)

    # Parts

    def _piece(self, clip: str, but: str = "") -> str:
        """What of the drawing is within one of the shapes, and not within another."""
        piece = f'<g clip-path="url(#rig-{clip})"><use href="#rig"/></g>'
        return f'<g clip-path="url(#rig-not-{but})">{piece}</g>' if but else piece

    def _defs(self) -> str:
        shapes = "".join(
            f'<clipPath id="rig-{name}"><path d="{path}"/></clipPath>' for name, path in self._clips.items()
        )
        left_out = [("head", self.rig.head), *self.rig.legs.items()]
        shapes += "".join(
            f'<clipPath id="rig-not-{name}"><path d="M-40-40H168V168H-40Z{_polygon(shape)}" '
            'clip-rule="evenodd"/></clipPath>'
            for name, shape in left_out
            if shape and name in ("head", "arm", "other-arm")
        )
        ground = f'<clipPath id="rig-ground"><path d="M{-_MARGIN}-{_MARGIN}H168V{self.floor:g}H{-_MARGIN}Z"/></clipPath>'
        return f'<defs><g id="rig">{self.figure.body}</g>{shapes}{ground}</defs>'

    def _limb(self, points: Sequence[Point], *, far: bool = False, edged: bool = True) -> str:
        """A leg of ours along those points."""
        path = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points)
        wide = self.rig.limb
        coat = darker(self.coat, _FAR) if far else self.coat
        line = 'stroke-linecap="round" stroke-linejoin="round" fill="none"'
        drawn = (
            f'<path d="{path}" stroke="{self.edge}" stroke-width="{wide + 2.2:.2f}" {line}/>' if edged else ""
        )
        return f'{drawn}<path d="{path}" stroke="{coat}" stroke-width="{wide:.2f}" {line}/>'

    def _toes(self, tip: Point, *, far: bool = False) -> str:
        """The end of a leg whose round end has its middle at `tip`, pointing left."""
        x, y = tip
        half = self.rig.limb / 2
        if self.rig.feet == "hoof":
            colour = darker(self.foot, _FAR) if far else self.foot
            return (
                f'<path d="M{x:.2f} {y - half:.2f}A{half:.2f} {half:.2f} 0 0 0 {x - half * 0.9:.2f} {y + half:.2f}'
                f'H{x + half * 0.5:.2f}Z" fill="{colour}"/>'
            )
        if far:
            return ""
        lines = "".join(
            f"M{x - half * (0.62 - 0.55 * i):.2f} {y + half * 0.05:.2f}v{half * 0.62:.2f}" for i in (0, 1)
        )
        return (
            f'<path d="{lines}" stroke="{self.edge}" stroke-width="1.5" stroke-linecap="round" fill="none"/>'
        )

    def _striped(self, start: Point, end: Point) -> str:
        """Stripes across a leg of ours."""
        if self.bands is None:
            return ""
        half = self.rig.limb / 2
        paths = ""
        for share in (0.18, 0.42, 0.66):
            x, y = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
            paths += f"M{x + 0.6:.2f} {y - half + 0.4:.2f}L{x - 0.6:.2f} {y + half * 0.45:.2f}"
        return f'<path d="{paths}" stroke="{self.bands}" stroke-width="2.4" stroke-linecap="round"/>'

    def _haunch(self, middle: Point) -> str:
        """A folded hind leg: the thigh around `middle`, the foot forward on the ground."""
        x, ham, half = middle[0], self.rig.ham, self.rig.limb / 2
        heel, toe = (x + ham * 0.15, self.ground - half), (x - ham * 0.98, self.ground - half)
        foot = self._limb((heel, toe)) + self._striped(heel, (toe[0] + half, toe[1])) + self._toes(toe)
        return foot + self._thigh(middle) if ham else foot

    def _thigh(self, middle: Point) -> str:
        x, y = middle
        ham = self.rig.ham or 13.0
        thigh = (
            f'<path d="M{x + ham * 0.2:.2f} {y - ham * 0.98:.2f}'
            f"C{x - ham * 0.75:.2f} {y - ham * 1.02:.2f} {x - ham * 1.1:.2f} {y - ham * 0.1:.2f} {x - ham * 0.5:.2f} {y + ham * 0.72:.2f}"
            f'L{x + ham * 0.5:.2f} {y + ham * 0.85:.2f}C{x + ham:.2f} {y + ham * 0.6:.2f} {x + ham * 1.0:.2f} {y - ham * 0.8:.2f} {x + ham * 0.2:.2f} {y - ham * 0.98:.2f}Z" fill="{self.coat}"/>'
            f'<path d="M{x + ham * 0.1:.2f} {y - ham * 0.98:.2f}'
            f'C{x - ham * 0.78:.2f} {y - ham * 0.98:.2f} {x - ham * 1.1:.2f} {y - ham * 0.1:.2f} {x - ham * 0.52:.2f} {y + ham * 0.62:.2f}" '
            f'stroke="{self.edge}" stroke-width="1.7" stroke-linecap="round" fill="none"/>'
        )
        return thigh + self._thigh_stripes(middle)

    def _thigh_stripes(self, middle: Point) -> str:
        if self.bands is None:
            return ""
        x, y = middle
        ham = self.rig.ham
        paths = "".join(
            f"M{x + ham * (0.62 - 0.08 * i):.2f} {y - ham * (0.62 - 0.45 * i):.2f}q{-ham * 0.4:.2f} {ham * 0.02:.2f} {-ham * 0.72:.2f} {ham * 0.26:.2f}"
            for i in (0, 1, 2)
        )
        return (
            f'<path d="{paths}" stroke="{self.bands}" stroke-width="3" stroke-linecap="round" fill="none"/>'
        )

    def _stub(self, x: float, *, far: bool = False) -> str:
        """A short leg that is stretched towards us, seen from its sole's front."""
        wide = self.rig.limb * 0.66
        coat = darker(self.coat, _FAR) if far else self.coat
        y = self.ground - wide * 0.72
        toes = "".join(f"M{x + wide * dx:.2f} {y + wide * 0.12:.2f}v{wide * 0.36:.2f}" for dx in (-0.3, 0.3))
        return (
            f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{wide + 1.1:.2f}" ry="{wide * 0.72 + 1.1:.2f}" fill="{self.edge}"/>'
            f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{wide:.2f}" ry="{wide * 0.72:.2f}" fill="{coat}"/>'
            f'<path d="{toes}" stroke="{self.edge}" stroke-width="1.6" stroke-linecap="round" fill="none"/>'
        )

    def _neck(self, trunk: Turn) -> str:
        x, y, radius = self.rig.joint
        if not radius or not self.rig.head:
            return ""
        x, y = trunk.at((x, y))
        colour = _sampled(rasterise(UNIT, UNIT, self.figure.body), self.rig.joint[:2]) or self.coat
        return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}" fill="{colour}"/>'

    # Poses: what is painted, how the head moved, how the trunk moved

    def _lying(self, *, bowed: bool) -> tuple[list[str], Turn, Turn]:
        rig = self.rig
        drop = self.ground - rig.low
        trunk = Turn(dy=drop)
        head = self._bowed(drop) if bowed else self._clear(drop)
        shoulder, hip = trunk.at(rig.shoulder), trunk.at(rig.hip)
        far, near = [], []
        if rig.feet in ("paw", "hoof"):
            y = self.ground - rig.limb / 2
            elbow, toe = (shoulder[0] + rig.limb * 0.3, y), (shoulder[0] - rig.limb * 1.9, y)
            away = rig.limb * 0.75
            far = [
                self._limb(((elbow[0], y - 1), (toe[0] - away, y - 1)), far=True, edged=False),
                self._toes((toe[0] - away, y - 1), far=True),
            ]
            upper = (shoulder[0] + rig.limb * 0.35, y - rig.limb * 0.75)
            near = [
                self._haunch((hip[0] - rig.ham * 0.25, self.ground - rig.ham * 0.80)),
                self._limb((upper, elbow, toe)),
                f'<circle cx="{upper[0]:.2f}" cy="{upper[1]:.2f}" r="{rig.limb / 2 + 1.2:.2f}" fill="{self.coat}"/>',
                self._striped(elbow, (toe[0] + rig.limb / 2, y)),
                self._toes(toe),
            ]
        elif rig.feet == "stub":
            if rig.ham:
                near = [self._haunch((hip[0] - rig.ham * 0.25, self.ground - rig.ham * 0.80))]
            else:
                near = [self._stub(hip[0])]
            near += [self._stub(shoulder[0] - rig.limb * 1.9), self._stub(shoulder[0])]
        tail = []
        if rig.tail:
            tail = [Turn(rig.tail_at, -62.0, 0.0, drop).svg(self._piece("tail"))]
        if head == trunk or not rig.head:
            return [*far, *tail, trunk.svg(self._piece("upper")), *near], trunk, trunk
        behind = [*far, *tail, self._neck(trunk), trunk.svg(self._piece("upper", "head"))]
        return [*behind, *near, head.svg(self._piece("head"))], head, trunk

    def _sitting(self) -> tuple[list[str], Turn, Turn]:
        rig = self.rig
        ham = rig.ham or 13.0
        angle = 0.0
        while angle < rig.seat and Turn(rig.shoulder, angle).at(rig.hip)[1] < self.ground - ham * 0.95:
            angle += 1
        trunk = Turn(rig.shoulder, angle)
        hip = trunk.at(rig.hip)
        head = Turn(rig.joint[:2], 0.3 * angle, *_moved(rig.joint[:2], trunk))
        foot = (rig.shoulder[0], self.ground - rig.limb / 2)
        parts = []
        if "far-fore" in rig.legs:
            parts.append(self._piece("far-fore"))
        elif "fore" not in rig.legs:
            away = foot[0] - rig.limb * 0.9
            parts += [
                self._limb(((away, rig.shoulder[1]), (away, foot[1])), far=True, edged=False),
                self._toes((away, foot[1]), far=True),
            ]
        if rig.tail:
            turned = Turn(rig.tail_at, -40.0, *_moved(rig.tail_at, trunk))
            parts.append(turned.svg(self._piece("tail")))
        if rig.head:
            parts += [self._neck(trunk), trunk.svg(self._piece("upper", "head"))]
        else:
            parts.append(trunk.svg(self._piece("upper")))
            head = trunk
        if "fore" in rig.legs:
            fore = [self._piece("fore")]
        else:
            fore = [
                self._limb(((rig.shoulder[0], rig.shoulder[1] + 8), foot), edged=False),
                self._toes(foot),
            ]
        parts += [self._haunch((hip[0] - ham * 0.1, self.ground - ham * 0.86)), *fore]
        if rig.head:
            parts.append(head.svg(self._piece("head")))
        return parts, head, trunk

    def _riding(self) -> tuple[list[str], Turn, Turn]:
        """Upright on a saddle at the ground's height: the forelegs reach forward, the hind legs hang at its sides."""
        rig, ham = self.rig, self.rig.ham or 13.0
        self.floor = UNIT + _MARGIN
        _, head, trunk = self._sitting()
        x, y = trunk.at(rig.hip)
        x, y = x - ham * 0.1, self.ground - ham * 0.86
        long = self.ground - rig.shoulder[1]

        def fore(aside: float, *, far: bool) -> str:
            start = (rig.shoulder[0] + aside, rig.shoulder[1] + 4)
            paw = (start[0] - 0.66 * long, start[1] + 0.36 * long)
            elbow = (start[0] - 0.16 * long, start[1] + 0.42 * long)
            return self._limb((start, elbow, paw), far=far, edged=not far) + self._toes(paw, far=far)

        def hind(aside: float, *, far: bool) -> str:
            knee = (x - ham * 0.55 + aside, y + ham * 0.35)
            foot = (knee[0] - 0.16 * ham, self.ground + 0.42 * long)
            return self._limb((knee, foot), far=far, edged=not far) + self._toes(foot, far=far)

        parts = [hind(0.5 * rig.limb, far=True), fore(-0.4 * rig.limb, far=True)]
        if rig.tail:
            parts.append(Turn(rig.tail_at, -40.0, *_moved(rig.tail_at, trunk)).svg(self._piece("tail")))
        if rig.head:
            parts += [self._neck(trunk), trunk.svg(self._piece("upper", "head"))]
        else:
            parts.append(trunk.svg(self._piece("upper")))
        parts += [hind(0.0, far=False), self._thigh((x, y)), fore(0.0, far=False)]
        if rig.head:
            parts.append(head.svg(self._piece("head")))
        return parts, head, trunk

    def _begging(self) -> tuple[list[str], Turn, Turn]:
        """Sitting up, the forelegs before the chest, where they hold something."""
        rig = self.rig
        parts, head, trunk = self._sitting()
        whole = [self._piece("fore"), self._piece("far-fore")] if rig.legs else []
        kept = [part for part in parts if part not in whole]
        if "fore" not in rig.legs:
            kept = [part for part in kept if not part.startswith('<path d="M' + f"{rig.shoulder[0]:.2f}")]
        long = self.ground - rig.shoulder[1]
        start = (rig.shoulder[0], rig.shoulder[1] + 4)
        self.paw = (start[0] - 0.50 * long, start[1] + 0.24 * long)
        elbow = (start[0] - 0.06 * long, start[1] + 0.46 * long)
        far = (start[0] - 0.3 * rig.limb, start[1])
        up = (self.paw[0] - 0.2 * rig.limb, self.paw[1] - 0.5 * rig.limb)
        self.paws = self._limb((start, elbow, self.paw)) + self._toes(self.paw)
        top = [kept.pop()] if rig.head else []
        return [self._limb((far, elbow, up), far=True, edged=False), *kept, self.paws, *top], head, trunk

    def _running(self) -> tuple[list[str], Turn, Turn]:
        rig = self.rig
        swing = {"far-fore": (rig.shoulder, 38.0), "far-hind": (rig.hip, -14.0), "fore": (rig.shoulder, 18.0), "hind": (rig.hip, -36.0)}  # fmt: skip
        if "hind" not in rig.legs:
            swing = {"far-fore": (rig.hip, 28.0), "fore": (rig.shoulder, -30.0)}
        share = 0.8 if rig.front else 1.0
        turned = {
            name: Turn(about, share * angle).svg(self._piece(name))
            for name, (about, angle) in swing.items()
            if name in rig.legs
        }
        tail = [Turn(rig.tail_at, -50.0).svg(self._piece("tail"))] if rig.tail else []
        if rig.covered is not None:
            leg = self._limb((rig.hip, rig.covered), far=True, edged=False)
            turned["far-hind"] = Turn(*swing["far-hind"]).svg(leg)
        far = [turned[name] for name in ("far-fore", "far-hind") if name in turned]
        near = [turned[name] for name in ("fore", "hind") if name in turned]
        return [*far, *tail, self._piece("upper"), *near], Turn(), Turn()

    def _nodding(self, angle: float) -> tuple[list[str], Turn, Turn]:
        """As it stands or sits, the head turned up or down."""
        head = Turn(self.rig.joint[:2], angle)
        body = '<g clip-path="url(#rig-not-head)"><use href="#rig"/></g>'
        return [body, self._neck(Turn()), head.svg(self._piece("head"))], head, Turn()

    def _raising(self, arms: Sequence[str]) -> tuple[list[str], Turn, Turn]:
        """Somebody who stands, with one arm up or both."""
        rig = self.rig
        parts, body = [], '<use href="#rig"/>'
        for arm in arms:
            about, angle = (rig.shoulder, -142.0) if arm == "arm" else (rig.hip, 142.0)
            parts.append(Turn(about, angle).svg(self._piece(arm)))
            body = f'<g clip-path="url(#rig-not-{arm})">{body}</g>'
        return [*parts, body], Turn(), Turn()

    def _upright(self) -> tuple[list[str], Turn, Turn]:
        """One that gallops as it is drawn, on four straight legs of ours."""
        rig = self.rig
        foot = self.ground - rig.limb / 2
        away = rig.limb * 1.15

        def leg(x: float, y: float, *, far: bool = False) -> str:
            points = ((x, y), (x, foot))
            return self._limb(points, far=far, edged=False) + self._toes((x, foot), far=far)

        (fx, fy), (hx, hy) = rig.shoulder, rig.hip
        x, y, ham = hx, rig.low, rig.ham * 0.62
        thigh = (
            f'<path d="M{x - ham:.2f} {y - ham:.2f}L{x - rig.limb / 2:.2f} {y + ham * 1.5:.2f}'
            f'H{x + rig.limb / 2:.2f}L{x + ham:.2f} {y - ham:.2f}Z" fill="{self.coat}"/>'
        )
        far = [leg(fx - away, fy, far=True), leg(hx - away, hy, far=True)]
        return [*far, self._piece("upper"), leg(fx, fy + 6), leg(hx, hy), thigh], Turn(), Turn()

    def _bounding(self) -> tuple[list[str], Turn, Turn]:
        """One that sits as it is drawn, stretched out in a leap, on legs of ours."""
        rig, far = self.rig, self.rig.reach
        about: Point = rig.joint[:2]
        trunk = Turn(about, -rig.stretch)
        (fx, fy), (hx, hy) = trunk.at(rig.shoulder), trunk.at(rig.hip)
        fore = ((fx, fy), (fx - 0.45 * far, fy + 0.34 * far), (fx - 0.95 * far, fy + 0.50 * far))
        hind = ((hx, hy), (hx + 0.42 * far, hy + 0.36 * far), (hx + 1.0 * far, hy + 0.56 * far))
        drop = self.ground - rig.limb / 2 - max(y for _, y in (*fore, *hind))
        trunk = Turn(about, -rig.stretch, 0.0, drop)
        head = Turn(about, 0.0, *_moved(about, trunk))

        def limb(points: Sequence[Point], dx: float, dy: float, *, away: bool) -> str:
            moved = [(x + dx, y + drop + dy) for x, y in points]
            return self._limb(moved, far=away, edged=not away)

        behind = [limb(fore, -4.0, -6.0, away=True), limb(hind, 3.0, -6.0, away=True)]
        near = [limb(fore, 0.0, 0.0, away=False), limb(hind, 0.0, 0.0, away=False)]
        x, y = trunk.at(rig.tail_at)
        whip = f"M{x:.2f} {y:.2f}q{0.5 * far:.2f} {-0.1 * far:.2f} {0.8 * far:.2f} {-0.7 * far:.2f}t{0.5 * far:.2f} {-0.3 * far:.2f}"
        tail = (
            [f'<path d="{whip}" stroke="{self.foot}" stroke-width="4" stroke-linecap="round" fill="none"/>']
            if rig.tail_at != (0.0, 0.0)
            else []
        )
        body = [self._neck(trunk), trunk.svg(self._piece("above", "head"))]
        return [*behind, *tail, *near, *body, head.svg(self._piece("head"))], head, trunk

    def _squashed(self) -> tuple[list[str], Turn, Turn]:
        """One that sits as it is drawn, flat on its belly."""
        rig = self.rig
        x, y, _ = rig.joint
        trunk = Turn((x, self.ground), sx=1.12, sy=rig.squash)
        dx, dy = _moved((x, y), trunk)
        low = self._lowest("head", Turn())
        head = Turn((x, y), 0.0, dx, min(dy, self.ground - 2 - low))
        parts = [trunk.svg(self._piece("upper", "head")), head.svg(self._piece("head"))]
        return parts, head, trunk

    # Where the head goes

    def _lowest(self, clip: str, turn: Turn) -> float:
        rows = np.flatnonzero(_reach(self._defs() + turn.svg(self._piece(clip))).max(axis=1) > 60)
        return float(rows[-1]) + 1 - _MARGIN if rows.size else 0.0

    def _clear(self, drop: float) -> Turn:
        """With the trunk, but never into the ground."""
        if not self.rig.head:
            return Turn(dy=drop)
        low = self._lowest("head", Turn())
        return Turn(dy=min(drop, self.ground - 1.5 - low))

    def _bowed(self, drop: float) -> Turn:
        """As low as the chin reaches the ground: bowed, or sunk for a face that looks at us."""
        if not self.rig.head:
            return Turn(dy=drop)
        about: Point = self.rig.joint[:2]
        goal = self.ground - 2.0
        if self.rig.front:
            low = self._lowest("head", Turn())
            return Turn(dy=min(drop + 14.0, goal - low))
        best = self._clear(drop)
        for angle in range(-4, -int(self.rig.bow) - 1, -4):
            turn = Turn(about, float(angle), 0.0, drop)
            if self._lowest("head", turn) > goal:
                break
            best = turn
        return best

    def _back(self, alpha: Pixels, trunk: Turn) -> Point:
        """Where one rides: between shoulder and hip, nearer to this, on whatever is uppermost there."""
        (sx, sy), (hx, hy) = trunk.at(self.rig.shoulder), trunk.at(self.rig.hip)
        x, y = sx + 0.66 * (hx - sx), sy + 0.66 * (hy - sy)
        rows = np.flatnonzero(alpha[:, int(x) + _MARGIN] > 127)
        return x, (float(rows[0]) - _MARGIN + 2 if rows.size else y)

    def _finished(self, pose: str, parts: Sequence[str], head: Turn, trunk: Turn) -> Figure:
        figure = self.figure
        anchors = _carried(figure.anchors, head, trunk)
        if self.paw is not None:
            anchors = replace(anchors, hand=self.paw)
        if pose in ("ride", "broom"):
            anchors = replace(anchors, seat=(trunk.at(self.rig.hip)[0], self.ground - 3))
        body = f'{self._defs()}<g clip-path="url(#rig-ground)">{"".join(parts)}</g>'
        alpha = _reach(body)
        if self.rig.belly and not self.rig.sits and pose not in _RISES:
            anchors = replace(anchors, back=self._back(alpha, trunk))
        rows, columns = np.flatnonzero((alpha > 40).any(axis=1)), np.flatnonzero((alpha > 40).any(axis=0))
        extent = (
            float(columns[0]) - _MARGIN,
            float(rows[0]) - _MARGIN,
            float(columns[-1]) + 1 - _MARGIN,
            float(rows[-1]) + 1 - _MARGIN,
        )
        if pose in _RISES:
            x, y = anchors.back
            anchors = replace(
                anchors, back=(min(max(x, extent[0]), extent[2]), min(max(y, extent[1]), extent[3]))
            )
        rest, breadth = rest_of(
            alpha, (extent[0] + _MARGIN, extent[1] + _MARGIN, extent[2] + _MARGIN, extent[3] + _MARGIN)
        )
        return replace(
            figure,
            name=f"{figure.name}/{pose}",
            body=body,
            extent=extent,
            anchors=anchors,
            rest=(rest[0] - _MARGIN, rest[1] - _MARGIN),
            rest_width=breadth,
            over=head.svg(figure.over) if figure.over else "",
            hands=self.paws,
            stature=figure.tall,
        )


def _moved(point: Point, turn: Turn) -> Point:
    x, y = turn.at(point)
    return x - point[0], y - point[1]


def _carried(anchors: Anchors, head: Turn, trunk: Turn) -> Anchors:
    return replace(
        anchors,
        eye=head.at(anchors.eye),
        nose=head.at(anchors.nose),
        top=head.at(anchors.top),
        neck=head.at(anchors.neck),
        hand=head.at(anchors.hand),
        back=trunk.at(anchors.back),
        eyes=tuple(head.at(eye) for eye in anchors.eyes),
        tilt=anchors.tilt + head.angle,
    )


def _sampled(pixels: Pixels, point: Sequence[float] | None) -> str | None:
    """The colour of a drawing at a point, if it covers it."""
    if point is None:
        return None
    red, green, blue, alpha = pixels[min(UNIT - 1, int(point[1])), min(UNIT - 1, int(point[0]))]
    return f"#{red:02x}{green:02x}{blue:02x}" if alpha > 200 else None
