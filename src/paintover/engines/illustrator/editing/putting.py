"""What is put where, so that it can be drawn so: a boat to sit in has a hull, a window to sit at has a sill, a shelf that is
filled is empty before; what is listed with a table's things is on the table; who is beside a hat is beside its wearer.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

import msgspec

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.beds import DOUBLE, as_they_are_called
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.on_a_table import at_the_bedside
from paintover.engines.illustrator.editing.on_the_body import on_the_body
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_kind, set_relation, take_looks
from paintover.engines.illustrator.editing.umbrellas import under_an_umbrella
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.relate import TOPPED
from paintover.engines.illustrator.grammar.utterance import Utterance
from paintover.engines.illustrator.kinds import BEDS, RUGS, TABLES, kinds, sorts
from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.poses import CEILING, RAISED, legs_told
from paintover.engines.illustrator.sprites.stock import (
    OF_THE_CEILING,
    OUTLOOKS,
    figure_of,
    height_of,
    stock_of,
    takes_pose,
)
from paintover.engines.illustrator.staging.attach import (
    BRIMMED,
    PEAKED,
    SEATS,
    TABLECLOTH,
    lies_flat,
    perches,
)
from paintover.engines.illustrator.staging.crowds import BACKS, CROWD
from paintover.engines.illustrator.staging.crown import SWINGS
from paintover.engines.illustrator.staging.dealings import HANDLES
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.mounts import RIDDEN, mounts
from paintover.engines.illustrator.staging.newcomers import LUMINARIES, STARS
from paintover.engines.illustrator.staging.shelter import SHELTER
from paintover.engines.illustrator.staging.standing import frame_from, placement_from
from paintover.engines.illustrator.staging.windows import looks_out

_UNDER_SAIL = re.compile(r"sail|yacht|帆|veler|voilier|segel|vele|парус|ヨット|돛|شراع", re.IGNORECASE)
"""Words for boats that have a sail, whoever is in them."""
_BOARDS = TABLES | {"shelf", "bay-window", "market-stall"}
"""Furniture on which small things are, and nobody sits."""
_LISTED_M = 0.7
_SILL_M = 0.9
"""Who is taller stands at a window; who is not sits on its sill."""
_LAMP_M = 0.56
"""Nor is furniture that is no higher: a lamp."""
_BESIDE = frozenset({"left", "right", "beside", "front", "behind", "between"})
_SHOWN: dict[str, dict[str, int]] = {"noodles": {"egg": 1}}
"""Of dishes, what their drawings show, and how many."""
_FRUIT = {"apple-tree": "apple", "cherry-tree": "cherries"}
"""Trees that are drawn with fruit."""
_CARRIAGE = "railway-car"


def put_down(editor: Editor) -> None:
    """Put things where they can be drawn as the wish says. What an earlier picture shows stays as it is drawn there."""
    as_they_are_called(editor)
    _over_a_table(editor)
    _underfoot(editor)
    _spread_out(editor)
    _with_room_below(editor)
    _over_water(editor)
    _under_its_rider(editor)
    _on_a_broom(editor)
    under_an_umbrella(editor)
    _with_sticks_of_their_own(editor)
    _hat_of_everybody(editor)
    _shown_already(editor)
    _candles_on_the_cake(editor)
    _in_the_aquarium(editor)
    _in_the_goal(editor)
    _with_a_hull(editor)
    _without_antlers(editor)
    _under_one_moon(editor)
    _light_of_the_hour(editor)
    _cooked(editor)
    _on_the_ears(editor)
    _with_a_sill(editor)
    _through_the_window(editor)
    _on_the_wall(editor)
    _upside_down(editor)
    _in_the_tub(editor)
    _with_seats(editor)
    _listed_together(editor)
    _what_is_small_beside(editor)
    _in_the_crown(editor)
    _beside_the_pot(editor)
    _beside_the_dish(editor)
    _beside_the_bearer(editor)
    _one_at_the_handle(editor)
    _on_either_side(editor)
    on_the_body(editor)
    at_the_bedside(editor)
    _before_a_stage(editor)
    _seated_up_there(editor)
    _where_it_belongs(editor)


def _before_a_stage(editor: Editor) -> None:
    """Spectators in a room, or at a stage, look away from us; others are behind all there is."""
    for crowd in [one for one in editor.things.values() if one.kind == CROWD and is_new(editor, one)]:
        pose = BACKS if editor.base.env.place in INDOORS else None
        editor.things[crowd.id] = msgspec.structs.replace(crowd, pose=pose, rel=None, where="")


def _with_sticks_of_their_own(editor: Editor) -> None:
    """Noodles are drawn without chopsticks where a pair of them is a thing of its own, which lies beside the bowl."""
    sticks = [one for one in editor.things.values() if one.kind in ("chopsticks", "chopstick")]
    for one in sticks:
        dish = editor.things.get(one.rel.to) if one.rel is not None and one.rel.type == "on" else None
        if dish is not None and is_new(editor, one) and kinds()[dish.kind].art in TOPPED:
            set_relation(editor, one, Relation(type="beside", to=dish.id))
    if not sticks:
        return
    for dish in list(editor.things.values()):
        kind = kinds().get(dish.kind)
        if kind is not None and kind.bare is not None and "chopsticks" in kind.has:
            set_kind(editor, dish, kind.bare)


_TOP_HATS = frozenset({"礼帽", "高帽", "大礼帽", "top hat"})


def _hat_of_everybody(editor: Editor) -> None:
    """A hat that is no more than that, on somebody's head, is the soft one that anybody wears; a cap has its peak where the
    wearer looks."""
    for hat in list(editor.things.values()):
        rel = hat.rel
        wearer = editor.things.get(rel.to) if rel is not None and rel.type == "wear" else None
        if (
            hat.kind not in ("hat", "cap")
            or wearer is None
            or not is_new(editor, hat)
            or hat.pose is not None
        ):
            continue
        if hat.kind == "cap":
            pose = PEAKED if is_somebody(wearer.kind) and figure_of(wearer).anchors.front else None
            editor.things[hat.id] = msgspec.structs.replace(hat, pose=pose)
        elif wearer.kind in _ANYBODY and hat.label.lower() not in _TOP_HATS:
            editor.things[hat.id] = msgspec.structs.replace(hat, pose=BRIMMED)


_ANYBODY = frozenset(
    {"person", "child", "man", "woman", "boy", "girl", "old-man", "old-woman", "farmer", "student", "teacher", "pupil"}
)  # fmt: skip
"""Who wears no hat of a stage or a trade."""


def _shown_already(editor: Editor) -> None:
    """What the drawing of a dish shows is not put on it again: an egg on the noodles. A tree with
    fruit that is counted is one without fruit of its own."""
    for tree in list(editor.things.values()):
        fruit = _FRUIT.get(tree.kind)
        if is_new(editor, tree) and any(
            one.kind == fruit for one in borne_by(editor, tree, "on", "inside", "beside")
        ):
            set_kind(editor, tree, "tree")
    for dish in list(editor.things.values()):
        for kind, many in _SHOWN.get(dish.kind, {}).items():
            loose = [one for one in editor.things.values() if editor.new and one.rel is None]
            new = [
                one
                for one in (*loose, *borne_by(editor, dish, "on", "inside", "beside"))
                if one.kind == kind and one.colour is None and is_new(editor, one)
            ]
            for one in new:
                set_relation(editor, one, Relation(type="on", to=dish.id))
            for one in new[:many] if len(new) >= many else ():
                editor.drop(one.id)


def _candles_on_the_cake(editor: Editor) -> None:
    """Candles that come with a cake stand on it and are slender; a birthday cake is drawn with three."""
    cakes = [one for one in editor.things.values() if one.kind in _CAKES]
    if len(cakes) != 1:
        return
    cake, birthday = cakes[0], cakes[0].kind == _CAKES[-1]
    meant = {one.id for one in borne_by(editor, cake, "on", "inside", "beside")}
    if birthday or not editor.new:
        meant |= {one.id for one in editor.things.values() if one.rel is None}
    new = [
        one
        for one in editor.things.values()
        if one.kind in ("candle", _SLENDER) and one.id in meant and is_new(editor, one)
    ]
    if birthday and is_new(editor, cake) and new and len(new) != _DRAWN:
        set_kind(editor, cake, _CAKES[0])
    elif birthday and new and not is_new(editor, cake):  # all alike: a few more, or so many in all
        more = _DRAWN if len(new) < _DRAWN else 0
        drawn = [editor.new_thing(editor.things[new[0].id]) for _ in range(more)]
        new += [editor.things[key] for key in drawn if key is not None]
        set_kind(editor, cake, _CAKES[0])
    elif birthday and len(new) >= _DRAWN:
        for one in new[:_DRAWN]:
            editor.drop(one.id)
        new = new[_DRAWN:]
    for one in new:
        set_kind(editor, one, _SLENDER)
        set_relation(editor, editor.things[one.id], Relation(type="on", to=cake.id))


def as_on_the_cake(said: Utterance, base: Scene) -> Utterance:
    """What is said of candles is said of the slender ones, where such are in the picture."""
    if all(one.kind != _SLENDER for one in base.objects):
        return said
    told = [replace(one, kind=_SLENDER) if one.kind == "candle" else one for one in said.mentions]
    return replace(said, mentions=tuple(told))


_SLENDER = "birthday-candle"
_CAKES = ("cake", "birthday-cake")
_DRAWN = 3
"""Candles that a birthday cake is drawn with."""


def _in_the_aquarium(editor: Editor) -> None:
    """A tank with fish in it is one of glass."""
    for thing in list(editor.things.values()):
        swims = {"water"} & {stock_of(one).habitat for one in borne_by(editor, thing, "inside")}
        if thing.kind == "tank" and is_new(editor, thing) and swims:
            set_kind(editor, thing, "bare-fish-tank")


def _under_one_moon(editor: Editor) -> None:
    """The rabbit of the moon is a white one where the moon is in the sky above it."""
    if any(one.kind in ("moon", "crescent-moon") for one in editor.things.values()):
        for thing in list(editor.things.values()):
            if thing.kind == "jade-rabbit" and is_new(editor, thing):
                set_kind(editor, thing, "rabbit")
                editor.things[thing.id] = msgspec.structs.replace(editor.things[thing.id], colour="white")


def _cooked(editor: Editor) -> None:
    """A fish that comes onto a table or a plate is a dish; in a new picture with a table, so is one that is nowhere else."""
    tables = [one for one in editor.things.values() if one.kind == "dining-table"]
    for fish in list(editor.things.values()):
        if editor.new and fish.kind == "fish" and fish.rel is None and tables:
            set_relation(editor, fish, Relation(type="on", to=tables[0].id))
            fish = editor.things[fish.id]
        under = (
            editor.things.get(fish.rel.to)
            if fish.rel is not None and fish.rel.type in ("on", "inside")
            else None
        )
        if fish.kind == "fish" and under is not None and under.kind in _SERVED_ON and is_new(editor, fish):
            set_kind(editor, fish, "fish-dish")


_SERVED_ON = frozenset({"dining-table", "plate", "tray"})


def _light_of_the_hour(editor: Editor) -> None:
    """A sun that is a thing of its own is the moon once night falls, and the moon is the sun when the day breaks."""
    hour, was = editor.said.time, editor.base.env.time
    if editor.new or hour is None or (hour == "night") == (was == "night"):
        return
    gone, comes = (("sun",), "moon") if hour == "night" else (("moon", "crescent-moon"), "sun")
    for thing in [one for one in editor.things.values() if one.kind in gone and one.id in editor.layout]:
        placed, lang = editor.layout[thing.id], "zh" if thing.lang == "zh" else "en"
        other = msgspec.structs.replace(
            thing,
            kind=comes,
            label=names(lang, comes),
            lang=lang,
            rung=kinds()[comes].rung,
            colour=None,
            pose=None,
        )
        figure = figure_of(other)
        frame = frame_from(placed, figure)
        scale = (placed.box[3] - placed.box[1]) / figure.height * UNIT
        editor.things[thing.id] = other
        editor.layout[thing.id] = placement_from(replace(frame, scale=scale, flip=False), figure)


def _without_antlers(editor: Editor) -> None:
    """A small deer is a fawn."""
    for thing in list(editor.things.values()):
        if thing.kind == "deer" and thing.size == "small" and is_new(editor, thing):
            set_kind(editor, thing, "doe")


def _on_the_ears(editor: Editor) -> None:
    """Earrings that are worn hang on both ears."""
    for thing in list(editor.things.values()):
        if thing.kind == "earrings" and thing.rel is not None and thing.rel.type == "wear":
            set_kind(editor, thing, "ear-drops")


def _with_a_hull(editor: Editor) -> None:
    """Who is in "a boat" sits in one without a sail."""
    for thing in list(editor.things.values()):
        plain = thing.kind == "boat" and is_new(editor, thing) and not _UNDER_SAIL.search(thing.label)
        if plain and any(stock_of(one).alive for one in borne_by(editor, thing, "on", "inside")):
            set_kind(editor, thing, "rowing-boat")


def _on_either_side(editor: Editor) -> None:
    """Two who are around something are no ring, but stand beside it."""
    around: dict[str, list[Thing]] = {}
    for one in editor.things.values():
        if one.rel is not None and one.rel.type == "around" and stock_of(one).alive:
            around.setdefault(one.rel.to, []).append(one)
    for pair in around.values():
        if len(pair) == _A_PAIR and all(one.id in editor.touched and one.pose != "hands" for one in pair):
            for one in pair:
                beside = msgspec.structs.replace(one.rel, type="beside") if one.rel is not None else None
                editor.things[one.id] = msgspec.structs.replace(one, rel=beside)


_A_PAIR = 2


def _underfoot(editor: Editor) -> None:
    """A rug under the cat is one that the cat stands on, where it stands."""
    for thing in list(editor.things.values()):
        relation = thing.rel
        if relation is None or relation.type not in ("below", "cover") or relation.part is not None:
            continue
        if not is_new(editor, thing) or not lies_flat(thing) or stock_of(thing).habitat == "table":
            continue
        above = editor.things.get(relation.to)
        if (
            above is not None
            and not is_new(editor, above)
            and (above.rel is None or above.rel.type in _BESIDE)
        ):
            set_relation(editor, thing, None)
            set_relation(editor, above, Relation(type="on", to=thing.id))


def _over_a_table(editor: Editor) -> None:
    """A tablecloth is over the table that is told, or the only one; what is told to be on it is on that table."""
    tables = [one for one in editor.things.values() if one.kind in TABLES]
    for cloth in [one for one in editor.things.values() if one.kind in (TABLECLOTH, "cloth")]:
        told = editor.things.get(cloth.rel.to) if cloth.rel is not None else None
        covers = cloth.kind == TABLECLOTH or (cloth.rel is not None and cloth.rel.type == "cover")
        only = tables[0] if len(tables) == 1 and cloth.kind == TABLECLOTH else None
        table = told if told in tables else only
        alone = all(one.kind == TABLECLOTH for one in editor.things.values())  # shown as they are
        if not tables and not alone and cloth.kind == TABLECLOTH and is_new(editor, cloth):
            set_kind(editor, cloth, "picnic-mat")
        if table is None or not covers:
            continue
        if is_new(editor, cloth):
            set_relation(editor, cloth, Relation(type="cover", to=table.id))
            set_kind(editor, editor.things[cloth.id], TABLECLOTH)
        for one in borne_by(editor, cloth, "on"):
            set_relation(editor, one, Relation(type="on", to=table.id))


def _spread_out(editor: Editor) -> None:
    """A blanket that somebody sits on is spread out, and is the mat of their picnic; a rug at a hearth is before it."""
    mats = [one for one in editor.things.values() if one.kind == "picnic-mat" and is_new(editor, one)]
    for thing in list(editor.things.values()):
        if not is_new(editor, thing):
            continue
        loose = thing.rel is None or thing.rel.type in (*_BESIDE, "below")
        laid = thing.kind == "blanket" or (thing.kind == "cloth" and _carries_something(editor, thing))
        if laid and loose:
            if mats:
                if thing.rel is not None and mats[0].rel is None:
                    set_relation(editor, mats[0], thing.rel)
                for one in borne_by(editor, thing, "on", "inside"):
                    set_relation(editor, one, Relation(type="on", to=mats[0].id))
                take_looks(editor, mats[0].id, thing)
                editor.drop(thing.id)
            elif thing.kind == "cloth" or any(
                stock_of(one).alive for one in borne_by(editor, thing, "on", "inside")
            ):
                set_kind(editor, thing, "picnic-mat")
        by = editor.things.get(thing.rel.to) if thing.rel is not None else None
        at = thing.rel.type if thing.rel is not None else ""
        furnished = by is not None and stock_of(by).habitat == "indoor" and not stock_of(by).alive
        if thing.kind in RUGS and at == "beside" and by is not None and furnished:
            set_relation(editor, thing, Relation(type="front", to=by.id))


def _carries_something(editor: Editor, cloth: Thing) -> bool:
    """Whether a cloth lies on the ground of a place out of doors, with things on it."""
    return editor.said.place not in INDOORS and bool(borne_by(editor, cloth, "on", "inside"))


def _with_room_below(editor: Editor) -> None:
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


def _under_its_rider(editor: Editor) -> None:
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


def _on_a_broom(editor: Editor) -> None:
    """Who is on a broom flies on it, the first of them at its handle."""
    for thing in list(editor.things.values()):
        rel = thing.rel
        broom = editor.things.get(rel.to) if rel is not None and rel.type == "on" else None
        if broom is None or broom.kind != "broom" or not stock_of(thing).alive or not is_new(editor, thing):
            continue
        rider = editor.things.get(broom.rel.to) if broom.rel is not None else None
        if rider is not None and rider.pose == "broom":
            continue  # who sits behind them
        editor.things[thing.id] = msgspec.structs.replace(thing, rel=None, pose="broom")
        editor.things[broom.id] = msgspec.structs.replace(
            broom, rel=Relation(type="hold", to=thing.id, part="hand")
        )
        editor.layout.pop(broom.id, None)


def _one_at_the_handle(editor: Editor) -> None:
    """Of several who push one cart only the one beside it has the hands at its handle."""
    carts = [one for one in editor.things.values() if one.kind in HANDLES]
    pushing = [one for one in editor.things.values() if one.pose == "push" and is_new(editor, one)]
    beside = {one.rel.to for one in carts if one.rel is not None}
    for one in pushing if beside & {one.id for one in pushing} else ():
        if one.id not in beside and (one.rel is None or all(one.rel.to != cart.id for cart in carts)):
            editor.things[one.id] = msgspec.structs.replace(one, pose=None)


def _over_water(editor: Editor) -> None:
    """A bridge under which a boat is stands in the water."""
    for thing in list(editor.things.values()):
        over = (
            editor.things.get(thing.rel.to) if thing.rel is not None and thing.rel.type == "below" else None
        )
        spans = over is not None and over.kind in ("bridge", "wooden-bridge") and is_new(editor, over)
        if over is not None and spans and stock_of(thing).habitat == "water" and is_new(editor, thing):
            editor.things[over.id] = msgspec.structs.replace(over, where="water")


def _with_a_sill(editor: Editor) -> None:
    """A window with others before it is one in a wall; what is small is on its sill, and what is behind it is seen through it."""
    for thing in list(editor.things.values()):
        plain = thing.kind == "window" and is_new(editor, thing) and thing.rel is None
        furnished = editor.new and any(
            stock_of(one).habitat == "indoor" and one.kind not in ("window", "door")
            for one in editor.things.values()
        )
        looks_out = (
            editor.new
            and editor.said.place is None
            and any(map(partial(_sees_the_sky, editor), editor.things.values()))
        )
        if plain and (
            furnished
            or looks_out
            or editor.said.place in INDOORS
            or borne_by(editor, thing, "on", "inside", *_BESIDE)
        ):
            set_kind(editor, thing, "bay-window")
    _one_window(editor)
    for thing in list(editor.things.values()):
        if thing.kind != "bay-window":
            continue
        beyond = [one.id for one in borne_by(editor, thing, "behind") if is_new(editor, one)]
        loose = [one for one in editor.things.values() if one.rel is None and one.id != thing.id]
        waiting = [
            one for one in loose if stock_of(one).alive and is_new(editor, one) and is_new(editor, thing)
        ]
        if len(loose) == 1 and waiting and not borne_by(editor, thing, "on", "inside", *_BESIDE):
            set_relation(editor, waiting[0], Relation(type="beside", to=thing.id))
        for one in borne_by(editor, thing, "on", "inside", "front", "beside", "below"):
            if not is_new(editor, one):
                continue
            if fits_a_sill(one):
                set_relation(editor, one, Relation(type="on", to=thing.id))
            elif one.rel is not None and one.rel.type in ("on", "inside"):
                set_relation(editor, one, Relation(type="front", to=thing.id))
        for key in beyond:
            set_relation(editor, editor.things[key], Relation(type="inside", to=thing.id))
        views = [one.id for one in borne_by(editor, thing, "inside") if one.kind in OUTLOOKS]
        for view in views:  # a dog in the garden outside the window
            for one in borne_by(editor, editor.things[view], "on", "inside"):
                set_relation(editor, one, Relation(type="inside", to=thing.id))


_OF_THE_SKY = frozenset(
    {*LUMINARIES, *STARS, "cloud", "rainbow", "lightning", "comet", "shooting-star", "fireworks", "aurora"}
)
"""What is in no room, but beyond its window."""
_WINDOWED = frozenset(
    {"room", "kitchen", "bedroom", "classroom", "office", "library", "cafe", "bathroom", "ward"}
)


def _through_the_window(editor: Editor) -> None:
    """The moon that is told to be in a room, or in its window, is seen through the window."""
    windows = [one for one in editor.things.values() if one.kind == "bay-window"]
    if not editor.new or (not windows and editor.said.place not in _WINDOWED):
        return
    beyond = [
        one
        for one in editor.things.values()
        if one.kind in _OF_THE_SKY
        and one.pose is None
        and (one.rel is None or one.rel.type in _BESIDE or any(one.rel.to == window.id for window in windows))
    ]
    if not beyond:
        return
    if not windows:
        rung = kinds()["bay-window"].rung
        label = "窗户" if editor.language == "zh" else "window"
        model = Thing(id="", kind="bay-window", label=label, lang=editor.said.language, rung=rung)
        key = editor.new_thing(model)
        windows = [editor.things[key]] if key is not None else []
    for one in beyond if windows else ():
        set_relation(editor, one, Relation(type="inside", to=windows[0].id))


def _sees_the_sky(editor: Editor, thing: Thing) -> bool:
    """Whether somebody looks at the moon."""
    seen = editor.things.get(thing.at or "")
    return stock_of(thing).alive and seen is not None and seen.kind in _OF_THE_SKY


def _one_window(editor: Editor) -> None:
    """A window and its sill, each told of by itself, are one window."""
    windows = [one for one in editor.things.values() if one.kind == "bay-window"]
    first = windows[0] if windows else None
    for other in windows[1:]:
        if first is None or first.label == other.label or not is_new(editor, other):
            continue
        for one in list(editor.things.values()):
            if one.rel is not None and one.rel.to == other.id and one.id != first.id:
                set_relation(editor, one, msgspec.structs.replace(one.rel, to=first.id))
        editor.drop(other.id)


_HUNG = frozenset({"picture", "wall-poster", "clock", "map", "calendar", "mirror", "dartboard"})
"""What is on the wall of a room where nobody says otherwise."""
_HUNG_M = 1.6
_STANDING = frozenset({*_BOARDS, *SEATS, *BEDS, "refrigerator", "stove", "oven", "floor-lamp"}) - {"shelf"}
"""Furniture that no list of what is on the wall hangs up: "a table and a clock on the wall"."""


_ON_THE_GROUND = frozenset({RIDDEN, SHELTER, BRIMMED, PEAKED, DOUBLE, "fight"})
"""Poses with a drawing of their own in which nothing hangs on a wall."""


def _on_the_wall(editor: Editor) -> None:
    """What is told to be on the wall hangs there, and is on nothing else."""
    for thing in list(editor.things.values()):
        was = editor.base.thing(thing.id)
        if thing.pose == "hung" and was is not None and was.pose != "hung":
            editor.layout.pop(thing.id, None)
        if not is_new(editor, thing):
            continue
        kind = stock_of(thing)
        if thing.pose == CEILING:
            told = {"kind": "lamp"} if thing.kind in _LAMPS else {}
            put = {"pose": None} if kind.alive and height_of(thing) > _LIGHT_M else {"rel": None, **told}
            editor.things[thing.id] = msgspec.structs.replace(thing, **put)
            continue
        if thing.pose in kind.poses and thing.pose not in _ON_THE_GROUND:
            editor.things[thing.id] = msgspec.structs.replace(thing, rel=None, size=thing.size or "small")
            continue  # a sign without its post
        solid = kind.alive or kind.habitat in ("ground", "road") or thing.kind in _STANDING
        if thing.pose == "hung" and (solid or height_of(thing) > _HUNG_M):
            editor.things[thing.id] = msgspec.structs.replace(thing, pose=None)
        elif thing.pose == "hung":
            editor.things[thing.id] = msgspec.structs.replace(thing, rel=None)


_LIGHT_M = 0.6
"""Who is taller does not hang from a ceiling: a spider does, and a bat."""
_LAMPS = frozenset({"lamp", "floor-lamp", "light-bulb", "oil-lamp"})
"""What is drawn by a lamp under the ceiling where it hangs there."""


def _upside_down(editor: Editor) -> None:
    """A hat that somebody is in stands on its crown."""
    for thing in list(editor.things.values()):
        if thing.kind == "hat" and is_new(editor, thing) and borne_by(editor, thing, "inside"):
            editor.things[thing.id] = msgspec.structs.replace(thing, pose="upturned", rel=None)


_WALKED = frozenset({"stage", "hill", "bridge", "wooden-bridge", "pier", "magpie-bridge", "desert-island", "mountain", "snow-capped-mountain", "floating-island", "iceberg", "cliff-rock", "stairs", "podium", "trampoline", "ladder", "slide", "balance-beam", "diving-board"})  # fmt: skip
"""What people stand on rather than sit."""


def _seated_up_there(editor: Editor) -> None:
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


def _where_it_belongs(editor: Editor) -> None:
    """Pictures and clocks of a room that stand on nothing are on its wall, though nobody says so."""
    place = editor.said.place or ("" if editor.new else editor.base.env.place)
    furnished = any(
        stock_of(one).habitat == "indoor" and one.kind not in _HUNG for one in editor.things.values()
    )
    if place in _BARE or not (place in INDOORS if place else furnished):
        return
    for thing in list(editor.things.values()):
        if thing.kind in _HUNG and thing.rel is None and thing.pose is None and is_new(editor, thing):
            editor.things[thing.id] = msgspec.structs.replace(thing, pose="hung")
        elif thing.kind in OF_THE_CEILING and thing.pose is None and is_new(editor, thing):
            editor.things[thing.id] = msgspec.structs.replace(thing, pose=CEILING, rel=None)


_BARE = frozenset({"tabletop", "studio"})
"""Places whose wall nothing hangs on."""


_TUBS = frozenset({"bathtub", "paddling-pool"})
_OF_RUBBER = re.compile(r"橡皮|玩具|小|黄|rubber|toy|yellow|little|small", re.IGNORECASE)


def _in_the_tub(editor: Editor) -> None:
    """A duck in somebody's bath is the one of rubber, and floats in it."""
    tub = next((one for one in editor.things.values() if one.kind in _TUBS), None)
    if tub is None:
        return
    for thing in list(editor.things.values()):
        told = _OF_RUBBER.search(thing.label) or thing.size == "small" or thing.colour == "yellow"
        if not is_new(editor, thing) or not (thing.kind == "rubber-duck" or (thing.kind == "duck" and told)):
            continue
        if thing.rel is None or thing.rel.type in ("beside", "front", "on", "above", "left", "right"):
            editor.things[thing.id] = msgspec.structs.replace(
                thing, kind="rubber-duck", rung=kinds()["rubber-duck"].rung, pose=None, size=None,
            )  # fmt: skip
            set_relation(editor, editor.things[thing.id], Relation(type="inside", to=tub.id))


