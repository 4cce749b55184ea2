"""Spoken Chinese that says a thing the other way about."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.roundabout import told_as_written, told_straight
from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("桥上跑过去一个小孩", "桥上来一个跑着的小孩"),
        ("桥上走着一个撑伞的姑娘", "桥上来一个撑伞的姑娘"),
        ("树下窜出来一只松鼠", "树下来一只跑着的松鼠"),
        ("地上扔个油桶", "地上放个油桶"),
        ("苹果搁书上", "苹果放在书上"),
        ("沙发别太靠左", "沙发往右移一点"),
        ("电视别挂那么高", "电视往下移一点"),
        ("头发别那么长", "头发短一点"),
        ("别笑那么开心", "别笑了"),
        ("衣服都换成蓝的，中间那个别换", "除了中间那个，都换成蓝的衣服"),
        ("都戴上帽子，狗不用戴", "除了狗，都戴上帽子"),
        ("天边红红的", "天空变成红色"),
        ("把画往下移一点", "把那幅画往下移一点"),
        ("一只睡着，一只坐着", "一只在睡觉，一只坐着"),
        ("树后头有只猫", "树后面有只猫"),
        ("孙女跑过去搂爷爷脖子", "孙女抱着爷爷"),
        ("来个交警，举着手", "来个交警，举手"),
        ("服务员端着菜走过来", "服务员端着一盘菜"),
        ("女孩头上别着发卡", "女孩头上戴着发卡"),
        ("护士姐姐笑了", "护士笑了"),
        ("小熊戴个小红帽", "小熊戴个红色帽子"),
        ("桌上坐俩女生", "桌旁边坐着俩女生"),
        ("筐里装上鸡蛋", "筐里放鸡蛋"),
        ("脚边搁个鸟笼", "地上放个鸟笼"),
        ("床上放个小熊", "床上放个玩具熊"),
        ("船上有人敲鼓", "船上有个人敲鼓"),
        ("球给右边那只", "把球给右边那只"),
    ],
)
def test_it_is_told_straight(said: str, told: str) -> None:
    assert told_straight(said) == told


@pytest.mark.parametrize(
    "said",
    [
        "狼别那么大",
        "跑步的小孩",
        "船搁浅了",
        "天边有几朵云",
        "把门关上",
        "头上戴朵花",
        "女孩跑过去",
        "小红帽和大灰狼",
        "桌上坐只猫",
        "你别着急",
        "护士和姐姐",
    ],
)
def test_what_is_straight_stays(said: str) -> None:
    assert told_straight(said) == said


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("灯笼上写个“福”字", "灯笼上写着“福”"),
        ("墙上贴张“加油”", "墙上挂一条写着“加油”的横幅"),
        ("门上贴个“福”字", "门上贴个福字"),
        ("图上写个“福”字", "图上写个“福”字"),
    ],
)
def test_words_are_on_what_is_told(said: str, told: str) -> None:
    assert told_as_written(said) == told


def test_whoever_comes_is_beside_who_is_there() -> None:
    (answer,) = talk("一座石桥，一个姑娘 => 桥上跑过去一个小孩")
    assert [one.kind for one in answer.scene.objects if one.kind in ("girl", "child")] == ["girl", "child"]
    assert [one.pose for one in answer.scene.objects][-1] == "run"


def test_a_red_horizon_paints_no_dog() -> None:
    (answer,) = talk("草地上一条黄狗 => 变成傍晚，天边红红的")
    (dog,) = answer.scene.objects
    assert (dog.colour, answer.scene.env.time) == ("yellow", "sunset")


def test_the_one_who_is_left_out_keeps_their_clothes() -> None:
    (answer,) = talk("草地上三个女孩 => 都换成红裙子，左边那个除外")
    scene = answer.scene
    left = min((one for one in scene.objects if one.kind == "girl"), key=lambda one: scene.layout[one.id].x)
    worn = [one.rel.to for one in scene.objects if one.kind == "dress" and one.rel is not None]
    assert (len(worn), left.id in worn) == (2, False)


@pytest.mark.parametrize(
    ("edit", "kind"), [("来个大雪人", "snowman"), ("来把大雨伞", "umbrella"), ("加个大风筝", "kite")]
)
def test_a_large_thing_is_no_weather(edit: str, kind: str) -> None:
    (answer,) = talk(f"草地上一个女孩 => {edit}")
    assert kind in [one.kind for one in answer.scene.objects]
    assert answer.scene.env.weather == "clear"


@pytest.mark.parametrize(
    ("wish", "place", "weather"),
    [
        ("a dog under a sunny sky", "meadow", "clear"),
        ("a horse under a cloudy sky", "meadow", "cloudy"),
        ("a house under a stormy sky", "meadow", "storm"),
        ("a girl under the open sky", "meadow", "clear"),
    ],
)
def test_whoever_is_under_the_sky_is_not_in_it(wish: str, place: str, weather: str) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language="en")
    assert (composed.scene.env.place, composed.scene.env.weather, composed.notes) == (place, weather, ())
