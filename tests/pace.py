"""How fast this machine is, so that a bound on time means the same on any."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from functools import cache

_WORD = re.compile("b")
_TEXT = "ab" * 1_000_000


@cache
def unit_s() -> float:
    """CPU seconds for a million replacements by the `re` module: about 0.1 on a machine of 2024."""
    return min(_cpu_s(lambda: _WORD.sub("c", _TEXT)) for _ in range(3))


def _cpu_s(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def units_of(work: Callable[[], object], *, enough: float) -> float:
    """The least CPU time of `work` in three tries, in `unit_s`; no more tries once it is below `enough`."""
    best = float("inf")
    for _ in range(3):
        best = min(best, _cpu_s(work) / unit_s())
        if best < enough:
            break
    return best
