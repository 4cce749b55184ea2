"""Ordinary first pictures: the place that is named, what stands beside a plate, one moon, a picnic on its mat."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import talk


def composed(prompt: str) -> Scene:
    language: Language = "en" if prompt.isascii() else "zh"
    done = compose_scene(prompt, ratio="1:1", seed=11, language=language)
    assert not done.notes
    return done.scene


@pytest.mark.parametrize(
    ("prompt", "place", "weather"),
    [
        ("a village in the snow at night", "village", "snow"),
        ("a forest covered in snow", "forest", "snow"),
        ("a street under the snow", "street", "snow"),
        ("a fox in the snow", "snow", "clear"),
        ("a jellyfish in the deep ocean", "underwater", "clear"),
        ("a street musician playing the guitar", "street", "clear"),
        ("a street performer juggling", "street", "clear"),
        ("街头艺人弹吉他", "street", "clear"),
        ("autumn in the park", "park", "clear"),
    ],
)
def test_it_plays_where_it_is_said(prompt: str, place: str, weather: str) -> None:
    env = composed(prompt).env
    assert (env.place, env.weather) == (place, weather)


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("长城，秋天", ["great-wall"]),
        ("autumn in the park", []),
        ("an arch of flowers", ["wedding-arch"]),
        ("a moon and a jade rabbit", ["moon", "rabbit"]),
        ("一个老人的肖像", ["old-man"]),
        ("a picnic with sandwiches in the park", ["picnic-mat", "sandwich", "sandwich", "sandwich"]),
        ("a picnic in the park", ["picnic-mat", "child", "child", "basket", "apple", "sandwich"]),
        ("公园里的野餐，有三明治和苹果", ["picnic-mat", "sandwich", "apple"]),
    ],
)
def test_it_shows_what_is_said_and_no_more(prompt: str, kinds: list[str]) -> None:
    assert sorted(one.kind for one in composed(prompt).objects) == sorted(kinds)


def test_an_old_man_is_portrayed_from_near() -> None:
    assert composed("一个老人的肖像").shot == "bust"


@pytest.mark.parametrize(
    ("prompt", "drink"), [("一盘饺子和一杯茶", "tea"), ("a plate of cookies and a glass of milk", "milk")]
)
def test_what_is_drunk_stands_beside_the_plate(prompt: str, drink: str) -> None:
    (one,) = (one for one in composed(prompt).objects if one.kind == drink)
    assert one.rel is None


@pytest.mark.parametrize(
    ("prompt", "table", "many"),
    [
        ("a home office with a laptop, a lamp and a coffee", "desk", 3),
        ("a cup of coffee in a cafe", "dining-table", 1),
        ("a bedroom with a candle", "nightstand", 1),
        ("厨房里有一个西瓜", "dining-table", 1),
        ("客厅里有一个花瓶", "dining-table", 1),
    ],
)
def test_what_is_small_is_not_on_the_floor_of_a_room(prompt: str, table: str, many: int) -> None:
    things = composed(prompt).objects
    (under,) = (one for one in things if one.kind == table)
    assert len([one for one in things if one.rel is not None and one.rel.to == under.id]) == many


@pytest.mark.parametrize(
    "prompt",
    [
        "a boy with a ball in a living room",
        "a cup of coffee",
        "a cake on a chair in the kitchen",
        "卧室里有一张床",
    ],
)
def test_no_table_comes_where_none_is_needed(prompt: str) -> None:
    assert not {"desk", "dining-table", "nightstand"} & {one.kind for one in composed(prompt).objects}


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("a windmill in a poppy field", ["windmill"]),
        ("a windmill in a lily field", ["windmill"]),
        ("a parrot at a waterfall in the jungle", ["parrot"]),
    ],
)
def test_a_field_of_flowers_has_them(prompt: str, kinds: list[str]) -> None:
    assert sorted(one.kind for one in composed(prompt).objects) == sorted(kinds)


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "a grandmother knitting in a rocking chair by the fireplace with a cat at her feet => make the cat ginger => give her glasses",
            "Added: glasses – worn by the grandmother",
        ),
        ("a field of poppies => make the poppies white", "Now: flowers – white"),
        (
            "a portrait of a woman with red hair => change her hair to black and straight",
            "Changed: woman – black hair",
        ),
        ("两个男孩在操场上踢足球 => 右边那个把手举起来", "改了：右边的男孩——举手"),
        ("下雪天的老街 => 街上加一个打伞的女孩", "加了：女孩；伞——由女孩拿着"),
        ("一个女老师站在黑板前给学生上课 => 把她的裙子改成紫色", "加了：裙子——紫色、在女老师身上"),
    ],
)
def test_everyday_changes_are_done_to_who_is_meant(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


def test_fruit_on_a_cake_with_candles_lies_on_its_icing() -> None:
    answer = talk("a birthday cake with five candles => put strawberries on top")[-1]
    scene = answer.scene
    cake = next(one for one in scene.objects if one.label == "birthday cake")
    left, top, right, bottom = scene.layout[cake.id].box
    fruit = [scene.layout[one.id].box for one in scene.objects if one.kind == "strawberry"]
    assert len(fruit) == 3
    for box in fruit:
        assert left < box[0]
        assert box[2] < right
        assert box[3] - box[1] < 0.3 * (bottom - top)
        assert top - 20 < box[3] < bottom


@pytest.mark.parametrize(
    "talked",
    [
        "厨师在厨房里切菜 => 帽子弄高一点",
        "a cook in a kitchen => make the hat taller",
        "a police officer => remove the hat",
    ],
)
def test_a_hat_that_is_drawn_with_somebody_is_not_denied(talked: str) -> None:
    told = talk(talked)[-1].told
    assert "part of the drawing" in told or "一部分" in told
