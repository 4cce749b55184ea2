"""A new picture: sizes from the real world, compressed; one row or several, in depth; neighbours as the relations say.

Seeds differ in how near the camera stands, in where the group is, and in how its members step forward and back.
"""

from __future__ import annotations

import math
import random
from collections.abc import Collection, Sequence
from itertools import groupby

import msgspec

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.backdrops.canvas import by_turns
from paintover.engines.illustrator.scene import Placement, Relation, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.backed import backs, behind_all
from paintover.engines.illustrator.staging.barriers import over_barriers
from paintover.engines.illustrator.staging.before_several import LOWER, NEARER, before_several
from paintover.engines.illustrator.staging.company import MAT, has_arms, nestle
from paintover.engines.illustrator.staging.comparing import (
    BUS_STOP,
    drives,
    dwarfs,
    is_called_small,
    is_loose,
    least_height,
    one_above_another,
)
from paintover.engines.illustrator.staging.crowds import CROWD, across_the_picture
from paintover.engines.illustrator.staging.distant import (
    SPANNING,
    at_the_horizon,
    far_at,
    is_distant,
    is_out_there,
)
from paintover.engines.illustrator.staging.drift import are_adrift, drifted
from paintover.engines.illustrator.staging.formations import fall_in
from paintover.engines.illustrator.staging.headed import all_one_way
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.likeness import BOTH_SEXES, BROODS
from paintover.engines.illustrator.staging.mounts import RIDDEN, is_ridden
from paintover.engines.illustrator.staging.newcomers import (
    LUMINARIES,
    STARS,
    WALLED,
    alike_in_relation,
    beside_those_present,
    together,
)
from paintover.engines.illustrator.staging.on_water import lies_there, size_of_swimmers, spans_a_pond, strewn
from paintover.engines.illustrator.staging.rows import (
    SAT_M,
    Actor,
    are_little,
    are_near,
    bears_somebody,
    beside_it,
    is_crewed,
    is_waited_at,
    laid_for,
    laid_low,
    least_gap,
    outreaches,
    outside_of_its_like,
    put_between,
    seat_of,
    side_by_side,
    split,
)
from paintover.engines.illustrator.staging.shelter import sheltered
from paintover.engines.illustrator.staging.shoals import in_a_shoal
from paintover.engines.illustrator.staging.standing import (
    BRIDGES,
    SEABED,
    floats,
    hangs,
    in_the_air,
    is_immersed,
    is_under_water,
    lies_on_the_seabed,
    looks_right,
    ring_of,
    runs_from,
    scene_size,
    standing,
    sunk_by,
)
from paintover.engines.illustrator.staging.usual_sizes import (
    A_BIRD,
    A_FOWL,
    A_HEN,
    A_MOON,
    A_MOON_ABOVE,
    A_STAR,
    ABOVE_THE_LAND,
    BATHERS,
    BESIDE_A_WINDOW,
    BIRD_M,
    CREWED,
    DAINTY,
    DWARFING,
    FROM_THE_SHORE,
    GLIMPSED,
    GRAND_M,
    HATCHED,
    INSECT_M,
    LOOSE,
    MOST_MARGIN,
    OF_A_FLOCK,
    ON_THE_ROAD,
    OUT_AT_SEA,
    OVER_THOSE,
    TOLD_SIDE,
    YOUNG,
)
from paintover.engines.illustrator.staging.waiting_on import upright_height

ROW_OVERLAP, _FEW_OVERLAP = 1.32, 1.06
"""A row's height in steps between rows: how much of the row behind may be hidden, less than a third of it; of a few
next to nothing."""
PERSPECTIVE = 0.86
"""How much smaller each row further back is."""
_TOWERING = 4.0
"""What stands behind the others and is so many times as high makes them look small."""
_CONTRAST = 5.0
"""How many times as high as what is called small that is, in metres, which is called large beside it."""
_KERB, _WALKING = 0.22, 0.29
"""Where the kerb of a street is on the way from the horizon to the lower edge, and how high who walks there is, in pictures."""
_WAITING = 0.42
"""The same of those at a bus stop."""
_LITTLE = 0.76
"""How many times smaller animals are drawn that stand before clearly larger animals: hens before a cow."""
_STEPS = (
    (1.0, 0.9, 0.8, 0.7),
    (0.94, 0.87, 0.8, 0.72),
    (0.86, 0.81, 0.76, 0.7),
    (0.88, 0.84, 0.8),
    (0.94, 0.91, 0.88),
)
"""How near the camera may stand to none, one, two, three, and more: who is to come next is to have room beside them."""
_TOLD = {"high": 0.62, "low": 1.0}
"""How near what is seen from above or below stands: small on much ground, or looming."""
_ACROSS = 0.56
"""Where a bridge stands over a river, as a share of the way from the horizon to the lower edge."""
_FURNISHED_M = 0.55
"""In a room with nothing higher than that, in metres, a window is as much of the picture as the cat beside it."""
_ROW_GAP, _ROW_GAP_UPRIGHT = 1.06, 1.35
"""How far apart rows are at most, in heights of the one in front; farther in a tall picture."""
_NEAR = 0.03
"""How far apart those are who stand beside each other, in heights of the tallest."""
_NESTLED = 0.16
"""How much of the slighter one's breadth two share who hug and have no arms."""
_DEEPER = 0.1
"""How far beyond where the hindmost usually stands those of a row behind may, as a share of the way to the horizon: at the
horizon itself whoever is not tiny hovers."""
_FEW = 4
"""So many are few."""
_AT_ITS_FOOT = 0.05
"""How far before the foot of a wall what is part of it ends, as a share of the floor."""
_BELOW, _BELOW_THE_MOON, _LEAST_BELOW = 0.40, 0.52, 0.2
"""How high who is below something is at most, or below the moon, and at least, as shares of the picture's height."""
_STACKED = 0.9
"""How much of the picture's height two have that are above one another."""
_A_ROW_OUT = 0.16
"""How much farther out a second row is on the sea, as a share of the picture's height."""
_ABREAST = 5
"""No more than these stand side by side, some ashore and some afloat."""


