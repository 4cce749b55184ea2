"""Edits that bring one more into a picture that is full already, made from `beside.toml`, and how it stands there.

`wishes` makes pairs of sentences, a picture's and an edit's, in English and Chinese; `faults` looks in the pixels of the
drawn picture for what a stranger would call wrong: the side, what is hidden, the edge, the ground, the size.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.drawing.render import Drawing, draw
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.stock import figure_of, height_of
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import bearer_of, looms, scene_size

_DATA = tomllib.loads((Path(__file__).parent / "beside.toml").read_text(encoding="utf-8"))
THINGS: dict[str, dict[str, Any]] = _DATA["things"]
SCENES: list[dict[str, Any]] = _DATA["scene"]
RELATIONS: list[dict[str, Any]] = _DATA["relation"]
_SIDE = 256
SEEN, LOOMS, HIDDEN, FACE = 0.85, 0.55, 0.15, 0.1
"""At least so much of a newcomer is seen, and of a tree or a truck, which may stand behind others, and at most so much of another, or of a face, is hidden by it."""
_COMMON, _NEXT, _PAST = 0.55, 0.25, 0.55
"""How much of the narrower one's breadth two beside each other share at most, how far apart they are at most, and where a
side of the picture begins, as shares of its breadth."""
_AT_FRONT = 0.5
"""So much of what one is in front of may be hidden."""

Fault = tuple[str, str]
Labels = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture, the edit that brings something into it, and what must be so afterwards."""

    before: str
    prompt: str
    lang: Any
    check: str
    comes: str
    anchor: str
    seed: int


def wishes(rng: random.Random, many: int) -> Iterator[Wish]:
    """So many edits, scenes and relations in turn."""
    for number in range(many):
        lang = rng.choice(("en", "zh"))
        scene, said = SCENES[number % len(SCENES)], rng.choice(RELATIONS)
        en, zh, anchor = rng.choice(scene["anchors"])
        comes = rng.choice(scene["comes"])
        noun, (measure, name) = THINGS[comes]["en"], THINGS[comes]["zh"]
        words = {
            "n": f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}",
            "a": en if lang == "en" else zh,
            "z": measure + name,
        }
        prompt = rng.choice(said[lang]).format(**words)
        yield Wish(scene[lang], prompt, lang, said["check"], comes, anchor, rng.randrange(1, 90))


@cache
def _first(wish: str, lang: Any, seed: int) -> Drawing:
    scene = compose_scene(wish, ratio="1:1", seed=seed, language=lang).scene
    return draw(arrange(scene), _SIDE, _SIDE)


def shown(wish: Wish) -> tuple[Drawing, Drawing]:
    """The picture before and after, drawn small."""
    before = _first(wish.before, wish.lang, wish.seed)
    done = edit_scene(wish.prompt, [before.scene], ratio="1:1", seed=wish.seed + 1, language=wish.lang)
    return before, draw(arrange(done.scene, former=done.former), _SIDE, _SIDE)


def faults(wish: Wish, before: Drawing, after: Drawing) -> Iterator[Fault]:
    """What is not as it should be: a short class, and the numbers."""
    there = {one.id for one in before.scene.objects}
    kinds = _kinds(wish.comes)
    new = [one for one in after.scene.objects if one.id not in there]
    ones = [one for one in new if one.kind in kinds]
    anchors = [one for one in before.scene.objects if one.kind in _kinds(wish.anchor)]
    if len(ones) != 1:
        yield "number", f"{[one.kind for one in new]}"
        return
    if not anchors:
        yield "no anchor", f"{[one.kind for one in before.scene.objects]}"
        return
    (one,) = ones
    if wrong := _misplaced(wish, after.scene, one, anchors):
        yield f"{'told' if _is_told(wish, before.scene, after.scene) else 'side'}: {wish.check}", wrong
    yield from _hidden(wish, before, after, one)
    yield from _out_of_place(after.scene, one)
    for other in before.scene.objects:
        was, now = before.scene.layout[other.id], after.scene.layout.get(other.id)
        if now is None or (was.x, was.base, was.scale) != (now.x, now.base, now.scale):
            yield "moved", other.kind


def _is_told(wish: Wish, before: Scene, after: Scene) -> bool:
    """Whether the answer says that it is before the other, or behind it, where it was to be at its side."""
    said = account([before], after, wish.lang) or ""
    return any(word in said for word in ("in front of", "behind", "前面", "后面"))


