"""One browser for all tests of the page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.web.browsing import WAIT_S, opened
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
    context = browser.new_context(locale="zh-CN", reduced_motion="reduce")
    expect.set_options(timeout=WAIT_S * 1000)
    context.set_default_timeout(WAIT_S * 1000)
    yield context
    context.close()


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
