"""Draw GenEval's 553 prompts in English and Chinese and say what of them is not so in the pictures.

`--planned` checks the scenes and their boxes alone, which takes seconds; `en` or `zh` takes one language.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.engines.illustrator.geneval import Lang, cases, drawn_faults, faults, planned


def main() -> None:
    """Print each fault, and how many prompts have none."""
    languages: list[Lang] = [lang for lang in ("en", "zh") if lang in sys.argv] or ["en", "zh"]
    check = faults if "--planned" in sys.argv else drawn_faults
    right = dict.fromkeys(languages, 0)
    for lang in languages:
        for case in cases():
            found = list(check(case, planned(case, lang)))
            right[lang] += not found
            if found:
                print(f"{case.prompt(lang)}: {'; '.join(found)}", flush=True)
    for lang, count in right.items():
        print(f"{lang}: {count} of {len(cases())}")
    raise SystemExit(any(count < len(cases()) for count in right.values()))


if __name__ == "__main__":
    main()
