"""Which picture a description means: every picture weighed by a few features that can be said in words."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from paintover.planner.concepts import strength
from paintover.planner.graph import Graph, Node, united
from paintover.planner.lexicon import CONCEPT
from paintover.planner.tables import Table
from paintover.planner.terms import terms, weight_of

INTRODUCED = 1.0
"""The picture's own step brought the thing in: "the one where you did X" is that very step."""
NAMED = 0.5
"""Its step speaks of the thing, though the picture shows it no more."""
MENTIONED = 0.8
"""Its step speaks of the thing, but an earlier one had brought it in."""
INHERITED = 0.7
"""The picture shows it by descent."""
EXCLUDED = 1.5
"""Taken off for showing what the words rule out."""
ABSENT = 0.25
"""Added for lacking, as asked, what its descendants show."""
KIN = 0.2
"""Added when all that is said is what is not there, and a relative of the picture shows it."""
OWN_STEP = 0.12
"""Added when the picture's own step changed something that is named."""
CHANGED = 0.6
"""Taken off when a step changed what is said to be as it was."""
ALTERED = 0.3
"""Added when a step changed what is said to have been changed."""
HINTED = 0.3
RECENT = 0.01
DIGITS = 6
"""Sums over sets come in any order: what differs less is the same."""
SURE = 0.6
"""The share of what "the ..." names from which a picture is taken to be meant."""
TELLING = 0.85
"""The weight of terms below which a match is chance: one pair of characters or one word is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the words say the picture shows, and what it must not show. Terms, not words."""

    shows: frozenset[str]
    lacks: frozenset[str] = frozenset()
    unchanged: frozenset[str] = frozenset()
    """What must not have been changed yet: "the sofa still as it was"."""
    altered: frozenset[str] = frozenset()
    """What the words say was changed: "the satchel that had turned to leather"."""
    fresh: frozenset[str] = frozenset()
    """What the words say had only just come in: "right after the moon went in"."""
    hint: str = ""
    """``root``, ``first``, ``latest`` or ``previous`` when the words say so beside describing."""
    words: str = ""
    """The words that `shows` was read from, for what they mean when no picture has them."""

    @property
    def is_empty(self) -> bool:
        return not self.shows and not self.lacks


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A picture with its score; `covered` is the share (0 to 1) of the telling words that it shows."""

    node: Node
    score: float
    covered: float
    matched: frozenset[str]


def describe(words: str, tables: Iterable[Table], hint: str = "") -> Description:
    """Split a description into what is shown and what is not ("the plain fox without any stars")."""
    lacking: list[str] = []
    kept: list[str] = []
    altered: list[str] = []

    def take(match: re.Match[str]) -> str:
        lacking.append(match["x"])
        return " "

    def keep(match: re.Match[str]) -> str:
        kept.append(match["x"])
        return match["x"] + " "

    tables = tuple(tables)
    for cues in tables:
        for cue in cues.instruction.get("unchanged", ()):
            words = cue.sub(keep, words)
        for cue in cues.instruction.get("negation", ()):
            words = cue.sub(take, words)
        for name in ("alter", "altered"):
            altered += [match["x"] for cue in cues.instruction.get(name, ()) for match in cue.finditer(words)]
    fresh = [
        match["x"]
        for cues in tables
        for cue in cues.instruction.get("fresh", ())
        for match in cue.finditer(words)
    ]
    lacks = frozenset().union(*map(terms, lacking))
    unchanged = frozenset().union(*map(terms, kept))
    shows = terms(words) - lacks
    return Description(
        shows=(shows - unchanged) or shows, lacks=lacks, unchanged=unchanged, hint=hint, words=words,
        altered=frozenset().union(*map(terms, altered)), fresh=frozenset().union(*map(terms, fresh)) - lacks,
    )  # fmt: skip


def rank(graph: Graph, wanted: Description, *, leave_out: Collection[int] = ()) -> list[Ranked]:
    """All pictures that have anything to do with the description, best first; empty when none has."""
    shown = graph.showing(wanted.shows | wanted.lacks)
    weights = _weights(wanted.shows, shown)
    known = sum(weights.values())
    lacks = [term for term in wanted.lacks if any(term in one for one in shown)]
    if not known and not lacks:
        return _by_meaning(graph, wanted.words, leave_out)
    changed = graph.changed(wanted.unchanged) if wanted.unchanged else [frozenset[str]()] * len(graph.nodes)
    kin = _kin(graph, shown, lacks) if lacks and not weights else frozenset[int]()
    ranked = [
        _weigh(graph, node, shown, weights, lacks, wanted, altered=bool(changed[node.at]), kin=node.at in kin)
        for node in graph.nodes
        if node.at not in leave_out
        and not _is_used_up(node)
        and (lacks or shown[node.at] or not weights.keys().isdisjoint(node.mentioned))
    ]
    ranked.sort(key=lambda one: one.score, reverse=True)
    return [one for one in ranked if one.matched or (not weights and lacks)]


def _kin(graph: Graph, shown: list[frozenset[str]], lacks: list[str]) -> frozenset[int]:
    """The pictures of the trees in which any picture shows what is lacking: "the one without the cat" is of the cat's tree."""
    roots: list[int] = []
    for node in graph.nodes:
        roots.append(roots[node.parents[0]] if node.parents else node.at)
    showing = {roots[node.at] for node in graph.nodes if not shown[node.at].isdisjoint(lacks)}
    return frozenset(node.at for node in graph.nodes if roots[node.at] in showing)


