"""What is on a table hides no face, nor does what somebody plays."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.scene import Placement, Thing
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from tests.engines.illustrator.told import first_picture


def _mouth(thing: Thing, placed: Placement) -> tuple[float, float]:
    figure = figure_of(thing)
    frame = Frame(placed.x, placed.base, placed.scale, figure.foot, placed.flip, placed.angle)
    return frame.point((figure.anchors.nose[0], figure.anchors.nose[1] + 0.06 * figure.anchors.head))


@pytest.mark.parametrize("seed", [1, 4])
@pytest.mark.parametrize(
    "prompt",
    [
        "two girls having tea at a table with a teapot",
        "a family of four having dinner at a table",
        "a lion and a rabbit having tea at a table",
        "a bear and a tiger playing chess",
        "一只老虎和一只兔子在下棋",
        "a girl and a cake at a table",
        "a tiger and a girl having tea",
        "two boys at a table, a teapot and a vase on the table",
        "three women having tea",
    ],
)
def test_nobody_at_a_table_has_a_thing_before_the_mouth(prompt: str, seed: int) -> None:
    scene = first_picture(prompt, seed=seed)
    laid = [scene.layout[one.id].box for one in scene.objects if one.rel is not None and one.rel.type == "on"]
    assert laid
    for one in scene.objects:
        if stock_of(one).alive:
            x, y = _mouth(one, scene.layout[one.id])
            assert not any(box[0] < x < box[2] and box[1] < y < box[3] for box in laid), one.kind


def test_both_who_play_chess_sit_at_the_table_and_look_at_the_board() -> None:
    scene = first_picture("two cats playing chess", seed=3)
    cats = sorted((scene.layout[one.id] for one in scene.objects if one.kind == "cat"), key=lambda one: one.x)
    assert [one.flip for one in cats] == [True, False]


@pytest.mark.parametrize(
    "prompt", ["a girl playing the guitar", "一个女孩在弹吉他", "a boy playing the accordion"]
)
@pytest.mark.parametrize("seed", [1, 2])
def test_an_instrument_leaves_the_mouth_of_a_child_free(prompt: str, seed: int) -> None:
    scene = first_picture(prompt, seed=seed)
    (player,) = [one for one in scene.objects if stock_of(one).alive]
    (held,) = [one for one in scene.objects if one is not player]
    x, y = _mouth(player, scene.layout[player.id])
    sprite = draw(scene, 1024, 1024).sprites[held.id]
    row, column = round(y) - sprite.top, round(x) - sprite.left
    shown = sprite.rgba[max(0, row - 12) : max(0, row), column - 12 : column + 12, 3]
    assert not (shown > 60).any()


def test_pigs_at_a_table_are_seen_over_it() -> None:
    scene = first_picture("three pigs having tea at a table", seed=2)
    (table,) = [scene.layout[one.id].box for one in scene.objects if one.kind == "dining-table"]
    mouths = [_mouth(one, scene.layout[one.id]) for one in scene.objects if one.kind == "pig"]
    assert len(mouths) == 3
    assert all(y < table[1] + 0.12 * (table[3] - table[1]) for _, y in mouths)


@pytest.mark.parametrize(
    ("prompt", "type_"),
    [
        ("a girl and a cake at a table", "on"),
        ("a boy and a cup at the kitchen table", "on"),
        ("a girl and a dog at a table", "behind"),
        ("a cake behind a table", "behind"),
    ],
)
def test_what_lies_on_tables_is_on_the_one_at_which_it_is(prompt: str, type_: str) -> None:
    last = first_picture(prompt, seed=3).objects[-1]
    assert last.rel is not None
    assert last.rel.type == type_
