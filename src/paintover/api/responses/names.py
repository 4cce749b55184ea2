"""The ids of a response's items. Each tells by itself which task's picture, or which response's message, it names, so a
client may use it for as long as the picture is kept, whatever has become of the response."""

from __future__ import annotations

import re
from dataclasses import dataclass

from paintover.domain.ids import ID_SUFFIX

_CALL = re.compile(rf"ig_({ID_SUFFIX})(?:_([1-9]\d{{0,3}}))?")
_MESSAGE = re.compile(rf"msg_({ID_SUFFIX})(?:_(0|[1-9]\d{{0,4}}))?")


@dataclass(frozen=True, slots=True)
class CallName:
    """One picture of a task."""

    task_id: str
    index: int
    """Its place in the batch, from 0."""


@dataclass(frozen=True, slots=True)
class MessageName:
    """A message of a response: the one at that place of its input, or the one that it answers with (None)."""

    response_id: str
    place: int | None


def call_name(task_id: str, index: int) -> str:
    """The id of the item that holds the picture at the place `index` of a task's batch."""
    suffix = task_id.removeprefix("task_")
    return f"ig_{suffix}_{index}" if index else f"ig_{suffix}"


def message_name(response_id: str, place: int | None = None) -> str:
    """The id of a response's answer in words, or of the item at that place of its input."""
    suffix = response_id.removeprefix("resp_")
    return f"msg_{suffix}" if place is None else f"msg_{suffix}_{place}"


def read_call_name(text: str) -> CallName | None:
    """The inverse of `call_name`; None for any other text."""
    match = _CALL.fullmatch(text)
    return None if match is None else CallName(f"task_{match[1]}", int(match[2] or 0))


def read_message_name(text: str) -> MessageName | None:
    """The inverse of `message_name`; None for any other text."""
    match = _MESSAGE.fullmatch(text)
    if match is None:
        return None
    return MessageName(f"resp_{match[1]}", None if match[2] is None else int(match[2]))
