"""What is told of each of several, one by one, whatever stands between."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.apart import told_apart
from paintover.engines.illustrator.scene import Scene


def new(prompt: str) -> Scene:
    language: Language = "en" if prompt.isascii() else "zh"
    return compose_scene(prompt, ratio="1:1", seed=3, language=language).scene


def people(scene: Scene) -> list[str]:
    """Who there is, in their order, with their colours, poses and what they wear or hold."""
    borne: dict[str, list[str]] = {}
    for thing in scene.objects:
        if thing.rel is not None and thing.rel.type in ("hold", "wear") and thing.rel.also is None:
            borne.setdefault(thing.rel.to, []).append(f"{thing.colour or ''} {thing.kind}".strip())
    found = []
    for thing in scene.objects:
        if thing.kind in ("girl", "boy", "child", "person", "cat", "dog", "man", "woman", "old-woman"):
            said = " ".join(filter(None, (thing.colour, thing.kind)))
            found.append(" + ".join([said, *sorted(borne.get(thing.id, ()))]))
    return found


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("两个女孩在打羽毛球，一个穿白色一个穿紫色", ["white girl + badminton", "purple girl + badminton"]),
        (
            "two girls playing badminton, one in white and one in purple",
            ["white girl + badminton", "purple girl + badminton"],
        ),
        ("two dogs pulling on the same rope, one brown, one white", ["brown dog", "white dog"]),
        ("two cats fighting over a ball of yarn, one black, one orange", ["black cat", "orange cat"]),
        ("一对双胞胎姐妹，一个穿红裙子一个穿蓝裙子", ["girl + red dress", "girl + blue dress"]),
        ("两个小孩在海边，一个拿着球，另一个拿着风筝", ["child + ball", "child + kite"]),
        (
            "three friends at a table. One has a hat, one has glasses and one has a scarf.",
            ["person + hat", "person + glasses", "person + scarf"],
        ),
        ("一个穿红色一个穿蓝色的两个男孩在荡秋千", ["red boy", "blue boy"]),
        (
            "two boys, the taller one in green and the shorter one in yellow, playing basketball",
            ["green boy", "yellow boy + basketball"],
        ),
        (
            "两个老奶奶在织毛衣，一个戴红围巾，一个戴绿帽子",
            ["old-woman + red scarf + yarn", "old-woman + green hat + yarn"],
        ),
        (
            "三个女孩，一个长发，一个短发，一个扎马尾",
            ["girl + long-hair", "girl + short-hair", "girl + ponytail"],
        ),
        (
            "a girl and her mother, the girl in a pink coat and the mother in a blue one",
            ["girl + pink coat", "woman + blue coat"],
        ),
        ("三个男孩，一个扫地，一个拖地，一个擦黑板", ["boy + broom", "boy + mop", "boy + cloth"]),
        ("两只动物在下棋，一只猫一只狗", ["cat", "dog"]),
        ("two girls, one of them with a hat", ["girl + hat", "girl"]),
        ("three puppies in a basket, one of them has a bow", ["dog + hair-bow", "dog", "dog"]),
        ("three cats, two black and one white", ["black cat", "black cat", "white cat"]),
    ],
)
def test_each_is_as_it_is_told(wish: str, expected: list[str]) -> None:
    assert people(new(wish)) == expected


@pytest.mark.parametrize(
    "wish",
    [
        "两只猫",
        "两只猫和一只狗",
        "two cats and one dog",
        "two girls, one with a hat",
        "两个女孩，一个穿红色",
        "画两个人，海报上写“一个红一个蓝”",
        "make the two cats black",
    ],
)
def test_what_is_not_told_one_by_one_stays(wish: str) -> None:
    assert told_apart(wish) == wish
