"""Birds on a scarecrow sit on its arms and its hat, and a ladder leans on what it is beside."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import changed, first_picture


def _boxes(scene: Scene, kind: str) -> list[tuple[int, int, int, int]]:
    return [scene.layout[one.id].box for one in scene.objects if one.kind == kind]


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a scarecrow in a wheat field", "add three crows on it"),
        ("麦田里有一个稻草人", "稻草人身上停三只乌鸦"),
    ],
)
def test_crows_on_a_scarecrow(wish: str, edit: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    left, top, right, foot = _boxes(scene, "scarecrow")[0]
    crows = _boxes(scene, "crow")
    assert len(crows) == 3
    for one in crows:
        assert one[3] - one[1] < 0.4 * (foot - top)
        assert left < (one[0] + one[2]) / 2 < right


@pytest.mark.parametrize("wish", ["a man on a ladder picking apples", "爷爷站在梯子上摘苹果", "梯子靠在墙上"])
def test_a_ladder_leans(wish: str) -> None:
    scene = first_picture(wish)
    left, _, right, _ = _boxes(scene, "ladder")[0]
    low, _, high, _ = (_boxes(scene, "tree") or _boxes(scene, "brick-wall"))[0]
    assert min(right, high) - max(left, low) > 0.4 * (right - left)


@pytest.mark.parametrize(
    ("wish", "edit", "kind", "beside", "most"),
    [
        ("雪山下面有个湖，湖边一间小木屋", "湖里来两只天鹅", "swan", "log-cabin", 0.45),
        ("a lake with a house", "add a swan", "swan", "house", 0.35),
        ("a fishing harbour with gulls on the pier", "add two more gulls", "seagull", "pier", 0.5),
    ],
)
def test_who_comes_is_not_out_of_size(wish: str, edit: str, kind: str, beside: str, most: float) -> None:
    scene = changed(first_picture(wish), edit).scene
    high = max(box[3] - box[1] for box in _boxes(scene, kind))
    there = _boxes(scene, beside)[0]
    assert high < most * (there[3] - there[1])


def test_a_taxi_is_no_toy_before_somebody() -> None:
    scene = changed(first_picture("a street with a woman"), "add a taxi driving by").scene
    woman, taxi = (
        next(scene.layout[one.id] for one in scene.objects if one.kind == kind) for kind in ("woman", "taxi")
    )
    lower = taxi.box[3] - taxi.box[1] < 0.9 * (woman.box[3] - woman.box[1])
    assert not (lower and taxi.base > woman.base + 10)


@pytest.mark.parametrize("wish", ["两个男孩在操场上踢足球", "kids running on a running track"])
def test_the_field_of_a_school_has_a_track(wish: str) -> None:
    assert first_picture(wish).env.scenery.path == 1


@pytest.mark.parametrize(
    "wish",
    [
        "a princess on top of the castle",
        "a castle with a cat on the roof",
        "a castle with a dragon on the tower",
    ],
)
def test_who_is_on_a_castle_is_on_its_wall(wish: str) -> None:
    scene = first_picture(wish)
    assert [one.kind for one in scene.objects].count("stone-tower") == 0
    left, top, right, foot = _boxes(scene, "castle")[0]
    figure = next(one for one in scene.objects if one.kind != "castle")
    box = scene.layout[figure.id].box
    assert box[1] > top
    assert abs((box[0] + box[2]) / 2 - (left + right) / 2) < 0.15 * (right - left)
    assert box[3] < foot - 0.2 * (foot - top)


def test_a_flag_is_on_the_keep_of_a_castle() -> None:
    scene = first_picture("a flag on top of the castle")
    flag, castle = _boxes(scene, "flag")[0], _boxes(scene, "castle")[0]
    assert flag[1] < castle[1] < flag[3]
