"""What a deed brings along and the wish names as well is there once."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "kind", "gone"),
    [
        ("厨师在炒菜，锅里冒着火", "wok", "cooking-pot"),
        ("a chef cooking at the stove, flames in the pan", "wok", "frying-pan"),
    ],
)
def test_the_vessel_is_that_of_the_deed(wish: str, kind: str, gone: str) -> None:
    scene = first_picture(wish)
    kinds = Counter(one.kind for one in scene.objects)
    assert kinds[kind] == 1
    assert not kinds[gone]
    fire = next(one for one in scene.objects if one.label in ("火", "flames"))
    assert fire.rel is not None
    bearer = scene.thing(fire.rel.to)
    assert bearer is not None
    assert bearer.kind == kind


@pytest.mark.parametrize(
    "wish",
    [
        "雨天一个男孩背着书包撑着伞走路去上学",
        "小女孩背着红色的书包去上学",
        "a boy with a backpack walking to school",
    ],
)
def test_nobody_wears_two_of_a_kind(wish: str) -> None:
    assert sum(one.kind in ("satchel", "backpack") for one in first_picture(wish).objects) == 1


@pytest.mark.parametrize(
    "wish",
    [
        "奶奶坐在沙发上织毛衣，猫在她脚边玩毛线球",
        "grandma knitting on the sofa while the cat plays with a ball of yarn",
    ],
)
def test_who_knits_goes_on_while_the_cat_has_a_ball_of_its_own(wish: str) -> None:
    scene = first_picture(wish)
    held = {scene.thing(one.rel.to).kind for one in scene.objects if one.kind == "yarn" and one.rel}  # type: ignore[union-attr]
    assert held == {"old-woman", "cat"}
    assert next(one for one in scene.objects if one.kind == "old-woman").pose == "knit"
