"""Tiny pipelines on the disk, made once, and engines that share one worker: libraries take seconds to start."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from filelock import FileLock
from tests.conftest import _no_network

from paintover.engines.diffusers.worker import borrow_worker, return_worker

__all__ = ["_no_network"]

Result = TypeVar("Result")

# Nothing comes from a hub, here and in the worker; what was fetched before lies in a folder of the tests.
HUB = tempfile.TemporaryDirectory(prefix="hub-")
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HOME"] = HUB.name
# On tensors as small as these, threads do nothing but wait for each other.
os.environ["OMP_NUM_THREADS"] = "1"

ROOT = Path(__file__).parents[1]


class Loop:
    """An event loop in a thread of its own, which outlives a test."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, name="loop")
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Run something there, and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result()

    def close(self) -> None:
        """End it."""
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()
        self.loop.close()


@pytest.fixture(scope="session")
def loop() -> Iterator[Loop]:
    """A loop that all tests share, and with it the worker of the processor: somebody always needs it."""
    loop = Loop()

    async def borrow() -> None:
        borrow_worker("cpu")

    loop.run(borrow())
    yield loop
    loop.run(return_worker("cpu"))
    loop.close()


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``sd``, ``other`` (its weights differ), ``kontext``, ``pickled`` and the LoRAs ``lora``
    and ``lora-too``."""
    return _made("tiny", tmp_path_factory)


@pytest.fixture(scope="session")
def families(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the models of `tests_diffusers.families`."""
    return _made("families", tmp_path_factory)


def _made(by: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the models that a module makes."""
    # Two processes test; whichever is first makes them for both.
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / by
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            subprocess.run(
                [sys.executable, "-m", f"tests_diffusers.{by}", folder],
                cwd=ROOT,
                check=True,
                stderr=subprocess.DEVNULL,
            )
    return folder
