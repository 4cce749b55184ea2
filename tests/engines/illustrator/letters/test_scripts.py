"""Captions, bubbles and boards in ten languages: asked for in each, whole, and inside their places."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.letters.fonts import unsettable
from paintover.engines.illustrator.letters.lettering import (
    bubble_sprite,
    caption_sprite,
)

WISHES = {
    "zh": ("一只猫，标题写着“春天来了”", "春天来了"),
    "en": ('a cat with the caption "Good morning"', "Good morning"),
    "es": ('un perro con la leyenda "¡Buenos días!"', "¡Buenos días!"),
    "fr": ("un chat avec la légende \"C'est l'été\"", "C'est l'été"),
    "de": ('ein Hund mit der Aufschrift "Schöne Grüße"', "Schöne Grüße"),
    "pt": ('um gato com a legenda "Olá, manhã"', "Olá, manhã"),
    "it": ('un gatto con la scritta "Ciao, perché no"', "Ciao, perché no"),
    "nl": ('een kat met de tekst "Goedemorgen"', "Goedemorgen"),
    "ru": ('кот с надписью "Доброе утро"', "Доброе утро"),
    "ja": ("「おはようございます」と書かれた猫", "おはようございます"),
    "ko": ('"좋은 아침"이라고 쓰인 고양이', "좋은 아침"),
    "ar": ('قطة مكتوب عليها "صباح الخير"', "صباح الخير"),
}
LONG = ("Congratulations", "Glückwunschkarte", "поздравляем", "felicitaciones")


@pytest.mark.parametrize("language", WISHES)
def test_a_caption_is_asked_for_in_each_language(language: str) -> None:
    wish, words = WISHES[language]
    done = compose_scene(wish, ratio="1:1", seed=1, language="zh" if language == "zh" else "en")
    assert done.scene.caption == words
    assert done.notes == ()
    assert len(done.scene.objects) == 1


@pytest.mark.parametrize("language", WISHES)
@pytest.mark.parametrize(("width", "height"), [(1024, 1024), (576, 1024), (1536, 640)])
def test_words_stay_inside_their_places(language: str, width: int, height: int) -> None:
    words = WISHES[language][1]
    assert unsettable(words) == ""
    caption = caption_sprite(words, width, height)
    rows, columns = caption.rgba.shape[:2]
    assert caption.left >= 0
    assert caption.left + columns <= width
    assert height * 2 / 3 <= caption.top
    assert caption.top + rows <= height
    edge = caption.rgba[..., 3]
    assert not edge[0].any()  # nothing is cut off
    assert not edge[:, 0].any()
    assert edge.any()
    bubble = bubble_sprite(words, (width / 2, height * 0.6), height * 0.5, width, height, [])
    rows, columns = bubble.rgba.shape[:2]
    assert bubble.left >= 0
    assert bubble.left + columns <= width
    assert bubble.top >= 0
    assert bubble.top + rows <= height


@pytest.mark.parametrize("word", LONG)
def test_a_long_word_is_never_broken(word: str) -> None:
    """Its bubble is broader than that of a short one, and no higher than a line."""
    short, long = (
        bubble_sprite(said, (512, 700), 600, 1024, 1024, []).rgba.shape[:2] for said in ("Ay", word)
    )
    assert long[1] > 1.8 * short[1]
    assert long[0] < short[0] + 30


@pytest.mark.parametrize(
    ("wish", "words", "sheet"),
    [
        ('a poster that says "Grand Opening"', "Grand Opening", "poster"),
        ('a banner saying "Welcome home"', "Welcome home", "poster"),
        ('a card saying "Thank you"', "Thank you", "card"),
    ],
)
def test_nobody_says_what_stands_on_paper(wish: str, words: str, sheet: str) -> None:
    done = compose_scene(wish, ratio="1:1", seed=1, language="en")
    assert (done.scene.caption, done.scene.sheet) == (words, sheet)
    assert all(thing.says is None for thing in done.scene.objects)
    assert "cat" not in {thing.kind for thing in done.scene.objects}
