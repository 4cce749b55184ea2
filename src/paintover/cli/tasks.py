"""`paintover tasks`: what became of the requests that a running server has accepted."""

from __future__ import annotations

import base64
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from typing import Annotated, Any, Literal

import httpx
import msgspec
from cyclopts import App, Parameter
from rich.cells import cell_len, set_cell_size
from rich.console import Console

from paintover.cli.bar import progress_bar
from paintover.cli.client import (
    RETRIES,
    Json,
    Key,
    Url,
    ask,
    check,
    open_client,
    print_json,
    records,
    unreachable,
)
from paintover.cli.inline import Live, open_canvas
from paintover.cli.inline import show as show_picture
from paintover.cli.words import Words
from paintover.domain.errors import NotFound
from paintover.domain.ids import is_task_id
from paintover.settings import read_settings, terminal_program, user_language

State = Literal["queued", "running", "succeeded", "failed", "cancelled"]
FINAL = frozenset({"succeeded", "failed", "cancelled"})
WIDTHS = {"id": 31, "state": 9, "done": 4, "made": 19}
PASSING = frozenset({429, 502, 503, 504})
"""Answers after which it is worth coming again."""

tasks = App(name="tasks", help="List, show, watch and cancel the tasks of a running server.")


@tasks.command(name="list")
def list_tasks(
    *,
    state: Annotated[State | None, Parameter(help="Only those in this state.")] = None,
    limit: Annotated[int, Parameter(help="How many, the newest first.")] = 20,
    after: Annotated[str | None, Parameter(help="Go on behind this task of an earlier list.")] = None,
    json: Json = False,
    url: Url = None,
    key: Key = None,
) -> None:
    """List your tasks, the newest first."""
    asked = {"state": state, "limit": limit, "after": after}
    with open_client(url, key) as client:
        page = ask(client, "GET", "/v1/tasks", params={k: v for k, v in asked.items() if v is not None})
    if json:
        print_json(page)
        return
    console = Console(highlight=False)
    rows = [_row(task) for task in page["data"]]
    if not rows:
        print("There is none.", file=sys.stderr)
    elif console.is_terminal:
        for row in [(*WIDTHS, "prompt"), *rows]:
            console.print(_fitted(row, console.width), markup=False, soft_wrap=True)
    else:
        for row in rows:
            print("\t".join(row))
    if page["has_more"]:
        print(f"There are more: add --after {page['next_cursor']}", file=sys.stderr)


@tasks.command
def show(task_id: str, *, json: Json = False, url: Url = None, key: Key = None) -> None:
    """Show one task, with the links of its pictures."""
    with open_client(url, key) as client:
        task = ask(client, "GET", _path(task_id))
        if json:
            print_json(task)
            return
        _show(task, [(name, _link(client, name)) for name in task["gen_ids"]])


@tasks.command
def watch(task_id: str, *, json: Json = False, url: Url = None, key: Key = None) -> None:
    """Follow a task to its end, then print the links of its pictures, and show them where this is a terminal that can.

    A broken connection is made anew, and goes on where it broke. The exit status is 1 when the task did not succeed.
    With --json each event is one line.
    """
    with open_client(url, key) as client:
        console = Console(highlight=False, soft_wrap=True)
        is_seen = console.is_terminal and not json
        events = _events(client, task_id, with_previews=is_seen)
        if json:
            end = _print_events(events)
        elif is_seen:
            end = _draw_bar(client, events, console)
        else:
            end = _print_plainly(events)
    if end["error"] is not None:
        print(f"{end['type']}: {end['error']['message']}", file=sys.stderr)
    if end["type"] != "succeeded":
        raise SystemExit(1)


@tasks.command
def cancel(task_id: str, *, json: Json = False, url: Url = None, key: Key = None) -> None:
    """Stop a task, whether it waits or is being drawn. What it has drawn already is kept."""
    with open_client(url, key) as client:
        task = ask(client, "POST", f"{_path(task_id)}/cancel")
    if json:
        print_json(task)
    elif task["state"] == "cancelled":
        print(f"{task['id']} is cancelled.")
    else:
        print(f"{task['id']} was over before: it has {task['state']}.")


def _events(client: httpx.Client, task_id: str, *, with_previews: bool) -> Iterator[dict[str, Any]]:
    """The task's events, each once and the last one last, over as many connections as it takes.

    Raises:
        PaintoverError: the server cannot be reached (any more), or says no.
    """
    last_id: str | None = None
    is_known, broken = False, 0
    while broken <= RETRIES:
        headers = {} if last_id is None else {"Last-Event-ID": last_id}
        try:
            with client.stream(
                "GET", f"{_path(task_id)}/events", params={"previews": int(with_previews)}, headers=headers
            ) as response:
                if not (is_known and response.status_code in PASSING):
                    check(response)
                    is_known = True
                for event in records(response.iter_lines()):
                    last_id, broken = event["id"], 0
                    yield event
                    if event["type"] in FINAL:
                        return
        except httpx.HTTPError as exc:
            if not is_known:
                raise unreachable(client) from exc
        broken += 1
        time.sleep(min(0.25 * 2.0**broken, 5.0))
    raise unreachable(client)


