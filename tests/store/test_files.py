from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from paintover.domain.errors import BadRequest, QuotaExceeded
from paintover.domain.file import UploadedFile
from paintover.domain.ids import new_file_id
from paintover.store.database import Database
from paintover.store.files import Files, Quota

ROOM = Quota(count=5, max_bytes=1_000)


@pytest.fixture
def files(db: Database) -> Files:
    return Files(db, ROOM)


def a_file(**changes: Any) -> UploadedFile:
    """A file of owner ``ann``, with `changes`."""
    fields: dict[str, Any] = {
        "file_id": new_file_id(),
        "owner": "ann",
        "name": "牛.png",
        "purpose": "vision",
        "media_type": "image/png",
        "digest": "d" * 64,
        "byte_length": 100,
        "created_at": datetime.now(UTC),
    }
    return UploadedFile(**{**fields, **changes})


async def test_a_file_comes_back_as_it_was(files: Files) -> None:
    file = a_file(gone_at=datetime.now(UTC) + timedelta(hours=1))
    await files.add(file)
    assert await files.get(file.file_id, owner="ann") == file
    assert (await files.page(owner="ann", limit=5)).items == (file,)


async def test_somebody_elses_is_not_there(files: Files) -> None:
    file = a_file()
    await files.add(file)
    assert await files.get(file.file_id, owner="bob") is None
    assert not await files.delete(file.file_id, owner="bob")
    assert (await files.page(owner="bob", limit=5)).items == ()
    with pytest.raises(BadRequest, match="after"):
        await files.page(owner="bob", limit=5, after=file.file_id)
    assert await files.get(file.file_id, owner="ann") == file


async def test_what_has_expired_or_was_deleted_is_gone(files: Files) -> None:
    old = a_file(gone_at=datetime.now(UTC) - timedelta(seconds=1), digest="a" * 64)
    deleted, kept = a_file(digest="b" * 64), a_file(digest="c" * 64)
    for file in (old, deleted, kept):
        await files.add(file)
    assert await files.delete(deleted.file_id, owner="ann")
    assert not await files.delete(deleted.file_id, owner="ann")
    assert not await files.delete(old.file_id, owner="ann")
    assert (await files.page(owner="ann", limit=5)).items == (kept,)
    assert await files.forget(datetime.now(UTC) - timedelta(minutes=1)) == []
    assert sorted(await files.forget(datetime.now(UTC) + timedelta(seconds=1))) == ["a" * 64, "b" * 64]
    assert (await files.page(owner="ann", limit=5)).items == (kept,)


async def test_the_quota_holds_against_many_at_once(files: Files) -> None:
    outcomes = await asyncio.gather(*(files.add(a_file()) for _ in range(20)), return_exceptions=True)
    assert sum(outcome is None for outcome in outcomes) == ROOM.count
    assert {type(outcome) for outcome in outcomes if outcome is not None} == {QuotaExceeded}
    await files.add(a_file(owner="bob"))
    with pytest.raises(QuotaExceeded, match="Delete some first"):
        await files.check_room(901, owner="bob")
    await files.check_room(900, owner="bob")
