"""People whom we draw whole, with an arm raised or held out: a pirate who waves, a nurse who points.

Their arms are pieces of the drawing that hang down in two ways, in a suit and in a robe; such a piece makes room for another.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from paintover.engines.illustrator.sprites.figures import Figure, Point

_SUIT = re.compile(
    r'<path d="(?P<left>M42 69Q31 81 32 98h10L48 79z)(?P<right>M86 69Q97 81 96 98H86L80 79z)" fill="(?P<cloth>#[0-9a-f]{6})"/>'
    r'<circle cx="37" cy="100" r="5.400" fill="(?P<skin>#[0-9a-f]{6})"/>(?P<other><circle cx="91" cy="100" r="5.400" fill="#[0-9a-f]{6}"/>)'
)
_ROBE = re.compile(
    r'<circle cx="34" cy="101" r="5.400" fill="(?P<skin>#[0-9a-f]{6})"/>(?P<other><circle cx="94" cy="101" r="5.400" fill="#[0-9a-f]{6}"/>)'
    r'<path d="(?P<left>M44 68Q28 78 22 98L40 104L50 84z)(?P<right>M84 68Q100 78 106 98L88 104L78 84z)" fill="(?P<cloth>#[0-9a-f]{6})"/>'
)


class _Gesture(NamedTuple):
    """Where the elbow and the hand are of the arm that we see on the left, and whether the other one does the same; `front` says
    that both are before the trunk, the hands before what they hold."""

    elbow: Point
    hand: Point
    both: bool = False
    front: bool = False


GESTURES = {
    "wave": _Gesture((28.0, 78.0), (17.0, 52.0)),
    "aloft": _Gesture((27.0, 70.0), (19.0, 40.0)),
    "arms-aloft": _Gesture((27.0, 70.0), (19.0, 40.0), both=True),
    "cheer": _Gesture((26.0, 72.0), (14.0, 46.0), both=True),
    "point": _Gesture((27.0, 78.0), (7.0, 74.0)),
    "reach": _Gesture((28.0, 80.0), (9.0, 80.0)),
    "salute": _Gesture((24.0, 70.0), (38.0, 44.0)),
    "push": _Gesture((28.0, 84.0), (10.0, 91.0)),
    "serve": _Gesture((30.0, 92.0), (16.0, 84.0), both=True),
    "embrace": _Gesture((33.0, 92.0), (52.0, 103.0), both=True, front=True),
    "cradle": _Gesture((33.0, 92.0), (46.0, 105.0), both=True, front=True),
}
"""By pose, what an arm does that hangs down otherwise."""
_TOWARDS = frozenset({"point", "reach", "push"})
"""What an arm does towards somebody, to whom it is turned."""
_FREE = 108.0
"""Beyond that nothing is of who has nothing in the hand on the right."""
_SHOULDER: Point = (45.0, 75.0)


def gestures(body: str) -> bool:
    """Whether the drawing has arms that can be raised."""
    return _SUIT.search(body) is not None or _ROBE.search(body) is not None


@lru_cache(maxsize=48)
def gesturing(figure: Figure, pose: str) -> Figure:
    """The figure in a pose of `GESTURES`; as it is where its arms are none of these."""
    match = _SUIT.search(figure.body) or _ROBE.search(figure.body)
    if match is None:
        return figure
    gesture, wide = GESTURES[pose], 11.0 if match.re is _SUIT else 15.0
    if gesture.front:
        return _in_front(figure, match, gesture, wide, pose)
    both = gesture.both and figure.extent[2] <= _FREE
    raised = _arm(gesture, match["cloth"], match["skin"], wide, pose)
    if both:
        raised += f'<g transform="translate(128 0) scale(-1 1)">{raised}</g>'
    hanging = "" if both else f'<path d="{match["right"]}" fill="{match["cloth"]}"/>{match["other"]}'
    # the sleeve behind the trunk, the hand before a hat
    body = f"{figure.body[: match.start()]}{hanging}{raised}{figure.body[match.end() :]}"
    if pose == "salute":
        body += _hand(gesture.hand, match["skin"])
    left, top, right, bottom = figure.extent
    x, y = gesture.hand
    extent = (min(left, x - 8), min(top, y - 8), max(right, 136 - x) if both else right, bottom)
    anchors = figure.anchors
    hand = gesture.hand if anchors.hand[0] < 64 or pose in _TOWARDS or both else anchors.hand
    other = (128 - x, y) if both else None
    return replace(
        figure,
        name=f"{figure.name}/{pose}",
        body=body,
        extent=extent,
        anchors=replace(anchors, hand=hand, other=other),
        stature=figure.tall,
    )


def _in_front(figure: Figure, match: re.Match[str], gesture: _Gesture, wide: float, pose: str) -> Figure:
    """The figure with both arms around what it has before the chest."""
    one = _arm(gesture, match["cloth"], match["skin"], wide, pose)
    arms = f'{one}<g transform="translate(128 0) scale(-1 1)">{one}</g>'
    (x, y), head = gesture.hand, figure.anchors.head
    return replace(
        figure,
        name=f"{figure.name}/{pose}",
        body=f"{figure.body[: match.start()]}{figure.body[match.end() :]}{arms}",
        hands=_hand((x, y), match["skin"]) + _hand((128 - x, y), match["skin"]),
        anchors=replace(
            figure.anchors, hand=(x, y), other=(128 - x, y), grip=(64.0, y - 0.1 * head), other_grip=(64.0, y)
        ),
        stature=figure.tall,
    )


def _arm(gesture: _Gesture, cloth: str, skin: str, wide: float, pose: str) -> str:
    (sx, sy), (ex, ey), (x, y) = _SHOULDER, gesture.elbow, gesture.hand
    wrist = ex + 0.72 * (x - ex), ey + 0.72 * (y - ey)
    finger = (
        f'<path d="M{x:.1f} {y:.1f}h-10" stroke="{skin}" stroke-width="4" stroke-linecap="round"/>'
        if pose == "point"
        else ""
    )
    return (
        f"{finger}{_hand(gesture.hand, skin)}"
        f'<path d="M{sx} {sy}L{ex} {ey}L{wrist[0]:.1f} {wrist[1]:.1f}" stroke="{cloth}" stroke-width="{wide}" stroke-linecap="round" stroke-linejoin="round" fill="none"/>'
    )


def _hand(at: Point, skin: str) -> str:
    return f'<circle cx="{at[0]}" cy="{at[1]}" r="5.8" fill="{skin}"/>'


@lru_cache(maxsize=48)
def with_both_hands(figure: Figure) -> Figure:
    """The figure with both its hands known, for who has something in each; as it is where its arms are none of these."""
    x, y = figure.anchors.hand
    if not gestures(figure.body):
        return figure
    return replace(figure, anchors=replace(figure.anchors, other=(128 - x, y)))
