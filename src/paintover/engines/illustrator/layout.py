"""Where everything stands: sizes from the real world, rows with depth, relations kept, newcomers beside those present.

A placement that is already there is never touched. All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

import math
import random
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import msgspec

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.art import UNIT
from paintover.engines.illustrator.attach import COMPRESSION, frame_on, is_borne, is_drape, place_of
from paintover.engines.illustrator.backdrops import Place
from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.backdrops.canvas import by_turns
from paintover.engines.illustrator.figures import Figure, silhouette
from paintover.engines.illustrator.poses import posed
from paintover.engines.illustrator.raster import Frame
from paintover.engines.illustrator.scene import Placement, Relation, Scene, Thing
from paintover.engines.illustrator.stock import figure_of, height_of, stock_of

Box = tuple[float, float, float, float]
ROW_OVERLAP = 1.32
"""A row's height in steps between rows: how much of the row behind may be hidden, less than a third of it."""
PERSPECTIVE = 0.86
"""How much smaller each row further back is."""


HOUSE_M = 2.4
"""What is at least that high is entered, not filled."""
CLEARANCE = {"dining-table": 0.66, "bench": 0.42, "chair": 0.42}
"""Furniture that something fits under, between the legs: the share of its height that is free."""
_OPPOSITE = {"below": "above", "left": "right", "right": "left"}
"""What one is to its ground, and so the ground to it, where the ground is placed later."""
_ABREAST = 3
"""No more than these stand side by side, some ashore and some afloat."""
LEGGED = frozenset({"duck", "goose", "frog", "crocodile", "anchor", "ring-buoy", "surfboard", "seal"})
"""Kinds of the water's edge: they stand on the shore where there is one."""


def floats(thing: Thing, place: Place) -> bool:
    """Whether it lies in the water here."""
    if place.water is None or (stock_of(thing).habitat != "water" and not place.all_water):
        return False
    return place.all_water or thing.kind not in LEGGED


def rooted(thing: Thing) -> bool:
    """Whether it stands on the ground and nothing can bring it off: under a tree is at its foot."""
    kind = stock_of(thing)
    return kind.habitat == "ground" and not kind.alive and height_of(thing) >= 2


def sheltered(scene: Scene, thing: Thing) -> Thing | None:
    """What it is said to be under, if that keeps standing where it stands: a tree, a table with room below it."""
    over = scene.thing(thing.rel.to) if thing.rel is not None and thing.rel.type == "below" else None
    return over if over is not None and (rooted(over) or over.kind in CLEARANCE) else None


def scene_size(scene: Scene) -> tuple[int, int]:
    """The scene's nominal width and height in pixels."""
    return parse_ratio(scene.ratio).size()


def frame_from(placement: Placement, figure: Figure) -> Frame:
    """The frame that a stored placement means for its figure."""
    return Frame(placement.x, placement.base, placement.scale, figure.foot, placement.flip, placement.angle)


def _standing(thing: Thing, place: Place, frame: Frame, figure: Figure) -> Placement:
    """The placement of one that stands for itself in that frame, in its pose."""
    if thing.pose in stock_of(thing).poses or not stock_of(thing).alive:
        return placement_from(frame, figure)
    flies = stock_of(thing).habitat == "sky" or place.floats
    flies = flies or (thing.rel is not None and thing.rel.type == "above")
    moved, lift = posed(frame, figure, thing.pose, flies=flies or floats(thing, place))
    return placement_from(moved, figure, lift=lift)


def placement_from(frame: Frame, figure: Figure, *, lift: float = 0.0) -> Placement:
    """A frame as it is stored, with an estimated box; drawing replaces the box by the true one."""
    stood = place_of(figure, frame)
    x0, y0, x1, y1 = stood.bounds(figure.extent)
    return Placement(
        x=round(stood.x, 2),
        base=round(stood.y, 2),
        scale=round(stood.scale, 2),
        flip=stood.flip,
        angle=round(stood.angle, 2),
        lift=lift,
        box=(math.floor(x0), math.floor(y0), math.ceil(x1), math.ceil(y1)),
    )


