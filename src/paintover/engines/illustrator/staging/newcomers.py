"""One more in a picture: beside those present, as its relation says, where it covers least."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

import msgspec

from paintover.engines.illustrator.backdrops import path_of
from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.kinds import RUGS
from paintover.engines.illustrator.letters.titling import word_boxes
from paintover.engines.illustrator.scene import (
    Cornered,
    Moved,
    Nearby,
    Placement,
    Replaced,
    Reposed,
    Scene,
    Thing,
)
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.along import runs_along
from paintover.engines.illustrator.staging.backing import rises_behind
from paintover.engines.illustrator.staging.barriers import BARRIERS
from paintover.engines.illustrator.staging.bearing import ACROSS_M, lies_flat
from paintover.engines.illustrator.staging.chairs import SLIM, at_their_table
from paintover.engines.illustrator.staging.clearing import IN_SIGHT, Clearing, is_broad
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.cornered import in_any_corner, is_any_corner
from paintover.engines.illustrator.staging.crowds import CROWD, across_the_picture
from paintover.engines.illustrator.staging.depth import EDGE, HIDES, SPANNING_M, Depth
from paintover.engines.illustrator.staging.held import COMPRESSION, SAID_SIZE
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.on_water import spans_a_pond
from paintover.engines.illustrator.staging.packs import breadth_with_pack
from paintover.engines.illustrator.staging.proportion import (
    NO_MODEL,
    is_at_the_back,
    is_of_their_height,
    kin_there,
    usual_height,
)
from paintover.engines.illustrator.staging.rails import is_on_rails, on_the_rails
from paintover.engines.illustrator.staging.roomy import floor_below, over_a_rug, room_for
from paintover.engines.illustrator.staging.seated import floor_behind, on_its_ground
from paintover.engines.illustrator.staging.shade import room_for_each
from paintover.engines.illustrator.staging.shelter import between_wheels, bulk, room_below, sheltered
from paintover.engines.illustrator.staging.spots import ALONG_THE_WALL, SEEN, Newcomer, deepest, spots
from paintover.engines.illustrator.staging.standing import (
    Box,
    area_of,
    bearer_of,
    floats,
    hangs,
    is_under_water,
    looks_right,
    newly_hidden,
    placement_from,
    ring_of,
    rooted,
    scene_size,
    shared_area,
    standing,
)
from paintover.engines.illustrator.staging.strung import from_side_to_side, spans_the_picture
from paintover.engines.illustrator.staging.trunks import hides_behind, tall_enough, tallest_behind

_OPPOSITE = {"below": "above", "left": "right", "right": "left"}
"""What one is to its ground, and so the ground to it, where the ground is placed later."""


def beside_those_present(
    scene: Scene, thing: Thing, layout: dict[str, Placement], *, tall: float | None = None
) -> Placement:
    """A place for one more, `tall` pixels high if there is room: as its relation says, where it covers least."""
    return spot_for(scene, thing, layout, tall=tall)[0]


def together(
    scene: Scene, group: Sequence[Thing], layout: dict[str, Placement], *, tall: float | None = None
) -> None:
    """Place several of a kind in the size in which they all fit best, at most `tall` pixels high."""
    if scene.layout and (seats := at_their_table(scene, group, layout)) is not None:
        layout.update(seats)
        return
    high = scene_size(scene)[1]
    tall = tall or usual_height(scene, layout, group[0], high)
    aloft = scene.layout and stock_of(group[0]).habitat == "sky" and stock_of(group[0]).alive
    if aloft and not place_in(scene.env, scene.seed).floats:
        tall = min(tall, _most_aloft(group[0]) * high)
    best: tuple[float, dict[str, Placement]] | None = None
    dear = 2.8 if stock_of(group[0]).alive or scene.layout else 1.1
    if _is_of_a_company(scene, group[0], layout):
        dear = _like_its_kin(group[0]) * len(group)
    least = _least_shrunk(scene, group[0], layout, None) if scene.layout and len(group) <= _A_FEW else 0.0
    if least == 0.0 and scene.layout and len(group) <= _A_FEW and _is_a_beast(group[0]):
        least = _NO_LAMB
    for shrink in (1.0, 0.85, 0.72, 0.6, 0.48, 0.4):
        if shrink < least:
            continue
        tried, price = dict(layout), (1 - shrink) * dear
        for thing in group:
            found, cost = spot_for(scene, thing, tried, tall=tall * shrink, shrinks=(1.0,), grouped=True)
            tried[thing.id] = found
            price += cost
        if best is None or price < best[0]:
            best = (price, tried)
    if best is not None:
        layout.update(best[1])


def _is_a_beast(thing: Thing) -> bool:
    """Whether it is a sheep, a cow: no small animal, which is small wherever it stands."""
    return stock_of(thing).alive and stock_of(thing).habitat == "ground" and height_of(thing) >= _BEAST_M


_BEAST_M, _NO_LAMB = 0.6, 0.6
"""From which height on, in metres, an animal is no small one, and how small a few of them become at most beside others."""
_A_FEW = 3
"""So many of a kind have room beside others without becoming dolls."""
_IN_ROWS = frozenset({"front", "behind", "below", "beside", "left", "right"})


def alike_in_relation(scene: Scene, things: Sequence[Thing]) -> list[list[Thing]]:
    """Several of one kind that stand so to the same thing: they get one size."""
    groups: dict[tuple[object, ...], list[Thing]] = {}
    for thing in things:
        seats = bool(scene.layout) and thing.kind == SLIM
        rows = _IN_ROWS | {"around"} if seats else _IN_ROWS
        if thing.rel is not None and thing.rel.type in rows and bearer_of(scene, thing) is None:
            groups.setdefault((thing.kind, thing.size, thing.rel), []).append(thing)
    return [group for group in groups.values() if len(group) > 1]


WALLED = frozenset({"bay-window", "door", *RUGS})
"""What belongs to a room itself, behind all that stands in it: so high and so broad, as shares of the picture."""
_WINDOW, _RUG = 0.50, 0.62
_LOWEST_RUG = 0.99
"""How far down the near edge of a rug is at most that is laid under furniture."""
_BEFORE_IT = 0.72
"""How much of such a rug is before the furniture, where there is floor."""
_NO_TOY = 0.7
"""Nor is furniture that stands along the wall of a room made smaller than that."""
_NO_DOLLHOUSE = 0.58
"""Nor is any other furniture made smaller than that, nor a car."""
_IN_A_RING = 0.13
"""Nor is one of several around something smaller than that."""
_MAT = 0.52
"""How broad a mat under a tree is, as a share of the picture's width: there is room for all on it."""
_THROUGH = 0.46
"""How broad a boat is at most that passes under a bridge, as a share of the bridge's breadth."""
_WALKING, _GROWN_M = 0.29, 1.7
"""How high who walks on the pavement of a street is, as a share of the picture's height, and how many metres that is."""
_PAST = 1.12
"""How broad a bridge over a pond is, in breadths of that."""
_UNDER_A_TREE, _TINY_M = 0.24, 0.3
"""What is under a tree is what the picture is about: at least so high, as a share of the picture's height."""


