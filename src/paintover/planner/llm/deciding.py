"""From what a model says to a decision: read, checked against the graph, and put right where that can be done.

Whatever the model writes, it can only choose among the pictures of this conversation, repeat what was asked before, and keep
the user's own words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import msgspec

from paintover.domain.call import CLOSE_MARGIN, Repair
from paintover.domain.errors import BadRatio
from paintover.domain.ratio import SQUARE, parse_ratio
from paintover.planner.case import Case, repeat
from paintover.planner.decision import Decision
from paintover.planner.graph import Node
from paintover.planner.llm.brief import MOST_SOURCES
from paintover.planner.llm.endpoint import TOOL_NAME, UnansweredError
from paintover.planner.resolving import Resolver
from paintover.planner.terms import terms

LONGEST_PROMPT = 2_000
"""Characters of a prompt that a model may give; a longer request keeps its own words."""
GROUNDED = 0.7
"""The share of a prompt's terms that the user must have said."""
AGREED_MARGIN = 0.6
"""How sure a choice is that the rules and the model made alike."""
DISPUTED_MARGIN = CLOSE_MARGIN / 2
"""... and one that they made differently: close enough to offer the other."""

Said = Literal["edit", "new", "undo", "redo", "correct", "answer"]
_SPELLED: Mapping[str, Said] = {
    "edit": "edit", "modify": "edit", "change": "edit", "merge": "edit", "combine": "edit", "new": "new", "generate": "new",
    "create": "new", "draw": "new", "undo": "undo", "revert": "undo", "redo": "redo", "repeat": "redo", "retry": "redo",
    "correct": "correct", "correction": "correct", "answer": "answer", "reply": "answer", "question": "answer",
}  # fmt: skip
_LABEL = re.compile(r"(?i)\s*(?:picture|image|pic|图片?|第)?\s*#?(u(?:pload)?[:\s]?)?\s*(\d{1,6})\s*张?\s*")


@dataclass(frozen=True, slots=True)
class Understood:
    """A decision, and what of the model's call had to be put right for it."""

    decision: Decision
    repairs: tuple[Repair, ...]


def understood(
    said: str, resolver: Resolver, draft: Decision, pictures: Mapping[str, Node], most_pictures: int
) -> Understood:
    """The decision that a model's arguments come to. `draft` is the rules' own; `pictures` are those of the brief.

    Raises:
        UnansweredError: they are no call (``unreadable``), or none that this conversation allows (``invalid``).
    """
    return _Reading(_arguments(said), resolver, draft, pictures, most_pictures).understood()


def _arguments(said: str) -> dict[str, Any]:
    """The object in a model's text, which may stand in a fence, among words, in a string, or in an envelope."""
    for text in (said, said[said.find("{") : said.rfind("}") + 1]):
        try:
            found = msgspec.json.decode(text.encode())
            if isinstance(found, str):
                found = msgspec.json.decode(found.encode())
        except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError):
            continue
        if isinstance(found, dict):
            inner = found.get("arguments", found.get("parameters", found.get(TOOL_NAME)))
            return inner if isinstance(inner, dict) and "action" not in found else found
    raise UnansweredError("unreadable")


