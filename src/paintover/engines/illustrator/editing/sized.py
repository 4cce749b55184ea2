"""The size of a newcomer that its very name tells in Chinese: 加一棵小树, 放一块大石头."""

from __future__ import annotations

from typing import Literal

import msgspec

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.grammar.lexicon import vocabulary
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.told_size import said_to_be

_LARGE = frozenset(
    ["大树", "大石头", "大熊", "大鱼", "大卡车", "大飞机", "大床", "大碗", "大箱子", "大鼓", "大桥"]
)
"""Names of what is large among its like; 大象, 大蒜 and 大衣柜 are as large as ever."""
_AS_EVER = frozenset(
    ["小米粥", "小马扎", "小辫子", "小龙虾", "小番茄", "小葱", "小炒肉", "小军鼓", "小彩灯", "小号手", "小刀"]
)
"""Names that tell no size."""
_CUB_M = 0.8
"""小狗 is any dog, 小象 a small elephant: from such a height on an animal on the ground is small that is called so."""

_GRAND_M = 1.0
"""The same in a new picture, where 小猪 and 小狼 may be the heroes."""


def sized_by_name(editor: Editor) -> None:
    """Give newcomers of an edit the size that their name tells, and in a new picture the cubs beside others."""
    if editor.new:
        _cubs(editor)
        _broods(editor)
        return
    for one in list(editor.things.values()):
        if one.size is None and editor.base.thing(one.id) is None and (size := _told_by(one)) is not None:
            editor.things[one.id] = msgspec.structs.replace(one, size=size)


def _cubs(editor: Editor) -> None:
    """小熊 at the doctor's is a cub, and no bear that is larger than the doctor; alone in a picture its size is all the same."""
    for one in list(editor.things.values()):
        kind = stock_of(one)
        others = (
            other for other in editor.things.values() if other.kind != one.kind
        )  # 小猪和小牛 are a pair
        if (
            kind.alive
            and kind.height_m >= _GRAND_M
            and one.size is None
            and _told_by(one) == "small"
            and any(is_somebody(other.kind) for other in others)
        ):
            editor.things[one.id] = msgspec.structs.replace(one, size="small")


def _broods(editor: Editor) -> None:
    """小鸭子 whose mother is there are as small beside her as kittens are beside a cat."""
    for mother in [one for one in editor.things.values() if one.size == "large" and stock_of(one).alive]:
        young = [one for one in editor.things.values() if one.kind == mother.kind and one.id != mother.id]
        if young and all(one.label.startswith("小") and one.size is None for one in young):
            for one in young:
                editor.things[one.id] = msgspec.structs.replace(one, size="small")


def told_apart(editor: Editor) -> None:
    """Beside a small one that fills the picture there is no room for a large one of its kind: it becomes as small as it is
    said to be, where it stands."""
    if editor.new:
        return
    width, height = parse_ratio(editor.ratio).size()
    for one in list(editor.things.values()):
        if editor.base.thing(one.id) is not None or said_to_be(one.size, one.label) != "large":
            continue
        for other in list(editor.things.values()):
            placed = editor.layout.get(other.id)
            if placed is None or other.kind != one.kind or said_to_be(other.size, other.label) != "small":
                continue
            left, top, right, bottom = placed.box
            factor = min(_LOW * height / max(1, bottom - top), _NARROW * width / max(1, right - left))
            if factor < _PLAINLY and editor.grow(other.id, factor, told=True):
                editor.change(other.id, size="small")


_LOW, _NARROW, _PLAINLY = 0.34, 0.34, 0.95
"""How high and how broad a small one is at most that leaves room for a large one, as shares of the picture; and how much smaller
one has to become that it is worth it."""


def _told_by(one: Thing) -> Literal["small", "large"] | None:
    if one.label in _LARGE:
        return "large"
    if not one.label.startswith("小") or one.label in _AS_EVER:
        return None
    words, kind = vocabulary("zh").words, stock_of(one)
    plain = words.get(one.label[1:], {}).get("kinds")
    if plain != words.get(one.label, {}).get("kinds") or is_somebody(one.kind):
        return None
    pet = kind.alive and kind.height_m < _CUB_M and kind.habitat not in ("water", "sky")
    return None if pet else "small"
