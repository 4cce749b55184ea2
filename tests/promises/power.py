"""A disk whose power can be cut: what was written since the last sync is lost.

`Disk` stands under SQLite as a VFS (through apsw, which brings its own SQLite) and under the picture files through the
few system calls that `paintover.store.blobs` makes. It keeps beside the real files what of them is certain; a cut is a
copy of that, taken at any moment, while the server goes on.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import apsw

_ERRORS = {apsw.FullError: "database or disk is full", apsw.IOError: "disk I/O error"}


class Disk:
    """What is certain of each file, by its path, and the writes since. Every file of one folder."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._certain: dict[str, bytearray] = {}
        self._since: dict[str, list[tuple[int, bytes | None]]] = {}
        self.syncs = 0
        self.broken: type[apsw.Error] | None = None
        """What every write and sync raises."""

    def write(self, path: str, offset: int, written: bytes) -> None:
        with self._lock:
            self._check()
            self._since.setdefault(path, []).append((offset, written))

    def truncate(self, path: str, size: int) -> None:
        with self._lock:
            self._since.setdefault(path, []).append((size, None))

    def sync(self, path: str) -> None:
        with self._lock:
            self._check()
            self.syncs += 1
            kept = self._certain.setdefault(path, bytearray())
            for offset, written in self._since.pop(path, ()):
                if written is None:
                    del kept[offset:]
                    continue
                if len(kept) < offset + len(written):
                    kept.extend(bytes(offset + len(written) - len(kept)))
                kept[offset : offset + len(written)] = written

    def delete(self, path: str) -> None:
        with self._lock:
            self._certain.pop(path, None)
            self._since.pop(path, None)

    def cut(self) -> dict[str, bytes]:
        """All files as they are found when the power is back."""
        with self._lock:
            return {path: bytes(kept) for path, kept in self._certain.items()}

    def _check(self) -> None:
        if self.broken is not None:
            raise self.broken("injected")


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._disk = disk
        self._path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)

    def xWrite(self, written: bytes, offset: int) -> None:  # noqa: N802  # SQLite's name
        self._disk.write(self._path, offset, bytes(written))
        super().xWrite(written, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802  # SQLite's name
        self._disk.truncate(self._path, size)
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802  # SQLite's name
        # The real file needs no sync: only this disk's power is cut.
        self._disk.sync(self._path)


class PowerVFS(apsw.VFS):
    """SQLite's own file system, over a `Disk`."""

    def __init__(self, name: str, disk: Disk) -> None:
        self._disk = disk
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> _File:  # noqa: N802  # SQLite's name
        return _File(self._disk, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802  # SQLite's name
        super().xDelete(name, sync)
        self._disk.delete(name)


class Connection:
    """As much of `sqlite3.Connection` as the store uses, over apsw, with the standard library's errors."""

    def __init__(self, path: Path, vfs: str, busy_timeout_s: float) -> None:
        self._apsw = apsw.Connection(str(path), vfs=vfs)
        self._apsw.set_busy_timeout(int(busy_timeout_s * 1000))

    def execute(self, statement: str, values: Any = ()) -> Cursor:
        return Cursor(self._apsw, statement, values)

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        for row in rows:
            self.execute(statement, row)

    @property
    def in_transaction(self) -> bool:
        return bool(self._apsw.in_transaction)

    def rollback(self) -> None:
        if self._apsw.in_transaction:
            self.execute("ROLLBACK")

    def close(self) -> None:
        self._apsw.close()


class Cursor:
    """The rows of a statement, all of them read at once."""

    def __init__(self, connection: apsw.Connection, statement: str, values: Any) -> None:
        try:
            before = connection.total_changes()
            self._rows = connection.execute(statement, values).fetchall()
            self.rowcount = connection.total_changes() - before
        except apsw.ConstraintError as exc:
            raise sqlite3.IntegrityError(str(exc)) from exc
        except apsw.Error as exc:
            raise sqlite3.OperationalError(_ERRORS.get(type(exc), str(exc))) from exc

    def fetchone(self) -> Any:
        return self._rows.pop(0) if self._rows else None

    def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    def __iter__(self) -> Any:
        return iter(self.fetchall())


class Names:
    """The picture folder on a `Disk` of its own kind: a name is certain when its folder was synced after it was made,
    and its bytes when the file was. Stands in for `os.replace` and `os.fsync` in the store of pictures."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._synced: set[tuple[int, int]] = set()
        """Files (device and number) whose bytes are certain."""
        self._pending: dict[str, set[Path]] = {}
        self._certain: set[Path] = set()
        self.broken: OSError | None = None

    def fsync(self, number: int) -> None:
        if self.broken is not None:
            raise self.broken
        about, path = os.fstat(number), Path(os.readlink(f"/proc/self/fd/{number}"))
        with self._lock:
            self._synced.add((about.st_dev, about.st_ino))
            if path.is_dir():
                self._certain |= self._pending.pop(str(path), set())
                # A folder's own name becomes certain with the folder around it.
                self._certain |= {child for child in path.iterdir() if child.is_dir()}

    def replace(self, old: str, new: Path) -> None:
        about = os.stat(old)
        os.rename(old, new)
        with self._lock:
            if (about.st_dev, about.st_ino) in self._synced:
                self._pending.setdefault(str(new.parent), set()).add(new)

    def cut(self) -> set[str]:
        """The digests of the pictures that are whole when the power is back."""
        with self._lock:
            files = {path for path in self._certain if path.parent in self._certain}
        return {path.parent.name + path.name for path in files}
