"""The drawing desk: accepts tasks, runs them, and lets people watch and cancel.

Acceptance is durable before it is told to anybody. Whoever asked may leave; the task goes on and its pictures are kept.
What was queued or running when the process died is taken up again by the next start. The rules of who may write what
are in docs/decisions/0004-durable-tasks.md.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from weakref import WeakValueDictionary

import structlog

from paintover.domain.call import Call, Evidence, Language
from paintover.domain.errors import Draining, EngineFailed, NotFound, PaintoverError
from paintover.domain.events import NUMBERS_PER_ATTEMPT, Finished, NumberedEvent, Queued, Started
from paintover.domain.ids import new_task_id
from paintover.domain.task import TOO_MANY_CRASHES, Task, TaskGlance, TaskState, TrailStep, Webhook
from paintover.domain.usage import KEY_ID
from paintover.engines.protocol import Engine
from paintover.store.tasks import IdempotencyKey, Tasks
from paintover.tasks.attempt import Attempt, FencedOffError
from paintover.tasks.feed import Feed
from paintover.tasks.keep import Keeper
from paintover.tasks.lanes import LaneLength, Lanes
from paintover.tasks.moderation import Moderator
from paintover.tasks.restore import Restorer

CANCELLED = Finished(TaskState.CANCELLED, "cancelled", "The task was cancelled. Send it again to draw it.")
STOPPED_BY_OPERATOR = Finished(
    TaskState.CANCELLED,
    "cancelled",
    "Who runs this server has stopped the task. Ask them why, or send it again.",
)
WAITED_TOO_LONG = Finished(
    TaskState.FAILED, "deadline_exceeded", "The task waited too long in the queue. Send it again."
)
DREW_TOO_LONG = Finished(
    TaskState.FAILED, "deadline_exceeded", "Drawing took too long and was stopped. Ask for something simpler."
)
BROKE = Finished(
    TaskState.FAILED,
    EngineFailed.code,
    "The engine broke while drawing. Try again; the error has been recorded.",
)
GAVE_UP = Finished(
    TaskState.FAILED,
    TOO_MANY_CRASHES,
    "The server broke down each time it drew this, so it was given up. Ask for something else, and tell who runs the "
    "server: the task's id stands in its log.",
)
REJOIN_GRACE_S = 0.3
"""How long an identical request waits for the end of a connection that may already be dead."""
MAX_BACKOFF_S = 60.0
MAX_DOUBLINGS = 16

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLimits:
    """How much the desk takes on, and how patient it is."""

    workers: int = 2
    queue: int = 4096
    owner_queue: int = 60
    task_timeout_s: float = 300.0
    queue_timeout_s: float = 3600.0
    attempts: int = 3
    backoff_s: float = 1.0
    """Before the second attempt; doubled before each further one."""
    rejoin_window_s: float = 600.0
    crashes: int = 3
    """How many attempts at a task may end with the whole process. The last of them runs alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Everything about a request that its task must remember."""

    call: Call
    owner: str
    trail: tuple[TrailStep, ...] = ()
    evidence: Evidence | None = None
    language: Language = "zh"
    model: str = ""
    priority: int = 0
    body_digest: str | None = None
    webhook: Webhook | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How much there is to do just now."""

    waiting: int
    running: tuple[str, ...]
    """The ids of the tasks that are being drawn."""
    paused: int
    """Tasks that have failed and are tried again in a moment."""
    workers: int
    limit: int
    """How many may wait."""
    owners: tuple[LaneLength, ...]
    """Those who have something waiting or running, who has most first."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What has become of a request that came before."""

    feed: Feed | None = None
    """Its task's, which is to be told (again)."""
    listened: tuple[Feed, ...] = ()
    """Without a feed to tell: the tasks of the same bytes whose answers somebody seems to be reading just now."""

    async def deserted(self) -> Feed | None:
        """The first that is left before its answer was delivered whole; None when none is within `REJOIN_GRACE_S`.

        All who wait get the same one: they have seen the same connection die.
        """
        until = asyncio.get_running_loop().time() + REJOIN_GRACE_S
        leaving = {asyncio.ensure_future(feed.deserted()): feed for feed in self.listened}
        pending = set(leaving)
        try:
            while pending:
                left_s = until - asyncio.get_running_loop().time()
                done, pending = await asyncio.wait(
                    pending, timeout=left_s, return_when=asyncio.FIRST_COMPLETED
                )
                for wait in done:
                    if not leaving[wait].is_delivered:
                        return leaving[wait]
                if not done:
                    return None
            return None
        finally:
            for wait in pending:
                wait.cancel()


