"""What is unfinished of a picture, on the page while it is drawn."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from paintover.settings import Settings
from tests.easel import Sketcher
from tests.live import LiveServer
from tests.pixels import pixels
from tests.web.browsing import NARROW, opened, prints, say
from tests.web.test_durable_page import is_one_request, requests_of
from tests.web.test_studio import violations


@pytest.fixture
def sketcher() -> Sketcher:
    return Sketcher()


@pytest.fixture
def live(settings: Settings, sketcher: Sketcher) -> Iterator[LiveServer]:
    with LiveServer(settings, sketcher) as live:
        yield live


@pytest.fixture
def page(context: BrowserContext, live: LiveServer, complaints: list[str]) -> Iterator[Page]:
    with opened(context, live.url, complaints) as page:
        yield page


def shade(sketch: Locator) -> int:
    """How bright a rendering of the instant engine is: 64 for the first, 128 for the second."""
    _, _, text = (sketch.get_attribute("src") or "").partition(",")
    return int(pixels(base64.b64decode(text))[4, 4, 0])


def spot(place: Locator) -> tuple[int, ...]:
    """Where it is on the page, and how large."""
    box = place.bounding_box()
    assert box is not None
    return round(box["x"]), round(box["y"]), round(box["width"]), round(box["height"])


def test_it_is_seen_in_the_talk_and_on_the_tree_also_after_a_reload(
    page: Page, live: LiveServer, sketcher: Sketcher
) -> None:
    made = requests_of(page)
    say(page, "画个牛马")
    for again in range(2):
        if again:
            page.reload()
        for place in (".turn .clip", "#tree .node.drawing .clip", "#from .thumb"):
            newest = page.locator(f"{place} > img:not(.under)").last
            expect(newest).to_be_visible()
            page.wait_for_function(
                "place => document.querySelector(place).complete", arg=f"{place} > img:not(.under)"
            )
            expect(newest).not_to_have_class("sketch coming")
            assert abs(shade(newest) - 128) < 4, place
    assert violations(page) == []
    before = spot(page.locator(".turn .clip"))
    page.set_viewport_size({**NARROW})  # type: ignore[typeddict-item]
    expect(page.locator(".strip .small.drawing .sketch").last).to_be_visible()
    assert violations(page) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    sketcher.finishing.set()
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    expect(page.locator(".turn .clip img:not(.sketch)")).to_be_visible()
    assert spot(page.locator(".turn .clip")) == before
    # What was unfinished is forgotten once the picture has taken its place, and nothing of it was kept.
    expect(page.locator(".sketch")).to_have_count(0)
    expect(page.locator(".turn .clip img")).to_have_count(1)
    assert is_one_request(made)
    assert len(sketcher.drawn) == 1
    with live.http() as http:
        talk = http.get("/v1/conversations").json()["data"][0]["id"]
        assert "data:image" not in http.get(f"/v1/conversations/{talk}").text


def test_each_of_several_pictures_has_its_place_from_the_beginning(page: Page, sketcher: Sketcher) -> None:
    page.locator("#number").select_option("3")
    say(page, "画个牛马")
    places = page.locator(".turn .pic")
    expect(places).to_have_count(3)
    expect(places.first.locator(".sketch").last).to_be_visible()
    expect(places.nth(2).locator("img")).to_have_count(0)
    before = [spot(places.nth(at)) for at in range(3)]
    sketcher.finishing.set()
    expect(page.locator("#news")).to_have_text("图 3 画好了")
    expect(prints(page)).to_have_count(3)
    assert [spot(places.nth(at)) for at in range(3)] == before


def test_what_fails_or_is_stopped_shows_none_of_it(page: Page) -> None:
    say(page, "画个牛马")
    expect(page.locator(".turn .sketch").last).to_be_visible()
    page.locator(".turn").get_by_role("button", name="停下").click()
    expect(page.locator(".turn .trouble")).to_be_visible()
    expect(page.locator(".sketch")).to_have_count(0)


def test_it_fades_where_motion_is_wanted_and_only_there(
    browser: Browser, live: LiveServer, complaints: list[str]
) -> None:
    for motion, fade in (("no-preference", ["0.32s", "0.32s"]), ("reduce", [])):
        context = browser.new_context(locale="zh-CN", reduced_motion=motion)  # type: ignore[arg-type]
        with opened(context, live.url, complaints) as page:
            say(page, "画个牛马")
            sketch = page.locator(".turn .sketch").last
            expect(sketch).to_be_visible()
            style = sketch.evaluate("image => getComputedStyle(image).transition")
            assert style.count("0.32s") == len(fade), style
        context.close()


def test_one_conversation_is_followed_at_a_time(page: Page, live: LiveServer) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/events" in request.url else None)
    say(page, "画个牛马")
    expect(page.locator(".turn .sketch").last).to_be_visible()
    page.locator("#fresh").click()
    expect(page.locator(".samples")).to_be_visible()
    say(page, "画只猫")
    expect(page.locator(".turn .sketch").last).to_be_visible()
    page.get_by_role("button", name="所有对话").click()
    page.locator(".shelf .row", has_text="画个牛马").click()
    expect(page.locator(".turn .said")).to_have_text("画个牛马")
    expect(page.locator(".turn .sketch").last).to_be_visible()
    assert len(asked) == 3
    assert len(set(asked)) == 2
