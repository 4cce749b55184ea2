"""What is said in the middle of a conversation, in words of people who do not know the program."""

from __future__ import annotations

import itertools

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def told(*turns: str) -> Scene:
    """The scene after a wish and its edits."""
    scene = arrange(compose_scene(turns[0], ratio="1:1", seed=3, language=language_of(turns[0])).scene)
    for turn in turns[1:]:
        done = edit_scene(turn, [scene], ratio="1:1", seed=4, language=language_of(turn))
        scene = arrange(done.scene, former=done.former)
    return scene


def shown(scene: Scene) -> list[str]:
    words = [(one.size, one.colour, one.kind) for one in scene.objects]
    return sorted(" ".join(word for word in one if word) for one in words)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["桌上有一个苹果、一个梨和一串葡萄", "中间的那个去掉"], ["apple", "dining-table", "grapes"]),
        (
            ["a pear, a banana and a lemon on a table", "remove the one on the right"],
            ["banana", "dining-table", "pear"],
        ),
        (
            ["a bear having a picnic with honey and sandwiches, a rabbit", "just the bear, no bunny"],
            ["basket", "bear", "honey", "sandwich", "sandwich", "sandwich"],
        ),
        (["一只猫、一只狗和一个球", "只要猫，不要狗"], ["ball", "cat"]),
        (["a lion", "can you make it a cub instead?"], ["small lion"]),
        (["a lion", "now add its mother"], ["large lion", "lion"]),
        (["a tiger", "add two cubs"], ["small tiger", "small tiger", "tiger"]),
        (["a tiger", "add a mother duck"], ["large duck", "tiger"]),
        (["一只企鹅", "旁边加一只企鹅爸爸"], ["large penguin", "penguin"]),
        (["画一只小狗", "加上小狗的爸爸"], ["large dog", "small dog"]),
        (["画一只小象", "再画上它的妈妈"], ["large elephant", "small elephant"]),
        (["三只小鸡", "加一只鸡妈妈"], ["chick", "chick", "chick", "large chicken"]),
        (["a boy and a cat", "add his mother"], ["boy", "cat", "woman"]),
        (["a dog, a cat and a ball", "make everything blue but the dog"], ["blue ball", "blue cat", "dog"]),
        (["a rabbit", "give it a friend", "one more"], ["rabbit", "rabbit", "rabbit"]),
        (["a girl", "give her glasses", "now turn her into an old woman"], ["glasses", "old-woman"]),
        (["a tree, four apples", "make the apples green", "take them all away"], ["tree"]),
        (
            ["a birthday cake", "add strawberries on top", "make them blue"],
            ["birthday-cake", *["blue strawberry"] * 3],
        ),
        (["a robot", "make it smaller", "even smaller"], ["small robot"]),
        (["a train in the mountains", "add smoke", "change it to a bus"], ["bus", "smoke-puff"]),
        (["a bear", "add a fish", "add a cub"], ["bear", "fish", "small bear"]),
        (["一只猫和一只狗", "除了狗以外都变成红色"], ["dog", "red cat"]),
        (["一只猫和一只狗", "把猫换成一只戴红帽子的白兔子"], ["dog", "red hat", "white rabbit"]),
    ],
)
def test_what_is_there_after_an_edit(turns: list[str], expected: list[str]) -> None:
    assert shown(told(*turns)) == expected


