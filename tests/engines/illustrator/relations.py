"""Wishes of two kinds of things in one relation, made from `relations.toml`, and what of it the picture shows.

`wishes` makes sentences in English and Chinese whose right answer is known; `faults` looks for it in the boxes of the
arranged scene and, where asked, in the pixels. `tools/relations.py` counts.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.drawing.render import Drawing, draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import bearer_of, frame_from, scene_size

_DATA = tomllib.loads((Path(__file__).parent / "relations.toml").read_text(encoding="utf-8"))
THINGS: dict[str, dict[str, Any]] = _DATA["things"]
RELATIONS: list[dict[str, Any]] = _DATA["relation"]
_EN = ("", "", "two", "three", "four", "five", "six")
_ZH = ("", "一", "两", "三", "四", "五", "六")
_CARRIED = frozenset({"on", "roof", "seated", "ridden", "in", "hand", "mouth", "head", "back", "shoulder"})


@dataclass(frozen=True, slots=True)
class Wish:
    """A sentence, and what it says: so many of one kind, in a relation to another."""

    prompt: str
    lang: str
    check: str
    figure: str
    count: int
    ground: str
    grounds: int = 1
    before: str = ""
    """The picture that it is said of; a new one if empty."""


def wishes(rng: random.Random, many: int) -> Iterator[Wish]:
    """So many sentences, the relations in turn."""
    for number in range(many):
        yield _wish(rng, RELATIONS[number % len(RELATIONS)])


def _wish(rng: random.Random, said: dict[str, Any]) -> Wish:
    lang = rng.choice(("en", "zh"))
    a = rng.choice([name for name, one in THINGS.items() if set(one["is"]) & set(said["a"])])
    b = rng.choice([name for name, one in THINGS.items() if set(one["is"]) & set(said["b"]) and name != a])
    few = said.get("few", 1)
    count = rng.choice((few, few, *range(few, said.get("many", 1) + 1)))
    if count > 1 and THINGS[a]["is"] == ["adult"] and a in ("old-woman", "old-man"):
        count = few
    editing = "edit" in said and rng.random() < 0.4
    sentence = rng.choice((said["edit"] if editing else said)[lang])
    words = _words(a, count, b)
    before = words["b"] if lang == "en" else words["b1"]
    return Wish(
        sentence.format(**{**words, "b": words["b"] if lang == "en" and not (editing and "{b}'s" in sentence) else THINGS[b][lang][-1 if lang == "zh" else 0], "a": words["a" if lang == "en" else "a1"]}),
        lang, said["check"], a, count, b, 2 if said.get("twice") else 1, before if editing else "",
    )  # fmt: skip


def _words(a: str, count: int, b: str) -> dict[str, str]:
    one, other = THINGS[a], THINGS[b]

    def an(noun: str) -> str:
        return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"

    noun = other["en"][0]
    plural = one["en"][-1] if len(one["en"]) > 1 else one["en"][0] + "s"
    return {
        "a": an(one["en"][0]) if count == 1 else f"{_EN[count]} {plural}",
        "b": an(noun),
        "bs": other["en"][-1] if len(other["en"]) > 1 else noun + "s",
        "the": f"the {noun}",
        "a1": f"{_ZH[count]}{one['zh'][0]}{one['zh'][1]}",
        "b1": f"一{other['zh'][0]}{other['zh'][1]}",
        "m": other["zh"][0],
    }


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of a wish."""

    scene: Scene
    notes: tuple[str, ...]
    arranged: Scene
    """As it was placed, with what is outside of the picture."""
    drawing: Drawing | None = None


def shown(wish: Wish, *, drawn: bool, seed: int = 3) -> Shown:
    """The picture, arranged, and drawn small where asked.

    Raises:
        NotDrawable: nothing of it can be drawn.
    """
    lang: Any = wish.lang
    if wish.before:
        first = compose_scene(wish.before, ratio="1:1", seed=seed, language=lang)
        before = arrange(first.scene)
        composed = edit_scene(wish.prompt, [before], ratio="1:1", seed=seed + 1, language=lang)
    else:
        composed = compose_scene(wish.prompt, ratio="1:1", seed=seed, language=lang)
    scene = arrange(composed.scene, former=composed.former)
    drawing = draw(scene, 256, 256) if drawn else None
    return Shown(drawing.scene if drawing else scene, tuple(composed.notes), scene, drawing)


Fault = tuple[str, str]


