"""The conversation as a graph: every picture with its step, its sources, its branch, and what it shows.

Built in one walk over the turns. What a picture shows is not stored but asked for, for given terms, in one walk over
the pictures (`Graph.showing`), so a long conversation costs no more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from paintover.domain.conversation import AssistantTurn, Conversation, EchoedCall, Upload, UserTurn
from paintover.planner.steps import IT, LENT, STEP_LENGTH, Step, read_step
from paintover.planner.tables import Table, table
from paintover.planner.terms import shown_terms

NAMED_BRANCH = re.compile(
    r"\s*(?:(?:in|for|on|bei|给|在)\s*)?(?:(?P<word>[^\W\d_\u3040-\u9fff\uac00-\ud7af]{2,12}) (?P<mark>[1-9](?!\d)|[A-Za-z](?!\w))(?=\s*[:,]|\s+[-–—]\s)"
    r"|(?P<sign>[\u3400-\u9fff]{1,6}?)(?<![第图])\s?(?P<digit>[1-9](?!\d)|[A-H](?!\w)|[一二三四五甲乙丙丁](?![\u3400-\u9fff]))(?=\s*[:：,，]|的|加))"
)
"""How people name a branch: "fork 2: ...", "皮肤1：..."."""
_HEADING = re.compile(r"\s*(?P<x>[^\s,，。.;；:：!?！？\n][^,，。.;；:：!?！？\n]{1,16}?)\s*[:：](?!//)")
"""What stands before a colon tells a branch's name or purpose: "party edition: ...", 老板要的：..."""
LABEL_LENGTH = 40
"""Characters at the beginning of a message that may name a branch."""
_LENT = frozenset(words for prompts in LENT.values() for words in prompts.values())
MOST_PAINTED = 64
"""Coloured things of a picture that are kept in mind."""


@dataclass(slots=True, kw_only=True)
class Node:
    """One picture: drawn by an earlier answer, or sent by the user."""

    name: str
    at: int
    """Index in `Graph.nodes`."""
    ordinal: int
    """From 1 over the drawn pictures, over the uploads among themselves."""
    turn: int
    prompt: str
    said: str
    parents: tuple[int, ...] = ()
    bearers: tuple[int, ...] = ()
    """Those of the parents whose things it shows: one that only lent its style is none of them."""
    ratio: str | None = None
    batch_index: int = 0
    batch_size: int = 1
    is_upload: bool = False
    label: str | None = None
    """The letter or number of the branch that the user's own words gave it ("plan B")."""
    url: str | None = None
    task_id: str | None = None
    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    mentioned: frozenset[str] = frozenset()
    """All that its step's words speak of, also what they take away."""
    heading: frozenset[str] = frozenset()
    """What its message was headed: "party edition: ..."."""
    painted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The colours that each thing is said to have, by the thing's terms."""
    changed: frozenset[str] = frozenset()
    """The things that its step says to be changed."""
    touched: frozenset[str] = frozenset()
    """The things that its step changed in any way."""
    implied: frozenset[str] = frozenset()
    """What a later step took away from it: it was there, though no step is known to have brought it."""
    children: list[int] = field(default_factory=list)

    @property
    def step(self) -> str:
        """The words that made it, for people."""
        return self.prompt or self.said


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One earlier call, whether it gave pictures or failed."""

    call: EchoedCall
    sources: tuple[str, ...]
    pictures: tuple[int, ...]
    failed: bool


@dataclass(slots=True)
class Graph:
    """All pictures in time order, and all calls."""

    nodes: list[Node] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    by_name: dict[str, int] = field(default_factory=dict)

    @property
    def drawn(self) -> list[Node]:
        return [node for node in self.nodes if not node.is_upload]

    @property
    def latest(self) -> Node | None:
        """What an unmarked edit is about: the newest drawn picture, or a newer upload that nothing was made from."""
        return self.nodes[-1] if self.nodes else None

    def named(self, name: str) -> Node | None:
        at = self.by_name.get(name)
        return None if at is None else self.nodes[at]

    def root(self, node: Node) -> Node:
        """The oldest drawn ancestor along first sources; the node itself when it came from nothing drawn."""
        while node.parents and not (parent := self.nodes[node.parents[0]]).is_upload:
            node = parent
        return node

    def told(self, node: Node) -> str:
        """The words by which its tree began, which name what it is of."""
        root = self.root(node)
        return root.prompt or root.said

    def tip(self, node: Node) -> Node:
        """The newest picture that descends from `node` (itself when none does)."""
        seen, queue = {node.at}, [node.at]
        while queue:
            fresh = [child for child in self.nodes[queue.pop()].children if child not in seen]
            seen.update(fresh)
            queue += fresh
        return self.nodes[max(seen)]

    def is_ancestor(self, older: Node, newer: Node) -> bool:
        """Whether `newer` was made from `older`, at any distance."""
        queue, seen = list(newer.parents), set(newer.parents)
        while queue:
            at = queue.pop()
            if at == older.at:
                return True
            fresh = [parent for parent in self.nodes[at].parents if parent not in seen]
            seen.update(fresh)
            queue += fresh
        return False

    def showing(self, wanted: Collection[str]) -> list[frozenset[str]]:
        """For each node, which of the `wanted` terms it shows: its sources' minus what went, plus what came."""
        wanted = frozenset(wanted)
        shown: list[frozenset[str]] = []
        for node in self.nodes:
            own = (wanted & node.added) | (wanted & node.implied)
            shown.append((united(shown, node.bearers) - node.removed) | own)
        return shown

    @property
    def labels(self) -> frozenset[str]:
        """The names that the user gave to branches."""
        return frozenset(node.label for node in self.nodes if node.label)

    def changed(self, wanted: Collection[str]) -> list[frozenset[str]]:
        """For each node, which of the `wanted` terms its own step or one before it changed."""
        wanted = frozenset(wanted)
        found: list[frozenset[str]] = []
        for node in self.nodes:
            found.append(
                frozenset().union(node.touched & wanted, *(found[parent] for parent in node.parents))
            )
        return found


