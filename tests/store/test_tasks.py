from __future__ import annotations

import asyncio
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from paintover.domain.call import Call, Evidence, Span
from paintover.domain.errors import BadRequest, Conflict
from paintover.domain.events import (
    NUMBERS_PER_ATTEMPT,
    Finished,
    HandedBack,
    Kept,
    NumberedEvent,
    Progressed,
    Queued,
    Started,
)
from paintover.domain.ratio import Ratio
from paintover.domain.task import Task, TaskState, TrailStep, Webhook
from paintover.store import tasks as module
from paintover.store.database import Database
from paintover.store.generations import Generations
from paintover.store.tasks import IdempotencyKey, Tasks
from tests.store.samples import a_generation, a_task, later

QUEUED, RUNNING = TaskState.QUEUED, TaskState.RUNNING
SUCCEEDED, FAILED, CANCELLED = TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED
FIRST = NUMBERS_PER_ATTEMPT
"""The number of the first event of the first attempt."""
LATE = FIRST + 999


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


async def start(tasks: Tasks, task: Task) -> int:
    """Take the task up; the attempt."""
    attempt = await tasks.start(task.task_id)
    assert attempt is not None
    return attempt


async def bring_to(tasks: Tasks, state: TaskState) -> Task:
    """A task in that state, in its first attempt if in any."""
    task = await accepted(tasks)
    if state is not QUEUED:
        attempt = await start(tasks, task)
        if state.is_final:
            assert await tasks.finish(task.task_id, attempt, LATE, Finished(state))
    return task


async def told(tasks: Tasks, task: Task) -> list[NumberedEvent]:
    """The task's log."""
    return await tasks.events(task.task_id)


async def progress(tasks: Tasks, task: Task, attempt: int, number: int, percent: int) -> bool:
    return await tasks.note(task.task_id, attempt, [NumberedEvent(number, Progressed(percent, "fill"))])


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
        model="gpt-4o-image-vip",
        priority=10,
        body_digest="0" * 64,
        webhook=Webhook(url="https://x.example/hook", secret="whsec_c2VjcmV0"),
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
    task = a_task()
    await tasks.accept(task, NumberedEvent(1, Queued()))
    assert await start(tasks, task) == 1
    running = await now(tasks, task)
    assert (running.state, running.attempts) == (RUNNING, 1)
    assert running.started_at is not None

    assert await progress(tasks, task, 1, FIRST + 1, 40)
    assert await progress(tasks, task, 1, FIRST + 2, 30)
    assert (await now(tasks, task)).progress == 40

    pictures = [a_generation(task_id=task.task_id, batch_index=index) for index in range(3)]
    for picture in pictures:
        assert await tasks.keep(task.task_id, 1, FIRST + 3 + picture.batch_index, picture)
    assert (await now(tasks, task)).gen_ids == tuple(picture.gen_id for picture in pictures)
    assert await tasks.kept_places(task.task_id) == {0, 1, 2}
    found = await Generations(db).get_many([picture.gen_id for picture in pictures], owner="ann")
    assert list(found.values()) == pictures

    end = Finished(SUCCEEDED)
    assert await tasks.finish(task.task_id, 1, FIRST + 6, end)
    done = await now(tasks, task)
    assert (done.state, done.progress, done.error_code) == (SUCCEEDED, 100, None)
    assert done.finished_at is not None
    assert done.finished_at >= running.started_at
    assert await tasks.unfinished() == []
    assert await told(tasks, task) == [
        NumberedEvent(1, Queued()),
        NumberedEvent(FIRST, Started()),
        NumberedEvent(FIRST + 1, Progressed(40, "fill")),
        NumberedEvent(FIRST + 2, Progressed(30, "fill")),
        *(NumberedEvent(FIRST + 3 + index, Kept(picture)) for index, picture in enumerate(pictures)),
        NumberedEvent(FIRST + 6, end),
    ]


async def test_a_failure_says_why_and_keeps_its_progress(tasks: Tasks) -> None:
    task = await bring_to(tasks, RUNNING)
    await progress(tasks, task, 1, FIRST + 1, 64)
    assert await tasks.finish(task.task_id, 1, LATE, Finished(FAILED, "engine_failed", "The engine broke."))
    failed = await now(tasks, task)
    assert (failed.error_code, failed.error_message, failed.progress) == (
        "engine_failed",
        "The engine broke.",
        64,
    )