def faults(wish: Wish, picture: Shown) -> Iterator[Fault]:
    """What is not as it was said: a short class, and the numbers."""
    scene = picture.scene
    ones, others = _of(scene, wish.figure), _of(scene, wish.ground)
    if len(ones) != wish.count:
        yield "number of a", f"{len(ones)} for {wish.count}"
    if len(others) != wish.grounds:
        yield "number of b", f"{len(others)} for {wish.grounds}"
    for thing in scene.objects:
        if thing not in ones and thing not in others and thing.pose != "hung":
            yield "unasked", thing.kind
    if not ones or not others:
        return
    for index, one in enumerate(ones):
        if wrong := _misplaced(wish, scene, one, index, ones, others):
            yield f"place: {wish.check}", wrong
    yield from _sizes(wish, scene, ones, others)
    width, height = scene_size(scene)
    for thing in (*ones, *others):
        x0, y0, x1, y1 = picture.arranged.layout[thing.id].box
        if x0 < -0.015 * width or y0 < -0.015 * height or x1 > 1.015 * width or y1 > 1.015 * height:
            yield "cut by the edge", f"{thing.kind} {x0, y0, x1, y1}"
    if picture.drawing is not None:
        yield from _hidden(wish, picture.drawing, ones, others)


def _of(scene: Scene, name: str) -> list[Thing]:
    kinds = {name, *THINGS[name].get("as", ())}
    return [thing for thing in scene.objects if thing.kind in kinds]


def _misplaced(
    wish: Wish, scene: Scene, one: Thing, index: int, ones: list[Thing], others: list[Thing]
) -> str:
    """Why it is not where it was said to be; "" if it is."""
    pair = _Pair(scene, one, others[0], len(ones), first=index == 0)
    if wish.check == "between":
        ends = sorted(_middle(scene, other) for other in others)
        right = len(ends) == 2 and ends[0] < _middle(scene, one) < ends[1]
    elif wish.check == "around":
        right = index > 0 or _surround(scene, ones, others[0])
    else:
        right = getattr(pair, f"is_{wish.check}")()
    return (
        "" if right else f"{pair.a} {pair.b} foot {pair.foot:.2f} shared {pair.shared:.2f} gap {pair.gap:.2f}"
    )


class _Pair:
    """How one box lies to another, in shares of the picture or of the other's height."""

    def __init__(self, scene: Scene, one: Thing, other: Thing, many: int, *, first: bool) -> None:
        self.scene, self.one, self.other, self.many, self.first = scene, one, other, many, first
        self.a, self.b = a, b = scene.layout[one.id].box, scene.layout[other.id].box
        width, height = scene_size(scene)
        self.high = b[3] - b[1]
        self.own_wide, self.own_high = a[2] - a[0], a[3] - a[1]
        self.shared = max(0, min(a[2], b[2]) - max(a[0], b[0])) / max(1, self.own_wide)
        """Which share of its breadth is above or below the other's."""
        self.foot = (a[3] - b[1]) / self.high
        """0 where its foot is at the other's top, 1 at the other's foot."""
        self.top = (a[1] - b[1]) / self.high
        self.centre = (self.top + self.foot) / 2
        self.gap = max(a[0] - b[2], b[0] - a[2]) / width
        self.level = abs(a[3] - b[3]) / height
        self.within = b[0] - 0.02 * width <= (a[0] + a[2]) / 2 <= b[2] + 0.02 * width
        bearer = bearer_of(scene, one)
        self.borne = bearer is not None and bearer.id == other.id
        self.nearer = (scene.layout[one.id].base + scene.layout[one.id].lift) - (
            scene.layout[other.id].base + scene.layout[other.id].lift
        )

    def is_on(self) -> bool:
        return self.within and -0.3 <= self.foot <= 1.02 and self.top < 0.5

    def is_roof(self) -> bool:
        return self.within and -0.06 <= self.foot <= 0.62 and self.centre < 0.35

    def is_seated(self) -> bool:
        return self.within and self.borne and 0.0 <= self.foot <= 1.25

    def is_ridden(self) -> bool:
        return self.within and 0.0 <= self.foot <= 1.05 and self.top < 0.3

    def is_in(self) -> bool:
        return (
            self.shared > 0.55
            and 0.1 <= self.foot <= 1.15
            and self.centre > -0.75 * self.own_high / self.high
        )

    def is_under(self) -> bool:
        tucked = self.level < 0.05 and self.shared > 0.25
        return (self.shared > 0.5 or tucked) and self.top > 0.12 and self.foot <= 1.3

    def is_lying(self) -> bool:
        down = self.one.pose in ("lie", "sleep")
        return down and self.shared > 0.25 and self.top > 0.12 and self.foot <= 1.35

    def is_behind(self) -> bool:
        return self.nearer <= 0 and self.gap < (0.03 if self.many == 1 else 0.12)

    def is_front(self) -> bool:
        return self.nearer >= 0 and self.gap < (0.02 if self.many == 1 else 0.25)

    def is_beside(self) -> bool:
        broad = self.b[2] - self.b[0]
        touching = 0.34 * min(self.own_wide, broad) / scene_size(self.scene)[0]
        if broad > 0.6 * scene_size(self.scene)[0]:
            touching *= 2  # little room is left beside it
        return -touching <= self.gap <= (0.2 if self.first else 0.45) and self.level < 0.2

    def is_at(self) -> bool:
        return (self.borne or self.gap < 0.05) and (self.many > 2 or self.shared > 0.3 or self.gap > -0.05)

    def is_hand(self) -> bool:
        held = not self.borne or (self.one.rel is not None and self.one.rel.type == "hold")
        return held and _near(self.scene, self.one, self.other, "hand", 1.6)

    def is_mouth(self) -> bool:
        near = (
            _near(self.scene, self.one, self.other, part, reach)
            for part, reach in (("nose", 1.0), ("hand", 0.8))
        )
        return any(near)

    def is_head(self) -> bool:
        return _near(self.scene, self.one, self.other, "top", 1.0) and self.foot < 0.45

    def is_back(self) -> bool:
        return self.shared > 0.4 and -0.02 <= self.foot <= 0.9 and self.top < 0.45

    def is_shoulder(self) -> bool:
        return self.shared > 0.15 and 0.05 <= self.foot <= 0.7 and self.top < 0.5

    def is_leaning(self) -> bool:
        return self.gap < 0.02

    def is_looking(self) -> bool:
        return (self.gap < 0.03 and self.level < 0.25) or self.shared > 0.3


