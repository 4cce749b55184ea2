"""Streams of events, cut anywhere."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.domain.errors import EngineFailed
from paintover.engines.openai.client import data_of_events, open_client, open_stream
from paintover.engines.openai.failures import translated
from paintover.engines.openai.options import OpenAIOptions
from tests.engines.openai.upstream import Answer, Upstream, stream

LINES = [
    b": hi",
    b"event: x",
    b"data: a",
    b"data:b",
    b"",
    b"",
    b"data: c",
    b"id: 3",
    b"",
    b"data: never ended",
]


@given(st.sampled_from([b"\n", b"\r\n", b"\r"]), st.lists(st.integers(0, 90)))
async def test_events_are_the_same_however_they_are_cut(end: bytes, cuts: list[int]) -> None:
    written = end.join(LINES)

    async def parts() -> AsyncIterator[bytes]:
        at = 0
        for cut in [*sorted(cuts), len(written)]:
            yield written[at:cut]
            at = cut

    assert [data async for data in data_of_events(parts())] == [b"a\nb", b"c"]


@pytest.mark.parametrize("parts", [[b""], [b'{"data": []}'], [b"<html>\n\n"], [b"data: x"], [b"\n\n\n"]])
async def test_what_is_no_stream_has_no_events(parts: list[bytes]) -> None:
    async def given_parts() -> AsyncIterator[bytes]:
        for part in parts:
            yield part

    assert [data async for data in data_of_events(given_parts())] == []


async def events_of(answer: Answer) -> list[object]:
    """What the stream of one answer holds."""
    async with Upstream([answer]) as upstream:
        client = open_client(OpenAIOptions(url=upstream.url, model="m"))
        try:
            async with await open_stream(client, "/chat/completions", {"model": "m"}, {}) as events:
                return [event async for event in events]
        finally:
            await client.close()


async def test_json_is_read_as_leniently_as_python_reads_it() -> None:
    events = await events_of(stream('{"half": "\\ud83d", "none": NaN}', {"a": 1}, "[DONE]", {"late": 1}))
    assert events[0] == {"half": "\ud83d", "none": pytest.approx(float("nan"), nan_ok=True)}
    assert events[1:] == [{"a": 1}]


@pytest.mark.parametrize("event", ["{", "nothing", "[" * 200_000])
async def test_what_is_no_json_cannot_be_read(event: str) -> None:
    with pytest.raises((ValueError, RecursionError)) as caught:
        await events_of(stream({"a": 1}, event))
    error = translated(caught.value, finds_again=False)
    assert type(error) is EngineFailed
    assert "cannot be read" in error.message
