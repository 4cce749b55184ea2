"""One server for a data folder.

The lock is SQLite's own, held on an empty file beside the database: it works wherever the database does (Linux, macOS,
Windows), and the operating system takes it back when its process ends, however that ends. Programs that only read or
make keys do not take it.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from paintover.domain.errors import FolderInUse, StoreFailed

LOCK_FILE = "server.lock"
HOLDER_FILE = "server.pid"
"""Who holds the lock, for the message to whoever comes second; it means nothing while nobody does."""
PATIENCE_S = 3.0
"""How long to wait for a process that is just ending."""


class FolderLock:
    """Held from `take` to `release`, or to the end of the process."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Use `take`."""
        self._connection = connection

    @classmethod
    def take(cls, folder: Path | str, *, patience_s: float = PATIENCE_S) -> FolderLock:
        """Lock the folder, made when absent. Blocks for `patience_s` at most.

        Raises:
            FolderInUse: another server has it, in this process or another.
            StoreFailed: the folder cannot be written.
        """
        folder = Path(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(
                folder / LOCK_FILE, timeout=patience_s, isolation_level=None, check_same_thread=False
            )
        except (OSError, sqlite3.Error) as exc:
            raise StoreFailed(f"The data folder {folder} cannot be used: {exc}.") from exc
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as exc:
            connection.close()
            if getattr(exc, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
                raise FolderInUse(
                    f"The data folder {folder} is in use by another server{_holder(folder)}. "
                    "Stop that one, or choose another folder with --data."
                ) from exc
            raise StoreFailed(f"The data folder {folder} cannot be locked: {exc}.") from exc
        # A courtesy to whoever comes second; without it the message only lacks the number.
        with suppress(OSError):
            (folder / HOLDER_FILE).write_text(f"{os.getpid()}\n", encoding="ascii")
        return cls(connection)

    def release(self) -> None:
        """Let the folder go. More than one call does no harm."""
        self._connection.close()


def _holder(folder: Path) -> str:
    try:
        return f" (process {int((folder / HOLDER_FILE).read_text(encoding='ascii'))})"
    except (OSError, ValueError):
        return ""
