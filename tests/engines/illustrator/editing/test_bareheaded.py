"""Royalty take their crowns off for a hat, and go by the same words without them."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a king => give him a hat", "Changed: king – without crown. Added: hat – worn by the king"),
        ("a princess => she wears a straw hat", "Changed: princess – without crown. Added: straw hat – worn by the princess"),
        ("a queen => give her a hat", "Changed: queen – without crown. Added: hat – worn by the queen"),
        ("一个国王 => 给他戴一顶牛仔帽", "改了：国王——不带王冠。加了：牛仔帽——在国王身上"),
        ("a prince => he takes off his crown", "Changed: prince – without crown"),
        ("a king => take off his crown => the king wears sunglasses", "Added: sunglasses – worn by the king"),
        ("a king => take off his crown => he raises his hand", "Changed: king – raising a hand"),
        ("a king => take off his crown => he wears a crown", "Added: crown – worn by the king"),
        ("a cowboy => he wears a cap => the cowboy wears sunglasses", "Added: sunglasses – worn by the cowboy"),
    ],
)  # fmt: skip
def test_a_hat_takes_the_place_of_a_crown(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, ())


@pytest.mark.parametrize("wish", ["a king in a cap", "a princess with a straw hat"])
def test_of_a_first_wish_too_and_in_the_castle(wish: str) -> None:
    there = first_picture(wish)
    assert there.env.place == "castle"
    assert [one.kind.partition("-")[0] for one in there.objects if one.rel is None] == ["bare"]


def test_nothing_else_of_them_changes() -> None:
    crowned, bare = (talk("a king => he waves")[-1].scene, talk("a king => take off his crown")[-1].scene)
    assert crowned.objects[0].complexion == bare.objects[0].complexion
    assert abs(crowned.layout["o1"].scale - bare.layout["o1"].scale) < 30
