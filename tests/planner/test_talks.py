"""Conversations planned turn by turn, each on what was planned before: the right picture, and the wish that is left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from paintover.domain.call import Call
from paintover.planner.offline import plan_offline
from paintover.transcript.messages import read_conversation
from tests.planner.conversations import gen

TALKS = [
    line
    for line in (Path(__file__).parent / "talks.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", TALKS)
def test_the_last_turn_comes_to_the_picture_that_is_meant(line: str) -> None:
    talk, _, wanted = line.partition(" => ")
    pointed, _, words = wanted.partition(" ")
    call = _played(talk.split(" / "))
    sources = () if pointed == "new" else tuple(gen(int(number)) for number in pointed.split(","))
    assert call.sources == sources
    assert words in call.prompt


def _played(turns: list[str]) -> Call:
    """The call of the last turn, every earlier one having been drawn as it was planned."""
    messages: list[dict[str, str]] = []
    drawn = 0
    for turn in turns:
        messages.append({"role": "user", "content": turn})
        call = plan_offline(read_conversation(messages)).call
        pictures = range(drawn + 1, drawn + 1 + call.n)
        drawn += call.n
        messages.append({"role": "assistant", "content": _answer(call, pictures)})
    return call


def _answer(call: Call, pictures: range) -> str:
    body: dict[str, object] = {"prompt": call.prompt, "ratio": str(call.ratio)}
    if len(call.sources) == 1:
        body["gen_id"] = call.sources[0]
    elif call.sources:
        body["gen_ids"] = call.sources
    shown = "".join(f"\n> gen_id: `{gen(one)}`\n![{gen(one)}](http://x/{one}.png)\n" for one in pictures)
    return f"```\n{json.dumps(body, ensure_ascii=False)}\n```\n{shown}"
