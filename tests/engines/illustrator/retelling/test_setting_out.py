"""First pictures told in Chinese: who goes to do something does it, kin of animals are animals, and scenes that go by one deed
have all who take part."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.retelling.of_its_kind import told_of_its_kind
from paintover.engines.illustrator.retelling.setting_out import told_as_doing_it


def _kinds(wish: str) -> list[str]:
    scene = compose_scene(wish, ratio="1:1", seed=3, language="zh").scene
    return sorted(f"{one.kind} {one.pose}" if one.pose else one.kind for one in scene.objects)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("妹妹去浇花", "妹妹浇花"),
        ("爸爸带儿子去钓鱼", "爸爸和儿子钓鱼"),
        ("妈妈带女儿去公园放风筝", "妈妈和女儿在公园放风筝"),
        ("奶奶领着孙子一起去喂鸽子", "奶奶和孙子喂鸽子"),
        ("爷爷去河边钓鱼", "爷爷在河边钓鱼"),
        ("小女孩走去学校", "小女孩走去学校"),
        ("一只狗跑过去看鱼", "一只狗跑过去看鱼"),
        ("小熊去上学", "小熊去上学"),
        ("过去的照片", "过去的照片"),
    ],
)
def test_who_goes_to_do_something_does_it(wish: str, told: str) -> None:
    assert told_as_doing_it(wish) == told


@pytest.mark.parametrize(
    ("going", "doing"),
    [
        ("小明去放风筝", "小明放风筝"),
        ("爷爷去下棋", "爷爷下棋"),
        ("孩子们去堆雪人", "孩子们堆雪人"),
        ("姐姐去露营", "姐姐露营"),
    ],
)
def test_setting_out_draws_what_the_deed_draws(going: str, doing: str) -> None:
    assert _kinds(going) == _kinds(doing)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("兔哥哥在种萝卜", "兔子在种萝卜"),
        ("猴哥哥和猴弟弟在树上", "猴子和小猴子在树上"),
        ("小熊和爸爸在钓鱼", "小熊和熊爸爸在钓鱼"),
        ("小兔子给奶奶送花", "小兔子给大兔子送花"),
        ("小猫和爷爷在钓鱼", "小猫和爷爷在钓鱼"),
        ("小猫依偎着它的妈妈", "小猫依偎着它的猫妈妈"),
        ("小男孩看小熊和妈妈", "小男孩看小熊和妈妈"),
        ("马爷爷在看报", "马爷爷在看报"),
    ],
)
def test_kin_of_animals_are_animals(wish: str, told: str) -> None:
    assert told_of_its_kind(wish) == told


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("外公带着外孙去钓鱼", ["boy fish", "fishing-rod", "fishing-rod", "old-man fish"]),
        ("服务员给客人端菜", ["dining-table", "person sit", "plate", "waiter serve"]),
        ("妈妈给爸爸倒了一杯水", ["dining-table", "drinking-glass", "kettle", "man sit", "woman hold"]),
        ("孩子们给爷爷奶奶拜年，爷爷给红包", ["child pray", "child pray", "child pray", "old-man hold", "old-woman", "red-envelope"]),
        ("妈妈带宝宝去打针", ["baby", "nurse", "syringe", "woman"]),
        ("爷爷带小狗去看病", ["doctor hold", "dog", "old-man", "stethoscope"]),
        ("奶奶在校门口接孙女", ["backpack", "girl hands", "old-woman hands", "school"]),
        ("两个女孩放学一起回家", ["backpack", "backpack", "girl walk", "girl walk", "house"]),
        ("妈妈在练瑜伽", ["woman meditate"]),
        ("爸爸去上班", ["briefcase", "man walk"]),
        ("妈妈带着孩子坐公交车", ["child sit", "train-seats", "woman sit"]),
        ("消防员抱着小猫从梯子上下来", ["cat", "firefighter embrace", "ladder"]),
        ("鸟妈妈给小鸟喂虫子", ["bird", "chick", "chick", "chick", "nest"]),
        ("女儿在画画", ["easel", "girl paint", "paintbrush"]),
        ("小狗跟着主人散步", ["dog walk", "woman walk"]),
        ("女儿送妈妈一束花", ["bouquet", "girl give", "woman"]),
        ("男孩从滑梯上滑下来", ["boy sit", "slide"]),
        ("老师给学生发奖状", ["backpack", "pupil", "school-uniform", "teacher give", "trophy"]),
        ("狐狸骗乌鸦嘴里的肉", ["crow stand", "fox", "meat", "tree"]),
        ("小男孩看着天空", ["boy", "cloud"]),
        ("井底的青蛙看着天空", ["frog", "well"]),
        ("两只小羊过独木桥", ["sheep walk", "sheep walk", "wooden-bridge"]),
        ("两只小鸟在树枝上唱歌", ["bird", "bird", "musical-note", "tree-branch"]),
        ("奶奶在灯下缝衣服", ["armchair", "floor-lamp", "old-woman hold", "shirt"]),
        ("狗在门口等主人回家", ["dog", "door"]),
        ("小猫打翻了桌上的花瓶", ["cat", "dining-table", "fallen-vase"]),
        ("弟弟不小心把牛奶打翻了", ["boy", "dining-table", "spilled-milk"]),
        ("妹妹打碎了盘子", ["broken-plate", "girl"]),
        ("地上有一个打碎的花瓶", ["broken-vase"]),
        ("火车站里妈妈和儿子拥抱告别", ["boy hug", "woman hug"]),
        ("外婆在院子里给鸡撒米", ["bread", "chicken", "old-woman hold"]),
        ("三个和尚抬水喝", ["bucket", "bucket", "bucket", "monk", "monk", "monk"]),
        ("大家举杯庆祝新年", ["person toast"] * 4 + ["wine-glass"] * 4),
        ("奶奶包饺子，孙女过来帮忙", ["dining-table", "dumpling-board", "girl busy", "old-woman busy"]),
        ("爷爷在修自行车，孙子在旁边帮忙", ["bicycle", "boy hold", "old-man hold", "wrench", "wrench"]),
        ("足球比赛中守门员扑球", ["goal-net", "goalkeeper hold", "shirt", "shorts", "soccer-ball"]),
        ("爸爸趴在地上给女儿当马骑", ["girl clasp", "man prone"]),
        ("奶奶给孙女织了一件毛衣", ["armchair", "girl", "old-woman knit", "yarn"]),
        ("除夕夜爷爷给孙子压岁钱", ["boy", "old-man give", "red-envelope"]),
        ("小明挂灯笼", ["boy reach", "house", "lantern hooked"]),
        ("蒙古族姑娘在草原上骑马", ["girl ride", "horse"]),
        ("猎人举着枪瞄准狼", ["hunter", "rifle", "wolf"]),
        ("爸爸背着我", ["child clasp", "man carry"]),
        ("爸爸开车带我们去旅游", ["car", "child sit", "child sit", "man sit"]),
        ("姥爷在树下教我下棋", ["chess-board", "child", "dining-table", "old-man", "tree"]),
        ("给我画一只猫", ["cat"]),
        ("幼儿园小朋友午睡，老师给他们盖被子", ["bed", "child lie", "teacher stand"]),
        ("马拉松选手在跑步", ["athlete run", "medal", "tracksuit"]),
        ("下雨了，妈妈给孩子撑伞", ["child share", "umbrella", "woman share"]),
        ("爸爸抱着妹妹坐旋转木马", ["carousel", "girl sit", "man sit"]),
        ("奶奶戴着老花镜给我缝扣子", ["armchair", "child", "glasses", "old-woman hold", "shirt"]),
        ("妈妈陪女儿看电视", ["couch", "girl sit", "tv", "woman sit"]),
        ("女儿帮妈妈浇花", ["flower"] * 3 + ["girl hold", "watering-can", "watering-can", "woman hold"]),
        ("男孩给奶奶洗脚", ["boy kneel", "bucket", "chair", "old-woman sit"]),
        ("孙子帮爷爷推轮椅", ["boy push", "old-man sit", "wheelchair"]),
        ("放学路上，两个小男孩踢石子", ["backpack", "backpack", "boy kick", "boy kick", "pebbles"]),
        ("早上，妈妈叫儿子起床", ["bed", "boy lie", "woman stand"]),
        ("小两口在逛超市，推着购物车", ["man push", "shopping-cart", "woman"]),
        ("地铁上乘客们在看手机", ["cell-phone"] * 3 + ["person hold"] * 3),
        ("爸爸在浴室给小狗吹毛", ["dog", "hair-drier", "man hold"]),
        ("爷爷拿放大镜看邮票", ["dining-table", "magnifying-glass", "old-man hold", "postage-stamp"]),
        ("老农赶着牛车回家", ["farmer sit", "leash", "ox", "wooden-cart"]),
    ],
)  # fmt: skip
def test_scenes_that_go_by_one_deed_have_all_who_take_part(wish: str, kinds: list[str]) -> None:
    assert _kinds(wish) == kinds
