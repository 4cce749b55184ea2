"""The SDK's client, over a transport that bounds what a server may send."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx2
from openai import AsyncOpenAI, AsyncStream

from paintover.domain.errors import EngineFailed
from paintover.engines.openai.options import OpenAIOptions
from paintover.engines.upstream.failures import UNREADABLE
from paintover.engines.upstream.transport import CONNECT_TIMEOUT_S, open_transport


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
        http_client=httpx2.AsyncClient(
            transport=transport,
            follow_redirects=False,
            trust_env=False,
            timeout=timeout,
        ),
    )


async def open_stream(
    client: AsyncOpenAI, path: str, body: Mapping[str, Any], headers: Mapping[str, str]
) -> AsyncStream[object]:
    """Ask for a stream, and get its events as the JSON that they are: making the SDK's models of a dozen chunks takes
    longer than everything else that it does for a picture.

    Raises:
        EngineFailed: the answer is something else.
        openai.OpenAIError: as any request of the SDK, here and while the events are read.
    """
    answer: Any = await client.post(
        path,
        body={**body, "stream": True},
        options={"headers": headers},
        cast_to=object,
        stream=True,
        stream_cls=AsyncStream[object],
    )
    if not isinstance(answer, AsyncStream):
        raise EngineFailed(UNREADABLE)
    return answer


def member(holder: object, name: str) -> object:
    """What `holder` has under that name; None where it is no JSON object, or has no such member."""
    return holder.get(name) if isinstance(holder, dict) else None
