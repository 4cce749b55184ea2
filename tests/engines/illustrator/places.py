"""Wishes of things at a part of a place (in its water, on its sand, in a tree, on the wall, outside the window), made from
`places.toml`, and what of it the picture shows.

`wishes` makes sentences in English and Chinese whose right answer is known; `faults` looks for it in the boxes of the arranged
scene, in the pixels of things, and in those of the backdrop below them. `tools/places.py` counts.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.drawing.render import Drawing, draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import bearer_of, scene_size

_DATA = tomllib.loads((Path(__file__).parent / "places.toml").read_text(encoding="utf-8"))
THINGS: dict[str, dict[str, Any]] = _DATA["things"]
PLACES: list[dict[str, Any]] = _DATA["place"]
_EN = ("", "", "two", "three", "four", "five", "six")
_ZH = ("", "一", "两", "三", "四", "五", "六")
SIDE = 256
"""How large a picture is drawn to be looked at."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A sentence, and what it says: so many of one kind at a part of the place, or of another thing."""

    prompt: str
    lang: str
    check: str
    figure: str
    count: int
    ground: str | None
    extra: tuple[str, ...] = ()


def wishes(rng: random.Random, many: int) -> Iterator[Wish]:
    """So many sentences, the places in turn."""
    for number in range(many):
        yield _wish(rng, PLACES[number % len(PLACES)])


def _wish(rng: random.Random, said: dict[str, Any]) -> Wish:
    lang = rng.choice(("en", "zh"))
    a = rng.choice(said["a"])
    b = rng.choice([name for name in said.get("b", ()) if name != a] or [None])
    few = said.get("few", 1)
    count = rng.choice((few, few, *range(few, said.get("many", 1) + 1)))
    sentence: str = rng.choice(said[lang])
    prompt = sentence.format(**_words(a, count, b, lang))
    return Wish(prompt, lang, said["check"], a, count, b, tuple(said.get("extra", ())))


def _words(a: str, count: int, b: str | None, lang: str) -> dict[str, str]:
    def an(noun: str) -> str:
        return noun if noun == "stairs" else f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"

    one, other = THINGS[a], THINGS[b] if b is not None else None
    if lang == "zh":
        ground = "" if other is None else other["zh"][1]
        return {"a": f"{_ZH[count]}{one['zh'][0]}{one['zh'][1]}", "b": ground}
    plural = one["en"][-1] if len(one["en"]) > 1 else one["en"][0] + "s"
    return {
        "a": an(one["en"][0]) if count == 1 else f"{_EN[count]} {plural}",
        "b": "" if other is None else an(other["en"][0]),
    }


