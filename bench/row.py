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


def median_cpu_s(run: Callable[[], object], runs: int) -> float:
    """The median CPU time of `run` in seconds over all its threads, after one run that is not counted. On one core
    that is how long it takes; unlike the clock it leaves out what the machine's other users take."""
    run()
    times = []
    for _ in range(runs):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return statistics.median(times)
