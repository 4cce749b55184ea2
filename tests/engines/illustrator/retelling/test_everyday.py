"""What people type in Chinese without a word for what is to be done is told so that it is done."""

from __future__ import annotations

from collections import Counter

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.retelling.everyday import told_every_day
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def _talk(*turns: str) -> Scene:
    scene = arrange(compose_scene(turns[0], ratio="1:1", seed=3, language="zh").scene)
    for turn in turns[1:]:
        composed = edit_scene(turn, [scene], ratio="1:1", seed=3, language="zh")
        scene = arrange(composed.scene, former=composed.former)
    return scene


def _more(wish: str, edit: str) -> tuple[Counter[str], Scene, Scene]:
    """By kind, how many more there are after the edit; the picture before and after it."""
    before, after = _talk(wish), _talk(wish, edit)
    more = Counter(one.kind for one in after.objects)
    more.subtract(one.kind for one in before.objects)
    return +more, before, after


@pytest.mark.parametrize(
    ("wish", "edit", "new"),
    [
        ("小男孩和狗在雪地里", "堆个雪人", {"snowman": 1}),
        ("小男孩和狗在雪地里", "搭个帐篷", {"tent": 1}),
        ("小男孩和狗在雪地里", "小男孩堆雪人", {"snowman": 1}),
        ("小男孩和狗在雪地里", "猫叼着树枝", {"cat": 1, "tree-branch": 1}),
        ("小男孩和狗在雪地里", "奶奶拿着扇子", {"old-woman": 1, "folding-fan": 1}),
        ("一头牛在田里", "农民赶着牛", {"farmer": 1}),
        ("一只狗在公园", "来只猫跟它玩", {"cat": 1}),
        ("一只狗在公园", "来两只猫跟狗玩", {"cat": 2}),
        ("一个宇航员在月球上", "加个外星人跟他握手", {"alien": 1}),
        ("爸爸妈妈和一个男孩", "奶奶给孩子红包", {"old-woman": 1, "red-envelope": 1}),
        ("爸爸妈妈和一个男孩", "妈妈给男孩苹果", {"apple": 1}),
        ("餐桌上有一碗米饭", "桌上多几道菜", {"fish-dish": 1, "stir-fry": 1, "roast-duck": 1}),
        ("一匹白马在草原上跑", "让个小女孩骑上去", {"girl": 1}),
        ("两个小女孩在玩跷跷板", "妈妈在一边看着", {"woman": 1}),
        ("一个小女孩拿着气球", "再给她一个蓝气球", {"balloon": 1}),
        ("一条狗在追蝴蝶", "蝴蝶多来几只", {"butterfly": 2}),
        ("一个女孩在弹钢琴", "头上别个蝴蝶结", {"hair-bow": 1}),
        ("一个小丑在舞台上", "观众鼓掌", {"person": 3}),
        ("一头牛在田里", "田里种点水稻", {"wheat": 3}),
        ("一座农场", "天边彩虹", {"rainbow": 1}),
        ("一个女人在做瑜伽", "把头发扎起来", {"ponytail": 1}),
        ("一个店员", "小孩开心", {"child": 1}),
        ("小红帽和大灰狼", "狼躲树后", {"tree": 1}),
        ("一辆卡车", "司机是只熊", {"bear": 1}),
        ("两个老人在下象棋", "旁边围一圈人看", {"person": 3}),
        ("一只老鼠和奶酪", "猫躲门后", {"cat": 1, "door": 1}),
        ("一个女孩在照镜子", "猫也照镜子", {"cat": 1}),
        ("一条狗", "撒点饼干", {"cookie": 3}),
        ("一个奶奶在织毛衣", "爷爷坐对面看报纸", {"old-man": 1, "newspaper": 1}),
        ("一间书房", "墙上挂幅山水画", {"picture": 1}),
        ("一张书桌", "猫蹲书桌上", {"cat": 1}),
        ("一个海盗", "手换成钩子", {"hook": 1}),
        ("一个小女孩拿着苹果", "再给她一个梨", {"pear": 1}),
    ],
)
def test_who_is_not_there_comes_and_nobody_else(wish: str, edit: str, new: dict[str, int]) -> None:
    more, before, after = _more(wish, edit)
    assert more == new
    assert {one.id for one in before.objects} <= {one.id for one in after.objects}


def test_a_cub_is_a_small_one_of_those_who_are_there() -> None:
    scene = _talk("一只大熊猫在吃竹子", "再来一只小熊猫宝宝")
    assert [(one.kind, one.size) for one in scene.objects if one.kind != "bamboo"] == [
        ("panda", None),
        ("panda", "small"),
    ]


@pytest.mark.parametrize("edit", ["两个人换个位置", "俩人换一下位置"])
def test_the_two_who_are_there_are_two_people(edit: str) -> None:
    before, after = _talk("孙悟空和猪八戒"), _talk("孙悟空和猪八戒", edit)
    (a, b), (c, d) = ([scene.layout[one.id].x for one in before.objects] for scene in (before, after))
    assert (a < b) == (c > d)


def test_the_two_who_are_there_go_hand_in_hand() -> None:
    more, _, after = _more("一个新娘和一个新郎", "两个人手牵手")
    assert not more
    assert {one.pose for one in after.objects if one.kind in ("bride", "groom")} == {"hands"}


def test_they_are_the_people_where_horses_are_too() -> None:
    scene = _talk("一个公主和一个王子在马旁边", "他们跳舞")
    assert {one.kind for one in scene.objects if one.pose == "dance"} == {"princess", "prince"}


