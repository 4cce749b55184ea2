"""The planner over written cases, in the format of the conversational-image evaluation sets."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from paintover.domain.call import Candidate, Plan
from paintover.domain.conversation import Conversation
from paintover.planner.offline import plan_offline
from paintover.planner.protocol import Wishes
from paintover.transcript.messages import read_conversation

Progress = Callable[[int, int], None]
"""Called with how many cases are done, of how many."""


def predict(case: dict[str, Any]) -> dict[str, Any]:
    """One prediction ``{"id", "action", "sources", "ratio", "n", "prompt"}`` for a case with ``id`` and ``messages``.

    Raises:
        KeyError: the case has no ``id`` or no ``messages``.
    """
    return _prediction(case, plan_offline(read_conversation(case["messages"])))


def _prediction(case: dict[str, Any], plan: Plan) -> dict[str, Any]:
    call = plan.call
    return {
        "id": case["id"], "action": call.action, "sources": list(call.sources), "ratio": str(call.ratio), "n": call.n,
        "prompt": call.prompt,
    }  # fmt: skip


def predict_file(
    gold: Path,
    predictions: Path,
    progress: Progress | None = None,
    plan: Callable[[Conversation], Plan] = plan_offline,
) -> int:
    """Predict every case of a JSONL file into another JSONL file by `plan`; returns how many there were.

    Raises:
        OSError: a file cannot be read or written.
        ValueError: a line is no JSON object with ``id`` and ``messages``; the message names the line.
    """
    cases = list(_cases(gold.read_text(encoding="utf-8").splitlines()))
    with predictions.open("w", encoding="utf-8") as out:
        for done, case in enumerate(cases, 1):
            made = plan(read_conversation(case["messages"]))
            out.write(json.dumps(_prediction(case, made), ensure_ascii=False) + "\n")
            if progress is not None:
                progress(done, len(cases))
    return len(cases)


def _cases(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            case = json.loads(line)
        except json.JSONDecodeError as error:
            raise ValueError(f"Line {number} is no JSON: {error.msg}.") from error
        if not isinstance(case, dict) or "id" not in case or not isinstance(case.get("messages"), list):
            raise ValueError(f"Line {number} is no case: it needs an id and a list of messages.")
        yield case


def call_as_json(plan: Plan) -> dict[str, Any]:
    """A plan as ``paintover plan`` prints it: the call in the echo's own spelling, then why."""
    call = plan.call
    printed: dict[str, Any] = {
        "action": call.action,
        "prompt": call.prompt,
        "ratio": str(call.ratio),
        "n": call.n,
    }
    if len(call.sources) == 1:
        printed["gen_id"] = call.sources[0]
    elif call.sources:
        printed["sources"] = list(call.sources)
    if call.seed is not None:
        printed["seed"] = call.seed
    if plan.question is not None:
        printed["question"] = {"topic": plan.question.topic, "about": list(plan.question.about)}
    printed["language"] = plan.language
    evidence = plan.evidence
    printed["evidence"] = {
        "rule": evidence.rule,
        "because": evidence.because,
        "chosen": [_candidate(one) for one in evidence.chosen],
        "runner_up": _candidate(evidence.runner_up) if evidence.runner_up else None,
        "margin": evidence.margin,
        "spans": [{"start": span.start, "end": span.end, "kind": span.kind} for span in evidence.spans],
        "doubts": list(evidence.doubts),
        "planner": evidence.planner,
        "repairs": list(evidence.repairs),
        "fallback": evidence.fallback,
    }
    return printed


def _candidate(one: Candidate) -> dict[str, Any]:
    return {
        "source": one.source,
        "ordinal": one.ordinal,
        "score": one.score,
        "because": one.because,
        "features": list(one.features),
    }


def plan_messages(messages: list[dict[str, Any]], wishes: Wishes | None = None) -> Plan:
    """The plan for the messages of a chat request, as decoded from JSON."""
    return plan_offline(read_conversation(messages), wishes)
