"""Chinese first wishes: those who are told one by one, heads in windows, and deeds that a whole scene shows."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene


def told(wish: str) -> list[str]:
    """Every thing of the picture with its pose and what it stands to, and what is said of it."""
    done = compose_scene(wish, ratio="1:1", seed=3, language="zh")
    kinds = {one.id: one.kind for one in done.scene.objects}
    found = []
    for one in done.scene.objects:
        if one.rel is not None and one.rel.type == "wear":
            continue
        said = "/".join(word for word in (one.kind, one.pose) if word)
        found.append(f"{said} {one.rel.type} {kinds[one.rel.to]}" if one.rel is not None else said)
    return [*sorted(found), *done.notes]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("两个宠物，猫和狗", ["cat", "dog"]),
        ("画两只宠物，一只橘猫和一只白狗", ["cat", "dog"]),
        ("两只宠物，猫和狗，在沙发上", ["cat on couch", "couch", "dog on couch"]),
        ("三个人在海边，爸爸妈妈和儿子", ["boy", "man", "woman"]),
        ("一家三口，爸爸妈妈和女儿", ["girl", "man", "woman"]),
        ("三种水果，苹果香蕉和葡萄", ["apple", "banana", "grapes"]),
        ("两个小朋友在堆雪人，旁边一只小狗", ["child/reach beside snowman"] * 2 + ["dog beside child", "snowman"]),
        ("长颈鹿从窗户探进头来", ["bay-window", "giraffe inside bay-window"]),
        ("邻居从窗户探出头", ["house", "man inside house"]),
        ("消防员救树上的小猫", ["cat on tree", "firefighter/stand on ladder", "ladder front tree", "tree"]),
        ("警察抓小偷", ["money hold thief", "police-officer/run right thief", "thief/run"]),
        ("新郎新娘在教堂结婚", ["bride/hands hold groom", "groom/hands"]),
        ("船长站在大船上", ["captain/stand"]),
        ("公交车司机和一个老奶奶", ["driver", "old-woman"]),
        ("妈妈在吃煎饼", ["pancakes hold woman", "woman/plate"]),
        ("大叔坐在小桌子旁吃面", ["dining-table", "man/dine behind dining-table", "noodles hold man"]),
        ("爸爸骑自行车带女儿去上学", ["bicycle", "girl/ride on bicycle", "man/ride on bicycle"]),
        ("两个小孩在水坑里踩水", ["child/jump on water-puddle"] * 2 + ["water-puddle"]),
        ("弟弟在玩遥控车", ["boy/sit", "toy-car front boy"]),
        ("医生用听诊器听小熊的心跳", ["bear", "doctor/hold beside bear", "stethoscope hold doctor"]),
        ("弟弟趴在地毯上看书", ["book hold boy", "boy/prone on rug", "rug"]),
        ("老鹰抓小鸡游戏", ["child/run"] * 3),
        ("小女孩给小鸟包扎伤口", ["bandage hold girl", "bird/stand", "girl/hold"]),
        ("校车司机开着校车，里面坐着小朋友", ["child inside school-bus", "driver inside school-bus", "school-bus"]),
        ("一家三口在公园放风筝", ["boy", "kite hold man", "man/lift", "woman beside boy"]),
        ("消防员用水枪灭火", ["fire/blaze on house", "firefighter/hose beside house", "garden-hose hold firefighter", "house"]),
        ("爸爸在雪地里推车", ["car beside man", "man/push"]),
        ("妈妈下班回家，孩子扑过去抱她", ["child hold woman", "house behind woman", "woman/cradle"]),
        ("熊大熊二和光头强", ["bear", "bear", "man-bald"]),
    ],
)  # fmt: skip
def test_nobody_more_comes_and_nothing_is_missed(wish: str, expected: list[str]) -> None:
    assert told(wish) == expected
