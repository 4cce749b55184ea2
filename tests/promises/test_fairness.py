"""One owner's 500 tasks delay another's single task by at most one running task for each worker."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from paintover.domain.call import Call
from paintover.domain.task import Task, TaskState
from paintover.engines.protocol import EngineEvent, Work
from paintover.parts import open_parts
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
    ahead: list[int] = []
    taken: list[str] = []
    async with open_parts(settings, engine) as parts, asyncio.timeout(100):

        def wish(owner: str) -> Wish:
            # The alias goes before its owner's other tasks, and before nobody else's.
            return Wish(
                call=Call(action="generate", prompt=owner), owner=owner, priority=10 if owner == "many" else 0
            )

        take = parts.desk._lanes.take

        async def noted() -> Task | None:
            task = await take()
            taken.append(task.owner if task is not None else "")
            return task

        # Where the order is decided: when an engine begins also depends on how long the store takes to write it down.
        parts.desk._lanes.take = noted  # type: ignore[method-assign]
        many = await asyncio.gather(*(parts.desk.accept(wish("many")) for _ in range(BACKLOG)))
        for number in range(SINGLES):
            single = await parts.desk.accept(wish(f"single{number}"))
            before = len(taken)
            await single.over()
            # A worker may have taken the single task while its acceptance was being told.
            ahead.append(taken.index(f"single{number}") - before)
        unfinished = sum(feed.end is None for feed in many)
        for feed in many:
            await feed.over()
        states = {feed.end.state for feed in many if feed.end is not None}
    with capsys.disabled():
        print(
            f"\nFairness: {workers} workers, {BACKLOG} tasks of one owner: {SINGLES} single tasks of others waited for "
            f"the {workers} that ran, and at most {max(0, *ahead)} more were taken before them"
        )
    assert unfinished > BACKLOG / 2
    # So each waited for no more than what the workers had in hand: one task each.
    assert max(ahead) <= 0
    assert states == {TaskState.SUCCEEDED}
