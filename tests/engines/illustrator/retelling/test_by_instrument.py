"""People called by what they play, and what is handed to whom."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from tests.engines.illustrator.retelling.test_offhand import of_kind, scene_of


def test_the_drummer_is_who_has_the_drum() -> None:
    before, after = scene_of("a rock band on stage"), scene_of("a rock band on stage", "no drummer")
    gone = {one.id for one in before.objects} - {one.id for one in after.objects}
    assert {one.kind for one in before.objects if one.id in gone} == {"person", "drum"}


def test_the_guitarist_is_who_has_the_guitar() -> None:
    scene = scene_of("a rock band on stage", "the guitarist has sunglasses")
    (guitar,), (glasses,) = of_kind(scene, "guitar"), of_kind(scene, "sunglasses")
    assert guitar.rel is not None
    assert glasses.rel is not None
    assert guitar.rel.to == glasses.rel.to


@pytest.mark.parametrize(
    ("wish", "edit", "what", "who"),
    [
        ("a girl and a boy", "hand the girl a flower", "flower", "girl"),
        ("a chef and a waiter", "please hand the chef a spoon", "spoon", "cook"),
        ("a hairdresser and a woman", "hand the hairdresser a comb", "comb", "barber"),
        ("a boy and a girl", "pass the boy a ball", "ball", "boy"),
    ],
)
def test_what_is_handed_to_somebody_is_in_their_hand(wish: str, edit: str, what: str, who: str) -> None:
    before, after = scene_of(wish), scene_of(wish, edit)
    (given,), (holder,) = of_kind(after, what), of_kind(after, who)
    assert given.rel is not None
    assert (given.rel.type, given.rel.to) == ("hold", holder.id)
    assert holder.rel == next(one.rel for one in before.objects if one.id == holder.id)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [("a man", "he isn't wearing glasses"), ("a girl with a hat", "she doesn't wear a scarf")],
)
def test_what_nobody_has_on_is_so_already(wish: str, edit: str) -> None:
    with pytest.raises(NotDrawable, match="already like that"):
        scene_of(wish, edit)
