"""Clauses that leave unsaid on what something is, as the clause before has named it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "borne", "relation", "bearer"),
    [
        ("桌上一个大蛋糕，插着三根蜡烛", "candle", "on", "cake"),
        ("桌上一个花瓶，插着三朵玫瑰", "rose", "inside", "vase"),
        ("桌上一个盘子，放着两个苹果", "apple", "on", "plate"),
        ("一棵大树，挂着两个红灯笼", "lantern", "on", "tree"),
    ],
)
def test_it_is_on_what_was_named_last(wish: str, borne: str, relation: str, bearer: str) -> None:
    scene = first_picture(wish)
    found = [one.rel for one in scene.objects if one.kind.endswith(borne)]
    assert found
    for rel in found:
        assert rel is not None
        host = scene.thing(rel.to)
        assert host is not None
        assert (rel.type, host.kind) == (relation, bearer)


def test_somebody_bears_nothing_so() -> None:
    scene = first_picture("一个女孩，放着风筝")
    assert all(one.rel is None or one.rel.type != "on" for one in scene.objects)
