"""What lies on the water or stands in it: lilies before and behind the ducks, a bridge from edge to edge, or over a pond."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.staging.layout import floats
from tests.engines.illustrator.told import changed, first_picture


def _of(scene: Scene, kind: str) -> list[tuple[Thing, Placement]]:
    return [(one, scene.layout[one.id]) for one in scene.objects if one.kind == kind]


@pytest.mark.parametrize(
    "wish",
    [
        "three ducks in a pond with water lilies",
        "池塘里有三只鸭子和几朵睡莲",
        "a swan on a lake with lily pads",
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_lilies_lie_flat_on_the_water(wish: str, seed: int) -> None:
    scene = first_picture(wish, seed=seed)
    place = place_of(scene.env, scene.seed)
    lilies = [*_of(scene, "lotus"), *_of(scene, "lotus-leaf")]
    assert len(lilies) == 3
    for lily, placed in lilies:
        left, top, right, bottom = placed.box
        assert floats(lily, place)
        assert right - left > 1.8 * (bottom - top)
        assert place.horizon * 1024 < placed.base < (place.horizon + 0.46 * (1 - place.horizon)) * 1024


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("three ducks in a pond", "put a wooden bridge over the pond"),
        ("湖上有一只天鹅", "在湖上加一座石桥"),
        ("a river through a meadow", "add a bridge over the river"),
    ],
)
def test_a_bridge_spans_the_water(wish: str, edit: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    ((bridge, placed),) = [*_of(scene, "bridge"), *_of(scene, "wooden-bridge")]
    assert bridge.where == "water"
    assert placed.box[0] <= 0
    assert placed.box[2] >= 1024
    assert placed.base < place_of(scene.env, scene.seed).far * 1024


@pytest.mark.parametrize(
    ("wish", "edit"),
    [("a pond in a park", "put a wooden bridge over the pond"), ("公园里有一个池塘", "池塘上加一座小桥")],
)
def test_a_bridge_stands_over_a_pond_in_a_park(wish: str, edit: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    ((_, pond),) = _of(scene, "pond")
    ((_, bridge),) = [*_of(scene, "bridge"), *_of(scene, "wooden-bridge")]
    assert scene.env.place == "park"
    assert bridge.box[0] < pond.box[0]
    assert bridge.box[2] > pond.box[2]
    assert pond.box[1] < bridge.base < pond.box[3]


@pytest.mark.parametrize(
    ("wish", "edit"),
    [("three ducks in a pond", "add a frog on a lily pad"), ("池塘里有三只鸭子", "荷叶上加一只青蛙")],
)
def test_a_frog_sits_on_its_leaf(wish: str, edit: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    ((leaf, pad),) = _of(scene, "lotus-leaf")
    ((frog, sits),) = _of(scene, "frog")
    assert leaf.where == "water"
    assert frog.rel is not None
    assert (frog.rel.type, frog.rel.to) == ("on", leaf.id)
    assert 0.2 < (sits.box[2] - sits.box[0]) / (pad.box[2] - pad.box[0]) < 0.7


@pytest.mark.parametrize(
    ("wish", "swims"),
    [("a pond with two ducks", True), ("池塘边有两只鸭子", False), ("two ducks standing by a lake", False)],
)
def test_ducks_swim_unless_they_are_said_to_be_ashore(wish: str, swims: bool) -> None:
    scene = first_picture(wish)
    assert [one.pose == "swim" for one, _ in _of(scene, "duck")] == [swims, swims]


def test_a_cabin_on_the_shore_of_a_lake_is_at_no_beach() -> None:
    assert first_picture("a lake with two boats and a cabin on the shore").env.place == "lake"
    assert first_picture("a cabin on the shore").env.place == "beach"
