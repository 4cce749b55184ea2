"""One server for a data folder, in this process or another, and no lock that outlives its process."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from paintover.domain.errors import FolderInUse, StoreFailed
from paintover.store.lock import HOLDER_FILE, FolderLock

HOLD = """
import sys
from paintover.store.lock import FolderLock
FolderLock.take(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


def hold(folder: Path) -> subprocess.Popen[bytes]:
    """A process that has the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_taken_once_and_again_after_its_release(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "on the way"
    lock = FolderLock.take(folder)
    with pytest.raises(FolderInUse, match=r"in use .*\(process \d+\)\. Stop that one, .* --data"):
        FolderLock.take(folder, patience_s=0)
    (folder / HOLDER_FILE).write_text("nonsense")
    with pytest.raises(FolderInUse, match=r"another server\. Stop that one"):
        FolderLock.take(folder, patience_s=0)
    FolderLock.take(tmp_path / "another").release()
    lock.release()
    lock.release()
    FolderLock.take(folder, patience_s=0).release()


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    process = hold(tmp_path)
    with process:
        with pytest.raises(FolderInUse, match=rf"process {process.pid}\b"):
            FolderLock.take(tmp_path, patience_s=0.05)
        process.kill()
        process.wait(10)
        FolderLock.take(tmp_path, patience_s=0).release()


def test_who_comes_second_waits_for_one_that_is_ending(tmp_path: Path) -> None:
    lock = FolderLock.take(tmp_path)
    ending = threading.Timer(0.1, lock.release)
    ending.start()
    FolderLock.take(tmp_path, patience_s=20).release()
    ending.join()


def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"no database, and no folder " * 100)
    with pytest.raises(StoreFailed, match="cannot be used"):
        FolderLock.take(file)
    (tmp_path / "data" / "server.lock").mkdir(parents=True)
    with pytest.raises(StoreFailed, match="cannot be"):
        FolderLock.take(tmp_path / "data")
