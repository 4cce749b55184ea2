from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from paintover.domain.errors import Busy
from paintover.domain.task import Task
from paintover.tasks.lanes import Lanes
from tests.store.samples import a_task, later

OWNERS = ("ann", "bob", "cid", "dee")


def many() -> Lanes:
    return Lanes(limit=100_000, owner_limit=100_000)


def put(lanes: Lanes, owner: str, count: int = 1, priority: int = 0) -> list[Task]:
    tasks = [a_task(owner=owner, priority=priority) for _ in range(count)]
    for task in tasks:
        lanes.put(task)
    return tasks


async def take(lanes: Lanes) -> Task:
    """The next task, which must be there already."""
    taking = asyncio.ensure_future(lanes.take())
    await asyncio.sleep(0)
    assert taking.done()
    task = taking.result()
    assert task is not None
    return task


async def test_one_owners_tasks_run_by_priority_and_arrival() -> None:
    lanes = many()
    plain, urgent = put(lanes, "ann", 3), put(lanes, "ann", 3, priority=10)
    assert [await take(lanes) for _ in range(6)] == [*urgent, *plain]


async def test_priority_is_within_an_owner_only() -> None:
    lanes = many()
    put(lanes, "ann", 100, priority=1_000)
    single = put(lanes, "bob")[0]
    assert single in [await take(lanes), await take(lanes)]


@pytest.mark.parametrize("workers", [1, 2, 8])
async def test_500_tasks_of_one_owner_cost_another_one_running_task_a_worker(workers: int) -> None:
    lanes = many()
    put(lanes, "ann", 500)
    running = [await take(lanes) for _ in range(workers)]
    single = put(lanes, "bob")[0]
    lanes.free(running[0].owner)
    assert await take(lanes) == single


async def test_such_as_come_and_go_do_not_pass_others_for_ever() -> None:
    """Two owners of whom one always has a task waiting, each a new lane, and one with a backlog: one worker."""
    lanes = many()
    put(lanes, "ann", 100)
    put(lanes, "bob")
    served: Counter[str] = Counter()
    for turn in range(99):
        put(lanes, ("bob", "cid")[turn % 2])
        task = await take(lanes)
        served[task.owner] += 1
        lanes.free(task.owner)
    assert served["ann"] >= 33


Steps = list[tuple[str, str]]
STEPS = some.lists(
    some.tuples(some.sampled_from(("put", "take", "free", "drop")), some.sampled_from(OWNERS)), max_size=80
)


@given(steps=STEPS)
@settings(max_examples=150, deadline=None)
async def test_whatever_happens_the_fairest_task_is_given_and_none_is_lost(steps: Steps) -> None:
    lanes, waiting, running = many(), dict[str, list[Task]](), Counter[str]()
    for step, owner in steps:
        own = waiting.setdefault(owner, [])
        if step == "put":
            own += put(lanes, owner)
        elif step == "drop" and own:
            assert lanes.drop(own.pop().task_id)
        elif step == "free" and running[owner]:
            running[owner] -= 1
            lanes.free(owner)
        elif step == "take" and any(waiting.values()):
            task = await take(lanes)
            assert task is waiting[task.owner].pop(0)
            assert running[task.owner] == min(
                running[name] for name in waiting if waiting[name] or name == task.owner
            )
            running[task.owner] += 1
        assert len(lanes) == sum(map(len, waiting.values()))
    for own in waiting.values():
        assert [lanes.place(task.task_id) is not None for task in own] == [True] * len(own)


