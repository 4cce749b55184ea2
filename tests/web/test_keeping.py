"""Favourites and deletion in the studio, on the whole server."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, expect

from paintover.settings import Settings
from tests.live import LiveServer
from tests.web.browsing import NARROW, opened, prints, say
from tests.web.test_studio import violations


def test_pictures_are_marked_found_again_and_deleted(
    context: BrowserContext, tmp_path: Path, complaints: list[str]
) -> None:
    with (
        LiveServer(Settings(data=str(tmp_path), port=0)) as live,
        opened(context, live.url, complaints) as page,
    ):
        say(page, "画个牛马")
        expect(page.locator("#news")).to_have_text("图 1 画好了")
        say(page, "牛的脸上遮个布")
        expect(page.locator("#news")).to_have_text("图 2 画好了")
        gen = prints(page).first.get_attribute("data-id")
        prints(page).first.press("Enter")
        star = page.locator(".looking").get_by_role("button", name="收藏")
        star.click()
        expect(star).to_have_attribute("aria-pressed", "true")
        page.locator("#gallery").click()
        expect(page.locator(".hung")).to_have_count(2)
        expect(page.locator(".starred")).to_have_count(1)
        page.get_by_role("button", name="只看收藏").click()
        expect(page.locator(".hung")).to_have_count(1)
        assert violations(page) == []
        page.get_by_role("button", name="只看收藏").click()
        expect(page.locator(".hung")).to_have_count(2)
        page.locator(".hung .look").last.click()
        page.set_viewport_size({"width": 1280, "height": 500})
        page.get_by_role("button", name="删除", exact=True).click()
        expect(page.locator(".sure-of")).to_contain_text("有 1 张图改自它")
        # It has grown by what the server has told.
        expect(page.locator(".sure-of button")).to_be_in_viewport(ratio=1)
        assert violations(page) == []
        page.locator(".sure-of button").click()
        expect(page.locator(".hung")).to_have_count(1)
        with live.http() as http:
            assert http.get(f"/v1/generations/{gen}").json()["error"]["code"] == "picture_deleted"
            body = {"messages": [{"role": "user", "content": f"`{gen}` 加一个梨"}]}
            told = http.post("/v1/chat/completions", json=body).json()["choices"][0]["message"]["content"]
            assert "picture_deleted" in told


def test_a_new_picture_is_asked_for_in_the_style_of_an_earlier_one(
    context: BrowserContext, tmp_path: Path, complaints: list[str]
) -> None:
    with (
        LiveServer(Settings(data=str(tmp_path), port=0)) as live,
        opened(context, live.url, complaints) as page,
    ):
        say(page, "画个牛马")
        expect(page.locator("#news")).to_have_text("图 1 画好了")
        say(page, "牛的脸上遮个布")
        expect(page.locator("#news")).to_have_text("图 2 画好了")
        gen = prints(page).first.get_attribute("data-id")
        prints(page).first.press("Enter")
        page.get_by_role("button", name="照这个风格").click()
        words = page.locator("#words")
        expect(words).to_be_focused()
        page.keyboard.insert_text("画一棵树")  # the cursor stands before the words
        expect(words).to_have_value("画一棵树，和图 1 一样的风格")
        words.press("Enter")
        expect(page.locator("#news")).to_have_text("图 3 画好了")
        with live.http() as http:
            call = http.get("/v1/tasks").json()["data"][0]["call"]
        assert (call["action"], call["sources"]) == ("generate", [gen])
        assert "一棵树" in call["prompt"]


def test_the_style_is_asked_for_in_english_in_the_dark_on_a_phone(
    browser: Browser, tmp_path: Path, complaints: list[str]
) -> None:
    context = browser.new_context(locale="en-GB", color_scheme="dark", reduced_motion="reduce")
    with (
        LiveServer(Settings(data=str(tmp_path), port=0)) as live,
        opened(context, live.url, complaints) as page,
    ):
        page.set_viewport_size({**NARROW})  # type: ignore[typeddict-item]
        say(page, "draw an ox and a horse")
        expect(page.locator("#news")).to_have_text("Picture 1 is ready")
        gen = prints(page).first.get_attribute("data-id")
        page.locator(".strip .small").first.click()
        button = page.get_by_role("button", name="Same style as this")
        button.scroll_into_view_if_needed()
        assert violations(page) == []
        assert page.evaluate("() => document.documentElement.scrollWidth") <= NARROW["width"]
        button.click()
        expect(page.locator("#words")).to_have_value(", same style as picture 1")
        page.locator("#words").focus()
        page.keyboard.insert_text("draw a tree")
        expect(page.locator("#words")).to_have_value("draw a tree, same style as picture 1")
        page.locator("#send").click()
        expect(page.locator("#news")).to_have_text("Picture 2 is ready")
        with live.http() as http:
            call = http.get("/v1/tasks").json()["data"][0]["call"]
        assert (call["action"], call["sources"]) == ("generate", [gen])
    context.close()
