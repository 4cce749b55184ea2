"""Take the pictures of the studio that stand in the docs: every view, light and dark, wide and narrow.

Starts a server of its own, says the seed's sentences to it in a browser, and writes WebP files into `docs/pictures`.
Needs Chromium. The letters are those of the fonts that the package brings, so that the pictures look alike everywhere.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

import pyvips
from playwright.sync_api import Browser, Page, sync_playwright

PICTURES = Path(__file__).resolve().parent.parent / "docs/pictures"
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
WIDE, NARROW = (1440, 900), (390, 844)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """A server with an empty data folder, on a free port."""
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
        str(folder),
    ]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
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
    talk(page, language)
    page.evaluate("number => document.querySelectorAll('#tree .node.picture .act')[number].click()", 4)
    addresses = views(page, url)
    for name, address in addresses.items():
        page.goto(address)
        if name == "mask":
            paint(page)
        write(shot(page), f"studio_{name}_{scheme}", 900)
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    row = []
    for address in (*addresses.values(), f"{url}/#tree"):
        page.goto("about:blank")
        page.goto(address)
        row.append(shot(page))
    write(
        pyvips.Image.arrayjoin(row, across=len(row), shim=24, background=[128, 128, 128]),
        f"studio_narrow_{scheme}",
        1280,
    )
    context.close()


def write(image: pyvips.Image, name: str, width: int) -> None:
    """Keep a picture at that width."""
    path = PICTURES / f"{name}.webp"
    image.resize(width / image.width).write_to_file(
        str(path), Q=62, effort=6, smart_subsample=True, keep="none"
    )
    print(f"{path.name}: {path.stat().st_size:,} bytes")


def main() -> None:
    """Take all of them."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        sys.exit("Chromium is needed to take the pictures: apt-get install chromium")
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = Path(place)
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS, env=with_fonts(folder))
        for scheme, language in (("light", "zh"), ("dark", "en")):
            with server(folder / f"data-{scheme}") as url:
                take(browser, url, scheme, language)
        browser.close()


if __name__ == "__main__":
    main()
