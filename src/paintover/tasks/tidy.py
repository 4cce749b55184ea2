"""What is cleared away while the server runs: picture files without a record, once; idempotency keys and uploaded files
that have expired, now and then."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import structlog

from paintover.domain.errors import StoreFailed
from paintover.store.blobs import Blobs
from paintover.store.files import Files
from paintover.store.generations import Generations
from paintover.store.tasks import Tasks

KEYS_EVERY_S = 3600.0
FILES_EVERY_S = 300.0
FILES_GRACE = timedelta(minutes=10)
"""How long the bytes of an uploaded file outlive it: longer than anybody is in the middle of keeping the same bytes."""

log = structlog.get_logger()


async def sweep(blobs: Blobs, generations: Generations) -> int:
    """Remove the picture files that a killed process wrote and did not live to record; how many there were. One that
    fails is logged and left to the next start: nobody waits for it."""
    try:
        swept = await blobs.sweep(generations.recorded)
    except StoreFailed as exc:
        log.error("files not swept", code=exc.code, message=exc.message)
        return 0
    if swept:
        log.info("files swept", count=swept)
    return swept


async def forget_keys(tasks: Tasks) -> None:
    """Drop expired idempotency keys, now and then, until cancelled."""
    while True:
        try:
            await tasks.forget_keys()
        except StoreFailed as exc:
            log.error("keys not forgotten", code=exc.code, message=exc.message)
        await asyncio.sleep(KEYS_EVERY_S)


async def forget_files(files: Files, blobs: Blobs, generations: Generations) -> None:
    """Remove the bytes of deleted pictures, and uploaded files that were deleted or have expired, now and then, until cancelled."""
    while True:
        try:
            await forget_files_once(files, blobs, generations, before=datetime.now(UTC) - FILES_GRACE)
        except StoreFailed as exc:
            log.error("files not forgotten", code=exc.code, message=exc.message)
        await asyncio.sleep(FILES_EVERY_S)


async def forget_files_once(files: Files, blobs: Blobs, generations: Generations, *, before: datetime) -> int:
    """Drop the records of files that were gone by then, and their bytes and those of deleted pictures where no other record needs them; how many bytes'
    files were removed. What a crash in between leaves is swept by the next start.

    Raises:
        StoreFailed: the database or the folder cannot be written.
    """
    digests = sorted({*await files.forget(before), *await generations.forget_bytes(before)})
    needed = await generations.recorded(digests) if digests else frozenset()
    removed = 0
    for digest in digests:
        if digest not in needed:
            removed += await blobs.discard(digest, last_put_before=before.timestamp())
    return removed
