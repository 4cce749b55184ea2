from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.layout import arrange, frame_from


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
        ("a man driving a red car", ["car", "man inside o1."]),
        ("爷爷在河边钓鱼", ["old-man~fish", "fishing-rod hold o1.hand"]),
        ("小女孩放风筝", ["girl~lift", "kite hold o1.hand"]),
        ("a woman cooking", ["stove", "woman~stir beside o1.", "spatula hold o2.hand", "wok on o1."]),
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


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("a man and a woman holding hands", ["man~hands", "woman~hands hold o1.arm"]),
        ("爸爸妈妈和女孩手拉手", ["man~hands", "woman~hands hold o1.arm", "girl~hands hold o2.arm"]),
        ("two girls hugging", ["girl~hug", "girl~hug hold o1.neck"]),
        ("妈妈抱着宝宝", ["woman~cradle", "baby hold o1.hand"]),
        ("妈妈背着宝宝", ["woman~carry", "baby~clasp on o1.back"]),
        ("爷爷牵着孙女", ["old-man~hands", "girl~hands hold o1.arm"]),
        ("a girl walking a dog", ["girl~lead", "dog beside o1.hand", "leash hold o1.hand"]),
        ("a cat on grandma's lap", ["old-woman~embrace", "cat hold o1.hand"]),
        ("a boy holding a balloon and a flower", ["boy~lift", "balloon hold o1.hand", "flower hold o1.hand"]),
    ],
)
def test_people_are_together(wish: str, shown: list[str]) -> None:
    assert told(compose(wish)) == shown


def test_a_family_sits_behind_its_table() -> None:
    scene = compose("一家人围着桌子吃饭")
    table = next(one for one in scene.objects if one.kind == "dining-table")
    eaters = [one for one in scene.objects if one.kind in ("man", "woman", "girl", "boy")]
    assert len(eaters) == 4
    for one in eaters:
        assert one.rel is not None
        assert (one.rel.type, one.rel.to) == ("behind", table.id)
        box, board = scene.layout[one.id].box, scene.layout[table.id].box
        assert box[1] < board[1] - 0.4 * (box[3] - box[1])


def test_hands_meet() -> None:
    scene = compose("a man and a woman holding hands")
    tips = []
    for one in scene.objects:
        figure = figure_of(one)
        x, y = figure.anchors.hand
        frame = frame_from(scene.layout[one.id], figure)
        tips.append([frame.point((x, y)), frame.point((128 - x, y))])
    assert min(abs(a[0] - b[0]) + 0.3 * abs(a[1] - b[1]) for a in tips[0] for b in tips[1]) < 24


def test_an_edit_dresses_whom_it_speaks_of() -> None:
    scene = edit(compose("a woman walking her dog in the park"), "change her dress to red")
    assert told(scene)[3:] == ["dress wear o1.neck"]
    assert scene.objects[3].colour == "red"
    scene = edit(scene, "把头发染成金色")
    assert scene.objects[0].hair == "yellow"


def test_an_edit_has_somebody_do_something() -> None:
    scene = edit(compose("an old man"), "make him sit on a chair")
    assert sorted(told(scene)) == ["chair", "old-man~sit on o2."]
    scene = edit(compose("a girl"), "make her play the violin")
    assert told(scene) == ["girl~bow", "violin hold o1.hand"]
    assert told(edit(scene, "make her play the guitar")) == ["girl~strum", "guitar hold o1.hand"]


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        (
            "两个女孩，一个穿红裙子，一个穿绿裙子",
            ["girl", "dress wear o1.neck", "girl", "dress wear o3.neck"],
        ),
        ("a witch riding a broom", ["broom hold o2.hand", "witch~broom"]),
        ("一个医生在给小男孩打针", ["doctor~hold beside o1.", "syringe hold o2.hand"]),
        ("老人拄着拐杖", ["old-man~lean", "crutch hold o1.hand"]),
        ("a girl sweeping the floor", ["girl~sweep", "broom hold o1.hand"]),
        ("a cook with a moustache", ["cook", "moustache wear o1.face"]),
        ("两个男孩在踢足球", ["boy~kick", "boy~kick", "soccer-ball hold o1.foot"]),
    ],
)
def test_more_deeds(wish: str, shown: list[str]) -> None:
    assert [one for one in told(compose(wish)) if "boy" not in one or "kick" in one] == [
        one for one in shown if one != "boy beside o1."
    ]


def test_what_somebody_is_changed_into_may_be_put_on() -> None:
    scene = edit(compose("画一家三口"), "妈妈换成长头发")
    assert told(scene) == ["man", "woman", "boy", "long-hair wear o2.head"]


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("a dog with a bone in its mouth", ["dog", "bone hold o1.face"]),
        ("a man sleeping on a couch", ["couch", "man~sleep on o1."]),
        ("两个老人下棋", ["dining-table", "old-man behind o1.", "old-man behind o1.", "chess-board on o1."]),
    ],
)
def test_where_things_are_held_and_people_lie(wish: str, shown: list[str]) -> None:
    assert told(compose(wish)) == shown


@pytest.mark.parametrize(
    ("edit", "language"),
    [("让她坐在长椅上", "zh"), ("she sits on a bench", "en"), ("让女孩坐在长椅上", "zh")],
)
def test_who_is_to_sit_on_a_bench_gets_one(edit: str, language: str) -> None:
    first = compose_scene("a girl", ratio="1:1", seed=1, language="en").scene
    after = edit_scene(edit, [first], ratio="1:1", seed=2, language=language).scene  # type: ignore[arg-type]
    girl, bench = after.objects
    assert (girl.kind, girl.pose, bench.kind) == ("girl", "sit", "bench")
    assert girl.rel is not None
    assert (girl.rel.type, girl.rel.to) == ("on", bench.id)


def test_who_gets_a_newspaper_reads_and_drinks_no_more() -> None:
    first = compose_scene("a man drinking coffee", ratio="1:1", seed=1, language="en").scene
    after = edit_scene("give the man a newspaper", [first], ratio="1:1", seed=2, language="en").scene
    assert [one.kind for one in after.objects] == ["man", "newspaper"]
    assert after.objects[0].pose == "read"
