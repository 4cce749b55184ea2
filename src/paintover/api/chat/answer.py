"""One accepted call, told in the words of the transcript as it happens."""

from __future__ import annotations

import base64
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass

from paintover.api.chat.wire import ChatRequest, Frame
from paintover.api.links import Links
from paintover.api.models import dialect_for, is_own_model
from paintover.api.notes import notes_on
from paintover.api.sse import KEEP_ALIVE, Write
from paintover.domain.events import Finished, Kept, NumberedEvent, Progressed, Queued, Redrawn, Started
from paintover.domain.generation import Generation
from paintover.tasks.feed import Feed
from paintover.transcript.writer import AnswerWriter

APART = "\n\n\n"
"""Between the last line of one call and the fence of the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatSettings:
    """What of the settings this surface needs."""

    max_n: int
    heartbeat_s: float
    keepalive_s: float
    download_link: bool
    offer_alternative: bool


class ToldAnswer:
    """The answer to an accepted request, told once: either streamed or whole. A request that asks for different things
    has a task for each; they are told one after the other, each with its own call and its own lines."""

    __slots__ = ("_frame", "_links", "_place", "_read", "_settings", "_tellings", "_text")

    def __init__(
        self,
        chat: ChatRequest,
        feeds: Sequence[Feed],
        *,
        links: Links,
        read: Callable[[Generation], Awaitable[bytes]],
        place: Callable[[str], int | None],
        settings: ChatSettings,
    ) -> None:
        """`read` fetches a picture's file; `place` tells where a task stands in the queue."""
        self._place = place
        self._links = links
        self._read = read if chat.wants_data_urls else None
        self._settings = settings
        self._frame = Frame(chat, feeds[0].task_id, feeds[0].task.created_at.timestamp())
        self._tellings = [_Telling(chat, feed, links, place, settings) for feed in feeds]
        self._text: list[str] = []

    async def stream(self) -> AsyncIterator[Write]:
        """The chunks, several to a write where they are ready together. The echo has a write of its own, so that
        nobody takes the source's gen_id for the result's."""
        quiet = _Quiet(self._settings)
        last = self._tellings[-1]
        for telling in self._tellings:
            is_first = telling is self._tellings[0]
            opening = self._written(([] if is_first else [APART]) + telling.opening())
            yield Write(self._frame.opening() + opening if is_first else opening)
            while True:
                if await telling.feed.news(telling.seen, quiet.left_s()):
                    told = self._written(telling.news())
                    if telling.feed.is_over:
                        told += self._written(telling.parting())
                        if telling is last:
                            closing = self._frame.images(await self._urls()) + self._frame.closing(self._text)
                            yield Write(told + closing, is_last=True)
                            return
                        quiet.told()
                        yield Write(told)
                        break
                    if told:
                        quiet.told()
                        yield Write(told)
                elif quiet.dot_is_due():
                    quiet.told()
                    yield Write(self._written(telling.still_here()) or KEEP_ALIVE)
                else:
                    quiet.kept_alive()
                    yield Write(KEEP_ALIVE)

    async def whole(self) -> bytes:
        """The completion in one piece. It holds no percentage, since clients poll again when they see one."""
        deltas: list[str] = []
        for telling in self._tellings:
            await telling.feed.over()
            deltas += ([APART] if deltas else []) + telling.opening() + telling.news() + telling.parting()
        return self._frame.whole("".join(deltas), await self._urls())

    def _written(self, deltas: list[str]) -> bytes:
        if self._frame.tells_usage:
            self._text += deltas
        return self._frame.deltas(deltas)

    async def _urls(self) -> list[str]:
        """What `message.images` shows: links, or the pictures themselves where they were asked for."""
        kept = [one for telling in self._tellings for one in telling.kept]
        if self._read is None:
            return [self._links.picture(one.path) for one in kept]
        return [
            f"data:{one.media_type};base64,{base64.b64encode(await self._read(one)).decode('ascii')}"
            for one in kept
        ]


class _Telling:
    """One task, in the words of the transcript."""

    __slots__ = ("_links", "_own_model", "_place", "_redrawn", "_settings", "_writer", "feed", "kept", "seen")

    def __init__(
        self,
        chat: ChatRequest,
        feed: Feed,
        links: Links,
        place: Callable[[str], int | None],
        settings: ChatSettings,
    ) -> None:
        dialect = dialect_for(chat.model, feed.task.language)
        self.feed = feed
        self.seen = 0
        self.kept: list[Generation] = []
        self._place = place
        self._links = links
        self._settings = settings
        self._writer = AnswerWriter(dialect, download_link=settings.download_link, whole=not chat.stream)
        self._own_model = is_own_model(chat.model)
        self._redrawn: Redrawn | None = None

    def opening(self) -> list[str]:
        """The call and the task, which are known before anything happens."""
        return self._writer.echo(self.feed.task.call) + self._writer.task(self.feed.task_id)

    def news(self) -> list[str]:
        """What has happened since it was last asked."""
        events = self.feed.events[self.seen :]
        self.seen += len(events)
        return self._told(events)

    def still_here(self) -> list[str]:
        """The place in the queue where it has moved, else a dot."""
        return self._writer.queued(self._place(self.feed.task_id)) or self._writer.heartbeat()

    def parting(self) -> list[str]:
        """Where to come back to, when the server ends before the task does."""
        return [] if self.feed.end is not None else self._writer.parting(self.feed.task_id)

    def _told(self, events: list[NumberedEvent]) -> list[str]:
        deltas: list[str] = []
        for numbered in events:
            match numbered.event:
                case Progressed(percent, _):
                    deltas += self._writer.progress(percent)
                case Queued():
                    deltas += self._writer.queued(self._place(self.feed.task_id))
                case Started():
                    deltas += self._writer.running()
                case Redrawn() as redrawn:
                    self._redrawn = redrawn
                case Kept(generation):
                    # The pictures stand behind the line that says that all is done.
                    self.kept.append(generation)
                case Finished() as end:
                    deltas += self._ending(end)
                case _:
                    pass
        return deltas

    def _ending(self, finished: Finished) -> list[str]:
        deltas: list[str] = []
        if self.kept:
            deltas += self._writer.done()
            for generation in self.kept:
                picture = self._links.picture(generation.path)
                deltas += self._writer.picture(
                    generation.gen_id, picture, self._links.download(generation.path)
                )
            notes = notes_on(
                self.feed.task,
                self.kept,
                self._redrawn,
                is_own_model=self._own_model,
                offers_alternative=self._settings.offer_alternative,
            )
            for note in notes:
                deltas += self._writer.note(note)
        if finished.error_code is not None:
            deltas += self._writer.failed(
                finished.error_code or "internal_error", finished.error_message or ""
            )
        return deltas


class _Quiet:
    """How long a stream has said nothing: when its next dot is due, and when a bare comment."""

    __slots__ = ("_heartbeat_s", "_keepalive_s", "_said", "_sent")

    def __init__(self, settings: ChatSettings) -> None:
        self._heartbeat_s = settings.heartbeat_s
        self._keepalive_s = settings.keepalive_s
        self._said = self._sent = time.monotonic()

    def told(self) -> None:
        """A line or a dot has left."""
        self._said = self._sent = time.monotonic()

    def kept_alive(self) -> None:
        """A comment has left."""
        self._sent = time.monotonic()

    def dot_is_due(self) -> bool:
        return time.monotonic() - self._said >= self._heartbeat_s - 0.001

    def left_s(self) -> float:
        """Until something has to leave."""
        return max(
            0.0, min(self._said + self._heartbeat_s, self._sent + self._keepalive_s) - time.monotonic()
        )
