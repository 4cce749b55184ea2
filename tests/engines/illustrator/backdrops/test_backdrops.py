from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import PLACES, backdrop, light_of, overlay, place_of
from paintover.engines.illustrator.lexicon import vocabulary
from paintover.engines.illustrator.raster import rasterise
from paintover.engines.illustrator.scene import Environment

TIMES = ("day", "dawn", "sunset", "night")


@pytest.mark.parametrize("place", sorted(PLACES))
def test_every_place_fills_its_picture_at_every_hour(place: str) -> None:
    seen = set()
    for time in TIMES:
        pixels = rasterise(160, 120, backdrop(Environment(place=place, time=time), 7, 160, 120))
        assert (pixels[..., 3] == 255).all()
        assert pixels[..., :3].std() > 8
        seen.add(pixels.tobytes())
    assert len(seen) >= (1 if place == "space" else 3)


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
