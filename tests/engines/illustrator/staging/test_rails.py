"""A train at a platform is on its rails, behind all who wait."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.backdrops.halls import EDGE
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.standing import scene_size
from tests.engines.illustrator.told import changed, first_picture


def _is_behind_the_edge(scene: Scene) -> bool:
    """Whether the train ends above the edge of the platform, and everybody else below it."""
    height = scene_size(scene)[1]
    horizon = place_of(scene.env).horizon
    edge = (horizon + EDGE * (1 - horizon) + 0.06) * height
    train = next(one.id for one in scene.objects if one.kind == "train")
    people = [one.id for one in scene.objects if one.kind in ("person", "woman", "girl")]
    bases = {key: scene.layout[key].base for key in (train, *people)}
    return bool(people) and bases[train] < edge and all(bases[train] < bases[key] for key in people)


@pytest.mark.parametrize(
    "wish",
    [
        "a train at a station with people waiting",
        "a train station with a steam train at the platform and a woman waiting",
        "站台上有一列火车和三个等车的人",
    ],
)
def test_it_is_on_the_rails(wish: str) -> None:
    scene = first_picture(wish)
    assert scene.env.place == "platform"
    assert _is_behind_the_edge(scene)


def test_one_that_comes_in_is_on_the_rails_too() -> None:
    base = first_picture("a girl waiting at the train station")
    assert _is_behind_the_edge(changed(base, "add a train").scene)


@pytest.mark.parametrize(
    ("wish", "place"),
    [
        ("a family with suitcases at the airport", "airport-hall"),
        ("two boys in the gym", "fitness-room"),
        ("two boys in the school gym", "sports-hall"),
        ("篮球场上两个男孩在打篮球", "sports-hall"),
        ("在候机厅里看书的女人", "airport-hall"),
        ("a dog in front of a police station", "meadow"),
    ],
)
def test_who_is_told_to_be_there_is_inside(wish: str, place: str) -> None:
    assert first_picture(wish).env.place == place


def test_an_airport_with_planes_is_seen_from_outside() -> None:
    assert first_picture("an airplane at the airport").env.place != "airport-hall"


def test_a_plane_is_seen_through_the_panes() -> None:
    base = first_picture("a family with suitcases at the airport")
    assert changed(base, "add a plane outside the window").told == "Added: plane – outside the window"
