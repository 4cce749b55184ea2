"""Of several things that somebody is to have on, each is on whom it is for."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_TWO = "a man and a girl in a park"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            "he wears a coat, a scarf and a hat",
            "Added: coat – worn by the man; scarf – worn by the man; hat – worn by the man",
        ),
        (
            "she has a pink dress, white socks and red shoes",
            "Added: dress – pink, worn by the girl; socks – white, worn by the girl; shoes – red, worn by the girl",
        ),
        (
            "give the girl a hat, a scarf and a balloon",
            "Added: hat – worn by the girl; scarf – worn by the girl; balloon – held by the girl",
        ),
        (
            "both wear a hat and a scarf",
            "Added: hat × 2 – worn by the man and the girl; scarf × 2 – worn by the man and the girl",
        ),
        (
            "put hats and scarves on them",
            "Added: hats × 2 – worn by the man and the girl; scarves × 2 – worn by the man and the girl",
        ),
        ("he wears a suit and she wears a dress", "Added: suit – worn by the man; dress – worn by the girl"),
        ("dress him in a suit and her in a dress", "Added: suit – worn by the man; dress – worn by the girl"),
        ("a hat for him and a scarf for her", "Added: hat – worn by the man; scarf – worn by the girl"),
        ("give him a hat and her a scarf", "Added: hat – worn by the man; scarf – worn by the girl"),
        (
            "they wear winter clothes",
            "Added: coats × 2 – worn by the man and the girl; scarves × 2 – worn by the man and the girl",
        ),
        ("dress him warmly", "Added: coat – worn by the man; scarf – worn by the man"),
        ("black suit and tie", "Added: suit – black, worn by the man; tie – worn by the man"),
    ],
)
def test_each_thing_is_on_whom_it_is_for(edit: str, told: str) -> None:
    assert talk(f"{_TWO} => {edit}")[-1].told == told


def test_what_is_put_on_furniture_is_worn_by_nobody() -> None:
    answer = talk("a girl and a bench => put a hat and a scarf on the bench")[-1]
    assert "worn" not in answer.told


def test_they_all_wear_what_they_all_are_to_wear() -> None:
    for edit in ("they all wear scarves", "they all have scarves", "let all of them wear scarves"):
        assert talk(f"two boys => {edit}")[-1].told == "Added: scarves × 2 – worn by the boys"
    told = talk("a birthday girl => add two friends => they all wear scarves")[-1].told
    assert told == "Added: scarves × 3 – worn by the birthday girl and the people"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (f"{_TWO} => give her cat ears", "Added: cat ears – worn by the girl"),
        (f"{_TWO} => bunny ears for the girl", "Added: bunny ears – worn by the girl"),
        (f"{_TWO} => give him a goatee", "Added: beard – on the man"),
        (
            f"{_TWO} => she wears a hat => give her cat ears",
            "Added: cat ears – worn by the girl. Removed: hat",
        ),
        (
            f"{_TWO} => she wears antlers => give her a crown",
            "Added: crown – worn by the girl. Removed: antlers",
        ),
    ],
)
def test_what_is_put_on_a_head(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


def test_nobody_turns_into_what_something_is_done_with() -> None:
    for edit in ("make him wax a car", "make him drag a sack", "make them throw pillows"):
        kinds = {one.kind for one in talk(f"{_TWO} => {edit}")[-1].scene.objects}
        assert {"man", "girl"} <= kinds, edit


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a robot and a girl => it wears a coat", "Added: coat – worn by the robot"),
        (
            "a dog and a cat => the cat wears a bow tie, glasses and a crown",
            "Added: bow tie – worn by the cat; glasses – worn by the cat; crown – worn by the cat",
        ),
        (
            "a nurse and a kid in a hospital room => she gives him a lollipop",
            "Added: lollipop – held by the kid",
        ),
    ],
)
def test_it_she_and_he_are_those_who_look_so(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a girl => change her shirt into a green dress", "Added: dress – green, worn by the girl"),
        ("a man and a boy => swap the man's trousers for shorts", "Added: shorts – worn by the man"),
        ("a girl in a sweater => change her sweater into a dress", "Changed: dress – instead of sweater"),
        ("一个女孩 => 把她的毛衣换成裙子", "加了：裙子——在女孩身上"),
        ("一个女孩 => 把她的毛衣换成红色", "加了：毛衣——红色、在女孩身上"),
    ],
)
def test_clothes_take_the_place_of_those_that_are_drawn(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
