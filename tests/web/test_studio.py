"""The studio's views in a browser: tree, picture, comparing, gallery, on wide, narrow and very large pages."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import pyvips
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from paintover.parts import DATABASE_NAME
from paintover.settings import Settings
from paintover.store.database import Database
from paintover.store.keys import Keys, load_secret
from tests.live import LiveServer
from tests.web.browsing import NARROW, WAIT_S, draw, edit_from, opened, prints, say, wait_for_pictures
from tests.web.scripted import PUBLIC_URL, Answer, Scripted, drawing, png

RED, GREEN = (183, 58, 36), (40, 120, 60)


@pytest.fixture
def seed(page: Page, script: Scripted) -> list[Answer]:
    """Five pictures: 1, then 2 and 3 from it, 4 from 2, and 5 from 2 and 3."""
    ox = draw(page, script, "画个牛马")
    cloth = draw(page, script, "牛的脸上遮个布", source=ox.gen_id)
    horse = draw(page, script, "马的脸上遮个布", source=ox.gen_id)
    lid = draw(page, script, "牛的头上顶着锅盖", source=cloth.gen_id)
    both = draw(page, script, "牛和马都遮上", sources=(cloth.gen_id, horse.gen_id))
    return [ox, cloth, horse, lid, both]


def edges(page: Page, kind: str = ".e") -> set[tuple[str, str]]:
    found = page.eval_on_selector_all(
        f"#tree path{kind}[data-from]", "paths => paths.map(path => [path.dataset.from, path.dataset.to])"
    )
    return {(start, end) for start, end in found}


def position(page: Page) -> tuple[float, float, float]:
    """How the tree lies: moved right, moved down, scale."""
    x, y, k = page.locator(".stage").evaluate(
        "stage => { const m = new DOMMatrix(getComputedStyle(stage).transform); return [m.e, m.f, m.a]; }"
    )
    return x, y, k


# ---- the tree ----------------------------------------------------------------------------------------------------


def test_the_tree_has_every_relation_and_lights_the_line_of_the_source(
    page: Page, seed: list[Answer]
) -> None:
    one, two, three, four, five = (answer.gen_id for answer in seed)
    everything = {(one, two), (one, three), (two, four), (two, five), (three, five)}
    assert edges(page) == everything
    assert edges(page, ".lit") == everything - {(two, four)}
    places = [print.bounding_box() for print in prints(page).all()]
    edit_from(page, 4)
    assert edges(page, ".lit") == {(one, two), (two, four)}
    assert [print.bounding_box() for print in prints(page).all()] == places
    expect(page.locator("#tree [aria-selected=true]")).to_have_attribute("id", f"node-{four}")
    labels = page.locator("#tree .says span").all_inner_texts()
    assert sorted(labels) == sorted(answer.prompt for answer in seed)


def test_zoom_and_pan_by_wheel_drag_buttons_and_keys(page: Page, seed: list[Answer]) -> None:
    _, _, begun = position(page)
    page.get_by_role("button", name="放大").click()
    _, _, closer = position(page)
    assert closer == pytest.approx(begun * 1.25, rel=1e-3)
    ground = page.locator(".ground").bounding_box()
    assert ground is not None
    page.mouse.move(ground["x"] + 40, ground["y"] + ground["height"] - 40)
    x, y, _ = position(page)
    page.mouse.wheel(30, 50)
    expect(page.locator(".stage")).to_have_css("transform", re.compile(rf"matrix\(.*, {x - 30:.5g}\d*, .*\)"))
    x, y, _ = position(page)
    page.mouse.down()
    page.mouse.move(ground["x"] + 90, ground["y"] + ground["height"] - 60, steps=4)
    page.mouse.up()
    moved = position(page)
    assert moved[:2] == pytest.approx((x + 50, y - 20), rel=1e-3)
    page.keyboard.down("Control")
    page.mouse.wheel(0, 200)
    page.keyboard.up("Control")
    page.wait_for_function(
        "k => new DOMMatrix(getComputedStyle(document.querySelector('.stage')).transform).a < k", arg=closer
    )
    page.locator("#tree [role=treeitem]").last.focus()
    page.keyboard.press("0")
    _, _, whole = position(page)
    assert whole <= 1
    box = page.locator(".ground").bounding_box()
    for print in prints(page).all():
        inside = print.bounding_box()
        assert inside is not None
        assert box is not None
        assert box["x"] <= inside["x"] <= box["x"] + box["width"] - inside["width"]
        assert box["y"] <= inside["y"] <= box["y"] + box["height"] - inside["height"]
    page.keyboard.press("1")
    assert position(page)[2] == pytest.approx(1)
    for _ in range(12):
        page.keyboard.press("+")
    assert position(page)[2] == pytest.approx(2)
    expect(page.locator("#tree .percent")).to_have_text("200 %")


def test_the_tree_by_keyboard_alone(page: Page, script: Scripted, seed: list[Answer]) -> None:
    page.locator("#tree [tabindex='0'][role=treeitem]").focus()
    expect(prints(page).nth(4)).to_be_focused()
    for key, number in (
        ("ArrowUp", 2),
        ("ArrowUp", 1),
        ("ArrowDown", 2),
        ("ArrowRight", 3),
        ("ArrowLeft", 2),
    ):
        page.keyboard.press(key)
        expect(prints(page).nth(number - 1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".looking h2")).to_have_text("图 2")
    expect(page.locator(".looking h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".looking")).to_have_count(0)
    expect(prints(page).nth(1)).to_be_focused()
    page.keyboard.press("e")
    expect(page.locator("#from b")).to_have_text("接着图 2")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("m")
    expect(page.locator("#from b")).to_have_text("合起图 2和图 3")
    script.answers.append(drawing("合起来", sources=(seed[1].gen_id, seed[2].gen_id)))
    say(page, "合起来")
    expect(page.locator("#news")).to_have_text("图 6 画好了")
    asked = script.asked.get(timeout=WAIT_S)["messages"][-1]["content"]
    assert asked == f"`{seed[1].gen_id}` `{seed[2].gen_id}` 合起来"
    expect(page.locator(".turn").last.locator(".why")).to_have_text("合自图 2和图 3，是你点的这张")


def test_another_source_is_chosen_on_the_tree(page: Page, script: Scripted, seed: list[Answer]) -> None:
    page.get_by_role("button", name="换一张来改：牛的头上顶着锅盖").click()
    expect(page.locator(".banner")).to_contain_text("“牛的头上顶着锅盖”应该从哪张改？")
    page.keyboard.press("Escape")
    expect(page.locator(".banner")).to_have_count(0)
    page.get_by_role("button", name="换一张来改：牛的头上顶着锅盖").click()
    script.answers.append(drawing("牛的头上顶着锅盖", source=seed[2].gen_id))
    prints(page).nth(2).click()
    expect(page.locator("#news")).to_have_text("图 6 画好了")
    content = script.asked.get(timeout=WAIT_S)["messages"][-1]["content"]
    assert content == f"`{seed[2].gen_id}` 牛的头上顶着锅盖"
    assert (seed[2].gen_id, prints(page).last.get_attribute("data-id")) in edges(page)


def test_an_earlier_message_said_differently_makes_a_branch(
    page: Page, script: Scripted, seed: list[Answer]
) -> None:
    page.get_by_role("button", name="换个说法：马的脸上遮个布").click()
    expect(page.locator("#words")).to_have_value("马的脸上遮个布")
    expect(page.locator("#words")).to_be_focused()
    expect(page.locator("#from b")).to_have_text("接着图 1")
    script.answers.append(drawing("马戴顶帽子", source=seed[0].gen_id))
    say(page, "马戴顶帽子")
    expect(page.locator("#news")).to_have_text("图 6 画好了")
    assert script.asked.get(timeout=WAIT_S)["messages"][-1]["content"] == f"`{seed[0].gen_id}` 马戴顶帽子"


def test_naming_a_picture_moves_the_ring_while_typing(page: Page, seed: list[Answer]) -> None:
    for words, source in (
        ("第二张", "接着图 2"),
        ("第 3 张加顶帽子", "接着图 3"),
        ("图4 变成晚上", "接着图 4"),
        ("picture 1", "接着图 1"),
    ):
        page.locator("#words").fill(words)
        expect(page.locator("#from b")).to_have_text(source)
        expect(page.locator("#from small")).to_have_text("你说的是这张")
    for words in ("第九张", "加一张桌子", ""):
        page.locator("#words").fill(words)
        expect(page.locator("#from b")).to_have_text("接着图 5")


def test_what_is_drawn_and_what_failed_stand_on_the_tree(
    page: Page, script: Scripted, seed: list[Answer]
) -> None:
    script.answers.append(
        drawing("再加根筷子", source=seed[3].gen_id, pauses=True, fails="engine_failed 颜料用完了")
    )
    say(page, "再加根筷子")
    expect(page.locator("#tree .node.drawing")).to_have_attribute(
        "aria-label", re.compile("^图 6, 再加根筷子")
    )
    script.let_through()
    expect(page.locator("#tree .node.drawing .tag")).to_have_text("664 %")
    script.let_through()
    failed = page.locator("#tree .node.failed")
    expect(failed).to_have_count(1)
    script.answers.append(drawing("再加根筷子", source=seed[3].gen_id))
    failed.get_by_role("button", name="再试一次").click()
    expect(page.locator("#news")).to_have_text("图 6 画好了")
    expect(failed).to_have_count(0)


def test_hundreds_of_pictures_leave_the_page_small(page: Page, script: Scripted) -> None:
    turns: list[dict[str, Any]] = []
    last: str | None = None
    for number in range(400):
        answer = drawing(f"第 {number} 步", source=last)
        last = answer.gen_id
        script.known[answer.gen_id] = script.known[answer.task_id] = answer
        text = "".join(step for step in answer.steps if step is not None)
        facts = {answer.gen_id: {"width": 1024, "height": 1024, "sources": answer.sources}}
        turns.append(
            {
                "id": str(number),
                "key": str(number),
                "said": answer.prompt,
                "uploads": [],
                "chosen": None,
                "state": "done",
                "text": text,
                "facts": facts,
                "guests": {},
            }
        )
    page.evaluate(
        """turns => new Promise(done => { const asked = indexedDB.open("paintover"); asked.onsuccess = () => {
            const kept = asked.result.transaction(["summaries", "turns"], "readwrite");
            kept.objectStore("summaries").put({ id: "long", title: "long", words: "", count: 400, cover: "", touched: 1, isBusy: false });
            kept.objectStore("turns").put(turns, "long");
            kept.oncomplete = () => { localStorage.setItem("paintover.open", '"long"'); done(); }; }; })""",
        turns,
    )
    page.reload()
    expect(page.locator("#count")).to_have_text("400 张图")
    wait_for_pictures(page, 1)
    assert prints(page).count() < 40
    assert page.locator(".turn").count() == 60
    prints(page).last.focus()
    for _ in range(12):
        page.keyboard.press("ArrowUp")
    expect(page.locator(f"#tree [data-id='{next(iter(turns[387]['facts']))}']")).to_be_focused()
    page.locator("#talk").evaluate("talk => { talk.scrollTop = 0; }")
    expect(page.locator(".turn")).to_have_count(120)


# ---- a picture ---------------------------------------------------------------------------------------------------


def test_a_picture_tells_all_that_is_known_of_it(
    page: Page, context: BrowserContext, script: Scripted, seed: list[Answer]
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    prints(page).nth(3).click()
    view = page.locator(".looking")
    expect(view.locator("dd")).to_have_count(8)
    facts = dict(zip(view.locator("dt").all_inner_texts(), view.locator("dd").all_inner_texts(), strict=True))
    assert facts["画幅"] == "1:1"
    assert facts["大小"] == "1024 × 1024"
    assert facts["引擎"] == "插画 3"
    assert facts["种子"].splitlines() == ["1413116304", "接着用"]
    assert facts["用时"] == "2.8 秒"
    assert facts["排队"] == "0.5 秒"
    assert "2026" in facts["画于"]
    expect(view.locator(".lead")).to_have_text("改自图 2")
    expect(view.locator(".cap")).to_have_text("牛的头上顶着锅盖")
    expect(view.get_by_role("navigation").get_by_role("button")).to_have_count(3)
    for what, text in (
        ("链接", f"{script.origin}/cdn/20261122/{seed[3].gen_id}.png"),
        ("gen_id", seed[3].gen_id),
        ("提示词", "牛的头上顶着锅盖"),
    ):
        view.get_by_role("button", name=f"复制{what}", exact=True).click()
        expect(view.get_by_role("button", name=f"复制{what}", exact=True)).to_have_text("复制了")
        assert page.evaluate("() => navigator.clipboard.readText()") == text
    page.keyboard.press("ArrowLeft")
    expect(view.locator("h2")).to_have_text("图 2")
    expect(view.locator(".lead + .evidence + .evidence")).to_have_text("改成了图 4和图 5")
    view.get_by_role("navigation").get_by_role("button").first.click()
    expect(view.locator("h2")).to_have_text("图 1")
    view.get_by_role("button", name="从这里改").click()
    expect(view).to_have_count(0)
    expect(page.locator("#from b")).to_have_text("接着图 1")


def test_a_picture_is_zoomed_and_saved_in_three_formats(page: Page, seed: list[Answer]) -> None:
    prints(page).nth(0).click()
    view = page.locator(".looking")
    view.get_by_role("button", name="放大").click()
    expect(view.locator(".percent")).to_have_text("125 %")
    view.locator(".view").dblclick()
    expect(view.locator(".percent")).to_have_text("100 %")
    for name, ending, magic in (
        ("PNG", "png", b"\x89PNG"),
        ("WebP", "webp", b"RIFF"),
        ("JPEG", "jpg", b"\xff\xd8\xff"),
    ):
        view.get_by_role("button", name="别的格式").click()
        with page.expect_download() as saved:
            page.get_by_role("dialog", name="别的格式").locator(".row", has_text=name).click()
        assert saved.value.suggested_filename.endswith(f".{ending}")
        assert saved.value.path().read_bytes().startswith(magic)


def test_a_picture_has_an_address_and_back_leads_where_one_was(
    page: Page, script: Scripted, seed: list[Answer]
) -> None:
    prints(page).nth(1).click()
    assert page.url == f"{script.origin}/#picture/{seed[1].gen_id}"
    page.reload()
    expect(page.locator(".looking h2")).to_have_text("图 2")
    page.get_by_role("button", name="和图 1 对比").click()
    expect(page.locator(".comparing")).to_be_visible()
    page.go_back()
    expect(page.locator(".looking h2")).to_have_text("图 2")
    page.keyboard.press("Escape")
    expect(page.locator(".over")).to_have_count(0)
    page.goto(f"{script.origin}/#compare/only-one")
    expect(page.locator(".over")).to_have_count(0)


# ---- comparing ---------------------------------------------------------------------------------------------------


def half_green(width: int, height: int) -> bytes:
    """Red, and green in its lower half."""
    red = (pyvips.Image.black(width, height, bands=3) + list(RED)).cast("uchar")
    green = (pyvips.Image.black(width, height // 2, bands=3) + list(GREEN)).cast("uchar")
    data: bytes = red.insert(green, 0, height // 2).write_to_buffer(".png")
    return data


def test_two_pictures_slide_blink_and_differ(page: Page, script: Scripted) -> None:
    before = script.pictures[:]
    script.pictures[:] = [png(RED, 64, 64), half_green(64, 64)]
    ox = draw(page, script, "画个牛马")
    cloth = draw(page, script, "牛的脸上遮个布", source=ox.gen_id)
    page.get_by_role("button", name="对比").click()
    assert page.url == f"{script.origin}/#compare/{ox.gen_id}/{cloth.gen_id}"
    view = page.locator(".comparing")
    expect(view.locator("dd").first).to_have_text("50 %")
    expect(view.locator(".step")).to_have_text("牛的脸上遮个布")
    slider = view.get_by_role("slider", name="在图 1和图 2之间滑动")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_value("51")
    page.keyboard.press("Shift+ArrowLeft")
    expect(slider).to_have_value("41")
    assert view.locator(".pair").evaluate("pair => pair.style.getPropertyValue('--cut')") == "41%"
    view.get_by_role("button", name="闪看").click()
    expect(view.locator(".second")).to_be_visible()
    view.get_by_role("button", name="换成另一张").click()
    expect(view.locator(".second")).to_be_hidden()
    view.get_by_role("button", name="差别").click()
    canvas = view.locator("canvas")
    page.wait_for_function("() => document.querySelector('.pair canvas').width === 64")
    expect(canvas).to_have_attribute("aria-label", "改动的画面：50 %")
    assert view.locator(".pair > img").evaluate("img => getComputedStyle(img).visibility") == "hidden"
    pixels = canvas.evaluate(
        "canvas => [8, 56].map(y => [...canvas.getContext('2d').getImageData(32, y, 1, 1).data.slice(0, 3)])"
    )
    assert len(set(pixels[0])) == 1
    assert pixels[1] == list(GREEN)
    view.get_by_role("button", name="左边换一张").click()
    page.get_by_role("dialog").get_by_role("button", name="图 2: 牛的脸上遮个布").click()
    expect(view.locator("dd").first).to_have_text("0.0 %")
    page.keyboard.press("Escape")
    expect(view).to_have_count(0)
    script.pictures[:] = before


# ---- the gallery -------------------------------------------------------------------------------------------------


def test_a_picture_that_arrives_when_its_talk_has_gone_disturbs_nothing(
    page: Page, complaints: list[str], seed: list[Answer]
) -> None:
    image = page.locator("#talk .pic img").last.element_handle()
    page.get_by_role("button", name="新对话").click()
    expect(page.locator("#talk")).to_have_count(0)
    image.evaluate("image => image.dispatchEvent(new Event('load'))")
    page.wait_for_function("() => true")
    assert complaints == []


def test_the_gallery_shows_every_picture_and_lends_them(
    page: Page, script: Scripted, seed: list[Answer]
) -> None:
    page.get_by_role("button", name="新对话").click()
    page.locator("#gallery").click()
    hung = page.locator(".hung")
    expect(hung).to_have_count(5)
    expect(hung.locator("p").first).to_have_text("牛和马都遮上")
    page.get_by_role("searchbox", name="找图").fill("锅盖")
    expect(hung).to_have_count(1)
    hung.locator(".look").click()
    expect(page.locator(".looking .cap")).to_have_text("牛的头上顶着锅盖")
    expect(page.locator(".film .frame")).to_have_count(3)
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox", name="找图")).to_have_value("锅盖")
    page.get_by_role("button", name="你放的").click()
    expect(page.locator(".gallery .none p")).to_have_text("没有这样的图")
    page.get_by_role("button", name="全部").click()
    hung.hover()
    hung.get_by_role("button", name="从这里改：牛的头上顶着锅盖").click()
    expect(page.locator("#from b")).to_have_text("接着别处的图")
    script.answers.append(drawing("加顶帽子", source=seed[3].gen_id))
    say(page, "加顶帽子")
    expect(page.locator("#news")).to_have_text("图 1 画好了")
    assert script.asked.get(timeout=WAIT_S)["messages"] == [
        {"role": "user", "content": f"`{seed[3].gen_id}` 加顶帽子"}
    ]
    expect(page.locator("#tree .node.guest")).to_have_attribute("data-id", seed[3].gen_id)
    assert len(edges(page, ".lit")) == 1


def test_the_gallery_reads_page_after_page(
    context: BrowserContext, settings: Settings, complaints: list[str]
) -> None:
    with LiveServer(settings) as live, opened(context, live.url, complaints) as page:
        with live.http() as client:
            for _ in range(17):
                body = {"messages": [{"role": "user", "content": "来四张小猫"}]}
                assert client.post("/v1/chat/completions", json=body).status_code == 200
        page.locator("#gallery").click()
        expect(page.locator(".hung")).to_have_count(60)
        page.locator(".wall").evaluate("wall => wall.scrollTo(0, wall.scrollHeight)")
        expect(page.locator(".hung")).to_have_count(68)


def keys_of(settings: Settings, *names: str) -> list[str]:
    """Keys made before the server starts; in a thread, since the browser's own loop runs in this one."""

    async def made() -> list[str]:
        folder = Path(settings.data)
        database = await Database.open(folder / DATABASE_NAME)
        keys = Keys(database, load_secret(folder))
        try:
            return [await keys.create(name) for name in names]
        finally:
            await database.aclose()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, made()).result()


