"""What is on a table in a new picture is between the faces of those behind it, or below their chins.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import AWAY, figure_of, stock_of
from paintover.engines.illustrator.staging.company import at_table
from paintover.engines.illustrator.staging.standing import Box, frame_from, placement_from

_SMALLEST = 0.58
"""None is made smaller than that to be lower than a chin."""
_CHEEK = 0.14
"""So much of a face at either side one may see less of, as a share of its breadth."""
_STAYS = 120.0
"""How much rather what is turned to somebody is before them."""
_ASIDE = 0.12
"""So far from before a face, in breadths of the table, it is not before it."""
_CHIN = 0.30
"""How far below the nose a chin ends, in measures of the head."""


@dataclass(frozen=True, slots=True)
class _Party:
    """A table with those behind it and what is on it."""

    faces: Sequence[Box]
    things: Sequence[Thing]
    left: float
    right: float
    stays: Sequence[Box]
    """Where that is which may not be moved."""

    def gaps(self) -> list[float]:
        """The middles between neighbours, and those of the room at both ends of the table."""
        inner = [(one[2] + other[0]) / 2 for one, other in pairwise(self.faces)]
        return [(self.left + self.faces[0][0]) / 2, *inner, (self.faces[-1][2] + self.right) / 2]


def beside_faces(
    scene: Scene, layout: dict[str, Placement], *, only: Collection[str] | None = None
) -> list[str]:
    """Move what is on tables from before the faces of those behind them; the ids of all that have moved. With `only`, those
    alone may move, pets and all, and what else is on the table stays."""
    moved: list[str] = []
    for bearer in scene.objects:
        laid = bearer.kind in TABLES and bearer.id in layout
        party = _party_at(scene, bearer, layout, only) if laid else None
        if party is None or not party.things:
            continue
        if not any(
            _hides(layout[one.id].box, face) for one in party.things for face in party.faces
        ) and not any(
            one.gaze == AWAY and _off(party, layout[one.id].x) > _ASIDE * (party.right - party.left)
            for one in party.things
        ):
            continue
        placed = min(_settled(party, layout), key=lambda one: _price(party, layout, one))
        layout.update(placed)
        moved += placed
    return moved


def _party_at(
    scene: Scene, bearer: Thing, layout: Mapping[str, Placement], only: Collection[str] | None
) -> _Party | None:
    behind = [one for one in scene.objects if one.rel is not None and one.rel.to == bearer.id]
    faces = sorted(_face(one, layout[one.id]) for one in behind if at_table(one, bearer))
    things = [
        one
        for one in behind
        if one.rel is not None and (one.rel.type, one.rel.part) == ("on", None)
        and (only is not None or not stock_of(one).alive) and one.array != "heap"
    ]  # fmt: skip
    things += [one for one in scene.objects if any(_is_next_to(one, other) for other in things)]
    if not faces or not things:
        return None
    frame, under = frame_from(layout[bearer.id], figure_of(bearer)), figure_of(bearer)
    middle, half = frame.point(under.rest)[0], under.rest_width * frame.factor / 2
    ordered = sorted(things, key=lambda one: layout[one.id].x)
    stays = [layout[one.id].box for one in ordered if only is not None and one.id not in only]
    free = [one for one in ordered if only is None or one.id in only]
    return _Party(faces, free, middle - half, middle + half, stays)


def _off(party: _Party, x: float) -> float:
    """How far that is from before a face."""
    return min(abs((face[0] + face[2]) / 2 - x) for face in party.faces)


def _is_next_to(one: Thing, other: Thing) -> bool:
    """Whether it stands on the table beside what is said to be on it."""
    aside = one.rel is not None and one.rel.to == other.id and one.rel.type in ("beside", "left", "right")
    return aside and not stock_of(one).alive


def _face(thing: Thing, placed: Placement) -> Box:
    """From the eyes to the chin, as broad as the cheeks: what is seen of a face."""
    figure = figure_of(thing)
    anchors = figure.anchors
    middle = (anchors.eye[0] + anchors.nose[0]) / 2
    box = (
        middle - 0.38 * anchors.head,
        anchors.eye[1] - 0.2 * anchors.head,
        middle + 0.38 * anchors.head,
        anchors.nose[1] + _CHIN * anchors.head,
    )
    return frame_from(placed, figure).bounds(box)


def _settled(party: _Party, layout: Mapping[str, Placement]) -> Iterator[dict[str, Placement]]:
    """All ways to lay the table: where things are, or in gaps that follow each other; as they are, or lower than a chin."""
    gaps, count = party.gaps(), len(party.things)
    now = [layout[one.id].x for one in party.things]
    rows = [now, *(gaps[start : start + count] for start in range(len(gaps) - count + 1))]
    staying = sum(one.gaze == AWAY for one in party.things)
    if 0 < staying < count:
        rows += [_around(party, now, gaps[start:]) for start in range(len(gaps) - (count - staying) + 1)]
    for row in rows:
        for shrink in (1.0, 0.86, 0.74, 0.65, _SMALLEST):
            yield {
                one.id: _at(party, one, layout[one.id], x, shrink)
                for one, x in zip(party.things, row, strict=True)
            }


def _around(party: _Party, now: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """What is turned to somebody before their face, the rest in gaps that follow each other."""
    free = iter(gaps)
    faces = [(face[0] + face[2]) / 2 for face in party.faces]
    return [
        min(faces, key=lambda face: abs(face - x)) if one.gaze == AWAY else next(free)
        for one, x in zip(party.things, now, strict=True)
    ]


def _at(party: _Party, thing: Thing, placed: Placement, x: float, shrink: float) -> Placement:
    """Its place with its foot at `x`, or as near to it as the table is long."""
    figure = figure_of(thing)
    half = figure.width * placed.scale * shrink / UNIT / 2
    low, high = party.left + half, party.right - half
    x = min(max(x, low), high) if low <= high else (party.left + party.right) / 2
    frame: Frame = frame_from(placed, figure)
    return placement_from(replace(frame, x=x, scale=placed.scale * shrink), figure)


def _price(party: _Party, layout: Mapping[str, Placement], placed: Mapping[str, Placement]) -> float:
    """What is hidden of faces above all, then what things hide of each other, then how small they are and how far moved."""
    price = 0.0
    boxes = [placed[one.id].box for one in party.things]
    for one, box in zip(party.things, boxes, strict=True):
        was = layout[one.id]
        price += 1.2 * (1 - placed[one.id].scale / was.scale)
        if one.gaze == AWAY:
            price += _STAYS * _off(party, placed[one.id].x) / (party.right - party.left)
        else:
            price += 0.4 * abs(placed[one.id].x - was.x) / (party.right - party.left)
        price += sum(3.0 + _depth(box, face) for face in party.faces if _hides(box, face))
    price += sum(_IN_THE_WAY * _common(box, other) for box in boxes for other in party.stays)
    for box, after in pairwise(boxes):
        price += 6.0 * max(0.0, box[2] - after[0]) / (after[2] - after[0])
    return price


def _common(box: Box, other: Box) -> float:
    """Which share of the narrower one's breadth two have in common."""
    shared = min(box[2], other[2]) - max(box[0], other[0])
    return max(0.0, shared) / max(1.0, min(box[2] - box[0], other[2] - other[0]))


_IN_THE_WAY = 6.0
"""What it costs to be all before what is on the table already."""


def _hides(box: Box, face: Box) -> bool:
    """Whether what covers that box is before a face."""
    cheek = _CHEEK * (face[2] - face[0])
    return box[2] > face[0] + cheek and box[0] < face[2] - cheek and box[1] < face[3]


def _depth(box: Box, face: Box) -> float:
    """How much of the height of a face is behind what covers that box, in tenths."""
    return 10.0 * (face[3] - max(box[1], face[1])) / (face[3] - face[1])
