"""One response, told in the words of the API: whole, or as numbered events while its pictures are drawn.

The events are a pure function of the record, of its tasks' logs and of the renderings that are kept with them. So whoever
resumes is told the rest to the byte as it was, or would have been, told before.
"""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from starlette.responses import Response

from paintover.api.errors import error_of_end, response_of_end
from paintover.api.links import Links
from paintover.api.models import is_own_model
from paintover.api.notes import notes_on
from paintover.api.responses.items import words_in
from paintover.api.responses.names import call_name, message_name
from paintover.api.responses.wire import (
    ErrorFields,
    ImageCallItem,
    IncompleteFields,
    ItemError,
    MessageItem,
    OutputText,
    ResponseBody,
    Status,
    UsageFields,
)
from paintover.api.sse import KEEP_ALIVE, Write
from paintover.api.tokens import text_tokens, usage
from paintover.domain.errors import Draining, Refused
from paintover.domain.events import (
    Finished,
    Kept,
    NumberedEvent,
    NumberedPreview,
    Previewed,
    Redrawn,
    Started,
)
from paintover.domain.generation import Generation
from paintover.domain.response import StoredResponse
from paintover.domain.task import TaskState
from paintover.tasks.feed import Feed
from paintover.transcript.grammar import image_line
from paintover.transcript.quoting import sentence

FROM_THE_START = -1
"""What is resumed after when nothing has been seen: the first event has the number 0."""
FORMATS = {"image/png": "png", "image/webp": "webp", "image/jpeg": "jpeg"}
_DONE = {"zh": "画好了。", "en": "Done."}
_CODES = {
    "invalid_image": "invalid_image",
    "fetch_failed": "failed_to_download_image",
    "fetch_too_large": "image_file_too_large",
    "forbidden_address": "invalid_image_url",
    "moderation_blocked": "image_content_policy_violation",
    "not_drawable": "invalid_prompt",
    "not_found": "invalid_prompt",
    "source_lost": "invalid_prompt",
    "rate_limit_exceeded": "rate_limit_exceeded",
}
"""Ours, as the clients of this API know them; every other is ``server_error``. The item tells our own."""

Event = tuple[str, dict[str, Any]]
Entry = NumberedEvent | NumberedPreview
Output = list[ImageCallItem | MessageItem]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsesSettings:
    """What of the settings this surface needs."""

    max_n: int
    keepalive_s: float
    offer_alternative: bool


