"""Where a scene plays: layered backdrops, each a function of place, hour, weather, season, seed and size alone.

Seeds differ in the camera's height, in the side that the light comes from, and in what each place varies by itself.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from paintover.engines.illustrator.backdrops import (
    aboard,
    bamboo,
    built,
    carriage,
    corridor,
    crowded,
    farmed,
    fields,
    green,
    grounds,
    halls,
    home,
    inside,
    land,
    learned,
    leisure,
    paddies,
    paper,
    pool,
    river,
    rooftop,
    royal,
    sacred,
    shores,
    sites,
    still,
    town,
    trade,
    water,
    works,
)
from paintover.engines.illustrator.backdrops.canvas import Canvas, by_turns
from paintover.engines.illustrator.backdrops.openings import Top, Wall
from paintover.engines.illustrator.backdrops.path_line import BROOK, path_line
from paintover.engines.illustrator.backdrops.pieces import bough, festoon, leaf, strewn
from paintover.engines.illustrator.backdrops.styled import INKED, STYLED
from paintover.engines.illustrator.scene import Environment
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.sprites.raster import Light


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
    out: float = 0.0
    """How much further out than boats those are who bathe."""
    all_water: bool = False
    """There is no shore: what does not fly is in the water."""
    shallow: float = 0.0
    """How deep the ground is under water, as a share of the height of whoever stands there."""
    channel: float | None = None
    """How far from the middle a river reaches that runs towards us, as a share of the picture's width: what floats is in it,
    and nobody stands there. None where water lies from side to side."""
    floats: bool = False
    """Nothing stands on a ground here: everything floats."""
    indoors: bool = False
    bough: str | None = None
    """The green of the bough that may reach in from above."""


PLACES: dict[str, Place] = {
    "meadow": Place(land.meadow, bough="#57a046"),
    "farm": Place(land.farm),
    "paddy": Place(paddies.paddy, horizon=0.44, far=0.62, shallow=0.045),
    "terraces": Place(paddies.terraces, horizon=0.50, far=0.74, near=0.92),
    "orchard": Place(fields.orchard, horizon=0.46, far=0.64),
    "vineyard": Place(fields.vineyard, horizon=0.46, far=0.64),
    "tea-garden": Place(fields.tea_garden, horizon=0.46, far=0.74),
    **{
        f"{name}-field": Place(partial(fields.blooming, name), horizon=0.46, far=0.64)
        for name in fields.BLOOMS
    },
    "forest": Place(land.forest, horizon=0.58),
    "bamboo-grove": Place(bamboo.bamboo_grove, horizon=0.58),
    "mountains": Place(land.mountain, horizon=0.56),
    "snow": Place(land.snow),
    "desert": Place(land.desert, horizon=0.50),
    "garden": Place(green.garden, horizon=0.50, far=0.66, bough="#57a046"),
    "park": Place(green.park, horizon=0.50, far=0.66, bough="#4f9a44"),
    "jungle": Place(green.jungle, horizon=0.55, far=0.68),
    "waterfall": Place(green.waterfall, horizon=0.50, far=0.76, water=0.64),
    "playground": Place(green.playground, horizon=0.48, far=0.66, bough="#57a046"),
    "amusement-park": Place(grounds.amusement_park, horizon=0.48, far=0.64),
    "zoo": Place(grounds.zoo, horizon=0.46, far=0.66),
    "enclosure": Place(grounds.enclosure, horizon=0.46, far=0.64, near=0.90),
    "construction-site": Place(sites.construction_site, horizon=0.48, far=0.66),
    "campsite": Place(sites.campsite, horizon=0.48, far=0.68),
    "graveyard": Place(sites.graveyard, horizon=0.48, far=0.72),
    "stadium": Place(green.stadium, horizon=0.46, far=0.62),
    "village": Place(built.village, horizon=0.50, far=0.66, bough="#57a046"),
    "old-town": Place(built.old_town, horizon=0.50, far=0.66),
    "castle": Place(built.castle, horizon=0.52, far=0.66),
    "rooftop": Place(rooftop.rooftop, horizon=0.56, far=0.72),
    "balcony": Place(leisure.balcony, horizon=0.56, far=0.74),
    "market": Place(built.market, horizon=0.50, far=0.70),
    "cave": Place(built.cave, horizon=0.58, far=0.70),
    "beach": Place(water.beach, horizon=0.44, far=0.72, water=0.60, out=0.045),
    "lake": Place(water.lake, horizon=0.46, far=0.74, near=0.91, water=0.62, bough="#4f9a44"),
    "pool": Place(pool.pool, horizon=0.44, far=0.76, near=0.92, water=0.62),
    "river": Place(river.river, horizon=0.46, far=0.74, near=0.91, water=0.62, bough="#4f9a44"),
    "karst": Place(river.karst, horizon=0.46, far=0.74, near=0.91, water=0.62),
    "harbour": Place(shores.harbour, horizon=0.46, far=0.76, near=0.92, water=0.62),
    "cliffs": Place(shores.cliffs, horizon=0.44, far=0.74, near=0.92, water=0.56),
    "swamp": Place(shores.swamp, horizon=0.46, far=0.74, near=0.91, water=0.62),
    "volcano-land": Place(shores.volcano, horizon=0.50, far=0.66),
    "sky": Place(land.sky, horizon=0.94, far=0.46, near=0.80, floats=True),
    "sea": Place(water.sea, horizon=0.46, far=0.66, near=0.86, water=0.76, all_water=True),
    "deck": Place(aboard.deck, horizon=0.46, far=0.72, near=0.92),
    "underwater": Place(water.underwater, horizon=0.80, far=0.46, near=0.84, floats=True),
    "street": Place(town.street, horizon=0.54, far=0.72, near=0.90),
    "platform": Place(halls.platform, horizon=0.46, far=0.66, near=0.92),
    "pavement": Place(town.pavement, horizon=0.52, far=0.64, near=0.90),
    "room": Place(home.room, horizon=0.60, far=0.72, indoors=True),
    "kitchen": Place(home.kitchen, horizon=0.60, far=0.72, indoors=True),
    "bedroom": Place(home.bedroom, horizon=0.58, far=0.72, indoors=True),
    "classroom": Place(inside.classroom, horizon=0.58, far=0.72, indoors=True),
    "office": Place(inside.office, horizon=0.58, far=0.72, indoors=True),
    "ward": Place(inside.ward, horizon=0.58, far=0.72, indoors=True),
    "corridor": Place(partial(corridor.corridor, "hospital"), horizon=0.58, far=0.72, indoors=True),
    "school-corridor": Place(partial(corridor.corridor, "school"), horizon=0.58, far=0.72, indoors=True),
    "hotel-corridor": Place(partial(corridor.corridor, "hotel"), horizon=0.58, far=0.72, indoors=True),
    "library": Place(inside.library, horizon=0.58, far=0.72, indoors=True),
    "cafe": Place(inside.cafe, horizon=0.58, far=0.72, indoors=True),
    "dining-hall": Place(leisure.dining_hall, horizon=0.58, far=0.72, indoors=True),
    "fitness-room": Place(leisure.fitness_room, horizon=0.58, far=0.72, indoors=True),
    "nursery": Place(leisure.nursery, horizon=0.58, far=0.72, indoors=True),
    "bathroom": Place(home.bathroom, horizon=0.58, far=0.72, indoors=True),
    "tabletop": Place(still.tabletop, horizon=0.52, far=0.70, near=0.90, indoors=True),
    "airport-hall": Place(halls.airport, horizon=0.58, far=0.72, indoors=True),
    "sports-hall": Place(halls.sports_hall, horizon=0.56, far=0.70, indoors=True),
    "laboratory": Place(learned.laboratory, horizon=0.58, far=0.72, indoors=True),
    "museum": Place(learned.museum, horizon=0.58, far=0.72, indoors=True),
    "church": Place(sacred.church, horizon=0.58, far=0.72, indoors=True),
    "barn": Place(farmed.barn, horizon=0.58, far=0.72, indoors=True),
    "greenhouse": Place(farmed.greenhouse, horizon=0.58, far=0.72, indoors=True),
    "garage": Place(works.garage, horizon=0.58, far=0.72, indoors=True),
    "palace": Place(royal.palace, horizon=0.58, far=0.72, indoors=True),
    "temple-hall": Place(sacred.temple, horizon=0.58, far=0.72, indoors=True),
    "chinese-court": Place(sacred.court, horizon=0.58, far=0.72, indoors=True),
    "cinema-hall": Place(crowded.cinema, horizon=0.58, far=0.72, indoors=True),
    "supermarket-hall": Place(crowded.supermarket, horizon=0.54, far=0.72, indoors=True),
    "train-carriage": Place(partial(carriage.carriage, "train"), horizon=0.58, far=0.72, indoors=True),
    "metro-carriage": Place(partial(carriage.carriage, "metro"), horizon=0.58, far=0.72, indoors=True),
    "bus-cabin": Place(partial(carriage.carriage, "bus"), horizon=0.58, far=0.72, indoors=True),
    "plane-cabin": Place(partial(carriage.carriage, "plane"), horizon=0.58, far=0.72, indoors=True),
    "stage": Place(inside.stage, horizon=0.58, far=0.70, indoors=True),
    "studio": Place(inside.studio, horizon=0.68, far=0.72, indoors=True),
    "space": Place(town.space, horizon=0.68, far=0.80, near=0.92),
    "moon": Place(town.moon, horizon=0.68, far=0.80, near=0.92),
    **{
        name: Place(partial(trade.shop, name), horizon=0.58, far=0.72, indoors=True)
        for name, shop in shops().items()
        if shop.room is None
    },
}
"""By the name in `Environment.place`."""
SPANNED = Place(
    river.river, horizon=0.46, far=0.72, near=0.93, water=0.88, channel=river.half_at(0.78), bough="#4f9a44"
)
"""The river where a bridge spans it."""
PAPERS: dict[str, Place] = {
    "badge": Place(paper.badge, horizon=0.68, far=0.70, near=0.74, indoors=True),
    "tile": Place(paper.tile, horizon=0.68, far=0.72, indoors=True),
    "card": Place(paper.card, horizon=0.62, far=0.78, near=0.88, indoors=True),
    "rays": Place(paper.rays, horizon=0.62, far=0.78, near=0.90, indoors=True),
    "page": Place(paper.page, horizon=0.62, far=0.78, near=0.88, indoors=True),
}
"""What a sheet is printed on where it shows no place: nobody can ask for one by name."""

CAMERAS = (0.0, -0.105, 0.075)
"""How far down the horizon is moved, as a share of the picture's height: eye level, from above, from below."""
TOLD = {"high": -0.24, "low": 0.24, "wide": 0.14}
"""The same where somebody said it, and where a landscape is all that there is."""
SWAY = 0.02
"""How far seeds differ beyond that."""


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
        tint=(0.80, 0.84, 0.98),
        glow=(214, 226, 255),
        shade=(10, 10, 46),
        glow_strength=0.52,
        shade_strength=0.58,
    ),
}

