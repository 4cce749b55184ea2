"""Draw 300 generated chains of five edits and say which step shows another scene than it should, or changes a pixel
elsewhere.

`python tools/chains.py [FIRST [LAST]]` draws a part of them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.engines.illustrator.chains import run

SIDE = 256
"""Pixels of the drawings: a quarter of the usual side, for time; `SIDE=512` in the environment for more."""


def main() -> None:
    """Print each fault, and how many chains have none."""
    first, last = [*map(int, sys.argv[1:3]), *(0, 300)[len(sys.argv[1:3]) :]]
    right = 0
    for number in range(first, last):
        found = list(run(number, side=int(os.environ.get("SIDE", SIDE))))
        right += not found
        for fault in found:
            print(fault, flush=True)
    print(f"{right} of {last - first} chains")
    raise SystemExit(right < last - first)


if __name__ == "__main__":
    main()
