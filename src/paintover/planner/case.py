"""One message over one graph, with what several rules of the cascade want to know."""

from __future__ import annotations

from collections.abc import Iterable

from paintover.planner.decision import Decision
from paintover.planner.graph import Attempt, Graph, Node
from paintover.planner.intent import Reading, is_content
from paintover.planner.prompting import Stretch, without
from paintover.planner.resolving import Meant, Resolver


class Case:
    """One message over one graph, with what several rules want to know."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.reading: Reading = resolver.reading
        self.graph: Graph = resolver.graph
        self.uploads: tuple[Node, ...] = resolver.uploads
        self.meant: list[Meant] = resolver.all()

    @property
    def last(self) -> Attempt | None:
        return self.graph.attempts[-1] if self.graph.attempts else None

    @property
    def pointing(self) -> tuple[Stretch, ...]:
        """The stretches of every reference that means something here, also of those that are ruled out."""
        return tuple((one.start, one.end) for one in self.reading.references if self.resolver.points(one))

    def pointing_like(self, best: Meant) -> tuple[Stretch, ...]:
        """The stretches that point, without descriptions of something else: those belong to what is asked."""
        kept = {
            (one.reference.start, one.reference.end)
            for one in self.meant
            if one is not best and one.reference.kind == "described" and one.nodes != best.nodes
        }
        return tuple(stretch for stretch in self.pointing if stretch not in kept)

    def cue_spans(self, *names: str) -> tuple[Stretch, ...]:
        return tuple(match.span() for name in names for match in self.reading.cues(name))

    def is_bare(self, dropped: Iterable[Stretch]) -> bool:
        """Whether nothing is left to be done once these stretches are gone."""
        return not is_content(without(self.reading, (*dropped, (0, 0))))


def repeat(attempt: Attempt, *, prompt: str | None = None, rule: str = "redo") -> Decision:
    """An earlier call once more, with its own sources, ratio and number."""
    return Decision(
        rule=rule, action="edit" if attempt.sources else "generate", names=attempt.sources,
        prompt=attempt.call.prompt if prompt is None else prompt, ratio=attempt.call.ratio, n=attempt.call.n,
    )  # fmt: skip
