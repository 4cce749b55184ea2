"""Fits the weights of `paintover.planner.scenes` to the kept rounds, and prints them with what they get right.

Every turn of a kept conversation whose answer shows a picture says by its call whether it was drawn anew or is an edit. Those
that no other rule decides are the sample; a text that comes twice counts once. Ridge logistic regression, five folds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from paintover.planner.cascade import decide_without_scenes
from paintover.planner.case import Case
from paintover.planner.offline import study
from paintover.planner.scenes import signs
from paintover.transcript.messages import read_conversation

ROUNDS = Path(__file__).parents[1] / "tests" / "planner" / "rounds"
HELD_OUT = "round_p"
DRAWN_ANEW = {"brand_new", "whole_scene", "short_wish", "quoted"}
"""The skills whose last message, where it has no source, tells a picture; "again" has none either."""
CAUTION = 0.9
"""Taken off the constant: an edit taken for a new picture costs the user more than the other way round."""
RIDGE = 2.0
FOLDS = 5
_CALL = re.compile(r"```(?:json)?\s*(\{.*?\})\s*```", re.DOTALL)
_SHOWN = re.compile(r"> gen_id: `gen_\w+`")


def turns() -> Iterator[tuple[list[dict[str, Any]], bool]]:
    """Each turn behind a first picture, as the messages up to it and whether it draws anew."""
    for path in sorted(ROUNDS.glob("*.jsonl")):
        if path.stem == HELD_OUT:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            messages, expected = case["messages"], case["expect"]
            for at, message in enumerate(messages[:-1]):
                call = _CALL.search(str(message["content"])) if message["role"] == "assistant" else None
                if call and _is_asked(messages, at) and _SHOWN.search(message["content"]):
                    yield messages[:at], not {"gen_id", "gen_ids"} & json.loads(call[1]).keys()
            if expected["sources"] or case["skill"] in DRAWN_ANEW:
                yield messages, not expected["sources"]


def _is_asked(messages: list[dict[str, Any]], at: int) -> bool:
    return at > 0 and messages[at - 1]["role"] == "user" and isinstance(messages[at - 1]["content"], str)


def sample() -> tuple[list[dict[str, float]], list[bool]]:
    """The signs of each turn that no other rule decides, and whether it draws anew."""
    rows, anew, seen = [], [], set()
    for messages, is_new in turns():
        studied = study(read_conversation(messages))
        key = (studied.text, is_new)
        if studied.resolver is None or key in seen:
            continue
        seen.add(key)
        case = Case(studied.resolver)
        if case.graph.latest is not None and decide_without_scenes(case) is None:
            rows.append(signs(case, case.graph.latest))
            anew.append(is_new)
    return rows, anew


def fitted(table: np.ndarray, anew: np.ndarray) -> np.ndarray:
    """The weights, by Newton's method."""
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        expected = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (expected - anew) + RIDGE * weights
        bend = (table.T * (expected * (1 - expected))) @ table + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights


def main() -> None:
    """Print the weights as they stand in the module, and the share that is right."""
    rows, labels = sample()
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    anew = np.array(labels, dtype=float)
    folds = np.random.default_rng(0).integers(0, FOLDS, len(rows))
    told = np.zeros(len(rows))
    for fold in range(FOLDS):
        told[folds == fold] = (
            table[folds == fold] @ fitted(table[folds != fold], anew[folds != fold]) - CAUTION
        )
    new, old = int(anew.sum()), int((1 - anew).sum())
    print(f"# new pictures known: {int(((told > 0) * anew).sum())} of {new}; edits mistaken: {int(((told > 0) * (1 - anew)).sum())} of {old}")  # fmt: skip
    weights = dict(zip(names, fitted(table, anew), strict=True))
    weights["always"] -= CAUTION
    for name, value in sorted(weights.items(), key=lambda pair: -pair[1]):
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
