"""Clothes that lie on furniture are seen there as things, and are not worn by it; what is on the floor is on no bed."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.tailor import is_garment
from paintover.engines.illustrator.staging.layout import arrange


def talk(text: str) -> Scene:
    wish, *changes = text.split(" => ")
    scene = arrange(compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish)).scene)
    for change in changes:
        composed = edit_scene(change, [scene], ratio="1:1", seed=4, language=language_of(change))
        scene = arrange(composed.scene, former=composed.former)
    return scene


@pytest.mark.parametrize(
    ("text", "kind", "worn"),
    [
        ("a bedroom with a bed => put socks on the bed", "socks", False),
        ("a bench in a park => put a dress on the bench", "dress", False),
        ("a chair in a room => hang a jacket over the chair", "jacket", False),
        ("a living room with a sofa => put a coat over the sofa", "coat", False),
        ("床上有一条裙子", "dress", False),
        ("a girl => put a scarf on the girl", "scarf", True),
        ("a tree in winter => put a scarf on the tree", "scarf", True),
    ],
)
def test_clothes_are_worn_by_nobody_but_who_wears_them(text: str, kind: str, worn: bool) -> None:
    (one,) = (one for one in talk(text).objects if one.kind == kind)
    assert one.rel is not None
    assert is_garment(one) is worn


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a bedroom with a bed => put a doll on the bed => leave a shoe on the floor", "shoe"),
        ("a chair in a room => hang a jacket over the chair => drop two socks on the floor", "socks"),
        ("卧室里有一张床 => 床上放个娃娃 => 地上扔一只鞋", "shoe"),
    ],
)
def test_what_is_on_the_floor_is_on_no_furniture(text: str, kind: str) -> None:
    assert [one.rel for one in talk(text).objects if one.kind == kind] == [None]


@pytest.mark.parametrize(
    ("wish", "kind", "many"),
    [
        ("two socks on a bed", "socks", 1),
        ("two pairs of socks on a bed", "socks", 2),
        ("a pair of gloves on a table", "gloves", 1),
        ("床上有两只袜子", "socks", 1),
        ("床上有两双袜子", "socks", 2),
    ],
)
def test_two_socks_are_one_pair(wish: str, kind: str, many: int) -> None:
    assert sum(one.kind == kind for one in talk(wish).objects) == many
