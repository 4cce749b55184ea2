"""The process that draws: started when there is something to draw, watched, and ended.

One process has one device, and draws one order at a time; it is shared by all engines of a server that use the device, so
that they share its memory. When it dies, the order that it was drawing is lost and says why; the next order starts
another. It ends by itself when the server is gone, since it then reads the end of its wire.
"""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from itertools import count
from weakref import WeakKeyDictionary

import msgspec
import structlog

from paintover.domain.errors import EngineFailed, EngineUnavailable, OutOfMemory, PaintoverError
from paintover.engines.diffusers.catalogue import INSTALL
from paintover.engines.diffusers.frames import (
    BrokenWireError,
    Cancel,
    Drawn,
    Failed,
    FromWorker,
    Over,
    Paint,
    Ready,
    Shown,
    Stage,
    ToWorker,
    Unusable,
    Withheld,
    packed,
    read_news,
)

log = structlog.get_logger()

COMMAND = (sys.executable, "-P", "-m", "paintover.engines.diffusers.painting")
STARTS_WITHIN_S = 300.0
STOPS_WITHIN_S = 120.0
"""How long an order that nobody waits for may go on: a step cannot be interrupted, a process that hangs can."""
ENDS_WITHIN_S = 5.0
LINES_KEPT = 40
"""Of what the process writes for people."""
_KILLED = 9

_LOST = "The process that draws has ended unexpectedly. Try again; the reason has been recorded."
_KILLED_WORDS = (
    "The process that draws was killed, as happens when the computer runs out of memory. "
    "Ask for a smaller picture or fewer."
)
_NO_MEMORY = "The picture's engine has too little memory for this. Ask for a smaller picture or fewer."

Told = Stage | Shown | Drawn | Withheld


