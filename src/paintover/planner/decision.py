"""What the cascade of intents decides: one small value that the planner turns into a plan."""

from __future__ import annotations

from dataclasses import dataclass

from paintover.domain.call import Action
from paintover.planner.graph import Node
from paintover.planner.prompting import Stretch
from paintover.planner.spans import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A call in the making. `rule` is a key of `wording.BECAUSE`."""

    rule: str
    action: Action
    nodes: tuple[Node, ...] = ()
    names: tuple[str, ...] = ()
    """Sources that are no node: unknown ids and links, and those of a call that is repeated."""
    dropped: tuple[Stretch, ...] = ()
    """Stretches of the message that do not belong in the prompt."""
    prompt: str | None = None
    """Set when the prompt is not the message's own words."""
    ratio: str | None = None
    """The repeated call's ratio, as it was written."""
    n: int | None = None
    runner_up: Node | None = None
    margin: float = 1.0
    score: float = 1.0
    references: tuple[Reference, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source once, in order."""
        return tuple(dict.fromkeys((*(node.name for node in self.nodes), *self.names)))
