"""How fast the transcript is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from bench.row import Row, median_cpu_s
from paintover.transcript.messages import read_conversation

SEED = Path(__file__).parents[1] / "tests" / "golden" / "seed_request.json"


def seed_messages() -> list[dict[str, str]]:
    """The messages of the seed's request."""
    messages: list[dict[str, str]] = msgspec.json.decode(SEED.read_bytes())["messages"]
    return messages


def measure() -> Iterator[Row]:
    """The seed's conversation, many times over."""
    messages = seed_messages() * 200
    size = sum(len(message["content"].encode()) for message in messages)
    rate = size / median_cpu_s(lambda: read_conversation(messages), 7) / 1e6
    yield Row("transcript: read", f"{rate:.0f} MB/s", ">= 20 MB/s", rate >= 20)
