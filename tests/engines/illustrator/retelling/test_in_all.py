"""How many are to be there in all, who "he" is not, and whom a second clause is about."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a man and a woman on a beach => make it three people", "Added: person"),
        ("a man and a woman on a beach => there should be four of them", "Added: people × 2"),
        ("a boy and a girl in a park => three kids instead of two", "Added: child"),
        ("一男一女在海边 => 改成三个人", "加了：人"),
        ("爸爸妈妈在厨房 => 改成一家三口", "加了：孩子"),
        ("a family of four in a park => make it three people", "There are 4 now; say who is to go, for example “remove the boy”"),
    ],
)  # fmt: skip
def test_so_many_in_all_of_different_ones(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("two girls in a park => make him sad", "Nobody here is a “him”; say who is meant, for example “the right girl”"),
        ("two girls in a park => turn the left girl into a boy and make him wave", "Changed: boy – instead of girl, waving"),
        ("two girls in a park => add a boy and give him a ball", "Added: boy; ball – held by the boy"),
        ("a boy and a girl in a garden => add a dog and put it next to her", "Added: dog – beside the girl"),
        ("a boy in a park => make the boy angry => make him calm", "Changed: boy – its own expression"),
        ("a boat on a stormy sea => make it calm", "Now: sunny"),
        ("一个骑士和一条龙 => 让龙小一点，可爱点", "改了：龙——开心、变小"),
        ("a girl and a cat => make the cat smaller, and happier", "Changed: cat – happy, smaller"),
        ("a girl and a dog => make the dog bigger => happier", "Changed: dog – happy"),
    ],
)  # fmt: skip
def test_who_is_meant(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("two girls eating noodles => change the noodles to rice => make the rice bigger", "Changed: rice × 2 – larger"),
        ("a man and a woman drinking coffee => change her cup to green", "Changed: left coffee – green cup"),
    ],
)  # fmt: skip
def test_what_each_has_is_changed_for_all_or_for_its_owner(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a boy, a girl and a dog in a park => remove the dog => make it red", "The dog is gone; say which one is meant, for example “the girl”"),
        ("a boy and a dog in a park => remove the dog => make it bigger", "Changed: boy – larger"),
        ("公园里有一个男孩、一个女孩和一只狗 => 去掉狗 => 再大一点", "狗已经去掉了；请说改哪一个，例如“女孩”"),
        ("公园里有一个男孩、一个女孩和一只狗 => 去掉狗 => 换成猫", "加了：猫"),
        ("公园里有一个男孩、一个女孩和一只狗 => 去掉男孩 => 换成海边", "现在：海边"),
    ],
)  # fmt: skip
def test_it_is_nobody_else_once_that_is_gone(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一对情侣在公园 => 她拿着花 => 让他也拿着花", "加了：花——由男人拿着"),
        ("公园里有一个男孩、一个女孩和一只狗 => 给女孩一个气球 => 也给它一个", "加了：气球——由狗拿着"),
        ("a cat and a dog on the beach => swap the backgrounds", "The picture has one background; name another place, for example “change the background to the beach”"),
        ("three kids on a hill => make the hill darker", "Changed: hill – dark green"),
        ("一座城堡 => 城堡塔顶上插一面旗", "加了：旗——在城堡上面"),
        ("一只狗在树旁边 => 狗往前一点 => 往后一点", "改了：狗——变小。移动了：狗——往上"),
        ("a couple in a park => give her a flower => he should hold one too", "Added: flower – held by the man"),
    ],
)  # fmt: skip
def test_what_is_there_already_tells_the_rest(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