def bearer_of(scene: Scene, thing: Thing) -> Thing | None:
    """What carries the thing, if something in the scene does. Who is in a house stands at its door."""
    if thing.rel is None or not is_borne(thing) or thing.rel.to == thing.id:
        return None
    bearer = scene.thing(thing.rel.to)
    if bearer is not None and thing.rel.type == "inside" and height_of(bearer) >= HOUSE_M:
        return None
    return bearer


def arrange(scene: Scene, *, former: Mapping[str, Placement] | None = None) -> Scene:
    """The scene with a placement for every object; those of objects that are gone are dropped.

    `former` says where things that are to be placed again stood: they keep their spot, not their size.
    """
    former = former or {}
    present = {thing.id for thing in scene.objects}
    layout = {name: placement for name, placement in scene.layout.items() if name in present}
    roots = [thing for thing in scene.objects if bearer_of(scene, thing) is None]
    fresh = [thing for thing in roots if thing.id not in layout]
    if fresh and len(fresh) == len(roots):
        return _composed(scene, fresh)
    for group in _alike(scene, fresh, former, layout):
        _together(scene, group, layout)
    for thing in fresh:
        if thing.id in layout:
            continue
        if thing.id in former:
            layout[thing.id] = _again(scene, thing, former[thing.id], layout)
        else:
            layout[thing.id] = _beside_those_present(scene, thing, layout)
    _place_borne(scene, layout)
    return msgspec.structs.replace(scene, layout={thing.id: layout[thing.id] for thing in scene.objects})


def _alike(
    scene: Scene, fresh: Sequence[Thing], former: Mapping[str, Placement], layout: Mapping[str, Placement]
) -> list[list[Thing]]:
    """Several newcomers of one kind that may stand anywhere: they get one size."""
    groups: dict[tuple[str, str | None], list[Thing]] = {}
    for thing in fresh:
        if thing.id not in former and _relative(scene, thing, dict(layout)) is None:
            groups.setdefault((thing.kind, thing.size), []).append(thing)
    return [group for group in groups.values() if len(group) > 1]


def _together(scene: Scene, group: Sequence[Thing], layout: dict[str, Placement]) -> None:
    """Place several of a kind in the size in which they all fit best."""
    tall = _usual_height(scene, layout, group[0], scene_size(scene)[1])
    best: tuple[float, dict[str, Placement]] | None = None
    for shrink in (1.0, 0.85, 0.7, 0.58, 0.48, 0.4):
        tried, price = dict(layout), (1 - shrink) * 1.1
        for thing in group:
            found, cost = _spot(scene, thing, tried, tall=tall * shrink, shrinks=(1.0,))
            tried[thing.id] = found
            price += cost
        if best is None or price < best[0]:
            best = (price, tried)
    if best is not None:
        layout.update(best[1])


def _composed(scene: Scene, things: Sequence[Thing]) -> Scene:
    """A whole new layout, made smaller until hats and riders are inside the picture too."""
    for headroom in (1.0, 0.88, 0.77, 0.66):
        layout = _Composition(scene, things, headroom).place()
        _place_borne(msgspec.structs.replace(scene, layout={}), layout)
        if (
            min((placement.box[1] for placement in layout.values()), default=0)
            >= 0.015 * scene_size(scene)[1]
        ):
            break
    return msgspec.structs.replace(scene, layout={thing.id: layout[thing.id] for thing in scene.objects})


# --- a new picture ----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Actor:
    thing: Thing
    figure: Figure
    rel: float
    """Height as a share of the tallest's, compressed."""

    @property
    def breadth(self) -> float:
        return self.rel * self.figure.width / self.figure.height


