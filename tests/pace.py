"""How fast this machine is, so that a bound on time means the same on any."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

timed = pytest.mark.flaky(reruns=2)
"""A test whose bound is on the clock itself: a promise in seconds that a busy machine breaks by chance. Once in three
tries is enough; whatever breaks such a promise for real breaks it each time."""

_WORD = re.compile("b")
_TEXT = "ab" * 1_000_000


def _unit_s() -> float:
    """CPU seconds for a million replacements by the `re` module: about 0.1 on a machine of 2024."""
    return _cpu_s(lambda: _WORD.sub("c", _TEXT))


def _cpu_s(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def units_of(work: Callable[[], object], *, enough: float) -> float:
    """The least CPU time of `work` in three tries, in units; no more tries once it is below `enough`.

    The unit is measured on both sides of every try, since a shared machine's speed changes within seconds.
    """
    best = float("inf")
    for _ in range(3):
        before = _unit_s()
        spent = _cpu_s(work)
        best = min(best, spent / max(before, _unit_s()))
        if best < enough:
            break
    return best
