from __future__ import annotations

from paintover.engines.illustrator.editor import Editor
from paintover.engines.illustrator.parse import parse
from paintover.engines.illustrator.scene import Scene

BLANK = Scene(seed=1, ratio="1:1")


def test_a_new_picture_takes_what_is_missing_for_a_wish() -> None:
    editor = Editor(BLANK, parse("马的头上戴个帽子"), "zh", new=True)
    editor.apply()
    assert [thing.kind for thing in editor.things.values()] == ["horse", "hat"]


def test_an_edit_takes_it_for_a_mistake() -> None:
    editor = Editor(BLANK, parse("马的头上戴个帽子"), "zh", new=False)
    editor.apply()
    assert not editor.changed
    assert editor.refusal() == "图里没有马"


def test_the_things_of_another_picture_get_ids_of_their_own() -> None:
    other = Editor(BLANK, parse("一只戴帽子的狗"), "zh", new=True)
    other.apply()
    editor = Editor(other.scene(), parse("合到一起"), "zh", new=False)
    editor.bring([(1, other.scene())])
    things = editor.scene().objects
    assert [thing.id for thing in things] == ["o1", "o2", "o3", "o4"]
    assert [thing.rel.to for thing in things if thing.rel is not None] == ["o1", "o3"]
