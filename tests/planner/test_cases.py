"""Written cases, judged by the evaluation set's own measure: action, sources, ratio, n, and the prompt's words."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from paintover.planner.evaluation import predict
from paintover.planner.judging import judge

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("cases.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case['id']}-{case['lang']}-{case['skill']}" for case in CASES]
)
def test_case(case: dict[str, Any]) -> None:
    found = predict(case)
    assert judge(case, found).full, found


def test_always_the_latest_would_not_do() -> None:
    """The cases tell a planner from a habit: most are not about the latest picture alone."""
    latest = 0
    for case in CASES:
        ids = re.findall(r"> gen_id: `(gen_\w+)`", json.dumps(case["messages"], ensure_ascii=False))
        latest += bool(ids) and case["expect"]["sources"] == ids[-1:]
    assert latest < len(CASES) / 3
