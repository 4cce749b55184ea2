"""First pictures in which things stood on the floor beside a table, benches in the sea, and sledges on the ground."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import first_picture


def _bearers(scene: Scene, kind: str) -> list[str | None]:
    """What each of a kind is on, or in; None for what stands by itself."""
    known = {one.id: one.kind for one in scene.objects}
    borne = ("on", "inside")
    return [
        known[one.rel.to] if one.rel is not None and one.rel.type in borne else None
        for one in scene.objects
        if one.kind == kind
    ]


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("bread, cheese and grapes on a wooden table", "bread"),
        ("two boys at a table, a pizza and two glasses of juice", "pizza"),
        ("a birthday party, cake with candles, three little girls at the table", "cake"),
        ("a watermelon and a table", "watermelon"),
        ("两个小孩坐在桌子旁边，有蛋糕和气球", "cake"),
        ("桌上有一盘饺子、一碗汤和一双筷子", "soup"),
        ("桌上有一盘饺子、一碗汤和一双筷子", "chopsticks"),
    ],
)
def test_what_lies_on_tables_is_on_the_only_one(wish: str, kind: str) -> None:
    assert set(_bearers(first_picture(wish), kind)) == {"dining-table"}


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("a cup next to a table", "cup"),
        ("a cake on the floor and a table", "cake"),
        ("一个西瓜和一杯果汁，旁边有张桌子", "watermelon"),
        ("two tables and a cake", "cake"),
    ],
)
def test_where_it_is_said_otherwise_it_is_not(wish: str, kind: str) -> None:
    assert "dining-table" not in _bearers(first_picture(wish), kind)


@pytest.mark.parametrize(
    ("wish", "kind", "vessel"),
    [
        ("一篮苹果和一只猫", "cat", None),
        ("一篮苹果和一只猫", "apple", "basket"),
        ("一篮苹果和香蕉", "banana", "basket"),
        ("一盘饺子和一碗汤", "soup", None),
        ("草地上有一篮鸡蛋、三只小鸡和一只狗", "dog", None),
    ],
)
def test_what_is_counted_by_itself_is_not_in_the_vessel(wish: str, kind: str, vessel: str | None) -> None:
    assert set(_bearers(first_picture(wish), kind)) == {vessel}


@pytest.mark.parametrize(
    "wish",
    [
        "A dog and a cat sitting on a bench looking at the sea",
        "an old man on a chair watching the sea",
        "一只狗和一只猫坐在长椅上看海",
    ],
)
def test_who_looks_at_the_sea_is_on_the_shore(wish: str) -> None:
    assert first_picture(wish).env.place == "beach"


def test_at_sea_stays_at_sea() -> None:
    assert first_picture("a sailboat on the sea").env.place == "sea"


@pytest.mark.parametrize(
    "wish",
    ["Santa on his sleigh flying over a snowy village with four reindeer", "圣诞老人驾着雪橇飞过村庄"],
)
def test_a_flying_sledge_is_in_the_air_with_its_team(wish: str) -> None:
    scene = first_picture(wish)
    low = [
        one.kind
        for one in scene.objects
        if one.kind in ("sled", "deer") and scene.layout[one.id].box[3] > 0.75 * 1024
    ]
    assert low == []


def test_a_sledge_that_does_not_fly_is_on_the_ground() -> None:
    scene = first_picture("Santa on his sleigh in the snow")
    (sled,) = (one for one in scene.objects if one.kind == "sled")
    assert scene.layout[sled.id].box[3] > 0.6 * 1024
