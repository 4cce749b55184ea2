from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

import pytest

from paintover.planner.lexicon import (
    CONCEPT,
    LONGEST_PHRASE,
    LONGEST_WORD,
    UNSPACED,
    folded,
    key,
    lexicon,
    listed,
)
from paintover.planner.terms import shown_terms, terms

TEXT = resources.files("paintover.planner").joinpath("cues", "synonyms.toml").read_text(encoding="utf-8")
LEXICON: dict[str, Any] = tomllib.loads(TEXT)
GROUPS = {
    f"{section}.{name}": listed(line)
    for section in ("same", "kind")
    for name, line in LEXICON[section].items()
}


def concepts(text: str) -> set[str]:
    return {term[len(CONCEPT) :] for term in terms(text) if term.startswith(CONCEPT)}


def shown(text: str) -> set[str]:
    return {term[len(CONCEPT) :] for term in shown_terms(text) if term.startswith(CONCEPT)}


def test_every_list_is_of_words_and_says_none_twice() -> None:
    for name, words in GROUPS.items():
        assert all(word and word == word.strip() for word in words), name
        assert len(set(words)) == len(words), name


def test_every_word_can_be_found() -> None:
    for name, words in GROUPS.items():
        for word in map(key, words):
            if UNSPACED.search(word):
                assert UNSPACED.fullmatch(word), (name, word)
                assert len(word) <= LONGEST_WORD, (name, word)
                assert folded(word) == word, (name, word)
            else:
                assert 1 <= len(word.split()) <= LONGEST_PHRASE, (name, word)


def test_marked_groups_exist() -> None:
    known = set(LEXICON["same"]) | set(LEXICON["kind"])
    assert set(LEXICON["weak"]) | set(LEXICON["colours"]) | set(LEXICON["media"]) <= known


def test_members_that_are_lists_of_words_exist() -> None:
    known = set(LEXICON["same"]) | set(LEXICON["kind"])
    for name, words in GROUPS.items():
        assert {word for word in words if word.endswith("_")} <= known, name


def test_a_wider_word_finds_its_members_and_not_the_other_way_round() -> None:
    assert terms("那个动物") & shown_terms("一头大象")
    assert not terms("大象") & shown_terms("一只动物")
    assert terms("the baked goods, pastry") & shown_terms("a croissant")


def test_words_of_other_languages_do_not_hide_in_english_ones() -> None:
    assert not terms("it came back") & terms("a bed")
    assert not terms("a pan") & terms("some bread")


def test_a_word_that_shows_nothing_hides_what_is_in_it() -> None:
    assert "horse" not in concepts("马上画")
    assert "horse" in concepts("马上有一匹马")


def test_what_is_in_a_longer_word_is_not_shown() -> None:
    assert "horse" not in shown("一只海马")
    assert "weather" not in shown("一件雨衣")


def test_accents_can_be_left_out_where_that_is_no_other_word() -> None:
    assert "lion" in concepts("un leon")
    assert lexicon().same["leon"] == lexicon().same["león"]


