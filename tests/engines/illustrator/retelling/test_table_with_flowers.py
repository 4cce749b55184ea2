"""A table with flowers has them on it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.staging.test_distant import painted


@pytest.mark.parametrize(
    "turns",
    [
        ("a table with flowers in a living room",),
        ("a table with a flower",),
        ("a living room with a sofa", "add a small table with roses"),
        ("a living room", "add a table with a plant"),
        ("客厅", "加一张有花的桌子"),
    ],
)
def test_the_flowers_of_a_table_are_on_it(turns: tuple[str, ...]) -> None:
    scene = painted(turns[0], 3, *turns[1:])
    (table,) = [one for one in scene.objects if one.kind == "dining-table"]
    on = [one for one in scene.objects if one.rel and (one.rel.type, one.rel.to) == ("on", table.id)]
    assert len(on) == 1
    assert not any(one.rel and one.rel.type == "beside" for one in scene.objects)
