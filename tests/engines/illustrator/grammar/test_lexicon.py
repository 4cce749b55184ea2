from __future__ import annotations

import time
from collections import Counter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.engines.illustrator.backdrops import LIGHTS, PLACES
from paintover.engines.illustrator.colour import PAINTS
from paintover.engines.illustrator.drawing.styles import REACH
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import names, vocabulary
from paintover.engines.illustrator.grammar.plain_words import fold
from paintover.engines.illustrator.grammar.slips import misspelled
from paintover.engines.illustrator.grammar.tokenise import corrections, tokenise
from paintover.engines.illustrator.grammar.tokens import WordLanguage
from paintover.engines.illustrator.kinds import described, kinds
from paintover.engines.illustrator.scene import Part, RelationType
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.sketches import more_words, sketches
from paintover.engines.illustrator.trades import trades
from tests.pace import timed

LANGUAGES: tuple[WordLanguage, ...] = ("zh", "en")
AMBIGUOUS = {
    "zh": {"桶", "床", "杯", "瓶", "盘", "碗", "锅", "罐", "头", "把", "顶"},
    "en": {"orange", "picture", "playful", "watch", "baby"},
}
"""Words of two tables on purpose: the grammar knows how to tell their readings apart."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_stands_twice(lang: str) -> None:
    words: Counter[str] = Counter()
    for name, entries in word_table(lang).items():
        if name in ("ideas", "traditional", "alone"):
            continue
        spellings = [spelling for value in entries.values() for spelling in value]
        assert [word for word, count in Counter(spellings).items() if count > 1] == []
        words.update(spellings)
    assert {word for word, count in words.items() if count > 1} <= AMBIGUOUS[lang]


def _clothed() -> set[str]:
    """Kinds of people that have their words in the table of trades."""
    return {name for name, trade in trades().items() if trade.looks is not None}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_has_a_word_and_every_word_a_kind(lang: str) -> None:
    named = word_table(lang)["kinds"]
    bare = {kind.bare for kind in described().values() if kind.bare}
    assert set(named) == set(described()) - (bare - set(named)) - set(sketches()) - set(shops()) - _clothed()
    assert all(named.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_in_the_form_that_the_reader_looks_up(lang: str) -> None:
    for name, entries in word_table(lang).items():
        if name in ("ideas", "traditional"):
            continue
        for value in entries.values():
            for word in value:
                assert word == fold(word).strip(), word


@pytest.mark.parametrize("lang", LANGUAGES)
def test_parts_relations_and_colours_are_those_of_the_scene(lang: str) -> None:
    words = word_table(lang)
    assert set(words["parts"]) <= set(get_args(Part))
    assert set(words["relations"]) <= {*get_args(RelationType), "over"}
    assert len(words["colours"]) >= 12
    assert set(words["colours"]) == set(PAINTS)


def test_both_languages_have_the_same_places_times_weathers_and_styles() -> None:
    chinese, english = word_table("zh"), word_table("en")
    for name in ("places", "times", "weathers", "seasons", "styles", "poses", "moods"):
        assert set(chinese[name]) == set(english[name]), name
        assert len(chinese[name]) >= 4, name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_place_time_and_style_can_be_drawn(lang: str) -> None:
    words = word_table(lang)
    assert set(words["places"]) == set(PLACES) - set(shops()) - {"badge"}  # only a logo stands on it
    assert set(words["times"]) <= set(LIGHTS)
    assert set(words["styles"]) <= set(REACH)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_is_found_by_each_of_its_words(lang: WordLanguage) -> None:
    for kind, words in word_table(lang)["kinds"].items():
        for word in words:
            (token,) = tokenise(word)
            assert token.get("kinds") == kind, word


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_part_by_itself_is_a_thing(lang: WordLanguage) -> None:
    for kind, words in word_table(lang)["alone"].items():
        assert kind in kinds()
        for word in words:
            (token,) = tokenise(word)
            assert token.readings == {"kinds": kind}, word
    assert all(token.get("kinds") != "eye" for token in tokenise("draw a horse with red eyes"))
    assert all(token.get("kinds") != "human-face" for token in tokenise("给牛的脸盖一块布"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_idea_is_drawn_as_it_says(lang: WordLanguage) -> None:
    ideas = vocabulary(lang).ideas
    assert len(ideas) >= 6
    for idea in ideas:
        composed = compose_scene(idea, ratio="1:1", seed=1, language=lang)
        assert composed.notes == (), idea
        assert len(composed.scene.objects) >= 3, idea


def test_traditional_pairs_are_pairs_and_differ() -> None:
    pairs = word_table("zh")["traditional"]["pairs"].split()
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in pairs)
    assert len({pair[0] for pair in pairs}) == len(pairs)


TRADITIONAL = """
    腳踏車 單車 計程車 的士 鳳梨 機車 公車 巴士 貨車 番茄 蕃茄 馬鈴薯 滑鼠 筆電 冰箱 電視機 微波爐 烤麵包機 吹風機 牙刷 花椰菜 青花菜
    甜甜圈 三明治 披薩 熱氣球 恐龍 無尾熊 貓熊 企鵝 鯊魚 霜淇淋 巧克力 草莓 奇異果 酪梨 火車 捷運 直升機 太空人 警察 消防車 救火車 足球
    棒球手套 飛盤 滑雪板 原子筆 橡皮擦 手電筒 太陽眼鏡 墨鏡 雨傘 拖鞋 沙發 衣櫃 垃圾桶 摩天輪 雲霄飛車 保齡球 聖誕老公公 聖誕老人 爺爺 奶奶 嬰兒 貓
    馬 鳥 車 魚 龍 雞 鴨 鵝 豬 獅子 長頸鹿 烏龜 蝸牛 蜘蛛 螞蟻 蜜蜂 蝴蝶 氣球 風箏 燈籠 紅包 鞭炮
    對聯 舞獅 月餅 玉兔 粽子 龍舟 湯圓 餃子 包子 饅頭 聖誕樹 雪人 禮物 蠟燭 鋼琴 吉他 小提琴 鼓 喇叭 眼鏡 帽子 圍巾
    手套 襪子 鞋子 裙子 褲子 襯衫 外套 書 筆 電腦 手機 電話 相機 鑰匙 鎖 剪刀 錘子 鋸子 梯子 水桶 籃子 椅子
    桌子 床 檯燈 窗戶 門 鏡子 時鐘 房子 城堡 學校 醫院 教堂 橋 塔 帳篷 燈塔 風車 樹 花 玫瑰 向日葵 草
    蘑菇 仙人掌 太陽 月亮 星星 雲 彩虹 閃電 雪花 山 火山 石頭 海盜 騎士 國王 女王 公主 王子 醫生 護士 老師 學生
    消防員 農夫 廚師 魔術師 巫婆 天使 機器人 外星人 美人魚 獨角獸 飛機 輪船 帆船 潛水艇 火箭 救護車 拖拉機 滑板 蘋果 香蕉 柳橙 檸檬
    葡萄 西瓜 梨子 桃子 櫻桃 胡蘿蔔 玉米 洋蔥 麵包 起司 雞蛋 蛋糕 冰淇淋 漢堡 薯條 熱狗 咖啡 茶 牛奶 果汁 啤酒
