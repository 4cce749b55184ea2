from __future__ import annotations

from paintover.planner.steps import read_step
from paintover.planner.terms import terms


def test_what_is_taken_away_was_there_before() -> None:
    step = read_step("en", "remove the hat", edits=True)
    assert terms("hat") <= step.removed
    assert terms("hat") <= step.implied
    assert not terms("hat") & step.added


def test_what_is_only_recoloured_stays() -> None:
    step = read_step("zh", "把沙发换成红色", edits=True)
    assert not terms("沙发") & step.removed
    assert terms("沙发") & step.changed


def test_colours_belong_to_their_things() -> None:
    painted = read_step("en", "a black bottle and a red cap", edits=False).painted
    assert any("black" in colour for colour in painted["bottl"])
    assert not any("black" in colour for colour in painted["cap"])


def test_traditional_and_simplified_steps_are_one() -> None:
    assert read_step("zh", "換成紅色的馬", edits=True) == read_step("zh", "换成红色的马", edits=True)
