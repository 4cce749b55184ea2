"""What floats above several is above each of them, and what is held above a head is in the hand."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("公园里一个女孩和一个男孩 => 在他们头上加四个气球", {"o1": 2, "o2": 2}),
        ("公园里一个女孩和一个男孩 => 她头顶加几个气球 => 他们头顶加两个气球", {"o1": 4, "o2": 1}),
        ("a boy and a girl in a park => add four balloons above their heads", {"o1": 2, "o2": 2}),
        ("a boy and a girl in a park => add balloons above her head", {"o2": 3}),
    ],
)
def test_above_whom_it_is(talked: str, told: dict[str, int]) -> None:
    answer = talk(talked)[-1]
    balloons = [one.rel for one in answer.scene.objects if one.kind == "balloon"]
    above = [one.to for one in balloons if one is not None and one.type == "above"]
    assert {key: above.count(key) for key in above} == told
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a boy => he holds a sign above his head", "Added: sign – held by the boy"),
        ("a girl => give her a halo above her head", "Added: halo – worn by the girl"),
        ("公园里一个女孩 => 加两个男孩 => 给他们都戴上帽子", "加了：帽子 × 3——在女孩和男孩身上"),
        ("公园里一个女孩 => 加两只狗 => 它们都戴上帽子", "加了：帽子 × 2——在狗身上"),
    ],
)
def test_who_has_it(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
