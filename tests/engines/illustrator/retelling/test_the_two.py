"""Several who are meant together: both of them, the two children, them who were spoken of last."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    "talked",
    [
        "two children and a grandpa in a bedroom => let the two children sleep",
        "two children and a grandpa in a bedroom => the two children should sleep",
        "two children and a grandpa in a bedroom => let the two children sleep => wake them up => let them sleep again",
        "卧室里有两个孩子和一个爷爷 => 让孩子们睡觉 => 叫醒他们 => 让他们继续睡吧",
    ],
)
def test_they_are_those_spoken_of(talked: str) -> None:
    scene = talk(talked)[-1].scene
    assert [one.pose for one in scene.objects if one.kind == "child"] == ["sleep", "sleep"]
    assert [one.pose for one in scene.objects if one.kind == "old-man"] == [None]


def test_who_is_woken_slept() -> None:
    before, after = talk("two cats and a dog on a rug => make the two cats sleep => wake them up")
    assert [one.pose for one in after.scene.objects if one.kind == "cat"] == [None, None]
    assert after.scene.objects[-1] == before.scene.objects[-1]


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a dog and a horse standing by a fence in a meadow", "turn both of them brown"),
        ("一只狗和一匹马站在栅栏旁边", "把它们俩都变成棕色"),
        ("a dog and a horse by a fence", "make both brown"),
    ],
)
def test_both_are_the_two_who_live(wish: str, edit: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    assert sorted(one.kind for one in scene.objects if one.colour == "brown") == ["dog", "horse"]


@pytest.mark.parametrize("edit", ["let the dog and the cat sleep", "make the dog and the cat sleep"])
def test_both_who_are_let(edit: str) -> None:
    scene = changed(first_picture("a dog, a cat and a horse"), edit).scene
    assert sorted(one.kind for one in scene.objects if one.pose == "sleep") == ["cat", "dog"]


@pytest.mark.parametrize(
    ("wish", "edit"),
    [("three cats in a row, the middle one sleeping", "wake it up"), ("一只狗和一只睡觉的猫", "叫醒它")],
)
def test_the_one_who_sleeps_is_woken(wish: str, edit: str) -> None:
    before = first_picture(wish)
    after = changed(before, edit).scene
    awake = [one.id for one, was in zip(after.objects, before.objects, strict=True) if one != was]
    assert awake == [one.id for one in before.objects if one.pose == "sleep"]


@pytest.mark.parametrize(
    ("wish", "many"), [("一个女孩和一只猫", 2), ("两个女孩和一只猫", 2), ("爸爸妈妈和一只狗", 2)]
)
def test_they_are_the_people_if_these_are_several(wish: str, many: int) -> None:
    scene = changed(first_picture(wish), "让他们睡觉").scene
    asleep = [one.kind for one in scene.objects if one.pose == "sleep"]
    assert len(asleep) == many
    assert "dog" not in asleep


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("小红在过生日 => 旁边加两个朋友 => 他们都笑一笑", "改了：女孩——开心；孩子 × 2——开心"),
        ("小红在过生日 => 旁边加两个朋友 => 他们在鼓掌", "改了：孩子 × 2——鼓掌"),
        ("一个老师在教室 => 旁边加两个学生 => 他们都举手", "改了：学生 × 2——举手"),
    ],
)
def test_all_of_them_are_a_child_and_its_friends(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
