"""`paintover worker`: what waits in a data folder is drawn, without a server."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress
from typing import Annotated

from cyclopts import Parameter

from paintover.cli.client import Json, print_json
from paintover.cli.serve import new_loop
from paintover.domain.errors import FolderInUse
from paintover.logs import configure_logs
from paintover.parts import open_parts
from paintover.settings import Settings, read_settings

LOOK_EVERY_S = 0.1


def worker(
    *,
    data: Annotated[str | None, Parameter(help="Folder for the database and the pictures.")] = None,
    workers: Annotated[
        int | None, Parameter(help="How many tasks are drawn at the same time; PAINTOVER_WORKERS otherwise.")
    ] = None,
    engine: Annotated[str | None, Parameter(help="The engine that draws.")] = None,
    json: Json = False,
) -> None:
    """Draw what waits in a data folder whose server is gone, then end.

    A server draws its own tasks, PAINTOVER_WORKERS of them at a time, and has its data folder to itself: this is no
    second pair of hands beside it, and says so when there is one. It finishes what a server that was stopped, or has
    died, left in its queue; nothing is drawn twice. Ctrl-C hands back what has not been finished.
    """
    # Nobody is to reach it, whatever address the settings name.
    settings = read_settings({"data": data, "workers": workers, "engine": engine, "host": "127.0.0.1"})
    configure_logs(settings.log_level)
    with asyncio.Runner(loop_factory=new_loop) as runner:
        ended = runner.run(_work(settings))
    if json:
        print_json(ended)
        return
    print(
        f"{ended['succeeded']} drawn, {ended['failed']} failed, {ended['cancelled']} cancelled, {ended['waiting']} left waiting."
    )
    if ended["waiting"]:
        raise SystemExit(130)


async def _work(settings: Settings) -> dict[str, int]:
    """Draw until nothing waits or somebody has had enough; how many tasks came to which end."""
    enough = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows, where Ctrl-C arrives as KeyboardInterrupt
            loop.add_signal_handler(number, enough.set)
    try:
        async with open_parts(settings) as parts:
            found = await parts.tasks.unfinished()
            print(f"{len(found)} waiting in {settings.data}", file=sys.stderr)
            while not enough.is_set() and await parts.tasks.unfinished():
                with suppress(TimeoutError):
                    await asyncio.wait_for(enough.wait(), LOOK_EVERY_S)
            await parts.desk.drain(settings.drain_s if enough.is_set() else 0.0)
            ended = {"succeeded": 0, "failed": 0, "cancelled": 0, "waiting": 0}
            for task in found:
                record = await parts.tasks.get(task.task_id, owner=task.owner)
                state = str(record.state) if record is not None else "cancelled"
                ended[state if state in ended else "waiting"] += 1
            return ended
    except FolderInUse as exc:
        raise FolderInUse(
            f"{exc.message} A server draws its tasks itself: for more at a time, start it with a higher PAINTOVER_WORKERS."
        ) from exc
