"""Who is behind a fence, a hedge or a wall in a new picture stands along it and looks over it, nobody's face behind it.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from paintover.engines.illustrator.kinds import FENCES
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.standing import bearer_of, frame_from, placement_from, scene_size

BARRIERS = FENCES | {"hedge", "brick-wall"}
"""What is between us and whoever is behind it, from side to side."""
_CHIN = 0.18
"""How far below a neck a barrier ends at least, in heads."""
_HIGHEST = 0.5
"""How high somebody behind one is at most, as a share of the picture's height."""
_BESIDE_OTHERS = 1.2
"""How much larger they are at most than others are, to look over it."""
_BACK = 0.02
"""How far behind its foot they stand, as a share of the picture's height."""
_ALONG, _ABREAST = 0.94, 1.04
"""How much of its breadth they share, and how far apart they stand at least, in breadths of them."""
_HEAD_ROOM = 0.04
"""How much of the picture is above the highest at least."""


def over_barriers(scene: Scene, things: Sequence[Thing], layout: dict[str, Placement]) -> None:
    """Place those who are behind a barrier that is in the layout, and make it low enough for them."""
    for barrier in things:
        if barrier.kind not in BARRIERS or barrier.id not in layout:
            continue
        row = [one for one in things if barrier_before(scene, one) is barrier and one.id not in layout]
        if len(row) > 1 or (row and barrier.kind in FENCES):
            _over(scene, barrier, row, layout)


def barrier_before(scene: Scene, one: Thing) -> Thing | None:
    """What somebody who lives and stands on the ground is behind and looks over; None where there is no such barrier."""
    rel = one.rel
    if rel is None or rel.type != "behind" or rel.also is not None or not stock_of(one).alive:
        return None
    barrier = scene.thing(rel.to)
    over = barrier is not None and barrier.kind in BARRIERS and stock_of(one).habitat != "sky"
    return barrier if over and bearer_of(scene, one) is None else None


def _over(scene: Scene, barrier: Thing, row: Sequence[Thing], layout: dict[str, Placement]) -> None:
    width, height = scene_size(scene)
    placed, under = layout[barrier.id], figure_of(barrier)
    frame = frame_from(placed, under)
    figures = [figure_of(one) for one in row]
    unit = frame.factor * under.tall / height_of(barrier) ** COMPRESSION
    tall = [unit * height_of(one) ** COMPRESSION for one in row]
    # as large as lets all look over it, as far as the picture and its breadth let them
    high = placed.base - frame.bounds(under.extent)[1]
    more = max(high / (_free(one) * size) for one, size in zip(figures, tall, strict=True))
    broad = sum(one.width / one.tall * size for one, size in zip(figures, tall, strict=True)) * _ABREAST
    along = _ALONG * under.width * frame.factor
    room = min(_HIGHEST * height, placed.base - (_BACK + _HEAD_ROOM) * height)
    others = any(
        stock_of(one).alive and one not in row and bearer_of(scene, one) is None for one in scene.objects
    )
    k = min(max(1.0, more), room / max(tall), _BESIDE_OTHERS if others else more)
    k = min(k, max(along, 0.0) / broad) if len(row) > 1 or broad * k > width else k
    low = min(_free(one) * size * k for one, size in zip(figures, tall, strict=True))
    if low < high:
        frame = replace(frame, scale=frame.scale * low / high)
        layout[barrier.id] = placement_from(frame, under, lift=placed.lift)
        along = max(_ALONG * under.width * frame.factor, min(broad * k, 0.96 * width))
    x = min(max(frame.x, along / 2 + 0.01 * width), 0.99 * width - along / 2)
    for seat, (one, figure, size) in enumerate(zip(row, figures, tall, strict=True)):
        at = x + ((seat + 0.5) / len(row) - 0.5) * along
        stands = Frame(
            round(at), round(placed.base - _BACK * height), size * k / figure.tall * UNIT, figure.foot
        )
        layout[one.id] = placement_from(stands, figure)


def _free(figure: Figure) -> float:
    """Which share of somebody may be hidden from the foot up."""
    anchors = figure.anchors
    chin = anchors.neck[1] + (_CHIN if anchors.front else 0.3) * anchors.head
    return min(0.72, max(0.3, (figure.foot[1] - chin) / figure.tall))
