"""Colours told of several things, and nouns that are said once for them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paintover.engines.illustrator.grammar.ellipsis import with_nouns
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from tests.engines.illustrator.grammar.test_motifs import composed, edited, looks


def coloured(prompt: str) -> list[str]:
    return [f"{colour or '-'} {kind}" for kind, colour, _, _ in looks(composed(prompt))]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a red and a blue balloon", "red balloon, blue balloon"),
        ("a red, a yellow and a blue balloon", "red balloon, yellow balloon, blue balloon"),
        ("one black cat and one white", "black cat, white cat"),
        ("a black cat and a white one", "black cat, white cat"),
        ("one red and two blue balloons and a dog", "red balloon, blue balloon, blue balloon, - dog"),
        ("two red apples and one green", "red apple, red apple, green apple"),
        ("two cats, one black and one white", "black cat, white cat"),
        ("three balloons: one red, one yellow, one blue", "red balloon, yellow balloon, blue balloon"),
        ("a red and a blue car, and a green and a yellow bus", "red car, blue car, green bus, yellow bus"),
        ("a red apple and an orange", "red apple, - orange"),
        ("a red bird and a green orange", "red bird, green orange"),
        ("一个红气球和一个蓝气球", "red balloon, blue balloon"),
        ("红色和蓝色的气球各一个", "red balloon, blue balloon"),
        ("一个红色的和一个蓝色的气球", "red balloon, blue balloon"),
        ("一红一蓝两个气球", "red balloon, blue balloon"),
        ("一只黑猫和一只白的", "black cat, white cat"),
        ("两只猫，一只黑一只白", "black cat, white cat"),
        ("三个气球，一个红的，一个黄的，一个蓝的", "red balloon, yellow balloon, blue balloon"),
        ("四只猫，三只黑一只白", "black cat, black cat, black cat, white cat"),
        ("一个红色的行李箱和一个绿色的床", "red suitcase, green bed"),
        ("红气球蓝气球各一个", "red balloon, blue balloon"),
        ("三朵花：红的、黄的和紫的", "red flower, yellow flower, purple flower"),
        ("五颜六色的气球", "red balloon, yellow balloon, blue balloon, green balloon, pink balloon"),
        ("three colourful balloons", "red balloon, yellow balloon, blue balloon"),
        ("a red cat and a black and white pig", "red cat, white pig"),
        ("a red hat, a blue and green scarf and two apples", "red hat, blue scarf, - apple, - apple"),
        ("a colourful parrot", "- parrot"),
        ("un globo rojo y uno azul", "red balloon, blue balloon"),
        ("un globo rojo y otro azul", "red balloon, blue balloon"),
        ("un ballon rouge et un bleu", "red balloon, blue balloon"),
        ("ein roter und ein blauer Ballon", "red balloon, blue balloon"),
        ("um balão vermelho e um azul", "red balloon, blue balloon"),
        ("un palloncino rosso e uno blu", "red balloon, blue balloon"),
        ("赤い風船と青い風船", "red balloon, blue balloon"),
    ],
)
def test_each_colour_is_a_thing_of_its_own(prompt: str, expected: str) -> None:
    assert ", ".join(coloured(prompt)) == expected


@pytest.mark.parametrize(
    ("prompt", "worn"),
    [
        ("穿蓝色牛仔裤和白衬衫的男人", ["jeans", "shirt"]),
        ("戴红帽子、墨镜和蓝围巾的雪人", ["hat", "scarf", "sunglasses"]),
    ],
)
def test_clothes_that_are_listed_before_their_wearer_are_worn(prompt: str, worn: list[str]) -> None:
    wearer, *clothes = composed(prompt).objects
    assert sorted(one.kind for one in clothes) == worn
    assert all(one.rel is not None and (one.rel.type, one.rel.to) == ("wear", wearer.id) for one in clothes)


def test_one_of_several_is_taken_away() -> None:
    scene = edited(composed("三个红苹果和一个绿苹果"), "红苹果去掉一个")
    assert [thing.colour for thing in scene.objects] == ["red", "red", "green"]


def test_sizes_are_told_apart_in_the_same_way() -> None:
    big, small = composed("a big red and a small blue ball").objects
    assert (big.colour, big.size, small.colour, small.size) == ("red", "large", "blue", "small")


@pytest.mark.parametrize(
    "prompt",
    ["a big and a small bear", "two bears, one big and one small", "两只熊，一大一小", "一大一小两只熊"],
)
def test_sizes_are_dealt_out_as_colours_are(prompt: str) -> None:
    assert [(thing.kind, thing.size) for thing in composed(prompt).objects] == [
        ("bear", "large"),
        ("bear", "small"),
    ]


def test_going_somewhere_takes_nothing_away() -> None:
    scene = composed("小猫去海边")
    assert ([thing.kind for thing in scene.objects], scene.env.place) == (["cat"], "beach")
    assert edited(composed("一只猫和一只狗"), "去掉猫").objects[0].kind == "dog"


def test_something_stands_between_two_things_that_share_a_noun() -> None:
    things = composed("a dog between a red and a blue balloon").objects
    assert sorted(f"{one.kind} {one.colour or ''}" for one in things) == [
        "balloon blue",
        "balloon red",
        "dog ",
    ]
    dog = next(one for one in things if one.kind == "dog")
    assert dog.rel is not None
    assert dog.rel.type == "between"


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a black and white cat", ("cat", "white", "patched", "black")),
        ("a brown and white dog", ("dog", "white", "patched", "brown")),
        ("a red and blue balloon", ("balloon", "red", "striped", "blue")),
        ("黑白猫", ("cat", "white", "patched", "black")),
        ("一个红蓝气球", ("balloon", "red", "striped", "blue")),
    ],
)
def test_one_thing_of_two_colours_has_both(prompt: str, expected: tuple[str, str, str, str]) -> None:
    assert looks(composed(prompt)) == [expected]


@pytest.mark.parametrize(
    ("first", "edit", "expected"),
    [
        ("three balloons", "make the balloons red, yellow and blue", "red yellow blue"),
        ("three balloons", "paint them red, green and blue", "red green blue"),
        ("two balloons", "make the left one red and the right one blue", "red blue"),
        ("a cat and a dog", "make the cat black and the dog white", "black white"),
        ("three balloons", "make one of them red", "red - -"),
        ("三个气球", "把气球变成红黄蓝", "red yellow blue"),
        ("三个气球", "分别变成红色、黄色和蓝色", "red yellow blue"),
        ("三个气球", "把它们涂成红、黄、蓝三种颜色", "red yellow blue"),
        ("两个气球", "左边的变红，右边的变蓝", "red blue"),
        ("three balloons", "make one red and the others blue", "red blue blue"),
        ("三个气球", "一个变红，其他的变蓝", "red blue blue"),
        ("三只猫", "中间的变黑，其他不变", "- black -"),
        ("一只猫和一只狗", "把猫涂黑，狗涂白", "black white"),
        ("two cats", "make one black and one white", "black white"),
        ("four balloons", "make two red and two blue", "red red blue blue"),
        ("两只猫", "一只变黑，一只变白", "black white"),
        ("tres globos", "haz los globos rojos, amarillos y azules", "red yellow blue"),
    ],
)
def test_an_edit_deals_its_colours_out(first: str, edit: str, expected: str) -> None:
    scene = edited(composed(first), edit)
    assert " ".join(colour or "-" for _, colour, _, _ in looks(scene)) == expected


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(
    ["a", "two", "one", "red", "blue", "and", ",", ":", "big", "cat", "ball", "ones", "make", "the", "left", "orange", "一", "两", "只", "个", "红", "的", "猫"]
), max_size=14))  # fmt: skip
def test_any_order_of_such_words_is_read(words: list[str]) -> None:
    for text in (" ".join(words), "".join(words)):
        parse(text)
        tokens = tokenise(text)
        assert sum(token.unknown for token in with_nouns(tokens)) <= 2 * sum(
            token.unknown for token in tokens
        )
