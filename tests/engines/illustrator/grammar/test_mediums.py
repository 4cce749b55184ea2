"""A medium that the engine has not is told as the nearest of its styles; what is only called so stays a thing."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.mediums import in_own_style
from paintover.engines.illustrator.grammar.parse import language_of


@pytest.mark.parametrize(
    ("wish", "told", "medium"),
    [
        ("an oil painting of a mountain lake", "a mountain lake, watercolour style", "oil painting"),
        ("oil painting look", "watercolour style", "oil painting"),
        ("draw a lighthouse in art deco style", "draw a lighthouse, flat style", "art deco"),
        ("make it a charcoal drawing", "pencil sketch style", "charcoal drawing"),
        ("pop art portrait of a woman", "portrait of a woman, flat style", "pop art"),
        ("油画风格", "水彩风格", "油画"),
        ("把它改成油画", "水彩风格", "油画"),
        ("一幅向日葵的油画", "一幅向日葵，水彩风格", "油画"),
        ("一幅油画：向日葵", "向日葵，水彩风格", "油画"),
        ("吉卜力风格的小镇", "小镇，绘本风格", "吉卜力"),
    ],
)
def test_the_nearest_style_is_told_for_a_medium(wish: str, told: str, medium: str) -> None:
    text, pairs = in_own_style(wish)
    assert text == told
    assert [name for name, _ in pairs] == [medium]


@pytest.mark.parametrize(
    "wish",
    [
        "a room with an oil painting on the wall",
        "a girl in pastel clothes",
        "an oil lamp on a table",
        "a comic book on a desk",
        "a cat reading a comic",
        "a dog on a mosaic floor",
        "墙上挂着一幅油画",
        "一张写着“油画风格”的海报",
        'a sign that says "pop art style"',
    ],
)
def test_a_thing_and_a_quotation_stay(wish: str) -> None:
    assert in_own_style(wish) == (wish, ())


def test_a_style_of_its_own_needs_no_excuse() -> None:
    composed = compose_scene("flat illustration of a city park", ratio="1:1", seed=1, language="en")
    assert (composed.scene.style, composed.scene.env.place, composed.notes) == ("flat", "park", ())


@pytest.mark.parametrize(
    ("wish", "edit", "style", "medium"),
    [
        ("a cat on a sofa", "make it look like an oil painting", "watercolour", "oil painting"),
        ("一只猫坐在沙发上", "改成蜡笔画", "sketch", "蜡笔画"),
    ],
)
def test_an_edit_names_the_medium_and_keeps_the_picture(
    wish: str, edit: str, style: str, medium: str
) -> None:
    language = language_of(wish)
    scene = compose_scene(wish, ratio="1:1", seed=1, language=language).scene
    edited = edit_scene(edit, [scene], ratio="1:1", seed=2, language=language)
    assert edited.scene.style == style
    assert [one.kind for one in edited.scene.objects] == [one.kind for one in scene.objects]
    assert any(medium in note for note in edited.notes)


def test_a_refusal_names_the_medium_too() -> None:
    scene = compose_scene("a cat", ratio="1:1", seed=1, language="en").scene
    with pytest.raises(NotDrawable, match="anime"):
        edit_scene("anime style", [scene], ratio="1:1", seed=2, language="en")