class Desk:
    """Owns the workers and the feeds of this process."""

    def __init__(
        self,
        *,
        tasks: Tasks,
        keeper: Keeper,
        restorer: Restorer,
        moderator: Moderator,
        engine: Engine,
        limits: DeskLimits,
        on_end: Callable[[], None] = lambda: None,
    ) -> None:
        """`on_end` is called whenever the end of a task has been written down."""
        self._on_end = on_end
        self._tasks = tasks
        self._keeper = keeper
        self._restorer = restorer
        self._moderator = moderator
        self._engine = engine
        self._limits = limits
        self._lanes = Lanes(limit=limits.queue, owner_limit=limits.owner_queue)
        self._feeds: dict[str, Feed] = {}
        """Of all tasks that wait or run here."""
        self._told: WeakValueDictionary[str, Feed] = WeakValueDictionary()
        """Those, and of finished tasks those that somebody still reads."""
        self._drawing: dict[str, asyncio.Task[Finished]] = {}
        self._workers: list[asyncio.Task[None]] = []
        self._failed: Counter[str] = Counter()
        self._retries: set[asyncio.TimerHandle] = set()
        self._is_clear = asyncio.Event()
        """Set when nothing has to be drawn alone (any more)."""
        self._is_draining = False
        self._is_closed = False

    async def start(self) -> None:
        """Take up what an earlier process left unfinished, then begin to work.

        A task that may be what has killed the server is drawn alone before anything else, so that none that was only
        drawn beside it is given up in its place.
        """
        broken_off, suspects = await self._tasks.broken_off(), []
        for task in await self._tasks.unfinished():
            crashes = broken_off.get(task.task_id, 0)
            if crashes >= self._limits.crashes:
                log.error("task given up, the server died of it", task_id=task.task_id, crashes=crashes)
                await self._stop(task.task_id, task.owner, GAVE_UP)
                continue
            feed = self._feeds[task.task_id] = self._told[task.task_id] = Feed(task, is_whole=False)
            if crashes and crashes == self._limits.crashes - 1:
                suspects.append(feed)
            else:
                self._lanes.put(task)
        self._workers = [asyncio.create_task(self._work_alone(suspects), name="desk-0")]
        self._workers += [
            asyncio.create_task(self._work(), name=f"desk-{number}")
            for number in range(1, self._limits.workers)
        ]

    async def drain(self, grace_s: float) -> None:
        """Accept and begin nothing more; give what runs `grace_s` to end, then hand it back. Whoever still listens is
        told to come again."""
        self._is_draining = True
        self._lanes.close()
        if self._workers:
            await asyncio.wait(self._workers, timeout=grace_s)
        await self.aclose()

    async def aclose(self) -> None:
        """Stop the workers. What they were drawing waits in the store for the next start."""
        self._is_draining = self._is_closed = True
        for timer in self._retries:
            timer.cancel()
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)
        self._workers = []
        for feed in self._feeds.values():
            feed.part()

    @property
    def is_ready(self) -> bool:
        """Whether a task that is accepted now would be run."""
        return not self._is_draining and bool(self._workers) and not any(one.done() for one in self._workers)

    async def accept(self, wish: Wish, idempotency: IdempotencyKey | None = None) -> Feed:
        """`accept_all` of a single wish."""
        return (await self.accept_all([wish], idempotency))[0]

    async def accept_all(
        self, wishes: Sequence[Wish], idempotency: IdempotencyKey | None = None
    ) -> list[Feed]:
        """Make each wish of one request a task, in order; the first stands for the request, and for its key. When this
        returns, all of them are on disk; when it raises, none is. A known idempotency key gives its own tasks.

        Raises:
            Busy: the queue has no room for them, or the owner's share of it.
            Draining: the server is about to stop.
            Conflict: the idempotency key stands for another request.
            StoreFailed: the tasks cannot be written.
        """
        if self._is_draining:
            raise Draining("The server is about to restart. Try again in a few seconds.", retry_after_s=5)
        owner = wishes[0].owner
        first = self._task(wishes[0])
        tasks = [first]
        for place, wish in enumerate(wishes[1:], 1):
            tasks.append(self._task(replace(wish, body_digest=_digest_beside(first.task_id, place))))
        queued = NumberedEvent(1, Queued())
        with self._lanes.room_for(owner, len(tasks)):
            # Known from now on, so that whoever finds the record finds its feed too.
            feeds = [Feed(task, [queued]) for task in tasks]
            for task, feed in zip(tasks, feeds, strict=True):
                self._feeds[task.task_id] = self._told[task.task_id] = feed
            accepted = None
            try:
                accepted = await self._tasks.accept(first, queued, idempotency, tasks[1:])
            finally:
                if accepted != first.task_id:
                    for task in tasks:
                        del self._feeds[task.task_id]
        if accepted != first.task_id:
            return await self.with_those_beside(await self.feed(accepted, owner=owner), owner=owner)
        for task, feed in zip(tasks, feeds, strict=True):
            self._lanes.put(task)
            if self._is_closed:
                feed.part()
        return feeds

    async def with_those_beside(self, feed: Feed, *, owner: str) -> list[Feed]:
        """The feed of a request's first task, and those of the tasks that were accepted beside it."""
        feeds = [feed]
        while True:
            beside = await self._tasks.of_digest(_digest_beside(feed.task_id, len(feeds)), owner=owner)
            if not beside:
                return feeds
            feeds.append(await self.feed(beside[0], owner=owner))

    async def earlier(self, *, owner: str, body_digest: str, idempotency: IdempotencyKey | None) -> Earlier:
        """What has become of this very request, if it came before.

        Raises:
            Conflict: the idempotency key stands for another request.
        """
        if idempotency is not None:
            known = await self._tasks.of_key(idempotency, owner=owner)
            return Earlier() if known is None else Earlier(await self.feed(known, owner=owner))
        since = datetime.now(UTC) - timedelta(seconds=self._limits.rejoin_window_s)
        listened = []
        for task_id in await self._tasks.of_body(body_digest, owner=owner, since=since):
            told = self._told.get(task_id)
            if told is not None and told.listeners:
                listened.append(told)
            # Asked anew: whoever listened may have had the whole answer, and gone, since the first look.
            elif task_id in await self._tasks.of_body(body_digest, owner=owner, since=since):
                return Earlier(await self.feed(task_id, owner=owner))
        # Who has several answers to the very same words open wants several pictures.
        return Earlier(listened=tuple(listened) if len(listened) == 1 else ())

    async def feed(self, task_id: str, *, owner: str) -> Feed:
        """The feed of the owner's task: live while it waits or runs here, else from its log.

        Raises:
            NotFound: there is no such task, or it is not the owner's.
        """
        feed = self._feeds.get(task_id)
        if feed is None or feed.task.owner != owner:
            task = await self._tasks.get(task_id, owner=owner)
            if task is None:
                raise NotFound("There is no such task.", param="task_id")
            feed = self._told.get(task_id) or Feed(task, is_whole=False)
            self._told[task_id] = feed
        if not feed.is_whole:
            feed.load(await self._tasks.events(task_id))
        if self._feeds.get(task_id) is not feed:
            # Nothing more can come from here: the task is over, or another process has it.
            feed.part()
        return feed

    def place(self, task_id: str) -> int | None:
        """The task's place in the queue, from 1; None when it does not wait here."""
        return self._lanes.place(task_id)

    def standing(self) -> Standing:
        """How much waits and runs, and whose it is."""
        return Standing(
            waiting=len(self._lanes),
            running=tuple(self._drawing),
            paused=len(self._retries),
            workers=self._limits.workers,
            limit=self._limits.queue,
            owners=tuple(self._lanes.lengths()),
        )

    async def stop_for_operator(self, task_id: str) -> TaskGlance:
        """Stop anybody's task; one that is over stays as it is. Returns it as it is afterwards.

        Raises:
            NotFound: there is no such task.
        """
        if (task := await self._tasks.glance(task_id)) is not None:
            await self._stop(task_id, task.owner, STOPPED_BY_OPERATOR)
            task = await self._tasks.glance(task_id)
        if task is None:
            raise NotFound("There is no such task.", param="task_id")
        return task

    async def cancel(self, task_id: str, *, owner: str) -> Task:
        """Stop the owner's task, wherever it is; one that is over stays as it is. Returns it as it is afterwards.

        Raises:
            NotFound: there is no such task, or it is not the owner's.
        """
        await self._stop(task_id, owner, CANCELLED)
        task = await self._tasks.get(task_id, owner=owner)
        if task is None:
            raise NotFound("There is no such task.", param="task_id")
        return task

    async def _stop(self, task_id: str, owner: str, event: Finished) -> None:
        """End a task from outside its attempt, whether it waits, is drawn, or is between two attempts."""
        end = await self._tasks.stop(task_id, owner=owner, event=event)
        if end is None:
            return
        if (feed := self._feeds.get(task_id)) is not None:
            feed.publish(end)
        self._on_end()
        if (drawing := self._drawing.get(task_id)) is not None:
            drawing.cancel()
        else:
            self._lanes.drop(task_id)
            self._feeds.pop(task_id, None)
            self._failed.pop(task_id, None)

    def _task(self, wish: Wish) -> Task:
        call = wish.call if wish.call.seed is not None else replace(wish.call, seed=secrets.randbelow(2**31))
        return Task(
            task_id=new_task_id(),
            owner=wish.owner,
            state=TaskState.QUEUED,
            call=call,
            engine=self._engine.name,
            created_at=datetime.now(UTC),
            trail=wish.trail,
            evidence=wish.evidence,
            language=wish.language,
            model=wish.model,
            priority=wish.priority,
            body_digest=wish.body_digest,
            webhook=wish.webhook,
            key_id=KEY_ID.get(),
        )

    async def _work_alone(self, suspects: list[Feed]) -> None:
        for feed in suspects:
            # It may have been cancelled meanwhile.
            if not feed.is_over and not self._is_draining:
                log.warning("task drawn alone, the server may have died of it", task_id=feed.task_id)
                await self._attend(feed)
        self._is_clear.set()
        await self._work()

    async def _work(self) -> None:
        await self._is_clear.wait()
        while (task := await self._lanes.take()) is not None:
            try:
                await self._attend(self._feeds[task.task_id])
            finally:
                self._lanes.free(task.owner)

    async def _attend(self, feed: Feed) -> None:
        """One attempt, and what follows from it for this process."""
        task = feed.task
        try:
            with structlog.contextvars.bound_contextvars(task_id=task.task_id):
                await self._run(feed)
        except PaintoverError as exc:
            # The store has failed and the task's record is behind: another attempt picks it up from there.
            log.error("attempt not recorded", task_id=task.task_id, code=exc.code, message=exc.message)
            self._retry_later(feed, exc)
        finally:
            if feed.is_over:
                self._feeds.pop(task.task_id, None)
                self._failed.pop(task.task_id, None)

    async def _run(self, feed: Feed) -> None:
        """One attempt, to whatever end."""
        task = feed.task
        waited = datetime.now(UTC) - task.created_at
        if task.attempts == 0 and waited > timedelta(seconds=self._limits.queue_timeout_s):
            await self._stop(task.task_id, task.owner, WAITED_TOO_LONG)
            return
        number = await self._tasks.start(task.task_id)
        if number is None:
            await self._catch_up(feed)
            return
        feed.publish(NumberedEvent(number * NUMBERS_PER_ATTEMPT, Started()))
        if feed.end is not None:
            # It was cancelled after its start was written down and before this was known here.
            return
        attempt = Attempt(
            feed,
            number,
            tasks=self._tasks,
            keeper=self._keeper,
            restorer=self._restorer,
            moderator=self._moderator,
            engine=self._engine,
        )
        drawing = self._drawing[task.task_id] = asyncio.create_task(attempt.draw())
        try:
            done, _ = await asyncio.wait({drawing}, timeout=self._limits.task_timeout_s)
            end = self._end_of(drawing, feed) if done else DREW_TOO_LONG
        except asyncio.CancelledError:
            # This worker is being stopped: the task waits for the next start.
            await _stopped(drawing)
            await attempt.hand_back()
            raise
        finally:
            del self._drawing[task.task_id]
        await _stopped(drawing)
        if isinstance(end, Finished):
            await attempt.finish(end)
            self._on_end()
        elif end is not None:
            await attempt.hand_back()
            self._retry_later(feed, end)
        else:
            await self._catch_up(feed)

    async def _catch_up(self, feed: Feed) -> None:
        """Somebody else has ended the task, or has it now: tell what the log says, and that no more comes from here."""
        feed.load(await self._tasks.events(feed.task_id))
        if feed.end is None:
            feed.part()

    def _end_of(self, drawing: asyncio.Task[Finished], feed: Feed) -> Finished | PaintoverError | None:
        """How a drawing that is over ends the attempt: with an end, with an error that may pass (it is tried again), or
        with nothing more to say, since its owner has cancelled it."""
        # Attempts that this process has seen fail: one that ended with its process says nothing about the task.
        tried = self._failed[feed.task_id] + 1
        if drawing.cancelled():
            # Without an end that others have written it is the engine that has cancelled itself.
            return BROKE if feed.end is None else None
        match drawing.exception():
            case None:
                return drawing.result()
            case FencedOffError():
                return None
            case PaintoverError() as error if error.may_pass and tried < self._limits.attempts:
                log.info("attempt failed, trying again", tried=tried, code=error.code, message=error.message)
                return error
            case PaintoverError() as error:
                log.info("task failed", tried=tried, code=error.code, message=error.message)
                return Finished(TaskState.FAILED, error.code, error.message)
            case bug:
                # The one boundary behind which an engine's bug must not stop the server.
                log.error("engine broke", exc_info=bug)
                return BROKE

    def _retry_later(self, feed: Feed, error: PaintoverError) -> None:
        wait_s = error.retry_after_s or self._limits.backoff_s * 2 ** min(
            self._failed[feed.task_id], MAX_DOUBLINGS
        )
        self._failed[feed.task_id] += 1

        def again() -> None:
            self._retries.discard(timer)
            if not feed.is_over:
                self._lanes.put(feed.task)

        timer = asyncio.get_running_loop().call_later(min(wait_s, MAX_BACKOFF_S), again)
        self._retries.add(timer)


def _digest_beside(task_id: str, place: int) -> str:
    """What stands for the body of a request's further tasks: found again by its first."""
    return hashlib.sha256(f"{task_id}:{place}".encode()).hexdigest()


async def _stopped(drawing: asyncio.Task[Finished]) -> None:
    """Make sure that the engine has let go."""
    drawing.cancel()
    await asyncio.gather(drawing, return_exceptions=True)
