"""Which one is meant in other languages: by its order, as the other one, and how many are to stay."""

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange

TWO = {
    "de": "zwei Hasen in einem Garten", "fr": "deux lapins dans un jardin", "es": "dos conejos en un jardín", "it": "due conigli in un giardino",
    "pt": "dois coelhos num jardim", "nl": "twee konijnen in een tuin", "ru": "два кролика в саду", "ja": "庭に二匹のウサギ", "ko": "정원에 토끼 두 마리",
}  # fmt: skip


def after(first: str, *edits: str) -> tuple[Scene, Scene]:
    """The picture before the last change, and after it, of which nothing was left out."""
    base = scene = arrange(compose_scene(first, ratio="1:1", seed=3, language="en").scene)
    for edit in edits:
        base = scene
        done = edit_scene(edit, [base], ratio="1:1", seed=4, language="en")
        assert done.notes == (), edit
        scene = arrange(done.scene, former=done.former)
    return base, scene


def is_right(base: Scene, key: str) -> bool:
    return base.layout[key].x == max(base.layout[one.id].x for one in base.objects if one.kind == "rabbit")


@pytest.mark.parametrize(
    ("language", "edit"),
    [
        ("de", "nimm den anderen Hasen weg"), ("fr", "enlève l'autre lapin"), ("es", "quita el otro conejo"), ("it", "togli l'altro coniglio"),
        ("pt", "tire o outro coelho"), ("nl", "haal het andere konijn weg"), ("ru", "убери другого кролика"), ("ja", "もう一匹のウサギを消して"),
        ("ko", "다른 토끼를 지워줘"), ("de", "nimm den zweiten Hasen weg"), ("fr", "enlève le deuxième lapin"), ("es", "quita el segundo conejo"),
        ("it", "togli il secondo coniglio"), ("pt", "tire o segundo coelho"), ("ja", "二匹目のウサギを消して"), ("ru", "убери второго кролика"),
    ],
)  # fmt: skip
def test_the_other_and_the_second_is_the_right_one(language: str, edit: str) -> None:
    base, scene = after(TWO[language], edit)
    (gone,) = {one.id for one in base.objects} - {one.id for one in scene.objects}
    assert is_right(base, gone)


@pytest.mark.parametrize(
    ("language", "first", "edit"),
    [
        ("fr", "le lapin de gauche dort", "enlève l'autre lapin"),
        ("de", "der rechte Hase schläft", "der andere soll weinen"),
        ("es", "el conejo de la derecha duerme", "ponle un sombrero al otro"),
        ("pt", "o coelho da direita dorme", "coloque um chapéu no outro"),
        ("ja", "右のウサギを白くして", "もう一匹に帽子をかぶせて"),
        ("ko", "오른쪽 토끼를 하얗게 해줘", "다른 한 마리에게 모자를 씌워줘"),
    ],
)
def test_the_other_is_not_who_was_spoken_of(language: str, first: str, edit: str) -> None:
    base, scene = after(TWO[language], first, edit)
    spoken_of = base.focus
    assert spoken_of is not None
    assert base.thing(spoken_of) == scene.thing(spoken_of)
    assert base.objects != scene.objects


@pytest.mark.parametrize(
    ("language", "edit"),
    [
        ("de", "füge einen dritten Hasen hinzu"), ("fr", "ajoute un troisième lapin"), ("es", "añade un tercer conejo"), ("it", "aggiungi un terzo coniglio"),
        ("pt", "adicione um terceiro coelho"), ("nl", "voeg een derde konijn toe"), ("ru", "добавь третьего кролика"), ("ja", "三匹目のウサギを追加して"),
        ("ko", "세 번째 토끼를 추가해줘"),
    ],
)  # fmt: skip
def test_an_ordinal_of_what_comes_is_one_more(language: str, edit: str) -> None:
    _, scene = after(TWO[language], edit)
    assert sum(one.kind == "rabbit" for one in scene.objects) == 3


@pytest.mark.parametrize(
    ("language", "edit"),
    [
        ("de", "nur ein Hase"), ("fr", "un seul lapin"), ("es", "solo un conejo"), ("it", "solo un coniglio"), ("pt", "só um coelho"),
        ("nl", "maar één konijn"), ("ru", "только один кролик"), ("ja", "ウサギは一匹だけ"), ("ko", "토끼 한 마리만"),
    ],
)  # fmt: skip
def test_only_one_is_one(language: str, edit: str) -> None:
    _, scene = after(TWO[language], edit)
    assert sum(one.kind == "rabbit" for one in scene.objects) == 1


@pytest.mark.parametrize(("edit", "many"), [("犬追加", 3), ("兎削除", 1)])
def test_a_note_without_kana_is_japanese(edit: str, many: int) -> None:
    _, scene = after("庭に兎一匹と猫" if many == 1 else TWO["ja"], edit)
    assert len(scene.objects) == many
