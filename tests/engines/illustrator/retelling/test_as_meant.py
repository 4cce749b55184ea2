"""What people mean by what they say in short: told by the answers."""

from __future__ import annotations

from itertools import pairwise

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a birthday cake on a table => add five candles", "Changed: birthday cake – without candle. Added: candles × 5 – on the birthday cake"),
        ("a cake on a table => add three candles", "Added: candles × 3 – on the cake"),
        ("a cow in a field => put some mountains behind", "Now: mountains"),
        ("两个小孩在草地上 => 后面加几棵树", "加了：树 × 3——在小孩后面"),
        ("一辆公交车停在路边 => 后面加几栋高楼", "加了：高楼 × 3"),
        ("a boy fishing => he catches a big fish", "Added: fish – large, on the fishing rod"),
        ("一个老爷爷在钓鱼 => 水里有条鱼上钩了", "加了：鱼——在鱼竿上面"),
        ("a horse and a cart => fill the cart with hay", "Added: hay – in the cart"),
        ("一个男人坐在沙发上 => 他手里拿杯啤酒", "加了：啤酒——由男人拿着"),
        ("客厅 => 墙上挂两张风景画", "加了：风景画 × 2——挂在墙上"),
        ("一个小男孩过生日，面前有个蛋糕 => 身后加些彩色气球", "加了：气球——红色、在小男孩后面；气球——黄色、在小男孩后面；气球——蓝色、在小男孩后面"),
        ("a pirate ship at sea => add two pirates on deck", "Added: pirates × 2 – on the pirate ship"),
        ("海上有一艘帆船 => 甲板上站一个水手", "加了：水手——站着、在帆船上面"),
        ("a ship at sea => add a flag with a skull", "Added: pirate flag"),
        ("a supermarket with a woman pushing a cart => fill her cart with grapes", "Added: grapes – in the shopping cart"),
        ("a supermarket => put a sale sign on the wall", "Added: sign – says “SALE”, hung on the wall"),
        ("一个男孩 => 加个老师在旁边吹哨子", "加了：老师——哨子、在男孩旁边"),
        ("a man and a woman on a street => put a small dog on a leash beside them", "Added: dog – small, beside the woman; leash – held by the woman"),
        ("three kids running => the last one falls down", "Changed: right kid – lying"),
        ("a girl in a red dress => make her dress yellow with white polka dots", "Changed: dress – yellow, spotted, white"),
        ("a room with a sofa => put a cat under the sofa", "Changed: sofa – on higher legs. Added: cat – lying, below the sofa"),
    ],
)  # fmt: skip
def test_it_is_done_as_it_was_meant(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert answer.told == told


@pytest.mark.parametrize(
    ("talked", "says", "at"),
    [
        ("a teacher in front of a blackboard => write 2+2=4 on it", "2+2=4", ""),
        ("一块黑板 => 上面写2+2=4", "2+2=4", ""),
        ("a birthday cake on a table => write Happy Birthday above it", "", "top"),
        ("一个生日蛋糕 => 蛋糕上方写生日快乐", "", "top"),
        ("一个生日蛋糕 => 蛋糕上写生日快乐", "生日快乐", ""),
    ],
)
def test_words_are_where_they_were_asked_for(talked: str, says: str, at: str) -> None:
    scene = talk(talked)[0].scene
    assert [one.says for one in scene.objects if one.says] == ([says] if says else [])
    assert (scene.caption_at, scene.caption is not None) == (at, bool(at))


@pytest.mark.parametrize(
    ("talked", "ends"),
    [
        ("a boy and a dog => add a tree on each side", {"boy", "dog"}),
        ("a birthday cake on a table => add a balloon on each side", {"dining-table"}),
        ("两个小孩 => 两边各放一个气球", {"child"}),
    ],
)
def test_one_at_each_side_is_at_the_side_of_all_who_are_there(talked: str, ends: set[str]) -> None:
    scene = talk(talked)[0].scene
    new = [one.rel for one in scene.objects[-2:] if one.rel is not None]
    assert sorted(rel.type for rel in new) == ["left", "right"]
    assert {one.kind for rel in new if (one := scene.thing(rel.to)) is not None} == ends


def test_a_mane_has_no_colour_of_its_own() -> None:
    (answer,) = talk("a horse in a field => make the horse brown with a white mane")
    assert answer.told == "Changed: horse – brown"
    assert any("mane" in note for note in answer.notes)


def test_who_runs_at_the_back_is_not_who_runs_in_front() -> None:
    first, last = talk("操场上几个孩子在跑步 => 最前面的穿红衣服 => 后面那个摔倒了")
    red = [one.id for one in first.scene.objects if one.colour == "red"]
    lying = [one.id for one in last.scene.objects if one.pose == "lie"]
    assert len(red) == len(lying) == 1
    assert red != lying


def test_houses_far_away_stand_side_by_side() -> None:
    scene = talk("一辆公交车停在路边 => 后面加几栋高楼")[0].scene
    spans = sorted(scene.layout[one.id].box[::2] for one in scene.objects if one.size == "far")
    assert len(spans) == 3
    assert all(before[1] - after[0] <= 0.3 * (after[1] - after[0]) for before, after in pairwise(spans))


def test_a_dog_that_is_walked_has_one_leash() -> None:
    scene = first_picture("a woman walking a dog on a leash")
    assert sorted(one.kind for one in scene.objects) == ["dog", "leash", "woman"]


def test_a_hat_that_the_drawing_has_is_no_second_one() -> None:
    scene = talk("a scarecrow in a field => a crow on the scarecrow's hat")[0].scene
    assert [one.kind for one in scene.objects] == ["scarecrow", "crow"]


@pytest.mark.parametrize("wish", ["一个老人坐在码头上钓鱼", "an old man fishing on a pier"])
def test_a_pier_is_before_the_water(wish: str) -> None:
    scene = first_picture(wish)
    pier = next(one for one in scene.objects if one.kind == "pier")
    on = [one.kind for one in scene.objects if one.rel is not None and one.rel.to == pier.id]
    assert on == ["old-man"]
    assert scene.layout[pier.id].box[1] > 0


def test_it_does_not_rain_after_the_rain() -> None:
    assert first_picture("雨后的小镇，天上有彩虹").env.weather == "clear"
    assert first_picture("a park after the rain with a rainbow").env.weather == "clear"


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("a cozy cabin in the snow with smoke from the chimney", ["smoking-cottage"]),
        ("一座小木屋，烟囱冒着烟", ["smoking-cottage"]),
        ("an elephant spraying water on a zebra", ["elephant", "water-jet", "zebra"]),
        (
            "夜晚的城市，高楼亮着灯，街上有车",
            ["car", "office-building", "office-building", "office-building"],
        ),
    ],
)
def test_a_first_picture_shows_what_was_told_and_no_more(wish: str, kinds: list[str]) -> None:
    assert sorted(one.kind for one in first_picture(wish).objects) == kinds


