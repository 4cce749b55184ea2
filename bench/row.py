"""One line of the table, and how a time is taken."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in words, the target in words, and whether it was met (None: reported as it is)."""

    what: str
    figure: str
    target: str = ""
    is_met: bool | None = None


def median_s(run: Callable[[], object], runs: int) -> float:
    """The median duration of `run` in seconds, after one run that is not counted."""
    run()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)
