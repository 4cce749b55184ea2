"""Who is added to a picture stands with those who are there: on their ground, in full size, with every face to be seen."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import area_of, shared_area
from tests.engines.illustrator.scenes import drawn
from tests.engines.illustrator.told import first_picture

ADDED = (
    ("a cat", "add a dog"),
    ("a lion in the savanna", "add a zebra"),
    ("a bear", "add another bear"),
    ("a desert with a camel", "add another camel"),
    ("a rabbit", "add a fox"),
    ("画一只牛", "加一匹马"),
    ("画一个女孩", "加一只大象"),
)


def _with(wish: str, edit: str, seed: int) -> Scene:
    first = drawn(arrange(compose_scene(wish, ratio="1:1", seed=seed, language="en").scene)).scene
    done = edit_scene(edit, [first], ratio="1:1", seed=seed + 1, language="en")
    return drawn(arrange(done.scene, former=done.former)).scene


@pytest.mark.parametrize(("wish", "edit"), ADDED)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_newcomer_is_no_doll_no_giant_at_the_horizon_and_hides_no_face(
    wish: str, edit: str, seed: int
) -> None:
    scene = _with(wish, edit, seed)
    old, new = (scene.layout[one.id] for one in scene.objects)
    horizon = place_of(scene.env).horizon * 1024
    assert new.base - horizon > 0.45 * (old.base - horizon)
    assert new.box[3] - new.box[1] > 0.5 * (old.box[3] - old.box[1])
    far, near = sorted(scene.objects, key=lambda one: scene.layout[one.id].base)
    face = face_of(far, scene.layout[far.id])
    assert face is not None
    assert shared_area(face, scene.layout[near.id].box) < 0.5 * area_of(face)


def test_what_is_large_looms_behind_what_is_low_rather_than_being_its_toy() -> None:
    scene = _with("a car", "add a truck", 3)
    car, truck = (scene.layout[one.id] for one in scene.objects)
    assert truck.base < car.base
    assert truck.box[3] - truck.box[1] > 0.9 * (car.box[3] - car.box[1])


@pytest.mark.parametrize(
    ("wish", "edit", "most"),
    [
        ("a cat on the grass", "add a pot next to the cat", 0.75),
        ("花园里有一个女孩", "旁边放一个浇水壶", 0.45),
        ("a house by a lake", "add a swan", 0.35),
        ("a cat on the grass", "add a mouse", 0.48),
        ("a man on a street", "add a cup next to him", 0.2),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_small_comes_in_no_larger_than_beside_the_others_it_may_be(
    wish: str, edit: str, most: float, seed: int
) -> None:
    scene = _with(wish, edit, seed)
    old, new = (scene.layout[one.id].box for one in scene.objects)
    assert new[3] - new[1] < most * (old[3] - old[1])


@pytest.mark.parametrize("seed", [1, 7])
def test_what_is_no_large_thing_does_not_hide_behind_those_it_is_a_little_higher_than(seed: int) -> None:
    first = _with("a cat on the grass", "add a pot next to the cat", seed)
    done = edit_scene("add a watering can", [first], ratio="1:1", seed=seed, language="en")
    drawing = drawn(arrange(done.scene, former=done.former))
    (can,) = [one.id for one in drawing.scene.objects if one.kind == "watering-can"]
    assert not [one for one in hidden(drawing, {can}) if one.id == can]


def test_a_can_waters_only_where_it_is_held() -> None:
    stands = first_picture("a watering can in a garden").objects[0]
    held = next(one for one in first_picture("a girl with a watering can").objects if one.kind == stands.kind)
    assert figure_of(stands).body != figure_of(held).body


@pytest.mark.parametrize(
    ("wish", "edit", "least"),
    [
        ("两个男孩在操场上踢足球", "左边加一匹马", 0.7),
        ("a girl and a boy in a park", "add a horse on the right", 0.7),
        ("a bedroom with a bed and a desk", "add a bicycle on the left", 0.5),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 18])
def test_what_is_as_high_as_the_others_is_no_model_of_itself(
    wish: str, edit: str, least: float, seed: int
) -> None:
    scene = _with(wish, edit, seed)
    *there, new = [one for one in scene.objects if one.rel is None or one.id == scene.objects[-1].id]
    first = next(one for one in there if one.kind not in ("soccer-ball", "lamp"))
    assert scene.layout[new.id].scale * figure_of(new).tall > least * (
        scene.layout[first.id].scale * figure_of(first).tall
    )


@pytest.mark.parametrize("seed", [1, 3, 38])
def test_what_comes_to_a_picnic_is_measured_by_those_who_sit_there_and_not_by_the_mat(seed: int) -> None:
    scene = _with("a family having a picnic by the lake", "put a bucket in front of the sandwich", seed)
    bucket = scene.layout[scene.objects[-1].id]
    mat = next(scene.layout[one.id] for one in scene.objects if one.kind == "picnic-mat")
    people = [scene.layout[one.id].box for one in scene.objects if face_of(one, scene.layout[one.id])]
    assert bucket.box[3] - bucket.box[1] < max(box[3] - box[1] for box in people)
    assert bucket.base > mat.base


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_comes_before_several_is_nearer_than_each_of_them(seed: int) -> None:
    first = _with("a soccer field with two players", "add a referee on the left", seed)
    done = edit_scene("add a trophy in front of them", [first], ratio="1:1", seed=seed, language="en")
    scene = arrange(done.scene, former=done.former)
    (trophy,) = [one for one in scene.objects if one.kind == "trophy"]
    people = [one for one in scene.objects if face_of(one, scene.layout[one.id]) is not None]
    assert len(people) == 3
    assert all(scene.layout[trophy.id].base > scene.layout[one.id].base for one in people)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_swims_beside_a_boat_is_in_the_water(seed: int) -> None:
    scene = _with("a boat on a lake", "add a duck next to the boat", seed)
    duck = scene.layout[scene.objects[-1].id]
    assert duck.base < (place_of(scene.env).water or 0) * 1024 + 0.06 * 1024


@pytest.mark.parametrize(
    ("wish", "edit", "count"),
    [
        ("a woman crossing the street", "add two kids", 2),
        ("a farmer on a farm", "add two sheep", 2),
        ("草地上一只羊", "再来两只羊", 2),
        ("a man in the park", "add a woman", 1),
    ],
)
def test_who_joins_somebody_stands_on_their_line_and_not_one_above_the_other(
    wish: str, edit: str, count: int
) -> None:
    scene = _with(wish, edit, 3)
    there, *come = (scene.layout[one.id] for one in scene.objects)
    assert len(come) == count
    assert all(abs(one.base - there.base) < 0.12 * 1024 for one in come)
    if count == 2:
        (left, _, right, _), (start, _, end, _) = come[0].box, come[1].box
        assert min(right, end) - max(left, start) < 0.5 * (right - left)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a classroom with a teacher", "add two kids in the background"),
        ("a couple at a table in a restaurant", "add a waiter in the background"),
        ("a boy in his bedroom", "add a man in the background"),
        ("客厅里一个女孩", "背景里加一个男孩"),
    ],
)
def test_who_is_in_the_background_of_a_room_is_no_doll(wish: str, edit: str) -> None:
    scene = _with(wish, edit, 3)
    come = [one for one in scene.objects if one.size == "far"]
    there = max(
        (scene.layout[one.id].box[3] - scene.layout[one.id].box[1])
        for one in scene.objects
        if one.size != "far" and face_of(one, scene.layout[one.id]) is not None
    )
    assert come
    for one in come:
        _, top, _, bottom = scene.layout[one.id].box
        assert bottom - top > 0.4 * there
        assert scene.layout[one.id].base < 0.9 * 1024


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a man on a motorcycle", "add a woman"),
        ("a cowboy on a horse", "add another cowboy"),
        ("a girl riding a horse", "add her mother"),
        ("一个骑士骑马", "加一个公主"),
    ],
)
def test_who_comes_to_a_rider_is_measured_by_the_rider(wish: str, edit: str) -> None:
    scene = _with(wish, edit, 3)
    rider = next(one for one in scene.objects if one.rel is not None and one.rel.type == "on")
    come = scene.objects[-1]
    assert scene.layout[come.id].scale * figure_of(come).tall > 0.68 * (
        scene.layout[rider.id].scale * figure_of(rider).tall
    )


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a chef in a kitchen", "put a waiter to the right of the chef"),
        ("a chef in a kitchen", "put a nurse beside the chef"),
    ],
)
def test_people_beside_people_stand_in_one_line_with_them(wish: str, edit: str) -> None:
    scene = _with(wish, edit, 3)
    old, new = (scene.layout[one.id] for one in scene.objects)
    assert abs(new.base - old.base) < 0.03 * 1024


def test_a_tree_at_a_street_is_behind_those_who_wait_there() -> None:
    scene = _with("a bus stop with two people waiting", "add a tree", 3)
    *waiting, tree = (scene.layout[one.id] for one in scene.objects)
    assert all(tree.base <= one.base for one in waiting)


def test_a_few_sheep_are_no_lambs_beside_people() -> None:
    scene = _with("a woman walking her dog on a street", "add three sheep", 3)
    woman = scene.layout[scene.objects[0].id].box
    for sheep in (scene.layout[one.id].box for one in scene.objects if one.kind == "sheep"):
        assert sheep[3] - sheep[1] > 0.38 * (woman[3] - woman[1])


def test_who_is_grown_is_higher_than_the_children_there() -> None:
    scene = _with("three kids playing football in a field", "add a woman", 3)
    high = {one.id: one for one in scene.objects}
    boxes = {key: scene.layout[key].box for key in high}
    woman = next(key for key, one in high.items() if one.kind == "woman")
    kids = [
        key for key, one in high.items() if key != woman and one.kind != "soccer-ball" and one.rel is None
    ]
    assert boxes[woman][3] - boxes[woman][1] >= 1.05 * max(boxes[key][3] - boxes[key][1] for key in kids)
