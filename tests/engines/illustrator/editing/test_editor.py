from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange

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


@pytest.mark.parametrize(
    ("wish", "edit", "who"),
    [
        ("a dog sleeping on a rug in the living room", "get rid of the rug", "o2"),
        ("a monkey in a tree", "remove the tree", "o2"),
        ("a cat on a table", "remove the table", "o2"),
    ],
)
def test_who_loses_the_ground_stands_on_the_floor_in_the_same_size(wish: str, edit: str, who: str) -> None:
    base = arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)
    composed = edit_scene(edit, [base], ratio="1:1", seed=3, language="en")
    scene = arrange(composed.scene, former=composed.former)
    assert [thing.id for thing in scene.objects] == [who]
    assert scene.layout[who].scale == base.layout[who].scale
    assert scene.layout[who].base >= place_of(scene.env, scene.seed).far * 1024 - 1


def test_a_person_that_joins_others_is_of_their_size() -> None:
    base = arrange(
        compose_scene("a mother and two children in the kitchen", ratio="1:1", seed=3, language="en").scene
    )
    composed = edit_scene("add a dad washing the dishes", [base], ratio="1:1", seed=3, language="en")
    scene = arrange(composed.scene, former=composed.former)
    tall = {
        thing.kind: scene.layout[thing.id].box[3] - scene.layout[thing.id].box[1] for thing in scene.objects
    }
    assert tall["man"] > 0.75 * tall["woman"]
