"""Who hugs, kisses or shakes hands with whom, and whose children are meant."""

from __future__ import annotations

from collections import Counter

import pytest

from paintover.domain.errors import NotDrawable
from tests.engines.illustrator.retelling.test_offhand import done, of_kind, scene_of


def led(*turns: str) -> Counter[str | None]:
    """By the part by which they are held, how many people are."""
    scene = scene_of(*turns)
    held = [one.rel for one in scene.objects if one.rel is not None and one.rel.type == "hold"]
    return Counter(rel.part for rel in held)


@pytest.mark.parametrize(
    ("turns", "many"),
    [
        (["a mother hugs her son"], 1),
        (["a mother hugging her son and daughter"], 2),
        (["a grandmother hugging her two grandchildren"], 2),
        (["a mother and her daughter", "she hugs her daughter"], 1),
        (["grandma and her grandson in the kitchen", "grandma gives him a big hug"], 1),
        (["grandma and her grandson in the kitchen", "they give each other a hug"], 1),
        (["a boy and a girl", "she kisses him on the cheek"], 1),
        (["a boy and his dad", "have dad hug him"], 1),
        (["a father with his two sons", "he hugs both of them"], 2),
        (["a father with his two sons", "he hugs his sons"], 2),
        (["a mother with her son and daughter", "she hugs her son and daughter"], 2),
    ],
)
def test_children_on_their_feet_are_hugged_and_not_carried(turns: list[str], many: int) -> None:
    assert led(*turns) == {"neck": many}
    assert len(scene_of(*turns).objects) == len(scene_of(turns[0]).objects)


def test_one_child_is_on_either_side() -> None:
    scene = scene_of("a mother hugs her two daughters")
    left, right = of_kind(scene, "girl")
    mother = of_kind(scene, "woman")[0]
    assert scene.layout[left.id].x < scene.layout[mother.id].x < scene.layout[right.id].x


def test_a_baby_is_taken_into_the_arms() -> None:
    assert led("a mother hugs her baby") == {"hand": 1}


@pytest.mark.parametrize(
    ("wish", "edit", "pose"),
    [
        ("a boy and his dad", "have dad give him a high five", "five"),
        ("a boy and his dad", "dad high-fives him", "five"),
        ("a boy and his dad", "the boy shakes hands", "shake"),
        ("a boy and his dad", "they high-five each other", "five"),
    ],
)
def test_what_two_do_takes_both(wish: str, edit: str, pose: str) -> None:
    assert [one.pose for one in scene_of(wish, edit).objects] == [pose, pose]


def test_nobody_shakes_hands_alone() -> None:
    assert any("in that pose" in note for note in done("a man", "he is shaking hands").notes)


@pytest.mark.parametrize(
    ("wish", "edit", "pose"),
    [
        ("a father with his two sons", "his sons wave", "wave"),
        ("a farmer with three dogs", "his dogs sleep", "sleep"),
        ("a grandma with her grandchildren", "her grandchildren are dancing", "dance"),
        ("a mother and two daughters", "both her daughters jump", "jump"),
    ],
)
def test_his_sons_are_those_who_are_there(wish: str, edit: str, pose: str) -> None:
    before, after = scene_of(wish), scene_of(wish, edit)
    assert len(after.objects) == len(before.objects)
    assert [one.pose for one in after.objects[1:]] == [pose] * (len(after.objects) - 1)


def test_sons_who_are_not_there_come() -> None:
    assert len(of_kind(scene_of("a man with a hat", "his sons wave"), "boy")) == 3


@pytest.mark.parametrize(
    ("wish", "edit", "people"),
    [
        ("a boy and his mom", "his mom holds his hand", 2),
        ("a boy and his mom", "mom takes his hand", 2),
        ("a girl", "her dad holds her hand", 2),
        ("a nurse and a boy", "his mom is holding his hand", 3),
    ],
)
def test_who_holds_a_hand_is_hand_in_hand(wish: str, edit: str, people: int) -> None:
    scene = scene_of(wish, edit)
    assert led(wish, edit) == {"arm": 1}
    assert len(scene.objects) == people


@pytest.mark.parametrize(
    ("turns", "many"),
    [
        (["three friends", "add peace signs", "two of them wave"], 2),
        (["two girls", "add three balloons", "both of them wave"], 2),
    ],
)
def test_of_them_means_people_after_things(turns: list[str], many: int) -> None:
    assert sum(one.pose == "wave" for one in scene_of(*turns).objects) == many


@pytest.mark.parametrize("edit", ["she closes her eyes", "her eyes are closed", "she shuts her eyes"])
def test_eyes_are_shut(edit: str) -> None:
    assert scene_of("a woman", edit).objects[0].mood == "shut"


@pytest.mark.parametrize(
    ("wish", "edit"), [("a boy at a desk", "turn on the desk lamp"), ("房间里一个女孩", "打开台灯")]
)
def test_a_lamp_that_is_not_there_is_not_lit(wish: str, edit: str) -> None:
    with pytest.raises(NotDrawable):
        scene_of(wish, edit)
