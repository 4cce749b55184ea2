"""One attempt at a task: restore its sources, drive the engine, keep what it paints, and log all of it."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import aclosing, suppress
from dataclasses import replace

import structlog

from paintover.domain.call import Call
from paintover.domain.errors import EngineFailed, PaintoverError, StoreFailed
from paintover.domain.events import (
    NUMBERS_PER_ATTEMPT,
    Finished,
    HandedBack,
    Kept,
    NumberedEvent,
    NumberedPreview,
    Previewed,
    Progressed,
    Redrawn,
    TaskEvent,
)
from paintover.domain.ratio import Ratio
from paintover.domain.task import Task, TaskState
from paintover.engines.protocol import Engine, Painted, Preview, Spoiled, StageDone, Work
from paintover.store.tasks import Tasks
from paintover.tasks.compositing import normalised
from paintover.tasks.feed import Feed
from paintover.tasks.finishing import Finish
from paintover.tasks.keep import Keeper
from paintover.tasks.moderation import Moderator
from paintover.tasks.restore import Restored, Restorer, used_by
from paintover.tasks.telling import whole_picture
from paintover.tasks.unchanged import unchanged

RESTORE_SHARE = 40
"""The percentage up to which restoring may bring the progress."""
MOST_PIXELS = 2048 * 2048
"""An engine is not asked for more where a masked source has more: its picture is then enlarged."""


log = structlog.get_logger()


class FencedOffError(Exception):
    """The task was ended, or taken up again, by somebody else: this attempt has nothing more to say."""


class Attempt:
    """Attempt number `number` at the task of `feed`. What it tells is in the log before anybody hears of it."""

    def __init__(
        self,
        feed: Feed,
        number: int,
        *,
        tasks: Tasks,
        keeper: Keeper,
        restorer: Restorer,
        moderator: Moderator,
        engine: Engine,
    ) -> None:
        self._feed = feed
        self._task: Task = feed.task
        self._number = number
        self._next_event = number * NUMBERS_PER_ATTEMPT
        self._tasks = tasks
        self._keeper = keeper
        self._restorer = restorer
        self._moderator = moderator
        self._engine: Engine = engine
        # An earlier attempt may have told higher percentages; what is told never falls.
        self._percent = max(
            (numbered.event.percent for numbered in feed.events if isinstance(numbered.event, Progressed)),
            default=self._task.progress,
        )
        self._phase = (0, RESTORE_SHARE)
        self._stage = "restore"
        self._unwritten: Exception | None = None
        """Why a note could not be written, until somebody hears of it."""
        self._notes: list[NumberedEvent] = []
        """What is to be noted next."""
        self._is_noting = False
        self._end: NumberedEvent | None = None
        """The task's end, where it was written with the last picture."""

    async def draw(self) -> Finished:
        """Draw what is missing, and say how the task ends.

        Raises:
            PaintoverError: nothing (more) could be drawn.
            FencedOffError: somebody else has ended the task.
        """
        # Before the first attempt nobody could keep anything.
        kept: frozenset[int] = frozenset()
        if self._number > 1:
            kept = await self._tasks.kept_places(self._task.task_id)
        if len(kept) == self._task.call.n:
            return Finished(TaskState.SUCCEEDED)
        call = self._task.call
        await self._moderator.words(call.prompt, level=call.moderation, language=self._task.language)
        restored = await self._restorer.restore(self._task, self._report)
        if restored.replayed:
            self._note(Redrawn(restored.replayed, restored.unknown))
        self._engine = unchanged(call, restored) or self._engine
        self._phase = (self._percent, 99)
        mask = await self._mask(restored)
        work = await self._work(restored, mask, kept)
        finish = Finish(
            output=call.output,
            language=self._task.language,
            source=work.sources[0] if mask else None,
            mask=mask,
            glances=call.glances,
        )
        work = replace(work, output=finish.wish)
        try:
            spoiled = await self._paint(work, finish, restored)
        except PaintoverError as error:
            if self._end is None:
                raise
            # All pictures are kept: what the engine still broke with matters to nobody but its operator.
            log.warning("engine failed after its last picture", code=error.code, message=error.message)
        if self._end is not None:
            return Finished(TaskState.SUCCEEDED)
        missing = self._task.call.n - len(await self._tasks.kept_places(self._task.task_id))
        if missing == self._task.call.n:
            raise spoiled or EngineFailed("The engine ended without a picture. Try again.")
        if missing:
            why = spoiled or EngineFailed("The engine drew fewer pictures than it was asked for. Try again.")
            return Finished(TaskState.SUCCEEDED, why.code, why.message)
        return Finished(TaskState.SUCCEEDED)

    async def finish(self, end: Finished) -> None:
        """Write the end down and tell it; the one that was written with the last picture is told in its place."""
        if self._end is not None:
            self._feed.publish(self._end)
            return
        self._write_notes()
        number = self._number_of_next()
        if await self._tasks.finish(self._task.task_id, self._number, number, end):
            self._feed.publish(NumberedEvent(number, end))

    async def hand_back(self) -> None:
        """Let the task wait again, and tell it; not where its end was written with the last picture."""
        if self._end is not None:
            self._feed.publish(self._end)
            return
        self._write_notes()
        number = self._number_of_next()
        if await self._tasks.hand_back(self._task.task_id, self._number, number):
            self._feed.publish(NumberedEvent(number, HandedBack()))

    async def _work(self, restored: Restored, mask: bytes | None, kept: frozenset[int]) -> Work:
        call = self._task.call
        width, height = _size(call, restored)
        assert call.seed is not None
        sources = [await self._keeper.source(one) for one in restored.generations]
        work = Work(
            task_id=self._task.task_id,
            prompt=call.prompt,
            description=await whole_picture(
                self._restorer.generations, restored.generations, call.prompt, owner=self._task.owner
            ),
            ratio=_ratio(call, restored),
            width=width,
            height=height,
            n=call.n,
            seed=call.seed,
            language=self._task.language,
            model=self._task.model,
            sources=tuple(sources),
            used=await used_by(sources, self._restorer.generations, self._keeper, owner=self._task.owner),
            mask=mask if self._engine.capabilities.masks else None,
            quality=call.quality,
            background=call.background,
            previews=call.previews,
            moderation=call.moderation,
            kept=kept,
        )
        return self._engine.capabilities.fit(work)

    async def _mask(self, restored: Restored) -> bytes | None:
        if restored.mask is None:
            return None
        source, image = restored.generations[0], await self._keeper.image(restored.mask)
        return await asyncio.to_thread(normalised, image, source.width, source.height)

    async def _paint(self, work: Work, finish: Finish, restored: Restored) -> PaintoverError | None:
        """Drive the engine; the first error of a single picture, where the others went on."""
        spoiled: PaintoverError | None = None
        kept, shown = set(work.kept), Counter[int]()
        size = finish.size(work.width, work.height)
        async with aclosing(self._engine.paint(work)) as events:
            async for event in events:
                match event:
                    case StageDone(stage, fraction):
                        self._stage = stage
                        await self._report(fraction)
                    case Preview(index, image, media_type) if shown[index] < work.previews:
                        preview = await asyncio.to_thread(finish.preview, image, media_type)
                        await self._show(Previewed(index, shown[index], *preview, *size))
                        shown[index] += 1
                    case Painted(index, _) if index in range(work.n) and index not in kept:
                        kept.add(index)
                        await self._keep(event, finish, work.ratio, restored, is_last=len(kept) == work.n)
                    case Spoiled(_, error):
                        spoiled = spoiled or error
        return spoiled

    async def _show(self, previewed: Previewed) -> None:
        self._write_notes()
        preview = NumberedPreview(self._number_of_next(), previewed)
        if self._task.call.keeps_previews and not await self._tasks.keep_preview(
            self._task.task_id, self._number, preview
        ):
            raise FencedOffError
        self._feed.show(preview)

    async def _keep(
        self, painted: Painted, finish: Finish, ratio: Ratio, restored: Restored, *, is_last: bool
    ) -> None:
        """Keep a picture and tell it. With the last one the task's end is written, which saves a sync of the disk; it is
        told when the engine has let go."""
        task = self._task
        picture = painted.picture
        if finish.changes(picture):
            picture = await asyncio.to_thread(finish.picture, picture)
        number = self._number_of_next()
        generation = await self._keeper.painted(
            picture,
            owner=task.owner,
            origin="drawn",
            engine=self._engine,
            prompt=task.call.prompt,
            ratio=ratio,
            sources=tuple(one.gen_id for one in restored.generations),
            task_id=task.task_id,
            batch_index=painted.index,
        )
        self._check_written()
        self._write_notes()
        end = NumberedEvent(self._number_of_next(), Finished(TaskState.SUCCEEDED)) if is_last else None
        if not await self._tasks.keep(task.task_id, self._number, number, generation, end):
            raise FencedOffError
        self._end = end
        self._feed.publish(NumberedEvent(number, Kept(generation)))

    async def _report(self, fraction: float) -> None:
        """A share of the present phase is done; told when it is a higher percentage than before."""
        start, end = self._phase
        percent = min(99, int(start + (end - start) * fraction))
        if percent > self._percent:
            self._percent = percent
            self._note(Progressed(percent, self._stage))

    def _note(self, event: TaskEvent) -> None:
        """Have something written down, and told when it is. The engine is not kept waiting; should the note fail, the
        attempt does at its next one."""
        self._check_written()
        self._notes.append(NumberedEvent(self._number_of_next(), event))
        if not self._is_noting:
            self._write_notes()

    def _write_notes(self) -> None:
        """Have the notes written down that have come while earlier ones were: all of them at once. Before anything else of
        the attempt is written, so that the log has its order."""
        if not self._notes:
            return
        notes, self._notes = self._notes, []

        def written(note: asyncio.Future[bool]) -> None:
            self._is_noting = False
            if note.cancelled():
                return
            if (error := note.exception()) is not None:
                assert isinstance(error, Exception)
                self._unwritten = error
            elif note.result():
                for noted in notes:
                    self._feed.publish(noted)
                with suppress(StoreFailed):  # It is closed: the attempt's next write is told so.
                    self._write_notes()
            else:
                self._unwritten = FencedOffError()

        self._tasks.note(self._task.task_id, self._number, notes).add_done_callback(written)
        self._is_noting = True

    def _check_written(self) -> None:
        if self._unwritten is not None:
            raise self._unwritten

    def _number_of_next(self) -> int:
        self._next_event += 1
        return self._next_event


def _ratio(call: Call, restored: Restored) -> Ratio:
    if restored.generations and (call.keeps_shape or restored.mask is not None):
        return restored.generations[0].ratio
    return call.ratio


def _size(call: Call, restored: Restored) -> tuple[int, int]:
    """Pixels to draw. A masked edit is laid over its source, so it has the source's size; so has an edit of a picture
    that an engine drew, unless another shape is wanted. Photographs come in sizes that no engine works in."""
    ratio = _ratio(call, restored)
    first = restored.generations[0] if restored.generations else None
    if first is not None and restored.mask is not None:
        pixels = first.width * first.height
        return (first.width, first.height) if pixels <= MOST_PIXELS else first.ratio.size(MOST_PIXELS)
    if call.size is not None:
        return call.size
    if first is not None and call.keeps_shape and first.origin in ("drawn", "replayed"):
        return first.width, first.height
    return ratio.size()
