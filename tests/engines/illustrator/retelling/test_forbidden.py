"""What is not to be in anything's way stays, and nothing is done for it in silence."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "kinds", "clause"),
    [
        ("草地上一棵树 => 旁边放个球，别挡住树", ["tree", "ball"], "别挡住树"),
        ("一个女孩和一只狗 => 狗坐下，别挨着女孩", ["girl", "dog"], "别挨着女孩"),
        (
            "a meadow with a tree => add a ball, don't block the tree",
            ["tree", "ball"],
            "don't block the tree",
        ),
    ],
)
def test_what_is_named_stays_and_the_clause_is_told_of(talked: str, kinds: list[str], clause: str) -> None:
    (answer,) = talk(talked)
    assert [one.kind for one in answer.scene.objects] == kinds
    assert any(clause in note for note in answer.notes)


def test_alone_it_changes_nothing_and_says_so() -> None:
    (answer,) = talk("草地上一棵树 => 别挡着树")
    assert [one.kind for one in answer.scene.objects] == ["tree"]
    assert "别挡着树" in answer.told


def test_how_it_is_not_to_be_is_told_where_nothing_came_of_it() -> None:
    (answer,) = talk("一个客厅 => 地上趴只猫，别太靠边")
    assert any("别太靠边" in note for note in answer.notes)


@pytest.mark.parametrize(
    ("talked", "kinds"),
    [
        ("夜市小吃摊 => 摊主是个阿姨", ["market-stall", "woman"]),
        ("教室里一个老师 => 老师是个老爷爷", ["old-man"]),
    ],
)
def test_who_is_one_is_nobody_besides(talked: str, kinds: list[str]) -> None:
    (answer,) = talk(talked)
    assert [one.kind for one in answer.scene.objects if one.rel is None or one.rel.type == "beside"] == kinds
