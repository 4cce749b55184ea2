"""What is drawn on a board, pinned to it or shown on it: on its face, whole, and no part of it beyond the edge."""

from __future__ import annotations

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.raster import Extent

FACES: dict[str, Extent] = {
    "whiteboard": (9, 15, 119, 85),
    "blackboard": (10, 20, 118, 92),
    "easel": (21, 23, 107, 87),
    "billboard": (9, 15, 119, 71),
    "wall-poster": (28, 12, 100, 94),
}
"""What is looked at, and never stood on: the room on its face, on the unit square."""
BARE = "bare"
"""The pose of a board on which nothing of its own is drawn."""
WIPED = frozenset(FACES) - {"wall-poster"}
"""What is drawn bare as soon as something is on it."""
_UP_THERE = frozenset({"sit", "stand", "fly", "perch", "sleep", "lie"})
"""What somebody does who is on a board and not a picture on it: a pigeon on a billboard."""


def is_shown_on(thing: Thing, bearer: Thing) -> bool:
    """Whether it is on the face of a board."""
    rel = thing.rel
    on = rel is not None and rel.type in ("on", "inside") and rel.part is None
    return on and bearer.kind in FACES and thing.pose not in _UP_THERE
