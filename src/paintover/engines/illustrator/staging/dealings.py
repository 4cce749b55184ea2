"""Who deals with whom: the hand at the head that it strokes, what is given at the mouth or the hand that takes it, faces turned
to each other.

What somebody deals with is told by what they look or point at, or by their pose or tool beside it. They are brought as near
to it as their arm needs, and the arm goes there.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import msgspec

from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.barriers import BARRIERS
from paintover.engines.illustrator.staging.company import at_table, has_arms
from paintover.engines.illustrator.staging.held import POTS, TURNERS
from paintover.engines.illustrator.staging.ring import close, joined, rings
from paintover.engines.illustrator.staging.standing import (
    bearer_of,
    frame_from,
    placement_from,
    rooted,
    runs_from,
    scene_size,
)
from paintover.engines.illustrator.staging.used import AT_WORK, watched_by

Where = Literal[
    "head",
    "mouth",
    "hand",
    "back",
    "side",
    "canvas",
    "handle",
    "above",
    "ear",
    "near",
    "pot",
    "far",
    "",
    "trunk",
    "chest",
    "spray",
]
"""Where on the other one a hand goes: far is in its direction, "" that only the face is turned to it."""

_BESIDE = frozenset({"beside", "left", "right", "front", "behind"})
_POSES: dict[str, Where] = {
    "reach": "head",
    "rub": "back",
    "give": "hand",
    "feed": "mouth",
    "push": "handle",
    "point": "far",
    "throw": "",
    "run": "",
    "read": "",
    "stir": "pot",
    "clutch": "trunk",
    "pull": "",
    "whisper": "ear",
    "kneel": "near",
    "build": "near",
    "pray": "near",
    "wave": "",
    "clap": "",
    "salute": "",
}
"""Where hands go in a pose, beside somebody."""
_TOOLS: dict[str, Where] = {
    "comb": "head",
    "diaper": "back",
    "bandage": "side",
    "towel": "side",
    "toothbrush": "mouth",
    "dental-mirror": "mouth",
    "razor": "mouth",
    "scissors": "head",
    "hair-dryer": "head",
    "sponge": "back",
    "soap": "back",
    "bread": "mouth",
    "spoon": "mouth",
    "baby-bottle": "mouth",
    "glass-of-milk": "mouth",
    "carrot": "mouth",
    "bone": "mouth",
    "syringe": "side",
    "stethoscope": "chest",
    "saw": "above",
    "axe": "above",
    "thermometer": "mouth",
    "wrench": "side",
    "hammer": "side",
    "iron": "side",
    "cloth": "side",
    "paintbrush": "canvas",
    "watering-can": "above",
    "garden-hose": "spray",
    "camera": "",
    "magnifying-glass": "",
    "microphone": "",
}
"""What is held tells what is done to whoever stands beside."""
TOAST = "toast"
"""The pose of two whose glasses touch."""
_FOR_HAIR = frozenset({"comb", "scissors", "hair-dryer"})
"""What is held at the head of who sits there."""
_JET = 1.35
"""How long the water is that comes out of a hose, in measures of the head of who holds it."""
_CUTS = frozenset({"saw", "axe"})
"""With what one cuts from above what lies there, and from the side what stands there."""
_SOLID = frozenset({"snowman", "bare-snowman", "scarecrow"})
"""What is made, though it has a face."""
HANDLES: dict[str, Point] = {
    "stroller": (122.0, 46.0),
    "wheelbarrow": (118.0, 62.0),
    "wooden-cart": (129.0, 53.0),
    "shopping-cart": (114.0, 34.0),
    "wheelchair": (104.0, 42.0),
    "mower": (116.0, 41.0),
}
"""Where one pushes, on the unit square."""
_NEAREST, _FULL = 0.62, 0.94
"""How far a hand that reaches is from its shoulder across, at least, and at most, in lengths of the arm."""
_STEEPEST = math.radians(52)
"""How steeply an arm points up or down at most."""
_TURNED = 0.36
"""What share of the way must go across, or up, for a face to be turned there."""


@dataclass(frozen=True, slots=True)
class Dealing:
    """Somebody, whom or what they deal with, and where."""

    actor: Thing
    other: Thing
    where: Where
    held: Thing | None = None


def dealings(scene: Scene) -> Iterator[Dealing]:
    """All of a scene."""
    for thing in scene.objects:
        found = dealing_of(scene, thing)
        if found is not None:
            yield found


def deals(scene: Scene) -> bool:
    """Whether anybody deals with another, or did."""
    return (
        any(thing.aim is not None or thing.gaze != (0, 0) for thing in scene.objects)
        or next(dealings(scene), None) is not None
        or next(_face_to_face(scene), None) is not None
        or bool(rings(scene))
    )


def dealing_of(scene: Scene, thing: Thing) -> Dealing | None:
    """With whom somebody deals, and how; None with nobody."""
    if not stock_of(thing).alive or thing.rung == "signpost":
        return None
    held = next((one for one in scene.objects if _is_held(one, thing)), None)
    other = scene.thing(thing.at) if thing.at is not None else None
    where: Where = _POSES.get(thing.pose or "", "")
    if other is not None and where == "handle":
        other = next((one for one in scene.objects if one.kind in HANDLES and _is_in(other, one)), other)
    if other is not None:
        where = "back" if where == "handle" and stock_of(other).alive else where
        return Dealing(thing, other, where if where in ("far", "hand", "back", "handle") else "", held)
    if (screen := watched_by(scene, thing)) is not None:
        return Dealing(thing, screen, "", held)
    if thing.pose in AT_WORK and thing.rel is not None and (table := scene.thing(thing.rel.to)) is not None:
        return Dealing(thing, table, "", held) if at_table(thing, table) else None
    if thing.mood == "blowing" and (cake := _cake_before(scene, thing)) is not None:
        return Dealing(thing, cake, "", held)
    own = next((kind for kind in stock_of(thing).has if kind in _TOOLS), None) if held is None else held.kind
    if thing.pose not in _POSES and own not in _TOOLS:
        return None
    if thing.rel is not None and thing.rel.type in _BESIDE:
        other = scene.thing(thing.rel.to)
    elif thing.rel is not None and thing.rel.type == "on" and where == "handle":
        other = next((one for one in scene.objects if one.kind in HANDLES and _is_beside(one, thing)), None)
    elif thing.rel is not None and thing.rel.type == "on" and thing.pose != "stir":
        other = _beside_the_seat(scene, thing, people=held is not None and held.kind in _FOR_HAIR)
    elif where in ("handle", "trunk"):
        other = next(
            (one for one in scene.objects if _is_beside(one, thing)),
            None,
        )
    if other is None or other.rung == "signpost" or other is held or other.kind in BARRIERS:
        return None
    within = next((one for one in scene.objects if _is_in(one, other)), None)
    if within is not None and held is not None and held.kind in ("sponge", "soap"):
        other = within
    if within is not None and thing.pose == "reach" and held is None and rooted(other):
        return Dealing(thing, within, "far", held)  # a kitten in the crown of a tree
    if held is not None and held.kind in _FOR_HAIR:
        other = next((one for one in scene.objects if _is_on(one, other) and stock_of(one).alive), other)
    if (thing.pose == "comb" and not stock_of(other).alive) or other.kind == "mirror":
        return Dealing(thing, other, "", held)
    if own in _TOOLS and where in ("", "hand") and thing.pose != "stir":
        where = _TOOLS[own] or where
    if where == "pot" and other.kind not in POTS:
        other = next((one for one in scene.objects if one.kind in POTS and _is_on(one, other)), None)
        if other is None:
            return None
    if where == "above" and own in _CUTS and rooted(other):
        where = "side"
    if where == "chest" and not has_arms(stock_of(other)):
        where = "back" if stock_of(other).alive else "side"
    if where == "near" and held is not None and stock_of(other).alive:
        where = "hand"
    if where == "hand" and not has_arms(stock_of(other)):
        where = "mouth" if stock_of(other).alive else "side"
    if where in ("head", "mouth", "back", "ear", "chest") and (
        not stock_of(other).alive or other.kind in _SOLID
    ):
        where = "side"
    return Dealing(thing, other, where, held)


def _beside_the_seat(scene: Scene, thing: Thing, *, people: bool) -> Thing | None:
    """The animal that stands there, to whom somebody on a seat does something; or whoever it is, whose hair is combed."""
    for one in scene.objects:
        near = (
            one.rel is None
            or one.rel.to == thing.id
            or (thing.rel is not None and one.rel.to == thing.rel.to)
        )
        kin = people and has_arms(stock_of(one))
        if stock_of(one).alive and (kin or not has_arms(stock_of(one))) and near and one is not thing:
            return one
    return None


def _cake_before(scene: Scene, thing: Thing) -> Thing | None:
    """The cake with candles on the table at which somebody is."""
    table = scene.thing(thing.rel.to) if thing.rel is not None else None
    if table is None or not at_table(thing, table):
        return None
    return next((one for one in scene.objects if _is_on(one, table) and "cake" in one.kind), None)


def _is_in(one: Thing, vessel: Thing) -> bool:
    return one.rel is not None and (one.rel.type, one.rel.to) == ("inside", vessel.id) and stock_of(one).alive


def _is_beside(one: Thing, other: Thing) -> bool:
    return one.rel is not None and one.rel.to == other.id and one.rel.type in _BESIDE


def _is_on(one: Thing, bearer: Thing) -> bool:
    return one.rel is not None and (one.rel.type, one.rel.to) == ("on", bearer.id)


def _is_held(one: Thing, thing: Thing) -> bool:
    return one.rel is not None and (one.rel.type, one.rel.to, one.rel.part) == ("hold", thing.id, "hand")


def brought_together(scene: Scene, layout: dict[str, Placement], fresh: Collection[str]) -> list[str]:
    """Move newcomers as near to whom they deal with as their arms need, and turn both to each other. The ids of all that
    moved or turned."""
    moved = close(scene, layout, fresh)
    came: dict[tuple[str, int], int] = {}

    def far(dealing: Dealing) -> float:
        stand = [layout[one.id] for one in (dealing.actor, dealing.other) if one.id in layout]
        return abs(_middle(stand[0]) - _middle(stand[-1])) if stand else 0.0

    for dealing in sorted(dealings(scene), key=far):
        dealing = _with_the_nearest(scene, dealing, layout, fresh)
        actor, other = dealing.actor, dealing.other
        root = _root(scene, other)
        placed = layout.get(actor.id)
        if placed is None or other.id not in layout:
            continue
        if bearer_of(scene, actor) is not None:
            if other.id in fresh and root is other and dealing.where in ("mouth", "hand", "head", "back"):
                layout[other.id] = _at_the_feet(actor, placed, layout[other.id])
                moved.append(other.id)
            continue
        way = 1 if _middle(layout[other.id]) >= _middle(placed) else -1
        if (
            stock_of(other).habitat == "sky"
            and root is other
            and other.id in fresh
            and dealing.where == "mouth"
        ):
            layout[other.id] = _at_the_hand(actor, other, placed, layout[other.id], way)
            moved.append(other.id)
        if actor.pose == "run" and actor.id in fresh and (off := runs_from(scene, actor)):
            layout[actor.id] = msgspec.structs.replace(placed, flip=off == "right")
            moved.append(actor.id)
            continue
        if actor.pose == "run" and {actor.id, other.id} <= set(fresh):
            for key in (actor.id, other.id):
                layout[key] = msgspec.structs.replace(layout[key], flip=way > 0)
            moved += [actor.id, other.id]
            continue
        if actor.id in fresh and _turns(actor, dealing.where):
            away = actor.pose is None and dealing.held is not None and dealing.held.kind == "leash"
            flip = (way > 0) != away if figure_of(actor).anchors.shoulder else _hand_turned(actor, way)
            layout[actor.id] = placed = msgspec.structs.replace(placed, flip=flip)
            moved.append(actor.id)
        if (
            other.id in fresh
            and root is other
            and stock_of(other).alive
            and other.at is None
            and other.pose != "run"
        ):
            layout[other.id] = msgspec.structs.replace(layout[other.id], flip=way < 0)
            moved.append(other.id)
        if dealing.where in ("far", ""):
            continue
        if actor.id in fresh and (other.id, way) not in came:
            stood = layout[actor.id].x
            moved += _near(scene, dealing, layout, way, fresh)
            came[other.id, way] = round(layout[actor.id].x - stood)
        elif actor.id in fresh:  # who is behind one that came nearer closes up
            layout[actor.id] = _shifted(layout[actor.id], came[other.id, way], 0)
            moved.append(actor.id)
        came.setdefault((other.id, way), 0)
    return moved


def _with_the_nearest(
    scene: Scene, dealing: Dealing, layout: Mapping[str, Placement], fresh: Collection[str]
) -> Dealing:
    """The dealing with whichever is nearest of several alike who all may move: who feeds ducks goes to no other side of them."""
    actor, other = dealing.actor, dealing.other
    if actor.at is not None or other.rel is not None or actor.id not in layout or other.id not in fresh:
        return dealing
    alike = [
        one
        for one in scene.objects
        if (one.kind, one.size, one.rel) == (other.kind, other.size, None)
        and one.id in layout
        and one.id in fresh
    ]
    if len(alike) < 2:
        return dealing
    at = _middle(layout[actor.id])
    return replace(dealing, other=min(alike, key=lambda one: abs(_middle(layout[one.id]) - at)))


def _at_the_feet(actor: Thing, placed: Placement, stands: Placement) -> Placement:
    """An animal comes to who sits and has something for it."""
    way = 1 if _middle(stands) >= _middle(placed) else -1
    half = 0.5 * (stands.box[2] - stands.box[0])
    aside = _middle(placed) + way * (0.46 * (placed.box[2] - placed.box[0]) + half)
    down = max(0, round(placed.box[3] + 0.02 * (placed.box[3] - placed.box[1]) - stands.base))
    return _shifted(msgspec.structs.replace(stands, flip=way < 0), round(aside - _middle(stands)), down)


def _at_the_hand(actor: Thing, other: Thing, placed: Placement, flies: Placement, way: int) -> Placement:
    """A bird that is fed flies to the hand."""
    figure = figure_of(actor)
    x, y = frame_from(placed, figure).point((64.0, figure.anchors.neck[1]))
    half = 0.5 * (placed.box[2] - placed.box[0])
    wide = flies.box[2] - flies.box[0]
    at = x + way * (half + 0.55 * wide), y + 0.2 * (flies.box[3] - flies.box[1])
    return _shifted(flies, round(at[0] - _middle(flies)), round(at[1] - (flies.box[1] + flies.box[3]) / 2))


def _hand_turned(actor: Thing, way: int) -> bool:
    """Whether one is mirrored so that the hand is on the side of the other, or an animal's face."""
    figure = figure_of(actor)
    if not figure.anchors.front:
        return way > 0
    return (figure.anchors.hand[0] > figure.foot[0]) != (way > 0)