def spot_for(
    scene: Scene,
    thing: Thing,
    layout: dict[str, Placement],
    *,
    tall: float | None = None,
    shrinks: tuple[float, ...] = (1.0, 0.86, 0.72, 0.6, 0.5, 0.42),
    at_most: float = 0.6,
    least: float = 0.0,
    over: Placement | None = None,
    grouped: bool = False,
) -> tuple[Placement, float]:
    """The best place for one more, no higher than `at_most` of the picture, rather than lower than `least` pixels there, and its
    price; above what is `over` there. One of several who are `grouped` has the size that all of them have."""
    width, height = scene_size(scene)
    place, figure = place_in(scene.env, scene.seed), figure_of(thing)
    target = relative_of(scene, thing, layout) if over is None else ("above", over)
    joins = bool(scene.layout)
    if thing.kind == CROWD:
        return across_the_picture(scene, thing, place, figure), 0.0
    if (run := runs_along(scene, thing, layout, tall=usual_height(scene, layout, thing, height))) is not None:
        return run, 0.0
    if spans_the_picture(thing):
        return from_side_to_side(scene, thing), 0.0
    if is_on_rails(scene, thing):
        return on_the_rails(scene, thing, layout), 0.0
    tall = usual_height(scene, layout, thing, height) if tall is None else tall
    if thing.kind in ("bay-window", "door") and place.indoors:
        tall, shrinks = _WINDOW * height, (1.0,)
    elif thing.kind in ALONG_THE_WALL and place.indoors and joins and target is None:
        shrinks = tuple(shrink for shrink in shrinks if shrink > _NO_TOY)
    elif thing.kind in RUGS and place.indoors:
        tall, shrinks = _RUG * width * figure.tall / figure.width, (1.0,)
    if thing.where == "kerb":
        tall = _WALKING * height * float((height_of(thing) / _GROWN_M) ** COMPRESSION)
        shrinks = (1.0, 0.86)
    tall = min(tall, height * at_most, width * max(0.7, at_most) * figure.tall / figure.width)
    shelter = sheltered(scene, thing) if target is not None else None
    free = room_below(thing, shelter) if shelter is not None else 0.0
    low = between_wheels(thing, shelter) if shelter is not None else 0.0
    if target is not None and low:
        tall, shrinks = low * (target[1].box[3] - target[1].box[1]), (1.0,)
    elif target is not None and shelter is not None and (free or not rooted(shelter)):
        if free:
            share = room_for_each(scene, shelter)
            tall = min(tall, _within(thing, figure, shelter, free, share, target[1]))
    elif shelter is not None and lies_flat(thing):
        tall = max(tall, _MAT * width * figure.tall / figure.width)
    elif target is not None and floats(thing, place) and shelter is not None:
        through = _THROUGH * (target[1].box[2] - target[1].box[0]) * figure.tall / figure.width
        tall = min(max(tall, 0.7 * through), through)
    elif shelter is not None and stock_of(thing).alive:
        tall = max(tall, (_UNDER_A_TREE if height_of(thing) >= _TINY_M else 0.6 * _UNDER_A_TREE) * height)
    elif target is not None and spans_a_pond(scene, thing):
        tall, shrinks = (target[1].box[2] - target[1].box[0]) * _PAST * figure.tall / figure.width, (1.0,)
    if joins and rooted(thing):
        tall = max(tall, min(_high_enough(scene, thing, layout), _TALLEST_TREE * height))
    if least := rises_behind(scene, thing, layout):
        tall, shrinks = max(tall, least), (1.0, 0.9)
    tree = scene.thing(thing.rel.to) if target is not None and thing.rel is not None else None
    trunk = hides_behind(thing, tree) if tree is not None else None
    if target is not None and trunk is not None:
        tall = min(tall, tallest_behind(trunk, target[1]))
    if target is not None and is_under_water(scene, thing):
        tall = min(tall, deepest(place) * height - target[1].base - 0.04 * height)
    if len(ring_of(scene, thing)) == 1 and target is not None:
        tall = 0.44 * (target[1].box[3] - target[1].box[1])
        shrinks = (1.0,)
    if len(ring_of(scene, thing)) > 1:
        tall = min(max(tall, _IN_A_RING * height), 0.25 * height, 0.2 * width * figure.height / figure.width)
    comes_in = joins and len(shrinks) > 1
    if comes_in and stock_of(thing).habitat == "sky" and not place.floats:
        tall = min(tall, height * _most_aloft(thing))
        if thing.size is not None:
            tall *= 1.5 if thing.size == "large" else 0.7
    elif not joins and target is not None and target[0] == "above" and thing.kind in LUMINARIES:
        tall = min(tall, height * _OVERHEAD)
    if joins and hangs(thing) and thing.pose == CEILING and not place.indoors:
        tall = min(max(tall, 0.75 * height * _IN_THE_AIR), height * _IN_THE_AIR)
    if hangs(thing) and place.indoors and (joins or (target is not None and target[0] == "above")):
        most = _PANEL if height_of(thing) >= _PANEL_M else _ON_THE_WALL
        tall = min(tall, height * most * (SAID_SIZE["large"] if joins and thing.size == "large" else 1.0))
    if scene.sheet:
        tall = max(tall, _ON_A_SHEET * height)
    crowd = _kindred(scene, thing, target, layout)
    written = word_boxes(scene)
    rim = _RIM if scene.sheet == "card" else 0.01
    dear = _SHRUNK if stock_of(thing).alive and target is None else 1.6
    if joins and not floats(thing, place):
        dear = _SAPLING if rooted(thing) or _is_a_post(thing, figure) else _DWARFED
    if comes_in and stock_of(thing).habitat == "sky" and not place.floats:
        dear = _FAR_UP
    if comes_in and hangs(thing) and place.indoors:
        least = 0.85 if thing.size == "large" else _NO_STAMP
        dear, shrinks = _SMALL_FRAME, tuple(shrink for shrink in shrinks if shrink >= least)
    if (target is None or joins) and _is_of_a_company(scene, thing, layout):
        dear = _like_its_kin(thing)
    least_of_it = 0.0
    if comes_in:
        least_of_it = _least_shrunk(scene, thing, layout, target)
        shrinks = tuple(shrink for shrink in shrinks if shrink >= least_of_it)
    if (
        not joins
        and target is not None
        and target[0] == "front"
        and tree is not None
        and tree.kind in BARRIERS
    ):
        shrinks = tuple(shrink for shrink in shrinks if shrink >= NO_MODEL)
    small = _DOLL if joins and stock_of(thing).alive else 0.0
    stepped_back = joins and not place.floats and thing.where != "kerb"
    depth = Depth(scene, thing, layout, moved=not (comes_in or grouped)) if stepped_back else None
    borne = [layout[one.id] for one in scene.objects if one.id in layout and bearer_of(scene, one) == thing]
    if joins and borne and lies_flat(thing):
        return _underfoot(figure, borne, width), 0.0
    if (over := over_a_rug(scene, thing, place, layout)) is not None:
        return _underfoot(figure, [over], width, before=_BEFORE_IT, lowest=_LOWEST_RUG * height), 0.0
    room = room_for(scene, thing, place, layout)
    way = path_of(scene.env, scene.seed, width, height) if thing.where == "path" else None
    loose = joins and not stock_of(thing).alive and height_of(thing) <= _LOW_M and not place.floats
    piled = [layout[one.id].box for one in kin_there(scene, thing, layout)] if loose else []
    floor = 0.0
    if target is not None and target[0] == "behind" and thing.rel is not None:
        floor = 0.0 if floor_behind(scene, thing.rel.to, layout) is None else math.inf
    candidates, actors = [], len(scene.objects)
    broader = breadth_with_pack(scene, thing) if joins else 1.0
    for shrink in shrinks:
        size = max(tall * shrink, height * 0.07) if comes_in or not joins else tall * shrink
        wide = size * bulk(thing, figure)[0] / figure.tall * broader
        one = Newcomer(scene=scene, thing=thing, place=place, layout=layout, size=size, wide=wide)
        for x, base, bias in spots(one, target, crowd):
            air = 0.10 * wide if target is None else 0.0
            back = 0.0 if target is None else max(0.0, target[1].base - 0.045 * height - base)
            box = (x - wide / 2 - air, base - size, x + wide / 2 + air, base)
            tall_there = size
            if depth is not None:
                if target is None:
                    base = max(base, min(size + 0.02 * height, _LOWEST * height))
                tall_there = size * depth.foreshortening(max(base, floor), height)
                if stock_of(thing).alive:  # further back, and no doll for that
                    tall_there = min(size, max(tall_there, least_of_it * tall))
                half = (wide / 2 + air) * tall_there / size
                box = (x - half, base - tall_there, x + half, base)
                price = depth.price(box, base, target) + _outside(box, width, height, rim) + bias
                turned = looks_right(thing, x, width, actors)
                broad = wide * tall_there / size
                price += _cut_off((x - broad / 2, base - tall_there, x + broad / 2, base), width, height)
            else:
                turned = looks_right(thing, x, width, actors)
                if trunk is not None and target is not None and not joins:
                    turned = x > target[1].x  # the head is not what the trunk hides
                price = _price(box, layout.values(), width, height, target, crowd, rim) + bias
            price += room.price(box, x)
            if way is not None and target is None:
                price += _OFF_THE_PATH * abs(x - way(base)) / width
            price += _IN_A_COLUMN * _above_its_like(box, piled)
            price += (
                (1 - shrink) * dear
                + small * max(0.0, _A_DOLL - shrink)
                + _WRITTEN * _written_over(box, written)
                + (_TOO_LOW * max(0.0, 1 - tall_there / max(1.0, least - back)) if least else 0.0)
            )
            candidates.append((price, x, base, tall_there, turned))
    clearing = None
    if joins and trunk is None and not lies_flat(thing) and (target is None or target[0] in IN_SIGHT):
        clearing = Clearing(scene, thing, layout, target[1] if target and target[0] == "front" else None)
    frame, price = _most_seen(candidates, figure, depth, clearing)
    return standing(thing, place, frame, figure), price


