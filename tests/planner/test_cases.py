"""Written cases, judged by the evaluation set's own measure: action, sources, ratio, n, and the prompt's words."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from paintover.domain.ratio import parse_ratio
from paintover.planner.evaluation import predict

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("cases.jsonl").read_text(encoding="utf-8").splitlines()
]


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).casefold().strip()


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def is_right(wanted: dict[str, Any], found: dict[str, Any]) -> bool:
    if found["action"] not in listed(wanted["action"]):
        return False
    if found["action"] == "answer":
        return True
    ratio = wanted["ratio"] is None or any(
        abs(parse_ratio(found["ratio"]).value - parse_ratio(one).value) < 0.02
        for one in listed(wanted["ratio"])
    )
    words = plain(found["prompt"])
    return (
        set(found["sources"]) == set(wanted["sources"])
        and ratio
        and found["n"] == wanted["n"]
        and all(plain(one) in words for one in wanted["prompt_must_include"])
        and not any(plain(one) in words for one in wanted["prompt_must_not_include"])
    )


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case['id']}-{case['lang']}-{case['skill']}" for case in CASES]
)
def test_case(case: dict[str, Any]) -> None:
    found = predict(case)
    assert any(is_right(wanted, found) for wanted in (case["expect"], *case.get("alt", []))), found


def test_always_the_latest_would_not_do() -> None:
    """The cases tell a planner from a habit: most are not about the latest picture alone."""
    latest = 0
    for case in CASES:
        ids = re.findall(r"> gen_id: `(gen_\w+)`", json.dumps(case["messages"], ensure_ascii=False))
        latest += bool(ids) and case["expect"]["sources"] == ids[-1:]
    assert latest < len(CASES) / 3
