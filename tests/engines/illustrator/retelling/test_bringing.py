"""Who comes bringing something is there with it in their hands, or in the mouth."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.retelling.test_offhand import scene_of
from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (
            "a boy in a room => his mother brings him a cake",
            "Added: mother – holding something out, beside the boy; cake – held by the mother",
        ),
        (
            "a man in a cafe => a waiter brings him coffee",
            "Added: waiter – beside the man; coffee – held by the waiter",
        ),
        (
            "a girl in a garden => a dog brings her a ball",
            "Added: dog – beside the girl; ball – held by the dog",
        ),
        ("a room => grandma brings soup", "Added: grandma; soup – held by the grandma"),
        (
            "a man and a woman in a kitchen => the woman brings him coffee",
            "Added: coffee – held by the woman",
        ),
        ("一个男孩在房间里 => 妈妈端来一碗汤", "加了：妈妈；汤——由妈妈拿着"),
        (
            "一个男人在咖啡馆 => 服务员给他端来一杯咖啡",
            "加了：服务员——递东西、在男人旁边；咖啡——由服务员拿着",
        ),
        ("一个男孩在房间里 => 奶奶给他送来一个蛋糕", "加了：奶奶——递东西、在男孩旁边；蛋糕——由奶奶拿着"),
        ("一个男孩在房间里 => 小狗叼来一只鞋", "加了：小狗；鞋——由小狗拿着"),
    ],
)
def test_what_is_brought_is_in_the_hands_of_who_brings_it(told: str, answer: str) -> None:
    assert talk(told)[-1].told == answer


@pytest.mark.parametrize(
    "wish",
    [
        "a nurse and a patient in a hospital room",
        "a nurse taking care of a patient in a hospital",
        "医院里护士和病人",
        "医院病房里护士照顾病人",
        "医院里护士照顾躺在床上的病人",
    ],
)
def test_the_patient_is_in_bed_and_the_nurse_is_not(wish: str) -> None:
    scene = scene_of(wish)
    by_kind = {one.kind: one for one in scene.objects}
    bed, patient, nurse = by_kind["bed"], by_kind["person"], by_kind["nurse"]
    assert patient.rel is not None
    assert (patient.rel.type, patient.rel.to) == ("on", bed.id)
    assert nurse.rel is None or nurse.rel.type != "on"


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (
            "a fisherman in a boat on a lake => he catches a big fish",
            "Added: fish – large, held by the fisherman",
        ),
        ("a bear in a river => it catches a fish", "Added: fish – held by the bear"),
        ("一个渔夫在船上 => 他钓到一条大鱼", "加了：鱼——比平常大、由渔夫拿着"),
    ],
)
def test_a_catch_is_held_by_who_has_no_rod_for_it(told: str, answer: str) -> None:
    assert talk(told)[-1].told == answer


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("一家人吃饭 => 小猫趴在桌子下面", "加了：小猫——躺着、在餐桌下面"),
        ("一个女孩在公园 => 小狗坐在她旁边", "加了：小狗——坐着、在女孩旁边"),
        ("a kitchen => add a waiter taking a plate", "Added: waiter; plate – held by the waiter"),
        ("a waiter => he takes a plate", "Added: plate – held by the waiter"),
        ("a pirate on a ship => make the sea stormy", "Now: storm"),
        ("海盗在甲板上 => 让海面波涛汹涌", "现在：暴风雨"),
        ("a house in the snow => make it night with stars", "Now: night"),
    ],
)
def test_who_is_there_takes_it_and_the_sea_and_the_stars_stay_where_they_are(told: str, answer: str) -> None:
    assert talk(told)[-1].told == answer


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("一只熊猫坐在竹林里吃西瓜 => 旁边有只小猴子在看它", "加了：小猴子——在熊猫旁边"),
        ("一只熊猫坐在竹林里吃西瓜 => 加一只小猴子看着熊猫", "加了：小猴子——在熊猫旁边"),
        ("一个女孩抱着球 => 旁边加一只猫看着她", "加了：猫——在女孩旁边"),
        ("一个女孩抱着球 => 有只狗盯着球", "加了：狗——在女孩旁边"),
        (
            "两个男孩在公园里踢足球 => 加一只狗在后面追球",
            "加了：狗——跑着、在左边的男孩右边",
        ),
    ],
)
def test_whoever_is_looked_at_or_chased_does_not_come_twice(told: str, answer: str) -> None:
    assert talk(told)[-1].told == answer


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("two kids in a park => a clown brings them a cake", "cake – held by the clown"),
        (
            "a man and a woman in a park => add a girl holding a balloon next to them",
            "balloon – held by the girl",
        ),
        ("a man and a woman in a park => add a boy with a ball behind them", "ball – held by the boy"),
        ("a boy and a girl => grandpa comes with a kite", "kite – held by the grandpa"),
    ],
)
def test_who_comes_to_them_has_it_in_the_hand(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert told in answer.told
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "a mail carrier at a door => he hands a parcel to a little girl",
            "Added: girl – beside the mail carrier; parcel – held by the girl",
        ),
        ("a man in a park => the man hands a woman a flower", "Added: woman – beside the man; flower – held by the woman"),
        ("two girls in a park => give both girls hats", "Added: hat × 2 – worn by the girls"),
        ("two chefs in a kitchen => give both chefs moustaches", "Added: moustache × 2 – on the chefs"),
        ("a woman in a square => a butterfly landed on her hand", "Added: butterfly – held by the woman"),
    ],
)  # fmt: skip
def test_nobody_is_handed_over_or_comes_again(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert (answer.told, answer.notes) == (told, ())


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a girl in a garden => put a dog behind the girl with a newspaper in its mouth", "newspaper – held by the dog"),
        ("a girl in a garden => add a cat beside the girl with a red bow", "cat – red hair bow, beside the girl"),
        ("a girl with a red hat in a garden => add a dog beside the girl with a red hat", "Added: dog – beside the girl"),
    ],
)  # fmt: skip
def test_who_comes_beside_somebody_has_what_they_come_with(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert told in answer.told
