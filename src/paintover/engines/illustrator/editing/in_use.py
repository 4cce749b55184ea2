"""Things in the drawing in which somebody can be in, on or under them: a boat to sit in has a hull, a shelf that is filled is empty
before, a bed has room below."""

from __future__ import annotations

import re

import msgspec

from paintover.engines.illustrator.backdrops import PLACES
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_kind, set_relation
from paintover.engines.illustrator.kinds import sorts
from paintover.engines.illustrator.scene import Relation
from paintover.engines.illustrator.sprites.poses import RAISED, SLUNG, legs_told
from paintover.engines.illustrator.sprites.stock import (
    figure_of,
    height_of,
    stock_of,
    takes_pose,
)
from paintover.engines.illustrator.staging.attach import perches
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.crown import SWINGS
from paintover.engines.illustrator.staging.dealings import HANDLES
from paintover.engines.illustrator.staging.mounts import RIDDEN, has_a_pillion, mounts
from paintover.engines.illustrator.staging.standing import (
    HOUSE_M,
    frame_from,
    placement_from,
    rooted,
)
from paintover.engines.illustrator.staging.windows import looks_out

_UNDER_SAIL = re.compile(r"sail|yacht|帆|veler|voilier|segel|vele|парус|ヨット|돛|شراع", re.IGNORECASE)
"""Words for boats that have a sail, whoever is in them."""
_CARRIAGE = "railway-car"
_WINDOWLESS = frozenset({"metro", "high-speed-train"})
"""Trains that are drawn from the front, with no window for anybody."""


def with_a_hull(editor: Editor) -> None:
    """Who is in "a boat" sits in one without a sail."""
    for thing in list(editor.things.values()):
        plain = thing.kind == "boat" and is_new(editor, thing) and not _UNDER_SAIL.search(thing.label)
        if plain and any(stock_of(one).alive for one in borne_by(editor, thing, "on", "inside")):
            set_kind(editor, thing, "rowing-boat")


def with_room_below(editor: Editor) -> None:
    """A bed or a sink under which something is has legs as long as that needs; what is on it goes up with it."""
    for thing in list(editor.things.values()):
        over = (
            editor.things.get(thing.rel.to) if thing.rel is not None and thing.rel.type == "below" else None
        )
        if over is None or not is_new(editor, thing) or over.pose is not None or over.rung == "signpost":
            continue
        if legs_told(figure_of(over)) is None and RAISED not in stock_of(over).poses:
            continue
        lain = msgspec.structs.replace(thing, pose="lie")
        if over.kind in _LOW and thing.pose is None and stock_of(thing).alive and takes_pose(lain):
            editor.things[thing.id] = lain
        editor.things[over.id] = high = msgspec.structs.replace(over, pose=RAISED)
        stood = editor.layout.get(over.id)
        if stood is not None:
            editor.layout[over.id] = placement_from(frame_from(stood, figure_of(over)), figure_of(high))
            for key in editor.attached(over.id):
                editor.place_again(key)


_LOW = frozenset({"bed", "couch", "armchair"})
"""Furniture under which nobody stands: a cat lies there."""


def under_its_rider(editor: Editor) -> None:
    """A board or a sled that somebody is on is drawn level, from the side."""
    for thing in list(editor.things.values()):
        under = editor.things.get(thing.rel.to) if thing.rel is not None and thing.rel.type == "on" else None
        if under is None or not stock_of(thing).alive or not is_new(editor, thing):
            continue
        if RIDDEN not in stock_of(under).poses or under.pose is not None:
            continue
        editor.things[under.id] = msgspec.structs.replace(under, pose=RIDDEN)
        if under.id in editor.layout:
            editor.place_again(under.id)


def on_the_back_seat(editor: Editor) -> None:
    """Who is on the back of somebody that rides a bicycle sits behind them on it."""
    for thing in list(editor.things.values()):
        rel = thing.rel
        rider = editor.things.get(rel.to) if rel is not None and rel.type in ("on", "behind") else None
        if rider is None or rider.rel is None or rider.rel.type != "on" or not is_new(editor, thing):
            continue
        ridden = editor.things.get(rider.rel.to)
        sits = editor.new or thing.pose in _SEATED
        sits = sits and thing.pose not in ("walk", "run")
        on_it = rel is not None and ((rel.type == "behind" and sits) or rel.part == "back")
        if ridden is not None and has_a_pillion(ridden) and on_it and has_arms(stock_of(thing)):
            editor.things[thing.id] = msgspec.structs.replace(thing, rel=rider.rel, pose="ride")
            if rider.pose == "carry":
                editor.things[rider.id] = msgspec.structs.replace(rider, pose="ride")


