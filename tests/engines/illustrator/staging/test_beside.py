"""What comes into a picture that is full already is seen there, on its side, and hides nobody: a seeded sample of what
`beside.toml` can say."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from tests.engines.illustrator.beside import Fault, Wish, audit, faults, shown, wishes
from tests.engines.illustrator.told import changed, first_picture

MOST_WRONG, MOST_SILENT, MOST_HIDING = 0.25, 0.04, 0.08
"""Of a hundred so many may fall short of something, stand on no side of their anchor while the answer says that they do, and
hide somebody: there are pictures without any room."""


@pytest.fixture(scope="module")
def found() -> list[tuple[Wish, list[Fault]]]:
    return audit("beside", 84)


def _of(found: list[tuple[Wish, list[Fault]]], *classes: str) -> list[tuple[str, str, list[Fault]]]:
    return [
        (wish.before, wish.prompt, wrong)
        for wish, wrong in found
        if any(name.startswith(classes) for name, _ in wrong)
    ]


def test_what_comes_into_a_full_picture_finds_room(found: list[tuple[Wish, list[Fault]]]) -> None:
    wrong = _of(found, "")
    assert len(wrong) <= MOST_WRONG * len(found), wrong
    assert not _of(found, "number", "no anchor", "moved", "edge")


def test_it_stands_on_its_side_or_the_answer_says_where(found: list[tuple[Wish, list[Fault]]]) -> None:
    wrong = _of(found, "side")
    assert len(wrong) <= MOST_SILENT * len(found), wrong


def test_it_hides_nobody(found: list[tuple[Wish, list[Fault]]]) -> None:
    wrong = _of(found, "hides")
    assert len(wrong) <= MOST_HIDING * len(found), wrong


def test_the_audit_knows_who_is_on_the_wrong_side() -> None:
    wish = next(one for one in wishes(random.Random("other side"), 400) if one.check == "left")
    other = Wish(wish.before, wish.prompt, wish.lang, "right", wish.comes, wish.anchor, wish.seed)
    pictures = shown(wish)
    assert not [name for name, _ in faults(wish, *pictures) if name.startswith("side")]
    assert [name for name, _ in faults(other, *pictures) if name.startswith("side")]


@pytest.mark.parametrize(
    ("wish", "edit", "kind"),
    [
        ("操场上一个男孩", "男孩旁边来个气球", "balloon"),
        ("a girl in a park", "put a balloon next to the girl", "balloon"),
        ("公园里一棵大树", "树旁边加一只风筝", "kite"),
    ],
)
def test_what_floats_beside_somebody_is_no_further_away_than_need_be(wish: str, edit: str, kind: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    new, other = (
        next(one for one in scene.objects if (one.kind == kind) is is_new) for is_new in (True, False)
    )
    left, right = sorted((scene.layout[new.id].box, scene.layout[other.id].box))
    assert right[0] - left[2] < 0.06 * 1024


def test_what_comes_to_the_middle_of_a_table_is_between_what_is_there() -> None:
    scene = changed(first_picture("桌子上一盘鱼和一壶茶"), "正中间放一个蛋糕").scene
    _, fish, pot, cake = (scene.layout[one.id].box for one in scene.objects)
    assert fish[0] < cake[0] < fish[2]
    assert pot[0] < cake[2] < pot[2]
    assert cake[3] >= fish[3], "not behind them, so that all of it is seen"


@pytest.mark.parametrize(
    ("wish", "edit"), [("果园里一个农民", "加两棵橘子树"), ("公园里一个女孩", "加三棵树")]
)
def test_trees_that_come_stand_side_by_side(wish: str, edit: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    trees = sorted(scene.layout[one.id].box for one in scene.objects if one.kind.endswith("tree"))
    for one, other in pairwise(trees):
        assert other[0] - one[0] > 0.35 * (one[2] - one[0])
