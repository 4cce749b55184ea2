"""Deeds told with a thing are drawn with it in the right place."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import shared_area
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "who", "what", "relation"),
    [
        ("a boy flying a paper plane in the classroom", "boy", "paper-airplane", ("hold", "boy")),
        ("小男孩在公园放飞纸飞机", "boy", "paper-airplane", ("hold", "boy")),
        ("a boy flying a toy plane", "boy", "toy-plane", ("hold", "boy")),
        ("a pilot flying a plane", "pilot", "airplane", None),
        ("爸爸在公园放无人机", "man", "drone", None),
    ],
)
def test_who_flies_something_does_not_fly(
    wish: str, who: str, what: str, relation: tuple[str, str] | None
) -> None:
    scene = first_picture(wish)
    (flier,) = [one for one in scene.objects if one.kind == who]
    (flown,) = [one for one in scene.objects if one.kind == what]
    assert flier.pose != "fly"
    borne = None if flown.rel is None else (flown.rel.type, scene.thing(flown.rel.to).kind)  # type: ignore[union-attr]
    assert borne == relation


@pytest.mark.parametrize(
    ("wish", "animal", "vessel"),
    [
        ("a farmer milking a cow in a barn", "cow", "bucket"),
        ("奶奶在给奶牛挤奶", "cow", "bucket"),
        ("农民伯伯在牛棚里挤牛奶", "cow", "bucket"),
        ("a girl milking a goat", "goat", "bowl"),
    ],
)
def test_who_milks_kneels_at_an_animal_with_a_vessel_under_it(wish: str, animal: str, vessel: str) -> None:
    scene = first_picture(wish)
    (milked,) = [one for one in scene.objects if one.kind == animal]
    (under,) = [one for one in scene.objects if one.kind == vessel]
    (milker,) = [one for one in scene.objects if one.pose == "kneel"]
    assert milker.rel is not None
    assert milker.rel.to == milked.id
    stands, set_down = scene.layout[milked.id], scene.layout[under.id]
    assert stands.lift == 0
    assert stands.box[0] < set_down.box[0] < set_down.box[2] < stands.box[2]
    assert set_down.box[1] > (stands.box[1] + stands.box[3]) / 2


@pytest.mark.parametrize(
    "wish", ["a girl washing dishes in the kitchen", "妈妈在厨房洗碗", "a man doing the dishes"]
)
def test_who_washes_up_stands_at_a_sink_that_hides_no_face(wish: str) -> None:
    scene = first_picture(wish)
    (sink,) = [one for one in scene.objects if one.kind == "kitchen-sink"]
    (who,) = [one for one in scene.objects if one.rel is not None and one.rel.type == "behind"]
    face, there = face_of(who, scene.layout[who.id]), scene.layout[sink.id].box
    assert face is not None
    assert (there[0] + there[2]) / 2 == pytest.approx(
        (face[0] + face[2]) / 2, abs=0.2 * (there[2] - there[0])
    )
    assert shared_area(face, there) == 0


@pytest.mark.parametrize(
    "wish",
    [
        "a teacher in front of a blackboard with two pupils at their desks",
        "a teacher at the blackboard and two kids sitting at desks",
        "a teacher with two students at their desks",
    ],
)
def test_pupils_sit_at_a_desk_and_their_teacher_stands(wish: str) -> None:
    scene = first_picture(wish)
    assert scene.env.place == "classroom"
    (teacher,) = [one for one in scene.objects if one.kind == "teacher"]
    assert teacher.pose == "stand"
    sitting = [one for one in scene.objects if one.rel is not None and one.rel.type == "behind"]
    assert len(sitting) == 2
    assert not any(one.kind == "blackboard" for one in scene.objects)