class Shown:
    """A picture of a wish, arranged, and drawn small on demand."""

    def __init__(self, wish: Wish, seed: int = 3) -> None:
        lang: Any = wish.lang
        composed = compose_scene(wish.prompt, ratio="1:1", seed=seed, language=lang)
        self.notes = tuple(composed.notes)
        self.scene = arrange(composed.scene, former=composed.former)

    @cached_property
    def drawing(self) -> Drawing:
        return draw(self.scene, SIDE, SIDE)

    @cached_property
    def empty(self) -> Any:
        """The pixels of the place with nobody in it."""
        return draw(msgspec.structs.replace(self.scene, objects=(), layout={}), SIDE, SIDE).pixels

    @cached_property
    def labels(self) -> Any:
        return self.drawing.labels()

    @cached_property
    def numbers(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for root in self.drawing._roots():
            for thing in (root, *self.drawing._borne_by(root)):
                found[thing.id] = len(found) + 1
        return found

    def seen(self, thing: Thing) -> float:
        """Which share of the thing's pixels is seen."""
        sprite = self.drawing.sprites[thing.id]
        whole = int((sprite.rgba[..., 3] > 127).sum())
        return float((self.labels == self.numbers[thing.id]).sum()) / max(1, whole)

    def outline(self, thing: Thing) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of what is seen of it, as shares of the picture."""
        rows, columns = np.nonzero(self.labels == self.numbers[thing.id])
        if not rows.size:
            return 0.0, 0.0, 0.0, 0.0
        return (
            float(columns.min()) / SIDE, float(rows.min()) / SIDE,
            float(columns.max() + 1) / SIDE, float(rows.max() + 1) / SIDE,
        )  # fmt: skip

    def below(self, thing: Thing) -> tuple[int, int, int]:
        """The colour of the backdrop just below what is seen of it."""
        left, _, right, bottom = self.outline(thing)
        row = min(SIDE - 2, round(bottom * SIDE) + 1)
        patch = self.empty[
            row : row + 2, round(left * SIDE) : max(round(left * SIDE) + 1, round(right * SIDE))
        ]
        red, green, blue = (int(value) for value in np.median(patch.reshape(-1, 3), axis=0))
        return red, green, blue


Fault = tuple[str, str]


def faults(wish: Wish, picture: Shown) -> Iterator[Fault]:
    """What is not as it was said: a short class, and the numbers."""
    ones = _of(picture.scene, wish.figure)
    others = _of(picture.scene, wish.ground) if wish.ground is not None else []
    if len(ones) != wish.count:
        yield "number of a", f"{len(ones)} for {wish.count}"
    if wish.ground is not None and len(others) != 1:
        yield "number of b", f"{len(others)} for 1"
    for name in wish.extra:
        if len(_of(picture.scene, name)) != 1:
            yield "number of c", name
    if not ones or (wish.ground is not None and not others):
        return
    check = globals()[f"_is_{wish.check}"]
    for one in ones:
        if wrong := check(wish, picture, one, others[0] if others else None, ones):
            yield f"place: {wish.check}", wrong
            break
    for thing in (*ones, *others):
        least = _LEAST.get(wish.check, 0.55) if thing in ones else 0.35
        if (seen := picture.seen(thing)) < least:
            yield "hidden", f"{thing.kind} seen {seen:.2f}"
        x0, y0, x1, y1 = picture.outline(thing)
        if max(x1 - x0, y1 - y0) < 0.035:
            yield "a speck", f"{thing.kind} {x1 - x0:.3f} {y1 - y0:.3f}"
    width, height = scene_size(picture.scene)
    for thing in ones:
        x0, y0, x1, y1 = picture.scene.layout[thing.id].box
        if x0 < -0.02 * width or y0 < -0.02 * height or x1 > 1.02 * width or y1 > 1.06 * height:
            yield "cut by the edge", f"{thing.kind} {x0, y0, x1, y1}"


_LEAST = {"far": 0.4, "around": 0.45, "outside": 0.4, "vessel": 0.4, "bed": 0.5}


def _of(scene: Scene, name: str) -> list[Thing]:
    kinds = {name, *THINGS[name].get("as", ())}
    return [thing for thing in scene.objects if thing.kind in kinds]


def _share(picture: Shown, thing: Thing) -> tuple[float, float, float, float]:
    width, height = scene_size(picture.scene)
    x0, y0, x1, y1 = picture.scene.layout[thing.id].box
    return x0 / width, y0 / height, x1 / width, y1 / height


def _is_water(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    """Cut by the surface, with water below it."""
    red, _, blue = picture.below(one)
    if blue < red + 25:
        return f"{one.kind} is not above water: {picture.below(one)}"
    full = picture.scene.layout[one.id].base / scene_size(picture.scene)[1]
    if full - picture.outline(one)[3] < 0.01:
        return f"{one.kind} is not cut by the water"
    return ""


def _is_sand(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    red, _, blue = picture.below(one)
    return "" if red > blue + 25 else f"{one.kind} is not above sand: {picture.below(one)}"


def _is_crown(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    assert other is not None
    a, b = _share(picture, one), _share(picture, other)
    high = b[3] - b[1]
    inside = b[0] - 0.02 <= (a[0] + a[2]) / 2 <= b[2] + 0.02
    return "" if inside and a[1] >= b[1] - 0.02 and a[3] <= b[1] + 0.86 * high else f"{a} {b}"


def _is_hangs(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    """From within the crown down to below it, off the ground."""
    assert other is not None
    a, b = _share(picture, one), _share(picture, other)
    high = b[3] - b[1]
    inside = b[0] - 0.05 <= (a[0] + a[2]) / 2 <= b[2] + 0.05
    hangs = b[1] + 0.1 * high <= a[1] <= b[1] + 0.75 * high and a[3] <= b[3] - 0.03 * high
    return "" if inside and hangs else f"{a} {b}"


def _is_branch(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    assert other is not None
    a, b = _share(picture, one), _share(picture, other)
    return "" if b[0] <= (a[0] + a[2]) / 2 <= b[2] and b[1] - 0.05 <= a[3] <= b[3] else f"{a} {b}"


def _is_wall(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    place = place_of(picture.scene.env, picture.scene.seed)
    a = _share(picture, one)
    return "" if place.indoors and a[3] < place.horizon and bearer_of(picture.scene, one) is None else f"{a}"


def _is_ceiling(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    place, a = place_of(picture.scene.env, picture.scene.seed), picture.outline(one)
    return "" if place.indoors and a[1] < 0.02 and a[3] < place.horizon + 0.05 else f"{a}"


def _window(picture: Shown) -> Thing | None:
    return next((one for one in picture.scene.objects if one.kind == "bay-window"), None)


def _is_sill(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    window = _window(picture)
    if window is None:
        return "no window"
    a, b = _share(picture, one), _share(picture, window)
    high = b[3] - b[1]
    right = b[0] - 0.02 <= (a[0] + a[2]) / 2 <= b[2] + 0.02
    return "" if right and b[1] + 0.5 * high <= a[3] <= b[3] - 0.08 * high else f"{a} {b}"


def _is_outside(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    window = _window(picture)
    if window is None:
        return "no window"
    a, b = picture.outline(one), _share(picture, window)
    inside = a[0] >= b[0] - 0.01 and a[2] <= b[2] + 0.01 and a[1] >= b[1] - 0.01 and a[3] <= b[3]
    return "" if inside else f"{a} {b}"


def _is_shelf(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    assert other is not None
    a, b = _share(picture, one), _share(picture, other)
    right = b[0] - 0.02 <= (a[0] + a[2]) / 2 <= b[2] + 0.02 and b[1] - 0.02 <= a[3] <= b[3]
    return "" if right and bearer_of(picture.scene, one) == other else f"{a} {b}"


def _is_vessel(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    assert other is not None
    a, b = picture.outline(one), _share(picture, other)
    within = b[0] - 0.02 <= a[0] and a[2] <= b[2] + 0.02
    wide = 0.15 * (b[2] - b[0])
    within = within or (
        b[0] - wide <= a[0] and a[2] <= b[2] + wide and wish.ground not in ("fishbowl", "jar")
    )
    inside = bearer_of(picture.scene, one) == other and a[3] > b[1] + 0.02
    if wish.ground in ("fishbowl", "jar"):
        inside = inside and a[1] >= b[1]
    return "" if within and inside else f"{a} {b}"


def _is_mat(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    assert other is not None
    a, b = _share(picture, one), _share(picture, other)
    high = b[3] - b[1]
    right = b[0] <= (a[0] + a[2]) / 2 <= b[2] and b[1] - 0.15 * high <= a[3] <= b[3] + 0.15 * high
    return "" if right else f"{a} {b}"


def _is_bed(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    assert other is not None
    a, b = _share(picture, one), _share(picture, other)
    lies = one.pose in ("lie", "sleep") and (a[2] - a[0]) > (a[3] - a[1]) * 0.75
    within = b[0] - 0.02 <= a[0] and a[2] <= b[2] + 0.02 and a[3] <= b[3]
    return "" if lies and within else f"{one.pose} {a} {b}"


def _is_by(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    assert other is not None
    a, b = _share(picture, one), _share(picture, other)
    gap = max(a[0] - b[2], b[0] - a[2])
    nearer = a[3] >= b[3] - 0.06
    return "" if gap < 0.12 and nearer else f"gap {gap:.2f} {a} {b}"


def _is_front(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    assert other is not None
    a, b = _share(picture, one), _share(picture, other)
    gap = max(a[0] - b[2], b[0] - a[2])
    return "" if gap < 0.15 and a[3] >= b[3] - 0.02 else f"gap {gap:.2f} {a} {b}"


def _is_under(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    assert other is not None
    a, b = _share(picture, one), _share(picture, other)
    high = b[3] - b[1]
    return "" if b[0] <= (a[0] + a[2]) / 2 <= b[2] and a[1] >= b[1] + 0.1 * high else f"{a} {b}"


def _is_on(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    assert other is not None
    a, b = _share(picture, one), _share(picture, other)
    high = b[3] - b[1]
    right = b[0] - 0.02 <= (a[0] + a[2]) / 2 <= b[2] + 0.02 and b[1] - 0.05 <= a[3] <= b[1] + 0.95 * high
    return "" if right else f"{a} {b}"


def _is_around(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    assert other is not None
    b = _share(picture, other)
    middles = [(_share(picture, each)[0] + _share(picture, each)[2]) / 2 for each in ones]
    middle = (b[0] + b[2]) / 2
    return "" if min(middles) < middle < max(middles) else f"{middles} {b}"


def _middle(picture: Shown, one: Thing) -> float:
    a = _share(picture, one)
    return (a[0] + a[2]) / 2


def _is_left(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    return "" if _middle(picture, one) < 0.46 else f"{_middle(picture, one):.2f}"


def _is_middle(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    others = [_middle(picture, each) for each in picture.scene.objects if each is not one]
    at = _middle(picture, one)
    between = min(others) < at < max(others) if len(others) > 1 else abs(at - 0.5) < 0.1
    return "" if between else f"{at:.2f} {others}"


def _is_corner(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    a = _share(picture, one)
    return "" if (a[0] + a[2]) / 2 > 0.62 and (a[1] + a[3]) / 2 < 0.38 else f"{a}"


def _is_far(wish: Wish, picture: Shown, one: Thing, other: Thing | None, ones: list[Thing]) -> str:
    """Behind the dog, and no larger than far things are."""
    dog = next((each for each in picture.scene.objects if each.kind == "dog"), None)
    if dog is None:
        return "no dog"
    a, b = _share(picture, one), _share(picture, dog)
    return "" if a[3] < b[3] - 0.02 else f"{a} {b}"


def audit(seed: str, many: int) -> list[tuple[Wish, str, list[Fault], tuple[str, ...]]]:
    """Each wish with its verdict: right, named (the answer owns up), silent, or refused."""
    found: list[tuple[Wish, str, list[Fault], tuple[str, ...]]] = []
    for wish in wishes(random.Random(seed), many):
        try:
            picture = Shown(wish)
        except NotDrawable as exc:
            found.append((wish, "refused", [], (exc.message,)))
            continue
        wrong = list(faults(wish, picture))
        verdict = (
            ("named" if picture.notes else "silent") if wrong else ("untrue" if picture.notes else "right")
        )
        found.append((wish, verdict, wrong, picture.notes))
    return found
