"""Conversations to test with, written as messages in the layout of the chat transcript."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from paintover.domain.call import Plan
from paintover.planner.offline import plan_offline
from paintover.planner.protocol import Wishes
from paintover.transcript.messages import read_conversation

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
Message = dict[str, Any]


def gen(number: int) -> str:
    """The gen_id of the picture with this ordinal."""
    return f"gen_01jr5q0000e1h8000000000{ALPHABET[number // 32]}{ALPHABET[number % 32]}x"


def task(number: int) -> str:
    return f"task_01jr5p0000e1h8000000000{ALPHABET[number // 32]}{ALPHABET[number % 32]}x"


def asked(text: str, *images: str) -> Message:
    """A user message, with pictures when there are any."""
    if not images:
        return {"role": "user", "content": text}
    parts: list[Message] = [{"type": "image_url", "image_url": {"url": url}} for url in images]
    return {"role": "user", "content": [{"type": "text", "text": text}, *parts]}


def answered(prompt: str, *pictures: int, source: int | None = None, ratio: str = "1:1") -> Message:
    """An answer that shows the pictures with these ordinals; a failure when there are none."""
    call: dict[str, Any] = {"prompt": prompt, "ratio": ratio}
    if source is not None:
        call["gen_id"] = gen(source)
    if len(pictures) > 1:
        call["n"] = len(pictures)
    lines = ["```", json.dumps(call, ensure_ascii=False, indent=2), "```", "", "", ""]
    lines += [f"> ID: `{task(pictures[0] if pictures else 1023)}`", "> 排队中.", "> 生成中..", "> 进度 40%."]
    if not pictures:
        lines += ["> 生成失败 ❌", "> 失败原因：moderation_blocked 请换个说法"]
    else:
        lines.append("> 生成完成 ✅")
        for number in pictures:
            link = f"https://pictures.example/cdn/20250414/{gen(number)[4:]}.png"
            lines += ["", f"> gen_id: `{gen(number)}`", "", f"![{gen(number)}]({link})"]
    return {"role": "assistant", "content": "\n".join(lines)}


def history(*steps: tuple[str, int | None]) -> list[Message]:
    """One picture a step: what was said, and the ordinal of the picture that it edits (None draws anew)."""
    messages: list[Message] = []
    for number, (said, source) in enumerate(steps, 1):
        messages += [asked(said), answered(said, number, source=source)]
    return messages


def planned(messages: Sequence[Message], text: str, *images: str, wishes: Wishes | None = None) -> Plan:
    """The plan for `text` after `messages`."""
    return plan_offline(read_conversation([*messages, asked(text, *images)]), wishes)


KITES = history(
    ("画一只放风筝的熊", None), ("给熊穿件雨衣", 1), ("风筝换成章鱼形状的", 2), ("一座灯塔，版画风", None)
)
TRAMS = history(
    ("a red tram crossing a stone bridge", None),
    ("give the driver a moustache", 1),
    ("add pigeons on the roof", 2),
    ("watercolor of a teapot on a windowsill", None),
)
