"""Chinese clauses before a noun, what each of several has, and vessels: who is in, on or with what."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.attributive import told_behind
from paintover.engines.illustrator.grammar.dealing import in_vessels, of_each
from paintover.engines.illustrator.scene import Scene, Thing


def composed(prompt: str) -> Scene:
    return compose_scene(prompt, ratio="1:1", seed=3, language="zh").scene


def told(scene: Scene) -> list[str]:
    """Each thing with how it stands to another, the same ones counted."""

    def said(thing: Thing) -> str:
        rel = thing.rel
        host = None if rel is None else scene.thing(rel.to)
        looks = f"{thing.colour} {thing.kind}" if thing.colour else thing.kind
        return looks if rel is None or host is None else f"{looks} {rel.type} {host.kind}"

    return sorted(map(said, scene.objects))


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("一个装着三只小猫的篮子", "一个篮子，篮子里有三只小猫"),
        ("一条趴着两只猫的长椅", "一条长椅，长椅上趴着两只猫"),
        ("一个插着五支蜡烛的蛋糕", "一个蛋糕，蛋糕上有五支蜡烛"),
        ("一个装着红色的苹果的篮子", "一个篮子，篮子里有红色的苹果"),
        ("一个坐着轮椅的老奶奶", "一个坐着轮椅的老奶奶"),
        ("一只站着的猫", "一只站着的猫"),
    ],
)
def test_a_clause_before_a_thing_is_told_behind_it(prompt: str, expected: str) -> None:
    assert told_behind(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("三个盘子里各有一块蛋糕", "三个盘子里有3块蛋糕"),
        ("五棵小树,每棵树上都有一只鸟", "五棵小树上有5只鸟"),
        ("三个小朋友,每人手里拿着一个气球", "三个小朋友，他们都拿着一个气球"),
        ("爸爸和妈妈各拿着一个杯子", "爸爸和妈妈都拿着一个杯子"),
        ("每只猫都戴帽子", "每只猫都戴帽子"),
        ("三只猫,颜色各不相同", "三只猫,颜色各不相同"),
    ],
)
def test_what_each_has_is_told_of_all(prompt: str, expected: str) -> None:
    assert of_each(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("两盘肉", "两个盘子里有四个肉"),
        ("桌上有一盘苹果", "桌上有一个盘子，盘子里有四个苹果"),
        ("两盆仙人掌", "两盆盆栽仙人掌"),
        ("一盘炒饭", "一盘炒饭"),
        ("一盆绿萝", "一盆绿萝"),
    ],
)
def test_what_is_heaped_in_a_vessel_is_in_it(prompt: str, expected: str) -> None:
    numbers = str.maketrans("24", "两四")
    assert in_vessels(prompt).translate(numbers) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("四杯不同颜色的果汁", ["blue juice-glass", "green juice-glass", "red juice-glass", "yellow juice-glass"]),
        ("两杯热的咖啡", ["coffee"] * 2),
        ("一杯热豆浆", ["soy-milk"]),
        ("窗台上有两盆花", ["bay-window", *["flower inside flower-pot"] * 2, *["flower-pot on bay-window"] * 2]),
        ("左边是一只白猫,右边是一只黑狗,中间放着一根骨头", ["black dog right bone", "bone", "white cat left bone"]),
        ("小蚂蚁们抬着一块大饼干", ["ant", "ant", "ant", "cookie hold ant"]),
        ("一只胖橘躺在地毯上", ["orange cat on rug", "rug"]),
        ("小王在图书馆看书", ["book hold person", "person"]),
        ("没有叶子的大树上落着一只乌鸦", ["crow on leafless-tree", "leafless-tree"]),
        ("一间没有人的教室", []),
        ("一个像城堡一样的蛋糕", ["cake"]),
        ("小猫咪钻进纸箱里只露出脑袋", ["box", "cat inside box"]),
        ("夜里,小木屋的窗户亮着灯", ["lit-cottage"]),
        ("操场上,两个男生在跑步,观众是一只猫", ["boy", "boy", "cat beside boy"]),
        ("宝宝躺在妈妈怀里", ["baby hold woman", "woman"]),
        ("猫坐在沙发上看电视吃爆米花", ["cat on couch", "couch", "popcorn hold cat", "tv beside couch"]),
        ("一个短头发戴眼镜的女生", ["girl", "glasses wear girl", "short-hair wear girl"]),
        ("一束玫瑰", ["rose-bouquet"]),
        (
            "一盘苹果和一盘香蕉",
            [*["apple inside plate"] * 4, *["banana inside plate"] * 4, "plate", "plate"],
        ),
        ("骑在爸爸脖子上的小男孩举着风车", ["boy on man", "man", "pinwheel hold boy"]),
        ("树上站着一只猫戴着帽子", ["cat on tree", "hat wear cat", "tree"]),
        ("一个女孩,头发乱糟糟的,抱着枕头", ["girl", "pillow hold girl"]),
        ("一个人脖子上围着红围巾,手里拿着花", ["flower hold person", "person", "red scarf wear person"]),
        ("爷爷坐在前面,爸爸站在后面", ["man behind old-man", "old-man"]),
        ("三个小孩围着圣诞树手拉手", ["child around christmas-tree"] * 3 + ["christmas-tree"]),
        ("三个小孩围着雪人拍手", ["child around snowman"] * 3 + ["snowman"]),
        ("两个女孩围着火堆牵着手", ["campfire", "girl around campfire", "girl around campfire"]),
        ("三个小孩围着圣诞树坐着", ["child around christmas-tree"] * 3 + ["christmas-tree"]),
        ("四个人围着桌子打麻将", ["dining-table", *["mahjong-red-dragon on dining-table"] * 3, *["person behind dining-table"] * 4]),
        ("鱼缸旁边趴着一只猫,盯着里面的两条金鱼", ["bare-fish-tank", "cat beside bare-fish-tank", *["goldfish inside bare-fish-tank"] * 2]),
        ("一只可可爱爱的章鱼", ["octopus"]),
        ("一瓶红酒配两个高脚杯", ["wine-bottle", "wine-glass", "wine-glass"]),
        ("光脚丫的小孩踩着滑板", ["child on skateboard", "skateboard"]),
        ("一只小狗在门口等主人", ["dog beside door", "door"]),
        ("一只柴犬捂着脸", ["orange dog"]),
        ("一只狗隔着玻璃看着香肠", ["dog", "sausage"]),
        ("老师摸着学生的头", ["backpack wear pupil", "pupil", "school-uniform wear pupil", "teacher beside pupil"]),
        ("厨师往锅里撒盐", ["cook beside pot", "pot", "salt hold cook"]),
        ("竹篮里装着刚摘的草莓", ["basket", "strawberry inside basket"]),
        ("公园长椅上坐着一只猫", ["bench", "cat on bench"]),
        ("用西瓜做的房子", ["house"]),
        ("冰淇淋形状的热气球", ["hot-air-balloon"]),
        ("小女孩打开冰箱找吃的", ["girl beside refrigerator", "refrigerator"]),
        ("小男孩在给小狗喂饼干", ["boy beside dog", "cookie hold boy", "dog"]),
        ("一只兔子坐在月亮上", ["crescent-moon", "rabbit on crescent-moon"]),
        ("两个冰淇淋,一个草莓味一个巧克力味", ["brown ice-cream", "pink ice-cream"]),
        ("一只乌龟壳上坐着一只青蛙", ["frog on turtle", "turtle"]),
        ("两只小鸟在窝里等妈妈喂食", ["bird inside nest", "bird inside nest", "nest"]),
        ("爸爸和我在海边散步", ["child", "man"]),
        ("超级可爱的小猪", ["pig"]),
        ("女孩对着镜子涂口红", ["girl front mirror", "mirror", "painted-lips wear girl"]),
        ("两笼烧卖", ["bamboo-steamer", "bamboo-steamer", *["one-shumai inside bamboo-steamer"] * 6]),
        ("一只手套和一顶毛线帽挂在衣架上", ["gloves on hanger", "hanger", "knit-hat on hanger"]),
        ("橘猫和黑猫坐在沙发上", ["black cat on couch", "couch", "orange cat on couch"]),
        ("月亮上坐着一个女孩", ["crescent-moon", "girl on crescent-moon"]),
        ("没有封面的书", ["book"]),
        ("一只蓝眼睛的白猫和一只绿眼睛的黑猫", ["black cat", "white cat"]),
        ("一男一女在跳舞", ["man", "woman"]),
        ("后排三个大人,前排两个孩子", ["child", "child", "person", "person", "person"]),
        ("五颗星星排成心形", ["star"] * 5),
        ("我家猫瘫在沙发上", ["cat on couch", "couch"]),
        ("猫探头探脑", ["cat"]),
        ("乌龟驮着小兔子过河", ["rabbit on turtle", "turtle"]),
        ("姐姐推着婴儿车,车里躺着弟弟", ["boy inside stroller", "girl", "stroller left girl"]),
        ("爸爸一手抱着孩子,一手拎着胡萝卜", ["carrot hold man", "child hold man", "man"]),
        ("一个打着红领带的男人", ["man", "red tie wear man"]),
        ("车顶上绑着一棵圣诞树的红色汽车", ["christmas-tree inside car", "red car"]),
        ("窗台上摆着妈妈的花盆", ["bay-window", "flower-pot on bay-window"]),
        ("老板,来碗米饭加个苹果", ["apple", "rice"]),
        ("三个气球里只有一个是红色的", ["red balloon", "white balloon", "white balloon"]),
        ("外星人举着“欢迎”的牌子", ["alien", "signpost hold alien"]),
        ("一个没穿鞋的小孩在沙滩上跑", ["child"]),
        ("早餐:一碗豆腐脑和两根油条", ["custard", "one-youtiao", "one-youtiao"]),
    ],
)  # fmt: skip
def test_a_plain_wish_shows_what_it_says(prompt: str, expected: list[str]) -> None:
    assert told(composed(prompt)) == expected


def test_what_a_thing_is_like_is_named_and_not_drawn() -> None:
    composed = compose_scene("云朵像一只绵羊", ratio="1:1", seed=3, language="zh")
    assert [thing.kind for thing in composed.scene.objects] == ["cloud"]
    assert "绵羊" in "".join(composed.notes)


def test_what_a_drawing_shows_anyway_is_not_told_as_left_out() -> None:
    for prompt in ("圣诞树上挂满了彩球", "孙悟空拿着金箍棒", "书架上摆满了书", "外卖小哥在雨里送餐"):
        assert compose_scene(prompt, ratio="1:1", seed=3, language="zh").notes == (), prompt


def test_a_festival_that_begins_like_a_verb_leaves_a_poster_one() -> None:
    assert composed("画个端午节的海报,上面有两个粽子").sheet == "poster"


def test_what_somebody_has_not_on_leaves_the_place() -> None:
    assert composed("一个没穿鞋的小孩在沙滩上跑").env.place == "beach"


def test_the_words_of_a_board_stand_on_it() -> None:
    assert [thing.says for thing in composed("外星人举着“欢迎”的牌子").objects] == [None, "欢迎"]


def test_what_is_done_and_not_drawn_is_named() -> None:
    composed = compose_scene("蜘蛛在墙角结网", ratio="1:1", seed=3, language="zh")
    assert "结网" in composed.notes[0]


def test_a_logo_shows_what_it_names_and_not_whose_it_is() -> None:
    assert [thing.kind for thing in composed("咖啡店logo,一只猫").objects] == ["cat"]


def test_what_flies_takes_no_ground_away() -> None:
    assert composed("海边有一块礁石,天上飞着几只海鸥").env.place == "beach"
    assert composed("一座房子,天上有一个太阳").env.place != "sky"
