"""One attempt at a task: restore its sources, drive the engine, keep what it paints, and log all of it."""

from __future__ import annotations

from contextlib import aclosing

from paintover.domain.errors import EngineFailed, PaintoverError
from paintover.domain.events import (
    NUMBERS_PER_ATTEMPT,
    Finished,
    HandedBack,
    Kept,
    NumberedEvent,
    Previewed,
    Progressed,
    Redrawn,
    TaskEvent,
)
from paintover.domain.task import Task, TaskState
from paintover.engines.protocol import Engine, Painted, Preview, Spoiled, StageDone, Work
from paintover.store.tasks import Tasks
from paintover.tasks.feed import Feed
from paintover.tasks.keep import Keeper
from paintover.tasks.restore import Restored, Restorer

RESTORE_SHARE = 40
"""The percentage up to which restoring may bring the progress."""


class FencedOffError(Exception):
    """The task was ended, or taken up again, by somebody else: this attempt has nothing more to say."""


class Attempt:
    """Attempt number `number` at the task of `feed`. What it tells is in the log before anybody hears of it."""

    def __init__(
        self, feed: Feed, number: int, *, tasks: Tasks, keeper: Keeper, restorer: Restorer, engine: Engine
    ) -> None:
        self._feed = feed
        self._task: Task = feed.task
        self._number = number
        self._next_event = number * NUMBERS_PER_ATTEMPT
        self._tasks = tasks
        self._keeper = keeper
        self._restorer = restorer
        self._engine = engine
        # An earlier attempt may have told higher percentages; what is told never falls.
        self._percent = max(
            (numbered.event.percent for numbered in feed.events if isinstance(numbered.event, Progressed)),
            default=self._task.progress,
        )
        self._phase = (0, RESTORE_SHARE)
        self._stage = "restore"

    async def draw(self) -> Finished:
        """Draw what is missing, and say how the task ends.

        Raises:
            PaintoverError: nothing (more) could be drawn.
            FencedOffError: somebody else has ended the task.
        """
        kept = await self._tasks.kept_places(self._task.task_id)
        if len(kept) == self._task.call.n:
            return Finished(TaskState.SUCCEEDED)
        restored = await self._restorer.restore(self._task, self._report)
        if restored.replayed:
            await self._note(Redrawn(restored.replayed, restored.unknown))
        self._phase = (self._percent, 99)
        spoiled = await self._paint(await self._work(restored, kept), restored)
        missing = self._task.call.n - len(await self._tasks.kept_places(self._task.task_id))
        if missing == self._task.call.n:
            raise spoiled or EngineFailed("The engine ended without a picture. Try again.")
        if missing:
            why = spoiled or EngineFailed("The engine drew fewer pictures than it was asked for. Try again.")
            return Finished(TaskState.SUCCEEDED, why.code, why.message)
        return Finished(TaskState.SUCCEEDED)

    async def finish(self, end: Finished) -> None:
        """Write the end down and tell it."""
        number = self._number_of_next()
        if await self._tasks.finish(self._task.task_id, self._number, number, end):
            self._feed.publish(NumberedEvent(number, end))

    async def hand_back(self) -> None:
        """Let the task wait again, and tell it."""
        number = self._number_of_next()
        if await self._tasks.hand_back(self._task.task_id, self._number, number):
            self._feed.publish(NumberedEvent(number, HandedBack()))

    async def _work(self, restored: Restored, kept: frozenset[int]) -> Work:
        call = self._task.call
        width, height = call.ratio.size()
        assert call.seed is not None
        sources = [await self._keeper.source(one, engine=self._engine) for one in restored.generations]
        return Work(
            task_id=self._task.task_id,
            prompt=call.prompt,
            ratio=call.ratio,
            width=width,
            height=height,
            n=call.n,
            seed=call.seed,
            language=self._task.language,
            sources=tuple(sources),
            kept=kept,
        )

    async def _paint(self, work: Work, restored: Restored) -> PaintoverError | None:
        """Drive the engine; the first error of a single picture, where the others went on."""
        spoiled: PaintoverError | None = None
        kept = set(work.kept)
        async with aclosing(self._engine.paint(work)) as events:
            async for event in events:
                match event:
                    case StageDone(stage, fraction):
                        self._stage = stage
                        await self._report(fraction)
                    case Preview(image, media_type):
                        self._feed.preview = Previewed(image, media_type)
                    case Painted(index, _) if index in range(work.n) and index not in kept:
                        await self._keep(event, restored)
                        kept.add(index)
                    case Spoiled(_, error):
                        spoiled = spoiled or error
        return spoiled

    async def _keep(self, painted: Painted, restored: Restored) -> None:
        task, number = self._task, self._number_of_next()
        generation = await self._keeper.painted(
            painted.picture,
            owner=task.owner,
            origin="drawn",
            engine=self._engine,
            prompt=task.call.prompt,
            ratio=task.call.ratio,
            sources=tuple(one.gen_id for one in restored.generations),
            task_id=task.task_id,
            batch_index=painted.index,
        )
        if not await self._tasks.keep(task.task_id, self._number, number, generation):
            raise FencedOffError
        self._feed.publish(NumberedEvent(number, Kept(generation)))

    async def _report(self, fraction: float) -> None:
        """A share of the present phase is done; told when it is a higher percentage than before."""
        start, end = self._phase
        percent = min(99, int(start + (end - start) * fraction))
        if percent > self._percent:
            self._percent = percent
            await self._note(Progressed(percent, self._stage))

    async def _note(self, event: TaskEvent) -> None:
        noted = NumberedEvent(self._number_of_next(), event)
        if not await self._tasks.note(self._task.task_id, self._number, noted):
            raise FencedOffError
        self._feed.publish(noted)

    def _number_of_next(self) -> int:
        self._next_event += 1
        return self._next_event