def _turns(actor: Thing, where: Where) -> bool:
    return where != "" or actor.pose in ("pull", "throw") or not figure_of(actor).anchors.front


def _near(
    scene: Scene, dealing: Dealing, layout: dict[str, Placement], way: int, fresh: Collection[str]
) -> list[str]:
    """Bring somebody within reach of the other one, who makes room at the edge of the picture."""
    actor, other = dealing.actor, dealing.other
    if dealing.where == "pot":
        layout[actor.id] = _tall_enough(scene, dealing, layout, way)
    placed, root = layout[actor.id], _root(scene, other)
    stands = frame_from(placed, figure_of(actor))
    goal = _goal(dealing, layout, way)
    figure = figure_of(actor)
    base = max(placed.base, layout[root.id].base + 2) if stock_of(root).habitat != "sky" else placed.base
    swings = dealing.where == "back" and root is not other and root.kind == _SWING
    stands = replace(stands, y=base)
    shoulder = figure.anchors.shoulder
    if dealing.where == "near":
        apart = 0.5 * (placed.box[2] - placed.box[0] + layout[other.id].box[2] - layout[other.id].box[0])
        aside = _middle(layout[other.id]) - way * 0.96 * apart
    elif dealing.where == "ear":
        size = 0.62 * (
            figure.anchors.head * stands.factor + figure_of(other).anchors.head * _factor(other, layout)
        )
        aside = (
            frame_from(layout[other.id], figure_of(other)).point(figure_of(other).anchors.neck)[0]
            - way * size
        )
    elif shoulder is None:
        aside = goal[0] - way * 0.62 * figure.width * stands.factor
    else:
        at = stands.point(shoulder)
        long = figure.anchors.arm * stands.factor
        down = goal[1] - at[1]
        across = math.sqrt(max(0.0, (_FULL * long) ** 2 - down * down))
        across = min(max(across, _NEAREST * long), 0.86 * long)
        aside = placed.x + (goal[0] - way * across) - at[0]
    if swings:  # beside all who are on it, so that they are seen whole
        boxes = [layout[one.id].box for one in scene.objects if _is_on(one, root) and one.id in layout]
        edge = min(box[0] for box in boxes) if way > 0 else max(box[2] for box in boxes)
        aside = edge - way * _CLEAR_OF_IT * (placed.box[2] - placed.box[0])
    width = scene_size(scene)[0]
    dx = round(aside - placed.x)
    dy = round(base - placed.base)
    both = root.id in fresh and not any(
        one.id not in (actor.id, root.id) and bearer_of(scene, one) is None and one.id in layout
        for one in scene.objects
    )
    back = -dx // 2 if both else 0
    left = min(placed.box[0] + dx, layout[root.id].box[0]) + back
    right = max(placed.box[2] + dx, layout[root.id].box[2]) + back
    if both:
        back += max(0, -left) - max(0, right - width)
    else:
        dx += max(0, -(placed.box[0] + dx)) - max(0, placed.box[2] + dx - width)
    layout[actor.id] = _shifted(placed, dx + back, dy)
    if back:
        layout[root.id] = _shifted(layout[root.id], back, 0)
        return [actor.id, root.id]
    return [actor.id]


