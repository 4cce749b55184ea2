"""The sun and the moon of the sky itself are things as soon as something is done to them."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.backdrops import luminary_in
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.luminary import with_the_light_apart
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture


def edited(base: Scene, wish: str) -> tuple[Scene, str | None]:
    language: Language = "en" if wish.isascii() else "zh"
    composed = edit_scene(wish, [base], ratio="1:1", seed=4, language=language)
    scene = arrange(composed.scene, former=composed.former)
    return scene, account([base], scene, language)


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("a cat at night in a meadow", "make the moon orange", "Changed: moon – orange"),
        ("a cat at night in a meadow", "make the moon bigger and orange", "Changed: moon – orange"),
        ("a dog on the beach", "make the sun red", "Changed: sun – red"),
        ("湖边的夜晚，一只鹿", "月亮改成弯月", "改了：弯月——换掉了月亮"),
        ("草地上有一只羊", "把太阳移到左边", "移动了：太阳"),
    ],
)
def test_it_is_done_to_the_light_that_is_seen(wish: str, edit: str, told: str) -> None:
    base = first_picture(wish)
    scene, said = edited(base, edit)
    assert said == told
    assert not scene.env.luminary, "there is but one"
    assert scene.layout.items() >= base.layout.items()


@pytest.mark.parametrize("seed", range(4))
def test_it_is_where_the_sky_showed_it(seed: int) -> None:
    base = first_picture("a cat at night in a meadow", seed=seed)
    apart = with_the_light_apart("make the moon orange", base)
    (left, top, right, low), where = (
        apart.layout[apart.objects[-1].id].box,
        luminary_in(base.env, base.seed, 1024, 1024),
    )
    assert where is not None
    x, y, radius = where
    assert (left + right) / 2 == pytest.approx(x, abs=3)
    assert (top + low) / 2 == pytest.approx(y, abs=3)
    assert (right - left) / 2 == pytest.approx(radius, rel=0.08)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a cat at night in a meadow", "make the cat orange"),
        ("a cat at night in a meadow", "add a moon"),
        ("a cat in a kitchen", "make the moon orange"),
        ("a cat in the rain", "make the sun red"),
    ],
)
def test_else_the_picture_is_as_it_was(wish: str, edit: str) -> None:
    base = first_picture(wish)
    assert with_the_light_apart(edit, base) is base


def test_a_sun_that_is_a_thing_sets() -> None:
    base, _ = edited(first_picture("草地上有一只羊"), "把太阳移到左边")
    scene, said = edited(base, "改成晚上")
    assert [one.kind for one in scene.objects] == ["sheep", "moon"]
    assert said == "改了：月亮——换掉了太阳。现在：夜晚"
