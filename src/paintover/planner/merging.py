"""One picture out of several: "put the X of A into B". Each noun phrase is resolved by itself."""

from __future__ import annotations

from collections.abc import Iterator

from paintover.planner.graph import Node
from paintover.planner.intent import Reading
from paintover.planner.ranking import describe
from paintover.planner.resolving import Meant, Resolver, resolve_phrase
from paintover.planner.tables import Table


def merged_pictures(resolver: Resolver, meant: list[Meant]) -> list[Meant]:
    """The two or more pictures that are to become one, or [] when this is no merge."""
    reading = resolver.reading
    if not reading.says("merge"):
        return []
    pointed = _distinct([one for one in meant if one.nodes])
    if len(pointed) >= 2 or any(one.reference.kind == "both" for one in pointed):
        return pointed
    for start, middle, begin, end in _phrases(reading):
        pair = _pair(resolver, (start, middle), (begin, end))
        if pair:
            return pair
    return []


def _phrases(reading: Reading) -> Iterator[tuple[int, int, int, int]]:
    for table in reading.tables:
        for cue in table.intent.get("merge_split", ()):
            for match in cue.finditer(reading.masked):
                yield *match.span("a"), *match.span("b")


def _pair(resolver: Resolver, first: tuple[int, int], second: tuple[int, int]) -> list[Meant]:
    reading = resolver.reading
    if not all(_is_old(reading, *phrase) for phrase in (first, second)):
        return []
    found = [resolve_phrase(resolver, *phrase) for phrase in (first, second)]
    one, other = found
    if one is None or other is None or _same(one, other):
        return []
    if (
        not _points(reading, *first)
        and not _points(reading, *second)
        and _one_shows_both(resolver, first, second)
    ):
        return []
    return [_at_its_newest(resolver, one), _at_its_newest(resolver, other)]


def _same(one: Meant, other: Meant) -> bool:
    return [node.at for node in one.nodes] == [node.at for node in other.nodes]


def _points(reading: Reading, start: int, end: int) -> bool:
    return any(start <= one.start and one.end <= end for one in reading.references)


def _is_old(reading: Reading, start: int, end: int) -> bool:
    """Whether the phrase can mean a thing that exists: a language with articles says "the", not "a"."""
    own: Table = reading.tables[0]
    if "definite" not in own.instruction or _points(reading, start, end):
        return True
    return own.first("instruction", "definite").search(reading.masked[start:end] + " ") is not None


def _one_shows_both(resolver: Resolver, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether a single picture shows what both phrases name: then nothing has to be brought together."""
    graph, reading = resolver.graph, resolver.reading
    wanted = [describe(reading.text[start:end], reading.tables).shows for start, end in (first, second)]
    shown = graph.showing(wanted[0] | wanted[1])
    known = [frozenset(term for term in terms if any(term in one for one in shown)) for terms in wanted]
    return any(known[0] <= one and known[1] <= one for one in shown)


def _at_its_newest(resolver: Resolver, one: Meant) -> Meant:
    """A thing that is only named is meant as it looks now; a picture that is pointed at, as it is."""
    node = one.nodes[0]
    if (
        one.reference.kind != "described"
        or node.is_upload
        or _points(resolver.reading, one.reference.start, one.reference.end)
    ):
        return one
    newest: Node = resolver.graph.tip(node)
    wanted = describe(one.reference.words, resolver.reading.tables).shows
    shown = resolver.graph.showing(wanted)
    if not shown[node.at] <= shown[newest.at]:
        return one
    return Meant(reference=one.reference, nodes=(newest,), runner_up=node, score=one.score, margin=one.margin)


def _distinct(meant: list[Meant]) -> list[Meant]:
    seen: set[int] = set()
    kept: list[Meant] = []
    for one in meant:
        fresh = {node.at for node in one.nodes} - seen
        if fresh:
            kept.append(one)
            seen |= fresh
    return kept