@pytest.mark.parametrize(
    ("turns", "caption"),
    [
        (
            ["a flyer for a pumpkin festival", "write 'October 12, 4 pm' under the title"],
            "Pumpkin festival\nOctober 12, 4 pm",
        ),
        (["生日派对海报", "标题下面写“12月3日 下午两点”"], "生日派对\n12月3日 下午两点"),
        (["生日派对海报", "再加一行“地点：公园”"], "生日派对\n地点：公园"),
        (
            ["a poster with the title 'Spring Fair'", "add a second line: free entry"],
            "Spring Fair\nfree entry",
        ),
        (["a poster with the title 'Jazz'", "add 'Saturday only' at the bottom"], "Jazz\nSaturday only"),
        (["a poster with the title 'Jazz'", 'add the text "Free beer"'], "Jazz\nFree beer"),
        (["a poster with the title 'Jazz'", 'add "Grand" at the top'], "Grand\nJazz"),
        (["a poster with the title 'Jazz'", 'schreib unten "Eintritt frei"'], "Jazz\nEintritt frei"),
        (["a poster with the title 'Jazz'", "ajoute « Samedi » en bas"], "Jazz\nSamedi"),
        (["a poster with the title 'Jazz'", 'pon "Entrada libre" abajo'], "Jazz\nEntrada libre"),
        (["a poster with the title 'Jazz'", "下に「入場無料」と書いて"], "Jazz\n入場無料"),
        (["a poster with the title 'Jazz'", '아래에 "무료"라고 써줘'], "Jazz\n무료"),
        (
            [
                "a poster with the title 'Jazz'",
                "add 'Saturday' at the bottom",
                "change 'Saturday' to 'Sunday'",
            ],
            "Jazz\nSunday",
        ),
        (
            ["a poster with the title 'Jazz'", "add 'Now' at the bottom", "make the second line 'Soon'"],
            "Jazz\nSoon",
        ),
        (["a poster with the title 'Jazz'", "add 'Now' at the bottom", "remove the first line"], "Now"),
        (["a poster with the title 'Jazz'", "add 'Now' at the bottom", "delete 'Now'"], "Jazz"),
    ],
)
def test_a_line_is_added_below_a_title(turns: list[str], caption: str) -> None:
    assert told(*turns).caption == caption


@pytest.mark.parametrize(
    ("wish", "time", "weather"),
    [
        ("天黑了", "night", "clear"),
        ("太阳下山", "sunset", "clear"),
        ("make it evening", "sunset", "clear"),
        ("it gets dark", "night", "clear"),
        ("下点雨", "day", "rain"),
        ("some rain please", "day", "rain"),
        ("下点小雪", "day", "snow"),
    ],
)
def test_time_and_weather_said_loosely(wish: str, time: str, weather: str) -> None:
    env = told("a tree and a house", wish).env
    assert (env.time, env.weather) == (time, weather)


def test_words_that_cannot_be_larger_are_said_to_be_so() -> None:
    card = told("做一张感恩节卡片，写“谢谢你”", "把字放大一点")
    assert card.caption_step == 1
    with pytest.raises(NotDrawable, match="字"):
        told("做一张感恩节卡片，写“谢谢你”", *["把字放大一点"] * 6)


def spans(scene: Scene) -> list[tuple[str, int, int]]:
    """From left to right, what stands there and from where to where."""
    boxes = [(one.kind, scene.layout[one.id].box) for one in scene.objects]
    return sorted(((kind, box[0], box[2]) for kind, box in boxes), key=lambda one: one[1])


def gaps(scene: Scene) -> list[int]:
    return [after[1] - before[2] for before, after in itertools.pairwise(spans(scene))]


THREE = "一只猫、一只狗和一只兔子在草地上"


@pytest.mark.parametrize(
    ("start", "wish"), [(THREE, "让它们排成一排"), ("a cow, a pig and a hen", "line them up")]
)
def test_a_row_stands_on_one_line(start: str, wish: str) -> None:
    scene = told(start, wish)
    assert len({scene.layout[one.id].box[3] for one in scene.objects}) == 1
    assert all(gap >= 0 for gap in gaps(scene))


@pytest.mark.parametrize(
    ("closer", "apart"), [("靠近一点", "分开一点"), ("move them closer together", "spread them out")]
)
def test_closer_and_apart(closer: str, apart: str) -> None:
    row = told(THREE, "排成一排")
    near = told(THREE, "排成一排", closer)
    assert sum(gaps(near)) < sum(gaps(row))
    assert all(gap >= -1 for gap in gaps(near))
    far = told(THREE, "排成一排", closer, apart)
    assert sum(gaps(far)) > sum(gaps(near))


