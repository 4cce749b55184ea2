"""What somebody does to another is seen: a seeded sample of what `acted.toml` can say."""

from __future__ import annotations

import random

import pytest

from tests.engines.illustrator.acted import DEEDS, audit, faults, shown, wishes

MOST_WRONG = 0.10
"""Of a hundred such wishes so many may be drawn otherwise, or have a note too many."""


def test_what_is_done_to_another_is_seen() -> None:
    found = audit("acted", 3 * len(DEEDS))
    wrong = [(wish.prompt, verdict, fault) for wish, verdict, fault, _ in found if verdict != "right"]
    assert len(wrong) <= MOST_WRONG * len(found), wrong


@pytest.mark.parametrize("check", sorted({deed["check"] for deed in DEEDS}))
def test_every_deed_is_seen_at_least_once(check: str) -> None:
    sample = [wish for wish in wishes(random.Random(f"each {check}"), 4 * len(DEEDS)) if wish.check == check]
    assert any(not faults(wish, shown(wish)[1]) for wish in sample[:3]), [wish.prompt for wish in sample[:3]]


def test_the_audit_knows_hands_that_are_elsewhere() -> None:
    wish = next(one for one in wishes(random.Random("apart"), len(DEEDS)) if one.check == "touch")
    apart = wish.__class__(f"{wish.prompt} ", "en", "touch", wish.actor, wish.other)
    composed, scene = shown(
        wish.__class__(f"a {wish.actor} and a {wish.other}", "en", "touch", wish.actor, wish.other)
    )
    assert composed.scene.objects
    assert faults(apart, scene) != []
