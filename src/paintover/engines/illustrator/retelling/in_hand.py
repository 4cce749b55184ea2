"""手里举一面旗, after the talk was about the horse: the hand is that of the only one there who has hands."""

from __future__ import annotations

import re

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.likeness import is_somebody

_IN_HAND = re.compile(
    r"(?:再|也)*手(?:里|上|中)(?:面)?(?=(?:再|也|要|还)*(?:拿|举|提|握|抱|捧|撑|打|端|拎)(?:着|个|一|把|面|两|束|上|点))"
)


def told_whose_hand(prompt: str, base: Scene) -> str:
    """The wish with whose hand it is, where that is told of nobody."""
    match = _IN_HAND.match(prompt)
    if match is None:
        return prompt
    able = [one for one in base.objects if is_somebody(one.kind)]
    if len(able) != 1 or able[0].id == base.focus or not re.search(r"[\u4e00-\u9fff]", able[0].label):
        return prompt
    return f"{able[0].label}{prompt}"
