"""Two alike on either side of a third: 再加一个床头柜，两边对称, "another lamp, symmetrically", 床两边各有一个床头柜.

Such a wish is about where all three stand, so that the picture is composed anew around the one in the middle.
"""

from __future__ import annotations

import re

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new, set_relation
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import RUGS
from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.staging.standing import area_of, hangs
from paintover.engines.illustrator.wording import Pattern

_EVENLY = Pattern(
    r"[，,、 ]*(?:让|使)?(?:它们|他们)?(?:(?:左右|两边|两侧|左右两边)(?:要|都|保持|摆得?|放得?)*)?(?:呈|要|保持)?对称(?:摆放|放置|一些?|一点|分布|的?(?:位置|布局))?(?:吧|了|好)?(?=$|[，,。；;！!])"
    r"|,? (?:and )?(?:so (?:that )?(?:it is|it's|they are) )?(?:symmetrical(?:ly)?|in symmetry|for symmetry|to balance it)(?=$|[,.!;])"
    r"|,? on the other side of (?P<axis>the [a-z]+)(?=$|[,.!;])"
)


def without_symmetry(prompt: str) -> tuple[str, bool]:
    """The wish without what it says of symmetry, and whether it says that."""
    rest = _EVENLY.sub("", prompt)
    return (rest, True) if rest != prompt and any(letter.isalnum() for letter in rest) else (prompt, False)


def stand_evenly(editor: Editor) -> None:
    """Put the newcomer and the one of its kind that is there on either side of what stands between them; where none is there,
    two come."""
    for new in [one for one in editor.things.values() if is_new(editor, one)]:
        kin = [one for one in editor.things.values() if one.kind == new.kind and one.id != new.id]
        axis = _axis(editor, new)
        if axis is None or hangs(new) or len(kin) > 1 or any(is_new(editor, one) for one in kin):
            continue
        twin = kin[0].id if kin else editor.new_thing(new)
        if twin is None:
            continue
        first = not kin or editor.layout[twin].x < editor.layout[axis.id].x
        for key, left in ((twin, first), (new.id, not first)):
            set_relation(editor, editor.things[key], Relation(type="left" if left else "right", to=axis.id))
        if axis.rel is not None:
            editor.things[axis.id] = msgspec.structs.replace(axis, rel=None)
        editor.layout.clear()
        return


def is_even(scene: Scene) -> bool:
    """Whether two alike stand on either side of a third."""
    sides: dict[tuple[str, str], set[str]] = {}
    for one in scene.objects:
        if one.rel is not None and one.rel.type in ("left", "right"):
            sides.setdefault((one.kind, one.rel.to), set()).add(one.rel.type)
    return any(len(both) == 2 for both in sides.values())


def _axis(editor: Editor, kin: Thing) -> Thing | None:
    """The largest of what else stands there."""
    standing = [
        one
        for one in editor.things.values()
        if one.id in editor.layout
        and one.kind not in {kin.kind, *RUGS}
        and not hangs(one)
        and (one.rel is None or one.rel.type in ("left", "right", "beside"))
    ]
    return max(standing, key=lambda one: area_of(editor.layout[one.id].box), default=None)


_EACH_ZH = Pattern(
    r"[，,]?(?:它|床|桌子|门|沙发)?的?(?:左右)?(?:两边|两侧|左右|两旁)(?:各|都|分别)(?:有|放|摆|站|立|挂|种)?(?:着|了|上)?一(?P<m>[个只头匹条根支盏棵朵位名张把座盆])(?P<what>[\u4e00-\u9fff]{1,6})(?=$|[，,。；;！!])",
    re.NOFLAG,
)
_EACH_EN = Pattern(
    r"\b(?P<lead>an?|the) (?P<axis>[a-z]+)(?:,? with|,? and) (?P<what>an? [a-z]+(?: [a-z]+)?) on (?:either|each) side(?: of (?:it|the (?P=axis)))?(?=$|[,.!;])"
)


def told_on_either_side(prompt: str) -> str:
    """The wish with one on each side of the noun before told one after the other."""
    prompt = _EACH_EN.sub(
        r"\g<lead> \g<axis>, \g<what> to the left of the \g<axis>, \g<what> to the right of the \g<axis>",
        prompt,
    )
    if (match := _EACH_ZH.search(prompt)) is None:
        return prompt
    before = [token for token in tokenise(prompt[: match.start()]) if token.get("kinds")]
    named = [token for token in tokenise(match[0].partition("边")[0]) if token.get("kinds")]
    if not before:
        return prompt
    axis = (named or before)[-1].text
    each = f"一{match['m']}{match['what']}"
    told = f"，{axis}左边{each}，{axis}右边{each}"
    return f"{prompt[: match.start()]}{told}{prompt[match.end() :]}"
