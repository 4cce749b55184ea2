"""Capture the terminal's screens that stand in the docs: the seed's conversation, typed key by key in a real terminal.

Starts a server of its own, types into `paintover chat` in tmux, and writes what stands on the screen, letters and
colours, as WebP files into `docs/pictures`: rich makes a drawing of it, Chromium the pixels. Needs tmux and Chromium.
"""

from __future__ import annotations

import html
import io
import os
import re
import shutil
import sys
import tempfile
from importlib import resources
from pathlib import Path

import pyvips
from playwright.sync_api import Browser, sync_playwright
from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.cli.screens import Screen, has_tmux  # noqa: E402
from tools.shots import FLAGS, SAID, server  # noqa: E402

PICTURES = ROOT / "docs/pictures"
PAINTOVER = Path(sys.executable).with_name("paintover")
COLUMNS, LINES = 92, 34
DARK = TerminalTheme(
    (22, 22, 26),
    (220, 220, 215),
    [(40, 40, 45), (224, 108, 99), (140, 190, 110), (214, 160, 70), (110, 160, 220), (190, 130, 200), (95, 185, 185), (200, 200, 195)],
    [(110, 110, 115), (240, 130, 120), (165, 215, 130), (235, 185, 95), (140, 185, 240), (215, 155, 225), (120, 210, 210), (240, 240, 235)],
)  # fmt: skip
FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
{styles}
</style>
<defs>
{lines}
</defs>
<rect fill="#16161a" width="100%" height="100%"/>
<g transform="translate(8, 8)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""rich's own frame without the window's buttons, and without letters from another host."""
TYPED = {
    "zh": {"chosen": "下一句改图 3", "words": "第三张变成晚上", "prompt": "张图  ·"},
    "en": {
        "chosen": "The next words change picture 3",
        "words": "make it night",
        "prompt": "pictures: \\d+  ·",
    },
}


def keep(screen: Screen, browser: Browser, name: str) -> None:
    """Write what stands on the screen."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    for line in screen.painted().rstrip().splitlines():
        console.print(Text.from_ansi(line), soft_wrap=True)
    svg = console.export_svg(title="", theme=DARK, code_format=FRAME, unique_id="t", font_aspect_ratio=0.6)
    svg = re.sub(r'textLength="([\d.]+)"([^>]*)>([^<]*)<', _in_cells, svg)
    page = browser.new_page(viewport={"width": 1000, "height": 900}, device_scale_factor=1.5)
    page.set_content(f"<body style='margin:0;background:#16161a'>{svg}</body>")
    picture = pyvips.Image.new_from_buffer(page.locator("svg").screenshot(), "")
    page.close()
    picture.webpsave(str(PICTURES / f"terminal_{name}.webp"), lossless=True, effort=6, keep="none")
    print(f"terminal_{name}.webp")


def _in_cells(text: re.Match[str]) -> str:
    """A piece of the drawing's text as long as its cells are: rich counts its letters, and Chinese ones take two cells."""
    words = html.unescape(text[3])
    length = float(text[1]) / max(1, len(words)) * cell_len(words)
    return f'textLength="{length:.1f}"{text[2]}>{text[3]}<'


def with_fonts(folder: Path) -> dict[str, str]:
    """An environment in which the browser finds the package's Chinese font beside the system's."""
    fonts = resources.files("pylopdf_fonts_zh_cn")
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir></fontconfig>',
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}


def talk(browser: Browser, url: str, folder: Path, language: str) -> None:
    """The seed's sentences, and the screens in between."""
    said, typed = SAID[language], TYPED[language]
    locale = {"zh": "zh_CN.UTF-8", "en": "en_US.UTF-8"}[language]
    screen = Screen(
        PAINTOVER, "chat", "--url", url, columns=COLUMNS, lines=LINES, language=locale,
        environment={"XDG_STATE_HOME": str(folder / language), "PAINTOVER_INLINE": "blocks"},
    )  # fmt: skip
    with screen:
        screen.wait("/help")
        for number, words in enumerate(said[:5], 1):
            screen.say(words)
            screen.wait(rf"{url}/cdn/\S+\.png", times=number)
            screen.wait(typed["prompt"])
            if number == 2:
                keep(screen, browser, f"chat_{language}")
        screen.say("/from 3")
        screen.wait(typed["chosen"])
        screen.say(typed["words"])
        screen.wait(rf"{url}/cdn/\S+\.png", times=6)
        screen.press("C-l")
        screen.say("/tree")
        screen.wait("← ")
        screen.say("/help")
        screen.wait(r"Ctrl-C\s.*\n")
        screen.type("/")
        screen.wait(r"› / *\n +/tree")
        keep(screen, browser, f"tree_{language}")


def main() -> None:
    """Write every screen."""
    if not has_tmux():
        raise SystemExit("The screens are those of a real terminal: install the package tmux first.")
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS, env=with_fonts(folder))
        with server(folder / "data") as url:
            for language in ("zh", "en"):
                talk(browser, url, folder, language)
        browser.close()


if __name__ == "__main__":
    main()
