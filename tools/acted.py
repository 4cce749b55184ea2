"""Count how often the picture shows what somebody does to another: `acted.py SEED HOW_MANY`."""

from __future__ import annotations

import collections
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.engines.illustrator.acted import audit


def main() -> None:
    """Count, and list what is wrong by deed, the most frequent first."""
    found = audit(sys.argv[1], int(sys.argv[2]))
    print(dict(collections.Counter(verdict for _, verdict, _, _ in found)))
    classes: dict[str, list[str]] = collections.defaultdict(list)
    for wish, verdict, wrong, notes in found:
        if verdict != "right":
            classes[wish.check].append(f"  {wish.prompt} | {verdict} {' '.join(wrong)} {' '.join(notes)}")
    for name, lines in sorted(classes.items(), key=lambda one: -len(one[1])):
        print(f"\n{name}: {len(lines)}", *lines, sep="\n")


if __name__ == "__main__":
    main()