def _by_meaning(graph: Graph, words: str, leave_out: Collection[int]) -> list[Ranked]:
    """For words that no picture has: those whose step speaks of what the words mean, the closest and newest first."""
    ranked = [
        Ranked(
            node=node,
            score=close + RECENT * (node.at + 1) / len(graph.nodes),
            covered=close,
            matched=frozenset({CONCEPT + words}),
        )
        for node in graph.nodes
        if node.at not in leave_out and not _is_used_up(node) and (close := strength(words, node.step))
    ]
    return sorted(ranked, key=lambda one: one.score, reverse=True)


def _weights(wanted: frozenset[str], shown: list[frozenset[str]]) -> dict[str, float]:
    """How telling each term is here: rare among the pictures is telling; shown by none, it tells nothing."""
    count = len(shown)
    weights: dict[str, float] = {}
    for term in wanted:
        showing = sum(term in one for one in shown)
        if showing:
            weights[term] = weight_of(term) * math.log(1 + (count + 1) / showing)
    return weights


def _weigh(
    graph: Graph,
    node: Node,
    shown: list[frozenset[str]],
    weights: dict[str, float],
    lacks: list[str],
    wanted: Description,
    *,
    altered: bool,
    kin: bool = False,
) -> Ranked:
    here = shown[node.at]
    inherited = united(shown, node.parents)
    known = sum(weights.values()) or 1.0
    gained = covered = 0.0
    for term, weight in weights.items():
        if term not in here and term in node.mentioned:
            covered += weight
            gained += weight * (INTRODUCED if term in wanted.altered and term in node.removed else NAMED)
        elif term in here:
            covered += weight
            brought = term in node.added or wanted.hint == "latest"
            gained += weight * (
                INTRODUCED
                if brought and (term not in inherited or wanted.hint == "latest")
                else MENTIONED
                if brought
                else INHERITED
            )
    score = round(gained / known, DIGITS)
    if lacks:
        ruled_out = sum(term in here for term in lacks) / len(lacks)
        score += ABSENT if not ruled_out else -EXCLUDED * ruled_out
    if kin:
        score += KIN
    if node.changed & wanted.shows:
        score += OWN_STEP
    if (node.changed | node.removed) & wanted.altered or (node.added - inherited) & wanted.fresh:
        score += ALTERED
    if altered:
        score -= CHANGED
    score += RECENT * (node.at + 1) / len(graph.nodes) + _hinted(graph, node, wanted.hint)
    return Ranked(
        node=node,
        score=score,
        covered=round(covered / known, DIGITS),
        matched=frozenset(term for term in weights if term in here or term in node.mentioned),
    )


def _hinted(graph: Graph, node: Node, hint: str) -> float:
    place = (node.at + 1) / len(graph.nodes)
    if hint == "root":
        return HINTED if graph.root(node) is node else 0.0
    if hint in ("first", "previous"):
        return HINTED * (1 - place)
    return HINTED * place if hint == "latest" else 0.0


def is_telling(one: Ranked) -> bool:
    """Whether what matched is more than a chance character."""
    return sum(map(weight_of, one.matched)) >= TELLING


def margin_of(ranked: list[Ranked]) -> float:
    """How clearly the first won over the second, 0 to 1."""
    if len(ranked) < 2:
        return 1.0
    return max(0.0, min(1.0, ranked[0].score - ranked[1].score))


def _is_used_up(node: Node) -> bool:
    """An upload from which a picture was made: its message tells the change, not what the upload shows."""
    return node.is_upload and bool(node.children)


def newest_showing(graph: Graph, wanted: frozenset[str]) -> list[Ranked]:
    """For an edit that points at nothing: pictures by how much of the named things they show, then by age."""
    shown = graph.showing(wanted)
    weights = _weights(wanted, shown)
    known = sum(weights.values())
    if not known:
        return []
    ranked = [
        Ranked(
            node=node,
            score=(
                covered := round(
                    sum(weights[term] for term in shown[node.at] if term in weights) / known, DIGITS
                )
            ),
            covered=covered,
            matched=shown[node.at],
        )
        for node in graph.nodes
        if not _is_used_up(node)
    ]
    return sorted(ranked, key=lambda one: (one.score, one.node.at), reverse=True)
