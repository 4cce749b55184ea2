"""What one takes from another goes over to them, and nothing comes or is carried along."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("wish", "change", "what", "who", "how"),
    [
        ("a girl with a hat and a bear in a forest", "the bear steals her hat", "hat", "bear", "wear"),
        ("a girl with a hat and a bear in a forest", "let the bear wear her hat", "hat", "bear", "wear"),
        (
            "a girl with a hat and a bear in a forest",
            "give the girl's hat to the bear",
            "hat",
            "bear",
            "wear",
        ),
        ("a girl with a scarf and a boy with a hat", "he's wearing her scarf", "scarf", "boy", "wear"),
        ("a girl with a scarf and a boy with a hat", "let the girl have his hat", "hat", "girl", "wear"),
        (
            "a girl with a scarf and a boy with a hat",
            "take the hat off him and put it on her",
            "hat",
            "girl",
            "wear",
        ),
        ("a boy with a balloon and a monkey", "the monkey steals his balloon", "balloon", "monkey", "hold"),
        ("a boy with an apple and a monkey", "the monkey has stolen the apple", "apple", "monkey", "hold"),
        ("a dog with a bone and a cat", "the cat runs off with the bone", "bone", "cat", "hold"),
    ],
)
def test_what_is_taken_goes_over(wish: str, change: str, what: str, who: str, how: str) -> None:
    base = arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)
    composed = edit_scene(change, [base], ratio="1:1", seed=4, language="en")
    assert [one.id for one in composed.scene.objects] == [one.id for one in base.objects]
    taken = next(one for one in composed.scene.objects if one.kind == what)
    taker = next(one for one in composed.scene.objects if one.kind == who)
    assert taken.rel is not None
    assert (taken.rel.type, taken.rel.to) == (how, taker.id)
    assert composed.notes == ()


@pytest.mark.parametrize(("change", "left"), [("she takes off her hat", 0), ("she holds her hat", 1)])
def test_what_is_ones_own_stays(change: str, left: int) -> None:
    base = arrange(compose_scene("a girl with a hat and a bear", ratio="1:1", seed=3, language="en").scene)
    scene = edit_scene(change, [base], ratio="1:1", seed=4, language="en").scene
    hats = [one for one in scene.objects if one.kind == "hat"]
    assert len(hats) == left
    girl = next(one for one in scene.objects if one.kind == "girl")
    assert all(hat.rel is not None and hat.rel.to == girl.id for hat in hats)


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个妈妈和一个孩子 => 妈妈给孩子一个苹果 => 孩子吃苹果", "改了：孩子——吃着；苹果——由孩子拿着"),
        ("一个妈妈和一个孩子 => 妈妈给孩子一个苹果 => 孩子接过苹果", "改了：孩子——姿势；苹果——由孩子拿着"),
        ("一个男孩拿着苹果和一个女孩 => 女孩吃苹果", "改了：女孩——吃着。加了：苹果——由女孩拿着"),
    ],
)
def test_what_is_held_out_is_what_the_other_eats(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, ())
