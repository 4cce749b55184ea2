"""Messages survive the wire, and what is none is told as that."""

from __future__ import annotations

import asyncio
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paintover.engines.diffusers.frames import (
    MOST_BYTES,
    BrokenWireError,
    Cancel,
    Drawn,
    FromWorker,
    Model,
    Over,
    Paint,
    Pixels,
    Ready,
    packed,
    read_news,
    read_order,
)

TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=40)
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How fast a machine is, is not in question here."""
PIXELS = Pixels(2, 1, 3, b"\x00\xff\x80\x01\x02\x03")


async def news_in(raw: bytes) -> list[FromWorker]:
    wire = asyncio.StreamReader()
    wire.feed_data(raw)
    wire.feed_eof()
    found = []
    while (message := await read_news(wire)) is not None:
        found.append(message)
    return found


@patient
@given(TEXTS, st.lists(st.integers(0, 2**63 - 1), max_size=8))
def test_orders_arrive_as_they_were_sent(prompt: str, seeds: list[int]) -> None:
    order = Paint(
        order=3,
        model=Model(name="m", dtype="float16"),
        pipeline="P",
        prompt=prompt,
        seeds=tuple(seeds),
        sources=(PIXELS,),
        arguments={"num_inference_steps": 3, "sigmas": [1.0, 0.5], "negative_prompt": prompt},
    )
    wire = BytesIO(packed(order) + packed(Cancel(3)))
    assert [read_order(wire), read_order(wire), read_order(wire)] == [order, Cancel(3), None]


async def test_news_arrives_as_it_was_sent() -> None:
    told: list[FromWorker] = [Ready(), Drawn(1, 0, PIXELS), Over(1)]
    assert await news_in(b"".join(map(packed, told))) == told


@patient
@given(st.binary(max_size=64))
def test_whatever_is_written_is_a_message_the_end_or_an_error_that_is_meant(raw: bytes) -> None:
    try:
        asyncio.run(news_in(raw))
        read_order(BytesIO(raw))
    except BrokenWireError:
        pass


@pytest.mark.parametrize("cut", [1, 3, 4, 9])
async def test_a_message_that_is_cut_short_is_the_end(cut: int) -> None:
    whole = packed(Drawn(1, 0, PIXELS))
    assert await news_in(whole[:cut]) == []
    assert read_order(BytesIO(packed(Cancel(1))[: min(cut, 5)])) is None


async def test_a_length_that_no_message_has_is_told_before_anything_is_read() -> None:
    raw = (MOST_BYTES + 1).to_bytes(4, "big")
    with pytest.raises(BrokenWireError, match="longer"):
        await news_in(raw)
    with pytest.raises(BrokenWireError, match="longer"):
        read_order(BytesIO(raw))
