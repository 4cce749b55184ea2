"""Webhooks end to end, over real sockets, and the sender's manners."""

from __future__ import annotations

import asyncio
import base64
import re
import time
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from ipaddress import ip_network
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from paintover.api.tasks import task_json
from paintover.domain.call import Call
from paintover.domain.errors import BadRequest, StoreFailed
from paintover.domain.events import Finished
from paintover.domain.task import TaskState, Webhook
from paintover.engines.instant import InstantEngine
from paintover.engines.protocol import EngineEvent, Work
from paintover.intake.post import Poster
from paintover.parts import Parts, open_parts
from paintover.settings import Settings
from paintover.store.database import Database
from paintover.store.tasks import Tasks
from paintover.store.webhooks import Deliveries, Delivery
from paintover.tasks import webhooks
from paintover.tasks.desk import Wish
from paintover.tasks.webhooks import WebhookSender, check_webhook, pause_s, signature, signing_key
from tests.intake.canaries import listening
from tests.live import LiveServer
from tests.receiver import Arrival, Receiver
from tests.store.samples import a_task

KEY = b"twenty-four bytes of key"
SECRET = "whsec_" + base64.b64encode(KEY).decode()
LOOPBACK = "127.0.0.1/32"
DOCUMENT = (Path(__file__).parents[2] / "docs" / "webhooks.md").read_text(encoding="utf-8")


@asynccontextmanager
async def parts_of(folder: Path, engine: InstantEngine | None = None, **changes: Any) -> AsyncIterator[Parts]:
    fields = {"webhook_allow": LOOPBACK, "webhook_backoff_s": 0.05, **changes}
    async with open_parts(Settings(data=str(folder), **fields), engine or InstantEngine()) as parts:
        yield parts


async def drawn(parts: Parts, webhook: Webhook | None, *, owner: str = "ann") -> str:
    """A task with that webhook, drawn to its end; its id."""
    wish = Wish(call=Call(action="generate", prompt="牛"), owner=owner, webhook=webhook)
    feed = await parts.desk.accept(wish)
    async with asyncio.timeout(10):
        await feed.over()
    return feed.task_id


async def arrived(receiver: Receiver, count: int) -> list[Arrival]:
    return await asyncio.to_thread(receiver.wait, count)


async def settled(parts: Parts) -> list[tuple[int, bool]]:
    """When nothing is owed any more: the tries of each delivery, and whether it was delivered."""
    query = "SELECT attempts, delivered_at IS NOT NULL, due_at FROM webhook_deliveries ORDER BY id"
    async with asyncio.timeout(10):
        while True:
            rows = await parts.database.read(lambda connection: connection.execute(query).fetchall())
            if all(row[2] is None for row in rows):
                return [(row[0], bool(row[1])) for row in rows]


def test_signatures_are_those_of_standard_webhooks() -> None:
    """The example of the specification's own libraries."""
    signed = signature(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        b'{"test": 2432232314}',
    )
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_secret_is_base64_behind_its_prefix_and_itself_without() -> None:
    assert signing_key(SECRET) == KEY
    assert signing_key("密 word") == "密 word".encode()
    for bad in ("", "x" * 257, "whsec_", "whsec_no base64", "whsec_abc", "whsec_密"):
        with pytest.raises(BadRequest) as caught:
            signing_key(bad)
        assert caught.value.param == "webhook"
        assert bad not in caught.value.message or len(bad) < 7


@given(st.binary(min_size=1, max_size=100))
def test_any_key_survives_its_spelling(key: bytes) -> None:
    assert signing_key("whsec_" + base64.b64encode(key).decode()) == key


def test_pauses_double_up_to_a_limit() -> None:
    assert [pause_s(tries, 5.0) for tries in (1, 2, 3, 4)] == [5.0, 10.0, 20.0, 40.0]
    assert pause_s(webhooks.MAX_TRIES, 5.0) == webhooks.MAX_PAUSE_S
    total_s = sum(pause_s(tries, 5.0) for tries in range(1, webhooks.MAX_TRIES))
    assert 20 * 3600 < total_s < 28 * 3600


@pytest.mark.parametrize(
    "webhook",
    [
        Webhook(url="https://good.example/", secret=""),
        Webhook(url="http://good.example/", secret="s"),
        Webhook(url="https://10.0.0.1/", secret="s"),
        Webhook(url="https://127.0.0.1/", secret="s"),
        Webhook(url="nonsense", secret="s"),
    ],
)
def test_a_webhook_that_could_never_be_told_is_refused(webhook: Webhook) -> None:
    with pytest.raises(BadRequest) as caught:
        check_webhook(webhook, ())
    assert caught.value.param == "webhook"
    check_webhook(Webhook(url="https://good.example/", secret="s"), ())
    check_webhook(Webhook(url="http://127.0.0.1:1/", secret="s"), (ip_network(LOOPBACK),))


