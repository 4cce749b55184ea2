"""What is drawn on a board is on its face, whole and in the middle of it, and the board is bare but for that."""

from __future__ import annotations

from itertools import pairwise

import pytest

from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.boards import BARE, FACES, is_shown_on
from paintover.engines.illustrator.staging.standing import frame_from
from tests.engines.illustrator.told import changed, first_picture, talk


def shown(scene: Scene) -> tuple[Thing, list[Thing]]:
    board = next(one for one in scene.objects if one.kind in FACES)
    return board, [
        one for one in scene.objects if is_shown_on(one, board) and one.rel and one.rel.to == board.id
    ]


def on_the_face(scene: Scene) -> int:
    """How many things are on the face of the board and nowhere beyond it."""
    board, things = shown(scene)
    left, top, right, bottom = frame_from(scene.layout[board.id], figure_of(board)).bounds(FACES[board.kind])
    boxes = [scene.layout[one.id].box for one in things]
    assert all(left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom for box in boxes)
    assert all(first[2] <= second[0] for first, second in pairwise(boxes))
    return len(boxes)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a man in front of a whiteboard", "draw a bar chart on the whiteboard"),
        ("a teacher beside a blackboard", "draw a cat on the blackboard"),
        ("老师站在白板前面", "白板上画一个柱状图"),
        ("一个画架", "在画架上画一朵花"),
    ],
)
def test_it_is_on_the_face_of_the_board(wish: str, edit: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    assert on_the_face(scene) == 1
    board, (thing,) = shown(scene)
    box, under = scene.layout[thing.id].box, scene.layout[board.id].box
    assert abs(box[0] + box[2] - under[0] - under[2]) < 0.1 * (under[2] - under[0])
    assert board.pose == BARE


def test_two_share_a_board() -> None:
    scene = talk(
        "a teacher beside a blackboard => draw a cat on the blackboard => draw a sun on the board too"
    )[-1].scene
    assert on_the_face(scene) == 2


@pytest.mark.parametrize(
    "wish",
    ["a billboard with a burger on it beside a road", "a poster with a cat on it on the wall of a room"],
)
def test_it_is_there_in_a_first_picture(wish: str) -> None:
    assert on_the_face(first_picture(wish)) == 1


def test_who_sits_on_a_board_is_on_its_upper_edge() -> None:
    scene = changed(
        first_picture("a teacher beside a blackboard"), "add a pigeon sitting on the blackboard"
    ).scene
    pigeon, board = scene.objects[-1], next(one for one in scene.objects if one.kind == "blackboard")
    assert scene.layout[pigeon.id].base < scene.layout[board.id].box[1] + 30
    assert board.pose is None


def test_words_are_written_on_a_whiteboard() -> None:
    answer = changed(first_picture("a classroom with a whiteboard"), "write HELLO on the whiteboard")
    assert [one.says for one in answer.scene.objects if one.kind == "whiteboard"] == ["HELLO"]
