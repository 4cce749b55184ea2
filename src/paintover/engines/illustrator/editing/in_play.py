"""A match in a new picture has one ball: whoever kicks it does so towards the goal, and the keeper stands in that."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new, set_relation
from paintover.engines.illustrator.grammar.stances import reasons
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.wording import Pattern

_BALLS = frozenset({"soccer-ball", "ball", "basketball", "volleyball", "rugby-ball", "american-football"})
_SEVERAL = Pattern(
    r"\b(?:each|their own|balls|footballs|basketballs|juggl\w*)\b|各|每人|每个|人手|[两三四五六几多些]个[^，。,]{0,3}球"
)
_KEEPERS = frozenset({"goalkeeper", "woman-goalkeeper"})


def one_ball_in_play(editor: Editor, wish: str) -> None:
    """Leave one ball of those that several play with. `wish` is as it was written."""
    if not editor.new:
        return
    if not _SEVERAL.search(wish):
        _leave_one(editor)
    _towards_the_goal(editor)


def _leave_one(editor: Editor) -> None:
    for kind in _BALLS:
        played = [one for one in editor.things.values() if one.kind == kind and _is_played(one)]
        if len(played) < 2 or any(one.colour or one.size for one in played):
            continue
        kept = next((one for one in played if one.rel is not None and one.rel.part == "foot"), played[0])
        for one in played:
            if one.id != kept.id and one.rel is not None:
                _let_go(editor, one.rel.to)
                editor.drop(one.id)


def _is_played(ball: Thing) -> bool:
    return ball.rel is not None and ball.rel.type == "hold"


def _let_go(editor: Editor, holder: str) -> None:
    """Who has a ball no more does what was told, and not what the ball made them do."""
    if editor.things[holder].pose in reasons():
        editor.things[holder] = msgspec.structs.replace(editor.things[holder], pose=None)


def _towards_the_goal(editor: Editor) -> None:
    """Where a goal has a keeper, the keeper is in it, and who kicks the ball stands beside it."""
    goals = [one for one in editor.things.values() if one.kind == "goal-net"]
    keepers = [one for one in editor.things.values() if one.kind in _KEEPERS and is_new(editor, one)]
    if len(goals) != 1 or not keepers or not any(one.pose == "kick" for one in editor.things.values()):
        return
    goal = goals[0].id
    for one in list(editor.things.values()):
        free = one.rel is None or (one.rel.type in ("front", "beside") and one.rel.to == goal)
        if one in keepers and free:
            set_relation(editor, one, Relation(type="inside", to=goal))
        elif one.pose == "kick" and free:
            set_relation(editor, one, Relation(type="beside", to=goal))
