"""What Chinese hands to one, or to each, in one breath."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_ONE, _TWO = "公园里一个女孩", "公园里两个女孩"
_BOTH = "公园里一个女孩和一个男孩"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (f"{_ONE} => 她手里拿着花和气球", "加了：花——由女孩拿着；气球——由女孩拿着"),
        (f"{_ONE} => 给她花和气球", "加了：花——由女孩拿着；气球——由女孩拿着"),
        (f"{_ONE} => 给她帽子和气球", "加了：帽子——在女孩身上；气球——由女孩拿着"),
        (f"{_ONE} => 给女孩花", "加了：花——由女孩拿着"),
        (f"{_ONE} => 给女孩红帽子", "加了：帽子——红色、在女孩身上"),
        (f"{_ONE} => 抱着猫，戴着帽子", "加了：猫——由女孩拿着；帽子——在女孩身上"),
        (f"{_ONE} => 打着伞，背个书包", "加了：伞——由女孩拿着；书包——在女孩身上"),
        (f"{_ONE} => 加一个拿着花和气球的男孩", "加了：男孩；花——由男孩拿着；气球——由男孩拿着"),
        (
            f"{_BOTH} => 给女孩花，给男孩帽子和眼镜",
            "加了：花——由女孩拿着；帽子——在男孩身上；眼镜——在男孩身上",
        ),
        (f"{_TWO} => 每人一个气球", "加了：气球 × 2——由女孩拿着"),
        (f"{_TWO} => 每人一顶帽子", "加了：帽子 × 2——在女孩身上"),
        (f"{_TWO} => 她们一手一个气球", "加了：气球 × 4——由女孩拿着"),
        (f"{_TWO} => 给她们花和气球", "加了：花 × 2——由女孩拿着；气球 × 2——由女孩拿着"),
        (
            f"{_TWO} => 一个拿花，一个拿气球",
            "加了：花——由左边的女孩拿着；气球——由右边的女孩拿着",
        ),
    ],
)
def test_everybody_gets_what_is_theirs(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, ())


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("再来个穿蓝衣服的对手", "加了：对手——衣服蓝色"),
        ("再来个穿蓝衣服的嘎嘎", "不会画“嘎嘎”，没有画进去"),
    ],
)
def test_what_a_newcomer_has_on_is_not_put_on_who_is_there(edit: str, told: str) -> None:
    assert talk(f"公园里一个男孩 => {edit}")[0].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "two friends and a dog in a park => give them an umbrella",
            "Added: umbrella – held by the left person",
        ),
        (
            "two friends and a dog in a park => give them ice creams",
            "Added: ice creams × 2 – held by the people",
        ),
        ("两个朋友和一只狗在公园 => 下雨了，给他们打把伞", "加了：伞——由左边的人拿着。现在：下雨"),
        ("a boy and a dog => give them hats", "Added: hats × 2 – worn by the boy and the dog"),
    ],
)
def test_one_umbrella_is_for_several_and_none_for_the_dog(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
