"""Who stands beside a table of a new picture is no lower than those who sit at it: a waiter, somebody who looks on at chess.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.company import company_at, has_arms, is_drawn
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.standing import (
    bearer_of,
    frame_from,
    placement_from,
    scene_size,
)

_LOW = frozenset({"sit", "lie", "sleep", "crawl", "kneel", "squat"})
"""Poses of those who are to be lower."""
_LARGER, _LEAST = 1.15, 1.06
"""How many times as large as those who sit one is drawn at most for that, and by how much one grows at least."""
_A_CHILD = 0.98
"""How large the head of somebody smaller is at most, in heads of theirs: a child that looks on at chess."""
_BACK, _OVERLAP = 0.05, 0.1
"""How far behind the foot of the table they stand, as a share of the picture's height, and how much of their breadth may be behind
those who sit at its end."""


def beside_tables(scene: Scene, layout: dict[str, Placement]) -> list[str]:
    """Draw those larger who stand beside a table at which others sit; the ids of all that changed."""
    changed: list[str] = []
    for table in scene.objects:
        if table.kind not in TABLES or table.id not in layout:
            continue
        company = [one for one in company_at(scene, table) if one.id in layout and has_arms(stock_of(one))]
        if not company:
            continue
        boxes = [layout[one.id].box for one in (table, *company)]
        edges = {False: min(box[0] for box in boxes), True: max(box[2] for box in boxes)}
        middle = (edges[False] + edges[True]) / 2
        standing = [one for one in scene.objects if one.id in layout and _stands(scene, one)]
        for one in sorted(standing, key=lambda one: abs(layout[one.id].x - middle)):
            right = layout[one.id].x > middle
            grown = _grown(scene, one, company, layout, table)
            if grown is not None:
                broad = grown.box[2] - grown.box[0]
                near = edges[right] + (-_OVERLAP if right else _OVERLAP) * broad
                short = near - grown.box[0] if right else near - grown.box[2]
                if (short > 0) == right:
                    frame = frame_from(grown, figure_of(one))
                    grown = placement_from(replace(frame, x=frame.x + short), figure_of(one))
                layout[one.id] = grown
                changed.append(one.id)
            box = layout[one.id].box
            edges[right] = max(edges[right], box[2]) if right else min(edges[right], box[0])
    return changed


def _stands(scene: Scene, one: Thing) -> bool:
    """Whether it is somebody on the floor who is upright."""
    return (
        (has_arms(stock_of(one)) or is_drawn(stock_of(one)))
        and one.pose not in _LOW
        and bearer_of(scene, one) is None
    )


def _grown(
    scene: Scene, one: Thing, company: Sequence[Thing], layout: dict[str, Placement], table: Thing
) -> Placement | None:
    """So large that the head is as high as theirs, as far as that is bearable, and a child's no larger; None where it is so."""
    theirs = [(frame_from(layout[other.id], figure_of(other)), figure_of(other).anchors) for other in company]
    eyes = sum(frame.point(anchors.eye)[1] for frame, anchors in theirs) / len(theirs)
    head = sum(anchors.head * frame.factor for frame, anchors in theirs) / len(theirs)
    placed, figure = layout[one.id], figure_of(one)
    frame = frame_from(placed, figure)
    base = min(placed.base, layout[table.id].base - _BACK * scene_size(scene)[1])
    grown = sum(height_of(other) for other in company) / len(company)
    share = min(1.0, (height_of(one) / grown) ** COMPRESSION)
    own, raised = figure.anchors.head * frame.factor, placed.base - frame.point(figure.anchors.eye)[1]
    tall = sum(layout[other.id].box[3] - layout[other.id].box[1] for other in company) / len(company)
    alike = math.sqrt(
        head / own * tall / (placed.box[3] - placed.box[1])
    )  # some drawings have more hair, some a hat
    to = share * min((base - eyes) / raised, _LARGER * alike)
    if share < 1.0:
        to = min(to, _A_CHILD * head / own)
    if to < _LEAST and (share == 1.0 or to > 1 / _LEAST):
        return None
    return placement_from(replace(frame, y=frame.y + base - placed.base, scale=to * frame.scale), figure)
