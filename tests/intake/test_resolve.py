"""Look-ups leave the loop free, end with their caller's patience, and are bounded in number."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator

import pytest

from paintover.domain.errors import FetchFailed
from paintover.intake import resolve
from paintover.intake.fetch import Fetcher
from paintover.intake.resolve import MAX_LOOKUPS, resolve_with_system


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A system whose look-ups do not return before the event is set."""
    let_go = threading.Event()

    def getaddrinfo(host: str, port: int, **options: int) -> list[object]:
        let_go.wait(30)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    yield let_go
    let_go.set()


async def test_numbers_and_loopback_are_looked_up() -> None:
    assert await resolve_with_system("127.0.0.1", 80) == ["127.0.0.1"]


@pytest.mark.parametrize(("code", "is_absent"), [(socket.EAI_NONAME, True), (socket.EAI_AGAIN, False)])
async def test_an_absent_name_differs_from_a_silent_server(
    monkeypatch: pytest.MonkeyPatch, code: int, is_absent: bool
) -> None:
    def getaddrinfo(host: str, port: int, **options: int) -> list[object]:
        raise socket.gaierror(code, "as the system says")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    if is_absent:
        assert await resolve_with_system("nobody.example", 80) == ()
    else:
        with pytest.raises(OSError, match="as the system says"):
            await resolve_with_system("nobody.example", 80)


async def test_a_stuck_look_up_holds_up_nobody(stuck: threading.Event) -> None:
    fetcher = Fetcher(timeout_s=0.1)
    with pytest.raises(FetchFailed, match="in time"):
        await fetcher.fetch_picture("http://stuck.example/")
    await fetcher.aclose()


async def test_look_ups_are_bounded(stuck: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolve, "_slots", threading.BoundedSemaphore(MAX_LOOKUPS))
    waiting = [asyncio.ensure_future(resolve_with_system(f"h{i}.example", 80)) for i in range(MAX_LOOKUPS)]
    await asyncio.sleep(0)
    with pytest.raises(FetchFailed, match="Too many") as caught:
        await resolve_with_system("one-more.example", 80)
    assert caught.value.retry_after_s
    stuck.set()
    assert await asyncio.gather(*waiting) == [[]] * MAX_LOOKUPS
