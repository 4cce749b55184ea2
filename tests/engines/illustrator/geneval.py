"""GenEval's 553 prompts, in English and Chinese, and whether a drawing shows what they say.

A position holds by GenEval's own rule (`relative_position` of its evaluation): the distance of the centres, less a tenth
of both sizes, points that way. Nothing may be covered by another box by more than a third.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np

from paintover.engines.illustrator.colour import PAINTS, to_lab
from paintover.engines.illustrator.drawing.render import Drawing, draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.raster import Pixels
from paintover.engines.illustrator.staging.layout import arrange

Box = tuple[int, int, int, int]
Lang = Literal["en", "zh"]

COVERED = 1 / 3
PAINTED = {"cell-phone": 0.08}
"""The share of a thing that its colour must fill, where it is less than usual: a phone is mostly its screen."""
_CHINESE = {
    "person": "人", "bicycle": "自行车", "car": "汽车", "motorcycle": "摩托车", "airplane": "飞机", "bus": "公交车",
    "train": "火车", "truck": "卡车", "boat": "小船", "traffic light": "红绿灯", "fire hydrant": "消防栓",
    "stop sign": "停车标志", "parking meter": "停车计时器", "bench": "长椅", "bird": "鸟", "cat": "猫", "dog": "狗",
    "horse": "马", "sheep": "绵羊", "cow": "奶牛", "elephant": "大象", "bear": "熊", "zebra": "斑马",
    "giraffe": "长颈鹿", "backpack": "背包", "umbrella": "雨伞", "handbag": "手提包", "tie": "领带",
    "suitcase": "行李箱", "frisbee": "飞盘", "skis": "滑雪板", "snowboard": "单板滑雪板", "sports ball": "足球",
    "kite": "风筝", "baseball bat": "棒球棒", "baseball glove": "棒球手套", "skateboard": "滑板",
    "surfboard": "冲浪板", "tennis racket": "网球拍", "bottle": "瓶子", "wine glass": "高脚杯", "cup": "杯子",
    "fork": "叉子", "knife": "刀", "spoon": "勺子", "bowl": "碗", "banana": "香蕉", "apple": "苹果",
    "sandwich": "三明治", "orange": "橙子", "broccoli": "西兰花", "carrot": "胡萝卜", "hot dog": "热狗",
    "pizza": "披萨", "donut": "甜甜圈", "cake": "蛋糕", "chair": "椅子", "couch": "沙发", "potted plant": "盆栽",
    "bed": "床", "dining table": "餐桌", "toilet": "马桶", "tv": "电视", "laptop": "笔记本电脑",
    "computer mouse": "鼠标", "tv remote": "遥控器", "computer keyboard": "键盘", "cell phone": "手机",
    "microwave": "微波炉", "oven": "烤箱", "toaster": "烤面包机", "sink": "水槽", "refrigerator": "冰箱",
    "book": "书", "clock": "时钟", "vase": "花瓶", "scissors": "剪刀", "teddy bear": "泰迪熊",
    "hair drier": "吹风机", "toothbrush": "牙刷",
}  # fmt: skip
_MEASURE = {
    "person": "个", "bicycle": "辆", "car": "辆", "motorcycle": "辆", "airplane": "架", "bus": "辆", "train": "列",
    "truck": "辆", "boat": "艘", "bench": "张", "bird": "只", "cat": "只", "dog": "条", "horse": "匹", "sheep": "只",
    "cow": "头", "elephant": "头", "bear": "头", "zebra": "匹", "giraffe": "只", "umbrella": "把", "tie": "条",
    "skis": "副", "knife": "把", "fork": "把", "spoon": "把", "scissors": "把", "banana": "根", "carrot": "根",
    "chair": "把", "couch": "张", "bed": "张", "dining table": "张", "laptop": "台", "tv": "台", "cell phone": "部",
    "book": "本", "toothbrush": "支", "cake": "个", "pizza": "块", "bottle": "个", "potted plant": "盆",
}  # fmt: skip
_COLOURS = {
    "red": "红色", "orange": "橙色", "yellow": "黄色", "green": "绿色", "blue": "蓝色", "purple": "紫色",
    "pink": "粉色", "brown": "棕色", "black": "黑色", "white": "白色",
}  # fmt: skip
_NUMBERS = {2: ("two", "两"), 3: ("three", "三"), 4: ("four", "四")}
_SIDES = {"left": "左边", "right": "右边", "above": "上方", "below": "下方"}
_KINDS = {
    "sports ball": {"ball", "soccer-ball"},
    "boat": {"boat", "rowing-boat"},
    "knife": {"knife", "table-knife"},
    "tv remote": {"remote"},
    "computer keyboard": {"keyboard"},
    "hair drier": {"hair-drier"},
}


_NATURAL = {("bear", "brown")}


@dataclass(frozen=True, slots=True)
class Case:
    """One prompt: its things, each with a colour or none, how many of the only one, or how the first stands to the
    second."""

    tag: str
    things: tuple[tuple[str, str | None], ...]
    count: int = 1
    position: str | None = None

    def prompt(self, lang: Lang) -> str:
        """The prompt, in GenEval's own words or in Chinese."""
        return self._english() if lang == "en" else self._chinese()

    def _english(self) -> str:
        if self.count > 1:
            (name, _), word = self.things[0], _NUMBERS[self.count][0]
            return f"a photo of {word} {name}{'es' if name.endswith('s') else 's'}"
        named = [_with_article(f"{colour} {name}" if colour else name) for name, colour in self.things]
        position = self.position if self.position in ("above", "below", None) else f"{self.position} of"
        return "a photo of " + (f" {position} " if position else " and ").join(named)

    def _chinese(self) -> str:
        named = [_measured(name, colour, self.count) for name, colour in self.things]
        if self.position:
            return f"{named[1]}的{_SIDES[self.position]}有{named[0]}"
        return "和".join(named) + "的照片"


