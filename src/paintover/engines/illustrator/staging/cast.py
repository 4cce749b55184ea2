"""The things of a picture while they are changed: added, moved, dropped, each with what hangs on it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.kinds import Kind, kinds
from paintover.engines.illustrator.scene import (
    Cornered,
    Moved,
    Placement,
    Relation,
    RelationType,
    Replaced,
    Reposed,
    Scene,
    Thing,
)
from paintover.engines.illustrator.sprites.complexion import lot
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.sprites.stock import figure_of, look_of
from paintover.engines.illustrator.staging.bearing import lies_flat
from paintover.engines.illustrator.staging.growing import Crowding, cheapest
from paintover.engines.illustrator.staging.held import is_in_hand
from paintover.engines.illustrator.staging.standing import (
    SHARED,
    floats,
    frame_from,
    hidden_share,
    newly_hidden,
    shared_seat,
)
from paintover.engines.illustrator.staging.trunks import beside_the_crown
from paintover.engines.illustrator.staging.windows import looks_out

MAX_THINGS = 30
SHIFT = 0.15
"""How far "a bit to the left" is, as a share of the picture's width; up and down, of its height."""
STEP = 1.34
"""By how much "bigger" makes a thing that is in the picture higher and broader."""
_LEAST, _MOST = 0.06, 0.86
"""Between these shares of the picture's height or width a thing can be made larger or smaller."""
_MOST_OF_ALL = 0.97
"""The same of it with all that it holds and wears."""
_KEPT = 1.2
"""What it costs to grow by nothing rather than by a whole step."""
_TOUCHING = 0.06
"""Such a share of one another is behind those that only touch."""
_BEARABLE = 0.15
"""So much of one another may be behind those that grow together."""
_HARDLY = 0.05
"""By less than that nothing becomes larger, or smaller."""
_SHARES, _STEPS_ASIDE = (1.0, 0.75, 0.5, 0.3), (-0.04, 0.04, -0.08, 0.08)
"""By which shares of a step one grows, and how far to the side it may go for that, as shares of the picture's breadth."""
_CROWDING, _AIRY = 4.0, (-0.12, 0.12, -0.16, 0.16, -0.2, 0.2)
"""What it costs what hangs in the air to hide others, and how far it may make room for them, as shares of the picture's breadth."""
_MOST_TOLD = 0.95
"""The same of one that is to be so many times as large."""
OPPOSITE: dict[str, RelationType] = {"left": "right", "right": "left"}
_ALONG = tuple(share / 20 for share in range(1, 21))
"""How far along something one may go that is to go to its end, as shares of the way."""
_ON_THE_EDGE, _ON_A_BROAD_EDGE = 0.6, 0.3
"""How much of half its breadth what is pushed along keeps on a chair, and on a table."""
_AT_ITS_SIDE, _A_STEP, _IN_THE_WAY = 0.67, 0.22, 0.2
"""How much of a thing is beside another at least that is at its side, how far that makes way for it at most, as a share of the
picture's width, and how much more of others it may hide then."""
DEALING = frozenset({"reach", "give", "feed", "push", "whisper", "stir"})
"""Poses of who deals with another."""
ATTACHED = ("on", "cover", "hold", "wear", "inside")
"""Relations that make a thing part of another: it goes where the other goes, and with it."""
_GIVES_WAY = 0.35
"""How far furniture moves at most for what is to stand beside it, in its own breadths."""


