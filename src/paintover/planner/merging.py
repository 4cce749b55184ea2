"""One picture out of several: "put the X of A into B". Each noun phrase is resolved by itself."""

from __future__ import annotations

import re
from dataclasses import replace

from paintover.planner.graph import Node
from paintover.planner.intent import is_content
from paintover.planner.phrases import Phrase, noun_phrases
from paintover.planner.ranking import DIGITS, describe
from paintover.planner.resolving import Meant, Resolver, resolve_phrase
from paintover.planner.spans import RESUMES, Reference, clauses
from paintover.planner.terms import terms, weight_of
from paintover.planner.unsaid import MOST_TOGETHER, those_apart
from paintover.planner.within import each_of_one

_BOTH = re.compile(r"\bboth\b|\bbeiden?\b|\bamb[oa]s\b|\bentramb[ei]\b|\bоб[еа]\b|両方", re.IGNORECASE)
_EARLIEST = re.compile(
    r"前(?!面)|\bfirst\b|\bersten\b|\bprim[ae]r[ao]?s\b|\bpremi[eè]r|最初|перв", re.IGNORECASE
)
_ENDS = " \t\n.。!！?？~,，"
HARD = ("id", "link", "upload", "batch", "ordinal", "from_end", "ago", "first", "root", "label", "previous")
"""Kinds of reference that say which picture without a look at what it shows."""
NO_WORD_BREAKS = ("ja", "ko")
"""Languages whose verbs and endings share pairs of characters: no ground for guessing a merge."""
WHOLE = 0.5
"""The share of a phrase's known words that its picture must show."""
PLAIN_WORD = 0.85
"""The weight from which a term names a thing rather than a colour or a stray character."""


def merged_pictures(resolver: Resolver, meant: list[Meant]) -> list[Meant]:
    """The two or more pictures that are to become one, or [] when this is no merge."""
    if together := _all_together(resolver) or _two_named(resolver) or _sharing(resolver) or _they(resolver):
        return together
    pointed = _distinct(_without_echoes([one for one in meant if one.nodes]))
    merges = resolver.reading.says("merge")
    both = any(one.reference.kind == "both" for one in pointed)
    if both and len(together := _brought_together(resolver, _plain_phrases(resolver), both=True)) > 1:
        return together
    if merges and (len(pointed) >= 2 or both):
        return pointed
    if not pointed and (pair := _them(resolver, merges=merges)):
        return pair
    if sum(one.reference.kind in HARD for one in pointed) >= 2:
        return pointed
    phrases = noun_phrases(resolver.reading)
    brought = _brought_into_the_latest(resolver, meant)
    if brought:
        return brought
    if resolver.reading.language in NO_WORD_BREAKS and not merges:
        return []
    if resolver.reading.says("likewise") and len(pointed) == 1:
        return []  # "a skylight on the loft version too"
    return _brought_together(resolver, _without_refined(resolver, phrases))


def _all_together(resolver: Resolver) -> list[Meant]:
    """Those of a message that asks for nothing but one picture out of several: "merge all three", 把两张图合成一张."""
    words = resolver.reading.masked.strip(_ENDS)
    for table in resolver.reading.tables:
        for cue in table.intent.get("all_together", ()):
            if (match := cue.fullmatch(words)) is None:
                continue
            named = match.groupdict()
            drawn = resolver.graph.drawn
            if named.get("a"):
                places = [table.number(named["a"]), table.number(named["b"])]
                nodes = [
                    drawn[place - 1] for place in places if place is not None and -1 <= place <= len(drawn)
                ]
            else:
                newest = list({resolver.graph.root(node).at: node for node in drawn}.values())
                number = table.number(named["n"]) if named.get("n") else 2 if _BOTH.search(words) else None
                several = newest if len(newest) >= (number or 2) else drawn
                number = number or (2 if several is drawn else MOST_TOGETHER)
                nodes = several[:number] if _EARLIEST.search(words) else several[-number:]
            them = Reference(start=0, end=0, kind="both", words=words)
            return [Meant(reference=them, nodes=(node,)) for node in nodes] if len(nodes) > 1 else []
    return []


