"""What is said of things that are there for somebody to use."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.retelling.test_offhand import done, scene_of
from tests.engines.illustrator.told import changed, first_picture

BASKET = "a puppy and a kitten sleeping in a basket"


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        (
            "a tent, a guitar and two people",
            "one of them should be playing the guitar",
            "Changed: guitar – held by",
        ),
        (BASKET, "tie a red ribbon around its neck", "Added: ribbon – red, worn by the kitten"),
        (BASKET, "move the kitten out of the basket", "kitten – beside the basket"),
        ("a tractor and a field of sunflowers", "a farmer driving it", "Added: farmer – on the tractor"),
        ("a baby sleeping in a crib", "the mum looking at him", "Added: mum"),
        ("a coffee cup", "add some steam", "Added: steam – above the coffee cup"),
        ("a garden with a kitten", "put a little pond in the corner", "Added: small pond"),
        ("a young man at a desk", "he looks worried", "Changed: young man – scared"),
        ("a girl in a market", 'write "fresh" on a board', "Added: sign – says “fresh”"),
        ("three pumpkins in a market", "a girl buying one", "pumpkin – held by the girl"),
    ],
)
def test_it_is_done(wish: str, edit: str, told: str) -> None:
    answer = changed(first_picture(wish, seed=1), edit)
    assert told in answer.told
    assert answer.notes == ()


def test_no_tie_comes_with_a_ribbon() -> None:
    scene = changed(first_picture(BASKET), "tie a red ribbon around its neck").scene
    assert not any(one.kind == "tie" for one in scene.objects)


def test_who_rides_beside_somebody_rides_alone() -> None:
    scene = first_picture("a mum pushing a pram with a toddler on a scooter next to her")
    riders = [one.label for one in scene.objects if one.rel is not None and one.rel.type == "on"]
    assert riders == ["toddler"]


def test_no_butterfly_jumps() -> None:
    base = first_picture("a cute kitten chasing a butterfly in the garden")
    two = changed(base, "add another butterfly on the right").scene
    after = changed(two, "now make it jump").scene
    assert [one.kind for one in after.objects if one.pose == "jump"] == ["cat"]


def test_the_mum_who_comes_brings_no_second_baby() -> None:
    after = changed(first_picture("a baby sleeping in a crib"), "the mum looking at him").scene
    assert sum("baby" in one.kind for one in after.objects) == 1


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a girl sleeping in bed", "she gets out of bed"),
        ("a man driving a car", "he gets out"),
        ("a boy in a tent", "the boy comes out of the tent"),
        ("two kids in a tent", "they come out of the tent"),
        ("a cat in a box", "the cat climbs out of the box"),
        ("a man sitting on a chair", "he gets up"),
    ],
)
def test_who_gets_out_is_beside_it(wish: str, edit: str) -> None:
    scene = scene_of(wish, edit)
    host = scene.objects[0]
    there = {one.rel.type for one in scene.objects if one.id != host.id and one.rel is not None}
    assert there <= {"beside", "front"}, there
    assert len(scene.objects) == len(scene_of(wish).objects)


@pytest.mark.parametrize(
    ("wish", "edit", "host"),
    [
        ("a house with a garden", "someone waves from the window", "house"),
        ("a house", "a girl looks out of the window", "house"),
        ("a house and a mum", "she waves from the window", "house"),
        ("a castle", "a princess waves from the window", "castle"),
        ("a bus and a boy", "the boy gets on the bus", "bus"),
        ("a man next to a car", "he gets into the car", "car"),
        ("two kids and a tent", "they crawl into the tent", "tent"),
    ],
)
def test_who_is_at_a_window_is_in_the_house_that_is_there(wish: str, edit: str, host: str) -> None:
    before, after = scene_of(wish), scene_of(wish, edit)
    there = next(one.id for one in after.objects if one.kind == host)
    inside = [
        one
        for one in after.objects
        if one.rel is not None and (one.rel.type, one.rel.to) == ("inside", there)
    ]
    assert inside
    assert len(after.objects) - len(before.objects) == sum(before.thing(one.id) is None for one in inside)


def test_a_house_shows_nobody_waving() -> None:
    assert any("in that pose" in note for note in done("a house", "a girl waves from the window").notes)


def test_who_goes_into_a_house_fits_its_window() -> None:
    moved = scene_of("a house and a woman", "put the woman in the house")
    added = scene_of("a house", "put a woman in the house")
    share = [
        next(scene.layout[one.id].scale for one in scene.objects if one.kind == "woman")
        / next(scene.layout[one.id].scale for one in scene.objects if one.kind == "house")
        for scene in (moved, added)
    ]
    assert share[0] == pytest.approx(share[1], rel=0.02)


@pytest.mark.parametrize("wish", ["a car with a man waving in it", "a boat with a man fishing in it"])
def test_who_does_something_in_it_is_in_it(wish: str) -> None:
    assert any(
        one.rel is not None and one.rel.type == "inside" and one.kind == "man"
        for one in scene_of(wish).objects
    )