def test_all_sit_at_the_table_of_the_hot_pot() -> None:
    scene = first_picture("一家人围着火锅吃饭")
    table = next(one for one in scene.objects if one.kind == "dining-table")
    people = [one for one in scene.objects if one.kind in ("man", "woman", "girl", "boy")]
    assert len(people) == 4
    assert all(one.rel is not None and (one.rel.type, one.rel.to) == ("behind", table.id) for one in people)


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("外婆在包饺子 => 外孙女在旁边帮忙", "加了：外孙女——在桌子后面。移动了：外婆——往左"),
        ("奶奶在包饺子 => 小孙子在旁边看着", "加了：小孙子——在桌子后面。移动了：奶奶——往左"),
        ("妈妈和女儿在公园 => 女儿在旁边跳舞", "改了：女儿——跳舞"),
        ("a man in a park => add two people watching him", "Added: people × 2"),
    ],
)
def test_who_is_not_there_comes_and_who_is_there_does_so(talked: str, told: str) -> None:
    assert talk(talked)[0].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("三只小熊站在房子前面 => 最右边那只举起手来", "改了：右边的小熊——举手"),
        ("一只橘猫趴在窗台上 => 窗外加几只小鸟", "加了：小鸟 × 3——在窗外"),
        ("a nurse => change her scrubs from whatever they are to purple", "Changed: nurse – purple"),
        ("a farmer in a field => dark clouds and lightning", "Now: storm"),
        ("草地上一头牛 => 乌云和闪电", "现在：暴风雨"),
        ("a horse on a meadow => move it all in the forest", "Now: forest"),
    ],
)
def test_it_is_not_refused_for_an_untrue_reason(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert (answer.told, answer.notes) == (told, ())


def test_one_thing_asked_twice_is_done() -> None:
    (answer,) = talk("a street in the rain => stop the rain and make it sunny")
    assert (answer.told, answer.notes) == ("Now: sunny", ())


def test_words_told_by_their_capitals_are_written() -> None:
    candles = first_picture("a birthday cake with five candles and the words Happy Birthday Emma")
    assert [one.says for one in candles.objects if one.says] == ["Happy Birthday Emma"]
    cake = first_picture("a cake with the words Happy Birthday")
    assert [one.says for one in cake.objects] == ["Happy Birthday"]


def test_a_pig_as_broad_as_can_be_gets_fatter_by_being_lower() -> None:
    before = first_picture("三只小猪站在砖房子前面")
    after = changed(before, "中间那只胖一点").scene
    (pig,) = (one.id for one in after.objects if one.girth)
    (wide, high), (was_wide, was_high) = (
        (box[2] - box[0], box[3] - box[1]) for box in (after.layout[pig].box, before.layout[pig].box)
    )
    assert wide / high > 1.1 * was_wide / was_high


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个男人和一个女人 => 女的头发改成短发", "短发"),
        ("一列火车 => 火车改成绿皮的", "绿色"),
        ("一碗面条 => 加个卤蛋", "卤蛋"),
        ("一列高铁穿过油菜花田 => 远处加座雪山", "远山"),
    ],
)
def test_short_names_of_people_paints_and_food_are_known(talked: str, told: str) -> None:
    assert told in talk(talked)[0].told


