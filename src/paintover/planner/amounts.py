"""Which picture has the most or the fewest of something, as far as the words tell: "the one with the most kites".

Each step of a picture's history either says how many there are ("two cats") or how many more come or go ("add two more").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from paintover.planner.graph import Graph, Node
from paintover.planner.kinds import BEINGS
from paintover.planner.language import language_of
from paintover.planner.lexicon import CONCEPT
from paintover.planner.masking import mask
from paintover.planner.spans import clauses
from paintover.planner.tables import Table, table
from paintover.planner.terms import terms

_ANY_BEING = CONCEPT + "animal"
_COUNTED = re.compile(r"\w+(?:[ '’-]\w+){0,2}")
"""What a number stands before, and a word or two that describe it."""
_COUNTED_UNSPACED = re.compile(r"[^，。、和跟与及]{1,6}")


@dataclass(frozen=True, slots=True)
class Extreme:
    """The most or the fewest, of what the terms name."""

    of: frozenset[str]
    is_most: bool


def extreme_in(words: str, tables: tuple[Table, ...]) -> Extreme | None:
    """What a description wants the most or the fewest of; None where it compares nothing."""
    for one in tables:
        for name in ("most", "fewest"):
            for cue in one.reference.get(name, ()):
                if (match := cue.search(words)) is not None and (of := terms(match["x"])):
                    return Extreme(of | BEINGS if _ANY_BEING in of else of, name == "most")
    return None


def richest(graph: Graph, wanted: Extreme) -> Node | None:
    """The newest picture that has more (fewer) of it than another that has any; None where they do not differ."""
    amounts: dict[int, int] = {}
    for node in graph.nodes:
        before = sum(amounts[parent] for parent in (node.bearers or node.parents))
        amounts[node.at] = max(0, _after(node, wanted.of, before))
    having = [node for node in graph.drawn if amounts[node.at] > 0]
    told = {amounts[node.at] for node in having}
    if len(told) < 2:
        return None
    best = max(told) if wanted.is_most else min(told)
    return [node for node in having if amounts[node.at] == best][-1]


def _after(node: Node, of: frozenset[str], before: int) -> int:
    """How many there are after a picture's step, when there were so many before it."""
    words = node.prompt or node.said
    cues, masked = table(language_of(words)), mask(words)[0]
    amount = before
    for start, end in clauses(masked):
        clause = masked[start:end]
        if not terms(clause) & of:
            continue
        goes = any(cue.search(clause) for cue in cues.instruction.get("remove", ()))
        comes = bool(node.parents) and cues.first("reference", "comes").search(clause) is not None
        number = _number_of(clause, of, cues)
        if goes:
            amount = amount - number if number is not None else 0
        elif comes or not node.parents:
            amount += 1 if number is None else number
        elif number is not None:
            amount = number
    return amount


def _number_of(clause: str, of: frozenset[str], cues: Table) -> int | None:
    """The number that the clause gives for it, and None where it gives none."""
    follows = _COUNTED_UNSPACED if cues.language in ("zh", "ja") else _COUNTED
    for match in cues.first("reference", "number").finditer(clause):
        counted = follows.match(clause, match.end() + (clause[match.end() : match.end() + 1] == " "))
        if counted is not None and terms(counted[0]) & of:
            return cues.number(match["n"])
    return None
