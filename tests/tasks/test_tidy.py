from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from paintover.domain.errors import StoreFailed
from paintover.store.blobs import Blobs
from paintover.store.database import Database
from paintover.store.files import Files, Quota
from paintover.store.generations import Generations
from paintover.tasks.tidy import forget_files_once, sweep
from tests.store.samples import a_generation
from tests.store.test_files import a_file

LATER = datetime.now(UTC) + timedelta(days=1)


async def test_the_bytes_of_a_deleted_file_go_unless_somebody_needs_them(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "store.db")
    try:
        blobs, kept = Blobs(tmp_path / "blobs"), Generations(database)
        files = Files(database, Quota(count=9, max_bytes=999))
        alone, drawn, shared = [await blobs.put(name) for name in (b"alone", b"drawn", b"shared")]
        await kept.add(a_generation(digest=drawn, owner="bob"))
        for digest in (alone, drawn, shared):
            file = a_file(digest=digest)
            await files.add(file)
            await files.delete(file.file_id, owner="ann")
        await files.add(a_file(digest=shared, owner="bob"))
        assert await forget_files_once(files, blobs, kept, before=LATER) == 1
        with pytest.raises(StoreFailed):
            await blobs.get(alone)
        assert [await blobs.get(digest) for digest in (drawn, shared)] == [b"drawn", b"shared"]
        assert await forget_files_once(files, blobs, kept, before=LATER) == 0
    finally:
        await database.aclose()


async def test_bytes_that_were_put_again_meanwhile_stay(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "store.db")
    try:
        blobs, files = Blobs(tmp_path / "blobs"), Files(database, Quota(count=9, max_bytes=999))
        file = a_file(digest=await blobs.put(b"again"), gone_at=datetime.now(UTC) - timedelta(hours=2))
        await files.add(file)
        before = datetime.now(UTC) - timedelta(hours=1)
        assert await forget_files_once(files, blobs, Generations(database), before=before) == 0
        assert await blobs.get(file.digest) == b"again"
    finally:
        await database.aclose()


async def test_a_start_sweeps_no_file_that_an_owner_keeps(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "store.db")
    try:
        blobs, files = Blobs(tmp_path / "blobs"), Files(database, Quota(count=9, max_bytes=999))
        digest, orphan = await blobs.put(b"kept"), await blobs.put(b"orphan")
        for one in (digest, orphan):
            os.utime(blobs.path_of(one), (1, 1))
        await files.add(a_file(digest=digest))
        assert await sweep(Blobs(tmp_path / "blobs"), Generations(database)) == 1
        assert await blobs.get(digest) == b"kept"
    finally:
        await database.aclose()
