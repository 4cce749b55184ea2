"""English sentences made at random: who is there, how many, in which colour, what they do, hold and stand on."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.sentences import composed, sentences, verdict

MANY = 60
RIGHT, LOST = 0.955, 0.035
"""Which share of the facts is to be right, and which may be lost without a word."""


@pytest.mark.parametrize("seed", ["one", "two"])
def test_a_sentence_is_drawn_as_told(seed: str) -> None:
    right, named, silent = 0, 0, []
    for sentence in sentences(seed, MANY):
        found, _ = verdict(sentence)
        right += len(found.right)
        named += len(found.named)
        silent += [f"{sentence.text}: {fact}" for fact in found.silent]
    facts = right + named + len(silent)
    assert right / facts >= RIGHT, silent
    assert len(silent) / facts <= LOST, silent


def who(wish: str) -> list[str]:
    """Each thing with its pose, and what it is at."""
    scene = composed(wish).scene
    kinds = {thing.id: thing.kind for thing in scene.objects}
    return sorted(
        " ".join(
            (
                f"{thing.colour} " * bool(thing.colour)
                + thing.kind
                + f"~{thing.pose}" * (thing.pose not in (None, "brimmed", "peaked")),
                *((thing.rel.type, kinds[thing.rel.to]) if thing.rel is not None else ()),
            )
        )
        for thing in scene.objects
    )


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("a dog being washed by a girl in the garden", ["dog", "girl~hold beside dog", "sponge hold girl"]),
        ("a car driven by a dog", ["car", "dog on car"]),
        ("a boy on a sled pulled by a man", ["boy~sit on sled", "leash hold man", "man~pull right sled", "sled~ridden"]),
        ("a man washing a car with a sponge", ["car", "man~hold beside car", "sponge hold man"]),
        ("a girl putting a star on the christmas tree", ["christmas-tree", "girl~hold beside christmas-tree", "star hold girl"]),
        ("a woman cutting bread with a big knife", ["bread on dining-table", "dining-table", "knife hold woman", "woman~hold behind dining-table"]),
        ("a monkey peeling a banana while sitting on the back of an elephant", ["banana hold monkey", "elephant", "monkey~sit on elephant"]),
        ("a boy and a girl, sitting on a bench", ["bench", "boy~sit on bench", "girl~sit on bench"]),
        ("a cow standing on a bridge and a man pushing a stroller", ["bridge", "cow~stand on bridge", "man~push", "stroller left man"]),
        ("a mother hugging an owl with a basket", ["basket hold owl", "owl hold woman", "woman~embrace"]),
        ("a man feeding a dog in an orange scarf", ["bread hold man", "dog", "man~hold beside dog", "orange scarf wear dog"]),
        ("a farmer next to a bowl full of cherries", ["bowl", "cherries inside bowl", "farmer beside bowl"]),
        ("a barista pouring milk into a cup behind the counter", ["apron wear barista", "barista~hold behind counter", "counter", "cup on counter", "jug hold barista"]),
        ("two dogs sitting on a suitcase next to balloons under a pink umbrella", [*["balloon below umbrella"] * 3, *["dog~sit on suitcase"] * 2, "pink umbrella", "suitcase beside balloon"]),
        ("a robot reading a letter as a dog sleeps on a sofa", ["couch", "dog~sleep on couch", "letter hold robot", "robot~read"]),
        ("a painter painting a portrait of a woman", ["artist~paint beside picture", "paintbrush hold artist", "picture", "woman"]),
        ("two girls showing a kitten to a pig", ["cat hold girl", "girl~give beside pig", "girl~give beside pig", "pig"]),
    ],
)  # fmt: skip
def test_who_does_what_to_whom(wish: str, expected: list[str]) -> None:
    assert who(wish) == expected


def test_a_style_that_is_not_known_is_no_picture_in_the_picture() -> None:
    made = composed("a cat in oil painting style")
    assert [thing.kind for thing in made.scene.objects] == ["cat"]
    assert made.notes == ("“oil painting” is not among my styles; watercolour comes nearest",)
