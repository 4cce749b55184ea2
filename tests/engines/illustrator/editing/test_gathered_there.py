"""Who belongs to a birthday, a picnic or a couch in a new picture is at it: at one table, on one mat, between those two."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.layout import arrange


def _staged(prompt: str) -> Scene:
    return arrange(compose_scene(prompt, ratio="1:1", seed=3, language=language_of(prompt)).scene)


def _alive(scene: Scene) -> list[str]:
    return [one.id for one in scene.objects if stock_of(one).alive]


@pytest.mark.parametrize(
    ("prompt", "ground", "guests"),
    [
        ("小朋友们在家里开生日派对，桌子上有一个蛋糕", "dining-table", 3),
        ("小朋友们在给一个男孩过生日，桌上有蛋糕", "dining-table", 4),
        ("kids celebrating a birthday around a table with a cake", "dining-table", 3),
        ("a beach picnic with mom, dad and a baby", "picnic-mat", 3),
        ("海边野餐，一家三口坐在垫子上", "picnic-mat", 3),
        ("a couple sitting under a tree having a picnic", "picnic-mat", 2),
    ],
)
def test_all_are_at_the_one_table(prompt: str, ground: str, guests: int) -> None:
    scene = _staged(prompt)
    (table,) = [one for one in scene.objects if one.kind == ground]
    there = [
        one for one in scene.objects if stock_of(one).alive and one.rel is not None and one.rel.to == table.id
    ]
    assert len(there) == len(_alive(scene)) == guests
    assert sum("cake" in one.kind for one in scene.objects) <= 1
    assert not any(one.kind == "rug" for one in scene.objects)


def test_who_brings_the_cake_is_not_at_the_table() -> None:
    scene = _staged("妈妈端着生日蛋糕走过来，两个孩子在跳舞")
    assert all(one.rel is None or one.rel.type != "behind" for one in scene.objects)


@pytest.mark.parametrize(
    ("prompt", "middle"),
    [
        ("grandma and grandpa on the couch, their granddaughter sits between them", "girl"),
        ("a boy sitting between his parents on the couch", "boy"),
        ("爷爷奶奶坐在沙发上，孙女坐在中间", "girl"),
        ("小女孩坐在爸爸妈妈中间", "girl"),
    ],
)
def test_who_sits_between_two_is_in_the_middle(prompt: str, middle: str) -> None:
    scene = _staged(prompt)
    row = sorted(
        (one for one in scene.objects if stock_of(one).alive), key=lambda one: scene.layout[one.id].x
    )
    assert [one.kind == middle for one in row] == [False, True, False]
    if any(one.kind == "couch" for one in scene.objects):
        assert len({one.rel for one in row}) == 1


def test_who_waits_for_a_bus_is_on_the_pavement() -> None:
    scene = _staged("a bus at a bus stop and three people waiting")
    bus = next(one for one in scene.objects if one.kind == "bus")
    waiting = [scene.layout[key] for key in _alive(scene)]
    assert len(waiting) == 3
    assert all(one.base < scene.layout[bus.id].base for one in waiting)


@pytest.mark.parametrize(
    "prompt",
    ["一家三口拖着行李箱在机场等飞机", "a family waiting for their plane at the airport with suitcases"],
)
def test_who_waits_for_a_plane_is_in_the_hall(prompt: str) -> None:
    assert _staged(prompt).env.place == "airport-hall"


def test_who_rides_a_bus_is_in_that_bus() -> None:
    scene = _staged("司机开公交车，车上坐着几个小朋友")
    (bus,) = [one for one in scene.objects if one.kind == "bus"]
    assert scene.env.place == "street"
    assert {one.rel.to for one in scene.objects if stock_of(one).alive and one.rel is not None} == {bus.id}


def test_nobody_wears_the_crown_of_a_tree() -> None:
    scene = _staged("a kid sitting under an apple tree reading a book")
    kid, tree = (
        next(scene.layout[one.id] for one in scene.objects if one.kind == kind)
        for kind in ("child", "apple-tree")
    )
    assert abs(kid.x - tree.x) > 0.3 * (tree.box[2] - tree.box[0]) / 2


def test_who_is_beside_several_is_at_their_end() -> None:
    scene = _staged("运动会上三个同学在跑步，旁边有人加油")
    runners = [scene.layout[one.id].x for one in scene.objects if one.pose == "run"]
    (other,) = [scene.layout[one.id].x for one in scene.objects if one.pose == "cheer"]
    assert other < min(runners) or other > max(runners)


def test_those_who_are_watched_are_no_others() -> None:
    scene = _staged("three kids building a sandcastle and a crab watching them")
    assert sum(one.kind == "child" for one in scene.objects) == 3


def test_a_crowd_watches_the_one_musician() -> None:
    scene = _staged("a street musician playing guitar and a crowd watching him")
    assert sum(one.kind == "guitar" for one in scene.objects) == 1


@pytest.mark.parametrize(
    ("prompt", "small", "large", "most"),
    [
        ("一位医生在给一只小熊看病", "bear", "doctor", 0.9),
        ("a hen with five chicks on the farm", "chick", "chicken", 0.5),
        ("a girl feeding ducks at the pond", "duck", "girl", 0.5),
        ("爷爷在湖边钓鱼，水里有两条鱼", "fish", "old-man", 0.5),
        ("两个孩子在玩跷跷板，妈妈站在旁边", "child", "woman", 0.85),
    ],
)
def test_the_small_are_small_beside_the_large(prompt: str, small: str, large: str, most: float) -> None:
    scene = _staged(prompt)
    high = {one.kind: scene.layout[one.id].box[3] - scene.layout[one.id].box[1] for one in scene.objects}
    assert high[small] < most * high[large]


@pytest.mark.parametrize(
    "prompt",
    [
        "a teacher writing on the blackboard while a boy raises his hand",
        "老师站在黑板前面给两个学生上课",
        "老师在黑板上写字，学生们坐着听",
        "a teacher standing at the blackboard in front of two pupils",
    ],
)
def test_a_lesson_has_the_board_on_the_wall(prompt: str) -> None:
    scene = _staged(prompt)
    assert scene.env.place == "classroom"
    assert not any(one.kind == "blackboard" for one in scene.objects)
    teacher = next(one for one in scene.objects if one.kind == "teacher")
    others = [key for key in _alive(scene) if key != teacher.id]
    assert all(scene.layout[key].x < scene.layout[teacher.id].x for key in others)


@pytest.mark.parametrize(
    ("prompt", "row"),
    [
        ("老师左边站着三个学生，右边放着一块黑板", ["pupil", "pupil", "pupil", "teacher", "blackboard"]),
        ("树的左边坐着一个男孩，右边站着一头牛", ["boy", "tree", "ox"]),
        ("a boy with a dog on his left and a cat on his right", ["dog", "boy", "cat"]),
        ("国王坐在宝座上，士兵站在两边", ["soldier", "throne", "soldier"]),
        ("a boy sitting on a bench and a girl standing to the left of him", ["girl", "bench"]),
    ],
)
def test_both_sides_are_of_the_one_between(prompt: str, row: list[str]) -> None:
    scene = _staged(prompt)
    there = [one for one in scene.objects if one.rel is None or one.rel.type in ("left", "right")]
    assert [one.kind for one in sorted(there, key=lambda one: scene.layout[one.id].x)] == row


def test_ducklings_are_smaller_than_their_mother() -> None:
    scene = _staged("鸭妈妈带着五只小鸭子过马路")
    high = sorted(scene.layout[key].box[3] - scene.layout[key].box[1] for key in _alive(scene))
    assert high[-2] < 0.75 * high[-1]


@pytest.mark.parametrize(
    "prompt", ["两个孩子在玩跷跷板，妈妈站在旁边", "a cat sleeping on a table and a boy standing next to it"]
)
def test_who_stands_beside_those_up_there_is_on_the_ground(prompt: str) -> None:
    scene = _staged(prompt)
    stands = next(one for one in scene.objects if one.pose == "stand")
    ground = next(one for one in scene.objects if one.kind in ("seesaw", "dining-table"))
    assert abs(scene.layout[stands.id].base - scene.layout[ground.id].base) < 120


def test_who_gathers_mushrooms_is_at_no_party() -> None:
    scene = _staged("a hedgehog and a squirrel gathering mushrooms in the forest")
    assert sorted(one.kind for one in scene.objects) == ["hedgehog", "mushroom", "mushroom", "squirrel"]
