"""Wishes of what somebody does to another, made from `acted.toml`, and whether the picture shows it: hands at what they deal
with, faces turned there, things in mouths, children on backs.

`wishes` makes sentences in English and Chinese whose right answer is known; `faults` looks for it in the arranged scene.
`tools/acted.py` counts.
"""

from __future__ import annotations

import math
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.figures import Point
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import frame_from

_DATA = tomllib.loads((Path(__file__).parent / "acted.toml").read_text(encoding="utf-8"))
DEEDS: list[dict[str, Any]] = _DATA["deed"]
_HERS = frozenset({"girl", "woman", "old-woman"})
_SETTING = 0.3
"""How often it is said where it happens."""
_NEAR = 0.62
"""How far apart two points that meet are at most, in measures of the larger head."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A sentence, and what it says: who does it, to whom, with what."""

    prompt: str
    lang: str
    check: str
    actor: str
    other: str
    thing: str = ""


def wishes(rng: random.Random, many: int) -> Iterator[Wish]:
    """So many sentences, the deeds in turn."""
    for number in range(many):
        yield _wish(rng, DEEDS[number % len(DEEDS)])


def _wish(rng: random.Random, said: dict[str, Any]) -> Wish:
    lang = rng.choice(("en", "zh"))
    actor = _one_of(rng, "actors", [said["a"]]) if said["a"] else ""
    other = _one_of(rng, "others", said["o"], but=actor)
    third = _one_of(rng, "others", said.get("p", []), but=other)
    thing = said.get("t", "")
    if thing in ("gift", "food", "bitten"):
        thing = _one_of(rng, "things", [thing])
    her = "her" if actor in _HERS else "his"
    prompt = rng.choice(said[lang]).format(
        a=_said("actors", actor, lang),
        o=_said("others", other, lang),
        p=_said("others", third, lang),
        t=_said("things", thing, lang),
        her=her,
    )
    if third:
        actor, other = other, third
    if rng.random() < _SETTING:
        prompt = (
            f"{rng.choice(_DATA['settings']['zh'])}，{prompt}"
            if lang == "zh"
            else f"{prompt} {rng.choice(_DATA['settings']['en'])}"
        )
    return Wish(prompt, lang, said["check"], actor or other, other, thing)


def _one_of(rng: random.Random, table: str, sorts: list[str], but: str = "") -> str:
    names = [name for name, one in _DATA[table].items() if set(one["is"]) & set(sorts) and name != but]
    return rng.choice(names) if names else ""


def _said(table: str, name: str, lang: str) -> str:
    one = _DATA[table].get(name)
    if one is None:
        return ""
    if lang == "zh":
        return f"一{one['zh']}"
    word: str = one["en"]
    return f"the {word}" if one.get("the") else f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def shown(wish: Wish, seed: int = 3) -> tuple[Composed, Scene]:
    """What is said of it, and the arranged scene."""
    composed = compose_scene(
        wish.prompt, ratio="1:1", seed=seed, language="zh" if wish.lang == "zh" else "en"
    )
    return composed, arrange(composed.scene)


class _Stage:
    """Points of the things of a scene, in pixels."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def named(self, kind: str, but: Thing | None = None) -> Thing | None:
        alike = {kind}
        for table in ("actors", "others", "things"):
            alike |= set(_DATA[table].get(kind, {}).get("as", ()))
        return next((one for one in self.scene.objects if one.kind in alike and one is not but), None)

    def frame(self, thing: Thing) -> Frame:
        return frame_from(self.scene.layout[thing.id], figure_of(thing))

    def at(self, thing: Thing, part: str) -> Point:
        return self.frame(thing).point(getattr(figure_of(thing).anchors, part))

    def head(self, thing: Thing) -> float:
        return figure_of(thing).anchors.head * self.frame(thing).factor

    def box(self, thing: Thing) -> tuple[int, int, int, int]:
        return self.scene.layout[thing.id].box

    def apart(self, point: Point, thing: Thing) -> float:
        """How far a point is from a thing's box, 0 inside, in heads of the thing or shares of its size."""
        left, top, right, bottom = self.box(thing)
        dx = max(left - point[0], 0.0, point[0] - right)
        dy = max(top - point[1], 0.0, point[1] - bottom)
        return math.hypot(dx, dy) / max(1.0, 0.5 * min(right - left, bottom - top))

    def turned(self, thing: Thing, to: Thing) -> bool:
        """Whether its face is turned to the other."""
        x, y = self.at(thing, "eye")
        left, top, right, bottom = self.box(to)
        goal = (left + right) / 2, (top + bottom) / 2
        placed, figure = self.scene.layout[thing.id], figure_of(thing)
        if not figure.anchors.front:
            return (goal[0] > x) == placed.flip or abs(goal[0] - x) < self.head(thing)
        side = -thing.gaze[0] if placed.flip else thing.gaze[0]
        level = abs(goal[0] - x) < 0.5 * abs(goal[1] - y)
        return (side * (goal[0] - x) > 0) or (level and thing.gaze[1] * (goal[1] - y) > 0)


