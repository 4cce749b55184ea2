"""What of a wish came to nothing is named in the answer, and nothing that can be seen is."""

from __future__ import annotations

import time

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.editing.traceless import MOST_TRIED, traceless
from paintover.engines.illustrator.grammar.parse import language_of


@pytest.mark.parametrize(
    ("wish", "lost"),
    [
        ("a black cat with green eyes", ("green eyes",)),
        ("a cat on a sinking boat", ("sinking",)),
        ("a tram going up a steep street", ("steep",)),
        ("雪山下的小木屋，炊烟袅袅", ("炊烟袅袅",)),
        ("一只生锈的机器人", ("生锈",)),
        ("开业大吉的海报，两只饕餮", ("饕餮",)),
    ],
)
def test_a_word_without_which_the_picture_would_be_the_same_is_named(
    wish: str, lost: tuple[str, ...]
) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language="zh" if wish[0] > "z" else "en")
    assert set(lost) <= set(composed.left_out)
    assert all(any(word in note for note in composed.notes) for word in lost)


@pytest.mark.parametrize(
    "wish",
    [
        "a red apple and two green pears on a table",
        "Merry Christmas card with a happy snowman",
        "a cat looking at the moon",
        "four cats in a row, the first one is orange and the rest are grey",
        "three dogs, the biggest is brown and the others are white",
        "masterpiece, best quality, 8k, a fox in the snow",
        "新年快乐贺卡，一匹马",
        "一头黑色的牛站在草地上看月亮",
        "墙上挂着一幅画，桌上摆着三个苹果",
        "我家的小狗在草地上跑",
        "a busy airport with a plane",
        "a plain white mug on a desk",
        "a classroom full of children",
        "忙碌的厨师在厨房做菜",
        "一位慈祥的老奶奶坐在摇椅上",
        "妈妈推着婴儿车在公园散步",
    ],
)
def test_what_can_be_seen_and_what_tells_nothing_is_not_named(wish: str) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language="zh" if wish[0] > "z" else "en")
    assert composed.left_out == ()


def test_an_edit_names_what_it_did_not_do_as_well() -> None:
    base = compose_scene("a dog and a cat", ratio="1:1", seed=3, language="en").scene
    composed = edit_scene("add a sinking house", [base], ratio="1:1", seed=3, language="en")
    assert composed.left_out == ("sinking",)
    assert [thing.kind for thing in composed.scene.objects] == ["dog", "cat", "house"]


def test_words_for_the_picture_itself_are_no_things_that_are_missing() -> None:
    base = compose_scene("一只猫", ratio="1:1", seed=3, language="zh").scene
    composed = edit_scene("把背景改成雪地", [base], ratio="1:1", seed=3, language="zh")
    assert (composed.left_out, composed.notes) == ((), ())


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("three frogs, only one is green", "only"),
        ("everything except the cat is blue", "except"),
        ("只有一只是黑色的", "只有"),
        ("除了猫都戴上帽子", "除了"),
    ],
)
def test_whom_something_is_not_told_of_is_missed_where_it_makes_no_difference(wish: str, said: str) -> None:
    composed = compose_scene("a cat", ratio="1:1", seed=3, language="en")
    assert said in traceless(wish, wish, composed, (), "", lambda _: composed)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a cat, a dog and a horse", "make everything blue except the cat"),
        ("a cat, a dog and a bird", "remove all but the bird"),
        ("一只猫、一只狗和一匹马", "除了猫，其他都变成蓝色"),
    ],
)
def test_an_exception_that_was_made_is_not_missed(wish: str, edit: str) -> None:
    language = language_of(wish)
    scene = compose_scene(wish, ratio="1:1", seed=3, language=language).scene
    assert edit_scene(edit, [scene], ratio="1:1", seed=4, language=language).left_out == ()


def test_no_wish_is_composed_more_often_than_a_few_times() -> None:
    wish = "a cat, " + "zorbled fnargs quibbed wumpous, " * 40
    tried: list[str] = []

    def again(words: str) -> Composed:
        tried.append(words)
        return Composed(scene=scene)

    scene = compose_scene("a cat", ratio="1:1", seed=3, language="en").scene
    found = traceless(wish, wish, Composed(scene=scene), (), "", again)
    assert 0 < len(found) <= 4
    assert len(tried) <= MOST_TRIED


def test_ten_megabytes_cost_no_more_than_their_beginning() -> None:
    start = time.process_time()
    compose_scene("a burning cat and a " * 500_000, ratio="1:1", seed=3, language="en")
    short = time.process_time()
    compose_scene("a burning cat and a " * 100, ratio="1:1", seed=3, language="en")
    assert short - start < 20 * (time.process_time() - short) + 1


@pytest.mark.parametrize(
    "wish",
    [
        "get well card, a teddy bear in bed",
        "教师节贺卡，书桌上放着一本书",
        "poster for a summer sale in my shoe shop, two shoes",
        "logo for a coffee roastery called Night Owl, brown and cream",
    ],
)
def test_what_a_sheet_is_for_is_told_by_its_words(wish: str) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language="zh" if wish[0] > "z" else "en")
    assert composed.notes == ()


def test_what_a_sheet_is_to_show_is_missed_all_the_same() -> None:
    composed = compose_scene("a birthday card with a zorbled cat", ratio="1:1", seed=3, language="en")
    assert any("zorbled" in note for note in composed.notes)


@pytest.mark.parametrize(
    ("wish", "ground", "letters"),
    [
        ("春节海报，红金配色，一条龙", "red", "gold"),
        ("logo for a dog salon called Fluffy Paws, blue and white", "blue", "blue"),
        ("birthday card with a dog, pink", "pink", ""),
    ],
)
def test_colours_by_themselves_are_those_of_the_sheet(wish: str, ground: str, letters: str) -> None:
    scene = compose_scene(wish, ratio="1:1", seed=3, language="zh" if wish[0] > "z" else "en").scene
    assert (scene.env.scenery.wall, scene.caption_colour) == (ground, letters)


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("a boy waits on a bench", ["bench", "boy"]),
        ("a woman jogs along the beach with her dog", ["woman", "dog"]),
        ("a cat naps on a cushion", ["pillow", "cat"]),
    ],
)
def test_a_verb_that_is_not_known_takes_nobody_away(wish: str, shown: list[str]) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language="en")
    assert [thing.kind for thing in composed.scene.objects] == shown


@pytest.mark.parametrize(
    ("wish", "whole", "cut"),
    [
        ("一个内疚的男孩在考试", "“内疚”", "“疚”"),
        ("柴犬摊开双手耸肩", "“耸肩”", "“耸”"),
        ("柴犬摊开双手耸肩", "“摊开”", "“狗摊”"),
    ],
)
def test_a_word_is_named_whole(wish: str, whole: str, cut: str) -> None:
    said = " ".join(compose_scene(wish, ratio="1:1", seed=3, language="zh").notes)
    assert whole in said
    assert cut not in said


@pytest.mark.parametrize(
    "wish",
    [
        "桌上有一块切好的西瓜",
        "老师在黑板前给学生讲故事",
        "雪人前面站着两个孩子",
        "坐在山顶的城堡",
        "沙滩上停着一条蓝色小船",
        "女孩另一只手拿糖葫芦",
        "a boy hiding behind a curtain",
        "a castle sitting on a hill",
        "two elephants playing with a big ball",
    ],
)
def test_what_how_things_stand_shows_is_not_named(wish: str) -> None:
    assert compose_scene(wish, ratio="1:1", seed=3, language="zh" if wish[0] > "z" else "en").notes == ()
