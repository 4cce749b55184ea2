"""Who sits between two in a new picture sits on their couch, in the middle of it."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.wording import Pattern

_BETWEEN = Pattern(
    r"\b(?:in )?between (?:them|the two|both|(?:his|her|their|the|two|mom|mum|dad|grand)[a-z]*)\b|\bin between(?=$|[.,])|\bin the middle(?=$|[.,])"
    r"|(?:坐|躺|睡|趴|夹)?在[^，。,；;]{0,6}(?:中间|之间|当中)"
)
_NEAR = frozenset({"beside", "left", "right", "between"})


def in_their_midst(scene: Scene, prompt: str) -> Scene:
    """The scene with whoever is said to be between two where those are, in the middle. `prompt` is as it was typed."""
    if not _BETWEEN.search(prompt):
        return scene
    alive = [one for one in scene.objects if stock_of(one).alive and not _is_held(one)]
    seats = [one for one in scene.objects if one.kind in SEATS]
    if len(alive) != 3 or len(seats) > 1:
        return scene
    sat = [one for one in alive if seats and one.rel == Relation(type="on", to=seats[0].id)]
    aside = [one for one in alive if one not in sat]
    if len(sat) == 2:
        return _seated(scene, [sat[0], aside[0], sat[1]], seats[0]) if _is_loose(aside[0], sat) else scene
    middle = [one for one in aside if one.rel is not None and one.rel.type in _NEAR and one.rel.to in {two.id for two in alive}]  # fmt: skip
    if len(middle) != 1 or not all(one in middle or one.rel is None for one in aside):
        return scene
    ends = [one for one in alive if one is not middle[0]]
    if len(sat) == 1:
        return _seated(scene, [ends[0], middle[0], ends[1]], seats[0])
    if seats or any(one.rel is not None for one in ends):
        return scene
    between = Relation(type="between", to=ends[0].id, also=ends[1].id)
    return _with(scene, [msgspec.structs.replace(middle[0], rel=between)])


def _is_held(one: Thing) -> bool:
    return one.rel is not None and one.rel.type in ("hold", "wear", "inside")


def _is_loose(one: Thing, sat: list[Thing]) -> bool:
    return one.rel is None or (one.rel.type in _NEAR and one.rel.to in {two.id for two in sat})


def _seated(scene: Scene, row: list[Thing], seat: Thing) -> Scene:
    """The scene with those three on the seat, from left to right."""
    on_it = Relation(type="on", to=seat.id)
    moved = [msgspec.structs.replace(one, rel=on_it, pose=one.pose or "sit") for one in row]
    return _with(scene, moved)


def _with(scene: Scene, moved: list[Thing]) -> Scene:
    """The scene with those in that order where the last of them stood."""
    ids = [one.id for one in moved]
    last = max(at for at, one in enumerate(scene.objects) if one.id in ids)
    rest = [one for one in scene.objects if one.id not in ids]
    at = sum(one.id not in ids for one in scene.objects[: last + 1])
    return msgspec.structs.replace(scene, objects=(*rest[:at], *moved, *rest[at:]))
