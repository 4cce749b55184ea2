"""One more who sits down on a couch or a bench: beside those who sit there, in their size, where there is room for that.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import replace

from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.attach import frame_on
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.standing import BENCHES, bearer_of, carried, frame_from, unit_of

_TRIED = (
    (1.0, 0.72, 0.2), (0.9, 0.7, 0.25), (0.85, 0.6, 0.3), (0.85, 0.45, 0.4), (0.8, 0.4, 0.5), (0.72, 0.4, 0.55),
)  # fmt: skip
"""How much smaller one may be to find room there; how far from the neighbour's edge the own middle is, in half breadths; and how
much of one may be beyond the end of the seat, as a share of the own breadth."""
_WELL = 3
"""With so many of these one sits there well."""


def is_seated(scene: Scene, thing: Thing) -> bool:
    """Whether it is somebody on a couch or a bench, with room for others."""
    bearer = bearer_of(scene, thing)
    return bearer is not None and bearer.kind in BENCHES and has_arms(stock_of(thing))


def sits_down(
    scene: Scene,
    thing: Thing,
    sitting: Sequence[Thing],
    layout: Mapping[str, Placement],
    *,
    pressed: bool = True,
) -> Frame | None:
    """The frame of one more beside those `sitting` there, next to whom it is told to sit where that can be; if `pressed`, also
    smaller, and partly beyond the end of the seat. None where there is no room for that either."""
    bearer = bearer_of(scene, thing)
    there = [layout[one.id] for one in sitting]
    if bearer is None or bearer.id not in layout or not there:
        return None
    figure, under = figure_of(thing), figure_of(bearer)
    frame = frame_from(layout[bearer.id], under)
    unit = statistics.median(unit_of(one, layout[one.id]) for one in sitting)
    scale = float(unit * height_of(thing) ** COMPRESSION * UNIT / figure.tall)
    middle, room = frame.point(under.rest)[0], under.rest_width * frame.factor / 2
    near = layout.get(thing.rel.to) if thing.rel is not None and thing.rel.to != bearer.id else None
    goal = middle if near is None else near.x
    stood = frame_on(carried(scene, thing), bearer, frame, 0, 1)
    for shrink, close, beyond in _TRIED if pressed else _TRIED[:_WELL]:
        half = figure.width * scale * shrink / UNIT / 2
        reach = room - (1 - 2 * beyond) * half
        ends = [
            min(one.box[0] for one in there) - close * half,
            max(one.box[2] for one in there) + close * half,
        ]
        if beyond == _TRIED[-1][2]:  # as near to the end as can be, whoever sits there
            ends = [min(max(x, middle - reach), middle + reach) for x in ends]
        free = [x for x in ends if abs(x - middle) <= reach + 1]
        if free:
            x = min(free, key=lambda end: abs(end - goal))
            return replace(stood, x=x, scale=scale * shrink)
    return None


def has_room(scene: Scene, group: Sequence[Thing], layout: Mapping[str, Placement]) -> bool:
    """Whether those of a group who are not in the layout yet find room beside those who are."""
    sitting = [one for one in group if one.id in layout]
    coming = [one for one in group if one.id not in layout]
    return len(coming) == 1 and sits_down(scene, coming[0], sitting, layout, pressed=False) is not None


def parts_those(group: Sequence[Thing], layout: Mapping[str, Placement]) -> bool:
    """Whether one of a group on a bench comes to sit between two who sit there side by side: they move apart. They do not where
    they have changed places since they sat down."""
    there = [layout[one.id].x for one in group if one.id in layout]
    sitting = {one.id for one in group if one.id in layout}
    return there == sorted(there) and any(
        one.rel is not None and one.rel.type == "between" and {one.rel.to, one.rel.also} <= sitting
        for one in group
        if one.id not in layout
    )
