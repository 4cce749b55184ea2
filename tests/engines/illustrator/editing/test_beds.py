"""Who lies in bed: under the covers, side by side, and awake again."""

from __future__ import annotations

from itertools import pairwise

import pytest

from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.staging.abed import DOUBLE
from paintover.engines.illustrator.staging.attach import sits_on
from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("wish", "sleepers"),
    [
        ("two children in bed", 2),
        ("a couple asleep in a double bed", 2),
        ("三个孩子在床上睡觉", 3),
        ("a grandmother reading a bedtime story to two children in bed", 2),
    ],
)
def test_several_lie_side_by_side_in_a_broad_bed(wish: str, sleepers: int) -> None:
    scene = first_picture(wish)
    bed = next(one for one in scene.objects if one.kind == "bed")
    tucked = [one for one in scene.objects if one.where == "covers"]
    assert bed.pose == DOUBLE
    assert len(tucked) == sleepers
    drawing = draw(scene)
    boxes = sorted(drawing.scene.layout[one.id].box for one in tucked)
    covers = drawing.scene.layout[bed.id].box
    low = covers[1] + 0.6 * (covers[3] - covers[1])
    assert all(box[3] < low for box in boxes), "nothing of them sticks out of the covers"
    assert all(left[2] - right[0] < 0.3 * (left[2] - left[0]) for left, right in pairwise(boxes))
    assert not hidden(drawing, {one.id for one in tucked})


@pytest.mark.parametrize(
    "wish", ["宝宝在床上睡觉", "a boy sleeping in his bed", "a boy in bed", "妈妈在床边给宝宝讲故事"]
)
def test_one_lies_under_the_covers_of_a_bed(wish: str) -> None:
    scene = first_picture(wish)
    assert [one.where for one in scene.objects if one.pose in ("lie", "sleep")] == ["covers"]


@pytest.mark.parametrize("wish", ["a cat sleeping on a bed", "a boy lying on top of his bed", "女孩趴在床上"])
def test_others_lie_on_it(wish: str) -> None:
    assert all(one.where != "covers" for one in first_picture(wish).objects)


def test_who_wakes_sits_up_and_may_sleep_again() -> None:
    awake, asleep = talk("a couple asleep in a double bed => wake them up => let them sleep again")
    poses = [
        [one.pose for one in answer.scene.objects if one.where == "covers"] for answer in (awake, asleep)
    ]
    assert poses == [["sit", "sit"], ["sleep", "sleep"]]
    assert "anew" not in asleep.told


@pytest.mark.parametrize(
    ("edit", "anew"),
    [
        ("make it sit again", False),
        ("make the cat black again", False),
        ("do it again", True),
        ("again please", True),
    ],
)
def test_again_is_a_new_picture_only_where_nothing_else_is_asked(edit: str, anew: bool) -> None:
    assert ("Drawn anew" in changed(first_picture("a cat sleeping on a rug"), edit).told) == anew


@pytest.mark.parametrize(
    ("wish", "seated"),
    [("妈妈坐在床上给两个孩子讲故事", 3), ("a girl sitting on the bed", 1), ("kids jumping on the bed", 0)],
)
def test_who_is_on_a_bed_sits_there_unless_standing_or_jumping(wish: str, seated: int) -> None:
    scene = first_picture(wish)
    bed = next(one for one in scene.objects if one.kind == "bed")
    people = [
        one for one in scene.objects if one.rel is not None and (one.rel.to, one.rel.type) == (bed.id, "on")
    ]
    assert sum(sits_on(one, bed) for one in people) == (1 if seated else 0)
    for one in people:
        sat = scene.layout[one.id].box[3] > scene.layout[bed.id].box[1] + 0.6 * (
            scene.layout[bed.id].box[3] - scene.layout[bed.id].box[1]
        )
        assert sat == bool(seated), "the legs of who sits hang over the edge"
