"""What is to go or to come, told with one plain verb."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import talk

_PARK = "a girl in a park with a bench and two dogs and a tree"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("throw the bench out", "Removed: bench"),
        ("kick the dogs out please", "Removed: dogs × 2"),
        ("can we not have the bench", "Removed: bench"),
        ("make the tree disappear", "Removed: tree"),
        ("the trees in the background can go", "Now: trees – gone"),
        ("ditch the trees in the background", "Now: trees – gone"),
        ("I don't need the bench, get rid of it", "Removed: bench"),
        ("lose the bench, I don't want it", "Removed: bench"),
        ("I don't like the bench, remove it", "Removed: bench"),
        ("delete the bench, it's in the way", "Removed: bench"),
        ("remove the bench because it's ugly", "Removed: bench"),
        ("the bench is in the way, get rid of it", "Removed: bench"),
    ],
)
def test_what_is_to_go_goes_alone(change: str, told: str) -> None:
    answer = talk(f"{_PARK} => {change}")[-1]
    assert (answer.told, answer.notes) == (told, ())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("how about two more benches", "Added: benches × 2"),
        ("I want another two dogs", "Added: dogs × 2"),
        ("add three of them", "Added: dogs × 3"),
        ("I want another dog but smaller", "Added: dog – small"),
        ("slide the girl to the middle", "Moved: girl – to the right"),
        ("add a cat at the foot of the tree", "Added: cat – below the tree"),
        ("add a cat far behind the girl", "Added: cat – behind the girl"),
        ("put a kite near the top of the picture", "Added: kite"),
        ("move the dogs further away", "Changed: dogs × 2 – smaller. Moved: dogs × 2 – up"),
    ],
)
def test_what_is_to_come_comes_as_told(change: str, told: str) -> None:
    answer = talk(f"{_PARK} => {change}")[-1]
    assert (answer.told, answer.notes) == (told, ())


def test_what_is_dropped_somewhere_is_not_gone() -> None:
    assert "Removed" not in talk("a boy with a backpack at school => drop the backpack on the floor")[-1].told


def test_a_ball_is_thrown_where_somebody_throws_it() -> None:
    assert "Removed" not in talk("a boy with a ball and a dog => throw the ball to the dog")[-1].told


@pytest.mark.parametrize("what", ["three balloons", "flowers"])
def test_nobody_around_a_thing_is_out_of_the_picture(what: str) -> None:
    base = arrange(
        compose_scene("a boy and a sandcastle on the beach", ratio="1:1", seed=3, language="en").scene
    )
    done = edit_scene(f"add {what} around the sandcastle", [base], ratio="1:1", seed=4, language="en")
    scene = arrange(done.scene, former=done.former)
    new = [one.id for one in scene.objects if base.thing(one.id) is None]
    assert new
    assert all(scene.layout[key].box[0] >= 0 for key in new)


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a child's room with a bed => drop a ball under the bed", "ball – below the bed"),
        ("two kids building a snowman => give me a third kid on the left", "Added: kid – on the left"),
        ("a lighthouse on a cliff => add a boat far out at sea", "Added: boat"),
    ],
)
def test_drops_are_put_and_thirds_are_others(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert told in answer.told
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("talked", "told", "note"),
    [
        (
            "a farmer and a cow by a barn => remove the cow => put a scarecrow where the cow was",
            "Added: scarecrow – beside the barn",
            "",
        ),
        ("a girl in a park => add a cat at the top", "Added: cat", "Left out: “at the top”"),
        ("a girl in a park => add a bird at the top", "Added: bird", ""),
    ],
)
def test_a_place_that_is_not_shown_is_told(talked: str, told: str, note: str) -> None:
    answer = talk(talked)[-1]
    assert answer.told == told
    assert " / ".join(answer.notes) == note


@pytest.mark.parametrize(
    ("first", "change"),
    [
        ("a dining table with four plates", "hang a lamp over the table"),
        ("a dining room with a table", "hang a chandelier above the table"),
        ("a kitchen with a table and a chef", "add a lamp above the table"),
    ],
)
def test_a_lamp_hangs_over_the_middle_of_its_table(first: str, change: str) -> None:
    base = arrange(compose_scene(first, ratio="1:1", seed=3, language="en").scene)
    done = edit_scene(change, [base], ratio="1:1", seed=4, language="en")
    scene = arrange(done.scene, former=done.former)
    lamp = next(one for one in scene.objects if base.thing(one.id) is None)
    table = next(one for one in scene.objects if one.kind == "dining-table")
    left, _, right, _ = scene.layout[table.id].box
    assert lamp.pose == "ceiling"
    assert abs(scene.layout[lamp.id].x - (left + right) / 2) < (right - left) / 4
