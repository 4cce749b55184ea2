"""Who comes behind another is seen for the most part."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.drawing.render import draw
from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a street with a red bus and three people", "add a black taxi behind the bus"),
        ("a house and a boy", "put a cow behind the house"),
        ("一匹马和一只狗", "狗移到马后面"),
    ],
)
def test_who_comes_behind_is_seen(wish: str, edit: str, seed: int) -> None:
    base = first_picture(wish, seed=seed)
    scene = changed(base, edit).scene
    new = {one.id for one in scene.objects if scene.layout[one.id] != base.layout.get(one.id)}
    drawing = draw(scene)
    assert new
    assert "unseen" not in hidden(drawing, new).values()
    (one,) = (drawing.scene.thing(key) for key in new)
    assert one is not None
    assert one.rel is not None
    assert one.rel.type == "behind"


@pytest.mark.parametrize(
    ("wish", "edit"),
    [("小红帽和大灰狼在森林里", "把狼移到树后面"), ("a red fox and a hen", "move the fox behind a tree")],
)
def test_a_tree_that_comes_for_somebody_hides_them(wish: str, edit: str) -> None:
    base = first_picture(wish)
    scene = changed(base, edit).scene
    who = next(one for one in scene.objects if one.rel is not None and one.rel.type == "behind")
    tree = next(one for one in scene.objects if one.kind == "tree")
    here, there, was = scene.layout[who.id], scene.layout[tree.id], base.layout[who.id]
    assert max(here.box[0], there.box[0]) < min(here.box[2], there.box[2]), "beside its trunk"
    assert here.scale > 0.3 * was.scale
