"""Shops: each with a front, an inside and a sign of its own."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.backdrops import PLACES
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.sprites.art import icon_names
from paintover.engines.illustrator.sprites.figures import figure
from paintover.engines.illustrator.staging.layout import arrange


def composed(prompt: str) -> Composed:
    language: Language = "en" if prompt.isascii() else "zh"
    return compose_scene(prompt, ratio="1:1", seed=3, language=language)


def test_every_shop_has_wares_that_can_be_drawn_and_an_inside() -> None:
    for name, shop in shops().items():
        assert {shop.sign, *shop.wares} <= icon_names(), name
        assert shop.place(name) in PLACES, name
        assert PLACES[shop.place(name)].indoors, name


def test_no_two_fronts_look_the_same() -> None:
    assert len({figure(f"prop:{name}").body for name in shops()}) == len(shops())


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("a flower shop with buckets of tulips outside", "flower-shop"),
        ("一家花店，门口摆着玫瑰", "flower-shop"),
        ("a boy standing outside a bakery", "bakery"),
        ("a girl in front of a toy shop", "toy-shop"),
        ("奶茶店门口排着队的女孩", "bubble-tea-shop"),
        ("书店", "bookshop"),
        ("一家叫“小熊书屋”的书店，门口有一只猫", "bookshop"),
        ("a puppy in the pet shop window", "pet-shop"),
        ("水果店的门口，摆着三箱橙子", "fruit-shop"),
        ("a street with a café", "coffee-shop"),
    ],
)
def test_from_outside_its_front_is_seen(prompt: str, kind: str) -> None:
    scene = composed(prompt).scene
    assert kind in [thing.kind for thing in scene.objects]
    assert scene.env.place == "pavement"


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("小男孩在理发店剪头发", "barber-shop"),
        ("a hair salon where a woman gets her hair cut", "hair-salon"),
        ("宠物店里有三只小狗", "pet-shop"),
        ("一只橘猫坐在面包店的柜台上", "bakery"),
        ("一家面包店，老板在柜台后面卖面包", "bakery"),
        ("a girl reading in a bookshop", "library"),
        ("two friends drinking coffee in a café", "cafe"),
        ("超市里妈妈推着购物车", "supermarket-hall"),
    ],
)
def test_who_is_inside_sees_its_shelves(prompt: str, place: str) -> None:
    scene = composed(prompt).scene
    assert scene.env.place == place
    assert not [thing.kind for thing in scene.objects if thing.kind in shops()]


@pytest.mark.parametrize(
    ("prompt", "kind", "name"),
    [
        ('a bakery called "Sunny Loaf"', "bakery", "Sunny Loaf"),
        ("a bookshop named The Old Owl", "bookshop", "The Old Owl"),
        ("一家叫“老王面馆”的面馆", "noodle-shop", "老王面馆"),
        ("一家叫花语的花店", "flower-shop", "花语"),
    ],
)
def test_its_name_stands_on_its_sign(prompt: str, kind: str, name: str) -> None:
    done = composed(prompt)
    assert [(thing.kind, thing.says) for thing in done.scene.objects] == [(kind, name)]
    assert not done.notes


@pytest.mark.parametrize("place", ["barber-shop", "toy-shop", "pavement"])
def test_it_can_be_drawn_at_any_hour(place: str) -> None:
    scene = composed("a dog at night").scene
    env = type(scene.env)(place=place, time="night")
    scene = type(scene)(seed=2, ratio="1:1", env=env, objects=scene.objects)
    assert draw(arrange(scene), 96, 96).pixels.std() > 10
