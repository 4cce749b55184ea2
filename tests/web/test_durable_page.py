"""The page in a browser on the whole server, while connections break, pages are loaded again and servers restart."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncGenerator, Iterator

import httpx
import msgspec
import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from paintover.engines.instant import InstantEngine
from paintover.engines.protocol import EngineEvent, StageDone, Work
from paintover.settings import Settings
from tests.live import LiveServer
from tests.web.browsing import WAIT_S, edit_from, opened, say
from tests.web.wire import Wire

BROKEN = "连接断了，正在接回来"


class Gate(InstantEngine):
    """Draws one picture each time the gate is opened, and counts what it was asked to draw."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.entered = threading.Semaphore(0)
        self.left = threading.Semaphore(0)
        self._opened = 0
        self._waiting: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []
        self._lock = threading.Lock()

    def open(self) -> None:
        """Let one picture through, now or when it comes."""
        with self._lock:
            if self._waiting:
                loop, event = self._waiting.pop(0)
                loop.call_soon_threadsafe(event.set)
            else:
                self._opened += 1

    async def _passed(self) -> None:
        with self._lock:
            if self._opened:
                self._opened -= 1
                return
            waiting = asyncio.get_running_loop(), asyncio.Event()
            self._waiting.append(waiting)
        try:
            await waiting[1].wait()
        finally:
            with self._lock:
                if waiting in self._waiting:
                    self._waiting.remove(waiting)

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        self.begun.append(work.prompt)
        self.entered.release()
        try:
            yield StageDone("wait", 0.4)
            await self._passed()
        finally:
            self.left.release()
        async for event in super().paint(work):
            yield event


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def quick(settings: Settings) -> Settings:
    """One worker, and no patience with what runs when the server ends."""
    return msgspec.structs.replace(settings, workers=1, drain_s=0.01)


@pytest.fixture
def live(quick: Settings, gate: Gate) -> Iterator[LiveServer]:
    with LiveServer(quick, gate) as live:
        yield live


@pytest.fixture
def page(context: BrowserContext, live: LiveServer, complaints: list[str]) -> Iterator[Page]:
    with opened(context, live.url, complaints) as page:
        yield page


def requests_of(page: Page) -> list[Request]:
    """The chat requests that the page makes from now on."""
    made: list[Request] = []
    page.on("request", lambda request: made.append(request) if "/completions" in request.url else None)
    return made


def wait_until_kept(page: Page, *, turns: int) -> None:
    """Until the browser has so many turns of the conversation on its disk."""
    page.wait_for_function(
        """number => new Promise(resolve => {
            const opening = indexedDB.open("paintover");
            opening.onsuccess = () => {
                const asked = opening.result.transaction("turns").objectStore("turns").getAll();
                asked.onsuccess = () => { opening.result.close(); resolve(asked.result.some(kept => kept.length === number)); };
            };
        })""",
        arg=turns,
    )


def is_one_request(made: list[Request]) -> bool:
    return len({(one.post_data_buffer, one.headers["idempotency-key"]) for one in made}) == 1


def drawn_by(live: LiveServer) -> list[str]:
    with live.http() as client:
        return [one["prompt"] for one in client.get("/v1/generations").json()["data"]]


def test_a_page_loaded_again_while_drawing_gets_its_pictures(
    page: Page, live: LiveServer, gate: Gate
) -> None:
    made = requests_of(page)
    say(page, "画个牛马")
    assert gate.entered.acquire(timeout=WAIT_S)
    say(page, "加顶帽子")
    wait_until_kept(page, turns=2)
    for again in range(2):
        page.reload()
        expect(page.locator(".turn .pct")).to_have_text("正在画 39 %")
        # The percentage may be what the browser has kept; the page asks again a moment later.
        deadline = time.monotonic() + WAIT_S
        while len(made) < again + 2 and time.monotonic() < deadline:
            page.wait_for_timeout(20)
    expect(page.locator(".turn").nth(1)).to_contain_text("等前一张画完")
    gate.open()
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    assert len(made) >= 3
    assert is_one_request(made[:3])
    gate.open()
    expect(page.locator("#news")).to_have_text("图 2 画好了")
    expect(page.locator(".turn").nth(1).locator(".why")).to_contain_text("改自图 1")
    assert gate.begun == ["画个牛马", "加顶帽子"]
    assert drawn_by(live) == ["加顶帽子", "画个牛马"]


