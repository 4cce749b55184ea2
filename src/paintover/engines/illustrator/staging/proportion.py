"""How high one more is beside those that are there: real heights, compressed.

In a new picture all are compressed alike (`COMPRESSION`), so that everything in it can be seen. What is small and comes into a picture
that is there is drawn nearer to its true proportion: a jug as high as half a child looks like a mistake.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence

import msgspec

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.kinds import FENCES
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.attach import BUILT_M, HIGHLANDS, LANDS
from paintover.engines.illustrator.staging.barriers import barrier_before
from paintover.engines.illustrator.staging.bearing import lies_flat
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.held import COMPRESSION, SAID_SIZE
from paintover.engines.illustrator.staging.mounts import measured_height
from paintover.engines.illustrator.staging.standing import HOUSE_M, SHARED, bearer_of, hangs

_LIVING, _LIFELESS = 0.55, 0.62
"""To which powers the height of one that lives, and of a thing, is compared with that of something higher that is there."""
_HANDY, _FAR_LOWER, _LOW = 0.8, 0.85, 0.4
"""The same of a thing that one has on a table; and of anything below that share of the other's height, where it would seem huge."""
_BY_A_HOUSE = 0.75
"""The same of an animal where there are only houses: a swan is not as broad as a cabin."""
_CAR_M = 1.3
_LEGIBLE = 0.08
"""Nothing that comes in is lower than that, as a share of the picture's height."""