AIRS = (None, "#ffd98a", "#8fd6c0", "#9fb8f0", "#ffc2a8")
"""What tints the outdoors, by seed: nothing, gold, mint, blue, rose."""
COLD = "#b8d4f6"
"""What tints the winter."""
INDOORS = frozenset(name for name, place in PLACES.items() if place.indoors) | PAPERS.keys()
OFF_EARTH = frozenset({"space", "moon"})
_DRY = INDOORS | OFF_EARTH | {"cave"}
"""Where nothing falls from above."""


def place_of(environment: Environment, seed: int | None = None) -> Place:
    """The place of a scene; a meadow for a name of a later version. With a seed, as that picture's camera sees it."""
    place = PLACES.get(environment.place) or PAPERS.get(environment.place, PLACES["meadow"])
    if environment.place == "river" and environment.scenery.spans:
        place = SPANNED
    if place.shallow and (environment.season in ("autumn", "winter") or environment.scenery.path > 0):
        place = replace(place, shallow=0.0)  # the field is drained, or one stands on its bank
    if seed is None or place.floats or environment.place in PAPERS:
        return place
    rng = random.Random(f"{seed}:camera sway")
    told = TOLD.get(environment.camera)
    lift = by_turns(seed, "camera", CAMERAS) if told is None else told
    lift += rng.uniform(-SWAY, SWAY)
    if place.indoors or place.water is not None or environment.place in OFF_EARTH:
        lift *= 0.45
    horizon = place.horizon + lift
    squeeze = (1 - horizon) / (1 - place.horizon)

    def moved(level: float) -> float:
        return 1 - (1 - level) * squeeze

    return replace(
        place,
        horizon=horizon,
        far=moved(place.far),
        near=min(0.93, moved(place.near)),
        water=None if place.water is None else moved(place.water),
    )


