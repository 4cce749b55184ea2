"""The contract between the server and whatever understands a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from paintover.domain.call import Plan
from paintover.domain.conversation import Conversation
from paintover.domain.ratio import Ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the request's own fields say, beside the conversation. A field that is set is obeyed over the words."""

    ratio: Ratio | None = None
    n: int | None = None
    seed: int | None = None


class Planner(Protocol):
    """Pure and without I/O of its own unless it asks a model; never raises on any conversation."""

    async def plan(self, conversation: Conversation, wishes: Wishes) -> Plan:
        """Decide which earlier pictures are meant, what is asked of them, and in which words."""
        ...
