"""Small copies of kept pictures, for whoever shows many of them at once.

A copy is a pure function of the picture's bytes and the side asked for, so it is made when somebody first looks and
kept in memory within bounds; nothing of it is on the disk. However many ask at once, each copy is made once, and only
a few are made at the same time.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from paintover.tasks.encoding import thumbnail

SIDES = (160, 320, 640)
"""The longest sides, in pixels, that copies are made with. No others, so that nobody can ask for thousands."""
MOST_BYTES = 32 * 2**20
"""How much is kept: some 3,000 copies of 320 pixels."""
_AT_ONCE = 2


class Thumbnails:
    """Makes small copies and remembers those that were asked for last. Only for the event loop's thread."""

    def __init__(self, read: Callable[[str], Awaitable[bytes]], *, most_bytes: int = MOST_BYTES) -> None:
        """`read` loads a picture's bytes by their digest."""
        self._read = read
        self._most_bytes = most_bytes
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._kept_bytes = 0
        self._making: dict[tuple[str, int], asyncio.Task[bytes]] = {}
        self._turns = asyncio.Semaphore(_AT_ONCE)

    async def get(self, digest: str, media_type: str, *, side: int) -> bytes:
        """A WebP of the picture, at most `side` pixels each way and never larger than the picture is.

        Raises:
            StoreFailed: the picture's bytes cannot be read, or are no picture.
            ValueError: copies of that side are not made.
        """
        if side not in SIDES:
            raise ValueError(f"Small copies have a side of {', '.join(map(str, SIDES))}.")
        name = digest, side
        if name in self._kept:
            self._kept.move_to_end(name)
            return self._kept[name]
        making = self._making.get(name)
        if making is None:
            making = self._making[name] = asyncio.create_task(self._made(digest, media_type, side))
            making.add_done_callback(lambda done: self._end(name, done))
        # Whoever gives up waiting does not take the copy from the others.
        return await asyncio.shield(making)

    def forget(self, digest: str) -> None:
        """Drop all copies of a picture whose bytes are gone."""
        for side in SIDES:
            self._kept_bytes -= len(self._kept.pop((digest, side), b""))

    async def _made(self, digest: str, media_type: str, side: int) -> bytes:
        async with self._turns:
            image = await self._read(digest)
            return await asyncio.to_thread(thumbnail, image, media_type, side=side)

    def _end(self, name: tuple[str, int], done: asyncio.Task[bytes]) -> None:
        del self._making[name]
        if done.cancelled() or done.exception() is not None:
            return
        self._kept[name] = done.result()
        self._kept_bytes += len(done.result())
        while self._kept_bytes > self._most_bytes:
            _, oldest = self._kept.popitem(last=False)
            self._kept_bytes -= len(oldest)
