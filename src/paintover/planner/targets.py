"""What an edit is done to, as against what it brings in: "change the color of *the pillow* to red"."""

from __future__ import annotations

from paintover.planner.graph import Graph, Node
from paintover.planner.intent import Reading
from paintover.planner.kinds import BEINGS, concepts
from paintover.planner.lexicon import folded, parts_of, wholes_of, wider
from paintover.planner.naming import named_things
from paintover.planner.phrases import noun_phrases
from paintover.planner.ranking import SURE, Ranked, is_telling, newest_showing
from paintover.planner.resolving import Resolver
from paintover.planner.terms import colours_in, terms

ELSEWHERE = 0.35
"""By how much more of the named things another picture must show before an unmarked edit leaves the latest."""
AT_MOST_HERE = 0.6


def targets(reading: Reading) -> frozenset[str]:
    """The terms of existing things that an unmarked edit names: those of its definite phrases."""
    named = [
        reading.masked[one.start : one.end]
        for one in noun_phrases(reading)
        if one.is_definite and not one.is_forbidden
    ]
    return frozenset().union(*map(terms, named))


def picture_with_target(resolver: Resolver) -> list[Ranked]:
    """Pictures that show what an unmarked edit names, when the latest does not; [] when the latest will do."""
    latest, wanted = resolver.graph.latest, targets(resolver.reading)
    ranked = newest_showing(resolver.graph, wanted)
    if latest is None:
        return []
    if not ranked:
        return _with_its_whole(resolver.graph, latest, wanted)
    best = ranked[0]
    here = next((one.score for one in ranked if one.node is latest), 0.0)
    lives_elsewhere = best.score - here >= ELSEWHERE and here <= AT_MOST_HERE and is_telling(best)
    return ranked if lives_elsewhere and not _is_old(resolver.graph, latest, best) else []


def _is_old(graph: Graph, latest: Node, best: Ranked) -> bool:
    """Whether a step of the latest's own tree only gave the thing another look, so that it was there before."""
    told = not colours_in(best.matched)  # "on the pink wall" is the one where it was pink
    return told and best.matched <= best.node.changed and graph.root(best.node) is graph.root(latest)


def _with_its_whole(graph: Graph, latest: Node, wanted: frozenset[str]) -> list[Ranked]:
    """For a part that no picture shows by name, the newest that shows what has such a part: for the chimney, a house."""
    parts = wanted - parts_of(concepts("room")) - BEINGS  # everywhere are doors, and people
    wholes = frozenset().union(*(wholes_of(part) for part in parts if not wider((part,)) & BEINGS))
    shown = graph.showing(wholes)
    if shown[latest.at]:
        return []
    return [
        Ranked(node=node, score=SURE, covered=SURE, matched=shown[node.at])
        for node in reversed(graph.drawn)
        if shown[node.at]
    ]


def without_a_thing(resolver: Resolver) -> tuple[Node, bool] | None:
    """The picture of "the girl without the butterfly" where the latest shows no girl, and whether it has none as it is.

    The newest before the butterfly came, or else the newest of a girl with one.
    """
    graph, reading = resolver.graph, resolver.reading
    said = reading.tables[0].first("scene", "lacks").fullmatch(folded(reading.masked).strip(" .,。!！"))
    if said is None or graph.latest is None:
        return None
    who, what = named_things(said["who"]), named_things(said["what"])
    shown = graph.showing(who | what)
    if not what or who & shown[graph.latest.at]:
        return None
    of_it = [node for node in reversed(graph.drawn) if who & shown[node.at]]
    later = [node for node in of_it if what & shown[node.at]]
    for node in of_it:
        if node not in later and any(graph.is_ancestor(node, one) for one in later):
            return node, True
    return (later[0], False) if later else None
