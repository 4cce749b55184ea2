"""P4: what was acknowledged survives a cut of the power, a full disk and a broken one."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import random
import shutil
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import apsw
import pytest

from paintover.domain.call import Call
from paintover.domain.errors import StoreFailed
from paintover.domain.task import TaskState
from paintover.parts import DATABASE_NAME, Parts, open_parts
from paintover.settings import Settings
from paintover.store import database as database_module
from paintover.tasks.desk import Wish
from tests.easel import Easel
from tests.promises.power import Connection, Disk, Names, PowerVFS

CUTS = 300
CLIENTS = 8
_names = itertools.count()


class Power:
    """A data folder on a disk whose power can be cut, and what its server has acknowledged."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.disk, self.names = Disk(), Names(folder / "blobs")
        self.accepted: list[str] = []
        self.kept: list[str] = []
        self.refusals: list[str] = []
        """What those were told whose request was not accepted."""
        self.is_stopping = False
        vfs = f"power{next(_names)}"
        # Kept for as long as connections use it.
        self._vfs = PowerVFS(vfs, self.disk)

        def connect(path: Path, role: str) -> Connection:
            connection = Connection(path, vfs, database_module.BUSY_TIMEOUT_S)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute(f"PRAGMA query_only={int(role == 'reader')}")
            return connection

        monkeypatch.setattr(database_module, "_connect", connect)
        monkeypatch.setattr(database_module, "bring_up_to_date", self._bring_up_to_date)
        monkeypatch.setattr("paintover.store.blobs.os.fsync", self.names.fsync)
        monkeypatch.setattr("paintover.store.blobs.os.replace", self.names.replace)

    def _bring_up_to_date(self, path: Path) -> None:
        """The schema is made on the real disk, which is then what is certain of this one."""
        from paintover.store.schema import bring_up_to_date

        bring_up_to_date(path)
        self.disk.write(str(path), 0, path.read_bytes())
        self.disk.sync(str(path))

    async def keep_busy(self, parts: Parts, owner: str) -> None:
        """Accept tasks until stopped, and note what has been promised."""
        for number in itertools.count():
            if self.is_stopping:
                return
            call = Call(action="generate", prompt="牛", n=1 + number % 2)
            try:
                feed = await parts.desk.accept(Wish(call=call, owner=owner))
                self.accepted.append(feed.task_id)
                await feed.over()
                task = await parts.tasks.get(feed.task_id, owner=owner)
                assert task is not None
                self.kept += task.gen_ids
            except StoreFailed as exc:
                self.refusals.append(str(exc))
                await asyncio.sleep(0.002)

    def losses(self, place: Path) -> int:
        """Cut the power: how much of what was acknowledged before is not found when it is back."""
        accepted, kept = len(self.accepted), len(self.kept)
        files, pictures = self.disk.cut(), self.names.cut()
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        for name, found in files.items():
            (place / Path(name).name).write_bytes(found)
        with contextlib.closing(sqlite3.connect(place / DATABASE_NAME)) as connection:
            assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            tasks = {row[0] for row in connection.execute("SELECT task_id FROM tasks")}
            digests = dict(connection.execute("SELECT gen_id, digest FROM generations").fetchall())
        without_file = sum(digest not in pictures for digest in digests.values())
        lost = len(set(self.accepted[:accepted]) - tasks) + len(set(self.kept[:kept]) - digests.keys())
        return lost + without_file


@asynccontextmanager
async def under_load(
    folder: Path, monkeypatch: pytest.MonkeyPatch, **changes: Any
) -> AsyncIterator[tuple[Power, Parts]]:
    power = Power(folder / "data", monkeypatch)
    settings = Settings(data=str(power.folder), workers=4, backoff_s=0.01, **changes)
    async with open_parts(settings, Easel()) as parts:
        busy = [asyncio.create_task(power.keep_busy(parts, f"owner{client}")) for client in range(CLIENTS)]
        try:
            yield power, parts
        finally:
            power.is_stopping = True
            await asyncio.wait_for(asyncio.gather(*busy), 60)


async def cuts(folder: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> tuple[int, int, Power]:
    """So many cuts at random moments: how many lost something, how much was lost in all."""
    chance, losses = random.Random(300), []
    async with under_load(folder, monkeypatch) as (power, _):
        for _ in range(count):
            await asyncio.sleep(chance.uniform(0, 0.012))
            losses.append(power.losses(folder / "back"))
    return sum(map(bool, losses)), sum(losses), power


async def test_cut_power_loses_nothing_that_was_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    cut, lost, power = await cuts(tmp_path, monkeypatch, CUTS)
    with capsys.disabled():
        print(
            f"\nP4: {CUTS} power cuts, {cut} with a loss, {lost} tasks or pictures lost of {len(power.accepted)} tasks "
            f"and {len(power.kept)} pictures acknowledged, {power.disk.syncs} syncs; {time.monotonic() - began:.0f} s"
        )
    assert len(power.kept) > CUTS / 2
    assert (cut, lost) == (0, 0)


async def test_without_syncs_the_same_cuts_do_lose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The disk is one that loses: with commits that are not synced, as SQLite's NORMAL has it."""
    write = database_module.Database.write

    async def unsynced(self: Any, fn: Any, *, durable: bool = True) -> Any:
        return await write(self, fn, durable=False)

    monkeypatch.setattr(database_module.Database, "write", unsynced)
    cut, lost, _ = await cuts(tmp_path, monkeypatch, 30)
    with capsys.disabled():
        print(f"P4: the same with synchronous=NORMAL: 30 power cuts, {cut} with a loss, {lost} lost")
    assert cut > 20


@pytest.mark.parametrize("error", [apsw.FullError, apsw.IOError])
async def test_a_full_or_broken_disk_is_said_and_loses_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: type[apsw.Error],
) -> None:
    chance = random.Random(28)
    async with under_load(tmp_path, monkeypatch, attempts=1000) as (power, parts):
        for _ in range(20):
            await asyncio.sleep(chance.uniform(0.005, 0.05))
            power.disk.broken, power.names.broken = error, OSError(28, "No space left on device")
            for _ in range(5):
                with pytest.raises(StoreFailed) as caught:
                    await parts.desk.accept(Wish(call=Call(action="generate", prompt="牛"), owner="x"))
                power.refusals.append(str(caught.value))
            power.disk.broken = power.names.broken = None
        power.is_stopping = True
        # Each client waits for the end of what was promised to it.
    with contextlib.closing(sqlite3.connect(power.folder / DATABASE_NAME)) as connection:
        states = dict(connection.execute("SELECT task_id, state FROM tasks").fetchall())
    lost = [task_id for task_id in power.accepted if states.get(task_id) != TaskState.SUCCEEDED]
    after = power.losses(tmp_path / "back")
    with capsys.disabled():
        print(
            f"P4: 20 times {error.__name__} under load: {len(power.refusals)} requests refused, "
            f"{len(power.accepted)} accepted, {len(lost) + after} lost"
        )
    assert all("check the data folder's free space and disk" in words for words in power.refusals)
    assert (lost, after) == ([], 0)