def is_mirrored(seed: int) -> bool:
    """Whether the place is seen the other way round, and the light comes from the right."""
    return by_turns(seed, "side", (False, True))


def path_of(environment: Environment, seed: int, width: int, height: int) -> Callable[[float], float] | None:
    """How far from the left edge the middle of the path is that the place was told to have, by how far down; None without one."""
    if environment.scenery.path <= 0 or environment.scenery.path == BROOK:
        return None
    told, horizon = environment.scenery.path, place_of(environment, seed).horizon * height
    line = path_line(random.Random(f"{seed}:path"), told, width, height, horizon)
    return (lambda y: width - line.middle_at(y)) if is_mirrored(seed) else line.middle_at


def light_of(environment: Environment, style: str = "storybook", *, mirrored: bool = False) -> Light:
    """The light that falls on the actors; indoors the lamps are on at night, and the flat style knows none."""
    if environment.place in INDOORS and environment.time == "night":
        light = Light(tint=(0.93, 0.86, 0.82))
    else:
        light = LIGHTS.get(environment.time, LIGHTS["day"])
    light = replace(light, mirrored=mirrored)
    return replace(light, glow_strength=0.0, shade_strength=0.0, roundness=0.0) if style == "flat" else light


def own_style(environment: Environment, style: str) -> str:
    """The style if it changes the backdrop itself, else ""."""
    place = place_of(environment)
    if style == "papercut" and environment.place == "tabletop":
        return style
    if (
        style in STYLED
        and not place.indoors
        and environment.place not in (*OFF_EARTH, "cave", "street", "rooftop", "balcony", "deck")
    ):
        return style
    return "flat" if style == "flat" else ""


