"""The planner that needs no model and no network.

A message goes through: masking of quotes, references and wishes (`intent.read`), the cascade of intents (`cascade`),
the ranking of pictures (`ranking`, `resolving`), and the prompt's words (`prompting`). Every table is data in `cues/`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from paintover.domain.call import Call, Candidate, Evidence, Language, Plan, Question, Span, Topic
from paintover.domain.conversation import Conversation, EchoedCall, UserTurn
from paintover.domain.errors import BadRatio
from paintover.domain.ratio import SQUARE, Ratio, parse_ratio
from paintover.planner.answers import topic_of
from paintover.planner.cascade import decide
from paintover.planner.decision import Decision
from paintover.planner.doubts import doubts_of
from paintover.planner.features import Features
from paintover.planner.graph import Graph, Node, read_graph
from paintover.planner.intent import HEAD, Reading, read, tables_for
from paintover.planner.joining import whole_request
from paintover.planner.language import dialect, spoken_language
from paintover.planner.merging import HARD
from paintover.planner.prompting import Stretch, kept_stretches, without
from paintover.planner.protocol import Wishes
from paintover.planner.resolving import Resolver
from paintover.planner.several import with_more
from paintover.planner.shapes import MOST_PICTURES, asked_count
from paintover.planner.tables import LANGUAGES, table
from paintover.planner.terms import weight_of
from paintover.planner.within import within_one_picture
from paintover.planner.wording import because, named
from paintover.transcript.reader import read_call

IN_ITS_STYLE: Mapping[Language, str] = {"zh": "，用原图的画风", "en": ", in the style of the source picture"}
"""What the prompt of a new picture says where its source lends the style and nothing else."""
LONGEST_PROMPT = 32_000
"""Characters of a message that can become a prompt."""
LONGEST_CALL = 64_000
"""A message longer than this is not tried as a JSON call."""


class OfflinePlanner:
    """Understands a conversation by rules, in time linear in its length; see `planner.protocol.Planner`.

    The cue tables are read when the first message of a language comes: a fraction of a second, once a process.
    """

    @staticmethod
    def warm() -> None:
        """Read every table now, so that no request waits for one. For a thread of its own."""
        for language in LANGUAGES:
            table(language)
        weight_of("")

    async def plan(self, conversation: Conversation, wishes: Wishes) -> Plan:
        """Decide at once; nothing is awaited."""
        return with_more(plan_offline(conversation, wishes), conversation, wishes, plan_offline)


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A conversation as the rules understand it: the plan, and what it was made from."""

    plan: Plan
    text: str
    """The request: the last user message, with those before it that it goes on from."""
    wishes: Wishes
    decision: Decision | None = None
    """None, as the resolver is, for a call that the user wrote as JSON."""
    resolver: Resolver | None = None


def plan_offline(conversation: Conversation, wishes: Wishes | None = None) -> Plan:
    """The plan for the last user message. Never raises on any conversation."""
    return study(conversation, wishes).plan


def study(conversation: Conversation, wishes: Wishes | None = None) -> Study:
    """As `plan_offline`, for whoever goes on from what the rules found."""
    wishes = wishes or Wishes()
    request = conversation.request
    language = spoken_language(conversation)
    spoken = dialect(language)
    written = read_call(request.text) if len(request.text) <= LONGEST_CALL else None
    if written is not None:
        plan = _as_written(written, request, wishes, spoken)
        return Study(plan=plan, text=request.text, wishes=wishes)
    graph = read_graph(conversation, language)
    text = whole_request(conversation, tables_for(language))
    reading = within_one_picture(read(text, language, graph.labels), graph)
    resolver = Resolver(graph, reading, _own_uploads(conversation, request, graph))
    decision = decide(resolver)
    plan = plan_of(decision, resolver, text, wishes, spoken)
    return Study(plan=plan, text=text, wishes=wishes, decision=decision, resolver=resolver)


def _own_uploads(conversation: Conversation, request: UserTurn, graph: Graph) -> tuple[Node, ...]:
    """The pictures sent with the request, as nodes that stand outside of the graph of what was before."""
    earlier = sum(node.is_upload for node in graph.nodes)
    return tuple(
        Node(
            name=upload.ref, at=-1, ordinal=earlier + place, turn=len(conversation.turns) - 1, prompt="", said=request.text,
            is_upload=True, url=upload.url,
        )
        for place, upload in enumerate(request.uploads, 1)
    )  # fmt: skip


