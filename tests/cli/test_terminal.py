"""`paintover chat` as it is typed: in a real terminal, key by key."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from paintover.settings import Settings
from tests.cli.screens import Screen, has_tmux
from tests.cli.test_cli import PAINTOVER
from tests.cli.test_tasks import StallingEngine
from tests.easel import Sketcher
from tests.live import LiveServer

pytestmark = pytest.mark.skipif(
    not has_tmux() and not os.environ.get("PAINTOVER_NO_SKIPS"), reason="needs the package tmux"
)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    with LiveServer(Settings(data=str(tmp_path_factory.mktemp("data")), port=0, engine="instant")) as opened:
        yield opened


@pytest.fixture
def stalling(tmp_path: Path) -> Iterator[LiveServer]:
    with LiveServer(Settings(data=str(tmp_path / "data"), port=0), StallingEngine()) as opened:
        yield opened


def chat(server: LiveServer, folder: Path, *more: str, language: str = "en_US.UTF-8") -> Screen:
    """`paintover chat` with what it keeps in a folder of the test's."""
    return Screen(
        PAINTOVER,
        "chat",
        "--url",
        server.url,
        *more,
        language=language,
        environment={"XDG_STATE_HOME": str(folder / "state")},
    )


def test_a_conversation_is_drawn_shown_and_gone_on_with(live: LiveServer, tmp_path: Path) -> None:
    with chat(live, tmp_path, language="zh_CN.UTF-8") as screen:
        screen.wait("先说画什么")
        screen.say("画个牛马")
        screen.wait("图 1  gen_")
        screen.say("牛的脸上遮个布")
        seen = screen.wait(rf"{live.url}/cdn/\S+\.png", times=2)
        assert seen.count("▀") > 200  # the pictures themselves
        screen.say("/from 1")
        screen.wait("下一句改图 1")
        screen.say("马的脸上遮个布")
        screen.wait("图 3  gen_")
        screen.say("/tree")
        screen.wait(r"○ 1  画个牛马\n +├─○ 2  牛的脸上遮个布\n +└─● 3  马的脸上遮个布  ← 在这里")
        screen.press("C-d")
        screen.wait(r"ended with 0")
    with chat(live, tmp_path) as screen:
        screen.wait("Going on with “画个牛马” .pictures: 3.")
        screen.press("Up", "Up")
        screen.wait("› 马的脸上遮个布")  # what was said before
        screen.press("C-c")
        screen.say("/undo")
        screen.wait("Taken back: “马的脸上遮个布”")
        screen.say("/tree")
        screen.wait(r"○ 1  画个牛马\n +● 2  牛的脸上遮个布  ← here")


def test_control_c_stops_the_task_itself_and_a_second_one_leaves(
    stalling: LiveServer, tmp_path: Path
) -> None:
    with chat(stalling, tmp_path) as screen, stalling.http() as client:
        screen.wait("Say what to draw")
        screen.say("a cat")
        screen.wait(r"drawing .*\d+%")
        screen.press("C-c")
        screen.wait("Stopped. Ctrl-C again leaves")
        (task,) = client.get("/v1/tasks").json()["data"]
        assert task["state"] == "cancelled"
        screen.press("C-c")
        screen.wait(r"ended with 130")


def test_whoever_leaves_in_the_middle_comes_back_to_the_same_task(
    stalling: LiveServer, tmp_path: Path
) -> None:
    with chat(stalling, tmp_path) as screen, stalling.http() as client:
        screen.wait("Say what to draw")
        screen.say("a cat")
        screen.wait(r"drawing .*\d+%")
        # The terminal is closed on it.
    with chat(stalling, tmp_path) as screen, stalling.http() as client:
        screen.wait("The connection had broken over “a cat”; joining it again")
        screen.wait(r"drawing .*\d+%")
        (task,) = client.get("/v1/tasks").json()["data"]
        assert task["state"] == "running"
        screen.press("C-c")
        screen.wait("Stopped")
        assert client.get(f"/v1/tasks/{task['id']}").json()["state"] == "cancelled"


def test_lines_are_completed_and_may_be_several(live: LiveServer, tmp_path: Path) -> None:
    with chat(live, tmp_path) as screen:
        screen.wait("Say what to draw")
        screen.type("/und")
        screen.wait(r"\n +/undo")  # the menu below the line
        screen.press("Tab")
        screen.wait("› /undo")
        screen.press("C-c")
        screen.say("a red apple")
        gen_id = re.search(r"gen_\w{26}", screen.wait("picture 1  gen_"))
        assert gen_id is not None
        screen.type("/look gen_")
        screen.wait(rf"\n +{gen_id[0]} +a red apple")
        screen.press("Tab")
        screen.wait(rf"› /look {gen_id[0]}")
        screen.press("Enter")
        screen.wait(r"engine +instant")
        screen.type("a dog\\")
        screen.wait(r"a dog\\")
        screen.press("Enter")
        screen.wait("› a dog *\n *…")
        screen.type("on a hill")
        screen.press("M-Enter")
        screen.type("at night")
        screen.wait("on a hill *\n *… *at night")
        screen.press("Enter")
        screen.wait(r"pictures: 2  ·")  # the line below the next prompt
        screen.paste("a bird\nin a tree")
        screen.wait("› a bird *\n *… *in a tree")
        screen.press("Enter")
        screen.wait("picture 3  gen_")
    with live.http() as client:
        newest = client.get("/v1/tasks?limit=2").json()["data"]
    assert [" ".join(task["call"]["prompt"].split()) for task in newest] == [
        "a bird in a tree",
        "a dog on a hill at night",
    ]


def test_without_a_server_it_draws_by_itself_and_closes_cleanly(tmp_path: Path) -> None:
    command = (PAINTOVER, "chat", "--data", tmp_path / "own")
    own = {"XDG_STATE_HOME": str(tmp_path / "state"), "PAINTOVER_ENGINE": "instant", "PAINTOVER_PORT": "0"}
    with Screen(*command, environment=own) as screen:
        screen.wait("Drawing here, pictures are kept in")
        screen.wait("Say what to draw")
        screen.say("a cat")
        screen.wait("picture 1  gen_")
        screen.say("/quit")
        seen = screen.wait("ended with 0")
    assert "Traceback" not in seen
    with Screen(*command, "--new", environment=own) as screen:  # the folder is free again
        screen.wait("Say what to draw")
        screen.say("/talks")
        screen.wait(r"1  a cat +pictures: 1")


def test_while_it_is_drawn_the_unfinished_picture_and_the_step_can_be_seen(tmp_path: Path) -> None:
    engine = Sketcher()
    settings = Settings(data=str(tmp_path / "data"), port=0)
    with LiveServer(settings, engine) as server, chat(server, tmp_path) as screen:
        screen.wait("Say what to draw")
        screen.say("a cat")
        seen = screen.wait(r"▀{20}.*\n  . drawing .*\d+%")  # the bar below it
        assert "picture 1" not in seen
        engine.finishing.set()
        screen.wait("picture 1  gen_")
        seen = screen.wait(r"/cdn/\S+\.png")
        assert "%" not in seen.partition("a cat")[2]
        # The finished one stands where the unfinished one was: nothing is left between.
        assert re.search(r"› a cat\n  picture 1  gen_\S+  \S+ s\n  ▀", seen)