class ToldResponse:
    """A response and the feeds of its tasks."""

    def __init__(
        self,
        stored: StoredResponse,
        feeds: Sequence[Feed],
        *,
        links: Links,
        read: Callable[[Generation], Awaitable[bytes]],
        sources: Callable[[Generation], Awaitable[list[Generation]]],
        settings: ResponsesSettings,
    ) -> None:
        """`read` fetches a picture's file, `sources` what it was made from."""
        self._stored = stored
        self._feeds = feeds
        self._links = links
        self._read = read
        self._sources = sources
        self._settings = settings

    @property
    def status(self) -> Status:
        """What has become of it."""
        if any(feed.end is None for feed in self._feeds):
            has_started = any(isinstance(one.event, Started) for feed in self._feeds for one in feed.events)
            return "in_progress" if has_started or not self._stored.asked["background"] else "queued"
        drawn = sum(len(drawn_in(feed)) for feed in self._feeds)
        if drawn == sum(feed.task.call.n for feed in self._feeds):
            return "completed"
        if any(end.state is TaskState.CANCELLED for end in self._ends()):
            return "cancelled"
        return "incomplete" if drawn else "failed"

    async def body(self) -> ResponseBody:
        """The response as it is now."""
        status = self.status
        if status in ("queued", "in_progress"):
            return self._under_way(status)
        return await self._ended(await self._output())

    async def whole(self, headers: dict[str, str]) -> Response:
        """The whole answer, at the end of its tasks. One that a policy refused is an HTTP error, as on every surface;
        whoever asks for it again is shown it as failed.

        Raises:
            Draining: the server ends before them.
        """
        for feed in self._feeds:
            await feed.over()
        if self.status in ("queued", "in_progress"):
            raise Draining(
                "The server is about to restart; what is drawn goes on after it. Send the same request again, or ask "
                f"GET /v1/responses/{self._stored.response_id}.",
                retry_after_s=5,
            )
        refused = next((end for end in self._ends() if end.error_code == Refused.code), None)
        if refused is not None and self.status == "failed":
            return response_of_end(refused, headers)
        body = msgspec.json.encode(await self.body())
        return Response(body, media_type="application/json", headers=headers)

    async def stream(self, after: int = FROM_THE_START) -> AsyncIterator[Write]:
        """The events whose number is above `after`, from the first on that has not been told."""
        number = 0
        async for events in self._told():
            written = b""
            for event in events:
                if number > after:
                    written += _record(event, number)
                number += 1
            if events and events[-1][0] in _LAST:
                yield Write(written, is_last=True)
                return
            if written or not events:
                yield Write(written or KEEP_ALIVE)
        yield Write(_parting(self._stored.response_id, max(number - 1, after)), is_last=True)

    async def _told(self) -> AsyncIterator[list[Event]]:
        """The events, those together that are ready together; [] when nothing has happened for a while. Without a last
        one where the server ends before the tasks do."""
        is_background = self._stored.asked["background"]
        if is_background:
            queued = self._under_way("queued")
            yield [_of_response("created", queued), _of_response("queued", queued)]
        else:
            begun = self._under_way("in_progress")
            yield [_of_response("created", begun), _of_response("in_progress", begun)]
        has_begun, output = not is_background, Output()
        for feed in self._feeds:
            telling = _Telling(self, feed, len(output))
            async for entries in self._entries(feed):
                events: list[Event] = []
                for entry in entries:
                    if isinstance(entry.event, Started) and not has_begun:
                        has_begun = True
                        events.append(_of_response("in_progress", self._under_way("in_progress")))
                    events += await telling.told(entry)
                if events or not entries:
                    yield events
            if feed.end is None:
                return
            output += telling.output
        pieces = self._pieces()
        if pieces:
            message = self._message(pieces)
            yield [*_of_message(message, pieces, len(output))]
            output.append(message)
        ended = await self._ended(output)
        kind = ended.status if ended.status in ("completed", "incomplete") else "failed"
        yield [_of_response(kind, ended)]

    async def _entries(self, feed: Feed) -> AsyncIterator[list[Entry]]:
        """The feed's events and renderings in the order of their numbers; [] when there is none for a while."""
        seen = 0
        while True:
            is_over, events, previews = feed.is_over, len(feed.events), len(feed.previews)
            entries: list[Entry] = [entry for entry in feed.events if entry.number > seen]
            entries += [entry for entry in feed.previews if entry.number > seen]
            if entries:
                entries.sort(key=lambda entry: entry.number)
                seen = entries[-1].number
                yield entries
            if is_over:
                return
            if not await feed.news(events, self._settings.keepalive_s, previews_seen=previews):
                yield []

    async def _output(self) -> Output:
        output = Output()
        for feed in self._feeds:
            drawn = {one.batch_index: one for one in drawn_in(feed)}
            for index in range(feed.task.call.n):
                name = call_name(feed.task_id, index)
                one = drawn.get(index)
                output.append(
                    self.missing(feed, name) if one is None else await self.finished(feed, name, one)
                )
        pieces = self._pieces()
        return [*output, self._message(pieces)] if pieces else output

    def _under_way(self, status: Status) -> ResponseBody:
        return self._body(status, [], completed_at=None, error=None, incomplete=None)

    async def _ended(self, output: Output) -> ResponseBody:
        status, error, incomplete = self.status, None, None
        drawn = [one for feed in self._feeds for one in drawn_in(feed)]
        if status == "failed":
            end = next(end for end in self._ends() if end.error_code is not None)
            message, _, code = error_of_end(end)
            error = ErrorFields(code=_CODES.get(code, "server_error"), message=message)
        elif status == "incomplete":
            is_refused = any(end.error_code == Refused.code for end in self._ends())
            incomplete = IncompleteFields(reason="content_filter" if is_refused else None)
        last = max([self._stored.created_at, *(one.created_at for one in drawn)])
        body = self._body(
            status,
            output,
            completed_at=int(last.timestamp()) if status == "completed" else None,
            error=error,
            incomplete=incomplete,
        )
        body.usage = self._usage()
        body.tool_usage = await self._tool_usage()
        return body

    def _body(
        self,
        status: Status,
        output: Output,
        *,
        completed_at: int | None,
        error: ErrorFields | None,
        incomplete: IncompleteFields | None,
    ) -> ResponseBody:
        return ResponseBody(
            id=self._stored.response_id,
            created_at=int(self._stored.created_at.timestamp()),
            status=status,
            completed_at=completed_at,
            error=error,
            incomplete_details=incomplete,
            output=output,
            usage=None,
            tool_usage=None,
            **self._stored.asked,
        )

    def unfinished(self, feed: Feed, name: str) -> ImageCallItem:
        """A picture that is being drawn."""
        return ImageCallItem(id=name, status="in_progress", action=_action(feed))

    def missing(self, feed: Feed, name: str) -> ImageCallItem:
        """A picture that there will not be."""
        assert feed.end is not None
        message, kind, code = error_of_end(feed.end)
        error = ItemError(message=message, type=kind, code=code)
        return ImageCallItem(id=name, status="failed", action=_action(feed), error=error)

    async def finished(self, feed: Feed, name: str, drawn: Generation) -> ImageCallItem:
        """A picture that is done."""
        return ImageCallItem(
            id=name,
            status="completed",
            result=base64.b64encode(await self._read(drawn)).decode(),
            action=_action(feed),
            revised_prompt=drawn.prompt,
            gen_id=drawn.gen_id,
            **_said(feed, drawn.width, drawn.height, drawn.media_type),
        )

    def _pieces(self) -> list[str]:
        """The message, in the pieces in which it is told: what is said, a link to each picture, what there is to note."""
        if self._stored.words is not None:
            return [self._stored.words]
        links, notes = [], []
        for feed in self._feeds:
            drawn = drawn_in(feed)
            links += [f"\n\n{image_line(one.gen_id, self._links.picture(one.path))}" for one in drawn]
            redrawn = next((one.event for one in feed.events if isinstance(one.event, Redrawn)), None)
            notes += notes_on(
                feed.task,
                drawn,
                redrawn,
                is_own_model=is_own_model(self._stored.asked["model"]),
                offers_alternative=self._settings.offer_alternative,
            )
            if feed.end is not None and feed.end.error_code is not None:
                notes.append(error_of_end(feed.end)[0])
        if not links:
            return []
        said = [f"\n\n{line}" for note in dict.fromkeys(notes) if (line := sentence(note))]
        return [_DONE[self._feeds[0].task.language], *links, *said]

    def _message(self, pieces: Sequence[str]) -> MessageItem:
        return MessageItem(
            id=message_name(self._stored.response_id),
            status="completed",
            content=[OutputText(text="".join(pieces))],
        )

    def _usage(self) -> UsageFields:
        asked = [self._stored.asked["instructions"] or "", *words_in(self._stored.items)]
        taken, given = sum(map(text_tokens, asked)), sum(map(text_tokens, self._pieces()))
        return UsageFields(input_tokens=taken, output_tokens=given, total_tokens=taken + given)

    async def _tool_usage(self) -> dict[str, Any]:
        total = usage_of_nothing()
        for feed in self._feeds:
            if drawn := drawn_in(feed):
                _add(total, usage(feed.task.call, await self._sources(drawn[0]), drawn))
        return {"image_gen": total, "web_search": {"num_requests": 0}}

    def _ends(self) -> list[Finished]:
        return [feed.end for feed in self._feeds if feed.end is not None]