def unlock(page: Page, key: str) -> None:
    page.get_by_role("textbox", name="钥匙").fill(key)
    page.get_by_role("button", name="再试一次").first.click()


def test_two_browsers_of_different_keys_see_nothing_of_each_other(
    browser: Browser, context: BrowserContext, settings: Settings, complaints: list[str]
) -> None:
    mine, yours = keys_of(settings, "mine", "yours")
    other = browser.new_context(locale="zh-CN", reduced_motion="reduce")
    with (
        LiveServer(settings) as live,
        opened(context, live.url, complaints) as page,
        opened(other, live.url, complaints) as elsewhere,
    ):
        say(page, "画个牛马")
        expect(page.locator(".turn .trouble")).to_contain_text("这台服务器要一把钥匙")
        unlock(page, mine)
        expect(page.locator("#news")).to_have_text("图 1 画好了")
        gen = prints(page).first.get_attribute("data-id")
        page.locator("#gallery").click()
        expect(page.locator(".hung")).to_have_count(1)
        elsewhere.locator("#gallery").click()
        expect(elsewhere.locator(".gallery .trouble")).to_contain_text("这台服务器要一把钥匙")
        unlock(elsewhere, yours)
        expect(elsewhere.locator(".gallery .none")).to_have_text("还没有图")
        elsewhere.goto(f"{live.url}/#picture/{gen}")
        expect(elsewhere.locator(".looking .facts")).to_contain_text("这张图不在这台服务器上，或者不是你的")
        expect(elsewhere.locator(".looking img")).to_be_hidden()
    other.close()