class Cast:
    """The objects and layout of a scene. Ids are given in order and never twice; what is touched is remembered."""

    def __init__(self, scene: Scene) -> None:
        self.things: dict[str, Thing] = {thing.id: thing for thing in scene.objects}
        self.layout = dict(scene.layout)
        self.ratio, self.seed = scene.ratio, scene.seed
        self.place, self.began = place_of(scene.env, scene.seed), scene
        self.given = max([scene.ids_given, *(number(thing.id) for thing in scene.objects)])
        self.touched: dict[str, None] = {}
        self.former: dict[str, Placement] = {}
        self.changed = False
        self.crowded = False

    def next_id(self) -> str:
        """An id that was never given before."""
        self.given += 1
        return f"o{self.given}"

    def touch(self, key: str) -> None:
        """Remember that the picture changed here."""
        self.touched[key] = None
        self.changed = True

    def change(self, key: str, **fields: object) -> None:
        """Change fields of a thing; a no-op when they are so already."""
        old = self.things[key]
        new = msgspec.structs.replace(old, **fields)
        if new != old:
            self.things[key] = new
            self.touch(key)

    def place_again(self, key: str) -> None:
        """Forget where the thing and what is attached to it stand."""
        for each in (key, *self.attached(key)):
            placement = self.layout.pop(each, None)
            if placement is not None:
                self.former[each] = placement
            self.touched[each] = None

    def pose_again(self, key: str) -> None:
        """Forget how the thing stands, for it takes another pose: on its spot, in its size, looking where it looked."""
        stood = {each: self.layout[each] for each in self._with_what_it_holds(key)}
        self.place_again(key)
        for each, placed in stood.items():
            self.former[each] = Reposed(**fields_of(placed))

    def move_elsewhere(self, key: str) -> None:
        """Forget where the thing and what is attached to it stand, for it is to stand somewhere else, in its size."""
        stood = {each: self.layout[each] for each in self._with_what_it_holds(key)}
        if key in self.former and key not in stood:
            stood[key] = self.former[key]  # it may have been told to stand up just before
        self.place_again(key)
        for each in (key, *self.attached(key)):
            self.former.pop(each, None)
        for each, placed in stood.items():
            if not isinstance(placed, Replaced | Cornered):
                self.former[each] = Moved(**fields_of(placed))

    def _with_what_it_holds(self, key: str) -> list[str]:
        """Those of a thing, and of what it has in its hands, that are placed: they keep their sizes wherever they go."""
        rels = {each: self.things[each].rel for each in self.attached(key)}
        held = [each for each, rel in rels.items() if rel is not None and is_in_hand(rel)]
        return [each for each in (key, *held) if each in self.layout]

    def attached(self, key: str) -> list[str]:
        """What hangs on a thing, and on that in turn, nearest first."""
        found: list[str] = []
        for thing in self.things.values():
            rel = thing.rel
            if rel is not None and rel.type in ATTACHED and (rel.to == key or rel.to in found):
                found.append(thing.id)
        return found

    def bearers(self, key: str) -> list[str]:
        """What a thing hangs on, and what that hangs on."""
        found: list[str] = []
        rel = self.things[key].rel
        while rel is not None and rel.type in ATTACHED and rel.to in self.things and rel.to not in found:
            found.append(rel.to)
            rel = self.things[rel.to].rel
        return found

    def drop(self, key: str) -> None:
        """Take a thing away with all that hangs on it; who stood to it stands alone."""
        seats = {one.id: seat for one in self.things.values() if (seat := shared_seat(one, self.things.get))}
        for each in (*self.attached(key), key):
            self.things.pop(each, None)
            self.layout.pop(each, None)
        for name, seat in seats.items():
            if name in self.things and seat.to not in self.things:
                self.layout.pop(name, None)  # what its neighbour and it were on is gone
        for thing in list(self.things.values()):
            thing = self._let_be(thing)
            if (
                thing.rel is not None
                and thing.rel.type == "hold"
                and thing.rel.also not in (None, *self.things)
            ):
                self.drop(thing.id)  # a lead goes with who is on it
            elif thing.rel is not None and thing.rel.to not in self.things:
                seat = seats.get(thing.id)
                stays = seat if seat is not None and seat.to in self.things else None
                self.things[thing.id] = msgspec.structs.replace(thing, rel=stays)
            elif thing.rel is not None and thing.rel.also is not None and thing.rel.also not in self.things:
                beside = Relation(type="beside", to=thing.rel.to)
                self.things[thing.id] = msgspec.structs.replace(thing, rel=beside)
        self.changed = True

    def _let_be(self, thing: Thing) -> Thing:
        """Who looked at, or dealt with, what is gone does so no more."""
        gone = thing.at is not None and thing.at not in self.things
        alone = thing.rel is not None and thing.rel.to not in self.things and thing.pose in DEALING
        if gone or alone:
            pose = None if alone or thing.pose == "point" else thing.pose
            thing = msgspec.structs.replace(thing, at=None if gone else thing.at, pose=pose, aim=None)
            self.things[thing.id] = thing
        return thing

    def at_side(self, found: Sequence[Thing], side: str) -> Thing:
        """The leftmost, rightmost, middle, topmost or lowest of these, or by its number from the left; by the layout where
        there is one."""

        def stands(thing: Thing) -> Placement | None:
            return self.layout.get(thing.id) or self.former.get(thing.id)

        def across(thing: Thing) -> float:
            placed = stands(thing)
            return placed.x if placed is not None else float(number(thing.id))

        def down(thing: Thing) -> float:
            placed = stands(thing)
            return placed.base if placed is not None else float(number(thing.id))

        if side in ("top", "bottom"):
            ordered = sorted(found, key=down)
            return ordered[0] if side == "top" else ordered[-1]
        ordered = sorted(found, key=across)
        if side == "middle" and len(found) % 2 == 0:  # of two the one in the middle of all
            centre = parse_ratio(self.ratio).size()[0] / 2
            apart = [one for one in self.things.values() if one.rel is None or one.rel.type not in ATTACHED]
            spread = [across(one) for one in apart if one.id in self.layout]
            centre = (min(spread) + max(spread)) / 2 if len(spread) > 2 else centre
            half = len(ordered) // 2
            return min(ordered[half - 1 : half + 1], key=lambda one: abs(across(one) - centre))
        if side.isdigit():
            return ordered[min(int(side), len(ordered)) - 1]
        return {"left": ordered[0], "right": ordered[-1]}.get(side, ordered[len(ordered) // 2])

    def on_part(self, key: str) -> bool:
        """Whether a thing is on a part of somebody."""
        rel = self.things[key].rel
        return rel is not None and rel.part is not None

    def new_thing(self, model: Thing) -> str | None:
        """One more like `model`; None when the picture is full."""
        if len(self.things) >= MAX_THINGS:
            self.crowded = True
            return None
        key = self.next_id()
        new = msgspec.structs.replace(model, id=key, look=look_of(self.seed, model.kind, key))
        self.things[key] = msgspec.structs.replace(new, complexion=lot(self.seed, new, self.things.values()))
        self.touch(key)
        return key

    def kind_of(self, key: str) -> Kind:
        """The kind of a thing."""
        return kinds()[self.things[key].kind]

    def leads_to(self, start: str, key: str) -> bool:
        """Whether following relations from `start` comes to `key`."""
        seen: set[str] = set()
        at: str | None = start
        while at is not None and at not in seen:
            if at == key:
                return True
            seen.add(at)
            rel = self.things[at].rel if at in self.things else None
            at = rel.to if rel is not None else None
        return False

    def shift(self, key: str, side: str) -> None:
        """Move what is placed, and what is attached to it, to a side or the middle; whole pixels, so that the drawing is the
        same."""
        width, height = parse_ratio(self.ratio).size()
        whole = [self.layout[each].box for each in (key, *self.attached(key)) if each in self.layout]
        if not whole:
            return
        across = side in ("left", "right", "middle")
        span = width if across else height
        step = round(SHIFT * span) * (-1 if side in ("left", "top") else 1)
        low = min(box[0 if across else 1] for box in whole)
        high = max(box[2 if across else 3] for box in whole)
        if side == "middle":
            step = round(span / 2 - (low + high) / 2)
        step = min(max(step, -low), max(-low, span - high))
        if side != "middle":
            step = self._pushed(key, step, (-low, span - high), across=across)
        if step != 0:
            self._carry(key, step, across=across)

    def carry(self, key: str, dx: int, dy: int) -> None:
        """Move what is placed, and what is attached to it, so many pixels to the right and down."""
        self._carry(key, dx, across=True)
        if dy:
            self._carry(key, dy, across=False)

    def _carry(self, key: str, far: int, *, across: bool) -> None:
        """Move what is placed, and what is attached to it, so many pixels to the right, or down."""
        for each in (key, *self.attached(key)):
            if (placed := self.layout.get(each)) is not None:
                self.layout[each] = _aside(placed, far, across=across)
                self.touch(each)

    def slide(self, key: str, seat: Relation, side: str, *, far: bool = False) -> bool:
        """Push what lies on something along on it, about as far as `shift`, or as `far` as it goes, where it hides least of
        what else is there; False where there is no room on that side."""
        placed, under = self.layout.get(key), self.layout.get(seat.to)
        bearer = self.things[seat.to]
        if placed is None or under is None or seat.type != "on" or self.kind_of(seat.to).alive:
            return False
        figure, half = figure_of(bearer), (placed.box[2] - placed.box[0]) / 2
        frame = frame_from(under, figure)
        middle, reach = frame.point(figure.rest)[0], figure.rest_width * frame.factor / 2
        if flat := lies_flat(bearer):
            middle, reach = (under.box[0] + under.box[2]) / 2, (under.box[2] - under.box[0]) / 2
        at = (placed.box[0] + placed.box[2]) / 2
        way = -1 if side == "left" else 1
        broad = flat or bearer.kind in SHARED
        room = way * (middle - at) + reach - (_ON_A_BROAD_EDGE if broad else _ON_THE_EDGE) * half
        step = SHIFT * self._width()
        if room < (0.0 if broad else 0.6 * step):
            return broad and not flat  # nobody is pushed off a table
        beside = [
            self.layout[one.id].box
            for one in self.things.values()
            if one.id in self.layout and one.id not in (key, *self.attached(key))
            and (rel := shared_seat(one, self.things.get) or one.rel) is not None and rel.to == seat.to
        ]  # fmt: skip

        goal = max(room, step) if far else step
        dear = 3.0 if far and self.kind_of(key).alive else 1.0

        def price(gone: float) -> float:
            left, right = at + way * gone - half, at + way * gone + half
            hidden = sum(max(0.0, min(right, box[2]) - max(left, box[0])) for box in beside)
            return round(dear * hidden / half + abs(gone - goal) / goal, 6)

        shares = _ALONG if far else (1.0, 1.3, 0.7, 1.7, 0.5, 2.2, 0.3)
        steps = sorted(min(room, share * goal) for share in shares)
        self._carry(key, round(way * min(steps, key=price)), across=True)
        return True

    def lower(self, key: str, down: int) -> None:
        """Put a placed thing, with what is attached to it, so many pixels further down."""
        self._carry(key, down, across=False)

    def _pushed(self, key: str, step: int, room: tuple[int, int], *, across: bool) -> int:
        """About that far, where it hides as little as can be of others."""
        placed = self.layout.get(key)
        if placed is None:
            return step
        others, crowding = self._those_apart(key), self._crowding([key])

        def price(far: int) -> float:
            moved = _aside(placed, far, across=across)
            hidden = 5 * newly_hidden(moved, placed, others) + crowding.harm({key: moved})
            return round(hidden + 0.8 * abs(far / step - 1), 6)

        steps = (round(share * step) for share in (1.0, 0.75, 1.3, 0.5, 1.7, 0.3, 2.2, 2.8, 3.4))
        inside = [far for far in steps if far and room[0] <= far <= room[1]]
        return min(inside, key=price, default=step) if step else 0

    def _those_apart(self, key: str) -> list[Placement]:
        """Where those are that have nothing to do with it."""
        family = {key, *self.attached(key), *self.bearers(key)}
        return [placed for each, placed in self.layout.items() if each not in family]

    def grow(self, key: str, factor: float, *, told: bool = False) -> bool:
        """Make a placed thing that many times its size where it stands; False where it is as large, or small, as can be.

        One that would stick out of the picture is moved inside. A factor that was told is kept as far as the picture allows,
        whatever is hidden by it.
        """
        placed, whole = self.layout[key], self._grows_along(key)
        height = parse_ratio(self.ratio).size()[1]
        least, most = self._bounds(key, told=told)
        factor = min(max(factor, least), most)
        if abs(factor - 1) < _HARDLY:
            return False
        others, floor = self._those_apart(key), self._lowest(key)
        crowding = self._crowding([key])
        kind = self.kind_of(key)
        aloft = self.things[key].pose == CEILING or (kind.habitat == "sky" and not kind.alive)

        def price(grown: Placement, by: float, aside: float) -> float:
            short = max(0.0, factor - by) / max(0.01, factor - 1)
            sunk = max(0.0, grown.base + grown.lift - max(floor, placed.base + placed.lift)) / height
            cut = 0.0 if told else self._cut_on_top(key, by)
            kept = 6.0 if told else _KEPT
            bearable = _TOUCHING if aloft else 0.15
            hidden = (_CROWDING if aloft else 3) * newly_hidden(grown, placed, others, bearable=bearable)
            return hidden + 6 * sunk + 20 * cut + kept * short + (1 if aloft else 4) * abs(aside)

        shares = _SHARES if factor > 1 else (1.0,)
        asides = (0.0, *_STEPS_ASIDE, *(_AIRY if aloft else ()))
        asides = asides if not self.bearers(key) else (0.0,)
        tried = [
            (1 + share * (factor - 1), aside)
            for share in shares
            for aside in asides
            if abs(share * (factor - 1)) >= _HARDLY
        ]
        by, aside = cheapest(
            tried,
            lambda one: price(self._grown(placed, whole, *one), *one),
            lambda one: crowding.harm({key: self._grown(placed, whole, *one)}),
        )
        self._set_grown(key, by, aside)
        return True

    def grow_together(self, keys: Sequence[str], factor: float, *, told: bool = False) -> None:
        """Make several that stand on their own become larger alike, each about where it stands, further from each other as they
        need it and the picture has room. They stay as they are where that has none."""
        width, height = parse_ratio(self.ratio).size()
        factor = min(factor, *(self._bounds(key, told=told)[1] for key in keys))
        was = {key: self.layout[key] for key in keys}
        wholes = {key: self._grows_along(key) for key in keys}
        middle = (min(box[0] for box in wholes.values()) + max(box[2] for box in wholes.values())) / 2
        crowding = self._crowding(keys)
        apart = {
            key: [one for one in self._those_apart(key) if not any(one is each for each in was.values())]
            for key in keys
        }

        def spread(by: float, further: float) -> dict[str, float]:
            """How far each goes to the side, as a share of the picture's width."""
            ends = [
                (middle + (was[key].x - middle) * further + (side - was[key].x) * by)
                for key, box in wholes.items()
                for side in (box[0], box[2])
            ]
            inside = max(0.0, -min(ends)) - max(0.0, max(ends) - width)
            return {key: ((one.x - middle) * (further - 1) + inside) / width for key, one in was.items()}

        def grown_so(by: float, asides: Mapping[str, float]) -> dict[str, Placement]:
            return {key: self._grown(was[key], wholes[key], by, aside) for key, aside in asides.items()}

        def price(by: float, asides: Mapping[str, float]) -> float:
            grown, short = grown_so(by, asides), max(0.0, factor - by) / max(0.01, factor - 1)
            found = (6.0 if told else _KEPT) * short
            for key, one in grown.items():
                mates = [grown[other] for other in keys if other != key]
                close = newly_hidden(one, was[key], apart[key]) + 0.5 * sum(
                    max(0.0, hidden_share(one, other) - _BEARABLE) for other in mates
                )
                sunk = max(0.0, one.base - max(self._lowest(key), was[key].base)) / height
                found += (3 * close + 6 * sunk) / len(keys) + 20 * self._cut_on_top(key, by)
            return found

        if factor - 1 < _HARDLY:
            return
        sizes = [by for share in _SHARES if (by := 1 + share * (factor - 1)) - 1 >= _HARDLY]
        tried = [(by, spread(by, further)) for by in sizes for further in (by, (1 + by) / 2, 1.0)]
        by, asides = cheapest(tried, lambda one: price(*one), lambda one: crowding.harm(grown_so(*one)))
        for key in keys:
            self._set_grown(key, by, asides[key])

    def _bounds(self, key: str, *, told: bool) -> tuple[float, float]:
        """How many times as small, and as large, one can be made in the picture."""
        placed, (left, top, right, bottom) = self.layout[key], self._grows_along(key)
        width, height = parse_ratio(self.ratio).size()
        wide, tall = max(1, right - left), max(1, bottom - top)
        share = _MOST_TOLD if told else _MOST
        own = placed.box
        most = min(share * width / max(1, own[2] - own[0]), share * height / max(1, own[3] - own[1]))
        most = min(most, _MOST_OF_ALL * width / wide, _MOST_OF_ALL * height / tall)
        foot = placed.base + placed.lift
        if self.bearers(key):  # where it is borne it stays
            most = min(most, (foot - 0.01 * height) / max(1.0, foot - top))
        return min(1.0, _LEAST * min(width, height) / max(wide, tall)), max(1.0, most)

    def _cut_on_top(self, key: str, by: float) -> float:
        """How far those on something so many times as large would stick out of the picture, as a share of its height."""
        height, placed = parse_ratio(self.ratio).size()[1], self.layout[key]
        foot = placed.base + placed.lift
        boxes = [self.layout[each].box for each in self._on_top(key)]
        heads = [foot + (box[3] - foot) * by - (box[3] - box[1]) for box in boxes]
        return max([0.0, *(0.02 * height - head for head in heads)]) / height

    def _crowding(self, keys: Sequence[str]) -> Crowding:
        """The picture as it is, without what hangs on these."""
        hung = {each for key in keys for each in self.attached(key)} - set(keys)
        scene = msgspec.structs.replace(self.began, objects=tuple(self.things.values()), layout=self.layout)
        return Crowding(scene, self.layout, hung)

    def _set_grown(self, key: str, by: float, aside: float) -> None:
        """Make it so many times as large, so far to the side, with all that grows along."""
        placed = self.layout[key]
        self.layout[key] = self._grown(placed, self._grows_along(key), by, aside)
        stood = {each: self.layout[each] for each in self._on_top(key)}
        self.rehang(key, self.layout[key].scale / placed.scale)
        self.former |= {each: Reposed(**fields_of(at)) for each, at in stood.items()}
        self._out_from_behind(key)
        self.touch(key)

    def _out_from_behind(self, key: str) -> None:
        """Who has outgrown the trunk behind which they hide looks out beside the crown."""
        rel = self.things[key].rel
        tree = self.things.get(rel.to) if rel is not None and rel.type == "behind" else None
        if tree is None or tree.id not in self.layout:
            return
        width, placed = parse_ratio(self.ratio).size()[0], self.layout[key]
        ways = beside_the_crown(self.things[key], tree, placed, self.layout[tree.id])
        ways = tuple(min(max(dx, -placed.box[0]), width - placed.box[2]) for dx in ways)
        others = [one for one in self._those_apart(key) if one is not self.layout[tree.id]] if ways else []

        def price(dx: int) -> tuple[float, int]:
            left, top, right, bottom = placed.box
            there = msgspec.structs.replace(placed, x=placed.x + dx, box=(left + dx, top, right + dx, bottom))
            return round(newly_hidden(there, placed, others), 3), abs(dx)

        if ways:
            self.carry(key, min(ways, key=price), 0)

    def _on_top(self, key: str) -> list[str]:
        """Those that stand on it, which are no larger and no smaller for that: none of a dish, and none at a window."""
        return [
            each
            for each in self.attached(key)
            if each in self.layout
            and (rel := self.things[each].rel) is not None
            and (rel.type, rel.to, rel.part) == ("on", key, None)
            and not looks_out(self.things[each], self.things[key])
            and (self.kind_of(each).alive or self.kind_of(key).habitat != "table")
        ]

    def _grows_along(self, key: str) -> tuple[int, int, int, int]:
        """What it covers with all that becomes larger with it: who holds an umbrella, with that."""
        stays = set(self._on_top(key))
        stays |= {other for each in stays for other in self.attached(each)}
        along = [each for each in self.attached(key) if each in self.layout and each not in stays]
        sides = zip(*(self.layout[each].box for each in (key, *along)), strict=True)
        left, top, right, bottom = (
            pick(side) for pick, side in zip((min, min, max, max), sides, strict=True)
        )
        return left, top, right, bottom

    def _grown(
        self, placed: Placement, whole: tuple[int, int, int, int], factor: float, aside: float
    ) -> Placement:
        """So many times its size on its foot, that share of the picture's width to the side, and inside of the picture with all
        that grows along."""
        width, height = parse_ratio(self.ratio).size()
        x, ground = placed.x, placed.base + placed.lift

        def grown(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
            left, right = (round(x + (side - x) * factor) for side in (box[0], box[2]))
            top, bottom = (round(ground + (side - ground) * factor) for side in (box[1], box[3]))
            return left, top, right, bottom

        left, top, right, _ = grown(whole)
        dx = round(aside * width)
        dx += max(0, -left - dx) - max(0, right + dx - width)
        dy = max(
            0, min(round(0.01 * height), max(0, placed.box[1])) - top
        )  # what hangs from the edge still does
        lift = round(placed.lift * factor, 2)
        left, top, right, bottom = grown(placed.box)
        return msgspec.structs.replace(
            placed,
            x=x + dx,
            base=round(ground + dy - lift, 2) if lift else ground + dy,
            scale=max(8, round(placed.scale * factor)),
            lift=lift,
            box=(left + dx, top + dy, right + dx, bottom + dy),
        )

    def _lowest(self, key: str) -> float:
        """How far down its foot may go where it has to make room for its head: on the water it stays at its line."""
        height = parse_ratio(self.ratio).size()[1]
        placed = self.layout[key]
        foot = placed.base + placed.lift
        if self.kind_of(key).habitat == "sky":
            return float(height)
        if self.bearers(key) or floats(self.things[key], self.place) or foot < self.place.far * height:
            return foot
        return min(foot + 0.12 * height, self.place.near * height)

    def room_beside(self, ground: str, side: str, key: str) -> bool:
        """Whether a placed thing fits on that side of another, if need be in half its size; True where nothing is known."""
        placed, moving = self.layout.get(ground), self.layout.get(key)
        if placed is None or moving is None or self.bearers(ground) or self.bearers(key):
            return True
        room = placed.box[0] if side == "left" else self._width() - placed.box[2]
        return room >= (moving.box[2] - moving.box[0]) / 2

    def make_way(self, first: str, second: str, side: str) -> bool:
        """Let the first stand between the second and the edge of the picture, where that has to move by a part of its breadth
        only, and neither lives. Whether they do."""
        one, other = self.layout[first], self.layout[second]
        if any(self.kind_of(key).alive or self.kind_of(key).habitat == "sky" for key in (first, second)):
            return False
        breadth, room = one.box[2] - one.box[0], other.box[0]
        room = room if side == "left" else self._width() - other.box[2]
        if breadth - room > _GIVES_WAY * (other.box[2] - other.box[0]):
            return False
        way = -1 if side == "left" else 1
        self._set_at(second, other.x - way * (breadth - room), other.base)
        self._set_at(first, 0.0 if way < 0 else float(self._width()), one.base)
        self.touch(first)
        self.touch(second)
        return True

    def change_places(self, first: str, second: str, side: str) -> None:
        """Each goes where the other stood, at its own size, so that the first is on that side of the second; what hangs
        on them comes along. Where they stood in one column, the first goes to the edge and the second makes room; what has
        no life only takes the step that the first has need of, where a small one is enough.
        """
        if step := self._step_for(first, second, side):
            self._carry(second, step, across=True)
            self.move_elsewhere(first)
            return
        one, other = self.layout[first], self.layout[second]
        apart = {self.kind_of(key).habitat == "sky" for key in (first, second)}
        self._set_at(first, other.x, other.base if len(apart) == 1 else one.base)
        self._set_at(second, one.x, one.base if len(apart) == 1 else other.base)
        way = -1 if side == "left" else 1
        placed, ground = self.layout[first], self.layout[second]
        breadth = (placed.box[2] - placed.box[0] + ground.box[2] - ground.box[0]) / 2
        if way * (placed.x - ground.x) < 0.3 * breadth:
            self._set_at(first, 0.0 if way < 0 else float(self._width()), placed.base)
            self._set_at(second, self.layout[first].x - way * 0.8 * breadth, ground.base)
        self.touch(first)
        self.touch(second)

    def _step_for(self, first: str, second: str, side: str) -> int:
        """How far the second has to go so that the first has room on that side of it; 0 where that is too far."""
        ground, (left, _, right, _) = self.layout[second], self.layout[first].box
        if self.kind_of(second).alive:
            return 0
        width = self._width()
        room = ground.box[0] if side == "left" else width - ground.box[2]
        step = math.ceil(_AT_ITS_SIDE * (right - left) + 0.02 * width - room)
        step *= 1 if side == "left" else -1
        others = [one for one in self._those_apart(second) if one is not self.layout[first]]
        hidden = newly_hidden(_aside(ground, step, across=True), ground, others)
        return step if abs(step) <= _A_STEP * width and hidden <= _IN_THE_WAY else 0

    def exchange(self, first: str, second: str) -> None:
        """Two things change places and keep their sizes; what hangs on them comes along."""
        one, other = self.layout.get(first), self.layout.get(second)
        if first in self.attached(second):
            first, second, one, other = second, first, other, one
        if second in self.attached(
            first
        ):  # hand in hand: the other one is on that side which this one looks to
            if one is not None and other is not None:
                self._set_at(first, other.x, one.base)
                self.layout[first] = msgspec.structs.replace(self.layout[first], flip=not one.flip)
                self.touch(first)
            return
        if one is not None and other is not None:
            apart = {self.kind_of(key).habitat == "sky" for key in (first, second)}
            self._set_at(first, other.x, other.base if len(apart) == 1 else one.base)
            self._set_at(second, one.x, one.base if len(apart) == 1 else other.base)
        for key, partner in ((first, second), (second, first)):
            rel = self.things[key].rel
            if rel is not None and rel.to == partner and rel.type in OPPOSITE:
                turned = msgspec.structs.replace(rel, type=OPPOSITE[rel.type])
                self.things[key] = msgspec.structs.replace(self.things[key], rel=turned)
            self.touch(key)

    def _set_at(self, key: str, x: float, base: float) -> None:
        """Put a placed thing elsewhere, inside the picture; who lives looks to the middle."""
        placed, width = self.layout[key], self._width()
        left, top, right, bottom = placed.box
        dx = round(min(max(x - placed.x, -left), max(-left, width - right)))
        dy = round(base - placed.base)
        turned = self.kind_of(key).alive and placed.x + dx < width / 2 - 2
        self.layout[key] = msgspec.structs.replace(
            placed,
            x=placed.x + dx,
            base=placed.base + dy,
            flip=turned,
            box=(left + dx, top + dy, right + dx, bottom + dy),
        )
        self.rehang(key)

    def rehang(self, key: str, factor: float = 1.0) -> None:
        """Let the layout find anew where the things are that hang on one that has moved or turned, or is so many times as
        large; what is held keeps its size, or grows along."""
        for each in self._with_what_it_holds(key)[1:]:
            fields = fields_of(self.layout[each])
            self.former[each] = Moved(**{**fields, "scale": factor * fields["scale"]})
        for each in self.attached(key):
            self.layout.pop(each, None)
            self.touched[each] = None

    def _width(self) -> int:
        return parse_ratio(self.ratio).size()[0]

    def turn(self, key: str, side: str | None) -> None:
        """Let a thing look to that side, or about. Drawings look left; those that look at us are mirrored."""
        placed = self.layout.get(key)
        if placed is None:
            return
        flip = not placed.flip if side is None else side == "right"
        if flip != placed.flip:
            self.layout[key] = msgspec.structs.replace(placed, flip=flip)
            self.rehang(key)
            self.touch(key)

    def rotate(self, key: str, degrees: int) -> None:
        """Turn a placed thing clockwise about its middle; what stands on the ground stays on it."""
        placed = self.layout.get(key)
        if placed is None or degrees % 360 == 0:
            return
        width, height = parse_ratio(self.ratio).size()
        left, top, right, bottom = placed.box
        turn = math.radians(degrees)
        wide, tall = _turned(right - left, bottom - top, turn)
        old_x, old_y = (left + right) / 2, (top + bottom) / 2
        y = old_y if self.kind_of(key).habitat == "sky" else bottom - tall / 2
        corners = [
            ((at_x - old_x) * math.cos(turn) - (at_y - old_y) * math.sin(turn),
             (at_x - old_x) * math.sin(turn) + (at_y - old_y) * math.cos(turn))
            for box in [placed.box, *(self.layout[each].box for each in self.attached(key) if each in self.layout)]
            for at_x in (box[0], box[2]) for at_y in (box[1], box[3])
        ]  # fmt: skip
        x = min(
            max(old_x, -min(corner[0] for corner in corners)), width - max(corner[0] for corner in corners)
        )
        y = min(max(y, tall / 2), height - tall / 2)
        dx, dy = placed.x - old_x, placed.base - old_y
        base = y + dx * math.sin(turn) + dy * math.cos(turn)
        self.layout[key] = msgspec.structs.replace(
            placed,
            x=round(x + dx * math.cos(turn) - dy * math.sin(turn), 2),
            base=round(base, 2),
            angle=(placed.angle + degrees) % 360,
            lift=round(max(0.0, y + tall / 2 - base), 2),
            box=(round(x - wide / 2), round(y - tall / 2), round(x + wide / 2), round(y + tall / 2)),
        )
        self.rehang(key)
        self.touch(key)

    def mirror(self) -> None:
        """Left becomes right for everything that stands in the picture."""
        width = self._width()
        for key, placed in list(self.layout.items()):
            left, top, right, bottom = placed.box
            self.layout[key] = msgspec.structs.replace(
                placed,
                x=width - placed.x,
                angle=-placed.angle,
                flip=not placed.flip if self.kind_of(key).alive or self.on_part(key) else placed.flip,
                box=(width - right, top, width - left, bottom),
            )
            self.touch(key)
        for thing in list(self.things.values()):
            if thing.rel is not None and thing.rel.type in OPPOSITE:
                turned = msgspec.structs.replace(thing.rel, type=OPPOSITE[thing.rel.type])
                self.things[thing.id] = msgspec.structs.replace(thing, rel=turned)


def fields_of(placed: Placement) -> dict[str, Any]:
    """What every placement says."""
    return {name: getattr(placed, name) for name in Placement.__struct_fields__}


def _aside(placed: Placement, far: int, *, across: bool) -> Placement:
    """The placement so many pixels to the right, or further down."""
    left, top, right, bottom = placed.box
    if across:
        return msgspec.structs.replace(placed, x=placed.x + far, box=(left + far, top, right + far, bottom))
    return msgspec.structs.replace(placed, base=placed.base + far, box=(left, top + far, right, bottom + far))


def _turned(wide: float, tall: float, turn: float) -> tuple[float, float]:
    """About how broad and high a thing is when it is turned: between a full rectangle and an ellipse."""
    across, up = abs(math.cos(turn)), abs(math.sin(turn))
    full = wide * across + tall * up, wide * up + tall * across
    round_ = math.hypot(wide * across, tall * up), math.hypot(wide * up, tall * across)
    return (full[0] + round_[0]) / 2, (full[1] + round_[1]) / 2


def number(key: str) -> int:
    """The number in an id: 3 for "o3"."""
    digits = key[1:]
    return int(digits) if digits.isdigit() else 0
