"""In a corner of the picture."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.corners import in_corners
from paintover.engines.illustrator.staging.layout import scene_size
from tests.engines.illustrator.editing.test_putting import told


@pytest.mark.parametrize("ratio", ["1:1", "16:9"])
@pytest.mark.parametrize(
    ("turns", "corners"),
    [
        (["a cow", "add a sun in the top right corner"], {"sun": "right top"}),
        (["a cow", "put a cat in the bottom left corner"], {"cat": "left bottom"}),
        (["一头牛", "右上角加一个月亮"], {"moon": "right top"}),
        (["一头牛", "在画面左下角画一只猫"], {"cat": "left bottom"}),
        (["a fox", "move the fox to the bottom right corner"], {"fox": "right bottom"}),
        (["一只狐狸", "把狐狸移到左上角"], {"fox": "left top"}),
        (
            ["a cat in the bottom left corner and a bird in the top right corner"],
            {"cat": "left bottom", "bird": "right top"},
        ),
        (["左上角一个太阳，右下角一只兔子"], {"sun": "left top", "rabbit": "right bottom"}),
        (["a dog", "add a heart in the upper left"], {"heart": "left top"}),
    ],
)
def test_it_is_in_that_corner(turns: list[str], corners: dict[str, str], ratio: str) -> None:
    scene = told(*turns, ratio=ratio)
    width, height = scene_size(scene)
    left_over = dict(corners)
    for thing in scene.objects:
        if thing.kind not in left_over:
            continue
        across, down = left_over.pop(thing.kind).split()
        left, top, right, bottom = scene.layout[thing.id].box
        assert (right < 0.55 * width) if across == "left" else (left > 0.45 * width)
        assert (top + bottom < height) if down == "top" else (top + bottom > height)
        assert min(left, width - right) < 0.2 * width
        assert min(top, height - bottom) < 0.25 * height
    assert not left_over


def test_each_corner_gets_one() -> None:
    scene = told("a cow", "add stars in the corners")
    width, height = scene_size(scene)
    boxes = [scene.layout[one.id].box for one in scene.objects if one.kind == "star"]
    quarters = {(left + right < width, top + bottom < height) for left, top, right, bottom in boxes}
    assert len(quarters) == len(boxes) == 4


@pytest.mark.parametrize(
    "prompt",
    [
        "remove the sun in the top right corner",
        "右上角的太阳换成月亮",
        "a man at the corner shop",
        "把右上角的月亮变大",
    ],
)
def test_a_corner_that_tells_which_one_is_meant_is_left_as_it_is(prompt: str) -> None:
    assert in_corners(prompt, new=False).rest == prompt


@pytest.mark.parametrize(
    "turns",
    [
        ("a living room with a sofa", "add a christmas tree in the corner"),
        ("a living room with a sofa and two kids", "add a christmas tree in the corner"),
        ("厨房里一个厨师", "角落里加一个冰箱"),
        ("a man sitting on a bench in the park", "add a grandmother in the corner"),
        ("a boy in his bedroom", "put a robot in the corner"),
    ],
)
def test_who_is_in_any_corner_is_as_large_as_elsewhere(turns: tuple[str, ...]) -> None:
    scene = told(*turns)
    width, height = scene_size(scene)
    left, top, right, bottom = scene.layout[scene.objects[-1].id].box
    assert min(left, width - right) < 0.12 * width
    assert bottom - top > 0.4 * height


def test_what_is_in_a_corner_of_a_room_stands_at_its_wall() -> None:
    scene = told("a living room with a sofa", "add a christmas tree in the corner")
    sofa, tree = (scene.layout[one.id] for one in scene.objects)
    assert tree.base < sofa.base