def _print_events(events: Iterator[dict[str, Any]]) -> dict[str, Any]:
    event: dict[str, Any] = {}
    for event in events:
        print(msgspec.json.encode(event).decode(), flush=True)
    return event


def _print_plainly(events: Iterator[dict[str, Any]]) -> dict[str, Any]:
    event: dict[str, Any] = {}
    links = []
    for event in events:
        match event["type"]:
            case "progress":
                print(f"{event['progress']}% {event['stage']}", flush=True)
            case "picture":
                links.append(_picture_line(event["gen_id"], event["url"]))
            case kind:
                print(kind, flush=True)
    for line in links:
        print(line)
    return event


def _draw_bar(client: httpx.Client, events: Iterator[dict[str, Any]], console: Console) -> dict[str, Any]:
    settings = read_settings()
    words = Words(user_language(settings))
    canvas = open_canvas(console, inline=settings.inline, program=terminal_program())
    live = Live(console, canvas)
    event: dict[str, Any] = {}
    pictures = []
    with ExitStack() as stack:
        stack.callback(live.erase)  # when the bar has gone
        progress = stack.enter_context(progress_bar(console))
        bar = progress.add_task(words("queued"), total=100, percent="")
        for event in events:
            match event["type"]:
                case "progress":
                    percent = f"{event['progress']}%"
                    step = words.step(event["stage"])
                    progress.update(bar, completed=event["progress"], description=step, percent=percent)
                case "preview":
                    live.draw(base64.b64decode(event["image"].partition(",")[2]))
                case "picture":
                    pictures.append(event)
                case "queued" | "running" as kind:
                    progress.update(bar, description=words(kind))
    console.print(event["type"], markup=False)
    for picture in pictures:
        console.print(_picture_line(picture["gen_id"], picture["url"]), markup=False)
        if canvas.protocol != "off":
            show_picture(console, _file(client, picture["gen_id"]), canvas)
    return event


def _file(client: httpx.Client, gen_id: str) -> bytes:
    try:
        response = client.get(f"/v1/generations/{gen_id}/file")
    except httpx.HTTPError as exc:
        raise unreachable(client) from exc
    check(response)
    return response.content


def _show(task: dict[str, Any], links: list[tuple[str, str | None]]) -> None:
    call = task["call"]
    facts = {
        "task": task["id"],
        "state": f"{task['state']}, {task['progress']}%",
        "prompt": call["prompt"],
        "call": f"{call['action']}, {call['ratio']}, n {call['n']}, seed {call['seed']}",
        "sources": " ".join(call["sources"]),
        "made": _moment(task["created_at"]),
        "started": _moment(task["started_at"]),
        "finished": _moment(task["finished_at"]),
        "attempts": str(task["attempts"]),
        "error": task["error"]["message"] if task["error"] is not None else "",
    }
    for name, fact in facts.items():
        if fact:
            print(f"{name:<10}{fact}")
    for gen_id, link in links:
        print(_picture_line(gen_id, link))


def _row(task: dict[str, Any]) -> tuple[str, ...]:
    prompt = " ".join(task["call"]["prompt"].split())
    return task["id"], task["state"], f"{task['progress']}%", _moment(task["created_at"]), prompt


def _fitted(row: tuple[str, ...], width: int) -> str:
    """The row as one line of at most `width` cells; what is too long is the prompt."""
    *fixed, prompt = row
    cells = [set_cell_size(text, cells) for text, cells in zip(fixed, WIDTHS.values(), strict=True)]
    room = max(10, width - sum(WIDTHS.values()) - 2 * len(WIDTHS))
    cells.append(prompt if cell_len(prompt) <= room else set_cell_size(prompt, room - 1) + "…")
    return "  ".join(cells)


def _moment(seconds: float | None) -> str:
    """A time in this machine's zone."""
    return "" if seconds is None else f"{datetime.fromtimestamp(seconds).astimezone():%Y-%m-%d %H:%M:%S}"


def _picture_line(gen_id: str, link: str | None) -> str:
    return f"{gen_id}  {link}" if link else gen_id


def _link(client: httpx.Client, gen_id: str) -> str | None:
    return str(ask(client, "GET", f"/v1/generations/{gen_id}")["url"])


def _path(task_id: str) -> str:
    if not is_task_id(task_id):
        raise NotFound(f"'{task_id}' is no task's id: 'paintover tasks list' shows yours.")
    return f"/v1/tasks/{task_id}"
