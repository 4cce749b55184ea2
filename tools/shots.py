"""Take the pictures of the studio that stand in the docs: every view, light and dark, wide and narrow.

Starts a server of its own, says the seed's sentences to it in a browser, and writes WebP files into `docs/pictures`.
Needs Chromium. The letters are those of the fonts that the package brings, so that the pictures look alike everywhere.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing, contextmanager
from importlib import resources
from pathlib import Path
from unittest.mock import patch

import pyvips
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from paintover.app import server_config
from paintover.domain.scope import USUAL_SCOPES, Scope
from paintover.engines.illustrator import IllustratorEngine
from paintover.engines.instant import InstantEngine
from paintover.engines.protocol import EngineEvent, Painted, Work
from paintover.engines.tables import EngineTable, ModelTable
from paintover.parts import open_parts
from paintover.settings import FILE_NAME, Settings

PICTURES = Path(__file__).resolve().parent.parent / "docs/pictures"
BEFORE = {
    "zh": ("森林里的狐狸和月亮", "生日贺卡，写上“生日快乐”，小熊和气球"),
    "en": ("a fox and the moon in the forest", "birthday card with a bear and balloons, Happy birthday!"),
}
"""What was said in conversations before."""
SAID = {
    "zh": (
        "画个牛马",
        "牛的脸上遮个布",
        "最开始的图片改一下吧，让马的脸上遮个布",
        "我又改了，刚才牛遮布的那一条修改一下，让牛的头上顶着锅盖",
        "锅盖上再加根筷子",
        "第三张变成晚上",
        "海边一只猫和两只狗，横屏",
    ),
    "en": (
        "draw an ox and a horse",
        "put a cloth over the ox's face",
        "change the very first picture: put a cloth over the horse's face",
        "change the one where the ox had a cloth: put a pot lid on the ox's head",
        "add a chopstick on the lid",
        "make the third picture night",
        "a cat and two dogs on the beach, landscape",
    ),
}
HELD = {"zh": "第四张变成冬天的晚上", "en": "make the fourth picture a winter night"}
"""What is never finished, so that it can be looked at while it is drawn."""
WIDE, NARROW = (1440, 900), (390, 844)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]


BUSY_SERVER = """\
workers = 2
attempts = 1
currency = "USD"
owner_queue_limit = 200

[[prices]]
engine = "gpt-image"
picture = 0.042
[[prices]]
engine = "illustrator"
picture = 0.002

[engines.gpt-image]
engine = "openai"
options = { url = "http://127.0.0.1:9/v1", model = "gpt-image-1" }
[engines.sketch]
engine = "instant"
concurrency = 2
warm = true

[models."gpt-image-1"]
engines = ["gpt-image"]
[models.poster]
engines = ["gpt-image", "illustrator"]
[models.draft]
engines = ["illustrator", "sketch"]
weights = { illustrator = 3, sketch = 1 }
"""
"""A server with something to look after: an engine out of reach, one that shares its model, prices."""
HOUR_S = 3600


_PAINT = IllustratorEngine.paint


async def patiently(engine: IllustratorEngine, work: Work) -> AsyncGenerator[EngineEvent, None]:
    """As the illustrator paints, but for a picture of winter, which is never finished."""
    async with aclosing(_PAINT(engine, work)) as events:
        async for event in events:
            if isinstance(event, Painted) and re.search("冬天|winter", work.prompt):
                await asyncio.Event().wait()
            yield event


async def serve(port: int, folder: str) -> None:
    """Serve with the patient illustrator, and with the name of a model beside it, for the panel in which one is chosen."""
    options = {"url": "http://127.0.0.1:9/v1", "model": "gpt-image-1"}
    settings = Settings(
        data=folder,
        port=port,
        engines={"photo": EngineTable(engine="openai", options=options)},
        models={"gpt-image": ModelTable(engines=["photo"])},
    )
    with (
        patch.object(IllustratorEngine, "paint", patiently),
        socket.create_server(("127.0.0.1", port)) as door,
    ):
        async with open_parts(settings) as parts:
            await uvicorn.Server(server_config(parts, drain_s=1)).serve(sockets=[door])


@contextmanager
def server(folder: Path, *, is_patient: bool = False) -> Iterator[str]:
    """A server with its data below that folder, on a free port; it follows the settings that lie there. A patient one leaves
    a picture of winter unfinished."""
    folder.mkdir(exist_ok=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-c",
        "from paintover.cli import main; main()",
        "serve",
        "--port",
        str(port),
        "--data",
        str(folder / "data"),
    ]
    if is_patient:
        command = [sys.executable, str(Path(__file__).resolve()), str(port), str(folder / "data")]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=folder)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(f"{url}/healthz", timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        else:
            sys.exit("The server does not answer.")
        yield url
    finally:
        running.terminate()
        running.wait(20)


def with_fonts(folder: Path) -> dict[str, str]:
    """An environment in which the browser finds the package's Chinese font."""
    fonts = resources.files("pylopdf_fonts_zh_cn")
    config = folder / "fonts.conf"
    config.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir>'
        f"<cachedir>{folder}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}


