"""The tone of somebody's skin, as it is said in wishes and edits."""

from typing import Literal

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of


def _language(wish: str) -> Literal["zh", "en"]:
    return "zh" if any("\u4e00" <= sign <= "\u9fff" for sign in wish) else "en"


def _scene(wish: str, seed: int = 3) -> Scene:
    return compose_scene(wish, ratio="1:1", seed=seed, language=_language(wish)).scene


def _edited(scene: Scene, wish: str) -> Scene:
    return edit_scene(wish, [scene], ratio="1:1", seed=9, language=_language(wish)).scene


def _people(scene: Scene) -> dict[str, Thing]:
    return {one.kind: one for one in scene.objects if one.complexion}


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("a dark-skinned girl with a red hat", {"girl": "deep"}),
        ("a boy with dark skin and a tanned man", {"boy": "deep", "man": "tan"}),
        ("a pale woman beside a man with light brown skin", {"woman": "fair", "man": "golden"}),
        ("a girl in a red dress with olive skin", {"girl": "golden"}),
        ("a black woman and a white man", {"woman": "deep", "man": "fair"}),
        ("皮肤黝黑的男孩和一个皮肤白的女孩", {"boy": "deep", "girl": "fair"}),
        ("一个古铜色皮肤的渔夫", {"fisher": "tan"}),
        ("一个女孩，皮肤很黑，穿着红裙子", {"girl": "deep"}),
        ("👩🏾", {"woman": "brown"}),
        ("👦🏻 and 👧🏿", {"boy": "fair", "girl": "deep"}),
        ("👍🏿", {"thumbs-up": "deep"}),
        ("un niño de piel clara y una mujer de piel oscura", {"boy": "fair", "woman": "deep"}),
        ("une fille à la peau noire avec un chat", {"girl": "deep"}),
        ("ein Junge mit dunkler Haut und ein Hund", {"boy": "deep"}),
        ("ein dunkelhäutiger Junge", {"boy": "deep"}),
        ("una ragazza con la pelle scura", {"girl": "deep"}),
        ("темнокожая девочка с котом", {"girl": "deep"}),
        ("肌の黒い女の子", {"girl": "deep"}),
        ("피부가 검은 소년", {"boy": "deep"}),
    ],
)
def test_a_tone_that_is_told_is_drawn_and_nothing_is_left_out(wish: str, told: dict[str, str]) -> None:
    made = compose_scene(wish, ratio="1:1", seed=3, language=_language(wish))

    assert {kind: _people(made.scene)[kind].skin for kind in told} == told
    assert made.notes == ()
    assert all("deep" in figure_of(one).name for one in _people(made.scene).values() if one.skin == "deep")


@pytest.mark.parametrize(
    "wish", ["a black cat and a girl", "a girl in a black dress", "a white dog with a boy", "黑猫和女孩"]
)
def test_the_colour_of_something_else_is_no_tone(wish: str) -> None:
    assert all(one.skin is None for one in _scene(wish).objects)


@pytest.mark.parametrize(
    ("wish", "kind", "told"),
    [
        ("make her skin darker", "girl", "light"),
        ("make the girl dark-skinned", "girl", "deep"),
        ("give the boy dark skin", "boy", "deep"),
        ("give the boy a tan", "boy", "tan"),
        ("his skin should be brown", "boy", "brown"),
        ("the girl's skin should be darker", "girl", "light"),
        ("让女孩的皮肤黑一点", "girl", "light"),
        ("把男孩的皮肤变成棕色", "boy", "brown"),
        ("给她换成古铜色皮肤", "girl", "tan"),
    ],
)
def test_an_edit_of_the_skin_reaches_whoever_is_meant_and_nobody_else(
    wish: str, kind: str, told: str
) -> None:
    before = _scene("a fair-skinned girl and a fair-skinned boy with a dog")

    after = _edited(before, wish)

    assert _people(after)[kind].skin == told
    assert [one for one in after.objects if one.kind != kind] == [
        one for one in before.objects if one.kind != kind
    ]
    assert {key: (one.x, one.base) for key, one in after.layout.items()} == {
        key: (one.x, one.base) for key, one in before.layout.items()
    }


@pytest.mark.parametrize(
    ("wish", "kind", "colour"),
    [
        ("make her hair red", "girl", "red"),
        ("give him grey hair", "boy", "grey"),
        ("make the boy blond", "boy", "yellow"),
        ("dye the girl's hair pink", "girl", "pink"),
        ("把她的头发变成红色", "girl", "red"),
        ("给男孩换成黑头发", "boy", "black"),
    ],
)
def test_an_edit_of_the_hair_reaches_whoever_is_meant_and_nobody_else(
    wish: str, kind: str, colour: str
) -> None:
    before = _scene("a girl and a boy with a dog")

    after = _edited(before, wish)

    assert _people(after)[kind].hair == colour
    assert [one for one in after.objects if one.kind != kind] == [
        one for one in before.objects if one.kind != kind
    ]
    assert figure_of(_people(after)[kind]).body != figure_of(_people(before)[kind]).body


def test_hair_of_a_told_colour_is_that_of_the_head_too() -> None:
    girl = _people(_scene("a girl with long pink hair"))["girl"]

    assert girl.hair == "pink"
    gone = _edited(_scene("a girl with red hair"), "remove her hair")
    assert _people(gone)["girl"].bald


def test_who_is_darkest_gets_no_darker_and_a_dog_has_no_skin() -> None:
    with pytest.raises(NotDrawable):
        _edited(_scene("a dark-skinned boy"), "make his skin darker")
    with pytest.raises(NotDrawable):
        _edited(_scene("a boy and a dog"), "make the dog's skin darker")
