from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.sprites.stock import at_ease
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("first", "edit", "caption"),
    [
        ("一只猫，写上“夏天”", "换成“冬天”", "冬天"),
        ('a cat with the caption "Hello"', 'change it to "Bye"', "Bye"),
    ],
)
def test_quoted_words_alone_take_the_place_of_the_words_that_are_there(
    first: str, edit: str, caption: str
) -> None:
    scene = compose_scene(first, ratio="1:1", seed=1, language="zh").scene
    other = edit_scene(edit, [scene], ratio="1:1", seed=1, language="zh").scene
    assert other.caption == caption
    assert other.env == scene.env


def test_who_sits_by_their_look_already_is_said_to() -> None:
    dogs = arrange(compose_scene("三只狗", ratio="1:1", seed=3, language="zh").scene)
    sitting = next(thing for thing in dogs.objects if at_ease(thing).pose == "sit")
    side = {0: "左边", 1: "中间", 2: "右边"}[
        sorted(dogs.layout, key=lambda key: dogs.layout[key].x).index(sitting.id)
    ]
    told = edit_scene(f"让{side}那只狗坐下", [dogs], ratio="1:1", seed=3, language="zh")
    assert told.notes == ("图里已经是这样了",)
    assert [one.pose for one in told.scene.objects if one.id == sitting.id] == ["sit"]
    assert account([dogs], arrange(told.scene, former=told.former), "zh") is None, "and not that it changed"


def test_who_cannot_stand_up_or_stands_already_is_told() -> None:
    for talked, told in (
        ("a dog reading a book => make it stand up", "in that pose"),
        ("一个男孩在看书 => 让他站起来", "已经"),
    ):
        assert told in talk(talked)[-1].told