def fits_a_sill(thing: Thing) -> bool:
    """Whether it is small, or somebody who sits or lies there. Furniture stands at the window."""
    kind = stock_of(thing)
    if kind.habitat in ("road", "water"):
        return False
    if kind.alive and thing.pose in ("sit", "sleep", "lie"):
        return True
    return height_of(thing) <= (_SILL_M if kind.alive or kind.habitat == "table" else _LAMP_M)


def _with_seats(editor: Editor) -> None:
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
        elif thing.kind == "train" and is_new(editor, thing):
            carriage = msgspec.structs.replace(thing, kind=_CARRIAGE)
            if sum(looks_out(one, carriage) for one in borne_by(editor, thing, "on", "inside")) > 1:
                set_kind(editor, thing, _CARRIAGE)


def _in_the_goal(editor: Editor) -> None:
    """Who comes to keep a goal stands in it, where there is one."""
    goals = [one for one in editor.things.values() if one.kind == "goal-net" and not is_new(editor, one)]
    guised = {
        key
        for index, keys in editor.bound.items()
        if index >= 0 and editor.said.mentions[index].guise == _KEEPER
        for key in keys
    }
    for one in list(editor.things.values()):
        keeps = one.kind in (_KEEPER, f"woman-{_KEEPER}") or one.id in guised
        if goals and keeps and one.rel is None and is_new(editor, one):
            set_relation(editor, one, Relation(type="inside", to=goals[0].id))


