"""The windows of a room's own: where the world outside is seen in its backdrop, and what else is on its wall."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
Point = tuple[float, float]
_BAR = 4.5
"""Half the breadth of the bars between panes, in units."""
_DRAPE_ABOVE = ((43.0, 0.0), (36.0, 0.21), (25.0, 0.42))
_DRAPE_BELOW = ((24.0, 0.42), (1.0, 0.62), (4.0, 0.8), (11.0, 1.0))
"""How far a curtain reaches over the glass, in units, at that share of the way down the upper panes and the lower ones."""
_ROUND = 8
"""Into how many straight pieces a quarter of an arch is cut."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A window as it is drawn, in pixels: left, top, right and bottom of its glass, and its panes."""

    box: Box
    panes: tuple[tuple[Point, ...], ...]
    """The outlines of what is seen of the glass: no bars, and no curtains."""

    @property
    def path(self) -> str:
        """The panes as one SVG path."""
        return "".join(f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in pane)}Z" for pane in self.panes)

    def mirrored(self, width: float) -> Opening:
        """The same in the picture that is seen the other way round."""
        left, top, right, bottom = self.box
        panes = tuple(tuple((width - x, y) for x, y in pane) for pane in self.panes)
        return Opening((width - right, top, width - left, bottom), panes)


@dataclass(frozen=True, slots=True)
class Top:
    """Where things can be put on a piece of a backdrop, in pixels: from where to where, how far down, and how high at most."""

    left: float
    right: float
    y: float
    room: float

    def mirrored(self, width: float) -> Top:
        """The same in the picture that is seen the other way round."""
        return Top(width - self.right, width - self.left, self.y, self.room)


@dataclass(slots=True)
class Wall:
    """What is on the wall of a room that is being drawn."""

    openings: list[Opening] = field(default_factory=list)
    curtained: bool = False
    """Whether there are curtains at a window."""
    board: Box | None = None
    """The slate of the board of a classroom."""
    taken: list[Box] = field(default_factory=list)
    """Where nothing more is to be hung, in pixels: windows with their curtains, pictures, boards, shelves."""

    def mark(self) -> tuple[int, int, bool, Box | None]:
        """What is there by now, for `back_to`."""
        return len(self.openings), len(self.taken), self.curtained, self.board

    def back_to(self, before: tuple[int, int, bool, Box | None]) -> None:
        """Take away what was hung since then."""
        windows, taken, self.curtained, self.board = before
        del self.openings[windows:], self.taken[taken:]


def opening(box: Box, unit: float, *, arched: bool, curtained: bool, blind: float) -> Opening:
    """A window of four panes. `blind` is the share of its height that a blind hides."""
    left, top, right, bottom = box
    rise = (right - left) / 2 if arched else 0.0
    bar = top + rise + (bottom - top - rise) * 0.42
    middle, half = (left + right) / 2, _BAR * unit
    high = bottom - top
    if arched:
        angles = [math.pi - math.pi / 2 * k / _ROUND for k in range(_ROUND + 1)]
        upper = [(middle + rise * math.cos(a), top + rise - rise * math.sin(a)) for a in angles]
        upper = [(min(x, middle - half), y) for x, y in upper]
    else:
        upper = [(left + (x * unit if curtained else 0), top + y * high) for x, y in _DRAPE_ABOVE]
    lower = [(left + (x * unit if curtained else 0), top + y * high) for x, y in _DRAPE_BELOW]
    halves = (
        [(upper[0][0], bar - half), *upper, (middle - half, upper[-1][1] if arched else top)]
        if arched
        else [(upper[-1][0], bar - half), *reversed(upper[:-1]), (middle - half, top)]
    )
    panes = [
        [*halves, (middle - half, bar - half)],
        [(lower[0][0], bar + half), *lower[1:], (middle - half, bottom), (middle - half, bar + half)],
    ]
    if blind:
        panes, top = panes[1:], bar + half
    both = [pane for one in panes for pane in (one, [(2 * middle - x, y) for x, y in one])]
    return Opening((left, top, right, bottom), tuple(tuple(pane) for pane in both))
