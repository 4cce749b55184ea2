"""What other languages point at without its noun, or by its side behind the noun; and where something new is to be."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.test_prompts import described
from tests.engines.illustrator.told import first_picture


def _edited(wish: str, edit: str) -> Scene:
    return edit_scene(edit, [first_picture(wish, seed=1)], ratio="1:1", seed=1, language="en").scene


BALLOONS = {
    "en": "three red balloons in the sky", "de": "drei rote Ballons am Himmel", "fr": "trois ballons rouges dans le ciel",
    "es": "tres globos rojos en el cielo", "pt": "três balões vermelhos no céu", "it": "tre palloncini rossi nel cielo",
    "ru": "три красных шарика в небе", "ja": "空に赤い風船が三つ", "ko": "하늘에 빨간 풍선 세 개",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "edit", "place"),
    [
        ("en", "make the middle one green", 1),
        ("de", "mach den mittleren grün", 1),
        ("de", "mach den Ballon links grün", 0),
        ("fr", "rends celui du milieu vert", 1),
        ("fr", "rends le ballon de droite vert", 2),
        ("es", "pinta el del medio de verde", 1),
        ("es", "pinta de verde el globo de la izquierda", 0),
        ("pt", "faça o do meio verde", 1),
        ("pt", "pinte o balão da direita de verde", 2),
        ("it", "colora di verde quello in mezzo", 1),
        ("it", "colora di verde il palloncino a destra", 2),
        ("ru", "сделай средний зелёным", 1),
        ("ru", "сделай шарик справа зелёным", 2),
        ("ja", "真ん中のを緑にして", 1),
        ("ko", "가운데 것을 초록색으로 바꿔줘", 1),
    ],
)
def test_the_one_on_a_side_is_painted_and_no_other(language: str, edit: str, place: int) -> None:
    base = first_picture(BALLOONS[language], seed=1)
    done = edit_scene(edit, [base], ratio="1:1", seed=1, language="en").scene
    across = sorted(done.objects, key=lambda one: base.layout[one.id].x)
    assert [one.colour == "green" for one in across] == [at == place for at in range(3)]


@pytest.mark.parametrize(
    ("language", "edit"),
    [
        ("de", "nimm den linken weg"),
        ("fr", "enlève celui de gauche"),
        ("es", "quita el de la izquierda"),
        ("pt", "tire o da esquerda"),
        ("it", "togli quello a sinistra"),
        ("ru", "убери левый"),
        ("ru", "убери шарик слева"),
        ("ja", "左のを消して"),
        ("ko", "왼쪽 것을 지워줘"),
    ],
)
def test_the_left_one_goes(language: str, edit: str) -> None:
    base = first_picture(BALLOONS[language], seed=1)
    left = min(base.objects, key=lambda one: base.layout[one.id].x)
    done = edit_scene(edit, [base], ratio="1:1", seed=1, language="en").scene
    assert {one.id for one in base.objects} - {one.id for one in done.objects} == {left.id}


@pytest.mark.parametrize(
    ("wish", "edit", "where"),
    [
        ("ein Hund auf einer Wiese", "stell eine Katze davor", "front"),
        ("un chien dans un pré", "ajoute un chat derrière", "behind"),
        ("un perro en un prado", "pon un gato delante", "front"),
        ("um cachorro num prado", "coloque um gato atrás", "behind"),
        ("un cane in un prato", "metti un gatto davanti", "front"),
        ("собака на лугу", "поставь кошку сзади", "behind"),
        ("原っぱの犬", "前に猫を置いて", "front"),
        ("들판의 강아지", "뒤에 고양이 그려줘", "behind"),
    ],
)
def test_what_comes_stands_to_what_is_there(wish: str, edit: str, where: str) -> None:
    assert described(_edited(wish, edit)) == [f"cat {where} dog", "dog"]


def test_what_is_put_to_a_side_is_beside_the_cat_and_not_beside_the_moon() -> None:
    scene = _edited("a black cat under the moon", "add a dog on the right")
    assert "dog right cat" in described(scene)
