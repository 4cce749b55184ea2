"""From a reference in words to the picture that it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from paintover.planner.amounts import extreme_in, richest
from paintover.planner.graph import Graph, Node
from paintover.planner.intent import Reading
from paintover.planner.lexicon import CONCEPT
from paintover.planner.ranking import TELLING, Description, Ranked, describe, is_telling, margin_of, rank
from paintover.planner.spans import Reference, clauses
from paintover.planner.terms import terms, weight_of
from paintover.planner.unsaid import contrary_of

_ALL_BUT = re.compile(r"除了|除去|\b(?:except|other than|apart from|aside from|but not)\b", re.IGNORECASE)
_MIDDLE = frozenset(
    {
        "middle", "center", "centre", "中间", "最中间", "真ん中", "가운데", "중간", "milieu", "medio", "mitad", "centro", "meio", "mezzo",
        *(f"mittlere{ending}" for ending in ("", "n", "s", "r", "m")), *(f"средн{ending}" for ending in ("ий", "яя", "юю", "ем", "ей", "ее")),
    }
)  # fmt: skip
_ALONE = re.compile(
    r"\b(?:alone|(?:all )?(?:by|on) (?:it|him|her)self|on (?:its|his|her) own|allein|sol[oa]|seule?|sozinh[oa]|da solo)\b|单独|只有|光有|一个人的|だけの|혼자",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[、，,；](?=[^、，,；]*$)|但(?:是)?(?=[^但]*$)")
_TOLD_OF_DAY = frozenset({CONCEPT + "day_"})
_BACK_TO = re.compile(r"(?:\b(?:back|return) to (?:the |that |this )?|[退倒返]?回到?)$", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:both|all|they)\b|都|两[个只条]", re.IGNORECASE)
_EARLIEST = re.compile(r"最开始|最早|一开始|最初|first|original|beginning", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The pictures that one reference means; `name` is set instead for an id or link that nothing here has."""

    reference: Reference
    nodes: tuple[Node, ...] = ()
    name: str = ""
    runner_up: Node | None = None
    score: float = 1.0
    margin: float = 1.0


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves the references of one message over one graph."""

    graph: Graph
    reading: Reading
    uploads: tuple[Node, ...] = ()
    """Those of the message itself, which an id or ordinal never means."""
    _ways: dict[str, Callable[[Reference], Meant | None]] = field(init=False, repr=False, compare=False)
    _known: dict[Reference, Meant | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(
            self,
            "_ways",
            {
                "id": self._id, "tail": self._tail, "link": self._link, "upload": self._upload, "batch": self._batch, "both": self._both,
                "ordinal": self._ordinal, "nth": self._nth, "from_end": self._from_end, "ago": self._ago, "first": self._first,
                "root": self._root, "latest": self._latest, "previous": self._previous, "label": self._label,
                "branch": self._branch, "before": self._before, "described": self._described,
            },
        )  # fmt: skip

    def all(self) -> list[Meant]:
        """What each reference means, in order; references that mean nothing here are left out.

        A reference after a "not" is no source: it is kept out of the others' choice.
        """
        wanted = [one for one in self.reading.references if not self.is_negated(one)]
        negated = [self._positive(one) for one in self.reading.references if one not in wanted]
        if not negated:
            return [meant for one in wanted if (meant := self.resolve(one)) is not None]
        ruled_out = frozenset(
            node.at for one in negated if (meant := self.resolve(one)) for node in meant.nodes
        )
        unlike = frozenset().union(*(terms(one.words) for one in negated if one.kind == "described"))
        found = [
            self._unlike(one, ruled_out, unlike) if one.kind == "described" else self.resolve(one)
            for one in wanted
        ]
        kept = [meant for meant in found if meant is not None]
        return kept or self._anything_else(negated, ruled_out, unlike)

    def _anything_else(
        self, negated: list[Reference], ruled_out: frozenset[int], unlike: frozenset[str]
    ) -> list[Meant]:
        """Only a "not that one": what the other words speak of, without what the ruled-out picture was known by."""
        words = self.reading.masked
        for one in reversed(negated):
            words = words[: one.start] + " " + words[one.end :]
        seen = describe(words, self.reading.tables)
        seen = replace(seen, lacks=seen.lacks | (unlike - seen.shows))
        meant = self._ranked(negated[0], seen, leave_out=ruled_out)
        return [meant] if meant else []

    def _unlike(self, one: Reference, ruled_out: frozenset[int], unlike: frozenset[str]) -> Meant | None:
        """A description beside a "not that one": what the ruled-out picture was known by must be lacking."""
        seen = describe(one.words, self.reading.tables, one.value)
        return self._ranked(one, replace(seen, lacks=seen.lacks | (unlike - seen.shows)), leave_out=ruled_out)

    def resolve(self, one: Reference) -> Meant | None:
        """The pictures that this reference means, or None when it points at nothing. Worked out once."""
        if one not in self._known:
            self._known[one] = self._ways[one.kind](one)
        return self._known[one]

    def points(self, one: Reference) -> bool:
        """Whether this reference means a picture, or rules one out."""
        return self.resolve(one) is not None

    def is_negated(self, one: Reference) -> bool:
        """Whether the words before or in a reference rule its picture out."""
        if one.kind == "described" and describe(one.words, self.reading.tables).lacks:
            return False
        before, inside = self.reading.masked[: one.start], self.reading.masked[one.start : one.end]
        after = self.reading.masked[one.end :]
        if any(
            cue.match(after) for table in self.reading.tables for cue in table.intent.get("not_after", ())
        ):
            return True
        return any(
            table.first("intent", "not_before").search(before)
            or table.first("intent", "not_start").match(inside)
            for table in self.reading.tables
        )

    def _positive(self, one: Reference) -> Reference:
        """A ruled-out reference as if it were wanted: "not the red one" means, and rules out, the red one."""
        words = one.words
        for table in self.reading.tables:
            words = table.first("intent", "not_start").sub("", words)
        return replace(one, words=words)

    def _sole(self, one: Reference, node: Node | None) -> Meant | None:
        return None if node is None else Meant(reference=one, nodes=(node,))

    def _id(self, one: Reference) -> Meant:
        if one.value.startswith("task_"):
            made = tuple(node for node in self.graph.nodes if node.task_id == one.value)
            return Meant(reference=one, nodes=made[:1], name="" if made else one.value)
        node = self.graph.named(one.value)
        return Meant(reference=one, nodes=(node,) if node else (), name="" if node else one.value)

    def _tail(self, one: Reference) -> Meant | None:
        ending = [node for node in self.graph.nodes if node.name.endswith(one.value)]
        return self._sole(one, ending[-1] if ending else None)

    def _link(self, one: Reference) -> Meant:
        node = self.graph.named(one.value)
        return Meant(reference=one, nodes=(node,) if node else (), name="" if node else one.value)

    def _upload(self, one: Reference) -> Meant | None:
        sent = [node for node in self.graph.nodes if node.is_upload]
        if one.value and len(sent) > 1:
            shown = self.graph.showing(terms(one.value))
            alike = [node for node in sent if shown[node.at]]
            return self._sole(one, alike[-1] if alike else sent[-1])
        if sent and _EARLIEST.search(one.words):
            return self._sole(one, sent[0])
        return self._sole(one, sent[-1] if sent else None)

    def _batch(self, one: Reference) -> Meant | None:
        batches = [node for node in self.graph.drawn if node.batch_size > 1]
        if not batches and one.value in _MIDDLE:
            drawn = self.graph.drawn
            return self._sole(one, drawn[len(drawn) // 2] if len(drawn) % 2 and len(drawn) > 1 else None)
        if not batches:
            return self._ordinal(one)
        chosen = batches[0] if _EARLIEST.search(one.words) else batches[-1]
        batch = [node for node in batches if node.turn == chosen.turn]
        number = one.number
        if number is None:
            number = (len(batch) + 1) // 2 if one.value in _MIDDLE else len(batch)
        return self._sole(one, batch[number - 1]) if 1 <= number <= len(batch) else None

    def _both(self, one: Reference) -> Meant | None:
        drawn = self.graph.drawn
        number = min(one.number or 2, len(drawn))
        if number < 2:
            return None
        if one.value and (alike := self._tips_showing(terms(one.value))):
            if len(alike) < number:
                alike = self._leaves_showing(terms(one.value))
            return Meant(reference=one, nodes=tuple(alike[-number:])) if len(alike) >= number else None
        from_start = any(word in one.words.casefold() for word in ("前", "first"))
        return Meant(reference=one, nodes=tuple(drawn[:number] if from_start else drawn[-number:]))

    def _tips_showing(self, wanted: frozenset[str]) -> list[Node]:
        """The newest picture of each tree that shows any of the terms."""
        shown = self.graph.showing(wanted)
        newest = {self.graph.root(node).at: node for node in self.graph.drawn if shown[node.at]}
        return list(newest.values())

    def _leaves_showing(self, wanted: frozenset[str]) -> list[Node]:
        """The pictures from which nothing was made and that show any of the terms: the tips of one tree's branches."""
        shown = self.graph.showing(wanted)
        return [node for node in self.graph.drawn if shown[node.at] and not node.children]

    def _ordinal(self, one: Reference) -> Meant | None:
        drawn = self.graph.drawn
        if one.number is None or not 1 <= one.number <= len(drawn):
            return None
        return self._sole(one, drawn[one.number - 1])

    def _nth(self, one: Reference) -> Meant | None:
        """ "The first mug": of the separate pictures that show one, as it looks now."""
        wanted = terms(one.value)
        shown = self.graph.showing(wanted)
        trees = {self.graph.root(node).at: node for node in reversed(self.graph.drawn) if shown[node.at]}
        firsts = [trees[at] for at in sorted(trees)]
        if one.number is None or len(firsts) < 2 or not 1 <= one.number <= len(firsts):
            return None
        return self._sole(one, self._newest_like(firsts[one.number - 1], shown))

    def _from_end(self, one: Reference) -> Meant | None:
        drawn = self.graph.drawn
        if one.number is None or not 1 <= one.number <= len(drawn):
            return None
        return self._sole(one, drawn[-one.number])

    def _ago(self, one: Reference) -> Meant | None:
        drawn = self.graph.drawn
        if one.number is None or one.number >= len(drawn):
            return None
        return self._sole(one, drawn[-1 - one.number])

    def _first(self, one: Reference) -> Meant | None:
        drawn = self.graph.drawn or self.graph.nodes
        return self._sole(one, drawn[0] if drawn else None)

    def _root(self, one: Reference) -> Meant | None:
        latest = self.graph.latest
        return self._sole(one, self.graph.root(latest) if latest else None)

    def _latest(self, one: Reference) -> Meant | None:
        return self._sole(one, self.graph.latest)

    def _previous(self, one: Reference) -> Meant | None:
        drawn = self.graph.drawn
        return self._sole(one, drawn[-2] if len(drawn) > 1 else None)

    def _label(self, one: Reference) -> Meant | None:
        labelled = [node for node in self.graph.drawn if node.label and _same_label(node.label, one.value)]
        return self._sole(one, self._branch_tip(labelled[-1]) if labelled else None)

    def _branch_tip(self, node: Node) -> Node:
        """The newest picture of a branch, not going on into a branch that was given its own name."""
        newest = node
        for other in self.graph.nodes[node.at + 1 :]:
            if newest.at in other.parents or (
                any(
                    parent == node.at or self.graph.is_ancestor(node, self.graph.nodes[parent])
                    for parent in other.parents
                )
            ):
                if other.label and other.label != node.label:
                    continue
                newest = other
        return newest

    def _branch(self, one: Reference) -> Meant | None:
        meant = self._described(one)
        if meant is None:
            return None
        wanted = describe(one.words, self.reading.tables, one.value).shows
        shown = self.graph.showing(wanted)
        start = meant.nodes[0]
        tip = self._branch_tip(start)
        while not start.label and tip is not start and not shown[start.at] <= shown[tip.at] and tip.parents:
            tip = self.graph.nodes[tip.parents[0]]
        if tip is start and not start.label:
            tip = self._newest_like(start, shown)
        return Meant(
            reference=one, nodes=(tip,), runner_up=meant.runner_up,
            score=meant.score, margin=meant.margin,
        )  # fmt: skip

    def _newest_like(
        self, start: Node, shown: list[frozenset[str]], *, without: frozenset[str] = frozenset()
    ) -> Node:
        """The newest descendant that still shows what the branch is known by, before what it must lack came in."""
        newest = start
        for node in self.graph.nodes[start.at + 1 :]:
            if newest.at in node.parents and shown[start.at] <= shown[node.at] and not node.added & without:
                newest = node
        return newest

    def _before(self, one: Reference) -> Meant | None:
        """ "X before Y": shows X and not yet Y. "Before Y" alone: what Y was done to."""
        for table in self.reading.tables:
            cue = table.first("reference", "before").search(one.words + "的时候")
            if cue is None:
                continue
            head, tail = one.words[: cue.start()], one.words[cue.end() :]
            if cue[0].startswith(("之前", "以前", "前的")):
                head, tail = tail, head  # 挂烧鹅之前的老板娘
            if cue[0].endswith("没") and (parted := _PARTED.search(head)):
                head, tail = head[: parted.start()], head[parted.end() :] + tail  # 石桌放好、棋还没摆
            shows, lacks = terms(head), terms(tail)
            if shows and lacks:
                if (brought := self._just_before(one, shows, lacks)) is not None:
                    return brought
                if any(shows & shown for shown in self.graph.showing(shows)):
                    return self._ranked(one, Description(shows=shows, lacks=lacks - shows))
                one = replace(one, words=one.words[cue.end() :])
            elif not shows and lacks and cue[0].endswith("没"):
                one = replace(one, words=tail)  # 还没下雪的时候: what the snow came to
        meant = self._described(one)
        if meant is None or not meant.nodes[0].parents:
            return meant
        return Meant(reference=one, nodes=(self.graph.nodes[meant.nodes[0].parents[0]],), margin=meant.margin)

    def _just_before(self, one: Reference, shows: frozenset[str], lacks: frozenset[str]) -> Meant | None:
        """The picture to which what is lacking was done, when it shows the rest."""
        done = self._ranked(one, Description(shows=lacks - shows))
        if done is None or not done.nodes[0].parents:
            return None
        parent = self.graph.nodes[done.nodes[0].parents[0]]
        return replace(done, nodes=(parent,)) if self.graph.showing(shows)[parent.at] else None

    def _described(self, one: Reference) -> Meant | None:
        extreme = extreme_in(one.words, self.reading.tables)
        if extreme is not None and (node := richest(self.graph, extreme)) is not None:
            return self._sole(one, node)
        wanted = describe(one.words, self.reading.tables, one.value)
        if _ALONE.search(one.words) and wanted.shows:
            return self._by_itself(one, wanted) or self._ranked(one, wanted)
        if wanted.lacks and not wanted.shows and _ALL_BUT.search(one.words):
            wanted = replace(wanted, shows=self._named_after(one))
        if not wanted.lacks and (contrary := contrary_of(one.words)):
            usual = self._ranked(one, Description(shows=frozenset(), lacks=contrary))
            if usual is not None and not any(self.graph.showing(wanted.shows & _TOLD_OF_DAY)):
                return usual
        meant = self._ranked(one, wanted)
        if meant is not None and meant.nodes[0] is self.graph.latest and self._goes_back(one):
            meant = self._ranked(one, wanted, leave_out=frozenset({meant.nodes[0].at})) or meant
        if meant is None or one.value in ("first", "root", "previous"):
            return meant
        if (before := self._before_it_went(meant.nodes[0], wanted)) is not None:
            return replace(meant, nodes=(before,))
        if meant.nodes[0].heading & wanted.shows:
            return replace(meant, nodes=(self._branch_tip(meant.nodes[0]),))
        if not wanted.shows or not (
            one.is_thing
            or self._is_all_of_its_tree(meant.nodes[0], wanted)
            or self._later_brought(meant.nodes[0], wanted)
        ):
            return meant
        newest = self._newest_like(meant.nodes[0], self.graph.showing(wanted.shows), without=wanted.lacks)
        if newest is self.graph.latest and self._goes_back(one):
            # Of several that became so one by one, all are so in the last picture before where one is.
            several = _SEVERAL.search(one.words) is not None and newest.parents
            return replace(meant, nodes=(self.graph.nodes[newest.parents[0]],)) if several else meant
        return replace(meant, nodes=(newest,))

    def _goes_back(self, one: Reference) -> bool:
        """Whether a description is of what to go back to, which is never where one is."""
        return _BACK_TO.search(self.reading.masked[: one.words_at[0]]) is not None

    def _before_it_went(self, node: Node, wanted: Description) -> Node | None:
        """What the newest step took a thing away from, where just that thing is wanted back: "the one with the cat after all"."""
        latest = self.graph.latest
        if latest is None or not latest.parents or wanted.lacks or wanted.fresh or wanted.altered:
            return None
        before, shown = self.graph.nodes[latest.parents[0]], self.graph.showing(wanted.shows)
        gone = sum(map(weight_of, latest.removed & wanted.shows)) >= TELLING
        is_it = shown[node.at] <= shown[before.at] and self.graph.is_ancestor(node, before)
        return before if gone and is_it and before.added.isdisjoint(wanted.shows) else None

    def _by_itself(self, one: Reference, wanted: Description) -> Meant | None:
        """The newest picture of a thing that was drawn for itself: "the fox alone", after it was put beside a bird."""
        shown = self.graph.showing(wanted.shows)
        most = max(map(len, shown), default=0)
        roots = [
            node for node in self.graph.drawn if not node.parents and most and len(shown[node.at]) == most
        ]
        return self._sole(one, roots[-1] if roots else None)

    def _is_all_of_its_tree(self, node: Node, wanted: Description) -> bool:
        """Whether the words only say which of several trees is meant, by what it began with: "the kitchen one" among other
        rooms. That is the kitchen as it looks now; where there is only one tree, naming what it began with means its root."""
        said_more = wanted.lacks or wanted.unchanged or wanted.altered or wanted.fresh or wanted.hint
        if node.parents or said_more:
            return False
        shown = self.graph.showing(wanted.shows)
        alike = {self.graph.root(other).at for other in self.graph.drawn if shown[other.at] & shown[node.at]}
        several = any(not other.parents and other.at != node.at for other in self.graph.drawn)
        return several and alike == {node.at}

    def _later_brought(self, node: Node, wanted: Description) -> bool:
        """Whether what is lacking came in after `node`: "the library without bubbles" goes on up to the bubbles."""
        return (
            bool(wanted.lacks)
            and not wanted.unchanged
            and any(
                other.added & wanted.lacks and self.graph.is_ancestor(node, other)
                for other in self.graph.nodes
            )
        )

    def _named_after(self, one: Reference) -> frozenset[str]:
        """What the next clause names, when a description only says what is not there: "not the snowy one, the hatted cat"."""
        after = clauses(self.reading.masked[one.end :])
        if not after:
            return frozenset()
        words = self.reading.masked[one.end + after[0][0] : one.end + after[0][1]]
        if any(table.first("intent", "imperative").search(words) for table in self.reading.tables):
            return frozenset()
        named = terms(words)
        return named if any(named & shown for shown in self.graph.showing(named)) else frozenset()

    def _ranked(
        self, one: Reference, wanted: Description, *, leave_out: frozenset[int] = frozenset()
    ) -> Meant | None:
        ranked: list[Ranked] = [] if wanted.is_empty else rank(self.graph, wanted, leave_out=leave_out)
        if not ranked:
            return None
        best = ranked[0]
        if not (is_telling(best) or wanted.lacks or best.covered >= 0.5):
            return None
        return Meant(
            reference=one, nodes=(best.node,), runner_up=ranked[1].node if len(ranked) > 1 else None,
            score=best.score, margin=margin_of(ranked),
        )  # fmt: skip


def _same_label(one: str, other: str) -> bool:
    """Whether two names mean one branch; a bare mark ("b") fits any word."""
    if " " in one and " " in other:
        return one == other
    return one.rpartition(" ")[2] == other.rpartition(" ")[2]


def resolve_phrase(resolver: Resolver, start: int, end: int) -> Meant | None:
    """The picture that a noun phrase of the message means: by the references inside it, else by what it describes."""
    reading = resolver.reading
    inside = [one for one in reading.references if start <= one.start and one.end <= end]
    for one in inside:
        if one.kind not in ("described", "branch") and (meant := resolver.resolve(one)) and meant.nodes:
            return meant
    words = reading.text[start:end]
    phrase = Reference(start=start, end=end, kind="described", words=words)
    wanted = describe(words, reading.tables)
    ranked = rank(resolver.graph, wanted) if wanted.shows else []
    if not ranked or not (is_telling(ranked[0]) or ranked[0].covered > 0.99):
        return None
    best = ranked[0]
    return Meant(
        reference=phrase, nodes=(best.node,), runner_up=ranked[1].node if len(ranked) > 1 else None,
        score=best.score, margin=margin_of(ranked),
    )  # fmt: skip