def _as_written(written: EchoedCall, request: UserTurn, wishes: Wishes, language: Language) -> Plan:
    """A JSON call is obeyed to the letter; the pictures that came with it are sources too."""
    sources = tuple(dict.fromkeys((*written.sources, *(upload.ref for upload in request.uploads))))
    call = Call(
        action="edit" if sources else "generate", prompt=written.prompt[:LONGEST_PROMPT], sources=sources, seed=wishes.seed,
        ratio=wishes.ratio or _ratio(written.ratio) or SQUARE, n=wishes.n or _count(written.n) or 1,
    )  # fmt: skip
    chosen = tuple(Candidate(source=name, score=1.0, because=name) for name in sources)
    whole = Span(start=0, end=len(request.text), kind="call")
    evidence = Evidence(
        rule="explicit_call", because=because("explicit_call", language), chosen=chosen, spans=(whole,)
    )
    return Plan(call=call, evidence=evidence, language=language)


def plan_of(decision: Decision, resolver: Resolver, text: str, wishes: Wishes, language: Language) -> Plan:
    """The plan that a decision about the request `text` comes to: its prompt, ratio and number, and the evidence."""
    reading = resolver.reading
    if decision.action == "answer":
        about = tuple(node.name for node in decision.nodes)
        topics: Mapping[str, Topic] = {"question": topic_of(reading.masked), "smalltalk": "pleasantry"}
        question = Question(topic=topics.get(decision.rule, "other"), about=about)
        call = Call(action="answer", prompt=text[:LONGEST_PROMPT].strip(), seed=wishes.seed)
        evidence = _evidence(decision, resolver, reading, text, language)
        return Plan(call=call, evidence=evidence, language=language, question=question)
    if decision.action == "generate" and not decision.sources and reading.count.n is None:
        reading = replace(reading, count=asked_count(reading.masked, reading.tables, "count_bare"))
    prompt = _numbered(decision, resolver, text) or _prompt(decision, reading, text)
    as_it_is = decision.action == "edit" and prompt == reading.tables[0].keep_as_it_is
    call = Call(
        action=decision.action,
        prompt=prompt,
        as_it_is=as_it_is and len(decision.sources) == 1,
        ratio=wishes.ratio or reading.ratio.ratio or _kept_ratio(decision, reading) or SQUARE,
        n=wishes.n or reading.count.n or _count(decision.n) or 1,
        sources=decision.sources,
        seed=wishes.seed,
    )
    return Plan(call=call, evidence=_evidence(decision, resolver, reading, text, language), language=language)


def _prompt(decision: Decision, reading: Reading, text: str) -> str:
    if decision.prompt is not None:
        return decision.prompt.strip()[:LONGEST_PROMPT] or reading.tables[0].keep_as_it_is
    if text.strip() != reading.text.strip():
        return text.strip()[:LONGEST_PROMPT]
    words = without(reading, _dropped(decision, reading)) or reading.tables[0].keep_as_it_is
    if decision.rule == "same_style" and decision.action == "generate" and decision.nodes:
        return f"{words.rstrip('，,。.')}{IN_ITS_STYLE[dialect(reading.language)]}"[:LONGEST_PROMPT]
    return words


def _numbered(decision: Decision, resolver: Resolver, text: str) -> str | None:
    """The prompt about several pictures: which is which is part of the wish, so what points is not dropped but told by
    the source's number, which an engine knows: "the dog of picture 1 into picture 2". None where nothing points so.
    """
    reading = resolver.reading
    if len(decision.sources) < 2 or decision.prompt is not None or text.strip() != reading.text.strip():
        return None
    numbers = {name: number for number, name in enumerate(decision.sources, 1)}
    told: list[tuple[Stretch, str]] = []
    for one in reading.references:
        if one.kind not in (*HARD, "latest") and not _names_a_picture(reading.text[one.start : one.end]):
            continue  # "the street with the lamps" says what is on it as well
        meant = resolver.resolve(one)
        if meant is None or len(meant.nodes) != 1 or meant.nodes[0].name not in numbers:
            return None
        number = numbers[meant.nodes[0].name]
        told.append(((one.start, one.end), _called(reading.text[one.start : one.end], number, reading)))
    if not told:
        return None
    told += [(stretch, "") for stretch in (*reading.ratio.bare, *reading.count.bare)]
    words, at = "", 0
    for (start, end), name in sorted(told):
        if start < at:
            return None
        words, at = words + reading.text[at:start] + name, end
    return " ".join((words + reading.text[at:]).split()).strip("，, ")[:LONGEST_PROMPT]


_PICTURE_OF = re.compile(
    r"(?:the|that|my) [a-z]+(?: [a-z]+)? (?:picture|pic|image|drawing|scene|one)|[\u4e00-\u9fff]{1,5}的?那?一?[张幅](?:图|画|图片)?(?:里|中)?的?",
    re.IGNORECASE,
)


