"""What an edit is done to, as against what it brings in: "change the color of *the pillow* to red"."""

from __future__ import annotations

import re

from paintover.planner.intent import Reading
from paintover.planner.ranking import Ranked, is_telling, newest_showing
from paintover.planner.resolving import Resolver
from paintover.planner.spans import clauses
from paintover.planner.terms import terms

ELSEWHERE = 0.35
"""By how much more of the named things another picture must show before an unmarked edit leaves the latest."""
AT_MOST_HERE = 0.6


def targets(reading: Reading) -> frozenset[str]:
    """The terms of existing things that an unmarked edit names.

    A language with articles says "the" or "his" before them; elsewhere they are what stands before the words that
    bring something new.
    """
    own = reading.tables[0]
    definite = own.first("instruction", "definite")
    if "definite" in own.instruction:
        stop = own.first("instruction", "definite_end")
        return frozenset().union(
            *(terms(_up_to(stop, match[1])) for match in definite.finditer(reading.masked))
        )
    adds = own.instruction.get("add", ())
    kept = (_before_any(adds, reading.masked[start:end]) for start, end in clauses(reading.masked))
    return frozenset().union(*map(terms, kept))


def _up_to(stop: re.Pattern[str], words: str) -> str:
    found = stop.search(words)
    return words[: found.start()] if found else words


def _before_any(cues: tuple[re.Pattern[str], ...], clause: str) -> str:
    starts = [match.start() for cue in cues if (match := cue.search(clause))]
    return clause[: min(starts)] if starts else clause


def picture_with_target(resolver: Resolver) -> list[Ranked]:
    """Pictures that show what an unmarked edit names, when the latest does not; [] when the latest will do."""
    latest = resolver.graph.latest
    ranked = newest_showing(resolver.graph, targets(resolver.reading))
    if latest is None or not ranked:
        return []
    best = ranked[0]
    here = next((one.score for one in ranked if one.node is latest), 0.0)
    lives_elsewhere = best.score - here >= ELSEWHERE and here <= AT_MOST_HERE and is_telling(best)
    return ranked if lives_elsewhere else []
