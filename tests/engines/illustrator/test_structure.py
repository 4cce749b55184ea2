"""What a prompt says is so in the pixels: counts, colours, positions and relations, against the drawn sprites.

The prompts are generated in the manner of GenEval (Ghosh et al., 2023) from our own tables, in English and Chinese.
"""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest

from paintover.engines.illustrator.colour import PAINTS, rgb, to_lab
from paintover.engines.illustrator.drawing.render import Drawing, draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.staging.layout import arrange

NOUNS = (
    "cat", "dog", "horse", "sheep", "elephant", "bear", "zebra", "giraffe", "bird", "car", "bus", "truck", "bicycle",
    "chair", "couch", "bed", "dining-table", "tv", "laptop", "book", "clock", "vase", "apple", "banana", "pizza",
    "cake", "donut", "suitcase", "umbrella", "kite", "bench", "person", "boat", "train", "airplane", "teddy-bear",
)  # fmt: skip
SAID = {
    "left": ("a {a} to the left of a {b}", "{b}的左边有一个{a}"),
    "right": ("a photo of a {a} right of a {b}", "{b}右边有{a}"),
    "above": ("a {a} above a {b}", "{b}的上方有一个{a}"),
    "below": ("a {a} below a {b}", "{b}的下方有一个{a}"),
}
COLOURS = ("red", "blue", "green", "yellow", "purple", "pink", "orange")


def drawn(prompt: str, seed: int = 7) -> Drawing:
    scene = compose_scene(prompt, ratio="1:1", seed=seed, language=language_of(prompt)).scene
    return draw(arrange(scene))


def visible(drawing: Drawing, name: str) -> float:
    """Which share of a sprite's pixels is not covered by what is painted after it."""
    order = [*drawing.sprites]
    own = np.zeros((drawing.height, drawing.width), bool)
    covered = own.copy()
    roots = [thing.id for thing in drawing._roots()]
    for other in sorted(order, key=lambda one: roots.index(one) if one in roots else len(roots)):
        sprite = drawing.sprites[other]
        x0, y0 = max(0, sprite.left), max(0, sprite.top)
        part = sprite.rgba[y0 - sprite.top :, x0 - sprite.left :, 3] > 127
        part = part[: drawing.height - y0, : drawing.width - x0]
        window = (own if other == name else covered)[y0 : y0 + part.shape[0], x0 : x0 + part.shape[1]]
        if other == name:
            window |= part
            covered[:] = False
        else:
            window |= part
    whole = drawing.sprites[name].rgba[..., 3] > 127
    return float((own & ~covered).sum() / max(1, whole.sum()))


def centre(drawing: Drawing, name: str) -> tuple[float, float]:
    x0, y0, x1, y1 = drawing.scene.layout[name].box
    return (x0 + x1) / 2, (y0 + y1) / 2


def pairs(count: int) -> list[tuple[str, str]]:
    every = [pair for pair in combinations(NOUNS, 2) if "person" not in pair or "umbrella" not in pair]
    return random.Random(5).sample(every, count)


@pytest.mark.parametrize("relation", sorted(SAID))
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_positions_hold_in_the_picture(relation: str, lang: str) -> None:
    wrong = []
    for first, second in pairs(8):
        form = SAID[relation][lang == "zh"]
        prompt = form.format(a=names(lang, first), b=names(lang, second))
        drawing = drawn(prompt)
        by_kind = {thing.kind: thing.id for thing in drawing.scene.objects}
        if set(by_kind) != {first, second}:
            wrong.append((prompt, sorted(by_kind)))
            continue
        (ax, ay), (bx, by) = centre(drawing, by_kind[first]), centre(drawing, by_kind[second])
        holds = {"left": ax < bx, "right": ax > bx, "above": ay < by, "below": ay > by}[relation]
        seen = min(visible(drawing, name) for name in by_kind.values())
        if not holds or seen < 0.55:
            wrong.append((prompt, [f"{seen:.2f}", str(holds)]))
    assert wrong == []


@pytest.mark.parametrize("count", [2, 3, 4, 5, 8, 12, 20])
def test_as_many_as_were_said_are_seen_whole(count: int) -> None:
    for kind in random.Random(count).sample(NOUNS, 3):
        number = {2: "two", 3: "three", 4: "four", 5: "five"}.get(count, str(count))
        drawing = drawn(f"{number} {_plural(names('en', kind))}")
        assert [thing.kind for thing in drawing.scene.objects] == [kind] * count
        for name in drawing.sprites:
            x0, y0, x1, y1 = drawing.scene.layout[name].box
            assert 0 <= x0 < x1 <= drawing.width, (kind, count)
            assert 0 <= y0 < y1 <= drawing.height, (kind, count)
            assert visible(drawing, name) > 0.5, (kind, count)


@pytest.mark.parametrize("colour", COLOURS)
def test_a_colour_that_was_said_is_seen(colour: str) -> None:
    for kind in ("cat", "dog", "horse", "car", "bus", "suitcase", "chair", "vase", "umbrella", "hat"):
        drawing = drawn(f"a photo of a {colour} {names('en', kind)}")
        (name,) = drawing.sprites
        sprite = drawing.sprites[name].rgba
        solid = sprite[sprite[..., 3] > 250][:, :3].astype(int) // 32
        target = to_lab("#" + "".join(f"{value:02x}" for value in rgb(PAINTS[colour])))
        every = np.bincount(solid @ (64, 8, 1), minlength=512)
        cells = np.flatnonzero(every)
        counts = every[cells]
        labs = [
            to_lab("#" + "".join(f"{int(v) * 32 + 16:02x}" for v in (cell // 64, cell // 8 % 8, cell % 8)))
            for cell in cells
        ]
        turns = [np.arctan2(lab[2], lab[1]) - np.arctan2(target[2], target[1]) for lab in labs]
        close = [
            abs((turn + np.pi) % (2 * np.pi) - np.pi) < 0.5 and np.hypot(lab[1], lab[2]) > 0.04
            for turn, lab in zip(turns, labs, strict=True)
        ]
        assert counts[np.array(close)].sum() > 0.22 * counts.sum(), (kind, colour)


def test_twenty_things_are_still_legible() -> None:
    drawing = drawn("二十只动物")
    assert len({thing.kind for thing in drawing.scene.objects}) == 20
    for name in drawing.sprites:
        x0, y0, x1, y1 = drawing.scene.layout[name].box
        assert min(x1 - x0, y1 - y0) >= 40
        assert visible(drawing, name) > 0.5


def _plural(word: str) -> str:
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"
