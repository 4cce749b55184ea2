"""What goes wrong with a model on this computer: what it comes to, what the user is told, and whether the next engine draws."""

from __future__ import annotations

import asyncio
import re
from contextlib import aclosing
from pathlib import Path

import pytest
from tests.engines.diffusers.test_worker import STUB

from paintover.domain.errors import (
    EngineFailed,
    EngineTimeout,
    EngineUnavailable,
    OutOfMemory,
    PaintoverError,
    Refused,
)
from paintover.engines.diffusers import worker as module
from paintover.engines.diffusers.engine import build
from paintover.engines.diffusers.worker import Worker
from paintover.engines.instant import InstantEngine
from paintover.engines.protocol import Painted
from paintover.engines.routing import Entry, Route, Router
from paintover.intake.guarded import GuardedIntake
from paintover.testing import an_order, error_of, events_of

FAULTS: dict[str, tuple[type[PaintoverError], str]] = {
    "killed": (OutOfMemory, "killed"),
    "exit": (EngineFailed, "ended unexpectedly"),
    "babble": (EngineFailed, "ended unexpectedly"),
    "no word": (EngineUnavailable, "ended unexpectedly"),
    "memory": (OutOfMemory, "These are words"),
    "model": (EngineFailed, "These are words"),
    "broken": (EngineFailed, "recorded"),
    "deaf": (EngineTimeout, "did not answer in time"),
    "withheld": (Refused, "filter has withheld"),
}
"""By what the process does: dies in one way or another, or before its first word, or tells; hangs in a step; holds back."""


@pytest.mark.parametrize("fault", list(FAULTS))
async def test_a_fault(fault: str, models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kind, words = FAULTS[fault]
    workers: list[Worker] = []

    def started() -> Worker:
        workers.append(Worker(STUB))
        return workers[-1]

    monkeypatch.setattr(module, "Worker", started)
    monkeypatch.setattr(module, "STOPS_WITHIN_S", 0.05)
    options = {"model": str(models / "sd"), "device": "cpu", "timeout_s": 0.3 if fault == "deaf" else 60}
    async with aclosing(GuardedIntake()) as intake, aclosing(build(options, intake)) as engine:
        error = await error_of(engine, an_order(fault))
        assert type(error) is kind
        assert re.search(words, error.message), error.message
        for secret in ("traceback", "last words", str(models)):
            assert secret not in error.message
        entries = tuple(Entry(name=one.name, engine=one) for one in (engine, InstantEngine()))
        router = Router(Route(entries=entries))
        if kind is Refused:
            assert type(await error_of(router, an_order(fault))) is Refused
        else:
            painted = [one for one in await events_of(router, an_order(fault)) if isinstance(one, Painted)]
            assert [(one.index, one.picture.engine) for one in painted] == [(0, "instant")]
            (note,) = painted[0].picture.notes
            assert "was out of reach just now" in note
        # The one that comes next is drawn, by another process if need be.
        (drawn,) = [one for one in await events_of(engine, an_order("fine")) if isinstance(one, Painted)]
        assert drawn.picture.width == an_order("fine").width
    (worker,) = workers
    async with asyncio.timeout(30):
        while worker.pid is not None:  # noqa: ASYNC110  # nobody tells
            await asyncio.sleep(0.01)
