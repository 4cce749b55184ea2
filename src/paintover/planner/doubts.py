"""How sure the rules are of a call: what is certain, and what somebody who reads better might be asked about."""

from __future__ import annotations

from collections.abc import Iterator

from paintover.domain.call import Doubt
from paintover.planner.decision import Decision
from paintover.planner.merging import HARD
from paintover.planner.resolving import Resolver

UNSURE_MARGIN = 0.25
"""The margin below which a choice between pictures is not sure: less than lies between the step that brings a thing in
and those that only go on showing it."""
LONG = 24
"""Pictures from which a conversation is long."""
_CERTAIN = frozenset({"explicit_call", "explicit_id", "unknown_id", "ordinal", "undo", "redo", "empty"})
"""Rules that read an id, a number or the call before, which nobody can read better."""
_BY_WHAT_IS_SHOWN = frozenset({"content", "branch", "before", "object", "guess", "same_style", "merge"})


def is_certain(decision: Decision, resolver: Resolver) -> bool:
    """Whether a call was computed from ids, ordinals or the calls before, and there is nothing to ask about it."""
    if decision.rule != "merge":
        return decision.rule in _CERTAIN
    meant = [one for one in resolver.all() if one.nodes]
    return bool(meant) and all(one.reference.kind in HARD for one in meant)


def doubts_of(decision: Decision, resolver: Resolver) -> tuple[Doubt, ...]:
    """Why the rules are not sure of a decision; empty when they are."""
    return () if is_certain(decision, resolver) else tuple(_doubts(decision, resolver))


def _doubts(decision: Decision, resolver: Resolver) -> Iterator[Doubt]:
    rule, graph, reading = decision.rule, resolver.graph, resolver.reading
    if decision.runner_up is not None and decision.margin < UNSURE_MARGIN:
        yield "margin"
    if rule == "guess":
        yield "guess"
    if rule == "object":
        yield "elsewhere"
    if rule in ("latest", "new", "upload") and any(
        one.kind in ("described", "branch", "before", "label") and not resolver.points(one)
        for one in reading.references
    ):
        yield "unheard"
    if graph.nodes and (
        rule == "merge" or (reading.says("merge") and rule in ("latest", "content", "object"))
    ):
        yield "merge"
    if rule == "correction" or (
        graph.attempts and reading.says("correction") and rule in ("latest", "content")
    ):
        yield "correction"
    if len(graph.nodes) >= LONG and (
        rule in _BY_WHAT_IS_SHOWN or (rule == "latest" and _has_several_trees(resolver))
    ):
        yield "long"


def _has_several_trees(resolver: Resolver) -> bool:
    return sum(not node.parents for node in resolver.graph.drawn) > 1
