"""Before and behind those who sit, or of whom only the head is in the picture: on the ground, or the table, and seen."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import area_of, bearer_of, scene_size, shared_area
from tests.engines.illustrator.told import changed, first_picture, talk


def _newcomers(before: Scene, after: Scene) -> list[tuple[Thing, Placement]]:
    return [(one, after.layout[one.id]) for one in after.objects if one.id not in before.layout]


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a family at the dinner table", "put a horse in front of them"),
        ("a family at the dinner table", "put a stool behind them"),
        ("a family at the dinner table", "put a dog in front of the girl"),
        ("two people sitting on a couch", "put a cat in front of the left one"),
        ("two people sitting on a couch", "put a lamp behind them"),
        ("爷爷坐在沙发上", "他前面放一个玩具车"),
        ("a boy sits at a desk", "put a dog in front of him"),
    ],
)
def test_it_stands_on_the_floor_and_not_in_the_air(wish: str, edit: str) -> None:
    base = first_picture(wish)
    scene = changed(base, edit).scene
    ((one, placed),) = _newcomers(base, scene)
    floor = place_of(scene.env, scene.seed).horizon * scene_size(scene)[1]
    assert bearer_of(scene, one) is None
    assert placed.base > floor


@pytest.mark.parametrize("ratio_wish", ["a portrait of an old man", "头像：一个女孩"])
@pytest.mark.parametrize("kind", ["bird", "cat", "bus", "lamp", "bench", "teddy bear"])
def test_what_is_behind_a_head_is_seen(ratio_wish: str, kind: str) -> None:
    base = first_picture(ratio_wish)
    scene = changed(base, f"put a {kind} behind {'him' if ratio_wish.isascii() else 'her'}").scene
    ((one, _),) = _newcomers(base, scene)
    drawing = draw(scene)
    assert one not in hidden(drawing, {one.id}) or hidden(drawing, {one.id})[one] == "hidden"


def test_what_is_small_is_on_the_table_before_whom_it_is_for() -> None:
    base = first_picture("a family at the dinner table")
    girl = next(one for one in base.objects if one.kind == "girl")
    boy = next(one for one in base.objects if one.kind == "boy")
    first, second = talk(
        "a family at the dinner table => put a plate in front of the girl => put a cup in front of the boy"
    )
    plate, cup = second.scene.objects[-2:]
    assert "on the dinner table" in first.told
    assert "on the dinner table" in second.told
    broad = scene_size(base)[0]
    assert abs(second.scene.layout[plate.id].x - base.layout[girl.id].x) < 0.1 * broad
    assert abs(second.scene.layout[cup.id].x - base.layout[boy.id].x) < 0.12 * broad


def test_each_has_a_cup_of_their_own() -> None:
    (answer,) = talk("three friends at a table in a cafe => put a coffee in front of each of them")
    scene = answer.scene
    cups = sorted(scene.layout[one.id].x for one in scene.objects if one.kind == "coffee")
    friends = sorted(scene.layout[one.id].x for one in scene.objects if one.kind == "person")
    assert len(cups) == len(friends) == 3
    assert all(
        abs(cup - friend) < 0.08 * scene_size(scene)[0] for cup, friend in zip(cups, friends, strict=True)
    )


@pytest.mark.parametrize(
    "edit", ["put a cat next to the girl", "put a cat next to her", "add a rabbit on the table"]
)
def test_a_pet_on_the_table_is_before_no_face(edit: str) -> None:
    base = first_picture("a family at the dinner table")
    scene = changed(base, edit).scene
    drawing = draw(scene)
    new = {one.id for one, _ in _newcomers(base, scene)}
    assert not [one for one in hidden(drawing, new) if one.id not in new]
    pet = scene.layout[next(iter(new))]
    for one in scene.objects:
        if one.kind in ("man", "woman", "girl", "boy"):
            left, top, right, foot = scene.layout[one.id].box
            middle, chin = (left + right) / 2, top + 0.5 * (foot - top)
            assert not (pet.box[0] < middle < pet.box[2] and pet.box[1] < chin)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a family at the dinner table", "put a waiter behind the girl"),
        ("two people sitting on a couch", "put a boy behind them"),
        ("爷爷坐在沙发上看报纸", "奶奶站在他后面"),
    ],
)
def test_who_stands_behind_a_seat_is_seen(wish: str, edit: str) -> None:
    base = first_picture(wish)
    scene = changed(base, edit).scene
    ((one, _), *_rest) = _newcomers(base, scene)
    assert one not in hidden(draw(scene), {one.id})


def test_a_tree_behind_others_hides_nobody_who_stands_further_back() -> None:
    *_, last = talk("两个男孩在操场踢球 => 加一个裁判站在他们中间 => 后面加一棵大树")
    referee = next(one for one in last.scene.objects if one.kind in ("coach", "referee"))
    tree = next(one for one in last.scene.objects if one.kind == "tree")
    assert referee not in hidden(draw(last.scene), {tree.id})


@pytest.mark.parametrize(
    "talked",
    [
        "妈妈和两个孩子在沙发上 => 爸爸坐到妈妈旁边",
        "three friends on a couch => a boy sits down next to them",
        "two girls on a bench => add a boy sitting on the bench => add an old man sitting on the bench",
    ],
)
def test_who_comes_to_a_full_bench_sits_on_it_in_the_size_of_the_others(talked: str) -> None:
    answers = talk(talked)
    scene, before = answers[-1].scene, first_picture(talked.split(" => ")[0])
    seat = next(one for one in scene.objects if one.kind in ("couch", "bench"))
    left, _, right, _ = scene.layout[seat.id].box
    people = [scene.layout[one.id] for one in scene.objects if one.id != seat.id]
    heights = [one.box[3] - one.box[1] for one in people]
    assert all(left <= one.x <= right for one in people)
    assert max(heights) < 1.6 * min(heights)
    assert all(scene.layout[one.id] == before.layout[one.id] for one in before.objects)
    assert not hidden(draw(scene), {one.id for one in scene.objects})


def test_a_cat_between_two_on_a_bench_is_in_the_middle_and_before_no_face() -> None:
    (answer,) = talk("a boy and a girl sitting on a bench => add a cat between them")
    placed = {one.kind: answer.scene.layout[one.id] for one in answer.scene.objects}
    low, high = sorted((placed["boy"].x, placed["girl"].x))
    assert abs(placed["cat"].x - (low + high) / 2) < 25
    for who in (one for one in answer.scene.objects if one.kind in ("boy", "girl")):
        face = face_of(who, answer.scene.layout[who.id])
        assert face is not None
        assert shared_area(face, placed["cat"].box) < 0.25 * area_of(face)


def test_a_dog_beside_one_of_many_on_a_couch_is_before_them() -> None:
    base = first_picture("一家四口在客厅看电视")
    scene = changed(base, "在妈妈旁边加一只小狗").scene
    ((dog, placed),) = _newcomers(base, scene)
    couch = next(one for one in scene.objects if one.kind == "couch")
    assert placed.base > scene.layout[couch.id].base
    assert not hidden(draw(scene), {dog.id})


@pytest.mark.parametrize("kind", ["couch", "bench", "bed"])
def test_what_is_broad_between_two_is_no_toy(kind: str) -> None:
    (answer,) = talk(f"a man and a woman in a living room => put a {kind} between them")
    scene = answer.scene
    one = next(one for one in scene.objects if one.kind == kind)
    man = next(one for one in scene.objects if one.kind == "man")
    box, his = scene.layout[one.id].box, scene.layout[man.id].box
    assert box[2] - box[0] > 0.8 * (his[2] - his[0])


def test_a_photographer_before_a_couple_is_as_tall_as_they() -> None:
    (answer,) = talk("a wedding couple in front of a church => add a photographer in front of them")
    heights = {one.kind: answer.scene.layout[one.id].box for one in answer.scene.objects}
    tall = {kind: box[3] - box[1] for kind, box in heights.items()}
    assert tall["photographer"] > 0.8 * tall["groom"]


def test_what_is_beside_a_cup_in_the_hand_is_on_the_table() -> None:
    (answer,) = talk("a cafe with a woman drinking coffee at a table => put a cake next to the coffee")
    assert answer.told == "Added: cake – on the table"


def test_a_car_before_a_castle_is_in_proportion_to_the_princess() -> None:
    (answer,) = talk("a princess and a dragon in front of a castle => put a car on the left")
    boxes = {one.kind: answer.scene.layout[one.id].box for one in answer.scene.objects}
    assert boxes["car"][3] - boxes["car"][1] > 0.45 * (boxes["princess"][3] - boxes["princess"][1])


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("一个小女孩在床上睡觉", "旁边趴一只小狗"),
        ("a girl sleeping in bed", "put a teddy bear next to her"),
        ("a girl sleeping in bed", "put a cat on the bed"),
    ],
)
def test_what_comes_into_a_bed_is_before_no_face(wish: str, edit: str) -> None:
    base = first_picture(wish)
    scene = changed(base, edit).scene
    ((_, placed),) = _newcomers(base, scene)
    girl = next(one for one in scene.objects if one.kind == "girl")
    face = face_of(girl, scene.layout[girl.id])
    assert face is not None
    left, _, right, _ = face
    assert min(right, placed.box[2]) - max(left, placed.box[0]) < 0.25 * (right - left)


def test_guards_beside_a_queen_are_told_to_be_beside_her_throne_and_no_more() -> None:
    (answer,) = talk("a queen on a throne => add a guard on either side of her")
    assert not answer.notes


@pytest.mark.parametrize("who", ["bear", "policeman", "child"])
def test_who_is_put_behind_a_cyclist_stands_behind_and_hides_nobody(who: str) -> None:
    base = first_picture("a boy riding a bicycle on a road")
    scene = changed(base, f"put a {who} behind him").scene
    (one, placed), *_ = _newcomers(base, scene)
    assert bearer_of(scene, one) is None
    assert placed.base > place_of(scene.env, scene.seed).horizon * scene_size(scene)[1]
    assert not [each for each in hidden(draw(scene), {one.id}) if each.id != one.id]


def test_who_sits_behind_a_cyclist_is_on_the_back_seat() -> None:
    (answer,) = talk("a boy riding a bicycle on a road => a girl sits behind him")
    assert answer.told == "Added: girl – on the bicycle"
    assert not answer.notes