@pytest.mark.parametrize(
    ("words", "group"),
    [
        # CASES
        ("the mouser", "cat"), ("那只喵星人", "cat"), ("котёнка", "cat"), ("gatitos", "cat"), ("Kätzchen", "cat"),
        ("냥이가", "cat"), ("ねこ", "cat"), ("our pupper", "dog"), ("修勾", "dog"), ("댕댕이", "dog"), ("щенок", "dog"),
        ("毛孩子", "furkid_"), ("a foal", "horse"), ("小毛驴", "donkey"), ("calves grazing", "ox"), ("咩咩", "sheep"),
        ("die Ziege", "goat"), ("草泥马", "alpaca"), ("二师兄", "pig"), ("кролика", "rabbit"), ("うさぎ", "rabbit"),
        ("the geese", "goose"), ("大白鹅", "goose"), ("天鹅", "swan"), ("mice", "mouse"), ("polar bears", "bear"),
        ("北极熊", "bear"), ("滚滚", "panda"), ("小脑斧", "tiger"), ("león", "lion"), ("辛巴", "lion"),
        ("猎豹", "leopard"), ("elefantes", "elephant"), ("长鼻子", "elephant"), ("жирафа", "giraffe"),
        ("美猴王", "monkey"), ("the fawn", "deer"), ("trash panda", "raccoon"), ("卡皮巴拉", "capybara"),
        ("蝙蝠", "bat_"), ("Fledermäuse", "bat_"), ("企鹅", "penguin"), ("sea lions", "seal_"), ("猫头鹰", "owl"),
        ("Papagei", "parrot"), ("丹顶鹤", "crane"), ("小燕子", "swallow_"), ("孔雀开屏", "peacock"),
        ("flamingos", "flamingo"), ("鸵鸟", "ostrich"), ("鳄鱼", "crocodile"), ("T-Rex", "dinosaur"),
        ("a dino", "dinosaur"), ("三角龙", "dinosaur"), ("尼莫", "fish"), ("peces", "fish"), ("鲸鱼", "whale"),
        ("many-armed", "octopus"), ("八条腿", "octopus"), ("乌贼", "squid"), ("lobsters", "lobster"),
        ("小龙虾", "lobster"), ("a jelly fish", "jellyfish"), ("étoile de mer", "starfish"), ("海螺", "seashell"),
        ("タツノオトシゴ", "seahorse"), ("蚂蚁", "ant"), ("a wasp", "bee"), ("萤火虫", "firefly"), ("毛毛虫", "caterpillar"),
        ("七星瓢虫", "ladybug"), ("蜘蛛网", "web"), ("sea lady", "mermaid"), ("海的女儿", "mermaid"), ("凤凰", "phoenix"),
        ("九尾狐", "ninetails"), ("魔杖", "spell_"), ("齐天大圣", "monkeyking"), ("圣诞老人", "santa_"), ("雪人", "snowman"),
        ("变形金刚", "robot"), ("套娃", "matryoshka"), ("grandpa", "grandpa_"), ("姥姥", "granny_"), ("mom", "mother"),
        ("dad", "father"), ("twins", "sibling"), ("两口子", "couple"), ("闺蜜", "friends"), ("光头", "bald_"),
        ("fatty", "fat_"), ("胖嘟嘟", "fat_"), ("the doc", "doctor"), ("白衣天使", "doctor"), ("老司机", "driver"),
        ("程序猿", "programmer"), ("barista", "waiter"), ("兵哥哥", "soldier"), ("宇航服", "astronaut"),
        ("园丁", "gardener"), ("渔翁", "fisherman"), ("wild west", "cowboy"), ("木匠", "carpenter"),
        ("scientists", "scientist"), ("快递小哥", "mailman"), ("托尼老师", "barber"), ("wearing armor", "knight"),
        ("穿铠甲", "knight"), ("忍者", "ninja"), ("海贼", "pirate"), ("和尚", "monk"), ("福尔摩斯", "detective"),
        ("轮椅", "wheelchair"), ("with wings", "flyer_"), ("会飞的", "flyer_"), ("with stripes", "striped_"),
        ("带刺", "spiky_"), ("有角的", "horned_"), ("пушистый", "furry_"), ("the bling", "jewelry"),
        ("亮晶晶的首饰", "jewelry"), ("gold chain", "necklace"), ("大金链子", "necklace"), ("around neck", "necklace"),
        ("钻戒", "ring"), ("diamonds", "gem"), ("发簪", "hairpin"), ("四眼", "glasses"), ("蛤蟆镜", "sunglasses"),
        ("the moustache", "beard"), ("络腮胡", "beard"), ("双马尾", "ponytail"), ("redhead", "redhair"),
        ("爆炸头", "afro"), ("大眼睛", "eyes"), ("paws", "paw_"), ("freckles", "skin"), ("刺青", "tattoo"),
        ("laughing", "smile"), ("哭鼻子", "tear"), ("furious", "angry"), ("瑟瑟发抖", "scared"),
        ("目瞪口呆", "surprised"), ("yawning", "tired"), ("萌萌哒", "cute"), ("creepy", "scary"), ("打瞌睡", "sleeping"),
        ("forty winks", "sleeping"), ("durmiendo", "sleeping"), ("干饭", "eating"), ("碰杯", "drinking"),
        ("stroll", "walking"), ("a cuddle", "hugging"), ("ivy", "ivy"), ("overgrown", "ivy"), ("爬满", "ivy"),
        ("蒲公英", "weed"), ("柳树", "willow"), ("palm tree", "palm"), ("圣诞树", "christmastree"), ("maple", "maple"),
        ("樱花树", "cherryblossom"), ("向日葵", "sunflower"), ("Rosen", "rose_"), ("薔薇", "rose_"), ("仙人球", "cactus"),
        ("Pilze", "mushroom"), ("vegan", "vegetarian"), ("素菜", "vegetarian"), ("海鲜", "seafood"),
        ("快餐", "fastfood"), ("热狗", "hotdog"), ("fried chicken", "friedchicken"), ("饺子", "dumpling"),
        ("拉面", "noodle"), ("ラーメン", "noodle"), ("水饺", "dumpling"), ("汤圆", "tangyuan"), ("月饼", "mooncake"),
        ("臭豆腐", "tofu"), ("爆米花", "popcorn"), ("manzana", "apple"), ("火龙果", "tropicalfruit"),
        ("blueberries", "blueberry"), ("提子", "grape"), ("картошка", "potato"), ("Kürbis", "pumpkin"),
        ("hot chocolate", "hotdrink"), ("boba", "bubbletea"), ("肥宅快乐水", "soda"), ("a pint", "beer"),
        ("二锅头", "liquor"), ("cuppa", "tea"), ("Kaffee", "coffee"), ("a cape", "cloak"), ("披风", "cloak"),
        ("婚纱", "weddingdress"), ("a bikini", "swimwear"), ("high heels", "heels"), ("拖鞋", "slippers_"),
        ("雨靴", "rainboots"), ("top hat", "hat"), ("牛仔帽", "cowboyhat"), ("安全帽", "helmet"),
        ("a bow tie", "bowtie"), ("手提箱", "suitcase"), ("折扇", "fan_"), ("lego bricks", "lego_"),
        ("搭积木", "lego_"), ("building blocks", "lego_"), ("乐高", "lego_"), ("teddy bear", "toy"),
        ("滑滑梯", "playground_"), ("陀螺", "spinningtop"), ("打麻将", "mahjong"), ("灌篮", "basketball"),
        ("Fußballstadion", "stadium"), ("哑铃", "weightlifting"), ("skydiving", "parachute"),
        ("business card", "card"), ("名片", "card"), ("flyers", "poster"), ("传单", "poster"),
        ("wine label", "tag_"), ("二维码", "tag_"), ("menus", "menu"), ("酒单", "menu"), ("请柬", "invitation"),
        ("boarding pass", "ticket"), ("红包", "newyear"), ("pie chart", "chart_"), ("平面图", "blueprint"),
        ("speech bubble", "comicstrip"), ("电脑", "computer"), ("monitor", "screen"), ("大屏幕", "screen"),
        ("手机壁纸", "wallpaper_"), ("麦克风", "microphone"), ("ukulele", "guitar"), ("琵琶", "guzheng"),
        ("唢呐", "trumpet"), ("bow and arrow", "bow_"), ("爆炸", "bomb"), ("盾牌", "shield_"), ("fridge", "fridge"),
        ("洗衣机", "appliance"), ("washing machine", "appliance"), ("gobi", "desert"), ("戈壁", "desert"),
        ("大漠", "desert"), ("Düne", "desert"), ("the lobby", "lobby"), ("大堂", "lobby"),
        ("the diner", "restaurant"), ("library", "library"), ("书店", "library"), ("librería", "library"),
        ("别墅", "house"), ("摩天大楼", "building"), ("igloo", "igloo"), ("摩天轮", "ferriswheel"),
        ("过山车", "rollercoaster"), ("drizzle", "rain"), ("倾盆大雨", "rain"), ("pouring", "rain"), ("雪花", "snow"),
        ("nieve", "snow"), ("雾蒙蒙", "fog"), ("龙卷风", "storm"), ("northern lights", "heaven"), ("极光", "heaven"),
        ("银河", "space"), ("full moon", "moon"), ("日出", "dawn"), ("晚霞", "sunset"), ("закат", "sunset"),
        ("midnight", "night"), ("中午", "day_"), ("深秋", "autumn"), ("圣诞节", "christmas"),
        ("lion dance", "newyear"), ("中秋节", "midautumn"), ("端午节", "dragonboat_"),
        ("trick or treat", "halloween"), ("fireworks", "fireworks"), ("烟花", "fireworks"),
        ("birthday party", "birthday"), ("求婚", "wedding"), ("元宵灯会", "lanternfest"), ("teal", "turquoise_"),
        ("burgundy", "red"), ("酒红", "red"), ("墨绿", "green"), ("藏青", "blue"), ("米色", "beige"),
        ("маленький", "small_"), ("马卡龙色", "pastel"), ("rojas", "red"), ("verte", "green"),
        ("schwarzen", "black"), ("검은", "black"), ("真っ赤", "red"), ("أحمر", "red"), ("渐变色", "gradient"),
        ("black and white", "blackwhite"), ("rusty", "rust"), ("生锈", "rust"), ("大理石", "marble"),
        ("knitted", "felt"), ("毛线", "felt"), ("剪纸", "papercut"), ("origami", "papercut"),
        ("claymation", "clay"), ("橡皮泥", "clay"), ("ink wash", "ink"), ("水墨画", "ink"),
        ("aquarelle", "watercolor"), ("像素风", "pixel"), ("8-bit", "pixel"), ("吉卜力", "ghibli"),
        ("van gogh", "vangogh"), ("line art", "sketch"), ("简笔画", "sketch"), ("浮世绘", "woodcut"),
        ("low poly", "lowpoly"), ("微缩景观", "diorama"), ("birds eye view", "aerial"), ("航拍", "aerial"),
        ("剪影", "silhouette"), ("film still", "cinematic"), ("盲盒风", "toystyle"), ("lego style", "lego_style"),
        ("波普艺术", "popart"), ("double exposure", "doubleexposure"), ("smashed", "broken"), ("裂开", "broken"),
        ("坏了", "broken"), ("roto", "broken"), ("cracked", "broken"), ("ablaze", "burning"), ("着火了", "burning"),
        ("冰封", "coldthing"), ("frozen", "frozen_"), ("soaked", "soggy"), ("湿漉漉", "wet"), ("脏兮兮", "dirty"),
        ("敞开", "open_"), ("closed", "closed_"), ("lights off", "unlit_"), ("亮灯", "light_"), ("gloomy", "dark"),
        ("阴森", "scary"), ("cosy", "warm_"), ("温馨", "warm_"), ("热闹", "lively"), ("deserted", "empty_"),
        ("空荡荡", "empty_"), ("luxury", "luxurious"), ("messy", "messy"), ("乱糟糟", "messy"), ("干净", "tidy"),
        ("upside down", "hanging"), ("破壳而出", "hatching"), ("漂浮的", "floating_"), ("一对", "two_"),
        ("round", "round_"), ("圆滚滚", "round_"), ("hexagon", "geometric"), ("漩涡", "spiral"), ("波点", "polkadot"),
        ("tartan", "checked"), ("豹纹", "leopardprint"), ("panorama", "wide_"),
        ("特写", "selfportrait"), ("虚化", "blurry"), ("挖掘机", "excavator"), ("Lastwagen", "truck"),
        ("подлодка на вокзале", "station"), ("潜水艇", "submarine"),
    ],
)  # fmt: skip
def test_a_word_is_of_its_group(words: str, group: str) -> None:
    assert group in concepts(words)


