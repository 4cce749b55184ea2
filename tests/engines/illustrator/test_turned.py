"""Edits said the other way round, in eleven languages, do what they ask and keep everybody else to the bit."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.turned import LANGUAGES, results


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_edit_turned_round_is_done_and_nothing_else(lang: str) -> None:
    found = [one for number in range(3) for one in results(f"sample {number}", lang)]
    assert found
    assert [one for one in found if one.verdict != "right"] == []
