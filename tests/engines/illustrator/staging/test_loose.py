from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.staging.loose import is_loose, rows_of


@pytest.mark.parametrize(("seats", "rows"), [(1, [1]), (4, [3, 1]), (5, [3, 2]), (7, [4, 3]), (8, [5, 3])])
def test_many_lie_in_two_rows_the_longer_before(seats: int, rows: list[int]) -> None:
    found = [rows_of(seat, seats) for seat in range(seats)]
    assert [sum(row == number for row, *_ in found) for number in range(len(rows))] == rows
    assert sorted((row, at) for row, at, *_ in found) == [
        (number, at) for number, many in enumerate(rows) for at in range(many)
    ]
    assert all((many, most) == (rows[row], max(rows)) for row, _, many, most in found)
    assert [row for row, *_ in found] == sorted((row for row, *_ in found), reverse=True)


@pytest.mark.parametrize(("kind", "loose"), [("apple", True), ("cat", False), ("armchair", False)])
def test_only_small_things_lie_on_others(kind: str, loose: bool) -> None:
    assert is_loose(Thing(id="o1", kind=kind, label=kind, lang="en", rung="sprite")) is loose
