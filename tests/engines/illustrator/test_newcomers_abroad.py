"""Who comes in a change of languages that have no articles, with what they do and wear."""

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from tests.engines.illustrator.retelling.test_idiom_abroad import RIDES, changed


@pytest.mark.parametrize(
    ("language", "edit"),
    [
        ("ru", "мальчик играет в футбол"), ("ja", "サッカーをする男の子を追加して"), ("ko", "축구하는 남자아이를 추가해줘"), ("pt", "um menino joga futebol"),
        ("es", "un niño juega al fútbol"), ("fr", "un garçon joue au football"), ("it", "un bambino gioca a calcio"),
    ],
)  # fmt: skip
def test_a_boy_comes_who_plays_football(language: str, edit: str) -> None:
    assert changed(RIDES[language], edit) == ["boy kick", "soccer-ball hold boy"]


@pytest.mark.parametrize(
    ("first", "edit", "told"),
    [
        ("eine Oma strickt im Wohnzimmer", "leg ihr eine Katze auf den Schoß", ["cat hold old-woman"]),
        ("un garçon et une fille", "le garçon lève la main", ["boy aloft"]),
        ("할머니", "고양이를 옆에 앉혀줘", ["cat beside old-woman"]),
        ("公園で自転車に乗る女の子", "隣に眼鏡の男の子を立たせて", ["boy beside girl", "glasses wear boy"]),
    ],
)
def test_who_is_told_is_meant(first: str, edit: str, told: list[str]) -> None:
    assert changed(first, edit) == told


@pytest.mark.parametrize(
    ("first", "edit", "told"),
    [
        ("un garçon et un chien", "mets-lui des bottes jaunes", ["boot yellow wear boy"]),
        ("un niño y un perro", "ponle unas botas amarillas", ["boot yellow wear boy"]),
        ("un bambino e un cane", "mettigli degli stivali gialli", ["boot yellow wear boy"]),
        ("мальчик и собака", "надень на него жёлтые сапоги", ["boot yellow wear boy"]),
        ("мальчик и собака", "мальчик едет на лошади", ["boy ride on horse", "horse"]),
        ("ein Junge und ein Hund", "mal ihm eine Mütze", ["knit-hat wear boy"]),
        ("un bambino e un cane", "il bambino va a cavallo", ["boy ride on horse", "horse"]),
        ("um menino e um cachorro", "o menino joga uma bola", ["ball hold boy", "boy throw"]),
        ("ein Junge und ein Hund", "er streichelt den Hund", ["boy reach beside dog"]),
    ],
)
def test_a_pair_is_one_and_a_person_wears_it(first: str, edit: str, told: list[str]) -> None:
    assert changed(first, edit) == told


@pytest.mark.parametrize("wish", ["zwei Freundinnen", "dos amigas", "deux amies", "duas amigas"])
def test_friends_who_are_women(wish: str) -> None:
    scene = compose_scene(wish, ratio="1:1", seed=3, language="en").scene
    assert [one.kind for one in scene.objects] == ["woman", "woman"]
