"""What an edit does not name stays as it was: edits of all kinds, in two languages, of pictures of all kinds."""

from __future__ import annotations

import random

import pytest

from paintover.domain.errors import NotDrawable
from tests.engines.illustrator.steady import edited, edits_of, faults, laid_out

PICTURES = (
    ("en", "a cat on a sofa in a room, a floor lamp, a potted plant"),
    ("en", "a bedroom at night with a teddy bear on the bed"),
    ("en", "a boy holding a balloon in front of a red house"),
    ("en", "a chef holding a pan and a waiter holding a pizza"),
    ("en", "an elephant behind a small mouse"),
    ("en", "a bird on a horse's back"),
    ("en", "a family having a picnic in the park"),
    ("zh", "桌上一个盘子，盘子里有一个苹果"),
    ("zh", "一只熊猫骑着自行车"),
    ("zh", "樱花盛开的公园，一对情侣坐在长椅上"),
    ("zh", "书桌上有台灯和电脑"),
    ("zh", "五种水果在桌子上"),
    ("zh", "一个女孩和一匹马"),
    ("zh", "一张贺卡，写“早日康复”"),
)


@pytest.mark.parametrize(("lang", "wish"), PICTURES, ids=[wish for _, wish in PICTURES])
def test_an_edit_leaves_the_rest_alone(lang: str, wish: str) -> None:
    before = laid_out(wish, lang, drawn=False)
    wrong = {}
    for said_in in ("en", "zh"):
        for edit in edits_of(before, random.Random(f"{wish} {said_in}"), said_in):
            try:
                after = edited(before, edit.prompt, said_in, drawn=False)
            except NotDrawable:
                continue
            if found := list(faults(before, edit, after, drawn=False)):
                wrong[edit.prompt] = found
    assert wrong == {}
