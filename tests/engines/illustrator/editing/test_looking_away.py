"""Who watches what is in the distance is seen from behind, and turns to us when told, or when something of the face is."""

from __future__ import annotations

import msgspec
import pytest

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import figure_of
from tests.engines.illustrator.told import changed, first_picture


def _away(scene: Scene) -> list[bool]:
    return [
        one.away
        for one in scene.objects
        if one.kind not in ("moon", "dining-table", "moon-cake", "teapot", "hill", "bench")
    ]


@pytest.mark.parametrize(
    "wish",
    [
        "中秋节一家人在院子里赏月",
        "a family watching the moon from the garden",
        "two friends watching the sunrise on a hill",
        "一对情侣在海边看日落",
        "一个女孩的背影，站在海边",
        "a woman seen from behind looking at the mountains",
        "an old couple sitting on a bench watching the sunset",
    ],
)
def test_watchers_are_seen_from_behind(wish: str) -> None:
    away = _away(first_picture(wish))
    assert away
    assert all(away)


@pytest.mark.parametrize(
    "wish",
    [
        "a girl looking at a cat",
        "两个孩子在海边玩",
        "a man watching tv",
    ],
)
def test_others_look_at_us(wish: str) -> None:
    assert not any(_away(first_picture(wish)))


def test_a_back_is_told_without_an_excuse() -> None:
    scene = first_picture("a woman seen from behind looking at the mountains")
    (woman,) = scene.objects
    assert figure_of(woman).body != figure_of(msgspec.structs.replace(woman, away=False)).body


@pytest.mark.parametrize(
    ("wish", "edit", "away"),
    [
        ("一对情侣在海边看日落", "让他们面向我们", [False, False]),
        ("a woman looking at the sea", "turn her around", [False]),
        ("a woman looking at the sea", "make her smile", [False]),
        ("一个女孩看大海", "给她戴一副墨镜", [False]),
        ("a woman looking at the sea", "make her sweater red", [True]),
        ("a woman by the sea", "show her from behind", [True]),
    ],
)
def test_they_turn_as_told(wish: str, edit: str, away: list[bool]) -> None:
    scene = changed(first_picture(wish), edit).scene
    assert [one.away for one in scene.objects if one.kind in ("man", "woman", "girl")] == away


def test_a_boy_from_behind_has_short_hair_and_ears() -> None:
    boy, girl = (
        figure_of(first_picture(f"a {who} looking out of the window").objects[-1]) for who in ("boy", "girl")
    )
    assert boy.name.endswith("/back")
    assert boy.body.count("<ellipse") == girl.body.count("<ellipse") + 2


def test_who_carries_somebody_on_the_shoulders_faces_us() -> None:
    scene = first_picture("爸爸扛着儿子在肩膀上看烟花")
    assert not any(one.away for one in scene.objects)
