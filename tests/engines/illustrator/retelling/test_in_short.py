"""What is said in a few words that only the picture explains."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def told(*turns: str) -> Scene:
    """The scene after a wish and its edits."""
    scene = arrange(compose_scene(turns[0], ratio="1:1", seed=3, language=language_of(turns[0])).scene)
    for turn in turns[1:]:
        done = edit_scene(turn, [scene], ratio="1:1", seed=4, language=language_of(turn))
        scene = arrange(done.scene, former=done.former)
    return scene


def kinds_in(scene: Scene) -> list[str]:
    return sorted(one.kind for one in scene.objects)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["two cats", "add a third"], ["cat", "cat", "cat"]),
        (["two cats", "add a third cat"], ["cat", "cat", "cat"]),
        (["two cats", "add a second dog"], ["cat", "cat", "dog"]),
        (["three dogs", "one dog sleeps"], ["dog", "dog", "dog"]),
        (["two girls", "one girl waves"], ["girl", "girl"]),
        (["两只猫", "加第三只"], ["cat", "cat", "cat"]),
        (["three apples on a table", "eat one"], ["apple", "apple", "dining-table"]),
        (["三个苹果在桌上", "吃掉一个"], ["apple", "apple", "dining-table"]),
        (["three birds on a branch", "another one leaves"], ["bird", "bird", "tree-branch"]),
        (["树枝上三只鸟", "飞走一只", "又飞走一只"], ["bird", "tree-branch"]),
        (["一座山", "山顶加点雪"], ["snow-capped-mountain"]),
        (["a mountain and a goat", "snow on the peak"], ["goat", "snow-capped-mountain"]),
    ],
)
def test_as_many_are_there_as_are_left(turns: list[str], expected: list[str]) -> None:
    scene = told(*turns)
    assert (kinds_in(scene), scene.env.weather) == (expected, "clear")


@pytest.mark.parametrize(
    "turns",
    [
        ["a mouse next to a house", "make the mouse bigger", "bigger, but not that big"],
        ["一只老鼠在房子旁边", "老鼠大一点", "再大一点但不要那么大"],
    ],
)
def test_not_that_big_is_halfway_back(turns: list[str]) -> None:
    first, larger, halfway = (told(*turns[: at + 1]) for at in range(3))

    def tall(scene: Scene) -> float:
        (mouse,) = (one for one in scene.objects if one.kind == "mouse")
        return scene.layout[mouse.id].scale

    assert tall(first) < tall(halfway) < tall(larger)


@pytest.mark.parametrize(
    "turns",
    [
        ["a chef in a kitchen", "he is angry", "a bit less angry"],
        ["一个厨师", "他生气了", "没那么生气"],
    ],
)
def test_less_angry_is_calm(turns: list[str]) -> None:
    assert [one.mood for one in told(*turns[:2]).objects] == ["angry"]
    assert [one.mood for one in told(*turns).objects] == [None]


def test_the_other_is_not_the_one() -> None:
    scene = told("two cats on a sofa", "the one on the left is sad, the other happy")
    cats = sorted((one for one in scene.objects if one.kind == "cat"), key=lambda one: scene.layout[one.id].x)
    assert [one.mood for one in cats] == ["sad", "happy"]


def test_one_sleeps_and_the_other_is_happy() -> None:
    scene = told("two dogs on a bench", "the one on the right is asleep, the other happy")
    dogs = sorted((one for one in scene.objects if one.kind == "dog"), key=lambda one: scene.layout[one.id].x)
    assert [(one.pose, one.mood) for one in dogs] == [(None, "happy"), ("sleep", None)]


def _leads(scene: Scene, kind: str) -> bool:
    (who,) = (scene.layout[one.id] for one in scene.objects if one.kind == kind)
    (other,) = (scene.layout[one.id] for one in scene.objects if one.kind != kind)
    return who.flip == other.flip and (who.x > other.x) == who.flip


@pytest.mark.parametrize(
    ("edit", "who"),
    [("乌龟跑到前面", "turtle"), ("兔子跑到前面", "rabbit"), ("the turtle takes the lead", "turtle")],
)
def test_who_takes_the_lead_is_ahead_and_no_other_comes(edit: str, who: str) -> None:
    scene = told("一只兔子和一只乌龟赛跑", edit)
    assert kinds_in(scene) == ["rabbit", "turtle"]
    assert _leads(scene, who)


def test_the_other_way_round_the_cat_chases_the_dog() -> None:
    assert _leads(told("a dog chasing a cat"), "cat")
    assert _leads(told("a dog chasing a cat", "the other way round"), "dog")


def test_one_of_those_who_are_there_does_it() -> None:
    assert [one.pose for one in told("three dogs", "one dog sleeps").objects] == ["sleep", None, None]
