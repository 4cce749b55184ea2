"""Young ones beside a grown one of their kind are small, and a kitten that is to go is one of those."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of


def _sizes(wish: str, *edits: str) -> list[str]:
    language: Language = language_of(wish)
    scene = compose_scene(wish, ratio="1:1", seed=1, language=language).scene
    for edit in edits:
        scene = edit_scene(edit, [scene], ratio="1:1", seed=1, language=language).scene
    return [f"{thing.size} {thing.kind}" if thing.size else thing.kind for thing in scene.objects]


@pytest.mark.parametrize(
    ("wish", "sizes"),
    [
        ("um gato com dois gatinhos", ["cat", "small cat", "small cat"]),
        ("una gata con dos gatitos", ["cat", "small cat", "small cat"]),
        ("une chatte et ses petits dans l'herbe", ["cat", "small cat", "small cat"]),
        ("eine Ente mit zwei Entenküken", ["duck", "small duck", "small duck"]),
        ("eine Löwin mit ihren Jungen", ["lioness", "small lioness", "small lioness"]),
        ("una leonessa con i suoi cuccioli", ["lioness", "small lioness", "small lioness"]),
        ("кошка с двумя котятами", ["cat", "small cat", "small cat"]),
        ("猫と二匹の子猫", ["cat", "small cat", "small cat"]),
        ("고양이와 새끼 고양이 두 마리", ["cat", "small cat", "small cat"]),
        ("tres gatitos", ["cat", "cat", "cat"]),
        ("ein Mädchen mit einem Hund und zwei Jungen", ["girl", "dog", "boy", "boy"]),
    ],
)
def test_young_ones_are_small_beside_a_grown_one(wish: str, sizes: list[str]) -> None:
    assert _sizes(wish) == sizes


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a cat with two kittens", "remove one kitten"),
        ("um gato com dois gatinhos", "Tire um gatinho"),
        ("una gata con dos gatitos", "quita un gatito"),
        ("eine Katze mit zwei Kätzchen", "nimm ein Kätzchen weg"),
        ("кошка с двумя котятами", "убери одного котёнка"),
        ("猫と二匹の子猫", "子猫を一匹消して"),
        ("고양이와 새끼 고양이 두 마리", "새끼 고양이 한 마리 지워줘"),
    ],
)
def test_a_young_one_goes_and_not_its_mother(wish: str, edit: str) -> None:
    assert _sizes(wish, edit) == ["cat", "small cat"]


def test_a_kitten_of_chinese_goes_and_not_its_mother() -> None:
    assert _sizes("一只猫妈妈和两只小猫", "去掉一只小猫") == ["large cat", "small cat"]