def _least_shrunk(
    scene: Scene, thing: Thing, layout: dict[str, Placement], target: tuple[str, Placement] | None
) -> float:
    """How small one becomes at most that comes into a picture, in the size that is usual there: no doll, and no model."""
    place, least = place_in(scene.env, scene.seed), 0.0
    if (
        kin_there(scene, thing, layout)
        and _like_its_kin(thing) == _CHILDISH
        and (target is None or scene.layout)
    ):
        least = _NO_CHILD
    if place.indoors and height_of(thing) >= _GROWN_M and is_somebody(thing.kind):
        least = max(least, _GROWN)
    if is_somebody(thing.kind) and height_of(thing) >= _GROWN_M and thing.size is None:
        least = max(least, _above_the_children(scene, thing, layout))
    if is_broad(thing) and not (rooted(thing) or floats(thing, place) or scene.sheet):
        least = max(least, _NO_TOY if target is not None and target[0] == "between" else _NO_DOLLHOUSE)
    if target is not None and target[0] == "front" and is_somebody(thing.kind):
        least = max(least, _NEARER_THAN_THEY)
    if not (floats(thing, place) or scene.sheet) and is_of_their_height(scene, thing, layout):
        least = max(least, NO_MODEL)
    if is_at_the_back(scene, thing):
        least = max(least, NO_MODEL)
    if target is not None and target[0] == "front" and rooted(thing):
        least = min(least, _A_YOUNG_TREE)
    return least


