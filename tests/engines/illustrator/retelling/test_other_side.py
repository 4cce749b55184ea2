"""To the other side, the other way round, and what is said of somebody as if it were so already."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture


def edited(before: Scene, wish: str) -> Scene:
    done = edit_scene(wish, [before], ratio="1:1", seed=4, language=language_of(wish))
    assert done.notes == ()
    return arrange(done.scene, former=done.former)


def only(scene: Scene, kind: str) -> str:
    return next(one.id for one in scene.objects if one.kind == kind)


@pytest.mark.parametrize(
    ("wish", "told", "kind", "ground"),
    [
        (
            "a room with a sofa and a lamp",
            "move the lamp to the other side of the sofa",
            "floor-lamp",
            "couch",
        ),
        ("a tree and a cat", "the cat should go to the other side of the tree", "cat", "tree"),
        ("一棵树和一只猫", "把猫移到树的另一边", "cat", "tree"),
    ],
)
def test_what_goes_to_the_other_side_is_on_the_other_side(
    wish: str, told: str, kind: str, ground: str
) -> None:
    before = first_picture(wish)
    after = edited(before, told)
    sides = [
        scene.layout[only(scene, kind)].x < scene.layout[only(scene, ground)].x for scene in (before, after)
    ]
    assert sides[0] != sides[1]
    assert after.layout[only(after, ground)] == before.layout[only(before, ground)]


@pytest.mark.parametrize(
    "told",
    [
        "turn the car around so it faces the other way",
        "the car should face the other direction",
        "make the car drive the other way",
    ],
)
def test_what_is_to_face_the_other_way_is_turned(told: str) -> None:
    before = first_picture("a red truck and a blue car on a city street")
    after = edited(before, told)
    turned = [key for key in before.layout if before.layout[key].flip != after.layout[key].flip]
    assert turned == [only(before, "car")]


@pytest.mark.parametrize(
    ("told", "relation"),
    [
        ("now it's parked in front of a house", "front"),
        ("the car is now next to a house", "beside"),
        ("it is parked behind a house", "behind"),
    ],
)
def test_what_is_said_to_be_parked_there_is_put_there(told: str, relation: str) -> None:
    after = edited(first_picture("a red car"), told)
    (car,) = (one for one in after.objects if one.kind == "car")
    assert car.rel is not None
    assert (car.rel.type, car.rel.to) == (relation, only(after, "house"))


@pytest.mark.parametrize(
    ("told", "kind", "girth"),
    [
        ("the girl is taller", "girl", -1),
        ("女孩更高", "girl", -1),
        ("男孩长高了", "boy", -1),
    ],
)
def test_who_is_said_to_be_taller_becomes_so(told: str, kind: str, girth: int) -> None:
    after = edited(first_picture("a boy and a girl"), told)
    assert {one.kind: one.girth for one in after.objects if one.girth} == {kind: girth}


def test_what_is_long_becomes_longer() -> None:
    before = first_picture("a snake and a train")
    after = edited(before, "make the train longer")
    train = only(before, "train")
    wide = [scene.layout[train].box[2] - scene.layout[train].box[0] for scene in (before, after)]
    assert wide[1] > 1.1 * wide[0]


@pytest.mark.parametrize(
    ("told", "many"),
    [
        ("one of them falls asleep", 1),
        ("two of them fall asleep", 2),
        ("they doze off", 3),
        ("其中两只睡着了", 2),
        ("有两只在睡觉", 2),
    ],
)
def test_so_many_of_them_sleep(told: str, many: int) -> None:
    after = edited(first_picture("three cats on a rug"), told)
    assert sum(one.pose == "sleep" for one in after.objects) == many


@pytest.mark.parametrize("told", ["she should be on the phone", "let her make a phone call"])
def test_who_is_on_the_phone_holds_one(told: str) -> None:
    after = edited(first_picture("a woman in a room"), told)
    (phone,) = (one for one in after.objects if one.kind == "cell-phone")
    assert phone.rel is not None
    assert (phone.rel.type, phone.rel.to) == ("hold", only(after, "woman"))
