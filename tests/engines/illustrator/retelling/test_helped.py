"""Somebody who puts something on another, or tends to them."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture

MOTHER = "妈妈和女儿在公园"
SEATED = "一对情侣在公园长椅上坐着"


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        (MOTHER, "妈妈给女儿系条红围巾", "加了：围巾——红色、在女儿身上"),
        (MOTHER, "妈妈给女儿扎个蝴蝶结", "加了：蝴蝶结——在女儿身上"),
        (MOTHER, "妈妈给女儿换条裙子", "加了：裙子——在女儿身上"),
        (MOTHER, "妈妈给女儿梳头", "妈妈——在女儿旁边。加了：梳子——由妈妈拿着"),
        (MOTHER, "妈妈喂女儿吃饭", "加了：勺子——由妈妈拿着"),
        ("医生和小男孩在医院", "医生给男孩戴口罩", "加了：口罩——在小男孩身上"),
        (
            "mom and daughter in the park",
            "mom puts a hat on her daughter",
            "Added: hat – worn by the daughter",
        ),
    ],
)
def test_it_is_the_other_who_has_it_on(wish: str, edit: str, told: str) -> None:
    assert changed(first_picture(wish), edit).told.endswith(told)


def test_so_it_is_in_a_first_picture() -> None:
    scene = first_picture("爸爸给儿子穿外套")
    (boy,) = (one for one in scene.objects if one.kind == "boy")
    (coat,) = (one for one in scene.objects if one.kind == "coat")
    assert coat.rel is not None
    assert coat.rel.to == boy.id


def test_who_sits_beside_the_other_stays_there() -> None:
    answer = changed(first_picture(SEATED), "男的给女的打伞")
    assert answer.told == "加了：伞——由男人拿着"


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        (SEATED, "他俩手牵手"),
        (SEATED, "男的搂着女的"),
        ("a couple on a bench", "they hold hands"),
        ("爷爷奶奶坐在沙发上", "爷爷拉着奶奶的手"),
    ],
)
def test_hands_of_who_sit_are_said_to_stay_apart(wish: str, edit: str) -> None:
    base = first_picture(wish)
    answer = changed(base, edit)
    assert [(one.pose, one.rel) for one in answer.scene.objects] == [
        (one.pose, one.rel) for one in base.objects
    ]
    assert any("姿势" in said or "pose" in said for said in (answer.told, *answer.notes))
