"""What the tests that look at the page in a browser share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, Page

WAIT_S = 20
"""How long anything may take on a busy machine; a test fails only after that."""
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 360, "height": 700}


@contextmanager
def opened(context: BrowserContext, origin: str, complaints: list[str]) -> Iterator[Page]:
    """The page as nobody has used it; afterwards no error may stand in its console, no other host in its requests."""
    page = context.new_page()
    page.set_viewport_size({**WIDE})  # type: ignore[typeddict-item]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{origin}/static/any/icon.svg")
    page.evaluate("() => localStorage.clear()")
    page.goto(origin)
    yield page
    page.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith((origin, "data:", "blob:"))] == []


def say(page: Page, words: str) -> None:
    page.locator("#words").fill(words)
    page.locator("#words").press("Enter")


def wait_for_pictures(page: Page, number: int) -> None:
    page.wait_for_function(
        """number => [...document.querySelectorAll(".turn .pic img")]
            .filter(image => image.complete && image.naturalWidth > 0).length >= number""",
        arg=number,
    )