def _surround(scene: Scene, ones: list[Thing], other: Thing) -> bool:
    left, _, right, _ = scene.layout[other.id].box
    sides = {_middle(scene, one) < (left + right) / 2 for one in ones}
    boxes = [scene.layout[one.id].box for one in ones]
    far = max(max(box[0] - right, left - box[2]) for box in boxes)
    return len(sides) == 2 and far < 0.2 * scene_size(scene)[0]


def _middle(scene: Scene, thing: Thing) -> float:
    box = scene.layout[thing.id].box
    return (box[0] + box[2]) / 2


def _near(scene: Scene, one: Thing, bearer: Thing, part: str, heads: float) -> bool:
    """Whether the thing's box comes within so many measures of the head of a part of somebody."""
    figure = figure_of(bearer)
    frame = frame_from(scene.layout[bearer.id], figure)
    anchors = figure.anchors
    point = anchors.grip if part == "hand" and anchors.grip is not None else getattr(anchors, part)
    x, y = frame.point(point)
    x0, y0, x1, y1 = scene.layout[one.id].box
    reach = heads * anchors.head * frame.factor * 0.5
    return x0 - reach <= x <= x1 + reach and y0 - reach <= y <= y1 + reach


def _tall(scene: Scene, thing: Thing) -> float:
    return scene.layout[thing.id].scale * figure_of(thing).tall / UNIT


_SMALLER = {
    "ridden": 0.25,
    "under": 0.25,
    "lying": 0.25,
    "in": 0.35,
    "behind": 0.3,
    "roof": 0.35,
    "at": 0.45,
    "mouth": 0.35,
    "head": 0.4,
    "hand": 0.4,
}
"""To which share of its least size it may shrink to fit, where not to 0.55 of it."""
_LARGER = {"hand": 2.2, "mouth": 2.2, "head": 2.2, "shoulder": 2.2, "ridden": 2.5}


def _sizes(wish: Wish, scene: Scene, ones: list[Thing], others: list[Thing]) -> Iterator[Fault]:
    """Between the real proportion and the compressed one, with some play; and large enough to be seen."""
    for one in ones[:1]:
        real = height_of(one) / height_of(others[0])
        is_ = _tall(scene, one) / _tall(scene, others[0])
        low, high = sorted((real, real**COMPRESSION))
        low *= _SMALLER.get(wish.check, 0.55) * (1.0 if len(ones) == 1 else 0.7)
        high *= _LARGER.get(wish.check, 1.5)
        if "dish" not in THINGS[wish.ground]["is"] and not low <= is_ <= high:
            yield (
                "size",
                f"{one.kind} is {is_:.2f} of {others[0].kind}, real {real:.2f}, bearable {low:.2f}-{high:.2f}",
            )
        x0, y0, x1, y1 = scene.layout[one.id].box
        if max(x1 - x0, y1 - y0) < 0.035 * scene_size(scene)[1]:
            yield "size: a speck", f"{one.kind} {scene.layout[one.id].box}"
    tall = [_tall(scene, one) for one in ones]
    if max(tall) > 1.45 * min(tall):
        yield "size: unlike each other", f"{wish.figure} {min(tall):.0f}-{max(tall):.0f}"