@pytest.mark.parametrize("end", [SUCCEEDED, FAILED, CANCELLED])
@pytest.mark.parametrize("state", list(TaskState))
async def test_only_a_running_task_is_finished_by_its_worker(
    tasks: Tasks, state: TaskState, end: TaskState
) -> None:
    task = await bring_to(tasks, state)
    before, log = await now(tasks, task), await told(tasks, task)
    moved = await tasks.finish(task.task_id, 1, LATE, Finished(end, "code", "message"))
    assert moved is (state is RUNNING)
    assert (await now(tasks, task)).state is (end if moved else state)
    if not moved:
        assert (await now(tasks, task), await told(tasks, task)) == (before, log)


@pytest.mark.parametrize("end", [FAILED, CANCELLED])
@pytest.mark.parametrize("state", list(TaskState))
async def test_what_is_not_over_can_be_stopped_from_outside_once(
    tasks: Tasks, state: TaskState, end: TaskState
) -> None:
    task = await bring_to(tasks, state)
    before, log = await now(tasks, task), await told(tasks, task)
    stopped = await tasks.stop(task.task_id, owner="ann", event=Finished(end, "code", "message"))
    if state.is_final:
        assert stopped is None
        assert (await now(tasks, task), await told(tasks, task)) == (before, log)
        return
    assert stopped is not None
    assert (await told(tasks, task))[-1] == stopped
    assert (await now(tasks, task)).state is end
    assert await tasks.stop(task.task_id, owner="ann", event=Finished(end)) is None


async def test_nobody_else_stops_a_task(tasks: Tasks) -> None:
    task = await bring_to(tasks, RUNNING)
    assert await tasks.stop(task.task_id, owner="bob", event=Finished(CANCELLED)) is None
    assert (await now(tasks, task)).state is RUNNING


@pytest.mark.parametrize("state", [QUEUED, RUNNING])
async def test_a_task_does_not_end_as_unfinished(tasks: Tasks, state: TaskState) -> None:
    task = await bring_to(tasks, RUNNING)
    with pytest.raises(ValueError, match="does not end"):
        await tasks.finish(task.task_id, 1, LATE, Finished(state))


async def mute(tasks: Tasks, task: Task, attempt: int) -> bool:
    """Whether nothing that this attempt says is heard."""
    late = a_generation(task_id=task.task_id)
    heard = [
        await progress(tasks, task, attempt, LATE - 1, 99),
        await tasks.keep(task.task_id, attempt, LATE - 2, late),
        await tasks.hand_back(task.task_id, attempt, LATE - 3),
        await tasks.finish(task.task_id, attempt, LATE - 4, Finished(FAILED)),
    ]
    return heard == [False] * 4


@pytest.mark.parametrize("state", [SUCCEEDED, FAILED, CANCELLED])
async def test_who_speaks_after_the_end_is_not_heard(tasks: Tasks, db: Database, state: TaskState) -> None:
    task = await bring_to(tasks, state)
    before, log = await now(tasks, task), await told(tasks, task)
    assert await tasks.start(task.task_id) is None
    assert await mute(tasks, task, 1)
    assert (await now(tasks, task), await told(tasks, task)) == (before, log)
    assert (await Generations(db).page(owner="ann", limit=9)).items == ()


async def test_who_was_given_up_on_is_not_heard(tasks: Tasks) -> None:
    task = await bring_to(tasks, RUNNING)
    first = await now(tasks, task)
    assert await start(tasks, task) == 2
    assert await mute(tasks, task, 1)
    again = await now(tasks, task)
    assert (again.attempts, again.started_at, again.state) == (2, first.started_at, RUNNING)
    picture = a_generation(task_id=task.task_id)
    assert await tasks.keep(task.task_id, 2, 2 * FIRST + 1, picture)
    numbers = [event.number for event in await told(tasks, task)]
    assert numbers == sorted(numbers)


async def test_a_task_that_is_handed_back_waits_and_its_worker_is_not_heard(tasks: Tasks) -> None:
    task = await bring_to(tasks, RUNNING)
    assert await tasks.hand_back(task.task_id, 1, FIRST + 1)
    assert (await now(tasks, task)).state is QUEUED
    assert (await told(tasks, task))[-1] == NumberedEvent(FIRST + 1, HandedBack())
    assert await mute(tasks, task, 1)
    assert await start(tasks, task) == 2


