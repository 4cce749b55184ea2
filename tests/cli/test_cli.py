"""The command line as its users run it: in a process of its own."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import httpx
import pytest
from rich.console import Console

from paintover.cli import COMMANDS, app, build_app, main
from paintover.cli import chat as chatting
from tests.live import LiveServer
from tests.pixels import pixels

PAINTOVER = Path(sys.executable).with_name("paintover")
GOLDEN = Path(__file__).parents[1] / "golden" / "seed_request.json"


def run(
    *arguments: str | Path, said: str = "", folder: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PAINTOVER, *map(str, arguments)], input=said, capture_output=True, text=True, cwd=folder, timeout=60, check=False,
        env={**os.environ, "NO_COLOR": "1", **environment},
    )  # fmt: skip


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The same in this process, for what a process of its own would only take longer to say."""
    monkeypatch.setenv("NO_COLOR", "1")

    def ran(
        *arguments: str | Path, folder: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        words = [*map(str, arguments)]
        with monkeypatch.context() as now:
            for name, value in environment.items():
                now.setenv(name, value)
            if folder is not None:
                now.chdir(folder)
            capsys.readouterr()
            try:
                main(words)
                code = 0
            except SystemExit as ended:
                code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        done = capsys.readouterr()
        return subprocess.CompletedProcess(words, code, done.out, done.err)

    return ran


@cache
def _commands() -> str:
    """What the command line says of itself."""
    return run("--help").stdout


@contextmanager
def serving(folder: Path, *arguments: str, port: int = 0) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """`paintover serve` and the address that it prints."""
    command: list[str | Path] = [
        PAINTOVER,
        "serve",
        "--port",
        str(port),
        "--data",
        str(folder),
        "--engine",
        "instant",
        *arguments,
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if match := re.search(r"browser +(http://\S+)/", line):
                yield match[1], process
                break
        else:
            raise AssertionError(process.stderr.read() if process.stderr else "")
    finally:
        process.kill()
        process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="its pipes fail in another way")
def test_a_reader_that_leaves_early_ends_a_command_in_silence() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = subprocess.run([PAINTOVER, "plan", GOLDEN], stdout=writing, stderr=subprocess.PIPE, text=True, check=False, timeout=60)  # fmt: skip
    finally:
        os.close(writing)
    assert (ended.returncode, ended.stderr) == (141, "")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_server_reads_its_file_again_when_it_is_told_to(tmp_path: Path) -> None:
    command: list[str | Path] = [PAINTOVER, "serve", "--port", "0", "--engine", "instant"]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        url = next(
            match[1] for line in process.stdout if (match := re.search(r"browser +(http://\S+)/", line))
        )
        with httpx.Client(base_url=url, trust_env=False) as http:
            assert http.get("/v1/models/near").status_code == 404
            (tmp_path / "paintover.toml").write_text(
                '[models.near]\nengines = ["instant"]\n', encoding="utf-8"
            )
            process.send_signal(signal.SIGHUP)
            deadline = time.monotonic() + 30
            while http.get("/v1/models/near").status_code == 404:
                assert time.monotonic() < deadline
                time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(
    "command", ["serve", "draw", "chat", "plan", "eval", "tasks", "worker", "keys", "usage", "mcp"]
)
def test_every_command_explains_itself(command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert command in _commands()
    assert len(done.stdout) > 200


def test_plan_prints_the_call_of_the_seed() -> None:
    done = run("plan", GOLDEN)
    call = json.loads(done.stdout)
    assert call["prompt"] == "锅盖上再加根筷子"
    assert call["ratio"] == "1:1"
    assert call["action"] == "edit"
    assert call["gen_id"] == "gen_01jqwtvfgkea98036y6gbb345v"
    assert call["evidence"]["because"]


def test_plan_explains_itself(told: Run) -> None:
    done = told("plan", GOLDEN, "--explain")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "修改  gen_01jqwtvfgkea98036y6gbb345v"
    assert "  理由: 第 4 张：牛的头上顶着锅盖。没有点名，就接着最新的一张。" in done.stdout.splitlines()


def test_plan_reads_standard_input_and_explains_bad_files(tmp_path: Path, told: Run) -> None:
    assert json.loads(run("plan", "-", said=GOLDEN.read_text(encoding="utf-8")).stdout)["n"] == 1
    bad = told("plan", tmp_path / "nowhere.json")
    assert bad.returncode == 1
    assert "nowhere.json" in bad.stderr
    assert "Traceback" not in bad.stderr


def test_draw_writes_a_picture(tmp_path: Path, told: Run) -> None:
    done = run("draw", "two red apples on a table, 3:2", "-o", tmp_path / "a.png", "--seed", "5")
    assert done.returncode == 0, done.stderr
    assert pixels((tmp_path / "a.png").read_bytes()).shape == (840, 1256, 3)
    assert "seed 5" in done.stderr
    again = told("draw", "two red apples on a table, 3:2", "-o", tmp_path / "b.png", "--seed", "5")
    assert again.returncode == 0
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_draw_says_what_is_wrong(tmp_path: Path, told: Run) -> None:
    assert "above zero" in told("draw", "x", "-o", tmp_path / "a.png", "--ratio", "0:1").stderr
    assert ".png, .webp, .jpg" in told("draw", "x", "-o", tmp_path / "a.gif", "--engine", "instant").stderr
    for name, begins, engine in (
        ("a.webp", b"RIFF", "illustrator"),
        ("a.jpg", b"\xff\xd8", "instant"),
        ("a.JPEG", b"\xff\xd8", "illustrator"),
    ):
        assert told("draw", "x", "-o", tmp_path / name, "--engine", engine).returncode == 0
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert "Cannot write" in told("draw", "x", "-o", tmp_path / "no" / "a.png", "--engine", "instant").stderr
    assert "No engine is called" in told("draw", "x", "-o", tmp_path / "a.png", "--engine", "nonesuch").stderr


def test_eval_writes_a_prediction_for_each_case(tmp_path: Path) -> None:
    messages = json.loads(GOLDEN.read_text(encoding="utf-8"))["messages"]
    (tmp_path / "gold.jsonl").write_text(
        json.dumps({"id": "one", "messages": messages}) + "\n", encoding="utf-8"
    )
    done = run("eval", tmp_path / "gold.jsonl", "--predictions", tmp_path / "out.jsonl")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "1 predictions in" in done.stderr
    prediction = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert prediction["id"] == "one"
    assert prediction["sources"] == ["gen_01jqwtvfgkea98036y6gbb345v"]


def test_eval_tells_a_program_what_came_of_it(tmp_path: Path, told: Run) -> None:
    (tmp_path / "gold.jsonl").write_text(
        "".join(
            json.dumps({"id": name, "messages": [{"role": "user", "content": "an ox"}]}) + "\n"
            for name in ("a", "b")
        ),
        encoding="utf-8",
    )
    out = tmp_path / "out.jsonl"
    command = ("eval", tmp_path / "gold.jsonl", "--predictions", out, "--json")
    done = told(*command)
    assert json.loads(done.stdout) == {"predictions": 2, "file": str(out), "fallbacks": {}}
    assert done.stderr == ""
    # A model that nobody serves: the rules stand in for it, which is told by the trouble.
    asking = told(
        *command, "--planner", "llm",
        PAINTOVER_PLANNER_URL="http://127.0.0.1:9/v1", PAINTOVER_PLANNER_MODEL="m",
    )  # fmt: skip
    assert json.loads(asking.stdout) == {"predictions": 2, "file": str(out), "fallbacks": {"unreachable": 2}}
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2


def test_eval_says_which_line_is_wrong(tmp_path: Path, told: Run) -> None:
    (tmp_path / "gold.jsonl").write_text("{nope\n", encoding="utf-8")
    for gold in (tmp_path / "gold.jsonl", tmp_path / "nowhere.jsonl"):
        done = told("eval", gold, "--predictions", tmp_path / "out.jsonl")
        assert done.returncode == 1
        assert gold.name in done.stderr
        assert "Traceback" not in done.stderr


def test_chat_draws_and_goes_on(server: LiveServer) -> None:
    done = run("chat", "--url", server.url, said="画个牛马\n牛的脸上遮个布\n\n")
    assert done.returncode == 0, done.stderr
    assert len(re.findall(r"gen_\w{26}", done.stdout)) == 2
    assert done.stdout.count(".png") == 2


def test_chat_without_a_server_says_how_to_start_one() -> None:
    done = run("chat", "--url", "http://127.0.0.1:9", said="a cat\n\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert "paintover serve" in done.stderr


def test_chat_that_is_piped_is_plain_and_does_commands(server: LiveServer, tmp_path: Path) -> None:
    lines = "画个牛马\n/from 1\n马的脸上遮个布\n/tree\n/nonsense\n/save 2 out.webp\n/save 2 out.webp\n"
    done = run(
        "chat", "--url", server.url, said=lines, folder=tmp_path, LANG="zh_CN.UTF-8", LC_ALL="", XDG_STATE_HOME=str(tmp_path)
    )  # fmt: skip
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "└" not in done.stdout
    assert re.search(r"○ 1  画个牛马\n *● 2  马的脸上遮个布  ← 在这里\n", done.stdout)
    assert "没有 /nonsense" in done.stderr
    assert "已经有了" in done.stderr
    assert pixels((tmp_path / "out.webp").read_bytes()).shape == (1024, 1024, 3)


def test_chat_as_json_is_one_document_a_turn(server: LiveServer, tmp_path: Path) -> None:
    lines = "a cat\nput a hat on it\n/again\n/undo\n/tree\n/look 9\n"
    done = run(
        "chat", "--json", "--url", server.url, said=lines, XDG_STATE_HOME=str(tmp_path), LANG="C", LC_ALL=""
    )
    first, second, again, undone, tree, wrong = map(json.loads, done.stdout.splitlines())
    assert (first["said"], first["state"], first["error"]) == ("a cat", "succeeded", None)
    assert second["pictures"][0]["sources"] == [first["pictures"][0]["gen_id"]]
    assert second["pictures"][0]["number"] == 2
    assert second["because"]
    assert again["pictures"][0]["sources"] == second["pictures"][0]["sources"]
    assert again["pictures"][0]["gen_id"] != second["pictures"][0]["gen_id"]
    assert again["pictures"][0]["gen_id"] in undone["words"]
    assert tree["words"].startswith("○ 1  a cat")
    assert "no picture 9" in wrong["error"]
    assert done.returncode == 1


def test_chat_without_a_server_draws_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chatting, "DEFAULT_URL", "http://127.0.0.1:9")
    monkeypatch.setattr(sys, "stdin", io.StringIO("a cat\n"))
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "XDG_STATE_HOME": "state", "XDG_DATA_HOME": str(tmp_path / "own"), "PAINTOVER_ENGINE": "instant", "PAINTOVER_PORT": "0",
        "LC_ALL": "C",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as ended:
        main(["chat"])
    assert not ended.value.code
    done = capsys.readouterr()
    assert done.err.startswith("No server at http://127.0.0.1:9: drawing here, pictures are kept in ")
    assert re.search(r"picture 1  gen_\w{26}\n  http://127.0.0.1:\d+/cdn/", done.out)
    assert (tmp_path / "own" / "paintover" / "paintover.db").is_file()


def test_serve_says_what_to_do_next_and_stops_when_asked(tmp_path: Path) -> None:
    with serving(tmp_path) as (url, process):
        assert httpx.get(f"{url}/healthz", trust_env=False).json() == {"status": "ok"}
        assert "text/html" in httpx.get(f"{url}/", trust_env=False).headers["content-type"]
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) in (0, -signal.SIGTERM)


def test_serve_refuses_a_taken_port_and_an_open_door(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", "--port", str(taken.getsockname()[1]), "--data", tmp_path / "a")
        assert done.returncode == 1
        assert "--port" in done.stderr
    done = run("serve", "--host", "0.0.0.0", "--port", "0", "--data", tmp_path / "b")
    assert done.returncode != 0
    assert "paintover keys create" in done.stderr
    assert "Traceback" not in done.stderr


def test_serve_refuses_a_data_folder_that_is_in_use(tmp_path: Path) -> None:
    with serving(tmp_path) as (url, process):
        done = run("serve", "--port", "0", "--data", tmp_path)
        assert done.returncode == 1
        assert f"in use by another server (process {process.pid})" in done.stderr
        assert "--data" in done.stderr
        assert "Traceback" not in done.stderr
        assert httpx.get(f"{url}/healthz", trust_env=False).status_code == 200
        # Keys can be made beside it, and who is killed leaves nothing behind that locks.
        assert run("keys", "create", "--name", "ann", "--data", tmp_path).returncode == 0
        process.kill()
        process.wait()
    with serving(tmp_path) as (url, _):
        assert httpx.get(f"{url}/healthz", trust_env=False).status_code == 200


def test_settings_come_from_the_environment_and_the_file(tmp_path: Path, told: Run) -> None:
    (tmp_path / "paintover.toml").write_text('engine = "nonesuch"\n', encoding="utf-8")
    assert "nonesuch" in told("draw", "x", "-o", "a.png", folder=tmp_path).stderr
    done = told("draw", "x", "-o", "a.png", folder=tmp_path, PAINTOVER_ENGINE="instant")
    assert done.returncode == 0, done.stderr
    (tmp_path / "paintover.toml").write_text("engin = 1\n", encoding="utf-8")
    assert "engin" in told("draw", "x", "-o", "a.png", folder=tmp_path).stderr


def test_a_key_is_shown_once_and_opens_the_door(tmp_path: Path, told: Run) -> None:
    made = run("keys", "create", "--name", "ann", "--data", tmp_path)
    key = made.stdout.strip()
    assert re.fullmatch(r"po_\w{43}", key)
    listed = told("keys", "list", "--data", tmp_path).stdout
    assert "ann" in listed
    assert key not in listed
    with serving(tmp_path) as (url, _), httpx.Client(base_url=url, trust_env=False) as client:
        bearer = {"Authorization": f"Bearer {key}"}
        assert client.get("/v1/models").status_code == 401
        assert client.get("/v1/models", headers={"Authorization": "Bearer po_wrong"}).status_code == 401
        assert client.get("/v1/models", headers=bearer).status_code == 200
        assert client.get("/healthz").status_code == 200
        key_id = re.search(r"key_\w+", listed)
        assert key_id is not None
        assert told("keys", "revoke", key_id[0], "--data", tmp_path).returncode == 0
        assert client.get("/v1/models", headers=bearer).status_code == 401


def test_a_key_can_be_made_for_reading_alone(tmp_path: Path, told: Run) -> None:
    key = told("keys", "create", "--name", "wall", "--scope", "read", "--data", tmp_path).stdout.strip()
    assert re.search(r"\twall\tread\t\d{4}-", told("keys", "list", "--data", tmp_path).stdout)
    assert told("keys", "create", "--name", "x", "--scope", "all", "--data", tmp_path).returncode != 0
    with serving(tmp_path) as (url, _), httpx.Client(base_url=url, trust_env=False) as client:
        client.headers["Authorization"] = f"Bearer {key}"
        assert client.get("/v1/generations").status_code == 200
        refused = client.post("/v1/chat/completions", json={"messages": []})
        assert refused.status_code == 403
        assert "'draw'" in refused.json()["error"]["message"]


def test_a_killed_server_loses_nothing_that_it_kept(tmp_path: Path) -> None:
    body = {"messages": [{"role": "user", "content": "画一头牛"}]}
    with serving(tmp_path) as (url, process):
        text = httpx.post(f"{url}/v1/chat/completions", json=body, trust_env=False).text
        gen_id = re.search(r"gen_\w{26}", text)
        assert gen_id is not None
        process.kill()
        process.wait()
    with serving(tmp_path) as (url, _):
        found = httpx.get(f"{url}/v1/generations/{gen_id[0]}", trust_env=False).json()
        # The link names the new port; the path is the capability.
        path = re.sub(r"^http://[^/]+", "", found["url"])
        assert pixels(httpx.get(url + path, trust_env=False).content).shape == (1024, 1024, 3)


def test_a_server_does_without_the_terminals_libraries() -> None:
    asked = "import sys, paintover.cli.serve; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, timeout=60, check=True
    )
    assert "paintover.app" in done.stdout.split()
    assert not {"prompt_toolkit", "platformdirs", "paintover.cli.inline"} & set(done.stdout.split())


def test_the_list_of_commands_says_what_each_of_them_says_first() -> None:
    for name, _, meaning in COMMANDS:
        command = app[name]
        own = command.help or (command.default_command.__doc__ if callable(command.default_command) else "")
        assert " ".join((own or "").split()).startswith(meaning), name
    listed = build_app(is_listing=True)
    written = io.StringIO()
    with pytest.raises(SystemExit):
        listed(["--help"], console=Console(file=written, width=200))
    assert all(meaning in written.getvalue() for _, _, meaning in COMMANDS)


def test_the_package_runs_as_a_module() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "paintover", "--version"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ran.stdout == run("--version").stdout
