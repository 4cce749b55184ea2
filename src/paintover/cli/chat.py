"""`paintover chat`: a conversation in the terminal with a running server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any

import httpx
import msgspec
from cyclopts import Parameter
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from paintover.cli.client import DEFAULT_URL, Key, Url, check, open_client, unreachable
from paintover.domain.errors import PaintoverError
from paintover.transcript.reader import read_answer

_PERCENT = re.compile(r"(?:进度|Progress) (\d{1,3})%")

WELCOME = "Say what to draw, then what to change. An empty line or Ctrl-D ends the conversation."


def chat(
    *,
    url: Url = DEFAULT_URL,
    key: Key = None,
    model: Annotated[str, Parameter(help="The model name to ask for.")] = "paintover",
) -> None:
    """Talk to a server: each line is a wish, each answer a picture's link."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(WELCOME, style="dim")
    messages: list[dict[str, Any]] = []
    with open_client(url, key) as client:
        while line := _ask(console):
            messages.append({"role": "user", "content": line})
            try:
                text = _answer(client, {"model": model, "stream": True, "messages": messages}, console)
            except PaintoverError as exc:
                messages.pop()
                console.print(exc.message, style="red", markup=False)
                continue
            messages.append({"role": "assistant", "content": text})
            _show(console, text)


def _ask(console: Console) -> str:
    try:
        return console.input("[bold]> [/]").strip()
    except EOFError:
        console.print()
        return ""


def _answer(client: httpx.Client, body: dict[str, Any], console: Console) -> str:
    """Post one request and follow its stream; returns the whole text.

    Raises:
        PaintoverError: the server cannot be reached, or says no.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    text = ""
    try:
        with (
            client.stream("POST", "/v1/chat/completions", json=body) as response,
            Progress(*columns, console=console, transient=True) as progress,
        ):
            check(response)
            bar = progress.add_task("drawing", total=100)
            for delta in _deltas(response.iter_lines()):
                text += delta
                if match := _PERCENT.search(delta):
                    progress.update(bar, completed=int(match[1]))
    except httpx.HTTPError as exc:
        raise unreachable(client) from exc
    return text


def _deltas(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line.startswith("data: {"):
            for choice in msgspec.json.decode(line[6:])["choices"]:
                yield choice["delta"].get("content") or ""


def _show(console: Console, text: str) -> None:
    answer = read_answer(text)
    if answer is None:
        console.print(text, markup=False)
        return
    for picture in answer.pictures:
        console.print(f"  {picture.url}", markup=False)
        console.print(f"  {picture.gen_id}", style="dim", markup=False)
    if answer.failed:
        console.print(answer.reason or "It failed.", style="red", markup=False)
