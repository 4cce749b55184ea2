"""Who is behind a fence or a wall looks over it; who is before it is no toy."""

from __future__ import annotations

from itertools import pairwise

import pytest

from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.barriers import barrier_before
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import frame_from
from tests.engines.illustrator.told import changed, first_picture


def _chin(scene: Scene, one: Thing) -> tuple[float, float]:
    figure = figure_of(one)
    x, y = figure.anchors.neck
    return frame_from(scene.layout[one.id], figure).point((x, y))


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("wish", "many"),
    [
        ("two kids behind a wooden fence in a garden", 2),
        ("三个小孩站在栅栏后面", 3),
        ("a cow looking over a fence", 1),
        ("two men talking behind a brick wall", 2),
        ("a boy and a girl waving behind a hedge", 2),
        ("a farmer behind a fence feeding a horse", 1),
        ("a woman in a hat behind a fence and a dog in front of it", 1),
    ],
)
def test_no_face_is_behind_it(wish: str, many: int, seed: int) -> None:
    scene = first_picture(wish, seed=seed)
    row = [one for one in scene.objects if barrier_before(scene, one) is not None]
    assert len(row) == many
    for one in row:
        barrier = barrier_before(scene, one)
        assert barrier is not None
        left, top, right, _ = scene.layout[barrier.id].box
        x, y = _chin(scene, one)
        assert y <= top + 2, "the face is over it"
        assert left - (right - left) < x < right + (right - left)
        assert scene.layout[one.id].box[1] >= 0
    xs = sorted(scene.layout[one.id].x for one in row)
    breadths = [scene.layout[one.id].box[2] - scene.layout[one.id].box[0] for one in row]
    assert all(after - before > 0.7 * min(breadths) for before, after in pairwise(xs))


@pytest.mark.parametrize(
    "wish",
    ["a goat behind a fence and a boy in front of it", "a woman behind a fence and a dog in front of it"],
)
def test_who_is_before_it_is_as_large_as_who_is_behind(wish: str) -> None:
    scene = first_picture(wish)
    living = [one for one in scene.objects if stock_of(one).alive]
    tall = [scene.layout[one.id].box[3] - scene.layout[one.id].box[1] for one in living]
    assert min(tall) > 0.3 * max(tall)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("two sheep in a field", "add a fence behind them"),
        ("a girl in a garden", "put a fence in the background"),
        ("一个男孩在草地上", "后面加一排篱笆"),
        ("a baby and a cat in a garden", "put a fence in front of them"),
    ],
)
def test_a_fence_that_comes_runs_along_and_hides_no_face(wish: str, edit: str) -> None:
    before = first_picture(wish, seed=3)
    after = changed(before, edit).scene
    fence = after.objects[-1]
    left, top, right, bottom = after.layout[fence.id].box
    living = [after.layout[one.id] for one in before.objects if stock_of(one).alive]
    assert right - left > 0.45 * 1024
    assert bottom - top < 0.6 * max(one.box[3] - one.box[1] for one in living)
    for one in before.objects:
        if (face := face_of(one, after.layout[one.id])) is not None:
            assert after.layout[fence.id].base < after.layout[one.id].base or top >= face[3] - 2