_SWING = "swing-set"
_CLEAR_OF_IT = 0.42
"""How far beside those on a swing the middle is of who pushes them, in measures of the own breadth."""
_HATTED = 1.3
"""How much taller one is with a hat."""
_TALLER = 1.45
"""By how much somebody becomes taller at most to look into a pot on the stove."""


def _tall_enough(scene: Scene, dealing: Dealing, layout: dict[str, Placement], way: int) -> Placement:
    """Where somebody stands who is as tall as it takes to reach there, as far as there is room for them and their hat."""
    actor, placed = dealing.actor, layout[dealing.actor.id]
    height = scene_size(scene)[1]
    tall = 1.0 * (placed.base - placed.box[1])
    for one in scene.objects:
        if one.rel is not None and (one.rel.type, one.rel.to, one.rel.part) == ("wear", actor.id, "head"):
            worn = placed.base - layout[one.id].box[1] if one.id in layout else 0.0
            tall = max(tall * _HATTED, worn)
    figure = figure_of(actor)
    if figure.anchors.shoulder is None:
        return placed
    frame = frame_from(placed, figure)
    reach = placed.base - frame.point(figure.anchors.shoulder)[1] + 0.62 * figure.anchors.arm * frame.factor
    room = (placed.base - 0.03 * height) / max(1.0, tall)
    k = min(_TALLER, room, (placed.base - _goal(dealing, layout, way)[1]) / max(1.0, reach))
    return (
        placed
        if k <= 1.02
        else placement_from(replace(frame, scale=frame.scale * k), figure, lift=placed.lift)
    )


