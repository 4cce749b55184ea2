"""What is before a house together with others: all of them stand in one row, and the house behind it.

Of one alone "in front of" says where it stands; with somebody at its side the house is the background of both.
"""

from __future__ import annotations

from collections.abc import Sequence

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_relation
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.staging.standing import HOUSE_M

_ASIDE = frozenset({"beside", "left", "right"})


def all_before_the_building(editor: Editor) -> None:
    """Turn "in front of the house" of a new picture about, where others belong to who is there."""
    if not editor.new:
        return
    for building in [one for one in editor.things.values() if _is_a_building(one)]:
        before = [one for one in borne_by(editor, building, "front") if is_new(editor, one)]
        fighters = [one for one in editor.things.values() if one.pose in _FIGHTS and kinds()[one.kind].alive]
        if building.rel is not None:
            _with_what_they_build(editor, building, before)
        elif (snowman := _built_by_them(editor)) is not None and not before:
            set_relation(editor, building, Relation(type="behind", to=snowman.id))
        elif not before and len(fighters) > 1 and all(one.rel is None for one in fighters):
            set_relation(editor, building, Relation(type="behind", to=fighters[0].id))
        elif (len(before) > 1 and all(kinds()[one.kind].alive for one in before)) or (
            len(before) == 1 and any(_belongs_to(one, before[0]) for one in editor.things.values())
        ):
            _behind_them(editor, building, before)


def _behind_them(editor: Editor, building: Thing, before: Sequence[Thing]) -> None:
    for one in before:
        set_relation(editor, one, None)
    set_relation(editor, building, Relation(type="behind", to=before[0].id))


def _built_by_them(editor: Editor) -> Thing | None:
    """The snowman that somebody is at work on."""
    return next(
        (
            one
            for one in editor.things.values()
            if one.kind in ("snowman", "bare-snowman")
            and one.rel is None
            and any(other.pose == "reach" for other in borne_by(editor, one, "beside"))
        ),
        None,
    )


def _with_what_they_build(editor: Editor, building: Thing, before: Sequence[Thing]) -> None:
    """三个孩子在房子前面堆雪人: they are beside the snowman, and the house, which stood beside it, is behind all."""
    rel = building.rel
    if rel is None or rel.type not in _ASIDE or not before or any(one.pose != "reach" for one in before):
        return
    for one in before:
        set_relation(editor, one, Relation(type="beside", to=rel.to))
    set_relation(editor, building, Relation(type="behind", to=rel.to))


_FIGHTS = frozenset({"fight", "strike"})


def _is_a_building(thing: Thing) -> bool:
    kind = kinds()[thing.kind]
    built = kind.habitat == "ground" and not kind.alive and kind.height_m >= HOUSE_M
    return built and not thing.kind.endswith("tree")


def _belongs_to(one: Thing, thing: Thing) -> bool:
    """Whether somebody is at its side, or does something to it and is nowhere else."""
    if one.id == thing.id or not kinds()[one.kind].alive:
        return False
    if one.rel is not None:
        return one.rel.to == thing.id and one.rel.type in _ASIDE
    return one.at == thing.id or (
        not _FIGHTS.isdisjoint({one.pose, thing.pose}) and kinds()[thing.kind].alive
    )
