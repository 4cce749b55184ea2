"""How many answers an owner may have open."""

from __future__ import annotations

import pytest

from paintover.api.admission import OpenAnswers
from paintover.domain.errors import Busy


def test_an_owner_has_at_most_so_many_answers_open() -> None:
    answers = OpenAnswers(2)
    with answers.one_more("ada"), answers.one_more("ada"):
        with pytest.raises(Busy, match="2 answers open"), answers.one_more("ada"):
            pytest.fail("a third answer was let in")
        # The refused one counted nothing, and another owner is not held up.
        with answers.one_more("bob"):
            pass
        with pytest.raises(Busy), answers.one_more("ada"):
            pytest.fail("a third answer was let in after a refusal")


def test_an_answer_that_breaks_makes_room_again() -> None:
    answers = OpenAnswers(1)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), answers.one_more("ada"):
            raise ZeroDivisionError
    with answers.one_more("ada"):
        pass
