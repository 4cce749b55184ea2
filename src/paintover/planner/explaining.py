"""A plan told to people, line by line: what will be drawn, from which picture, and why."""

from __future__ import annotations

from collections.abc import Iterator

from paintover.domain.call import Candidate, Doubt, Plan, Span
from paintover.domain.conversation import Conversation
from paintover.planner.intent import tables_for
from paintover.planner.joining import whole_request
from paintover.planner.language import spoken_language

_LABELS = {
    "zh": {
        "generate": "新画", "edit": "修改", "answer": "用文字回答", "why": "理由", "prompt": "提示词", "shape": "规格",
        "chosen": "选中", "runner_up": "其次", "spans": "读法", "doubts": "拿不准", "margin": "领先 {margin:.2f}", "close": "（很接近）",
        "rule": "规则", "model": "由语言模型决定", "repairs": "改正了模型的", "pictures": "{n} 张",
    },
    "en": {
        "generate": "Draw anew", "edit": "Edit", "answer": "Answer in words", "why": "Why", "prompt": "Prompt", "shape": "Shape",
        "chosen": "Chosen", "runner_up": "Next best", "spans": "Read as", "doubts": "Unsure", "margin": "ahead by {margin:.2f}",
        "close": " (a close call)", "rule": "Rule", "model": "decided by the language model", "repairs": "Put right", "pictures": "{n} pictures",
    },
}  # fmt: skip
_KINDS: dict[str, tuple[str, str]] = {
    "reference": ("指图", "points at a picture"), "instruction": ("要做的", "what to do"), "ratio": ("比例", "shape"),
    "count": ("张数", "number"), "quoted": ("引文", "quoted"), "call": ("JSON 调用", "JSON call"),
}  # fmt: skip
_DOUBTS: dict[Doubt, tuple[str, str]] = {
    "margin": ("另一张也差不多符合", "another picture fits nearly as well"),
    "guess": ("没有哪张和这些话对得上", "no picture is known by these words"),
    "elsewhere": ("没有指明哪张，却没用最新的", "nothing points at a picture, yet it is not the latest"),
    "unheard": ("像是指哪一张，但没对上", "some words seem to point at a picture that is not known"),
    "merge": ("要合几张图", "several pictures are to be brought together"),
    "correction": ("像是在更正上一次", "it may correct the last request"),
    "long": ("对话很长，靠内容来认", "the conversation is long and the choice rests on what is shown"),
}
QUOTED = 60
"""Characters of the request that a line quotes."""


def request_text(conversation: Conversation) -> str:
    """The words that the spans of a plan's evidence count in."""
    return whole_request(conversation, tables_for(spoken_language(conversation)))


def explained(plan: Plan, conversation: Conversation) -> Iterator[str]:
    """The lines that explain a plan, in its own language. Nothing in them can steer a terminal."""
    for line in _lines(plan, conversation):
        yield "".join(letter if letter.isprintable() else " " for letter in line)


def _lines(plan: Plan, conversation: Conversation) -> Iterator[str]:
    labels, call, evidence = _LABELS[plan.language], plan.call, plan.evidence
    is_written = any(span.kind == "call" for span in evidence.spans)
    text = conversation.request.text if is_written else request_text(conversation)
    yield f"{labels[call.action]}  {', '.join(call.sources)}".rstrip()
    yield f"  {labels['why']}: {evidence.because}"
    if call.action != "answer":
        yield f"  {labels['prompt']}: {call.prompt}"
        count = labels["pictures"].format(n=call.n)
        yield f"  {labels['shape']}: {call.ratio}" + (f", {count}" if call.n > 1 else "")
    for one in evidence.chosen:
        yield from _candidate(labels["chosen"], one, "")
    if evidence.runner_up is not None:
        margin = labels["margin"].format(margin=evidence.margin) + (
            labels["close"] if evidence.is_close else ""
        )
        yield from _candidate(labels["runner_up"], evidence.runner_up, f"  {margin}")
    place = 0 if plan.language == "zh" else 1
    if evidence.spans:
        yield f"  {labels['spans']}:"
        for span in evidence.spans:
            yield f"    {_KINDS[span.kind][place]}: “{_quoted(text, span)}”"
    by_model = f" ({labels['model']})" if evidence.planner == "llm" else ""
    yield f"  {labels['rule']}: {evidence.rule}{by_model}"
    if evidence.repairs:
        yield f"  {labels['repairs']}: {', '.join(evidence.repairs)}"
    if evidence.doubts:
        yield f"  {labels['doubts']}: {'; '.join(_DOUBTS[doubt][place] for doubt in evidence.doubts)}"


def _candidate(label: str, one: Candidate, after: str) -> Iterator[str]:
    named = one.because if one.because == one.source else f"{one.because}  {one.source}"
    yield f"  {label}: {named}{after}"
    for feature in one.features:
        yield f"    - {feature}"


def _quoted(text: str, span: Span) -> str:
    words = text[span.start : span.end].strip()
    return words if len(words) <= QUOTED else words[: QUOTED - 1] + "…"
