"""What an edit is done to, as against what it brings in: "change the color of *the pillow* to red"."""

from __future__ import annotations

import re

from paintover.planner.graph import Node
from paintover.planner.intent import Reading
from paintover.planner.ranking import TELLING, Ranked, is_telling, newest_showing
from paintover.planner.resolving import Resolver
from paintover.planner.spans import clauses
from paintover.planner.terms import terms, weight_of

ELSEWHERE = 0.35
"""By how much more of the named things another picture must show before an unmarked edit leaves the latest."""
AT_MOST_HERE = 0.6
NO_WORD_BREAKS = ("ja", "ko")
"""Languages whose verbs and endings share pairs of characters: no ground for guessing a merge."""
SINGLE = 0.5
"""The weight of a single CJK character."""


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


def pictures_brought_together(resolver: Resolver) -> list[Node]:
    """The two pictures of an edit that names things which no single picture shows; [] when one will do.

    The latest shows one of them, a picture of another tree the other: "make the robots run past the submarine".
    """
    graph, latest = resolver.graph, resolver.graph.latest
    wanted = targets(resolver.reading)
    if latest is None or not wanted or resolver.reading.language in NO_WORD_BREAKS:
        return []
    shown = graph.showing(wanted)
    here = shown[latest.at]
    own_tree = frozenset().union(
        *(shown[node.at] for node in graph.nodes if graph.root(node) is graph.root(latest))
    )
    strange = frozenset().union(*shown) - own_tree
    if not (_tells(here) and _tells(strange)):
        return []
    others = [
        node
        for node in graph.nodes
        if strange <= shown[node.at] and not node.is_upload and not _tells(here & shown[node.at])
    ]
    return [latest, others[-1]] if others else []


def _tells(found: frozenset[str]) -> bool:
    """Whether whole words match; single characters are chance when two pictures are at stake."""
    return sum(weight for weight in map(weight_of, found) if weight > SINGLE) >= TELLING


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
