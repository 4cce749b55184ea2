"""The engine: one request for each picture, all of an order at once, merged into one stream of events."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any

import httpx2
import openai

from paintover.domain.errors import (
    BadPicture,
    EngineFailed,
    EngineTimeout,
    FetchError,
    FetchFailed,
    ForbiddenAddress,
    PaintoverError,
)
from paintover.engines.openai.chat import ChatDialect
from paintover.engines.openai.client import open_client
from paintover.engines.openai.failures import ToldFailure, translated
from paintover.engines.openai.images import ImagesDialect
from paintover.engines.openai.options import OpenAIOptions, capabilities_of, read_openai_options
from paintover.engines.openai.order import Dialect, Found, OwnPictures, PictureOrder, Share, Unfinished
from paintover.engines.openai.responses import ResponsesDialect
from paintover.engines.protocol import (
    CleanPicture,
    Engine,
    EngineEvent,
    Intake,
    Picture,
    Preview,
    Work,
)
from paintover.engines.upstream.batch import Batch
from paintover.engines.upstream.failures import NO_ANSWER, UNREADABLE, cut_off
from paintover.engines.upstream.fitting import fitted
from paintover.transcript.quoting import well_formed

CHECK_TIMEOUT_S = 5.0
FETCH_TRIES = 3
"""How often a finished picture is fetched: asking for another one would cost more."""
_FAILURES_REMEMBERED = 4096

_TRANSLATED = (openai.OpenAIError, httpx2.HTTPError, httpx2.InvalidURL, ValueError, RecursionError)


class OpenAIEngine(Engine):
    """Draws with a server that somebody else runs. See `OpenAIOptions` for what can be said about it."""

    name = "openai"

    def __init__(self, options: OpenAIOptions, intake: Intake) -> None:
        self._options = options
        self._quirks = options.quirks()
        self._intake = intake
        self._client = open_client(options)
        self._dialect = _dialect(options)
        self._slots = asyncio.Semaphore(options.requests)
        self._failures: OrderedDict[str, int] = OrderedDict()
        """By order and place: how often the server has told a failure, which it would tell again under the same key."""
        self.version = f"1 {options.model}"
        self.capabilities = capabilities_of(options)

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        """See `Engine.paint`. A single picture that fails is told when the others are done; when all fail, the first
        reason is raised."""
        self.capabilities.check(work)
        order = Batch(work)
        async with aclosing(order.told(lambda index: self._draw(work, index, order))) as events:
            async for event in events:
                yield event

    async def check(self) -> None:
        """Ask for the list of models. A server that has none is there all the same."""
        try:
            await self._client.get("/models", cast_to=httpx2.Response, options={"timeout": CHECK_TIMEOUT_S})
        except openai.APIStatusError as exc:
            if exc.status_code not in (400, 404, 405, 501):
                raise translated(exc, finds_again=False) from exc
        except (openai.OpenAIError, httpx2.HTTPError) as exc:
            raise translated(exc, finds_again=False) from exc

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _draw(self, work: Work, index: int, order: Batch) -> Picture:
        async with self._slots:
            return await self._drawn(work, index, order)

    async def _drawn(self, work: Work, index: int, order: Batch) -> Picture:
        name = f"{work.task_id}:{index}"
        asked = self._asked(work, index, name)
        scene: dict[str, Any] | None = None
        try:
            async with asyncio.timeout(self._options.timeout_s):
                async with aclosing(self._dialect.draw(self._client, asked, self._quirks)) as findings:
                    async for finding in findings:
                        match finding:
                            case Share(fraction):
                                order.progress(index, fraction)
                            case Unfinished(text):
                                await self._preview(index, text, order)
                            case Found(where, scene):
                                # Without sizes of its own it was told one of this shape, and gives what was wished for.
                                size = asked if self.capabilities.sizes else work
                                clean = await fitted(await self._take_in(where), size.width, size.height)
                                break
                    else:
                        raise EngineFailed(UNREADABLE)
        except TimeoutError as exc:
            raise EngineTimeout(NO_ANSWER) from exc
        except ToldFailure as exc:
            self._remember(name, exc.error)
            raise exc.error from exc
        except _TRANSLATED as exc:
            error = translated(exc, finds_again=self._quirks.finds_again)
            if isinstance(exc, openai.APIError) and exc.code is not None:
                self._remember(name, error)
            raise error from exc
        return Picture(
            image=clean.image,
            media_type=clean.media_type,
            width=clean.width,
            height=clean.height,
            seed=asked.seed,
            scene=scene,
        )

    def _asked(self, work: Work, index: int, name: str) -> PictureOrder:
        width, height = self._quirks.bounds.nearest(*self.capabilities.nearest_size(work.width, work.height))
        parameters = {**self._options.parameters, **work.parameters}
        model = parameters.pop("model", None)
        quirks, can = self._quirks, self.capabilities
        failed = self._failures.get(name, 0)
        return PictureOrder(
            prompt=well_formed(work.prompt),
            ratio=str(work.ratio),
            width=width,
            height=height,
            seed=work.seed + index,
            sources=work.sources,
            mask=work.mask,
            model=model if isinstance(model, str) else self._options.model,
            parameters=parameters,
            key=(f"{name}:{failed}" if failed else name) if quirks.finds_again else None,
            previews=min(work.previews, quirks.partial_images) if can.previews else 0,
            quality=work.quality if quirks.quality and work.quality != "auto" else None,
            background=work.background if quirks.transparency and work.background != "auto" else None,
        )

    async def _take_in(self, where: str) -> CleanPicture:
        """The picture, kept at once: links to pictures soon end."""
        try:
            if not where.startswith(("http://", "https://")):
                return await self._intake.from_text(where)
            for tried in range(1, FETCH_TRIES + 1):
                try:
                    return await self._intake.from_link(
                        where, deadline_s=self._options.timeout_s, allow=self._options.allow
                    )
                except FetchFailed:
                    if tried == FETCH_TRIES:
                        raise
                    await asyncio.sleep(0.2 * tried)
        except BadPicture as exc:
            raise EngineFailed("The picture that was drawn arrived damaged. Try again.") from exc
        except ForbiddenAddress as exc:
            raise EngineFailed(
                "The engine's picture lies at an address that may not be visited. "
                "Whoever runs this server can name its network in the engine's option 'allow'."
            ) from exc
        except FetchError as exc:
            raise cut_off(
                finds_again=self._quirks.finds_again,
                words="The picture that was drawn could not be fetched. Try again.",
            ) from exc
        raise AssertionError("unreachable")

    async def _preview(self, index: int, text: str, order: Batch) -> None:
        try:
            clean = await self._intake.from_text(text)
        except BadPicture:
            return  # A preview is a courtesy.
        order.events.put_nowait(Preview(index, clean.image, clean.media_type))

    def _remember(self, name: str, error: PaintoverError) -> None:
        """A failure that was told belongs to its key for good: the next attempt needs another."""
        if not self._quirks.finds_again or not isinstance(error, EngineFailed):
            return
        self._failures[name] = self._failures.get(name, 0) + 1
        self._failures.move_to_end(name)
        if len(self._failures) > _FAILURES_REMEMBERED:
            self._failures.popitem(last=False)


def _dialect(options: OpenAIOptions) -> Dialect:
    match options.dialect:
        case "images":
            return ImagesDialect(OwnPictures(options.url))
        case "chat":
            return ChatDialect(OwnPictures(options.url))
        case "responses":
            return ResponsesDialect()


def build(options: Mapping[str, Any], intake: Intake) -> OpenAIEngine:
    """Entry point.

    Raises:
        BadRequest: an option is not usable.
    """
    return OpenAIEngine(read_openai_options(options), intake)
