"""What is printed on a mug, a flag or a shirt is on its face, and what comes with a colour comes besides."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("wish", "mark", "ground"),
    [
        ("a mug with a heart on it", "heart", "cup"),
        ("a white mug with a heart", "heart", "cup"),
        ("a flag with a star on it", "star", "flag"),
        ("a t-shirt with a cat on it", "cat", "shirt"),
        ("a balloon with a smiley face", "smiley", "balloon"),
        ("a van with a flower painted on it", "flower", "delivery-van"),
        ("a boy wearing a shirt with a star on it", "star", "boy"),
    ],
)
def test_a_mark_is_within_what_it_is_on(wish: str, mark: str, ground: str) -> None:
    scene = first_picture(wish)
    (one,) = [each for each in scene.objects if each.kind == mark]
    (on,) = [each for each in scene.objects if each.kind == ground]
    left, top, right, bottom = scene.layout[one.id].box
    around = scene.layout[on.id].box
    assert around[0] < left < right < around[2]
    assert around[1] + 0.1 * (around[3] - around[1]) < top < bottom < around[3]


def test_a_cat_that_sits_on_a_flag_is_none() -> None:
    scene = first_picture("a bird sitting on a flag")
    boxes = {one.kind: scene.layout[one.id].box for one in scene.objects}
    assert boxes["bird"][1] < boxes["flag"][1]


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a flag => make it blue with a star", "Changed: flag – blue. Added: star – on the flag"),
        ("a car => make it green with flames", "Changed: car – green. Added: flames – on the car"),
        ("a cake => make it pink with sprinkles", "Changed: cake – pink. Added: sprinkles – on the cake"),
        (
            "a dog => make it black with a red collar",
            "Changed: dog – black. Added: collar – red, worn by the dog",
        ),
        ("a house => make it blue with a red roof", "Changed: house – blue, red roof"),
        ("a house => make it blue with a chimney", "Changed: house – blue"),
        ("a balloon => make it red with white dots", "Changed: balloon – red, spotted, white"),
    ],
)
def test_what_comes_with_a_colour_takes_nobodys_place(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("add a bowl of oranges in front", "Added: bowl – in front of the cake; oranges × 3 – in the bowl"),
        (
            "put a plate of cookies in the front",
            "Added: plate – in front of the cake; cookies × 3 – on the plate",
        ),
    ],
)
def test_a_bowl_of_them_goes_there_and_not_they(edit: str, told: str) -> None:
    assert talk(f"a table with a cake => {edit}")[-1].told == told


@pytest.mark.parametrize(
    ("talked", "kind"),
    [
        ("a living room with a sofa => hang a picture of a ship on the wall", "ship"),
        ("a living room with a sofa => a picture of a cat on the wall", "cat"),
        ("a living room with a sofa => put up a painting of a horse above the sofa", "horse"),
    ],
)
def test_a_picture_on_the_wall_shows_what_it_is_of(talked: str, kind: str) -> None:
    answer = talk(talked)[-1]
    shown = next(one for one in answer.scene.objects if one.kind == kind)
    frame = next(one for one in answer.scene.objects if one.kind == "picture")
    inner, outer = answer.scene.layout[shown.id].box, answer.scene.layout[frame.id].box
    assert answer.notes == ()
    assert outer[0] < inner[0] < inner[2] < outer[2]
    assert outer[1] < inner[1] < inner[3] < outer[3]