async def test_a_task_ends_with_its_last_picture_or_not_at_all(tasks: Tasks, db: Database) -> None:
    task = await bring_to(tasks, RUNNING)
    picture, end = a_generation(task_id=task.task_id), NumberedEvent(FIRST + 2, Finished(SUCCEEDED))
    # The fence holds for both.
    assert not await tasks.keep(task.task_id, 2, FIRST + 1, picture, end)
    assert (await now(tasks, task)).state is RUNNING
    assert await tasks.keep(task.task_id, 1, FIRST + 1, picture, end)
    done = await now(tasks, task)
    assert (done.state, done.progress, done.gen_ids) == (SUCCEEDED, 100, (picture.gen_id,))
    assert (await told(tasks, task))[-2:] == [NumberedEvent(FIRST + 1, Kept(picture)), end]
    billed = await db.read(lambda connection: connection.execute("SELECT pictures FROM usage").fetchall())
    assert billed == [(1,)]
    assert await mute(tasks, task, 1)


async def test_a_queued_task_keeps_no_picture(tasks: Tasks) -> None:
    task = await accepted(tasks)
    assert not await tasks.keep(task.task_id, 0, 2, a_generation(task_id=task.task_id))


async def test_a_place_in_the_batch_is_taken_once(tasks: Tasks, db: Database) -> None:
    task = await bring_to(tasks, RUNNING)
    first, second = (a_generation(task_id=task.task_id, batch_index=1) for _ in range(2))
    assert await tasks.keep(task.task_id, 1, FIRST + 1, first)
    assert not await tasks.keep(task.task_id, 1, FIRST + 2, second)
    await start(tasks, task)
    assert not await tasks.keep(task.task_id, 2, 2 * FIRST + 1, second)
    assert (await now(tasks, task)).gen_ids == (first.gen_id,)
    assert await Generations(db).get(second.gen_id, owner="ann") is None


async def test_a_picture_of_another_owner_is_not_taken_in(tasks: Tasks, db: Database) -> None:
    task = await bring_to(tasks, RUNNING)
    foreign = a_generation(owner="bob", task_id=task.task_id)
    assert not await tasks.keep(task.task_id, 1, FIRST + 1, foreign)
    assert await Generations(db).get(foreign.gen_id, owner="bob") is None


async def test_a_picture_that_cannot_be_kept_leaves_the_task_alone(tasks: Tasks, db: Database) -> None:
    task, there = await bring_to(tasks, RUNNING), a_generation()
    await Generations(db).add(there)
    log = await told(tasks, task)
    with pytest.raises(sqlite3.IntegrityError, match=r"generations\.path"):
        await tasks.keep(task.task_id, 1, FIRST + 1, a_generation(task_id=task.task_id, path=there.path))
    assert (await now(tasks, task)).gen_ids == ()
    assert await told(tasks, task) == log


async def test_one_of_many_workers_ends_a_task(tasks: Tasks) -> None:
    task = await bring_to(tasks, RUNNING)
    ends = [SUCCEEDED, FAILED, CANCELLED] * 10
    moved = await asyncio.gather(
        *(tasks.finish(task.task_id, 1, FIRST + 1 + place, Finished(end)) for place, end in enumerate(ends))
    )
    assert sum(moved) == 1
    assert (await now(tasks, task)).state is ends[moved.index(True)]
    assert [type(event.event) for event in await told(tasks, task)].count(Finished) == 1


async def test_unknown_tasks_are_left_alone(tasks: Tasks) -> None:
    nobody = a_task(task_id="task_nobody")
    assert await tasks.start("task_nobody") is None
    assert await mute(tasks, nobody, 1)
    assert await tasks.stop("task_nobody", owner="ann", event=Finished(CANCELLED)) is None
    await tasks.delivered("task_nobody")
    assert await tasks.get("task_nobody", owner="ann") is None
    assert await told(tasks, nobody) == []


async def test_a_key_stands_for_one_task_of_its_owner(tasks: Tasks) -> None:
    key = IdempotencyKey(key="k", body_digest="1" * 64)
    made = [a_task() for _ in range(30)]
    stood_for = await asyncio.gather(*(tasks.accept(task, None, key) for task in made))
    assert len(set(stood_for)) == 1
    assert len((await tasks.page(owner="ann", limit=100)).items) == 1
    assert await tasks.of_key(key, owner="ann") == stood_for[0]
    assert await tasks.of_key(key, owner="bob") is None
    foreign = a_task(owner="bob")
    assert await tasks.accept(foreign, None, key) == foreign.task_id


