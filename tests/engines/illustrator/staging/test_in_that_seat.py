"""Who takes another's seat at a table sits there: a head above the table, and the others where they were."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    ("wish", "edit", "old"),
    [
        ("一家三口在餐桌前吃火锅", "孩子换成双胞胎", "boy"),
        ("一家三口在餐桌前吃火锅", "爸爸换成厨师", "man"),
        ("a family having dinner", "replace the boy with a dog", "boy"),
        ("a family having dinner", "replace the boy with a grandmother", "boy"),
    ],
)
def test_a_head_above_the_table(wish: str, edit: str, old: str) -> None:
    before = first_picture(wish)
    seat = next(one for one in before.objects if one.kind == old)
    table = before.layout[before.objects[0].id]
    after = changed(before, edit).scene
    now, was = after.layout[seat.id], before.layout[seat.id]
    assert abs(now.x - was.x) < 5
    left, top, right, _ = now.box
    assert abs(top - was.box[1]) < 0.6 * (was.box[3] - was.box[1])
    assert top < table.box[1] < now.base
    assert right - left < 1.6 * (was.box[2] - was.box[0])
    assert all(after.layout[one.id] == before.layout[one.id] for one in before.objects if one.id != seat.id)
