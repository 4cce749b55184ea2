"""How pictures are drawn, and which of them the gallery shows, on the whole server."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from paintover.engines.instant import InstantEngine
from paintover.engines.tables import EngineTable, ModelTable
from paintover.settings import Settings
from tests.live import LiveServer
from tests.web.browsing import NARROW, opened, prints, say
from tests.web.test_studio import violations
from tests.web.test_talks import elsewhere, shelf, until_kept


@pytest.fixture
def live(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """A server whose usual engine knows no qualities, and whose model `sketches` draws new pictures only, in three shapes,
    with qualities: it stands on a server of its own."""
    folder = tmp_path_factory.mktemp("sketches")
    with LiveServer(Settings(data=str(folder), port=0), InstantEngine()) as book:
        options = {"url": f"{book.url}/v1", "model": "dall-e-3", "quality": True}
        several = msgspec.structs.replace(
            settings,
            engines={
                "book": EngineTable(engine="openai", options=options),
            },
            engine="instant",
            models={"sketches": ModelTable(engines=["book"])},
        )
        with LiveServer(several) as live:
            yield live


@pytest.fixture
def page(context: BrowserContext, live: LiveServer, complaints: list[str]) -> Iterator[Page]:
    with opened(context, live.url, complaints) as page:
        yield page


def bodies_of(page: Page) -> list[dict[str, Any]]:
    """What the page asks for from now on."""
    made: list[dict[str, Any]] = []

    def heed(request: Request) -> None:
        if "/completions" in request.url:
            made.append(json.loads(request.post_data or "{}"))

    page.on("request", heed)
    return made


def draw(page: Page, words: str) -> None:
    number = page.locator(".turn").count() + 1
    say(page, words)
    expect(page.locator(".turn.done")).to_have_count(number)


def asked(body: dict[str, Any]) -> dict[str, Any]:
    return {name: body[name] for name in ("model", "quality", "seed") if name in body}


def tune(page: Page) -> None:
    page.locator(".tune").press("Enter")
    page.locator(".drawn-so").wait_for()


def test_what_is_settled_is_asked_for_and_stays_with_the_conversation(
    browser: Browser, page: Page, live: LiveServer, complaints: list[str]
) -> None:
    made = bodies_of(page)
    draw(page, "画只猫")
    assert asked(made[0]) == {"model": "paintover"}
    tune(page)
    # The usual engine knows no qualities, and says so; by the keyboard alone.
    expect(page.get_by_role("combobox", name="模型")).to_be_focused()
    expect(page.locator(".drawn-so .seg button:enabled")).to_have_count(0)
    expect(page.get_by_role("group", name="画质")).to_have_accessible_description("这个模型不分画质。")
    page.keyboard.press("Tab")
    page.keyboard.type("x47 11")
    expect(page.locator("#seed")).to_have_value("4711")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(".tune")).to_be_focused()
    expect(page.locator(".tune")).to_have_attribute("aria-label", "怎么画, 种子 4711")
    draw(page, "加顶帽子")
    assert asked(made[1]) == {"model": "paintover", "seed": 4711}
    page.reload()
    expect(page.locator(".tune")).to_contain_text("种子 4711")
    # A new conversation has a seed of its own again, and another browser that opens this one has its settings.
    page.locator("#fresh").click()
    expect(page.locator(".samples")).to_be_visible()
    expect(page.locator(".tune")).not_to_have_class(re.compile("told"))
    until_kept(page, live, "帽子")
    with elsewhere(browser, live, complaints) as other:
        shelf(other)
        other.locator(".shelf .row").click()
        expect(other.locator(".tune")).to_contain_text("种子 4711")
        tune(other)
        other.get_by_role("button", name="不用这个种子").click()
        expect(other.locator("#seed")).to_have_value("")
        expect(other.locator("#seed")).to_be_focused()


def test_what_a_model_cannot_do_is_said_before_it_is_asked_for(page: Page) -> None:
    made = bodies_of(page)
    draw(page, "画只猫")
    tune(page)
    page.locator("#seed").fill("7")
    page.get_by_role("combobox", name="模型").select_option("sketches")
    expect(page.locator("#model-notes")).to_have_text("这个模型只画新图只画 1:1、16:9和9:16。")
    expect(page.locator("#seed")).to_be_disabled()
    expect(page.locator("#seed")).to_have_accessible_description("这个模型自己选种子。")
    page.get_by_role("group", name="画质").get_by_role("button", name="高").click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#ratio option:disabled")).to_have_text(["3:2", "2:3", "4:3", "3:4", "21:9"])
    # What would begin from a picture begins anew, and is not said to go on.
    expect(page.locator("#start small")).to_have_text("这个模型只画新图")
    draw(page, "再画一只")
    assert asked(made[1]) == {"model": "sketches", "quality": "high"}
    assert len(made[1]["messages"]) == 1
    # One that was chosen is not passed over in silence.
    prints(page).first.press("e")
    expect(page.locator("#start small")).to_have_text("这个模型不能改图，换个模型")
    page.locator("#words").fill("加顶帽子")
    expect(page.locator("#send")).to_be_disabled()
    page.locator("#words").press("Enter")
    expect(page.locator("#words")).to_have_value("加顶帽子")
    assert violations(page) == []
    page.set_viewport_size({**NARROW})  # type: ignore[typeddict-item]
    expect(page.locator("#start small")).to_be_visible()
    tune(page)
    assert violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= NARROW["width"]
    page.get_by_role("combobox", name="模型").select_option("paintover")
    page.keyboard.press("Escape")
    page.locator("#send").click()
    expect(page.locator(".turn.done")).to_have_count(3)
    # The seed was only set aside, since that model knows none.
    assert asked(made[2]) == {"model": "paintover", "seed": 7}
    page.locator("#fresh").click()
    tune(page)
    page.get_by_role("combobox", name="模型").select_option("sketches")
    page.reload()
    expect(page.locator(".tune")).to_contain_text("sketches")


def test_the_seed_of_a_picture_is_kept(page: Page, live: LiveServer) -> None:
    made = bodies_of(page)
    draw(page, "画只猫")
    prints(page).first.press("Enter")
    page.get_by_role("button", name="接着用").press("Enter")
    expect(page.locator(".looking .keep")).to_have_text("接着用它")
    seed = page.locator(".looking .keep").locator("xpath=..").inner_text().split()[0]
    expect(page.locator("#news")).to_have_text(f"接下来都用种子 {seed}")
    assert violations(page) == []
    # Variations are of other seeds.
    page.get_by_role("button", name="换几种画法").click()
    expect(page.locator(".turn.done")).to_have_count(2)
    draw(page, "画只猫")
    assert [body.get("seed") for body in made] == [None, None, int(seed)]
    with live.http() as http:
        pictures = http.get("/v1/generations").json()["data"]
        seeds = [http.get(f"/v1/generations/{one['gen_id']}").json()["seed"] for one in pictures]
    assert seeds[0] == seeds[-1] == int(seed)


def test_the_gallery_is_narrowed_to_days_by_the_server(page: Page) -> None:
    draw(page, "画只猫")
    draw(page, "加顶帽子")
    asked: list[str] = []
    page.on(
        "request", lambda request: asked.append(request.url) if "/v1/generations?" in request.url else None
    )
    page.locator("#gallery").click()
    hung, made = page.locator(".hung"), page.get_by_role("combobox", name="什么时候画的")
    expect(hung).to_have_count(2)
    for each, days in (("today", 1), ("week", 7), ("month", 30)):
        with page.expect_request("**/v1/generations?*") as caught:
            made.select_option(each)
        since = int(re.findall(r"since=(\d+)", caught.value.url)[0])
        midnight = page.evaluate(
            "days => { const day = new Date(); day.setHours(0, 0, 0, 0); day.setDate(day.getDate() - days); return day / 1000; }",
            days - 1,
        )
        assert since == midnight
        expect(hung).to_have_count(2)
    page.get_by_role("searchbox", name="找图").fill("帽子")
    expect(hung).to_have_count(1)
    assert "q=" in asked[-1]
    assert "since=" in asked[-1]
    made.select_option("range")
    assert violations(page) == []
    today = page.evaluate("() => new Date().toLocaleDateString('sv')")
    page.get_by_label("从", exact=True).fill(today)
    page.get_by_label("到", exact=True).fill(today)
    expect(hung).to_have_count(1)
    page.get_by_label("从", exact=True).fill("2000-01-01")
    page.get_by_label("到", exact=True).fill("2000-01-02")
    expect(page.locator(".gallery .none p")).to_have_text("没有这样的图")
    page.set_viewport_size({**NARROW})  # type: ignore[typeddict-item]
    assert violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= NARROW["width"]
    page.get_by_role("button", name="去掉条件").click()
    expect(hung).to_have_count(2)
    expect(made).to_have_value("")


def test_links_that_show_a_picture_are_told_before_it_is_deleted(page: Page, live: LiveServer) -> None:
    draw(page, "画只猫")
    gen = prints(page).first.get_attribute("data-id")
    with live.http() as http:
        for _ in range(2):
            assert http.post("/v1/shares", json={"gen_id": gen}).status_code == 201
    prints(page).first.press("Enter")
    page.get_by_role("button", name="删除", exact=True).click()
    expect(page.locator(".sure-of")).to_contain_text("2 个分享链接里不再有它")
    assert violations(page) == []


def test_another_browser_sees_at_a_glance_what_was_said(
    browser: Browser, page: Page, live: LiveServer, complaints: list[str]
) -> None:
    draw(page, "画只猫")
    until_kept(page, live, "猫")
    with elsewhere(browser, live, complaints) as other:
        shelf(other)
        other.locator(".shelf .row").click()
        expect(prints(other)).to_have_count(1)
        looks: list[str] = []
        other.on(
            "request",
            lambda request: looks.append(request.url) if "/v1/conversations" in request.url else None,
        )
        # While nothing is new a glance is all that is asked for.
        for _ in range(2):
            with other.expect_request("**/v1/conversations?limit=1"):
                pass
        assert {url.rpartition("/")[2] for url in looks} <= {
            "conversations?limit=1",
            "conversations?limit=50",
        }
        draw(page, "加顶帽子")
        expect(other.locator(".turn .said")).to_have_text(["画只猫", "加顶帽子"])
        expect(prints(other)).to_have_count(2)
