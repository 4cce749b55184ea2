"""Words on a board, asked for in other languages than Chinese and English."""

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.retelling.inscribed import inscribed
from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import talk


def _drawn(wish: str) -> Scene:
    return compose_scene(wish, ratio="1:1", seed=3, language="en").scene


def _edited(scene: Scene, wish: str) -> Scene:
    return edit_scene(wish, [scene], ratio="1:1", seed=4, language="en").scene


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("un cartel que dice «Bienvenidos»", "Bienvenidos"),
        ('un letrero que diga "Abierto" junto a un perro', "Abierto"),
        ("un panneau qui dit « Bonjour »", "Bonjour"),
        ('un panneau où il est écrit "Attention"', "Attention"),
        ("un chat tenant une pancarte où il est écrit « Oui »", "Oui"),
        ('ein Schild, auf dem "Vorsicht" steht', "Vorsicht"),
        ('ein Schild mit der Aufschrift "Offen" neben einer Katze', "Offen"),
        ('un cartello con scritto "Aperto"', "Aperto"),
        ('uma placa que diz "Praia"', "Praia"),
        ("табличка с надписью «Привет»", "Привет"),
        ('een bord met de tekst "Open"', "Open"),
        ("「ようこそ」と書かれた看板", "ようこそ"),
        ("猫と「立入禁止」の看板", "立入禁止"),
        ("'환영합니다'라고 쓰인 간판", "환영합니다"),
        ("'주차금지' 표지판 옆에 강아지", "주차금지"),
    ],
)
def test_words_stand_on_the_sign(wish: str, words: str) -> None:
    scene = _drawn(wish)
    assert [(one.kind, one.says) for one in scene.objects if one.says] == [("signpost", words)]
    assert scene.caption is None


def test_a_cup_shows_its_words() -> None:
    scene = _drawn('une tasse avec écrit "Papa"')
    assert [one.says for one in scene.objects] == ["Papa"]


def test_who_speaks_beside_a_sign_has_a_bubble() -> None:
    scene = _drawn("un chien à côté d'un panneau et un chat qui dit « miaou »")
    assert {one.kind: one.says for one in scene.objects} == {"dog": None, "signpost": None, "cat": "miaou"}


@pytest.mark.parametrize(
    ("wish", "edit", "words"),
    [
        ("un panneau qui dit « Bonjour »", "change le texte en « Salut »", "Salut"),
        ('ein Schild mit der Aufschrift "Offen"', "ändere den Text in „Zu“", "Zu"),
        ('un cartel que dice "Busco casa"', 'escribe "Gracias" en el cartel', "Gracias"),
        ("猫と看板", "看板に「ようこそ」と書いて", "ようこそ"),
        ("표지판 옆에 강아지", '표지판에 "안녕"이라고 써줘', "안녕"),
    ],
)
def test_words_of_a_sign_are_changed(wish: str, edit: str, words: str) -> None:
    scene = _edited(_drawn(wish), edit)
    assert [one.says for one in scene.objects if one.kind == "signpost"] == [words]
    assert scene.caption is None


@pytest.mark.parametrize(("wish", "kind"), [("ein Schild an der Straße", "signpost"), ("eine Burg und ein Schild", "shield")])  # fmt: skip
def test_a_german_schild_is_a_sign_or_a_shield(wish: str, kind: str) -> None:
    assert kind in {one.kind for one in _drawn(wish).objects}


@pytest.mark.parametrize(
    "wish", ["a cat and a sign that says “hello”", "un chat dit « oui »", "一块写着“你好”的牌子"]
)
def test_other_wishes_stay_as_they_are(wish: str) -> None:
    assert inscribed(wish) == (wish, [])


@pytest.mark.parametrize(
    ("talked", "words"),
    [
        ("一家蛋糕店 => 门口挂个“欢迎光临”的牌子", "欢迎光临"),
        ("一家花店 => 门口放块“今日特价”的牌子", "今日特价"),
        ('草地上 => 立一块"请勿践踏"的木牌', "请勿践踏"),
    ],
)
def test_a_sign_says_what_it_is_called_by(talked: str, words: str) -> None:
    answer = talk(talked)[0]
    assert words in [one.says for one in answer.scene.objects]
    assert not answer.notes
