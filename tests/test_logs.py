"""One event a line, with the ids of what it is about."""

from __future__ import annotations

import json
import subprocess
import sys

PROGRAM = """
import structlog
from paintover.logs import REQUEST_ID, configure_logs
configure_logs("info")
log = structlog.get_logger()
log.debug("unheard")
REQUEST_ID.set("req_1")
with structlog.contextvars.bound_contextvars(task_id="task_1"):
    log.info("画完了", 秒=1)
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("broke")
"""


def test_events_are_json_lines_with_ids() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    told, broke = (json.loads(line) for line in done.stderr.splitlines())
    assert (told["event"], told["level"], told["request_id"], told["task_id"], told["秒"]) == (
        "画完了",
        "info",
        "req_1",
        "task_1",
        1,
    )
    assert "ZeroDivisionError" in broke["exception"]
    assert done.stdout == ""
