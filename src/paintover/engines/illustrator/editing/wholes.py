"""Parts that the drawing of a thing shows anyway, and that are no things of their own: the wheels of a car, the bow of a present."""

from __future__ import annotations

from paintover.engines.illustrator.grammar.utterance import Utterance
from paintover.engines.illustrator.kinds import parts_of

_TIES = frozenset({"attach", "wear", "on", "inside", ""})
"""Links by which a thing is said to be a whole's: "a present with a bow on it"."""


def is_shown_by_its_whole(said: Utterance, index: int) -> bool:
    """Whether a mention is of a part of something else that is mentioned, so that nothing of its own is drawn for it.

    It is where it is tied to that, or belongs to it, or is named without a number beside it (轮子是黑色的). What somebody else
    is at ("a girl at the window of a house") is a thing of its own.
    """
    mention = said.mentions[index]
    if mention.kind is None or any(link.ground == index for link in said.links):
        return False
    link = next((one for one in said.links if one.figure == index), None)
    if link is not None:
        whole = said.mentions[link.ground] if link.ground >= 0 and link.type in _TIES else None
        return whole is not None and mention.kind in parts_of((whole.kind or "",))
    if mention.owner is None and mention.counted:
        before = index > 0 and any(one.figure == index - 1 for one in said.links)
        if not before or not is_shown_by_its_whole(said, index - 1):
            return False  # "with a door and two windows"
    if mention.owner is not None and mention.owner >= 0:
        return mention.kind in parts_of((said.mentions[mention.owner].kind or "",))
    described = mention.counted or any((mention.colour, mention.size, mention.pattern))
    wholes = (
        said.mentions if described else said.mentions[index + 1 :]
    )  # 锅和锅盖 are two, 叶子茂密的树 is one
    return mention.kind in parts_of(one.kind for one in wholes if one.kind is not None)
