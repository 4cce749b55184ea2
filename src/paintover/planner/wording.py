"""Evidence in words, in the user's language."""

from __future__ import annotations

from dataclasses import replace

from paintover.domain.call import Call, Evidence, Language, Plan, Trouble
from paintover.planner.graph import Node

STEP_SHOWN = 40
"""Characters of a picture's step that a sentence quotes."""

BECAUSE: dict[str, tuple[str, str]] = {
    "explicit_call": ("按你写的 JSON 调用执行。", "Your JSON call, as written."),
    "explicit_id": ("你点名了这张图。", "You named this picture."),
    "unknown_id": ("你点名的图不在这段对话里，原样传下去。", "You named a picture that is not in this conversation; passed on."),
    "ordinal": ("按次序找到。", "Found by its place in order."),
    "content": ("按你描述的内容找到。", "Found by what you describe."),
    "branch": ("你说的那一支里最新的一张。", "The newest of the branch you name."),
    "before": ("那一步之前的一张。", "The picture before that step."),
    "latest": ("没有点名，就接着最新的一张。", "No picture is named, so the latest."),
    "object": ("最新的一张里没有你说的东西，这张有。", "The latest does not show what you name; this one does."),
    "upload": ("用你发来的图。", "The picture you sent."),
    "guess": ("没认出你说的是哪张，猜是这张。", "No picture is known by those words; this one is a guess."),
    "new": ("另画一张新的。", "A new picture."),
    "nothing_yet": ("还没有图，先画一张。", "There is no picture yet, so a new one."),
    "same_style": ("照这张的样子画新的。", "A new picture in the manner of this one."),
    "same_place": ("换成这张的背景。", "The background of this one."),
    "merge": ("把这几张合在一起。", "These pictures, brought together."),
    "undo": ("退回到改动之前的一张。", "Back to the picture before the change."),
    "each": ("每一张都照样改。", "Each of the pictures, in turn."),
    "redo": ("照上次的要求再来一次。", "The last call once more."),
    "correction": ("改正上一次的要求。", "The last call, corrected."),
    "model": ("语言模型这样理解。", "As the language model understands it."),
    "question": ("这是提问，用文字回答。", "A question, answered in words."),
    "smalltalk": ("没有要画的内容。", "Nothing to draw in this."),
    "empty": ("没有要画的内容。", "Nothing to draw in this."),
}  # fmt: skip
"""Each rule's sentence: Chinese, English."""


FALLBACK: dict[Trouble, tuple[str, str]] = {
    "late": ("语言模型没有及时回答，按规则来。", "The language model did not answer in time; decided by rules."),
    "unreachable": ("连不上语言模型，按规则来。", "The language model could not be reached; decided by rules."),
    "limited": ("语言模型太忙，按规则来。", "The language model is too busy; decided by rules."),
    "locked": ("语言模型不认密钥，按规则来。", "The language model's endpoint does not take the key; decided by rules."),
    "rejected": ("语言模型不收这种请求，按规则来。", "The language model's endpoint does not take the request; decided by rules."),
    "broken": ("语言模型出了错，按规则来。", "The language model's endpoint broke; decided by rules."),
    "oversized": ("语言模型的回答太大，按规则来。", "The language model's answer was too large; decided by rules."),
    "refused": ("语言模型不愿回答，按规则来。", "The language model refused; decided by rules."),
    "unreadable": ("语言模型的回答读不懂，按规则来。", "The language model's answer was no call; decided by rules."),
    "invalid": ("语言模型的回答对不上这段对话，按规则来。", "The language model's call does not fit the conversation; decided by rules."),
    "resting": ("语言模型刚才一直出错，先按规则来。", "The language model has just failed several times and was not asked; decided by rules."),
}  # fmt: skip
"""Each trouble's sentence: Chinese, English."""


def because(rule: str, language: Language) -> str:
    """The one sentence of a rule."""
    return BECAUSE[rule][0 if language == "zh" else 1]


def named(node: Node, language: Language) -> str:
    """A picture in words: "第 2 张：牛的脸上遮个布", "picture 2: give it a hat", "your picture 1"."""
    step = " ".join(node.step.split())
    step = step if len(step) <= STEP_SHOWN else step[: STEP_SHOWN - 1] + "…"
    if node.is_upload:
        return f"你发的第 {node.ordinal} 张图" if language == "zh" else f"your picture {node.ordinal}"
    return f"第 {node.ordinal} 张：{step}" if language == "zh" else f"picture {node.ordinal}: {step}"


def alternative(call: Call, evidence: Evidence, language: Language) -> str | None:
    """The sentence that offers the other picture of a close call, with the words that would choose it; None where the
    call is clear, or where no such words would do (several sources, a picture that the user sent)."""
    other = evidence.runner_up
    if not evidence.is_close or other is None or other.ordinal is None:
        return None
    if call.action != "edit" or len(call.sources) != 1 or other.source in call.sources:
        return None
    if language == "zh":
        return f"也可能你指的是{other.because}。要是那样，就说“我指的是第{other.ordinal}张”。"
    return f'You may have meant {other.because}. If so, say "I meant picture {other.ordinal}".'


def fallen_back(plan: Plan, trouble: Trouble) -> Plan:
    """The rules' plan, with the reason for which the model's was not to be had."""
    chinese = plan.language == "zh"
    sentence = FALLBACK[trouble][0 if chinese else 1]
    told = f"{plan.evidence.because}{'' if chinese else ' '}{sentence}"
    return replace(plan, evidence=replace(plan.evidence, because=told, fallback=trouble))
