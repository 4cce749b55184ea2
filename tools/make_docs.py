"""Writes docs/reference.md from the code, and the README's pictures. Run by `make docs`."""

from __future__ import annotations

import ast
import asyncio
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import aclosing
from itertools import pairwise
from pathlib import Path
from typing import Any

from rich.console import Console
from starlette.routing import Route

from paintover import cli
from paintover import settings as settings_module
from paintover.app import routes_of
from paintover.domain.ratio import SQUARE
from paintover.engines.illustrator.engine import IllustratorEngine
from paintover.engines.instant import InstantEngine
from paintover.engines.protocol import Engine, Painted, Picture, SourceImage, Work
from paintover.parts import open_parts
from paintover.settings import PREFIX, TABLES, Settings

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference.md"
PICTURES = ROOT / "docs" / "pictures"
COMMANDS = ("serve", "draw", "chat", "plan", "eval", "tasks", "worker", "keys", "mcp", "usage")


def reference() -> str:
    """The text of docs/reference.md."""
    parts = ["# Reference", "Made from the code by `make docs`; a test fails when it is out of date."]
    parts += ["## Settings", settings_module.__doc__ or "", *_settings()]
    parts += ["## Routes", *_routes()]
    parts += ["## Command line", *_commands()]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _settings() -> Iterator[str]:
    lines = ["| setting | environment | default | meaning |", "|---|---|---|---|"]
    defaults = Settings()
    for name, meaning in _meanings().items():
        default = json.dumps(getattr(defaults, name))
        variable = "" if name in TABLES else f"`{PREFIX}{name.upper()}`"
        lines.append(f"| `{name}` | {variable} | `{default}` | {meaning} |")
    yield "\n".join(lines)


def _meanings() -> dict[str, str]:
    """The docstring below each field of Settings."""
    source = Path(settings_module.__file__).read_text(encoding="utf-8")
    body = next(
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef) and node.name == Settings.__name__
    ).body
    return {
        field.target.id: " ".join(str(told.value.value).split())
        for field, told in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(told, ast.Expr)
        and isinstance(told.value, ast.Constant)
    }


def _routes() -> Iterator[str]:
    lines = ["| method | path |", "|---|---|"]
    for route in asyncio.run(_all_routes()):
        methods = sorted((route.methods or {"GET"}) - {"HEAD"} or {"HEAD"})
        lines.append(f"| {', '.join(methods)} | `{route.path}` |")
    yield "\n".join(lines)


async def _all_routes() -> list[Route]:
    with tempfile.TemporaryDirectory() as folder:
        async with open_parts(Settings(data=folder), InstantEngine()) as parts:
            return routes_of(parts)


def _commands() -> Iterator[str]:
    for name in COMMANDS:
        yield _help([name])
        for part in cli.app[name]:
            if not part.startswith("-"):
                yield _help([name, part])


def _help(words: list[str]) -> str:
    written = io.StringIO()
    console = Console(file=written, width=100, force_terminal=False, color_system=None)
    cli.app.help_print(words, console=console)
    text = "\n".join(line.rstrip() for line in written.getvalue().splitlines()).strip()
    return f"### paintover {' '.join(words)}\n\n```text\n{text}\n```"


CONVERSATION = (
    ("画个牛马", None),
    ("牛的脸上遮个布", 0),
    ("马的脸上遮个布", 0),
    ("牛的头上顶着锅盖", 1),
    ("锅盖上再加根筷子", 3),
)
"""The seed's calls, each with the turn that it edits."""


async def draw_pictures() -> None:
    """The seed's conversation, small, for the README."""
    engine = IllustratorEngine()
    drawn: list[Picture] = []
    for turn, (prompt, source) in enumerate(CONVERSATION, 1):
        drawn.append(await _drawn(engine, prompt, None if source is None else drawn[source]))
        _write_small(drawn[-1], PICTURES / f"seed_{turn}.webp")
    await engine.aclose()


async def _drawn(engine: Engine, prompt: str, source: Picture | None) -> Picture:
    sources = () if source is None else (_source(source),)
    width, height = SQUARE.size()
    work = Work(
        task_id="docs", prompt=prompt, ratio=SQUARE, width=width, height=height, n=1, seed=7, sources=sources
    )
    async with aclosing(engine.paint(work)) as events:
        async for event in events:
            if isinstance(event, Painted):
                return event.picture
    raise AssertionError("no picture")


def _source(picture: Picture) -> SourceImage:
    return SourceImage(
        gen_id="gen_01jqwte8yjf7haxqc521b7z2wf", image=picture.image, media_type=picture.media_type, width=picture.width,
        height=picture.height, scene=picture.scene, seed=picture.seed,
    )  # fmt: skip


def _write_small(picture: Picture, path: Path) -> None:
    import pyvips

    image: Any = pyvips.Image.thumbnail_buffer(picture.image, 480)
    path.write_bytes(image.webpsave_buffer(Q=82))


def main() -> None:
    """Write everything; `--check` only says whether the reference is up to date."""
    os.environ.pop("COLUMNS", None)
    if "--check" in sys.argv:
        raise SystemExit(REFERENCE.read_text(encoding="utf-8") != reference())
    PICTURES.mkdir(parents=True, exist_ok=True)
    REFERENCE.write_text(reference(), encoding="utf-8")
    asyncio.run(draw_pictures())


if __name__ == "__main__":
    main()
