"""The drawing desk: accepts tasks, runs them, and lets people watch.

Acceptance is durable before it is told to anybody. Whoever asked may leave; the task goes on and its pictures are
kept. What was queued or running when the process died is taken up again by the next start.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import aclosing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import structlog

from paintover.domain.call import Call, Evidence, Language
from paintover.domain.errors import Busy, EngineFailed, PaintoverError
from paintover.domain.events import Finished, Kept, Previewed, Progressed, Queued, Redrawn, Started
from paintover.domain.ids import new_task_id
from paintover.domain.task import Task, TaskState, TrailStep
from paintover.engines.protocol import Engine, Painted, Preview, StageDone, Work
from paintover.store.tasks import Tasks
from paintover.tasks.feed import Feed
from paintover.tasks.keep import Keeper
from paintover.tasks.restore import Restorer

RESTORE_SHARE = 40
"""The percentage up to which restoring may bring the progress."""

log = structlog.get_logger()


class Desk:
    """Owns the workers of this process."""

    def __init__(
        self,
        *,
        tasks: Tasks,
        keeper: Keeper,
        restorer: Restorer,
        engine: Engine,
        workers: int,
        queue_limit: int,
        task_timeout_s: float,
    ) -> None:
        self._tasks = tasks
        self._keeper = keeper
        self._restorer = restorer
        self._engine = engine
        self._worker_count = workers
        self._queue_limit = queue_limit
        self._task_timeout_s = task_timeout_s
        self._queue: asyncio.Queue[Task] = asyncio.Queue()
        self._feeds: dict[str, Feed] = {}
        self._workers: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Take up what an earlier process left unfinished, then begin to work."""
        for task in await self._tasks.unfinished():
            self._enqueue(task)
        self._workers = [
            asyncio.create_task(self._work(), name=f"desk-{number}") for number in range(self._worker_count)
        ]

    async def aclose(self) -> None:
        """Stop the workers. Running tasks stay unfinished in the store and are taken up by the next start."""
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)
        self._workers = []

    @property
    def is_ready(self) -> bool:
        """Whether a task that is accepted now would be run."""
        return bool(self._workers) and not any(worker.done() for worker in self._workers)

    async def accept(
        self,
        call: Call,
        *,
        owner: str,
        trail: tuple[TrailStep, ...] = (),
        evidence: Evidence | None = None,
        language: Language = "zh",
    ) -> Feed:
        """Make a call a task. When this returns, the task is on disk.

        Raises:
            Busy: the queue is full.
            StoreFailed: the task cannot be written.
        """
        if self._queue.qsize() >= self._queue_limit:
            raise Busy("The queue is full. Try again in a few seconds.", retry_after_s=5)
        if call.seed is None:
            call = replace(call, seed=secrets.randbelow(2**31))
        task = Task(
            task_id=new_task_id(),
            owner=owner,
            state=TaskState.QUEUED,
            call=call,
            engine=self._engine.name,
            created_at=datetime.now(UTC),
            trail=trail,
            evidence=evidence,
            language=language,
        )
        await self._tasks.accept(task)
        return self._enqueue(task)

    def feed(self, task_id: str) -> Feed | None:
        """The feed of a task that is queued or running in this process."""
        return self._feeds.get(task_id)

    def _enqueue(self, task: Task) -> Feed:
        feed = self._feeds[task.task_id] = Feed(task.task_id)
        self._queue.put_nowait(task)
        feed.publish(Queued(place=self._queue.qsize()))
        return feed

    async def _work(self) -> None:
        while True:
            task = await self._queue.get()
            with structlog.contextvars.bound_contextvars(task_id=task.task_id):
                await self._run(task, self._feeds[task.task_id])
            del self._feeds[task.task_id]

    async def _run(self, task: Task, feed: Feed) -> None:
        """Draw one task to its end, whatever that end is."""
        try:
            if not await self._tasks.start(task.task_id):
                return
            feed.publish(Started())
            async with asyncio.timeout(self._task_timeout_s):
                await self._draw(task, feed)
            finished = Finished(TaskState.SUCCEEDED)
        except PaintoverError as exc:
            log.info("task failed", code=exc.code, message=exc.message)
            finished = Finished(TaskState.FAILED, exc.code, exc.message)
        except TimeoutError:
            log.warning("task timed out", timeout_s=self._task_timeout_s)
            message = "Drawing took too long and was stopped. Ask for something simpler, or try again."
            finished = Finished(TaskState.FAILED, "deadline_exceeded", message)
        except Exception:
            log.exception("engine broke")
            message = "The engine broke while drawing. Try again; the error has been recorded."
            finished = Finished(TaskState.FAILED, EngineFailed.code, message)
        await self._finish(task, finished)
        feed.publish(finished)

    async def _finish(self, task: Task, finished: Finished) -> None:
        try:
            await self._tasks.finish(
                task.task_id,
                finished.state,
                error_code=finished.error_code,
                error_message=finished.error_message,
            )
        except PaintoverError as exc:
            # The record stays unfinished, so the next start takes the task up again.
            log.error("task's end not recorded", code=exc.code, message=exc.message)

    async def _draw(self, task: Task, feed: Feed) -> None:
        progress = _Progress(task, feed, self._tasks)
        with progress.phase(0, RESTORE_SHARE):
            restored = await self._restorer.restore(task, progress.report)
        if restored.replayed:
            feed.publish(Redrawn(restored.replayed))
        assert task.call.seed is not None
        width, height = task.call.ratio.size()
        work = Work(
            task_id=task.task_id,
            prompt=task.call.prompt,
            ratio=task.call.ratio,
            width=width,
            height=height,
            n=task.call.n,
            seed=task.call.seed,
            language=task.language,
            sources=tuple(
                [await self._keeper.source(one, engine=self._engine) for one in restored.generations]
            ),
        )
        painted = 0
        with progress.phase(progress.percent, 99):
            async with aclosing(self._engine.paint(work)) as events:
                async for event in events:
                    match event:
                        case StageDone(stage, fraction):
                            progress.stage = stage
                            await progress.report(fraction)
                        case Preview(image, media_type):
                            feed.publish(Previewed(image, media_type))
                        case Painted(index, picture):
                            painted += 1
                            # A picture that an earlier attempt kept is not kept twice.
                            if index >= len(task.gen_ids):
                                generation = await self._keeper.painted(
                                    picture,
                                    owner=task.owner,
                                    origin="drawn",
                                    engine=self._engine,
                                    prompt=task.call.prompt,
                                    ratio=task.call.ratio,
                                    sources=tuple(one.gen_id for one in restored.generations),
                                    task_id=task.task_id,
                                    batch_index=index,
                                )
                                await self._tasks.keep(task.task_id, generation)
                                feed.publish(Kept(generation))
        if painted < task.call.n:
            raise EngineFailed(f"The engine drew {painted} of {task.call.n} pictures. Try again.")


class _Progress:
    """Turns shares of phases into one strictly rising percentage, published and recorded."""

    def __init__(self, task: Task, feed: Feed, tasks: Tasks) -> None:
        self._task_id = task.task_id
        self._feed = feed
        self._tasks = tasks
        self._from, self._to = 0, 99
        self.percent = 0
        self.stage = "restore"

    @contextmanager
    def phase(self, start: int, end: int) -> Iterator[None]:
        """Within it, 0 and 1 of `report` mean `start` and `end` percent."""
        self._from, self._to = start, end
        yield

    async def report(self, fraction: float) -> None:
        percent = min(99, int(self._from + (self._to - self._from) * fraction))
        if percent > self.percent:
            self.percent = percent
            self._feed.publish(Progressed(percent, self.stage))
            await self._tasks.set_progress(self._task_id, percent)