def _factor(thing: Thing, layout: dict[str, Placement]) -> float:
    return frame_from(layout[thing.id], figure_of(thing)).factor


def _shifted(placed: Placement, dx: int, dy: int) -> Placement:
    left, top, right, bottom = placed.box
    return msgspec.structs.replace(
        placed, x=placed.x + dx, base=placed.base + dy, box=(left + dx, top + dy, right + dx, bottom + dy)
    )


def _middle(placed: Placement) -> float:
    return (placed.box[0] + placed.box[2]) / 2


def _root(scene: Scene, thing: Thing) -> Thing:
    """What bears it in the end."""
    for _ in range(9):
        bearer = bearer_of(scene, thing)
        if bearer is None:
            break
        thing = bearer
    return thing


def _goal(dealing: Dealing, layout: dict[str, Placement], way: int) -> Point:
    """Where the hand is to be, in pixels."""
    other, where = dealing.other, dealing.where
    figure = figure_of(other)
    frame, anchors = frame_from(layout[other.id], figure), figure.anchors
    left, top, right, bottom = layout[other.id].box
    near = left if way > 0 else right
    actor = frame_from(layout[dealing.actor.id], figure_of(dealing.actor))
    if where == "head":
        x, y = frame.point(anchors.top)
        return x - way * 0.36 * anchors.head * frame.factor, y + 0.20 * anchors.head * frame.factor
    if where == "mouth":
        down = 0.30 if anchors.front else 0.06
        x, y = frame.point((anchors.nose[0], anchors.nose[1] + down * anchors.head))
        return x - way * _half_of(dealing.held, actor, dealing.actor), y
    if where == "chest":
        x, y = frame.point((anchors.neck[0], anchors.neck[1] + 0.42 * anchors.head))
        return x - way * (
            0.16 * anchors.head * frame.factor + _half_of(dealing.held, actor, dealing.actor)
        ), y
    if where == "hand":
        half = 0.5 * (right - left)
        return (left + right) / 2 - way * 0.95 * half - way * _half_of(
            dealing.held, actor, dealing.actor
        ), top + 0.6 * (bottom - top)
    if where == "trunk":
        shoulder = figure_of(dealing.actor).anchors.shoulder
        y = actor.point(shoulder)[1] if shoulder is not None else (top + bottom) / 2
        return (left + right) / 2 - way * 0.04 * (right - left), min(max(y, top), bottom)
    if where == "back":
        y = top + 0.38 * (bottom - top)
        if has_arms(stock_of(other)):  # below the face, which fills half of a child
            y = max(y, frame.point((anchors.neck[0], anchors.neck[1] + 0.16 * anchors.head))[1])
        return near + way * 0.14 * (right - left), y
    if where == "canvas":
        return (left + right) / 2 - way * 0.12 * (right - left), top + 0.42 * (bottom - top)
    if where == "handle":
        handle = HANDLES.get(other.kind)
        if handle is not None:
            return frame.point(handle)
        where = "side"
    if where == "pot":
        turner = dealing.held is not None and dealing.held.kind in TURNERS
        size = (0.40 if turner else 0.26) * figure_of(dealing.actor).anchors.head * actor.factor
        surface = frame.point(figure.rest)[1] + 0.10 * (bottom - top)
        aside = 0.56
        return (left + right) / 2 - way * aside * (right - left), surface - size
    if where == "spray":
        jet = _JET * figure_of(dealing.actor).anchors.head * actor.factor
        return near - way * (jet - 0.2 * (right - left)), actor.point(_hand(dealing.actor))[1]
    if where == "above":
        return (left + right) / 2 - way * 0.5 * (right - left), top - 0.1 * (bottom - top)
    if where == "side":
        shoulder = figure_of(dealing.actor).anchors.shoulder
        y = actor.point(shoulder)[1] if shoulder is not None else (top + bottom) / 2
        return near + way * 0.06 * (right - left), min(
            max(y, top + 0.12 * (bottom - top)), bottom - 0.3 * (bottom - top)
        )
    if stock_of(other).alive and anchors.eyes:
        return frame.point(anchors.eye)
    return (left + right) / 2, (top + bottom) / 2


