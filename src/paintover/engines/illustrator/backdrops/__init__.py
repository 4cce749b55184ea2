"""Where a scene plays: layered backdrops, each a function of place, hour, weather, seed and size alone."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from paintover.engines.illustrator.backdrops import land, town, water
from paintover.engines.illustrator.backdrops.canvas import Canvas, by_turns
from paintover.engines.illustrator.raster import Light
from paintover.engines.illustrator.scene import Environment


@dataclass(frozen=True, slots=True)
class Place:
    """A backdrop and the room that it leaves for actors. All heights are shares of the picture's."""

    draw: Callable[[Canvas], None]
    horizon: float = 0.52
    far: float = 0.64
    """Where the feet of the hindmost actor may be."""
    near: float = 0.91
    """Where those of the foremost may be."""
    water: float | None = None
    """Where boats and swimmers float; None where there is no water."""
    all_water: bool = False
    """There is no shore: what does not fly is in the water."""
    floats: bool = False
    """Nothing stands on a ground here: everything floats."""


PLACES: dict[str, Place] = {
    "meadow": Place(land.meadow),
    "farm": Place(land.farm),
    "forest": Place(land.forest, horizon=0.58),
    "mountains": Place(land.mountain, horizon=0.56),
    "snow": Place(land.snow),
    "desert": Place(land.desert, horizon=0.50),
    "beach": Place(water.beach, horizon=0.44, far=0.72, water=0.60),
    "lake": Place(water.lake, horizon=0.46, far=0.74, near=0.91, water=0.62),
    "sky": Place(land.sky, horizon=0.94, far=0.46, near=0.80, floats=True),
    "sea": Place(water.sea, horizon=0.46, far=0.66, near=0.86, water=0.76, all_water=True),
    "underwater": Place(water.underwater, horizon=0.80, far=0.46, near=0.84, floats=True),
    "street": Place(town.street, horizon=0.54, far=0.72, near=0.90),
    "room": Place(town.room, horizon=0.60, far=0.72),
    "kitchen": Place(town.kitchen, horizon=0.60, far=0.72),
    "space": Place(town.space, horizon=0.68, far=0.80, near=0.92),
}
"""By the name in `Environment.place`."""

LIGHTS: dict[str, Light] = {
    "day": Light(),
    "dawn": Light(tint=(1.0, 0.95, 0.93), glow=(255, 224, 190), shade=(64, 30, 70), glow_strength=0.55),
    "sunset": Light(
        tint=(1.0, 0.90, 0.84),
        glow=(255, 214, 150),
        shade=(70, 18, 62),
        glow_strength=0.60,
        shade_strength=0.50,
    ),
    "night": Light(
        tint=(0.64, 0.70, 0.92),
        glow=(214, 226, 255),
        shade=(10, 10, 46),
        glow_strength=0.52,
        shade_strength=0.58,
    ),
}

AIRS = (None, "#ffd98a", "#8fd6c0", "#9fb8f0", "#ffc2a8")
"""What tints the outdoors, by seed: nothing, gold, mint, blue, rose."""
INDOORS = frozenset({"room", "kitchen"})


def place_of(environment: Environment) -> Place:
    """The place of a scene; a meadow for a name of a later version."""
    return PLACES.get(environment.place, PLACES["meadow"])


def light_of(environment: Environment, style: str = "storybook") -> Light:
    """The light that falls on the actors; indoors the lamps are on at night, and the flat style knows none."""
    if environment.place in INDOORS and environment.time == "night":
        light = Light(tint=(0.93, 0.86, 0.82))
    else:
        light = LIGHTS.get(environment.time, LIGHTS["day"])
    return replace(light, glow_strength=0.0, shade_strength=0.0, roundness=0.0) if style == "flat" else light


def backdrop(environment: Environment, seed: int, width: int, height: int) -> str:
    """The backdrop as SVG content of that many pixels."""
    place = place_of(environment)
    rng = random.Random(f"{seed}:air")
    lift = rng.uniform(-0.075, 0.055) if place.water is None and not place.floats else 0.0
    lift *= 0.4 if environment.place in INDOORS else 1.0
    canvas = Canvas(
        width,
        height,
        horizon=round(height * (place.horizon + lift)),
        seed=seed,
        time=environment.time,
        weather=environment.weather,
        luminary=environment.luminary,
        tint=by_turns(seed, "tint", AIRS) if environment.place not in INDOORS else None,
    )
    canvas.rect(0, 0, width, height, canvas.hour("#9aa8a0"))  # under the seams between layers
    place.draw(canvas)
    return canvas.document()


def overlay(environment: Environment, seed: int, width: int, height: int) -> str:
    """What falls in front of everything, as SVG content: rain or snow; "" when the air is clear."""
    if place_of(environment).floats or environment.place in INDOORS or environment.place == "space":
        return ""
    canvas = Canvas(width, height, horizon=0, seed=seed)
    rng, unit = canvas.stream("falling"), canvas.unit
    if environment.weather == "rain":
        drops = "".join(
            f"M{rng.uniform(0, width):.0f} {rng.uniform(-20, height):.0f}l{-9 * unit:.1f} {rng.uniform(26, 46) * unit:.1f}"
            for _ in range(170)
        )
        return f'<path d="{drops}" stroke="#eaf4fb" stroke-width="{2 * unit:.1f}" stroke-linecap="round" opacity=".5"/>'
    if environment.weather == "snow":
        for _ in range(190):
            size = rng.choice((2.2, 3.0, 4.0, 6.0)) * unit
            canvas.ellipse(
                rng.uniform(0, width), rng.uniform(0, height), size, size, "#ffffff", rng.uniform(0.6, 0.95)
            )
        return canvas.document()
    return ""