def _with_article(name: str) -> str:
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _measured(name: str, colour: str | None, count: int) -> str:
    number = "一" if count == 1 else _NUMBERS[count][1]
    paint = f"{_COLOURS[colour]}的" if colour else ""
    return f"{number}{_MEASURE.get(name, '个')}{paint}{_CHINESE[name]}"


@cache
def cases() -> tuple[Case, ...]:
    """All 553, in the published order."""
    lines = (Path(__file__).parent / "geneval.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_case(line) for line in lines if not line.startswith("#"))


def _case(line: str) -> Case:
    tag, _, rest = line.partition(" ")
    parts = rest.split(", ")
    if tag == "count":
        count, _, name = rest.partition(" ")
        return Case(tag, ((name, None),), count=int(count))
    if tag == "position":
        return Case(tag, ((parts[0], None), (parts[2], None)), position=parts[1])
    if tag in ("colour", "colours"):
        return Case(tag, tuple((name, colour) for colour, _, name in (part.partition(" ") for part in parts)))
    return Case(tag, tuple((part, None) for part in parts))


def planned(case: Case, lang: Lang, *, seed: int = 7) -> Scene:
    """The scene with its layout, not drawn."""
    composed = compose_scene(case.prompt(lang), ratio="1:1", seed=seed, language=lang)
    return arrange(composed.scene)


def faults(case: Case, scene: Scene) -> Iterator[str]:
    """What of the case is not so in a scene with its layout, by its objects and their boxes."""
    left = list(scene.objects)
    found: list[str] = []
    for kinds, colour in _wanted(case) * case.count:
        match = next(
            (one for one in left if one.kind in kinds and one.colour in (colour, _own(one, colour))), None
        )
        if match is None:
            yield f"no {colour or ''} {min(kinds)}"
            return
        left.remove(match)
        found.append(match.id)
    if left:
        yield f"too much: {[thing.kind for thing in left]}"
    boxes = {name: placement.box for name, placement in scene.layout.items()}
    lies_on = {one.id: one.rel.to for one in scene.objects if one.rel is not None and one.rel.type == "on"}
    for name in found:
        # What lies on a table is before its top, and seen; the pixels are looked at by `drawn_faults`.
        others = [box for other, box in boxes.items() if other not in (name, lies_on.get(name))]
        if max((covered(boxes[name], box) for box in others), default=0) > COVERED:
            yield f"{name} is covered"
    if case.position and not stands(case.position, boxes[found[0]], boxes[found[1]]):
        yield f"not {case.position}: {boxes[found[0]]}, {boxes[found[1]]}"


def _wanted(case: Case) -> list[tuple[set[str], str | None]]:
    return [(_KINDS.get(name, {name.replace(" ", "-")}), colour) for name, colour in case.things]


def _own(thing: Thing, colour: str | None) -> str | None:
    """None where a thing has that colour by nature: a brown bear is not painted."""
    return None if (thing.kind, colour) in _NATURAL else colour


def drawn_faults(case: Case, scene: Scene) -> Iterator[str]:
    """The same, and the colours and what can be seen, by the pixels of the drawing."""
    drawing = draw(scene)
    yield from faults(case, drawing.scene)
    for name, sprite in drawing.sprites.items():
        thing = drawing.scene.thing(name)
        colour = next(
            (paint for kind, paint in _wanted(case) if thing is not None and thing.kind in kind), None
        )
        least = PAINTED.get(thing.kind if thing is not None else "", 0.2)
        if colour is not None and (share := painted(sprite.rgba, colour)) < least:
            yield f"{name} is not {colour} but for {share:.2f}"
        if (share := seen(drawing, name)) < 0.5:
            yield f"only {share:.2f} of {name} is seen"


def stands(position: str, first: Box, second: Box) -> bool:
    """GenEval's rule for the box `first` being left of, right of, above or below `second`."""
    centres = [((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in (first, second)]
    sizes = [(box[2] - box[0], box[3] - box[1]) for box in (first, second)]
    offset = [centres[0][axis] - centres[1][axis] for axis in (0, 1)]
    slack = [0.1 * (sizes[0][axis] + sizes[1][axis]) for axis in (0, 1)]
    dx, dy = (
        max(abs(value) - room, 0) * (1 if value > 0 else -1)
        for value, room in zip(offset, slack, strict=True)
    )
    norm = (offset[0] ** 2 + offset[1] ** 2) ** 0.5 or 1.0
    turned = {"left": -dx, "right": dx, "above": -dy, "below": dy}[position]
    return turned / norm > 0.5


def covered(box: Box, other: Box) -> float:
    """The share of the first box that the second covers."""
    wide = min(box[2], other[2]) - max(box[0], other[0])
    high = min(box[3], other[3]) - max(box[1], other[1])
    return max(0, wide) * max(0, high) / max(1, (box[2] - box[0]) * (box[3] - box[1]))


def painted(rgba: Pixels, colour: str) -> float:
    """The share of a sprite's solid pixels that anybody would call that colour."""
    solid = rgba[rgba[..., 3] > 250][:, :3].astype(int)
    cells, counts = np.unique(solid // 24, axis=0, return_counts=True)
    close = np.array([_called(tuple(int(value) * 24 + 12 for value in cell), colour) for cell in cells])
    return float(counts[close].sum() / max(1, counts.sum())) if close.size else 0.0


def _called(pixel: tuple[int, ...], colour: str) -> bool:
    light, a, b = to_lab("#" + "".join(f"{min(255, value):02x}" for value in pixel))
    strength = float(np.hypot(a, b))
    if colour == "white":
        return light > 0.72 and strength < 0.06
    if colour == "black":
        return light < 0.46 and strength < 0.06
    if colour == "grey":
        return 0.3 < light < 0.9 and strength < 0.05
    _, target_a, target_b = to_lab(PAINTS[colour])
    turn = np.arctan2(b, a) - np.arctan2(target_b, target_a)
    near = bool(abs((turn + np.pi) % (2 * np.pi) - np.pi) < 0.5)
    return near and strength > 0.03 and (colour != "brown" or light < 0.68)


def seen(drawing: Drawing, name: str, *, but: Collection[str] = ()) -> float:
    """Which share of a sprite's pixels is not covered by what is painted after it, those named in `but` aside."""
    roots = [thing.id for thing in drawing._roots()]
    order = sorted(drawing.sprites, key=lambda one: roots.index(one) if one in roots else len(roots))
    own = np.zeros((drawing.height, drawing.width), bool)
    covered = own.copy()
    for other in order[order.index(name) :]:
        if other in but:
            continue
        sprite = drawing.sprites[other]
        x0, y0 = max(0, sprite.left), max(0, sprite.top)
        part = sprite.rgba[y0 - sprite.top :, x0 - sprite.left :, 3] > 127
        part = part[: drawing.height - y0, : drawing.width - x0]
        window = (own if other == name else covered)[y0 : y0 + part.shape[0], x0 : x0 + part.shape[1]]
        window |= part
    whole = drawing.sprites[name].rgba[..., 3] > 127
    return float((own & ~covered).sum() / max(1, whole.sum()))
