"""Words that a first wish quotes are written as they are, and where they are told to be."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.sprites.stock import stock_of
from tests.engines.illustrator.told import first_picture, language_of


@pytest.mark.parametrize(
    ("wish", "words", "at", "kinds"),
    [
        ('two cats, "Hello World" at the top', "Hello World", "top", ["cat", "cat"]),
        ('a dog with "Good boy" at the bottom', "Good boy", None, ["dog"]),
        ('a cat and the words "Good Night" over it', "Good Night", "top", ["cat"]),
        ('a birthday cake with lit candles, "Happy Birthday"', "Happy Birthday", None, ["birthday-cake"]),
        ('a cat with the words "playing soccer with friends"', "playing soccer with friends", None, ["cat"]),
        ("一只猫，写着“我的小伙伴们”", "我的小伙伴们", None, ["cat"]),
        ("一只小狗，“早上好”", "早上好", None, ["dog"]),
        ('a "cute" cat sleeping', None, None, ["cat"]),
    ],
)
def test_words_are_written_as_they_are(
    wish: str, words: str | None, at: str | None, kinds: list[str]
) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish))
    scene = composed.scene
    assert (scene.caption, scene.caption_at or None) == (words, at)
    assert [one.kind for one in scene.objects] == kinds
    assert not composed.notes


@pytest.mark.parametrize(
    "wish",
    [
        'three cupcakes with candles, "Happy Birthday" at the top',
        'a girl and a tall tree with "Spring is here" at the top',
    ],
)
def test_nobody_reaches_into_words_at_the_top(wish: str) -> None:
    scene = first_picture(wish)
    assert all(
        scene.layout[one.id].box[1] > 0.18 * 1024 for one in scene.objects if stock_of(one).habitat != "sky"
    )


@pytest.mark.parametrize(
    "wish", ["水彩画：一家四口在海边散步", "a watercolour of two children walking with a dog"]
)
def test_nobody_is_on_the_ragged_rim_of_a_watercolour(wish: str) -> None:
    scene = first_picture(wish)
    assert scene.style == "watercolour"
    for one in scene.objects:
        left, _, right, _ = scene.layout[one.id].box
        assert left > 0.04 * 1024
        assert right < 0.96 * 1024
