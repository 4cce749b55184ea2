"""Who comes behind another is seen for the most part."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.sprites.stock import stock_of
from tests.engines.illustrator.staging.test_distant import painted
from tests.engines.illustrator.told import changed, first_picture, talk


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


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a couple on a couch watching tv", "add their son behind the couch"),
        ("a man sitting on a bench in the park", "add a boy behind the bench"),
        ("沙发上坐着奶奶", "沙发后面加一个男孩"),
        ("a living room with a sofa", "add a child behind the sofa"),
    ],
)
@pytest.mark.parametrize("seed", [3, 6])
def test_who_is_behind_a_couch_looks_over_its_back(wish: str, edit: str, seed: int) -> None:
    scene = painted(wish, seed, edit)
    seat, one = scene.layout[scene.objects[0].id], scene.layout[scene.objects[-1].id]
    assert scene.objects[0].kind in ("couch", "bench")
    assert seat.box[0] < (one.box[0] + one.box[2]) / 2 < seat.box[2]
    tall = one.box[3] - one.box[1]
    assert 0.3 * tall < seat.box[1] - one.box[1] < 0.8 * tall


@pytest.mark.parametrize(
    ("talked", "kind"),
    [
        ("a grandpa and his dog in the park => add a lamp post on the right => swap the lamp post for a tree", "tree"),
        ("a boy and a flower in a garden => replace the flower with a tree", "tree"),
        ("一个女孩和一只猫在公园 => 加一张长椅 => 把长椅换成一棵大树", "tree"),
    ],
)  # fmt: skip
def test_a_tree_in_the_place_of_something_low_is_behind_them_and_no_toy(talked: str, kind: str) -> None:
    scene = talk(talked)[-1].scene
    tree = next(scene.layout[one.id] for one in scene.objects if one.kind == kind)
    people = [scene.layout[one.id] for one in scene.objects if stock_of(one).alive]
    assert tree.box[3] - tree.box[1] > 0.9 * max(one.box[3] - one.box[1] for one in people)
    assert tree.box[0] >= 0
    assert tree.box[2] <= 1024