_LEAST = {"in": 0.4, "behind": 0.3, "at": 0.4, "around": 0.5, "lying": 0.5, "hand": 0.5}
"""How much of the figure must be seen, where not two thirds of it are."""


def _hidden(wish: Wish, drawing: Drawing, ones: list[Thing], others: list[Thing]) -> Iterator[Fault]:
    """Who is covered too much, or has a covered face."""
    labels, number, numbers = drawing.labels(), 0, {}
    for root in drawing._roots():
        for thing in (root, *drawing._borne_by(root)):
            number += 1
            numbers[thing.id] = number
    for thing in (*ones, *others):
        sprite = drawing.sprites[thing.id]
        seen = float((labels == numbers[thing.id]).sum()) / max(1, int((sprite.rgba[..., 3] > 127).sum()))
        least = _LEAST.get(wish.check, 0.6) if thing in ones else 0.25 if wish.check == "seated" else 0.45
        if seen < least:
            yield "hidden", f"{thing.kind} seen {seen:.2f}"
        elif stock_of(thing).alive and wish.check not in ("behind", "lying"):
            face = _face_seen(drawing.scene, thing, labels, numbers)
            if face < 0.5:
                yield "face hidden", f"{thing.kind} {face:.2f}"


def _face_seen(scene: Scene, thing: Thing, labels: Any, numbers: dict[str, int]) -> float:
    figure = figure_of(thing)
    frame = frame_from(scene.layout[thing.id], figure)
    width, _ = scene_size(scene)
    share = labels.shape[1] / width
    x, y = frame.point(figure.anchors.eye)
    reach = max(1.5, 0.16 * figure.anchors.head * frame.factor * share)
    own = {numbers[thing.id]} | {
        numbers[one.id]
        for one in scene.objects
        if one.rel is not None and one.rel.to == thing.id and one.rel.type in ("wear", "cover")
    }
    ys, xs = np.ogrid[: labels.shape[0], : labels.shape[1]]
    disc = (xs - x * share) ** 2 + (ys - y * share) ** 2 <= reach**2
    there = labels[disc]
    return float(np.isin(there, list(own)).mean()) if there.size else 0.0


def left_behind(wish: Wish, picture: Shown) -> str:
    """What is carried and does not come along when the other moves; "" if it does."""
    ones, others = _of(picture.scene, wish.figure), _of(picture.scene, wish.ground)
    if wish.check not in _CARRIED or not ones or len(others) != 1:
        return ""
    noun = THINGS[wish.ground][wish.lang]
    lang: Any = wish.lang
    was = [picture.scene.layout[thing.id].box for thing in (*ones, *others)]
    side = (
        ("left", "左")
        if (was[-1][0] + was[-1][2]) / 2 > scene_size(picture.scene)[0] / 2
        else ("right", "右")
    )
    prompt = f"move the {noun[0]} to the {side[0]}" if lang == "en" else f"把{noun[1]}往{side[1]}移一点"
    composed = edit_scene(prompt, [picture.scene], ratio="1:1", seed=5, language=lang)
    after = arrange(composed.scene, former=composed.former)
    if any(after.thing(thing.id) is None for thing in (*ones, *others)):
        return f"gone: {prompt}"
    now = [after.layout[thing.id].box for thing in (*ones, *others)]
    moved = [(new[0] - old[0], new[1] - old[1]) for new, old in zip(now, was, strict=True)]
    if any(abs(x - moved[-1][0]) > 4 or abs(y - moved[-1][1]) > 4 for x, y in moved):
        return f"{prompt}: {moved}"
    return ""


def audit(
    seed: str, many: int, *, drawn: bool = True
) -> list[tuple[Wish, str, list[Fault], tuple[str, ...]]]:
    """Every wish with its verdict (`right`, `named`, `silent`, `untrue`, `refused`), its faults and what was said."""
    found: list[tuple[Wish, str, list[Fault], tuple[str, ...]]] = []
    for wish in wishes(random.Random(seed), many):
        try:
            picture = shown(wish, drawn=drawn)
            wrong = list(faults(wish, picture))
            if not wrong and (left := left_behind(wish, picture)):
                wrong.append(("left behind", left))
        except NotDrawable as exc:
            found.append((wish, "refused", [], (str(exc.message),)))
            continue
        if wish.check == "looking" and picture.notes:
            wrong.append(("looks elsewhere", ""))  # as the note says
        verdict = ("named" if wrong else "untrue") if picture.notes else "silent" if wrong else "right"
        found.append((wish, verdict, wrong, picture.notes))
    return found
