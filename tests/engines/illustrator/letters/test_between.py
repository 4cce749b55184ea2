"""Words at the top of a picture stand beside balloons and faces, or between them, and not over them."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.letters.between import room_between
from tests.engines.illustrator.told import changed, first_picture

BOX = (60.0, 30.0, 940.0, 220.0)


def _size_in(wide: float) -> tuple[float, float]:
    """Words that are six times as broad as high, and at most 90 high."""
    size = min(90.0, wide / 6)
    return size, 6 * size


def test_words_that_cover_nothing_have_all_the_room() -> None:
    assert room_between(BOX, [(0, 40, 150, 200), (300, 300, 700, 900)], _size_in, 1000) == BOX


def test_words_stand_where_they_are_largest_and_cover_nothing() -> None:
    balloons = [(100.0, 40.0, 250.0, 300.0), (850.0, 40.0, 1000.0, 300.0)]
    left, _, right, _ = room_between(BOX, balloons, _size_in, 1000)
    assert left >= 250
    assert right <= 850


def test_words_that_would_be_too_small_stay_where_they_are() -> None:
    row = [(100.0 * at, 40.0, 100.0 * at + 90, 300.0) for at in range(10)]
    assert room_between(BOX, row, _size_in, 1000) == BOX


@pytest.mark.parametrize("seed", [2, 4])
def test_a_title_is_beside_the_balloons_of_a_party(seed: int) -> None:
    scene = changed(
        first_picture("a birthday party with a girl and a boy", seed=seed), 'write "Happy Birthday" on top'
    ).scene
    (words,) = draw(scene).words()
    there = (words.left, words.top, words.left + words.rgba.shape[1], words.top + words.rgba.shape[0])
    boxes = [scene.layout[one.id].box for one in scene.objects if one.kind == "balloon"]
    for left, top, right, bottom in boxes:
        assert there[0] >= right or there[2] <= left or there[1] >= bottom or there[3] <= top