_KEEPER = "goalkeeper"


def _listed_together(editor: Editor) -> None:
    """ "A desk with a laptop, a lamp and a cup": all are on it."""
    if not editor.new:
        return
    boards = [one for one in editor.things.values() if one.kind in _BOARDS]
    if len(boards) != 1 or not borne_by(editor, boards[0], "on"):
        return
    after = False
    for thing in list(editor.things.values()):
        after = after or thing.id == boards[0].id
        kind = stock_of(thing)
        loose = (
            thing.rel is None
            and thing.pose != "hung"
            and thing.rung != "signpost"
            and not kind.alive
            and thing.size != "large"
        )
        if after and loose and kind.habitat in ("table", "indoor") and height_of(thing) <= _LISTED_M:
            set_relation(editor, thing, Relation(type="on", to=boards[0].id))


def _what_is_small_beside(editor: Editor) -> None:
    """ "A cup on a table next to a book": the book is on the table, and not the table beside it."""
    for thing in list(editor.things.values()):
        relation = thing.rel
        if thing.kind not in _BOARDS or relation is None or relation.type not in _BESIDE:
            continue
        other, borne = editor.things.get(relation.to), borne_by(editor, thing, "on")
        if (
            other is None
            or not borne
            or other.rel is not None
            or not (is_new(editor, thing) and is_new(editor, other))
        ):
            continue
        if stock_of(other).habitat == "table" and height_of(other) <= _LISTED_M:
            set_relation(editor, thing, None)
            set_relation(editor, other, Relation(type=relation.type, to=borne[0].id))


