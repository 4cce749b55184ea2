"""What is held by its lower end, or eaten from its tip."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.standing import frame_from
from tests.engines.illustrator.told import changed, first_picture


def _kind(scene: Scene, kind: str) -> Thing:
    return next(one for one in scene.objects if one.kind == kind)


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("wish", "what"),
    [
        ("a girl holding a sword", "sword"),
        ("a princess holding a sword", "sword"),
        ("一个男孩拿着糖葫芦", "candied-haws"),
        ("a boy with a candy cane", "candy-cane"),
    ],
)
def test_the_hand_is_at_the_lower_end(wish: str, what: str, seed: int) -> None:
    scene = first_picture(wish, seed=seed)
    thing, holder = _kind(scene, what), scene.objects[0]
    figure = figure_of(holder)
    frame = frame_from(scene.layout[holder.id], figure)
    hand = frame.point(figure.anchors.grip or figure.anchors.hand)
    left, top, right, bottom = scene.layout[thing.id].box
    assert top < hand[1] - 0.6 * (bottom - top)
    assert bottom - 0.35 * (bottom - top) < hand[1]
    face = frame.point(figure.anchors.eye)[0]
    outer = left if hand[0] < face else right
    assert abs(outer - face) > abs(hand[0] - face)


def test_both_rabbits_have_the_tip_of_the_carrot_in_the_mouth() -> None:
    scene = first_picture("两只小兔子在草地上吃胡萝卜，一只白的一只灰的")
    rabbits = [one for one in scene.objects if one.kind == "rabbit"]
    carrots = [one for one in scene.objects if one.kind == "carrot"]
    turned = [scene.layout[one.id].flip for one in (*rabbits, *carrots)]
    assert turned[:2] == [not flip for flip in turned[2:]]


@pytest.mark.parametrize(
    "wish",
    [
        "a boy dragging a big suitcase through the airport",
        "a man holding a suitcase",
        "a girl holding a suitcase and a teddy bear",
        "一个女孩拉着行李箱",
    ],
)
def test_a_suitcase_is_rolled_on_the_ground(wish: str) -> None:
    scene = first_picture(wish)
    case = _kind(scene, "suitcase")
    assert case.rel is not None
    holder = scene.layout[case.rel.to].box
    box = scene.layout[case.id].box
    assert abs(box[3] - holder[3]) < 0.06 * (holder[3] - holder[1])
    assert box[3] < 1024


def test_a_suitcase_grows_upwards() -> None:
    scene = first_picture("a woman holding a suitcase")
    larger = changed(scene, "make the suitcase bigger").scene
    before, after = (one.layout[_kind(one, "suitcase").id].box for one in (scene, larger))
    assert after[3] - after[1] > 1.2 * (before[3] - before[1])
    assert abs(after[3] - before[3]) < 0.1 * (before[3] - before[1])


def test_all_of_a_family_wheel_their_suitcases() -> None:
    scene = first_picture("a family wheeling their suitcases at the airport")
    held = {one.rel.to for one in scene.objects if one.kind == "suitcase" and one.rel is not None}
    assert len(held) == sum(one.kind != "suitcase" for one in scene.objects)