def _half_of(held: Thing | None, frame: Frame, actor: Thing) -> float:
    """About half the breadth of what is held."""
    return 0.0 if held is None else 0.24 * figure_of(actor).anchors.head * frame.factor


def with_faces_and_hands(scene: Scene, layout: dict[str, Placement]) -> tuple[Scene, list[str]]:
    """The scene with every hand where it deals with another and every face turned there; and whose hands have moved."""
    aims: dict[str, tuple[Point, bool]] = {}
    looks: dict[str, Point] = {}
    for dealing in dealings(scene):
        dealing = _with_the_nearest(scene, dealing, layout, layout)
        actor, other = dealing.actor, dealing.other
        if actor.id not in layout or other.id not in layout:
            continue
        way = 1 if _middle(layout[other.id]) >= _middle(layout[actor.id]) else -1
        goal = _goal(dealing, layout, way)
        looks[actor.id] = (
            goal
            if dealing.where in ("far", "mouth", "back", "canvas", "above", "pot")
            else _eyes(other, layout)
        )
        if dealing.where not in ("far", "", "ear") and stock_of(other).alive and other.at is None:
            looks.setdefault(other.id, _eyes(actor, layout))
        if dealing.where not in ("", "ear", "near") and has_arms(stock_of(actor)):
            aims[actor.id] = goal, dealing.where == "far"
            if dealing.where == "hand" and other.pose is None and has_arms(stock_of(other)):
                aims.setdefault(other.id, (goal, False))
    aims |= {key: (goal, False) for key, goal in joined(scene, layout).items()}
    for one, other in _face_to_face(scene):
        if one.id in layout and other.id in layout:
            hands = [frame_from(layout[each.id], figure_of(each)).point(_hand(each)) for each in (one, other)]
            goal = (hands[0][0] + hands[1][0]) / 2, (hands[0][1] + hands[1][1]) / 2
            aims |= {one.id: (goal, False), other.id: (goal, False)}
            if one.pose == TOAST:
                goal = goal[0], max(hands[0][1], hands[1][1])
                aims |= {each.id: (_short_of(goal, scene, each, layout), False) for each in (one, other)}
            looks |= {one.id: _eyes(other, layout), other.id: _eyes(one, layout)}
    objects, changed = [], []
    for thing in scene.objects:
        posed = _posed(thing, layout.get(thing.id), aims.get(thing.id), looks.get(thing.id))
        if (posed.aim, posed.kneels) != (thing.aim, thing.kneels) and thing.id in layout:
            frame = frame_from(layout[thing.id], figure_of(thing))
            layout[thing.id] = _in_place(frame, figure_of(thing), figure_of(posed), layout[thing.id])
            changed.append(thing.id)
        objects.append(posed)
    return msgspec.structs.replace(scene, objects=tuple(objects)), changed


