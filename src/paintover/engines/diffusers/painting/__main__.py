"""The worker process: takes orders from its standard input, one after the other, and answers on its standard output."""

from __future__ import annotations

import os
import signal
import sys
import threading
from queue import SimpleQueue
from typing import BinaryIO

from paintover.engines.diffusers.frames import Cancel, FromWorker, Paint, Ready, Unusable, packed, read_order


class Wire:
    """What the server is told; used by one thread."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def tell(self, message: FromWorker) -> None:
        """Send it at once. A server that is gone is told nothing; the end of the input then ends this process."""
        try:
            self._out.write(packed(message))
            self._out.flush()
        except OSError:
            os._exit(0)


def main() -> int:
    """Take orders until the input ends.

    Returns:
        The exit status: 1 when a library is missing, or does not fit the others.
    """
    # Libraries print; what they print must not come between the messages.
    wire = Wire(os.fdopen(os.dup(sys.stdout.fileno()), "wb"))
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    orders: SimpleQueue[Paint] = SimpleQueue()
    cancelled: set[int] = set()
    threading.Thread(target=_read, args=(sys.stdin.buffer, orders, cancelled), daemon=True).start()
    # cuBLAS gives the same sums each time only with a workspace of a fixed size, and reads this when it starts.
    os.putenv("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    try:
        from paintover.engines.diffusers.painting.studio import Studio
    except (ImportError, RuntimeError) as exc:
        # The second is what builds of torch and torchvision that do not fit each other come to.
        wire.tell(Unusable(str(exc)))
        return 1
    studio = Studio(wire.tell, cancelled)
    wire.tell(Ready())
    while True:
        studio.paint(orders.get())


def _read(wire: BinaryIO, orders: SimpleQueue[Paint], cancelled: set[int]) -> None:
    try:
        while (message := read_order(wire)) is not None:
            if isinstance(message, Cancel):
                cancelled.add(message.order)
            else:
                orders.put(message)
    finally:
        # The server is gone, or speaks another language: nobody waits for what is being drawn.
        os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
