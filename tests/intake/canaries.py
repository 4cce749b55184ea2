"""Local servers that stand in for the whole internet, so that no test ever leaves this machine.

`Site` answers as its script says. `Internet` is the transport that a `Fetcher` is given: an address that it knows is
connected to a site, any other address to the canary, which counts the connection as a leak.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx2

from paintover.http1 import Http1Transport

PICTURE = b"\x89PNG\r\n\x1a\n and what follows"
PUBLIC_V4 = "93.184.215.14"
PUBLIC_V6 = "2606:2800:21f:cb07:6820:80da:af6b:8b2c"

Script = Callable[[str, bytes, asyncio.StreamWriter], Awaitable[None]]
"""Path, whole request head, and where to write the answer."""


def answer(body: bytes = PICTURE, *, status: int = 200, headers: Mapping[str, str] | None = None) -> bytes:
    """A complete HTTP/1.1 answer."""
    fields = {"Content-Length": str(len(body)), "Connection": "close", **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} Whatever\r\n{head}\r\n".encode("latin-1") + body


def redirect(location: str, *, status: int = 302) -> bytes:
    """An answer that sends the caller on."""
    return answer(b"", status=status, headers={"Location": location})


@dataclass
class Site:
    """A listening server. `heads` holds every request head received, `connections` counts all that connected."""

    port: int
    connections: int = 0
    heads: list[bytes] = field(default_factory=list)


@asynccontextmanager
async def listening(script: Script | None = None, *, host: str = "127.0.0.1") -> AsyncIterator[Site]:
    """Serve `script` (default: the picture for every path) until the block is left."""
    site = Site(port=0)
    writers: set[asyncio.StreamWriter] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        site.connections += 1
        writers.add(writer)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            site.heads.append(head)
            path = head.split(b" ", 2)[1].decode("latin-1")
            if script is None:
                writer.write(answer())
            else:
                await script(path, head, writer)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            writers.discard(writer)
            writer.close()

    server = await asyncio.start_server(serve, host, 0)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        server.close()
        for writer in list(writers):
            writer.transport.abort()


class Internet(httpx2.AsyncBaseTransport):
    """Connects known addresses to local sites and every other address to the canary."""

    def __init__(self, sites: Mapping[str, int], canary_port: int) -> None:
        self._sites = sites
        self._canary_port = canary_port
        self._inner = Http1Transport(keep=16)
        self.visited: list[str] = []

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self.visited.append(request.url.host)
        port = self._sites.get(request.url.host, self._canary_port)
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=port)
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        await self._inner.aclose()


class Names:
    """A name server of our own: a table, and what a system's resolver makes of numbers; each look-up is noted."""

    def __init__(self, table: Mapping[str, Sequence[Sequence[str]]]) -> None:
        """`table` maps a name to its answers, one after the other; the last one is repeated."""
        self._answers = {name: list(answers) for name, answers in table.items()}
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        if answers := self._answers.get(host):
            return answers.pop(0) if len(answers) > 1 else answers[0]
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        except socket.gaierror:
            return ()
        return [str(entry[4][0]) for entry in found]