_CROWNS = frozenset({"tree", "pine-tree", "willow", "cherry-tree", "palm-tree", "christmas-tree"})
_GROWN = frozenset(sorts()["fruit"])


def _in_the_crown(editor: Editor) -> None:
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


_WITH = re.compile(
    r"\b(?:desk|table|shelf|shelves|counter|sill|windowsill|stall|stand)s? with (?!\w+ legs)", re.IGNORECASE
)


_HOLDING = re.compile(
    r"\b(?:jar|vase|bowl|basket|bucket|crate|cart)s? with (?:an?|some|two|three|four|five|six|fresh) ",
    re.IGNORECASE,
)
_VESSELS = frozenset({"jar", "vase", "bowl", "basket", "bucket", "wooden-crate", "wooden-cart", "fish-bowl"})


def on_its_board(editor: Editor, prompt: str) -> None:
    """ "A desk with a computer": it is on the desk, and not beside it; "a jar with tulips": they are in it."""
    if editor.new and _HOLDING.search(prompt):
        for thing in list(editor.things.values()):
            for one in borne_by(editor, thing, "beside") if thing.kind in _VESSELS else ():
                if not stock_of(one).alive and height_of(one) <= _LISTED_M:
                    set_relation(editor, one, Relation(type="inside", to=thing.id))
    if not editor.new or not _WITH.search(prompt):
        return
    for thing in list(editor.things.values()):
        if thing.kind in _BOARDS:
            for one in borne_by(editor, thing, "beside"):
                small = stock_of(one).habitat in ("table", "indoor") and height_of(one) <= _LISTED_M
                if small and not stock_of(one).alive:
                    set_relation(editor, one, Relation(type="on", to=thing.id))


