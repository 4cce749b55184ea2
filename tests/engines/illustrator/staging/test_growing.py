"""Who becomes larger hides no more than need be: several make room for each other, one steps aside or grows less."""

from __future__ import annotations

import pytest

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.growing import Crowding
from tests.engines.illustrator.told import changed, first_picture, talk


def harm(before: Scene, after: Scene) -> float:
    """How much more is hidden in the one than in the other of those that are in both."""
    return Crowding(before, before.layout, ()).harm({one.id: after.layout[one.id] for one in before.objects})


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("three children in a park", "make the children bigger"),
        ("two dogs in a park", "make the dogs bigger"),
        ("five kids on a farm", "make the kids bigger"),
        ("海边四个朋友", "把朋友变大一点"),
        ("公园里三个小朋友", "把小朋友放大一倍"),
    ],
)
def test_several_grow_alike_and_keep_their_order(wish: str, edit: str) -> None:
    base = first_picture(wish)
    after = changed(base, edit).scene
    times = [after.layout[one.id].scale / base.layout[one.id].scale for one in base.objects]
    assert min(times) > 1.05
    assert max(times) - min(times) < 0.02
    assert harm(base, after) < 0.5

    def from_the_left(scene: Scene) -> list[str]:
        return sorted((one.id for one in scene.objects), key=lambda key: scene.layout[key].x)

    assert from_the_left(after) == from_the_left(base)
    width = parse_ratio(after.ratio).size()[0]
    assert all(placed.box[0] >= -2 and placed.box[2] <= width + 2 for placed in after.layout.values())


@pytest.mark.parametrize(
    "talked",
    [
        "a knight on a horse in the snow => make the knight bigger",
        "a knight on a horse in a park => make the knight bigger",
    ],
)
def test_a_rider_who_grows_leaves_the_face_of_the_mount(talked: str) -> None:
    base = first_picture(talked.split(" => ")[0])
    (answer,) = talk(talked)
    knight = next(one for one in base.objects if one.kind == "knight")
    assert answer.scene.layout[knight.id].scale > 1.05 * base.layout[knight.id].scale
    assert harm(base, answer.scene) < 1.0


def test_who_moves_rather_hides_no_face() -> None:
    base = talk("海边三个小朋友 => 加一头牛")[0].scene
    assert harm(base, changed(base, "把小朋友往右移一点").scene) < 1.0


@pytest.mark.parametrize(
    "talked",
    [
        "公园里一对情侣手牵手 => 再来两个",
        "a couple holding hands in a park => add two more",
        "a couple holding hands in a park => add another man",
    ],
)
def test_more_of_one_who_has_another_by_the_hand_stand_on_their_own(talked: str) -> None:
    base = first_picture(talked.split(" => ")[0])
    (answer,) = talk(talked)
    new = [one for one in answer.scene.objects if base.thing(one.id) is None]
    assert new
    assert all(one.rel is None and one.pose is None and stock_of(one).alive for one in new)


@pytest.mark.parametrize("edit", ["add a crowd in the background", "add a crowd"])
def test_a_crowd_in_a_room_is_behind_those_who_are_there(edit: str) -> None:
    base = first_picture("five kids in a living room")
    after = changed(base, edit).scene
    (crowd,) = (one for one in after.objects if one.kind == "crowd")
    assert after.layout[crowd.id].base < min(after.layout[one.id].base for one in base.objects)


@pytest.mark.parametrize(
    "talked",
    [
        "湖边一个厨师 => 在画面前景里放一只猫",
        "湖边一个厨师 => 前景加一个警察",
        "客厅里三个小朋友 => 前景里加一个女人",
        "three children in a living room => add a woman in the foreground",
        "five kids on a farm => add a clown in the foreground",
    ],
)
def test_in_the_foreground_is_before_them_and_whole(talked: str) -> None:
    (answer,) = talk(talked)
    new = answer.scene.objects[-1]
    assert new.rel is not None
    assert new.rel.type == "front"
    placed, width = answer.scene.layout[new.id], parse_ratio("1:1").size()[0]
    assert placed.base > answer.scene.layout[new.rel.to].base
    assert placed.box[0] >= -2
    assert placed.box[2] <= width + 2


def test_who_sits_in_a_boat_has_the_hat_inside_the_picture() -> None:
    answers = talk("a man in a boat on a lake => make the man bigger => give the man a top hat")
    hat = next(one for one in answers[-1].scene.objects if one.rel is not None and one.rel.type == "wear")
    assert answers[-1].scene.layout[hat.id].box[1] >= -8