def _above_the_children(scene: Scene, thing: Thing, layout: dict[str, Placement]) -> float:
    """How small somebody grown becomes at most who comes to children: no lower than these are."""
    children = [
        layout[one.id].box
        for one in scene.objects
        if one.id in layout and is_somebody(one.kind) and height_of(one) < _CHILD_M and one.size is None
    ]
    highest = max((box[3] - box[1] for box in children), default=0.0)
    return min(_NO_LOWER, highest / usual_height(scene, layout, thing, scene_size(scene)[1]))


_CHILD_M, _NO_LOWER = 1.4, 0.9
"""How tall children are at most, in metres, and what is asked at most of those who are grown."""
_A_YOUNG_TREE = 0.5
"""How much smaller a tree is at most before somebody, whom it would hide."""


def _most_aloft(thing: Thing) -> float:
    """How high one is at most that comes into the sky, as a share of the picture's height."""
    if height_of(thing) >= SPANNING_M:
        return _SPAN
    if stock_of(thing).alive and height_of(thing) <= _BIRD_M:
        return _A_BIRD
    if thing.where == "sky" and height_of(thing) >= _MIGHTY_M:
        return _MIGHTY
    return _STAR if thing.kind in STARS else _LUMINARY if thing.kind in LUMINARIES else _ALOFT


def _high_enough(scene: Scene, tree: Thing, layout: dict[str, Placement]) -> float:
    """How high a tree is at least behind which somebody goes who is there already."""
    hiding = [one for one in scene.objects if one.id not in layout and hides_behind(one, tree) is not None]
    height = scene_size(scene)[1]
    return max(
        (tall_enough(one, tree, usual_height(scene, layout, one, height)) for one in hiding), default=0.0
    )


