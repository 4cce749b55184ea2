"""Webhooks: the end of a task is told to an address that its owner has named, signed, at least once.

What is owed stands in the store since the transaction that ended the task, so neither a crash nor a restart forgets it.
The sender sleeps until a task ends or something is due. A try succeeds when the receiver answers 2xx; anything else, a
redirect too, is a failure. The second try comes `backoff_s` after the first, and each further pause is twice as long, up
to `MAX_PAUSE_S`; after `MAX_TRIES` tries (with the default backoff: about a day), or when the receiver answers 410 Gone,
the delivery is given up. Of one owner at most `MAX_POSTS_PER_OWNER` posts are under way, so a slow receiver holds up
nobody else's.

Signed as Standard Webhooks 1.0.0 describes (standardwebhooks.com): ``webhook-id`` is the delivery's id and the same for
every try, ``webhook-timestamp`` the seconds since 1970 at the try, and ``webhook-signature`` is ``v1,`` and the base64 of
the HMAC-SHA256 of ``id.timestamp.body``.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import hmac
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import structlog

from paintover.domain.errors import BadRequest, FetchError, StoreFailed
from paintover.domain.task import Task, Webhook
from paintover.intake.addresses import Network
from paintover.intake.post import Poster, read_destination
from paintover.store.tasks import Tasks
from paintover.store.webhooks import Deliveries, Delivery

MAX_TRIES = 16
MAX_PAUSE_S = 6 * 3600.0
MAX_POSTS = 16
MAX_POSTS_PER_OWNER = 4
STOP_GRACE_S = 2.0
"""How long posts that are under way may go on when the server stops; one that is cut off is sent again."""
STORE_PAUSE_S = 5.0
"""How long to wait when the store cannot be used."""
MAX_SECRET_CHARACTERS = 256
SECRET_PREFIX = "whsec_"

_GONE = "410"
_NO_TASK = "no_task"
_EPOCH = datetime.fromtimestamp(0, UTC)

log = structlog.get_logger()


def signing_key(secret: str) -> bytes:
    """The key that a secret stands for: what ``whsec_`` is followed by, as base64, or else the secret's own bytes.

    Raises:
        BadRequest: it is empty or too long, or what follows ``whsec_`` is no base64.
    """
    if not 0 < len(secret) <= MAX_SECRET_CHARACTERS:
        raise BadRequest(f"A webhook's secret has 1 to {MAX_SECRET_CHARACTERS} characters.", param="webhook")
    try:
        if not secret.startswith(SECRET_PREFIX):
            return secret.encode()
        key = base64.b64decode(secret.removeprefix(SECRET_PREFIX), validate=True)
    except (binascii.Error, ValueError) as exc:
        raise BadRequest(
            "After 'whsec_' a webhook's secret is base64; leave the prefix out to use it as it is.",
            param="webhook",
        ) from exc
    if not key:
        raise BadRequest("After 'whsec_' a webhook's secret must not be empty.", param="webhook")
    return key


def signature(secret: str, delivery_id: str, timestamp: int, body: bytes) -> str:
    """The value of the ``webhook-signature`` header.

    Raises:
        BadRequest: as `signing_key`.
    """
    mac = hmac.digest(signing_key(secret), f"{delivery_id}.{timestamp}.".encode() + body, hashlib.sha256)
    return "v1," + base64.b64encode(mac).decode()


def check_webhook(webhook: Webhook, allow: Sequence[Network]) -> None:
    """Refuse a webhook that could never be told, as far as its text says. `allow` is as for `Poster`.

    Raises:
        BadRequest: its address is spelled wrong or may not be posted to, or its secret cannot sign.
    """
    try:
        read_destination(webhook.url, allow)
    except FetchError as exc:
        raise BadRequest(f"The webhook's url cannot be used. {exc.message}", param="webhook") from exc
    signing_key(webhook.secret)


def pause_s(tries: int, backoff_s: float) -> float:
    """The pause after so many tries in vain, in seconds."""
    return min(backoff_s * 2.0 ** (tries - 1), MAX_PAUSE_S)


class WebhookSender:
    """Sends what is owed. One process sends for a store."""

    def __init__(
        self,
        *,
        deliveries: Deliveries,
        tasks: Tasks,
        poster: Poster,
        show: Callable[[Task], Mapping[str, Any]],
        backoff_s: float,
    ) -> None:
        """`show` makes JSON of a task, the same that its owner sees elsewhere."""
        self._deliveries = deliveries
        self._tasks = tasks
        self._poster = poster
        self._show = show
        self._backoff_s = backoff_s
        self._posts: dict[str, asyncio.Task[None]] = {}
        self._of_owner: Counter[str] = Counter()
        self._broken: set[str] = set()
        self._news = asyncio.Event()
        self._loop: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to send, first of all what an earlier process still owed."""
        self._loop = asyncio.create_task(self._work(), name="webhooks")

    def wake(self) -> None:
        """A task has ended: look what is owed."""
        self._news.set()

    async def aclose(self) -> None:
        """Begin nothing more, give what is under way a moment to end, and cut off the rest."""
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.gather(self._loop, return_exceptions=True)
        if posts := list(self._posts.values()):
            await asyncio.wait(posts, timeout=STOP_GRACE_S)
            for post in posts:
                post.cancel()
            await asyncio.gather(*posts, return_exceptions=True)

    async def _work(self) -> None:
        while True:
            self._news.clear()
            try:
                wait_s = await self._begin_due()
            except StoreFailed as exc:
                log.error("webhooks not read", code=exc.code, message=exc.message)
                wait_s = STORE_PAUSE_S
            try:
                async with asyncio.timeout(wait_s):
                    await self._news.wait()
            except TimeoutError:
                continue

    async def _begin_due(self) -> float | None:
        """Begin as many posts as there may be; how many seconds to sleep then, or None: until there is news."""
        if not self._posts and await self._deliveries.next_due(_EPOCH) is None:
            # As at every end of a task on a server without webhooks.
            return None
        # One moment for both questions, so that nothing falls between them.
        now = datetime.now(UTC)
        while room := MAX_POSTS - len(self._posts):
            busy = [owner for owner, count in self._of_owner.items() if count >= MAX_POSTS_PER_OWNER]
            due = await self._deliveries.due(
                now, limit=room, except_ids=[*self._posts, *self._broken], except_owners=busy
            )
            if not due:
                break
            for delivery in due:
                self._begin(delivery)
        # What is due already waits for a post to end, which is news.
        coming = await self._deliveries.next_due(now)
        return None if coming is None else max(0.0, (coming - datetime.now(UTC)).total_seconds())

    def _begin(self, delivery: Delivery) -> None:
        def ended(post: asyncio.Task[None]) -> None:
            del self._posts[delivery.delivery_id]
            self._of_owner[delivery.owner] -= 1
            if not self._of_owner[delivery.owner]:
                del self._of_owner[delivery.owner]
            if not post.cancelled() and (bug := post.exception()) is not None:
                # Left to the next start, since here it would break again at once, and for ever.
                self._broken.add(delivery.delivery_id)
                log.error("webhook broke", delivery_id=delivery.delivery_id, exc_info=bug)
            self._news.set()

        post = self._posts[delivery.delivery_id] = asyncio.create_task(self._deliver(delivery))
        self._of_owner[delivery.owner] += 1
        post.add_done_callback(ended)

    async def _deliver(self, delivery: Delivery) -> None:
        """One try, and what follows from it."""
        try:
            trouble = await self._post(delivery)
            now = datetime.now(UTC)
            if trouble is None:
                await self._deliveries.delivered(delivery.delivery_id, now)
                return
            tries = delivery.tries + 1
            is_last = trouble in (_GONE, _NO_TASK) or tries >= MAX_TRIES
            log.info(
                "webhook not delivered",
                delivery_id=delivery.delivery_id,
                task_id=delivery.task_id,
                tries=tries,
                trouble=trouble,
                given_up=is_last,
            )
            if is_last:
                await self._deliveries.give_up(delivery.delivery_id)
            else:
                until = now + timedelta(seconds=pause_s(tries, self._backoff_s))
                await self._deliveries.postpone(delivery.delivery_id, until)
        except StoreFailed as exc:
            # Not written down, so it stays due: better told twice than not at all, but not in a tight loop.
            log.error("webhook not recorded", delivery_id=delivery.delivery_id, code=exc.code)
            await asyncio.sleep(STORE_PAUSE_S)

    async def _post(self, delivery: Delivery) -> str | None:
        """Post the task's end once; None when it was taken, else why not: a status, or an error's code."""
        task = await self._tasks.get(delivery.task_id, owner=delivery.owner)
        if task is None:
            return _NO_TASK
        body = _event(task, self._show(task))
        timestamp = int(datetime.now(UTC).timestamp())
        try:
            headers = {
                "webhook-id": delivery.delivery_id,
                "webhook-timestamp": str(timestamp),
                "webhook-signature": signature(
                    delivery.webhook.secret, delivery.delivery_id, timestamp, body
                ),
            }
            status = await self._poster.post(delivery.webhook.url, body, headers)
        except (FetchError, BadRequest) as exc:
            return exc.code
        return None if 200 <= status < 300 else str(status)


def _event(task: Task, shown: Mapping[str, Any]) -> bytes:
    """The body: the same bytes for every try."""
    ended_at = task.finished_at or task.created_at
    return msgspec.json.encode({"type": f"task.{task.state}", "timestamp": ended_at, "data": shown})
