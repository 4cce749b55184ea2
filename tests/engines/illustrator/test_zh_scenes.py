"""Generated Chinese wishes show what they say, or say what they do not show; see zh_scenes.py."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.engines.illustrator.zh_scenes import judged, wishes

SEEDS = (11, 12)
MOST_SILENT = 0.03
"""The share of facts that may be lost without a word."""
LEAST_RIGHT = 0.95


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_chinese_wish_says_is_drawn_or_named(seed: int) -> None:
    facts = [(wish.text, fact) for wish in wishes(seed, 150) for fact in judged(wish)[0]]
    count = Counter(fact.verdict for _, fact in facts)
    lost = [(text, fact.fact) for text, fact in facts if fact.verdict == "silent"]
    assert count["silent"] <= MOST_SILENT * len(facts), lost
    assert count["right"] >= LEAST_RIGHT * len(facts), count


@pytest.mark.parametrize("seed", SEEDS)
def test_no_wish_gives_an_empty_picture(seed: int) -> None:
    for wish in wishes(seed, 60):
        assert judged(wish)[1].objects, wish.text
