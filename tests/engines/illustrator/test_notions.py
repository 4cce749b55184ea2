"""Wishes for what cannot be seen, and those that leave the choice to whoever draws."""

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.retelling.notions import notion


def composed(text: str, seed: int = 3) -> Composed:
    return compose_scene(text, ratio="1:1", seed=seed, language=language_of(text))


def is_a_picture(one: Composed) -> bool:
    return bool(one.scene.objects) and all(thing.rung != "signpost" for thing in one.scene.objects)


@pytest.mark.parametrize(
    "text",
    [
        "画点好看的", "畫點什麼吧", "surprise me", "draw something nice", "zeichne etwas Schönes", "überrasch mich", "sorpréndeme",
        "dibuja algo bonito", "dessine quelque chose de joli", "surprends-moi", "disegna qualcosa di bello", "desenhe algo bonito",
        "нарисуй что-нибудь красивое", "удиви меня", "何か描いて", "きれいなものを描いて", "아무거나 그려줘",
    ],
)  # fmt: skip
def test_an_open_wish_gets_a_picture_and_no_excuse(text: str) -> None:
    first, second = composed(text, 1), composed(text, 2)
    assert is_a_picture(first)
    assert first.notes == ()
    assert [thing.kind for thing in first.scene.objects] != [thing.kind for thing in second.scene.objects]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("freedom", "freedom"), ("宁静", "宁静"), ("画一张关于孤独的画", "孤独"), ("das Gefühl von Freiheit", "freiheit"),
        ("l'amour", "amour"), ("el sentimiento de soledad", "soledad"), ("자유의 느낌을 그려줘", "자유"), ("turn sadness into a picture", "sadness"),
        ("what does hope look like?", "hope"),
    ],
)  # fmt: skip
def test_what_cannot_be_seen_gets_a_picture_that_stands_for_it(text: str, named: str) -> None:
    one = composed(text)
    assert is_a_picture(one)
    assert len(one.notes) == 1
    assert named in one.notes[0]


def test_a_notion_is_drawn_in_the_style_that_was_asked_for() -> None:
    assert composed("love in watercolour").scene.style == "watercolour"
    assert composed("水墨画：孤独").scene.style == "ink"


@pytest.mark.parametrize(
    "text", ["a cat", "love letter", "两匹马", "home", "peace dove", "draw a horse in spring", "a clock"]
)
def test_what_is_seen_is_no_notion(text: str) -> None:
    assert notion(text, 0, "en") is None


def test_every_picture_that_stands_for_something_is_drawn_whole() -> None:
    table = word_table("notions")
    ideas = [idea for key, one in table.items() if key not in ("wrapped", "open") for idea in one["ideas"]]
    for idea in ideas:
        one = composed(idea)
        assert is_a_picture(one), idea
        assert one.notes == (), idea
