from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from paintover.domain.call import Call, Evidence
from paintover.domain.events import NUMBERS_PER_ATTEMPT, Finished
from paintover.domain.task import Task, TaskState
from paintover.domain.usage import Group, Price, PriceList, Sum
from paintover.store.database import Database
from paintover.store.tasks import Tasks
from paintover.store.usage import Usage
from tests.store.samples import a_generation, a_task

FIRST = NUMBERS_PER_ATTEMPT
LIST = PriceList(
    prices=(
        Price(model="vip", quality="high", picture_micros=90_000),
        Price(engine="upstream", size="64x32", picture_micros=7_000),
        Price(picture_micros=1_000, megapixel_micros=2_000),
    ),
    planner_token_micros=0.5,
    currency="EUR",
)
FROM, TO = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def tasks(db: Database) -> Tasks:
    return Tasks(db, LIST)


@pytest.fixture
def usage(db: Database) -> Usage:
    return Usage(db)


async def drawn(tasks: Tasks, task: Task, *engines: str | None, end: TaskState = TaskState.SUCCEEDED) -> None:
    """A task with a picture by each engine, to its end."""
    await tasks.accept(task)
    attempt = await tasks.start(task.task_id)
    assert attempt is not None
    for place, engine in enumerate(engines):
        picture = a_generation(
            owner=task.owner,
            task_id=task.task_id,
            batch_index=place,
            engine=engine,
            engine_name=None,
            width=64,
            height=32,
        )
        assert await tasks.keep(task.task_id, attempt, FIRST + 1 + place, picture)
    event = Finished(end, None if end is TaskState.SUCCEEDED else "engine_failed", None)
    if end is TaskState.CANCELLED:
        assert await tasks.stop(task.task_id, owner=task.owner, event=event) is not None
    else:
        assert await tasks.finish(task.task_id, attempt, FIRST + 99, event)


async def everything(usage: Usage, *groups: Group, owner: str | None = None) -> list[Sum]:
    return await usage.sums(owner=owner, groups=groups, since=FROM, until=TO)


@pytest.mark.parametrize(
    ("model", "engine", "quality", "size", "cost"),
    [
        ("vip", "upstream", "high", (64, 32), 90_000),
        ("vip", "upstream", "low", (64, 32), 7_000),
        ("other", "upstream", "high", (32, 64), 1_004),
        ("other", "illustrator", "auto", (1000, 2000), 5_000),
    ],
)
def test_the_first_price_that_fits_counts(
    model: str, engine: str, quality: str, size: tuple[int, int], cost: int
) -> None:
    engines = (engine, "kind")
    assert (
        LIST.of_picture(model=model, engines=engines, quality=quality, width=size[0], height=size[1]) == cost
    )
    assert PriceList().of_picture(model=model, engines=engines, quality=quality, width=9, height=9) == 0


async def test_a_task_is_counted_with_what_it_took(tasks: Tasks, usage: Usage) -> None:
    task = a_task(
        call=Call(action="generate", prompt="牛", n=3),
        model="paintover-async",
        key_id="key_1",
        evidence=Evidence(rule="new", because="", planner_tokens=1_000),
    )
    await drawn(tasks, task, "upstream", "illustrator")
    (all_of_it,) = await everything(usage, "owner", "key", "model")
    assert all_of_it.group == ("ann", "key_1", "paintover")
    assert (all_of_it.requests, all_of_it.succeeded, all_of_it.asked) == (1, 1, 3)
    assert (all_of_it.pictures, all_of_it.pixels) == (2, 2 * 64 * 32)
    assert all_of_it.seconds > 0
    assert (all_of_it.planner_tokens, all_of_it.cost_micros) == (1_000, 7_000 + 1_004 + 500)
    by_engine = await everything(usage, "engine")
    assert [(one.group, one.requests, one.pictures, one.cost_micros) for one in by_engine] == [
        (("illustrator",), 0, 1, 1_004),
        (("upstream",), 1, 1, 7_500),
    ]


@pytest.mark.parametrize("end", [TaskState.FAILED, TaskState.CANCELLED])
async def test_what_failed_or_was_cancelled_costs_nothing(tasks: Tasks, usage: Usage, end: TaskState) -> None:
    task = a_task(evidence=Evidence(rule="new", because="", planner_tokens=1_000))
    await drawn(tasks, task, "upstream", end=end)
    (one,) = await everything(usage)
    assert (one.requests, one.failed + one.cancelled, one.pictures, one.cost_micros) == (1, 1, 1, 0)
    waiting = a_task()
    await tasks.accept(waiting)
    await tasks.stop(waiting.task_id, owner="ann", event=Finished(TaskState.CANCELLED, "cancelled", None))
    (one,) = await everything(usage)
    assert (one.requests, one.pictures, one.cost_micros) == (2, 1, 0)


async def test_what_has_not_ended_and_what_ends_again_is_not_counted(tasks: Tasks, usage: Usage) -> None:
    task = a_task()
    await tasks.accept(task)
    attempt = await tasks.start(task.task_id)
    assert attempt is not None
    assert await everything(usage) == []
    done = Finished(TaskState.SUCCEEDED)
    assert await tasks.finish(task.task_id, attempt, FIRST + 2, done)
    assert not await tasks.finish(task.task_id, attempt, FIRST + 3, done)
    assert await tasks.stop(task.task_id, owner="ann", event=Finished(TaskState.CANCELLED)) is None
    (one,) = await everything(usage)
    assert (one.requests, one.succeeded) == (1, 1)


async def test_sums_are_an_owners_or_everybodys_and_fall_into_buckets(
    db: Database, tasks: Tasks, usage: Usage
) -> None:
    for owner in ("ann", "ann", "bob"):
        await drawn(tasks, a_task(owner=owner), "illustrator")
    times = [datetime(2026, 11, 1, 10, 59, 59, tzinfo=UTC), datetime(2026, 11, 1, 11, tzinfo=UTC)]
    ids = await db.read(
        lambda connection: connection.execute("SELECT task_id FROM usage WHERE owner = 'ann'").fetchall()
    )
    for time, (task_id,) in zip(times, ids, strict=True):
        micros = int(time.timestamp()) * 1_000_000
        await db.write(
            lambda connection, given=(micros, task_id): connection.execute(  # type: ignore[misc]
                "UPDATE usage SET ended_at = ? WHERE task_id = ?", given
            )
        )
    assert [one.requests for one in await everything(usage, owner="ann")] == [2]
    assert [(one.group, one.requests) for one in await everything(usage, "owner")] == [
        (("ann",), 2),
        (("bob",), 1),
    ]
    hours = await usage.sums(owner="ann", bucket_s=3600, since=FROM, until=TO)
    assert [datetime.fromtimestamp(one.bucket_s, UTC).hour for one in hours] == [10, 11]
    days = await usage.sums(owner="ann", bucket_s=86_400, since=FROM, until=TO)
    assert [(datetime.fromtimestamp(one.bucket_s, UTC), one.requests) for one in days] == [
        (datetime(2026, 11, 1, tzinfo=UTC), 2)
    ]
    before = await usage.sums(owner="ann", since=times[0] - timedelta(days=1), until=times[1])
    assert [one.requests for one in before] == [1]