class _Reading:
    def __init__(
        self,
        arguments: dict[str, Any],
        resolver: Resolver,
        draft: Decision,
        pictures: Mapping[str, Node],
        most: int,
    ) -> None:
        self._arguments = arguments
        self._case = Case(resolver)
        self._draft = draft
        self._pictures = pictures
        self._most = most
        self._repairs: dict[Repair, None] = {}

    def understood(self) -> Understood:
        action = self._action()
        decision = self._decision(action)
        if action not in ("redo", "answer"):
            decision = self._with_wishes(decision)
        return Understood(self._compared(decision), tuple(self._repairs))

    def _repaired(self, part: Repair) -> None:
        self._repairs[part] = None

    def _action(self) -> Said:
        told = self._arguments.get("action")
        spelled = told.strip().casefold() if isinstance(told, str) else ""
        action = _SPELLED.get(spelled)
        if action is None:
            raise UnansweredError("invalid")
        if action != spelled:
            self._repaired("action")
        if not self._pictures and action in ("edit", "undo"):
            # There is nothing to start from yet.
            self._repaired("action")
            return "new"
        return action

    def _decision(self, action: Said) -> Decision:
        case = self._case
        if action == "answer":
            about = [node for node in self._chosen() if node.at >= 0]
            return Decision(rule="question", action="answer", nodes=tuple(about))
        if action in ("redo", "correct"):
            if case.last is None:
                raise UnansweredError("invalid")
            if action == "redo":
                return repeat(case.last)
            prompt = self._prompt((case.last.call.prompt,))
            return repeat(
                case.last, prompt=prompt or self._draft.prompt or case.reading.text, rule="correction"
            )
        if action == "undo":
            node = self._before()
            return Decision(
                rule="undo",
                action="edit",
                nodes=(node,),
                prompt=self._prompt(),
                dropped=self._dropped("undo"),
            )
        nodes = self._sources(action)
        return Decision(
            rule="model", action="edit" if action == "edit" else "generate", nodes=nodes, prompt=self._prompt(),
            dropped=self._dropped("model", nodes),
        )  # fmt: skip

    def _sources(self, action: Said) -> tuple[Node, ...]:
        nodes = self._chosen()
        if not nodes and action == "edit":
            self._repaired("pictures")
            nodes = list(self._draft.nodes) if self._draft.action == "edit" else []
            latest = self._case.graph.latest
            if not nodes and latest is not None:
                nodes = [latest]
        missing = [node for node in self._case.uploads if node not in nodes]
        if missing:
            # What is sent along is meant, whatever else is.
            self._repaired("uploads")
            nodes += missing
        if not nodes and action == "edit":
            raise UnansweredError("invalid")
        return tuple(nodes[:MOST_SOURCES])

    def _chosen(self) -> list[Node]:
        """The pictures that the model names, each once.

        Raises:
            UnansweredError: one of them does not exist.
        """
        told = self._arguments.get("pictures")
        listed = told if isinstance(told, list) else [] if told in (None, "") else [told]
        if len(listed) > 4 * MOST_SOURCES:
            raise UnansweredError("invalid")
        found = [self._picture(one) for one in listed]
        return list({id(node): node for node in found}.values())

    def _picture(self, told: Any) -> Node:
        if isinstance(told, bool) or not isinstance(told, str | int):
            raise UnansweredError("invalid")
        label = str(told)
        if (known := self._pictures.get(label)) is not None:
            return known
        match = _LABEL.fullmatch(label)
        named = (
            self._pictures.get(f"{'U' if match[1] else ''}{int(match[2])}") if match else self._named(label)
        )
        if named is None:
            raise UnansweredError("invalid")
        self._repaired("pictures")
        return named

    def _named(self, name: str) -> Node | None:
        """A picture called by its id, which the brief does not tell but the user may have written."""
        return next((node for node in self._pictures.values() if node.name == name.strip().casefold()), None)

    def _before(self) -> Node:
        drawn = self._case.graph.drawn
        if not drawn:
            raise UnansweredError("invalid")
        node = drawn[-1]
        for _ in range(self._number("steps") or 1):
            if not node.parents:
                break
            node = self._case.graph.nodes[node.parents[0]]
        return node

    def _prompt(self, also: Iterable[str] = ()) -> str | None:
        """The model's prompt when it is made of the user's words; None when the request's own are to be taken."""
        told = self._arguments.get("prompt")
        prompt = told.strip() if isinstance(told, str) else ""
        said = "\n".join((self._case.reading.text, *also))
        if prompt and len(prompt) <= LONGEST_PROMPT and is_grounded(prompt, said):
            return prompt
        self._repaired("prompt")
        return None

    def _dropped(self, rule: str, nodes: tuple[Node, ...] = ()) -> tuple[tuple[int, int], ...]:
        """What does not belong into a prompt of the request's own words."""
        alike = self._draft.nodes == nodes if rule == "model" else self._draft.rule == rule
        return self._draft.dropped if alike else self._case.pointing

    def _with_wishes(self, decision: Decision) -> Decision:
        """The shape and the number that the model read; what the rules read goes before them."""
        ratio = self._ratio()
        n = self._number("n")
        if n is not None and n > self._most:
            self._repaired("n")
            n = self._most
        return replace(decision, ratio=ratio or decision.ratio, n=n if n and n > 1 else decision.n)

    def _ratio(self) -> str | None:
        """Models give 1:1 where nothing was asked for, and the rules know every way to ask for a square."""
        told = self._arguments.get("ratio")
        if not isinstance(told, str) or not told.strip():
            return None
        try:
            ratio = parse_ratio(told)
        except BadRatio:
            self._repaired("ratio")
            return None
        return None if ratio == SQUARE else str(ratio)

    def _number(self, name: str) -> int | None:
        told = self._arguments.get(name)
        if isinstance(told, str) and told.strip().isascii() and told.strip().isdecimal() and len(told) < 9:
            told = int(told)
        if isinstance(told, bool) or not isinstance(told, int) or told < 1:
            return None
        return min(told, 10_000)

    def _compared(self, decision: Decision) -> Decision:
        """With the rules' own choice as the other one, where they chose otherwise."""
        draft = self._draft
        if decision.action == "answer" or draft.action == "answer":
            return decision
        if set(decision.sources) == set(draft.sources):
            margin = max(AGREED_MARGIN, draft.margin)
            return replace(decision, runner_up=draft.runner_up, margin=margin)
        other = next((node for node in draft.nodes if node.name not in decision.sources), None)
        return replace(
            decision, runner_up=other, margin=DISPUTED_MARGIN if other is not None else AGREED_MARGIN
        )


def is_grounded(prompt: str, said: str) -> bool:
    """Whether a prompt is made of what the user said: a model may leave words out and move them, not put in its own."""
    wanted = terms(prompt)
    if not wanted:
        return _plain(prompt) in _plain(said)
    return len(wanted & terms(said)) >= GROUNDED * len(wanted)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