def _beside_the_pot(editor: Editor) -> None:
    """Nothing but plants grows in a pot: 书架上有一盆花和三本书 has the books on the shelf."""
    for pot in list(editor.things.values()):
        if pot.kind == "flower-pot":
            for one in borne_by(editor, pot, "inside"):
                if is_new(editor, one) and stock_of(one).habitat in ("table", "indoor"):
                    borne = pot.rel is not None and pot.rel.type == "on"
                    set_relation(editor, one, pot.rel if borne else Relation(type="beside", to=pot.id))


def _beside_the_dish(editor: Editor) -> None:
    """A fork beside the meatballs on the spaghetti is beside what stands on the table itself."""
    for thing in list(editor.things.values()):
        relation = thing.rel
        if (
            relation is None
            or relation.type not in _BESIDE
            or stock_of(thing).alive
            or not is_new(editor, thing)
        ):
            continue
        target = editor.things.get(relation.to)
        while target is not None and (under := _dish_under(editor, target)) is not None:
            target = under
        if target is not None and target.id != relation.to:
            set_relation(editor, thing, msgspec.structs.replace(relation, to=target.id))


def _dish_under(editor: Editor, thing: Thing) -> Thing | None:
    """What a thing lies on that itself stands on a table, with room for neighbours."""
    if thing.rel is None or thing.rel.type != "on" or thing.rel.part is not None:
        return None
    under = editor.things.get(thing.rel.to)
    if under is None or under.rel is None or under.rel.type != "on":
        return None
    bearer = editor.things.get(under.rel.to)
    return under if bearer is not None and bearer.kind in TABLES and bearer.id != thing.id else None


