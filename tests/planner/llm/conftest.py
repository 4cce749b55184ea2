from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any, Literal, Protocol

import pytest

from paintover.planner.llm.endpoint import Endpoint
from paintover.planner.llm.planner import LlmPlanner
from tests.llm_endpoint import Reply, ScriptedEndpoint

KEY = "sk-very-secret-0123456789"


class Made(Protocol):
    """A planner over an endpoint that gives the replies."""

    def __call__(
        self,
        *replies: Reply,
        asks: Literal["always", "unsure"] = "always",
        deadline_s: float = 10.0,
        **more: Any,
    ) -> Awaitable[tuple[LlmPlanner, ScriptedEndpoint]]: ...


@pytest.fixture
async def made() -> AsyncIterator[Callable[..., Any]]:
    async with AsyncExitStack() as stack:

        async def make(
            *replies: Reply,
            asks: Literal["always", "unsure"] = "always",
            deadline_s: float = 10.0,
            **more: Any,
        ) -> tuple[LlmPlanner, ScriptedEndpoint]:
            endpoint = stack.enter_context(ScriptedEndpoint(*replies))
            asked = Endpoint(url=endpoint.url, model="tiny", key=KEY, **more)
            planner = LlmPlanner(asked, asks=asks, deadline_s=deadline_s, most_pictures=8)
            stack.push_async_callback(planner.aclose)
            return planner, endpoint

        yield make
