"""A dress for who is drawn in a long one."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("wish", "colour"),
    [
        ("公主穿着粉色长裙站在城堡前", "pink"),
        ("新娘穿着红色婚纱", "red"),
        ("a princess in a blue dress", "blue"),
        ("公主穿着公主裙", None),
    ],
)
def test_it_is_the_one_she_is_drawn_in(wish: str, colour: str | None) -> None:
    scene = first_picture(wish)
    (lady,) = (one for one in scene.objects if one.kind in ("princess", "bride"))
    assert lady.colour == colour
    assert not {"dress", "wedding-dress"} & {one.kind for one in scene.objects}


def test_it_changes_whole() -> None:
    blue, flowered = talk("公主穿着粉色长裙 => 裙子换成蓝色 => 给公主换条碎花裙")
    assert blue.told == "改了：公主——蓝色"
    assert flowered.told == "改了：公主——碎花"


def test_trousers_under_it_are_not_seen() -> None:
    answer = changed(first_picture("公主"), "给她穿条绿色裤子")
    assert "裙子是画好的公主的一部分" in answer.told
