"""Painting where a picture may change, on the whole server: by mouse, by keys, by numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import numpy as np
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from paintover.settings import Settings
from tests.live import LiveServer
from tests.pixels import pixels
from tests.web.browsing import NARROW, opened, prints, say
from tests.web.test_studio import violations

SETTLED = "图 {} 画好了"


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    with LiveServer(Settings(data=str(tmp_path_factory.mktemp("mask")), port=0)) as started:
        yield started


@pytest.fixture
def easel(live: LiveServer, context: BrowserContext, complaints: list[str]) -> Iterator[Page]:
    """One picture, open where it may be painted over."""
    with opened(context, live.url, complaints) as page:
        say(page, "画个牛马")
        expect(page.locator("#news")).to_have_text(SETTLED.format(1))
        prints(page).first.press("Enter")
        page.get_by_role("button", name="只改这里").click()
        expect(page.locator(".painting .lead")).to_have_text("把要改的地方涂出来")
        yield page


def picture(live: LiveServer, page: Page, number: int) -> Any:
    """The pixels of a picture of the tree."""
    gen = prints(page).nth(number - 1).get_attribute("data-id")
    with live.http() as http:
        return pixels(http.get(httpx.URL(http.get(f"/v1/generations/{gen}").json()["url"]).path).content)


def painted(page: Page) -> float:
    """How much of the picture is painted, in percent, as the canvas has it."""
    part: float = page.locator(".ply canvas").evaluate(
        """canvas => { const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            let n = 0; for (let at = 3; at < data.length; at += 4) n += data[at] > 127; return n / data.length * 400; }"""
    )
    return part


def rectangle(page: Page, *numbers: int) -> None:
    page.get_by_role("button", name="用数字画矩形").click()
    for name, number in zip(("left", "top", "wide", "high"), numbers, strict=True):
        page.locator(f".numbers [name={name}]").fill(str(number))
    page.get_by_role("button", name="加上").click()


def test_only_what_is_painted_changes(easel: Page, live: LiveServer) -> None:
    page = easel
    rectangle(page, 10, 0, 30, 30)
    expect(page.locator(".painting .lead")).to_have_text("可以改的占画面 9 %")
    expect(page.locator("#start small")).to_have_text("只改涂过的地方")
    say(page, "天上加一个气球")
    expect(page.locator("#news")).to_have_text(SETTLED.format(2))
    before, after = picture(live, page, 1), picture(live, page, 2)
    rows, columns = np.nonzero((before != after).any(axis=-1))
    assert rows.size
    height, width = before.shape[:2]
    assert columns.min() >= round(0.1 * width) - 1
    assert columns.max() <= round(0.4 * width)
    assert rows.max() <= round(0.3 * height)
    # It was for those words alone.
    expect(page.locator("#start small")).not_to_have_text("只改涂过的地方")


def test_brush_lasso_eraser_and_what_takes_them_back(easel: Page) -> None:
    page, box = easel, easel.locator(".masking").bounding_box()
    assert box is not None

    def drag(*points: tuple[float, float]) -> None:
        for at, (x, y) in enumerate(points):
            page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"], steps=4)
            if at == 0:
                page.mouse.down()
        page.mouse.up()

    drag((0.2, 0.2), (0.4, 0.2))
    line = painted(page)
    assert 1 < line < 4
    page.get_by_role("button", name="套索").click()
    drag((0.5, 0.5), (0.9, 0.5), (0.9, 0.9), (0.5, 0.9))
    both = painted(page)
    assert both == pytest.approx(line + 16, abs=0.5)
    page.get_by_role("button", name="橡皮").click()
    drag((0.2, 0.2), (0.4, 0.2))
    assert painted(page) == pytest.approx(16, abs=0.5)
    page.keyboard.press("Control+z")
    page.get_by_role("button", name="重做").click()
    page.get_by_role("button", name="反选").click()
    expect(page.locator(".painting .lead")).to_have_text("可以改的占画面 84 %")
    page.get_by_role("button", name="清空").click()
    expect(page.locator(".painting .lead")).to_have_text("把要改的地方涂出来")
    page.get_by_role("button", name="撤销").click()
    expect(page.locator(".painting .lead")).to_have_text("可以改的占画面 84 %")


def test_by_keys_alone(easel: Page) -> None:
    page = easel
    page.locator(".masking").focus()
    page.keyboard.press("]")
    page.keyboard.down(" ")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    page.keyboard.up(" ")
    expect(page.locator(".painting .lead")).to_contain_text("可以改的占画面")
    assert painted(page) > 1
    page.keyboard.press("+")
    expect(page.locator(".painting .percent")).to_have_text("125 %")
    page.keyboard.press("Escape")
    expect(page.locator(".looking")).to_be_visible()
    # What was painted is still there for whoever comes back.
    page.get_by_role("button", name="只改这里").click()
    expect(page.locator(".painting .lead")).to_contain_text("可以改的占画面")


def test_by_touch_one_finger_paints_and_two_move(
    live: LiveServer, browser: Browser, complaints: list[str]
) -> None:
    context = browser.new_context(locale="zh-CN", reduced_motion="reduce", has_touch=True)
    with opened(context, live.url, complaints) as page:
        page.set_viewport_size({**NARROW})  # type: ignore[typeddict-item]
        say(page, "画个苹果")
        expect(page.locator("#news")).to_have_text(SETTLED.format(1))
        page.locator(".strip .small").first.click()
        page.get_by_role("button", name="只改这里").click()
        box = page.locator(".masking").bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        finger = page.context.new_cdp_session(page)

        def touch(kind: str, *points: tuple[float, float]) -> None:
            sent = [{"x": px, "y": py, "id": at} for at, (px, py) in enumerate(points)]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": sent})

        touch("touchStart", (x - 60, y))
        touch("touchMove", (x + 60, y))
        touch("touchEnd")
        expect(page.locator(".painting .lead")).to_contain_text("可以改的占画面")
        before = painted(page)
        touch("touchStart", (x - 20, y))
        touch("touchStart", (x - 20, y), (x + 20, y))
        touch("touchMove", (x - 60, y), (x + 60, y))
        touch("touchEnd")
        scale = page.locator(".ply").evaluate("ply => new DOMMatrix(getComputedStyle(ply).transform).a")
        assert scale == pytest.approx(3, rel=0.05)
        assert painted(page) == before
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_hinders_nobody(easel: Page, scheme: Any) -> None:
    easel.emulate_media(color_scheme=scheme)
    assert violations(easel) == []
    rectangle(easel, 10, 10, 30, 30)
    easel.set_viewport_size({**NARROW})  # type: ignore[typeddict-item]
    assert violations(easel) == []