class _Composition:
    """Places all standing things of a picture that has none yet."""

    def __init__(self, scene: Scene, things: Sequence[Thing], headroom: float = 1.0) -> None:
        self.scene, self.things, self.headroom = scene, things, headroom
        self.width, self.height = scene_size(scene)
        self.place_ = place_in(scene.env, scene.seed)
        self.rng = random.Random(f"{scene.seed}:layout")
        self.layout: dict[str, Placement] = {}
        self.vertical = _vertical(scene, things)

    def place(self) -> dict[str, Placement]:
        aside = {upper for upper, _ in self.vertical}
        aside |= {
            t.id
            for t in self.things
            if t.rel is not None
            and (t.rel.type in ("behind", "front", "inside") or sheltered(self.scene, t) is not None)
            and self._known(t)
        }
        main = [thing for thing in self.things if thing.id not in aside]
        flying = [thing for thing in main if self._flies(thing)]
        afloat = [thing for thing in main if self._swims(thing)]
        standing = [thing for thing in main if thing not in flying and thing not in afloat]
        tall = max((height_of(t) for t in [*standing, *afloat] or flying), default=1.0)
        if afloat and standing and len(main) - len(flying) <= _ABREAST:
            unit = self._shore(self._in_order([*standing, *afloat]), tall)
        else:
            unit = self._rows(self._in_order(standing), tall) if standing else 0.0
        if afloat and not self.layout.keys() & {thing.id for thing in afloat}:
            unit = self._on_water(self._in_order(afloat), tall, with_others=bool(standing)) or unit
        if flying:
            self._in_the_sky(flying, tall, unit, alone=not standing and not afloat)
        for thing in self.things:
            if thing.id in aside:
                self.layout[thing.id] = _beside_those_present(self.scene, thing, self.layout)
        return self.layout

    def _known(self, thing: Thing) -> bool:
        return thing.rel is not None and any(other.id == thing.rel.to for other in self.things)

    def _flies(self, thing: Thing) -> bool:
        return stock_of(thing).habitat == "sky" and not self.place_.floats

    def _swims(self, thing: Thing) -> bool:
        return floats(thing, self.place_)

    def _in_order(self, things: Sequence[Thing]) -> list[_Actor]:
        """From left to right, neighbours as the relations say."""
        order = list(things)
        if self.rng.random() < 0.5 and len({thing.kind for thing in order}) == len(order):
            order.reverse()
        for thing in things:
            relation = thing.rel
            if relation is None or relation.type not in ("left", "right", "beside", "between"):
                continue
            if relation.type == "between":
                _put_between(order, thing, relation)
                continue
            target = next((other for other in order if other.id == relation.to), None)
            if target is None or target is thing:
                continue
            order.remove(thing)
            order.insert(order.index(target) + (0 if relation.type == "left" else 1), thing)
        tall = max((height_of(thing) for thing in order), default=1.0)
        return [_Actor(t, figure_of(t), max(0.33, (height_of(t) / tall) ** COMPRESSION)) for t in order]

    def _rows(self, actors: list[_Actor], tall: float) -> float:
        """Stand in one to four rows, whichever lets everybody be largest; returns the tallest's height in pixels."""
        if not actors:
            return 0.0
        best, unit = [actors], self._fitting([actors])
        few = len(actors) <= 3 and self.width >= self.height
        for count in range(2, 2 if few else min(4, len(actors)) + 1):
            rows = _split(actors, count)
            tallest = self._fitting(rows)
            if tallest > unit * (1.35 if len(best) == 1 else 1.08):
                best, unit = rows, tallest
        far, near = self.place_.far * self.height, self.place_.near * self.height
        if len(best) == 1:
            closeness = self._closeness(len(actors))
            unit = max(unit * closeness, min(unit, 0.40 * self.height))
            back = (1 - closeness) * 0.62 * (near - far)
            far = near = self.height * (self.place_.near - 0.03) - back
        for index, row in enumerate(best):
            behind = len(best) - 1 - index
            base = near if len(best) == 1 else far + (near - far) * index / (len(best) - 1)
            self._row(row, base, unit * PERSPECTIVE**behind, tall)
        return unit

    def _closeness(self, actors: int) -> float:
        """How near the camera stands, by seed: 1 fills the picture. Many are shown as large as they fit."""
        if self.vertical or actors > 5:
            return 1.0
        steps = (1.0, 0.92, 0.84, 0.76) if actors < 4 else (1.0, 0.94, 0.88)
        return by_turns(self.scene.seed, "framing", steps)

    def _fitting(self, rows: list[list[_Actor]]) -> float:
        height = self.height * (0.66 if len(rows) == 1 else 0.6) * self.headroom
        if self.vertical:
            height = min(height, self.height * 0.40)
        if self.place_.floats or self.place_.horizon > 0.55:
            height = min(height, self.height * 0.58)
        for index, row in enumerate(rows):
            behind = len(rows) - 1 - index
            breadth = sum(actor.breadth for actor in row) + _gap(row) * (len(row) - 1)
            height = min(
                height, self.width * (0.92 if len(row) > 1 else 0.80) / breadth / PERSPECTIVE**behind
            )
            if index > 0:
                step = (self.place_.near - self.place_.far) * self.height / (len(rows) - 1)
                height = min(
                    height, step * ROW_OVERLAP / max(actor.rel for actor in row) / PERSPECTIVE**behind
                )
        return height

    def _row(self, row: list[_Actor], base: float, unit: float, tall: float) -> None:
        gap = _gap(row) * unit
        total = sum(actor.breadth for actor in row) * unit + gap * (len(row) - 1)
        spare = max(0.0, self.width * 0.94 - total)
        gap += min(spare / (len(row) + 1), 0.22 * unit) if len(row) > 1 else 0
        total = sum(actor.breadth for actor in row) * unit + gap * (len(row) - 1)
        spare = max(0.0, self.width * 0.96 - total)
        x = (self.width - total) / 2 + self.rng.uniform(-1, 1) * min(spare * 0.42, self.width * 0.15)
        for place, actor in enumerate(row):
            wide = actor.breadth * unit
            depth = self.rng.uniform(-0.016, 0.014) + (0.014 if place % 2 else -0.004)
            foot = base + depth * self.height
            if self.place_.floats:
                foot = base + self.rng.uniform(-0.05, 0.03) * self.height
            foot = max(foot, actor.rel * unit + 0.03 * self.height)
            self._stand(actor.thing, actor.figure, x + wide / 2, foot, actor.rel * unit, of=len(self.things))
            x += wide + gap

    def _stand(self, thing: Thing, figure: Figure, x: float, base: float, height: float, *, of: int) -> None:
        scale = height / figure.height * UNIT
        self.layout[thing.id] = _standing(
            thing,
            self.place_,
            Frame(
                round(x),
                round(base),
                max(8, round(scale)),
                figure.foot,
                _looks_right(thing, x, self.width, of),
            ),
            figure,
        )

    def _shore(self, actors: list[_Actor], tall: float) -> float:
        """A few ashore and afloat side by side, so that nobody hides a boat: one row, each at its own water or ground."""
        water = (self.place_.water or 0.6) * self.height
        unit = min(self._fitting([actors]), self.height * 0.5)
        self._row(actors, self.height * (self.place_.near - 0.03), unit, tall)
        for actor in actors:
            if self._swims(actor.thing):
                placed = self.layout[actor.thing.id]
                self._stand(
                    actor.thing, actor.figure, placed.x, water, min(actor.rel * unit, 0.34 * self.height),
                    of=len(self.things),
                )  # fmt: skip
        return unit

    def _on_water(self, actors: list[_Actor], tall: float, *, with_others: bool) -> float:
        unit = min(self._fitting([actors]), self.height * (0.34 if with_others else 0.56))
        self._row(actors, self.height * (self.place_.water or 0.6), unit, tall)
        return unit

    def _in_the_sky(self, things: list[Thing], tall: float, unit: float, *, alone: bool) -> None:
        unit = unit or self.height * 0.5
        rows = 1 if len(things) <= 4 else 2
        per = math.ceil(len(things) / rows)
        for index, thing in enumerate(things):
            figure = figure_of(thing)
            row, column = divmod(index, per)
            slots = min(per, len(things) - row * per)
            slot = self.width * 0.92 / slots
            rel = min(0.62, max(0.30, (height_of(thing) / tall) ** COMPRESSION))
            height = self.height * 0.44 / rows if alone else min(rel * unit, self.height * 0.24)
            height = min(height, slot * 0.86 * figure.height / figure.width)
            if not alone:
                self.layout[thing.id] = _beside_those_present(self.scene, thing, self.layout, tall=height)
                continue
            height *= self.headroom**1.6
            x = self.width * 0.04 + slot * (column + 0.5)
            middle = (1 - self.headroom) * 0.75 * self.height + self.height * (
                0.44 if rows == 1 else 0.28 + 0.36 * row
            )
            if self.vertical:  # room for what is above it
                height, middle = height * 0.72, middle + 0.16 * self.height
            y = middle + self.rng.uniform(-0.05, 0.05) * self.height
            jitter = self.rng.uniform(-0.06, 0.06) * slot
            self._stand(thing, figure, x + jitter, y + height / 2, height, of=len(self.things))