async def test_a_key_with_another_body_is_a_conflict_and_makes_nothing(tasks: Tasks) -> None:
    await tasks.accept(a_task(), None, IdempotencyKey(key="k", body_digest="1" * 64))
    other = IdempotencyKey(key="k", body_digest="2" * 64)
    for attempt in (tasks.accept(a_task(), None, other), tasks.of_key(other, owner="ann")):
        with pytest.raises(Conflict) as caught:
            await attempt
        assert caught.value.param == "Idempotency-Key"
    assert len((await tasks.page(owner="ann", limit=100)).items) == 1


async def test_old_keys_are_forgotten_and_their_tasks_are_not(
    tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = IdempotencyKey(key="k", body_digest="1" * 64)
    task = a_task(created_at=datetime.now(UTC))
    await tasks.accept(task, None, key)
    assert await tasks.forget_keys() == 0
    assert await tasks.of_key(key, owner="ann") == task.task_id
    monkeypatch.setattr(module, "IDEMPOTENCY_KEPT", timedelta(seconds=-1))
    assert await tasks.forget_keys() == 1
    assert await tasks.of_key(key, owner="ann") is None
    assert await now(tasks, task) == task


def test_keys_are_kept_for_a_day_at_least() -> None:
    assert timedelta(hours=24) <= module.IDEMPOTENCY_KEPT


async def test_a_request_is_known_by_its_bytes_until_its_answer_was_had(tasks: Tasks) -> None:
    digest = "3" * 64
    made = [await accepted(tasks, body_digest=digest, created_at=later(second)) for second in range(5)]
    await accepted(tasks, body_digest="4" * 64, created_at=later(9))
    await accepted(tasks, body_digest=digest, owner="bob", created_at=later(9))
    await tasks.delivered(made[3].task_id)
    await tasks.stop(made[2].task_id, owner="ann", event=Finished(FAILED))
    await start(tasks, made[1])
    found = await tasks.of_body(digest, owner="ann", since=later(1))
    assert found == [made[4].task_id, made[1].task_id]
    await tasks.finish(made[1].task_id, 1, LATE, Finished(SUCCEEDED))
    assert await tasks.of_body(digest, owner="ann", since=later(1)) == found


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


async def test_a_glance_at_everybodys_tasks_has_no_words_and_reads_no_others(
    tasks: Tasks, db: Database
) -> None:
    async def plan(query: str, *values: object) -> str:
        rows = await db.read(
            lambda connection: connection.execute(f"EXPLAIN QUERY PLAN {query}", values).fetchall()
        )
        return " ".join(row[3] for row in rows)

    assert "tasks_unfinished" in await plan(module._GLANCE_UNFINISHED, 5)
    assert "tasks_failed" in await plan(module._GLANCE_FAILED, 5)
    assert "SCAN tasks" not in await plan(module._GLANCE_AT, "[]")
    call = Call(action="edit", prompt="a secret", n=3, ratio=Ratio(3, 2), size=(96, 64))
    made = [a_task(owner=f"o{number}", call=call, created_at=later(number)) for number in range(6)]
    for task in made:
        await tasks.accept(task)
    for number, task in enumerate(made[:3]):
        assert await tasks.start(task.task_id) == 1
        if number:
            state = FAILED if number == 1 else SUCCEEDED
            await tasks.finish(task.task_id, 1, FIRST + 9, Finished(state, "engine_failed", "No secret."))
    running, failed = made[0].task_id, made[1].task_id
    unfinished, lost = await tasks.glances(running=[running, made[2].task_id, "task_nobody"], limit=2)
    assert [one.task_id for one in unfinished] == [running, made[3].task_id, made[4].task_id]
    assert [(one.task_id, one.error_code, one.attempts) for one in lost] == [(failed, "engine_failed", 1)]
    first = unfinished[0]
    assert (first.shape.n, first.shape.size, first.shape.ratio) == (3, (96, 64), Ratio(3, 2))
    assert (first.state, first.owner, first.pictures) == (RUNNING, "o0", 0)
    assert "secret" not in repr((unfinished, lost))
    assert (await tasks.glance(failed)) == lost[0]
    assert await tasks.glance("task_nobody") is None
