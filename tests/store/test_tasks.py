from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from paintover.domain.call import Call, Evidence, Span
from paintover.domain.errors import BadRequest
from paintover.domain.ratio import Ratio
from paintover.domain.task import Task, TaskState, TrailStep
from paintover.store.database import Database
from paintover.store.generations import Generations
from paintover.store.tasks import Tasks
from tests.store.samples import a_generation, a_task, later

QUEUED, RUNNING = TaskState.QUEUED, TaskState.RUNNING
SUCCEEDED, FAILED, CANCELLED = TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED


@pytest.fixture
def tasks(db: Database) -> Tasks:
    return Tasks(db)


async def accepted(tasks: Tasks, **changes: object) -> Task:
    task = a_task(**changes)
    await tasks.accept(task)
    return task


async def now(tasks: Tasks, task: Task) -> Task:
    """The task as it is kept."""
    found = await tasks.get(task.task_id, owner=task.owner)
    assert found is not None
    return found


async def bring_to(tasks: Tasks, state: TaskState) -> Task:
    """A task in that state."""
    task = await accepted(tasks)
    if state is not QUEUED:
        assert await tasks.start(task.task_id)
    if state.is_final:
        assert await tasks.finish(task.task_id, state)
    return task


async def test_everything_about_a_task_comes_back(tasks: Tasks) -> None:
    full = a_task(
        state=FAILED,
        call=Call(
            action="edit",
            prompt="锅盖上再加根筷子",
            ratio=Ratio(2, 3),
            n=4,
            sources=("gen_1", "upload:2"),
            seed=2**65,
        ),
        trail=(
            TrailStep(name="gen_1", url="https://x.example/1.png", prompt="牛", ratio="1:1", batch_index=2),
            TrailStep(name="upload:2", kept_as="gen_9", sources=("gen_1",)),
        ),
        language="en",
        evidence=Evidence(rule="latest", because="第 1 张", spans=(Span(start=0, end=2, kind="reference"),)),
        progress=48,
        gen_ids=("gen_3", "gen_4"),
        attempts=2,
        started_at=later(1),
        finished_at=later(2),
        error_code="engine_failed",
        error_message="It broke.",
    )
    for task in (full, a_task()):
        await tasks.accept(task)
        assert await tasks.get(task.task_id, owner="ann") == task


async def test_accepting_again_changes_nothing(tasks: Tasks) -> None:
    task = await accepted(tasks)
    await tasks.start(task.task_id)
    await tasks.accept(task)
    assert (await now(tasks, task)).state is RUNNING


async def test_a_task_is_found_after_reopening(tmp_path: Path) -> None:
    task = a_task()
    database = await Database.open(tmp_path / "store.db")
    await Tasks(database).accept(task)
    await database.aclose()
    database = await Database.open(tmp_path / "store.db")
    assert await Tasks(database).unfinished() == [task]
    await database.aclose()


async def test_another_owner_finds_nothing(tasks: Tasks) -> None:
    task = await accepted(tasks)
    assert await tasks.get(task.task_id, owner="bob") is None
    assert (await tasks.page(owner="bob", limit=10)).items == ()
    with pytest.raises(BadRequest):
        await tasks.page(owner="bob", limit=10, after=task.task_id)


async def test_a_whole_life(tasks: Tasks, db: Database) -> None:
    task = await accepted(tasks)
    assert await tasks.start(task.task_id)
    running = await now(tasks, task)
    assert (running.state, running.attempts) == (RUNNING, 1)
    assert running.started_at is not None

    await tasks.set_progress(task.task_id, 40)
    await tasks.set_progress(task.task_id, 30)
    assert (await now(tasks, task)).progress == 40

    pictures = [a_generation(task_id=task.task_id, batch_index=index) for index in range(3)]
    for picture in pictures:
        assert await tasks.keep(task.task_id, picture)
    assert (await now(tasks, task)).gen_ids == tuple(picture.gen_id for picture in pictures)
    assert (
        list((await Generations(db).get_many([p.gen_id for p in pictures], owner="ann")).values()) == pictures
    )

    assert await tasks.finish(task.task_id, SUCCEEDED)
    done = await now(tasks, task)
    assert (done.state, done.progress, done.error_code) == (SUCCEEDED, 100, None)
    assert done.finished_at is not None
    assert done.finished_at >= running.started_at
    assert await tasks.unfinished() == []


async def test_a_failure_says_why_and_keeps_its_progress(tasks: Tasks) -> None:
    task = await bring_to(tasks, RUNNING)
    await tasks.set_progress(task.task_id, 64)
    assert await tasks.finish(task.task_id, FAILED, "engine_failed", "The engine broke.")
    failed = await now(tasks, task)
    assert (failed.error_code, failed.error_message, failed.progress) == (
        "engine_failed",
        "The engine broke.",
        64,
    )


LEGAL = {(QUEUED, FAILED), (QUEUED, CANCELLED), (RUNNING, SUCCEEDED), (RUNNING, FAILED), (RUNNING, CANCELLED)}