_SEATED = ("sit", "ride", "hug", "clasp")


def leaning(editor: Editor) -> None:
    """A ladder beside a tree, a house or a wall of a new picture leans on it."""
    for thing in list(editor.things.values()):
        rel = thing.rel
        if thing.kind != "ladder" or rel is None or rel.type != "beside" or not editor.new:
            continue
        against = editor.things.get(rel.to)
        if against is not None and against.rel is not None and against.rel.type in ("on", "inside"):
            against = editor.things.get(against.rel.to)  # a kitten in the crown
        if against is not None and (rooted(against) or against.kind in _WALLS):
            set_relation(editor, thing, Relation(type="front", to=against.id))


_WALLS = frozenset({"brick-wall", "wall", "castle-wall"})


def slung(editor: Editor) -> None:
    """A hammock between two trees of a new picture hangs on their trunks."""
    for thing in list(editor.things.values()) if editor.new else ():
        rel = thing.rel
        if thing.kind != "hammock" or rel is None or rel.type != "between":
            continue
        trees = [editor.things.get(key) for key in (rel.to, rel.also or "")]
        if all(tree is not None and rooted(tree) for tree in trees):
            editor.things[thing.id] = msgspec.structs.replace(thing, pose=SLUNG)
            for one in borne_by(editor, thing, "inside"):
                if one.pose == "lie" and any(held.kind == "book" for held in borne_by(editor, one, "hold")):
                    editor.things[one.id] = msgspec.structs.replace(one, pose="read")


def on_a_broom(editor: Editor) -> None:
    """Who is on a broom flies on it, the first of them at its handle."""
    for thing in list(editor.things.values()):
        rel = thing.rel
        broom = editor.things.get(rel.to) if rel is not None and rel.type == "on" else None
        if broom is None or broom.kind != "broom" or not stock_of(thing).alive or not is_new(editor, thing):
            continue
        rider = editor.things.get(broom.rel.to) if broom.rel is not None else None
        if rider is not None and rider.pose == "broom":
            continue  # who sits behind them
        before = (
            broom.rel if broom.rel is not None and broom.rel.type in ("front", "behind", "above") else None
        )
        editor.things[thing.id] = msgspec.structs.replace(thing, rel=before, pose="broom")
        editor.things[broom.id] = msgspec.structs.replace(
            broom, rel=Relation(type="hold", to=thing.id, part="hand")
        )
        editor.layout.pop(broom.id, None)


def one_at_the_handle(editor: Editor) -> None:
    """Of several who push one cart only the one beside it has the hands at its handle."""
    carts = [one for one in editor.things.values() if one.kind in HANDLES]
    pushing = [one for one in editor.things.values() if one.pose == "push" and is_new(editor, one)]
    beside = {one.rel.to for one in carts if one.rel is not None}
    for one in pushing if beside & {one.id for one in pushing} else ():
        if one.id not in beside and (one.rel is None or all(one.rel.to != cart.id for cart in carts)):
            editor.things[one.id] = msgspec.structs.replace(one, pose=None)


def before_who_pushes(editor: Editor) -> None:
    """What somebody pushes who has no handle to it stands on the ground before them, and is not held up."""
    for one in list(editor.things.values()):
        rel = one.rel
        pusher = editor.things.get(rel.to) if rel is not None and rel.type == "hold" else None
        if (
            pusher is None
            or pusher.pose != "push"
            or not is_new(editor, one)
            or stock_of(one).wear is not None
        ):
            continue
        set_relation(editor, one, Relation(type="left", to=pusher.id))


IN_HAND = frozenset({"cell-phone", "telephone", "telephone-receiver", "camera", "video-camera", "microphone"})
WORKED_AT = frozenset({
    "easel", "tv", "desktop-computer", "sewing-machine", "typewriter", "microscope", "telescope", "piano", "blackboard", "printer",
    "keyboard-instrument", "radio", "stove",
})  # fmt: skip
"""What people are "on" only in words."""


def at_what_is_used(editor: Editor) -> None:
    """Who is "on the phone" holds it, and who is "on a computer" is at it."""
    for thing in list(editor.things.values()):
        rel = thing.rel
        used = editor.things.get(rel.to) if rel is not None and rel.type == "on" else None
        if used is None or not is_new(editor, thing) or not has_arms(stock_of(thing)):
            continue
        if used.kind in WORKED_AT:
            set_relation(editor, thing, Relation(type="beside", to=used.id))
        elif used.kind in IN_HAND and is_new(editor, used) and used.rel is None:
            editor.things[thing.id] = msgspec.structs.replace(thing, rel=None)
            held = Relation(type="hold", to=thing.id, part="hand")
            editor.things[used.id] = msgspec.structs.replace(used, rel=held)