class Composition:
    """Places all standing things of a picture that has none yet."""

    def __init__(
        self, scene: Scene, things: Sequence[Thing], headroom: float = 1.0, *, margin: float = 0.0
    ) -> None:
        self.scene, self.things, self.headroom = scene, things, headroom
        self.margin = margin
        """The share of the picture's width, at one side, that is left to what is far away."""
        self.unseen = 0.0
        """How broad what is far away is, as a share of the picture's width, where those in front hide it; else 0."""
        self.width, self.height = scene_size(scene)
        self.place_ = place_in(scene.env, scene.seed)
        self.rng = random.Random(f"{scene.seed}:layout")
        self.layout: dict[str, Placement] = {}
        self.vertical = one_above_another(scene, things)
        self.luminaries = {thing.id for thing in scene.objects if thing.kind in LUMINARIES}
        self.ringed = max((len(ring_of(scene, thing)) for thing in things), default=0)
        """How many are around one thing, so that there must be room on all sides of it."""
        self.beyond = any(
            one.rel is not None and one.rel.type == "inside" and (at := scene.thing(one.rel.to)) is not None
            and at.kind == "bay-window" and len(things) > 1
            for one in scene.objects
        )  # fmt: skip
        """Whether something is seen through a window, before which nobody is to stand."""
        self.anglers = {
            one.rel.to
            for one in scene.objects
            if one.kind == "fishing-rod" and one.rel is not None and one.rel.type == "hold"
        }
        """Who has a rod."""
        self.teams = {
            one.rel.to
            for one in scene.objects
            if one.kind == "leash" and one.rel is not None and one.rel.type == "hold"
            and (load := scene.thing(one.rel.also or "")) is not None and not stock_of(load).alive
            and (puller := scene.thing(one.rel.to)) is not None and not has_arms(stock_of(puller))
        }  # fmt: skip
        """Animals that pull."""
        self.turned: dict[str, bool] = dict.fromkeys(all_one_way(scene), False)
        """Who looks right, or left, wherever it stands: at who is in its arms, or as all do who run one after the other."""
        self.foremost = before_several(scene, things)
        """Who stands in the midst of others and a step nearer."""
        self.walled: frozenset[str] = frozenset()
        """The windows and rugs behind others, which have no place among them."""
        self.tallest = 0.0
        """The height in metres of one that stands behind the others and is far taller; 0 where there is none."""

    def place(self) -> dict[str, Placement]:
        aside = {upper for upper, _ in self.vertical}
        aside |= {
            t.id
            for t in self.things
            if t.rel is not None
            and (
                t.rel.type in ("behind", "front", "inside", "around")
                or spans_a_pond(self.scene, t)
                or sheltered(self.scene, t) is not None
                or is_under_water(self.scene, t)
            )
            and self._known(t)
        }
        aside -= {
            one.id
            for one in self.things
            if self._is_before_the_far(one) or self._is_at_a_front(one) or is_out_there(self.scene, one)
        }
        aside -= {one.id for one in self.foremost}
        aside |= self._with_those_in_front(aside)
        distant = [t for t in self.things if is_distant(self.scene, t) and t.id not in aside]
        aside |= {thing.id for thing in distant}
        aside |= self._span([t for t in self.things if t.id not in aside])
        walled = self._walled([t for t in self.things if t.id not in aside])
        self.walled = frozenset(thing.id for thing in walled)
        aside |= self.walled
        main = [thing for thing in self.things if thing.id not in aside]
        for crowd in [thing for thing in main if thing.kind == CROWD and len(main) > 1]:
            self.layout[crowd.id] = across_the_picture(self.scene, crowd, self.place_, figure_of(crowd))
        main = [thing for thing in main if thing.id not in self.layout]
        laid = [thing for thing in main if lies_there(thing)]
        main = [thing for thing in main if thing not in laid]
        self.width = round((1 - self.margin) * self.width)
        flying = [thing for thing in main if self._flies(thing)]
        afloat = [thing for thing in main if self._swims(thing)]
        standing = [thing for thing in main if thing not in flying and thing not in afloat]
        tall = max((self._said_height(t) for t in [*standing, *afloat] or flying), default=1.0)
        mats = {one.id for one in self.things if one.kind == MAT}
        backing = [t for t in self.things if t.id in aside and backs(self.scene, t, standing)]
        towering = [
            t for t in self.things
            if t.id in aside and t not in (*backing, *distant) and t.rel is not None and t.rel.type == "behind" and t.rel.to not in mats
        ]  # fmt: skip
        self.tallest = max(
            (height_of(t) for t in towering if height_of(t) >= _TOWERING * tall and not self._flies(t)),
            default=0.0,
        )
        if self.place_.floats and standing and standing == main and self._drifts(standing):
            self._adrift(standing)
            return self.layout
        if afloat and standing and len(main) - len(flying) <= _ABREAST:
            unit = self._shore(self._in_order([*standing, *afloat]), tall)
        else:
            unit = self._rows(self._in_order(standing), tall) if standing else 0.0
        self._step_forward([one for one in standing if one in self.foremost])
        if afloat and not self.layout.keys() & {thing.id for thing in afloat}:
            unit = self._on_water(self._in_order(afloat), tall, with_others=bool(standing)) or unit
        if laid:
            self.layout |= strewn(self.scene, laid, [self.layout[one.id] for one in afloat])
        if flying:
            alone = not standing and not afloat and not any(hangs(thing) for thing in flying)
            self._in_the_sky(flying, tall, unit, alone=alone)
        self._beside_the_far()
        for thing in backing:
            self.layout[thing.id] = behind_all(self.scene, self.place_, thing, self.layout)
        over_barriers(self.scene, self.things, self.layout)
        waiting = [one for one in self.things if one.id in aside and one.id not in self.layout]
        for group in alike_in_relation(self.scene, waiting):
            together(self.scene, group, self.layout)
        for thing in [*walled, *self.things]:
            if thing.id in aside and thing not in distant and thing.id not in self.layout:
                self.layout[thing.id] = beside_those_present(self.scene, thing, self.layout)
        self._far_off(distant)
        fall_in(self.scene, self.place_, self.things, self.layout, self.headroom)
        return self.layout

    def _with_those_in_front(self, aside: Collection[str]) -> set[str]:
        """Who is beside one that is in front of a door or a window, which is no measure for them: placed after that one."""
        front = {
            one.id
            for one in self.things
            if one.id in aside and one.rel is not None and one.rel.type == "front"
            and (wall := self.scene.thing(one.rel.to)) is not None and wall.kind in WALLED
        }  # fmt: skip
        near = [one for one in self.things if one.rel is not None and one.rel.to in front]
        return {one.id for one in near if one.rel is not None and one.rel.type in ("beside", "left", "right")}

    def _span(self, things: Sequence[Thing]) -> set[str]:
        """Place the bridge of a river that runs towards us across it; the ids of all, who then find a place on its banks."""
        bridges = [one for one in things if one.kind in BRIDGES]
        if self.place_.channel is None or not bridges:
            return set()
        bridge, figure, of = bridges[0], figure_of(bridges[0]), len(self.things)
        alone = all(one in bridges or self._swims(one) or self._flies(one) for one in things)
        wide = min((0.82 if alone else 0.62) * self.width, 0.5 * self.height * figure.width / figure.tall)
        wide *= self.headroom
        base = self.place_.horizon * self.height + _ACROSS * (1 - self.place_.horizon) * self.height
        self._stand(bridge, figure, self.width / 2, base, wide * figure.tall / figure.width, of=of)
        return {one.id for one in things}

    def _walled(self, things: Sequence[Thing]) -> list[Thing]:
        """The windows and rugs of a room in which others stand: part of its wall and floor, behind them."""
        if not self.place_.indoors:
            return []
        others = [one for one in things if not self._flies(one) and one.kind not in WALLED]
        least = min(_FURNISHED_M, max((height_of(one) for one in others), default=9.0))
        return [
            one
            for one in things
            if one.kind in WALLED
            and others
            and (least == _FURNISHED_M or one.kind != "bay-window")
            and not bears_somebody(self.scene, one)
            and not is_waited_at(one, others)
        ]

    def _has_a_horizon(self) -> bool:
        return self.scene.env.place not in INDOORS and not self.place_.floats

    def _is_before_the_far(self, thing: Thing) -> bool:
        """Whether it is in front of something at the horizon, as everybody is."""
        ground = (
            self.scene.thing(thing.rel.to) if thing.rel is not None and thing.rel.type == "front" else None
        )
        return ground is not None and is_distant(self.scene, ground)

    def _is_at_a_front(self, thing: Thing) -> bool:
        """Whether it is in front of something, and several others beside it, who are as near as it is."""
        if thing.rel is None or thing.rel.type != "front":
            return False
        beside = Relation(type="beside", to=thing.id)
        return sum(one.rel == beside for one in self.things) > 1

    def _beside_the_far(self) -> None:
        """The whole width again, with those in front at the side that is not left to what is far away."""
        whole = scene_size(self.scene)[0]
        aside = 0 if far_at(self.scene) > 0.5 else whole - self.width
        self.width = whole
        for name, placed in self.layout.items() if aside else ():
            left, top, right, bottom = placed.box
            box = (left + aside, top, right + aside, bottom)
            self.layout[name] = msgspec.structs.replace(placed, x=placed.x + aside, box=box)

    def _far_off(self, things: Sequence[Thing]) -> None:
        """At the horizon; notes how broad those are that are hidden there."""
        for thing in things:
            alone = len(things) == len(self.things) == 1
            placed, hidden = at_the_horizon(self.scene, thing, self.layout, alone=alone)
            self.layout[thing.id] = placed
            broad = (placed.box[2] - placed.box[0]) / self.width
            self.unseen += 1.3 * broad if hidden > GLIMPSED else 0.0

    def _known(self, thing: Thing) -> bool:
        return thing.rel is not None and any(other.id == thing.rel.to for other in self.things)

    def _flies(self, thing: Thing) -> bool:
        return in_the_air(thing, self.place_)

    def _swims(self, thing: Thing) -> bool:
        return floats(thing, self.place_)

    def _in_order(self, things: Sequence[Thing]) -> list[Actor]:
        """From left to right, neighbours as the relations say."""
        alike = [list(group) for _, group in groupby(things, key=lambda thing: thing.kind)]
        if self.rng.random() < 0.5 and len({group[0].kind for group in alike}) == len(alike):
            alike.reverse()  # the first of several is still the left one
        order = [thing for group in alike for thing in group]
        for thing in things:
            relation = thing.rel
            if relation is None or relation.type not in ("left", "right", "beside", "between"):
                continue
            if relation.type == "between":
                put_between(order, thing, relation)
                continue
            target = next((other for other in order if other.id == seat_of(self.scene, relation.to)), None)
            if target is None or target is thing:
                continue
            order.remove(thing)
            at = order.index(target)
            taken = relation.type == "beside" and beside_it(order[at + 1 :], target) > beside_it(
                order[:at][::-1], target
            )
            at += 0 if relation.type == "left" or taken else 1
            order.insert(outside_of_its_like(order, at) if relation.type == "beside" else at, thing)
        for thing in self.foremost:
            if thing in order:
                order.remove(thing)
                order.insert((len(order) + 1) // 2, thing)
        grounds = {one.rel.to for one in order if one.rel is not None and self._is_at_a_front(one)}
        order.sort(key=lambda thing: thing.id not in grounds)  # in the row behind, if there are two
        tall = max((self.tallest, *(self._said_height(thing) for thing in order)), default=1.0)
        laid = laid_for(self.scene, order) if len(self.things) > 1 else {}
        tall = max(tall, SAT_M) if laid else tall  # nobody beside a picnic is larger than those who sit there
        held = outreaches(self.scene, order, upright=self.width < self.height)
        if len(held) in (1, len(order)):  # all the same way, so that nothing meets
            self.turned |= {key: one.right for key, one in held.items()}
        power = ON_THE_ROAD if order and all(drives(thing) for thing in order) else COMPRESSION
        lives = any(stock_of(thing).alive for thing in order)
        return [
            Actor(
                thing,
                figure_of(thing),
                laid.get(thing.id)
                or max(
                    0.0 if is_ridden(self.scene, thing) else least_height(thing),
                    (self._said_height(thing) / tall)
                    ** (LOOSE if lives and is_loose(thing) and not is_ridden(self.scene, thing) else power),
                ),
                held.get(thing.id),
            )
            for thing in order
        ]

    def _said_height(self, thing: Thing) -> float:
        """Its height in metres; "a huge strawberry, a tiny elephant": what is called large is larger than what is called
        small, whatever they are."""
        young = (thing.size == "small" and stock_of(thing).alive) or thing.kind in BROODS
        if young and self._is_with_a_grown_one(thing):
            return (HATCHED if thing.kind in BROODS else YOUNG) * height_of(thing)
        small = [height_of(other) for other in self.things if other.size == "small"]
        if thing.size != "large" or not small:
            return upright_height(self.scene, thing)
        return max(height_of(thing), _CONTRAST * max(small))

    def _is_with_a_grown_one(self, thing: Thing) -> bool:
        """Whether one of its kind is there of which no size is said: a calf is no cow that is a little smaller."""
        alike = BROODS.get(thing.kind) or next(
            (kinds for kinds in BOTH_SEXES if thing.kind in kinds), {thing.kind}
        )
        return any(other.kind in alike and other.size is None for other in self.things)

    def _rows(self, actors: list[Actor], tall: float) -> float:
        """Stand in one to four rows, whichever lets everybody be largest; returns the tallest's height in pixels."""
        if not actors:
            return 0.0
        if self.scene.env.place == "street" and (walking := self._on_the_pavement(actors, tall)) is not None:
            return walking
        best, unit = [actors], self._fitting([actors])
        few = len(actors) <= side_by_side(actors) and self.width >= self.height
        few = few or bool(self.foremost)
        for count in range(2, 2 if few else min(4, len(actors)) + 1):
            rows = split(actors, count)
            tallest = self._fitting(rows)
            upright = self.width < self.height and len(actors) <= _FEW
            if tallest > unit * ((1.12 if upright else 1.35) if len(best) == 1 else 1.08):
                best, unit = rows, tallest
        far, near = self._far * self.height, self.place_.near * self.height
        if len(best) > 1:
            far, near = self._nearer_together(best, unit, far, near)
        if len(best) == 1:
            closeness = self._closeness(len(actors))
            least = 0.54 if self.width >= 1.6 * self.height else 0.42
            unit = max(unit * closeness, min(unit, least * self.height))
            unit *= DAINTY if self._is_all_small else 1.0
            if len(actors) == 1 and not self.scene.shot and dwarfs(self.scene, actors[0].thing):
                most = min(DWARFING * self.height * self.headroom, 0.8 * self.width / actors[0].breadth)
                unit, closeness = max(unit, most), 1.0
            far = near = max(self._base(unit, closeness), laid_low(self.scene, actors, unit, self._far))
        for index, row in enumerate(best):
            behind = len(best) - 1 - index
            base = near if len(best) == 1 else far + (near - far) * index / (len(best) - 1)
            size = unit * PERSPECTIVE**behind
            if index and are_little(row, best[index - 1]):
                size *= _LITTLE
            if len(best) > 1 and len(row) == 1:
                self._alone(row[0], base, size, index)
            else:
                self._row(row, base, size, tall, sway=1.0 if len(best) == 1 else 0.3)
        return unit

    def _step_forward(self, things: Sequence[Thing]) -> None:
        """Bring those nearer who stand before the others."""
        for thing in things:
            placed, figure = self.layout[thing.id], figure_of(thing)
            base = min(0.975 * self.height, placed.base + LOWER * self.height)
            tall = NEARER * placed.scale / UNIT * figure.tall
            self._stand(thing, figure, placed.x, base, tall, of=len(self.things))

    def _on_the_pavement(self, actors: Sequence[Actor], tall: float) -> float | None:
        """People on the pavement and cars on the road before it, where there are several of both; the height of the people's
        tallest."""
        walking = [actor for actor in actors if stock_of(actor.thing).alive]
        driving = [actor for actor in actors if drives(actor.thing)]
        if walking and any(actor.thing.kind == BUS_STOP for actor in actors):
            return self._at_the_stop(actors, tall)
        if min(len(walking), len(driving)) < 2 or len(walking) + len(driving) < len(actors):
            return None
        horizon, near = self.place_.horizon * self.height, self.place_.near * self.height
        kerb = horizon + _KERB * (self.height - horizon)
        highest = max(actor.rel for actor in walking)
        unit = min(self._fitting([walking]), _WALKING * self.height / highest) * self.headroom
        self._row(walking, kerb, unit, tall, sway=0.0)
        size = min(self._fitting([driving]), (near - kerb) / max(actor.rel for actor in driving))
        self._row(driving, near, size * self.headroom, tall, sway=0.3)
        return unit

    def _at_the_stop(self, actors: Sequence[Actor], tall: float) -> float:
        """All side by side: who waits on the pavement, and what drives on the road before it."""
        horizon, near = self.place_.horizon * self.height, self.place_.near * self.height
        kerb = horizon + _KERB / 2 * (self.height - horizon)
        row = list(actors)
        waiting = [actor for actor in row if not drives(actor.thing)]
        unit = min(self._fitting([row]), _WAITING * self.height / max(actor.rel for actor in waiting))
        self._row(row, kerb, unit, tall, sway=0.0)
        for actor in row:
            if drives(actor.thing):
                x, size = self.layout[actor.thing.id].x, actor.rel * unit
                self._stand(actor.thing, actor.figure, x, kerb + 0.5 * (near - kerb), size, of=len(row))
        return unit

    def _nearer_together(
        self, rows: Sequence[Sequence[Actor]], unit: float, far: float, near: float
    ) -> tuple[float, float]:
        """Where the hindmost and the foremost row stand: no farther apart than they need to be, and in the middle of the
        picture rather than at its edges."""
        tall = [max(actor.rel for actor in row) * unit for row in rows]
        gap = _ROW_GAP_UPRIGHT if self.height > self.width else _ROW_GAP
        apart = sum(gap * high + 0.03 * self.height for high in tall[1:])
        if apart >= near - far:
            return far, near
        back = near - apart
        top = back - tall[0] * PERSPECTIVE ** (len(rows) - 1)
        up = min(max(0.0, 0.45 * (top - 0.2 * self.height)), back - far)
        return back - up, near - up

    def _alone(self, actor: Actor, base: float, unit: float, index: int) -> None:
        """One that is a row by itself, so far aside that the rows behind are seen: right and left in turn."""
        wide = actor.breadth * unit
        way = by_turns(self.scene.seed, "way", (1, -1)) * (1 if index % 2 else -1)
        x = self.width / 2 + way * max(0.0, self.width * 0.95 - wide) / 2
        foot = max(base, actor.rel * unit + 0.03 * self.height)
        self._stand(actor.thing, actor.figure, x, foot, actor.rel * unit, of=len(self.things))

    @property
    def _far(self) -> float:
        """Where the hindmost row stands: many may go further back than few, where the ground is dry."""
        far, horizon = self.place_.far, self.place_.horizon
        if self.place_.floats and self.height > self.width:  # there is room above
            return far - 0.16
        return far if self.place_.water is not None or self.place_.floats else far - _DEEPER * (far - horizon)

    def _closeness(self, actors: int) -> float:
        """How near the camera stands, as told or by seed: 1 fills the picture. Many are shown as large as they fit."""
        told = 0.45 if self.scene.shot == "wide" else _TOLD.get(self.scene.env.camera)
        if self.scene.shot or told is not None:
            return told or 1.0
        panorama = actors == 1 and (self.width >= 2.4 * self.height or self.things[0].size == "large")
        if self.vertical or self.ringed > 1 or actors > 5 or self._at_the_wall or panorama:
            return 1.0
        return by_turns(self.scene.seed, "framing", _STEPS[min(actors, len(_STEPS) - 1)])

    @property
    def _is_all_small(self) -> bool:
        """Whether there is nothing but a small house or boat, or two, and nobody on it: much of the picture is what is around
        it. A small animal is a young one, and a small thing on its own is looked at from near."""
        if any(stock_of(one).alive for one in self.scene.objects):
            return False
        grand = all(is_called_small(one) and stock_of(one).height_m >= GRAND_M for one in self.things)
        return grand and len(self.things) <= 2 and not self.scene.sheet and not self.scene.shot

    @property
    def _at_the_wall(self) -> bool:
        """Whether there is something that stands against the wall of a room."""
        return any(thing.kind == "bay-window" and thing.id not in self.walled for thing in self.things)

    def _base(self, unit: float, closeness: float) -> float:
        """Where one row stands, in pixels: near the lower edge where it fills the picture, else its middle a little
        below the picture's, and always on the ground."""
        far, near = self.place_.far * self.height, self.place_.near * self.height - 0.03 * self.height
        if self._at_the_wall:
            return (self.place_.horizon + _AT_ITS_FOOT * (1 - self.place_.horizon)) * self.height
        back = near - (1 - closeness) * 0.62 * (near - far)
        middle = by_turns(self.scene.seed, "middle", (0.60, 0.64, 0.68)) * self.height
        return min(back, max(far + 0.25 * (near - far), middle + unit / 2))

    def _steps(self, row: Sequence[Actor]) -> list[float]:
        """How far each of a row stands forward (above 0) or back, in shares of the picture's height: the taller further
        back, and by seed one before the other, the middle forward, or the middle back."""
        last = len(row) - 1
        pattern = by_turns(self.scene.seed, "formation", ("across", "wedge", "bay", "zigzag"))
        way = by_turns(self.scene.seed, "way", (1, -1))
        tallest, shortest = max(actor.rel for actor in row), min(actor.rel for actor in row)
        steps = []
        for place, actor in enumerate(row):
            t = place / last * 2 - 1 if last else 0.0
            shape = {
                "across": t * way,
                "wedge": 1 - 2 * abs(t),
                "bay": 2 * abs(t) - 1,
                "zigzag": 1 - 2 * (place % 2),
            }[pattern]
            size = 0.0 if tallest == shortest else 1 - 2 * (actor.rel - shortest) / (tallest - shortest)
            steps.append((0.022 * shape + 0.016 * size) if last else 0.0)
        return steps

    def _fitting(self, rows: list[list[Actor]]) -> float:
        broad = self.width >= 1.6 * self.height
        height = self.height * ((0.71 if broad else 0.66) if len(rows) == 1 else 0.6) * self.headroom
        if self.vertical:
            height = min(height, self.height * self._room_below())
        if self.ringed > 1:
            height = min(height, self.height * 0.4)
            height = min(height, self.width * (0.28 if self.ringed <= 6 else 0.17) / rows[0][0].breadth)
        if self.beyond:
            height = min(height, 0.5 * self.height, BESIDE_A_WINDOW * self.width / rows[0][0].breadth)
        if self.place_.floats or self.place_.horizon > 0.55:
            height = min(height, self.height * 0.58)
        if any(thing.kind in BROODS for thing in self.things):
            height = min(height, self.height * A_HEN)
        for index, row in enumerate(rows):
            behind = len(rows) - 1 - index
            breadth = sum(actor.breadth for actor in row) + least_gap(row) * (len(row) - 1)
            room = self.width * (0.92 if len(row) > 1 else 0.80)
            if any(actor.thing.pose == RIDDEN for actor in row):  # low, and somebody on it
                room *= self.headroom
            height = min(height, room / breadth / PERSPECTIVE**behind)
            if index > 0:
                step = (self.place_.near - self._far) * self.height / (len(rows) - 1)
                few = sum(map(len, rows)) <= _FEW
                overlap = _FEW_OVERLAP if few else ROW_OVERLAP
                height = min(height, step * overlap / max(actor.rel for actor in row) / PERSPECTIVE**behind)
        return height

    def _room_below(self) -> float:
        """How high who is below something may be, as a share of the picture, so that what is above it has room there."""
        shares = [_BELOW]
        for upper, lower in self.vertical:
            over, under = self.scene.thing(upper), self.scene.thing(lower)
            if over is None or under is None or self._flies(over):
                continue
            taller = (height_of(over) / height_of(under)) ** COMPRESSION
            shares.append(max(_LEAST_BELOW, _STACKED / (1 + taller)))
        if all(upper in self.luminaries for upper, _ in self.vertical):
            return _BELOW_THE_MOON
        return float(min(shares))

    def _row(self, row: list[Actor], base: float, unit: float, tall: float, *, sway: float = 1.0) -> None:
        gap = least_gap(row) * unit
        total = sum(actor.breadth for actor in row) * unit + gap * (len(row) - 1)
        spare = max(0.0, self.width * 0.94 - total)
        loose = 0.42 if self.width >= 1.6 * self.height else 0.22
        gap += min(spare / (len(row) + 1), loose * unit) if len(row) > 1 else 0
        total = sum(actor.breadth for actor in row) * unit + gap * (len(row) - 1)
        gaps = [self._between(row[k], row[k + 1], gap, unit) for k in range(len(row) - 1)]
        total = sum(actor.breadth for actor in row) * unit + sum(gaps)
        spare = max(0.0, self.width * 0.96 - total)
        most = 0.10 if self.width >= 2 * self.height else 0.17  # no half of a panorama is empty
        x = (self.width - total) / 2 + self._aside(len(row)) * min(spare * 0.40, self.width * most)
        if len(row) == len(self.things) == 1 and (told := TOLD_SIDE.get(row[0].thing.where)) is not None:
            x = (self.width - total) / 2 + told * min(0.44 * spare, 0.27 * self.width)
        if self.beyond:
            x = max(0.02 * self.width, 0.97 * self.width - total)
        steps = self._steps(row)
        for place, actor in enumerate(row):
            wide = actor.breadth * unit
            foot = base + (sway * steps[place] + self.rng.uniform(-0.006, 0.006)) * self.height
            if self.place_.floats:
                foot = base + (2.2 * sway * steps[place] + self.rng.uniform(-0.05, 0.02)) * self.height
            if lies_on_the_seabed(actor.thing, self.scene.env):
                foot = SEABED[0] * self.height
            foot = min(foot, max(base, self.height * 0.955))
            tall = actor.rel * unit
            foot = max(foot, tall + 0.03 * self.height - sunk_by(actor.thing, self.place_, tall, self.height))
            held = actor.outreach
            aside = held.aside * (1 - 1 / held.spread) * wide / 2 if held is not None else 0.0
            self._stand(
                actor.thing, actor.figure, x + wide / 2 + aside, foot, actor.rel * unit, of=len(self.things)
            )
            x += wide + (gaps[place] if place < len(gaps) else 0.0)

    def _between(self, left: Actor, right: Actor, gap: float, unit: float) -> float:
        """The room between two in a row, in pixels; who nestle against each other overlap, and look at each other."""
        if nestle(left.thing, right.thing):
            self.turned[left.thing.id], self.turned[right.thing.id] = True, False
            return -_NESTLED * min(left.breadth, right.breadth) * unit
        return min(gap, _NEAR * unit) if are_near(left.thing, right.thing) else gap

    def _aside(self, actors: int) -> float:
        """How far the group stands left (below 0) or right of the middle, by seed; one alone keeps to the thirds."""
        if self.ringed > 1:
            return 0.0
        if actors == 1:
            return by_turns(self.scene.seed, "aside", (-1.0, 0.9, 0.0, 0.55, -0.5)) + self.rng.uniform(
                -0.08, 0.08
            )
        return by_turns(self.scene.seed, "aside", (-0.8, 0.8, 0.1)) + self.rng.uniform(-0.2, 0.2)

    def _stand(self, thing: Thing, figure: Figure, x: float, base: float, height: float, *, of: int) -> None:
        scale = height / figure.tall * UNIT
        base += sunk_by(thing, self.place_, height, self.height)
        self.layout[thing.id] = standing(
            thing,
            self.place_,
            Frame(
                round(x),
                round(base),
                max(8, round(scale)),
                figure.foot,
                self.turned.get(thing.id, self._looks_right(thing, x, of)),
            ),
            figure,
        )

    def _looks_right(self, thing: Thing, x: float, of: int) -> bool:
        """Whether it looks right there; those of several who fish look away from each other, so that no line crosses another,
        and an animal that pulls a cart from it."""
        right = looks_right(thing, x, self.width, of)
        if thing.pose == "run" and (away := runs_from(self.scene, thing)):
            return away == "right"
        if thing.id in self.teams and thing.rel is not None and thing.rel.type in ("left", "right"):
            return thing.rel.type == "right"
        return right != (thing.id in self.anglers and len(self.anglers) > 1)

    def _shore(self, actors: list[Actor], tall: float) -> float:
        """A few ashore and afloat side by side, so that nobody hides a boat: one row, each at its own water or ground."""
        water = (self.place_.water or 0.6) * self.height
        self._as_seen_from_the_shore(actors)
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

    def _as_seen_from_the_shore(self, actors: Sequence[Actor]) -> None:
        """Draw boats and waterfowl smaller, as they are further away than who is ashore, and not far higher than those."""
        afloat = [one for one in actors if self._swims(one.thing)]
        boats = [one for one in afloat if not stock_of(one.thing).alive]
        boats += [one for one in afloat if stock_of(one.thing).habitat == "water" and stock_of(one.thing).height_m <= BIRD_M and one not in boats]  # fmt: skip
        ashore = max((one.rel for one in actors if not self._swims(one.thing)), default=1.0)
        for boat in boats:
            farther = FROM_THE_SHORE * (A_FOWL if stock_of(boat.thing).alive else 1.0)
            boat.rel = min(farther * boat.rel, OVER_THOSE * ashore)
        highest = max(one.rel for one in actors)
        for one in actors:
            one.rel /= highest

    def _on_water(self, actors: list[Actor], tall: float, *, with_others: bool) -> float:
        line = self.place_.water or 0.6
        most = 0.34 if with_others or self.vertical else 0.60
        if self.place_.all_water and any(is_under_water(self.scene, one) for one in self.things):
            line, most = min(line, self.place_.horizon + OUT_AT_SEA), 0.42
        unit = min(self._fitting([actors]), self.height * most)
        unit *= DAINTY if self._is_all_small else size_of_swimmers(self.place_, self.things)
        if not self.place_.all_water and any(is_immersed(one.thing, self.place_) for one in actors):
            unit = min(unit, BATHERS * self.width / sum(actor.breadth for actor in actors))
        if shoal := in_a_shoal(actors, unit, most * self.height, self.width, self.rng):
            for one, x, out, tall in shoal:
                foot = (line - out * (line - self.place_.horizon)) * self.height
                self._stand(one.thing, one.figure, x, foot, tall, of=2)
            return unit
        if self.place_.all_water and len(actors) > _ABREAST:
            rows = split(actors, 2)
            larger = min(*(self._fitting([row]) for row in rows), self.height * min(most, 0.34))
            if larger > 1.3 * unit:
                self._row(rows[0], self.height * (line - _A_ROW_OUT), larger * PERSPECTIVE, tall, sway=0.6)
                self._row(rows[1], self.height * (line + 0.4 * _A_ROW_OUT), larger, tall, sway=0.6)
                return larger
        self._row(actors, self.height * line, unit, tall, sway=1.0 if self.place_.all_water else 0.4)
        return unit

    def _sky_below(self, thing: Thing) -> float | None:
        """How far down the sky reaches for it, in pixels; None for who may be lower, or where it has no end."""
        if not self._has_a_horizon() or self.scene.sheet:
            return None
        if stock_of(thing).alive and thing.where != "sky" and height_of(thing) < INSECT_M:
            return None
        if self._is_leapt_over(thing) and thing.kind not in LUMINARIES:
            return None
        return ABOVE_THE_LAND * self.place_.horizon * self.height

    def _is_leapt_over(self, thing: Thing) -> bool:
        """Whether one is above it that does not fly: a cow above the moon."""
        above = [upper for upper, lower in self.vertical if lower == thing.id]
        return any(not self._flies(one) for one in self.things if one.id in above)

    def _drifts(self, things: Sequence[Thing]) -> bool:
        """Whether they are many of a kind in the air that stand in no rows."""
        return are_adrift(things) and not self.vertical and not self.scene.sheet

    def _adrift(self, things: Sequence[Thing]) -> None:
        """Many of a kind that drift through the air, nearer and farther, where each has most room."""
        figure = figure_of(things[0])
        low = self._sky_below(things[0]) or 0.9 * self.height
        most = (OF_A_FLOCK if stock_of(things[0]).alive else 0.36) * self.height * self.headroom
        slim = figure.width / figure.tall
        spots = drifted(self.rng, len(things), (self.width, low), most, slim)
        for thing, (x, base, size) in zip(things, spots, strict=True):
            self._stand(thing, figure, x, base, size, of=len(things))

    def _in_the_sky(self, things: list[Thing], tall: float, unit: float, *, alone: bool) -> None:
        if alone and self._drifts(things):
            self._adrift(things)
            return
        unit_told, unit = unit > 0, unit or self.height * 0.5
        rows = 1 if len(things) <= 4 else 2
        per = math.ceil(len(things) / rows)
        for index, thing in enumerate(things):
            figure = figure_of(thing)
            row, column = divmod(index, per)
            slots = min(per, len(things) - row * per)
            slot = self.width * 0.92 / slots
            rel = min(0.62, max(0.30, (height_of(thing) / tall) ** COMPRESSION))
            spans = height_of(thing) >= SPANNING
            highest = self.height * (0.42 if spans else 0.36 if hangs(thing) and not unit_told else 0.24)
            if stock_of(thing).alive and height_of(thing) <= BIRD_M and unit_told:
                rel, highest = (height_of(thing) / tall) ** LOOSE, A_BIRD * self.height
            height = self.height * 0.44 / rows if alone else highest if spans else min(rel * unit, highest)
            if (
                alone
                and len(things) > 1
                and stock_of(thing).alive
                and height_of(thing) <= BIRD_M
                and self._has_a_horizon()
            ):
                height = min(height, OF_A_FLOCK * self.height)
            aboard = alone and spans and len(things) == 1 and is_crewed(self.scene, thing)
            if alone and spans and len(things) == 1:
                height = self.height * (CREWED if aboard else 0.62)
            if (
                thing.kind in LUMINARIES
                and not self.vertical
                and self._has_a_horizon()
                and not self.scene.sheet
            ):
                height = min(height, self.height * (A_MOON if alone else A_MOON_ABOVE))
            if thing.kind in STARS and not self.vertical and self._has_a_horizon() and not self.scene.sheet:
                height = min(height, self.height * (A_STAR if len(things) > 1 else 2 * A_STAR))
            height = min(height, slot * 0.96 * figure.tall / figure.width)
            if thing.id in self.layout:
                continue
            if not alone:
                alike = [
                    one for one in things if (one.kind, one.size, one.rel) == (thing.kind, thing.size, None)
                ]
                if len(alike) > 1 and self.scene.sheet:
                    together(self.scene, alike, self.layout, tall=height)
                else:
                    self.layout[thing.id] = beside_those_present(self.scene, thing, self.layout, tall=height)
                continue
            height *= self.headroom**1.6
            low = None if aboard else self._sky_below(thing)
            if low is not None:
                height = min(height, 0.84 * low / rows)
            x = self.width * 0.04 + slot * (column + 0.5)
            middle = (1 - self.headroom) * 0.75 * self.height + self.height * (
                0.44 if rows == 1 else 0.28 + 0.36 * row
            )
            if self.vertical:  # room for what is above it
                height, middle = height * 0.72, middle + 0.16 * self.height
            y = middle + self.rng.uniform(-0.05, 0.05) * self.height
            if low is not None and self._is_leapt_over(thing):
                height = min(height, 0.52 * low)
                y = low - height / 2
            elif low is not None:
                y = max(min(y * low / (0.9 * self.height), low - height / 2), 0.02 * self.height + height / 2)
            jitter = self.rng.uniform(-0.06, 0.06) * slot
            self._stand(thing, figure, x + jitter, y + height / 2, height, of=len(self.things))


def composed(scene: Scene, things: Sequence[Thing], headroom: float) -> dict[str, Placement]:
    """Places for all of them; those in front move together where they would hide what is far away."""
    first = Composition(scene, things, headroom)
    layout = first.place()
    if first.unseen:
        layout = Composition(scene, things, headroom, margin=min(MOST_MARGIN, first.unseen)).place()
    return layout
