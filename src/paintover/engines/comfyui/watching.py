"""ComfyUI's socket: how far each workflow is, and what it looks like so far.

What counts is in ComfyUI's history; the socket only says sooner that it is worth looking. When it breaks it is opened
again, and nothing is lost but previews.
"""

from __future__ import annotations

import asyncio
import json
import struct
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from paintover.engines.comfyui.options import ComfyOptions

PREVIEW, PREVIEW_WITH_METADATA = 1, 4
"""Kinds of binary messages: an image behind its format, and one behind a JSON object that says whose it is."""
HELLO = json.dumps({"type": "feature_flags", "data": {"supports_preview_metadata": True}})
"""The first message, without which newer servers send previews that do not say whose they are."""
AGAIN_S = 1.0
"""After how long a broken socket is opened again."""
_OVER = {"execution_success", "execution_error", "execution_interrupted"}


@dataclass(slots=True)
class Watch:
    """One workflow, as the socket tells of it."""

    weights: Mapping[str, float]
    """How much each node counts, together 1."""
    news: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when something has happened; to be cleared by whoever looks."""
    is_over: bool = False
    previews: list[bytes] = field(default_factory=list)
    """Those that nobody has taken yet."""
    tells_states: bool = False
    """Whether the server tells the state of every node, as newer ones do: one that has begun may wait for others."""
    _shares: dict[str, float] = field(default_factory=dict)

    @property
    def fraction(self) -> float:
        """How much of it is done: 0 to 1."""
        return sum(self.weights.get(node, 0.0) * share for node, share in self._shares.items())

    def reach(self, node: str, share: float) -> None:
        """A node is done to that share. Nodes that a server makes up while it runs do not count."""
        if node in self.weights and share > self._shares.get(node, 0.0):
            self._shares[node] = min(1.0, share)
            self.news.set()


class Watching:
    """All workflows of one client, by their prompt ids."""

    def __init__(self, options: ComfyOptions, client_id: str) -> None:
        self._options = options
        self._url = f"ws{options.url.rstrip('/').removeprefix('http')}/ws?clientId={quote(client_id)}"
        self._watched: dict[str, Watch] = {}
        self._current: tuple[str, str | None] | None = None
        """The workflow that runs, and its node."""
        self.is_open = asyncio.Event()

    def watch(self, prompt_id: str, weights: Mapping[str, float]) -> Watch:
        """Begin to listen to a workflow."""
        return self._watched.setdefault(prompt_id, Watch(weights))

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Watching]:
        """Listens for as long as the block runs."""
        listening = asyncio.create_task(self._listen())
        try:
            yield self
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)

    async def _listen(self) -> None:
        while True:
            try:
                async with connect(
                    self._url,
                    additional_headers=self._options.headers,
                    proxy=None,
                    max_size=self._options.max_bytes,
                    open_timeout=10,
                    close_timeout=0.2,
                ) as socket:
                    await socket.send(HELLO)
                    self.is_open.set()
                    async for message in socket:
                        self._hear(message)
            except (WebSocketException, OSError, TimeoutError):
                pass
            for watch in self._watched.values():
                watch.news.set()
            await asyncio.sleep(AGAIN_S)

    def _hear(self, message: str | bytes) -> None:
        if isinstance(message, bytes):
            self._see(message)
            return
        try:
            told = json.loads(message)
        except (ValueError, RecursionError):
            return
        match told:
            case {"type": str(kind), "data": dict(data)}:
                watch = self._watched.get(str(data.get("prompt_id")))
                if watch is not None:
                    self._tell(watch, str(data["prompt_id"]), kind, data)

    def _tell(self, watch: Watch, prompt_id: str, kind: str, data: Mapping[str, Any]) -> None:
        node = data.get("node")
        match kind:
            case "execution_start":
                self._current = (prompt_id, None)
            case "execution_cached":
                for cached in data.get("nodes") or ():
                    watch.reach(str(cached), 1.0)
            case "executing":
                if not watch.tells_states and self._current is not None and self._current[0] == prompt_id:
                    watch.reach(self._current[1] or "", 1.0)
                self._current = (prompt_id, None if node is None else str(node))
            case "progress":
                watch.reach(str(node), _share(data))
            case "progress_state":
                watch.tells_states = True
                states = data.get("nodes")
                for name, state in states.items() if isinstance(states, dict) else ():
                    watch.reach(name, _share(state))
            case "executed":
                watch.reach(str(node), 1.0)
        # Older servers end with a node that is none.
        if kind in _OVER or (kind == "executing" and node is None):
            watch.is_over = True
            watch.news.set()

    def _see(self, message: bytes) -> None:
        if len(message) < 8:
            return
        kind, second = struct.unpack(">II", message[:8])
        prompt_id = self._current[0] if self._current is not None else ""
        image = message[8:]
        if kind == PREVIEW_WITH_METADATA:
            try:
                about = json.loads(message[8 : 8 + second])
            except (ValueError, RecursionError):
                return
            prompt_id = str(about.get("prompt_id")) if isinstance(about, dict) else ""
            image = message[8 + second :]
        elif kind != PREVIEW:
            return
        if (watch := self._watched.get(prompt_id)) is not None:
            watch.previews[:] = [image]  # an older one that nobody has taken is of no use any more
            watch.news.set()


def _share(told: object) -> float:
    """How much of a node's work is done, 0 to 1."""
    match told:
        case {"value": int() | float() as value, "max": int() | float() as most} if most > 0:
            with suppress(OverflowError):
                return value / most
    return 0.0
