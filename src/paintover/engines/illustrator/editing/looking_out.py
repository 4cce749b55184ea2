"""Who looks out of the window stands at it with their back to us."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator import notes
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.staging.outlook import openings

_WINDOWS = frozenset({"bay-window", "window"})
_AT_IT = frozenset({"on", "front", "beside", "below", "left", "right"})


def turned_to_the_window(scene: Scene) -> Scene:
    """A new scene whose people and animals at the window look out of it."""
    windows = {one.id for one in scene.objects if one.kind == "bay-window"}

    def turned(one: Thing) -> Thing:
        at_it = one.rel is not None and one.rel.to in windows and one.rel.type in _AT_IT
        if not kinds()[one.kind].alive or not (at_it or one.where in ("sill", "window")):
            return one
        rel = one.rel
        if rel is not None and at_it and rel.type in ("beside", "left", "right"):
            rel = msgspec.structs.replace(rel, type="front")
        return msgspec.structs.replace(one, away=True, mood=None, rel=rel)

    return msgspec.structs.replace(scene, objects=tuple(map(turned, scene.objects)))


def turn_to_the_window(editor: Editor, who: str | None) -> str | None:
    """Let those who are meant stand at the window of a picture and look out of it; a note where there is none."""
    if who is None:
        return None
    meant = _meant(editor, who)
    window = next((one for one in editor.things.values() if one.kind in _WINDOWS), None)
    if not meant:
        return notes.not_in_picture(who, editor.language) if who else None
    if window is None and not openings(editor.base):
        return notes.not_in_picture("窗户" if editor.language == "zh" else "window", editor.language)
    for one in meant:
        at_it = one.where in ("sill", "window") or (
            one.rel is not None and window is not None and one.rel.to == window.id
        )
        editor.change(one.id, away=True, mood=None, at=None)
        if at_it:
            editor.pose_again(one.id)
        elif window is not None:
            editor.change(one.id, rel=Relation(type="front", to=window.id))
            editor.move_elsewhere(one.id)
        else:
            editor.change(one.id, rel=None, where="window")
            editor.move_elsewhere(one.id)
    return None


def _meant(editor: Editor, who: str) -> list[Thing]:
    """Those who are named, or of whom the talk is."""
    living = [one for one in editor.things.values() if kinds()[one.kind].alive]
    named = [one for one in named_in(who, editor.base) if one.id in editor.things] if who else []
    if found := [one for one in living if one.id in {each.id for each in named}]:
        return found
    if who in ("them", "they", "他们", "她们", "它们", "两人", "大家"):
        return living
    if who and who not in _PRONOUNS:
        return []
    about = [one for one in living if one.id == editor.base.focus]
    return about or living[-1:]


_PRONOUNS = frozenset({"him", "her", "it", "he", "she", "他", "她", "它"})
