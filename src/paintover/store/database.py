"""SQLite behind the event loop: one thread writes, a few read, and nothing blocks the loop.

Invariants:

- A change that `Database.write` has acknowledged is on disk (WAL, ``synchronous=FULL``), unless the caller asked
  for less.
- All changes that wait while one commit is under way share the next one (group commit), in the order in which they
  were asked for. Each stands in a savepoint of its own, so that one that fails leaves the others alone.
- A read sees one snapshot, and every change that was acknowledged before it was asked for.

What is handed in are plain functions of a connection. They run on the database's threads: they must be short, must
not keep the connection, and must leave transactions alone.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Generic, Literal, TypeVar

from paintover.domain.errors import StoreFailed
from paintover.store.schema import bring_up_to_date

T = TypeVar("T")

READERS = 2
MAX_GROUP = 1024
"""The most changes that share one commit, which bounds how long the first of them waits."""
BUSY_TIMEOUT_S = 5.0
"""How long to wait for another process that is writing to the same file."""

Role = Literal["writer", "reader"]


class Database:
    """One SQLite file. Bound to the event loop in which it was opened."""

    def __init__(self, path: Path, loop: asyncio.AbstractEventLoop) -> None:
        """Use `open`."""
        self.path = path
        self._loop = loop
        self._changes: SimpleQueue[_Order[Any] | None] = SimpleQueue()
        self._questions: SimpleQueue[_Order[Any] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._closing: asyncio.Future[None] | None = None

    @classmethod
    async def open(cls, path: Path | str) -> Database:
        """Open the file, made with its folder when absent, and bring its schema up to date.

        Raises:
            StoreFailed: it cannot be opened, is no database, or was written by a newer version.
        """
        path = Path(path)
        await asyncio.to_thread(bring_up_to_date, path)
        database = cls(path, asyncio.get_running_loop())
        try:
            await database._start(_write_all, database._changes, "writer")
            for _ in range(READERS):
                await database._start(_read_all, database._questions, "reader")
        except StoreFailed:
            await database.aclose()
            raise
        return database

    async def read(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        """What `fn` finds in one snapshot.

        Raises:
            StoreFailed: the file cannot be read.
        """
        return await self._ask(self._questions, _Order(fn, self._loop))

    async def write(self, fn: Callable[[sqlite3.Connection], T], *, durable: bool = True) -> T:
        """Apply the change `fn`, all or nothing, and return its result when it is committed.

        With ``durable=False`` a power cut (but no crash of the process) may undo it. A caller that stops waiting
        does not stop the change.

        Raises:
            StoreFailed: the disk is full, broken or held by another process; nothing of the change is kept.
        """
        return await self.submit(fn, durable=durable)

    def submit(self, fn: Callable[[sqlite3.Connection], T], *, durable: bool = True) -> asyncio.Future[T]:
        """As `write`, for whoever goes on meanwhile: changes are applied, and their futures resolved, in the order in
        which they were asked for.

        Raises:
            StoreFailed: the database is closed; anything else is the future's.
        """
        return self._ask(self._changes, _Order(fn, self._loop, durable=durable))

    async def aclose(self) -> None:
        """Finish what was asked for and close the file. More than one call does no harm."""
        if self._closing is None:
            self._closing = asyncio.ensure_future(asyncio.to_thread(self._stop))
        await asyncio.shield(self._closing)

    def _ask(self, queue: SimpleQueue[_Order[Any] | None], order: _Order[T]) -> asyncio.Future[T]:
        if self._closing is not None:
            raise StoreFailed("The database is closed; the server is stopping.")
        queue.put(order)
        return order.future

    async def _start(self, work: _Work, queue: SimpleQueue[_Order[Any] | None], role: Role) -> None:
        """Start a thread and wait until its connection stands."""
        ready: _Order[None] = _Order(lambda _: None, self._loop)

        def run() -> None:
            with ready:
                connection = _connect(self.path, role)
            if ready.error is not None:
                _wake(self._loop, [ready])
                return
            # Without an answer the opener would go on before the connection stands.
            _wake(self._loop, [ready])
            with contextlib.closing(connection):
                work(connection, queue, self._loop)

        # A daemon, since a program that dies without closing must not hang: what was acknowledged is safe anyway.
        thread = threading.Thread(target=run, name=f"paintover-{role}", daemon=True)
        thread.start()
        self._threads.append(thread)
        await ready.future

    def _stop(self) -> None:
        """The readers first, so that the writer's connection is the last and tidies the log away."""
        writer, *readers = self._threads
        for _ in readers:
            self._questions.put(None)
        for reader in readers:
            reader.join()
        self._changes.put(None)
        writer.join()