class _Life:
    """One process from its start to its end."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.news: dict[int, asyncio.Queue[FromWorker | None]] = {}
        """By order; None when there is no more news of any."""
        self.is_ready = asyncio.Event()
        """It takes orders, or never will."""
        self.unusable: str | None = None
        self.has_ended = False
        self._said: deque[str] = deque(maxlen=LINES_KEPT)
        self._is_killed = False
        """By us."""
        self._is_loading = False
        self._patience: dict[int, asyncio.TimerHandle] = {}
        self._listening = asyncio.gather(self._listen(), self._overhear())

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_usable(self) -> bool:
        return not self.has_ended and not self._is_killed

    async def tell(self, message: ToWorker) -> None:
        assert self._process.stdin is not None
        with suppress(ConnectionError):
            self._process.stdin.write(packed(message))
            await self._process.stdin.drain()

    def abandon(self, order: int) -> None:
        """Nobody waits for an order any more: it is told so, and has so long to end."""
        assert self._process.stdin is not None
        if self.has_ended:
            return
        with suppress(ConnectionError, RuntimeError):
            self._process.stdin.write(packed(Cancel(order)))
        loop = asyncio.get_running_loop()
        self._patience[order] = loop.call_later(STOPS_WITHIN_S, self._lose_patience, order)

    async def end(self) -> None:
        """End it: at once if it draws nothing, else by force."""
        for timer in self._patience.values():
            timer.cancel()
        if self._process.returncode is None:
            assert self._process.stdin is not None
            self._process.stdin.close()
            with suppress(TimeoutError):
                async with asyncio.timeout(ENDS_WITHIN_S):
                    await self._process.wait()
        self.kill()
        await self._process.wait()
        await self._listening

    def kill(self) -> None:
        if self._process.returncode is None:
            self._is_killed = True
            with suppress(ProcessLookupError):
                self._process.kill()

    def trouble(self) -> PaintoverError:
        """Why an order that it was drawing is lost."""
        if not self._is_killed and self._process.returncode == -_KILLED:
            return OutOfMemory(_KILLED_WORDS)
        return EngineFailed(_LOST)

    async def _listen(self) -> None:
        assert self._process.stdout is not None
        try:
            while (message := await read_news(self._process.stdout)) is not None:
                self._hear(message)
        except BrokenWireError as exc:
            log.error("diffusers process spoke out of turn", error=str(exc))
            self.kill()
        # It is not killed out of hand: whoever kills what has just ended takes its status from whoever waits for it.
        with suppress(TimeoutError):
            async with asyncio.timeout(ENDS_WITHIN_S):
                await self._process.wait()
        self.kill()
        code = await self._process.wait()
        self.has_ended = True
        for timer in self._patience.values():
            timer.cancel()
        if code != 0:
            log.warning("diffusers process ended", code=code, said="\n".join(self._said))
        self.is_ready.set()
        for news in self.news.values():
            news.put_nowait(None)

    def _hear(self, message: FromWorker) -> None:
        match message:
            case Ready():
                self.is_ready.set()
                return
            case Unusable(words):
                self.unusable = words
                return
            case Stage(_, stage, _):
                self._is_loading = stage == "load"
            case Over(order) | Failed(order):
                self._is_loading = False
                if (timer := self._patience.pop(order, None)) is not None:
                    timer.cancel()
        if (news := self.news.get(message.order)) is not None:
            news.put_nowait(message)

    def _lose_patience(self, order: int) -> None:
        if self._is_loading:
            # What is loaded serves the next order; and a download goes on where it was.
            loop = asyncio.get_running_loop()
            self._patience[order] = loop.call_later(STOPS_WITHIN_S, self._lose_patience, order)
            return
        log.warning("diffusers process does not stop; it is ended", waited_s=STOPS_WITHIN_S)
        self.kill()

    async def _overhear(self) -> None:
        """Keep the end of what libraries print, for the log of a process that dies."""
        assert self._process.stderr is not None
        while chunk := await self._process.stderr.read(4096):
            self._said.extend(chunk.decode("utf-8", "replace").splitlines())


class Worker:
    """The process that draws on one device, and its successors."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        self._command = command
        self._life: _Life | None = None
        self._birth: asyncio.Task[_Life] | None = None
        self._turn = asyncio.Lock()
        self._numbers = count(1)
        self._idle: asyncio.TimerHandle | None = None
        self._ending: set[asyncio.Task[None]] = set()

    @property
    def pid(self) -> int | None:
        """The process that is there now; None when there is none."""
        return None if self._life is None or not self._life.is_usable else self._life.pid

    async def paint(self, order: Paint, *, idle_s: float) -> AsyncGenerator[Told, None]:
        """Have an order drawn when its turn comes, and tell what happens. Its number is given here.

        Args:
            order: what to draw.
            idle_s: how long the process stays afterwards when nothing else is to be drawn; 0: for ever.

        Raises:
            EngineUnavailable: the process ended before it had begun.
            OutOfMemory: memory did not suffice, or the process was killed.
            EngineFailed: the process cannot start or broke; or `Failed` says so, see `Failed.trouble`.
        """
        async with self._turn:
            self._stay()
            life = await self._alive()
            number = next(self._numbers)
            news = life.news[number] = asyncio.Queue()
            if life.has_ended:
                news.put_nowait(None)
            is_over = has_begun = False
            try:
                await life.tell(_numbered(order, number))
                while True:
                    message = await news.get()
                    if message is None:
                        is_over = True
                        raise life.trouble() if has_begun else EngineUnavailable(_LOST)
                    has_begun = True
                    if isinstance(message, Failed):
                        is_over = True
                        raise _of_failure(message)
                    if isinstance(message, Over):
                        is_over = True
                        return
                    assert isinstance(message, Told)
                    yield message
            finally:
                del life.news[number]
                if not is_over:
                    life.abandon(number)
                if idle_s:
                    self._idle = asyncio.get_running_loop().call_later(idle_s, self._rest)

    async def aclose(self) -> None:
        """End the process."""
        self._stay()
        if self._birth is not None:
            self._birth.cancel()
            await asyncio.wait([self._birth])
        life, self._life = self._life, None
        if life is not None:
            await life.end()
        await asyncio.gather(*self._ending)

    async def _alive(self) -> _Life:
        if self._life is None or not self._life.is_usable:
            if self._birth is None:
                self._birth = asyncio.create_task(self._started())
            # Whoever waits may give up; the next order finds the process started.
            try:
                self._life = await asyncio.shield(self._birth)
            finally:
                if self._birth.done():
                    self._birth = None
        return self._life

    async def _started(self) -> _Life:
        try:
            # A session of its own: an interrupt at the keyboard is for the server, which then ends it in good order.
            process = await asyncio.create_subprocess_exec(
                *self._command, stdin=PIPE, stdout=PIPE, stderr=PIPE, start_new_session=True
            )
        except OSError as exc:
            raise EngineFailed(f"The process that draws cannot be started: {exc.strerror}.") from exc
        life = _Life(process)
        try:
            async with asyncio.timeout(STARTS_WITHIN_S):
                await life.is_ready.wait()
        except BaseException as exc:
            life.kill()
            if isinstance(exc, TimeoutError):
                raise EngineUnavailable("The process that draws does not start. Try again.") from exc
            raise
        if life.unusable is not None:
            await life.end()
            raise EngineFailed(f"{INSTALL} ({life.unusable}).")
        if life.has_ended:
            raise EngineUnavailable(_LOST)
        return life

    def _stay(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _rest(self) -> None:
        if self._turn.locked() or self._life is None:
            return
        life, self._life = self._life, None
        ending = asyncio.create_task(life.end())
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)


class _Shared:
    def __init__(self, worker: Worker) -> None:
        self.worker = worker
        self.users = 0


_shared: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, _Shared]] = WeakKeyDictionary()
"""A device belongs to the whole process, whatever engines there are; so does the worker that has it."""


def borrow_worker(device: str) -> Worker:
    """The worker of a device; each call wants one of `return_worker`."""
    held = _shared.setdefault(asyncio.get_running_loop(), {}).setdefault(device, _Shared(Worker()))
    held.users += 1
    return held.worker


async def return_worker(device: str) -> None:
    """The worker of a device is not needed any more; when nobody else needs it, its process ends."""
    workers = _shared[asyncio.get_running_loop()]
    held = workers[device]
    held.users -= 1
    if not held.users:
        del workers[device]
        await held.worker.aclose()


def _numbered(order: Paint, number: int) -> Paint:
    return msgspec.structs.replace(order, order=number)


def _of_failure(failed: Failed) -> PaintoverError:
    if failed.detail:
        log.error("diffusers could not draw", trouble=failed.trouble, detail=failed.detail)
    match failed.trouble:
        case "memory":
            return OutOfMemory(failed.words or _NO_MEMORY)
        case "model" | "order":
            return EngineFailed(failed.words)
    return EngineFailed("The engine broke while drawing. Try again; the error has been recorded.")