def test_the_documented_check_knows_what_is_genuine(tmp_path: Path) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL)
    scope: dict[str, Any] = {}
    exec(compile(program, "webhooks.md", "exec"), scope)
    for secret in (SECRET, "plain words"):
        headers = {"webhook-id": "msg_1", "webhook-timestamp": "7"}
        headers["webhook-signature"] = signature(secret, "msg_1", 7, b"{}")
        assert scope["is_genuine"](headers, b"{}", secret)
        assert not scope["is_genuine"](headers, b"{ }", secret)
        assert not scope["is_genuine"](headers, b"{}", "other words")


def test_a_request_names_its_webhook_and_hears_of_its_end(tmp_path: Path) -> None:
    settings = Settings(data=str(tmp_path), port=0, engine="instant", webhook_allow=LOOPBACK)
    with Receiver() as receiver, LiveServer(settings) as live, live.http() as client:
        body = {
            "messages": [{"role": "user", "content": "画一头牛"}],
            "background": True,
            "webhook": {"url": receiver.url, "secret": SECRET},
        }
        before = int(time.time())
        accepted = client.post("/v1/chat/completions", json=body)
        assert accepted.status_code == 202
        (arrival,) = receiver.wait(1)
        assert arrival.is_signed_with(KEY)
        assert not arrival.is_signed_with(b"another key")
        assert before <= int(arrival.headers["webhook-timestamp"]) <= time.time()
        shown = client.get(f"/v1/tasks/{accepted.json()['id']}")
        assert arrival.event["type"] == "task.succeeded"
        assert arrival.event["data"] == shown.json()
        ended_at = datetime.fromisoformat(arrival.event["timestamp"])
        assert ended_at.tzinfo is not None
        assert ended_at.timestamp() == pytest.approx(shown.json()["finished_at"])
        for path in ("", "/events"):
            told = client.get(f"/v1/tasks/{accepted.json()['id']}{path}").text
            assert "webhook" not in told
            assert KEY.decode() not in told
            assert SECRET not in told


@pytest.mark.parametrize(
    "webhook",
    [
        {"url": "http://127.0.0.1:9/", "secret": "s"},
        {"url": "https://169.254.169.254/", "secret": "s"},
        {"url": "https://good.example/", "secret": ""},
        {"url": "https://good.example/", "secret": "whsec_~"},
        {"url": "https://good.example/"},
        {"url": 7, "secret": "hush"},
        "https://good.example/",
    ],
)
def test_a_bad_webhook_is_refused_before_anything_is_accepted(server: LiveServer, webhook: Any) -> None:
    body = {"messages": [{"role": "user", "content": "画一头牛"}], "background": True, "webhook": webhook}
    with server.http() as client:
        before = client.get("/v1/tasks").json()
        refused = client.post("/v1/chat/completions", json=body)
        assert refused.status_code == 400
        assert "hush" not in refused.text
        error = refused.json()["error"]
        assert error["type"] == "invalid_request_error"
        assert "webhook" in error["message"].lower()
        assert client.get("/v1/tasks").json() == before


async def test_a_failing_receiver_is_tried_again_with_doubled_pauses_and_the_same_id(tmp_path: Path) -> None:
    with Receiver(500, 404, 302, 200) as receiver, capture_logs() as lines:
        async with parts_of(tmp_path, webhook_backoff_s=0.2) as parts:
            await drawn(parts, Webhook(url=receiver.url, secret="plain words"))
            arrivals = await arrived(receiver, 4)
            assert await settled(parts) == [(4, True)]
        assert {arrival.path for arrival in arrivals} == {"/hook"}, "a redirect was followed"
        assert len({(arrival.delivery_id, arrival.body) for arrival in arrivals}) == 1
        assert all(arrival.is_signed_with(b"plain words") for arrival in arrivals)
        times = [arrival.at for arrival in arrivals]
        pauses = [later - earlier for earlier, later in pairwise(times)]
        for pause, planned in zip(pauses, (0.2, 0.4, 0.8), strict=True):
            assert planned - 0.05 < pause < planned + 2
    failures = [line for line in lines if line["event"] == "webhook not delivered"]
    assert [line["trouble"] for line in failures] == ["500", "404", "302"]
    assert "plain words" not in str(lines)