class _Order(Generic[T]):
    """A function on its way to a thread, and its outcome on the way back.

    As a context manager it keeps an error for whoever waits, as an executor's future does.
    """

    __slots__ = ("durable", "error", "fn", "future", "result")

    def __init__(
        self, fn: Callable[[sqlite3.Connection], T], loop: asyncio.AbstractEventLoop, *, durable: bool = True
    ) -> None:
        self.fn = fn
        self.durable = durable
        self.future: asyncio.Future[T] = loop.create_future()
        self.result: T | None = None
        self.error: BaseException | None = None

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if error is not None:
            self.error = _translated(error)
        return error is not None

    def run(self, connection: sqlite3.Connection) -> None:
        with self:
            self.result = self.fn(connection)

    def resolve(self) -> None:
        """On the loop's thread."""
        if self.future.done():
            return
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)  # type: ignore[arg-type]  # set whenever there is no error


_Work = Callable[
    [sqlite3.Connection, SimpleQueue[_Order[Any] | None], asyncio.AbstractEventLoop],
    None,
]


def _connect(path: Path, role: Role) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    try:
        if connection.execute("PRAGMA journal_mode=WAL").fetchone() != ("wal",):
            raise StoreFailed("The data folder's file system cannot hold the database; use a local disk.")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(f"PRAGMA query_only={int(role == 'reader')}")
    except (sqlite3.Error, StoreFailed):
        connection.close()
        raise
    return connection


def _read_all(
    connection: sqlite3.Connection,
    questions: SimpleQueue[_Order[Any] | None],
    loop: asyncio.AbstractEventLoop,
) -> None:
    while (question := questions.get()) is not None:
        with question:
            connection.execute("BEGIN")
            question.run(connection)
            connection.execute("COMMIT")
        if connection.in_transaction:
            connection.rollback()
        _wake(loop, [question])


def _write_all(
    connection: sqlite3.Connection,
    changes: SimpleQueue[_Order[Any] | None],
    loop: asyncio.AbstractEventLoop,
) -> None:
    is_open = True
    while is_open:
        group, is_open = _waiting(changes)
        if group:
            _commit(connection, group)
            _wake(loop, group)


def _waiting(changes: SimpleQueue[_Order[Any] | None]) -> tuple[list[_Order[Any]], bool]:
    """All changes that wait, at least one, and whether more may come."""
    group: list[_Order[Any]] = []
    change = changes.get()
    while change is not None:
        group.append(change)
        if len(group) == MAX_GROUP:
            return group, True
        try:
            change = changes.get_nowait()
        except Empty:
            return group, True
    return group, False


def _commit(connection: sqlite3.Connection, group: list[_Order[Any]]) -> None:
    # FULL syncs the log at every commit; NORMAL leaves that to the next FULL one or the next checkpoint.
    synchronous = "FULL" if any(change.durable for change in group) else "NORMAL"
    try:
        connection.execute(f"PRAGMA synchronous={synchronous}")
        connection.execute("BEGIN IMMEDIATE")
        for change in group:
            _apply(connection, change, is_alone=len(group) == 1)
        connection.execute("COMMIT")
    except (sqlite3.Error, StoreFailed) as exc:
        # Some errors (disk full, I/O) make SQLite drop the whole transaction: then nobody may hear of success.
        with contextlib.suppress(sqlite3.Error):
            connection.rollback()
        for change in group:
            change.error = change.error or _translated(exc)


def _apply(connection: sqlite3.Connection, change: _Order[Any], *, is_alone: bool) -> None:
    if is_alone:
        # Without a savepoint: when it fails, the whole transaction is undone.
        change.run(connection)
        if change.error is not None:
            raise StoreFailed(str(change.error)) from change.error
        return
    connection.execute("SAVEPOINT change")
    change.run(connection)
    if change.error is not None:
        if not connection.in_transaction:
            raise StoreFailed(str(change.error)) from change.error
        connection.execute("ROLLBACK TO change")
    connection.execute("RELEASE change")


def _wake(loop: asyncio.AbstractEventLoop, orders: list[_Order[Any]]) -> None:
    """Hand all outcomes over with one wake-up of the loop."""
    # A loop that is closed has nobody left who waits.
    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(_resolve_all, orders)


def _resolve_all(orders: list[_Order[Any]]) -> None:
    for order in orders:
        order.resolve()


def _translated(error: BaseException) -> BaseException:
    """The error as the layers above know it."""
    if isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError:
        failure = StoreFailed(
            f"The database cannot be used ({error}): check the data folder's free space and disk, then try again."
        )
        failure.__cause__ = error
        return failure
    if isinstance(error, StopIteration):
        # A future refuses to carry it.
        failure = StoreFailed("A database function ended early.")
        failure.__cause__ = error
        return failure
    return error
