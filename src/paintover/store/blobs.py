"""Pictures as plain files, named by the SHA-256 of their bytes.

Written to a temporary name, synced, renamed, and the folder synced: a file that stands under its final name is whole,
and one whose digest was returned survives a power cut. Equal bytes are stored once. A file whose record was never
written (its writer was killed in between) is swept away by a later start.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from paintover.domain.errors import StoreFailed

STALE_AFTER_S = 3600.0
"""A temporary file of this age belongs to a writer that was killed."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_UNFINISHED = ".unfinished"
_TWO_DIGITS = re.compile(r"[0-9a-f]{2}")

Recorded = Callable[[list[str]], Awaitable[frozenset[str]]]
"""Which of some digests stand in a record."""


class Blobs:
    """The files under one folder, two levels deep: ``ab/cdef...``."""

    def __init__(self, folder: Path | str) -> None:
        """Make the folder when absent, and clear away what killed writers left behind.

        Raises:
            StoreFailed: the folder cannot be written.
        """
        self.folder = Path(folder)
        self._unfinished = self.folder / _UNFINISHED
        self._certain: set[Path] = set()
        """The parts whose own names survive a power cut. That one is there does not say so: whoever made it may have
        failed to sync it, or may not have come so far yet."""
        try:
            self._unfinished.mkdir(parents=True, exist_ok=True)
            _sync_folder(self.folder)
            _sync_folder(self.folder.parent)
            _clear(self._unfinished)
            # By the clock that gives files their times, which is a little behind ours.
            with tempfile.TemporaryFile(dir=self._unfinished) as probe:
                self._opened = os.fstat(probe.fileno()).st_mtime
        except OSError as exc:
            raise _failed("prepared", self.folder, exc) from exc

    async def put(self, image: bytes) -> str:
        """Store the bytes; they are on disk when this returns. Storing them again does no harm.

        Returns:
            Their digest: SHA-256, 64 lower-case hexadecimal digits.

        Raises:
            StoreFailed: the disk is full or broken.
        """
        return await asyncio.to_thread(self._put, image)

    async def get(self, digest: str) -> bytes:
        """The bytes of that digest.

        Raises:
            StoreFailed: they are not there, or cannot be read.
            ValueError: `digest` is none.
        """
        path = self.path_of(digest)
        try:
            return await asyncio.to_thread(path.read_bytes)
        except OSError as exc:
            raise _failed("read", path, exc) from exc

    async def stat(self, digest: str) -> os.stat_result:
        """Size and times of the file of that digest. Raises as `get` does."""
        path = self.path_of(digest)
        try:
            return await asyncio.to_thread(path.stat)
        except OSError as exc:
            raise _failed("read", path, exc) from exc

    def path_of(self, digest: str) -> Path:
        """Where the file of that digest stands, whether or not it does.

        Raises:
            ValueError: `digest` is none, so it could name any file.
        """
        if _DIGEST.fullmatch(digest) is None:
            raise ValueError("A digest is 64 lower-case hexadecimal digits.")
        return self.folder / digest[:2] / digest[2:]

    async def sweep(self, recorded: Recorded) -> int:
        """Remove the files that no record names, and half-written ones, if they were last put before this object was
        made. Pictures may be put and read meanwhile.

        Returns:
            How many there were.

        Raises:
            StoreFailed: the folder cannot be read or written.
        """
        swept = 0
        try:
            for folder in await asyncio.to_thread(_parts_of, self.folder):
                old = await asyncio.to_thread(_older, folder, self._opened)
                orphans = set(old) - await recorded(list(old)) if old else set()
                for digest in orphans:
                    swept += await asyncio.to_thread(self._remove, old[digest], self._opened)
            for path in (await asyncio.to_thread(_older, self._unfinished, self._opened)).values():
                swept += await asyncio.to_thread(self._remove, path, self._opened)
        except OSError as exc:
            raise _failed("swept", self.folder, exc) from exc
        return swept

    async def discard(self, digest: str, *, last_put_before: float) -> bool:
        """Remove the file of a digest that no record names, unless it was put again since (seconds since 1970, by the
        clock of the files); whether it was removed.

        Raises:
            StoreFailed: it cannot be removed.
        """
        path = self.path_of(digest)
        try:
            return await asyncio.to_thread(self._remove, path, last_put_before)
        except OSError as exc:
            raise _failed("removed", path, exc) from exc

    def _remove(self, path: Path, before: float) -> bool:
        """Take a file out, unless it is put again just now: its time tells, once nobody can find it any more."""
        aside = self._unfinished / f"swept-{path.parent.name}{path.name}"
        try:
            os.replace(path, aside)
        except FileNotFoundError:
            return False
        if aside.stat().st_mtime >= before:
            os.replace(aside, path)
            return False
        aside.unlink()
        return True

    def _put(self, image: bytes) -> str:
        digest = hashlib.sha256(image).hexdigest()
        path = self.path_of(digest)
        try:
            if path.parent not in self._certain or not path.parent.is_dir():
                path.parent.mkdir(exist_ok=True)
                _sync_folder(self.folder)
                self._certain.add(path.parent)
            if not _is_there(path, len(image)):
                self._write(path, image)
            # Also for a file found there: its writer may not have come this far yet.
            _sync_folder(path.parent)
        except OSError as exc:
            raise _failed("written", path, exc) from exc
        return digest

    def _write(self, path: Path, image: bytes) -> None:
        number, name = tempfile.mkstemp(dir=self._unfinished)
        try:
            with open(number, "wb") as file:
                file.write(image)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


def _is_there(path: Path, size: int) -> bool:
    """Whether the file is there already; if so, it is as if it had been put now. A file of another size was damaged
    from outside and is to be replaced."""
    try:
        os.utime(path)
        return path.stat().st_size == size
    except FileNotFoundError:
        return False


def _parts_of(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if _TWO_DIGITS.fullmatch(path.name)]


def _older(folder: Path, before: float) -> dict[str, Path]:
    """The files of a folder that are older than `before`, by digest (or whatever their names say)."""
    found = {}
    for path in folder.iterdir():
        try:
            if path.stat().st_mtime < before:
                found[folder.name + path.name] = path
        except FileNotFoundError:
            continue
    return found


def _sync_folder(folder: Path) -> None:
    """Make the names in `folder` survive a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _clear(folder: Path) -> None:
    """Other processes may be writing here, so only what is old goes."""
    oldest = time.time() - STALE_AFTER_S
    for path in folder.iterdir():
        try:
            if path.stat().st_mtime < oldest:
                path.unlink()
        except FileNotFoundError:
            continue


def _failed(what: str, path: Path, exc: OSError) -> StoreFailed:
    return StoreFailed(
        f"The picture file {path.name} cannot be {what} ({exc.strerror}): check the data folder's free space and disk."
    )
