"""Who lies or sits on a mat, a towel or a rug, or stands on a stool, is about as large as who stands beside it."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import first_picture


def _box(scene: Scene, kind: str) -> tuple[int, int, int, int]:
    return next(scene.layout[one.id].box for one in scene.objects if one.kind == kind)


@pytest.mark.parametrize("seed", [1, 3])
@pytest.mark.parametrize(
    ("wish", "lies", "stands"),
    [
        ("a man sleeping on a towel at the beach and two kids", "man", "child"),
        ("two kids building a sandcastle while their dad sleeps on a towel", "man", "child"),
        ("a woman lying on a yoga mat and a boy with a ball", "woman", "boy"),
        ("一个男人睡在野餐垫上，旁边有一个男孩", "man", "boy"),
    ],
)
def test_who_lies_is_as_long_as_who_stands_is_high(wish: str, lies: str, stands: str, seed: int) -> None:
    scene = first_picture(wish, seed=seed)
    long, high = _box(scene, lies), _box(scene, stands)
    assert 0.75 * (high[3] - high[1]) < long[2] - long[0] < 1.7 * (high[3] - high[1])


@pytest.mark.parametrize(
    ("wish", "person", "animal"),
    [
        ("a man lying on a rug, his dog beside him", "man", "dog"),
        ("a girl lying on a picnic blanket and a dog", "girl", "dog"),
    ],
)
def test_an_animal_beside_them_is_smaller(wish: str, person: str, animal: str) -> None:
    scene = first_picture(wish)
    long, high = _box(scene, person), _box(scene, animal)
    assert high[3] - high[1] < 0.9 * (long[2] - long[0])


def test_who_sits_on_a_towel_is_no_doll() -> None:
    scene = first_picture("a woman sitting on a beach towel, a boy flying a kite")
    sits, stands = _box(scene, "woman"), _box(scene, "boy")
    assert sits[3] - sits[1] > 0.7 * (stands[3] - stands[1])


@pytest.mark.parametrize(
    "wish", ["a girl standing on a stool", "a boy standing on a chair", "一个女孩站在凳子上"]
)
def test_who_stands_on_a_stool_is_higher_than_that(wish: str) -> None:
    scene = first_picture(wish)
    person = next(one for one in scene.objects if one.kind in ("girl", "boy"))
    assert person.rel is not None
    stands, stool = scene.layout[person.id].box, scene.layout[person.rel.to].box
    assert stands[3] - stands[1] > 1.2 * (stool[3] - max(stool[1], stands[3] - 20))
    assert stands[1] > 0