def kin_there(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> list[Thing]:
    """Those of its kind and size that stand in the picture already; of a person, all people of that size. Where none stands,
    those who sit at a table or on a bench, and animals on whatever they are."""
    person = has_arms(stock_of(thing))
    kin = [
        one
        for one in scene.objects
        if one.id in layout and one.id != thing.id and one.size == thing.size
        and (one.kind == thing.kind or (person and has_arms(stock_of(one))))
    ]  # fmt: skip
    free = [one for one in kin if bearer_of(scene, one) is None]
    if free or not scene.layout:
        return free
    if not person:  # one more of the gulls on a pier
        return [one for one in kin if stock_of(one).alive]
    return [
        one
        for one in kin
        if (seat := bearer_of(scene, one)) is not None and (seat.kind in SHARED or has_a_saddle(one, seat))
    ]


def has_a_saddle(thing: Thing, seat: Thing) -> bool:
    """Whether one rides that, whole and as large as beside it: a horse, a bicycle, a motorcycle."""
    kind = stock_of(seat)
    rides = thing.rel is not None and (thing.rel.type, thing.rel.part) == ("on", None)
    return rides and (kind.alive or kind.habitat == "road") and height_of(seat) < _RIDDEN_M


_RIDDEN_M = 2.5
"""What is higher carries them further up, and is not ridden."""


def usual_height(scene: Scene, layout: Mapping[str, Placement], thing: Thing, height: int) -> float:
    """Its height in pixels at the scale of those that are there; of its own kind, if any are. What had to fit under something
    gives no scale where others do. What comes in and is said to be large or small is so beside what it would be."""
    if is_at_the_back(scene, thing):
        return _AT_THE_BACK * usual_height(scene, layout, msgspec.structs.replace(thing, size=None), height)
    alike = kin_there(scene, thing, layout)
    if scene.layout and not alike and (times := SAID_SIZE.get(thing.size)) is not None:
        plain = usual_height(scene, layout, msgspec.structs.replace(thing, size=None), height)
        return max(_LEGIBLE * min(1.0, times) * height, times * plain)
    there = alike or _measures(scene, thing, layout)
    if not there:
        usual = 0.5 * height
    else:
        usual = statistics.median(
            layout[one.id].scale * figure_of(one).tall / UNIT / measured_height(scene, one) ** COMPRESSION
            for one in there
        )
    tall = usual * measured_height(scene, thing) ** COMPRESSION
    hides = thing.rel is not None and thing.rel.type == "behind"  # of whom not all is seen
    person = has_arms(stock_of(thing))
    if there and not alike and scene.layout and not hides:
        share = height_of(thing) / statistics.median(height_of(one) for one in there)
        tall *= _beside(thing, min(1.0, share)) / min(1.0, share) ** COMPRESSION
        if stock_of(thing).alive and not person and all(stock_of(one).height_m >= HOUSE_M for one in there):
            house = statistics.median(layout[one.id].box[3] - layout[one.id].box[1] for one in there)
            share = height_of(thing) / statistics.median(stock_of(one).height_m for one in there)
            tall = min(tall, house * share**_BY_A_HOUSE)
    if thing.kind in FENCES and scene.layout and not alike:
        tall *= _TO_THE_WAIST
    tall = min(tall, _at_their_feet(scene, layout, thing))
    return float(max(_LEGIBLE * height, tall))


_TO_THE_WAIST = 0.6
"""How much lower than its proportion a fence is that comes in: those behind it look over it, and it is no wall behind them."""


def is_at_the_back(scene: Scene, thing: Thing) -> bool:
    """Whether it comes into a room, to its background: some steps off, and not a doll at the horizon, which no room has."""
    return thing.size == "far" and bool(scene.layout) and place_of(scene.env, scene.seed).indoors


_AT_THE_BACK = 0.92
"""How high one is there, as a share of what one is before."""


def _at_their_feet(scene: Scene, layout: Mapping[str, Placement], thing: Thing) -> float:
    """How high a small animal is at most in a new picture that is before a seat with people on it."""
    rel = thing.rel
    small = stock_of(thing).alive and height_of(thing) <= _SMALL_M and not has_arms(stock_of(thing))
    if scene.layout or not small or rel is None or rel.type != "front" or rel.to not in layout:
        return math.inf
    seated = [
        one for one in scene.objects if one.rel is not None and (one.rel.type, one.rel.to) == ("on", rel.to)
    ]
    if not any(has_arms(stock_of(one)) for one in seated):
        return math.inf
    seat = layout[rel.to].box
    return float(_OF_A_SEAT * (seat[3] - seat[1]) * (height_of(thing) / _SMALL_M) ** COMPRESSION)


_SMALL_M, _OF_A_SEAT = 0.5, 0.5
"""How high such an animal is at most in metres, and as a share of the seat's height."""


def _beside(thing: Thing, share: float) -> float:
    """How high one is drawn beside another, of whose height it has that share in truth."""
    kind = stock_of(thing)
    power = _LIVING if kind.alive else _HANDY if kind.habitat == "table" else _LIFELESS
    low = min(1.0, share / _LOW)
    return float(max(share, _LOW) ** power * low ** max(power, _FAR_LOWER))


def is_a_car(thing: Thing) -> bool:
    """Whether it drives and people sit in it: nearer than they are it is no lower than they."""
    kind = stock_of(thing)
    return kind.habitat == "road" and not kind.alive and kind.height_m >= _CAR_M and thing.size != "small"


def _measures(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> Sequence[Thing]:
    """Those beside whom it is measured: who stands for itself; of a hill on which a castle stands, the castle, and of a mat on
    which people sit, the people."""
    present = [one for one in scene.objects if one.id in layout and one.id != thing.id]
    borne = {one.id: bearer_of(scene, one) for one in present}
    stead = {
        one.id: bearer.id
        for one in present
        if (bearer := borne[one.id]) is not None and _stands_for(one, bearer)
    }
    standing = [
        one for one in present if (borne[one.id] is None or one.id in stead) and one.id not in stead.values()
    ]
    looked_over = {barrier.id: one for one in standing if (barrier := barrier_before(scene, one)) is not None}
    standing = [one for one in standing if one.id not in looked_over]
    over = [one.id for one in looked_over.values()]
    free = [
        one
        for one in standing
        if one.rel is None or one.rel.type not in ("below", "behind") or one.id in over
    ]
    free = free or standing
    if height_of(thing) < HOUSE_M and scene.layout:  # beside those who live, and not beside their castle
        free = [one for one in free if stock_of(one).alive or height_of(one) < HOUSE_M] or free
    return free


def _stands_for(thing: Thing, bearer: Thing) -> bool:
    """Whether it is rather that on land, or on a mat, which is measured than what bears it."""
    if stock_of(thing).alive:
        return lies_flat(bearer) or bearer.kind in HIGHLANDS
    return bearer.kind in LANDS and height_of(thing) >= BUILT_M


def is_of_their_height(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> bool:
    """Whether it is in truth about as high as those on the ground, or higher: made much smaller it would be a model of itself."""
    if stock_of(thing).habitat in ("sky", "table") or hangs(thing):
        return False
    heights = [
        height_of(one)
        for one in scene.objects
        if one.id in layout and one.id != thing.id and bearer_of(scene, one) is None and not hangs(one)
    ]
    return bool(heights) and height_of(thing) >= _ABOUT_AS_HIGH * statistics.median(heights)


_ABOUT_AS_HIGH, NO_MODEL = 0.8, 0.72
"""From which share of the height of most of them on one is about as high as they are, and how much smaller it is made at most."""
