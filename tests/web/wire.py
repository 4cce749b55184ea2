"""A wire between a browser and a server that a test can cut, and lead to another server."""

from __future__ import annotations

import contextlib
import select
import socket
import threading
from types import TracebackType
from typing import Self


class Wire:
    """`with Wire() as wire:` listens on `wire.url`; what arrives goes to the loopback port `wire.to_port`."""

    def __init__(self) -> None:
        self.to_port = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._ends: list[socket.socket] = []
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._accept, name="wire")

    def cut(self) -> None:
        """Break every connection, as a network does: without an end."""
        with self._lock:
            ends, self._ends = self._ends, []
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(near,), name="wire-connection").start()

    def _carry(self, near: socket.socket) -> None:
        """Both ways, until one end is over."""
        with near, contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.to_port)) as far:
            with self._lock:
                self._ends += [near, far]
            other = {near: far, far: near}
            while True:
                for end in select.select(list(other), [], [])[0]:
                    received = end.recv(65536)
                    if not received:
                        return
                    other[end].sendall(received)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(10)
        self.cut()
