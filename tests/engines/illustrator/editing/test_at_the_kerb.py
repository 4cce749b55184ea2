"""What comes to the side of a road is there, and the place stays what it is; who hides behind a tree finds a trunk."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    ("wish", "edit", "kind"),
    [
        ("a boy on a city street", "add a bicycle at the roadside", "bicycle"),
        ("a car on a street", "add a street lamp", "street-lamp"),
        ("a car on a street", "add a bench on the pavement", "bench"),
        ("一条城市街道，一辆红色的汽车", "马路边加一盏路灯", "street-lamp"),
        ("一条城市街道，一辆红色的汽车", "路边加一只小狗", "dog"),
    ],
)
def test_it_stands_on_the_pavement(wish: str, edit: str, kind: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    (thing,) = (one for one in scene.objects if one.kind == kind)
    horizon = place_of(scene.env, scene.seed).horizon
    assert horizon < scene.layout[thing.id].base / 1024 < horizon + 0.22 * (1 - horizon)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("一个男孩在乡间小路上走", "路边加一辆自行车"),
        ("a girl in a meadow with a path", "add a bench by the side of the path"),
    ],
)
def test_the_side_of_a_country_lane_is_no_street(wish: str, edit: str) -> None:
    before = first_picture(wish)
    after = changed(before, edit)
    assert after.scene.env == before.env
    assert len(after.scene.objects) == len(before.objects) + 1
    assert not after.notes


def test_a_road_is_still_a_place_to_go_to() -> None:
    assert changed(first_picture("a car"), "move it to a street").scene.env.place == "street"


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("一只狼在森林里", "把狼移到树后面"),
        ("a bear in a forest", "move the bear behind a tree"),
        ("a boy in a park", "let him hide behind a tree"),
    ],
)
def test_who_hides_behind_a_tree_finds_a_tall_one(wish: str, edit: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    hider, tree = scene.objects
    assert tree.pose == "tall"
    assert hider.rel is not None
    assert (hider.rel.type, hider.rel.to) == ("behind", tree.id)
    behind, before = scene.layout[hider.id].box, scene.layout[tree.id].box
    assert behind[3] - behind[1] > 0.25 * (before[3] - before[1])
