"""A double bed is broad, where nobody lies along it."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new
from paintover.engines.illustrator.wording import Pattern

DOUBLE = "double"
"""The pose of a bed that is seen from its foot, with two pillows."""
_BROAD = Pattern(r"\b(?:double|king[- ]?size|queen[- ]?size)[a-z]* bed|双人床|大床房|婚床")
_LYING = frozenset({"lie", "sleep"})


def as_they_are_called(editor: Editor) -> None:
    """Draw what is new of beds as its name says."""
    for bed in list(editor.things.values()):
        if bed.kind != "bed" or bed.pose is not None or not is_new(editor, bed):
            continue
        lain_on = any(one.pose in _LYING for one in borne_by(editor, bed, "on", "inside"))
        if _BROAD.search(bed.label) and not lain_on:
            editor.things[bed.id] = msgspec.structs.replace(bed, pose=DOUBLE)
