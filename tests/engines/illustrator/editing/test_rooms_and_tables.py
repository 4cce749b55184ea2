"""Rooms and tables as people ask for them: alike on both sides, the lamp lit, the table of wood, the bowl that is meant."""

from __future__ import annotations

import numpy as np
import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.backdrops.still import top_of
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def talk(*turns: str, seed: int = 3) -> tuple[Scene, tuple[str, ...]]:
    language = language_of(turns[0])
    done = compose_scene(turns[0], ratio="1:1", seed=seed, language=language)
    scene, said = arrange(done.scene), done.notes
    for turn in turns[1:]:
        done = edit_scene(turn, [scene], ratio="1:1", seed=seed, language=language)
        scene, said = arrange(done.scene, former=done.former), done.notes
    return scene, said


@pytest.mark.parametrize(
    ("turns", "twice", "axis"),
    [
        (("卧室，一张双人床，床头柜上有台灯", "再加一个床头柜，两边对称"), "nightstand", "bed"),
        (("客厅里一张沙发，左边一盏落地灯", "再加一盏落地灯，左右对称"), "floor-lamp", "couch"),
        (("a house with a tree", "add another tree, symmetrically"), "tree", "house"),
        (("a bedroom with a bed and a nightstand", "add another nightstand on the other side of the bed"), "nightstand", "bed"),
        (("卧室里一张双人床，两边各有一个床头柜",), "nightstand", "bed"),
        (("a bedroom with a bed and a nightstand on either side of it",), "nightstand", "bed"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("seed", [1, 2])
def test_two_alike_stand_on_either_side(turns: tuple[str, ...], twice: str, axis: str, seed: int) -> None:
    scene, said = talk(*turns, seed=seed)
    first, second = sorted(scene.layout[one.id].x for one in scene.objects if one.kind == twice)
    left, _, right, _ = next(scene.layout[one.id].box for one in scene.objects if one.kind == axis)
    assert first < (left + right) / 2 < second
    assert said == ()


@pytest.mark.parametrize(
    ("wish", "on", "off"),
    [
        ("卧室，一张床，床头柜上有台灯", "改成晚上，灯亮着", "关灯"),
        ("客厅里一盏落地灯和一张沙发", "晚上，把灯打开", "把灯关掉"),
        ("a bedroom with a lamp on a nightstand", "make it night with the lamp on", "turn off the lamp"),
    ],
)
def test_a_lamp_is_lit_and_put_out(wish: str, on: str, off: str) -> None:
    before, _ = talk(wish)
    after, said = talk(wish, on)
    out, _ = talk(wish, on, off)
    lamp = next(one for one in after.objects if one.kind in ("lamp", "floor-lamp"))
    assert after.env.time == "night"
    assert (lamp.lit, said, after.grade) == (True, (), before.grade)
    assert not any(one.lit for one in out.objects)
    told = account([before], after, language_of(wish)) or ""
    assert "亮着" in told or "lit" in told
    left, top, right, _ = after.layout[lamp.id].box
    lit, dark = (draw(scene).pixels[max(0, top - 40) : top, left:right].astype(int) for scene in (after, out))
    assert np.mean(lit) > np.mean(dark) + 8


@pytest.mark.parametrize(
    ("wish", "edit", "top"),
    [
        ("一碗热气腾腾的牛肉面，旁边一双筷子", "桌子改成木头的", "wood"),
        ("a cup of coffee with a cake beside it", "make the table wooden", "wood"),
        ("a cup of coffee with a cake beside it", "make the table marble", "stone"),
        ("一碗米饭", "桌子换成大理石的", "stone"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_the_table_that_all_is_on_is_of_that(wish: str, edit: str, top: str, seed: int) -> None:
    usual = top_of(seed)
    if usual == top:
        with pytest.raises(NotDrawable):
            talk(wish, edit, seed=seed)
        return
    scene, said = talk(wish, edit, seed=seed)
    assert (scene.env.scenery.top, said) == (top, ())
    assert not any("table" in one.kind for one in scene.objects)


@pytest.mark.parametrize(
    ("wish", "edit", "what", "to"),
    [
        ("一碗牛肉面，旁边一双筷子和一杯茶", "筷子放到碗的左边", "chopsticks", "beef-noodles"),
        ("一碗米饭，旁边一双筷子", "把筷子移到碗左边", "chopsticks", "rice"),
        ("一碗汤，旁边一把勺子", "勺子放到碗前面", "spoon", "soup"),
    ],
)
def test_the_bowl_is_the_one_that_holds_the_dish(wish: str, edit: str, what: str, to: str) -> None:
    before, _ = talk(wish)
    scene, _ = talk(wish, edit)
    moved = next(one for one in scene.objects if one.kind == what)
    assert len(scene.objects) == len(before.objects)
    assert moved.rel is not None
    ground = scene.thing(moved.rel.to)
    assert ground is not None
    assert to in ground.kind or ground.kind in to


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("桌子上一个生日蛋糕", "蛋糕换成三层的"),
        ("a birthday cake", "make the cake three tiers"),
        ("一个蛋糕", "换成三层蛋糕"),
    ],
)
def test_a_cake_gets_its_tiers(wish: str, edit: str) -> None:
    scene, said = talk(wish, edit)
    assert [one.kind for one in scene.objects if "cake" in one.kind] == ["wedding-cake"]
    assert said == ()


def test_a_princess_dress_lacks_no_princess() -> None:
    scene, said = talk("一个女孩", "穿公主裙，戴皇冠")
    assert {one.kind for one in scene.objects} == {"girl", "dress", "crown"}
    assert said == ()