def _is_inked(environment: Environment, own: str) -> bool:
    """Whether ink shows that place as it is, and no mountains in mist."""
    scenery = environment.scenery
    told = environment.place == "meadow" and (
        scenery.peaks > 0 or scenery.path or environment.season == "winter"
    )
    return own == "ink" and (environment.place in INKED or bool(told))


def backdrop(environment: Environment, seed: int, width: int, height: int, style: str = "") -> str:
    """The backdrop as SVG content of that many pixels, in the manner of a style that has its own."""
    place = place_of(environment, seed)
    canvas = _canvas(environment, seed, width, height, flat=style == "flat")
    own = own_style(environment, style)
    canvas.inked = _is_inked(environment, own)
    if not canvas.inked and (manner := STYLED.get(own)) is not None:
        manner(canvas, environment.place)
        if is_mirrored(seed):
            canvas.parts = [f'<g transform="translate({width} 0) scale(-1 1)">', *canvas.parts, "</g>"]
        return canvas.document()
    canvas.rect(0, 0, width, height, canvas.hour("#9aa8a0"))  # under the seams between layers
    place.draw(canvas)
    if canvas.scenery.leaves and canvas.season == "autumn" and not (place.indoors or place.floats):
        strewn(canvas, _AUTUMNAL)
    # A tall picture has much sky to fill; elsewhere a bough is one framing among others.
    if place.bough is not None and canvas.choice("framed", (True, False, height > width)):
        bough(canvas, place.bough, right=True)
    if environment.festival and not place.floats and environment.place not in OFF_EARTH | PAPERS.keys():
        festoon(canvas, environment.festival)
    if is_mirrored(seed):
        canvas.parts = [f'<g transform="translate({width} 0) scale(-1 1)">', *canvas.parts, "</g>"]
    return canvas.document()


