"""Smoke rises from where the chimney of a drawing ends, and goes where the house goes."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.chimneys import CHIMNEYS, SMOKE
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import frame_from
from tests.engines.illustrator.told import first_picture


def edited(before: Scene, wish: str) -> Scene:
    done = edit_scene(wish, [before], ratio="1:1", seed=4, language=language_of(wish))
    assert done.notes == ()
    return arrange(done.scene, former=done.former)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("a house and a tree", "smoke comes out of the chimney"),
        ("a house and a tree", "there is smoke coming from the chimney"),
        ("a log cabin in the woods", "add smoke to the chimney"),
        ("a house", "the chimney is smoking"),
        ("a ship on the sea", "smoke rises from the funnel"),
        ("一座房子", "烟囱冒着烟"),
        ("雪地里有一座小木屋", "烟囱里冒出炊烟"),
    ],
)
def test_smoke_rises_from_the_chimney(wish: str, told: str) -> None:
    after = edited(first_picture(wish), told)
    (smoke,) = (one for one in after.objects if one.kind == SMOKE)
    assert smoke.rel is not None
    house = after.thing(smoke.rel.to)
    assert house is not None
    end = frame_from(after.layout[house.id], figure_of(house)).point(CHIMNEYS[house.kind])
    left, top, right, bottom = after.layout[smoke.id].box
    assert left <= end[0] <= right
    assert abs(bottom - end[1]) < 0.1 * (bottom - top)


def test_it_goes_where_the_house_goes() -> None:
    smoking = edited(first_picture("a house"), "the chimney is smoking")
    after = edited(smoking, "move the house to the left")
    (house, smoke) = after.objects
    far = {key: smoking.layout[key].x - after.layout[key].x for key in (house.id, smoke.id)}
    assert far[house.id] == far[smoke.id] > 0


def test_a_cat_has_no_chimney() -> None:
    with pytest.raises(NotDrawable, match="no chimney"):
        edited(first_picture("a cat on a rug"), "smoke comes out of the chimney")


def test_every_chimney_is_that_of_a_kind() -> None:
    assert CHIMNEYS.keys() <= kinds().keys()
