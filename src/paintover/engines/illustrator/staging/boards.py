"""What is drawn on a board, pinned to it or shown on it: on its face, whole, and no part of it beyond the edge. So is what is
printed on a flag, a mug or a shirt."""

from __future__ import annotations

from functools import cache

from paintover.engines.illustrator.kinds import Kind, kinds
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.raster import Extent
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.company import has_arms

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

_PRINTED: dict[str, Extent] = {
    "flag": (34, 26, 78, 64),
    "pirate-flag": (34, 30, 94, 98),
    "balloon": (44, 24, 90, 74),
    "picture": (25, 25, 103, 103),
    "kite": (38, 26, 84, 72),
    "shirt": (42, 42, 86, 88),
    "shield": (38, 32, 90, 88),
    "cup": (30, 54, 78, 106),
    "door": (44, 18, 84, 62),
    "delivery-van": (40, 42, 76, 84),
    "truck": (52, 42, 116, 88),
    "handbag": (42, 68, 86, 106),
    "backpack": (44, 76, 84, 112),
    "pillow": (44, 72, 84, 114),
    "box": (14, 78, 56, 112),
    "bucket": (40, 58, 88, 106),
    "jar": (42, 60, 86, 106),
    "book": (38, 30, 90, 90),
    "letter": (46, 46, 82, 84),
    "vase": (44, 68, 86, 108),
    "hot-air-balloon": (40, 20, 88, 68),
}
"""Where on the unit square a mark is seen that is on one of these."""
_CLOTH = frozenset(
    {"flag", "pirate-flag", "balloon", "kite", "picture", "shirt", "shield", "hot-air-balloon"}
)
"""On which anything is a picture of it."""
_MARKS = frozenset({
    "heart", "star", "smiley", "skull", "lightning", "moon", "crescent-moon", "sun", "snowflake", "musical-note", "peace-symbol",
    "anchor", "paw-prints", "mouth", "rainbow", "diamond", "clover", "maple-leaf", "skull-and-crossbones", "glowing-star", "two-hearts",
    "star-and-crescent", "human-face", "fire",
})  # fmt: skip
"""What is never put on a thing, but painted on it."""
_FLOWERED = frozenset(
    {"cup", "delivery-van", "truck", "book", "handbag", "backpack", "letter", "hot-air-balloon"}
)
_FLOWERS = frozenset({"flower", "daisy", "sunflower", "rose", "tulip", "butterfly", "leaf", "tree"})
"""What is a picture on those, which it is not likely to sit or stand on."""
_CHEST = (0.66, 0.5)
"""How broad and how high a mark on somebody's chest is at most, in heads."""


_ALSO_WITH = _MARKS - {
    "sun",
    "moon",
    "crescent-moon",
    "rainbow",
    "lightning",
    "fire",
    "anchor",
    "diamond",
    "mouth",
}


def prints(mark: Kind, on: Kind) -> bool:
    """Whether what is said to be with the mark has it on it: "a mug with a heart"."""
    arts, grounds = _arts()
    return mark.art in arts and on.art in grounds


@cache
def _arts() -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(kinds()[kind].art for kind in _ALSO_WITH),
        frozenset(kinds()[kind].art for kind in _PRINTED),
    )


def is_mark(thing: Thing, bearer: Thing) -> bool:
    """Whether it is painted or printed on its bearer, and not put there."""
    rel = thing.rel
    if rel is None or rel.type not in ("on", "wear") or bearer.rung == "signpost":
        return False
    if has_arms(stock_of(bearer)):
        return thing.kind in _MARKS and rel.part in ("back", "neck") and figure_of(bearer).anchors.front
    if rel.type != "on" or bearer.kind not in _PRINTED or rel.part is not None or thing.pose in _UP_THERE:
        return False
    flowered = bearer.kind in _FLOWERED and thing.kind in _FLOWERS and not stock_of(thing).alive
    return thing.kind in _MARKS or bearer.kind in _CLOTH or flowered


def face_for(thing: Thing, bearer: Thing) -> Extent | None:
    """Where on its bearer's unit square a thing is seen that is shown or printed there; None of any other."""
    if is_shown_on(thing, bearer):
        return FACES[bearer.kind]
    if not is_mark(thing, bearer):
        return None
    if bearer.kind in _PRINTED:
        return _PRINTED[bearer.kind]
    anchors = figure_of(bearer).anchors
    width, height = (share * anchors.head for share in _CHEST)
    left, top = anchors.neck[0] - width / 2, anchors.neck[1] + 0.08 * anchors.head
    return left, top, left + width, top + height


def is_shown_on(thing: Thing, bearer: Thing) -> bool:
    """Whether it is on the face of a board."""
    rel = thing.rel
    on = rel is not None and rel.type in ("on", "inside") and rel.part is None
    return on and bearer.kind in FACES and thing.pose not in _UP_THERE