"""
"""Everyday words in traditional characters, with those that Taiwan and Hong Kong have of their own."""


def test_traditional_characters_are_read() -> None:
    words = TRADITIONAL.split()
    assert len(words) > 200
    for word in words:
        (token,) = tokenise(word)
        assert token.get("kinds") is not None, word
    said = compose_scene("畫兩隻貓和一匹馬，還有三輛腳踏車", ratio="1:1", seed=1, language="zh")
    kinds_said = sorted(thing.kind for thing in said.scene.objects)
    assert kinds_said == ["bicycle", "bicycle", "bicycle", "cat", "cat", "horse"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_plenty_of_words(lang: str) -> None:
    named = word_table(lang)["kinds"]
    assert len(named) >= 900
    assert sum(len(words) for words in named.values()) >= 1_200


def test_offsets_point_into_the_text() -> None:
    text = "Ａ 貓 and 兩隻 Ox's face"
    for token in tokenise(text):
        assert text[token.start : token.end] == token.text


def test_plurals_are_understood() -> None:
    for plural, kind in {
        "wolves": "wolf",
        "butterflies": "butterfly",
        "boxes": "box",
        "buses": "bus",
        "snowmen": "snowman",
    }.items():
        (token,) = tokenise(plural)
        assert token.get("kinds") == kind


def test_a_kind_has_a_name_in_each_language() -> None:
    assert names("zh", "ox") == "牛"
    assert names("en", "cell-phone") == "cell phone"


@given(st.text(max_size=300))
def test_any_text_is_read_in_order(text: str) -> None:
    ends = 0
    for token in tokenise(text):
        assert ends <= token.start <= token.end <= len(text)
        assert token.start < token.end or not token.text  # a joint between two signs
        ends = token.end


@timed
def test_ten_megabytes_take_no_longer_than_a_page() -> None:
    for text in ("牛" * 3_500_000, "a horse and " * 900_000, "\n" * 10_000_000, "“" * 5_000_000):
        started = time.process_time()
        tokenise(text)
        assert time.process_time() - started < 1.0


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("hosre", "horse"),
        ("elehpant", "elephant"),
        ("elefant", None),
        ("girafe", "giraffe"),
        ("rabbbit", "rabbit"),
        ("rabit", "rabbit"),
        ("tigger", "tiger"),
        ("motorcicle", "motorcycle"),
        ("hippopotmus", "hippopotamus"),
        ("cattle", None),
        ("shack", None),
        ("pail", None),
    ],
)
def test_a_slip_of_the_typist_is_read_and_owned_up_to(typed: str, kind: str | None) -> None:
    meant = misspelled(typed)
    assert (vocabulary("en").words[meant]["kinds"] if meant else None) == kind
    if meant is not None:
        done = compose_scene(f"a red {typed}", ratio="1:1", seed=1, language="en")
        assert [thing.kind for thing in done.scene.objects] == [kind]
        assert done.notes == (f"Read “{typed}” as “{meant}”",)


def test_words_of_the_lexicon_are_never_corrected() -> None:
    assert corrections("a horse, two plants and the cattle on a white sheet, lighter please") == []


def test_a_comparison_asks_for_no_thing() -> None:
    for said in ("make the sky lighter", "a hat that matches the dress", "children sitting in a circle"):
        kinds_said = {t.kind for t in compose_scene(said, ratio="1:1", seed=1, language="en").scene.objects}
        assert not kinds_said & {"lighter", "matches", "circle", "cooler"}, said


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("一头水牛和一匹斑马", ["water-buffalo", "zebra"]),
        ("a polar bear and an ice cream cone", ["polar-bear", "ice-cream"]),
        ("锅盖和消防车", ["pot-lid", "fire-engine"]),
        ("牛马", ["ox", "horse"]),
        ("一群羊", ["sheep"] * 5),
        ("两辆车，三根筷子", ["car"] * 2 + ["chopstick"] * 3),
        ("萝卜和胡萝卜", ["radish", "carrot"]),
        ("一条金鱼和一条鱼", ["goldfish", "fish"]),
        ("a birdhouse", ["bird-house"]),
        ("a fjordhouse", None),
        ("一个骑士骑着马", ["knight", "horse"]),
        ("孙悟空、财神和一只仙鹤", ["monkey-king", "fortune-god", "crane-bird"]),
    ],
)
def test_compounds_measures_and_people(prompt: str, expected: list[str] | None) -> None:
    language = "zh" if any(character >= "\u4e00" for character in prompt) else "en"
    done = compose_scene(prompt, ratio="1:1", seed=1, language=language)  # type: ignore[arg-type]
    if expected is None:
        assert "signpost" in {thing.rung for thing in done.scene.objects}  # it is not drawn as a bird
    else:
        assert sorted(thing.kind for thing in done.scene.objects) == sorted(expected)
        assert not done.notes


def test_every_sketch_has_words_that_lead_to_it_and_a_drawing() -> None:
    for name, sketch in sketches().items():
        assert kinds()[name].rung == "prop" if not sketch.drawing_only else name not in kinds()
        for lang, spellings in (("en", sketch.en), ("zh", sketch.zh)):
            assert bool(spellings) is not sketch.drawing_only, name
            assert all(word == fold(word).strip() for word in spellings), name
            found = {vocabulary(lang).words[word].get("kinds") for word in spellings}
            assert sketch.drawing_only or name in found, name


def test_more_words_lead_to_kinds_and_names_that_say_how_a_thing_looks_to_such_a_thing() -> None:
    for lang in LANGUAGES:
        assert set(more_words()[lang]) <= set(kinds())
    for prompt, kind, colour in (
        ("my golden retriever", "dog", "gold"),
        ("一只橘猫", "cat", "orange"),
        ("两只黄鹂", "bird", "yellow"),
    ):
        thing = compose_scene(prompt, ratio="1:1", seed=1, language="zh").scene.objects[0]
        assert (thing.kind, thing.colour) == (kind, colour)


@pytest.mark.parametrize(
    ("line", "kinds_shown", "place"),
    [
        ("孤舟蓑笠翁，独钓寒江雪", {"canoe", "old-man", "straw-hat", "fishing-rod"}, "lake"),
        ("床前明月光，疑是地上霜", {"bed", "moon", "bay-window"}, "bedroom"),
        ("小桥流水人家", {"bridge", "house"}, "lake"),
        ("荷塘月色", {"lotus", "lotus-leaf", "moon"}, "lake"),
        ("两个黄鹂鸣翠柳，一行白鹭上青天", {"willow", "bird", "crane-bird"}, "meadow"),
    ],
)
def test_lines_that_every_child_knows_show_what_they_tell_of(
    line: str, kinds_shown: set[str], place: str
) -> None:
    scene = compose_scene(line, ratio="1:1", seed=1, language="zh").scene
    assert {thing.kind for thing in scene.objects} == kinds_shown
    assert scene.env.place == place


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("一只猫，写上“月落乌啼霜满天”", "月落乌啼霜满天"),
        ('a dog, with the text "Golden Retriever"', "Golden Retriever"),
        ("海报，标题“柴犬咖啡”", "柴犬咖啡"),
    ],
)
def test_what_is_to_be_written_is_not_told_in_other_words(wish: str, words: str) -> None:
    assert (
        compose_scene(wish, ratio="1:1", seed=5, language="zh" if wish[0] > "z" else "en").scene.caption
        == words
    )
