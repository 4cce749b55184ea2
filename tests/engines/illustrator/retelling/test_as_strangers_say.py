"""What people who knew nothing of the illustrator typed, and what became of it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("Two boys are playing football in the park => now make it just one boy", "Changed: soccer ball – held by the boy. Removed: left boy"),
        ("three cats on a sofa => keep only one cat", "Removed: 2 of the 3 cats"),
        ("two people at a bus stop => the bus is coming", "Added: bus"),
        ("一个背包客在火车站等火车 => 火车进站了", "图里已经是这样了"),
        ("公交站两个人在等车 => 公交车来了", "加了：公交车"),
        ("一个女孩在公园 => 她看起来有点着急", "改了：女孩——害怕"),
        ("一个女孩骑自行车在街上 => 她的裙子换成牛仔裤", "加了：牛仔裤——在女孩身上"),
        ("一个女孩骑自行车在街上 => 后面跟一只小狗", "加了：小狗——在自行车右边"),
    ],
)  # fmt: skip
def test_what_they_changed(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    "wish",
    [
        "公主骑着一匹白马去城堡",
        "a princess riding a white horse to the castle",
        "a knight rides a horse to the castle",
    ],
)
def test_one_rides_to_a_castle_that_is_seen(wish: str) -> None:
    kinds = [one.kind for one in first_picture(wish).objects]
    assert kinds[0] == "horse"
    assert kinds[2] == "castle"
