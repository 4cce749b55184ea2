"""Everyday words for what is seen: the hour outside, a sky of stars, a colour said without its thing."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("卧室里一个女孩在看书", "窗外天黑了", "现在：夜晚"),
        ("卧室里一个女孩在看书", "窗外是晚上", "现在：夜晚"),
        ("一辆绿色的出租车停在酒店门口", "换成黄色", "改了：出租车——黄色"),
        ("一个红色的球和一只猫", "换成蓝色", "改了：球——蓝色"),
        ("沙滩上两个人", "改成夜晚，满天星星", "现在：夜晚"),
        ("a beach and a dog", "night time, starry sky", "Now: night"),
    ],
)
def test_an_edit_does_just_that(wish: str, edit: str, told: str) -> None:
    language: Language = "en" if edit.isascii() else "zh"
    base = first_picture(wish)
    composed = edit_scene(edit, [base], ratio="1:1", seed=4, language=language)
    assert account([base], arrange(composed.scene, former=composed.former), language) == told
    assert composed.notes == ()


@pytest.mark.parametrize(
    "wish", ["a cat at night with stars in the sky", "a cat at night, starry sky", "星空下的一只猫"]
)
def test_a_sky_of_stars_is_no_place_to_be_in(wish: str) -> None:
    scene = first_picture(wish)
    assert (scene.env.place, scene.env.time) == ("meadow", "night")
    assert [(one.kind, one.pose) for one in scene.objects] == [("cat", None)]


def test_a_fox_that_is_red_is_a_fox() -> None:
    assert first_picture("a red fox in the snow").objects[0].colour is None
    assert first_picture("a blue fox in the snow").objects[0].colour == "blue"


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("博物馆里有一副恐龙骨架", ["sauropod"]),
        ("a dinosaur skeleton in a museum", ["sauropod"]),
        ("一副面具", ["mask-face"]),
        ("一副骨架", ["skeleton"]),
        ("一个男孩在敲大钟", ["boy", "bell"]),
    ],
)
def test_things_are_what_they_are_called(wish: str, kinds: list[str]) -> None:
    assert [one.kind for one in first_picture(wish).objects] == kinds


def test_a_bell_that_is_struck_comes() -> None:
    composed = edit_scene("让他敲钟", [first_picture("一个男孩在寺庙里")], ratio="1:1", seed=4, language="zh")
    assert [(one.kind, one.pose) for one in composed.scene.objects] == [("boy", "reach"), ("bell", None)]
