"""Talks of people and animals to whom others come and who become larger, made by lot, and what is wrong in their pictures by
geometry: whose face is covered, and what is cut by an edge."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paintover.domain.errors import NotDrawable
from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.drawing.render import Drawing
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.sprites.stock import height_of, stock_of
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.sight import face_of, root_of

RATIOS = ("1:1", "1:1", "3:2", "2:3", "16:9")
_SIDE = 224
"""The longer side of the pictures that are measured, in pixels."""
_OF_A_FACE, _OF_ONE, _OF_A_TREE = 0.28, 0.1, 0.3
"""How much of a face may be covered, and how much of anybody beyond the edge; and of a tree or a house."""
_CUT = "cut"
_MORE = 0.1
"""By so much it has to be worse than before that an edit is to blame."""
_FIRST = (
    "three children in a park", "a family on the beach", "two men in the city", "a girl on a farm", "a bear in a forest",
    "five kids in a kitchen", "a woman and a boy in the snow", "a man sitting on a bench in a park", "a bride and a groom by a lake",
    "a knight on a horse in the snow", "a boy walking a dog in a park", "a lion and a zebra by a lake", "four friends",
    "a grandmother knitting on a sofa", "a man in a boat on a lake",
)  # fmt: skip
_FIRST_ZH = (
    "公园里三个小朋友", "海边一家人", "农场上一个小男孩和一头牛", "湖边四个朋友", "教室里一只狗躺在地上", "雪地里爷爷和孙子坐在长椅上",
    "森林里一只熊", "城市街道上两个女孩",
)  # fmt: skip
_WHO = {
    "children": "children", "family": "family", "men": "men", "girl": "girl", "bear": "bear", "kids": "kids", "boy": "boy", "man": "man",
    "bride": "bride", "knight": "knight", "zebra": "zebra", "friends": "friends", "grandmother": "grandmother",
    "小朋友": "小朋友", "一家人": "一家人", "男孩": "男孩", "朋友": "朋友", "狗": "狗", "孙子": "孙子", "熊": "熊", "女孩": "女孩",
}  # fmt: skip
_NEW = (
    "a dog", "a cat", "a man", "a child", "a horse", "a bicycle", "a tree", "a police officer", "a cow", "a bench", "a car",
    "two kids", "a clown", "a statue", "a tent", "a fountain", "a sofa",
)  # fmt: skip
_NEW_ZH = (
    "一只狗",
    "一只猫",
    "一个男人",
    "一匹马",
    "一棵树",
    "一个警察",
    "一头牛",
    "一辆汽车",
    "一个小丑",
    "两个孩子",
    "一个帐篷",
)
_EDITS = (
    "put {new} next to the {who}", "put {new} to the left of the {who}", "put {new} to the right of the {who}",
    "add {new} in the foreground", "add {new} on the left", "add {new} on the right", "put {new} behind the {who}",
    "make the {who} bigger", "make the {who} bigger", "add two more people", "add a crowd in the background", "make the {who} bigger", "give the {who} a party hat",
)  # fmt: skip
_EDITS_ZH = (
    "加{new}", "旁边再来{new}", "在{who}左边放{new}", "在{who}右边加{new}", "前景里加{new}", "{who}后面加{new}", "把{who}变大一点",
    "把{who}变大一点", "再加几个人", "远处加一群人",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Talk:
    """A first wish and the edits after it."""

    wish: str
    edits: tuple[str, ...]
    ratio: str
    seed: int


def talks(count: int, edits: int) -> Iterator[Talk]:
    """So many talks of so many edits each, the same ones every time."""
    rng = random.Random("composed")
    for number in range(count):
        chinese = number % 3 == 0
        wish = rng.choice(_FIRST_ZH if chinese else _FIRST)
        who = max((word for word in _WHO if word in wish.split() or (chinese and word in wish)), key=len)
        said = [
            rng.choice(_EDITS_ZH if chinese else _EDITS).format(
                who=who, new=rng.choice(_NEW_ZH if chinese else _NEW)
            )
            for _ in range(edits)
        ]
        yield Talk(wish, tuple(said), RATIOS[number % len(RATIOS)], 3 + number)


def drawn(scene: Scene) -> Drawing:
    """The things of a picture, small and upon nothing."""
    width, height = parse_ratio(scene.ratio).size()
    size = [round(side * _SIDE / max(width, height)) for side in (width, height)]
    drawing = Drawing(scene, size[0], size[1], ground=np.zeros((size[1], size[0], 3), np.uint8))
    for _ in drawing.stages():
        pass
    return drawing


def wrong_in(talk: Talk) -> Iterator[str]:
    """What is wrong in the pictures of a talk: faces that are covered without a word, and what is cut."""
    language = language_of(talk.wish)
    scene = arrange(compose_scene(talk.wish, ratio=talk.ratio, seed=talk.seed, language=language).scene)
    drawing = drawn(scene)
    yield from (f"{talk.wish}: {one}" for one in _worse(None, drawing))
    for number, edit in enumerate(talk.edits):
        try:
            found = edit_scene(
                edit, [drawing.scene], ratio=talk.ratio, seed=talk.seed + number, language=language_of(edit)
            )
        except NotDrawable:
            continue
        after = drawn(arrange(found.scene, former=found.former))
        yield from (
            f"{talk.wish} => {' => '.join(talk.edits[: number + 1])} ({talk.ratio}, {talk.seed}): {one}"
            for one in _worse(drawing, after)
        )
        drawing = after


def _worse(before: Drawing | None, after: Drawing) -> Iterator[str]:
    were = {} if before is None else _faults(before)
    layout = {} if before is None else before.scene.layout
    touched = {key for key, placed in after.scene.layout.items() if layout.get(key) != placed}
    told = {thing.id for thing in hidden(after, touched)}
    for (key, what), share in _faults(after).items():
        if (what == _CUT or key not in told) and share > were.get((key, what), 0.0) + _MORE:
            thing = after.scene.thing(key)
            yield f"{what} of {'?' if thing is None else thing.kind}: {share:.2f}"


def _faults(drawing: Drawing) -> dict[tuple[str, str], float]:
    """Which share of everybody's face others cover, and how much of each is cut, where that is more than may be."""
    painted = [thing for group in drawing.painted() for thing in group]
    labels = drawing.labels()
    found = {}
    for number, one in enumerate(painted, 1):
        if _is_free_to_reach_out(one):
            continue
        cut = _cut(drawing, one)
        if cut > (_OF_A_TREE if _is_tall(one) else _OF_ONE):
            found[one.id, _CUT] = cut
        covered = _covered(drawing, one, number, painted, labels)
        if covered > _OF_A_FACE:
            found[one.id, "face covered"] = covered
    return found


