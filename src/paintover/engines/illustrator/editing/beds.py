"""Beds: a double one is broad, and who lies in one is under its covers."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new
from paintover.engines.illustrator.kinds import BEDS
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.poses import lies
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.abed import DOUBLE
from paintover.engines.illustrator.wording import Pattern

_BROAD = Pattern(r"\b(?:double|king[- ]?size|queen[- ]?size)[a-z]* bed|双人床|大床房|婚床")
_LYING = frozenset({"lie", "sleep"})
_ON_TOP = Pattern(
    r"\bon top of\b|\bon (?:its|the|his|her|their) (?:belly|stomach|tummy|side)\b|\buncovered\b"
    r"|没盖|不盖|踢(?:了|掉|开)?被|被子上|趴"
)
_WITH = Pattern(
    r"\b(?:asleep|sleep(?:s|ing)?|lying|lies|naps?|napping|cuddl(?:es|ing)) in (?:an? |the |her |his |their )?(?:[a-z]+ )?bed (?:together )?with\b"
)
"""Who is in bed "with" somebody has them in it."""
_MOST = 3
"""So many have room in one bed."""


def as_they_are_called(editor: Editor) -> None:
    """Draw what is new of beds as its name says."""
    for bed in list(editor.things.values()):
        if bed.kind != "bed" or bed.pose is not None or not is_new(editor, bed):
            continue
        lain_on = any(one.pose in _LYING for one in borne_by(editor, bed, "on", "inside"))
        if _BROAD.search(bed.label) and not lain_on:
            editor.things[bed.id] = msgspec.structs.replace(bed, pose=DOUBLE)


def tuck_in(editor: Editor, prompt: str) -> None:
    """People who lie in a new bed lie under its covers, several side by side in a double one, unless they are told to be on top."""
    if _ON_TOP.search(prompt):
        return
    if editor.new and _WITH.search(prompt):
        for one in list(editor.things.values()):
            by = editor.things.get(one.rel.to) if one.rel is not None and one.rel.type == "beside" else None
            if (
                by is None
                or by.pose not in _LYING
                or by.rel is None
                or one.pose is not None
                or not lies(figure_of(one))
            ):
                continue
            editor.things[one.id] = msgspec.structs.replace(one, pose=by.pose, rel=by.rel)
    for bed in list(editor.things.values()):
        if bed.kind not in BEDS or not is_new(editor, bed):
            continue
        lain = [one for one in borne_by(editor, bed, "on", "inside") if one.pose in _LYING]
        tucked = [one for one in lain if lies(figure_of(one)) and not _is_busy(editor, one)]
        if not 0 < len(tucked) == len(lain) <= (_MOST if bed.kind == "bed" else 1):
            continue
        if len(tucked) > 1 or _BROAD.search(bed.label):
            paint = bed.colour or bed.second
            editor.things[bed.id] = msgspec.structs.replace(bed, pose=DOUBLE, colour=paint)
        for one in tucked:
            rel = Relation(type="on", to=bed.id)
            editor.things[one.id] = msgspec.structs.replace(one, where="covers", rel=rel)


def _is_busy(editor: Editor, thing: Thing) -> bool:
    """Whether it holds or carries something, for which its hands are to be seen."""
    return any(one.rel is not None and one.rel.to == thing.id for one in editor.things.values())
