"""Memory: how much is held, and what is given back to the system.

A picture's arrays are freed in pieces that the C library keeps for later: left alone, a
process holds half as much again as it uses (measured: 173 MB instead of 111 after 60 pictures), and the most it ever needed
after some very large pictures (a server 280 MB instead of 145 after four photographs of 8 megapixels and a drawing as large).

glibc gives each thread an arena of its own, and `malloc_trim` leaves the end of every such arena as it is; so there is to
be one arena for all. What Python itself allocates comes from elsewhere, and of large arrays there are few.
"""

from __future__ import annotations

import ctypes
import sys
import time
from dataclasses import dataclass
from typing import Any

BELOW_KEPT_S = 10.0
"""How old the reading of other processes may be: to find them, every process of the machine is looked at."""

_M_ARENA_MAX = -8
"""Of <malloc.h>."""
_libc: Any = ctypes.CDLL(None) if sys.platform.startswith("linux") else None
_is_glibc = hasattr(_libc, "malloc_trim")


def share_one_arena() -> None:
    """Let all threads that begin from now on allocate from one arena. For the start of a process; nothing where the C
    library is another one than glibc."""
    if _is_glibc:
        _libc.mallopt(_M_ARENA_MAX, 1)


def give_back() -> None:
    """Return free memory to the system; some milliseconds, during which other threads run."""
    if _is_glibc:
        _libc.malloc_trim(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Resident memory, in bytes."""

    own: int
    """Of this process."""
    below: int
    """Of those that it has started, such as a process that draws; what they share is counted in each."""


class MemoryReader:
    """Reads how much memory this process holds, and those below it. Any one thread may ask."""

    def __init__(self) -> None:
        self._below = 0
        self._read_at: float | None = None

    def read(self) -> Held:
        """A millisecond or less, and now and then some tens of them."""
        # 20 ms of imports, which only those wait for who look.
        import psutil

        process, now = psutil.Process(), time.monotonic()
        if self._read_at is None or now - self._read_at > BELOW_KEPT_S:
            self._below, self._read_at = sum(map(_resident, process.children(recursive=True))), now
        return Held(own=process.memory_info().rss, below=self._below)


def _resident(process: Any) -> int:
    import psutil

    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        # It has ended, or is not ours to look at.
        return 0
