"""One HTTP connection, with an end to patience: what a client may take its time for, and how long.

uvicorn's protocol over httptools knows one deadline, for connections that idle between two requests. This adds those for
a request's head, its body, and an answer that is not read, a bound on the head's size, and errors in OpenAI's shape for
what never becomes a request. A request that arrives in one piece costs no timer.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from enum import Enum, auto
from http import HTTPStatus
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from paintover.api.auth import TOLD_KEY
from paintover.api.errors import error_body
from paintover.logs import new_request_id

MAX_HEAD_BYTES = 64 * 1024
SLOWEST_BODY_BYTES_PER_S = 8 * 1024
"""What a body must arrive with, at least, beyond its first seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a client may take, in seconds."""

    head_s: float
    """To send a request's head, from its first byte (on a new connection: from the start)."""
    body_s: float
    """To send a body; one second more for each `SLOWEST_BODY_BYTES_PER_S`."""
    write_s: float
    """To read on, when so much of an answer waits that no more is written."""


class _Stage(Enum):
    IDLE = auto()
    """Nothing of a request has come."""
    HEAD = auto()
    BODY = auto()
    WHOLE = auto()
    """The request is whole: what is waited for is ours."""


class Connection(HttpToolsProtocol):
    """Use `connections_with`."""

    # Beside uvicorn's own attributes these would be too many for instances to share the names of (CPython: 30 at most).
    __slots__ = (
        "_body_bytes",
        "_body_since",
        "_deadline",
        "_head_bytes",
        "_leaving",
        "_stage",
        "_stages",
        "_stuck",
        "_timed_stage",
    )

    patience: Patience

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._stage = _Stage.IDLE
        self._stages = 0
        """How many stages there have been: tells two of the same kind apart."""
        self._timed_stage = -1
        self._deadline: asyncio.TimerHandle | None = None
        self._stuck: asyncio.TimerHandle | None = None
        self._leaving: asyncio.TimerHandle | None = None
        self._head_bytes = 0
        self._body_bytes = 0
        self._body_since = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._time(self.patience.head_s)

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in (self._deadline, self._stuck, self._leaving):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        stages_before = self._stages
        super().data_received(data)
        if self.transport.is_closing():
            self._leave()
            return
        if self._stage is _Stage.WHOLE and self.cycle.response_complete:
            # Bytes between two requests have stopped uvicorn's own timer.
            self._enter(_Stage.IDLE)
        if self._stage is _Stage.HEAD and self._stages - stages_before <= 1:
            # All of it is head. Where other requests came before it, it is no more than one read from the socket.
            self._head_bytes += len(data)
            if self._head_bytes > MAX_HEAD_BYTES:
                self._refuse(
                    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    f"The request's head is larger than {MAX_HEAD_BYTES // 1024} KiB. Send what is long in the body.",
                )
                return
        if self._stage is _Stage.WHOLE:
            self._stop_timing()
        elif self._timed_stage != self._stages:
            self._time(self.patience.body_s if self._stage is _Stage.BODY else self.patience.head_s)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        # Between its connection and its first byte, a client has used up some of the time already.
        keeps_time = self._stage is _Stage.IDLE and self._timed_stage == self._stages
        self._enter(_Stage.HEAD)
        self._head_bytes = 0
        if keeps_time:
            self._timed_stage = self._stages

    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        self._enter(_Stage.BODY)
        self._restart_body()

    def on_body(self, body: bytes) -> None:
        super().on_body(body)
        self._body_bytes += len(body)

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._enter(_Stage.WHOLE)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.transport.is_closing():
            self._leave()
        elif self._stage is _Stage.HEAD:
            # The turn of the next request, begun during the answer, has come only now.
            self._time(self.patience.head_s)

    def timeout_keep_alive_handler(self) -> None:
        super().timeout_keep_alive_handler()
        self._leave()

    def shutdown(self) -> None:
        super().shutdown()
        if self.transport.is_closing():
            self._leave()

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._stuck is None:
            self._stuck = self.loop.call_later(self.patience.write_s, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._stuck is not None:
            self._stuck.cancel()
            self._stuck = None

    def send_400_response(self, msg: str) -> None:
        """For what is no HTTP."""
        self._refuse(HTTPStatus.BAD_REQUEST, "That is not a request in HTTP/1.1.")

    def _enter(self, stage: _Stage) -> None:
        self._stage = stage
        self._stages += 1

    def _restart_body(self) -> None:
        self._body_bytes, self._body_since = 0, self.loop.time()

    def _time(self, delay_s: float) -> None:
        self._stop_timing()
        self._timed_stage = self._stages
        self._deadline = self.loop.call_later(delay_s, self._overdue)

    def _stop_timing(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _overdue(self) -> None:
        self._deadline = None
        is_answering = self.cycle is not None and not self.cycle.response_complete
        if self._stage is _Stage.BODY:
            self._body_overdue()
        elif is_answering:
            # The next request of a client that is still being answered: its turn has not come.
            self._time(self.patience.head_s)
        elif self._stage is _Stage.HEAD:
            self._refuse(
                HTTPStatus.REQUEST_TIMEOUT,
                f"The request's head did not arrive within {self.patience.head_s:g} s. Send it again.",
            )
        else:
            self._leave()

    def _body_overdue(self) -> None:
        if self.flow.read_paused:
            # It is we who do not read.
            self._restart_body()
            self._time(self.patience.body_s)
            return
        allowed_s = self.patience.body_s + self._body_bytes / SLOWEST_BODY_BYTES_PER_S
        left_s = self._body_since + allowed_s - self.loop.time()
        if left_s > 0:
            self._time(left_s)
        elif self.cycle.response_started:
            self._leave()
        else:
            self._refuse(
                HTTPStatus.REQUEST_TIMEOUT,
                "The request's body arrived too slowly. Send it again, or less of it.",
            )

    def _refuse(self, status: HTTPStatus, message: str) -> None:
        """Answer in the application's place, unless it has begun to, and close the connection."""
        if self._stage is _Stage.BODY:
            told: list[tuple[bytes, bytes]] | None = self.scope.get(TOLD_KEY)  # type: ignore[assignment]
            if self.cycle.response_started:
                self._leave()
                return
            # Whatever the application does with what it has of the request, nobody hears of it.
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        elif self.cycle is not None and not self.cycle.response_complete:
            # In the middle of the answer to an earlier request, another would be read as a part of it.
            self._leave()
            return
        else:
            told = None
        body = error_body(message, kind="invalid_request_error", code=status.name.lower())
        headers = [
            (b"content-type", b"application/json"),
            (b"content-length", b"%d" % len(body)),
            (b"connection", b"close"),
            (b"x-content-type-options", b"nosniff"),
            *(told or [(b"x-request-id", new_request_id().encode())]),
        ]
        head = b"".join([b"%s: %s\r\n" % header for header in headers])
        line = b"HTTP/1.1 %d %s\r\n" % (status, status.phrase.encode())
        self.transport.write(b"".join([line, head, b"\r\n", body]))
        self._leave()

    def _leave(self) -> None:
        """Close when all is sent, or when it is not read in time."""
        self._stop_timing()
        self.transport.close()
        if self._leaving is None:
            self._leaving = self.loop.call_later(self.patience.write_s, self.transport.abort)


def connections_with(patience: Patience) -> type[Connection]:
    """The protocol class for uvicorn's ``http``."""
    return type("PatientConnection", (Connection,), {"patience": patience})