def _put_between(order: list[Thing], thing: Thing, relation: Relation) -> None:
    """Bring the two next to each other, and the thing between them."""
    ends = [other for other in order if other.id in (relation.to, relation.also) and other is not thing]
    order.remove(thing)
    if len(ends) == 2:
        order.remove(ends[1])
        order.insert(order.index(ends[0]) + 1, ends[1])
    order.insert(order.index(ends[0]) + 1 if ends else len(order), thing)


def _gap(row: Sequence[_Actor]) -> float:
    """The least distance between neighbours, in heights of the tallest."""
    return 0.07 * max(actor.rel for actor in row)


def _split(actors: list[_Actor], count: int) -> list[list[_Actor]]:
    """Rows from back to front: the tallest behind, about equally broad; in each row the given order is kept.

    Where relations tie actors together, the order is kept through all rows instead.
    """
    tied = any(actor.thing.rel is not None for actor in actors)
    order = {actor.thing.id: place for place, actor in enumerate(actors)}
    ranked = actors if tied or len({a.rel for a in actors}) == 1 else sorted(actors, key=lambda a: -a.rel)
    if ranked is actors:
        size, extra = divmod(len(actors), count)
        cuts = [size * k + max(0, k - (count - extra)) for k in range(count + 1)]
        return [actors[start:end] for start, end in pairwise(cuts)]
    whole, breadth = sum(actor.breadth for actor in ranked), 0.0
    rows: list[list[_Actor]] = [[]]
    for actor in ranked:
        left = len(ranked) - sum(map(len, rows))
        full = breadth + actor.breadth / 2 > whole * len(rows) / count
        if rows[-1] and len(rows) < count and (full or left <= count - len(rows)):
            rows.append([])
        rows[-1].append(actor)
        breadth += actor.breadth
    return [sorted(row, key=lambda a: order[a.thing.id]) for row in rows]


