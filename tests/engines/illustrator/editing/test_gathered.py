"""Those who are around a cake stand behind its table, which comes where nobody told of one."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.kinds import TABLES, kinds
from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    ("wish", "many"),
    [
        ("生日派对,桌上一个大蛋糕,三个小朋友围着", 3),
        ("三个小朋友围着一个生日蛋糕", 3),
        ("桌子上有个蛋糕，四个孩子围在旁边", 4),
        ("four kids round a birthday cake", 4),
        ("a birthday party, a cake on the table and three kids gathered around it", 3),
        ("a family sitting round the dinner table", 4),
    ],
)
def test_they_are_behind_its_table(wish: str, many: int) -> None:
    scene = first_picture(wish)
    table = next(one for one in scene.objects if one.kind in TABLES)
    people = [one for one in scene.objects if kinds()[one.kind].alive]
    assert len(people) == many
    assert {(one.rel.type, one.rel.to) if one.rel else None for one in people} == {("behind", table.id)}
    cakes = [one for one in scene.objects if "cake" in one.kind]
    assert all(one.rel is not None and (one.rel.type, one.rel.to) == ("on", table.id) for one in cakes)


def test_those_who_come_stand_there_too() -> None:
    scene = changed(first_picture("a cake on a table in a kitchen"), "add three children around it").scene
    assert [one.rel.type for one in scene.objects if one.kind == "child" and one.rel] == ["behind"] * 3


@pytest.mark.parametrize("wish", ["朋友们围着篝火", "children gathered around a christmas tree"])
def test_what_stands_on_the_ground_has_them_around_it(wish: str) -> None:
    scene = first_picture(wish)
    assert all(one.kind not in TABLES for one in scene.objects)
    assert "around" in {one.rel.type for one in scene.objects if one.rel}
