"""Rounds of cases written by people who had not seen the planner. A floor under each; see docs/planner-accuracy.md."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tools.planner_accuracy import PAGE, now, page

from paintover.planner.judging import judge

ROUNDS = Path(__file__).with_name("rounds")
FLOOR = {
    "round_a": 0.97,
    "round_b": 0.97,
    "round_c": 0.95,
    "round_d": 0.92,
    "round_e": 0.97,
    "round_f": 0.92,
    "round_g": 0.84,
    "round_h": 0.92,
    "round_i": 0.92,
    "round_j": 0.92,
    "round_k": 0.93,
    "round_l": 0.93,
    "round_m": 0.93,
    "round_n": 0.89,
    "round_o": 0.91,
    "round_p": 0.85,
}
"""The share of cases whose call and words must stay right."""


def cases_of(name: str) -> list[dict[str, Any]]:
    lines = (ROUNDS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


@pytest.mark.parametrize("name", sorted(path.stem for path in ROUNDS.glob("*.jsonl")))
def test_a_round_stays_understood(name: str) -> None:
    cases = cases_of(name)
    wrong = [case["id"] for case in cases if not judge(case, now(case)).full]
    assert len(wrong) <= (1 - FLOOR[name]) * len(cases), wrong


def test_the_page_about_accuracy_is_what_the_rounds_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run 'make docs'"


def test_first_contacts_name_cases_of_their_round() -> None:
    noted = tomllib.loads((ROUNDS / "first_contact.toml").read_text(encoding="utf-8"))
    assert set(noted) == {path.stem for path in ROUNDS.glob("*.jsonl")}
    for name, told in noted.items():
        known = {case["id"] for case in cases_of(name)}
        assert set(told["wrong_calls"]) | set(told["wrong_words"]) <= known
        assert not set(told["wrong_calls"]) & set(told["wrong_words"])
