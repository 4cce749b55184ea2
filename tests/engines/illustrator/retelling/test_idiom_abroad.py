"""Who gets, wears or does something in other languages, and what new things are called."""

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.staging.layout import arrange


def changed(first: str, edit: str) -> list[str]:
    """What is new, and in which pose; nothing is left out."""
    base = arrange(compose_scene(first, ratio="1:1", seed=3, language="en").scene)
    done = edit_scene(edit, [base], ratio="1:1", seed=4, language="en")
    assert done.notes == ()
    told = []
    for one in done.scene.objects:
        before = base.thing(one.id)
        if before is None or (before.pose, before.mood, before.rel) != (one.pose, one.mood, one.rel):
            host = None if one.rel is None else done.scene.thing(one.rel.to)
            tie = "" if one.rel is None or host is None else f"{one.rel.type} {host.kind}"
            told.append(" ".join(filter(None, [one.kind, one.colour, one.pose, one.mood, tie, one.perch])))
    return sorted(told)


RIDES = {
    "fr": "une fille fait du vélo dans le parc", "es": "una niña monta en bicicleta en el parque", "it": "una bambina va in bicicletta nel parco",
    "pt": "uma menina anda de bicicleta no parque", "ru": "девочка едет на велосипеде в парке", "ja": "公園で自転車に乗る女の子", "ko": "공원에서 자전거 타는 여자아이",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "edit"),
    [
        ("pt", "ela usa um chapéu"), ("it", "porta un cappello"), ("ru", "она носит шляпу"), ("ru", "на ней шляпа"), ("ko", "모자를 쓰고 있어"),
    ],
)  # fmt: skip
def test_she_wears_it_and_no_bicycle(language: str, edit: str) -> None:
    assert changed(RIDES[language], edit) == ["hat brimmed wear girl"]


@pytest.mark.parametrize(
    ("language", "edit"),
    [("fr", "elle joue au foot"), ("es", "juega al fútbol"), ("it", "gioca a calcio"), ("ru", "она играет в футбол"), ("pt", "ela joga futebol")],
)  # fmt: skip
def test_who_plays_football_kicks_a_ball(language: str, edit: str) -> None:
    assert changed(RIDES[language], edit) == ["girl kick on bicycle", "soccer-ball hold girl"]


@pytest.mark.parametrize(
    ("language", "edit"),
    [
        ("fr", "elle s'assoit sur un banc"), ("es", "se sienta en un banco"), ("it", "si siede su una panchina"), ("ja", "ベンチに座らせて"),
        ("ko", "벤치에 앉혀줘"),
    ],
)  # fmt: skip
def test_who_sits_down_sits_on_it(language: str, edit: str) -> None:
    assert changed(RIDES[language], edit) == ["bench", "girl sit on bench"]


@pytest.mark.parametrize(
    ("first", "edit"),
    [
        ("un chat", "donne une balle rouge au chat"), ("un gato", "dale una pelota roja al gato"), ("un gatto", "dai una palla rossa al gatto"),
        ("um gato", "dê uma bola vermelha ao gato"), ("кошка", "дай кошке красный мяч"), ("een kat", "geef een rode bal aan de kat"),
    ],
)  # fmt: skip
def test_what_is_given_is_held(first: str, edit: str) -> None:
    assert changed(first, edit) == ["ball red hold cat"]


def test_what_is_new_is_called_as_the_wish_has_it() -> None:
    base = arrange(compose_scene("una niña", ratio="1:1", seed=3, language="en").scene)
    scene = edit_scene("dale una pelota roja a la niña", [base], ratio="1:1", seed=4, language="en").scene
    assert [one.label for one in scene.objects] == ["niña", "pelota"]


@pytest.mark.parametrize(
    ("first", "edit", "words"),
    [
        ("eine Katze", "häng ein Schild hin, auf dem Hallo steht", "Hallo"), ("un chat", "ajoute une pancarte qui dit bonjour", "bonjour"),
        ("un gato", "añade un cartel que diga hola", "hola"), ("un gatto", "aggiungi un cartello con scritto ciao", "ciao"),
        ("um gato", "adicione uma placa que diz olá", "olá"), ("кошка", "добавь табличку с надписью привет", "привет"),
        ("een kat", "zet er een bord bij met de tekst hallo", "hallo"), ("猫がいる", "こんにちはと書いた看板を追加して", "こんにちは"),
        ("고양이", "안녕이라고 쓴 표지판을 추가해줘", "안녕"),
    ],
)  # fmt: skip
def test_a_sign_says_what_it_is_to_say(first: str, edit: str, words: str) -> None:
    base = arrange(compose_scene(first, ratio="1:1", seed=3, language="en").scene)
    done = edit_scene(edit, [base], ratio="1:1", seed=4, language="en")
    assert done.notes == ()
    assert words in str(done.scene.objects[-1])


@pytest.mark.parametrize(
    ("first", "edit", "told"),
    [
        ("кошка", "кошка плачет", "cat crying"), ("고양이", "고양이가 울어", "cat crying"), ("고양이", "고양이가 달려", "cat run"),
        ("un chat", "le chat court", "cat run"), ("un chat", "il s'endort", "cat sleep"), ("кошка", "она засыпает", "cat sleep"),
    ],
)  # fmt: skip
def test_everyday_forms_of_verbs(first: str, edit: str, told: str) -> None:
    assert changed(first, edit) == [told]
