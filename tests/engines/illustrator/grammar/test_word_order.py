"""Clauses of other languages in an order of their own, seen in what is drawn for them."""

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene, Thing


def _drawn(wish: str) -> Scene:
    return compose_scene(wish, ratio="1:1", seed=3, language="en").scene


def _all(scene: Scene, kind: str) -> list[Thing]:
    return [one for one in scene.objects if one.kind == kind]


def _grounds(scene: Scene, kind: str) -> list[tuple[str, str]]:
    """Of each such thing, how it stands to what."""
    kinds = {one.id: one.kind for one in scene.objects}
    return [(one.rel.type, kinds[one.rel.to]) for one in _all(scene, kind) if one.rel is not None]


@pytest.mark.parametrize(
    ("wish", "kind", "grounds"),
    [
        ("白猫二匹 ソファの上", "cat", [("on", "couch")] * 2),
        ("고양이 두 마리 소파 위", "cat", [("on", "couch")] * 2),
        ("木の左に犬", "dog", [("left", "tree")]),
        ("木の椅子に猫", "cat", [("on", "chair")]),
        ("赤い帽子の猫 二匹 海で", "hat", [("wear", "cat")] * 2),
        ("海で赤い帽子の猫二匹", "hat", [("wear", "cat")] * 2),
        ("빨간 모자 고양이 두 마리 바다에서", "hat", [("wear", "cat")] * 2),
        ("青いドレスの女の子と白い犬", "dress", [("wear", "girl")]),
        ("une fille rousse à cheval", "girl", [("on", "horse")]),
        ("deux filles blondes en robe bleue devant une maison", "dress", [("wear", "girl")] * 2),
        ("una ragazza in giacca rossa", "jacket", [("wear", "girl")]),
        ("рыжая девочка на лошади", "girl", [("on", "horse")]),
    ],
)  # fmt: skip
def test_who_stands_how_to_what(wish: str, kind: str, grounds: list[tuple[str, str]]) -> None:
    assert _grounds(_drawn(wish), kind) == grounds


def test_a_noun_before_its_place_is_no_material() -> None:
    assert [one.pattern for one in _all(_drawn("木の左に犬"), "dog")] == [None]
    assert [one.pattern for one in _all(_drawn("木の椅子に猫"), "chair")] == ["wooden"]


def test_numbers_stand_behind_their_nouns() -> None:
    scene = _drawn("りんご 三つ バナナ 二本 テーブルの上に")
    assert (len(_all(scene, "apple")), len(_all(scene, "banana"))) == (3, 2)


@pytest.mark.parametrize("wish", ["猫二匹、海で", "gatos en el mar", "바다에서 고양이 두 마리"])
def test_in_the_sea_is_no_lake(wish: str) -> None:
    assert _drawn(wish).env.place == "sea"


def test_a_russian_case_of_one_is_one() -> None:
    assert len(_all(_drawn("рыжая девочка на лошади"), "horse")) == 1
    assert len(_all(_drawn("три лошади"), "horse")) == 3


@pytest.mark.parametrize(
    ("wish", "colour"),
    [
        ("une femme rousse avec un chat noir", "orange"), ("chica pelirroja con gafas", "orange"), ("ragazza bionda", "yellow"),
        ("rothaariges Mädchen", "orange"), ("blonde Frau mit Hund", "yellow"), ("menina ruiva", "orange"), ("рыжая девочка", "orange"),
    ],
)  # fmt: skip
def test_an_adjective_tells_the_hair(wish: str, colour: str) -> None:
    assert [one.colour for one in _all(_drawn(wish), "hair")] == [colour]


def test_an_animal_of_that_colour_has_no_hair() -> None:
    scene = _drawn("un chat roux")
    assert [(one.kind, one.colour) for one in scene.objects] == [("cat", "orange")]


@pytest.mark.parametrize(
    "edit",
    ["un autre à droite", "otro a la derecha", "noch eine rechts", "右にもう一匹", "오른쪽에 한 마리 더"],
)
def test_one_more_at_a_side(edit: str) -> None:
    scene = edit_scene(edit, [_drawn("deux chats")], ratio="1:1", seed=4, language="en").scene
    assert len(_all(scene, "cat")) == 3
    assert [kind for kind, _ in _grounds(scene, "cat")] == ["right"]


@pytest.mark.parametrize(
    ("wish", "edit", "kind", "relation"),
    [
        ("猫と犬", "花瓶を右に置いて", "vase", "right"),
        ("雪だるまと子供三人", "木を後ろに追加して", "tree", "behind"),
        ("마을의 기차", "눈사람을 왼쪽에 추가해줘", "snowman", "left"),
    ],
)
def test_something_is_added_at_a_side(wish: str, edit: str, kind: str, relation: str) -> None:
    scene = edit_scene(edit, [_drawn(wish)], ratio="1:1", seed=4, language="en").scene
    assert [one for one, _ in _grounds(scene, kind)] == [relation]


@pytest.mark.parametrize("edit", ["mach es Tag", "que sea de día", "c'est le jour", "fai giorno", "que seja dia", "сделай день", "maak het dag", "昼にして", "낮으로 바꿔줘"])  # fmt: skip
def test_a_night_becomes_day(edit: str) -> None:
    scene = edit_scene(edit, [_drawn("a castle at night")], ratio="1:1", seed=4, language="en").scene
    assert scene.env.time == "day"


def test_them_in_an_aquarium_are_the_fish() -> None:
    scene = edit_scene(
        "сделай их жёлтыми", [_drawn("три рыбки в аквариуме на столе")], ratio="1:1", seed=4, language="en"
    ).scene
    assert {one.kind for one in scene.objects if one.colour == "yellow"} == {"fish"}


def test_what_one_is_dressed_in_is_worn_on_a_bicycle() -> None:
    scene = _drawn("um menino de camiseta vermelha andando de bicicleta na praia")
    assert _grounds(scene, "shirt") == [("wear", "boy")]
    assert [one.colour for one in _all(scene, "bicycle")] == [None]


def test_no_snow_falls_in_summer() -> None:
    scene = edit_scene(
        "make it summer", [_drawn("a train, snowing")], ratio="1:1", seed=4, language="en"
    ).scene
    assert scene.env.weather == "clear"


@pytest.mark.parametrize(("wish", "edit"), [("eine alte Frau füttert drei Tauben im Park", "noch zwei"), ("une femme et trois pigeons", "encore deux")])  # fmt: skip
def test_two_more_are_of_those_that_are_several(wish: str, edit: str) -> None:
    before = _drawn(wish)
    scene = edit_scene(edit, [before], ratio="1:1", seed=4, language="en").scene
    several = max({one.kind for one in before.objects}, key=lambda kind: len(_all(before, kind)))
    assert len(_all(scene, several)) == 5
