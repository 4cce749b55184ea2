"""How long the planner takes to decide."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from bench.row import Row, median_cpu_s
from bench.transcript import seed_messages
from paintover.domain.call import Call
from paintover.domain.ids import new_gen_id, new_task_id
from paintover.planner.offline import OfflinePlanner
from paintover.planner.protocol import Wishes
from paintover.transcript.grammar import ZH
from paintover.transcript.messages import read_conversation
from paintover.transcript.writer import AnswerWriter

THINGS = ("牛", "马", "狗", "猫", "大象", "老虎", "兔子", "羊", "猪", "鸭子")


def long_conversation(turns: int) -> list[dict[str, str]]:
    """A conversation of `turns` edits, each of the one before, with its answers as our own writer writes them."""
    messages: list[dict[str, str]] = []
    source: tuple[str, ...] = ()
    for turn in range(turns):
        said = f"在{THINGS[turn % 10]}旁边再加一只{THINGS[turn * 3 % 10]}" if turn else "画一片草地"
        writer, gen_id = AnswerWriter(ZH, download_link=True), new_gen_id()
        url = f"http://127.0.0.1:8787/cdn/20260101/{gen_id[4:]}.png"
        text = writer.echo(Call(action="edit", prompt=said, sources=source)) + writer.task(new_task_id())
        text += writer.queued() + writer.running() + writer.done() + writer.picture(gen_id, url, url)
        messages += [{"role": "user", "content": said}, {"role": "assistant", "content": "".join(text)}]
        source = (gen_id,)
    return [*messages, {"role": "user", "content": "刚才加大象的那一张，让大象戴上红帽子"}]


def measure() -> Iterator[Row]:
    """Planning alone, from a conversation that has been read."""
    planner = OfflinePlanner()
    planner.warm()
    took: dict[str, float] = {}
    for name, messages, target_ms in (
        ("the seed", seed_messages(), 2),
        ("a conversation of 12 pictures", long_conversation(12), 3),
        ("a conversation of 200 turns", long_conversation(200), 20),
        ("a conversation of 500 turns", long_conversation(500), 25),
    ):
        conversation = read_conversation(messages)
        ms = median_cpu_s(lambda c=conversation: asyncio.run(planner.plan(c, Wishes())), 21) * 1000  # type: ignore[misc]
        took[name] = ms
        yield Row(f"planner: {name}", f"{ms:.2f} ms", f"<= {target_ms} ms", ms <= target_ms)
    growth = took["a conversation of 500 turns"] / took["a conversation of 200 turns"]
    yield Row("planner: 500 turns against 200", f"{growth:.2f} times", "<= 2.75 times", growth <= 2.75)