def united(of: Sequence[frozenset[str]], places: Sequence[int]) -> frozenset[str]:
    """What stands at the places, together."""
    if len(places) == 1:
        return of[places[0]]
    return frozenset().union(*(of[place] for place in places))


def branch_label(word: str, mark: str) -> str:
    """One name for a branch however it is spelled."""
    return f"{word} {mark}".casefold()


def read_graph(conversation: Conversation, language: str) -> Graph:
    """The graph of everything before the last user message. The uploads of that message come last.

    `language` chooses the cue table by which removals ("take the hat off") are read.
    """
    walk = _Walk(table(language))
    request = conversation.request
    last = max(
        (i for i, turn in enumerate(conversation.turns) if turn is request), default=len(conversation.turns)
    )
    for index, turn in enumerate(conversation.turns):
        if isinstance(turn, AssistantTurn):
            if index < last:
                walk.answer(index, turn)
        elif index < last:
            walk.user(index, turn)
    return walk.graph


class _Walk:
    def __init__(self, cues: Table) -> None:
        self.graph = Graph()
        self.cues = cues
        self.said = ""
        self.pending: list[Upload] = []
        self.uploads = 0
        self.pictures = 0

    def user(self, index: int, turn: UserTurn) -> None:
        self.said = turn.text
        self.pending += turn.uploads
        for upload in turn.uploads:
            self.uploads += 1
            self._keep(
                Node(
                    name=upload.ref, at=len(self.graph.nodes), ordinal=self.uploads, turn=index, prompt="",
                    said=turn.text, is_upload=True, url=upload.url, added=shown_terms(turn.text[:STEP_LENGTH]),
                )
            )  # fmt: skip

    def answer(self, index: int, turn: AssistantTurn) -> None:
        answer = turn.answer
        if answer is None:
            return
        call = answer.call or EchoedCall(prompt=self.said)
        sources = tuple(dict.fromkeys((*call.sources, *(upload.ref for upload in self.pending))))
        parents = tuple(node.at for name in sources if (node := self.graph.named(name)) is not None)
        made: list[int] = []
        step = read_step(self.cues.language, call.prompt[:STEP_LENGTH], edits=bool(sources))
        if sources and (head := _HEADING.match(self.said[:LABEL_LENGTH])):
            heading = shown_terms(head["x"])
            step = replace(step, added=step.added | heading, mentioned=step.mentioned | heading)
        else:
            heading = frozenset()
        for parent in parents[:1]:
            for node in self._batch_of(self.graph.nodes[parent]):
                node.implied |= step.implied
        painted, faded = self._repainted(step, parents)
        for place, picture in enumerate(answer.pictures):
            self.pictures += 1
            node = Node(
                name=picture.gen_id or picture.url or "", at=len(self.graph.nodes), ordinal=self.pictures, turn=index,
                prompt=call.prompt, said=self.said, parents=parents, bearers=parents[:1] if call.prompt in _LENT else parents, ratio=call.ratio, batch_index=place,
                batch_size=len(answer.pictures), url=picture.url, task_id=answer.task_id, added=step.added,
                removed=step.removed | faded, mentioned=step.mentioned, changed=step.changed, touched=step.touched, painted=painted, heading=heading, label=_label_in(self.cues.language, self.said[:LABEL_LENGTH]),
            )  # fmt: skip
            self._keep(node)
            made.append(node.at)
        self.graph.attempts.append(
            Attempt(call=call, sources=sources, pictures=tuple(made), failed=answer.failed or not made)
        )
        if made:
            self.pending.clear()

    def _batch_of(self, node: Node) -> list[Node]:
        """The pictures of one answer: what one of them must have shown, the others were drawn from the same words to show."""
        first = node.at - node.batch_index
        return self.graph.nodes[first : first + node.batch_size]

    def _repainted(
        self, step: Step, parents: tuple[int, ...]
    ) -> tuple[Mapping[str, frozenset[str]], frozenset[str]]:
        """The colours of things after a step (of the newest `MOST_PAINTED`), and those that it painted over."""
        before = self.graph.nodes[parents[0]].painted if parents else {}
        if not step.painted:
            return before, frozenset()
        new = frozenset().union(*step.painted.values())
        faded = frozenset().union(*(before.get(thing, frozenset()) for thing in step.changed)) - new
        if IT in step.painted:
            faded |= _colours_of_it(before) - new
        after = {**before, **step.painted}
        if len(after) > MOST_PAINTED:
            after = dict(list(after.items())[-MOST_PAINTED:])
        return after, faded

    def _keep(self, node: Node) -> None:
        for parent in node.parents:
            self.graph.nodes[parent].children.append(node.at)
        self.graph.nodes.append(node)
        for name in (node.name, node.url):
            if name:
                self.graph.by_name[name] = node.at


def _colours_of_it(painted: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The colours that "it" had: those that it was given before, or the only ones there are."""
    if IT in painted:
        return painted[IT]
    return next(iter(painted.values())) if len(set(painted.values())) == 1 else frozenset()


@lru_cache(maxsize=1_024)
def _label_in(language: str, start: str) -> str | None:
    """The name that the beginning of a message gives to a branch."""
    named = NAMED_BRANCH.match(start)
    if named is not None:
        return branch_label(named["word"] or named["sign"], named["mark"] or named["digit"])
    found = [m for cue in table(language).reference.get("label", ()) if (m := cue.search(start))]
    return found[0]["label"].casefold() if found else None
