"""How much room the data folder takes, and how much there is left.

What is left is asked of the file system at once. What is taken is found by walking through all files, so it is measured in
the background, seldom, and told with its time.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from paintover.domain.errors import StoreFailed

FRESH_S = 60.0
"""A measurement is not repeated earlier."""
SHARE = 50
"""Nor before this many times as long as it took has passed, so that it takes no more than a fiftieth of the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a walk through the folder has found."""

    size: int
    """Bytes."""
    files: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """All of it in bytes."""

    free: int
    total: int
    """Of the file system that the folder is on."""
    database: int
    """Of the database and its log, without the pictures."""
    taken: Taken | None
    """None until it was measured for the first time."""


class DataFolder:
    """Measures one folder. To be closed in the event loop in which it is asked."""

    def __init__(self, folder: Path, database: Path) -> None:
        self._folder = folder
        self._database = database
        self._taken: Taken | None = None
        self._measuring: asyncio.Task[None] | None = None
        self._due = 0.0
        self._is_closed = threading.Event()

    async def room(self) -> Room:
        """As it is now; `taken` as it was measured last. A new measurement is begun where it is time for one.

        Raises:
            StoreFailed: the folder cannot be looked at.
        """
        self._measure_when_due()
        try:
            usage, database = await asyncio.to_thread(self._look)
        except OSError as exc:
            raise StoreFailed(
                f"The data folder cannot be looked at: {exc.strerror}. See whether its disk is there."
            ) from exc
        return Room(free=usage.free, total=usage.total, database=database, taken=self._taken)

    async def measured(self) -> None:
        """Wait for the measurement that is under way, if there is one."""
        if self._measuring is not None:
            await self._measuring

    async def aclose(self) -> None:
        """Stop measuring."""
        self._is_closed.set()
        await self.measured()

    def _look(self) -> tuple[shutil._ntuple_diskusage, int]:
        return shutil.disk_usage(self._folder), sum(map(_size, (self._database, _log_of(self._database))))

    def _measure_when_due(self) -> None:
        if self._measuring is None and not self._is_closed.is_set() and time.monotonic() >= self._due:
            self._measuring = asyncio.create_task(self._measure())

    async def _measure(self) -> None:
        began = time.monotonic()
        found = await asyncio.to_thread(self._walk)
        now = time.monotonic()
        self._due = now + max(FRESH_S, SHARE * (now - began))
        if found is not None:
            self._taken = Taken(size=found[0], files=found[1], at=datetime.now(UTC))
        self._measuring = None

    def _walk(self) -> tuple[int, int] | None:
        """Bytes and files; None when it was stopped."""
        size = files = 0
        waiting = [self._folder]
        while waiting:
            if self._is_closed.is_set():
                return None
            # Files come and go while they are counted.
            with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    with contextlib.suppress(OSError):
                        if entry.is_dir(follow_symlinks=False):
                            waiting.append(Path(entry.path))
                        else:
                            size += entry.stat(follow_symlinks=False).st_size
                            files += 1
        return size, files


def _log_of(database: Path) -> Path:
    return database.with_name(f"{database.name}-wal")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
