"""Exaggerations, halves, friends and holidays, as people type them."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture, talk

_TWO = "a house and a girl in a meadow"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (f"{_TWO} => make the girl a lot bigger", "Changed: girl – larger"),
        (f"{_TWO} => make her super small", "Changed: girl – smaller"),
        (f"{_TWO} => make the house giant", "Changed: house – larger"),
        (f"{_TWO} => the house should be way bigger", "Changed: house – larger"),
        (f"{_TWO} => make the girl microscopic", "Changed: girl – smaller"),
        ("three apples on a table => remove half of the apples", "Removed: left apple"),
        ("four apples on a table => keep only half of them", "Removed: 2 of the 4 apples"),
        ("three apples on a table => make them a lot smaller", "Changed: apples × 3 – smaller"),
        (f"{_TWO} => add two friends", "Added: children × 2"),
        (f"{_TWO} => add a third girl", "Added: girl"),
        ("a man in a park => add a friend", "Added: person"),
        (f"{_TWO} => it's Halloween", "Added: jack o lanterns × 2. Now: night"),
        (f"{_TWO} => make it Easter", "Added: easter eggs × 3"),
        ("一座房子和一个女孩 => 现在是万圣节", "加了：南瓜灯 × 2。现在：夜晚"),
        ("一座房子和一个女孩 => 改成情人节", "加了：爱心 × 3"),
        ("a girl and a tree => put a kite in her hand", "Added: kite – held by the girl"),
        ("a girl and a tree => put a sign in her hand", "Added: sign – held by the girl"),
    ],
)  # fmt: skip
def test_as_people_exaggerate(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    "edit",
    [
        "加一条河",
        "加上一条河",
        "画一个湖",
        "再来一条小河",
        "加一片森林",
        "旁边加一条河",
        "旁边有一个湖",
        "边上再来一条小河",
    ],
)
def test_a_place_brings_nobody(edit: str) -> None:
    answer = talk(f"公园里一个女孩 => {edit}")[-1]
    assert answer.told.startswith("现在：")
    assert len(answer.scene.objects) == 1


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("add a sign saying welcome", "Added: sign – says “welcome”"),
        ("add text saying hello", "Now: the words “hello”"),
        ("add text that says good night", "Now: the words “good night”"),
        ("add a speech bubble saying hi", "Changed: girl – says “hi”"),
        ("give her a speech bubble: hello", "Changed: girl – says “hello”"),
    ],
)
def test_words_without_quotation_marks(edit: str, told: str) -> None:
    assert talk(f"a girl in a park => {edit}")[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a man with a hat => give him a bigger hat", "Changed: hat – larger"),
        ("a man with a hat => give the man a taller hat", "Changed: hat – larger"),
        ("a girl with a balloon => give her a bigger balloon", "Changed: balloon – larger"),
        ("a boy => give him a bigger smile", "Changed: boy – happy"),
        ("a boy and a girl => give the girl a bigger bow", "Added: bow – large, worn by the girl"),
        ("一个男人戴着帽子 => 给他换顶大一点的帽子", "改了：帽子——变大"),
    ],
)
def test_another_that_is_larger_is_the_same_made_larger(talked: str, told: str) -> None:
    assert talk(talked)[0].told == told


@pytest.mark.parametrize(
    ("talked", "why"),
    [
        (
            "a girl with a scarf => make her scarf longer",
            "I can't change the size of the scarf, drawn to fit the girl",
        ),
        (
            "a girl in a skirt => make the skirt shorter",
            "I can't change the size of the skirt, drawn to fit the girl",
        ),
        (
            "a man in a coat => make his coat bigger",
            "I can't change the size of the coat, drawn to fit the man",
        ),
        ("一个女孩围着围巾 => 给她换条长一点的围巾", "围巾是照着女孩的身材画的，大小改不了"),
    ],
)
def test_what_is_cut_to_its_wearer_keeps_its_size_and_it_is_said(talked: str, why: str) -> None:
    assert talk(talked)[0].told == why


def test_what_else_was_asked_of_the_dress_is_done() -> None:
    (answer,) = talk("一个女人穿裙子 => 裙子换成黑的，长一点")
    assert answer.told == "改了：裙子——黑色"
    assert answer.notes == ("裙子是照着女人的身材画的，大小改不了",)


@pytest.mark.parametrize("deed", ["chase the cat", "look at the cat"])
def test_a_deed_that_can_be_drawn_is_done_by_who_is_there(deed: str) -> None:
    (answer,) = talk(f"a dog and a cat => have the dog {deed}")
    assert [one.kind for one in answer.scene.objects] == ["dog", "cat"]
    assert answer.told.startswith("Changed: dog")


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "a chef holding a pizza => instead of the pizza he should hold a cake",
            "Changed: cake – instead of pizza",
        ),
        (
            "a chef holding a pizza => he should hold a cake instead of the pizza",
            "Changed: cake – instead of pizza",
        ),
        (
            "a boy and a girl with a red hat => the girl should wear a cap instead of the hat",
            "Changed: cap – instead of hat",
        ),
        ("a boy skiing => make it summer", "Now: meadow, summer"),
        ("一个雪人在雪地里 => 改成夏天", "现在：草地、夏天"),
    ],
)
def test_one_thing_in_place_of_another(talked: str, told: str) -> None:
    assert talk(talked)[0].told == told


def test_a_nose_does_not_move_its_snowman() -> None:
    before = first_picture("a man and a woman building a snowman")
    after = changed(before, "put a carrot nose on the snowman")
    assert after.scene == before
    assert "nose" in after.told


def test_a_teacher_writes_before_as_many_as_are_told() -> None:
    scene = first_picture("a teacher writing on a blackboard with two pupils sitting at desks")
    assert [one.kind for one in scene.objects].count("pupil") == 2


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "a man and a woman in a park => put them in pyjamas",
            "Added: pyjamas × 2 – worn by the man and the woman",
        ),
        ("a man and a woman in a park => put the man in a blue suit", "Added: suit – blue, worn by the man"),
        ("a man with a hat and a dog => hat off", "Removed: hat"),
        (
            "two girls => one has blonde hair, the other black hair",
            "Changed: left girl – yellow hair; right girl – black hair",
        ),
        ("a boy and a girl => put them in the car", "There is no car in the picture"),
    ],
)
def test_clothes_are_put_on_and_taken_off(talked: str, told: str) -> None:
    assert talk(talked)[0].told == told


def test_each_of_two_has_a_hat_of_that_colour() -> None:
    scene = talk("two girls => one wears a red hat and the other a blue hat")[0].scene
    hats = {one.rel.to: one.colour for one in scene.objects if one.kind == "hat" and one.rel is not None}
    girls = sorted(
        (one for one in scene.objects if one.kind == "girl"), key=lambda one: scene.layout[one.id].x
    )
    assert [hats[one.id] for one in girls] == ["red", "blue"]