def _two_named(resolver: Resolver) -> list[Meant]:
    """ "Put the cat and the dog in one picture", 老虎和熊猫放一张图里: the newest picture of each by itself."""
    reading, graph = resolver.reading, resolver.graph
    cues = (table.first("intent", "two_together") for table in reading.tables)
    named = next((found for cue in cues if (found := cue.fullmatch(reading.masked.strip(_ENDS)))), None)
    if named is None or not graph.drawn or any(one.kind in HARD for one in reading.references):
        return []
    a, b = (_telling(named[name]) for name in ("a", "b"))
    shown = graph.showing(a | b)
    newest = graph.drawn[-1]
    if len(newest.bearers) < 2 and shown[newest.at] & a and shown[newest.at] & b:
        return []
    alone = [
        [node for node in graph.drawn if shown[node.at] & one and not shown[node.at] & other]
        for one, other in ((a, b), (b, a))
    ]
    if not all(alone) or graph.root(alone[0][-1]) is graph.root(alone[1][-1]):
        return []
    them = Reference(start=0, end=0, kind="both", words=named[0])
    return [Meant(reference=them, nodes=(found[-1],)) for found in alone]


def _sharing(resolver: Resolver) -> list[Meant]:
    """ "All three on a bench", 两只都坐在沙发上: so many pictures, each of one thing and drawn for itself."""
    graph = resolver.graph
    for table in resolver.reading.tables:
        for cue in table.intent.get("shared", ()):
            if (match := cue.search(resolver.reading.masked)) is None:
                continue
            number = (table.number(match["n"]) if match["n"] else 2) or 2
            nodes = each_of_one(graph.drawn[-number:])
            if 2 <= len(nodes) == number == len({graph.root(node).at for node in nodes}):
                them = Reference(start=0, end=0, kind="both", words=match[0])
                return [Meant(reference=them, nodes=(node,)) for node in nodes]
    return []


