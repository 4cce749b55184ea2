"""Notes and refusals in eight more languages: none is missing, none has lost what it names, and each leaves in its own."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import pytest

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes, photo
from paintover.engines.illustrator.abroad import retold
from paintover.engines.illustrator.editing import reach
from paintover.engines.illustrator.engine import picture_steps
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.mediums import _TOLD
from paintover.engines.protocol import Picture
from tests.engines.illustrator.test_engine import order

WISHES = {
    "de": "ein Hund und eine Katze auf dem Tisch", "fr": "un chien et un chat sur la table", "es": "un perro y un gato sobre la mesa",
    "pt": "um cachorro e um gato em cima da mesa", "it": "un cane e un gatto sul tavolo", "ru": "собака и кошка на столе",
    "ja": "テーブルの上の犬と猫", "ko": "탁자 위의 개와 고양이",
}  # fmt: skip
TABLE = word_table("notes")
ARGUMENTS = {
    "words": ["Zorbel", "Blurg"], "clauses": ["Zorbel"], "characters": "Ω", "limit": 30, "drawn": 3, "there": 2, "times": 1.5, "size": "large", "side": "left",
    "instead": "the Zorbel is beside it", "relation": "on", "state": "closed", "weather": "rain",
}  # fmt: skip
"""What the sentences are given; "Zorbel" where nothing else is said."""


def sentences() -> Iterator[str]:
    """Each sentence of the illustrator in English."""
    for name, said in inspect.getmembers(notes, inspect.isfunction):
        if name.startswith("_") or said.__module__ != notes.__name__:
            continue
        given = {}
        for parameter in list(inspect.signature(said).parameters)[:-1]:
            pairs = [("Zorbel", "ink wash" if name == "nearest_style" else "trumpet")]
            given[parameter] = pairs if parameter == "pairs" else ARGUMENTS.get(parameter, "Zorbel")
        yield said(*given.values(), "en")
    yield from (notes.is_so("Zorbel", tie, other, "en") for tie in notes._STANDS for other in ("Blurg", None))
    yield from (notes.no_room("Zorbel", side, "en") for side in ("left", "right", "top", "bottom"))
    yield from (notes.nearest_style([("oils", style)], "en") for style in _TOLD["en"].values())
    yield notes.of_the_backdrop("waves", "en")
    yield from (notes.at_limit("Zorbel", "small", "en"), notes.so_many_times("Zorbel", 0.5, "en"))
    yield from (notes.signpost(["Zorbel"], "en"), notes.undrawn(["Zorbel"], "en"))
    yield from (reach._angle("en"), reach._whole("en"))
    yield from (
        photo._HELP["en"],
        photo._LEFT["en"].format(words="x"),
        photo._HIDDEN["en"],
        photo._CROPPED["en"],
    )
    yield from ("There is no such thing in the picture", "There is no pair of things to swap in the picture")


@pytest.mark.parametrize("sentence", dict.fromkeys(sentences()))
def test_each_sentence_is_told_in_each_language(sentence: str) -> None:
    told = {language: retold(sentence, wish) for language, wish in WISHES.items()}
    assert sentence not in told.values(), "words/notes.toml has no sentence for it"
    assert all(name in said for said in told.values() for name in re.findall("Zorbel|Blurg", sentence))
    assert not [said for said in told.values() if re.search(r"[{}]", said)]


@pytest.mark.parametrize("name", TABLE["sentences"])
def test_each_language_has_a_sentence_with_the_same_holes(name: str) -> None:
    sentence = TABLE["sentences"][name]
    assert {*sentence} == {"en", *WISHES} == {"en", *TABLE["marks"]}
    (holes,) = {frozenset(re.findall(r"\{(\w+)\}", spelling)) for spelling in sentence["en"]}
    assert all(frozenset(re.findall(r"\{(\w+)\}", sentence[language])) == holes for language in WISHES)


def test_each_language_has_a_word_for_each_term() -> None:
    assert all({*told} == {*WISHES} for terms in TABLE["terms"].values() for told in terms.values())


@pytest.mark.parametrize(
    ("wish", "sentence", "told"),
    [
        ("mach das Pferd blau", "There is no Pferd in the picture", "Im Bild gibt es das nicht: „Pferd“"),
        ("mach die Pferde blau", "There are no Pferde in the picture", "Im Bild gibt es das nicht: „Pferde“"),
        ("die Sehnsucht", "Left out: “Sehnsucht”", "Weggelassen: „Sehnsucht“"),
        ("colora di blu il cavallo", "There is no horse in the picture", "Nell'immagine non c'è «cavallo»"),
        ("un tableau à la Liberté sur la table", "Left out: “liberté”", "Laissé de côté : « Liberté »"),
        ("make the horse blue", "There is no horse in the picture", "There is no horse in the picture"),
        ("mach das Pferd blau", "Something else is said", "Something else is said"),
        (
            "colora di blu il cavallo",
            "“oils” is not among my styles; ink wash comes nearest; There is no horse in the picture",
            "«oils» non è fra i miei stili; il più vicino è l'inchiostro di china; Nell'immagine non c'è «cavallo»",
        ),
    ],
)
def test_names_stay_as_the_wish_has_them(wish: str, sentence: str, told: str) -> None:
    assert retold(sentence, wish) == told


@pytest.mark.parametrize(
    ("first", "edit", "language", "said"),
    [
        ("ein Hund", "mach das Pferd blau", "en", "Im Bild gibt es das nicht: „Pferd“"),
        ("un chien", "mets le cheval en bleu", "en", "Cela n'est pas dans l'image : « cheval »"),
        ("un perro", "pinta el caballo de azul", "en", "En la imagen no hay «caballo»"),
        ("собака", "сделай лошадь синей", "en", "Этого на картинке нет: «лошадь»"),
        ("a dog", "paint the horse blue", "en", "There is no horse in the picture"),
        ("一只狗", "把马涂成蓝色", "zh", "图里没有马"),
    ],
)
def test_a_refusal_is_in_the_language_of_the_edit(
    first: str, edit: str, language: Language, said: str
) -> None:
    (base,) = (
        step for step in picture_steps(order(first, language=language), 0) if isinstance(step, Picture)
    )
    with pytest.raises(NotDrawable) as refused:
        list(picture_steps(order(edit, base, language=language), 0))
    assert refused.value.message == said


def test_a_note_is_in_the_language_of_the_wish() -> None:
    steps = picture_steps(order("ein Hund und ein Theremin", language="en"), 0)
    (made,) = (step for step in steps if isinstance(step, Picture))
    assert made.notes == ("„Theremin“ kann ich nicht zeichnen und habe es weggelassen",)


@pytest.mark.parametrize(
    ("first", "edit", "beginning"),
    [
        ("um cachorro e um gato", "o cachorro late", "Não"),
        ("猫と女の子がいる", "犬削除", "絵の中に"),
        ("ein Hund", "make the horse blue", "There is no"),
    ],
)
def test_few_words_are_answered_in_the_language_of_the_picture(first: str, edit: str, beginning: str) -> None:
    (base,) = (step for step in picture_steps(order(first, language="en"), 0) if isinstance(step, Picture))
    with pytest.raises(NotDrawable) as refused:
        list(picture_steps(order(edit, base, language="en"), 0))
    assert str(refused.value).startswith(beginning)
