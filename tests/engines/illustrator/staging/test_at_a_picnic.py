"""Who is at a picnic is seen above the mat, however small."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.staging.standing import scene_size
from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    "who", ["a fox and a rabbit", "two rabbits", "a mouse", "a bear", "a boy and a girl"]
)
def test_most_of_each_is_seen(who: str) -> None:
    scene = first_picture(f"{who} having a picnic")
    far = next(scene.layout[one.id].box[1] for one in scene.objects if one.kind == "picnic-mat")
    guests = [one for one in scene.objects if one.rel is not None and one.rel.type == "behind"]
    assert guests
    for one in guests:
        _, top, _, bottom = scene.layout[one.id].box
        assert far - top > 0.6 * (bottom - top)


def test_who_curls_up_has_no_curls() -> None:
    (answer,) = talk("grandpa in his armchair => a cat curls up on his lap")
    assert answer.told == "Added: cat – lying, held by the grandpa"


def test_who_has_a_picnic_on_the_beach_does_not_sit_in_the_sea() -> None:
    scene = first_picture("a family having a picnic on the beach")
    guests = [one for one in scene.objects if one.rel is not None and one.rel.type == "behind"]
    assert guests
    assert all(scene.layout[one.id].base > 0.68 * 1056 for one in guests)


def test_a_picnic_at_the_sea_is_on_the_sand() -> None:
    scene = first_picture("a picnic on the beach")
    mat = next(scene.layout[one.id].box for one in scene.objects if one.kind == "picnic-mat")
    assert mat[1] > 0.62 * scene_size(scene)[1]
