"""Half of what is meant is said, and the picture has the rest."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from tests.engines.illustrator.retelling.test_offhand import done, of_kind, scene_of


@pytest.mark.parametrize(
    ("turns", "kind", "relation", "host"),
    [
        (["a car on a road", "luggage on the roof"], "suitcase", "on", "car"),
        (["a hut in the snow", "a dog in front of the door"], "dog", "front", "hut"),
        (["a parrot in a cage", "let the parrot sit on top"], "parrot", "on", "bare-bird-cage"),
        (["two girls and a tree", "make them sit under it"], "girl", "below", "tree"),
        (
            ["a duck on a lake", "add three ducklings", "they should swim behind her"],
            "duck",
            "behind",
            "duck",
        ),
        (["a girl and a tulip field", "let her pick a rose"], "rose", "hold", "girl"),
        (["a businessman", "make him look at his watch"], "watch", "hold", "office-worker"),
    ],
)
def test_what_it_is_on(turns: list[str], kind: str, relation: str, host: str) -> None:
    scene = scene_of(*turns)
    hosts = {
        (one.rel.type, getattr(scene.thing(one.rel.to), "kind", ""))
        for one in of_kind(scene, kind)
        if one.rel is not None
    }
    assert hosts == {(relation, host)}


def test_babies_of_an_animal_are_its_own() -> None:
    scene = scene_of("a hedgehog in a forest", "two babies behind it")
    assert [one.kind for one in scene.objects] == ["hedgehog"] * 3


@pytest.mark.parametrize("turns", [["a house", "add two trees", "bigger"], ["two trees", "bigger"]])
def test_those_who_came_together_grow_together(turns: list[str]) -> None:
    assert {one.size for one in of_kind(scene_of(*turns), "tree")} == {"large"}


def test_what_lies_on_the_floor_outside_lies_on_the_ground() -> None:
    assert scene_of("a mechanic and a car", "put a toolbox on the floor").env.place == "meadow"


def test_the_animal_jumps_and_no_tree() -> None:
    scene = scene_of("a hippo in a swimming pool", "add two palm trees", "make him jump in")
    assert [(one.kind, one.pose) for one in scene.objects if one.pose] == [("hippopotamus", "jump")]


def test_what_is_there_becomes_taller() -> None:
    scene = scene_of("a tower", "a taller tower")
    assert len(scene.objects) == 1


@pytest.mark.parametrize(
    ("turns", "why"),
    [
        (["a girl flying a kite", "shorter string"], "no string"),
        (["a girl flying a kite", "make the kite look like a fish"], "look like a fish"),
        (["a spider in a web", "remove two of her legs"], "legs"),
        (["two athletes", "take away his queen"], "no queen"),
        (["a boy and a girl", "remove the king"], "no king"),
        (["a grill in a garden", "the man should wear an apron"], "no man"),
        (["a woman in a kitchen", "let the cat watch from the window"], "no cat"),
        (["a pig in the mud", "cleaner please"], "cleaner"),
    ],
)
def test_what_cannot_be_done_is_said(turns: list[str], why: str) -> None:
    with pytest.raises(NotDrawable, match=why):
        done(*turns)


def test_rain_is_turned_off() -> None:
    assert scene_of("a dog in the rain", "turn the rain off").env.weather == "clear"


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (
            ["a man and a woman dancing", "make her dress red and his suit white"],
            [("dress", "red"), ("suit", "white")],
        ),
        (
            ["a boy in a blue shirt and a girl in a green dress", "now both in white"],
            [("dress", "white"), ("shirt", "white")],
        ),
        (["a cat and a red ball", "a blue ball instead of red"], [("ball", "blue")]),
        (["a table", "add a napkin", "red candle instead of white"], [("candle", "red")]),
    ],
)
def test_each_in_its_colour(turns: list[str], expected: list[tuple[str, str]]) -> None:
    painted = [(one.kind, one.colour) for one in scene_of(*turns).objects if one.colour is not None]
    assert sorted(painted) == expected


@pytest.mark.parametrize(
    ("turns", "held"),
    [
        (["a robot and a dog in a garden", "let the robot water the flowers"], ["watering-can"]),
        (["two boys", "everybody looks at their phone"], ["cell-phone", "cell-phone"]),
        (["a man and a dog", "put the dog on a leash"], ["leash"]),
    ],
)
def test_what_they_do_is_in_their_hands(turns: list[str], held: list[str]) -> None:
    scene = scene_of(*turns)
    hands = [one.kind for one in scene.objects if one.rel is not None and one.rel.type == "hold"]
    assert (hands, scene.env.place) == (held, scene_of(turns[0]).env.place)


def test_one_jumps_and_the_other_sits() -> None:
    scene = scene_of("two frogs on a rock", "one jumps, the other sits")
    assert {one.pose for one in of_kind(scene, "frog")} == {"jump", "sit"}


def test_a_scarf_for_both_and_a_hat_for_one() -> None:
    scene = scene_of("a giraffe and a penguin", "put a scarf on both and a hat on the giraffe only")
    assert sorted(one.kind for one in scene.objects) == ["giraffe", "hat", "penguin", "scarf", "scarf"]


def test_a_helmet_is_the_riders() -> None:
    scene = scene_of("a girl riding a bike", "put a dog on the bike", "helmet on")
    hosts = [scene.thing(one.rel.to) for one in of_kind(scene, "helmet") if one.rel is not None]
    assert [host.kind for host in hosts if host is not None] == ["girl"]


def test_hair_in_the_wind_is_no_wig() -> None:
    scene = scene_of("a girl riding a bike", "her hair in the wind")
    assert (len(scene.objects), scene.env.weather) == (2, "wind")


def test_a_steeper_road_is_no_street() -> None:
    with pytest.raises(NotDrawable, match="road"):
        done("a cyclist in the mountains", "steeper road")


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["a toddler on a tricycle", "give him a balloon", "a blue one"], [("balloon", "blue")]),
        (["a house", "add a tree", "a red one"], [("tree", "red")]),
        (["a cat", "make it black, not white"], [("cat", "black")]),
    ],
)
def test_a_coloured_one_is_what_came_last(turns: list[str], expected: list[tuple[str, str]]) -> None:
    painted = [(one.kind, one.colour) for one in scene_of(*turns).objects if one.colour is not None]
    assert painted == expected


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["a toddler on a tricycle", "give him a balloon in each hand"], ("balloon", 2)),
        (["a goat on a mountain", "a smaller goat next to it"], ("goat", 2)),
        (["a soldier saying goodbye to his wife"], ("woman", 1)),
        (["a table with a turkey", "six chairs around it", "put candles on it"], ("chair", 6)),
    ],
)
def test_so_many_there_are(turns: list[str], expected: tuple[str, int]) -> None:
    kind, many = expected
    assert len(of_kind(scene_of(*turns), kind)) == many


def test_candles_are_on_the_table_and_not_on_the_chairs() -> None:
    scene = scene_of("a table with a turkey", "six chairs around it", "put candles on it")
    hosts = [scene.thing(one.rel.to) for one in of_kind(scene, "candle") if one.rel is not None]
    assert {host.kind for host in hosts if host is not None} == {"dining-table"}


@pytest.mark.parametrize(
    ("turns", "why"),
    [
        (["a man and a dog", "make the dog duck"], "in that pose"),
        (["a magician with a hat", "make the hat purple with stars"], "pattern"),
    ],
)
def test_nobody_becomes_what_they_do(turns: list[str], why: str) -> None:
    with pytest.raises(NotDrawable, match=why):
        done(*turns)


def test_it_is_sunny_and_not_cloudy() -> None:
    assert scene_of("a street in the rain", "sunny please, not cloudy").env.weather == "clear"


def test_an_evening_with_stars_has_stars() -> None:
    assert scene_of("a ship on the sea", "make it evening with stars").env.time == "sunset"


@pytest.mark.parametrize(
    "wish", ["make one cat pink and the other one black", "make one cat pink, the other black"]
)
def test_of_two_each_has_one_colour(wish: str) -> None:
    cats = of_kind(scene_of("two cats", wish), "cat")
    assert sorted(str(one.colour) for one in cats) == ["black", "pink"]
    assert {one.pattern for one in cats} == {None}


def test_what_two_do_at_once_is_done_by_both() -> None:
    scene = scene_of("a robot and a dog in a garden", "let the robot water the flowers while the dog sleeps")
    assert [one.pose for one in of_kind(scene, "dog")] == ["sleep"]
    assert len(of_kind(scene, "watering-can")) == 1