_TALLEST_TREE = 0.8
"""How high such a tree is at most, as a share of the picture's height."""


def _above_its_like(box: Box, others: Sequence[Box]) -> float:
    """Which share of its breadth one has in common with another that stands further back or nearer: it seems to be on that."""
    return max(
        (max(0.0, min(box[2], other[2]) - max(box[0], other[0])) / (box[2] - box[0]) for other in others),
        default=0.0,
    )


def _is_a_post(thing: Thing, figure: Figure) -> bool:
    """Whether it stands at the side of a road, higher than people: a lamp, a sign."""
    kind = stock_of(thing)
    return kind.habitat == "road" and kind.height_m >= _POST_M and figure.tall > _SLIM * figure.width


_POST_M, _SLIM = 2.0, 1.5


def _is_of_a_company(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> bool:
    """Whether others of its kind and size are there; or people of any size, for one of them of whom no size is said."""
    if kin_there(scene, thing, layout):
        return True
    person = has_arms(stock_of(thing)) and thing.size is None and bool(scene.layout)
    return person and any(
        has_arms(stock_of(one)) and one.size == "large" and bearer_of(scene, one) is None
        for one in scene.objects
        if one.id in layout and one.id != thing.id
    )


def _like_its_kin(thing: Thing) -> float:
    """What it costs to make it smaller than others of its kind."""
    return _CHILDISH if stock_of(thing).alive else _TOYISH


def _most_seen(
    candidates: Iterable[tuple[float, float, float, float, bool]],
    figure: Figure,
    depth: Depth | None,
    clearing: Clearing | None,
) -> tuple[Frame, float]:
    """The cheapest place for one more, where that counts which it would hide and of which it would be hidden.

    What a place costs by the faces and the shapes that it hides is the dearest to tell, and never negative: it is told of
    those alone that may be the cheapest.
    """
    waiting = [
        (round(price, 6), depth is None, x, base, size, turned, price)
        for price, x, base, size, turned in candidates
    ]
    heapify(waiting)
    best: tuple[float, Frame] | None = None
    while waiting:
        cost, faces_told, x, base, size, turned, price = heappop(waiting)
        if best is not None and cost >= best[0]:
            break
        if depth is not None and not faces_told:
            turned, hidden = depth.facing(figure, x, base, size, turned)
            heappush(waiting, (round(price + hidden, 6), True, x, base, size, turned, price))
            continue
        scale = max(8, round(size / figure.tall * UNIT))
        frame = Frame(round(x), round(base), scale, figure.foot, turned)
        if clearing is not None:
            cost = round(cost + clearing.price(frame), 6)
        if best is None or cost < best[0]:
            best = cost, frame
    if best is None:
        raise AssertionError("there is always a cheapest place")
    return best[1], best[0]


def _within(thing: Thing, figure: Figure, over: Thing, free: float, share: float, there: Placement) -> float:
    """How tall one may be who fits under something, standing, sitting or lying between its legs, in a `share` of its breadth."""
    wide, high = bulk(thing, figure)
    under = figure_of(over)
    factor = there.scale / UNIT
    return figure.tall * factor * min(free * under.height / high, share * under.width / wide)


def _underfoot(
    figure: Figure,
    borne: Sequence[Placement],
    width: int,
    *,
    before: float = 0.4,
    lowest: float = math.inf,
) -> Placement:
    """A rug that is laid under those who stand there already, that share of it before their feet."""
    left, right = min(one.box[0] for one in borne), max(one.box[2] for one in borne)
    broad = min(0.96 * width, 1.5 * (right - left))
    scale = max(8, round(broad / figure.width * UNIT))
    x = min(max((left + right) / 2, broad / 2), width - broad / 2)
    foot = min(max(one.base for one in borne) + before * figure.height * scale / UNIT, lowest)
    return placement_from(Frame(round(x), round(foot), scale, figure.foot, False), figure)


def _written_over(box: Box, written: Sequence[Box]) -> float:
    """How much of the words, or of the box, would lie on the other."""
    shares = [
        shared_area(box, words) / max(1.0, min((box[2] - box[0]) * (box[3] - box[1]), area_of(words)))
        for words in written
    ]
    return max(shares, default=0.0)


_TOO_LOW = 20.0
"""What it costs to be so much lower than is asked for."""
_WRITTEN = 36.0
"""What it costs to cover words: more than anything but being outside of the picture."""
_OFF_THE_PATH = 12.0
"""What it costs to be a picture's breadth away from the path on which one is told to be."""
_IN_A_COLUMN, _LOW_M = 2.0, 0.6
"""What it costs a thing that is no higher than so many metres to stand straight above or below another of its kind: a column of presents."""
_RIM = 0.055
"""How broad the border of a card is, which stays free."""
_ON_A_SHEET = 0.17
"""What comes onto a sheet is at least so high, as a share of its height, where there is room."""
_NEARER_THAN_THEY = 0.85
"""Who is before others is made no smaller than that."""
_CHILDISH, _TOYISH = 11.0, 6.0
"""What it costs to make one smaller than others of its kind, which would make a child, or a toy, of it."""
_NO_CHILD, _GROWN, _GROWN_M = 0.6, 0.7, 1.5
"""So much smaller than others of its kind one may be that is none of their young, and than is usual a grown person in a room, who
is as tall as that."""
LUMINARIES = frozenset({"sun", "moon", "crescent-moon", "earth"})
"""What shines in the sky, and what the backdrop may show on its own account."""
STARS = frozenset({"star", "glowing-star"})
_OVERHEAD = 0.22
"""How high the moon is at most, as a share of the picture's height, when somebody is said to be under it."""
_STAR, _LUMINARY, _ALOFT, _SPAN = 0.1, 0.17, 0.24, 0.42
"""The greatest height, as a share of the picture's, of those that come in, of what else is in the sky, and of what spans
much of it."""
_BIRD_M, _A_BIRD = 0.4, 0.13
_MIGHTY_M, _MIGHTY = 2.5, 0.32
"""How tall a dragon is at least, and how high at most as a share of the picture's height."""
_IN_THE_AIR = 0.24
"""How high what hangs from above in the open air is at most, with its cord."""
_PANEL_M, _PANEL, _ON_THE_WALL = 1.3, 0.36, 0.24
"""How high a window or a curtain is at least in metres, and it and what else hangs on a wall at most in the picture."""
_DWARFED = 5.0
"""The same in a picture that is there."""
_SAPLING = 3.2
"""The same of a tree or a house."""
_FAR_UP = 1.2
"""The same of what is in the sky: there it is only further away."""
_SMALL_FRAME, _NO_STAMP = 1.0, 0.6
"""The same of what hangs on a wall, where it is as large as there is room, and how small it becomes at most."""
_SHRUNK = 4.0
"""What it costs to make one that lives smaller than it is beside others: it looks far away, or like a doll."""


def again(scene: Scene, thing: Thing, was: Placement, layout: dict[str, Placement]) -> Placement:
    """On the same spot, in the size that it has now; in its corner, if it was given one."""
    if isinstance(was, Cornered):
        return _in_the_corner(scene, thing, was, layout)
    if isinstance(was, Nearby):
        return beside_those_present(scene, thing, layout)
    width, height = scene_size(scene)
    figure = figure_of(thing)
    if isinstance(was, Moved):
        own = was.scale * figure.tall / UNIT
        return spot_for(scene, thing, layout, tall=own, shrinks=(1.0,), at_most=0.9)[0]
    if isinstance(was, Replaced) and hangs(thing) and place_in(scene.env, scene.seed).indoors:
        return _on_that_wall(scene, thing, was, layout)
    usual = usual_height(scene, layout, thing, height)
    if isinstance(was, Replaced):
        usual = max(height * 0.08, was.unit * float(height_of(thing) ** COMPRESSION))
        if _bears_somebody(scene, thing):  # who stays as large on it as before
            usual = max(usual, was.unit * ACROSS_M**COMPRESSION * figure.tall / figure.width)
        if scene.sheet:  # where everything is as large as its room
            usual = min(max(usual, _IN_ITS_ROOM * (was.box[3] - was.box[1])), _below_the_words(scene, was))
    tall = min(usual, height * 0.72, width * 0.8 * figure.tall / figure.width)
    scale: float = max(8, round(tall / figure.tall * UNIT))
    flip = looks_right(thing, was.x, width, len(scene.objects))
    if isinstance(was, Reposed):
        scale, flip = was.scale, was.flip
    ground = round(was.base + was.lift)
    if isinstance(was, Replaced) and _bears_somebody(scene, thing):  # before where the furniture stood
        ground = round(min(ground + _BEFORE_ITS_FEET * height, 0.97 * height))

    def at(x: float, shrink: float = 1.0) -> Placement:
        frame = Frame(round(x), ground, scale * shrink, figure.foot, flip)
        return standing(thing, place_in(scene.env, scene.seed), frame, figure)

    x = was.x
    if isinstance(was, Replaced) and rooted(thing) and not scene.sheet and was.lift == 0:
        left, _, right, _ = at(x).box
        x = min(max(x, x - left), x + width - right) if right - left < width else x
        behind = _behind_them(scene, thing, at(x), was, layout)
        if behind is not None:
            ground = behind
            return at(x)
    if isinstance(was, Reposed) and abs(at(x).angle - was.angle) > _TIPPED:
        box = at(x).box  # who lies down does so where it stood, and not beside it
        x += (was.box[0] + was.box[2] - box[0] - box[2]) / 2
    return _clear_of(at, x, was, layout, width, shrinks=(1.0,) if isinstance(was, Reposed) else _SHRINKS)


def _behind_them(
    scene: Scene, thing: Thing, placed: Placement, was: Placement, layout: Mapping[str, Placement]
) -> int | None:
    """How low the foot of a tree or a house is that takes the place of something lower, a step behind those whom it would hide
    there, rather than as a small one; None where it hides nobody."""
    others = [
        layout[one.id]
        for one in scene.objects
        if one.id in layout and bearer_of(scene, one) is None and not rooted(one) and not hangs(one)
    ]
    met = [one for one in others if newly_hidden(placed, was, [one]) > 0]
    if not met or sum(shared_area(placed.box, one.box) for one in met) > _LOOMS * area_of(placed.box):
        return None
    height, place = scene_size(scene)[1], place_in(scene.env, scene.seed)
    foot = min(placed.base, *(one.base - _A_STEP_BEHIND * height for one in met))
    return round(foot) if foot >= (0.5 * place.far + 0.5 * place.horizon) * height else None


_A_STEP_BEHIND, _LOOMS = 0.02, 0.45
"""How far behind those it stands, as a share of the picture's height, and how much of it they may hide."""


def _bears_somebody(scene: Scene, thing: Thing) -> bool:
    """Whether it is a rug, or a mat, and somebody is on it."""
    on_it = (one for one in scene.objects if one.rel is not None and one.rel.to == thing.id)
    return lies_flat(thing) and any(one.rel.type == "on" and stock_of(one).alive for one in on_it if one.rel)


def _on_that_wall(scene: Scene, thing: Thing, was: Placement, layout: dict[str, Placement]) -> Placement:
    """On the wall behind the furniture that was there: a window instead of a bookshelf."""
    left, top, right, bottom = was.box
    floor = round(0.9 * place_in(scene.env, scene.seed).horizon * scene_size(scene)[1])
    behind = msgspec.structs.replace(was, box=(left, max(top, floor), right, max(bottom, floor)))
    return spot_for(scene, thing, layout, over=behind)[0]


def _below_the_words(scene: Scene, was: Placement) -> float:
    """How high what stands there may be without covering the words above it."""
    left, _, right, foot = was.box
    above = [low for x0, _, x1, low in word_boxes(scene) if x0 < right and x1 > left and low < foot]
    height = scene_size(scene)[1]
    return max(was.box[3] - was.box[1], foot - max(above, default=0.0) - 0.01 * height)


_BEFORE_ITS_FEET = 0.05
"""How much nearer a rug reaches than the sofa stood that it replaces, as a share of the picture's height."""
_IN_ITS_ROOM = 0.85
"""How much at least of the height of what it replaces something has on a sheet."""
_TIPPED = 45.0
"""By how many degrees one is turned at least who lies down, or gets up."""


def _in_the_corner(scene: Scene, thing: Thing, was: Placement, layout: Mapping[str, Placement]) -> Placement:
    """As near to that corner as others and the words leave room."""
    if is_any_corner(scene, thing, was):
        return in_any_corner(scene, thing, was, layout)
    width, height = scene_size(scene)
    figure, place, written = figure_of(thing), place_in(scene.env, scene.seed), word_boxes(scene)
    most = 0.30 if layout else 0.42
    usual = usual_height(scene, dict(layout), thing, height) if layout else height
    tall = min(usual, most * height, (most + 0.04) * width * figure.tall / figure.width)
    if thing.size == "small":
        tall = min(tall, 0.16 * height)
    if was.scale:
        tall = was.scale * figure.tall / UNIT
    rim = _RIM if scene.sheet == "card" else 0.02
    right, low = was.x >= width / 2, was.base >= height / 2
    tried = []
    for shrink in (1.0, 0.86, 0.72, 0.6):
        size = max(tall * shrink, 0.07 * height)
        wide = size * figure.width / figure.tall
        for across in range(6):
            for down in range(5):
                inset = rim * width + wide / 2 + 0.045 * width * across
                x = width - inset if right else inset
                drop = rim * height + 0.05 * height * down
                base = height - drop - 0.01 * height if low else drop + size
                box = (x - wide / 2, base - size, x + wide / 2, base)
                price = _price(box, layout.values(), width, height, None, (), rim * 0.9)
                price += _WRITTEN * _written_over(box, written) + 0.06 * across + 0.05 * down
                tried.append((round(price + 1.5 * (1 - shrink), 6), x, base, size))
    _, x, base, size = min(tried)
    scale = max(8, round(size / figure.tall * UNIT))
    flip = looks_right(thing, x, width, len(scene.objects))
    return standing(thing, place, Frame(round(x), round(base), scale, figure.foot, flip), figure)


_SHRINKS = (1.0, 0.86, 0.72, 0.6, 0.5)
"""How much smaller than its usual size one may be that takes another's place, largest first."""


_STEPS = (0.0, *(way * step / 100 for step in range(1, 13) for way in (-1, 1)))
"""How far one that takes another pose, or another's place, may move to the side, as shares of the picture's width, nearest
first: it stays where it was."""


_FREE, _BEYOND = 0.03, 0.02
"""How near the edge comes what is in another's place, and how far beyond it who lies down there, as shares of the picture's
width, unless it was so before."""


def _clear_of(
    at: Callable[[float, float], Placement],
    x: float,
    was: Placement,
    layout: Mapping[str, Placement],
    width: int,
    *,
    shrinks: Sequence[float],
) -> Placement:
    """At `x`, or as little to the side of it, and as little smaller, as its new shape needs to hide no more of others, and
    to be hidden no more, than before."""
    others = list(layout.values())
    rim = _FREE * width if isinstance(was, Replaced) else -_BEYOND * width
    left, right = min(was.box[0], rim), max(was.box[2], width - rim)

    def harm(placement: Placement) -> float:
        x0, _, x1, _ = placement.box
        beyond = max(0.0, left - x0) + max(0.0, x1 - right)
        return newly_hidden(placement, was, others) + 10 * beyond / width

    def price(placement: Placement, step: float, shrink: float) -> float:
        return round(4 * harm(placement) + 3 * abs(step) + 1.6 * (1 - shrink), 6)

    tried = [(at(x + step * width, shrink), step, shrink) for shrink in shrinks for step in _STEPS]
    return min(tried, key=lambda one: price(*one))[0]


def relative_of(scene: Scene, thing: Thing, layout: dict[str, Placement]) -> tuple[str, Placement] | None:
    """The relation as seen from this thing, and whom it is to."""
    if thing.rel is not None and thing.rel.to in layout:
        there = _where_it_is(scene, thing.rel.to, thing.rel.type, layout)
        if thing.rel.type == "front" and (below := floor_below(scene, thing, thing.rel.to, there)):
            return "front", below
        last = None
        if thing.rel.type in ("behind", "front") and thing.rel.also in layout:
            last = _where_it_is(scene, thing.rel.also, thing.rel.type, layout)
        return thing.rel.type, there if last is None else _amid(there, last, thing.rel.type)
    for other in scene.objects:
        # "the ox is below the bird": the bird is placed above the ox
        if other.rel is not None and other.rel.to == thing.id and other.id in layout:
            opposite = _OPPOSITE.get(other.rel.type)
            if other.rel.type == "beside" and other.id in scene.layout:
                opposite = "beside"  # who comes to play a piano
            if opposite is not None:
                return opposite, layout[other.id]
    return None


def _where_it_is(scene: Scene, key: str, relation: str, layout: Mapping[str, Placement]) -> Placement:
    """Where that is to which one stands so; before somebody who sits is before their seat."""
    other = scene.thing(key) if scene.layout and relation == "front" else None
    return layout[key] if other is None else on_its_ground(scene, other, layout)


def _amid(first: Placement, last: Placement, relation: str) -> Placement:
    """Both at once: what stands behind both, or before both, does so in the middle between them."""
    boxes = zip(first.box, last.box, strict=True)
    left, top, right, bottom = (pick(pair) for pick, pair in zip((min, min, max, max), boxes, strict=True))
    middle, foot = (left + right) / 2, (max if relation == "front" else min)(first.base, last.base)
    return msgspec.structs.replace(first, x=middle, base=foot, box=(left, top, right, bottom))


def _kindred(
    scene: Scene, thing: Thing, target: tuple[str, Placement] | None, layout: Mapping[str, Placement]
) -> list[Placement]:
    """The target and those of its kind: who is before one of five trees is before the trees."""
    if target is None:
        return []
    ground = scene.thing(thing.rel.to) if thing.rel is not None else None
    if ground is None:
        return [target[1]]
    alike = [one.id for one in scene.objects if one.kind == ground.kind and one.id in layout]
    return [target[1], *(layout[name] for name in alike if layout[name] is not target[1])]


def _price(
    box: Box,
    taken: Iterable[Placement],
    width: int,
    height: int,
    target: tuple[str, Placement] | None,
    crowd: Sequence[Placement],
    rim: float = 0.01,
) -> float:
    """How bad a place is: what it covers, and what of it is outside the picture or on its rim, a share of its sides."""
    area = max(1.0, (box[2] - box[0]) * (box[3] - box[1]))
    price = 0.0
    for other in taken:
        share = shared_area(box, other.box)
        theirs = max(1.0, float((other.box[2] - other.box[0]) * (other.box[3] - other.box[1])))
        meant = target is not None and (
            (target[1] is other and target[0] in ("behind", "front", "inside", "below", "around"))
            or (target[0] == "front" and any(one is other for one in crowd))
        )
        part = share / min(area, theirs)
        if meant:
            price += 1.2 * part
            if target is not None and target[0] == "front":
                price += HIDES * max(0.0, share / theirs - SEEN)
        elif target is not None:
            price += 5.0 * part
        else:
            price += 2.0 * min(part, EDGE) + 9.0 * max(0.0, part - EDGE)
    return price + _outside(box, width, height, rim)


def _outside(box: Box, width: int, height: int, rim: float) -> float:
    """What it costs to be outside of the picture, or on its rim."""
    inside = shared_area(box, (width * rim, height * rim, width * (1 - rim), height * (1 - rim)))
    return 9.0 * (1 - inside / max(1.0, area_of(box)))


def _cut_off(box: Box, width: int, height: int) -> float:
    """What it costs one more besides to be cut by the edge where there is a picture already: nobody is to come in by halves."""
    inside = shared_area(box, (0.0, 0.0, float(width), float(height)))
    return _BY_HALVES * max(0.0, 1 - inside / max(1.0, area_of(box)) - _A_RIM)


_BY_HALVES, _A_RIM = 24.0, 0.03
"""What it costs to be cut so, all of it, from such a share on."""


_A_DOLL, _DOLL = 0.75, 6.0
"""So small one that lives is a doll beside the others, and what it costs."""
_LOWEST = 0.965
"""The lowest foot, as a share of the picture's height."""