def _air(environment: Environment, seed: int) -> str | None:
    """What tints a picture: nothing indoors, and cold blue where snow would look like sand in a golden air."""
    if environment.place in INDOORS:
        return None
    wintry = environment.season == "winter" or "snow" in (environment.weather, environment.place)
    return COLD if wintry else by_turns(seed, "tint", AIRS)


def luminary_in(
    environment: Environment, seed: int, width: int, height: int, style: str = ""
) -> tuple[float, float, float] | None:
    """Where the backdrop's own sun or moon is in a picture of that many pixels: its middle and its radius. None where there is
    none, and in a style that draws the sky in a manner of its own."""
    if own_style(environment, style) in STYLED:
        return None
    canvas = _canvas(environment, seed, width, height, flat=style == "flat")
    place_of(environment, seed).draw(canvas)
    if canvas.light is None:
        return None
    x, y, radius = canvas.light
    return (width - x if is_mirrored(seed) else x), y, radius


@lru_cache(64)
def wall_of(environment: Environment, seed: int, width: int, height: int) -> Wall:
    """The windows of a room's own and what else is on its wall, as `backdrop` draws them; nothing out of doors."""
    if environment.place not in INDOORS:
        return Wall()
    canvas = _canvas(environment, seed, width, height)
    place_of(environment, seed).draw(canvas)
    found = canvas.on_the_wall
    if not is_mirrored(seed):
        return found
    turned = [(width - right, top, width - left, bottom) for left, top, right, bottom in found.taken]
    board = (
        None
        if found.board is None
        else (width - found.board[2], found.board[1], width - found.board[0], found.board[3])
    )
    return Wall([one.mirrored(width) for one in found.openings], found.curtained, board, turned)


@lru_cache(64)
def pieces_of(
    environment: Environment, seed: int, width: int, height: int, style: str = ""
) -> Mapping[str, tuple[Top, ...]]:
    """The pieces that the backdrop shows and that can be told apart, with where things can be put on them; none of a style that
    has its own manner."""
    own = own_style(environment, style)
    if own in STYLED and not _is_inked(environment, own):
        return {}
    canvas = _canvas(environment, seed, width, height, flat=style == "flat")
    place_of(environment, seed).draw(canvas)
    turned = is_mirrored(seed)
    return {
        name: tuple(top.mirrored(width) if turned else top for top in tops)
        for name, tops in canvas.pieces.items()
    }


def _canvas(environment: Environment, seed: int, width: int, height: int, *, flat: bool = False) -> Canvas:
    return Canvas(
        width,
        height,
        horizon=round(height * place_of(environment, seed).horizon),
        seed=seed,
        time=environment.time,
        weather=environment.weather,
        season=environment.season or ("winter" if environment.weather == "snow" else ""),
        festival=environment.festival,
        luminary=environment.luminary,
        scenery=environment.scenery,
        motif=environment.motif,
        flat=flat,
        indoors=environment.place in INDOORS,
        tint=_air(environment, seed),
    )


def overlay(environment: Environment, seed: int, width: int, height: int, style: str = "") -> str:
    """What falls or blows in front of everything, as SVG content; "" when the air is clear. On rice paper snow is what a grey
    wash leaves white."""
    if place_of(environment).floats or environment.place in _DRY:
        return ""
    canvas = Canvas(
        width, height, horizon=0, seed=seed, season=environment.season, scenery=environment.scenery
    )
    match environment.weather:
        case "rain" | "storm":
            _rain(canvas, heavy=environment.weather == "storm")
        case "snow":
            _snow(canvas, washed=style == "ink")
        case "wind":
            _wind(canvas)
        case _:
            _drifting(canvas)
    return canvas.document() if canvas.parts else ""


