"""People, places and vehicles that a first wish tells loosely are told by what can be drawn."""

from __future__ import annotations

from collections import Counter

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.retelling.who_is_there import told_by_who_is_there
from paintover.engines.illustrator.staging.layout import arrange


def composed(wish: str) -> Composed:
    return compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish))


@pytest.mark.parametrize(
    ("wish", "count", "kind"),
    [
        ("three musicians playing on a stage", 3, "person"),
        ("two musicians in a subway station", 2, "person"),
        ("a team celebrating with a trophy", 5, "person"),
        ("soccer team lined up for a photo", 5, "person"),
        ("kids on a soccer team", 5, "child"),
        ("a bunch of friends dancing at a birthday party", 5, "person"),
        ("a pair of friends on a swing", 2, "person"),
        ("a protest with people holding signs", 3, "signpost"),
        ("a choir singing in a church", 5, "child"),
        ("a mom pushing a stroller with a baby", 1, "baby"),
        ("足球队员们在庆祝", 5, "soccer-player"),
        ("树下有三个打伞的人", 3, "umbrella"),
        ("长椅上坐着两个戴帽子的女孩", 2, "girl"),
        ("站牌下站着三个打伞的人", 3, "person"),
        ("a tree with a bench under the tree", 1, "tree"),
        ("a girl on a swing with a dog behind the girl", 1, "girl"),
        ("a snowman in front of a cabin with a penguin next to the snowman", 1, "snowman"),
    ],
)
def test_so_many_are_there_and_nothing_is_said_of_it(wish: str, count: int, kind: str) -> None:
    done = composed(wish)
    assert Counter(one.kind for one in done.scene.objects)[kind] == count
    assert not done.notes


@pytest.mark.parametrize(
    ("wish", "place"),
    [
        ("a family having dinner at home", "room"),
        ("a boy reading a book at home", "room"),
        ("two cats fighting over a fish on the kitchen floor", "kitchen"),
        ("an old couple having tea under a tree", "meadow"),
        ("运动会上同学们在拔河", "stadium"),
    ],
)
def test_it_plays_there(wish: str, place: str) -> None:
    done = composed(wish)
    assert done.scene.env.place == place
    assert not any(one.kind == "house" for one in done.scene.objects)
    assert not done.notes


@pytest.mark.parametrize(
    "wish",
    ["a man driving a red car with a dog in the back seat", "a woman driving a taxi with a boy in it"],
)
def test_both_are_in_the_car(wish: str) -> None:
    done = composed(wish)
    riders = [one for one in done.scene.objects if one.rel is not None and one.rel.type == "inside"]
    assert (len(riders), len(done.scene.objects), done.notes) == (2, 3, ())


def test_a_whole_family_goes_by_car() -> None:
    done = composed("爸爸开车带全家出游")
    assert {one.kind for one in done.scene.objects} == {"car", "man", "woman", "girl", "boy"}


@pytest.mark.parametrize(
    ("wish", "kind", "pose"),
    [
        ("a boy holding out a frog to a girl who covers her eyes", "girl", "cover"),
        ("a woman reading a book to a boy who is sleeping", "boy", "sleep"),
    ],
)
def test_who_is_told_of_last_does_it(wish: str, kind: str, pose: str) -> None:
    assert [one.pose for one in composed(wish).scene.objects if one.kind == kind] == [pose]


@pytest.mark.parametrize(
    "wish",
    [
        "a girl who waves",
        "a bird flying over a bridge",
        "a sign that says “at home”",
        "长椅上坐着两个女孩",
        "a house with three cats inside",
        "a team of horses",
    ],
)
def test_all_else_is_left_as_it_is(wish: str) -> None:
    assert told_by_who_is_there(wish) == wish


@pytest.mark.parametrize("wish", ["three birds on a wire", "三只麻雀停在电线上"])
def test_birds_sit_on_a_wire(wish: str) -> None:
    done = composed(wish)
    assert done.scene.objects[0].kind == "power-line"
    assert not done.notes


def test_a_door_is_no_seat() -> None:
    done = composed("老奶奶在门口织毛衣，猫在她脚边")
    assert {one.kind for one in done.scene.objects} == {"door", "old-woman", "yarn", "cat"}


@pytest.mark.parametrize(
    ("wish", "on"),
    [
        ("a table with a jug of lemonade, four glasses and a bowl of cherries under a tree", 6),
        ("a table with a cake and two cups under a tree", 3),
        ("a table with a vase and a book by the window", 2),
    ],
)
def test_all_of_a_list_is_on_the_table(wish: str, on: int) -> None:
    scene = composed(wish).scene
    table = next(one.id for one in scene.objects if one.kind == "dining-table")
    assert (
        sum(one.rel is not None and (one.rel.type, one.rel.to) == ("on", table) for one in scene.objects)
        == on
    )


def test_two_ride_one_bicycle() -> None:
    kinds = [one.kind for one in composed("一个女孩骑着自行车，后座上坐着她的弟弟").scene.objects]
    assert kinds == ["bicycle", "girl", "boy"]


def test_a_handstand_on_something_is_upside_down() -> None:
    scene = arrange(composed("a boy doing a handstand on a table").scene)
    boy = next(one.id for one in scene.objects if one.kind == "boy")
    assert scene.layout[boy].angle == 180.0


@pytest.mark.parametrize(
    ("wish", "who", "relation", "ground"),
    [
        ("girl riding a bike past houses", "bicycle", "front", "house"),
        ("a boy running past a fence", "boy", "front", "fence"),
        ("a car driving past a castle", "car", "front", "castle"),
        ("an elephant drinking water at a river with a monkey in a tree", "monkey", "inside", "tree"),
    ],
)
def test_who_goes_past_is_before_it_and_who_is_up_there_is_in_it(
    wish: str, who: str, relation: str, ground: str
) -> None:
    scene = composed(wish).scene
    one = next(one for one in scene.objects if one.kind == who)
    assert one.rel is not None
    assert one.rel.type == relation
    bearer = scene.thing(one.rel.to)
    assert bearer is not None
    assert bearer.kind == ground


def test_who_is_old_in_a_hat_has_a_white_beard() -> None:
    for wish in ("an old fisherman in a boat", "老渔夫在船上"):
        beard = next(one for one in composed(wish).scene.objects if one.kind == "beard")
        assert beard.colour == "white"


def test_a_birthday_has_balloons_and_a_crowd_umbrellas_of_many_colours() -> None:
    for wish, kind in (
        ("a birthday party", "balloon"),
        ("people carrying umbrellas in the rain", "umbrella"),
    ):
        colours = [one.colour for one in composed(wish).scene.objects if one.kind == kind]
        assert len({*colours}) == len(colours) > 1
    assert not any(one.colour for one in composed("a girl holding three balloons").scene.objects)
