"""Links by which others look, on the whole server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from paintover.settings import Settings
from tests.live import LiveServer
from tests.web.browsing import NARROW, opened, prints, say
from tests.web.test_studio import violations


@pytest.fixture
def live(settings: Settings) -> Iterator[LiveServer]:
    with LiveServer(settings) as live:
        yield live


@pytest.fixture
def page(context: BrowserContext, live: LiveServer, complaints: list[str]) -> Iterator[Page]:
    with opened(context, live.url, complaints) as page:
        yield page


def link_made(page: Page, button: str) -> str:
    page.get_by_role("button", name=button).click()
    page.get_by_role("button", name="生成链接").click()
    expect(page.locator(".sharing li")).to_have_count(1)
    assert violations(page) == []
    return page.locator(".sharing li input").input_value()


def test_a_conversation_is_looked_at_by_its_link_until_it_is_taken_back(
    browser: Browser, page: Page, live: LiveServer, complaints: list[str]
) -> None:
    for number, words in enumerate(("画个牛马", "牛的脸上遮个布"), 1):
        say(page, words)
        expect(page.locator("#news")).to_have_text(f"图 {number} 画好了")
    link = link_made(page, "分享这段对话")
    page.keyboard.press("Escape")
    say(page, "后来说的：变成晚上")
    expect(prints(page)).to_have_count(3)
    stranger = browser.new_context(locale="en-GB", reduced_motion="reduce")
    with opened(stranger, live.url, complaints) as other:
        # What the page that was there before asks for comes to its end first.
        other.wait_for_load_state("networkidle")
        asked: list[str] = []
        other.on("request", lambda request: asked.append(request.url))
        other.goto(link)
        expect(other.locator(".turn .said")).to_have_text(["画个牛马", "牛的脸上遮个布"])
        expect(prints(other)).to_have_count(2)
        other.wait_for_function(
            "() => [...document.querySelectorAll('.turn .pic img')].every(image => image.naturalWidth > 0)"
        )
        assert violations(other) == []
        # For looking only: nothing to say, to edit from or to delete.
        assert other.locator("#words, .act, .reword, .swap").count() == 0
        other.locator("#tree .node.picture").nth(1).click()
        expect(other.locator(".seen .prompt")).to_have_text("牛的脸上遮个布")
        expect(other.locator(".seen .meta")).to_contain_text("From picture 1")
        assert violations(other) == []
        other.keyboard.press("ArrowLeft")
        expect(other.locator(".seen .prompt")).to_have_text("画个牛马")
        other.set_viewport_size({**NARROW})  # type: ignore[typeddict-item]
        assert violations(other) == []
        other.keyboard.press("Escape")
        expect(other.locator(".seen")).to_have_count(0)
        assert violations(other) == []
        assert other.evaluate("() => document.documentElement.scrollWidth") <= NARROW["width"]
        other.locator("#lang").click()
        expect(other.locator(".turn .why").last).to_contain_text("改自图 1")
        # Nothing but the link's own, and the page's files.
        assert not [url for url in asked if "/v1/" in url or "/cdn/" in url]
        picture = other.locator(".turn .pic img").first.get_attribute("src")
        page.get_by_role("button", name="分享这段对话").click()
        page.locator(".sharing li").get_by_role("button", name="收回").click()
        expect(page.locator("#news")).to_contain_text("收回了")
        expect(page.locator(".sharing li")).to_have_count(0)
        other.goto(link)
        expect(other.locator("h1")).to_have_text("This link leads nowhere any more")
        assert violations(other) == []
        assert other.request.get(f"{live.url}{picture}").status == 404
    stranger.close()


def test_one_picture_is_shared_alone(
    browser: Browser, page: Page, live: LiveServer, complaints: list[str]
) -> None:
    say(page, "画个牛马")
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    prints(page).first.click()
    link = link_made(page, "分享这张图")
    stranger = browser.new_context(locale="zh-CN", reduced_motion="reduce")
    with opened(stranger, live.url, complaints) as other:
        other.goto(link)
        expect(other.locator(".seen h2")).to_have_text("画个牛马")
        other.wait_for_function("() => document.querySelector('.seen img').naturalWidth > 0")
        assert violations(other) == []
        image = other.locator('meta[property="og:image"]').get_attribute("content") or ""
        assert image.startswith(live.url)
        assert other.request.get(image).status == 200
    stranger.close()
