"""What Chinese counts by its vessel."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk

_POTS = "窗台上三盆花"
_ONE_POT = "去掉了：中间的花盆、中间的花"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (f"{_POTS} => 减到一盆", "去掉了：3 个花盆里的 2 个、3 个花里的 2 个"),
        (f"{_POTS} => 去掉两盆花", "去掉了：3 个花盆里的 2 个、3 个花里的 2 个"),
        (f"{_POTS} => 把中间那盆去掉", _ONE_POT),
        (f"{_POTS} => 第二盆不要了", _ONE_POT),
        (f"{_POTS} => 再加一盆", "加了：花盆——在窗台上面；花——在花盆里面"),
        ("桌子上三杯茶 => 减到一杯", "去掉了：3 个茶里的 2 个"),
        ("桌子上三碗面 => 再来一碗", "加了：面条——在桌子上面"),
        ("桌子上一篮鸡蛋 => 那篮鸡蛋去掉", "去掉了：篮子、鸡蛋 × 3"),
        ("桌子上一杯茶 => 去掉那杯茶", "去掉了：茶"),
        ("桌子上一盘饺子 => 把那盘饺子换成面条", "加了：面条——在桌子上面。去掉了：盘子、饺子 × 4"),
        ("桌子上一杯咖啡 => 去掉那杯茶", "图里没有茶"),
        ("桌子上一篮鸡蛋 => 那篮苹果去掉", "图里没有苹果"),
        ("桌子上两杯可乐 => 去掉一杯可乐", "去掉了：左边的可乐"),
        ("桌子上两盘水果 => 去掉一盘水果", "去掉了：左边的盘子、芒果、柠檬"),
        ("公园里三只小狗 => 减为一只", "去掉了：3 个小狗里的 2 个"),
    ],
)
def test_what_is_in_it_goes_and_comes_with_it(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, ())


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("桌子上一盘鱼 => 来一盘饺子", "加了：盘子——在桌子上面；饺子 × 4——在盘子上面"),
        ("桌子上一个盘子 => 来一盘饺子", "加了：饺子 × 4——在盘子上面"),
        ("桌子上一盘饺子 => 再来一盘饺子", "加了：盘子——在桌子上面；饺子 × 4——在盘子上面"),
        ("厨房里一个厨师和一桶水 => 加一篮鸡蛋", "加了：篮子；鸡蛋 × 3——在篮子里面"),
        ("客厅里一张桌子 => 来一瓶花", "加了：花瓶——在桌子上面；花——在花瓶里面"),
    ],
)
def test_what_comes_in_a_vessel_is_put_into_none_that_is_full(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


def test_what_is_counted_beside_a_vase_is_not_in_it() -> None:
    scene = first_picture("桌上有一瓶鲜花和一个苹果")
    apple = next(one for one in scene.objects if one.kind == "apple")
    assert apple.rel is not None
    assert apple.rel.type == "on"


def test_a_measure_is_no_part_of_the_name_that_is_told() -> None:
    assert [answer.told for answer in talk("桌子上一盘鱼和一壶茶 => 把鱼去掉 => 茶变大")] == [
        "去掉了：鱼",
        "改了：茶——变大",
    ]
