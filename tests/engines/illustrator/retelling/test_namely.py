"""Who is meant in a whole sentence: names, what is told twice, "he", "each", "all but one"."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.retelling.namely import names_in, told_once


def told(wish: str) -> list[str]:
    """Every thing of the picture with its colour, pose, mood and what it stands to."""
    scene = compose_scene(wish, ratio="1:1", seed=3, language="en").scene
    kinds = {one.id: one.kind for one in scene.objects}
    found = []
    for one in scene.objects:
        said = "/".join(word for word in (one.kind, one.colour, one.pose, one.mood) if word)
        found.append(f"{said} {one.rel.type} {kinds[one.rel.to]}" if one.rel is not None else said)
    return sorted(found)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("my cat Pepper, a fat tabby, on a cushion", ["cat/orange on pillow", "pillow"]),
        ("my daughter Rose with a rose", ["girl/hold", "rose hold girl"]),
        ("Max the dog in a hat", ["dog", "hat wear dog"]),
        ("a teacher, a boy and a dog", ["boy", "dog", "teacher"]),
        ("my dachshund in a yellow raincoat, he looks grumpy", ["dog/brown/angry", "raincoat/yellow wear dog"]),
        ("the dog's bowl is empty and he looks sad", ["bowl hold dog", "dog/sad"]),
        ("a monkey near a rock eating a banana", ["banana hold monkey", "monkey/eat beside rock", "rock"]),
        ("grandma's kitchen with a cat", ["cat"]),
        ("two children, each with a balloon", ["balloon hold child"] * 2 + ["child/lift"] * 2),
        ("three ducks, one of them has a party hat", ["duck"] * 3 + ["party-hat wear duck"]),
        ("all the penguins are wearing scarves except one", ["penguin"] * 3 + ["scarf wear penguin"] * 2),
        ("all the ducks are yellow except the black one", ["duck/black", "duck/yellow", "duck/yellow"]),
        ("both my cats are asleep on the bed", ["bed", "cat/sleep on bed", "cat/sleep on bed"]),
        ("a snowman with a broom instead of a carrot", ["broom hold snowman", "snowman"]),
        ("a cake with a cherry but without candles", ["cake", "cherries on cake"]),
        ("painting for the nursery, an elephant holding a balloon", ["balloon hold elephant", "elephant"]),
        ("three kittens, one of them is asleep", ["cat", "cat", "cat/sleep"]),
        (
            "three kids on a couch, the oldest is reading to the others",
            ["book hold child", "child/read on couch", "child/sit on couch", "child/sit on couch", "couch"],
        ),
        ("a present wrapped in blue paper with a white bow", ["gift/blue"]),
        ("a girl with a bow in her hair", ["girl", "hair-bow wear girl"]),
        ("a cottage surrounded by trees", ["house", *["tree around house"] * 3]),
        ("a house made of gingerbread", ["house/brown"]),
        ("two girls in matching yellow dresses", ["dress/yellow wear girl"] * 2 + ["girl"] * 2),
        ("a monkey hanging from a branch", ["monkey inside tree", "tree"]),
        ("an old woman feeding ducks on a bench", ["bench beside duck", "bread hold old-woman", *["duck"] * 3, "old-woman/hold on bench"]),
        ("two cats, a black one and a white one", ["cat/black", "cat/white"]),
        ("the cat that belongs to my aunt, a fluffy white persian", ["cat/white"]),
        ("two girls in yellow boots", ["boot/yellow wear girl"] * 2 + ["girl"] * 2),
        ("a boy and his grandfather flying a red kite", ["boy", "kite/red hold old-man", "old-man/lift"]),
        ("a boy riding a dinosaur to school", ["boy/ride on sauropod", "sauropod"]),
        ("a fairy leaving a coin under a pillow", ["coin below pillow", "fairy beside pillow", "pillow"]),
        ("an alien waving from its flying saucer", ["alien inside ufo", "ufo"]),
        ("a cat burglar", ["money hold thief", "sunglasses wear thief", "sweater/black wear thief", "thief/hold"]),
        ("grandma's cat sitting on her lap", ["cat/sit hold old-woman", "old-woman/embrace"]),
        ("a girl giving her grandmother a flower", ["flower hold girl", "girl/give beside old-woman", "old-woman"]),
        ("a bunny peeking out of a top hat", ["hat/upturned", "rabbit inside hat"]),
        ("a boy building a tower of blocks", ["boy/reach beside building-blocks", "building-blocks"]),
        ("a polar bear cooling off in a bathtub", ["bathtub", "polar-bear inside bathtub"]),
        ("a school bus full of dogs", [*["dog inside school-bus"] * 4, "school-bus"]),
        ("a shy girl hiding behind her mother", ["girl/shy behind woman", "woman"]),
        ("a hamster running in its wheel", ["hamster-wheel", "hamster/run inside hamster-wheel"]),
        ("a farmer's daughter holding a kitten", ["cat hold girl", "girl/embrace"]),
        ("two polar bears, a mother and her cub", ["polar-bear", "polar-bear"]),
        ("a man on a horse juggling three bananas", [*["banana"] * 3, "horse", "man/juggle on horse"]),
        ("a skateboarding grandma", ["old-woman/taichi on skateboard", "skateboard/ridden"]),
        ("a yellow taxi stuck in the snow", ["taxi/yellow"]),
        ("an angry chef chasing a mouse with a rolling pin", ["cook/run/angry right mouse", "mouse/run", "rolling-pin hold cook"]),
        ("a bear with his paw stuck in a honey pot", ["bear/hold", "honey hold bear"]),
        ("a boy showing his mum a drawing of a rocket", ["boy/give beside woman", "picture hold boy", "woman"]),
        ("a goat standing on the roof of a car", ["car", "goat/stand on car"]),
        ("a whale with a small village on its back", ["whale"]),
        ("a boy sits on a bench and reads a book", ["bench", "book hold boy", "boy/read on bench"]),
    ],
)  # fmt: skip
def test_whoever_is_meant_is_drawn_once_and_as_told(wish: str, expected: list[str]) -> None:
    assert told(wish) == expected


@pytest.mark.parametrize(
    ("wish", "once"),
    [
        ("the baker, a man with a big hat, bakes", "the male baker with a big hat and bakes"),
        ("my neighbour, an old man, waters his roses", "my old man waters his roses"),
        ("our dog, a beagle, and a cat", "our dog, a beagle, and a cat"),
        ("a man, a woman and a girl", "a man, a woman and a girl"),
        ("A Cat Wearing A Hat", "A Cat Wearing A Hat"),
        ("a dog Christmas card", "a dog Christmas card"),
        ("a board “my dog Biscuit”", "a board “my dog Biscuit”"),
    ],
)
def test_a_wish_is_told_once(wish: str, once: str) -> None:
    assert told_once(wish) == once


def test_a_name_is_no_loss() -> None:
    done = compose_scene("my nephew Oscar with his dog Biscuit", ratio="1:1", seed=3, language="en")
    assert done.notes == ()
    assert names_in("my nephew Oscar with his dog Biscuit") == {"Oscar", "Biscuit"}
