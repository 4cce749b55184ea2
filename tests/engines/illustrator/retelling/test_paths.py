"""Paths and country roads lead through the place, and stand there as no sign."""

from __future__ import annotations

import numpy as np
import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.retelling.paths import told_of_the_path
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import language_of, talk


def first(prompt: str) -> Scene:
    done = compose_scene(prompt, ratio="1:1", seed=1, language=language_of(prompt))
    assert not done.notes
    return arrange(done.scene)


@pytest.mark.parametrize(
    ("prompt", "place", "path", "kinds"),
    [
        ("a country road", "meadow", 2, []),
        ("a path through the forest", "forest", 1, []),
        ("a mountain trail", "mountains", 1, []),
        ("a red car on a country road", "meadow", 2, ["car"]),
        ("a girl walking on a path in the park", "park", 1, ["girl"]),
        ("乡间小路", "meadow", 1, []),
        ("老人在公园的小路上散步", "park", 1, ["old-man"]),
        ("一条小路通向房子", "meadow", 1, ["house"]),
    ],
)
def test_a_path_leads_through_the_place(prompt: str, place: str, path: int, kinds: list[str]) -> None:
    scene = first(prompt)
    assert (scene.env.place, scene.env.scenery.path) == (place, path)
    assert [one.kind for one in scene.objects] == kinds


@pytest.mark.parametrize("prompt", ["a train on the tracks", "a race track", "路边有一只狗", "a flight path"])
def test_other_tracks_are_none(prompt: str) -> None:
    assert told_of_the_path(prompt) == (prompt, 0)


@pytest.mark.parametrize("place", ["meadow", "forest", "garden", "snow", "desert", "village"])
def test_it_is_seen_there(place: str) -> None:
    plain = arrange(compose_scene(f"a {place}", ratio="1:1", seed=1, language="en").scene)
    done = edit_scene("add a path", [plain], ratio="1:1", seed=1, language="en")
    before, after = (draw(one, 96, 96).pixels.astype(int) for one in (plain, arrange(done.scene)))
    assert np.abs(before - after)[60:].mean() > 1


@pytest.mark.parametrize(
    ("edit", "kinds"), [("add a path and a dog", ["cat", "dog"]), ("加一条小路和一只狗", ["cat", "dog"])]
)
def test_what_comes_with_it_comes_too(edit: str, kinds: list[str]) -> None:
    scene = edit_scene(
        edit, [first("a cat in a meadow")], ratio="1:1", seed=1, language=language_of(edit)
    ).scene
    assert [one.kind for one in scene.objects] == kinds
    assert scene.env.scenery.path == 1


def test_a_room_has_none() -> None:
    with pytest.raises(NotDrawable, match="path"):
        edit_scene("add a path", [first("a living room")], ratio="1:1", seed=1, language="en")


def test_trees_and_houses_do_not_stand_on_the_road() -> None:
    assert first("a street with trees").env.place == "pavement"
    assert first("a street with a car and a tree").env.place == "street"


@pytest.mark.parametrize(
    "wish",
    [
        "路边开满菊花的小路",
        "一条路，路边开满菊花",
        "乡间小路，路边有一棵大树和一头牛",
        "一条弯弯的路，路两旁是向日葵",
    ],
)
def test_what_is_along_a_path_stands_in_no_street(wish: str) -> None:
    scene = first(wish)
    assert scene.env.place == "meadow"
    assert scene.env.scenery.path


@pytest.mark.parametrize("wish", ["马路边有只狗", "城市里的一条路", "路旁种着两棵树"])
def test_a_road_in_town_is_a_street(wish: str) -> None:
    assert first(wish).env.place in ("street", "pavement")


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("森林里有一只鹿 => 加一条小河", "现在：小河"),
        ("a cow in a meadow => add a small river => remove the river", "Now: river – gone"),
        ("a forest with a path and a fox => add a river", "I can't draw “river”; it was left out"),
    ],
)
def test_a_river_runs_through_the_place_that_it_is(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert answer.told == told
    assert answer.scene.env.place in ("forest", "meadow")