def _face_to_face(scene: Scene) -> Iterator[tuple[Thing, Thing]]:
    """Those whose hands meet, and who look at each other."""
    for thing in scene.objects:
        other = scene.thing(thing.rel.to) if thing.rel is not None and thing.rel.part == "arm" else None
        if other is not None and thing.pose in ("shake", "five", TOAST):
            yield thing, other


def _short_of(goal: Point, scene: Scene, thing: Thing, layout: dict[str, Placement]) -> Point:
    """Where the hand is whose glass touches another at that point."""
    held = next((one for one in scene.objects if _is_held(one, thing) and one.id in layout), None)
    half = 0.0 if held is None else 0.48 * (layout[held.id].box[2] - layout[held.id].box[0])
    return goal[0] + (half if _middle(layout[thing.id]) > goal[0] else -half), goal[1]


def _hand(thing: Thing) -> Point:
    """Where the hand is in its pose, before it is aimed."""
    return figure_of(msgspec.structs.replace(thing, aim=None)).anchors.hand


def _eyes(thing: Thing, layout: dict[str, Placement]) -> Point:
    figure = figure_of(thing)
    if stock_of(thing).alive and figure.anchors.eyes:
        return frame_from(layout[thing.id], figure).point(figure.anchors.eye)
    left, top, right, bottom = layout[thing.id].box
    return (left + right) / 2, (top + bottom) / 2


