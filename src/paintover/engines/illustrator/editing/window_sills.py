"""Windows: one to sit at has a sill and is in a wall, and what is beyond it is seen through it."""

from __future__ import annotations

from functools import partial

import msgspec

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.neighbours import BESIDE
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_kind, set_relation
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.stock import (
    OUTLOOKS,
    height_of,
    stock_of,
)
from paintover.engines.illustrator.staging.newcomers import LUMINARIES, STARS

_SILL_M = 0.9
"""Who is taller stands at a window; who is not sits on its sill."""
_POTTED = frozenset({"potted-plant", "cactus", "potted-flower", "bonsai", "succulent", "potted-cactus"})
"""What is small where it is told to be on a sill."""
_LAMP_M = 0.56
"""Nor is furniture that is no higher: a lamp."""


def with_a_sill(editor: Editor) -> None:
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
            or borne_by(editor, thing, "on", "inside", *BESIDE)
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
        if len(loose) == 1 and waiting and not borne_by(editor, thing, "on", "inside", *BESIDE):
            set_relation(editor, waiting[0], Relation(type="beside", to=thing.id))
        for one in borne_by(editor, thing, "on", "inside", "front", "beside", "below"):
            if not is_new(editor, one) or _stays_seated(editor, one):
                continue
            upon = one.rel is not None and one.rel.type == "on"
            if upon and one.kind in _POTTED and not fits_a_sill(one):
                editor.things[one.id] = msgspec.structs.replace(one, size="small")
            elif fits_a_sill(one):
                set_relation(editor, one, Relation(type="on", to=thing.id))
            elif one.rel is not None and one.rel.type in ("on", "inside"):
                set_relation(editor, one, Relation(type="front", to=thing.id))
        for key in beyond:
            set_relation(editor, editor.things[key], Relation(type="inside", to=thing.id))
        views = [one.id for one in borne_by(editor, thing, "inside") if one.kind in OUTLOOKS]
        for view in views:  # a dog in the garden outside the window
            for one in borne_by(editor, editor.things[view], "on", "inside"):
                set_relation(editor, one, Relation(type="inside", to=thing.id))


OF_THE_SKY = frozenset(
    {*LUMINARIES, *STARS, "cloud", "rainbow", "lightning", "comet", "shooting-star", "fireworks", "aurora"}
)
"""What is in no room, but beyond its window."""
_WINDOWED = frozenset(
    {
        "room",
        "kitchen",
        "bedroom",
        "classroom",
        "office",
        "library",
        "cafe",
        "dining-hall",
        "nursery",
        "fitness-room",
        "bathroom",
        "ward",
    }
)


def through_the_window(editor: Editor) -> None:
    """The moon that is told to be in a room, or in its window, is seen through the window."""
    windows = [one for one in editor.things.values() if one.kind == "bay-window"]
    if not editor.new or (not windows and editor.said.place not in _WINDOWED):
        return
    beyond = [
        one
        for one in editor.things.values()
        if one.kind in OF_THE_SKY
        and one.pose is None
        and (one.rel is None or one.rel.type in BESIDE or any(one.rel.to == window.id for window in windows))
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
    return stock_of(thing).alive and seen is not None and seen.kind in OF_THE_SKY


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


def _stays_seated(editor: Editor, thing: Thing) -> bool:
    """Whether it sat there before, and does something now for which nobody gets up: drink tea."""
    was = editor.base.thing(thing.id)
    seated = was is not None and was.rel == thing.rel and was.pose == "sit"
    return seated and thing.pose not in (None, "stand", "walk", "run", "jump", "dance")


def fits_a_sill(thing: Thing) -> bool:
    """Whether it is small, or somebody who sits or lies there. Furniture stands at the window."""
    kind = stock_of(thing)
    if kind.habitat in ("road", "water"):
        return False
    if kind.alive and thing.pose in ("sit", "sleep", "lie"):
        return True
    return height_of(thing) <= (_SILL_M if kind.alive or kind.habitat == "table" else _LAMP_M)
