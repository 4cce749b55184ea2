"""One request that asks for several different things: "add a frame to each", "three: one red, one blue, one at night".

Where this says nothing, the plan's one call stands as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from paintover.domain.call import Call, Candidate, Evidence, Plan
from paintover.domain.conversation import Conversation
from paintover.domain.errors import BadRatio
from paintover.domain.ratio import Ratio, parse_ratio
from paintover.planner.graph import Node, read_graph
from paintover.planner.intent import Reading, is_content, read, tables_for, window
from paintover.planner.language import spoken_language
from paintover.planner.prompting import without
from paintover.planner.protocol import Wishes
from paintover.planner.shapes import MOST_PICTURES
from paintover.planner.tables import table
from paintover.planner.within import all_are_things, each_of_one, in_line
from paintover.planner.wording import because, named

MOST_CALLS = 10
_PICKED = re.compile(r"^(?:one|another(?: one)?|the (?:first|second|third|fourth|fifth|last)(?: one)?|a (?:first|second|third|last) one)\b[\s,:]*|^(?:另|再|还有|最后|第[一二三四五六七八九十\d])?[一1]?(?:张|幅|版|个)(?:是|要|用|画)?[\s,，:：]*", re.IGNORECASE)  # fmt: skip
"""How an item of a list begins: "one in red", 一张红色的."""
_ITEMS = re.compile(r"\s*(?:[,，;；、]|\band\b|，?(?:还有|以及|和))+\s*(?=(?:and\s+)?(?:one|another|the (?:first|second|third|fourth|fifth|last)(?: one)?)\b|(?:另|再|最后)?一(?:张|幅|版|个)|第[一二三四五六七八九十\d](?:张|幅|版|个))", re.IGNORECASE)  # fmt: skip
_NOTHING = re.compile(r"[\s,，。.;；!！?？的]+")


def with_more(
    plan: Plan, conversation: Conversation, wishes: Wishes, plan_one: Callable[[Conversation, Wishes], Plan]
) -> Plan:
    """The plan, parted into several where its request asks for different pictures. `plan_one` plans one part."""
    if plan.question is not None or plan.more or conversation.request.uploads:
        return plan
    language, text = spoken_language(conversation), window(conversation.request.text)
    cues = (
        cue
        for table in tables_for(language)
        for name in ("each", "listed")
        for cue in table.intent.get(name, ())
    )
    if not any(cue.search(text) for cue in cues):
        return plan
    reading = read(text, language)
    return (
        _listed(plan, reading, conversation, wishes, plan_one) or _each(plan, reading, conversation) or plan
    )


def _listed(
    plan: Plan,
    reading: Reading,
    conversation: Conversation,
    wishes: Wishes,
    plan_one: Callable[[Conversation, Wishes], Plan],
) -> Plan | None:
    """ "Make three: one in red, one in blue, one of the first picture at night"."""
    cue = reading.cue("listed")
    if cue is None:
        return None
    number = next((n for table in reading.tables if (n := table.number(cue["n"])) is not None), None)
    words = reading.text[cue.end() :]
    edges = [0, *(edge for match in _ITEMS.finditer(reading.masked, cue.end()) for edge in (match.start() - cue.end(), match.end() - cue.end())), len(words)]  # fmt: skip
    items = [
        _PICKED.sub("", words[a:b].strip()).strip(" ,，。.;；")
        for a, b in zip(edges[::2], edges[1::2], strict=True)
    ]
    items = [item for item in items if not _NOTHING.fullmatch(item) and is_content(item)]
    if number is None or len(items) != number or not 2 <= len(items) <= MOST_CALLS:
        return None
    parts = [_part(plan, item, conversation, wishes, plan_one) for item in items]
    return replace(parts[0], more=tuple(parts[1:]))


def _part(
    plan: Plan,
    item: str,
    conversation: Conversation,
    wishes: Wishes,
    plan_one: Callable[[Conversation, Wishes], Plan],
) -> Plan:
    """One item, planned as if it were the whole message; where the message draws anew, so does the item."""
    request = conversation.request
    turns = tuple(replace(turn, text=item) if turn is request else turn for turn in conversation.turns)
    made = plan_one(Conversation(turns=turns, system=conversation.system), replace(wishes, n=1))
    if made.question is not None or (plan.call.action == "generate" and not plan.call.sources):
        call = replace(plan.call, prompt=item, n=1)
        return replace(plan, call=call, evidence=replace(plan.evidence, spans=()))
    if not made.call.sources and plan.call.sources:
        made = replace(
            made,
            call=replace(
                made.call, action=plan.call.action, sources=plan.call.sources, ratio=plan.call.ratio
            ),
        )
    return replace(made, language=plan.language, evidence=replace(made.evidence, spans=()))


def _each(plan: Plan, reading: Reading, conversation: Conversation) -> Plan | None:
    """ "Add a border to every picture": the same change to each, from the oldest on."""
    cue = reading.cue("each")
    rule = plan.evidence.rule
    if cue is None or rule in ("same_style", "redo", "explicit_call"):
        return None
    if rule == "merge" and _ONE_BY_ONE.search(cue[0]) is None:
        return None
    graph = read_graph(conversation, reading.language)
    prompt = without(reading, [cue.span()]) or plan.call.prompt
    nodes = _meant(cue, graph.drawn, reading.language)
    if not 2 <= len(nodes) <= MOST_CALLS or (_is_of_things(cue, prompt, reading) and in_line(graph.drawn)):
        return None
    if cue.groupdict().get("them") and all_are_things(reading.masked, graph.drawn):
        return None
    if any(start < cue.end() and cue.start() < end for start, end in reading.count.spans):
        plan = replace(plan, call=replace(plan.call, n=1))  # 两张 tells which, and not how many of each
    parts = [_on(plan, node, prompt) for node in nodes]
    return replace(parts[0], more=tuple(parts[1:]))


_ONE_BY_ONE = re.compile(r"\b(?:each|every|to all|on all)\b|每|各|分别", re.IGNORECASE)
"""Said of what is done to each by itself, so that the pictures are not brought together."""


def _meant(cue: re.Match[str], drawn: list[Node], language: str) -> list[Node]:
    """All pictures; of "these" and "them" only the last batch, where there is one; of "both" the last two, of so many the last.
    "All" alone (the group ``batch``) is of things, but for a batch."""
    named = {name for name, words in cue.groupdict().items() if words}
    if "apart" in named:
        told = cue.groupdict().get("n")
        return each_of_one(drawn[-((table(language).number(told) if told else None) or 2) :])
    if "two" in named:
        return drawn[-2:]
    told = cue.groupdict().get("n") if "these" in named else None
    number = table(language).number(told) if told else None
    if number and drawn and drawn[-1].batch_size != number:
        return drawn[-number:]
    if drawn and drawn[-1].batch_size > 1 and named & {"these", "batch"}:
        return [node for node in drawn if node.turn == drawn[-1].turn]
    return [] if "batch" in named else drawn


def _is_of_things(cue: re.Match[str], prompt: str, reading: Reading) -> bool:
    """ "All of them red": more likely the birds of the last picture than every picture."""
    attribute = reading.tables[0].first("instruction", "attribute_only")
    return bool(cue.groupdict().get("them")) and attribute.search(prompt) is not None


def _on(plan: Plan, node: Node, prompt: str) -> Plan:
    asks_shape = any(span.kind == "ratio" for span in plan.evidence.spans)
    ratio = plan.call.ratio if asks_shape else _shape(node) or plan.call.ratio
    call = Call(
        action="edit",
        prompt=prompt,
        sources=(node.name,),
        ratio=ratio,
        n=min(plan.call.n, MOST_PICTURES),
        seed=plan.call.seed,
    )
    candidate = Candidate(
        source=node.name, score=1.0, because=named(node, plan.language), ordinal=node.ordinal
    )
    evidence = Evidence(rule="each", because=because("each", plan.language), chosen=(candidate,))
    return Plan(call=call, evidence=evidence, language=plan.language)


def _shape(node: Node) -> Ratio | None:
    try:
        return parse_ratio(node.ratio) if node.ratio else None
    except BadRatio:
        return None
