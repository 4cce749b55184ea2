"""Edits of every kind of random pictures do what they ask, or say that they do not, and change nothing else."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.asked import results


@pytest.mark.parametrize("number", range(10))
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_asked_is_done_and_nothing_else(lang: str, number: int) -> None:
    found = list(results(f"sample {number} {lang}", lang))
    assert found
    assert [one for one in found if one.verdict != "right"] == []
