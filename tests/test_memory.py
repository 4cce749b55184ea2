"""Memory is given back, and read."""

from __future__ import annotations

import subprocess
import sys

import pytest

from paintover.memory import MemoryReader

_PROGRAM = """
import threading
from concurrent.futures import ThreadPoolExecutor
import numpy as np
from paintover.memory import give_back, share_one_arena

def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))

def work(_):
    meet.wait()
    for size in (9, 30, 14):
        held = [np.ones(size * 2**18, np.float32) for _ in range(2)]
        small = [bytes(700) for _ in range(4000)]
        del held, small

share_one_arena()
meet = threading.Barrier(4)
before = resident()
with ThreadPoolExecutor(4) as threads:
    list(threads.map(work, range(4)))
    give_back()
    print(resident() - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc keeps what is freed")
def test_threads_leave_nothing_behind() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 24


def test_memory_is_read_of_this_process_and_those_below_it() -> None:
    program = "import sys; held = bytearray(30_000_000); print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        held = MemoryReader().read()
        child.communicate()
    assert held.own > 10_000_000
    assert held.below > 30_000_000