@given(owners=some.lists(some.sampled_from(OWNERS), min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
async def test_the_place_that_is_told_is_about_when_it_runs(owners: list[str]) -> None:
    """With one worker and nobody else coming, a task runs no later than told, give or take one of each other owner."""
    lanes = many()
    tasks = [put(lanes, owner)[0] for owner in owners]
    told = {task.task_id: lanes.place(task.task_id) or 0 for task in tasks}
    for turn in range(1, len(tasks) + 1):
        task = await take(lanes)
        lanes.free(task.owner)
        assert abs(turn - told[task.task_id]) < len(OWNERS)
        assert lanes.place(task.task_id) is None


@given(workers=some.integers(1, 6), steps=some.lists(some.integers(0, 4), max_size=60))
@settings(max_examples=80, deadline=None)
async def test_no_wake_up_is_lost_when_workers_come_and_are_cancelled(workers: int, steps: list[int]) -> None:
    lanes, taken, made = many(), list[Task](), 0

    async def work() -> None:
        while (task := await lanes.take()) is not None:
            taken.append(task)
            lanes.free(task.owner)

    crew = [asyncio.ensure_future(work()) for _ in range(workers)]
    for step in steps:
        if step == 0:
            await asyncio.sleep(0)
        elif step == 1:
            # Cancelled perhaps just when it was woken: its successor, or another, must take the task.
            crew.pop(0).cancel()
            crew.append(asyncio.ensure_future(work()))
        else:
            put(lanes, OWNERS[step - 1])
            made += 1
    for _ in range(3 * made + 20):
        await asyncio.sleep(0)
    assert len(taken) == made
    assert len({task.task_id for task in taken}) == made
    lanes.close()
    await asyncio.gather(*crew, return_exceptions=True)
    assert all(worker.done() for worker in crew)


async def test_what_is_dropped_is_not_given() -> None:
    lanes = many()
    first, second = put(lanes, "ann", 2)
    assert lanes.drop(first.task_id)
    assert not lanes.drop(first.task_id)
    assert lanes.place(first.task_id) is None
    assert await take(lanes) is second
    assert not lanes.drop(second.task_id)


async def test_closed_lanes_give_nothing_and_send_the_workers_home() -> None:
    lanes = many()
    waiting = [asyncio.ensure_future(lanes.take()) for _ in range(3)]
    await asyncio.sleep(0)
    lanes.close()
    assert await asyncio.gather(*waiting) == [None, None, None]
    put(lanes, "ann")
    assert await lanes.take() is None
    assert len(lanes) == 1


def rooms(lanes: Lanes, owner: str) -> Iterator[Task]:
    """Tasks put as long as there is room."""
    while True:
        with lanes.room_for(owner):
            pass
        yield from put(lanes, owner)


async def test_the_queue_is_bounded_in_all_and_for_an_owner() -> None:
    lanes, accepted = Lanes(limit=10, owner_limit=4), Counter[str]()
    for owner in OWNERS:
        with pytest.raises(Busy) as caught:
            accepted.update(task.owner for task in rooms(lanes, owner))
        assert (caught.value.retry_after_s or 0) >= 1
    assert accepted == {"ann": 4, "bob": 4, "cid": 2}
    task = await take(lanes)
    # A task that was accepted before always may wait again.
    lanes.put(task)
    with pytest.raises(Busy), lanes.room_for("dee"):
        pass


async def test_places_are_held_while_tasks_are_written_down() -> None:
    lanes = Lanes(limit=3, owner_limit=2)
    with lanes.room_for("ann"), lanes.room_for("ann"):
        with pytest.raises(Busy), lanes.room_for("ann"):
            pass
        with lanes.room_for("bob"), pytest.raises(Busy), lanes.room_for("cid"):
            pass
    with lanes.room_for("ann"), lanes.room_for("ann"), lanes.room_for("cid"):
        pass


async def test_owners_who_left_are_forgotten() -> None:
    lanes = many()
    for number in range(100):
        put(lanes, f"owner {number}")
        with lanes.room_for(f"guest {number}"):
            pass
        lanes.free((await take(lanes)).owner)
        put(lanes, f"regret {number}")
        lanes.drop(put(lanes, f"regret {number}")[0].task_id)
        lanes.free((await take(lanes)).owner)
    assert lanes._lanes == {}


async def test_lengths_tell_who_has_most_and_who_has_waited_longest() -> None:
    lanes = many()
    assert lanes.lengths() == []
    put(lanes, "bob", 2)
    old = a_task(owner="ann", created_at=later(-60))
    lanes.put(old)
    put(lanes, "ann", 3, priority=10)
    put(lanes, "ann", 2, priority=5)
    ann, bob = lanes.lengths()
    assert (ann.owner, ann.waiting, ann.running, ann.since) == ("ann", 6, 0, later(-60))
    assert (bob.owner, bob.waiting, bob.running, bob.since) == ("bob", 2, 0, later(0))
    lanes.drop(old.task_id)
    assert lanes.lengths()[0].since == later(0)
    taken = [await take(lanes) for _ in range(7)]
    assert [(one.waiting, one.since) for one in lanes.lengths()] == [(0, None), (0, None)]
    for task in taken:
        lanes.free(task.owner)
    assert lanes.lengths() == []
