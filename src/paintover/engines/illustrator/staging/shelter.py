"""Under something that stands: at a tree's foot, between the legs of a table or of a horse, half hidden below a car."""

from __future__ import annotations

from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.poses import RAISED, legs_of, lies
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.company import MAT
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.standing import rooted

SHELTER = "shelter"
"""The pose of a leaf under which somebody is: on its stem, broad enough for them."""
_CLEARANCE = {
    "mushroom": 0.56,
    "leaf": 0.60,
    "beach-umbrella": 0.60,
    "umbrella": 0.55,
    "tarpaulin-canopy": 0.56,
    "sunflower": 0.5,
    "tulip": 0.5,
    "dining-table": 0.66,
    "round-table": 0.5,
    "desk": 0.6,
    "school-desk": 0.5,
    "bench": 0.42,
    "chair": 0.42,
}
"""Furniture that something fits under, between the legs, and plants that are a roof to who is at their stem: the share of its height that is free."""
_BELLY = 0.36
"""The same of who stands on four legs."""
_LOW_M = 0.35
"""What is no higher in metres lies about, and is not put under an umbrella."""
_SMALLER = 0.5
"""So many times as high is at most who stands between somebody's legs; a thing lies below them in the picture."""
_SET_DOWN = frozenset({"bucket", "bowl", "basket", "milk-bottle"})
"""What is set down between their legs, and no higher than the room there: what a cow is milked into."""
_SOLID_M = 1.2
"""What drives, is at least that high and has no room below hides a part of what is under it."""
_SLIPS_M, _BETWEEN_WHEELS = 0.7, 0.25
"""How high an animal is at most in metres that slips under a car, between its wheels, and how high it is drawn there, as a share
of the car's height."""
_BORNE = frozenset({"on", "inside", "hold", "wear", "cover"})
"""How one is to another that is not on the ground then."""


def sheltered(scene: Scene, thing: Thing) -> Thing | None:
    """What it is said to be under, if that keeps standing where it stands: a tree, a table with room below it, a car."""
    over = scene.thing(thing.rel.to) if thing.rel is not None and thing.rel.type == "below" else None
    if over is None:
        return None
    return over if rooted(over) or room_below(thing, over) or is_tucked(thing, over) else None


def room_below(thing: Thing, over: Thing) -> float:
    """The share of its height that is free below what it is under; 0 where nothing fits."""
    figure, kind = figure_of(over), stock_of(over)
    if over.pose == RAISED:
        return 0.9 * legs_of(figure) / figure.height
    if kind.alive:
        lives = stock_of(thing).alive
        fits = _SMALLER if lives else _BELLY
        small = (lives or thing.kind in _SET_DOWN) and height_of(thing) <= fits * height_of(over)
        stands = not figure.anchors.front and kind.habitat == "ground" and over.rel is None
        return _BELLY if small and stands else 0.0
    if over.kind == "umbrella" and not _goes_under(thing):
        return 0.0
    return _CLEARANCE.get(over.kind, 0.0)


def _goes_under(thing: Thing) -> bool:
    """Whether one goes under an umbrella that stands there: who lives, and what one lies or sits on; no glove."""
    return stock_of(thing).alive or thing.kind == MAT or height_of(thing) > _LOW_M


def is_tucked(thing: Thing, over: Thing) -> bool:
    """Whether it lies half below something without legs, which hides that half: a mechanic and a car."""
    kind, figure = stock_of(over), figure_of(over)
    if kind.alive or (over.rel is not None and over.rel.type in _BORNE) or room_below(thing, over):
        return False
    return kind.habitat == "road" and height_of(over) >= _SOLID_M and figure.width > figure.height


def between_wheels(thing: Thing, over: Thing) -> float:
    """How high an animal is at most that slips under a car and looks out between its wheels, as a share of the car's height; 0 for
    others, of whom the half is seen that is not below it."""
    kind = stock_of(thing)
    small = kind.alive and kind.habitat == "ground" and height_of(thing) <= _SLIPS_M
    return _BETWEEN_WHEELS if small and not is_somebody(thing.kind) and is_tucked(thing, over) else 0.0


def bulk(thing: Thing, figure: Figure) -> tuple[float, float]:
    """How broad and how high it is as it stands or lies, in units."""
    if thing.pose in ("lie", "sleep") and thing.pose not in stock_of(thing).poses and lies(figure):
        return figure.height, figure.width
    return figure.width, figure.height
