"""A chimney that comes is on the roof, small as chimneys are, and can be painted there."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.staging.chimneys import CHIMNEYS, SMOKE
from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("一座砖房子", "加一个烟囱"),
        ("a brick house", "add a chimney"),
        ("a red barn", "add a chimney on the roof"),
        ("一座木屋", "屋顶上加烟囱"),
    ],
)
def test_a_chimney_stands_on_the_roof(wish: str, edit: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    house, chimney = scene.objects
    assert chimney.rel is not None
    assert (chimney.rel.type, chimney.rel.to) == ("on", house.id)
    roof, stack = scene.layout[house.id].box, scene.layout[chimney.id].box
    assert roof[0] < stack[0]
    assert stack[2] < roof[2]
    assert roof[1] < stack[3] < (roof[1] + roof[3]) / 2
    assert stack[3] - stack[1] < 0.35 * (roof[3] - roof[1])


def test_the_chimney_that_came_can_be_painted() -> None:
    scene = talk("a blue house => add a chimney => paint the chimney black")[-1].scene
    assert [one.colour for one in scene.objects] == ["blue", "black"]


@pytest.mark.parametrize(
    "talked",
    [
        "湖边一间小木屋 => 屋顶烟囱冒点烟",
        "森林里有一间木屋 => 木屋的烟囱冒点烟",
        "一座房子 => 加个冒烟的烟囱",
        "a cabin by a lake => smoke coming out of the cabin's chimney",
        "a house => add a chimney with smoke",
    ],
)
def test_smoke_rises_from_the_chimney_that_is_there(talked: str) -> None:
    scene = talk(talked)[-1].scene
    house, smoke = (next(one for one in scene.objects if one.kind in kinds) for kinds in (CHIMNEYS, [SMOKE]))
    assert smoke.rel is not None
    assert (smoke.rel.type, smoke.rel.to) == ("on", house.id)
    assert all(one.kind != "chimney" for one in scene.objects)
