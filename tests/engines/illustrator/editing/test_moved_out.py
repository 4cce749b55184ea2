"""What hangs on a wall or in the sky, in a picture that is moved to where there is none."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture


def _talked(first: str, *edits: str) -> tuple[Scene, tuple[str, ...]]:
    scene = first_picture(first, seed=3)
    notes: tuple[str, ...] = ()
    for edit in edits:
        done = edit_scene(edit, [scene], ratio="1:1", seed=4, language=language_of(edit))
        scene, notes = arrange(done.scene, former=done.former), done.notes
    return scene, notes


@pytest.mark.parametrize(
    ("first", "edits", "left", "said"),
    [
        ("a man in a gym", ("hang a clock on the wall", "move him to the beach"), ["man"], "no wall"),
        ("图书馆里一个女孩", ("墙上挂个钟", "把背景换成海底"), ["girl"], "没有墙"),
        ("a boy in the park", ("add a rainbow", "move him to a museum"), ["boy"], "no sky"),
        ("a cat on the windowsill of a bedroom", ("move it to the park",), ["cat"], "no wall"),
        ("a girl in a bedroom", ("add a shelf", "put a book on the shelf", "move her to the forest"), ["girl", "book"], "no wall"),
    ],
)  # fmt: skip
def test_it_goes_and_the_answer_says_so(
    first: str, edits: tuple[str, ...], left: list[str], said: str
) -> None:
    scene, notes = _talked(first, *edits)
    assert [one.kind for one in scene.objects] == left
    assert any(said in one for one in notes)


def test_a_rainbow_is_outside_the_window_of_a_room_and_back_in_the_sky() -> None:
    scene, notes = _talked("a boy in the park", "add a rainbow", "move him to the kitchen")
    assert [(one.kind, one.where) for one in scene.objects] == [("boy", ""), ("rainbow", "outside")]
    assert not notes
    done = edit_scene("move him to the beach", [scene], ratio="1:1", seed=4, language="en")
    assert [(one.kind, one.where) for one in done.scene.objects] == [("boy", ""), ("rainbow", "")]


def test_who_stands_stays_where_they_are() -> None:
    scene, _ = _talked("a man in a gym", "hang a clock on the wall")
    there = edit_scene("move him to the beach", [scene], ratio="1:1", seed=4, language="en").scene
    man = next(one.id for one in scene.objects if one.kind == "man")
    assert there.layout[man] == scene.layout[man]