def talk(page: Page, language: str) -> None:
    """Say the sentences; the last one is for a picture of its own."""
    for number, words in enumerate(SAID[language], 1):
        if number == len(SAID[language]):
            page.locator("#from .chip").click()
        page.locator("#words").fill(words)
        page.locator("#words").press("Enter")
        page.wait_for_selector(f"#tree .node.picture >> nth={number - 1}", state="attached")
        page.wait_for_selector(".turn.drawing, .turn.waiting", state="detached")


def gen(page: Page, number: int) -> str:
    """The gen_id of a picture of the tree."""
    return page.locator("#tree .node.picture").nth(number - 1).get_attribute("data-id") or ""


def shot(page: Page) -> pyvips.Image:
    """What is on the page once every picture in view is there."""
    page.wait_for_timeout(300)
    page.wait_for_function(
        "() => [...document.querySelectorAll('.clip img, .sheet img')].every(image => image.complete ||"
        " !image.checkVisibility() || image.getBoundingClientRect().top > innerHeight ||"
        " image.getBoundingClientRect().bottom < 0 || image.getBoundingClientRect().left > innerWidth ||"
        " image.getBoundingClientRect().right < 0)"
    )
    page.wait_for_timeout(300)
    return pyvips.Image.new_from_buffer(page.screenshot(), "")[0:3]


def views(page: Page, url: str) -> dict[str, str]:
    """The address of each view."""
    return {
        "tree": url,
        "picture": f"{url}/#picture/{gen(page, 4)}",
        "mask": f"{url}/#mask/{gen(page, 4)}",
        "compare": f"{url}/#compare/{gen(page, 2)}/{gen(page, 4)}",
        "gallery": f"{url}/#gallery",
    }


def paint(page: Page) -> None:
    """Paint over the upper left of a picture, with the lasso."""
    page.locator(".masking").wait_for()
    page.keyboard.press("l")
    box = page.locator(".masking").bounding_box()
    assert box is not None
    for at, (x, y) in enumerate(((0.1, 0.1), (0.3, 0.05), (0.45, 0.2), (0.35, 0.36), (0.12, 0.3))):
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"], steps=6)
        if at == 0:
            page.mouse.down()
    page.mouse.up()


def settle(page: Page) -> None:
    """Open the panel that says how pictures are drawn, and give it a seed."""
    page.locator(".tune").click()
    page.locator("#seed").fill("4711")


def drawn(page: Page) -> None:
    """Until what is unfinished is seen in the talk."""
    page.locator(".turn.drawing .sketch:not(.coming)").first.wait_for()


def others(page: Page, language: str) -> None:
    """Two conversations from before, for the list of them."""
    for words in BEFORE[language]:
        page.locator("#words").fill(words)
        page.locator("#words").press("Enter")
        page.wait_for_selector("#tree .node.picture", state="attached")
        page.wait_for_selector(".turn.drawing, .turn.waiting", state="detached")
        page.locator("#fresh").click()
        page.wait_for_selector(".samples")


def called(name: str, language: str) -> str:
    """What the page calls a button."""
    words = Path(__file__).parents[1] / f"src/paintover/web/page/words/{language}.json"
    return str(json.loads(words.read_text(encoding="utf-8"))[name])


