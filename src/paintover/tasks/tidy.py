"""What is cleared away while the server runs: files without a record, once, and idempotency keys that have expired."""

from __future__ import annotations

import asyncio

import structlog

from paintover.domain.errors import StoreFailed
from paintover.store.blobs import Blobs
from paintover.store.generations import Generations
from paintover.store.tasks import Tasks

KEYS_EVERY_S = 3600.0

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
