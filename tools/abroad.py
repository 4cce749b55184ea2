"""Counts what the illustrator makes of random wishes in nine other languages: facts right, named, silent, and untrue notes.

    python tools/abroad.py 7 300

for 300 wishes of each language with seed 7; those with a silent or untrue fact are printed.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.engines.illustrator.abroad import LANGUAGES, judged, wishes


def main(seed: int, many: int) -> None:
    """Print the wishes that went wrong, and the counts of each language."""
    for language in LANGUAGES:
        counted: Counter[str] = Counter()
        for wish in wishes(language, many, random.Random(f"{seed}:{language}")):
            facts = judged(wish)
            counted += facts
            if facts["silent"] or facts["untrue"]:
                print(" ", wish.prompt, dict(+facts))
        print(language, dict(counted))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