def _beside_the_bearer(editor: Editor) -> None:
    """Beside a hat is beside who wears it; for Santa Claus, beside the gifts is beside the tree that they are under."""
    for thing in list(editor.things.values()):
        relation, seen = thing.rel, {thing.id}
        if relation is None or relation.type not in _BESIDE or not is_new(editor, thing):
            continue
        target = editor.things.get(relation.to)
        while target is not None and target.id not in seen and target.rel is not None:
            seen.add(target.id)
            bearer = editor.things.get(target.rel.to)
            worn = target.rel.type in ("wear", "hold", "cover") and not stock_of(target).alive
            if not (worn or _is_little_under(target, thing)) or bearer is None or bearer.id in seen:
                break
            target = bearer
        if target is not None and stock_of(thing).alive:
            target = _at_its_board(editor, target)
        if target is not None and target.id != relation.to and target.id != thing.id:
            set_relation(editor, thing, msgspec.structs.replace(relation, to=target.id))


def _is_little_under(target: Thing, thing: Thing) -> bool:
    """Whether the target lies under something and is far too low for one who lives to be told to stand at it."""
    lies = target.rel is not None and target.rel.type == "below" and not stock_of(target).alive
    return lies and stock_of(thing).alive and height_of(thing) > _FAR_HIGHER * height_of(target)


_FAR_HIGHER = 2.0


def _at_its_board(editor: Editor, target: Thing) -> Thing:
    """Whoever is beside what lies on a table is beside who sits at it: 奶奶在切菜，旁边坐着一只猫."""
    board = editor.things.get(target.rel.to) if target.rel is not None and target.rel.type == "on" else None
    if board is None or board.kind not in _BOARDS or stock_of(target).alive:
        return target
    return next(iter(borne_by(editor, board, "behind")), target)
