"""Count how often the picture shows things at that part of the place where they were said to be: `places.py SEED HOW_MANY`."""

from __future__ import annotations

import collections
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.engines.illustrator.places import audit


def main() -> None:
    """Count, and list what is wrong by class, the most frequent first."""
    found = audit(sys.argv[1], int(sys.argv[2]))
    print(dict(collections.Counter(verdict for _, verdict, _, _ in found)))
    classes: dict[str, list[str]] = collections.defaultdict(list)
    for wish, verdict, wrong, notes in found:
        for name, numbers in wrong or ([(verdict, "")] if verdict != "right" else []):
            classes[name].append(f"  {wish.prompt} | {numbers} {' '.join(notes)}")
    for name, lines in sorted(classes.items(), key=lambda one: -len(one[1])):
        print(f"\n{name}: {len(lines)}", *lines, sep="\n")


if __name__ == "__main__":
    main()
