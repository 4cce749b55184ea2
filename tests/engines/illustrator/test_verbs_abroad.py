"""Edits in the languages with small grammars: which one, all of them, faces, flips, and how much smaller."""

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.staging.layout import arrange


def seen(wish: str, edit: str) -> list[str]:
    """Each thing after the edit: its kind with its colour, size, pose and mood, and on whom it is worn."""
    base = arrange(compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish)).scene)
    composed = edit_scene(edit, [base], ratio="1:1", seed=3, language=language_of(edit))
    assert composed.notes == ()
    return [
        " ".join(
            word
            for word in (
                one.kind,
                one.colour,
                one.size,
                one.pose,
                one.mood,
                one.rel and f"{one.rel.type} {one.rel.to}",
            )
            if word
        )
        for one in composed.scene.objects
    ]


DE, ES, FR = (
    "ein Hund und zwei Katzen im Park",
    "un perro y dos gatos en el parque",
    "un chien et deux chats dans le jardin",
)
PT, IT, RU = (
    "um cachorro e dois gatos no parque",
    "un cane e due gatti nel parco",
    "собака и две кошки в парке",
)
JA, KO = "犬と猫が公園にいる", "강아지와 고양이가 공원에 있다"
EN, ZH = "a black cat and a white cat and a dog", "一只黑猫和一只白猫，还有一只狗"
HATS = ["dog", "cat", "cat", "hat wear o2", "hat wear o3"]
ASLEEP, BLUE = ["dog", "cat sleep", "cat"], ["dog", "cat blue", "cat"]


@pytest.mark.parametrize(
    ("wish", "edit", "after"),
    [
        (DE, "gib allen Katzen Hüte", HATS), (DE, "die linke Katze soll schlafen", ASLEEP), (ES, "ponles sombreros a todos los gatos", HATS),
        (ES, "pinta de azul el gato de la izquierda", BLUE), (ES, "que el gato de la izquierda duerma", ASLEEP),
        (FR, "donne des chapeaux à tous les chats", HATS), (FR, "colorie le chat de gauche en bleu", BLUE), (FR, "fais sourire le chien", ["dog happy", "cat", "cat"]),
        (PT, "faça o cachorro sorrir", ["dog happy", "cat", "cat"]), (PT, "pinte de azul o gato da esquerda", BLUE), (PT, "dê chapéus a todos os gatos", HATS),
        (IT, "dai cappelli a tutti i gatti", HATS), (RU, "пусть левая кошка спит", ASLEEP), (RU, "сделай обеих кошек чёрными", ["dog", "cat black", "cat black"]),
        (RU, "надень шляпы на всех кошек", HATS), (JA, "犬を笑わせて", ["dog happy", "cat"]), (JA, "犬を笑顔にして", ["dog happy", "cat"]), (JA, "犬を悲しそうな顔にして", ["dog sad", "cat"]), (JA, "両方とも黒くして", ["dog black", "cat black"]),
        (KO, "강아지가 웃게 해줘", ["dog happy", "cat"]), (EN, "make the dog half as big", ["cat black", "cat white", "dog small"]),
        (EN, "make both orange", ["cat orange", "cat orange", "dog orange"]), (EN, "only one cat please", ["cat white", "dog"]), (ZH, "只要一只猫", ["cat white", "dog"]),
    ],
)  # fmt: skip
def test_what_is_asked_is_done_and_nothing_else(wish: str, edit: str, after: list[str]) -> None:
    assert seen(wish, edit) == after


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        (RU, "отрази собаку"),
        (JA, "犬を反転して"),
        (KO, "강아지를 뒤집어줘"),
        (ZH, "让猫转个方向"),
        (EN, "swap the two cats"),
    ],
)
def test_what_is_turned_or_moved_is_another_picture(wish: str, edit: str) -> None:
    seen(wish, edit)
