"""What is told of everyday things is drawn as it is met every day: fish on a table cooked, a bus stop in a street."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture, language_of


def kinds_of(scene: Scene) -> list[str]:
    return sorted(one.kind for one in scene.objects)


@pytest.mark.parametrize(
    ("wish", "place"),
    [
        ("公交车站，三个人在等车", "street"),
        ("Santa Claus next to a Christmas tree", "room"),
        ("圣诞老人在圣诞树下放礼物", "room"),
        ("two boys in front of a goal", "stadium"),
        ("two children in front of a Christmas tree", "room"),
        ("Santa Claus next to a Christmas tree in the snow", "snow"),
        ("a king sitting on his throne", "palace"),
        ("a cat and a vase", "room"),
        ("a man holding a frying pan", "kitchen"),
        ("a girl with a frying pan and a campfire", "meadow"),
        ("a man and toast", "kitchen"),
        ("a woman vacuuming", "room"),
    ],
)
def test_it_is_where_such_a_thing_is_met(wish: str, place: str) -> None:
    assert first_picture(wish).env.place == place


@pytest.mark.parametrize(
    ("wish", "kind", "count"),
    [
        ("a pumpkin patch at night", "pumpkin", 6),
        ("a scarecrow in the corn field", "corn", 6),
        ("two kids in a cherry orchard", "cherry-tree", 3),
        ("草莓园里有两个孩子", "strawberry", 6),
        ("桃树林里两个女孩在跳舞", "girl", 2),
        ("饺子和一碟醋", "dipping-sauce", 1),
        ("a bowl of soy sauce next to sushi", "dipping-sauce", 1),
        ("a table with a bowl of rice and a fish", "fish-dish", 1),
        ("鱼缸放在桌子上，里面有一条鱼", "fish-dish", 0),
    ],
)
def test_so_many_of_them_are_drawn(wish: str, kind: str, count: int) -> None:
    assert kinds_of(first_picture(wish)).count(kind) == count


@pytest.mark.parametrize(
    ("wish", "edit", "pattern"),
    [
        ("three pigs in front of a brick house", "turn the house into straw", "straw"),
        ("three pigs in front of a brick house", "make the house of wood", "wooden"),
    ],
)
def test_a_house_becomes_one_of_another_stuff(wish: str, edit: str, pattern: str) -> None:
    base = first_picture(wish)
    composed = edit_scene(edit, [base], ratio="1:1", seed=4, language=language_of(edit))
    assert [one.pattern for one in composed.scene.objects if one.kind == "house"] == [pattern]
    assert kinds_of(composed.scene) == kinds_of(base)


def test_a_fish_that_is_served_is_cooked() -> None:
    base = first_picture("餐桌上有一碗米饭")
    composed = edit_scene("桌上再加一条鱼", [base], ratio="1:1", seed=4, language="zh")
    assert kinds_of(composed.scene) == ["dining-table", "fish-dish", "rice"]


def test_who_joins_a_rider_of_a_broom_sits_behind() -> None:
    base = first_picture("a witch flying on a broom over a village at night")
    composed = edit_scene("add a black cat on the broom", [base], ratio="1:1", seed=4, language="en")
    scene = arrange(composed.scene, former=composed.former)
    broom = next(one for one in scene.objects if one.kind == "broom")
    cat = next(one for one in scene.objects if one.kind == "cat")
    assert (cat.rel and cat.rel.type, cat.rel and cat.rel.to) == ("on", broom.id)
    assert scene.layout.items() >= base.layout.items()


def test_the_rabbit_of_the_moon_is_a_rabbit_in_the_arms() -> None:
    base = first_picture("嫦娥抱着玉兔站在月亮上")
    rabbit = next(one for one in base.objects if one.kind == "rabbit")
    assert rabbit.rel is not None
    assert rabbit.rel.type == "hold"
    composed = edit_scene("玉兔改成黑色", [base], ratio="1:1", seed=4, language="zh")
    assert [one.colour for one in composed.scene.objects if one.kind == "rabbit"] == ["black"]


def test_what_is_said_to_come_takes_the_place_of_what_is_called_so() -> None:
    base = first_picture("三只小猪在砖房子前面")
    composed = edit_scene("换成草房子", [base], ratio="1:1", seed=4, language="zh")
    assert [one.label for one in composed.scene.objects if one.kind != "pig"] == ["草房子"]
    assert kinds_of(composed.scene).count("pig") == kinds_of(base).count("pig")


def test_a_face_told_behind_a_thing_is_somebodys() -> None:
    scene = first_picture("办公室里一个女孩在电脑前加班，很累的样子")
    assert [(one.kind, one.mood) for one in scene.objects if one.mood] == [("girl", "tired")]


@pytest.mark.parametrize(
    ("wish", "edit", "colour"),
    [
        ("an old man in a park", "give him a beard", "white"),
        ("a man with black hair", "give him a moustache", "black"),
        ("a man with black hair", "give him a red beard", "red"),
    ],
)
def test_a_beard_grows_in_the_colour_of_the_hair(wish: str, edit: str, colour: str) -> None:
    composed = edit_scene(edit, [first_picture(wish)], ratio="1:1", seed=4, language="en")
    assert [one.colour for one in composed.scene.objects if one.kind in ("beard", "moustache")] == [colour]
