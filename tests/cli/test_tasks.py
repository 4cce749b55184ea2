"""`paintover tasks` against a real server, and against one whose connections break."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import re
import subprocess
import threading
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from paintover.cli import main
from paintover.engines.instant import InstantEngine
from paintover.engines.protocol import EngineEvent, StageDone, Work
from paintover.settings import Settings
from tests.cli.test_cli import GOLDEN, PAINTOVER
from tests.live import LiveServer
from tests.receiver import Receiver

UNKNOWN = "task_01jqwtd9rvev28cr2kechxszq1"
LINK = "http://pictures.example/1.png"
RECORDS = [
    b'id: 1\nevent: queued\ndata: {"type":"queued"}\n\n',
    b'id: 1000000\nevent: running\ndata: {"type":"running"}\n\n',
    b'id: 1000001\nevent: progress\ndata: {"type":"progress","progress":40,"stage":"fill"}\n\n',
    f'id: 1000002\nevent: picture\ndata: {{"type":"picture","gen_id":"gen_1","index":0,"url":"{LINK}"}}\n\n'.encode(),
    b'id: 1000003\nevent: succeeded\ndata: {"type":"succeeded","state":"succeeded","error":null}\n\n',
]


class StallingEngine(InstantEngine):
    """Begins to draw, and never ends."""

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        yield StageDone("fill", 0.5)
        await asyncio.Event().wait()
        async for event in super().paint(work):
            yield event


class Done(NamedTuple):
    """How a command has ended, and what it has written."""

    returncode: int | str | None
    stdout: str
    stderr: str


Say = Callable[..., Done]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """The command line in this process, since starting one takes longer than most commands."""

    def command(*words: str) -> Done:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(words)
        return Done(ended.value.code, *capsys.readouterr())

    return command


def ask(live: LiveServer, *, key: str = "none", **fields: Any) -> str:
    """A task in the background; its id."""
    body = {
        "background": True,
        "messages": [{"role": "user", "content": "画 [bold]一头[/bold] 牛"}],
        **fields,
    }
    with live.http() as client:
        bearer = {"Authorization": f"Bearer {key}"}
        return str(client.post("/v1/chat/completions", json=body, headers=bearer).json()["id"])


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    settings = Settings(data=str(tmp_path_factory.mktemp("data")), port=0, engine="instant")
    with LiveServer(settings) as opened:
        yield opened


def test_watch_tells_the_way_and_ends_with_links(live: LiveServer, say: Say) -> None:
    task_id = ask(live, n=2)
    done = say("tasks", "watch", task_id, "--url", live.url)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[:2] == ["queued", "running"]
    assert lines[-3] == "succeeded"
    assert all(re.fullmatch(rf"gen_\w{{26}}  {live.url}/cdn/\S+\.png", line) for line in lines[-2:])
    percentages = [int(line.split("%")[0]) for line in lines if "%" in line]
    assert percentages == sorted(set(percentages))
    assert percentages


def test_watch_as_json_is_one_event_a_line(live: LiveServer, say: Say) -> None:
    done = say("tasks", "watch", ask(live), "--url", live.url, "--json")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [event["type"] for event in events[:2]] == ["queued", "running"]
    assert events[-1]["state"] == "succeeded"
    ids = [int(event["id"]) for event in events]
    assert ids == sorted(set(ids))


def test_on_a_terminal_watch_draws_a_bar_and_list_cuts_prompts(live: LiveServer) -> None:
    task_id = ask(live)
    seen = on_a_terminal("tasks", "watch", task_id, "--url", live.url)
    assert "━" in seen
    assert f"{live.url}/cdn/" in seen.split("succeeded")[-1]
    listed = on_a_terminal("tasks", "list", "--url", live.url)
    assert task_id in listed
    assert "画 [bold]" in listed
    assert "…" in listed


def on_a_terminal(*arguments: str) -> str:
    """What the command writes to a terminal of 80 columns."""
    reader, writer = pty.openpty()
    process = subprocess.Popen(
        [PAINTOVER, *arguments],
        stdout=writer,
        stderr=writer,
        stdin=writer,
        env={**os.environ, "COLUMNS": "80", "TERM": "xterm"},
    )
    os.close(writer)
    seen = b""
    while True:
        try:
            part = os.read(reader, 65536)
        except OSError:  # the other side is closed
            break
        if not part:
            break
        seen += part
    os.close(reader)
    assert process.wait(30) == 0
    return seen.decode()


def test_list_show_and_cancel(tmp_path: Path, say: Say) -> None:
    settings = Settings(data=str(tmp_path), port=0, engine="instant", workers=1)
    with LiveServer(settings, StallingEngine()) as live:
        running = ask(live)
        waiting = ask(live, model="gpt-4o-image")
        rows = [line.split("\t") for line in say("tasks", "list", "--url", live.url).stdout.splitlines()]
        assert [row[0] for row in rows] == [waiting, running]
        assert rows[0][1] == "queued"
        assert rows[0][4] == "画 [bold]一头[/bold] 牛"
        page = json.loads(say("tasks", "list", "--limit", "1", "--json", "--url", live.url).stdout)
        assert [task["id"] for task in page["data"]] == [waiting]
        first = say("tasks", "list", "--limit", "1", "--url", live.url)
        assert f"--after {page['next_cursor']}" in first.stderr
        rest = say("tasks", "list", "--after", page["next_cursor"], "--url", live.url)
        assert rest.stdout.split("\t")[0] == running
        assert rest.stderr == ""

        assert say("tasks", "cancel", waiting, "--url", live.url).stdout == f"{waiting} is cancelled.\n"
        again = json.loads(say("tasks", "cancel", waiting, "--json", "--url", live.url).stdout)
        assert (again["id"], again["state"]) == (waiting, "cancelled")
        stopped = say("tasks", "list", "--state", "cancelled", "--url", live.url).stdout
        assert [line.split("\t")[0] for line in stopped.splitlines()] == [waiting]
        none = say("tasks", "list", "--state", "failed", "--url", live.url)
        assert (none.stdout, none.stderr) == ("", "There is none.\n")

        shown = say("tasks", "show", waiting, "--url", live.url).stdout
        assert re.search(r"^state +cancelled, 0%$", shown, re.MULTILINE)
        assert re.search(r"^error +The task was cancelled\.", shown, re.MULTILINE)
        assert json.loads(say("tasks", "show", waiting, "--json", "--url", live.url).stdout) == again
        watched = say("tasks", "watch", waiting, "--url", live.url)
        assert watched.returncode == 1
        assert watched.stdout == "queued\ncancelled\n"
        assert watched.stderr.startswith("cancelled: The task was cancelled.")
        say("tasks", "cancel", running, "--url", live.url)


def test_show_names_the_pictures(live: LiveServer, say: Say) -> None:
    task_id = ask(live)
    say("tasks", "watch", task_id, "--url", live.url)
    shown = say("tasks", "show", task_id, "--url", live.url).stdout
    assert re.search(rf"^gen_\w{{26}}  {live.url}/cdn/\S+\.png$", shown, re.MULTILINE)
    late = say("tasks", "cancel", task_id, "--url", live.url)
    assert late.returncode == 0
    assert late.stdout == f"{task_id} was over before: it has succeeded.\n"


@pytest.mark.parametrize("command", ["show", "watch", "cancel"])
def test_what_goes_wrong_is_one_sentence(live: LiveServer, command: str, say: Say) -> None:
    for arguments, sentence in (
        ((UNKNOWN, "--url", live.url), "There is no such task."),
        (("../etc", "--url", live.url), "is no task's id"),
        ((UNKNOWN, "--url", "http://127.0.0.1:9"), "paintover serve"),
        ((UNKNOWN, "--url", "127.0.0.1:9"), "http://"),
        ((UNKNOWN, "--url", live.url, "--key", "po_ü"), "key"),
    ):
        done = say("tasks", command, *arguments)
        assert done.returncode == 1
        assert done.stdout == ""
        assert done.stderr.startswith("paintover: ")
        assert sentence in done.stderr
        assert done.stderr.count("\n") == 1


def test_a_list_of_a_wrong_length_is_refused_in_the_servers_words(live: LiveServer, say: Say) -> None:
    done = say("tasks", "list", "--limit", "0", "--url", live.url)
    assert (done.returncode, done.stdout) == (1, "")
    assert "'limit' is a whole number" in done.stderr


class Cutting(ThreadingHTTPServer):
    """Tells `RECORDS` from behind the last id seen, but breaks off after as many bytes as `cuts` says for the turn; in
    the turns of `statuses` it answers with an error instead."""

    daemon_threads = True

    def __init__(self, cuts: list[int], statuses: dict[int, int]) -> None:
        self.cuts = cuts
        self.statuses = statuses
        self.seen: list[str | None] = []
        super().__init__(("127.0.0.1", 0), _Broken)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Broken(BaseHTTPRequestHandler):
    server: Cutting

    def do_GET(self) -> None:
        last = self.headers["Last-Event-ID"]
        turn = len(self.server.seen)
        self.server.seen.append(last)
        if status := self.server.statuses.get(turn):
            self.send_response(status)
            self.end_headers()
            self.wfile.write(b'{"error": {"message": "The server is about to restart."}}')
            return
        told = b"".join(
            record for record in RECORDS if last is None or int(record.split(b"\n")[0][4:]) > int(last)
        )
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        cut = self.server.cuts[turn] if turn < len(self.server.cuts) else len(told)
        self.wfile.write(told[:cut])

    def log_message(self, format: str, *arguments: Any) -> None:
        return None


@contextmanager
def cutting(cuts: list[int], statuses: dict[int, int] | None = None) -> Iterator[Cutting]:
    server = Cutting(cuts, statuses or {})
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_watch_goes_on_where_a_connection_broke(say: Say) -> None:
    told = b"".join(RECORDS)
    middle = told.index(b'"progress":40')
    with cutting([middle, len(RECORDS[2]) + 5, 0], {2: 503}) as server:
        done = say("tasks", "watch", UNKNOWN, "--url", server.url)
        assert server.seen == [None, "1000000", "1000001", "1000001"]
    assert done.returncode == 0
    assert done.stdout.splitlines() == ["queued", "running", "40% fill", "succeeded", f"gen_1  {LINK}"]


def test_watch_ends_when_the_task_is_gone_after_a_break(say: Say) -> None:
    with cutting([len(RECORDS[0])], {1: 404}) as server:
        done = say("tasks", "watch", UNKNOWN, "--url", server.url)
    assert done.returncode == 1
    assert done.stderr == "paintover: The server is about to restart.\n"


def test_a_key_is_made_with_its_webhook(tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    create = ("keys", "create", "--name", "ann", "--data", str(tmp_path))
    with Receiver() as receiver:
        hook = ("--webhook", receiver.url, "--webhook-secret", "between us")
        refused = say(*create, *hook)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert "no public address" in refused.stderr
        assert "--webhook-secret" in say(*create, "--webhook", "https://hook.example/").stderr
        monkeypatch.setenv("PAINTOVER_WEBHOOK_ALLOW", "all")
        assert "networks" in say(*create, *hook).stderr
        monkeypatch.setenv("PAINTOVER_WEBHOOK_ALLOW", "127.0.0.1/32")
        key = say(*create, *hook).stdout.strip()
        listed = say("keys", "list", "--data", str(tmp_path)).stdout
        assert "between us" not in listed
        assert re.search(r"key_\w{26}", listed)
        settings = Settings(data=str(tmp_path), port=0, engine="instant", webhook_allow="127.0.0.1/32")
        with LiveServer(settings) as live:
            ask(live, key=key)
            (arrival,) = receiver.wait(1)
        assert arrival.is_signed_with(b"between us")


def test_everything_can_be_had_as_json(tmp_path: Path, say: Say) -> None:
    drawn = json.loads(
        say(
            "draw", "a cat", "-o", str(tmp_path / "a.png"), "--engine", "instant", "--seed", "4", "--json"
        ).stdout
    )
    assert (drawn["width"], drawn["height"], drawn["seed"], drawn["engine"]) == (1024, 1024, 4, "instant")
    planned = json.loads(say("plan", str(GOLDEN), "--explain", "--json").stdout)
    assert planned["explanation"][0].endswith(planned["gen_id"])
    made = json.loads(say("keys", "create", "--name", "ann", "--data", str(tmp_path), "--json").stdout)
    assert re.fullmatch(r"po_\w{43}", made["key"])
    (listed,) = json.loads(say("keys", "list", "--data", str(tmp_path), "--json").stdout)
    assert (listed["name"], listed["revoked_at"], listed["scopes"]) == ("ann", None, ["draw", "read"])
    revoked = json.loads(say("keys", "revoke", listed["id"], "--data", str(tmp_path), "--json").stdout)
    assert revoked == {"id": listed["id"], "revoked": True}
    assert json.loads(say("usage", "--data", str(tmp_path), "--json").stdout) == []