def test_what_it_is_to_do_instead_is_done() -> None:
    assert _talk("一只狗在跑", "狗别跑了坐下").objects[0].pose == "sit"


def test_a_whale_in_the_sea_leaves_the_beach_where_it_is() -> None:
    assert _talk("一家三口在海边玩", "海里来条鲸鱼").env.place == "beach"


@pytest.mark.parametrize(
    ("wish", "edit", "kind"),
    [("灶台上一口锅", "锅里冒热气", "smoke-puff")],
)
def test_what_smokes_is_drawn_so(wish: str, edit: str, kind: str) -> None:
    assert kind in {one.kind for one in _talk(wish, edit).objects}


def test_the_walls_of_a_room_are_painted() -> None:
    assert _talk("一只猫趴在窗台上", "墙换成浅蓝色").env.scenery.wall == "light-blue"


def test_a_part_of_an_animal_is_none_by_itself() -> None:
    with pytest.raises(NotDrawable, match="耳朵"):
        _talk("一只小兔子在吃萝卜", "耳朵长点")


@pytest.mark.parametrize(
    ("wish", "edit", "said"),
    [
        ("一条鲨鱼", "鲨鱼张大嘴", "嘴巴"),
        ("一只驯鹿", "驯鹿鼻子红红的", "变成红色"),
        ("一个小丑", "鼻子红一点", "变成红色"),
    ],
)
def test_no_part_changes_by_itself_and_the_whole_stays_as_it_is(wish: str, edit: str, said: str) -> None:
    with pytest.raises(NotDrawable, match=said):
        _talk(wish, edit)


def test_an_umbrella_has_no_mouth_to_open() -> None:
    assert told_every_day("伞张开", _talk("一把雨伞")) == "伞张开"


@pytest.mark.parametrize("edit", ["小猪们害怕", "小猪们都害怕"])
def test_all_of_them_are_meant(edit: str) -> None:
    assert {one.mood for one in _talk("三只小猪", edit).objects} == {"scared"}


def test_the_two_who_are_there_fight() -> None:
    more, _, after = _more("一个武士和一个忍者", "两人打起来")
    assert not more
    assert {one.pose for one in after.objects} == {"fight"}


def test_a_grandmother_is_not_the_mother_who_is_there() -> None:
    with pytest.raises(NotDrawable, match="奶奶"):
        _talk("爸爸妈妈和一个男孩", "给奶奶戴帽子")


@pytest.mark.parametrize("wish", ["公园里老人在打太极", "一只猫"])
def test_more_of_one_leave_that_one_where_it_is(wish: str) -> None:
    before, after = _talk(wish), _talk(wish, "再加两个" if "老人" in wish else "再加两只")
    assert after.layout["o1"] == before.layout["o1"]
    assert len(after.objects) == 3


@pytest.mark.parametrize("wish", ["一只公鸡站在石头上", "一只猫坐在箱子上", "桌子上有一个花瓶"])
def test_who_stands_on_what_grows_keeps_their_size(wish: str) -> None:
    ground = {"石头": "石头", "箱子": "箱子", "桌子": "桌子"}[
        next(n for n in ("石头", "箱子", "桌子") if n in wish)
    ]
    before, after = _talk(wish), _talk(wish, f"{ground}大一点")
    assert after.layout["o1"].scale > before.layout["o1"].scale
    assert after.layout["o2"].scale == pytest.approx(before.layout["o2"].scale, rel=0.02)
    assert after.layout["o2"].box[1] >= 0


def test_the_account_says_what_is_done_in_everyday_words() -> None:
    before, after = _talk("一个宇航员"), _talk("一个宇航员", "宇航员挥手")
    assert account([before], after, "zh") == "改了：宇航员——挥手"


@pytest.mark.parametrize("edit", ["最前面那只戴帽子", "领头那只戴帽子"])
def test_the_one_in_front_is_one(edit: str) -> None:
    assert _more("一群企鹅在冰上", edit)[0] == {"hat": 1}


@pytest.mark.parametrize(
    ("wish", "edit", "kind"), [("一个医生和一个病人", "医生换成女的", "woman-health-worker")]
)
def test_one_of_the_other_sex_keeps_the_trade(wish: str, edit: str, kind: str) -> None:
    assert kind in {one.kind for one in _talk(wish, edit).objects}


def test_the_small_one_lies_on_the_large_one() -> None:
    scene = _talk("一只大熊猫", "再来一只小熊猫宝宝", "让小的趴在大的背上")
    small = next(one for one in scene.objects if one.size == "small")
    assert small.rel is not None
    assert (small.rel.type, small.rel.to) == ("on", "o1")


def test_a_bowl_of_willow_ware_is_no_vase() -> None:
    scene = _talk("桌上一只碗", "碗换成青花瓷的")
    assert [(one.kind, one.colour, one.pattern) for one in scene.objects if one.kind != "dining-table"] == [
        ("bowl", "white", "flowered")
    ]


def test_a_family_is_four_in_a_room_too() -> None:
    assert [one.kind for one in _talk("一家人在客厅").objects] == ["man", "woman", "girl", "boy"]


def test_the_account_tells_a_place_by_its_everyday_name() -> None:
    before, after = _talk("一只猫在房间里"), _talk("一只猫在房间里", "改成街道")
    assert account([before], after, "zh") == "现在：街道"
