"""What every surface that draws does before it plans: read the body, count the owner's open answers, and find the task
that a request already is."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar
from weakref import WeakValueDictionary

from starlette.types import Receive

from paintover.api.sse import ClientLeftError
from paintover.domain.errors import BadRequest, Busy
from paintover.store.tasks import IdempotencyKey, Tasks
from paintover.tasks.desk import Desk
from paintover.tasks.feed import Feed

MAX_KEY_CHARACTERS = 255

Answer = TypeVar("Answer")


class OpenAnswers:
    """How many answers each owner has open, and the most that one may have."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._open: Counter[str] = Counter()

    @contextmanager
    def one_more(self, owner: str) -> Iterator[None]:
        """Count one answer of `owner` for as long as the block runs.

        Raises:
            Busy: the owner has as many open as allowed.
        """
        if self._open[owner] >= self._most:
            raise Busy(
                f"You have {self._open[owner]} answers open. Let one of them end, or ask in the background.",
                retry_after_s=1,
            )
        self._open[owner] += 1
        try:
            yield
        finally:
            self._open[owner] -= 1
            if not self._open[owner]:
                del self._open[owner]


class Admission:
    """Lets a request in once: by its Idempotency-Key, or by its bytes when their first connection broke."""

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        self._desk = desk
        self._tasks = tasks
        self._accepting: WeakValueDictionary[tuple[str, str | None, str], asyncio.Lock] = (
            WeakValueDictionary()
        )

    async def task_or(
        self,
        made: Callable[[IdempotencyKey | None], Awaitable[Answer]],
        told: Callable[[Feed], Awaitable[Answer]],
        *,
        owner: str,
        body_digest: str,
        key: str | None,
    ) -> Answer:
        """What `told` makes of the task that this request already is, or else what `made` makes of it anew.

        `body_digest` is the body's SHA-256 in hexadecimal, `key` the Idempotency-Key header.

        Raises:
            BadRequest: the key is empty or too long.
        """
        if key is not None and not 0 < len(key) <= MAX_KEY_CHARACTERS:
            raise BadRequest(
                f"An Idempotency-Key has 1 to {MAX_KEY_CHARACTERS} characters.", param="Idempotency-Key"
            )
        idempotency = None if key is None else IdempotencyKey(key=key, body_digest=body_digest)
        # Of several equal requests the first is planned; the others find its task.
        lock = self._accepting.setdefault((owner, key, body_digest if key is None else ""), asyncio.Lock())
        async with lock:
            earlier = await self._desk.earlier(owner=owner, body_digest=body_digest, idempotency=idempotency)
            if earlier.feed is not None:
                return await told(earlier.feed)
            if not earlier.listened:
                return await made(idempotency)
        feed = await earlier.deserted()
        return await (made(idempotency) if feed is None else told(feed))

    def listen(self, feeds: Sequence[Feed], *, is_background: bool) -> Callable[[bool], Awaitable[None]]:
        """An answer begins to be told from these feeds. To be called at its end, with whether all of it was sent; in the
        background the tasks' ids are the whole answer."""
        for feed in feeds:
            feed.join()

        async def ended(is_whole: bool) -> None:
            try:
                for feed in feeds:
                    if is_whole and (is_background or feed.end is not None):
                        feed.is_delivered = True
                        await self._tasks.delivered(feed.task_id)
            finally:
                for feed in feeds:
                    feed.leave()

        return ended


async def whole_body(receive: Receive) -> bytes:
    """The request's body, whole.

    Raises:
        ClientLeftError: the client has gone before all of it came.
    """
    parts, more = [], True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientLeftError
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
    return b"".join(parts)
