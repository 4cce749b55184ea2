from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.edit import edit_scene
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("first", "edit", "where"),
    [
        ("a cat and a dog", "add the title “Best friends forever and ever and ever and ever”", "top"),
        (
            "a cat and a dog",
            "write “Best friends forever and ever and ever and ever” at the bottom",
            "bottom",
        ),
        ("a girl in a park", "write “Hello”", ""),
        ("a cat and a dog", "write “Hi” at the top", "top"),
    ],
)
def test_long_words_leave_those_who_stand_there(first: str, edit: str, where: str) -> None:
    scene = edit_scene(edit, [first_picture(first, seed=3)], ratio="1:1", seed=4, language="en").scene
    assert scene.caption_at == where