class _Telling:
    """One task's pictures, one after the other. What happens to a later one before its turn waits for it."""

    def __init__(self, response: ToldResponse, feed: Feed, first: int) -> None:
        """`first` is the place of its first picture in the response's output."""
        self._response = response
        self._feed = feed
        self._first = first
        self.output: Output = []
        """The items that are done."""
        self._has_started = self._is_open = False
        self._kept: dict[int, Generation] = {}
        self._end: Finished | None = None
        self._previews: dict[int, list[Previewed]] = {}
        self._shown: dict[int, int] = {}

    async def told(self, entry: Entry) -> list[Event]:
        """What follows from one entry."""
        match entry.event:
            case Started():
                self._has_started = True
            case Previewed() as preview:
                self._previews.setdefault(preview.index, []).append(preview)
            case Kept(generation):
                self._kept[generation.batch_index] = generation
            case Finished() as end:
                self._end = end
            case _:
                return []
        return await self._advance()

    async def _advance(self) -> list[Event]:
        events: list[Event] = []
        while len(self.output) < self._feed.task.call.n and (self._has_started or self._end is not None):
            place = len(self.output)
            name = call_name(self._feed.task_id, place)
            at: dict[str, Any] = {"output_index": self._first + place, "item_id": name}
            if not self._is_open:
                self._is_open = True
                item = self._response.unfinished(self._feed, name)
                events.append(_of_item("added", at["output_index"], item))
                events.append(("response.image_generation_call.in_progress", at))
                events.append(("response.image_generation_call.generating", at))
            events += [self._partial(at, preview) for preview in self._fresh(place)]
            if place in self._kept:
                item = await self._response.finished(self._feed, name, self._kept[place])
                events.append(("response.image_generation_call.completed", at))
            elif self._end is not None:
                item = self._response.missing(self._feed, name)
            else:
                break
            events.append(_of_item("done", at["output_index"], item))
            self.output.append(item)
            self._is_open = False
        return events

    def _fresh(self, place: int) -> list[Previewed]:
        """The renderings of a picture that have not been told; a second attempt at it makes the same ones again."""
        fresh = []
        for preview in self._previews.pop(place, []):
            if preview.number >= self._shown.get(place, 0):
                self._shown[place] = preview.number + 1
                fresh.append(preview)
        return fresh

    def _partial(self, at: dict[str, Any], preview: Previewed) -> Event:
        told = {
            **at,
            "partial_image_index": preview.number,
            "partial_image_b64": base64.b64encode(preview.image).decode(),
            **_said(self._feed, preview.width, preview.height, preview.media_type),
        }
        return "response.image_generation_call.partial_image", told


