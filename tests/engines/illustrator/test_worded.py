"""Words that are easily made things of their own, or lost; see worded.py."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from tests.engines.illustrator.worded import judged, suspicious, wishes

MOST_SILENT, MOST_UNASKED = 0.01, 0.015
"""Which share of the facts may be wrong without a word, and how many things nobody asked for there may be to a fact."""


@pytest.mark.parametrize("seed", [21])
def test_words_are_neither_lost_nor_made_things(seed: int) -> None:
    count: Counter[str] = Counter()
    lost, quoted = [], []
    for wish in wishes(seed, 1):
        facts, made = judged(wish)
        count += Counter(one.verdict for one in facts)
        lost += [(wish.text, one.verdict, one.fact) for one in facts if one.verdict in ("silent", "unasked")]
        quoted += [(wish.text, note) for note in suspicious(wish.text, made)]
    total = count["right"] + count["named"] + count["silent"]
    assert count["silent"] <= MOST_SILENT * total, lost
    assert count["unasked"] <= MOST_UNASKED * total, lost
    assert len(quoted) <= 2, quoted


@pytest.mark.parametrize(
    ("wish", "quoted"),
    [
        ("a fluffy rabbit with big round eyes", ["big round eyes", "fluffy"]),
        ("一只黄嘴的粉色小鸟", ["黄嘴"]),
        ("一个蛋糕，上面有三支点燃的蜡烛", []),
        ("a girl with a missing tooth", ["missing tooth"]),
        ("a girl in anime style", ["anime"]),
        ("一个没戴帽子的女孩", []),
        ("a present with a yellow bow", ["yellow"]),
        ("a car with big wheels", []),
    ],
)
def test_notes_quote_what_was_written(wish: str, quoted: list[str]) -> None:
    language: Language = "zh" if "一" in wish else "en"
    made = compose_scene(wish, ratio="1:1", seed=3, language=language)
    assert re.findall("“([^”]*)”", " ".join(made.notes)) == quoted
