"""What is said of a picture in passing, short of its verb or its noun."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture

COUPLE = "a boy flying a kite and a girl with a dog"
CATS = "two cats sleeping on a sofa"
MATCH = "a football match, two players running after the ball"


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        (COUPLE, "take the kite a bit higher", "Moved: kite – up"),
        (COUPLE, "higher", "Moved: kite – up"),
        (COUPLE, "girl goes left", "Moved: girl – to the left"),
        (COUPLE, "both arms in the air", "Changed: girl – raising both arms"),
        (COUPLE, "hats for both", "Added: hat × 2 – worn by the boy and the girl"),
        (COUPLE, "both of them smiling", "Changed: boy – happy; girl – happy"),
        (COUPLE, "make that two dogs", "Added: dog"),
        (COUPLE, "dog gone", "Removed: dog"),
        (COUPLE, "a footballer on the left", "Added: footballer – "),
        (CATS, "one on the floor", "in front of the sofa"),
        (CATS, "left one grey, right one ginger", "grey; right cat – orange"),
        ("three children in the snow", "two boys and one girl", "Changed: boy × 2 – instead of children"),
        ("three children in the snow", "everyone with a scarf", "Added: scarf × 3"),
        ("a red car in front of a house", "car facing the other way", "Changed: car – turned around"),
        (MATCH, "add another player tackling him", "Added: footballer"),
        (MATCH, "crowd cheering in the background", "Added: spectator crowd"),
        (MATCH, "number 7 on his shirt", "Changed: left t-shirt – says “7”"),
        ("a girl and three dogs", "red collar on the left one", "worn by the left dog"),
        ("a boy", "number 10 on the boy's shirt", "t-shirt – says “10”, worn by the boy"),
        ("a car and three people", "make it a truck", "Changed: truck – instead of car"),
        ("two glasses on a table", "one less glass", "Removed: left drinking glass"),
        ("two glasses on a table", "fill both glasses with milk", "Changed: glass of milk × 2 – instead of"),
        ("a chef in a kitchen", "change the kitchen to a restaurant", "Now: restaurant"),
        ("a chef in a kitchen", "make the chef a woman and give her glasses", "Changed: female chef"),
    ],
)
def test_it_is_done(wish: str, edit: str, told: str) -> None:
    assert told in changed(first_picture(wish, seed=1), edit).told


def test_to_her_other_side() -> None:
    base = first_picture(COUPLE, seed=1)
    after = changed(base, "put the dog on her other side").scene
    girl, dog = (next(one.id for one in base.objects if one.kind == kind) for kind in ("girl", "dog"))
    before = base.layout[dog].x > base.layout[girl].x
    assert before != (after.layout[dog].x > after.layout[girl].x)


def test_together_never_moves_apart() -> None:
    base = first_picture("three children playing in the snow", seed=1)
    after = changed(base, "move the children closer together").scene
    reach = [max(p.x for p in one.layout.values()) - min(p.x for p in one.layout.values()) for one in (base, after)]  # fmt: skip
    assert reach[1] <= reach[0]


@pytest.mark.parametrize("edit", ["add a footballer on the left", "add a bird higher up"])
def test_who_is_to_come_is_not_who_is_there(edit: str) -> None:
    assert "Moved" not in changed(first_picture("a football player kicking a ball"), edit).told


def test_the_other_kid_is_the_one_of_whom_nothing_was_told() -> None:
    base = first_picture("a snowman and two kids")
    thrown = changed(base, "one of the kids throws a snowball").scene
    after = changed(thrown, "take away the other kid").scene
    assert [one.pose for one in after.objects if one.kind == "child"] == ["throw"]


@pytest.mark.parametrize("wish", ["a big dog and a little dog", "a little fish following a big fish"])
def test_the_little_one_is_another(wish: str) -> None:
    assert sorted(one.size or "" for one in first_picture(wish).objects) == ["large", "small"]
