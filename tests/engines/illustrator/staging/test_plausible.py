"""Where somebody climbs, leans or sits, and how large small things are beside them."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.layout import arrange


def _composed(prompt: str, seed: int = 3) -> Scene:
    zh = not prompt.isascii()
    composed = compose_scene(prompt, ratio="1:1", seed=seed, language="zh" if zh else "en")
    assert not composed.notes
    return arrange(composed.scene)


def _pair(scene: Scene) -> tuple[Thing, Placement, Placement]:
    """Who lives, with its place and that of the other thing."""
    (living,) = [one for one in scene.objects if stock_of(one).alive]
    other = next(one for one in scene.objects if not stock_of(one).alive)
    return living, scene.layout[living.id], scene.layout[other.id]


@pytest.mark.parametrize(
    "prompt",
    [
        "a man climbing a ladder",
        "一个消防员爬梯子",
        "a boy climbing a tree",
        "a girl climbs up a tree",
        "a man climbing a mountain",
    ],
)
@pytest.mark.parametrize("seed", [1, 3])
def test_who_climbs_is_on_what_is_climbed_and_off_the_ground(prompt: str, seed: int) -> None:
    _, who, what = _pair(_composed(prompt, seed))
    assert what.box[0] < who.x < what.box[2]
    assert abs(who.x - what.x) < 0.15 * (what.box[2] - what.box[0])
    assert who.lift > 0
    assert who.base < what.base - 40 < who.base + who.lift


def test_who_climbs_no_thing_stands_on_the_ground() -> None:
    scene = _composed("a man climbing a hill")
    assert all(scene.layout[one.id].lift == 0 for one in scene.objects)


@pytest.mark.parametrize(
    "prompt",
    [
        "a man leaning against a tree",
        "一个男孩靠在树上",
        "小女孩靠着一棵大树",
        "a girl leaning on an oak tree",
    ],
)
def test_who_leans_against_a_tree_is_at_its_trunk(prompt: str) -> None:
    _, who, tree = _pair(_composed(prompt))
    assert abs(who.x - tree.x) < 0.35 * (tree.box[2] - tree.box[0])


@pytest.mark.parametrize(
    ("prompt", "count"),
    [
        ("three cats on a wall", 3),
        ("a cat sitting on the wall", 1),
        ("墙上趴着两只猫", 2),
        ("一只猫坐在墙上", 1),
        ("two boys sitting on a wall", 2),
    ],
)
def test_who_lives_is_on_a_wall_of_bricks(prompt: str, count: int) -> None:
    scene = _composed(prompt)
    (wall,) = [one for one in scene.objects if one.kind == "brick-wall"]
    on = [
        one for one in scene.objects if one.rel is not None and (one.rel.type, one.rel.to) == ("on", wall.id)
    ]
    assert len(on) == count == len(scene.objects) - 1


@pytest.mark.parametrize("prompt", ["a clock on the wall", "a picture on the wall", "墙上有一个钟"])
def test_what_hangs_on_a_wall_still_does(prompt: str) -> None:
    assert not any(one.kind == "brick-wall" for one in _composed(prompt).objects)


def test_a_coin_is_no_plate_beside_an_elephant() -> None:
    _, elephant, coin = _pair(_composed("an elephant and a coin"))
    assert (coin.box[3] - coin.box[1]) < 0.25 * (elephant.box[3] - elephant.box[1])


@pytest.mark.parametrize(
    ("prompt", "place"), [("a desk lamp", "tabletop"), ("一盏台灯", "tabletop"), ("a lamp", "room")]
)
def test_a_lamp_for_a_table_is_on_one(prompt: str, place: str) -> None:
    assert _composed(prompt).env.place == place


def test_a_harmonica_is_at_the_mouth() -> None:
    scene = _composed("a man playing the harmonica")
    assert {one.pose for one in scene.objects if stock_of(one).alive} == {"blow"}


@pytest.mark.parametrize("prompt", ["a bus and a car on a street", "a truck next to a car"])
def test_a_bus_is_no_toy_beside_a_car(prompt: str) -> None:
    scene = _composed(prompt)
    car = next(scene.layout[one.id].box for one in scene.objects if one.kind == "car")
    large = next(scene.layout[one.id].box for one in scene.objects if one.kind != "car")
    assert large[3] - large[1] > 1.45 * (car[3] - car[1])


@pytest.mark.parametrize(
    "prompt",
    [
        "a boy in a hot air balloon basket",
        "a girl in the basket of a hot air balloon",
        "小女孩坐在热气球的篮子里",
    ],
)
def test_the_basket_of_a_balloon_is_that_of_the_balloon(prompt: str) -> None:
    who, _, _ = _pair(scene := _composed(prompt))
    assert {one.kind for one in scene.objects} == {who.kind, "hot-air-balloon"}
    assert who.rel is not None
    assert who.rel.type == "inside"


@pytest.mark.parametrize(
    "prompt",
    [
        "a girl lying on a rug",
        "一个男孩躺在地毯上",
        "a woman lying on a picnic blanket",
        "a man lying on a towel at the beach",
    ],
)
def test_somebody_lies_along_what_is_laid_on_the_ground(prompt: str) -> None:
    _, who, under = _pair(_composed(prompt))
    left, top, right, bottom = who.box
    assert right - left > bottom - top
    assert left > under.box[0]
    assert right < under.box[2]


def test_a_towel_that_nobody_lies_on_stays_folded() -> None:
    assert "towel" in {one.kind for one in _composed("a towel on a chair").objects}


@pytest.mark.parametrize(
    "wish", ["the ball is in the goal", "a goalkeeper standing in the goal", "a boy in a soccer goal"]
)
def test_what_is_in_a_goal_is_between_its_posts(wish: str) -> None:
    done = compose_scene(wish, ratio="1:1", seed=3, language="en")
    scene = arrange(done.scene)
    goal = next(one for one in scene.objects if one.kind == "goal-net")
    inside = next(one for one in scene.objects if one.rel is not None and one.rel.to == goal.id)
    left, _, right, _ = scene.layout[goal.id].box
    box = scene.layout[inside.id].box
    assert left < box[0] < box[2] < right
    assert not done.notes