def over_water(editor: Editor) -> None:
    """A bridge under which a boat is stands in the water."""
    for thing in list(editor.things.values()):
        over = (
            editor.things.get(thing.rel.to) if thing.rel is not None and thing.rel.type == "below" else None
        )
        spans = over is not None and over.kind in ("bridge", "wooden-bridge") and is_new(editor, over)
        if over is not None and spans and stock_of(thing).habitat == "water" and is_new(editor, thing):
            editor.things[over.id] = msgspec.structs.replace(over, where="water")


def afloat(editor: Editor) -> None:
    """A boat that is told to be on a house at a lake is on the lake: "a house by a lake with a boat on it"."""
    place = PLACES.get(editor.said.place or editor.base.env.place)
    if place is None or place.water is None:
        return
    for boat in list(editor.things.values()):
        rel, kind = boat.rel, stock_of(boat)
        under = (
            editor.things.get(rel.to) if rel is not None and (rel.type, rel.part) == ("on", None) else None
        )
        if under is None or kind.alive or kind.habitat != "water" or not is_new(editor, boat):
            continue
        if rooted(under) and height_of(under) >= HOUSE_M:
            set_relation(editor, boat, None)


def upside_down(editor: Editor) -> None:
    """A hat that somebody is in stands on its crown."""
    for thing in list(editor.things.values()):
        if thing.kind == "hat" and is_new(editor, thing) and borne_by(editor, thing, "inside"):
            editor.things[thing.id] = msgspec.structs.replace(thing, pose="upturned", rel=None)


_WALKED = frozenset({"stage", "hill", "bridge", "wooden-bridge", "pier", "magpie-bridge", "desert-island", "mountain", "snow-capped-mountain", "floating-island", "iceberg", "cliff-rock", "stairs", "podium", "trampoline", "ladder", "balance-beam", "diving-board"})  # fmt: skip
"""What people stand on rather than sit."""


def seated_up_there(editor: Editor) -> None:
    """Who is on a roof, a rock or a car sits there, unless told otherwise."""
    for thing in list(editor.things.values()):
        bearer = editor.things.get(thing.rel.to) if thing.rel is not None else None
        if bearer is None or thing.pose is not None or not is_new(editor, thing) or bearer.kind in _WALKED:
            continue
        told = msgspec.structs.replace(thing, pose="sit")
        if (
            perches(told, bearer)
            and stock_of(bearer).habitat in ("ground", "road")
            and bearer.kind not in mounts()
        ):
            editor.things[thing.id] = told


def with_seats(editor: Editor) -> None:
    """Passengers sit in a carriage, not on the engine; a shelf is empty before it is filled."""
    for thing in list(editor.things.values()):
        if (
            thing.kind in ("shelf", "market-stall")
            and is_new(editor, thing)
            and borne_by(editor, thing, "on", "inside")
        ):
            editor.things[thing.id] = msgspec.structs.replace(thing, pose="bare")
            for one in borne_by(editor, thing, "inside"):
                set_relation(editor, one, Relation(type="on", to=thing.id))
        elif thing.kind in _WINDOWLESS and is_new(editor, thing):
            carriage = msgspec.structs.replace(thing, kind=_CARRIAGE)
            if any(looks_out(one, carriage) for one in borne_by(editor, thing, "on", "inside")):
                set_kind(editor, thing, _CARRIAGE)
        elif thing.kind == "train" and is_new(editor, thing):
            carriage = msgspec.structs.replace(thing, kind=_CARRIAGE)
            if sum(looks_out(one, carriage) for one in borne_by(editor, thing, "on", "inside")) > 1:
                set_kind(editor, thing, _CARRIAGE)


_CROWNS = frozenset({"tree", "pine-tree", "willow", "cherry-tree", "palm-tree", "christmas-tree"})
_GROWN = frozenset(sorts()["fruit"])


def in_the_crown(editor: Editor) -> None:
    """ "A tree with three apples": they hang in it, and so does a swing."""
    for thing in list(editor.things.values()):
        tree = editor.things.get(thing.rel.to) if thing.rel is not None else None
        if thing.kind == "swing-set" and tree is not None and tree.kind in _CROWNS and is_new(editor, thing):
            editor.things[thing.id] = msgspec.structs.replace(
                thing, pose=SWINGS, rel=Relation(type="inside", to=tree.id)
            )
        elif thing.kind in _CROWNS and editor.new:
            for one in borne_by(editor, thing, "beside"):
                if one.kind in _GROWN:
                    set_relation(editor, one, Relation(type="on", to=thing.id))
