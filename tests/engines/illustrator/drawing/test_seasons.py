"""What the winter does to what stands out of doors."""

from __future__ import annotations

import numpy as np
import pytest

from paintover.engines.illustrator.backdrops import backdrop
from paintover.engines.illustrator.drawing.seasons import as_it_stands
from paintover.engines.illustrator.scene import Environment, Thing
from paintover.engines.illustrator.sprites.figures import figure
from paintover.engines.illustrator.sprites.raster import rasterise
from paintover.engines.illustrator.sprites.stock import figure_of


def named(kind: str) -> Thing:
    return Thing(id="o1", kind=kind, label=kind, lang="en", rung="sprite")


@pytest.mark.parametrize("kind", ["house", "barn", "log-cabin", "church", "pine-tree"])
@pytest.mark.parametrize(
    "env", [Environment(season="winter"), Environment(weather="snow"), Environment(place="snow")]
)
def test_snow_lies_on_top_of_what_stands_in_the_winter(kind: str, env: Environment) -> None:
    thing = named(kind)
    bare, snowy = (rasterise(128, 128, one.body) for one in (figure_of(thing), as_it_stands(thing, env)))
    changed = (bare != snowy).any(axis=2)
    white = changed & (snowy[..., :3].min(axis=2) > 235)
    assert white.sum() > 100
    assert np.flatnonzero(changed.any(axis=1)).max() < 110  # nothing at its foot


@pytest.mark.parametrize(
    ("kind", "env"),
    [
        ("house", Environment()),
        ("house", Environment(season="autumn")),
        ("house", Environment(season="winter", place="room")),
        ("cow", Environment(season="winter")),
        ("bench", Environment(season="winter")),
        ("lighthouse", Environment(season="winter")),
    ],
)
def test_there_is_none_elsewhere(kind: str, env: Environment) -> None:
    assert as_it_stands(named(kind), env).name == figure_of(named(kind)).name


@pytest.mark.parametrize("kind", ["tree", "hill", "bush"])
def test_what_is_green_is_white_in_winter(kind: str) -> None:
    shown = as_it_stands(named(kind), Environment(season="winter"))
    assert shown.name != figure_of(named(kind)).name


@pytest.mark.parametrize("place", ["meadow", "park", "farm", "village", "garden", "lake", "mountains"])
@pytest.mark.parametrize("seed", range(5))
def test_the_ground_is_no_sand_in_winter(place: str, seed: int) -> None:
    drawn = rasterise(200, 200, backdrop(Environment(place=place, season="winter"), seed, 200, 200))
    red, green, blue = drawn[185:, :, :3].reshape(-1, 3).mean(axis=0)
    assert blue >= red - 1
    assert min(red, green, blue) > 190


def test_a_lighthouse_has_no_stars_about_it() -> None:
    drawn = rasterise(128, 128, figure("noto:lighthouse").body)
    assert not drawn[60:100, :28, 3].any()
