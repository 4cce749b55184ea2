"""What floats over a head is not on it, and friends who come are people."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个女孩在公园里 => 她头顶加几个气球", "加了：气球 × 3——在女孩上方"),
        ("一个女孩在公园里 => 头上加个蝴蝶结", "加了：蝴蝶结——在女孩身上"),
        ("院子里一个女孩 => 加一只老母鸡", "加了：老母鸡"),
    ],
)
def test_it_is_where_it_was_told(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert answer.told == told
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("talked", "kind", "count"),
    [("小红在过生日 => 旁边加两个朋友", "child", 2), ("公园里一个老人 => 来个朋友坐在旁边", "person", 1)],
)
def test_friends_are_of_an_age_with_who_is_there(talked: str, kind: str, count: int) -> None:
    (answer,) = talk(talked)
    assert [one.kind for one in answer.scene.objects].count(kind) == count


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("公主和一条龙 => 龙太大了，弄小一点", "改了：龙——变小"),
        ("桌上一个苹果 => 苹果太小，变大点", "改了：苹果——变大"),
        ("医生在给一个小女孩看病 => 画成铅笔素描的样子", "现在：素描"),
        ("一个女孩 => 旁边立一块牌子，上面写着“小心”", "加了：牌子——写着“小心”、在女孩旁边"),
        (
            "一个男人背着背包在火车站等火车 => 墙上挂个牌子，写着“北京”",
            "加了：牌子——写着“北京”",
        ),
    ],
)
def test_what_is_said_at_length_is_plain(talked: str, told: str) -> None:
    assert talk(talked)[0].told.split("。")[0] == told


def test_a_brown_cake_that_tastes_of_chocolate_is_one() -> None:
    (answer,) = talk("桌子上有一个蛋糕 => 蛋糕换成巧克力味的棕色蛋糕")
    assert [one.kind for one in answer.scene.objects].count("chocolate") == 0
    assert answer.told.startswith("改了：蛋糕——棕色")
