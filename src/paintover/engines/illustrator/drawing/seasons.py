"""What things look like at a time of the year: trees in its leaves, buildings under snow."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.scene import Environment, Thing
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.snowed import snowed
from paintover.engines.illustrator.sprites.stock import figure_of, in_season, stock_of

_ROOFED_M = 2.0
"""What stands on the ground and is at least that high has snow on it in winter."""

_RESTLESS = frozenset(
    {"lighthouse", "volcano", "fountain", "windmill", "wind-turbine", "ferris-wheel", "roller-coaster"}
)
"""On what shines, smokes, flows or turns above there is none."""


def as_it_stands(thing: Thing, env: Environment) -> Figure:
    """What stands for itself there, with snow on its roof where there is any."""
    shown = in_season(thing, env)
    figure = figure_of(shown)
    return snowed(figure) if shown is thing and _lies_under_snow(thing, env) else figure


def _lies_under_snow(thing: Thing, env: Environment) -> bool:
    if env.season != "winter" and "snow" not in (env.weather, env.place):
        return False
    kind = stock_of(thing)
    built = kind.habitat == "ground" and not kind.alive and kind.height_m >= _ROOFED_M
    return (
        built
        and thing.kind not in _RESTLESS
        and env.place not in INDOORS
        and thing.rung in ("sprite", "prop")
    )