def _rain(canvas: Canvas, *, heavy: bool) -> None:
    rng, unit = canvas.stream("falling"), canvas.unit
    slant, count = (-17, 260) if heavy else (-9, 170)
    drops = "".join(
        f"M{rng.uniform(0, canvas.width):.0f} {rng.uniform(-20, canvas.height):.0f}l{slant * unit:.1f} {rng.uniform(26, 46) * unit:.1f}"
        for _ in range(canvas.many(count, canvas.scenery.fall))
    )
    canvas.line(drops, "#eaf4fb", (2 + 0.5 * max(0, canvas.scenery.fall)) * unit, 0.5)


def _snow(canvas: Canvas, *, washed: bool = False) -> None:
    rng, unit = canvas.stream("falling"), canvas.unit
    steps, paint = canvas.scenery.fall, "#ffffff"
    if washed:  # a hard edge would become a stroke of the brush
        canvas.rect(0, 0, canvas.width, canvas.height, "#4a5056", 'opacity=".30"')
        paint, unit = canvas.glow((0.0, paint, 1.0), (0.3, paint, 0.8), (1.0, paint, 0.0)), 2.6 * unit
    for _ in range(canvas.many(190, steps)):
        size = max(rng.choice((2.2, 3.0, 4.0, 6.0)), 4.0 * washed) * unit * 1.18**steps
        canvas.ellipse(
            rng.uniform(0, canvas.width),
            rng.uniform(0, canvas.height),
            size,
            size,
            paint,
            rng.uniform(0.6, 0.95),
        )


def _wind(canvas: Canvas) -> None:
    """Streaks that curl, and leaves that fly with them."""
    rng, unit, width = canvas.stream("falling"), canvas.unit, canvas.width
    for _ in range(9):
        x, y, long = (
            rng.uniform(-0.1, 0.8) * width,
            rng.uniform(0.06, 0.9) * canvas.height,
            rng.uniform(110, 240) * unit,
        )
        canvas.line(
            f"M{x:.0f} {y:.0f}q{long * 0.5:.0f} {-14 * unit:.0f} {long:.0f} 0q{26 * unit:.0f} {-2 * unit:.0f} {22 * unit:.0f} {-22 * unit:.0f}q{-10 * unit:.0f} {-16 * unit:.0f} {-24 * unit:.0f} {-2 * unit:.0f}",
            "#ffffff",
            3 * unit,
            0.55,
        )
    _leaves(canvas, 22)


def _drifting(canvas: Canvas) -> None:
    """Petals in spring and leaves in autumn."""
    if canvas.season == "autumn":
        _leaves(canvas, _MANY_LEAVES if canvas.scenery.leaves else 26)
    elif canvas.season == "spring":
        rng, unit = canvas.stream("drifting"), canvas.unit
        for _ in range(34):
            x, y, size = rng.uniform(0, canvas.width), rng.uniform(0, canvas.height), rng.uniform(5, 9) * unit
            canvas.add(leaf(x, y, size, rng.uniform(0, 180), rng.choice(("#f9c4d8", "#fde2ec", "#f6a9c6"))))


_AUTUMNAL = ("#e0902e", "#cf5f2c", "#e8b840", "#b8482a")
_MANY_LEAVES, _LARGE_LEAF = 64, 1.5
"""How many leaves are in the air where they are told of, and how much larger."""


def _leaves(canvas: Canvas, count: int) -> None:
    rng, unit = canvas.stream("drifting"), canvas.unit
    dyes = ("#6fae46", "#8cc052", "#4f9a44") if canvas.season != "autumn" else _AUTUMNAL
    size = _LARGE_LEAF if canvas.scenery.leaves else 1.0
    for _ in range(count):
        x, y = rng.uniform(0, canvas.width), rng.uniform(0, canvas.height)
        canvas.add(leaf(x, y, rng.uniform(8, 15) * size * unit, rng.uniform(0, 180), rng.choice(dyes)))