def faults(wish: Wish, scene: Scene) -> list[str]:
    """What of the wish the picture does not show."""
    stage = _Stage(scene)
    actor = stage.named(wish.actor)
    other = stage.named(wish.other, but=actor) if wish.other and wish.other != wish.actor else actor
    if actor is None or other is None:
        return ["missing"]
    held = [
        one
        for one in scene.objects
        if one.rel is not None and (one.rel.type, one.rel.to) == ("hold", actor.id)
    ]
    found: list[str] = getattr(_Checks(stage, wish, held), wish.check)(actor, other)
    return found


class _Checks:
    """By what a wish says, what must be so."""

    def __init__(self, stage: _Stage, wish: Wish, held: list[Thing]) -> None:
        self.stage, self.wish, self.held = stage, wish, held

    def _hand_at(self, actor: Thing, other: Thing) -> list[str]:
        return [] if self.stage.apart(self.stage.at(actor, "hand"), other) <= 0.2 else ["hand elsewhere"]

    def touch(self, actor: Thing, other: Thing) -> list[str]:
        wrong = self._hand_at(actor, other)
        return wrong or ([] if self.stage.turned(actor, other) else ["face elsewhere"])

    def comb(self, actor: Thing, other: Thing) -> list[str]:
        combs = [one for one in self.held if one.kind == "comb"]
        if not combs:
            return ["no comb"]
        left, top, right, bottom = self.stage.box(combs[0])
        near = math.dist(((left + right) / 2, (top + bottom) / 2), self.stage.at(other, "eye"))
        return [] if near <= 0.95 * self.stage.head(other) else ["comb elsewhere"]

    def own(self, actor: Thing, other: Thing) -> list[str]:
        return self.comb(actor, actor)

    def feed(self, actor: Thing, other: Thing) -> list[str]:
        food = [one for one in self.held if one.kind == self.wish.thing]
        if not food:
            return ["not held"]
        far = self.stage.apart(self.stage.at(other, "nose"), food[0])
        return [] if far <= 1.0 else ["not at the mouth"]

    def give(self, actor: Thing, other: Thing) -> list[str]:
        alike = [self.stage.named(self.wish.thing)]
        gifts = [one for one in alike if one is not None]
        if not gifts:
            return ["missing"]
        wrong = [] if gifts[0] in self.held else ["not held"]
        middle = self.stage.box(gifts[0])
        x = (middle[0] + middle[2]) / 2
        ends = sorted((self.stage.at(actor, "neck")[0], self.stage.at(other, "neck")[0]))
        hands = math.dist(self.stage.at(actor, "hand"), self.stage.at(other, "hand"))
        if not ends[0] <= x <= ends[1]:
            wrong.append("not between them")
        if hands > 1.1 * self.stage.head(actor):
            wrong.append("hands apart")
        return wrong

    def look(self, actor: Thing, other: Thing) -> list[str]:
        return [] if self.stage.turned(actor, other) else ["face elsewhere"]

    def point(self, actor: Thing, other: Thing) -> list[str]:
        anchors = figure_of(actor).anchors
        if anchors.shoulder is None:
            return ["no arm"]
        frame = self.stage.frame(actor)
        x, y = frame.point(anchors.shoulder)
        hand = frame.point(anchors.hand)
        left, top, right, bottom = self.stage.box(other)
        way = math.atan2((top + bottom) / 2 - y, (left + right) / 2 - x)
        turn = math.atan2(hand[1] - y, hand[0] - x) - way
        turn = abs((turn + math.pi) % (2 * math.pi) - math.pi)
        wrong = [] if turn <= math.radians(50) else ["arm elsewhere"]
        return wrong or self.look(actor, other)

    def mouth(self, actor: Thing, other: Thing) -> list[str]:
        bitten = [one for one in self.held if one.kind == self.wish.thing]
        if not bitten:
            return ["not held"]
        nose = self.stage.at(actor, "nose")
        left, top, right, bottom = self.stage.box(bitten[0])
        x, y = min(max(nose[0], left), right), min(max(nose[1], top), bottom)
        return [] if math.dist(nose, (x, y)) <= 0.34 * self.stage.head(actor) else ["not in the mouth"]

    def carried(self, actor: Thing, other: Thing) -> list[str]:
        placed, under = self.stage.box(other), self.stage.box(actor)
        tall = under[3] - under[1]
        wrong = [] if under[3] - placed[3] >= 0.06 * tall else ["feet on the ground"]
        if self.stage.at(other, "eye")[1] > self.stage.at(actor, "neck")[1]:
            wrong.append("too low")
        if abs(self.stage.at(other, "neck")[0] - self.stage.at(actor, "neck")[0]) > self.stage.head(actor):
            wrong.append("beside")
        return wrong

    def meet(self, actor: Thing, other: Thing) -> list[str]:
        hands = []
        for one in (actor, other):
            figure, frame = figure_of(one), self.stage.frame(one)
            x, y = figure.anchors.hand
            hands.append((frame.point((x, y)), frame.point((128 - x, y))))
        near = min(math.dist(first, second) for first in hands[0] for second in hands[1])
        return [] if near <= _NEAR * max(map(self.stage.head, (actor, other))) else ["hands apart"]

    def push(self, actor: Thing, other: Thing) -> list[str]:
        return self._hand_at(actor, other)

    def pull(self, actor: Thing, other: Thing) -> list[str]:
        ropes = [one for one in self.held if one.rel is not None and one.rel.also == other.id]
        return [] if ropes else ["nothing between"]

    def chase(self, actor: Thing, other: Thing) -> list[str]:
        layout = self.stage.scene.layout
        first, second = layout[actor.id], layout[other.id]
        wrong = [] if (actor.pose, other.pose) == ("run", "run") else ["not running"]
        if first.flip != second.flip or (second.x > first.x) != first.flip:
            wrong.append("not after it")
        return wrong

    def across(self, actor: Thing, other: Thing) -> list[str]:
        things = self.stage.scene.objects
        tables = [one for one in things if stock_of(one).habitat == "indoor" and not stock_of(one).alive]
        if not tables:
            return ["no table"]
        x, y = self.stage.at(actor, "neck")[0], self.stage.at(other, "neck")[0]
        left, _, right, _ = self.stage.box(tables[0])
        if not (min(x, y) < (left + right) / 2 < max(x, y)):
            return ["not across"]
        return (
            [] if self.stage.turned(actor, other) and self.stage.turned(other, actor) else ["faces elsewhere"]
        )

    def whisper(self, actor: Thing, other: Thing) -> list[str]:
        near = math.dist(self.stage.at(actor, "eye"), self.stage.at(other, "eye"))
        wrong = [] if near <= 1.7 * max(map(self.stage.head, (actor, other))) else ["too far"]
        return wrong or self.look(actor, other)

    def stir(self, actor: Thing, other: Thing) -> list[str]:
        things = self.stage.scene.objects
        pots = [one for one in things if "pot" in one.kind]
        spoons = [one for one in things if "spoon" in one.kind or one.kind == "ladle"]
        if not pots or not spoons:
            return ["no pot" if not pots else "no spoon"]
        pot, spoon = self.stage.box(pots[0]), self.stage.box(spoons[0])
        within = pot[0] <= (spoon[0] + spoon[2]) / 2 <= pot[2] and spoon[3] >= pot[1] - 0.1 * (
            pot[3] - pot[1]
        )
        wrong = [] if within else ["spoon elsewhere"]
        return wrong or (
            [] if self.stage.apart(self.stage.at(actor, "hand"), spoons[0]) <= 0.5 else ["hand elsewhere"]
        )

    def photo(self, actor: Thing, other: Thing) -> list[str]:
        cameras = [one for one in self.held if "camera" in one.kind or "phone" in one.kind]
        if not cameras:
            return ["no camera"]
        return self.look(actor, other)

    def seated(self, actor: Thing, other: Thing) -> list[str]:
        seat = figure_of(actor).anchors.seat
        if seat is None:
            return ["stands"]
        left, top, right, bottom = self.stage.box(other)
        x, y = self.stage.frame(actor).point(seat)
        return [] if left <= x <= right and top - 0.1 * (bottom - top) <= y <= bottom else ["sits elsewhere"]

    def kneel(self, actor: Thing, other: Thing) -> list[str]:
        wrong = [] if actor.pose == "kneel" else ["stands"]
        return wrong + self.look(actor, other)

    def shoulders(self, actor: Thing, other: Thing) -> list[str]:
        low = self.stage.box(other)[3] <= self.stage.box(actor)[3] - 0.3 * (
            self.stage.box(actor)[3] - self.stage.box(actor)[1]
        )
        return [] if low else ["too low"]

    def read(self, actor: Thing, other: Thing) -> list[str]:
        books = [one for one in self.held if "book" in one.kind]
        return [] if books else ["no book"]

    def led(self, actor: Thing, other: Thing) -> list[str]:
        return self.pull(actor, other)

    def lifted(self, actor: Thing, other: Thing) -> list[str]:
        hand = self.stage.at(actor, "hand")
        wrong = [] if self.stage.box(other)[3] <= self.stage.at(actor, "eye")[1] else ["not above"]
        return wrong + ([] if self.stage.apart(hand, other) <= 0.4 else ["hand elsewhere"])


def audit(seed: str, many: int) -> list[tuple[Wish, str, list[str], tuple[str, ...]]]:
    """Each wish with the verdict (right, named, silent), its faults and the notes."""
    found = []
    for wish in wishes(random.Random(seed), many):
        composed, scene = shown(wish)
        wrong = faults(wish, scene)
        notes = (*composed.notes, *composed.left_out)
        verdict = (
            "right" if not wrong and not notes else "untrue" if not wrong else "named" if notes else "silent"
        )
        found.append((wish, verdict, wrong, notes))
    return found