def _vertical(scene: Scene, things: Iterable[Thing]) -> list[tuple[str, str]]:
    """Pairs (upper, lower) that stand above one another."""
    pairs = []
    known = {thing.id for thing in scene.objects}
    for thing in things:
        if thing.rel is None or thing.rel.to not in known or thing.rel.to == thing.id:
            continue
        lower = thing if thing.rel.type == "below" else scene.thing(thing.rel.to)
        upper = scene.thing(thing.rel.to) if lower is thing else thing
        if upper is None or rooted(upper) or (lower is thing and upper.kind in CLEARANCE):
            continue
        if thing.rel.type == "above":
            pairs.append((thing.id, thing.rel.to))
        elif thing.rel.type == "below":
            pairs.append((thing.rel.to, thing.id))
    return pairs


def _looks_right(thing: Thing, x: float, width: float, actors: int) -> bool:
    """Those on the left turn to the middle; drawings look left. Things do not turn, as letters must not."""
    return stock_of(thing).alive and x < width * 0.5 - 2


# --- newcomers --------------------------------------------------------------------------------------------------------


def _beside_those_present(
    scene: Scene, thing: Thing, layout: dict[str, Placement], *, tall: float | None = None
) -> Placement:
    """A place for one more, `tall` pixels high if there is room: as its relation says, where it covers least."""
    return _spot(scene, thing, layout, tall=tall)[0]


