"""Two kinds of things in a relation are drawn in that relation: a seeded sample of what `relations.toml` can say."""

from __future__ import annotations

import random

import pytest

from tests.engines.illustrator.relations import RELATIONS, audit, faults, shown, wishes

MOST_WRONG = 0.08
"""Of a hundred such wishes so many may be drawn otherwise: sizes that find no room, kinds without such a pose."""


def test_what_is_said_of_two_things_is_seen() -> None:
    found = audit("boxes", 6 * len(RELATIONS), drawn=False)
    wrong = [
        (wish.before, wish.prompt, name)
        for wish, verdict, name, _ in found
        if verdict not in ("right", "named")
    ]
    assert len(wrong) <= MOST_WRONG * len(found), wrong


@pytest.mark.parametrize("check", ["under", "roof", "behind", "hand", "in", "shoulder"])
def test_nobody_is_hidden_in_pixels(check: str) -> None:
    sample = [
        wish for wish in wishes(random.Random(f"pixels {check}"), 4 * len(RELATIONS)) if wish.check == check
    ]
    hidden = [
        (wish.prompt, fault)
        for wish in sample[:3]
        for fault in faults(wish, shown(wish, drawn=True))
        if fault[0] in ("hidden", "face hidden", "cut by the edge")
    ]
    assert hidden == []


def test_the_audit_knows_a_thing_that_is_not_where_it_was_said_to_be() -> None:
    wish = next(
        wish for wish in wishes(random.Random("elsewhere"), 900) if (wish.check, wish.before) == ("on", "")
    )
    right = shown(wish, drawn=False)
    other = next(wish for wish in wishes(random.Random("elsewhere"), 900) if wish.check == "under")
    assert not list(faults(wish, right))
    swapped = type(other)(
        other.prompt, other.lang, "on", other.figure, other.count, other.ground, before=other.before
    )
    assert any(name.startswith("place") for name, _ in faults(swapped, shown(other, drawn=False)))
