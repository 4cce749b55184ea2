"""What no drawing shows is said in one true line, and done as far as it can be; what only sounded undrawable is done."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import talk


def picture(wish: str) -> Scene:
    return arrange(compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish)).scene)


def edit(before: Scene, wish: str) -> Composed:
    return edit_scene(wish, [before], ratio="1:1", seed=4, language=language_of(wish))


@pytest.mark.parametrize(
    ("wish", "told", "why"),
    [
        ("a laptop on a desk", "close the laptop", "I can't draw the laptop closed"),
        ("a laptop on a desk", "the laptop should be closed", "I can't draw the laptop closed"),
        ("a laptop on a desk", "open the laptop", "already like that"),
        ("a tv in a room", "turn the tv off", "I can't draw the tv switched off"),
        ("a house at night", "open the door", "I can't draw the door open"),
        ("一个男孩在草地上", "给他的帽子写上10号", "“帽子”上写不了字"),
        ("a sailboat on the sea", "make the mast black", "The mast can't be changed without the rest"),
        ("a pirate ship on the sea", "the flag should be red", "The flag can't be changed without the rest"),
        ("a ship on the sea", "the flag should be red", "There is no flag"),
        ("一艘海盗船", "把桅杆变黑", "桅杆不能单独改颜色；可以整个改，例如“海盗船变成黑色”"),
        ("a man on a beach with a dog", "bigger waves", "The waves are part of the backdrop"),
        ("三个红色的气球", "去掉绿色的", "图里没有绿色的东西"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_true_line(wish: str, told: str, why: str) -> None:
    with pytest.raises(NotDrawable) as refused:
        edit(picture(wish), told)
    assert why in str(refused.value)


def test_the_rest_of_the_wish_is_done() -> None:
    done = edit(picture("a boy playing football in front of a goal"), "make his shirt green with number 10")
    assert [one.colour for one in done.scene.objects if one.kind == "shirt"] == ["green"]
    assert done.notes == ("Nothing can be written on the shirt",)
    done = edit(picture("a book and a laptop"), "close the laptop and make the book red")
    assert [one.colour for one in done.scene.objects if one.kind == "book"] == ["red"]
    assert "I can't draw the laptop closed" in done.notes[0]


@pytest.mark.parametrize(
    ("wish", "told", "kind"),
    [
        ("an umbrella on a beach", "close the umbrella", "closed-umbrella"),
        ("a book on a table", "open the book", "open-book"),
    ],
)
def test_what_has_a_drawing_so_is_drawn_so(wish: str, told: str, kind: str) -> None:
    assert kind in {one.kind for one in edit(picture(wish), told).scene.objects}


@pytest.mark.parametrize(
    ("told", "step"),
    [
        ("make the waves higher", 1),
        ("bigger waves", 1),
        ("the sea is rougher", 1),
        ("calm waves", -1),
        ("no waves", -3),
        ("浪再大一点", 1),
    ],
)
def test_the_sea_has_higher_and_lower_waves(told: str, step: int) -> None:
    before = picture("a sailboat on the sea with a lighthouse")
    done = edit(before, told)
    assert done.scene.env.scenery.waves == step
    assert done.scene.objects == before.objects
    assert done.notes == ()


@pytest.mark.parametrize(("told", "gone"), [("去掉绿色的", 1), ("不要红的", 0), ("去掉蓝色的那个", 2)])
def test_what_is_of_that_colour_goes(told: str, gone: int) -> None:
    before = picture("三个气球，一个红色一个绿色一个蓝色")
    left = [one.id for one in edit(before, told).scene.objects]
    assert left == [one.id for at, one in enumerate(before.objects) if at != gone]


@pytest.mark.parametrize(
    ("talked", "why"),
    [
        ("房间里一只猫 => 窗户打开", "窗户画不出打开的样子"),
        ("房间里一只猫 => 开窗", "窗画不出开的样子"),
        ("教室里老师在讲课 => 打开窗户", "窗户画不出打开的样子"),
        ("厨房里有个冰箱和一个男孩 => 冰箱门打开", "冰箱门画不出打开的样子"),
        ("一间房子 => 门打开", "门画不出打开的样子"),
        ("厨房里妈妈在做饭 => 打开冰箱", "图里没有冰箱"),
        ("男人坐在书桌前 => 把书合上", "图里没有书"),
    ],
)
def test_what_is_to_be_opened_does_not_come_for_that(talked: str, why: str) -> None:
    answer = talk(talked)[-1]
    assert answer.told.startswith(why)
