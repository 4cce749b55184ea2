"""Who looks out of the window has their back to us; who sits at it and is given tea sits on; covers of who is in bed."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.retelling.looking_out import told_at_the_window, without_looking_out
from paintover.engines.illustrator.sprites.stock import figure_of
from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("一个女孩坐在窗边看着窗外", "girl"),
        ("a girl sitting by the window looking outside", "girl"),
        ("a cat on a windowsill looking out of the window at the rain", "cat"),
        ("老奶奶站在窗前看着窗外的雨", "old-woman"),
    ],
)
def test_who_looks_out_in_a_new_picture_has_their_back_to_us(wish: str, kind: str) -> None:
    (who,) = (one for one in first_picture(wish).objects if one.kind == kind)
    assert who.away


def test_who_sits_at_a_window_and_looks_nowhere_faces_us() -> None:
    for wish in ("一个女孩坐在窗边", "a cat on a windowsill"):
        assert not any(one.away for one in first_picture(wish).objects)


@pytest.mark.parametrize(
    ("wish", "told", "kind"),
    [
        ("a boy standing in his bedroom", "make him look out of the window", "boy"),
        ("a man and a woman in a living room", "have the woman look out of the window", "woman"),
        ("一只橘猫趴在窗台上睡觉", "让它醒过来,看着窗外", "cat"),
        ("一只小狗和一个小男孩在客厅里", "让小狗看着窗外", "dog"),
    ],
)
def test_who_is_told_to_looks_out_and_nobody_else(wish: str, told: str, kind: str) -> None:
    before = first_picture(wish)
    answer = changed(before, told)
    assert [one.kind for one in answer.scene.objects if one.away] == [kind]
    assert [one.kind for one in answer.scene.objects] == [one.kind for one in before.objects]
    assert answer.notes == ()
    (who,) = (one for one in answer.scene.objects if one.away)
    assert figure_of(who).body != figure_of(before.thing(who.id) or who).body


def test_who_looks_out_where_no_window_is_is_not_turned() -> None:
    before = first_picture("a boy in a park")
    answer = changed(before, "make him look out of the window")
    assert answer.scene == before
    assert "window" in answer.told


def test_words_for_looks_are_read() -> None:
    assert without_looking_out("make it smile").who is None
    assert without_looking_out("让她看着窗外").who == "她"
    assert told_at_the_window("a dog looking outside") == "a dog by the window"
    assert told_at_the_window("坐在窗边看着窗外") == "坐在窗边"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_sits_at_a_window_and_gets_tea_stays_and_is_seen(seed: int) -> None:
    answer = changed(first_picture("一个女孩坐在窗边", seed=seed), "给她一杯茶")
    (girl,) = (one for one in answer.scene.objects if one.kind == "girl")
    assert girl.rel is not None
    assert girl.rel.type == "on"
    assert not hidden(draw(answer.scene), {girl.id})


@pytest.mark.parametrize(
    ("talked", "colour"),
    [
        ("两个孩子睡在一张床上 => 给他们盖上红色的被子", "red"),
        ("a boy sleeping in his bed => cover him with a green blanket", "green"),
    ],
)
def test_covers_are_those_of_the_bed(talked: str, colour: str) -> None:
    (answer,) = talk(talked)
    assert {one.kind for one in answer.scene.objects} & {"blanket", "picnic-mat", "quilt"} == set()
    assert [one.colour for one in answer.scene.objects if one.kind == "bed"] == [colour]


@pytest.mark.parametrize(
    ("wish", "many"),
    [
        ("an office with three people working at their computers", 3),
        ("办公室里几个人在电脑前工作", 3),
        ("a woman working at her computer in an office", 1),
    ],
)
def test_each_at_a_desk_has_a_computer(wish: str, many: int) -> None:
    assert sum(one.kind == "laptop" for one in first_picture(wish).objects) == many


def test_a_plant_stands_on_the_sill() -> None:
    after = changed(first_picture("一只橘猫趴在窗台上睡觉"), "窗台上放一盆绿萝").scene
    (plant,) = (one for one in after.objects if one.kind == "potted-plant")
    assert plant.rel is not None
    assert (plant.rel.type, plant.size) == ("on", "small")


def test_words_for_a_mug_stand_on_it() -> None:
    for talked in ("a mug on a desk => write Dad on it", "桌上有一个杯子 => 在杯子上写爸爸"):
        (answer,) = talk(talked)
        (mug,) = (one for one in answer.scene.objects if one.kind == "cup")
        assert mug.says in ("Dad", "爸爸")
