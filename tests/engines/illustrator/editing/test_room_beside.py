"""Where there is no room: furniture gives way a little, and who finds none on a thing stands beside it."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import changed, first_picture, talk


def _box(scene: Scene, kind: str) -> tuple[int, int, int, int]:
    return next(scene.layout[one.id].box for one in scene.objects if one.kind == kind)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("客厅里有沙发、茶几和落地灯", "把落地灯移到沙发右边"),
        ("a living room with a sofa and a floor lamp", "move the lamp to the right of the sofa"),
    ],
)
@pytest.mark.parametrize("seed", [1, 10])
def test_a_sofa_gives_way_to_a_lamp_and_goes_nowhere_else(wish: str, edit: str, seed: int) -> None:
    base = first_picture(wish, seed=seed)
    after = changed(base, edit).scene
    stood, stands, lamp = _box(base, "couch"), _box(after, "couch"), _box(after, "floor-lamp")
    assert lamp[0] + lamp[2] > stands[0] + stands[2]
    assert abs(stands[0] - stood[0]) <= lamp[2] - lamp[0]


@pytest.mark.parametrize("edit", ["旁边再来只黑猫", "再来一只"])
def test_who_finds_no_room_on_a_fridge_stands_beside_it(edit: str) -> None:
    after = changed(first_picture("橘猫趴在冰箱上"), edit).scene
    assert [one.rel.type for one in after.objects if one.rel is not None] == ["on", "beside"]


def test_what_is_moved_onto_it_is_on_it() -> None:
    after = changed(first_picture("一只猫和一个凳子在客厅"), "把猫放到凳子上").scene
    assert [one.rel.type for one in after.objects if one.rel is not None] == ["on"]


@pytest.mark.parametrize(
    ("wish", "edit", "who"),
    [
        ("小红帽在森林里遇见了大灰狼", "把狼移到树后面", "wolf"),
        ("一个女孩和一个男孩在公园", "男孩躲到树后面", "boy"),
        ("a girl and a dog in the park", "move the dog behind a tree", "dog"),
    ],
)
def test_a_tree_to_hide_behind_comes_where_who_hides_stood(wish: str, edit: str, who: str) -> None:
    base = first_picture(wish)
    after = changed(base, edit).scene
    tree, hiding, stood = _box(after, "tree"), _box(after, who), _box(base, who)
    assert tree[0] < (stood[0] + stood[2]) / 2 < tree[2]
    assert hiding[1] > tree[1] + 0.3 * (tree[3] - tree[1])  # below the crown
    assert all(after.layout[one.id] == base.layout[one.id] for one in base.objects if one.kind != who)


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a girl in a garden => put a cat on the left and a dog on the right", "Added: cat – to the left of the girl; dog – to the right of the girl"),
        ("a campfire => add two kids on the left and a dog on the right", "Added: kids × 2 – to the left of the campfire; dog – on the right"),
        ("一个女孩在公园 => 左边加一棵树，右边加一张长椅", "加了：树——在女孩左边；长椅——在女孩右边"),
    ],
)  # fmt: skip
def test_two_that_come_at_either_side_are_beside_who_is_there(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("grandma on a sofa => add a lamp beside her", "Added: lamp – beside the sofa"),
        ("奶奶坐在沙发上织毛衣 => 旁边放一盏灯", "加了：灯——在沙发旁边"),
        ("奶奶坐在沙发上织毛衣 => 脚边加一只猫", "加了：猫——在沙发前面"),
        ("a girl in a park => add a tree behind her => put a table in front", "Added: table – in front of the girl"),
        ("一个女孩在公园里 => 后面加一棵树 => 旁边加一只狗", "加了：狗——在女孩旁边"),
        ("一个厨师在厨房 => 左边加一个冰箱 => 前面放一张桌子", "加了：桌子——在厨师前面"),
        ("一座城堡和一个公主 => 改成监狱", "改了：监狱——换掉了城堡"),
        ("草地上一座房子 => 加一棵树 => 改成学校", "改了：学校——换掉了房子"),
        ("a house and a man => make it a castle", "Changed: castle – instead of house"),
    ],
)  # fmt: skip
def test_what_comes_stands_where_it_would_in_truth(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
