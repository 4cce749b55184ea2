"""What the tests that look at the page in a browser share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Response, expect

from tests.web.scripted import Answer, Scripted, drawing

WAIT_S = 20
"""How long anything may take on a busy machine; a test fails only after that."""
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 360, "height": 700}


EMPTY = """() => { localStorage.clear(); return new Promise(resolve => {
    const asked = indexedDB.deleteDatabase("paintover"); asked.onsuccess = asked.onerror = resolve; }); }"""
"""Forget all that the browser keeps of the page."""


@contextmanager
def opened_context(browser: Browser) -> Iterator[BrowserContext]:
    """What pages share: what they store, and the clock, once a test has turned it on."""
    context = browser.new_context(locale="zh-CN", reduced_motion="reduce")
    expect.set_options(timeout=WAIT_S * 1000)
    context.set_default_timeout(WAIT_S * 1000)
    yield context
    context.close()


@contextmanager
def opened(context: BrowserContext, origin: str, complaints: list[str]) -> Iterator[Page]:
    """The page as nobody has used it; afterwards no error may stand in its console, no other host in its requests, and
    none of its own files may have failed to come.

    Chromium logs every answer of 400 and above and every connection that breaks, some time later. Whether the page
    copes with those of the API is for each test to look at.
    """
    page = context.new_page()
    page.set_viewport_size({**WIDE})  # type: ignore[typeddict-item]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    def heed(line: ConsoleMessage) -> None:
        if line.type == "error" and not line.text.startswith("Failed to load resource: "):
            complaints.append(line.text)

    def arrived(response: Response) -> None:
        if response.status >= 400 and "/static/" in response.url:
            complaints.append(f"{response.status} {response.url}")

    page.on("console", heed)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", arrived)
    page.goto(f"{origin}/static/any/icon.svg")
    page.evaluate(EMPTY)
    page.goto(origin)
    yield page
    page.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith((origin, "data:", "blob:"))] == []


def say(page: Page, words: str) -> None:
    page.locator("#words").fill(words)
    page.locator("#words").press("Enter")


def prints(page: Page) -> Locator:
    """The pictures on the tree, in the order in which they were drawn."""
    return page.locator("#tree .node.picture")


def edit_from(page: Page, number: int) -> None:
    """Take a picture of the tree as the source of the next words."""
    prints(page).nth(number - 1).hover()
    page.locator("#tree").get_by_role("button", name=f"从图 {number} 改", exact=True).click()


def wait_for_pictures(page: Page, number: int) -> None:
    page.wait_for_function(
        """number => [...document.querySelectorAll(".turn .pic img:not(.sketch, .under)")]
            .filter(image => image.complete && image.naturalWidth > 0).length >= number""",
        arg=number,
    )


def draw(
    page: Page, script: Scripted, words: str, *, source: str | None = None, sources: tuple[str, ...] = ()
) -> Answer:
    """One whole turn, until its picture is on the page."""
    number = prints(page).count() + 1
    answer = drawing(words, source=source, sources=sources)
    script.answers.append(answer)
    say(page, words)
    expect(page.locator("#news")).to_have_text(f"图 {number} 画好了")
    script.asked.get(timeout=WAIT_S)
    return answer
