"""The view of whoever looks after the server, on the whole server."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from paintover.domain.errors import EngineUnavailable
from paintover.domain.scope import USUAL_SCOPES, Scope
from paintover.settings import FILE_NAME, SettingsSource
from tests.easel import Easel
from tests.live import LiveServer
from tests.web.browsing import NARROW, WAIT_S, opened, opened_context
from tests.web.test_studio import violations

SECRET = "walrus"
SIZES = [{"width": 3840, "height": 2160}, {"width": 1280, "height": 800}, NARROW]
FILE = 'engine = "instant"\nworkers = 1\nattempts = 1\n'


@pytest.fixture
def easel() -> Easel:
    return Easel(is_open=False)


@pytest.fixture
def live(tmp_path: Path, easel: Easel) -> Iterator[LiveServer]:
    """With one engine of its own: the easel, which another server has."""
    from paintover.settings import Settings

    with LiveServer(Settings(data=str(tmp_path / "far"), port=0, workers=4, attempts=1), easel) as behind:
        engine = f'[engines.far]\nengine = "openai"\noptions = {{ url = "{behind.url}/v1", model = "paintover" }}\n'
        (tmp_path / FILE_NAME).write_text(
            f'{FILE}{engine}[models."*"]\nengines = ["far"]\n', encoding="utf-8"
        )
        source = SettingsSource(
            folder=tmp_path, environment={}, overrides={"data": str(tmp_path / "data"), "port": 0}
        )
        with LiveServer(source.read(), source=source) as live:
            yield live
            easel.gate.set()


@pytest.fixture
def page(context: BrowserContext, live: LiveServer, complaints: list[str]) -> Iterator[Page]:
    with opened(context, live.url, complaints) as page:
        yield page


@pytest.fixture
def clocked(browser: Browser, live: LiveServer, complaints: list[str]) -> Iterator[Page]:
    """A page in a context of its own, whose clock may be turned on: the others' would be ahead of the server's."""
    with opened_context(browser) as context, opened(context, live.url, complaints) as page:
        yield page


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def until(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + WAIT_S
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def order(live: LiveServer, key: str, words: str) -> str:
    body = {"messages": [{"role": "user", "content": words}], "background": True}
    with live.http() as http:
        answer = http.post("/v1/chat/completions", json=body, headers=bearer(key))
        assert answer.status_code == 202, answer.text
        return str(answer.json()["id"])


def enter(page: Page, live: LiveServer, key: str, address: str = "/#admin") -> None:
    """The page with a key, at an address."""
    page.evaluate("key => localStorage.setItem('paintover.key', JSON.stringify(key))", key)
    page.goto("about:blank")
    page.goto(f"{live.url}{address}")


def test_the_machines_own_user_opens_and_leaves_it_by_keyboard(page: Page) -> None:
    expect(page.locator("#admin")).to_have_attribute("aria-label", "服务器")
    page.locator("#admin").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".admin h2")).to_be_focused()
    expect(page.locator(".figures dd b").first).to_have_text("0")
    expect(page.locator(".admin")).to_contain_text("现在没有任务")
    expect(page.locator(".fares b")).to_have_text("还没用过")
    page.locator("#lang").click()
    expect(page.locator(".admin")).to_contain_text("No tasks just now")
    page.keyboard.press("Escape")
    expect(page.locator(".admin")).to_have_count(0)
    page.set_viewport_size({**NARROW})  # type: ignore[typeddict-item]
    # At the top there is no room; it is where the language is.
    expect(page.locator("#admin")).to_be_hidden()
    page.get_by_role("button", name="Conversations").click()
    page.locator(".shelf").get_by_role("button", name="Server").click()
    expect(page.locator(".admin .figures")).to_be_visible()


def test_another_key_sees_neither_the_button_nor_anything(
    page: Page, live: LiveServer, browser: Browser
) -> None:
    theirs, mine = live.new_key("ann"), live.new_key("bob")
    order(live, theirs, SECRET)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_response(lambda response: response.url.endswith("/v1/me") and response.ok):
        enter(page, live, mine, "/")
    expect(page.locator("#gallery")).to_be_visible()
    expect(page.locator("#admin")).to_have_count(0)
    enter(page, live, mine)
    expect(page.locator(".notice b")).to_have_text("这把钥匙看不了服务器")
    expect(page.locator(".notice")).to_contain_text("scope 'admin'")
    assert violations(page) == []
    expect(page.locator(".figures, .ledger, .usage")).to_have_count(0)
    assert SECRET not in page.content()
    assert "ann" not in page.locator(".admin").inner_text()
    # Nor is it asked again.
    assert len([url for url in asked if "/v1/admin" in url]) == 1


def test_tasks_of_others_are_followed_without_their_words_and_stopped(
    page: Page, live: LiveServer, easel: Easel
) -> None:
    ann, bob = live.new_key("ann"), live.new_key("bob")
    root = live.new_key("root", {*USUAL_SCOPES, Scope.ADMIN})
    running = order(live, ann, f"{SECRET} one")
    until(lambda: easel.orders)
    enter(page, live, root)
    rows = page.get_by_role("table", name="没完成的任务").locator("tbody tr")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("ann")
    expect(rows.first).to_contain_text("far")
    waiting = order(live, bob, f"{SECRET} two")
    # Nobody touches the page: it follows.
    expect(rows).to_have_count(2)
    expect(rows.nth(1)).to_contain_text("在排队")
    expect(page.locator(".owners li")).to_have_count(2)
    assert SECRET not in page.content()

    stop = page.get_by_role("button", name=f"bob 的任务 {waiting}")
    stop.focus()
    page.keyboard.press("Enter")
    expect(stop).to_have_text("真的停下")
    page.keyboard.press("Escape")
    expect(stop).to_have_text("停下")
    expect(page.locator(".admin")).to_be_visible()
    page.keyboard.press("Enter")
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(page.locator("#news")).to_have_text("bob 的任务停下了")
    expect(rows).to_have_count(1)
    # Whoever is at the keyboard is not sent back to the page's beginning.
    expect(page.locator("h3", has_text="没完成的任务")).to_be_focused()
    with live.http() as http:
        told = http.get(f"/v1/tasks/{waiting}", headers=bearer(bob)).json()
    assert told["state"] == "cancelled"
    assert "Who runs this server" in told["error"]["message"]
    easel.gate.set()
    expect(page.locator(".admin")).to_contain_text("现在没有任务")
    with live.http() as http:
        told = http.get(f"/v1/tasks/{running}", headers=bearer(ann)).json()
    assert told["state"] == "succeeded"
    expect(page.locator(".fares b")).to_have_text("正常")


def test_it_asks_only_while_it_is_seen(clocked: Page, live: LiveServer) -> None:
    page = clocked
    page.clock.install()
    page.goto(f"{live.url}/#admin")
    expect(page.locator(".figures")).to_be_visible()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/v1/admin" in request.url else None)

    def becomes(state: str) -> None:
        page.evaluate(
            """state => { Object.defineProperty(document, "visibilityState", { get: () => state, configurable: true });
                document.dispatchEvent(new Event("visibilitychange")); }""",
            state,
        )

    with page.expect_response("**/v1/admin?*"):
        page.clock.run_for(2100)
    becomes("hidden")
    before = len(asked)
    page.clock.run_for(600_000)
    assert len(asked) == before
    with page.expect_response("**/v1/admin?*"):
        becomes("visible")
    page.keyboard.press("Escape")
    expect(page.locator(".admin")).to_have_count(0)
    before = len(asked)
    page.clock.run_for(600_000)
    assert len(asked) == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_it_tells_hinders_nobody(
    page: Page, live: LiveServer, easel: Easel, tmp_path: Path, scheme: Any
) -> None:
    easel.gate.set()
    easel.errors += [EngineUnavailable("gone") for _ in range(3)]
    ann = live.new_key("ann")
    root = live.new_key("root", {*USUAL_SCOPES, Scope.ADMIN})
    for number in range(3):
        order(live, ann, f"{SECRET} {number}")
    with live.http() as http:

        def seen() -> Any:
            return http.get("/v1/admin", headers=bearer(root)).json()

        until(lambda: len(seen()["tasks"]["failed"]) == 3)
        (tmp_path / FILE_NAME).write_text("nonsense = 1\n", encoding="utf-8")
        live.reload()
        until(lambda: seen()["server"]["configuration"]["refused_because"])
    easel.gate.clear()
    easel.errors.clear()
    orders = len(easel.orders)
    order(live, ann, SECRET)
    order(live, root, SECRET)
    until(lambda: len(easel.orders) > orders)
    page.emulate_media(color_scheme=scheme)
    enter(page, live, root)
    expect(page.locator(".fares b")).to_contain_text("再试")
    expect(page.get_by_role("table", name="最近没画成的").locator("tbody tr")).to_have_count(3)
    expect(page.locator(".notice")).to_contain_text("nonsense")
    expect(page.locator(".plot")).to_have_count(4)
    page.locator("summary").click()
    for size in SIZES:
        page.set_viewport_size({**size})  # type: ignore[typeddict-item]
        if size["width"] < 3000:
            assert violations(page) == [], size
        assert page.evaluate("() => document.documentElement.scrollWidth") <= size["width"]
        inside = "element => element.scrollWidth - element.clientWidth"
        assert page.locator(".admin .wall").evaluate(inside) <= 0
        # What is hidden for the eye must not make the table scroll when something is focused.
        assert page.locator(".table").evaluate("box => box.scrollHeight - box.clientHeight") <= 0
    page.locator(".pickone", has_text="ann").click()
    expect(page.locator(".usage .rest")).to_contain_text("只看 ann")
    expect(page.locator(".plot figcaption").nth(1)).to_have_text("失败 3")
    page.locator(".usage").get_by_role("button", name="30 天").click()
    expect(page.locator(".plot").first.locator("g")).to_have_count(30)
    assert SECRET not in page.content()
