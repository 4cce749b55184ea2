"""What somebody of a picture is to do, told with all that it needs."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个男人 => 他在修车", "改了：男人——在车旁边、变小。加了：车；扳手——由男人拿着"),
        ("一个男人 => 爬梯子", "改了：男人——攀爬、在梯子前面、变小。加了：梯子"),
        ("一个男人 => 敲门", "改了：男人——伸手、在门右边、变小。加了：门"),
        ("一个男人 => 让他骑摩托", "改了：男人——在摩托上面。加了：摩托"),
        ("一个男人 => 他在骑摩托", "改了：男人——在摩托上面。加了：摩托"),
        ("一个男人 => 采花", "改了：男人——伸手、在右边的花右边。加了：花 × 3"),
        ("一个男人 => 捉蝴蝶", "改了：男人——在蝴蝶旁边。加了：蝴蝶；捕虫网——由男人拿着"),
        ("一个男人 => 靠墙站", "改了：男人——站着、在墙旁边、变小。加了：墙"),
        ("一个男人 => 他在滑板", "改了：男人——站着、在滑板上面、变大。加了：滑板"),
        ("一个男人 => 闻花", "加了：花——由男人拿着"),
        ("一个女孩 => 她在上学", "加了：书包——在女孩身上；学校——在女孩后面"),
        ("一个奶奶坐在沙发上 => 织毛衣", "加了：毛线——由奶奶拿着"),
        ("一个奶奶坐在沙发上 => 她在缝衣服", "加了：衣服——由奶奶拿着"),
        ("一个男人 => 跳伞", "画不出“跳伞”的这个姿势，按平常的样子画"),
        ("一个男人 => 晕倒", "改了：男人——躺着"),
        ("一个女孩 => 拖把", "加了：拖把"),
        ("一个女孩 => 下雨", "现在：下雨"),
        ("一个男人 => 加一棵树，男人坐在树旁边", "改了：男人——坐着、在树旁边、变小。加了：树"),
    ],
)
def test_it_comes_with_what_it_needs(talked: str, told: str) -> None:
    assert talk(talked)[0].told == told


@pytest.mark.parametrize("wish", ["他们在下棋", "下棋", "两人一起下棋"])
def test_both_do_it(wish: str) -> None:
    scene = talk(f"一个女孩和一个男孩 => {wish}")[0].scene
    table = next(one for one in scene.objects if one.kind in ("table", "dining-table"))
    at_it = {one.kind for one in scene.objects if one.rel is not None and one.rel.to == table.id}
    assert {"girl", "boy"} < at_it


def test_one_mat_is_enough_for_a_picnic() -> None:
    kinds = [one.kind for one in talk("一个女孩 => 她在野餐")[0].scene.objects]
    assert kinds.count("picnic-mat") == 1
