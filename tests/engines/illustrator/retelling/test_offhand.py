"""What people say offhand of a picture."""

from __future__ import annotations

from collections import Counter

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange


def done(*turns: str) -> Composed:
    """What the last of the edits made of a picture."""
    composed = compose_scene(turns[0], ratio="1:1", seed=3, language=language_of(turns[0]))
    scene = arrange(composed.scene)
    for turn in turns[1:]:
        composed = edit_scene(turn, [scene], ratio="1:1", seed=4, language=language_of(turn))
        scene = arrange(composed.scene, former=composed.former)
    return composed


def scene_of(*turns: str) -> Scene:
    composed = done(*turns)
    return arrange(composed.scene, former=composed.former)


def of_kind(scene: Scene, kind: str) -> list[Thing]:
    return sorted((one for one in scene.objects if one.kind == kind), key=lambda one: scene.layout[one.id].x)


@pytest.mark.parametrize(
    ("turns", "kind", "host", "many"),
    [
        (["two cupcakes", "put a cherry on each cupcake"], "cherries", "cupcake", 2),
        (["three plates on a table", "put an apple on each plate"], "apple", "plate", 3),
        (["two cups", "put a biscuit beside each cup"], "cookie", "cup", 2),
        (["三个盘子在桌子上", "每个盘子里放一个苹果"], "apple", "plate", 3),
    ],
)
def test_each_gets_one(turns: list[str], kind: str, host: str, many: int) -> None:
    scene = scene_of(*turns)
    hosts = [one.rel.to for one in of_kind(scene, kind) if one.rel is not None]
    assert sorted(hosts) == sorted(one.id for one in of_kind(scene, host))
    assert len(hosts) == many


@pytest.mark.parametrize(
    ("turns", "kind"),
    [
        (["a doctor with a patient", "make the doctor a woman"], "woman-health-worker"),
        (["a chef with a pizza", "turn the chef into a woman"], "woman-cook"),
        (["a farmer on a tractor", "the farmer should be a woman"], "woman-farmer"),
        (["a doctor", "make the doctor a woman", "make the doctor a man"], "man-health-worker"),
        (["a boy with a dog", "make the boy a girl"], "girl"),
    ],
)
def test_who_becomes_a_woman_keeps_the_trade(turns: list[str], kind: str) -> None:
    assert kind in {one.kind for one in scene_of(*turns).objects}


@pytest.mark.parametrize(
    ("turns", "kind", "holder"),
    [
        (["a polar bear on ice", "add a chair", "a drink in its hand"], "juice-glass", "polar-bear"),
        (["a mermaid on a rock", "comb her hair"], "comb", "mermaid"),
        (["a monkey eating a banana", "give it to a parrot instead"], "banana", "parrot"),
        (["a girl and a dog", "put a book in her hand"], "book", "girl"),
    ],
)
def test_in_whose_hand_it_is(turns: list[str], kind: str, holder: str) -> None:
    scene = scene_of(*turns)
    hands = [
        getattr(scene.thing(one.rel.to), "kind", "")
        for one in of_kind(scene, kind)
        if one.rel is not None and one.rel.type == "hold"
    ]
    assert hands == [holder]


def test_hair_is_dyed_and_no_wig() -> None:
    scene = scene_of("a doctor with a briefcase", "grey hair")
    assert [one.hair for one in of_kind(scene, "doctor")] == ["grey"]
    assert len(scene.objects) == 2


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["a farmer in a field", "add three cows", "not so many"], {"farmer": 1, "cow": 2}),
        (["a farmer in a field", "add three cows", "just two"], {"farmer": 1, "cow": 2}),
        (["一片草地", "加三头牛", "不要那么多"], {"ox": 2}),
        (["a fish tank with a fish", "five fish in total"], {"fish": 5, "bare-fish-tank": 1}),
        (["a castle in a meadow", "another one further away"], {"castle": 2}),
        (["two dogs", "wait, add a cat as well"], {"dog": 2, "cat": 1}),
    ],
)
def test_how_many_there_are(turns: list[str], expected: dict[str, int]) -> None:
    scene = scene_of(*turns)
    assert Counter(one.kind for one in scene.objects) == expected


def test_so_many_there_are_already() -> None:
    with pytest.raises(NotDrawable, match="already like that"):
        done("a lighthouse", "add three seagulls", "just three")


@pytest.mark.parametrize(
    "turns",
    [
        ["three cats on a fence", "make the middle one orange"],
        ["three cats on a fence", "turn the middle one orange"],
    ],
)
def test_orange_is_a_colour_of_one_of_them(turns: list[str]) -> None:
    assert [one.colour for one in of_kind(scene_of(*turns), "cat")] == [None, "orange", None]


@pytest.mark.parametrize(
    ("turns", "topped"),
    [
        (["a Christmas tree with presents", "put a star on top"], "christmas-tree"),
        (["a table with a plate of spaghetti", "add a fork", "put some basil on top"], "spaghetti"),
        (["a table with a cake and a lamp", "put a cherry on top"], "cake"),
        (["a book and a cup", "put a pencil on top"], "book"),
    ],
)
def test_what_has_something_on_top(turns: list[str], topped: str) -> None:
    scene = scene_of(*turns)
    host = scene.objects[-1].rel
    assert host is not None
    assert getattr(scene.thing(host.to), "kind", "") == topped


def test_one_of_them_is_of_those_who_came_last() -> None:
    scene = scene_of("a teacher in front of a blackboard", "add three students", "one of them smiles")
    assert [one.mood for one in of_kind(scene, "teacher")] == [None]


def test_the_taller_of_two_is_at_its_side() -> None:
    before = scene_of("a snowman in a garden", "add two kids")
    after = scene_of("a snowman in a garden", "add two kids", "make the one on the right taller")
    tall = [[scene.layout[one.id].scale for one in of_kind(scene, "child")] for scene in (before, after)]
    assert (tall[1][0], tall[1][1] > tall[0][1]) == (tall[0][0], True)


def test_a_floor_of_tiles_is_refused() -> None:
    with pytest.raises(NotDrawable, match="floor"):
        done("a kitchen with a cook", "change the floor to tiles")


def test_what_nobody_typed_is_not_missed() -> None:
    assert not [
        note
        for note in done("a snowman", "take off his hat", "give him his hat back").notes
        if "bare" in note
    ]
