"""Wishes of one or two facts between things, made from lists, and what an audit must say of a picture of them.

Each fact is known from how its sentence was made. `shown` tells from the relations of a scene whether the picture has it;
`apart` breaks a picture, so that the fact is surely lost.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from paintover.domain.call import Language
from paintover.engines.illustrator.scene import Scene

ACTORS = (
    ("cat", "cat", "猫"), ("dog", "dog", "狗"), ("boy", "boy", "男孩"), ("girl", "girl", "女孩"), ("rabbit", "rabbit", "兔子"),
    ("bear", "bear", "熊"), ("monkey", "monkey", "猴子"), ("robot", "robot", "机器人"), ("fox", "fox", "狐狸"), ("pig", "pig", "猪"),
    ("old-woman", "grandma", "奶奶"), ("penguin", "penguin", "企鹅"), ("panda", "panda", "熊猫"), ("witch", "witch", "女巫"),
)  # fmt: skip
GROUNDS = (
    ("chair", "chair", "椅子"), ("couch", "sofa", "沙发"), ("dining-table", "table", "桌子"), ("box", "box", "箱子"), ("bed", "bed", "床"),
    ("car", "car", "汽车"), ("tree", "tree", "树"), ("rock", "rock", "石头"), ("tent", "tent", "帐篷"), ("bench", "bench", "长椅"),
    ("piano", "piano", "钢琴"), ("sled", "sled", "雪橇"), ("basket", "basket", "篮子"), ("fence", "fence", "栅栏"), ("swing-set", "swing", "秋千"),
)  # fmt: skip
HELD = (
    ("balloon", "balloon", "气球"), ("flower", "flower", "花"), ("umbrella", "umbrella", "雨伞"), ("book", "book", "书"), ("ball", "ball", "球"),
    ("apple", "apple", "苹果"), ("guitar", "guitar", "吉他"), ("sword", "sword", "剑"), ("kite", "kite", "风筝"), ("ladder", "ladder", "梯子"),
)  # fmt: skip
RIDDEN = (("horse", "horse", "马"), ("bicycle", "bicycle", "自行车"), ("elephant", "elephant", "大象"), ("tractor", "tractor", "拖拉机"))  # fmt: skip
_PLACES = (("on", "on", "上"), ("below", "under", "下面"), ("behind", "behind", "后面"), ("front", "in front of", "前面"), ("inside", "in", "里"))  # fmt: skip
_TAKES = {
    "on": {"on", "inside"},
    "below": {"below"},
    "behind": {"behind"},
    "front": {"front"},
    "inside": {"inside", "on"},
}
_BACK = {"below": {"above", "on"}, "behind": {"front"}, "front": {"behind"}, "on": {"below"}}


@dataclass(frozen=True, slots=True)
class Tied:
    """Two kinds and how the one stands to the other, or what it does with it."""

    figure: str
    tie: str
    ground: str
    words: str


@dataclass(frozen=True, slots=True)
class Wish:
    text: str
    lang: Language
    facts: tuple[Tied, ...]


def wishes(seed: int, many: int) -> Iterator[Wish]:
    """That many wishes, half of them in each language, of two facts each."""
    chance = random.Random(seed)
    for number in range(many):
        lang: Language = "zh" if number % 2 else "en"
        actors = chance.sample(ACTORS, 2)
        told = [_told(chance, actor, lang) for actor in actors]
        if told[0][1].ground == told[1][1].ground:
            continue
        joined = ("，" if lang == "zh" else " and ").join(text for text, _ in told)
        yield Wish(joined, lang, tuple(fact for _, fact in told))


def _told(chance: random.Random, actor: tuple[str, str, str], lang: Language) -> tuple[str, Tied]:
    kind, english, chinese = actor
    form = chance.choice(("place", "place", "there", "hold", "ride"))
    measure = "个" if kind in ("boy", "girl", "old-woman", "robot", "witch") else "只"
    who = f"一{measure}{chinese}" if lang == "zh" else f"{_a(english)} {english}"
    if form in ("hold", "ride"):
        what = chance.choice(HELD if form == "hold" else RIDDEN)
        verb = {"hold": ("holding", "拿着"), "ride": ("riding", "骑着")}[form]
        words = f"{verb[1]}{what[2]}" if lang == "zh" else f"{verb[0]} {_a(what[1])} {what[1]}"
        return f"{who}{words}" if lang == "zh" else f"{who} {words}", Tied(kind, form, what[0], words)
    ground = chance.choice(GROUNDS)
    tie, en, zh = chance.choice(_PLACES)
    if lang == "zh":
        words = f"{ground[2]}{zh}"
        posture = chance.choice(("站", "坐", ""))
        text = f"{words}有{who}" if form == "there" else f"{who}{posture}在{words}"
        return text, Tied(kind, tie, ground[0], words)
    words = f"{en} the {ground[1]}"
    posture = chance.choice((" sitting", " standing", ""))
    return f"{who}{posture} {words}", Tied(kind, tie, ground[0], words)


def _a(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def there(fact: Tied, scene: Scene) -> bool:
    """Whether both of its things are in the picture."""
    kinds = {thing.kind for thing in scene.objects}
    return fact.figure in kinds and fact.ground in kinds


def shown(fact: Tied, scene: Scene) -> bool:
    """Whether the scene ties the two as the fact says."""
    for figure in scene.objects:
        for ground in scene.objects:
            if (figure.kind, ground.kind) != (fact.figure, fact.ground):
                continue
            one = figure.rel.type if figure.rel is not None and figure.rel.to == ground.id else None
            other = ground.rel.type if ground.rel is not None and ground.rel.to == figure.id else None
            if fact.tie == "hold" and other in ("hold", "wear", "on"):
                return True
            if fact.tie == "ride" and (one in ("on", "inside") or other == "hold"):
                return True
            if one in _TAKES.get(fact.tie, ()) or other in _BACK.get(fact.tie, ()):
                return True
            if fact.tie == "front" and one == "behind" and ground.kind == "dining-table":
                return True
    return False


def apart(scene: Scene) -> Scene:
    """The same things, each by itself."""
    return msgspec.structs.replace(
        scene, objects=tuple(msgspec.structs.replace(thing, rel=None) for thing in scene.objects)
    )