# ---- every size, every light, every language ---------------------------------------------------------------------


def violations(page: Page) -> list[tuple[str, Any]]:
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(page, options=options).response["violations"]
    return [(each["id"], [node["html"][:120] for node in each["nodes"]]) for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (360, 700)])
def test_no_view_hinders_anybody(page: Page, seed: list[Answer], scheme: Any, size: tuple[int, int]) -> None:
    """axe-core finds nothing, in any view."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    assert violations(page) == []
    page.get_by_role("button", name="所有对话").click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    gen = seed[3].gen_id
    for address in (f"#picture/{gen}", f"#compare/{seed[1].gen_id}/{gen}", "#gallery", "#tree"):
        page.goto(f"{page.url.split('#')[0]}{address}")
        page.locator("#tree" if address == "#tree" else ".over").wait_for()
        page.locator("dd, .hung, .node").first.wait_for()
        assert violations(page) == [], address
        assert page.evaluate("() => document.documentElement.scrollWidth") <= size[0]


def test_the_light_is_chosen_and_kept(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    ground = page.locator("body")
    expect(ground).to_have_css("background-color", "rgb(251, 249, 244)")
    page.get_by_role("button", name="换成深色").click()
    expect(ground).to_have_css("background-color", "rgb(26, 27, 30)")
    page.reload()
    expect(ground).to_have_css("background-color", "rgb(26, 27, 30)")
    page.get_by_role("button", name="换成浅色").click()
    expect(ground).to_have_css("background-color", "rgb(251, 249, 244)")
    assert page.evaluate("() => document.documentElement.dataset.theme") == "auto"


def test_a_phone_has_the_tree_on_its_side(page: Page, seed: list[Answer]) -> None:
    page.set_viewport_size({**NARROW})  # type: ignore[typeddict-item]
    strip = page.locator(".strip")
    expect(strip.locator("button.small")).to_have_count(5)
    expect(page.locator("#tree")).to_be_hidden()
    strip.get_by_role("button", name="看图 1：画个牛马").click()
    expect(page.locator(".looking h2")).to_have_text("图 1")
    page.get_by_role("button", name="回到树").click()
    held = strip.get_by_role("button", name="看图 4：牛的头上顶着锅盖")
    held.hover()
    page.mouse.down()
    expect(page.locator("#from b")).to_have_text("接着图 4")
    page.mouse.up()
    expect(page.locator(".looking")).to_have_count(0)
    strip.get_by_role("button", name="看整棵树").click()
    expect(prints(page)).to_have_count(5)
    expect(page.locator("#tree")).to_be_visible()
    page.get_by_role("button", name="回到对话").click()
    expect(page.locator("#tree")).to_be_hidden()


def test_a_very_large_page_is_filled(page: Page, seed: list[Answer]) -> None:
    page.set_viewport_size({"width": 3840, "height": 2160})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 3840
    assert position(page)[2] > 1.2
    box = page.locator(".table").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] == 3840
    prints(page).nth(0).click()
    sheet = page.locator(".sheet").bounding_box()
    assert sheet is not None
    assert sheet["height"] > 1000


def test_the_seed_in_english_on_the_whole_server(
    context: BrowserContext, settings: Settings, complaints: list[str]
) -> None:
    """The seed's sentences as an English speaker types them, with nothing scripted."""
    with LiveServer(settings) as live, opened(context, live.url, complaints) as page:
        page.get_by_role("button", name="Switch to English").click()
        said = {
            "draw an ox and a horse": "Drawn anew",
            "put a cloth over the ox's face": "From picture 1",
            "change the very first picture: put a cloth over the horse's face": "From picture 1",
            "change the one where the ox had a cloth: put a pot lid on the ox's head": "From picture 2",
            "add a chopstick on the lid": "From picture 4",
        }
        for number, (words, why) in enumerate(said.items(), 1):
            say(page, words)
            expect(page.locator("#news")).to_have_text(f"Picture {number} is ready")
            if number > 1:
                expect(page.locator(".turn").nth(number - 1).locator(".why")).to_contain_text(why)
        wait_for_pictures(page, 5)
        assert not re.search("[\u4e00-\u9fff]", page.locator("#page").inner_text().replace("中文", ""))
        prints(page).nth(4).click()
        expect(page.locator(".looking dd").first).to_be_visible()
        assert not re.search("[\u4e00-\u9fff]", page.locator(".looking").inner_text())


