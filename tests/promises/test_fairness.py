"""One owner's 500 tasks delay another's single task by at most one running task for each worker."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from paintover.app import open_parts
from paintover.domain.call import Call
from paintover.domain.task import TaskState
from paintover.engines.protocol import EngineEvent, Work
from paintover.settings import Settings
from paintover.tasks.desk import Wish
from tests.easel import Easel

BACKLOG = 500
SINGLES = 25


class Paced(Easel):
    """Takes a few milliseconds for each task."""

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        async for event in super().paint(work):
            await asyncio.sleep(0.001)
            yield event


@pytest.mark.parametrize("workers", [1, 2, 4])
async def test_a_single_task_waits_for_no_more_than_what_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], workers: int
) -> None:
    engine = Paced()
    settings = Settings(data=str(tmp_path), workers=workers, owner_queue_limit=BACKLOG)
    behind: list[int] = []
    async with open_parts(settings, engine) as parts, asyncio.timeout(100):

        def wish(owner: str) -> Wish:
            # The alias goes before its owner's other tasks, and before nobody else's.
            return Wish(
                call=Call(action="generate", prompt=owner), owner=owner, priority=10 if owner == "many" else 0
            )

        many = await asyncio.gather(*(parts.desk.accept(wish("many")) for _ in range(BACKLOG)))
        for number in range(SINGLES):
            single = await parts.desk.accept(wish(f"single{number}"))
            began = len(engine.orders)
            await single.over()
            order = [work.prompt for work in engine.orders[began:]]
            behind.append(order.index(f"single{number}"))
        unfinished = sum(feed.end is None for feed in many)
        for feed in many:
            await feed.over()
        states = {feed.end.state for feed in many if feed.end is not None}
    with capsys.disabled():
        print(
            f"\nFairness: {workers} workers, {BACKLOG} tasks of one owner: {SINGLES} single tasks of others began after "
            f"at most {max(behind)} more of them ({sum(behind) / SINGLES:.1f} on average)"
        )
    assert unfinished > BACKLOG / 2
    # What each worker had taken already, and what another one takes while the single task is on its way to the engine.
    assert max(behind) <= 2 * workers - 1
    assert states == {TaskState.SUCCEEDED}
