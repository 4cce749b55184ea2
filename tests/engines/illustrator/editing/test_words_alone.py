from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene


@pytest.mark.parametrize(
    ("first", "edit", "caption"),
    [
        ("一只猫，写上“夏天”", "换成“冬天”", "冬天"),
        ('a cat with the caption "Hello"', 'change it to "Bye"', "Bye"),
    ],
)
def test_quoted_words_alone_take_the_place_of_the_words_that_are_there(
    first: str, edit: str, caption: str
) -> None:
    scene = compose_scene(first, ratio="1:1", seed=1, language="zh").scene
    other = edit_scene(edit, [scene], ratio="1:1", seed=1, language="zh").scene
    assert other.caption == caption
    assert other.env == scene.env