def test_a_dropped_picture_becomes_the_root_of_its_tree(
    context: BrowserContext, settings: Settings, complaints: list[str]
) -> None:
    with LiveServer(settings) as live, opened(context, live.url, complaints) as page:
        page.locator("#file").set_input_files(
            {"name": "a.png", "mimeType": "image/png", "buffer": png(GREEN, 300, 200)}
        )
        say(page, "加个帽子")
        expect(page.locator("#news")).to_have_text("图 1 画好了")
        guest = page.locator("#tree .node.guest")
        expect(guest).to_have_attribute("aria-label", "你放的图")
        expect(page.locator(".turn .why")).to_contain_text("改自你放的图")
        assert len(edges(page, ".lit")) == 1
        guest.click()
        expect(page.locator(".looking h2")).to_have_text("你放的图")
        expect(page.locator(".looking dl")).to_contain_text("300 × 200")
        assert PUBLIC_URL not in page.content()


def test_each_picture_of_several_calls_hangs_under_its_own_source(
    context: BrowserContext, settings: Settings, complaints: list[str]
) -> None:
    with LiveServer(settings) as live, opened(context, live.url, complaints) as page:
        say(page, "画一只猫")
        expect(page.locator("#news")).to_have_text("图 1 画好了")
        say(page, "戴个帽子")
        expect(page.locator("#news")).to_have_text("图 2 画好了")
        say(page, "给每张都加个边框")
        wait_for_pictures(page, 4)
        starts = [start for start, _ in edges(page)]
        assert sorted(map(starts.count, set(starts))) == [1, 2]  # 1 leads to 2 and 3, and 2 to 4
        assert len(edges(page, ".lit")) == 2
        assert "```" not in page.locator(".turn").nth(2).inner_text()
