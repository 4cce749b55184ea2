"""What dishes taste of, and scoops on their cone."""

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.flavours import without_flavours


def drawn(wish: str) -> list[tuple[str, str | None, str | None]]:
    language = "zh" if any(character >= "\u4e00" for character in wish) else "en"
    done = compose_scene(wish, ratio="1:1", seed=1, language=language)  # type: ignore[arg-type]
    assert not done.notes
    return [(thing.kind, thing.colour, thing.second) for thing in done.scene.objects]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("冰淇淋甜筒，三个球，草莓、香草和巧克力", [("scoops-3", "pink", "beige brown")]),
        ("三个球的冰淇淋", [("scoops-3", None, None)]),
        ("an ice cream cone with two scoops, chocolate and vanilla", [("scoops-2", "brown", "beige")]),
        ("a triple scoop ice cream", [("scoops-3", None, None)]),
        ("strawberry ice cream", [("ice-cream", "pink", None)]),
        ("巧克力味的蛋糕", [("cake", "brown", None)]),
        ("西瓜汁", [("juice-glass", "red", None)]),
        ("a beef burger", [("burger", None, None)]),
        ("牛肉面", [("beef-noodles", None, None)]),
        ("chocolate and a cake", [("chocolate", None, None), ("cake", None, None)]),
        ("an orange pizza", [("pizza", "orange", None)]),
        ("a birthday cake", [("birthday-cake", None, None)]),
    ],
)
def test_a_flavour_is_a_colour_of_its_dish_and_no_second_thing(
    wish: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert drawn(wish) == expected


@pytest.mark.parametrize("text", ["一只猫和一个西瓜", "a cat on a cliff", "苹果树", "three balls"])
def test_what_is_no_flavour_stays_as_it_is(text: str) -> None:
    assert without_flavours(text) == text


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("two glasses of red wine", "wine-glass"),
        ("two glasses of water", "drinking-glass"),
        ("一壶茶", "teapot"),
        ("一盘红烧鱼", "fish-dish"),
        ("两个花篮", "flower-basket"),
        ("一个大箱子", "box"),
        ("three bottles of beer", "beer-bottle"),
        ("a girl with a watering can", "watering-can"),
        ("哪吒", "nezha"),
    ],
)
def test_everyday_words_are_the_everyday_things(wish: str, kind: str) -> None:
    assert kind in {found for found, _, _ in drawn(wish)}