@pytest.mark.parametrize(
    ("words", "group"),
    [
        # NOT
        ("a garden gate", "cat"), ("see you later", "coffee"), ("carry it", "car"), ("in the corner", "corn"),
        ("we plan", "plane"), ("a pair of boots", "boat"), ("the bar", "bear"), ("a wand", "wall"),
        ("the diner", "dinosaur"), ("at dinner", "dinosaur"), ("a lobby", "wolf"), ("a lady", "stairs"),
        ("the planet mars", "horse"), ("a crown", "crow"), ("her mother", "butterfly"), ("上面写字", "noodle"),
        ("聊天", "sky"), ("一月", "moon"), ("包括", "bag"), ("全球", "ball"), ("海马", "horse"), ("蜗牛", "ox"),
        ("熊猫", "cat"), ("田园", "horse"), ("山水画", "horse"), ("银行", "horse"), ("蘑菇", "cat"), ("天使", "swan"),
        ("上海", "sea"), ("河马", "river"), ("斑马", "horse"), ("猫头鹰", "cat"), ("章鱼", "fish"), ("老虎钳", "fish"),
        ("美人鱼", "fish"), ("火鸡", "chicken"), ("蜘蛛侠", "spider"), ("the cartoon", "car"), ("the seller", "seal_"),
        ("presidente", "duck"), ("principalmente", "duck"), ("friendship", "boat"), ("considering", "ring"),
        ("sophisticated", "cat"), ("acceptable", "table_"), ("late at night", "coffee"),
        ("many of them", "man"), ("well done", "shoes"), ("wasted", "bee"), ("a dozen of them", "sleeping"),
        ("一架飞机", "shelf"), ("马克杯", "horse"), ("头发", "flower"), ("花生", "flower"), ("雪糕", "snow"),
        ("火锅", "fire"), ("火车", "fire"), ("鱼竿", "fish"), ("鸡尾酒", "chicken"), ("牛奶", "ox"), ("狗尾巴草", "dog"),
        ("熊猫眼", "bear"), ("虎牙", "tiger"), ("龙虾", "dragon"), ("鸭舌帽", "duck"), ("猫眼石", "cat"), ("羊毛衫", "goat"),
        ("surfer", "server_"), ("the carpet", "car"), ("a shower", "sign"), ("scarecrow", "crow"),
        ("butterfly", "butter_"), ("pineapple", "pine"), ("eggplant", "egg"), ("horseradish", "horse"),
        ("catalogue", "cat"), ("the past", "noodle"), ("a class", "clay"), ("schon", "beautiful"),
        ("il faut", "fan_"), ("两个版本", "two_"), ("风格", "wind"), ("浪漫", "wave_"), ("影响", "shadow"),
        ("国家", "house"), ("大家", "house"), ("像一只猫", "statue"), ("修改", "repairing"), ("年轻", "lightweight_"),
        ("电脑", "electricity"), ("机器", "table_"), ("西班牙", "teeth"), ("分钟", "clock"), ("旁边", "border"),
        ("时光", "light_"), ("时刻", "clock"), ("金融", "sticky"), ("I see", "lake"), ("four of them", "appliance"),
        ("pull it", "sweater"), ("show me", "bathroom"), ("the brand", "fire"), ("a saw", "broken"),
        ("a safe place", "bank_"), ("that fits", "shoes"), ("it fell", "furry_"), ("the range", "mountain"),
        ("a step", "stairs"), ("as before", "bear"), ("close to it", "coat"), ("红绿灯", "lamp"),
    ],
)  # fmt: skip
def test_a_word_is_not_of_another_group(words: str, group: str) -> None:
    assert group not in concepts(words)


