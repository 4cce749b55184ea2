"""A process that accepts tasks and says so, until it is killed: ``python -m tests.store.writer FILE``."""

from __future__ import annotations

import asyncio
import sys
from typing import NoReturn

from paintover.domain.events import NUMBERS_PER_ATTEMPT
from paintover.store.database import Database
from paintover.store.tasks import Tasks
from tests.store.samples import a_generation, a_task


async def accept_for_ever(tasks: Tasks) -> NoReturn:
    """Accept a task, start it and keep a picture for it; each acknowledged step becomes a line."""
    while True:
        task = a_task()
        generation = a_generation(task_id=task.task_id)
        await tasks.accept(task)
        say(f"accepted {task.task_id}")
        attempt = await tasks.start(task.task_id)
        assert attempt is not None
        assert await tasks.keep(task.task_id, attempt, attempt * NUMBERS_PER_ATTEMPT + 1, generation)
        say(f"kept {generation.gen_id}")


def say(line: str) -> None:
    """One write a line, so that a kill leaves no half one behind that counts."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def main() -> None:
    tasks = Tasks(await Database.open(sys.argv[1]))
    await asyncio.gather(*(accept_for_ever(tasks) for _ in range(20)))


if __name__ == "__main__":
    asyncio.run(main())
