"""The last change, wanted for another picture too: "same for the tiger", "the first one as well", 老虎那张也加一个."""

from __future__ import annotations

from dataclasses import replace

from paintover.planner.case import Case
from paintover.planner.decision import Decision
from paintover.planner.others import said_of_the_other
from paintover.planner.prompting import without
from paintover.planner.terms import terms


def said_likewise(case: Case, decision: Decision) -> Decision:
    """The decision with the words of the last change, where the message tells only which other picture it is for."""
    spans = case.cue_spans("same_again")
    last = case.last
    if not spans or last is None or not last.sources or not last.pictures or case.uploads:
        return decision
    if (
        decision.action != "edit"
        or len(decision.nodes) != 1
        or decision.rule in ("undo", "redo", "correction")
    ):
        return decision
    other = decision.nodes[0]
    if other.at in last.pictures:
        return decision
    left = terms(without(case.reading, (*spans, *case.pointing)))
    if left and not left <= case.graph.showing(left)[other.at]:
        return decision
    changed = case.graph.named(last.sources[0])
    said = last.call.prompt
    told = said_of_the_other(said, case.graph.told(changed), case.graph.told(other)) if changed else ""
    return replace(decision, prompt=told or said)
