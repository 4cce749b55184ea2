"""How fast the transcript is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from bench.row import Row, median_cpu_s
from paintover.transcript.messages import read_conversation
from paintover.transcript.reader import read_answer

SEED = Path(__file__).parents[1] / "tests" / "golden" / "seed_request.json"
TIMES = 200


def seed_messages() -> list[dict[str, str]]:
    """The messages of the seed's request."""
    messages: list[dict[str, str]] = msgspec.json.decode(SEED.read_bytes())["messages"]
    return messages


def measure() -> Iterator[Row]:
    """The seed's answers, many times over; then its whole conversation, in which half of the messages are a few words
    long and cost as much as an answer does."""
    messages = seed_messages() * TIMES
    answers = [message["content"] for message in messages if message["role"] == "assistant"]
    size = sum(len(answer.encode()) for answer in answers)
    rate = size / median_cpu_s(lambda: [read_answer(answer) for answer in answers], 15) / 1e6
    yield Row("transcript: answers read", f"{rate:.0f} MB/s", ">= 20 MB/s", rate >= 20)
    size = sum(len(message["content"].encode()) for message in messages)
    rate = size / median_cpu_s(lambda: read_conversation(messages), 15) / 1e6
    yield Row("transcript: conversations read", f"{rate:.0f} MB/s")