def _spot(
    scene: Scene,
    thing: Thing,
    layout: dict[str, Placement],
    *,
    tall: float | None = None,
    shrinks: tuple[float, ...] = (1.0, 0.86, 0.72, 0.6, 0.5, 0.42),
) -> tuple[Placement, float]:
    """The best place for one more, and its price."""
    width, height = scene_size(scene)
    place, figure = place_in(scene.env, scene.seed), figure_of(thing)
    target = _relative(scene, thing, layout)
    tall = _usual_height(scene, layout, thing, height) if tall is None else tall
    tall = min(tall, height * 0.6, width * 0.7 * figure.height / figure.width)
    if target is not None and (shelter := sheltered(scene, thing)) is not None and not rooted(shelter):
        _, top, _, bottom = target[1].box
        tall = min(tall, CLEARANCE[shelter.kind] * (bottom - top))
    candidates = []
    for shrink in shrinks:
        size = max(tall * shrink, height * 0.07)
        wide = size * figure.width / figure.height
        for x, base, bias in _spots(scene, thing, place, target, layout, size, wide):
            air = 0.10 * wide if target is None else 0.0
            box = (x - wide / 2 - air, base - size, x + wide / 2 + air, base)
            price = _price(box, layout.values(), width, height, target) + bias + (1 - shrink) * 1.1
            candidates.append((round(price, 6), x, base, size))
    price, x, base, size = min(candidates)
    scale = max(8, round(size / figure.height * UNIT))
    actors = len(scene.objects)
    frame = Frame(round(x), round(base), scale, figure.foot, _looks_right(thing, x, width, actors))
    return _standing(thing, place, frame, figure), price


def _again(scene: Scene, thing: Thing, was: Placement, layout: dict[str, Placement]) -> Placement:
    """On the same spot, in the size that it has now."""
    width, height = scene_size(scene)
    figure = figure_of(thing)
    tall = min(
        _usual_height(scene, layout, thing, height), height * 0.72, width * 0.8 * figure.height / figure.width
    )
    scale = max(8, round(tall / figure.height * UNIT))
    flip = _looks_right(thing, was.x, width, len(scene.objects))
    ground = round(was.base + was.lift)
    return _standing(
        thing, place_in(scene.env, scene.seed), Frame(round(was.x), ground, scale, figure.foot, flip), figure
    )


def _relative(scene: Scene, thing: Thing, layout: dict[str, Placement]) -> tuple[str, Placement] | None:
    """The relation as seen from this thing, and whom it is to."""
    if thing.rel is not None and thing.rel.to in layout:
        return thing.rel.type, layout[thing.rel.to]
    for other in scene.objects:
        # "the ox is below the bird": the bird is placed above the ox
        if other.rel is not None and other.rel.to == thing.id and other.id in layout:
            opposite = _OPPOSITE.get(other.rel.type)
            if opposite is not None:
                return opposite, layout[other.id]
    return None


def _usual_height(scene: Scene, layout: dict[str, Placement], thing: Thing, height: int) -> float:
    """Its height in pixels at the scale of those that are there."""
    scales = []
    for other in scene.objects:
        if other.id in layout and bearer_of(scene, other) is None:
            figure = figure_of(other)
            pixels = layout[other.id].scale * figure.height / UNIT
            scales.append(pixels / height_of(other) ** COMPRESSION)
    usual = statistics.median(scales) if scales else height * 0.5
    return float(max(height * 0.08, usual * height_of(thing) ** COMPRESSION))


