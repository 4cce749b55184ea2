"""Which drawing of a thing is meant, by what it is with: a duck in a bath is one of rubber, a hat on anybody's head a soft one."""

from __future__ import annotations

import re
from dataclasses import replace

import msgspec

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_kind, set_relation
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.stock import (
    figure_of,
    stock_of,
)
from paintover.engines.illustrator.staging.bearing import BRIMMED, PEAKED
from paintover.engines.illustrator.staging.crowds import BACKS, CROWD
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.standing import frame_from, placement_from


def before_a_stage(editor: Editor) -> None:
    """Spectators of a new picture of a room, and at a stage, look away from us; others, and those in a sports hall, are behind
    all there is."""
    for crowd in [one for one in editor.things.values() if one.kind == CROWD and is_new(editor, one)]:
        room = editor.base.env.place in (INDOORS - {"sports-hall"} if editor.new else _STAGES)
        editor.things[crowd.id] = msgspec.structs.replace(
            crowd, pose=BACKS if room else None, rel=None, where=""
        )


_STAGES = frozenset({"stage", "cinema-hall"})
"""Where people who come into a picture look at those who are there, and are before them; elsewhere they would hide them."""


_TOP_HATS = frozenset({"礼帽", "高帽", "大礼帽", "top hat"})


def hat_of_everybody(editor: Editor) -> None:
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


def of_the_feast(editor: Editor) -> None:
    """The tree that stands in a room at Christmas is a Christmas tree."""
    if not editor.new or editor.said.festival != "christmas" or editor.said.place not in INDOORS:
        return
    for thing in [one for one in editor.things.values() if one.kind in ("tree", "pine-tree")]:
        if thing.colour is None and thing.pose is None:
            set_kind(editor, thing, "christmas-tree")


def in_the_aquarium(editor: Editor) -> None:
    """A tank with fish in it is one of glass."""
    for thing in list(editor.things.values()):
        swims = {"water"} & {stock_of(one).habitat for one in borne_by(editor, thing, "inside")}
        if thing.kind == "tank" and is_new(editor, thing) and swims:
            set_kind(editor, thing, "bare-fish-tank")


def under_one_moon(editor: Editor) -> None:
    """The rabbit of the moon is a white one where the moon is in the sky above it."""
    if any(one.kind in ("moon", "crescent-moon") for one in editor.things.values()):
        for thing in list(editor.things.values()):
            if thing.kind == "jade-rabbit" and is_new(editor, thing):
                set_kind(editor, thing, "rabbit")
                editor.things[thing.id] = msgspec.structs.replace(editor.things[thing.id], colour="white")


def light_of_the_hour(editor: Editor) -> None:
    """A sun that is a thing of its own is the moon once night falls, and the moon is the sun when the day breaks."""
    hour, was = editor.said.time, editor.base.env.time
    if editor.new or hour is None or (hour == "night") == (was == "night"):
        return
    gone, comes = (("sun",), "moon") if hour == "night" else (("moon", "crescent-moon"), "sun")
    shines = any(one.kind == comes for one in editor.things.values())
    for thing in [one for one in editor.things.values() if one.kind in gone and one.id in editor.layout]:
        if shines:
            editor.drop(thing.id)
            continue
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


def without_antlers(editor: Editor) -> None:
    """A small deer is a fawn."""
    for thing in list(editor.things.values()):
        if thing.kind == "deer" and thing.size == "small" and is_new(editor, thing):
            set_kind(editor, thing, "doe")


def on_the_ears(editor: Editor) -> None:
    """Earrings that are worn hang on both ears."""
    for thing in list(editor.things.values()):
        if thing.kind == "earrings" and thing.rel is not None and thing.rel.type == "wear":
            set_kind(editor, thing, "ear-drops")


_TUBS = frozenset({"bathtub", "paddling-pool"})
_OF_RUBBER = re.compile(r"橡皮|玩具|小|黄|rubber|toy|yellow|little|small", re.IGNORECASE)


def in_the_tub(editor: Editor) -> None:
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


def in_the_goal(editor: Editor) -> None:
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
