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
