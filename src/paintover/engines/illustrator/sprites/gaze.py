"""Where a face is turned: eyes, brows, nose and mouth of one that looks at us go to that side, as on a head that turns."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from functools import lru_cache

import numpy as np

from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point
from paintover.engines.illustrator.sprites.raster import rasterise

_ASIDE, _UP = 0.20, 0.15
"""How far the features go in one step, in distances of the eyes."""
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z]+)(?P<rest>[^>]*?)(?P<empty>/?)>")
_SCALE = re.compile(r"scale\((?P<k>[\d.]+)\)")
_SHAPES = frozenset({"path", "ellipse", "circle", "rect"})


@lru_cache(maxsize=96)
def gazing(figure: Figure, gaze: tuple[int, int]) -> Figure:
    """The figure with its face turned by so many steps to the right and down; as it is where it does not look at us, or
    its eyes are not known."""
    eyes = figure.anchors.eyes
    if gaze == (0, 0) or len(eyes) != 2:
        return figure
    apart = abs(eyes[0][0] - eyes[1][0])
    dx, dy = _ASIDE * apart * gaze[0], _UP * apart * gaze[1]
    low = 1.02 if figure.regions else 1.35  # above the collar
    body = _moved(figure.body, eyes, dx, dy, low)
    anchors = figure.anchors

    def at(point: Point) -> Point:
        return point[0] + dx, point[1] + dy

    turned = replace(anchors, eye=at(anchors.eye), nose=at(anchors.nose), eyes=tuple(at(eye) for eye in eyes))
    return replace(figure, name=f"{figure.name}/to{gaze[0]},{gaze[1]}", body=body, anchors=turned)


def _moved(body: str, eyes: tuple[Point, ...], dx: float, dy: float, low: float) -> str:
    """The drawing with all that is within its face moved."""
    out: list[str] = []
    last = 0
    for start, end, k in _features(body, eyes, low):
        moved = f'<g transform="translate({dx / k:.2f} {dy / k:.2f})">{body[start:end]}</g>'
        out += (body[last:start], moved)
        last = end
    return "".join((*out, body[last:]))


@lru_cache(maxsize=96)
def _features(body: str, eyes: tuple[Point, ...], low: float) -> tuple[tuple[int, int, float], ...]:
    """What is within the face, told by where it is: from where to where its element is written, and how many times as large
    as that it is drawn."""
    groups: list[str] = []
    found: list[tuple[int, int, float]] = []
    for tag in _TAG.finditer(body):
        if tag["name"] == "g" and not tag["empty"]:
            groups = groups[:-1] if tag["end"] else [*groups, tag[0]]
            continue
        if tag["name"] not in _SHAPES or not tag["empty"] or "clip-path" in tag["rest"]:
            continue
        if _is_feature("".join(groups) + tag[0] + "</g>" * len(groups), eyes, low):
            scales = (float(scale["k"]) for group in groups if (scale := _SCALE.search(group)))
            found.append((tag.start(), tag.end(), math.prod(scales)))
    return tuple(found)


def _is_feature(content: str, eyes: tuple[Point, ...], low: float) -> bool:
    """Whether an element is an eye, a brow, the nose or the mouth, or both eyes in one."""
    shown = rasterise(UNIT, UNIT, content)[..., 3] > 60
    rows, columns = np.flatnonzero(shown.any(axis=1)), np.flatnonzero(shown.any(axis=0))
    if not rows.size:
        return False
    apart = abs(eyes[0][0] - eyes[1][0])
    middle, level = (eyes[0][0] + eyes[1][0]) / 2, (eyes[0][1] + eyes[1][1]) / 2
    left, right = (columns[0] - middle) / apart, (columns[-1] + 1 - middle) / apart
    top, bottom = (rows[0] - level) / apart, (rows[-1] + 1 - level) / apart
    return bool(left > -0.95 and right < 0.95 and top > -0.62 and bottom < low and bottom - top < 0.75)
