"""What each of several gets in a colour of its own, what two exchange, and what "it" is after the caption was told of."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_HATS = "Added: hat – red, worn by the left child; hat – blue, worn by the middle child; hat – yellow, worn by the right child"
_GIVEN = "a girl and a boy => give her a hat and him a scarf"
_TITLED = "a cat and a mouse => add a caption saying best friends"
_BALLOONS = "a boy with three red balloons => make one of the balloons blue"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("three children => give them hats, each a different colour", _HATS),
        ("three children => give each of them a different coloured hat", _HATS),
        ("two dogs => give them scarves, one red and one blue => the other way round", "Changed: left scarf – blue; right scarf – red"),
        (f"{_GIVEN} => the other way round", "Changed: hat – worn by the boy; scarf – worn by the girl"),
        ("a man in a blue shirt and a woman in a red dress => swap their clothes", "shirt – worn by the woman; dress – worn by the man"),
        ("a girl with a balloon and a boy with a book => swap the balloon and the book", "balloon – held by the boy"),
        ("a girl and a boy => swap their clothes", "The outfit is part of the drawing"),
        (f"{_TITLED} => make it red => move it to the top", "Now: lettering – at the top"),
        (f"{_TITLED} => move the caption down", "Now: lettering – at the bottom"),
        (f"{_TITLED} => make it night", "Now: night"),
        (f"{_BALLOONS} => make the other two green", "Changed: 2 of the 3 balloons – green"),
        (f"{_BALLOONS} => make one of them yellow", "balloon – yellow"),
        ("a cup of tea and a cake on a table => make it two cups", "Added: tea – on the table"),
        ("a man and a dog => make the dog bark", "Changed: dog – says “Woof!”"),
        ("a girl and a boy => put a hat on the girl => no, on the boy", "Changed: hat – worn by the boy"),
        ("a girl and a boy => give the girl a balloon => no, the boy => I meant the girl", "balloon – held by the girl"),
        ("a girl and a tree => add a dog => no, behind the tree", "Changed: dog – behind the tree"),
        ("a girl and a boy => make the girl sad => no, the boy", "boy – sad"),
        ("a girl and a boy => remove the girl => no, the boy", "Added: girl. Removed: boy"),
        ("a grandpa, a dog and a girl => remove grandpa => actually keep grandpa, remove the dog", "Added: grandpa. Removed: dog"),
    ],
)  # fmt: skip
def test_it_is_told(said: str, told: str) -> None:
    assert told in talk(said)[-1].told
