"""Whom something is given sits where they are told to, and what is in the hands is in the right ones."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.retelling.whom_first import told_of_whom_first


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("小男孩把饼干递给坐在轮椅上的奶奶", "小男孩把饼干递给奶奶，奶奶坐在轮椅上"),
        ("猎人带着两条猎犬走在森林里，肩上扛着枪", "猎人扛着枪，猎人带着两条猎犬走在森林里"),
        ("下雪天，一个男孩背着书包在公交站等车，手里捧着热包子", "下雪天，一个男孩捧着热包子，男孩背着书包在公交站等车"),
        ("婚礼上，新郎把戒指戴在新娘手上", "新郎把戒指递给新娘"),
        ("孩子们围着桌子等着", "孩子们围着桌子坐着"),
        ("女孩坐在椅子上", "女孩坐在椅子上"),
        ("一个女孩和一个男孩，手里拿着花", "一个女孩和一个男孩，手里拿着花"),
    ],
)  # fmt: skip
def test_it_is_told_of_the_right_one(wish: str, told: str) -> None:
    assert told_of_whom_first(wish) == told
