"""A match in a new picture has one ball: whoever kicks it does so towards the goal, and the keeper stands in that."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new, set_relation
from paintover.engines.illustrator.grammar.stances import reasons
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.trades import trades
from paintover.engines.illustrator.wording import Pattern

_BALLS = frozenset({"soccer-ball", "ball", "basketball", "volleyball", "rugby-ball", "american-football"})
_SEVERAL = Pattern(
    r"\b(?:each|their own|balls|footballs|basketballs|juggl\w*)\b|各|每人|每个|人手|[两三四五六几多些]个[^，。,]{0,3}球(?!运动|队|员|手|迷|鞋|衣|场)"
)
_KEEPERS = frozenset({"goalkeeper", "woman-goalkeeper"})


def one_ball_in_play(editor: Editor, wish: str) -> None:
    """Leave one ball of those that several play with. `wish` is as it was written."""
    if not editor.new:
        return
    _of_their_game(editor)
    _do_as_told(editor)
    if not _SEVERAL.search(wish):
        _leave_one(editor)
    _towards_the_goal(editor)


def _of_their_game(editor: Editor) -> None:
    """The ball of those who play a game is one of that game, whether they have it or run after it."""
    games = {ball for one in editor.things.values() if (ball := _ball_of(one.kind)) is not None}
    if len(games) != 1:
        return
    for one in [one for one in editor.things.values() if one.kind == "ball"]:
        editor.things[one.id] = msgspec.structs.replace(one, kind=next(iter(games)))


def _ball_of(kind: str) -> str | None:
    """The ball that belongs to the game of such a player; None for all others."""
    trade = trades().get(kind)
    has = (trade.foot, trade.hold) if trade is not None else ()
    return next((one for one in has if one in _BALLS), None)


def _do_as_told(editor: Editor) -> None:
    """Players who do something else, or run after a ball that lies there, have none at the foot, nor in the hand."""
    told = {one.kind: one.pose for one in editor.said.mentions if one.pose not in (None, "kick")}
    lying = {one.kind for one in editor.things.values() if one.kind in _BALLS and not _is_played(one)}
    for one in [one for one in editor.things.values() if _ball_of(one.kind) is not None]:
        balls = [ball for ball in editor.things.values() if ball.rel is not None and ball.rel.to == one.id and _is_played(ball)]  # fmt: skip
        own = [ball for ball in balls if ball.rel is not None and (ball.rel.part == "foot" or ball.kind in lying)]  # fmt: skip
        for ball in own if one.kind in told or lying else ():
            editor.drop(ball.id)
        if own or (lying and one.pose == "kick"):
            pose = told.get(one.kind, "run" if lying else one.pose)
            editor.things[one.id] = msgspec.structs.replace(one, pose=pose)


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
