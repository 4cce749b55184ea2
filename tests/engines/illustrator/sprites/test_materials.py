"""What things are made of: said in many ways, drawn in the material's colour with its marks, and never in silence."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import PatternName, Thing
from paintover.engines.illustrator.sprites.patterns import NATURAL
from paintover.engines.illustrator.sprites.raster import Pixels, rasterise
from paintover.engines.illustrator.sprites.stock import figure_of, takes_pattern
from paintover.engines.illustrator.sprites.surfaces import materials

NAMES = sorted(materials())


def thing(kind: str, pattern: str | None = None, colour: str | None = None) -> Thing:
    return Thing(id="o1", kind=kind, label=kind, lang="en", rung="sprite", pattern=pattern, colour=colour)  # type: ignore[arg-type]


def pixels(one: Thing) -> Pixels:
    return rasterise(128, 128, figure_of(one).body)


def test_every_material_has_words_and_a_name_in_scenes() -> None:
    assert set(materials()) | set(NATURAL) == set(get_args(PatternName))
    assert set(word_table("materials")) == set(materials())


@pytest.mark.parametrize("name", NAMES)
def test_a_material_is_seen_on_animals_and_on_things(name: str) -> None:
    for kind in ("cat", "horse", "house", "car", "hat", "dragon"):
        if kind in materials()[name].natural:
            continue
        plain, made = pixels(thing(kind)), pixels(thing(kind, name))
        solid = plain[..., 3] > 60
        assert (np.abs(plain.astype(np.int16) - made).max(axis=-1) > 8)[solid].mean() > 0.08, kind
        assert takes_pattern(thing(kind, name))
        outline = solid != (made[..., 3] > 60 * materials()[name].clear)
        assert outline.mean() < 0.02, kind  # only its surface is another


@pytest.mark.parametrize("name", NAMES)
def test_a_colour_that_was_asked_for_is_that_of_the_material(name: str) -> None:
    shown = pixels(thing("cat", name, "blue"))
    red, _, blue = shown[shown[..., 3] > 100][:, :3].mean(axis=0)
    assert blue > red + 30


def test_a_wooden_cat_keeps_its_eyes() -> None:
    figure = figure_of(thing("cat", "wooden"))
    x, y = figure.anchors.eyes[0]
    shown = rasterise(128, 128, figure.body)
    assert int(shown[int(y), int(x), :3].sum()) < 0.6 * int(shown[int(y) + 14, int(x) + 10, :3].sum())


def test_what_is_made_of_it_anyway_is_drawn_as_ever() -> None:
    assert figure_of(thing("dining-table", "wooden")) is figure_of(thing("dining-table"))
    known = set(kinds())
    assert all(len(material.natural & known) > 0 or not material.natural for material in materials().values())


@pytest.mark.parametrize(
    ("prompt", "kind", "pattern", "colour"),
    [
        ("a wooden cat", "cat", "wooden", None),
        ("a glass swan", "swan", "glass", None),
        ("a blue glass vase", "vase", "glass", "blue"),
        ("a horse made of stone", "horse", "stone", None),
        ("a castle made out of ice", "castle", "ice", None),
        ("a red knitted rabbit", "rabbit", "knitted", "red"),
        ("木头的猫", "cat", "wooden", None),
        ("一座石头房子", "house", "stone", None),
        ("玻璃做的天鹅", "swan", "glass", None),
        ("一只毛线小熊", "bear", "knitted", None),
        ("巧克力兔子", "rabbit", "chocolate", None),
        ("un gato de madera", "cat", "wooden", None),
        ("un chat en bois", "cat", "wooden", None),
        ("ein Haus aus Holz", "house", "wooden", None),
        ("een houten paard", "horse", "wooden", None),
        ("деревянный дом", "house", "wooden", None),
        ("ガラスのうさぎ", "rabbit", "glass", None),
        ("유리로 만든 말", "horse", "glass", None),
    ],
)
def test_a_material_is_read_in_every_language(
    prompt: str, kind: str, pattern: str, colour: str | None
) -> None:
    language: Language = "zh" if "\u4e00" <= prompt[0] <= "\u9fff" else "en"
    done = compose_scene(prompt, ratio="1:1", seed=1, language=language)
    (one,) = done.scene.objects
    assert (one.kind, one.pattern, one.colour) == (kind, pattern, colour)
    assert done.notes == ()


@pytest.mark.parametrize("wish", ["make the cat wooden", "把猫变成木头的", "turn the cat into a wooden cat"])
def test_an_edit_gives_somebody_another_material(wish: str) -> None:
    base = compose_scene("a cat and a dog", ratio="1:1", seed=1, language="en").scene
    done = edit_scene(wish, [base], ratio="1:1", seed=2, language="en")
    assert {(one.kind, one.pattern) for one in done.scene.objects} == {("cat", "wooden"), ("dog", None)}


def test_a_drink_and_a_noun_are_no_materials() -> None:
    scene = compose_scene(
        "a glass of water on the table and a stone", ratio="1:1", seed=1, language="en"
    ).scene
    assert {one.pattern for one in scene.objects} == {None}
    assert {"drinking-glass", "rock"} <= {one.kind for one in scene.objects}
