"""A tablecloth is spread over its table, below all that stands there; a blanket over a sleeper leaves the face free."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.drawing.render import Drawing
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import frame_from


def scene_of(wish: str, language: Language) -> Scene:
    return arrange(compose_scene(wish, ratio="1:1", seed=3, language=language).scene)


def edited(base: Scene, wish: str, language: Language) -> Scene:
    composed = edit_scene(wish, [base], ratio="1:1", seed=4, language=language)
    return arrange(composed.scene, former=composed.former)


@pytest.mark.parametrize(
    ("wish", "language", "edit"),
    [
        ("a plate of dumplings on a wooden table", "en", "put a red tablecloth on the table"),
        ("a dinner table with a vase on it", "en", "cover the table with a white cloth"),
        ("一张木桌上放着一个花瓶", "zh", "桌子铺上红色桌布"),
        ("书桌上有一盏台灯", "zh", "给桌子铺上蓝色的台布"),
    ],
)
def test_it_is_spread_over_the_table_under_the_rest(wish: str, language: Language, edit: str) -> None:
    base = scene_of(wish, language)
    scene = edited(base, edit, language)
    table, *others, cloth = scene.objects
    assert (cloth.kind, cloth.rel and cloth.rel.type, cloth.rel and cloth.rel.to) == (
        "tablecloth",
        "cover",
        table.id,
    )
    assert {one.id: scene.layout[one.id] for one in others} == {one.id: base.layout[one.id] for one in others}
    drawing = Drawing(scene, 512, 512)
    for _ in drawing.stages():
        pass
    shown = drawing.scene.layout
    (left, _, right, low), board = shown[cloth.id].box, shown[table.id].box
    assert right - left > 0.9 * (board[2] - board[0]), "over all of the top"
    assert low < board[3], "above the floor"
    order = [thing.id for group in drawing.painted() for thing in group]
    assert all(order.index(cloth.id) < order.index(one.id) for one in others)


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("a table with a red tablecloth and a cake on it", "en"),
        ("一张铺着红色桌布的桌子，上面有一个蛋糕", "zh"),
        ("a family of four having dinner at a table with a white tablecloth", "en"),
    ],
)
def test_what_is_on_the_cloth_is_on_the_table(wish: str, language: Language) -> None:
    scene = scene_of(wish, language)
    table = next(one for one in scene.objects if one.kind == "dining-table")
    cloth = next(one for one in scene.objects if one.kind == "tablecloth")
    related = {one.id: (one.rel.type, one.rel.to) for one in scene.objects if one.rel is not None}
    assert related[cloth.id] == ("cover", table.id)
    assert {to for how, to in related.values() if how == "on"} == {table.id}


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a dog asleep on a sofa", "put a blanket over the dog"),
        ("a cat asleep on a rug", "cover the cat with a towel"),
        ("a girl asleep on a sofa", "cover her with a red blanket"),
    ],
)
def test_a_blanket_leaves_the_face_free(wish: str, edit: str) -> None:
    base = scene_of(wish, "en")
    scene = edited(base, edit, "en")
    sleeper, cover = next(one for one in scene.objects if one.pose == "sleep"), scene.objects[-1]
    assert (cover.rel and cover.rel.type, cover.rel and cover.rel.to) == ("cover", sleeper.id)
    drawing = Drawing(scene, 512, 512)
    for _ in drawing.stages():
        pass
    figure = figure_of(sleeper)
    frame = frame_from(drawing.scene.layout[sleeper.id], figure)
    eye_x, eye_y = frame.point(figure.anchors.eye)
    left, top, right, foot = drawing.scene.layout[cover.id].box
    assert not (left <= eye_x <= right and top <= eye_y <= foot)
