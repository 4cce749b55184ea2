"""How many streams one server process delivers, how soon the first byte leaves, and what an open stream costs."""

from __future__ import annotations

import asyncio
import json
import statistics
from collections.abc import Iterator
from contextlib import ExitStack

import uvloop

from bench.client import Serving, ask, open_streams, serving, streams
from bench.row import Row

ROUNDS = 3
SECONDS = 3.0
CONNECTIONS = 32
WAITING = 2000
BODY = json.dumps(
    {"model": "gpt-4o-image", "stream": True, "messages": [{"role": "user", "content": "画个牛马"}]},
    ensure_ascii=False,
).encode()


def _delivered(server: Serving) -> tuple[float, float]:
    """Streams a second, and CPU microseconds of the server for each."""
    before = server.figures()["cpu_s"]
    ended, seconds = uvloop.run(streams(server, BODY, connections=CONNECTIONS, seconds=SECONDS))
    return ended / seconds, (server.figures()["cpu_s"] - before) / ended * 1e6


def measure() -> Iterator[Row]:
    """Rounds of all servers in turn, so that a change of the machine's speed meets them alike."""
    with ExitStack() as stack:
        raw = stack.enter_context(serving("raw", BODY.decode()))
        layer = stack.enter_context(serving("layer"))
        joined = stack.enter_context(serving("joined", BODY.decode()))
        whole = stack.enter_context(serving("whole"))
        servers = (raw, layer, joined, whole)
        rounds = [[_delivered(server) for server in servers] for _ in range(ROUNDS)]
        names = (
            "bare ASGI, the same bytes",
            "streaming layer, instant engine",
            "bare ASGI, the same bytes in as few writes",
            "planner, store and task record included",
        )
        for place, name in enumerate(names):
            rate = statistics.median(one[place][0] for one in rounds)
            cpu = statistics.median(one[place][1] for one in rounds)
            # By CPU: on few cores the load generator holds the faster server back, which would flatter the ratio.
            share = statistics.median(one[0][1] / one[place][1] for one in rounds)
            figure = f"{rate:,.0f} streams/s, {cpu:,.0f} µs CPU a stream" + (
                f", {share:.0%} of bare" if place else ""
            )
            target, is_met = (">= 50 % of bare", share >= 0.5) if place == 1 else ("", None)
            yield Row(f"streams: {name}", figure, target, is_met)
        first = (
            statistics.median(asyncio.run(ask(whole, BODY, 10**9 + number))[0] for number in range(30)) * 1000
        )
        yield Row("streams: first byte at idle", f"{first:.1f} ms", "< 10 ms", first < 10)
    with serving("waiting") as waiting:
        asyncio.run(open_streams(waiting, BODY, 50, first=10**9))
        cost = uvloop.run(open_streams(waiting, BODY, WAITING)) / 1000
        yield Row(
            f"streams: memory of an open one, {WAITING:,} waiting", f"{cost:.1f} kB", "<= 30 kB", cost <= 30
        )