@pytest.mark.parametrize("wish", ["让它们背对背", "stand back to back"])
def test_turned_from_each_other_and_back(wish: str) -> None:
    scene = told("a cow and a pig", wish)
    first, second = (
        scene.layout[one.id] for one in sorted(scene.objects, key=lambda o: scene.layout[o.id].x)
    )
    assert (first.flip, second.flip) == (False, True)


def test_one_goes_nearer_to_another() -> None:
    before, after = told(THREE, "排成一排"), told(THREE, "排成一排", "让猫靠近兔子")

    def apart(scene: Scene) -> float:
        x = {one.kind: scene.layout[one.id].x for one in scene.objects}
        return abs(x["cat"] - x["rabbit"])

    assert apart(after) < apart(before)


@pytest.mark.parametrize(
    ("wish", "wider", "higher"),
    [
        ("胖一点", True, False), ("瘦一点", False, False), ("高一点", False, True), ("太矮了", False, True),
        ("make him a bit fatter", True, False), ("make the boy taller", False, True),
    ],
)  # fmt: skip
def test_shapes_of_bodies(wish: str, wider: bool, higher: bool) -> None:
    before, after = told("一个男孩", "戴一顶帽子"), told("一个男孩", "戴一顶帽子", wish)
    left, top, right, bottom = before.layout["o1"].box
    now = after.layout["o1"].box
    assert (now[2] - now[0] > 1.2 * (right - left)) is wider
    assert (now[3] - now[1] > 1.24 * (bottom - top)) is higher
    assert now[3] == bottom


def test_who_is_not_there_is_not_drawn_to_be_made_thinner() -> None:
    with pytest.raises(NotDrawable, match="狗"):
        told("一只猫", "狗瘦一点")


@pytest.mark.parametrize(
    "wish", ["square please", "竖版的", "make it portrait", "wallpaper size for my phone"]
)
def test_words_for_the_shape_draw_nothing(wish: str) -> None:
    scene = told("a red car")
    reframed = edit_scene(wish, [scene], ratio="2:3", seed=4, language=language_of(wish)).scene
    assert [one.kind for one in reframed.objects] == ["car"]
    with pytest.raises(NotDrawable):
        edit_scene(wish, [scene], ratio="1:1", seed=4, language=language_of(wish))


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["three balloons and a cake", "remove the balloons"], ["cake"]),
        (["a snowman and a fox", "only the snowman, the fox should go"], ["snowman"]),
        (["a lighthouse", "bring a ship in from the right"], ["lighthouse", "ship"]),
        (["two hamsters", "the left one brown"], ["brown hamster", "hamster"]),
        (["two cats", "make them red"], ["red cat", "red cat"]),
        (["a cactus in a pot on a shelf"], ["cactus", "flower-pot", "shelf"]),
    ],
)
def test_more_of_what_people_say(turns: list[str], expected: list[str]) -> None:
    assert shown(told(*turns)) == expected


def test_what_lies_in_a_bowl_is_them() -> None:
    scene = told("a bowl of strawberries", "replace them with cherries")
    assert {one.kind for one in scene.objects} == {"bowl", "cherries"}


def test_a_storm_passes() -> None:
    assert told("a lighthouse", "stormy weather", "calm again").env.weather == "clear"


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["一只猴子在树上", "不要树了"], ["monkey"]),
        (["a cat on a sofa", "remove the sofa"], ["cat"]),
        (["熊妈妈和熊宝宝在森林里"], ["large bear", "small bear"]),
    ],
)
def test_who_is_on_what_goes_away_stays(turns: list[str], expected: list[str]) -> None:
    assert shown(told(*turns)) == expected
