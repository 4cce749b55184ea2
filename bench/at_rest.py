"""What a server that has nothing to do needs, and how soon it is there."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from bench.client import serving
from bench.row import Row

COMMAND = "import sys; from paintover.cli import main; sys.argv[0] = 'paintover'; main()"


def _start_s() -> float:
    """From the command to the line that says that it serves."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", COMMAND, "serve", "--port", "0", "--data", folder]
        start = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            while "Paintover" not in process.stdout.readline():
                assert process.poll() is None, "the server did not start"
            seconds = time.perf_counter() - start
            process.kill()
        return seconds


def measure() -> Iterator[Row]:
    """The shipped server with the illustrator."""
    start = statistics.median(_start_s() for _ in range(3))
    yield Row("at rest: from the command to serving", f"{start:.2f} s", "< 2 s", start < 2)
    with serving("illustrator") as server:
        resident = server.figures()["resident"] / 1e6
        before = server.figures()["cpu_s"]
        time.sleep(5)
        idle = (server.figures()["cpu_s"] - before) / 5
    yield Row("at rest: resident memory", f"{resident:.0f} MB", "< 150 MB", resident < 150)
    yield Row("at rest: CPU", f"{idle:.2%}", "< 1 %", idle < 0.01)
