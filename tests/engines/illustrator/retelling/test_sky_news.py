from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.staging.layout import arrange


def _told(first: str, edit: str) -> str:
    base = arrange(compose_scene(first, ratio="1:1", seed=3, language=language_of(first)).scene)
    language = language_of(edit)
    try:
        done = edit_scene(edit, [base], ratio="1:1", seed=4, language=language)
    except NotDrawable as refused:
        return f"! {refused}"
    said = account([base], arrange(done.scene, former=done.former), language) or ""
    return " | ".join(filter(None, (said, *done.notes)))


@pytest.mark.parametrize(
    ("first", "edit", "told"),
    [
        ("a boy in the park", "the snow stopped", "! It isn't snowing in the picture"),
        ("a boy in the park", "stop the snow", "! It isn't snowing in the picture"),
        ("a boy in the park", "no more rain", "! It isn't raining in the picture"),
        ("公园里一个男孩", "雪停了", "! 图里没有在下雪"),
        ("公园里一个男孩", "雾散了", "! 图里没有雾"),
        ("公园里一个男孩", "雪化了", "! 图里没有雪"),
        ("a rainy street with a man", "the rain has stopped", "Now: sunny"),
        ("a rainy street with a man", "the storm is over", "Now: sunny"),
        ("a rainy street with a man", "clear up the weather", "Now: sunny"),
        ("a rainy street with a man", "the sun comes out", "Now: sunny"),
        ("公园里下着雪，一个男孩", "雪停了", "现在：晴天、冬季"),
        ("a boy in the park", "the sun comes out", "! The picture is already like that"),
        ("a boy in the park", "the moon rises", "Now: night"),
        ("a boy in the park", "snow starts falling", "Now: snow"),
        ("a boy in the park", "spring has come", "Now: spring"),
        ("a boy in the park", "hide the sun", "Now: sun – gone"),
    ],
)
def test_weather_is_told_by_what_it_does(first: str, edit: str, told: str) -> None:
    assert _told(first, edit) == told


@pytest.mark.parametrize(
    ("first", "edit", "told"),
    [
        ("a boy in the park", "add the sun", "! The picture is already like that"),
        ("公园里一个男孩", "加个太阳", "! 图里已经是这样了"),
        ("a fox in the forest at night", "add the moon", "! The picture is already like that"),
        ("a bear in a cave", "add the sun", "! No sky is to be seen here, so there is no place for the sun"),
        (
            "a fox in the forest at night",
            "add stars",
            "! No sky is to be seen here, so there is no place for the stars",
        ),
        (
            "a fish underwater",
            "add a rainbow",
            "! No sky is to be seen here, so there is no place for the rainbow",
        ),
        ("山洞里一只熊", "加个太阳", "! 这里看不到天空，没有地方放太阳"),
        ("a woman in the kitchen", "add the sun", "Added: sun – outside the window"),
        ("a cat in a meadow at night", "add some stars", "Now: stars – more"),
        ("夜晚草地上一只猫", "加几颗星星", "现在：星星——更多"),
        ("a tent by a lake", "add the milky way", "Now: night"),
        ("a boy in the park", "add a red sun", "Changed: sun – red"),
        ("公园里一个男孩", "加个红太阳", "改了：太阳——红色"),
    ],
)
def test_lights_come_where_a_sky_is(first: str, edit: str, told: str) -> None:
    assert _told(first, edit) == told


def test_night_falls_once() -> None:
    """The sun that was added goes where the moon is there already."""
    scene = arrange(compose_scene("a boy in the park in the rain", ratio="1:1", seed=3, language="en").scene)
    for edit in ("add the moon", "add the sun", "make it night"):
        done = edit_scene(edit, [scene], ratio="1:1", seed=4, language="en")
        scene = arrange(done.scene, former=done.former)
    assert sorted(one.kind for one in scene.objects) == ["boy", "moon"]


def test_the_moon_of_a_forest_is_behind_its_trunks() -> None:
    scene = compose_scene(
        "a wolf in the forest at night with a full moon", ratio="1:1", seed=3, language="en"
    ).scene
    assert [one.kind for one in scene.objects] == ["wolf"]
    assert scene.env.luminary
