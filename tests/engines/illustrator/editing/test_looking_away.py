"""Who watches what is in the distance is seen from behind, and turns to us when told, or when something of the face is."""

from __future__ import annotations

import msgspec
import pytest

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import figure_of
from tests.engines.illustrator.told import changed, first_picture, talk


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


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a girl and a dog => she looks at the dog => make her look at the camera and smile", "girl"),
        ("a girl and a dog => she looks at the dog => she stops looking at the dog", "girl"),
        ("一个女孩和一只狗 => 女孩看着狗 => 让她看镜头并且微笑", "女孩"),
        ("一个女孩和一只狗 => 女孩看着狗 => 别看狗了", "女孩"),
        ("a cat and a girl => the cat looks at me", "from the side"),
        ("一只狗 => 让它看镜头", "已经"),
    ],
)
def test_who_looks_at_the_camera_looks_at_us(talked: str, told: str) -> None:
    scene = talk(talked)[-1].scene
    assert told in talk(talked)[-1].told
    assert all(one.at is None and one.gaze == (0, 0) and one.kind != "camera" for one in scene.objects)
    assert len(scene.objects) == len(first_picture(talked.split("=>")[0]).objects)


def test_no_camera_comes_into_a_first_picture() -> None:
    for wish in ("a girl looking at the camera", "people posing for the camera", "一个女孩看着镜头笑"):
        assert all(one.kind != "camera" for one in first_picture(wish).objects)
