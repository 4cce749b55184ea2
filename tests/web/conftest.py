"""One browser for all tests of the page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.web.browsing import opened, opened_context
from tests.web.scripted import Running, Scripted

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert executable, "the page's tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser logs as errors."""
    return []


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    with opened_context(browser) as context:
        yield context


@pytest.fixture(scope="module")
def scripted() -> Iterator[Scripted]:
    with Running() as script:
        yield script


@pytest.fixture
def script(scripted: Scripted) -> Scripted:
    scripted.forget()
    return scripted


@pytest.fixture
def page(context: BrowserContext, script: Scripted, complaints: list[str]) -> Iterator[Page]:
    with opened(context, script.origin, complaints) as page:
        yield page
