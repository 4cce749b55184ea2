"""What comes beside somebody who fills a chair stands on the floor beside that, and not on its arm."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.layout import bearer_of
from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a grandmother in a rocking chair", "put a cat next to her"),
        ("a boy on a chair", "add a bag beside him"),
        ("一位老爷爷坐在椅子上", "他旁边放一个水桶"),
        ("a king on a throne", "put a lion next to him"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_stands_on_the_floor_beside_the_chair(wish: str, edit: str, seed: int) -> None:
    before = first_picture(wish, seed=seed)
    after = changed(before, edit).scene
    (new,) = [one for one in after.objects if before.thing(one.id) is None]
    (seat,) = [one for one in after.objects if one.rel is None]
    assert bearer_of(after, new) is None
    here, there = after.layout[new.id], after.layout[seat.id]
    assert abs(here.base - there.base) < 0.25 * 1024
    shared = min(here.box[2], there.box[2]) - max(here.box[0], there.box[0])
    assert shared < 0.5 * (here.box[2] - here.box[0])


@pytest.mark.parametrize(
    ("wish", "edit"),
    [("a boy on a bench", "add a bag next to him"), ("a cat on a sofa", "add a pillow next to the cat")],
)
def test_on_a_broad_seat_it_is_beside_them_there(wish: str, edit: str) -> None:
    before = first_picture(wish)
    after = changed(before, edit).scene
    (new,) = [one for one in after.objects if before.thing(one.id) is None]
    assert bearer_of(after, new) is not None


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("画一家四口在公园草地上野餐，旁边铺着格子布，上面有水果和三明治", "旁边加一只狗"),
        ("a boy eating cake at a table", "add a dog next to it"),
    ],
)
def test_who_comes_beside_it_comes_to_somebody_and_not_to_a_fruit(wish: str, edit: str) -> None:
    before = first_picture(wish)
    after = changed(before, edit).scene
    (dog,) = [one for one in after.objects if before.thing(one.id) is None]
    assert dog.rel is not None
    other = after.thing(dog.rel.to)
    assert other is not None
    assert stock_of(other).alive


def test_to_ones_left_is_a_place_and_gives_nothing() -> None:
    before = first_picture("a man in a park")
    after = changed(before, "put a guitar to his left").scene
    (guitar,) = [one for one in after.objects if before.thing(one.id) is None]
    assert guitar.rel is not None
    assert guitar.rel.type == "left"
