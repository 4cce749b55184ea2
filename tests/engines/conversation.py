"""One conversation of ten turns, held with a server that draws with any engine, and checked at each turn: what was told, what
is kept and of what it was made, and what the engine was asked.

It goes over a real socket, streamed, as a client that knows nothing but the text of the answers would have it. An engine is
held to what it claims: what it cannot do is refused in words, and the conversation goes on.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from paintover.domain.ids import is_gen_id
from paintover.engines.protocol import Engine, EngineEvent, SourceImage, Work
from paintover.settings import Settings
from paintover.transcript.reader import read_answer
from tests.live import LiveServer
from tests.pixels import pixels


class Watched(Engine):
    """An engine whose orders are written down."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.name = engine.name
        self.version = engine.version
        self.capabilities = engine.capabilities
        self.orders: list[Work] = []

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        self.orders.append(work)
        async with aclosing(self._engine.paint(work)) as events:
            async for event in events:
                yield event

    async def svg(self, source: SourceImage) -> bytes:
        return await self._engine.svg(source)

    async def check(self) -> None:
        await self._engine.check()

    async def warm(self) -> None:
        await self._engine.warm()

    async def aclose(self) -> None:
        await self._engine.aclose()


@dataclass(frozen=True)
class Turn:
    """Something that is said, and what has to come of it."""

    says: str
    prompt: str = ""
    """What the engine is to be asked; nothing, where the answer is to be in words."""
    sources: tuple[str, ...] = ()
    """The names of the turns whose (first) pictures it is to be made from."""
    name: str = ""
    ratio: str = "1:1"
    n: int = 1
    draws: bool = True
    """Whether the engine is asked: not where the very picture of an earlier turn is wanted."""


TURNS = (
    Turn("Draw an ox and a horse on a meadow", "Draw an ox and a horse on a meadow", name="first"),
    Turn("put a hat on the ox", "put a hat on the ox", ("first",), name="hat"),
    Turn("go back to the first picture", "Keep it as it is", ("first",), name="back", draws=False),
    Turn("give the ox in the first picture a red scarf", "give the ox a red scarf", ("first",), name="scarf"),
    Turn("what is in the last picture?"),
    Turn("another variation of that", "give the ox a red scarf", ("first",), name="variation"),
    Turn("make it 16:9", "make it 16:9", ("variation",), name="wide", ratio="16:9"),
    Turn("undo that", "Keep it as it is", ("variation",), name="undone", draws=False),
    Turn("combine the first picture and the second one into one picture", "combine picture 1 and picture 2 into one picture", ("first", "hat"), name="both"),
    Turn("add a moon to the first picture, two versions", "add a moon", ("first",), name="night", n=2),
)  # fmt: skip


@dataclass
class Held:
    """A conversation that has been held."""

    orders: list[Work] = field(default_factory=list)
    """What the engine was asked, in order."""
    pictures: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """By the turn's name: what the server knows of each of its pictures."""
    refused: dict[str, str] = field(default_factory=dict)
    """By the turn's name: why the engine could not do it."""


def hold(engine: Engine, folder: Path) -> Held:
    """Hold the conversation with a server that draws with `engine`, whose data lies in `folder`."""
    watched, held = Watched(engine), Held()
    settings = Settings(data=str(folder), port=0, attempts=1)
    with LiveServer(settings, watched) as live, live.http() as http:
        talk = _Talk(http, watched, held)
        for turn in TURNS:
            talk.say(turn)
        talk.check_tree()
        assert live.url not in str([order.prompt for order in watched.orders])
    held.orders = watched.orders
    return held