async def test_every_end_is_told(tmp_path: Path) -> None:
    class Broken(InstantEngine):
        async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
            if work.prompt == "wait":
                await asyncio.Event().wait()
            raise RuntimeError("broken")
            yield

    with Receiver() as receiver:
        async with parts_of(tmp_path, Broken()) as parts:
            hook = Webhook(url=receiver.url, secret=SECRET)
            failed = await drawn(parts, hook)
            (first,) = await arrived(receiver, 1)
            wish = Wish(call=Call(action="generate", prompt="wait"), owner="ann", webhook=hook)
            stopped = (await parts.desk.accept(wish)).task_id
            await parts.desk.cancel(stopped, owner="ann")
            await parts.desk.cancel(stopped, owner="ann")
            first, second = await arrived(receiver, 2)
            assert await settled(parts) == [(1, True), (1, True)]
        assert (first.event["type"], first.event["data"]["id"]) == ("task.failed", failed)
        assert first.event["data"]["error"]["code"] == "engine_failed"
        assert (second.event["type"], second.event["data"]["id"]) == ("task.cancelled", stopped)
        assert first.delivery_id != second.delivery_id
        assert len(receiver.arrivals) == 2


async def test_a_keys_webhook_hears_of_its_tasks_unless_the_request_names_another(tmp_path: Path) -> None:
    with Receiver() as keys, Receiver() as own:
        async with parts_of(tmp_path) as parts:
            key = await parts.keys.create("ann", Webhook(url=keys.url, secret="of the key"))
            known = await parts.keys.find(key)
            assert known is not None
            owner = known.owner
            first = await drawn(parts, None, owner=owner)
            (arrival,) = await arrived(keys, 1)
            assert arrival.event["data"]["id"] == first
            assert arrival.is_signed_with(b"of the key")
            await drawn(parts, None, owner="somebody else")
            second = await drawn(parts, Webhook(url=own.url, secret=SECRET), owner=owner)
            (arrival,) = await arrived(own, 1)
            assert arrival.event["data"]["id"] == second
            assert await settled(parts) == [(1, True), (1, True)]
        assert len(keys.arrivals) == 1


@pytest.fixture
def few_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhooks, "MAX_TRIES", 3)


@pytest.mark.usefixtures("few_tries")
async def test_no_forbidden_address_is_reached(tmp_path: Path) -> None:
    """Even when one stands in the store already, as after the setting has changed."""
    async with listening() as canary:
        async with parts_of(tmp_path, webhook_allow="", webhook_backoff_s=0.001) as parts:
            for url in (f"http://127.0.0.1:{canary.port}/", f"https://localhost:{canary.port}/"):
                await drawn(parts, Webhook(url=url, secret=SECRET))
            assert await settled(parts) == [(3, False)] * 2
        assert canary.connections == 0


@pytest.mark.usefixtures("few_tries")
@pytest.mark.parametrize(("status", "tries"), [(503, 3), (410, 1)])
async def test_tries_have_an_end(tmp_path: Path, status: int, tries: int) -> None:
    with Receiver(status) as receiver:
        async with parts_of(tmp_path, webhook_backoff_s=0.01) as parts:
            await drawn(parts, Webhook(url=receiver.url, secret=SECRET))
            assert await settled(parts) == [(tries, False)]
        assert len(receiver.arrivals) == tries


async def test_a_delivery_survives_restarts(tmp_path: Path) -> None:
    with Receiver(500) as receiver:
        port = receiver.port
        async with parts_of(tmp_path, webhook_backoff_s=0.5) as parts:
            await drawn(parts, Webhook(url=receiver.url, secret=SECRET))
            (refused,) = await arrived(receiver, 1)
    with Receiver(200, port=port) as receiver:
        async with parts_of(tmp_path) as parts:
            (taken,) = await arrived(receiver, 1)
            assert await settled(parts) == [(2, True)]
        assert (taken.delivery_id, taken.body) == (refused.delivery_id, refused.body)
        async with parts_of(tmp_path) as parts:
            assert await settled(parts) == [(2, True)]
        assert len(receiver.arrivals) == 1


async def test_what_a_dead_process_has_not_sent_is_sent_by_the_next(tmp_path: Path) -> None:
    with Receiver() as receiver:
        database = await Database.open(tmp_path / "paintover.db")
        tasks, task = Tasks(database), a_task(webhook=Webhook(url=receiver.url, secret=SECRET))
        await tasks.accept(task)
        await tasks.stop(task.task_id, owner="ann", event=Finished(TaskState.CANCELLED, "cancelled", "So."))
        await database.aclose()
        async with parts_of(tmp_path):
            (arrival,) = await arrived(receiver, 1)
        assert arrival.event["data"]["id"] == task.task_id


