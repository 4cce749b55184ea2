"""Places out of doors that a wish may play in: fields, water, grounds."""

from __future__ import annotations

import numpy as np
import pytest

from paintover.engines.illustrator.backdrops import backdrop
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Environment
from paintover.engines.illustrator.sprites.raster import rasterise
from tests.engines.illustrator.told import first_picture, language_of, talk


@pytest.mark.parametrize(
    ("wish", "place", "kinds"),
    [
        ("a rice terrace landscape", "terraces", []),
        ("梯田", "terraces", []),
        ("水牛在稻田里", "paddy", ["water-buffalo"]),
        ("水牛在稻田裡", "paddy", ["water-buffalo"]),
        ("a heron in a rice paddy", "paddy", ["stork"]),
        ("a bowl of rice", "tabletop", ["rice"]),
    ],
)
def test_it_plays_there(wish: str, place: str, kinds: list[str]) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=1, language=language_of(wish))
    assert composed.scene.env.place == place
    assert [one.kind for one in composed.scene.objects] == kinds
    assert composed.notes == ()


@pytest.mark.parametrize(
    ("wish", "place", "many"),
    [
        ("farmers planting rice in a paddy field", "paddy", 3),
        ("两个农民在梯田里插秧", "terraces", 2),
        ("a woman planting rice", "paddy", 1),
        ("农民正在插秧", "paddy", 1),
    ],
)
def test_each_who_plants_rice_has_seedlings(wish: str, place: str, many: int) -> None:
    scene = first_picture(wish)
    bearers = {one.rel.to for one in scene.objects if one.kind == "seedling" and one.rel is not None}
    assert scene.env.place == place
    assert len(bearers) == many


@pytest.mark.parametrize(
    ("wish", "season"),
    [
        ("a golden rice field", "autumn"),
        ("金黄的稻田", "autumn"),
        ("a rice field", ""),
        ("farmers harvesting rice", "autumn"),
    ],
)
def test_ripe_rice_is_of_autumn(wish: str, season: str) -> None:
    env = first_picture(wish).env
    assert (env.place, env.season) == ("paddy", season)


@pytest.mark.parametrize(
    ("talked", "place"),
    [
        ("two kids on a farm => put them in a rice paddy", "paddy"),
        ("草地上一个女孩 => 换成在梯田里", "terraces"),
    ],
)
def test_a_change_brings_them_there(talked: str, place: str) -> None:
    answer = talk(talked)[-1]
    assert answer.scene.env.place == place
    assert answer.told
    assert answer.notes == ()


def test_who_stands_in_a_flooded_field_is_in_the_water_and_in_a_drained_one_on_the_ground() -> None:
    wet = draw(first_picture("a man in a rice paddy"))
    dry = draw(first_picture("a man in a rice paddy in autumn"))
    assert not wet.shadows
    assert dry.shadows


@pytest.mark.parametrize("place", ["paddy", "terraces"])
def test_rice_ripens(place: str) -> None:
    def seen(season: str) -> list[float]:
        pixels = rasterise(96, 96, backdrop(Environment(place=place, season=season), 2, 96, 96))
        return [float(one) for one in np.mean(pixels[48:, :, :3], axis=(0, 1))]

    plain, ripe = seen(""), seen("autumn")
    assert ripe[0] - ripe[2] > plain[0] - plain[2] + 40
