"""Whom a pronoun means by its gender, and pronouns that mean several."""

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.retelling.genders import gender_of, told_by_gender
from paintover.engines.illustrator.scene import Scene


def _drawn(wish: str) -> Scene:
    return compose_scene(wish, ratio="1:1", seed=3, language="en").scene


def _edited(scene: Scene, wish: str) -> Scene:
    return edit_scene(wish, [scene], ratio="1:1", seed=4, language="en").scene


@pytest.mark.parametrize(
    ("wish", "edit", "kind", "colour"),
    [
        ("ein Hund und eine Katze mit Krone", "Mach ihn blau", "dog", "blue"),
        ("eine Prinzessin neben einem Drachen", "mach ihn rot", "dragon", "red"),
        ("un chat et une fille", "rends-le bleu", "cat", "blue"),
        ("una vaca y un caballo", "píntala de negro", "cow", "black"),
        ("un gatto e una mucca", "coloralo di nero", "cat", "black"),
        ("uma vaca e um cachorro", "pinte-a de azul", "cow", "blue"),
        ("кошка и пёс с мячом", "сделай её чёрной", "cat", "black"),
    ],
)
def test_a_pronoun_means_who_has_its_gender(wish: str, edit: str, kind: str, colour: str) -> None:
    scene = _edited(_drawn(wish), edit)
    assert [one.kind for one in scene.objects if one.colour == colour] == [kind]


def test_a_pronoun_means_the_wearer_and_not_the_hat() -> None:
    scene = _edited(_edited(_drawn("una chica con camiseta verde"), "ponle un sombrero"), "hazla más grande")
    assert [one.kind for one in scene.objects if one.size == "large"] == ["girl"]


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("tres gatos blancos en el sofá", "hazlos negros"),
        ("trois chats blancs", "rends-les noirs"),
        ("drei weiße Katzen", "mach sie schwarz"),
        ("tre gatti bianchi", "falli neri"),
        ("três gatos brancos", "pinte-os de preto"),
        ("три белых кота на диване", "сделай их чёрными"),
        ("白い猫三匹", "それらを黒くして"),
        ("흰 고양이 세 마리", "그것들을 검게 칠해줘"),
    ],
)
def test_a_plural_means_all_of_them(wish: str, edit: str) -> None:
    scene = _edited(_drawn(wish), edit)
    assert [one.colour for one in scene.objects if one.kind == "cat"] == ["black"] * 3


@pytest.mark.parametrize(
    ("wish", "edit"),
    [("ein Hund und eine Katze", "mach es Nacht"), ("una vaca y un caballo", "pinta el caballo de negro"), ("ein Hund", "mach ihn blau")],
)  # fmt: skip
def test_what_needs_no_gender_stays_as_it_is(wish: str, edit: str) -> None:
    assert told_by_gender(edit, _drawn(wish)) == edit


def test_what_is_no_noun_has_no_gender() -> None:
    assert gender_of("blau", "de") is None
    assert gender_of("Katze", "de") == "f"
    assert gender_of("Drachen", "de") == "m"


@pytest.mark.parametrize(
    ("wish", "edits", "wearer"),
    [
        (
            "ein Mann und eine Frau auf einer Bank",
            ("sie trägt einen roten Hut", "gib ihm eine Brille"),
            "man",
        ),
        ("ein Mann und eine Frau auf einer Bank", ("gib ihm einen Hut", "sie trägt einen Schal"), "woman"),
        ("una donna con un gatto", ("dagli un cappello rosso", "mettile un vestito verde"), "woman"),
        ("um homem e uma mulher num banco", ("ponha um chapéu nela", "ele usa óculos"), "man"),
        ("мужчина и женщина на скамейке", ("надень на неё шляпу", "дай ему очки"), "man"),
        ("une fille avec un chien", ("mets-lui une robe verte",), "girl"),
        ("una niña con un perro", ("ponle un vestido verde",), "girl"),
    ],
)
def test_somebody_gets_what_is_worn(wish: str, edits: tuple[str, ...], wearer: str) -> None:
    scene = _drawn(wish)
    for edit in edits:
        scene = _edited(scene, edit)
    rel = scene.objects[-1].rel
    bearer = scene.thing(rel.to) if rel is not None else None
    assert bearer is not None
    assert bearer.kind == wearer


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("ein Mann und eine Frau", "sie sind fröhlich"),
        ("un homme et une femme", "ils sont heureux"),
        ("un hombre y una mujer", "que sonrían"),
        ("un uomo e una donna", "sono felici"),
        ("um homem e uma mulher", "eles estão felizes"),
        ("мужчина и женщина", "они улыбаются"),
        ("男の人と女の人", "二人とも笑って"),
        ("남자와 여자", "둘 다 웃게 해줘"),
    ],
)
def test_several_show_the_mood_that_they_all_have(wish: str, edit: str) -> None:
    assert [one.mood for one in _edited(_drawn(wish), edit).objects] == ["happy", "happy"]
