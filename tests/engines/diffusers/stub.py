"""A worker process that draws grey pictures without any library, and breaks in whatever way the prompt says."""

from __future__ import annotations

import os
import signal
import sys
import time

from paintover.engines.diffusers.frames import (
    Cancel,
    Drawn,
    Failed,
    FromWorker,
    Over,
    Paint,
    Pixels,
    Ready,
    Stage,
    Unusable,
    Withheld,
    packed,
    read_order,
)


def tell(message: FromWorker) -> None:
    """Send it."""
    sys.stdout.buffer.write(packed(message))
    sys.stdout.buffer.flush()


def draw(order: Paint) -> None:
    """Do as the prompt says."""
    number = order.order
    match order.prompt:
        case "no word":
            os.kill(os.getpid(), signal.SIGKILL)
        case "slow load":
            tell(Stage(number, "load", 0.0))
            return
    tell(Stage(number, "draw", 0.0))
    match order.prompt:
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exit":
            sys.stderr.write("a library's last words\n")
            sys.stderr.flush()
            os._exit(3)
        case "babble":
            sys.stdout.buffer.write(b"Loading weights: 100%\n" * 8)
            sys.stdout.buffer.flush()
            time.sleep(60)
        case "wait" | "deaf":
            return
        case "memory" | "model" | "order" | "broken" as trouble:
            tell(Failed(number, trouble, "These are words." * (trouble != "broken"), "a traceback"))
            return
        case "withheld":
            for place in order.places:
                tell(Withheld(number, place))
            tell(Over(number))
            return
    for place in order.places:
        shade = order.seeds[place] % 256
        tell(Drawn(number, place, Pixels(2, 2, 3, bytes([shade]) * 12)))
    tell(Over(number))


def main() -> None:
    """Answer until the input ends."""
    if "unusable" in sys.argv:
        tell(Unusable("No module named 'torch'"))
        sys.exit(1)
    if "stillborn" in sys.argv:
        sys.exit(1)
    tell(Ready())
    deaf: set[int] = set()
    while (message := read_order(sys.stdin.buffer)) is not None:
        if isinstance(message, Cancel):
            if message.order not in deaf:
                tell(Over(message.order))
            continue
        if message.prompt == "deaf":
            deaf.add(message.order)
        draw(message)


if __name__ == "__main__":
    main()
