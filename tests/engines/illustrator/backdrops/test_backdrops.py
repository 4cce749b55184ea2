from __future__ import annotations

import re

import numpy as np
import pytest

from paintover.engines.illustrator.backdrops import (
    PLACES,
    backdrop,
    is_mirrored,
    light_of,
    overlay,
    pieces_of,
    place_of,
)
from paintover.engines.illustrator.grammar.lexicon import vocabulary
from paintover.engines.illustrator.scene import Environment, Scenery
from paintover.engines.illustrator.sprites.raster import rasterise

TIMES = ("day", "dawn", "sunset", "night")


@pytest.mark.parametrize("place", sorted(PLACES))
def test_every_place_fills_its_picture_at_every_hour(place: str) -> None:
    seen = set()
    for time in TIMES:
        pixels = rasterise(160, 120, backdrop(Environment(place=place, time=time), 7, 160, 120))
        assert (pixels[..., 3] == 255).all()
        assert pixels[..., :3].std() > 8
        seen.add(pixels.tobytes())
    assert len(seen) >= (1 if place in ("space", "moon") else 3)


@pytest.mark.parametrize("size", [(160, 70), (70, 160), (120, 120)])
def test_every_shape_is_filled(size: tuple[int, int]) -> None:
    for place in PLACES:
        pixels = rasterise(*size, backdrop(Environment(place=place), 3, *size))
        assert (pixels[..., 3] == 255).all()


def test_seeds_vary_a_place_and_repeat_it() -> None:
    def made(seed: int) -> str:
        return backdrop(Environment(), seed, 400, 300)

    assert made(1) == made(1)
    assert made(1) != made(2)


def test_weather_is_seen() -> None:
    clear = backdrop(Environment(), 1, 300, 300)
    for weather in ("rain", "snow", "fog", "cloudy"):
        assert backdrop(Environment(weather=weather), 1, 300, 300) != clear
    assert overlay(Environment(weather="rain"), 1, 300, 300)
    assert overlay(Environment(weather="snow"), 1, 300, 300)
    assert not overlay(Environment(), 1, 300, 300)
    assert not overlay(Environment(place="room", weather="rain"), 1, 300, 300)


def test_every_place_of_the_lexicon_is_drawn() -> None:
    for language in ("zh", "en"):
        named = {
            readings["places"] for readings in vocabulary(language).words.values() if "places" in readings
        }
        assert named
        assert named <= set(PLACES)


def test_unknown_names_fall_back_to_the_meadow_by_day() -> None:
    later = Environment(place="of-a-later-version", time="of-a-later-version")
    assert place_of(later) is PLACES["meadow"]
    assert light_of(later) == light_of(Environment())


@pytest.mark.parametrize("season", ["spring", "summer", "autumn", "winter"])
def test_seasons_are_seen_on_the_land(season: str) -> None:
    for place in ("meadow", "park", "forest"):
        plain = rasterise(160, 160, backdrop(Environment(place=place), 2, 160, 160)).astype(int)
        changed = rasterise(160, 160, backdrop(Environment(place=place, season=season), 2, 160, 160)).astype(
            int
        )
        assert abs(plain - changed).mean() > 1.2


@pytest.mark.parametrize("festival", ["new-year", "mid-autumn", "christmas"])
def test_festivals_hang_something_up_indoors_and_out(festival: str) -> None:
    for place in ("village", "street", "room"):
        plain = rasterise(160, 160, backdrop(Environment(place=place), 2, 160, 160))[:32].astype(int)
        decked = rasterise(160, 160, backdrop(Environment(place=place, festival=festival), 2, 160, 160))[:32]
        assert (abs(plain - decked).max(axis=-1) > 30).mean() > 0.03


def test_storm_and_wind_are_seen() -> None:
    for weather in ("storm", "wind"):
        assert overlay(Environment(weather=weather), 1, 300, 300)
        assert not overlay(Environment(place="cave", weather=weather), 1, 300, 300)


