from __future__ import annotations

import re

import msgspec
import numpy as np
import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.sprites.tailor import GARMENTS, is_garment, kind_cut
from paintover.engines.illustrator.sprites.wardrobe import parts_of
from tests.engines.illustrator.scenes import drawn, scene, thing, with_things

WEARERS = ("girl", "man", "king", "panda", "cat", "horse", "penguin", "dog", "elephant", "snowman")


PLAIN = ("shirt", "coat", "dress", "kimono", "scarf", "jeans", "shorts")
FITTED = [(garment, wearer) for garment in PLAIN for wearer in WEARERS]
FITTED += [
    (garment, wearer)
    for garment in sorted({*GARMENTS} - {*PLAIN, *HAIR})
    for wearer in (("man", "girl") if garment == "gloves" else ("man", "panda", "horse"))
]


@pytest.mark.parametrize(("garment", "wearer"), FITTED)
def test_a_garment_lies_on_its_wearer(garment: str, wearer: str) -> None:
    bare = drawn(scene(thing("o1", wearer)))
    part = kinds()[garment].wear
    dressed = drawn(with_things(bare.scene, thing("o2", garment, "wear", "o1", part, colour="red")))
    body, cloth = bare.sprites["o1"], dressed.sprites["o2"]
    x0, y0, x1, y1 = body.box()
    left, top, right, bottom = cloth.box()
    wide, high = x1 - x0, y1 - y0
    assert x0 - 0.25 * wide <= left < right <= x1 + 0.25 * wide
    above = 0.04 * high if garment == "hooded-cape" else 0
    assert y0 - above <= top < bottom <= y1 + 0.03 * high
    assert max(right - left, bottom - top if garment == "belt" else 0) > 0.2 * wide
    inside = np.zeros((bare.height, bare.width), bool)
    window = body.rgba[..., 3] > 0
    inside[body.top : body.top + window.shape[0], body.left : body.left + window.shape[1]] = window
    covered = (bare.pixels != dressed.pixels).any(axis=-1)
    assert covered.sum() > 0.015 * inside.sum()
    assert (covered & inside).sum() > 0.6 * covered.sum()


def test_only_what_is_worn_is_cut_to_the_body() -> None:
    assert is_garment(thing("o2", "coat", "wear", "o1", "neck"))
    assert not is_garment(thing("o2", "coat"))
    assert not is_garment(thing("o2", "coat", "beside", "o1"))
    assert not is_garment(thing("o2", "hat", "wear", "o1", "head"))


def test_a_garment_has_the_colour_that_was_asked_for() -> None:
    bare = drawn(scene(thing("o1", "girl")))
    blue = drawn(with_things(bare.scene, thing("o2", "dress", "wear", "o1", "neck", colour="blue")))
    red = drawn(with_things(bare.scene, thing("o2", "dress", "wear", "o1", "neck", colour="red")))
    x0, y0, x1, y1 = blue.scene.layout["o2"].box
    middle = (slice((y0 + y1) // 2, y1 - 20), slice((x0 + x1) // 2 - 20, (x0 + x1) // 2 + 20))
    assert blue.pixels[middle][..., 2].mean() > blue.pixels[middle][..., 0].mean() + 40
    assert red.pixels[middle][..., 0].mean() > red.pixels[middle][..., 2].mean() + 40


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("a boy wearing green mittens and a scarf", "en"),
        ("戴红手套的女孩", "zh"),
        ("a girl with red gloves", "en"),
    ],
)
def test_gloves_are_on_the_hands(wish: str, language: str) -> None:
    made = compose_scene(wish, ratio="1:1", seed=3, language=language).scene  # type: ignore[arg-type]
    gloves = next(one for one in made.objects if one.kind == "gloves")
    wearer = next(one for one in made.objects if one.kind in ("boy", "girl"))
    assert gloves.rel == Relation(type="wear", to=wearer.id, part="hand")
    assert wearer.pose in (None, "reach")


def test_a_bear_has_no_hands_for_gloves() -> None:
    made = compose_scene("a bear with gloves", ratio="1:1", seed=3, language="en").scene
    assert made.objects[1].rel == Relation(type="hold", to="o1", part="hand")


def test_a_girl_whose_hair_is_told_has_no_tails_besides() -> None:
    made = compose_scene(
        "two girls, one with short hair and one with a ponytail", ratio="1:1", seed=3, language="en"
    ).scene
    girls = [one for one in made.objects if one.kind == "girl"]
    assert [one.shorn for one in girls] == [True, True]
    assert {one.kind for one in made.objects} == {"girl", "short-hair", "ponytail"}
    plain = figure_of(msgspec.structs.replace(girls[0], shorn=False)).body
    shorn = figure_of(girls[0]).body
    assert len(shorn) < len(plain)
    assert set(re.findall(r"<path[^>]*>", shorn)) < set(re.findall(r"<path[^>]*>", plain))
    red = compose_scene("a girl with red hair", ratio="1:1", seed=3, language="en").scene
    assert not red.objects[0].shorn
    again = edit_scene("give her pigtails", [made], ratio="1:1", seed=4, language="en").scene
    assert sum(one.kind == "pigtails" for one in again.objects) >= 1


def test_an_apron_shows_its_pattern() -> None:
    plain, striped = (
        drawn(compose_scene(f"a girl in {kind} apron", ratio="1:1", seed=3, language="en").scene)
        for kind in ("an", "a striped")
    )
    changed = (plain.pixels != striped.pixels).any(axis=-1).sum()
    assert changed > 500


def test_a_pig_wears_a_shirt_around_its_trunk_and_not_around_its_feet() -> None:
    bare = drawn(scene(thing("o1", "pig")))
    dressed = drawn(with_things(bare.scene, thing("o2", "shirt", "wear", "o1", "neck", colour="red")))
    (_, y0, _, y1), (_, top, _, bottom) = bare.sprites["o1"].box(), dressed.sprites["o2"].box()
    assert top < y0 + 0.2 * (y1 - y0)
    assert bottom - top > 0.6 * (y1 - y0)


def test_cloth_has_no_line_between_its_pieces() -> None:
    slanted = '<path d="M20 20H60L80 100H20Z" fill="#ff0000"/><path d="M60 20H100V100H80Z" fill="#ff00ff"/>'
    parts = parts_of(f'{slanted}<circle cx="40" cy="60" r="8" fill="#0000ff"/>')
    rows, columns = np.nonzero(parts.other[4 * 24 : 4 * 96, 4 * 52 : 4 * 96])
    assert not rows.size, columns
    assert parts.other[4 * 60, 4 * 40]


@pytest.mark.parametrize(
    ("label", "cut"),
    [
        ("衬衫", "dress-shirt"),
        ("shirt", "dress-shirt"),
        ("衣服", "clothes"),
        ("t-shirt", "shirt"),
        ("球衣", "shirt"),
    ],
)
def test_a_shirt_is_cut_as_it_is_called(label: str, cut: str) -> None:
    assert kind_cut(msgspec.structs.replace(thing("o1", "shirt"), label=label)) == cut
