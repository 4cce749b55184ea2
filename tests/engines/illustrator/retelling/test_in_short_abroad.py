"""What is said in a few words in other languages, and who or what of the picture it changes."""

import pytest

from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.retelling.in_short_abroad import told_in_english
from paintover.engines.illustrator.staging.layout import arrange


def told(*talk: str) -> str | None:
    """What the last of the wishes changed, as it is told in English."""
    scene = base = arrange(compose_scene(talk[0], ratio="1:1", seed=3, language="en").scene)
    for wish in talk[1:]:
        base = scene
        done = edit_scene(wish, [base], ratio="1:1", seed=4, language="en")
        assert done.notes == (), wish
        scene = arrange(done.scene, former=done.former)
    return account([base], scene, "en")


PARK = {
    "de": "Ein Junge und ein Hund im Park", "fr": "un garçon et un chien dans le parc", "es": "un niño y un perro en el parque",
    "ja": "公園に男の子と犬がいる", "it": "un bambino e un cane nel parco", "ru": "мальчик и собака в парке",
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "glasses", "away", "gone"),
    [
        ("de", "Gib ihm eine Brille", "nimm sie weg", "Removed: Brille"),
        ("fr", "donne-lui des lunettes", "enlève-les", "Removed: lunettes"),
        ("es", "ponle gafas", "quítalas", "Removed: gafas"),
        ("ja", "男の子に眼鏡をかけて", "外して", "Removed: glasses"),
        ("it", "mettigli gli occhiali", "toglili", "Removed: occhiali"),
        ("ru", "дай ему очки", "убери их", "Removed: очки"),
    ],
)
def test_they_are_the_boys_and_go_again(lang: str, glasses: str, away: str, gone: str) -> None:
    boy = compose_scene(PARK[lang], ratio="1:1", seed=3, language="en").scene.objects[0].label
    assert f"worn by the {'boy' if lang == 'ja' else boy}" in (told(PARK[lang], glasses) or "")
    assert told(PARK[lang], glasses, away) == gone


@pytest.mark.parametrize(
    ("lang", "cat", "wish", "change"),
    [
        ("de", "setz eine Katze dazu", "etwas weiter links", "Moved: Katze – to the left"),
        ("fr", "ajoute un chat", "un peu plus à gauche", "Moved: chat – to the left"),
        ("es", "añade un gato", "detrás", "behind"),
        ("ja", "猫を追加して", "後ろに", "behind"),
        ("de", "setz eine Katze dazu", "näher ran", "Katze – larger"),
        ("es", "añade un gato", "más cerca", "gato – larger"),
        ("it", "aggiungi un gatto", "ancora uno", "Added: gatto"),
    ],
)
def test_it_is_what_came_last_that_goes_there(lang: str, cat: str, wish: str, change: str) -> None:
    assert change in (told(PARK[lang], cat, wish) or "")


@pytest.mark.parametrize(
    ("talk", "change"),
    [
        (("Zwei Katzen auf einem Sofa", "gib beiden Hüte", "mach sie rot"), "Changed: Hüte × 2 – red"),
        (("deux chats sur un canapé", "donne-leur des chapeaux", "mets-les en rouge"), "Changed: chapeaux × 2 – red"),
        (("ソファに猫が二匹", "二匹に帽子をかぶせて", "赤くして"), "Changed: hat × 2 – red"),
        (("tres niños en un prado", "uno de ellos salta", "los demás sentados"), "Changed: 2 of the 3 niños – sitting"),
        (("草原に子供が三人", "一人はジャンプして"), "Changed: left child – jumping"),
        (("drei Enten auf dem Teich", "zwei Enten mehr"), "Added: Enten × 2 – swimming"),
        (("tres patos en un estanque", "dos patos más"), "Added: patos × 2 – swimming"),
        (("un bonhomme de neige", "et une écharpe", "avec un bonnet", "enlève-les"), "Removed: écharpe, bonnet"),
        (("dos amigos en un café", "dales un helado", "el de la derecha triste"), "Changed: right person – sad"),
        (("Ein Fuchs im Wald", "er trägt einen Schal", "dreh ihn um"), "Changed: fox – turned around"),
        (("Papa und Kind im Garten", "dem Kind eine Schürze"), "Added: Schürze – worn by the Kind"),
        (("dos niñas en la playa", "todas con gafas de sol"), "Added: gafas de sol × 2 – worn by the niñas"),
        (("una mariposa sobre una flor", "más grande", "naranja"), "Changed: mariposa – orange"),
        (("un garçon et un chien dans le parc", "plus près l'un de l'autre"), "Moved: garçon – to the left; chien – to the right"),
        (("Ein Haus am See", "mach das Dach rot"), "Changed: Haus – red roof"),
        (("湖のほとりの家", "屋根を赤くして"), "Changed: house – red roof"),
        (("Eine Katze auf einer Wiese", "mach sie orange", "wieder in der alten Farbe"), "Changed: Katze – its own colour"),
    ],
)  # fmt: skip
def test_all_of_those_and_nobody_else(talk: tuple[str, ...], change: str) -> None:
    assert told(*talk) == change


@pytest.mark.parametrize("wish", ["beide unter einem Baum", "beide auf eine Bank"])
def test_both_are_put_there_and_keep_their_names(wish: str) -> None:
    done = edit_scene(
        wish, [arrange(compose_scene("Ein Mann und eine Frau", ratio="1:1", seed=3, language="en").scene)],
        ratio="1:1", seed=4, language="en",
    )  # fmt: skip
    assert [one.label for one in done.scene.objects[:2]] == ["Mann", "Frau"]
    assert done.scene.objects[2].label in ("Baum", "Bank")


@pytest.mark.parametrize("wish", ["no cat", "in orange", "a cat behind", "bigger"])
def test_what_is_english_is_no_other_language(wish: str) -> None:
    assert (
        told_in_english(wish, compose_scene("a boy and a cat", ratio="1:1", seed=3, language="en").scene)
        is None
    )
