"""What is seen of things in a picture: which small cells of it they cover, by the shapes that are drawn and not by the boxes
around them, where their faces are, and who is before whom."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, radians, sin

import numpy as np
import numpy.typing as npt

from paintover.engines.illustrator.backdrops import Place
from paintover.engines.illustrator.kinds import RUGS
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.standing import Box, bearer_of, in_the_air

Mask = npt.NDArray[np.bool_]
"""Rows of cells."""


def cells_of(covered: Mask, frame: Frame, cell: float, rows: int, columns: int) -> Mask:
    """The cells, so many pixels broad, in whose middle something is of a figure that has these units `covered`."""
    top, bottom, left, right = _within(covered, frame, cell, rows, columns)
    mask = np.zeros((rows, columns), bool)
    x = (np.arange(left, right) + 0.5)[None, :] * cell - frame.x
    y = (np.arange(top, bottom) + 0.5)[:, None] * cell - frame.y
    turn = radians(frame.angle)
    across = (x * cos(turn) + y * sin(turn)) / frame.factor * (-1 if frame.flip else 1)
    down = (y * cos(turn) - x * sin(turn)) / frame.factor
    u, v = np.floor(across + frame.pivot[0]).astype(int), np.floor(down + frame.pivot[1]).astype(int)
    inside = (u >= 0) & (v >= 0) & (u < covered.shape[1]) & (v < covered.shape[0])
    mask[top:bottom, left:right] = inside & covered[np.where(inside, v, 0), np.where(inside, u, 0)]
    return mask


def _within(covered: Mask, frame: Frame, cell: float, rows: int, columns: int) -> tuple[int, int, int, int]:
    """From which row to which, and from which column to which, a figure can cover anything: all others need not be asked."""
    high, wide = covered.shape
    turn, way = radians(frame.angle), -1 if frame.flip else 1
    corners = [
        ((u - frame.pivot[0]) * way * frame.factor, (v - frame.pivot[1]) * frame.factor)
        for u in (0, wide)
        for v in (0, high)
    ]
    xs = [frame.x + a * cos(turn) - b * sin(turn) for a, b in corners]
    ys = [frame.y + a * sin(turn) + b * cos(turn) for a, b in corners]
    top, bottom = (min(rows, max(0, round(end))) for end in (min(ys) / cell - 1, max(ys) / cell + 2))
    left, right = (min(columns, max(0, round(end))) for end in (min(xs) / cell - 1, max(xs) / cell + 2))
    return top, bottom, left, right


def cells_in(box: Box, cell: float, rows: int, columns: int) -> Mask:
    """The cells of a box."""
    mask = np.zeros((rows, columns), bool)
    left, top, right, bottom = (max(0, round(side / cell)) for side in box)
    mask[top:bottom, left:right] = True
    return mask


def root_of(scene: Scene, one: Thing, layout: Mapping[str, Placement]) -> Thing:
    """What stands on the ground and bears it."""
    for _ in scene.objects:
        bearer = bearer_of(scene, one)
        if bearer is None or bearer.id not in layout:
            break
        one = bearer
    return one


def nearness(root: Thing, place: Place, foot: float) -> tuple[bool, bool, float]:
    """Who has more of it is painted after who has less."""
    aloft = in_the_air(root, place)
    return not aloft, aloft or not is_laid(root, place), foot


def is_laid(thing: Thing, place: Place) -> bool:
    """Whether it is a rug on the ground, which is behind all that stands there."""
    return thing.kind in RUGS and not (place.floats or in_the_air(thing, place))


def face_of(thing: Thing, placed: Placement) -> Box | None:
    """Where the face of one that lives is, in pixels of the picture."""
    if not stock_of(thing).alive:
        return None
    figure = figure_of(thing)
    return Frame(placed.x, placed.base, placed.scale, figure.foot, placed.flip, placed.angle).bounds(
        face_in(figure)
    )


def face_in(figure: Figure) -> Box:
    """The part of the unit square that is a figure's face."""
    anchors = figure.anchors
    half = (0.5 if anchors.front else 0.35) * anchors.head
    left, right = sorted((anchors.eye[0], anchors.nose[0]))
    return (
        left - half,
        min(anchors.top[1], anchors.eye[1]),
        right + half,
        anchors.nose[1] + 0.15 * anchors.head,
    )