def test_where_a_dish_comes_from_is_not_left_out() -> None:
    assert not compose_scene("一碗重庆小面", ratio="1:1", seed=3, language="zh").left_out


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个长头发的女孩 => 头发剪短", "短发"),
        ("一只小狗 => 小狗改成黑白花的", "白色"),
        ("公主站在城堡前面，旁边有条绿色的小龙 => 龙改成紫色的，喷点火", "火舌"),
        ("一碗牛肉面,上面有个荷包蛋和葱花 => 旁边放双筷子", "在牛肉面旁边"),
        ("街上有个摊子 => 摊子前面站两个排队的人", "人 × 2"),
        ("a dragon in front of a castle => make the dragon green and a bit smaller", "green, smaller"),
        ("a cat => make the cat ginger", "orange"),
        (
            "a plate of spaghetti and a glass of red wine => make it white wine",
            "glass of white wine – instead of",
        ),
        ("a man in a blue suit => take off his tie", "part of the drawing of the suit"),
    ],
)
def test_common_words_for_common_changes_are_known(talked: str, told: str) -> None:
    assert told in talk(talked)[-1].told


def test_words_on_the_wall_hang_nothing_there() -> None:
    (_, written) = talk(
        "an office with a woman at a desk => put a plant in the corner => write MONDAY on the wall"
    )
    assert "plant" not in written.told
    assert written.scene.caption == "MONDAY"


def test_a_name_is_as_loud_as_the_one_whose_place_it_takes() -> None:
    (answer,) = talk("a birthday card with a bear and the words HAPPY BIRTHDAY TOM => change Tom to Emma")
    assert answer.scene.caption == "HAPPY BIRTHDAY EMMA"


def test_he_is_the_wolf_where_there_is_only_a_girl() -> None:
    answers = talk(
        "a girl and a wolf in the forest => make the wolf bigger => give her a scarf => put a hat on him"
    )
    scene = answers[-1].scene
    kinds = {one.id: one.kind for one in scene.objects}
    assert [kinds[one.rel.to] for one in scene.objects if one.kind == "hat" and one.rel is not None] == [
        "wolf"
    ]


@pytest.mark.parametrize("edit", ["左边那只给它戴个蝴蝶结", "给左边那只戴个蝴蝶结"])
def test_who_is_told_and_told_again_stays_where_it_is(edit: str) -> None:
    before = first_picture("两只小兔子在草地上吃胡萝卜，一只白的一只灰的")
    answer = changed(before, edit)
    rabbits = [one.id for one in before.objects if one.kind.startswith("rabbit")]
    assert len(rabbits) == 2
    assert all(answer.scene.layout[key].box == before.layout[key].box for key in rabbits)
    assert "蝴蝶结" in answer.told


@pytest.mark.parametrize(
    ("wish", "edit", "right"),
    [
        ("一头奶牛", "牛转过去朝左边看", False),
        ("一头奶牛", "牛转过去朝右边看", True),
        ("a cow", "make the cow turn around and look to the left", False),
        ("a cow", "make the cow turn around and face right", True),
    ],
)
def test_who_turns_looks_to_the_side_that_is_told(wish: str, edit: str, right: bool) -> None:
    before = first_picture(wish)
    (cow,) = before.objects
    assert not before.layout[cow.id].flip
    assert changed(before, edit).scene.layout[cow.id].flip == right
