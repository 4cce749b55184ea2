"""What a new picture of a room needs that nobody tells: beds to sleep in, books to read, air for balloons, the window of which
somebody speaks, and no front of the shop that one is in."""

import pytest

from paintover.engines.illustrator.backdrops import wall_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.standing import scene_size, shared_area
from tests.engines.illustrator.told import first_picture


def _on_what(scene: Scene, kind: str) -> list[tuple[str, str]]:
    """How and on what all of that kind are."""
    return [
        ("", "") if one.rel is None else (one.rel.type, scene.thing(one.rel.to).kind)  # type: ignore[union-attr]
        for one in scene.objects
        if one.kind == kind
    ]


@pytest.mark.parametrize(
    ("wish", "kind", "count"),
    [
        ("a girl asleep in the bedroom", "girl", 1),
        ("卧室里一个小男孩在睡觉", "boy", 1),
        ("两个小朋友在卧室里睡觉", "child", 2),
        ("a kid sleeping in his bedroom with a teddy bear", "boy", 1),
    ],
)
def test_whoever_sleeps_in_a_bedroom_has_a_bed(wish: str, kind: str, count: int) -> None:
    scene = first_picture(wish, seed=1)
    assert _on_what(scene, kind) == [("on", "bed")] * count
    assert sum(one.kind == "bed" for one in scene.objects) == count


@pytest.mark.parametrize(
    ("wish", "kind"),
    [("a cat sleeping in the bedroom", "cat"), ("a girl sleeping on the floor of the bedroom", "girl")],
)
def test_nobody_else_gets_one(wish: str, kind: str) -> None:
    scene = first_picture(wish, seed=1)
    assert kind in {one.kind for one in scene.objects}
    assert "bed" not in {one.kind for one in scene.objects}


def test_a_nurse_stands_by_the_bed_of_her_patient() -> None:
    scene = first_picture("a hospital room with a nurse and a patient in bed", seed=1)
    assert _on_what(scene, "nurse") == [("beside", "bed")]
    assert _on_what(scene, "person") == [("on", "bed")]


@pytest.mark.parametrize(
    ("wish", "place", "gone"),
    [
        ("一家餐厅，服务员端着盘子", "dining-hall", "restaurant"),
        ("一家咖啡馆，窗外下着雨", "cafe", "coffee-shop"),
        ("一家书店，里面有很多书架", "library", "bookshop"),
        ("a bakery, a customer buying bread", "bakery", "bakery"),
    ],
)
def test_a_shop_that_one_is_in_shows_no_front(wish: str, place: str, gone: str) -> None:
    scene = first_picture(wish, seed=1)
    assert scene.env.place == place
    assert gone not in {one.kind for one in scene.objects}


@pytest.mark.parametrize("wish", ["一家书店，门口站着一个女孩", "a bakery, a cat in front of it"])
def test_a_shop_before_which_one_is_shows_it(wish: str) -> None:
    assert first_picture(wish, seed=1).env.place == "pavement"


@pytest.mark.parametrize("seed", range(1, 7))
@pytest.mark.parametrize("wish", ["一家咖啡馆，窗外下着雨", "图书馆里一个女孩在看书，窗外下雪"])
def test_what_is_outside_the_window_has_a_window(wish: str, seed: int) -> None:
    scene = first_picture(wish, seed=seed)
    assert wall_of(scene.env, scene.seed, *scene_size(scene)).openings


@pytest.mark.parametrize(
    "wish",
    [
        "a library with a boy reading at a table",
        "a man is reading at his desk",
        "a girl reading at the kitchen table",
    ],
)
def test_who_reads_at_a_table_has_a_book(wish: str) -> None:
    assert "book" in {one.kind for one in first_picture(wish, seed=1).objects}


@pytest.mark.parametrize("seed", range(1, 7))
@pytest.mark.parametrize(
    "wish",
    [
        "a birthday party in the living room with balloons and a cake with candles",
        "桌子上有一个生日蛋糕，旁边有三个气球",
    ],
)
def test_balloons_are_not_before_the_cake(wish: str, seed: int) -> None:
    scene = first_picture(wish, seed=seed)
    boxes = {
        kind: [scene.layout[one.id].box for one in scene.objects if one.kind.endswith(kind)]
        for kind in ("balloon", "candle", "cake")
    }
    for balloon in boxes["balloon"]:
        area = (balloon[2] - balloon[0]) * (balloon[3] - balloon[1])
        for other in (*boxes["candle"], *boxes["cake"]):
            assert shared_area(balloon, other) <= 0.06 * min(
                area, (other[2] - other[0]) * (other[3] - other[1])
            )


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        ('a classroom with "Welcome" on the blackboard', "Welcome"),
        ('a classroom with the word "Hello" written on the blackboard', "Hello"),
        ('a teacher writing "ABC" on the blackboard', "ABC"),
        ("教室里，黑板上写着“你好”", "你好"),
    ],
)
def test_words_stand_on_the_board(wish: str, says: str) -> None:
    assert [one.says for one in first_picture(wish, seed=1).objects if one.kind == "blackboard"] == [says]


def test_a_ward_shows_no_hospital() -> None:
    scene = first_picture("医院病房里，医生在给小男孩打针", seed=1)
    assert (scene.env.place, "hospital" in {one.kind for one in scene.objects}) == ("ward", False)


@pytest.mark.parametrize("seed", range(1, 7))
def test_a_bathroom_has_one_mirror(seed: int) -> None:
    scene = first_picture("浴室里有一个浴缸和一面镜子", seed=seed)
    assert wall_of(scene.env, scene.seed, *scene_size(scene)).taken == []


@pytest.mark.parametrize(
    ("wish", "up", "patient", "bed"),
    [
        ("a nurse feeding soup to an old man in bed", "nurse", "old-man", "bed"),
        ("护士在照顾病床上的老人", "nurse", "old-man", "hospital-bed"),
        ("妈妈给床上的孩子讲故事", "woman", "child", "bed"),
        ("医生给病床上的孩子打针", "doctor", "child", "hospital-bed"),
    ],
)
def test_who_is_looked_after_lies_in_bed_and_the_other_is_up(
    wish: str, up: str, patient: str, bed: str
) -> None:
    scene = first_picture(wish)
    assert (_on_what(scene, patient), _on_what(scene, up)) == ([("on", bed)], [("beside", bed)])
    assert [one.pose for one in scene.objects if one.kind == patient] == ["lie"]


@pytest.mark.parametrize(
    ("wish", "up", "bed", "pose"),
    [
        ("a mother and a baby in a stroller", "woman", "stroller", "push"),
        ("a mother and her baby in a crib", "woman", "crib", None),
        ("two babies in a stroller", "baby", "stroller", None),
    ],
)
def test_nobody_grown_is_in_what_is_for_babies(wish: str, up: str, bed: str, pose: str | None) -> None:
    scene = first_picture(wish)
    way = "inside" if up == "baby" else "beside"
    assert set(_on_what(scene, up)) == {(way, bed)}
    assert _on_what(scene, "baby")[0] == ("inside", bed)
    assert {one.pose for one in scene.objects if one.kind == up} == {pose}