@pytest.mark.parametrize("end", [SUCCEEDED, FAILED, CANCELLED])
@pytest.mark.parametrize("state", list(TaskState))
async def test_only_legal_ends(tasks: Tasks, state: TaskState, end: TaskState) -> None:
    task = await bring_to(tasks, state)
    before = await now(tasks, task)
    moved = await tasks.finish(task.task_id, end, "code", "message")
    assert moved is ((state, end) in LEGAL)
    after = await now(tasks, task)
    assert after.state is (end if moved else state)
    if not moved:
        assert after == before


@pytest.mark.parametrize("state", [QUEUED, RUNNING])
async def test_a_task_does_not_end_as_unfinished(tasks: Tasks, state: TaskState) -> None:
    task = await accepted(tasks)
    with pytest.raises(ValueError, match="does not end"):
        await tasks.finish(task.task_id, state)


@pytest.mark.parametrize("state", [SUCCEEDED, FAILED, CANCELLED])
async def test_who_speaks_after_the_end_is_not_heard(tasks: Tasks, db: Database, state: TaskState) -> None:
    task = await bring_to(tasks, state)
    before = await now(tasks, task)
    late = a_generation()
    assert not await tasks.start(task.task_id)
    await tasks.set_progress(task.task_id, 99)
    assert not await tasks.keep(task.task_id, late)
    assert await now(tasks, task) == before
    assert await Generations(db).get(late.gen_id, owner="ann") is None


async def test_a_lost_task_is_taken_up_again(tasks: Tasks) -> None:
    task = await bring_to(tasks, RUNNING)
    first = await now(tasks, task)
    assert await tasks.start(task.task_id)
    again = await now(tasks, task)
    assert (again.attempts, again.started_at) == (2, first.started_at)


async def test_a_queued_task_keeps_no_picture(tasks: Tasks) -> None:
    task = await accepted(tasks)
    assert not await tasks.keep(task.task_id, a_generation())


async def test_keeping_again_changes_nothing(tasks: Tasks) -> None:
    task, picture = await bring_to(tasks, RUNNING), a_generation()
    assert await tasks.keep(task.task_id, picture)
    assert await tasks.keep(task.task_id, picture)
    await tasks.finish(task.task_id, SUCCEEDED)
    assert await tasks.keep(task.task_id, picture)
    assert (await now(tasks, task)).gen_ids == (picture.gen_id,)


async def test_a_picture_of_another_owner_is_not_taken_in(tasks: Tasks, db: Database) -> None:
    task, foreign = await bring_to(tasks, RUNNING), a_generation(owner="bob")
    assert not await tasks.keep(task.task_id, foreign)
    assert await Generations(db).get(foreign.gen_id, owner="bob") is None


async def test_a_picture_that_cannot_be_kept_leaves_the_task_alone(tasks: Tasks, db: Database) -> None:
    task, there = await bring_to(tasks, RUNNING), a_generation()
    await Generations(db).add(there)
    with pytest.raises(sqlite3.IntegrityError, match=r"generations\.path"):
        await tasks.keep(task.task_id, a_generation(path=there.path))
    assert (await now(tasks, task)).gen_ids == ()


async def test_one_of_many_workers_ends_a_task(tasks: Tasks) -> None:
    task = await bring_to(tasks, RUNNING)
    ends = [SUCCEEDED, FAILED, CANCELLED] * 10
    moved = await asyncio.gather(*(tasks.finish(task.task_id, end) for end in ends))
    assert sum(moved) == 1
    assert (await now(tasks, task)).state is ends[moved.index(True)]


async def test_unknown_tasks_are_left_alone(tasks: Tasks) -> None:
    assert not await tasks.start("task_nobody")
    assert not await tasks.finish("task_nobody", FAILED)
    assert not await tasks.keep("task_nobody", a_generation())
    await tasks.set_progress("task_nobody", 5)
    assert await tasks.get("task_nobody", owner="ann") is None


async def test_a_restart_finds_what_was_left_oldest_first(tasks: Tasks) -> None:
    second = await accepted(tasks, created_at=later(2), owner="bob")
    first = await accepted(tasks, created_at=later(1))
    await tasks.start(second.task_id)
    for state in (SUCCEEDED, FAILED, CANCELLED):
        await bring_to(tasks, state)
    assert [task.task_id for task in await tasks.unfinished()] == [first.task_id, second.task_id]


async def test_pages_newest_first_and_by_state(tasks: Tasks) -> None:
    made = [await accepted(tasks, created_at=later(index // 2)) for index in range(7)]
    for task in made[::3]:
        await tasks.start(task.task_id)
    order = sorted(made, key=lambda task: (task.created_at, task.task_id), reverse=True)

    first = await tasks.page(owner="ann", limit=4)
    rest = await tasks.page(owner="ann", limit=4, after=first.next_cursor)
    assert [task.task_id for task in (*first.items, *rest.items)] == [task.task_id for task in order]
    assert rest.next_cursor is None

    running = await tasks.page(owner="ann", limit=2, state=RUNNING)
    more = await tasks.page(owner="ann", limit=2, state=RUNNING, after=running.next_cursor)
    wanted = {task.task_id for task in made[::3]}
    assert {task.task_id for task in (*running.items, *more.items)} == wanted
    assert (await tasks.page(owner="ann", limit=2, state=CANCELLED)).items == ()