def test_a_broken_connection_and_a_restarted_server_lose_nothing(
    context: BrowserContext, quick: Settings, gate: Gate, complaints: list[str]
) -> None:
    with Wire() as wire:
        with LiveServer(quick, gate) as live:
            wire.to_port = live.port
            opening = opened(context, wire.url, complaints)
            page = opening.__enter__()
            made = requests_of(page)
            say(page, "画个牛马")
            assert gate.entered.acquire(timeout=WAIT_S)
            expect(page.locator(".turn .pct")).to_have_text("正在画 39 %")
            wire.cut()
            expect(page.locator(".turn .pct")).to_have_text(BROKEN)
            expect(page.locator(".turn .pct")).to_have_text("正在画 39 %")
            assert gate.begun == ["画个牛马"]
        expect(page.locator(".turn .pct")).to_have_text(BROKEN)
        with LiveServer(quick, gate) as live:
            gate.open()
            wire.to_port = live.port
            expect(page.locator("#news")).to_have_text("图 1 画好了")
            assert is_one_request(made)
            assert drawn_by(live) == ["画个牛马"]
            opening.__exit__(None, None, None)


def test_stop_lets_the_engine_go_and_trying_again_draws(page: Page, live: LiveServer, gate: Gate) -> None:
    say(page, "画个牛马")
    assert gate.entered.acquire(timeout=WAIT_S)
    expect(page.locator(".turn .pct")).to_have_text("正在画 39 %")
    page.locator(".turn").get_by_role("button", name="停下").click()
    expect(page.locator(".turn .trouble")).to_have_text("停下了再试一次")
    assert gate.left.acquire(timeout=WAIT_S)
    with live.http() as client:
        assert [one["state"] for one in client.get("/v1/tasks").json()["data"]] == ["cancelled"]
    page.reload()
    expect(page.locator(".turn .trouble")).to_have_text("停下了再试一次")
    gate.open()
    page.locator(".turn").get_by_role("button", name="再试一次").click()
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    assert drawn_by(live) == ["画个牛马"]


def test_the_queue_moves_on_the_page(page: Page, live: LiveServer, gate: Gate) -> None:
    def ask(client: httpx.Client, words: str) -> str:
        body = {"messages": [{"role": "user", "content": words}], "background": True}
        response = client.post("/v1/chat/completions", json=body)
        assert response.status_code == 202, response.text
        return str(response.json()["id"])

    with live.http() as client:
        ask(client, "画一头牛")
        assert gate.entered.acquire(timeout=WAIT_S)
        first = ask(client, "画一匹马")
        say(page, "画只猫")
        expect(page.locator(".turn .pct")).to_have_text("排队第 2 位")
        client.post(f"/v1/tasks/{first}/cancel")
        expect(page.locator(".turn .pct")).to_have_text("排队中")
        gate.open()
        gate.open()
        expect(page.locator("#news")).to_have_text("图 1 画好了")


def test_a_full_queue_is_told_with_its_time(
    context: BrowserContext, quick: Settings, gate: Gate, complaints: list[str]
) -> None:
    full = msgspec.structs.replace(quick, owner_queue_limit=1)
    with LiveServer(full, gate) as live, opened(context, live.url, complaints) as page, live.http() as client:
        for words in ("画一头牛", "画一匹马"):
            body = {"messages": [{"role": "user", "content": words}], "background": True}
            assert client.post("/v1/chat/completions", json=body).status_code == 202
            gate.entered.acquire(timeout=WAIT_S if words == "画一头牛" else 0)
        say(page, "画只猫")
        expect(page.locator(".turn .trouble")).to_contain_text("秒后再试")
        gate.open()
        gate.open()


def test_words_on_a_chosen_picture_are_understood(
    context: BrowserContext, settings: Settings, complaints: list[str]
) -> None:
    with LiveServer(settings) as live, opened(context, live.url, complaints) as page:
        for number, words in enumerate(("画个牛马", "画一只猫"), 1):
            say(page, words)
            expect(page.locator("#news")).to_have_text(f"图 {number} 画好了")

        def choose_and_say(words: str) -> None:
            edit_from(page, 1)
            expect(page.locator("#from b")).to_have_text("接着图 1")
            say(page, words)

        choose_and_say("加个帽子，来两张，16:9")
        expect(page.locator("#news")).to_have_text("图 4 画好了")
        expect(page.locator(".turn").nth(2).locator(".said")).to_have_text("加个帽子，来两张，16:9")
        expect(page.locator(".turn").nth(2).locator(".why")).to_have_text("改自图 1，是你点的这张")
        expect(page.locator(".turn").nth(2)).to_contain_text("16:9")
        choose_and_say("give the horse a hat, 3:2, 2 pictures")
        expect(page.locator("#news")).to_have_text("图 6 画好了")
        expect(page.locator(".turn").nth(3).locator(".why")).to_contain_text("改自图 1")
        expect(page.locator(".turn").nth(3)).to_contain_text("3:2")
        choose_and_say("这张多大？")
        expect(page.locator(".turn").nth(4).locator(".words")).to_contain_text("1024 × 1024")
        choose_and_say("What size is it?")
        expect(page.locator(".turn").nth(5).locator(".words")).to_contain_text("1024 × 1024")
        assert "gen_" not in page.locator("#talk").inner_text()
        kept = drawn_by(live)
        assert kept[::-1] == ["画个牛马", "画一只猫", *["加个帽子"] * 2, *["give the horse a hat"] * 2]