async def test_a_stop_cuts_a_slow_post_off_and_the_next_start_sends_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhooks, "STOP_GRACE_S", 0.05)
    with Receiver() as receiver:
        slow = f"http://127.0.0.1:{receiver.port}/slow"
        async with parts_of(tmp_path) as parts:
            await drawn(parts, Webhook(url=slow, secret=SECRET))
            await arrived(receiver, 1)
            began = time.perf_counter()
        assert time.perf_counter() - began < 2
        receiver.release.set()
        async with parts_of(tmp_path):
            first, second = await arrived(receiver, 2)
        assert first.delivery_id == second.delivery_id


async def test_a_slow_receiver_holds_up_nobody_elses(tmp_path: Path) -> None:
    with Receiver() as receiver:
        slow = Webhook(url=f"http://127.0.0.1:{receiver.port}/slow", secret=SECRET)
        async with parts_of(tmp_path) as parts:
            for _ in range(webhooks.MAX_POSTS_PER_OWNER + 3):
                await drawn(parts, slow, owner="ann")
            await arrived(receiver, webhooks.MAX_POSTS_PER_OWNER)
            other = await drawn(parts, Webhook(url=receiver.url, secret=SECRET), owner="bob")
            arrivals = await arrived(receiver, webhooks.MAX_POSTS_PER_OWNER + 1)
            assert arrivals[-1].event["data"]["id"] == other
            receiver.release.set()
            assert len(await settled(parts)) == webhooks.MAX_POSTS_PER_OWNER + 4
        ids = [arrival.delivery_id for arrival in receiver.arrivals]
        assert len(ids) == len(set(ids)) == webhooks.MAX_POSTS_PER_OWNER + 4


class CountedDeliveries(Deliveries):
    """Counts the questions, and answers the first of them with an error if told to."""

    def __init__(self, db: Database, failures: int = 0) -> None:
        super().__init__(db)
        self.asked = 0
        self._failures = failures

    async def due(self, now: datetime, **limits: Any) -> list[Delivery]:
        self.asked += 1
        if self.asked <= self._failures:
            raise StoreFailed("The disk is full.")
        return await super().due(now, **limits)


@asynccontextmanager
async def sending(
    folder: Path, *, failures: int = 0, show: Any = task_json
) -> AsyncIterator[tuple[WebhookSender, CountedDeliveries, Tasks]]:
    database = await Database.open(folder / "store.db")
    tasks, deliveries = Tasks(database), CountedDeliveries(database, failures)
    poster = Poster(allow=[ip_network(LOOPBACK)])
    sender = WebhookSender(deliveries=deliveries, tasks=tasks, poster=poster, show=show, backoff_s=0.05)
    try:
        yield sender, deliveries, tasks
    finally:
        await sender.aclose()
        await poster.aclose()
        await database.aclose()


async def owed(tasks: Tasks, url: str) -> None:
    task = a_task(webhook=Webhook(url=url, secret=SECRET), created_at=datetime.now(UTC))
    await tasks.accept(task)
    await tasks.stop(task.task_id, owner="ann", event=Finished(TaskState.CANCELLED, "cancelled", "So."))


async def test_an_idle_sender_asks_nothing(tmp_path: Path) -> None:
    with Receiver() as receiver:
        async with sending(tmp_path) as (sender, deliveries, tasks):
            sender.start()
            await owed(tasks, receiver.url)
            sender.wake()
            await arrived(receiver, 1)
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.5):
                    await asyncio.Event().wait()
            # At the start, at the wake-up (found, then nothing more), and after the post.
            assert deliveries.asked <= 5


async def test_a_store_that_fails_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhooks, "STORE_PAUSE_S", 0.01)
    with Receiver() as receiver, capture_logs() as lines:
        async with sending(tmp_path, failures=3) as (sender, _, tasks):
            await owed(tasks, receiver.url)
            sender.start()
            await arrived(receiver, 1)
    assert sum(line["event"] == "webhooks not read" for line in lines) == 3


async def test_a_bug_is_recorded_once_and_not_repeated_for_ever(tmp_path: Path) -> None:
    shown: list[str] = []

    def show(task: Any) -> Mapping[str, Any]:
        shown.append(task.task_id)
        if len(shown) == 1:
            raise RuntimeError("a bug")
        return task_json(task)

    with Receiver() as receiver, capture_logs() as lines:
        async with sending(tmp_path, show=show) as (sender, _, tasks):
            await owed(tasks, receiver.url)
            await owed(tasks, receiver.url)
            sender.start()
            (arrival,) = await arrived(receiver, 1)
        assert shown == [shown[0], arrival.event["data"]["id"]]
    assert [line["event"] for line in lines] == ["webhook broke"]
