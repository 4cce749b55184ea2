"""What is said to be wrong with something."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.rewordings import reworded
from tests.engines.illustrator.retelling.test_offhand import of_kind, scene_of


@pytest.mark.parametrize(
    ("wish", "edit", "kind", "larger"),
    [
        ("a man with a hat", "his hat is too small", "hat", True),
        ("a man with a hat", "his hat's way too big for him", "hat", False),
        ("a girl with a bag", "her bag is too large", "handbag", False),
        ("a cat and a dog", "the cat is too small", "cat", True),
        ("a cat and a dog", "the dog isn't big enough", "dog", True),
        ("a boy with a balloon", "the balloon is too big", "balloon", False),
        ("a boy and a girl with a bow", "the girl's bow is too small", "hair-bow", True),
    ],
)
def test_too_small_is_made_larger(wish: str, edit: str, kind: str, *, larger: bool) -> None:
    before, after = scene_of(wish), scene_of(wish, edit)
    was, now = (of_kind(scene, kind)[0] for scene in (before, after))
    assert (after.layout[now.id].scale > before.layout[was.id].scale) is larger
    assert len(before.objects) == len(after.objects)


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("a woman", "her hair is too long", "make her hair shorter"),
        ("a man", "he is too tall", "make him shorter"),
        ("a boy crying", "he's too sad", "make him happy"),
        ("a kite over a field", "the kite is too low", "move the kite up"),
    ],
)
def test_it_is_told_as_what_it_is_to_be(wish: str, edit: str, told: str) -> None:
    assert reworded(edit, scene_of(wish), "en").prompt in (told, told.replace("him", "the boy"))


def test_of_too_many_some_go_and_of_too_few_some_come() -> None:
    assert len(scene_of("five balloons", "there are too many balloons").objects) < 5
    assert len(scene_of("three balloons", "there aren't enough balloons").objects) > 3


def test_what_cannot_be_less_so_is_refused() -> None:
    with pytest.raises(NotDrawable, match="the dress less red"):
        scene_of("a girl in a red dress", "her dress is too red")


@pytest.mark.parametrize("edit", ["turn his shirt red", "change his sweater to light blue"])
def test_a_shirt_takes_no_beards_place(edit: str) -> None:
    assert of_kind(scene_of("a man with a beard", edit), "beard")


@pytest.mark.parametrize("edit", ["she wipes her tears", "she holds a cloth", "give her a cloth"])
def test_a_cloth_is_in_the_hand_and_hides_no_face(edit: str) -> None:
    (cloth,) = of_kind(scene_of("a woman", edit), "cloth")
    assert cloth.rel is not None
    assert (cloth.rel.type, cloth.rel.part) == ("hold", "hand")


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("two friends", "they put their arms around each other"),
        ("a boy and a girl", "he puts his arm around her"),
    ],
)
def test_an_arm_around_somebody_is_no_thing(wish: str, edit: str) -> None:
    scene = scene_of(wish, edit)
    assert len(scene.objects) == 2
    assert {one.pose for one in scene.objects} == {"hug"}


def test_a_head_on_a_shoulder_is_not_drawn() -> None:
    with pytest.raises(NotDrawable, match="in that pose"):
        scene_of("a couple on a bench", "she rests her head on his shoulder")