def _spots(
    scene: Scene,
    thing: Thing,
    place: Place,
    target: tuple[str, Placement] | None,
    layout: Mapping[str, Placement],
    size: float,
    wide: float,
) -> list[tuple[float, float, float]]:
    """Candidate (x, base, price) for a thing of that height and breadth."""
    width, height = scene_size(scene)
    columns = [
        width * (0.5 + wide / width / 2 * 0) + (k - 12) / 12 * max(0.0, (width - wide) / 2 - width * 0.015)
        for k in range(25)
    ]
    bases = [
        height * (place.near - 0.03),
        height * place.near,
        height * (place.far + place.near) / 2,
        height * place.far,
    ]
    kind = stock_of(thing)
    if kind.habitat == "sky" and not place.floats:
        bases = [height * share + size for share in (0.06, 0.10, 0.16, 0.24)]
    elif floats(thing, place) and place.water is not None:
        bases = [height * place.water]
    spots = [(x, base, 0.05 * abs(k - 12) / 12) for k, x in enumerate(columns) for base in bases]
    if target is None:
        return spots
    relation, other = target
    left, top, right, _ = other.box
    half = (right - left) / 2
    if relation in ("above", "below"):
        # several above one thing stand side by side
        across = [(other.x + step * 1.12 * wide, 0.02 * abs(step)) for step in range(-4, 5)]
    if relation == "above":
        return [(x, max(size + height * 0.02, top - height * 0.03), bias) for x, bias in across]
    if relation == "below" and (shelter := sheltered(scene, thing)) is not None and not rooted(shelter):
        base = min(height * 0.975, other.base + height * 0.012)
        room = half * 0.95 - wide / 2
        steps = [step for step in (0, 0.6, -0.6, 1.1, -1.1) if abs(step * wide) <= room] or [0]
        return [(other.x + step * wide, base, 0.1 * abs(step)) for step in steps]
    if relation == "below" and shelter is not None:
        base = min(height * 0.975, other.base + height * 0.03)
        return [
            (other.x + side * half * reach, base, 0.3 * reach)
            for side in (1, -1)
            for reach in (0.12, 0.4, 0.7)
        ]
    if relation == "below":
        return [(x, min(height * 0.97, other.box[3] + height * 0.03 + size), bias) for x, bias in across]
    if relation == "behind":
        return _peeping(scene, thing, other, size, wide, other.base - height * 0.045)
    if relation in ("front", "inside"):
        base = min(height * 0.975, other.base + height * 0.05)
        return [(other.x + side * half * reach, base, 0.0) for side in (1, -1) for reach in (0.5, 0.8)]
    also = layout.get(thing.rel.also or "") if thing.rel is not None else None
    if relation == "between" and also is not None:
        ends = sorted((other.box, also.box), key=lambda box: box[0] + box[2])
        middle = (ends[0][2] + ends[1][0]) / 2
        base = max(other.base, also.base)
        return [(middle, base + shift * height, shift) for shift in (0.0, 0.03, 0.06) if base < height * 0.96]
    if relation in ("left", "right") and kind.habitat == "sky" and not place.floats:
        return _in_the_air_beside(relation, other, columns, size, wide, height)
    level = [(x, other.base + shift * height, 0.02) for x in columns for shift in (0.0, 0.015, -0.02)]
    if relation == "left":
        return [(x, base, 0.0) for x, base, _ in level if x + wide * 0.35 <= other.x - half * 0.6] or [
            (wide / 2, other.base + height * 0.03, 0.5)
        ]
    if relation == "right":
        return [(x, base, 0.0) for x, base, _ in level if x - wide * 0.35 >= other.x + half * 0.6] or [
            (width - wide / 2, other.base + height * 0.03, 0.5)
        ]
    return [(x, base, 0.4 * abs(x - other.x) / width) for x, base, _ in level] + [
        (x, b, p + 0.3) for x, b, p in spots
    ]


def _in_the_air_beside(
    relation: str, other: Placement, columns: Sequence[float], size: float, wide: float, height: int
) -> list[tuple[float, float, float]]:
    """Spots for what flies left or right of something: rather beside it than above it, and rather high than low."""
    left, top, right, bottom = other.box
    way = -1 if relation == "left" else 1
    spots = []
    for share in (0.0, 0.35, 0.7, 1.0):
        base = max(size + 0.03 * height, top + size * share)
        base = min(base, bottom - 0.1 * size)
        rise = abs((top + bottom) / 2 - (base - size / 2))
        for x in columns:
            aside = way * (x - (left + right) / 2) - 0.1 * (wide + right - left)
            if aside > 0:
                spots.append((x, base, 0.1 * share + 2.0 * max(0.0, 1 - aside / max(1.0, rise))))
    edge = wide / 2 if relation == "left" else columns[-1]
    return spots or [(edge, max(size + 0.03 * height, top + size), 0.5)]