def _is_free_to_reach_out(one: Thing) -> bool:
    """What hangs from above, is held, is far away, or is a crowd from edge to edge."""
    return (
        one.pose == CEILING
        or one.kind == "crowd"
        or one.size == "far"
        or (one.rel is not None and one.rel.type == "hold")
    )


def _is_tall(one: Thing) -> bool:
    return not stock_of(one).alive and height_of(one) >= 4.0


def _cut(drawing: Drawing, one: Thing) -> float:
    """Which share of it is beyond the edges."""
    sprite = drawing.sprites[one.id]
    rows, columns = np.nonzero(sprite.rgba[..., 3] > 127)
    rows, columns = rows + sprite.top, columns + sprite.left
    outside = (rows < 0) | (rows >= drawing.height) | (columns < 0) | (columns >= drawing.width)
    return float(outside.mean()) if outside.size else 0.0


def _covered(
    drawing: Drawing, one: Thing, number: int, painted: Sequence[Thing], labels: NDArray[np.uint8]
) -> float:
    """Which share of its face is behind those that have nothing to do with it: neither worn nor held by it, nor borne by its
    bearer."""
    face = face_of(one, drawing.scene.layout[one.id])
    if face is None or (one.rel is not None and one.rel.type in ("inside", "cover", "behind")):
        return 0.0
    factor = drawing.width / parse_ratio(drawing.scene.ratio).size()[0]
    left, top, right, bottom = (max(0, round(side * factor)) for side in face)
    sprite, own = drawing.sprites[one.id], np.zeros(labels.shape, bool)
    y, x = max(0, sprite.top), max(0, sprite.left)
    part = (sprite.rgba[y - sprite.top :, x - sprite.left :, 3] > 127)[
        : drawing.height - y, : drawing.width - x
    ]
    own[y : y + part.shape[0], x : x + part.shape[1]] = part
    area = own[top:bottom, left:right]
    root = root_of(drawing.scene, one, drawing.scene.layout)
    strangers = [
        place
        for place, other in enumerate(painted, 1)
        if place > number
        and root_of(drawing.scene, other, drawing.scene.layout) is not root
        and (other.rel is None or other.rel.type != "hold")
    ]
    seen_there = np.isin(labels[top:bottom, left:right], strangers)
    return float((area & seen_there).sum()) / max(1, int(area.sum()))