def _in_place(frame: Frame, was: Figure, now: Figure, placed: Placement) -> Placement:
    """The body stays where it was when its hand goes elsewhere; who kneels comes down to the ground."""
    x, y = frame.point((now.foot[0], was.foot[1]))
    return placement_from(replace(frame, x=x, y=y, pivot=now.foot), now, lift=placed.lift)


def _posed(
    thing: Thing, placed: Placement | None, aim: tuple[Point, bool] | None, look: Point | None
) -> Thing:
    if (
        placed is None
        or not stock_of(thing).alive
        or (aim is None and look is None and thing.aim is None and thing.gaze == (0, 0))
    ):
        return thing
    bare = msgspec.structs.replace(thing, aim=None, kneels=False, gaze=(0, 0))
    figure = figure_of(thing)
    frame = frame_from(placed, figure)
    gaze, hand, kneels = (0, 0), None, False
    if look is not None and thing.pose not in ("sleep",):
        gaze = _gaze(frame, figure, look)
    if (
        aim is not None
        and (shoulder := figure_of(msgspec.structs.replace(bare, aim=(20.0, 80.0))).anchors.shoulder)
        is not None
    ):
        long = figure_of(msgspec.structs.replace(bare, aim=(20.0, 80.0))).anchors.arm
        hand = _to_units(frame, aim[0])
        far = math.dist(hand, shoulder)
        if aim[1]:
            hand = _stretched(shoulder, hand, long)
        elif far > long:
            k = _FULL * long / max(far, 1.0)
            hand = shoulder[0] + (hand[0] - shoulder[0]) * k, shoulder[1] + (hand[1] - shoulder[1]) * k
        hand = round(hand[0], 1), round(hand[1], 1)
    return msgspec.structs.replace(bare, aim=hand, kneels=kneels, gaze=gaze)


