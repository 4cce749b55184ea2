"""The SDK's client, over a transport that bounds what a server may send."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
from contextlib import aclosing, suppress
from types import TracebackType
from typing import Any

import httpx2
import msgspec
import openai
from openai import AsyncOpenAI, AsyncStream

from paintover.engines.openai.options import OpenAIOptions
from paintover.engines.upstream.transport import CONNECT_TIMEOUT_S, open_transport

DRAIN_TIMEOUT_S = 0.1
"""How long the end of an answer is waited for when all that matters has been said."""


def open_client(options: OpenAIOptions) -> AsyncOpenAI:
    """A client of the server that the options name. It takes nothing from the environment, follows no redirects, and
    never tries again by itself: who pays twice is not for it to decide."""
    transport = open_transport(
        max_bytes=options.max_bytes,
        headers=options.headers,
        requests=options.requests,
        proxy=options.proxy,
        # The SDK insists on a key; a server that has none, or another header for it, shall not be shown one that is none.
        without=frozenset() if options.key else frozenset({"authorization"}),
    )
    timeout = httpx2.Timeout(options.timeout_s, connect=min(CONNECT_TIMEOUT_S, options.timeout_s))
    return AsyncOpenAI(
        base_url=options.url,
        api_key=options.key or "none",
        organization="",
        project="",
        webhook_secret="",
        default_query=dict(options.query),
        max_retries=0,
        timeout=timeout,
        http_client=_PlainClient(
            transport=transport,
            follow_redirects=False,
            trust_env=False,
            timeout=timeout,
        ),
    )


class _PlainClient(httpx2.AsyncClient):
    """What the SDK sends with, without what must not happen here anyway: headers of its own, cookies, redirects, and
    authentication beside the SDK's. That took as long as the sending."""

    def build_request(self, method: str, url: httpx2.URL | str, **given: Any) -> httpx2.Request:
        timeout = httpx2.Timeout(given.pop("timeout"))
        return httpx2.Request(method, url, extensions={"timeout": timeout.as_dict()}, **given)

    async def send(
        self, request: httpx2.Request, *, stream: bool = False, **given: object
    ) -> httpx2.Response:
        response = await self._transport.handle_async_request(request)
        response.request = request
        if not stream:
            try:
                await response.aread()
            finally:
                await response.aclose()
        return response


async def open_stream(
    client: AsyncOpenAI, path: str, body: Mapping[str, Any], headers: Mapping[str, str]
) -> JsonEvents:
    """Ask for a stream, and get its events as the JSON that they are: the SDK makes the request and knows the errors, but
    reading the answer through it, and making its models of a dozen chunks, took longer than all else.

    Raises:
        openai.OpenAIError: as any request of the SDK.
    """
    response: Any = await client.post(
        path,
        body={**body, "stream": True},
        options={"headers": headers},
        cast_to=httpx2.Response,
        stream=True,
        stream_cls=AsyncStream[object],
    )
    return JsonEvents(response)


class JsonEvents:
    """Server-sent events whose data is JSON, up to ``[DONE]``. To be used as a context, which ends the answer."""

    def __init__(self, response: httpx2.Response) -> None:
        self._response = response

    async def __aenter__(self) -> JsonEvents:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._response.aclose()

    async def __aiter__(self) -> AsyncGenerator[object, None]:
        """The data of each event; none where the answer is something else.

        Raises:
            openai.APIError: an event tells an error.
            ValueError, RecursionError: one is no JSON.
            httpx2.HTTPError: the answer breaks off.
        """
        parts = self._parts()
        async with aclosing(parts), aclosing(data_of_events(parts)) as events:
            async for data in events:
                if data.startswith(b"[DONE]"):
                    await _drain(parts)
                    return
                event = _read(data)
                if error := member(event, "error"):
                    words = member(error, "message")
                    raise openai.APIError(
                        words if isinstance(words, str) and words else "An error occurred during streaming",
                        request=self._response.request,
                        body=error,
                    )
                yield event

    async def _parts(self) -> AsyncGenerator[bytes, None]:
        # Past the decoders of what may not be packed anyway.
        assert isinstance(self._response.stream, httpx2.AsyncByteStream)
        async for part in self._response.stream:
            yield part


async def data_of_events(parts: AsyncIterator[bytes]) -> AsyncGenerator[bytes, None]:
    """The data of server-sent events (WHATWG HTML, 9.2.6), whatever their types. What no empty line ends is no event."""
    begun: list[bytes] = []
    """Of a line that has not come to its end: a picture may take hundreds of parts."""
    data: list[bytes] = []
    async for part in parts:
        begun.append(part)
        # A line's end of two characters may come in halves.
        if (b"\n" in part or b"\r" in part) and not part.endswith(b"\r"):
            lines = b"".join(begun).splitlines()
            begun = [] if part.endswith(b"\n") else [lines.pop()]
            for event in _ended(lines, data):
                yield event
    for event in _ended(b"".join(begun).splitlines(), data):
        yield event


def _ended(lines: list[bytes], data: list[bytes]) -> Iterator[bytes]:
    """The data of the events that end in these lines; `data` holds that of the one under way."""
    for line in lines:
        if line.startswith(b"data:"):
            data.append(line[6:] if line.startswith(b" ", 5) else line[5:])
        elif not line and data:
            yield b"\n".join(data)
            data.clear()


async def _drain(parts: AsyncIterator[bytes]) -> None:
    """Take the end of an answer off the line, so that its connection can be kept."""
    with suppress(TimeoutError, httpx2.HTTPError):
        async with asyncio.timeout(DRAIN_TIMEOUT_S):
            async for _ in parts:
                pass


def _read(data: bytes) -> object:
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError:
        # Halves of a character, numbers that are none: Python is more lenient.
        return json.loads(data)


def member(holder: object, name: str) -> object:
    """What `holder` has under that name; None where it is no JSON object, or has no such member."""
    return holder.get(name) if isinstance(holder, dict) else None
