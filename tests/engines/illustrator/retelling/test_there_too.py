"""A clause that leaves out where is about what the clause before was about."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.retelling.there_too import told_there_too


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("桌上放着一本书，摆着一盏灯", "桌上放着一本书，桌上摆着一盏灯"),
        ("沙发上坐着爷爷，躺着一只猫", "沙发上坐着爷爷，沙发上躺着一只猫"),
        ("树上挂着灯笼，停着一只鸟。草地上有花", "树上挂着灯笼，树上停着一只鸟。草地上有花"),
        ("蛋糕上写着“生日快乐”，插着三根蜡烛", "蛋糕上写着“生日快乐”，蛋糕上插着三根蜡烛"),
        ("桌上放着一个花瓶，插着三朵花", "桌上放着一个花瓶，插着三朵花"),
        ("桌上有一个盘子，摆着两个苹果", "桌上有一个盘子，摆着两个苹果"),
        ("女孩坐在沙发上，躺着一只猫", "女孩坐在沙发上，躺着一只猫"),
        ("一个女孩站着，拿着一朵花", "一个女孩站着，拿着一朵花"),
    ],
)
def test_the_place_is_told_again(wish: str, told: str) -> None:
    assert told_there_too(wish) == told


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("桌上放着一本书，摆着一盏灯", {"book on dining-table", "lamp on dining-table"}),
        ("窗台上摆着一盆花，趴着一只猫", {"flower-pot on bay-window", "cat on bay-window"}),
        ("床上躺着一个女孩，放着一个玩具熊", {"girl on bed", "teddy-bear on bed"}),
        ("蛋糕上写着“生日快乐”，插着三根蜡烛", {"birthday-candle on cake"}),
        ("院子里种着三棵树，停着一辆车", {"tree", "car"}),
    ],
)
def test_all_of_it_is_there(wish: str, shown: set[str]) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language="zh")
    kinds = {one.id: one.kind for one in composed.scene.objects}
    assert not composed.notes
    assert shown <= {
        one.kind if one.rel is None else f"{one.kind} {one.rel.type} {kinds[one.rel.to]}"
        for one in composed.scene.objects
    }
