"""What is said in passing in Chinese is told of whom it is about: who sleeps, who cries, who comes and who is there."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.retelling.in_passing import told_in_passing
from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一只猫在草地上 => 睡着了", "改了：猫——睡着"),
        ("一只狗睡在沙发上 => 醒醒", "改了：狗——站着"),
        ("一个小男孩在公园 => 挥挥手", "改了：小男孩——挥手"),
        ("一个小女孩在公园 => 鼓鼓掌", "改了：小女孩——鼓掌"),
        ("医生和哭的小男孩在公园 => 别哭了，笑一个", "改了：小男孩——开心"),
        ("一碗牛肉面 => 碗要青花瓷那种蓝色的", "改了：牛肉面——碗蓝色"),
        ("一碗饺子 => 碗换成青花瓷的", "改了：碗——白色、碎花、蓝色"),
        ("一碗米饭 => 碗换成红色的", "改了：米饭——碗红色"),
        ("一只小狗在窗边睡觉 => 让它醒着", "改了：小狗——站着"),
        ("一个女孩在公园 => 来个老师，老师在看书", "加了：老师——读着；书——由老师拿着"),
        ("a girl in the park => add a boy, the boy wears a hat", "Added: boy – hat"),
        ("大叔在菜市场 => 左边来个买菜的阿姨", "加了：阿姨——在大叔左边；菜篮子——由阿姨拿着"),
        ("一个女孩在公园 => 右边来个看书的老师", "加了：老师——读着、在女孩右边；书——由老师拿着"),
        ("一个女孩在公园 => 左边来个背书包的男孩", "加了：男孩——书包、在女孩左边"),
        ("超市货架前一个阿姨 => 货架上再多放几个苹果", "加了：苹果 × 3——在超市货架上面"),
        ("超市货架前一个阿姨 => 货架上放个苹果 => 再多来两个", "加了：苹果 × 2——在超市货架上面"),
        ("妈妈和女孩带着小狗在公园 => 她俩手拉手", "改了：妈妈——手牵手；女孩——手牵手、和妈妈挨着"),
        ("妈妈和穿红裙子的女孩在公园 => 衣服都换成红色", "改了：妈妈——衣服红色"),
        ("一只小狗在公园 => 小狗汪汪叫", "改了：小狗——说“汪汪”"),
        ("两只小狗在公园 => 给它俩中间放个球", "加了：球——在小狗之间"),
        ("两只小狗在公园 => 留一个就行", "去掉了：右边的小狗"),
        ("一只小狗在公园 => 背景去掉", "现在：背景——白色"),
        ("一只小狗在公园 => 换到花店", "现在：花店"),
        ("一只猫在草地上 => 加上“七夕快乐”", "现在：文字“七夕快乐”"),
        ("一只猫在草地上 => 上面加一行“新年好”", "现在：文字“新年好”"),
        ("猫妈妈带着三只小猫 => 一只小猫在睡觉", "改了：左数第 2 个猫——睡着"),
        ("一个小女孩在公园 => 妈妈牵着她", "改了：小女孩——手牵手。加了：妈妈——手牵手、和小女孩挨着"),
        ("五只小鸭子 => 换成五只", "图里已经是这样了"),
        ("一只狗在草地上 => 墙上挂一幅画", "图里没有墙"),
        ("小女孩在公园画画 => 老师站在后面", "加了：老师——在小女孩后面"),
        ("一座房子 => 墙上挂幅画", "“墙”是画好的一部分，不能单独改；可以改整个的颜色、大小、表情或姿势"),
        ("一个大叔在公园 => 旁边来个美女教练", "加了：女教练——运动服、在大叔旁边；扩音器——由女教练拿着"),
        ("白雪公主和七个小矮人 => 公主戴个皇冠", "加了：皇冠——在白雪公主身上"),
        ("四个人在公园 => 左边放个牌子“欢迎”", "加了：牌子——写着“欢迎”、在左边"),
        ("街上有一辆小汽车和一只猫 => 车子换成蓝色", "改了：小汽车——蓝色"),
        ("婴儿坐在地毯上玩积木 => 积木换成小汽车", "改了：玩具车——换掉了积木"),
        ("一碗面条 => 面条冒着热气", "加了：热气——在面条上面"),
        ("小兔子和月亮 => 旁边来只松鼠 => 换成弯月", "改了：弯月——换掉了月亮"),
        ("老师和同学们在操场敬礼 => 都敬礼", "图里已经是这样了"),
        ("小男孩和小女孩在公园 => 一起跳舞", "改了：小男孩——跳舞；小女孩——跳舞"),
        ("一只懒猫躺在钢琴上 => 旁边坐个弹琴的女孩", "加了：女孩——在懒猫旁边"),
        ("院子里一只鸡 => 院子里种棵苹果树", "加了：苹果树"),
    ],
)
def test_it_is_told_of_whom_it_is_about(talked: str, told: str) -> None:
    assert talk(talked)[-1].told.strip() == told


@pytest.mark.parametrize(
    ("talked", "pose"),
    [
        ("宇航员在月球上 => 旁边来个外星人跟他握手", "shake"),
        ("小男孩在公园 => 来个小女孩跟他拥抱", "hug"),
        ("小男孩在公园 => 来只小狗跟小男孩赛跑", "run"),
    ],
)
def test_who_comes_does_it_with_who_is_there(talked: str, pose: str) -> None:
    scene = talk(talked)[-1].scene
    assert [one.pose for one in scene.objects] == [pose, pose]


def test_the_first_of_those_who_walk_is_in_front() -> None:
    base = first_picture("五个小朋友排队走路")
    scene = changed(base, "第一个戴帽子").scene
    hatted = next(one.rel.to for one in scene.objects if one.kind == "hat" and one.rel is not None)
    placed = [base.layout[one.id] for one in base.objects]
    ahead = max if placed[0].flip else min
    assert base.layout[hatted].x == ahead(one.x for one in placed)


@pytest.mark.parametrize(
    ("wish", "held"),
    [
        ("农民在锄地", "rake"),
        ("买菜的阿姨", "basket"),
        ("小男孩在收红包", "red-envelope"),
        ("小男孩举着一辆小汽车", "toy-car"),
        ("妈妈给宝宝喂奶", "baby-bottle"),
        ("护士给小男孩量体温", "thermometer"),
        ("女孩在拖行李箱", "suitcase"),
    ],
)
def test_deeds_are_shown_by_their_things(wish: str, held: str) -> None:
    scene = first_picture(wish)
    assert [one.kind for one in scene.objects if one.rel and one.rel.type == "hold"] == [held]


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("姥姥和姥爷", ["old-man", "old-woman"]),
        ("我妈在看书", ["book", "woman"]),
        ("闺蜜俩", ["girl", "girl"]),
        ("新娘在教堂门口", ["bride", "church"]),
        ("一碗饺子", ["bowl", *["dumpling"] * 5]),
        ("一碗汤圆", ["tangyuan"]),
        ("学校门口一个男孩背着书包", ["backpack", "boy", "school"]),
        ("地铁上一个姑娘", ["girl"]),
        ("同学们跳绳", [*["child"] * 3, *["jump-rope"] * 3]),
    ],
)
def test_everyday_words_name_what_they_mean(wish: str, kinds: list[str]) -> None:
    assert sorted(one.kind for one in first_picture(wish).objects) == kinds


@pytest.mark.parametrize("clause", ["睡着了", "挥手", "写“睡着了”", "加个男孩", "左边来个红色的气球"])
def test_other_clauses_stay(clause: str) -> None:
    assert told_in_passing(clause, first_picture("一个苹果")) == clause


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("三个小孩，一只狗 => 孩子们和好了，一起跳舞", "改了：小孩 × 3——跳舞"),
        ("两只小猫和一条狗 => 小猫们累了，睡着了", "改了：小猫 × 2——睡着"),
        ("快递员站在门前 => 一个小女孩来开门", "加了：小女孩——伸手、在门旁边"),
        ("警察 => 敬了个礼", "改了：警察——敬礼"),
    ],
)
def test_who_was_told_of_does_it_and_nobody_else(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个戴帽子的男孩 => 帽子被风吹走了", "去掉了：帽子"),
        ("一个男孩 => 帽子被风吹走了", "图里没有帽子"),
        ("一个苹果和一个梨在桌上 => 苹果被吃掉了", "去掉了：苹果"),
        ("一只猫和一条鱼 => 鱼被猫吃了", "去掉了：鱼"),
        ("女孩打着伞 => 伞被风吹跑了", "改了：女孩——站着。去掉了：伞"),
        ("嫦娥抱着玉兔 => 玉兔放到地上", "改了：嫦娥——站着；兔——在嫦娥旁边"),
    ],
)
def test_what_is_taken_from_there_is_gone(talked: str, told: str) -> None:
    assert talk(talked)[0].told == told


def test_what_is_to_be_seen_behind_is_no_other_background() -> None:
    assert talk("客厅里有桌子 => 背景要能看到月亮")[0].told == "加了：月亮——在窗外"
    scene = talk("草地上一头牛 => 背景能看到雪山")[0].scene
    assert (scene.env.place, scene.env.scenery.peaks) == ("meadow", 1)


def test_the_earth_over_the_moon_stands_for_no_sun() -> None:
    assert talk("月球上一个宇航员 => 加个地球")[0].told == "移动了：地球"
