from __future__ import annotations

import pytest

from paintover.engines.illustrator.colour import PAINTS
from paintover.engines.illustrator.dialects import LATIN, Dialect, dialect_of, dictionary, look_up
from paintover.engines.illustrator.edit import compose_scene
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.lexicon import english_words, vocabulary
from tests.engines.illustrator.test_prompts import described, rows

DIALECTS: tuple[Dialect, ...] = (*LATIN, "ru", "ja", "ko", "ar")
ENGLISH = english_words()

PROMPTS = [
    ("dos gatos negros y un perro blanco en la playa", "cat/black, cat/black, dog/white", "beach"),
    ("un gato sobre una mesa", "cat on dining-table, dining-table", "room"),
    ("una niña con un globo rojo", "girl, balloon/red hold girl hand", "meadow"),
    ("un homme avec un chapeau", "man, hat wear man head", "meadow"),
    ("deux chats et un chien rouge", "cat, cat, dog/red", "meadow"),
    ("un chat sur une chaise", "cat on chair, chair", "room"),
    ("zwei Katzen und ein roter Hund im Wald", "cat, cat, dog/red", "forest"),
    ("eine Katze auf dem Tisch", "cat on dining-table, dining-table", "room"),
    ("dois gatos e um cachorro na praia", "cat, cat, dog", "beach"),
    ("due gatti e un cane rosso", "cat, cat, dog/red", "meadow"),
    ("два кота и красная машина", "cat, cat, car/red", "meadow"),
    ("кошка на столе", "cat on dining-table, dining-table", "room"),
    ("犬", "dog", "meadow"),
    ("二匹の猫と赤い車", "cat, cat, car/red", "meadow"),
    ("机の上の猫", "cat on dining-table, dining-table", "room"),
    ("帽子をかぶった犬を描いて", "dog, hat wear dog head", "meadow"),
    ("고양이 두 마리와 강아지", "cat, cat, dog", "meadow"),
    ("빨간 자동차", "car/red", "street"),
    ("탁자 위의 고양이", "cat on dining-table, dining-table", "room"),
    ("قط أسود وكلب أبيض", "cat/black, dog/white", "meadow"),
    ("ثلاث قطط", "cat, cat, cat", "meadow"),
]


@pytest.mark.parametrize(("prompt", "expected", "place"), PROMPTS)
def test_a_prompt_in_another_language_gives_its_things(prompt: str, expected: str, place: str) -> None:
    done = compose_scene(prompt, ratio="1:1", seed=7, language="en")
    assert described(done.scene) == sorted(expected.split(", "))
    assert done.scene.env.place == place
    assert done.notes == ()


def test_chinese_and_english_are_left_to_their_own_grammars() -> None:
    for prompt, _ in rows():
        assert dialect_of(prompt, english=ENGLISH) is None, prompt
    assert dialect_of("", english=ENGLISH) is None


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_word_means_something_that_can_be_drawn(dialect: Dialect) -> None:
    found = dictionary(dialect)
    assert len(found.words) > 700
    for word, readings in found.words.items():
        assert word == word.strip()
        assert readings.get("kinds", "cat") in kinds(), word
        assert readings.get("colours", "red") in PAINTS, word
        assert look_up(dialect, word) == (readings, False)
    places = {readings["places"] for readings in found.words.values() if "places" in readings}
    english = {readings["places"] for readings in vocabulary("en").words.values() if "places" in readings}
    assert places <= english
    assert {str(number) for number in range(2, 11)} <= {
        r["numbers"] for r in found.words.values() if "numbers" in r
    }
