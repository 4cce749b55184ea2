"""What is chopped or grated is a handful of bits all over the dish, and no sprig that stands in it."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.staging.strewn import SCATTERED
from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    ("wish", "edit", "dish"),
    [
        ("一碗牛肉面，上面有个荷包蛋和葱花", "", "beef-noodles"),
        ("一碗面条", "撒点葱花", "noodles"),
        ("a bowl of tomato soup", "sprinkle chopped parsley on top", "soup"),
        ("a birthday cake with sprinkles", "", "birthday-cake"),
        ("一盘饺子", "撒上芝麻", "plate"),
    ],
)
def test_one_handful_lies_on_the_dish(wish: str, edit: str, dish: str) -> None:
    scene = first_picture(wish)
    scene = changed(scene, edit).scene if edit else scene
    (handful,) = (one for one in scene.objects if one.kind in SCATTERED)
    under = scene.thing(handful.rel.to) if handful.rel is not None else None
    assert under is not None
    assert under.kind == dish
    left, top, right, bottom = scene.layout[handful.id].box
    over, below = scene.layout[under.id].box, bottom - top
    assert over[0] <= left
    assert right <= over[2]
    assert bottom < over[3]
    assert below < 0.5 * (right - left)


@pytest.mark.parametrize("wish", ["a burger with sesame seeds", "a doughnut with rainbow sprinkles"])
def test_what_is_drawn_with_it_has_no_more(wish: str) -> None:
    assert len(first_picture(wish).objects) == 1


def test_what_is_there_already_is_said() -> None:
    assert (
        changed(first_picture("a cupcake"), "add some sprinkles").told == "The picture is already like that"
    )
