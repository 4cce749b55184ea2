"""Who comes in a change of languages that have no articles, with what they do and wear."""

import pytest

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
        ("un garçon et une fille", "le garçon lève la main", ["boy cheer"]),
        ("할머니", "고양이를 옆에 앉혀줘", ["cat beside old-woman"]),
        ("公園で自転車に乗る女の子", "隣に眼鏡の男の子を立たせて", ["boy beside girl", "glasses wear boy"]),
    ],
)
def test_who_is_told_is_meant(first: str, edit: str, told: list[str]) -> None:
    assert changed(first, edit) == told