def listed(page: Page, language: str) -> None:
    """Open the list of conversations."""
    page.get_by_role("button", name=called("talks", language)).click()
    page.locator(".shelf .row").first.wait_for()


def shared(page: Page, language: str) -> str:
    """Open the dialog that shares the conversation; the address of what others see."""
    page.get_by_role("button", name=called("shareThisTalk", language)).click()
    page.locator(".sharing").wait_for()
    if page.locator(".sharing li").count() == 0:
        page.get_by_role("button", name=called("makeLink", language)).click()
        page.locator(".sharing li").first.wait_for()
    return page.locator(".sharing li input").first.input_value()


def take(browser: Browser, url: str, scheme: str, language: str) -> None:
    """Every view in one light."""
    locale = {"zh": "zh-CN", "en": "en-GB"}[language]
    context = browser.new_context(
        locale=locale, reduced_motion="reduce", color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    page.goto(url)
    page.wait_for_selector(".samples")
    write(shot(page), f"studio_empty_{scheme}", 900)
    others(page, language)
    talk(page, language)
    page.evaluate("number => document.querySelectorAll('#tree .node.picture .act')[number].click()", 4)
    addresses = views(page, url)
    for name, address in addresses.items():
        page.goto(address)
        if name == "mask":
            paint(page)
        write(shot(page), f"studio_{name}_{scheme}", 900)
    page.goto(url)
    settle(page)
    write(shot(page), f"studio_settings_{scheme}", 900)
    page.keyboard.press("Escape")
    listed(page, language)
    write(shot(page), f"studio_list_{scheme}", 900)
    page.keyboard.press("Escape")
    link = shared(page, language)
    write(shot(page), f"studio_sharing_{scheme}", 900)
    page.goto(link)
    page.locator("#tree .node.picture").first.wait_for()
    write(shot(page), f"studio_shared_{scheme}", 900)
    page.goto(url)
    page.locator("#words").fill(HELD[language])
    page.locator("#words").press("Enter")
    drawn(page)
    write(shot(page), f"studio_drawing_{scheme}", 900)
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    row = []
    for name, prepare in (("drawing", drawn), ("settings", settle)):
        page.goto("about:blank")
        page.goto(url)
        prepare(page)
        row.append(shot(page))
        print(f"narrow: {name}")
    for address in (*addresses.values(), f"{url}/#tree", link):
        page.goto("about:blank")
        page.goto(address)
        row.append(shot(page))
    for open_ in (listed, shared):
        page.goto("about:blank")
        page.goto(url)
        open_(page, language)
        row.append(shot(page))
    write(
        pyvips.Image.arrayjoin(row, across=4, shim=24, background=[128, 128, 128]),
        f"studio_narrow_{scheme}",
        1280,
    )
    context.close()


async def staffed(folder: Path) -> dict[str, str]:
    """Make keys for several owners and one for whoever looks after the server, and a month of usage; the keys by name."""
    async with open_parts(Settings(data=str(folder / "data")), InstantEngine()) as parts:
        names = ("shop window", "lesson plans", "ann", "newsletter")
        keys = {name: await parts.keys.create(name) for name in names}
        keys["ops"] = await parts.keys.create("ops", scopes={*USUAL_SCOPES, Scope.ADMIN})
        ids = [key.id for key in await parts.keys.all()][: len(names)]
        dice, now = random.Random(8), int(time.time())
        rows = []
        for hours in range(30 * 24):
            at = now - hours * HOUR_S - 60
            day = 0.25 + max(0.0, 1 - abs(time.gmtime(at).tm_hour - 14) / 9)
            for owner, eager in zip(ids, (9, 4, 2, 1), strict=True):
                for part in range(round(eager * day * dice.random())):
                    engine, cost = dice.choice((("illustrator", 2_000), ("gpt-image", 42_000), ("sketch", 0)))
                    is_drawn = dice.random() > 0.06
                    row = [f"task_{hours}_{owner}_{part}", engine, owner, owner, "paintover"]
                    row += ["succeeded" if is_drawn else "failed", at * 1_000_000, 1, 1, int(is_drawn)]
                    row += [1024 * 1024, 900_000, dice.randrange(300), cost * is_drawn]
                    rows.append(row)
        statement = f"INSERT INTO usage VALUES ({', '.join('?' * 14)})"
        await parts.database.write(lambda connection: connection.executemany(statement, rows).rowcount)
    return keys


def send(url: str, key: str, words: str, **fields: object) -> None:
    """Have something drawn in the background."""
    body = {"messages": [{"role": "user", "content": words}], "background": True, **fields}
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    asking = urllib.request.Request(f"{url}/v1/chat/completions", json.dumps(body).encode(), headers)
    urllib.request.urlopen(asking, timeout=20).close()


def keep_busy(url: str, keys: dict[str, str]) -> None:
    """Orders that fail, and then more than can be drawn while the pictures are taken."""
    for number in range(4):
        send(url, keys["ann"], f"a cat, number {number}", model="gpt-image-1")
    send(url, keys["newsletter"], "a lighthouse at night", model="gpt-image-1")
    time.sleep(2)
    send(url, keys["lesson plans"], "two dogs on the beach", model="draft")
    for number in range(60):
        send(url, keys["shop window"], f"a horse in the rain, number {number}", n=4, size="2048x2048")
    for number in range(3):
        send(url, keys["lesson plans"], f"an ox, number {number}", n=4, model="poster", size="2048x2048")
    send(url, keys["ann"], "an apple", ratio="3:2", size="2048x2048", n=4)


def take_admin(browser: Browser, folder: Path, keys: dict[str, str]) -> None:
    """The view of whoever looks after a server, in both lights and both widths."""
    (folder / FILE_NAME).write_text(BUSY_SERVER, encoding="utf-8")
    with server(folder) as url:
        keep_busy(url, keys)
        narrow = []
        for scheme, locale in (("light", "zh-CN"), ("dark", "en-GB")):
            context = browser.new_context(
                locale=locale, reduced_motion="reduce", color_scheme="dark" if scheme == "dark" else "light"
            )
            context.add_init_script(f"localStorage.setItem('paintover.key', '{json.dumps(keys['ops'])}')")
            page = context.new_page()
            page.set_viewport_size({"width": WIDE[0], "height": 1400})
            page.goto(f"{url}/#admin")
            page.wait_for_selector(".plot")
            page.wait_for_selector(".tasks .bar")
            write(shot(page), f"studio_admin_{scheme}", 900)
            page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
            for selector in (".figures", ".tasks", ".usage", ".usage .sums"):
                page.eval_on_selector(selector, "element => element.scrollIntoView()")
                narrow.append(shot(page))
            context.close()
        write(
            pyvips.Image.arrayjoin(narrow, across=len(narrow), shim=24, background=[128, 128, 128]),
            "studio_admin_narrow",
            1280,
        )


def write(image: pyvips.Image, name: str, width: int) -> None:
    """Keep a picture at that width."""
    path = PICTURES / f"{name}.webp"
    image.resize(width / image.width).write_to_file(
        str(path), Q=62, effort=6, smart_subsample=True, keep="none"
    )
    print(f"{path.name}: {path.stat().st_size:,} bytes")


def main() -> None:
    """Take all of them."""
    if len(sys.argv) == 3:
        asyncio.run(serve(int(sys.argv[1]), sys.argv[2]))
        return
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        sys.exit("Chromium is needed to take the pictures: apt-get install chromium")
    with tempfile.TemporaryDirectory() as place:
        keys = asyncio.run(staffed(Path(place) / "admin"))
        take_all(executable, Path(place), keys)


def take_all(executable: str, folder: Path, keys: dict[str, str]) -> None:
    """Take all of them; `keys` are those of the server of the admin view."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS, env=with_fonts(folder))
        for scheme, language in (("light", "zh"), ("dark", "en")):
            with server(folder / f"data-{scheme}", is_patient=True) as url:
                take(browser, url, scheme, language)
        take_admin(browser, folder / "admin", keys)
        browser.close()


if __name__ == "__main__":
    main()
