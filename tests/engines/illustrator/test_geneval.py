from __future__ import annotations

from collections import Counter

import pytest

from tests.engines.illustrator.geneval import Lang, cases, drawn_faults, faults, planned, stands


def test_the_prompts_are_the_published_ones() -> None:
    prompts = [case.prompt("en") for case in cases()]
    assert len(set(prompts)) == 553
    assert Counter(case.tag for case in cases()) == {
        "single": 80, "two": 99, "count": 80, "colour": 94, "position": 100, "colours": 100,
    }  # fmt: skip
    assert prompts[0] == "a photo of a bench"
    assert prompts[-1] == "a photo of a blue pizza and a yellow baseball glove"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_prompt_holds_in_the_scene_and_its_boxes(lang: Lang) -> None:
    wrong = {
        case.prompt(lang): found for case in cases() if (found := list(faults(case, planned(case, lang))))
    }
    assert wrong == {}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_sample_holds_in_the_pixels(lang: Lang) -> None:
    """All of them, drawn, are for `tools/structure.py`."""
    some = cases()[lang == "zh" :: 79]
    wrong = {
        case.prompt(lang): found for case in some if (found := list(drawn_faults(case, planned(case, lang))))
    }
    assert wrong == {}


def test_the_check_finds_what_is_wrong() -> None:
    position = next(case for case in cases() if case.tag == "position")
    counted = next(case for case in cases() if case.tag == "count")
    painted = next(case for case in cases() if case.tag == "colour")
    for case, other in ((position, counted), (counted, painted), (painted, position)):
        assert list(faults(case, planned(other, "en")))
    assert stands("left", (0, 0, 10, 10), (20, 0, 30, 10))
    assert not stands("left", (20, 0, 30, 10), (0, 0, 10, 10))
    assert not stands("above", (0, 0, 10, 10), (20, 0, 30, 10))
