"""What people call putting something somewhere when they talk at ease."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a barn => stick a chicken on the barn roof", "Added: chicken – on the barn"),
        ("a fish bowl on a table => pop a castle in the bowl", "Added: castle – in the fish bowl"),
        ("a garden with a bench => whack a tree behind the bench", "Added: tree – behind the bench"),
        ("a garden with a bench => sneak a frog in there", "Added: frog"),
        ("a garden with a bench => toss in a frisbee", "Added: frisbee"),
        ("pancakes on a table => pour some syrup on the pancakes", "Added: syrup – on the pancakes"),
        ("a garden with a bench => whip up a snowman", "Added: snowman"),
        ("a garden with a bench => i changed my mind, lose the bench", "Removed: bench"),
        ("a garden with a bench => a cat should be visible under the bench", "Added: cat – below the bench"),
        (
            "a garden with a bench => get rid of the bench and stick a swing there instead",
            "Changed: swing – instead of bench",
        ),
        ("a basket => fill it with apples", "Added: apples × 3 – in the basket"),
        ("a bowl on a table => load the bowl with cherries", "Added: cherries – in the bowl"),
    ],
)
def test_is_put_there_and_nothing_is_left_out(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, ())


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "a birthday cake on a table => put strawberries on it => make it chocolate",
            "Changed: birthday cake – brown",
        ),
        ("two cats on a sofa => make it blue", "Changed: sofa – blue"),
        ("a cake with cherries on top => make it pink", "Changed: cake – pink"),
        ("a christmas tree => hang baubles on it => make it white", "Changed: christmas tree – white"),
    ],
)
def test_it_is_what_several_are_on(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


def test_one_that_came_is_it() -> None:
    assert talk("a dog => give it a hat => make it black")[-1].told == "Changed: hat – black"


def test_another_cake_has_its_colour_in_the_account() -> None:
    told = talk("a birthday cake => change it to a chocolate cake")[-1].told
    assert told == "Changed: cake – without candle, brown"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a beaver building a dam in a river => give it a hard hat", "Added: hard hat – worn by the beaver"),
        ("a frog next to a mushroom => put a crown on it", "Added: crown – worn by the frog"),
        ("a girl in a garden => give her space buns", "Changed: girl – hair bun"),
        ("a boat on the sea => calm the sea", "Now: waves – less"),
        ("a pirate ship on the sea in a storm => make the sea calm", "Now: sunny"),
        ("an astronaut on the moon => earth should be in the sky", "Moved: earth"),
        ("a fish bowl on a table => make the goldfish blue", "The goldfish can't be changed without"),
    ],
)
def test_who_and_what_is_meant(talked: str, told: str) -> None:
    assert talk(talked)[-1].told.startswith(told)


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a garden shed with tools leaning on it => lose the tools", "Removed: wrench, screwdriver, hammer"),
        ("a farm with a cow, a pig and a hen => remove the animals", "Removed: cow, pig, hen"),
        ("a table with a turkey => put candles on both ends", "Added: candles × 2 – on the table"),
        ("a street => splash some puddles around", "Added: puddles × 3"),
        (
            "a submarine underwater with some fish => put a squid behind it",
            "Added: squid – behind the submarine",
        ),
        (
            "a house => hang a lantern on the door => put a bench in front",
            "Added: bench – in front of the house",
        ),
    ],
)
def test_all_of_them_and_the_whole(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    "back",
    [
        "make the lighthouse its normal colour again",
        "back to its original colour",
        "make it its own colour again",
        "paint it the colour it was before",
    ],
)
def test_it_gets_its_own_colour_back(back: str) -> None:
    told = talk(f"a lighthouse on a cliff => make it blue => {back}")[-1].told
    assert told == "Changed: lighthouse – its own colour"


def test_a_film_is_no_picture() -> None:
    told = talk("a film poster for a space adventure => change the film to a cartoon")[-1].told
    assert told == "There is no film in the picture"


def test_an_owl_in_a_tree_becomes_smaller() -> None:
    told = talk("an owl in a tree at night => two owls => make the left one smaller")[-1].told
    assert told == "Changed: left owl – smaller"


def test_a_knight_keeps_his_own_shield() -> None:
    told = talk("a knight => give the knight a blue shield")[-1].told
    assert told == "The shield is part of the drawing of the knight and stays as it is"


def test_who_swims_above_is_above() -> None:
    scene = talk("a coral reef with fish => add a sea turtle swimming above")[-1].scene
    boxes = {one.kind: scene.layout[one.id].box for one in scene.objects}
    assert boxes["sea-turtle"][3] < boxes["coral"][1]