@pytest.mark.parametrize("place", sorted(set(PLACES) - {"sky", "underwater"}))
def test_cameras_differ_by_seed_and_leave_room_for_actors(place: str) -> None:
    environment = Environment(place=place)
    seen = [place_of(environment, seed) for seed in range(9)]
    assert max(one.horizon for one in seen) - min(one.horizon for one in seen) > 0.05
    for one in seen:
        assert one.horizon < one.far < one.near < 0.95
        assert one.water is None or one.horizon < one.water < 0.95


def test_half_of_the_seeds_have_their_light_on_the_right() -> None:
    sides = [is_mirrored(seed) for seed in range(40)]
    assert 15 < sum(sides) < 25
    assert light_of(Environment(), mirrored=True).mirrored


@pytest.mark.parametrize("place", sorted(PLACES))
def test_each_place_has_clearly_different_views(place: str) -> None:
    """Four pictures of a bare place differ, seen from afar."""
    seen = []
    for seed in range(4):
        pixels = rasterise(96, 96, backdrop(Environment(place=place), seed, 96, 96))[..., :3].astype(float)
        seen.append(pixels.reshape(12, 8, 12, 8, 3).mean(axis=(1, 3)))
    apart = [float(abs(a - b).mean()) for i, a in enumerate(seen) for b in seen[:i]]
    assert min(apart) > 4, apart
    assert sum(apart) / len(apart) > 9, apart


def test_cut_paper_shows_the_sea_from_below_and_a_table_before_a_window() -> None:
    sheets = {
        place: backdrop(Environment(place=place), 7, 200, 200, "papercut")
        for place in ("underwater", "tabletop", "lake", "meadow")
    }
    assert len(set(sheets.values())) == len(sheets)
    below, above = (rasterise(200, 200, sheets[place])[..., 1] for place in ("underwater", "lake"))
    middle = slice(60, 140)
    assert below[10:36, middle].mean() < above[10:36, middle].mean() - 20  # the waves are above the fish


@pytest.mark.parametrize("place", ["street", "pavement", "village"])
def test_the_same_houses_stand_there_at_night(place: str) -> None:
    def built(time: str) -> set[str]:
        drawn = backdrop(Environment(place=place, time=time), 5, 400, 300)
        return set(re.findall(r'<rect x="[^"]+" y="[^"]+" width="[^"]+" height="[^"]+"', drawn))

    assert len(built("day")) > 10
    assert built("day") == built("night")


@pytest.mark.parametrize("place", ["lake", "village", "desert", "beach", "farm", "river"])
def test_ink_keeps_what_a_place_shows(place: str) -> None:
    env = Environment(place=place)
    pieces = set(pieces_of(env, 3, 400, 300))
    backdrop_in_ink = backdrop(env, 3, 400, 300, "ink")
    assert set(pieces_of(env, 3, 400, 300, "ink")) == pieces
    pixels = rasterise(400, 300, backdrop_in_ink)[..., :3].astype(int)
    red = pixels[..., 0] - pixels[..., 2] > 60
    assert np.ptp(pixels[~red], axis=-1).mean() < 16  # grey, but for the sun
    assert backdrop_in_ink != backdrop(env, 3, 400, 300)


def test_a_meadow_in_ink_has_mountains_in_mist_unless_it_shows_others() -> None:
    snowy = Environment(scenery=Scenery(peaks=1))
    assert not pieces_of(Environment(), 3, 400, 300, "ink")
    assert "mountains" in pieces_of(snowy, 3, 400, 300, "ink")


@pytest.mark.parametrize("time", ["day", "sunset", "dawn"])
def test_snow_in_winter_is_never_the_colour_of_sand(time: str) -> None:
    for place in ("meadow", "village", "lake", "farm"):
        pixels = rasterise(
            200, 200, backdrop(Environment(place=place, time=time, season="winter"), 4, 200, 200)
        )
        red, _, blue = pixels[186:, :, :3].reshape(-1, 3).mean(axis=0)
        assert blue > red


def test_lightning_is_seen_in_a_storm() -> None:
    pixels = rasterise(400, 400, backdrop(Environment(place="sea", weather="storm"), 3, 400, 400))[..., :3]
    assert (pixels[:200].min(axis=-1) > 205).sum() > 150
