"""One accepted task, told in the words of the Images API: whole, or as events while it is drawn."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import msgspec
from starlette.responses import Response

from paintover.api.errors import error_of_end, response_of_end
from paintover.api.images.wire import ImagesRequest, ResponseFormat
from paintover.api.links import Links
from paintover.api.sse import KEEP_ALIVE, Write
from paintover.api.tokens import usage
from paintover.domain.errors import Draining
from paintover.domain.events import Finished, Kept, Previewed
from paintover.domain.generation import Generation
from paintover.tasks.feed import Feed

_FORMATS = {"image/png": "png", "image/webp": "webp", "image/jpeg": "jpeg"}
_EVENTS = {"generations": "image_generation", "edits": "image_edit", "variations": "image_edit"}


def datum(generation: Generation, links: Links) -> dict[str, Any]:
    """A picture as it stands in `data`, by its link."""
    told: dict[str, Any] = {
        "url": links.picture(generation.path),
        "revised_prompt": generation.prompt,
        "gen_id": generation.gen_id,
    }
    if generation.notes:
        told["notes"] = generation.notes
    if generation.changes is not None:
        told["changes"] = generation.changes
    return told


class ToldImages:
    """The answer to one accepted request. Told once: either streamed or whole."""

    def __init__(
        self,
        request: ImagesRequest,
        feed: Feed,
        *,
        links: Links,
        read: Callable[[Generation], Awaitable[bytes]],
        sources: Callable[[Generation], Awaitable[list[Generation]]],
        keepalive_s: float,
    ) -> None:
        """`read` fetches a picture's file, `sources` what it was made from."""
        self._request = request
        self._feed = feed
        self._links = links
        self._read = read
        self._sources = sources
        self._keepalive_s = keepalive_s
        self._said: dict[str, Any] = {
            "background": "transparent" if request.background == "transparent" else "opaque",
            "output_format": request.output.format,
            # An engine without the choice does its best.
            "quality": "high" if request.quality == "auto" else request.quality,
        }
        if request.safety_identifier is not None:
            self._said["safety_identifier"] = request.safety_identifier

    async def whole(self, headers: dict[str, str]) -> Response:
        """The whole answer, with the pictures or with why there are none.

        Raises:
            Draining: the server ends before the task does.
        """
        await self._feed.over()
        drawn = drawn_in(self._feed)
        end = self._feed.end
        if end is None:
            raise _draining(self._feed.task_id)
        if not drawn:
            return response_of_end(end, headers)
        body = {
            "created": int(self._feed.task.created_at.timestamp()),
            "data": [await self._datum(generation, self._request.response_format) for generation in drawn],
            **self._said,
            "size": f"{drawn[0].width}x{drawn[0].height}",
            "usage": usage(self._feed.task.call, await self._sources(drawn[0]), drawn),
        }
        return Response(msgspec.json.encode(body), media_type="application/json", headers=headers)

    async def stream(self) -> AsyncIterator[Write]:
        """The events: unfinished renderings as far as they were asked for, and each picture when it is done."""
        feed, told, shown = self._feed, 0, 0
        wants_previews = self._request.partial_images > 0
        while True:
            news = await feed.news(told, self._keepalive_s, previews_seen=shown if wants_previews else None)
            if not news:
                yield Write(KEEP_ALIVE)
                continue
            previews = feed.previews[shown:] if wants_previews else []
            shown += len(previews)
            events = [numbered.event for numbered in feed.events[told:]]
            told += len(events)
            written = b"".join([self._partial(preview.event) for preview in previews])
            for event in events:
                match event:
                    case Kept(generation):
                        written += await self._completed(generation)
                    case Finished() as end if not drawn_in(feed):
                        written += self._failed(error_of_end(end))
                    case _:
                        pass
            if feed.is_over and told == len(feed.events):
                if feed.end is None:
                    draining = _draining(feed.task_id)
                    written += self._failed((draining.message, "server_error", draining.code))
                yield Write(written, is_last=True)
                return
            if written:
                yield Write(written)

    async def _datum(self, generation: Generation, wanted: ResponseFormat | None) -> dict[str, Any]:
        told = datum(generation, self._links)
        if wanted == "b64_json":
            del told["url"]
        if wanted != "url":
            told["b64_json"] = base64.b64encode(await self._read(generation)).decode()
        return told

    def _partial(self, preview: Previewed) -> bytes:
        return self._record(
            "partial_image",
            {
                "b64_json": base64.b64encode(preview.image).decode(),
                "created_at": int(self._feed.task.created_at.timestamp()),
                **self._said,
                "size": f"{preview.width}x{preview.height}",
                "partial_image_index": preview.number,
                "index": preview.index,
            },
        )

    async def _completed(self, generation: Generation) -> bytes:
        sources = await self._sources(generation) if generation.batch_index == 0 else []
        return self._record(
            "completed",
            {
                **await self._datum(generation, wanted=None),
                "created_at": int(generation.created_at.timestamp()),
                **self._said,
                "size": f"{generation.width}x{generation.height}",
                "index": generation.batch_index,
                "usage": usage(self._feed.task.call, sources, [generation]),
            },
        )

    def _record(self, name: str, body: dict[str, Any]) -> bytes:
        kind = f"{_EVENTS[self._request.door]}.{name}"
        return b"event: %s\ndata: %s\n\n" % (kind.encode(), msgspec.json.encode({"type": kind, **body}))

    def _failed(self, error: tuple[str, str, str | None]) -> bytes:
        message, kind, code = error
        body = {
            "type": "error",
            "error": {"message": message, "type": kind, "param": None, "code": code},
        }
        return b"event: error\ndata: %s\n\n" % msgspec.json.encode(body)


def drawn_in(feed: Feed) -> list[Generation]:
    """The task's pictures so far, in the order of the batch."""
    kept = [numbered.event.generation for numbered in feed.events if isinstance(numbered.event, Kept)]
    return sorted(kept, key=lambda generation: generation.batch_index)


def _draining(task_id: str) -> Draining:
    return Draining(
        "The server is about to restart; the task goes on after it. Send the same request again, or ask "
        f"GET /v1/images/tasks/{task_id}.",
        retry_after_s=5,
    )
