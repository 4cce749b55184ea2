"""What can be written on: signs, and every kind that has a board."""

from __future__ import annotations

from paintover.engines.illustrator.kinds import SIGNPOST
from paintover.engines.illustrator.letters.lettering import BOARDS
from paintover.engines.illustrator.scene import Thing

WRITABLE = frozenset({SIGNPOST, *BOARDS})
"""The kinds that words can stand on."""


def is_sign(thing: Thing) -> bool:
    """Whether its words stand on its board."""
    return thing.rung == "signpost" or thing.kind in WRITABLE


def board_words(thing: Thing) -> str | None:
    """What stands on the board of a thing that has one."""
    if thing.rung == "signpost":
        return thing.says or thing.label
    return thing.says if thing.kind in WRITABLE else None
