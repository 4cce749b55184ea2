"""What somebody is to have instead comes for what they hold."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_TWO = "a girl holding a balloon and a boy holding a kite"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (f"{_TWO} => the girl has a guitar instead", "guitar – instead of balloon"),
        (f"{_TWO} => give the boy a book instead", "book – instead of kite"),
        (f"{_TWO} => the one on the left has a flag instead", "flag – instead of kite"),
        ("a girl holding a balloon => she's got a flower now instead", "flower – instead of balloon"),
        ("a girl with a dog => she has a cat instead", "cat – instead of dog"),
        ("两个孩子拿着气球 => 右边那个手里换成一本书", "书——换掉了气球"),
        ("一个女孩拿着气球 => 手里换成一朵花", "花——换掉了气球"),
    ],
)
def test_it_comes_for_what_is_held(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert told in answer.told
    assert answer.notes == ()


def test_what_is_worn_instead_comes_for_what_is_worn() -> None:
    (answer,) = talk("a girl wearing a hat => she has a crown instead")
    assert answer.told == "Added: crown – worn by the girl. Removed: hat"
