"""Looking up host names without holding up anybody else.

The system's resolver blocks and cannot be interrupted, so each look-up has a daemon thread of its own: a caller whose
deadline has passed leaves at once, and a name server that never answers keeps neither the event loop nor the
process's end waiting. The number of threads is bounded; abandoned look-ups count until they return.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from paintover.domain.errors import FetchFailed

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Host name (ASCII) and port to all its addresses, as text; none where the name does not exist.

Raises:
    OSError: the name could not be looked up just now.
"""

MAX_LOOKUPS = 32
_slots = threading.BoundedSemaphore(MAX_LOOKUPS)
_ABSENT = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})


async def resolve_with_system(host: str, port: int) -> Sequence[str]:
    """Ask the operating system; see `Resolve`.

    Raises:
        OSError: the name could not be looked up just now.
        FetchFailed: too many look-ups are under way.
    """
    slots = _slots
    if not slots.acquire(blocking=False):
        raise FetchFailed("Too many links are being looked up; try again in a few seconds.", retry_after_s=5)
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Sequence[str]] = loop.create_future()

    def tell(addresses: Sequence[str], error: OSError | None) -> None:
        if answer.done():
            return
        if error is None:
            answer.set_result(addresses)
        else:
            answer.set_exception(error)

    def look_up() -> None:
        addresses: Sequence[str] = ()
        error: OSError | None = None
        try:
            addresses = _addresses_of(host, port)
        except OSError as exc:
            error = exc
        except UnicodeError as exc:
            error = OSError(str(exc))
        finally:
            slots.release()
        with suppress(RuntimeError):  # The loop may be gone by now, and nobody waits any more.
            loop.call_soon_threadsafe(tell, addresses, error)

    threading.Thread(target=look_up, name="look-up", daemon=True).start()
    return await answer


def _addresses_of(host: str, port: int) -> Sequence[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as exc:
        if exc.errno in _ABSENT:
            return ()
        raise
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