def _misplaced(wish: Wish, scene: Scene, one: Thing, anchors: list[Thing]) -> str:
    width = scene_size(scene)[0]
    own = scene.layout[one.id].box
    middle = (own[0] + own[2]) / 2
    if wish.check == "anywhere":
        return ""
    if wish.check.startswith("at-"):
        share = middle / width if wish.check == "at-right" else 1 - middle / width
        return "" if share >= _PAST else f"at {share:.2f}"
    others = [scene.layout[each.id] for each in anchors]
    wrong = []
    for other in others:
        box = other.box
        common = min(own[2], box[2]) - max(own[0], box[0])
        narrow = min(own[2] - own[0], box[2] - box[0])
        right = middle > (box[0] + box[2]) / 2
        if wish.check == "front":
            placed = scene.layout[one.id]
            level = bearer_of(scene, one) is not None
            if not (placed.base >= other.base or level) or common < -0.1 * width:
                wrong.append(f"base {placed.base - other.base:.0f} apart {-common / width:.2f}")
        elif common > _COMMON * narrow:
            wrong.append(f"common {common / narrow:.2f}")
        elif -common > _NEXT * width and wish.check == "beside":
            wrong.append(f"apart {-common / width:.2f}")
        elif wish.check in ("left", "right") and right != (wish.check == "right"):
            wrong.append("other side")
        else:
            return ""
    return ", ".join(wrong)


def _numbers(drawing: Drawing) -> dict[str, int]:
    return {one.id: number for number, one in enumerate((t for g in drawing.painted() for t in g), 1)}


def _hidden(wish: Wish, before: Drawing, after: Drawing, one: Thing) -> Iterator[Fault]:
    numbers, was_numbers = _numbers(after), _numbers(before)
    labels, was = after.labels(), before.labels()
    own = [n for key, n in numbers.items() if key not in was_numbers]
    whole = int((after.sprites[one.id].rgba[..., 3] > 127).sum())
    seen = float(np.isin(labels, own).sum()) / max(1, whole)
    if seen < (LOOMS if looms(after.scene, one, before.scene.layout) else SEEN):
        yield "hidden", f"seen {seen:.2f}"
    mine = np.isin(labels, own)
    for other in before.scene.objects:
        shape = was == was_numbers[other.id]
        least = _AT_FRONT if wish.check == "front" and other.kind == wish.anchor else HIDDEN
        if shape.sum() < 12 or other.kind == "rug":
            continue
        hides = float((shape & mine).sum() / shape.sum())
        if hides > least and other.id != _bearer(after.scene, one):
            yield "hides", f"{other.kind} {hides:.2f}"
        face = face_of(other, before.scene.layout[other.id])
        if face is None:
            continue
        left, top, right, bottom = (max(0, round(side * _SIDE / scene_size(after.scene)[0])) for side in face)
        part = shape[top:bottom, left:right]
        if part.sum() and (part & mine[top:bottom, left:right]).sum() > FACE * part.sum():
            yield "hides a face", other.kind


def _bearer(scene: Scene, one: Thing) -> str:
    bearer = bearer_of(scene, one)
    return "" if bearer is None else bearer.id


def _out_of_place(scene: Scene, one: Thing) -> Iterator[Fault]:
    width, height = scene_size(scene)
    x0, y0, x1, y1 = scene.layout[one.id].box
    if x0 < -0.01 * width or y0 < -0.01 * height or x1 > 1.01 * width or y1 > 1.01 * height:
        yield "edge", f"{x0, y0, x1, y1}"
    if bearer_of(scene, one) is not None:
        return
    if scene.layout[one.id].base < place_of(scene.env, scene.seed).horizon * height:
        yield "in the air", f"{scene.layout[one.id].base:.0f}"
    scales = sorted(
        scene.layout[other.id].scale * figure_of(other).tall / UNIT / height_of(other) ** COMPRESSION
        for other in scene.objects
        if other.id != one.id and bearer_of(scene, other) is None and other.kind != "rug"
    )
    usual = scales[len(scales) // 2]
    share = scene.layout[one.id].scale * figure_of(one).tall / UNIT / height_of(one) ** COMPRESSION / usual
    if not 0.4 <= share <= 1.6:
        yield "size", f"{share:.2f}"


def audit(seed: str, many: int) -> list[tuple[Wish, list[Fault]]]:
    """Every wish with its faults."""
    return [(wish, list(faults(wish, *shown(wish)))) for wish in wishes(random.Random(seed), many)]


def _kinds(name: str) -> set[str]:
    return {name, *THINGS.get(name, {}).get("as", ())}
