"""What of a picture is hidden is found from its pixels, and told."""

from __future__ import annotations

import msgspec
import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.drawing.render import Drawing
from paintover.engines.illustrator.editing.account import joined, told_hidden
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def scene_of(wish: str) -> Scene:
    return arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)


def drawn(scene: Scene) -> Drawing:
    drawing = Drawing(scene, 512, 512)
    for _ in drawing.stages():
        pass
    return drawing


def with_on_top(scene: Scene, front: str, back: str) -> Scene:
    """The scene with one of its things right before another, as large as that."""
    by_kind = {thing.kind: thing.id for thing in scene.objects}
    there = scene.layout[by_kind[back]]
    here = msgspec.structs.replace(there, base=there.base + 4)
    return msgspec.structs.replace(scene, layout={**scene.layout, by_kind[front]: here})


@pytest.mark.parametrize(
    "wish", ["a dog and a cat in a meadow", "a girl with a hat holds a ball, next to a tree"]
)
def test_nothing_is_hidden_where_all_have_room(wish: str) -> None:
    scene = scene_of(wish)
    assert hidden(drawn(scene), {thing.id for thing in scene.objects}) == {}


def test_who_is_behind_a_newcomer_is_told() -> None:
    scene = with_on_top(scene_of("a horse and a cat in a meadow"), "horse", "cat")
    drawing = drawn(scene)
    horse, cat = (thing for thing in scene.objects)
    assert list(hidden(drawing, {horse.id})) == [cat]
    assert list(hidden(drawing, {cat.id})) == [cat]
    assert hidden(drawing, ()) == {}, "what stood so before is nobody's doing"


def test_who_was_put_behind_another_may_be_hidden_by_half() -> None:
    scene = scene_of("a boy hides behind a tree")
    assert hidden(drawn(scene), {thing.id for thing in scene.objects}) == {}


def test_who_is_cut_off_at_the_edge_is_told() -> None:
    scene = scene_of("a horse and a cat in a meadow")
    horse = scene.objects[0]
    gone = msgspec.structs.replace(scene.layout[horse.id], x=scene.layout[horse.id].x - 900)
    cut = msgspec.structs.replace(scene, layout={**scene.layout, horse.id: gone})
    assert hidden(drawn(cut), {horse.id})[horse] == "unseen"
    half = msgspec.structs.replace(cut.layout[horse.id], x=0)
    cut = msgspec.structs.replace(scene, layout={**scene.layout, horse.id: half})
    assert hidden(drawn(cut), {horse.id})[horse] == "cut"


def test_what_nobody_would_find_is_told() -> None:
    scene = scene_of("a horse and a cat in a meadow")
    cat = scene.objects[1]
    tiny = msgspec.structs.replace(scene.layout[cat.id], scale=20)
    drawing = drawn(msgspec.structs.replace(scene, layout={**scene.layout, cat.id: tiny}))
    assert hidden(drawing, {cat.id}) == {cat: "small"}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Moved: cat. Partly hidden: horse. Hardly to be seen: cat"),
        ("zh", "移动了：猫。被挡住了：马。几乎看不见：猫"),
    ],
)
def test_it_is_told_with_what_was_changed(language: Language, line: str) -> None:
    scene = scene_of("a horse and a cat in a meadow")
    unseen = dict(zip(scene.objects, ("hidden", "unseen"), strict=True))
    moved = {"en": "Moved: cat", "zh": "移动了：猫"}[language]
    assert joined(language, None, moved, told_hidden(unseen, scene, language)) == line
    assert told_hidden({}, scene, language) is None


@pytest.mark.parametrize("way", [(0, -560), (700, 0)])
def test_whose_head_is_beyond_the_edge_is_told(way: tuple[int, int]) -> None:
    scene = scene_of("a horse and a girl in a meadow")
    girl = next(one for one in scene.objects if one.kind == "girl")
    there = scene.layout[girl.id]
    left, top, right, bottom = there.box
    dx, dy = (way[0] and 1024 - round((left + right) / 2)), (way[1] and -round(top + 0.4 * (bottom - top)))
    cut = msgspec.structs.replace(
        there, x=there.x + dx, base=there.base + dy, box=(left + dx, top + dy, right + dx, bottom + dy)
    )
    moved = msgspec.structs.replace(scene, layout={**scene.layout, girl.id: cut})
    assert girl in hidden(drawn(moved), {girl.id})
    assert girl not in hidden(drawn(scene), {girl.id})
