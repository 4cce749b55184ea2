from __future__ import annotations

import pytest

from paintover.engines.illustrator.edit import compose_scene, edit_scene
from paintover.engines.illustrator.layout import arrange
from paintover.engines.illustrator.scene import Scene


def compose(wish: str) -> Scene:
    language = "zh" if not wish.isascii() else "en"
    made = compose_scene(wish, ratio="1:1", seed=3, language=language)  # type: ignore[arg-type]
    assert made.notes == ()
    return arrange(made.scene)


def edit(scene: Scene, wish: str) -> Scene:
    language = "zh" if not wish.isascii() else "en"
    made = edit_scene(wish, [scene], ratio="1:1", seed=3, language=language)  # type: ignore[arg-type]
    return arrange(made.scene, former=made.former)


def told(scene: Scene) -> list[str]:
    found = []
    for one in scene.objects:
        rel = "" if one.rel is None else f" {one.rel.type} {one.rel.to}.{one.rel.part or ''}"
        found.append(f"{one.kind}{f'~{one.pose}' if one.pose else ''}{rel}")
    return found


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("a panda eating bamboo", ["panda~eat", "bamboo hold o1.hand"]),
        ("吃竹子的熊猫", ["bamboo hold o1.hand", "panda~eat"]),
        ("小朋友吃西瓜", ["child~eat", "watermelon hold o1.hand"]),
        ("爷爷喝茶", ["old-man~drink", "tea hold o1.hand"]),
        ("a girl reading a book", ["girl~read", "book hold o1.hand"]),
        ("a man playing guitar", ["man~strum", "guitar hold o1.hand"]),
        ("爷爷拉二胡", ["old-man~erhu", "erhu hold o1.hand"]),
        ("女孩弹钢琴", ["girl~keys", "piano beside o1."]),
        ("a boy kicking a ball", ["boy~kick", "ball hold o1.foot"]),
        ("a girl holding an umbrella", ["girl~shade", "umbrella hold o1.hand"]),
        ("a boy riding a horse", ["horse", "boy~ride on o1.back"]),
        ("a man driving a red car", ["car", "man on o1."]),
        ("爷爷在河边钓鱼", ["old-man~fish", "fishing-rod hold o1.hand"]),
        ("小女孩放风筝", ["girl~lift", "kite hold o1.hand"]),
        ("a woman cooking", ["woman~cook", "frying-pan hold o1.hand"]),
        ("小猫吃鱼", ["cat~eat", "fish hold o1.hand"]),
    ],
)
def test_deeds_are_seen(wish: str, shown: list[str]) -> None:
    assert sorted(told(compose(wish))) == sorted(shown)


def test_a_pose_goes_with_its_reason() -> None:
    scene = compose("a girl")
    scene = edit(scene, "give her an umbrella")
    assert told(scene) == ["girl~shade", "umbrella hold o1.hand"]
    scene = edit(scene, "remove the umbrella")
    assert told(scene) == ["girl"]
    assert told(edit(scene, "让她吃香蕉")) == ["girl~eat", "banana hold o1.hand"]


def test_what_is_told_is_kept_beside_what_is_held() -> None:
    assert told(compose("a boy running with a flag"))[0] == "boy~run"


@pytest.mark.parametrize(
    ("wish", "worn"),
    [
        ("a man in a suit", "suit wear o1.neck"),
        ("a cat in a raincoat", "raincoat wear o1.neck"),
        ("穿汉服的女孩", "hanfu wear o1.neck"),
        ("红裙子的女孩", "dress wear o1.neck"),
        ("围着红围巾的女孩", "scarf wear o1.neck"),
        ("双马尾的女孩", "pigtails wear o1.head"),
        ("金发女孩", "hair wear o1.head"),
        ("a woman with long black hair", "long-hair wear o1.head"),
        ("a blonde boy", "hair wear o1.head"),
        ("戴红领巾的男孩", "neckerchief wear o1.neck"),
    ],
)
def test_clothes_and_hair_are_worn(wish: str, worn: str) -> None:
    assert told(compose(wish))[1] == worn
