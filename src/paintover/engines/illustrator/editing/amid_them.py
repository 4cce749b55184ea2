"""What comes behind or before "them": in the middle behind all who stand there, and not behind one."""

from __future__ import annotations

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation
from paintover.engines.illustrator.staging.cast import ATTACHED
from paintover.engines.illustrator.wording import Pattern

_THEM = Pattern(
    r"\b(?:behind|in front of|before) (?:them|both|everyone|everybody|all of them|the (?:two|three|four|pair|group))\b"
    r"|(?:他们|它们|她们|大家|[两三四]者|两个人?)(?:的)?(?:身|背)?(?:后面?|前面?|背后|后方|前方)"
)
_WAYS = ("behind", "front")


def amid_them(editor: Editor, prompt: str) -> None:
    """Put what is new and said to be behind or before "them" so to all of them."""
    if _THEM.search(prompt) is None:
        return
    standing = [
        one
        for one in editor.base.objects
        if one.id in editor.layout
        and one.rung != "signpost"
        and (one.rel is None or one.rel.type not in ATTACHED)
    ]
    living = [one for one in standing if kinds()[one.kind].alive]
    group = sorted(living if len(living) > 1 else standing, key=lambda one: editor.layout[one.id].x)
    for key, thing in list(editor.things.items()):
        if len(group) > 1 and key not in editor.layout and thing.rel is not None and thing.rel.type in _WAYS:
            relation = Relation(type=thing.rel.type, to=group[0].id, also=group[-1].id)
            editor.change(key, rel=relation)
