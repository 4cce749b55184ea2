"""A Chinese noun as it stands by itself in an answer, without the measure word that the lexicon has with it."""

from __future__ import annotations

import re

_MEASURED = re.compile(r"[幅桶块杯壶瓶锅盘盒碗袋](?=[^子盖头装]*(?:[水茶酒汤鱼画奶]|蛋糕|果汁|面粉|大米)$)")

_BY_ITSELF = {
    "桌": "桌子",
    "椅": "椅子",
    "杯": "杯子",
    "盘": "盘子",
    "篮": "篮子",
    "柜": "柜子",
    "箱": "箱子",
    "窗": "窗户",
}


def unmeasured(word: str) -> str:
    """A Chinese noun as it stands by itself: 鱼 of 盘鱼, whose measure the lexicon has with it, and 桌子 of 桌上."""
    return word[1:] if _MEASURED.match(word) else _BY_ITSELF.get(word, word)