class _Talk:
    def __init__(self, http: httpx.Client, engine: Watched, held: Held) -> None:
        self._http = http
        self._engine = engine
        self._held = held
        self._messages: list[dict[str, str]] = []
        self._gen_ids: set[str] = set()

    def say(self, turn: Turn) -> None:
        """Say it, and check what comes of it."""
        before = len(self._engine.orders)
        text = self._answer(turn.says)
        orders = self._engine.orders[before:]
        answer = read_answer(text)
        if not turn.prompt:
            assert orders == []
            assert answer is None
            assert "ox" in text
            return
        assert answer is not None, text
        assert answer.call is not None, text
        if answer.failed:
            # Before anything was drawn, and with words that say what to do.
            assert not self._can(turn), text
            assert answer.pictures == ()
            assert answer.reason
            self._held.refused[turn.name] = answer.reason
            return
        assert len(orders) == turn.draws
        for order in orders:
            self._check_order(turn, order)
        shown = [self._kept(picture.gen_id, picture.url) for picture in answer.pictures]
        assert len(shown) == turn.n
        # Shown as they are done.
        assert sorted(one["batch_index"] for one in shown) == list(range(turn.n))
        for one in shown:
            self._check_picture(turn, orders[0] if orders else None, one)
        self._held.pictures[turn.name] = shown

    def check_tree(self) -> None:
        """What is kept is what was shown, and the whole of it is one tree."""
        listed = self._http.get("/v1/generations", params={"limit": 100}).json()["data"]
        assert {one["gen_id"] for one in listed} == self._gen_ids
        first = self._held.pictures["first"][0]["gen_id"]
        tree = self._http.get(f"/v1/generations/{first}/lineage", params={"direction": "all"}).json()
        assert tree["root"] == first
        assert {node["gen_id"] for node in tree["nodes"]} == self._gen_ids
        edges = {(edge["parent"], edge["child"]) for edge in tree["edges"]}
        assert edges == {(source, one["gen_id"]) for one in listed for source in one["sources"]}

    def _answer(self, says: str) -> str:
        self._messages.append({"role": "user", "content": says})
        body = {"model": "paintover", "stream": True, "messages": self._messages}
        text = ""
        with self._http.stream("POST", "/v1/chat/completions", json=body) as response:
            assert response.status_code == 200
            for line in response.iter_lines():
                if line.startswith("data: {"):
                    chunk = httpx.Response(200, content=line.removeprefix("data: ")).json()
                    text += chunk["choices"][0]["delta"].get("content") or ""
        self._messages.append({"role": "assistant", "content": text})
        return text

    def _can(self, turn: Turn) -> bool:
        can = self._engine.capabilities
        return can.redraws or (bool(can.edits) and len(turn.sources) <= can.max_sources)

    def _check_order(self, turn: Turn, order: Work) -> None:
        can = self._engine.capabilities
        assert (order.n, str(order.ratio), order.mask, order.kept) == (turn.n, turn.ratio, None, frozenset())
        sources = [self._held.pictures[name][0] for name in turn.sources]
        if sources and not can.edits:
            assert (order.sources, order.prompt) == ((), order.description)
            assert turn.prompt in order.prompt or turn.prompt.startswith("Keep")
            return
        assert order.prompt == turn.prompt
        assert [source.gen_id for source in order.sources] == [one["gen_id"] for one in sources]
        for source, one in zip(order.sources, sources, strict=True):
            assert (source.width, source.height, source.media_type) == (
                one["width"],
                one["height"],
                one["media_type"],
            )
            assert source.engine == self._engine.name
            assert source.scene == one["scene"]
        if turn.name == "variation":
            scarf = self._held.pictures["scarf"][0]
            assert order.seed != scarf["seed"]

    def _kept(self, gen_id: str | None, url: str | None) -> dict[str, Any]:
        assert gen_id is not None
        assert is_gen_id(gen_id)
        assert gen_id not in self._gen_ids
        self._gen_ids.add(gen_id)
        known: dict[str, Any] = self._http.get(f"/v1/generations/{gen_id}").json()
        assert known["url"] == url
        return known

    def _check_picture(self, turn: Turn, order: Work | None, one: dict[str, Any]) -> None:
        can = self._engine.capabilities
        assert (one["engine"], one["engine_version"]) == (self._engine.name, self._engine.version)
        assert one["sources"] == [self._held.pictures[name][0]["gen_id"] for name in turn.sources]
        assert one["prompt"] == turn.prompt
        if order is None:
            before = self._held.pictures[turn.sources[0]][0]
            assert all(one[name] == before[name] for name in ("width", "height", "byte_length", "scene"))
        else:
            assert (one["width"], one["height"]) == can.nearest_size(order.width, order.height)
        assert re.fullmatch(r"http://\S+/cdn/\d{8}/[0-9A-Za-z]{32}\.png", one["url"])
        file = self._http.get(one["url"])
        assert file.headers["content-type"] == one["media_type"] == "image/png"
        assert len(file.content) == one["byte_length"]
        assert pixels(file.content).shape[:2] == (one["height"], one["width"])
