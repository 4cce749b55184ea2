"""Furniture by a window is used as anywhere, and the room has a window."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.retelling.by_the_window import without_its_window
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    "wish",
    [
        "two friends playing cards at a table by the window",
        "two men playing chess by the window",
        "a couple having dinner at a table by the window",
        "一对情侣坐在窗边的桌子旁喝咖啡",
        "女孩坐在窗前的书桌旁写作业",
        "两个老人在窗前下象棋",
    ],
)
def test_who_is_at_a_table_by_the_window_sits_at_the_table(wish: str) -> None:
    scene = first_picture(wish)
    table = next(one for one in scene.objects if one.kind in TABLES or one.kind == "desk")
    people = [one for one in scene.objects if one.rel is not None and one.rel.to == table.id]
    assert any(one.rel is not None and one.rel.type == "behind" for one in people)
    assert not any(one.kind in ("window", "bay-window") for one in scene.objects)
    assert scene.env.scenery.panes == 1


def test_who_sits_in_a_chair_by_the_window_sits_in_the_chair() -> None:
    scene = first_picture("奶奶坐在窗边的摇椅上织毛衣")
    chair = next(one for one in scene.objects if one.kind == "rocking-chair")
    knits = next(one for one in scene.objects if one.kind == "old-woman")
    assert knits.rel is not None
    assert (knits.rel.type, knits.rel.to) == ("on", chair.id)


@pytest.mark.parametrize(
    "wish", ["a girl reading by the window", "女孩在窗边看书", "a cat on the windowsill"]
)
def test_a_window_that_is_told_for_itself_stays(wish: str) -> None:
    assert without_its_window(wish) == (wish, False)