def _names_a_picture(words: str) -> bool:
    """Whether a description is a name of the picture: "the dog picture", 狗那张图, and not "the street with the lamps"."""
    return _PICTURE_OF.fullmatch(words.strip()) is not None


_INSIDE = re.compile(r"([里裡中上](?:面|边|邊)?)?(的?)(?:那|这|這)?[张張幅个個]?$")


def _called(words: str, number: int, reading: Reading) -> str:
    """A reference by the number of its source: 第三张里的那 is 图1里的."""
    if reading.language == "zh":
        tail = _INSIDE.search(words)
        inside, of = (tail[1] or "", tail[2]) if tail is not None else ("", "")
        own = of or ("的" if re.search(r"[里裡中上的][那这這]?$", words) else "")
        return f"图{number}{inside}{own}"
    return f"picture {number}"


def _dropped(decision: Decision, reading: Reading) -> tuple[Stretch, ...]:
    """What does not belong in the prompt: what points, and the wishes that are fields, where anything else is left."""
    put_away = ((0, reading.dismissed),) if reading.dismissed else ()
    dropped = (*decision.dropped, *put_away)
    with_wishes = (*dropped, *reading.ratio.bare, *reading.count.bare)
    return with_wishes if without(reading, with_wishes) else dropped


def _kept_ratio(decision: Decision, reading: Reading) -> Ratio | None:
    ratio = _source_ratio(decision)
    return Ratio(ratio.height, ratio.width) if ratio is not None and reading.ratio.turns else ratio


def _source_ratio(decision: Decision) -> Ratio | None:
    """An edit keeps its first source's shape, a repeated call its own; a new picture in an old style is square."""
    if decision.ratio:
        return _ratio(decision.ratio)
    if decision.action != "edit":
        return None
    return next((found for node in decision.nodes if (found := _ratio(node.ratio)) is not None), None)


def _ratio(text: str | None) -> Ratio | None:
    if not text:
        return None
    try:
        return parse_ratio(text)
    except BadRatio:
        return None


def _count(number: int | None) -> int | None:
    return None if number is None or number < 1 else min(number, MOST_PICTURES)


def _evidence(
    decision: Decision, resolver: Resolver, reading: Reading, text: str, language: Language
) -> Evidence:
    features = Features(resolver.graph, reading, language)

    def candidate(node: Node, score: float) -> Candidate:
        return Candidate(
            source=node.name, score=round(score, 3), because=named(node, language),
            ordinal=None if node.is_upload else node.ordinal, features=features.of(node),
        )  # fmt: skip

    chosen = tuple(candidate(node, decision.score) for node in decision.nodes)
    chosen += tuple(Candidate(source=name, score=1.0, because=name) for name in decision.names)
    other = decision.runner_up
    is_other = other is not None and other not in decision.nodes
    runner_up = candidate(other, max(0.0, decision.score - decision.margin)) if other and is_other else None
    sentence = because(decision.rule, language)
    if decision.nodes and decision.action != "answer":
        listed = [named(node, language) for node in decision.nodes]
        sentence = (
            f"{'；'.join(listed)}。{sentence}" if language == "zh" else f"{'; '.join(listed)}. {sentence}"
        )
    return Evidence(
        rule=decision.rule, because=sentence, chosen=chosen, runner_up=runner_up, margin=round(decision.margin, 3),
        spans=_spans(decision, reading, text), doubts=doubts_of(decision, resolver),
    )  # fmt: skip


def _spans(decision: Decision, reading: Reading, text: str) -> tuple[Span, ...]:
    spans = [Span(start=one.start, end=one.end, kind="reference") for one in reading.references]
    spans += [Span(start=start, end=end, kind="ratio") for start, end in reading.ratio.spans]
    spans += [Span(start=start, end=end, kind="count") for start, end in reading.count.spans]
    spans += [Span(start=start, end=end, kind="quoted") for start, end in reading.quoted]
    if decision.action != "answer" and decision.prompt is None:
        spans += [
            Span(start=start, end=end, kind="instruction")
            for start, end in kept_stretches(reading, _dropped(decision, reading))
        ]
    left_out = len(text) - len(reading.text)
    if left_out:
        spans = [_beyond(span, left_out) for span in spans]
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def _beyond(span: Span, left_out: int) -> Span:
    """A stretch of what is looked at of a long message, as one of the message: its middle is not looked at."""
    start, end = (place + left_out if place > HEAD else place for place in (span.start, span.end))
    return replace(span, start=start, end=end)
