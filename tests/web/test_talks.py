"""Conversations that are kept on the server, seen by several browsers on the whole server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from paintover.settings import Settings
from tests.live import LiveServer
from tests.web.browsing import EMPTY, NARROW, WAIT_S, opened, prints, say
from tests.web.test_durable_page import Gate, drawn_by, is_one_request, requests_of, wait_until_kept
from tests.web.test_studio import keys_of, violations

HELD = "() => [...document.querySelectorAll('.shelf .row b')].map(row => row.textContent)"


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def live(settings: Settings, gate: Gate) -> Iterator[LiveServer]:
    with LiveServer(settings, gate) as live:
        yield live


@pytest.fixture
def page(context: BrowserContext, live: LiveServer, complaints: list[str]) -> Iterator[Page]:
    with opened(context, live.url, complaints) as page:
        yield page


@contextmanager
def elsewhere(browser: Browser, live: LiveServer, complaints: list[str]) -> Iterator[Page]:
    """The page in a browser that has never seen it."""
    context = browser.new_context(locale="zh-CN", reduced_motion="reduce")
    with opened(context, live.url, complaints) as page:
        yield page
    context.close()


def kept(live: LiveServer) -> list[dict[str, Any]]:
    with live.http() as http:
        found: list[dict[str, Any]] = http.get("/v1/conversations").json()["data"]
        return found


def draw(page: Page, gate: Gate, words: str, number: int) -> None:
    gate.open()
    say(page, words)
    expect(prints(page)).to_have_count(number)
    expect(page.locator(".turn.drawing, .turn.waiting")).to_have_count(0)


def look(page: Page) -> None:
    """As when a window is looked at again."""
    page.evaluate("() => dispatchEvent(new Event('focus'))")


def shelf(page: Page) -> None:
    page.get_by_role("button", name="所有对话").click()
    page.locator(".shelf").wait_for()


def until_kept(page: Page, live: LiveServer, words: str) -> None:
    """Until the server has what was said, and no turn that waits."""
    for _ in range(WAIT_S * 20):
        with live.http() as http:
            found = http.get("/v1/conversations", params={"q": words}).json()["data"]
        if found and not any(one["is_open"] for one in found):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"the server has not kept {words}")


def test_another_browser_finds_goes_on_with_renames_and_deletes_a_conversation(
    browser: Browser, page: Page, live: LiveServer, gate: Gate, complaints: list[str]
) -> None:
    draw(page, gate, "画只猫", 1)
    page.locator("#fresh").click()
    draw(page, gate, "画三个苹果", 1)
    until_kept(page, live, "苹果")
    with elsewhere(browser, live, complaints) as other:
        shelf(other)
        expect(other.locator(".shelf .row")).to_have_count(2)
        assert other.evaluate(HELD) == ["画三个苹果", "画只猫"]
        expect(other.locator(".shelf .row img")).to_have_count(2)
        other.get_by_role("searchbox", name="找对话").fill("苹果")
        expect(other.locator(".shelf .row")).to_have_count(1)
        other.get_by_role("searchbox", name="找对话").fill("没说过的")
        expect(other.locator(".shelf .none")).to_be_visible()
        other.get_by_role("searchbox", name="找对话").fill("猫")
        expect(other.locator(".shelf .row b")).to_have_text("画只猫")
        # By keyboard alone: to the row, another name, and in.
        other.keyboard.press("ArrowDown")
        expect(other.locator(".shelf .row")).to_be_focused()
        other.keyboard.press("F2")
        other.get_by_role("textbox", name="对话的名字").fill("猫的故事")
        assert violations(other) == []
        other.keyboard.press("Enter")
        expect(other.locator(".shelf .row b")).to_have_text("猫的故事")
        expect(other.locator(".shelf .row")).to_be_focused()
        other.keyboard.press("Enter")
        expect(other.locator("#title")).to_have_text("猫的故事")
        expect(prints(other)).to_have_count(1)
        draw(other, gate, "加顶帽子", 2)
        until_kept(other, live, "帽子")
        look(page)
        shelf(page)
        expect(page.locator(".shelf .row b").first).to_have_text("猫的故事")
        page.locator(".shelf .row").first.click()
        expect(page.locator(".turn .said")).to_have_text(["画只猫", "加顶帽子"])
        expect(prints(page)).to_have_count(2)
        # Deleted here, it leaves the other browser as well; its pictures stay.
        shelf(page)
        page.get_by_role("button", name="删掉对话：猫的故事").click()
        expect(page.locator(".asking")).to_contain_text("画的 2 张图留在全部图片里")
        assert violations(page) == []
        page.locator(".asking").get_by_role("button", name="删掉").click()
        expect(page.locator("#news")).to_have_text("删掉了：猫的故事")
        expect(page.locator(".shelf .row")).to_have_count(1)
        look(other)
        expect(other.locator(".turn")).to_have_count(0)
        assert [one["title"] for one in kept(live)] == ["画三个苹果"]
        assert len(drawn_by(live)) == 3
        other.set_viewport_size({**NARROW})  # type: ignore[typeddict-item]
        shelf(other)
        expect(other.locator(".shelf .row")).to_have_count(1)
        assert violations(other) == []
        assert other.evaluate("() => document.documentElement.scrollWidth") <= NARROW["width"]


def test_what_is_being_drawn_is_resumed_in_another_browser_and_drawn_once(
    browser: Browser, page: Page, live: LiveServer, gate: Gate, complaints: list[str]
) -> None:
    made = requests_of(page)
    say(page, "画个牛马")
    assert gate.entered.acquire(timeout=WAIT_S)
    say(page, "加顶帽子")
    wait_until_kept(page, turns=2)
    page.wait_for_function(
        "async () => (await (await fetch('/v1/conversations')).json()).data[0]?.turn_count === 2"
    )
    with elsewhere(browser, live, complaints) as other:
        # A browser that has shown nothing yet shows what is being drawn.
        expect(other.locator(".turn .pct")).to_have_text("正在画 39 %")
        page.reload()
        expect(page.locator(".turn .pct")).to_have_text("正在画 39 %")
        page.goto("about:blank")
        gate.open()
        expect(prints(other)).to_have_count(1)
        gate.open()
        expect(prints(other)).to_have_count(2)
        until_kept(other, live, "帽子")
        page.goto(live.url)
        expect(prints(page)).to_have_count(2)
        expect(page.locator(".turn.drawing, .turn.waiting, .turn.failed")).to_have_count(0)
    assert is_one_request(made)
    assert gate.begun == ["画个牛马", "加顶帽子"]
    assert drawn_by(live) == ["加顶帽子", "画个牛马"]


def test_two_browsers_that_speak_at_once_lose_nothing(
    browser: Browser, page: Page, live: LiveServer, gate: Gate, complaints: list[str]
) -> None:
    draw(page, gate, "画只猫", 1)
    until_kept(page, live, "猫")
    with elsewhere(browser, live, complaints) as other:
        shelf(other)
        other.locator(".shelf .row").click()
        expect(prints(other)).to_have_count(1)
        gate.open()
        gate.open()
        say(page, "加顶帽子")
        say(other, "变成晚上")
        # Each may know of the other's turn by then.
        for each, said in ((page, "加顶帽子"), (other, "变成晚上")):
            expect(each.locator(".turn.done", has_text=said)).to_have_count(1)
        for _ in range(3):
            look(page)
            look(other)
        for each in (page, other):
            expect(each.locator(".turn.done")).to_have_count(3)
            expect(prints(each)).to_have_count(3)
        assert page.locator(".turn .said").all_inner_texts() == other.locator(".turn .said").all_inner_texts()
    assert sorted(gate.begun) == sorted(["画只猫", "加顶帽子", "变成晚上"])
    assert kept(live)[0]["turn_count"] == 3


def test_what_is_said_without_a_connection_arrives_later(page: Page, live: LiveServer, gate: Gate) -> None:
    page.route("**/v1/conversations**", lambda route: route.abort())
    page.route("**/v1/conversations/**", lambda route: route.abort())
    draw(page, gate, "画只猫", 1)
    page.reload()
    expect(prints(page)).to_have_count(1)
    assert kept(live) == []
    page.unroute_all()
    page.evaluate("() => dispatchEvent(new Event('online'))")
    until_kept(page, live, "猫")
    assert [(one["turn_count"], one["picture_count"]) for one in kept(live)] == [(1, 1)]


OLDER = """([turn, touched]) => new Promise(resolve => {
    const opening = indexedDB.open("paintover", 1);
    opening.onupgradeneeded = () => {
        opening.result.createObjectStore("summaries", { keyPath: "id" });
        opening.result.createObjectStore("turns");
        opening.result.createObjectStore("thumbs");
    };
    opening.onsuccess = () => {
        const change = opening.result.transaction(["summaries", "turns"], "readwrite");
        change.objectStore("summaries").put({ id: "old-1", title: turn.said, words: turn.said, count: 0, cover: "", touched, isBusy: false });
        change.objectStore("turns").put([turn], "old-1");
        change.oncomplete = () => { opening.result.close(); resolve(); };
    };
})"""
"""What an earlier version of the page has kept."""


def test_what_an_earlier_version_kept_in_the_browser_is_taken_over(
    page: Page, live: LiveServer, gate: Gate
) -> None:
    page.goto(f"{live.url}/static/any/icon.svg")
    page.evaluate(EMPTY)
    turn: dict[str, Any] = {"id": "t", "key": "k", "said": "从前画的牛", "uploads": [], "chosen": None, "alone": False,
            "ratio": "", "n": 0, "state": "done", "text": "只有话", "facts": {}, "guests": {}}  # fmt: skip
    page.evaluate(OLDER, [turn, 1_700_000_000_000])
    page.goto(live.url)
    until_kept(page, live, "从前")
    (one,) = kept(live)
    assert (one["id"], one["updated_at"], one["turn_count"]) == ("old-1", 1_700_000_000, 1)
    with live.http() as http:
        assert http.get("/v1/conversations/old-1").json()["turns"] == [turn]
    shelf(page)
    expect(page.locator(".shelf .row b")).to_have_text("从前画的牛")


def test_conversations_of_one_key_are_not_seen_under_another(
    browser: Browser, context: BrowserContext, settings: Settings, gate: Gate, complaints: list[str]
) -> None:
    mine, yours = keys_of(settings, "mine", "yours")
    with LiveServer(settings, gate) as live, opened(context, live.url, complaints) as page:

        def unlock(which: Page, key: str) -> None:
            which.get_by_role("button", name="钥匙").click()
            which.locator(".keys input").fill(key)
            which.locator(".keys").get_by_role("button", name="存下").click()

        unlock(page, mine)
        page.wait_for_load_state()
        draw(page, gate, "画只猫", 1)
        shelf(page)
        expect(page.locator(".shelf .row")).to_have_count(1)
        page.keyboard.press("Escape")
        with elsewhere(browser, live, complaints) as other:
            unlock(other, yours)
            other.wait_for_load_state()
            shelf(other)
            expect(other.locator(".shelf .none")).to_be_visible()
            other.get_by_role("searchbox", name="找对话").fill("猫")
            expect(other.locator(".shelf .none")).to_be_visible()
        # The same browser with the other key: nothing of the first one is shown, and nothing is sent.
        unlock(page, yours)
        expect(page.locator(".samples")).to_be_visible()
        shelf(page)
        expect(page.locator(".shelf .none")).to_be_visible()
        with live.http() as http:
            for key, number in ((mine, 1), (yours, 0)):
                found = http.get("/v1/conversations", headers={"Authorization": f"Bearer {key}"})
                assert len(found.json()["data"]) == number