_DEED_TOGETHER = re.compile(
    r"\b(?:they|them|both|(?:the )?two)\b(?=.*\b(?:together|play\w*|danc\w+|hug\w*|kiss\w*|sit\w*|walk\w*|run\w*|swim\w*|sleep\w*|eat\w*|meet\w*|shar\w+|fight\w*|talk\w*|sing\w*"
    r"|read\w*|jump\w*|camp\w*|celebrat\w+|rid(?:e|ing)|hold\w* hands|at their|friends)\b)|\b(?:draw|show|put|paint) them(?: both| together)? (?:at|in|on) (?:the|an?)\b"
    r"|\b(?:beide|sie|die beiden|les deux|ils|elles|ellos|ellas|los dos|ambos|loro|i due|entrambi|eles|elas|os dois)\b(?=.*\b(?:zusammen|miteinander|ensemble|junt[oa]s|insieme)\b)|(?:二人|ふたり|二匹|両方)(?=.*(?:一緒|で))"
    r"|(?:[它他她]们|[它他她]?俩|[两二][个只位])(?=.*(?:一起|玩|跳舞|拥抱|抱|亲|坐|走|跑|游泳|睡|吃|见面|打架|聊天|唱歌|站|散步|牵手|赛跑|朋友))",
    re.IGNORECASE,
)
"""What two do, who were drawn each for itself."""
_BOTH_THERE = re.compile(
    r"\bboth(?: of them)? (?:in|on|at|under|by|inside|behind|beside|next to|around) the (?P<x>[a-z]+)\b",
    re.IGNORECASE,
)
"""Both in the boat that one of the pictures shows."""
_ALONE = re.compile(
    r"(?!.*(?:\b(?:and|with an?|und|mit|et|avec|y|con|e|com|beside|next to|feeding|riding|walking (?:a|the|his|her)|chasing|holding|carrying|couple|family|pair|group|friends)\b|[和跟与、]|骑着|带着|牵着|抱着|喂|一家|情侣|夫妻|朋友|[群们些几两三四五六]))"
    r"(?:[^\x00-\x7f].*|(?:(?:please|can you|draw|paint|make|show|me|now|ok|a new picture|another picture|new picture)[,: ]+)*(?:an?|one|the|my|this|ein\w*|un[aeo]?|uma?|der|die|das|le|la|el|il)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
"""One, and nobody beside them."""


def _they(resolver: Resolver) -> list[Meant]:
    """ "Now they play together in the snow", 它们一起在海边, after a picture of a cat and one of a dog."""
    graph, words = resolver.graph, resolver.reading.masked
    there = _BOTH_THERE.search(words)
    shared = there is not None and any(
        graph.showing(_telling(there["x"]))[node.at] for node in graph.drawn[-2:]
    )
    if (_DEED_TOGETHER.search(words) is None and not shared) or any(
        one.kind in HARD for one in resolver.reading.references
    ):
        return []
    pair = each_of_one(graph.drawn[-2:])
    roots = {graph.root(node).at for node in pair}
    if len(pair) != 2 or len(roots) != 2 or not all(_ALONE.match(graph.told(node)) for node in pair):
        return []
    them = Reference(start=0, end=0, kind="both", words=words)
    return [Meant(reference=them, nodes=(node,)) for node in pair]


def _telling(words: str) -> frozenset[str]:
    return frozenset(term for term in terms(words) if weight_of(term) >= PLAIN_WORD)


def _them(resolver: Resolver, *, merges: bool) -> list[Meant]:
    """ "Put them together", 把它们放在一起: the two pictures drawn last, or all."""
    words = resolver.reading.masked
    them = Reference(start=0, end=0, kind="both", words=words)
    return [
        Meant(reference=them, nodes=(node,))
        for node in those_apart(words, resolver.reading.language, resolver.graph, merges=merges)
    ]


def _without_refined(resolver: Resolver, phrases: list[Phrase]) -> list[Phrase]:
    """Without a noun that the next clause is more exact about: "on the vacuum, the one from before the party hat"."""
    parts = clauses(resolver.reading.masked)
    kept: list[Phrase] = []
    for phrase in phrases:
        alone = phrase.reference is not None and any(
            not is_content(
                resolver.reading.masked[start : phrase.start] + resolver.reading.masked[phrase.end : end]
            )
            for start, end in parts
            if start <= phrase.start and phrase.end <= end
        )
        if alone and kept and kept[-1].reference is None and phrase.start > 0:
            earlier = kept.pop()
            phrase = replace(phrase, start=earlier.start)
        kept.append(phrase)
    return kept


def _brought_into_the_latest(resolver: Resolver, meant: list[Meant]) -> list[Meant]:
    """ "Give him the hat from picture 2": something of the only picture named comes into the latest."""
    latest = resolver.graph.latest
    if latest is None:
        return []
    for cue in (cue for one in resolver.reading.tables for cue in one.intent.get("merge_from", ())):
        for match in cue.finditer(resolver.reading.masked):
            taken = [
                one
                for one in meant
                if one.nodes and one.reference.start in range(match.end() - 1, match.end() + 5)
            ]
            if (
                taken
                and taken[0].nodes[0] is not latest
                and len(_distinct(meant)) == 1
                and _leaves_off(resolver, taken[0].reference)
            ):
                return [*taken, Meant(reference=taken[0].reference, nodes=(latest,))]
    return []


def _plain_phrases(resolver: Resolver) -> list[Phrase]:
    """The phrases as if nothing pointed: "bears in stripes hoisting the cup, use both"."""
    both = [one for one in resolver.reading.references if one.kind == "both"]
    return [
        phrase
        for phrase in noun_phrases(replace(resolver.reading, references=()))
        if not any(one.start < phrase.end and phrase.start < one.end for one in both)
    ]


def _without_echoes(meant: list[Meant]) -> list[Meant]:
    """Without a "that one" that only takes up what was described before it."""
    if len(meant) < 2:
        return meant
    return [one for one in meant if one.reference.kind != "latest" or not RESUMES.match(one.reference.words)]


def _leaves_off(resolver: Resolver, one: Reference) -> bool:
    """Whether what follows a reference shows that only something of its picture is taken."""
    after = resolver.reading.masked[one.end :]
    return any(table.first("intent", "merge_from_tail").search(after) for table in resolver.reading.tables)


def _brought_together(resolver: Resolver, phrases: list[Phrase], *, both: bool = False) -> list[Meant]:
    """The pictures of a message whose phrases no single picture explains."""
    found = [
        (phrase, meant)
        for phrase in phrases
        if phrase.is_definite
        and not phrase.is_forbidden
        and not (both and phrase.reference)
        and not (phrase.reference and RESUMES.match(phrase.reference.words))
        and not (phrase.reference and resolver.is_negated(phrase.reference))
        and (meant := _picture_of(resolver, phrase)) is not None
    ]
    chosen: list[tuple[Phrase, Meant]] = []
    for phrase, meant in found:
        if any(_explains(resolver, other, phrase) for _, other in chosen):
            continue
        chosen = [
            (earlier, other)
            for earlier, other in chosen
            if earlier.reference or not _explains(resolver, meant, earlier)
        ]
        chosen.append((phrase, meant))
    chosen = _in_clauses_of_references(resolver, chosen)
    if len(chosen) < 2 or _one_explains_all(resolver, chosen):
        return []
    together = _distinct([_at_its_newest(resolver, phrase, meant) for phrase, meant in chosen])
    return [] if _of_one_line(resolver, together) else together


def _in_clauses_of_references(
    resolver: Resolver, chosen: list[tuple[Phrase, Meant]]
) -> list[tuple[Phrase, Meant]]:
    """Beside a picture that is pointed at, only what stands in the same clause is brought together with it."""
    pointing = [phrase for phrase, _ in chosen if phrase.reference is not None]
    if not pointing:
        return chosen
    parts = clauses(resolver.reading.masked)
    placed = resolver.reading.tables[0].reference.get("placed_into", ())
    here = [
        (start, end)
        for start, end in parts
        if any(start <= one.start < end for one in pointing)
        or any(cue.match(resolver.reading.masked, start, end) for cue in placed)  # ..., 站到舞厅里去
    ]
    return [
        (phrase, meant) for phrase, meant in chosen if any(start <= phrase.start < end for start, end in here)
    ]


def _of_one_line(resolver: Resolver, found: list[Meant]) -> bool:
    """Whether one of the pictures was made from the other: nobody brings those together unasked."""
    nodes = [one.nodes[0] for one in found]
    return any(resolver.graph.is_ancestor(a, b) for a in nodes for b in nodes if a is not b)


def _picture_of(resolver: Resolver, phrase: Phrase) -> Meant | None:
    meant = resolve_phrase(resolver, phrase.start, phrase.end)
    if meant is None or not meant.nodes:
        return None
    if phrase.reference is not None or meant.reference.kind != "described":
        return meant
    known, shown = _known(resolver, phrase, meant.nodes[0])
    if not any(weight_of(term) >= PLAIN_WORD for term in shown):
        return None
    return meant if _weight(shown) >= WHOLE * _weight(known) else None


def _known(resolver: Resolver, phrase: Phrase, node: Node) -> tuple[frozenset[str], frozenset[str]]:
    """The terms of a phrase that any picture shows, and those that `node` shows."""
    words = resolver.reading.masked[phrase.start : phrase.end]
    shown = resolver.graph.showing(describe(words, resolver.reading.tables).shows)
    return frozenset().union(*shown), shown[node.at]


def _weight(found: frozenset[str]) -> float:
    return round(sum(map(weight_of, found)), DIGITS)


def _explains(resolver: Resolver, meant: Meant, phrase: Phrase) -> bool:
    """Whether a picture already shows what a phrase names."""
    if phrase.reference is not None and phrase.reference.kind != "described":
        return False
    for node in meant.nodes:
        known, shown = _known(resolver, phrase, node)
        if shown and _weight(shown) >= _weight(known) - 0.5:
            return True
    return False


def _one_explains_all(resolver: Resolver, chosen: list[tuple[Phrase, Meant]]) -> bool:
    if any(phrase.reference is not None for phrase, _ in chosen):
        return False
    return any(
        all(
            _explains(resolver, Meant(reference=meant.reference, nodes=(node,)), phrase)
            for phrase, meant in chosen
        )
        for node in resolver.graph.nodes
    )


def _at_its_newest(resolver: Resolver, phrase: Phrase, one: Meant) -> Meant:
    """A thing that is only named is meant as it looks now; a picture that is pointed at, as it is."""
    node = one.nodes[0]
    if phrase.reference is not None or one.reference.kind != "described" or node.is_upload:
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
