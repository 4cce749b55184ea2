from __future__ import annotations

from collections.abc import Callable

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.parse import language_of


@pytest.mark.parametrize(
    "sentence",
    [
        lambda language: notes.signpost(["x"], language),
        lambda language: notes.silhouette(["x"], language),
        lambda language: notes.left_out(["x"], language),
        lambda language: notes.not_in_picture("x", language),
        lambda language: notes.too_many(30, language),
        notes.not_understood,
        notes.idea_instead,
        notes.already_so,
        notes.kept,
    ],
)
def test_each_sentence_is_one_line_in_either_language(sentence: Callable[[Language], str]) -> None:
    chinese, english = sentence("zh"), sentence("en")
    assert any("\u4e00" <= character <= "\u9fff" for character in chinese)
    assert english.isascii() or "“" in english
    assert "\n" not in chinese + english


def test_several_words_are_listed() -> None:
    assert notes.signpost(["古筝", "塔"], "zh") == "画不出“古筝”、“塔”，用一块写着字的木牌代替"
    assert notes.signpost(["hammock", "bridge"], "en").endswith("a wooden sign stands in for each")
    assert notes.not_in_picture("horse", "en") == "There is no horse in the picture"
    assert notes.not_in_picture("glasses", "en") == "There are no glasses in the picture"
    assert notes.not_in_picture("bus", "en") == "There is no bus in the picture"


def test_a_misspelt_word_is_named_with_what_it_was_taken_for() -> None:
    assert notes.read_as([("hosre", "horse")], "en") == "Read “hosre” as “horse”"
    assert notes.read_as([("hosre", "horse")], "zh") == "把“hosre”当作“horse”"


@pytest.mark.parametrize(
    ("prompt", "word"), [("a striped theremin", "pattern on “theremin”"), ("条纹的特雷门琴", "花纹")]
)
def test_a_pattern_that_cannot_be_drawn_is_told(prompt: str, word: str) -> None:
    made = compose_scene(prompt, ratio="1:1", seed=7, language=language_of(prompt))
    assert len(made.scene.objects) == 1
    assert any(word in note for note in made.notes)


@pytest.mark.parametrize("prompt", ["a striped cat", "a zebra with stripes", "条纹的猫", "一只有斑点的狗"])
def test_a_pattern_that_is_drawn_needs_no_note(prompt: str) -> None:
    assert compose_scene(prompt, ratio="1:1", seed=7, language=language_of(prompt)).notes == ()
