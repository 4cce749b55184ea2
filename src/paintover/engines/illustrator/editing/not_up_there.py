"""What was to hang from something or to be at the top, and stands on the ground instead: the answer says so."""

from __future__ import annotations

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.poses import CEILING, HOOKED
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.wording import Pattern

_HANGS_FROM = Pattern(
    r"\b(?:hang(?:s|ing)?|dangl(?:es?|ing)|suspended|hung) (?:[^,.;]*? )?(?P<words>(?:from|off) (?:the|an?|his|her|its) [a-z]+(?: [a-z]+)?)(?=$|[,.;!?])"
)
_AT_THE_TOP = Pattern(
    r"\b(?P<words>at the (?:very )?top)(?: of (?:the|this) (?:picture|image|scene|page|frame))?(?=$|[,.;!?])"
)


def own_up_to_the_ground(editor: Editor, prompt: str) -> None:
    """Leave such words out of what was done, and say so."""
    if editor.new:
        return
    for pattern in (_HANGS_FROM, _AT_THE_TOP):
        found = pattern.search(prompt)
        if found is None:
            continue
        grounded = [one for one in editor.things.values() if is_new(editor, one) and _stands(one)]
        if grounded and not any(one.id in editor.former for one in grounded):
            editor.unborne.append(found["words"])


def _stands(thing: Thing) -> bool:
    """Whether it is neither put to anything nor in the air."""
    up = thing.pose in (CEILING, HOOKED, "hung") or stock_of(thing).habitat == "sky"
    return not up and thing.rel is None and not thing.where
