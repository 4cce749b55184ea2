"""What Paintover adds to an upstream's time, against asking that upstream directly and through LiteLLM's proxy.

The upstream is a bare application that speaks the chat transcript format: a stream with seven percentages and a link to
a picture, which it serves. Paintover plans, keeps the task, draws with its engine `openai`, fetches the picture, rebuilds
and keeps it, and gives its own link; LiteLLM passes the stream on. The measured requests differ from each other, so that
nothing is answered from what was drawn before.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import uvloop

from bench.client import Serving, ask, serving, streams
from bench.row import Row

LITELLM = Path("build/peers/bin/litellm").absolute()
"""Where `make bench` installs it."""
KEYLESS = {"dangerously_permit_weak_or_unset_master_key": True}
"""Neither server asks for a key."""
START_S = 120.0
REQUESTS = 60
ROUNDS = 3
SECONDS = 4.0
CONNECTIONS = 16
BODY = json.dumps(
    {"model": "upstream", "stream": True, "messages": [{"role": "user", "content": "画个牛马"}]},
    ensure_ascii=False,
).encode()


@contextmanager
def litellm(upstream: Serving, workers: int) -> Iterator[Serving]:
    """LiteLLM's proxy in front of `upstream`, with so many worker processes."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    model = {
        "model_name": "upstream",
        "litellm_params": {
            "model": "openai/upstream",
            "api_base": f"http://127.0.0.1:{upstream.port}/v1",
            "api_key": "none",
        },
    }
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.yaml"
        config.write_text(json.dumps({"model_list": [model], "general_settings": KEYLESS}))  # JSON is YAML.
        process = subprocess.Popen(
            [
                LITELLM,
                "--config",
                config,
                "--host",
                "127.0.0.1",
                "--port",
                str(port),
                "--num_workers",
                str(workers),
            ],
            env={
                **os.environ,
                "LITELLM_LOCAL_MODEL_COST_MAP": "True",
                "LITELLM_LOG": "ERROR",
                "LITELLM_MODE": "PRODUCTION",
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(process, port)
            yield Serving(port)
        finally:
            process.kill()
            process.wait()


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/liveliness"):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("LiteLLM's proxy did not start.")


async def _times_ms(servers: list[Serving]) -> list[tuple[float, float]]:
    """For each server the median time to the first byte and to the last; asked in turn, with nothing else to do."""
    times: list[list[tuple[float, float]]] = [[] for _ in servers]
    for number in range(REQUESTS + 5):
        for place, server in enumerate(servers):
            taken = await ask(server, BODY, 10**9 + number)
            if number >= 5:  # The first ones open connections and fill caches.
                times[place].append(taken)
    return [
        (
            statistics.median(first for first, _ in each) * 1000,
            statistics.median(end for _, end in each) * 1000,
        )
        for each in times
    ]


def _rate(server: Serving, round_number: int) -> float:
    ended, seconds = uvloop.run(
        streams(server, BODY, connections=CONNECTIONS, seconds=SECONDS, first=round_number * 10**6)
    )
    return ended / seconds


def measure() -> Iterator[Row]:
    """All servers in one run, in turn."""
    with ExitStack() as stack:
        upstream = stack.enter_context(serving("upstream", BODY.decode()))
        ours = stack.enter_context(serving("through", str(upstream.port)))
        # One process as Paintover is one, and one for each of the two cores.
        theirs = [stack.enter_context(litellm(upstream, workers)) for workers in (1, 2)]
        servers = [upstream, ours, *theirs]
        direct, *through = asyncio.run(_times_ms(servers))
        rounds = [[_rate(server, number) for server in servers] for number in range(ROUNDS)]
        rates = [statistics.median(one[place] for one in rounds) for place in range(len(servers))]
    yield Row(
        "upstream: asked directly",
        f"first byte {direct[0]:.1f} ms, whole {direct[1]:.1f} ms, {rates[0]:,.0f} streams/s",
    )
    names = (
        "Paintover in front",
        "LiteLLM's proxy in front, 1 worker",
        "LiteLLM's proxy in front, 2 workers",
    )
    for name, (first, end), rate in zip(names, through, rates[1:], strict=True):
        first, end = first - direct[0], end - direct[1]
        figure = f"first byte +{first:.1f} ms, whole +{end:.1f} ms, {rate:,.0f} streams/s"
        target, is_met = ("+3 ms each", max(first, end) <= 3) if name == names[0] else ("", None)
        yield Row(f"upstream: {name}", figure, target, is_met)
    alone, both = (statistics.median(one[1] / one[place] for one in rounds) for place in (2, 3))
    yield Row("upstream: streams, against LiteLLM's with 1 worker", f"{alone:.1f} times")
    yield Row(
        "upstream: streams, against LiteLLM's on both cores", f"{both:.1f} times", ">= 20 times", both >= 20
    )
