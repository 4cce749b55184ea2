"""Places as they are said at ease, and newcomers who are named twice."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange


def came(wish: str, change: str) -> tuple[Scene, list[Thing], tuple[str, ...]]:
    base = arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)
    composed = edit_scene(change, [base], ratio="1:1", seed=4, language="en")
    scene = arrange(composed.scene, former=composed.former)
    return scene, [one for one in scene.objects if base.thing(one.id) is None], composed.notes


@pytest.mark.parametrize(
    "change",
    [
        "stick a little barn way in the back",
        "add a barn way off in the distance",
        "add a barn far in the back",
        "a barn out back",
    ],
)
def test_way_in_the_back_is_far_away(change: str) -> None:
    _, (barn,), notes = came("a shepherd on a hillside", change)
    assert (barn.kind == "barn", barn.size, notes) == (True, "far", ())


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("add a snowman out front", "snowman"),
        ("a mailbox up front", "mailbox"),
        ("two kids over by the door", "child"),
        ("a cat on the doorstep", "cat"),
    ],
)
def test_out_front_is_before_the_house(change: str, kind: str) -> None:
    scene, things, notes = came("a snowy cabin", change)
    cabin = next(one for one in scene.objects if one.kind == "log-cabin")
    assert {(one.kind, one.rel.type, one.rel.to) for one in things if one.rel} == {(kind, "front", cabin.id)}
    assert notes == ()


@pytest.mark.parametrize(
    ("wish", "change", "kinds"),
    [
        ("two kids building a sandcastle", "a third kid, a girl with pigtails", ["girl"]),
        ("two kids building a sandcastle", "another kid, a boy in a red cap", ["boy"]),
        ("a man on a bench", "add another person, an old lady", ["old-woman"]),
        ("two dogs in a park", "add one more animal, a cat", ["cat"]),
        ("two dogs in a park", "add a cat, a bird", ["bird", "cat"]),
    ],
)
def test_who_is_named_twice_comes_once(wish: str, change: str, kinds: list[str]) -> None:
    _, things, _ = came(wish, change)
    assert (
        sorted(one.kind for one in things if one.rel is None or one.rel.type != "wear")[: len(kinds)] == kinds
    )
    assert sum(one.rel is None or one.rel.type != "wear" for one in things) == len(kinds)


def test_a_kite_grows_on_its_string() -> None:
    base = arrange(
        compose_scene("a girl flying a kite on the beach", ratio="1:1", seed=3, language="en").scene
    )
    composed = edit_scene("make the kite bigger", [base], ratio="1:1", seed=4, language="en")
    scene = arrange(composed.scene, former=composed.former)
    (kite,) = (one for one in scene.objects if one.kind == "kite")
    left, top, *_ = scene.layout[kite.id].box
    assert (kite.size, left >= 0, top >= 0, composed.notes) == ("large", True, True, ())


def changes(wish: str, change: str) -> tuple[str | None, tuple[str, ...]]:
    base = arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)
    composed = edit_scene(change, [base], ratio="1:1", seed=4, language="en")
    return account([base], arrange(composed.scene, former=composed.former), "en"), composed.notes


@pytest.mark.parametrize(
    ("wish", "change", "told"),
    [
        ("a baby in a crib", "put a teddy in with the baby", "Added: teddy – in the crib"),
        ("a city bus at a stop", "three people waiting at the stop", "Added: people × 2 – beside the bus stop; person – to the right of the bus stop"),
        ("a picnic blanket with a basket", "add ants crawling on the blanket", "Added: ants × 3 – on the picnic blanket"),
        ("a picnic blanket with a basket", "swap the basket for a cooler", "Changed: picnic cooler – instead of basket"),
        ("a librarian at a counter with a pile of books", "replace the books with a globe", "Changed: globe – instead of pile of books"),
        ("a market stall with pears", "make the awning blue", "Changed: market stall – blue"),
        ("a coffee shop on a street", "the awning should be green", "Changed: coffee shop – green"),
        ("a coffee shop on a street", "make the shop blue", "Changed: coffee shop – blue"),
    ],
)  # fmt: skip
def test_what_is_meant_changes_and_nothing_else(wish: str, change: str, told: str) -> None:
    assert changes(wish, change) == (told, ())


def test_furniture_beside_what_is_at_the_edge_is_seen_whole() -> None:
    scene, (chair,), _ = came("a baby in a crib", "a rocking chair to the right of the crib")
    assert scene.layout[chair.id].box[2] <= 1024 * 1.01


@pytest.mark.parametrize(
    ("wish", "change", "told"),
    [
        ("three ballerinas on a stage", "make their tutus purple", "Changed: ballerinas × 3 – purple"),
        ("three boys", "make their shoes white", "Added: shoes × 3 – white, worn by the boys"),
        ("three girls in hats", "make all of their hats red", "Changed: hats × 3 – red"),
        ("a ballerina on a stage", "throw some roses at her feet", "Added: roses × 3 – in front of the ballerina"),
        ("a lemonade stand run by two kids", "hang a sign above", "Added: sign – on the food stall"),
        ("a meadow with a horse", "put an eagle circling above", "Added: eagle – flying"),
        ("a rock in a field", "make the rock mossy green", "Changed: rock – dark green"),
        ("a barn with two horses", "white horse on the left, brown on the right", "Changed: right horse – brown; left horse – white"),
        ("a snowman with a broom", "a second snowman, smaller, on the right", "Added: snowman – small, to the right of the left snowman"),
    ],
)  # fmt: skip
def test_all_of_theirs_and_at_whose_feet(wish: str, change: str, told: str) -> None:
    assert changes(wish, change) == (told, ())


@pytest.mark.parametrize(
    ("wish", "change"),
    [
        ("three cars", "make all their wheels red"),
        ("three birds", "make all their beaks orange"),
        ("three trees", "make all their leaves red"),
        ("three dogs", "make all their ears black"),
    ],
)
def test_no_parts_come_in_the_stead_of_all(wish: str, change: str) -> None:
    with pytest.raises(NotDrawable, match="without the rest of the drawing"):
        changes(wish, change)


@pytest.mark.parametrize(
    ("wish", "change", "told"),
    [
        ("a girl on a street", "add a bag hanging from her shoulder", "Added: bag – held by the girl"),
        ("a girl on a street", "add a basket on her arm", "Added: basket – held by the girl"),
        ("a girl on a street", "a camera hanging from her neck", "Added: camera – worn by the girl"),
    ],
)
def test_a_bag_on_the_shoulder_is_on_no_head(wish: str, change: str, told: str) -> None:
    said, notes = changes(wish, change)
    assert (said or "").startswith(told)
    assert notes == ()


def test_a_moon_behind_somebody_is_up_in_the_sky() -> None:
    scene, (moon,), _ = came("a girl in a park", "put a full moon behind her")
    (girl,) = (one for one in scene.objects if one.kind == "girl")
    _, top, _, low = scene.layout[girl.id].box
    assert scene.layout[moon.id].box[3] < (top + low) / 2


def test_a_neon_sign_is_no_style() -> None:
    scene, _, notes = came("two boys in a room", "a neon sign on the wall above")
    assert (scene.style, len(notes)) == ("storybook", 1)
