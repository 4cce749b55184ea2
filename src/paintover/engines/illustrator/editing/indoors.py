"""What a new picture of a room needs that nobody tells: a bed for who sleeps in a bedroom, and no front of the shop one is in."""

from __future__ import annotations

from typing import Literal

import msgspec

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.premises import inside_of
from paintover.engines.illustrator.kinds import BEDS, RUGS, kinds
from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.staging.company import has_arms, is_drawn
from paintover.engines.illustrator.wording import Pattern

_ELSEWHERE = Pattern(
    r"\b(?:floor|ground|rug|carpet|mat|couch|sofa|chair|desk|table|tent|under)\b|地|毯|垫|沙发|椅|桌|下面"
)
_NURSING = frozenset({"nurse", "doctor", "woman-doctor", "female-doctor"})
"""Who is up while the patient lies."""


def furnish(editor: Editor, prompt: str) -> None:
    """Put what a room has to use where it is used: computers on the desks, and those who sleep in a bed."""
    _on_the_desks(editor)
    _on_the_seats(editor)
    put_to_bed(editor, prompt)
    _attended(editor)


_CABINS = frozenset({"train-carriage", "metro-carriage", "bus-cabin", "plane-cabin", "cinema-hall"})
_ABREAST = 3
"""So many share a row of seats."""


def _on_the_seats(editor: Editor) -> None:
    """Who sits in a vehicle or a cinema, and on nothing else, sits on a row of its seats, which comes along."""
    if editor.said.place not in _CABINS:
        return
    colour = "red" if editor.said.place == "cinema-hall" else None
    people = [
        one
        for one in editor.things.values()
        if one.rel is None and stock_of(one).alive and has_arms(stock_of(one))
    ]
    if any(one.pose == "sit" for one in people):  # a family that sits, whoever of it was named first
        people = [msgspec.structs.replace(one, pose=one.pose or "sit") for one in people]
    seated = [one for one in people if one.pose in _SEATED]
    for start in range(0, min(len(seated), 2 * _ABREAST), _ABREAST):
        lang: Literal["zh", "en"] = "zh" if editor.language == "zh" else "en"
        seats = Thing(
            id="", kind=_SEATS, label=names(lang, _SEATS), lang=lang, colour=colour, rung=kinds()[_SEATS].rung
        )
        if (key := editor.new_thing(seats)) is None:
            return
        for one in seated[start : start + _ABREAST]:
            editor.things[one.id] = msgspec.structs.replace(one, rel=Relation(type="on", to=key))


_SEATS = "train-seats"
_SEATED = frozenset({"sit", "read", "sleep"})


_COMPUTERS = frozenset({"desktop-computer", "laptop", "keyboard"})


def _on_the_desks(editor: Editor) -> None:
    """Computers that are on nothing are on the desks, on each as many."""
    desks = [one.id for one in editor.things.values() if one.kind in ("desk", "school-desk")]
    loose = [
        one
        for one in editor.things.values()
        if one.kind in _COMPUTERS and one.rel is None and one.pose is None
    ]
    for number, one in enumerate(loose if desks else ()):
        rel = Relation(type="on", to=desks[number % len(desks)])
        editor.things[one.id] = msgspec.structs.replace(one, rel=rel)


def put_to_bed(editor: Editor, prompt: str) -> None:
    """Each who sleeps in a bedroom sleeps in a bed, which comes along; who nurses somebody in bed stands beside it."""
    _on_their_feet(editor)
    if editor.said.place not in ("bedroom", "ward") or _ELSEWHERE.search(prompt):
        return
    shown = {one.kind for one in editor.things.values()}
    sleepers = [
        one
        for one in editor.things.values()
        if one.pose == "sleep" and one.rel is None and stock_of(one).alive and has_arms(stock_of(one))
    ]
    if not 0 < len(sleepers) <= _MOST or shown & (SEATS | RUGS | BEDS | {"baby-bed", "tent", "hammock"}):
        return
    for one in sleepers:
        if (key := editor.new_thing(_bed(editor))) is not None:
            held = any(other.rel is not None and other.rel.to == one.id for other in editor.things.values())
            rel = Relation(type="on", to=key)
            editor.things[one.id] = msgspec.structs.replace(one, rel=rel, where="" if held else "covers")


def _bed(editor: Editor) -> Thing:
    lang: Literal["zh", "en"] = "zh" if editor.language == "zh" else "en"
    kind = "hospital-bed" if editor.said.place == "ward" else "bed"
    return Thing(id="", kind=kind, label=names(lang, kind), lang=lang, rung=kinds()[kind].rung)


_MOST = 2
"""So many beds come along."""


def _on_their_feet(editor: Editor) -> None:
    lying = [one for one in editor.things.values() if one.pose in ("lie", "sleep") and one.rel is not None]
    for one in lying:
        bed = editor.things.get(one.rel.to) if one.rel is not None else None
        if one.kind in _NURSING and bed is not None and bed.kind in BEDS and len(lying) > 1:
            rel = Relation(type="beside", to=bed.id)
            editor.things[one.id] = msgspec.structs.replace(one, pose=None, rel=rel, where="")


def _attended(editor: Editor) -> None:
    """Somebody in bed to whom another does something lies there, and the other stands beside the bed: a nurse and her patient."""
    for one in list(editor.things.values()):
        bed = editor.things.get(one.rel.to) if one.rel is not None and one.rel.type == "on" else None
        if bed is None or bed.kind not in BEDS or one.pose is not None or not _is_somebody(one):
            continue
        beside = [other for other in editor.things.values() if _attends(other, one)]
        if not beside:
            continue
        editor.things[one.id] = msgspec.structs.replace(one, pose="lie", where="covers")
        for other in beside:
            editor.things[other.id] = msgspec.structs.replace(other, rel=Relation(type="beside", to=bed.id))


def _attends(one: Thing, other: Thing) -> bool:
    """Whether somebody is there for another: beside them, or as a nurse is."""
    if one.id == other.id or not _is_somebody(one):
        return False
    return one.kind in _NURSING if one.rel is None else (one.rel.type == "beside" and one.rel.to == other.id)


def _is_somebody(one: Thing) -> bool:
    return has_arms(stock_of(one)) or is_drawn(stock_of(one))


def without_its_front(scene: Scene) -> Scene:
    """The scene without the front of the shop in which it plays; who is inside of it is where it plays."""
    place = scene.env.place
    if place not in INDOORS:
        return scene
    fronts = {one.id for one in scene.objects if inside_of(one.kind) == place and one.rel is None}
    if (
        not fronts
        or len(fronts) == len(scene.objects)
        or any(_is_before(one, fronts) for one in scene.objects)
    ):
        return scene
    left = tuple(
        msgspec.structs.replace(one, rel=None) if one.rel is not None and one.rel.to in fronts else one
        for one in scene.objects
        if one.id not in fronts
    )
    return msgspec.structs.replace(scene, objects=left)


def _is_before(thing: Thing, fronts: set[str]) -> bool:
    """Whether it is somewhere else than inside of one of those."""
    return thing.rel is not None and thing.rel.to in fronts and thing.rel.type != "inside"
