"""What people say loosely of a picture, and what comes of it."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.backdrops import PLACES
from paintover.engines.illustrator.backdrops.inside import has_board
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.setting import homes
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.kinds import described, kinds
from paintover.engines.illustrator.retelling.loosely import companions
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import talk


def told(*turns: str) -> Scene:
    """The scene after a wish and its edits."""
    scene = arrange(compose_scene(turns[0], ratio="1:1", seed=3, language=language_of(turns[0])).scene)
    for turn in turns[1:]:
        done = edit_scene(turn, [scene], ratio="1:1", seed=4, language=language_of(turn))
        scene = arrange(done.scene, former=done.former)
    return scene


def shown(scene: Scene) -> list[str]:
    return sorted(f"{thing.colour} {thing.kind}" if thing.colour else thing.kind for thing in scene.objects)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["画一只猫和一只狗坐在沙发上", "左边的去掉"], ["couch", "dog"]),
        (["画一只猫和一只狗坐在沙发上", "左边的去掉", "给剩下的那只戴个帽子"], ["couch", "dog", "hat"]),
        (["a white house", "now add a bicycle leaning against the house"], ["bicycle", "white house"]),
        (["下雪天的小村庄", "加一个堆雪人的小孩"], ["child", "snowman"]),
        (["两个孩子在堆雪人"], ["child", "child", "snowman"]),
        (
            ["老师和两个学生在教室里", "再加一个学生"],
            [*["backpack"] * 3, *["pupil"] * 3, *["school-uniform"] * 3, "teacher"],
        ),
        (["画一个可爱的小熊", "给它戴个蝴蝶结", "换成紫色的小熊"], ["hair-bow", "purple bear"]),
        (["a cat and a dog", "make it a horse"], ["cat", "horse"]),
        (["一只猫", "再来一只", "再来一只狗", "都去掉，只留狗"], ["dog"]),
        (["a bear, a rabbit and a fox", "just the bear"], ["bear"]),
        (["a bear, a rabbit and a fox", "just the bear, no rabbit"], ["bear"]),
        (["a chef in a kitchen", "put a pot on the stove"], ["cook", "pot", "stove"]),
        (["a cozy living room", "put a cat on the sofa"], ["cat", "couch"]),
    ],
)
def test_an_edit_said_loosely_is_done(turns: list[str], expected: list[str]) -> None:
    assert shown(told(*turns)) == expected


def test_a_cuter_picture_smiles_and_a_prettier_one_is_more_vivid() -> None:
    assert [thing.mood for thing in told("a cat", "make it cuter").objects] == ["happy"]
    assert told("画一座城堡", "好看一点").grade == ("vivid",)
    assert shown(told("画一座城堡", "好看一点")) == ["castle", "flower", "flower", "flower"]
    assert shown(told("a sofa in the living room", "prettier")) == ["couch"]


@pytest.mark.parametrize("wish", ["换个姿势", "different pose", "change its pose"])
def test_another_pose_is_one_that_it_is_not_in(wish: str) -> None:
    (before,), (after,) = told("a cat").objects, told("a cat", wish).objects
    assert after.pose not in (None, before.pose)
    (again,) = told("a cat", wish, wish).objects
    assert again.pose not in (None, after.pose)


@pytest.mark.parametrize("wish", ["太空了，多加点东西", "too empty", "add more details", "丰富一点"])
def test_an_empty_picture_gets_company_and_stays_where_it_is(wish: str) -> None:
    scene = told("画一座城堡", wish)
    assert scene.env.place == "meadow"
    assert {"tree", "butterfly", "tulip"} & {thing.kind for thing in scene.objects}
    assert len([thing for thing in scene.objects if thing.kind == "castle"]) == 1


def test_snow_lies_when_it_stops_falling() -> None:
    scene = told("下雪天的小村庄", "雪停了，出太阳")
    assert (scene.env.place, scene.env.weather, scene.env.season) == ("village", "clear", "winter")


def test_furniture_that_comes_along_is_named_and_nobody_living_does() -> None:
    room = told("a cozy living room")
    done = edit_scene("put a cat on the sofa", [room], ratio="1:1", seed=4, language="en")
    assert done.notes == ("There was no “sofa”, so one was added, too",)
    with pytest.raises(NotDrawable, match="no horse"):
        edit_scene("put a hat on the horse", [room], ratio="1:1", seed=4, language="en")


@pytest.mark.parametrize(
    ("wish", "place", "time"),
    [
        ("画一座雪山", "mountains", "day"),
        ("画一片大海", "sea", "day"),
        ("画一座城市", "street", "day"),
        ("雪山和湖", "lake", "day"),
        ("烟花", "meadow", "night"),
        ("northern lights over a village", "village", "night"),
        ("除夕，一家人", "village", "night"),
        ("a chef", "kitchen", "day"),
        ("一个老师和一只猫", "classroom", "day"),
        ("a singer", "stage", "day"),
        ("an astronaut on the moon", "moon", "day"),
        ("a camel", "desert", "day"),
        ("a chef on the beach", "beach", "day"),
    ],
)
def test_a_picture_plays_where_and_when_such_things_are(wish: str, place: str, time: str) -> None:
    env = told(wish).env
    assert (env.place, env.time) == (place, time)


def test_mountains_stand_behind_a_place_that_is_named_with_them() -> None:
    assert told("雪山和湖").env.scenery.peaks == 1
    assert told("a mountain behind a lake").env.scenery.peaks == 1
    assert told("a lake").env.scenery.peaks == 0
    assert shown(told("a bear on a mountain by a lake")) == ["bear", "mountain"]


def test_who_keeps_company_and_who_is_at_home_can_be_drawn() -> None:
    assert set(companions()) <= set(PLACES)
    assert {kind for found in companions().values() for kind in found} <= set(kinds())
    assert set(homes()) <= set(described())
    assert set(homes().values()) <= set(PLACES)


def test_the_earth_hangs_over_the_moon_once() -> None:
    assert told("an astronaut on the moon").env.luminary
    assert not told("an astronaut on the moon", "add the earth in the background").env.luminary


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ("everything except the cat is blue", ["blue dog", "blue rabbit", "cat"]),
        ("make everything blue except the cat", ["blue dog", "blue rabbit", "cat"]),
        ("all but the dog should be red", ["dog", "red cat", "red rabbit"]),
        ("除了猫都变成蓝色", ["blue dog", "blue rabbit", "cat"]),
        ("都变成红色，除了兔子", ["rabbit", "red cat", "red dog"]),
        ("猫以外的都变成黄色", ["cat", "yellow dog", "yellow rabbit"]),
        ("give everyone a hat except the rabbit", ["cat", "dog", "hat", "hat", "rabbit"]),
        ("everything except the cat should disappear", ["cat"]),
        ("remove everything except the cat", ["cat"]),
    ],
)
def test_what_is_excepted_stays_and_all_others_change(edit: str, expected: list[str]) -> None:
    assert shown(told("a dog, a cat and a rabbit in a meadow", edit)) == expected


@pytest.mark.parametrize("edit", ["everyone sleeps except the dog", "除了狗其他都睡着了"])
def test_what_all_but_one_do(edit: str) -> None:
    scene = told("a dog, a cat and a rabbit in a meadow", edit)
    assert {one.kind: one.pose for one in scene.objects} == {"dog": None, "cat": "sleep", "rabbit": "sleep"}


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["three cats", "only one is black"], ["black cat", "cat", "cat"]),
        (["three cats", "only two are black"], ["black cat", "black cat", "cat"]),
        (["三只猫", "只有一只是黑色的"], ["black cat", "cat", "cat"]),
        (["three cats, only one is black"], ["black cat", "cat", "cat"]),
        (["三只猫，只有一只是黑色的"], ["black cat", "cat", "cat"]),
        (["three frogs, only one is green"], ["brown frog", "brown frog", "green frog"]),
        (["三只青蛙", "只有一只是绿色的"], ["brown frog", "brown frog", "green frog"]),
        (["three dogs, only one wears a hat"], ["dog", "dog", "dog", "hat"]),
        (["three cats", "only one cat"], ["cat"]),
    ],
)
def test_only_one_is_so_and_nobody_goes(turns: list[str], expected: list[str]) -> None:
    assert shown(told(*turns)) == expected


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ("make the sky darker", ("meadow", "day", "cloudy", "")),
        ("darker sky", ("meadow", "day", "cloudy", "")),
        ("make the sky dark", ("meadow", "day", "cloudy", "dark-grey")),
        ("天空暗一点", ("meadow", "day", "cloudy", "")),
        ("gloomier sky", ("meadow", "day", "cloudy", "")),
        ("气氛阴沉一点", ("meadow", "day", "cloudy", "")),
        ("a starry sky", ("meadow", "night", "clear", "")),
        ("make the sky pink", ("meadow", "day", "clear", "pink")),
    ],
)
def test_a_sky_is_made_darker_and_stays_a_sky(edit: str, expected: tuple[str, ...]) -> None:
    env = told("a dog on a meadow", edit).env
    assert (env.place, env.time, env.weather, env.scenery.sky) == expected


def test_a_dark_sky_clears_up_and_a_place_is_lit() -> None:
    assert told("a dog on a meadow", "天空暗一点", "天再亮一点").env.weather == "clear"
    assert told("a dog on a meadow", "make the grass darker").env.scenery.ground == "dark-green"
    assert told("a fox in a forest", "make the forest darker").grade == ("darker",)
    assert told("一只狐狸在森林里", "森林亮一点").grade == ("brighter",)
    with pytest.raises(NotDrawable, match="no sky"):
        told("a dog in a room", "make the sky dark")


def test_a_sky_that_is_told_alone_is_over_something() -> None:
    assert (shown(scene := told("a red sky")), scene.env.scenery.sky) == ([], "red")


@pytest.mark.parametrize("edit", ["add three gulls in the sky", "天上加三只海鸥", "在天上加三只海鸥"])
def test_birds_that_come_into_the_sky_fly(edit: str) -> None:
    assert [one.pose for one in told("a dog on the beach", edit).objects] == [None, "fly", "fly", "fly"]


def test_birds_that_are_in_the_sky_of_a_new_picture_fly() -> None:
    scene = told("a dog on the beach, gulls in the sky")
    assert {one.pose for one in scene.objects if one.kind == "seagull"} == {"fly"}
    assert {one.pose for one in told("a gull on the beach").objects} == {None}


@pytest.mark.parametrize("edit", ["除了中间的都变成绿色", "make all of them green except the middle one"])
def test_the_middle_one_is_excepted(edit: str) -> None:
    scene = told("三辆车在街上", edit)
    by_place = sorted(scene.objects, key=lambda one: scene.layout[one.id].x)
    assert [one.colour for one in by_place] == ["green", None, "green"]


@pytest.mark.parametrize(
    "turns",
    [
        ("一家人围着桌子，桌上有生日蛋糕", "小女孩在吹蜡烛"),
        ("生日聚会，桌上有个大蛋糕，奶奶和小孙女坐在旁边", "蛋糕上插五根蜡烛", "小孙女在吹蜡烛"),
        ("a girl and a birthday cake on a table", "let the girl blow out the candles"),
        ("a cake with candles, a girl and a dog", "the girl is blowing out the candles"),
    ],
)
def test_who_blows_out_candles_that_are_there_gets_no_other_cake(turns: tuple[str, ...]) -> None:
    before, after = told(*turns[:-1]), told(*turns)
    assert shown(after) == shown(before)
    assert [one.kind for one in after.objects if one.mood == "blowing"] == ["girl"]
    assert after.layout == before.layout


@pytest.mark.parametrize(
    ("turns", "worn"),
    [
        (("a teacher and a pupil", "dress the teacher in a blue suit"), ["blue suit"]),
        (("two kids in the snow", "dress the left kid in a purple coat"), ["purple coat"]),
        (("a boy", "please dress him in red pyjamas"), ["red pyjamas"]),
    ],
)
def test_to_dress_somebody_brings_no_dress(turns: tuple[str, ...], worn: list[str]) -> None:
    before, after = shown(told(turns[0])), shown(told(*turns))
    for one in before:
        after.remove(one)
    assert after == worn


@pytest.mark.parametrize("edit", ["the teacher writes on the blackboard", "老师在黑板上写字"])
def test_who_writes_on_the_board_of_a_classroom_brings_none(edit: str) -> None:
    boards = []
    for seed in range(3):
        wish = "a teacher and two students in a classroom"
        base = arrange(compose_scene(wish, ratio="1:1", seed=seed, language="en").scene)
        after = edit_scene(edit, [base], ratio="1:1", seed=9, language=language_of(edit)).scene
        boards.append("blackboard" in shown(after))
        assert boards[-1] is not has_board(seed, base.env.scenery)
    assert sum(boards) == 1


def test_a_classroom_has_one_board() -> None:
    scene = told("a teacher writing on the blackboard in a classroom")
    assert "blackboard" in shown(scene)
    assert not has_board(scene.seed, scene.env.scenery)


@pytest.mark.parametrize(
    ("turns", "kind"),
    [
        (("医生和小朋友在诊所里", "让医生变成女的，头发是黄色的"), "woman-health-worker"),
        (("妈妈和小男孩", "妈妈戴帽子，头发是黄色的"), "woman"),
    ],
)
def test_the_looks_of_the_next_clause_are_of_whom_the_first_was_about(
    turns: tuple[str, ...], kind: str
) -> None:
    assert [one.kind for one in told(*turns).objects if one.hair == "yellow"] == [kind]


@pytest.mark.parametrize(
    "turns",
    [
        ("小女孩在放风筝", "风筝换成蝴蝶形状的"),
        ("小女孩在放蝴蝶形状的风筝",),
        ("a girl flying a kite", "make the kite butterfly-shaped"),
        ("a girl flying a kite shaped like a butterfly",),
    ],
)
def test_a_kite_like_a_butterfly_is_flown(turns: tuple[str, ...]) -> None:
    girl, kite = told(*turns).objects
    assert (girl.kind, girl.pose, kite.kind) == ("girl", "lift", "butterfly-kite")
    assert kite.rel is not None
    assert (kite.rel.type, kite.rel.to) == ("hold", girl.id)


@pytest.mark.parametrize(
    ("talked", "weather"),
    [
        ("雨中的街道 => 让雨停下来", "clear"),
        ("雨中的街道 => 把雨停了", "clear"),
        ("雨中的街道 => 雨没了", "clear"),
        ("雨中的街道 => 不下了", "clear"),
        ("下雪天一个女孩 => 让雪停下来", "clear"),
        ("下雪天一个女孩 => 雪化了", "clear"),
        ("a snowy village => stop the snow", "clear"),
        ("雷雨天，一个男孩 => 让雷雨停下来", "clear"),
        ("雷雨天，一个男孩 => 别打雷了", "rain"),
    ],
)
def test_what_falls_ends(talked: str, weather: str) -> None:
    answer = talk(talked)[-1]
    assert answer.scene.env.weather == weather
    assert all(one.pose is None for one in answer.scene.objects)


def test_snow_that_melts_leaves_none() -> None:
    lying, gone = talk("下雪天一个女孩 => 雪停了 => 雪化了")
    assert (lying.scene.env.season, gone.scene.env.season) == ("winter", "spring")


def test_less_rain_is_told_as_rain() -> None:
    assert talk("雨中的街道 => 雨小一点")[-1].told == "现在：雨——更少"
    assert talk("a snowy village => less snow")[-1].told == "Now: snow – less"
