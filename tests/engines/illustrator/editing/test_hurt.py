"""Who has fallen, whose arm is in plaster, who wears a headscarf; a dragon that wakes; a hat for coins; who watches on a bench."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    "wish",
    [
        "a boy fell off his bike",
        "a girl slipped and fell on the ice",
        "一个摔倒的小孩在哭",
        "小男孩从自行车上摔下来了",
    ],
)
def test_who_has_fallen_lies(wish: str) -> None:
    scene = first_picture(wish)
    assert [one.pose for one in scene.objects if one.kind in ("boy", "girl", "child")] == ["lie"]


@pytest.mark.parametrize(
    "wish",
    [
        "a little boy on a hospital bed with his arm in a cast",
        "a man with a broken arm",
        "一个胳膊打石膏的男孩",
    ],
)
def test_an_arm_is_in_plaster(wish: str) -> None:
    scene = first_picture(wish)
    cast = next(one for one in scene.objects if one.kind == "arm-cast")
    wearer = scene.thing(cast.rel.to) if cast.rel is not None else None
    assert wearer is not None
    assert wearer.pose == "sling"
    assert not any(one.kind == "arm" for one in scene.objects)


@pytest.mark.parametrize(
    "talked", ["a turtle and a rabbit => give the turtle a red headscarf", "一只乌龟 => 给乌龟头上绑条红头巾"]
)
def test_a_headscarf_is_on_the_head(talked: str) -> None:
    scarf = talk(talked)[-1].scene.objects[-1]
    assert (scarf.kind, scarf.colour) == ("headscarf", "red")
    assert scarf.rel is not None
    assert (scarf.rel.type, scarf.rel.part) == ("wear", "head")


@pytest.mark.parametrize("edit", ["wake the dragon up", "龙醒了"])
def test_a_dragon_that_wakes_is_the_same_beast(edit: str) -> None:
    base = first_picture("a sleeping dragon in a cave" if edit.isascii() else "一条龙在山洞里睡觉")
    (dragon,) = changed(base, edit).scene.objects
    assert dragon.pose == "lie"


def test_coins_are_in_the_hat() -> None:
    kinds = [
        one.kind for one in first_picture("a street musician with a hat with coins in front of him").objects
    ]
    assert "coin-hat" in kinds
    assert "coin" not in kinds


@pytest.mark.parametrize(
    "wish", ["two old friends on a bench watching the sunset", "爷爷奶奶坐在长椅上看夕阳"]
)
def test_who_watches_from_a_bench_has_it_before_them(wish: str) -> None:
    bench, *friends = first_picture(wish).objects
    assert bench.kind == "bench"
    assert [one.away for one in friends] == [True, True]


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("一个武士拿着剑骑在马上", "剑变长一点", "武士"),
        ("a knight with a sword", "make the sword longer", "part of the drawing"),
        ("a happy cat", "make it smile", "already"),
    ],
)
def test_why_nothing_was_done(wish: str, edit: str, told: str) -> None:
    before = first_picture(wish)
    answer = changed(before, edit)
    assert answer.scene == before
    assert told in answer.told


def test_a_beard_is_shaved_off() -> None:
    scene = talk("a king with a beard => shave it off")[-1].scene
    assert [one.kind for one in scene.objects] == ["king"]
