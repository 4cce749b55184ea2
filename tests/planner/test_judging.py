from __future__ import annotations

from typing import Any

import pytest

from paintover.planner.judging import Verdict, judge

EXPECT: dict[str, Any] = {
    "action": ["edit", "generate"], "sources": ["gen_a"], "ratio": ["2:3", "0.5..0.6"], "n": 2,
    "prompt_must_include": ["cat", ["hat", "cap"]], "prompt_must_not_include": ["undo"],
}  # fmt: skip
CASE: dict[str, Any] = {"messages": [], "expect": EXPECT}
RIGHT: dict[str, Any] = {
    "action": "edit",
    "sources": ["gen_a"],
    "ratio": "1024x1536",
    "n": 2,
    "prompt": "a CAT in a cap",
}


def test_what_is_expected_is_right() -> None:
    assert judge(CASE, RIGHT) == Verdict(call=True, words=True)


@pytest.mark.parametrize(
    "change",
    [{"action": "answer"}, {"sources": []}, {"ratio": "1:1"}, {"n": 1}, {"sources": ["gen_a", "gen_b"]}],
)
def test_another_call_is_wrong(change: dict[str, Any]) -> None:
    assert not judge(CASE, {**RIGHT, **change}).call


@pytest.mark.parametrize("prompt", ["a dog in a cap", "a cat", "undo: a cat in a hat"])
def test_other_words_are_wrong(prompt: str) -> None:
    assert judge(CASE, {**RIGHT, "prompt": prompt}) == Verdict(call=True, words=False)


def test_a_ratio_may_lie_in_a_range() -> None:
    assert judge(CASE, {**RIGHT, "ratio": "9:16"}).full


def test_an_alternative_counts_and_inherits_the_words() -> None:
    case = {**CASE, "alt": [{"action": "edit", "sources": ["gen_b"], "ratio": None, "n": None}]}
    assert judge(case, {**RIGHT, "sources": ["gen_b"], "ratio": "5:1"}).full
    assert not judge(case, {**RIGHT, "sources": ["gen_b"], "prompt": "a dog"}).full


def test_an_upload_is_known_by_its_place_or_its_address() -> None:
    url = "https://a.example/b.png"
    message = {"role": "user", "content": [{"type": "image_url", "image_url": {"url": url}}]}
    case = {"messages": [message], "expect": {**EXPECT, "sources": ["upload:1"]}}
    assert judge(case, {**RIGHT, "sources": [url]}).full


def test_an_answer_is_judged_by_nothing_else() -> None:
    case = {"messages": [], "expect": {"action": "answer", "sources": []}}
    assert judge(case, {"action": "answer", "sources": ["gen_x"], "prompt": ""}).full
