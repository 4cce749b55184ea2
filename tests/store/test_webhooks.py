from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from paintover.domain.events import Finished
from paintover.domain.task import TaskState, Webhook
from paintover.store.database import Database
from paintover.store.keys import Keys
from paintover.store.tasks import Tasks
from paintover.store.webhooks import Deliveries, Delivery
from tests.store.samples import a_task

HOOK = Webhook(url="https://hook.example/a", secret="quiet")
CANCELLED = Finished(TaskState.CANCELLED, "cancelled", "It was cancelled.")


@pytest.fixture
def deliveries(db: Database) -> Deliveries:
    return Deliveries(db)


async def owe(db: Database, *, owner: str = "ann", webhook: Webhook | None = HOOK) -> str:
    """A task that has ended; its id."""
    tasks, task = Tasks(db), a_task(owner=owner, webhook=webhook)
    await tasks.accept(task)
    assert await tasks.stop(task.task_id, owner=owner, event=CANCELLED) is not None
    return task.task_id


async def due(deliveries: Deliveries, in_s: float = 0.0, **limits: list[str]) -> list[Delivery]:
    moment = datetime.now(UTC) + timedelta(seconds=in_s)
    return await deliveries.due(moment, limit=10, **limits)


async def test_the_end_of_a_task_is_owed_once(db: Database, deliveries: Deliveries) -> None:
    assert await due(deliveries) == []
    task_id = await owe(db)
    assert await Tasks(db).stop(task_id, owner="ann", event=CANCELLED) is None
    (owed,) = await due(deliveries)
    assert owed.delivery_id.startswith("msg_")
    assert (owed.task_id, owed.owner, owed.webhook, owed.tries) == (task_id, "ann", HOOK, 0)
    assert "quiet" not in repr(owed)


async def test_without_a_webhook_nothing_is_owed(db: Database, deliveries: Deliveries) -> None:
    await owe(db, webhook=None)
    assert await due(deliveries) == []
    assert await deliveries.next_due(datetime.now(UTC) - timedelta(days=1)) is None


async def test_a_keys_webhook_stands_in_for_a_missing_one(db: Database, deliveries: Deliveries) -> None:
    keys = Keys(db, b"s" * 32)
    theirs = Webhook(url="https://key.example/", secret="whsec_MfKQ")
    await keys.create("ann", theirs)
    (known,) = await keys.all()
    assert known.webhook == theirs
    await owe(db, owner=known.owner, webhook=None)
    (owed,) = await due(deliveries)
    assert owed.webhook == theirs
    await deliveries.delivered(owed.delivery_id, datetime.now(UTC))
    await owe(db, owner=known.owner, webhook=HOOK)
    assert [one.webhook for one in await due(deliveries)] == [HOOK]


async def test_a_postponed_delivery_comes_due_again_and_counts_its_tries(
    db: Database, deliveries: Deliveries
) -> None:
    await owe(db)
    (owed,) = await due(deliveries)
    now = datetime.now(UTC)
    until = now + timedelta(seconds=60)
    await deliveries.postpone(owed.delivery_id, until)
    assert await due(deliveries, 59) == []
    assert await deliveries.next_due(now) == until
    assert await deliveries.next_due(until) is None
    (again,) = await due(deliveries, 61)
    assert (again.delivery_id, again.tries) == (owed.delivery_id, 1)


async def test_what_is_settled_is_never_due(db: Database, deliveries: Deliveries) -> None:
    await owe(db, owner="ann")
    await owe(db, owner="bob")
    ann, bob = await due(deliveries)
    await deliveries.delivered(ann.delivery_id, datetime.now(UTC))
    await deliveries.give_up(bob.delivery_id)
    assert await due(deliveries, 10**9) == []
    assert await deliveries.next_due(datetime.now(UTC) - timedelta(days=1)) is None
    query = "SELECT attempts, delivered_at IS NOT NULL FROM webhook_deliveries ORDER BY owner"
    assert await db.read(lambda connection: connection.execute(query).fetchall()) == [(1, 1), (1, 0)]


async def test_each_owner_has_one_turn_at_a_time(db: Database, deliveries: Deliveries) -> None:
    first = await owe(db, owner="ann")
    second = await owe(db, owner="ann")
    other = await owe(db, owner="bob")
    found = await due(deliveries)
    assert [one.task_id for one in found] == [first, other]
    assert [one.task_id for one in await due(deliveries, except_ids=[found[0].delivery_id])] == [
        second,
        other,
    ]
    assert [one.task_id for one in await due(deliveries, except_owners=["ann"])] == [other]
    assert await deliveries.due(datetime.now(UTC), limit=1) == found[:1]


async def test_the_due_ones_are_found_by_their_index(db: Database) -> None:
    query = "EXPLAIN QUERY PLAN SELECT * FROM webhook_deliveries WHERE due_at <= 5"
    plan = await db.read(lambda connection: connection.execute(query).fetchall())
    assert "webhook_deliveries_due" in str(plan)
