"""Who comes to sit between two on a bench is between them, and they move apart."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.staging.standing import area_of, shared_area
from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "order"),
    [
        ("沙发上坐着两个女孩 => 中间加个男孩", ("girl", "boy", "girl")),
        ("爸爸妈妈坐在沙发上看电视 => 中间加只猫", ("man", "cat", "woman")),
        ("爷爷奶奶坐在长椅上 => 中间坐个小女孩", ("old-man", "girl", "old-woman")),
        ("沙发上一只猫和一只狗 => 中间放个球", ("cat", "ball", "dog")),
        ("桌上一个苹果和一个梨 => 中间放个橘子", ("apple", "orange", "pear")),
        ("a boy and a girl on a couch => put a man between them", ("boy", "man", "girl")),
    ],
)
def test_who_comes_between_two_is_between_them(talked: str, order: tuple[str, ...]) -> None:
    scene = talk(talked)[-1].scene
    placed = sorted(
        (one for one in scene.objects if one.kind in order), key=lambda one: scene.layout[one.id].x
    )
    assert tuple(one.kind for one in placed) == order


@pytest.mark.parametrize(
    "talked", ["沙发上坐着两个女孩 => 中间加个男孩", "爷爷奶奶坐在长椅上 => 中间坐个男孩"]
)
def test_people_between_two_who_sit_do_too(talked: str) -> None:
    assert [one.pose for one in talk(talked)[-1].scene.objects if one.kind == "boy"] == ["sit"]


@pytest.mark.parametrize(
    ("talked", "kind"),
    [
        ("公园里一张长椅 => 上面坐个男孩和一个女孩", "bench"),
        ("房间里一张桌子 => 上面放个苹果和一个梨", "dining-table"),
        ("房间里一张床 => 上面躺着一只猫和一只狗", "bed"),
        ("房间里一个篮子 => 里面放个苹果和一个梨", "basket"),
    ],
)
def test_all_that_are_told_in_one_breath_come_onto_it(talked: str, kind: str) -> None:
    scene = talk(talked)[-1].scene
    bearer = next(one.id for one in scene.objects if one.kind == kind)
    assert [one.rel.to for one in scene.objects if one.rel is not None] == [bearer, bearer]


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("房间里一张桌子 => 上面放个书 => 下面趴只猫", "加了：猫——躺着、在桌子下面"),
        ("房间里一张桌子 => 上面放个苹果 => 上面再放个梨", "加了：梨——在桌子上面"),
        ("房间里一个篮子 => 里面放个苹果 => 里面再放两个香蕉", "加了：香蕉 × 2——在篮子里面"),
        ("房间里一个箱子 => 里面坐只猫 => 里面再来只狗", "加了：狗——在箱子里面"),
        ("a basket in a room => put an apple in it => put a pear in it too", "Added: pear – in the basket"),
        ("a table in a room => put a book on it => put a cat under it", "Added: cat – below the table"),
        ("a bench => put a cat and a dog on it", "Added: cat – on the bench; dog – on the bench"),
        ("房间里一张桌子 => 放个蛋糕 => 上面插根蜡烛", "加了：蜡烛——在蛋糕上面"),
        ("桌上一个盘子 => 上面放块蛋糕 => 上面再放个草莓", "加了：草莓——在蛋糕上面"),
    ],
)
def test_it_is_what_has_such_a_place(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "kind"),
    [
        ("a grandpa reading a newspaper on a sofa => a cat sleeps next to him", "cat"),
        ("爷爷坐在沙发上看报纸 => 他旁边趴着一只橘猫", "cat"),
        ("a boy on a sofa => put a teddy bear next to him", "teddy-bear"),
    ],
)
def test_what_lies_beside_somebody_on_a_seat_is_not_before_them(talked: str, kind: str) -> None:
    scene = talk(talked)[-1].scene
    placed = {one.kind: scene.layout[one.id].box for one in scene.objects}
    beside, who = placed[kind], placed["boy" if "boy" in placed else "old-man"]
    seat = placed["couch"]
    rim = 0.08 * (seat[2] - seat[0])
    assert seat[0] - rim <= beside[0] < beside[2] <= seat[2] + rim
    assert shared_area(beside, who) < 0.35 * area_of(beside)
