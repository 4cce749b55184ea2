"""`paintover worker`: what a server has left in its folder."""

from __future__ import annotations

import json
from pathlib import Path

from paintover.settings import Settings
from tests.cli.test_cli import run
from tests.cli.test_tasks import StallingEngine
from tests.live import LiveServer


def test_a_worker_draws_what_a_server_left_waiting(tmp_path: Path) -> None:
    body = {"background": True, "n": 2, "messages": [{"role": "user", "content": "画一头牛"}]}
    with LiveServer(Settings(data=str(tmp_path), port=0), StallingEngine()) as live, live.http() as client:
        made = [client.post("/v1/chat/completions", json=body).json()["id"] for _ in range(3)]
        refused = run("worker", "--data", tmp_path)
        assert refused.returncode == 1
        assert "in use by another server" in refused.stderr
        assert "PAINTOVER_WORKERS" in refused.stderr
    done = run("worker", "--data", tmp_path, "--engine", "instant", "--json")
    assert json.loads(done.stdout) == {"succeeded": 3, "failed": 0, "cancelled": 0, "waiting": 0}, done.stderr
    assert "3 waiting" in done.stderr
    assert run("worker", "--data", tmp_path, "--engine", "instant").stdout.startswith("0 drawn")
    with LiveServer(Settings(data=str(tmp_path), port=0), StallingEngine()) as live, live.http() as client:
        tasks = client.get("/v1/tasks").json()["data"]
    assert {task["id"]: (task["state"], len(task["gen_ids"])) for task in tasks} == dict.fromkeys(
        made, ("succeeded", 2)
    )