def _stretched(shoulder: Point, goal: Point, long: float) -> Point:
    """The hand of an arm that points there, beside the head and not before it."""
    turn = math.atan2(goal[1] - shoulder[1], max(1.0, shoulder[0] - goal[0]))
    turn = min(max(turn, -_STEEPEST), _STEEPEST)
    return shoulder[0] - 0.99 * long * math.cos(turn), shoulder[1] + 0.99 * long * math.sin(turn)


def _gaze(frame: Frame, figure: Figure, look: Point) -> tuple[int, int]:
    x, y = frame.point(figure.anchors.eye)
    dx, dy = look[0] - x, look[1] - y
    far = math.hypot(dx, dy) or 1.0
    side = (1 if dx > 0 else -1) if abs(dx) > _TURNED * far else 0
    up = (1 if dy > 0 else -1) if abs(dy) > _TURNED * far else 0
    return (-side if frame.flip else side), up


def _to_units(frame: Frame, point: Point) -> Point:
    """The inverse of `Frame.point`."""
    dx, dy = point[0] - frame.x, point[1] - frame.y
    turn = math.radians(frame.angle)
    u = dx * math.cos(turn) + dy * math.sin(turn)
    v = dy * math.cos(turn) - dx * math.sin(turn)
    k = frame.scale / UNIT
    return frame.pivot[0] + (-u if frame.flip else u) / k, frame.pivot[1] + v / k
