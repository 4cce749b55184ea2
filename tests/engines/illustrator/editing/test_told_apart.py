"""Two of a kind of which one is called large and one small are two, and the large one is plainly larger."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import changed, first_picture


def _heights(scene: Scene, kind: str) -> list[int]:
    boxes = [scene.layout[one.id].box for one in scene.objects if one.kind == kind]
    return sorted(box[3] - box[1] for box in boxes)


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("小狗和大狗在草地上玩", "dog"),
        ("大狗小狗一起跑", "dog"),
        ("小猫大猫都在睡觉", "cat"),
        ("大房子和小房子", "house"),
        ("big dog and small dog playing", "dog"),
    ],
)
def test_one_of_each_size(wish: str, kind: str) -> None:
    small, large = _heights(first_picture(wish), kind)
    assert large > 1.25 * small


@pytest.mark.parametrize(
    ("wish", "edit", "kind"),
    [
        ("小河马在河边", "旁边再来一只大河马", "hippopotamus"),
        ("一只小狗", "旁边来一只大狗", "dog"),
        ("路边一辆小汽车", "后面来辆大汽车", "car"),
        ("a small bear in the forest", "add a big bear next to it", "bear"),
        ("大河马在水边", "旁边再来一只小河马", "hippopotamus"),
    ],
)
def test_one_of_the_other_size_comes(wish: str, edit: str, kind: str) -> None:
    answer = changed(first_picture(wish), edit)
    small, large = _heights(answer.scene, kind)
    assert large > 1.25 * small
    assert not answer.notes


def test_the_answer_says_who_became_smaller() -> None:
    assert changed(first_picture("一只小狗"), "旁边来一只大狗").told.startswith("改了：小狗——变小。加了：狗")
