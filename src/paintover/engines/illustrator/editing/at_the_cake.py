"""A birthday in a new picture has one cake, and all who keep it are at its table."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.wording import Pattern

_BIRTHDAY = Pattern(r"\bbirthday\b|生日|庆生")
_ELSEWHERE = Pattern(
    r"\b(?:stand|danc|play|runn?|jump|hid|under|next to|beside|in front|bring|carr|hold|gives?|giving|enter|door)\w*\b"
    r"|站|跳|跑|玩|躲|藏|旁边|前面|下面|端|拿|捧|递|送|走|门口"
)
"""What tells that somebody is not at the table."""
_CAKES = ("birthday-cake", "cake")
_MOST = 6


def at_the_cake(scene: Scene, prompt: str) -> Scene:
    """The scene so. `prompt` is as it was typed."""
    if not _BIRTHDAY.search(prompt):
        return scene
    scene = _one_table(scene)
    tables = [one for one in scene.objects if one.kind in TABLES and one.rel is None]
    cakes = [one for one in scene.objects if one.kind in _CAKES]
    if len(tables) != 1 or not any(one.rel == Relation(type="on", to=tables[0].id) for one in cakes):
        return scene
    gone = cakes[1].id if _is_told_twice(cakes) else ""
    objects = [one for one in scene.objects if one.id != gone]
    loose = [
        one
        for one in objects
        if stock_of(one).alive and stock_of(one).habitat == "ground" and one.rel is None
    ]
    at_it = sum(one.rel == Relation(type="behind", to=tables[0].id) for one in objects)
    apart = any(one.pose not in (None, "sit", "clap") for one in loose) or _ELSEWHERE.search(prompt)
    if loose and len(loose) + at_it <= _MOST and not apart:
        behind = Relation(type="behind", to=tables[0].id)
        ids = {one.id for one in loose}
        objects = [msgspec.structs.replace(one, rel=behind) if one.id in ids else one for one in objects]
        objects.sort(key=lambda one: one.id != tables[0].id)
    return msgspec.structs.replace(scene, objects=tuple(objects))


def _one_table(scene: Scene) -> Scene:
    """Without a second table behind the first, whose things are on that."""
    tables = {one.id for one in scene.objects if one.kind in TABLES}
    seconds = {
        one.id: one.rel.to
        for one in scene.objects
        if one.id in tables and one.rel is not None and one.rel.type == "behind" and one.rel.to in tables
    }

    def moved(one: Thing) -> Thing:
        if one.rel is None or one.rel.to not in seconds:
            return one
        return msgspec.structs.replace(one, rel=msgspec.structs.replace(one.rel, to=seconds[one.rel.to]))

    objects = tuple(moved(one) for one in scene.objects if one.id not in seconds)
    return msgspec.structs.replace(scene, objects=objects) if seconds else scene


def _is_told_twice(cakes: list[Thing]) -> bool:
    """Whether the cake that a birthday brings was named besides, with nothing of its own."""
    if [one.kind for one in cakes] != list(_CAKES):
        return False
    return not (cakes[1].colour or cakes[1].pattern) and cakes[0].rel == cakes[1].rel