def _peeping(
    scene: Scene, thing: Thing, other: Placement, size: float, wide: float, base: float
) -> list[tuple[float, float, float]]:
    """Spots behind a target from which about half of the thing shows: at the target's sides, as far up as it reaches."""
    target = scene.thing(thing.rel.to) if thing.rel is not None else None
    if target is None or size > 1.5 * (other.box[3] - other.box[1]):
        return [(other.x + side * 0.25 * wide, base, 0.0) for side in (1, -1)]
    left, right = silhouette(figure_of(target), size / other.scale * UNIT)
    left, right = (
        (left - figure_of(target).foot[0]) * other.scale / UNIT,
        (right - figure_of(target).foot[0]) * other.scale / UNIT,
    )
    if other.flip:
        left, right = -right, -left
    return [(other.x + right + 0.08 * wide, base, 0.0), (other.x + left - 0.08 * wide, base, 0.0)]


def _price(
    box: Box, taken: Iterable[Placement], width: int, height: int, target: tuple[str, Placement] | None
) -> float:
    """How bad a place is: what it covers, and what of it is outside the picture."""
    area = max(1.0, (box[2] - box[0]) * (box[3] - box[1]))
    price = 0.0
    for other in taken:
        share = _shared(box, other.box)
        theirs = max(1.0, float((other.box[2] - other.box[0]) * (other.box[3] - other.box[1])))
        meant = (
            target is not None and target[1] is other and target[0] in ("behind", "front", "inside", "below")
        )
        price += (1.2 if meant else 5.0) * share / min(area, theirs)
    inside = _shared(box, (width * 0.01, height * 0.01, width * 0.99, height * 0.99))
    return price + 9.0 * (1 - inside / area)


def _shared(first: Box, second: Box) -> float:
    wide = min(first[2], second[2]) - max(first[0], second[0])
    high = min(first[3], second[3]) - max(first[1], second[1])
    return max(0.0, wide) * max(0.0, high)


# --- things on things -------------------------------------------------------------------------------------------------


def _place_borne(scene: Scene, layout: dict[str, Placement]) -> None:
    """Place what others carry, bearers first; a ring of bearers is broken where it closes."""
    waiting = [thing for thing in scene.objects if thing.id not in layout]
    while waiting:
        ready = [
            thing
            for thing in waiting
            if (bearer := bearer_of(scene, thing)) is not None and bearer.id in layout
        ]
        if not ready:
            layout[waiting[0].id] = _beside_those_present(scene, waiting[0], layout)
        for thing in ready:
            layout[thing.id] = _borne(scene, thing, layout)
        waiting = [thing for thing in waiting if thing.id not in layout]


def _borne(scene: Scene, thing: Thing, layout: dict[str, Placement]) -> Placement:
    bearer = bearer_of(scene, thing)
    if bearer is None:
        return _beside_those_present(scene, thing, layout)
    frame = frame_from(layout[bearer.id], figure_of(bearer))
    sharing = [other for other in scene.objects if _same_seat(other, thing)]
    seated = [other for other in sharing if other.id in scene.layout]
    arriving = [other for other in sharing if other.id not in scene.layout]
    seat, seats = arriving.index(thing), len(arriving)
    if seated:
        # those that sit already stay; the newcomers go to the next seats, right and left in turn
        step = len(seated) + seat
        seat, seats = (0, 1) if step == 0 else (step, 1)
    if seated:
        signed = (seat + 1) // 2 * (1 if seat % 2 else -1)
        stood = frame_on(thing, bearer, frame, 0, 1)
        lying = frame_on(thing, bearer, frame, seat, 1)
        if abs(lying.x - stood.x) > 1 or abs(lying.y - stood.y) > 1:
            figure = figure_of(thing)
            wide = figure.width * stood.factor
            lying = replace(stood, x=stood.x + signed * wide * 0.9, angle=lying.angle, y=lying.y)
        return placement_from(lying, figure_of(bearer) if is_drape(thing) else figure_of(thing))
    return placement_from(
        frame_on(thing, bearer, frame, seat, seats),
        figure_of(bearer) if is_drape(thing) else figure_of(thing),
    )


def _same_seat(first: Thing, second: Thing) -> bool:
    """Whether two things stand on the same part of the same bearer."""
    if first.rel is None or second.rel is None or not is_borne(first) or is_drape(first) != is_drape(second):
        return False
    return (first.rel.to, first.rel.part) == (second.rel.to, second.rel.part)