@pytest.mark.parametrize(
    ("asked", "painted"),
    [
        # KINDS
        ("the insect", "an ant"), ("那只虫子", "七星瓢虫"), ("the flying thing", "a butterfly"), ("会飞的", "一只蝙蝠"),
        ("带条纹的", "斑马"), ("the spiky one", "a hedgehog"), ("猛兽", "一头狮子"), ("a big cat", "a leopard"),
        ("the reptile", "a gecko"), ("sea creature", "a lobster"), ("海洋生物", "一条鲨鱼"), ("the pet", "a hamster"),
        ("家禽", "一群鸭子"), ("arctic animal", "a penguin"), ("safari", "two giraffes"),
        ("the monster", "a zombie"), ("神话里的", "凤凰"), ("somebody", "a plumber"), ("那个男的", "一个和尚"),
        ("the animal", "a gecko"), ("毛孩子", "一只柯基"), ("the creature", "an axolotl"),
        ("the jewellery", "a pearl necklace"), ("首饰", "一条手链"), ("the plant", "an ivy-covered wall"),
        ("植物", "一片芦苇"), ("甜点", "提拉米苏"), ("the fruit", "a bowl of litchi"), ("vegetarian", "a salad"),
        ("海鲜", "一盘大虾"), ("喝的", "一杯珍珠奶茶"), ("hot drink", "a cup of coffee"), ("the toy", "a lego castle"),
        ("furniture", "an old wardrobe"), ("家电", "一台冰箱"), ("headwear", "a cowboy hat"), ("鞋", "一双高跟鞋"),
        ("the instrument", "a harp"), ("乐器", "古筝"), ("the weapon", "a crossbow"), ("电子产品", "智能手表"),
        ("the tool", "a pair of scissors"), ("tableware", "chopsticks"), ("bookish", "a newspaper"),
        ("the sport", "a volleyball match"), ("the building", "a pagoda"), ("an indoor room", "a hotel lobby"),
        ("建筑", "一座清真寺"), ("室内", "阁楼"), ("vehicle", "a forklift"), ("交通工具", "一辆马车"),
        ("the flying machine", "a zeppelin"), ("weather", "a tornado"), ("天上的", "流星雨"),
        ("natural scenery", "a swamp"), ("自然", "一片沙漠"), ("blue", "a teal sofa"),
        ("the holiday", "dia de muertos"), ("过节", "端午节"), ("mythical", "a kraken"),
        ("a painting", "an impressionist harbour"), ("cold", "an iceberg"), ("waterside", "a harbour"),
        ("水边", "码头"), ("emotion", "a terrified man"), ("the light", "a glowing jellyfish"), ("宗教", "寺庙"),
    ],
)  # fmt: skip
def test_a_description_finds_what_it_describes(asked: str, painted: str) -> None:
    assert concepts(asked) & shown(painted)
