"""Which of several is meant, told by whom or what it stands next to."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture

BETWEEN = "妈妈站在两个女孩中间"


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("树旁边有一只狗", "把树旁边那只狗去掉", "去掉了：狗"),
        ("树旁边有一只狗", "把树旁边那只狗换成猫", "改了：猫——换掉了狗"),
        ("树旁边有一只狗", "把树旁边那只狗变成黑色", "改了：狗——黑色"),
        ("树旁边有一只狗", "树旁边那只狗戴个帽子", "加了：帽子——在狗身上"),
        ("桌上有一个苹果和一个杯子", "把苹果旁边那个杯子拿走", "去掉了：杯子"),
        ("桌上有一个苹果和一个杯子", "把苹果旁边的杯子去掉", "去掉了：杯子"),
        ("妈妈和爸爸在公园", "妈妈旁边那个男的戴帽子", "加了：帽子——在爸爸身上"),
        (BETWEEN, "把妈妈右边的女孩去掉", "去掉了：右边的女孩"),
        (BETWEEN, "妈妈左边那个戴帽子", "加了：帽子——在左边的女孩身上"),
        (BETWEEN, "妈妈旁边的女孩都戴帽子", "加了：帽子 × 2——在女孩身上"),
        ("树旁边有一只狗，花旁边有一只狗", "把花旁边那只狗变成白色", "改了：右边的狗——白色"),
        ("树旁边有一只狗", "把树旁边那只猫去掉", "图里没有猫"),
        ("奶奶和狗在公园", "给奶奶旁边那只狗戴个蝴蝶结", "加了：蝴蝶结——在狗身上"),
    ],
)
def test_nothing_is_asked_of_the_other(wish: str, edit: str, told: str) -> None:
    assert told in changed(first_picture(wish), edit).told


def test_where_something_goes_is_told_of_no_other() -> None:
    answer = changed(first_picture("一只猫，树旁边有一把椅子"), "把猫放在树旁边的椅子上")
    assert {one.kind for one in answer.scene.objects} == {"cat", "tree", "chair"}
    assert "椅子上面" in answer.told


def test_a_chair_is_not_folded() -> None:
    assert "椅子上面" in changed(first_picture("一只猫和一把椅子"), "把猫放在椅子上").told