def drawn_in(feed: Feed) -> list[Generation]:
    """The task's pictures so far, in the order of the batch."""
    kept = [numbered.event.generation for numbered in feed.events if isinstance(numbered.event, Kept)]
    return sorted(kept, key=lambda generation: generation.batch_index)


def usage_of_nothing() -> dict[str, Any]:
    """The tokens of no picture at all."""
    return {
        "input_tokens": 0,
        "input_tokens_details": {"text_tokens": 0, "image_tokens": 0},
        "output_tokens": 0,
        "output_tokens_details": {"text_tokens": 0, "image_tokens": 0},
        "total_tokens": 0,
    }


def _add(total: dict[str, Any], more: dict[str, Any]) -> None:
    for name, value in more.items():
        if isinstance(value, dict):
            _add(total[name], value)
        else:
            total[name] += value


def _action(feed: Feed) -> Any:
    return "edit" if feed.task.call.sources else "generate"


def _said(feed: Feed, width: int, height: int, media_type: str) -> dict[str, Any]:
    call = feed.task.call
    return {
        "size": f"{width}x{height}",
        # An engine without the choice does its best.
        "quality": "high" if call.quality == "auto" else call.quality,
        "background": "transparent" if call.background == "transparent" else "opaque",
        "output_format": FORMATS[media_type],
    }


_LAST = ("response.completed", "response.failed", "response.incomplete")


def _of_response(kind: str, body: ResponseBody) -> Event:
    return f"response.{kind}", {"response": body}


def _of_item(kind: str, output_index: int, item: ImageCallItem | MessageItem) -> Event:
    return f"response.output_item.{kind}", {"output_index": output_index, "item": item}


def _of_message(message: MessageItem, pieces: Sequence[str], output_index: int) -> list[Event]:
    at = {"item_id": message.id, "output_index": output_index, "content_index": 0}
    begun = MessageItem(id=message.id, status="in_progress", content=[])
    text = message.content[0]
    return [
        _of_item("added", output_index, begun),
        ("response.content_part.added", {**at, "part": OutputText(text="")}),
        *(("response.output_text.delta", {**at, "delta": piece, "logprobs": []}) for piece in pieces),
        ("response.output_text.done", {**at, "text": text.text, "logprobs": []}),
        ("response.content_part.done", {**at, "part": text}),
        _of_item("done", output_index, message),
    ]


def _record(event: Event, number: int) -> bytes:
    kind, body = event
    told = msgspec.json.encode({"type": kind, "sequence_number": number, **body})
    return b"event: %s\ndata: %s\n\n" % (kind.encode(), told)


def _parting(response_id: str, seen: int) -> bytes:
    """The end of a stream whose response goes on: no event of the response's own, so it has the last one's number."""
    message = (
        "The server is about to restart; what is drawn goes on after it. Go on reading at "
        f"GET /v1/responses/{response_id}?stream=true&starting_after={seen}, or send the same request again."
    )
    body = {"code": Draining.code, "message": message, "param": None}
    return _record(("error", body), max(seen, 0))
