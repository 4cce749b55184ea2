"""A leash that nobody holds, and where its ends are in its drawing."""

from __future__ import annotations

import math

from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Frame

LEAD = (14.0, 114.0)
"""Where the two ends of a lead are in its drawing, across."""
_TRAIL = 0.5
"""How far before its wearer the end of a leash lies that nobody holds, in heights of the wearer."""
_SAGGING = 64.0
"""How high both ends of a lead are in its drawing."""


def trailing(under: Figure, frame: Frame) -> Frame:
    """From the collar of whom `under` and `frame` show to the ground before them."""
    (x, y), foot = under.anchors.neck, under.foot
    ahead = 1.0 if x > foot[0] and not under.anchors.front else -1.0
    neck = frame.point((x, y))
    end = frame.point((x + ahead * _TRAIL * under.height, foot[1]))
    scale = math.dist(neck, end) / (LEAD[1] - LEAD[0]) * UNIT
    angle = math.degrees(math.atan2(neck[1] - end[1], neck[0] - end[0]))
    flip = abs(angle) > 90
    return Frame(*end, scale, (LEAD[0], _SAGGING), flip, angle - math.copysign(180, angle) if flip else angle)
