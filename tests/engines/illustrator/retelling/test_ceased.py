"""What somebody is to do no longer."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from tests.engines.illustrator.retelling.test_offhand import scene_of


@pytest.mark.parametrize(
    ("wish", "edit", "poses"),
    [
        ("a boy waving", "make him stop waving", [None]),
        ("a boy waving", "he isn't waving anymore", [None]),
        ("a boy and a girl dancing", "make them stop dancing", [None, None]),
        ("a boy and a girl dancing", "the girl stops dancing", ["dance", None]),
        ("three kids jumping", "the middle one isn't jumping", ["jump", None, "jump"]),
        ("two boys fighting", "they stop fighting", [None, None]),
        ("一个女孩在跳舞", "让她停止跳舞", [None]),
        ("一个男孩在挥手", "男孩别挥手了", [None]),
    ],
)
def test_who_stops_stands_and_nobody_goes(wish: str, edit: str, poses: list[str | None]) -> None:
    scene = scene_of(wish, edit)
    people = sorted(scene.objects, key=lambda one: int(one.id[1:]))
    assert [None if one.pose == "stand" else one.pose for one in people] == poses


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a boy and a girl hugging", "make them stop hugging"),
        ("a boy and a girl hugging", "pull them apart"),
        ("a couple holding hands", "let go of each other's hands"),
        ("a couple holding hands", "they shouldn't hold hands"),
        ("一对情侣牵手", "不要牵手"),
        ("两个女孩抱在一起", "别抱了"),
    ],
)
def test_a_pair_lets_go(wish: str, edit: str) -> None:
    scene = scene_of(wish, edit)
    assert len(scene.objects) == 2
    assert not any(one.rel is not None and one.rel.type == "hold" for one in scene.objects)


@pytest.mark.parametrize(
    ("wish", "edit", "gone"),
    [
        ("a man with a hat", "he isn't wearing a hat", "hat"),
        ("a woman with glasses", "she doesn't wear glasses any more", "glasses"),
        ("a woman on the phone", "she's not on the phone any more", "cell-phone"),
        ("a girl reading a book", "she stops reading", "book"),
    ],
)
def test_what_is_had_no_longer_goes_alone(wish: str, edit: str, gone: str) -> None:
    before, after = scene_of(wish), scene_of(wish, edit)
    assert {one.kind for one in before.objects} - {one.kind for one in after.objects} == {gone}


def test_a_baby_is_set_down() -> None:
    scene = scene_of("a mother holding a baby", "she stops holding the baby")
    assert next(one.rel.type for one in scene.objects if one.kind == "baby" and one.rel) == "beside"


@pytest.mark.parametrize(
    ("wish", "edit", "said"),
    [
        ("a man playing the guitar", "he stops playing", "as long as the guitar is in hand"),
        ("a family eating dinner", "they stop eating", "not eating"),
        ("a girl painting at an easel", "she isn't painting", "not painting"),
        ("a car at a stop sign", "stop the car", "brought to a stop"),
        ("a boy", "he isn't waving", "already like that"),
    ],
)
def test_what_cannot_be_left_off_is_refused(wish: str, edit: str, said: str) -> None:
    with pytest.raises(NotDrawable, match=said):
        scene_of(wish, edit)


@pytest.mark.parametrize(
    ("wish", "edit", "mood"),
    [
        ("a boy", "stop smiling", "serious"),
        ("a boy smiling", "he isn't smiling", "serious"),
        ("a boy crying", "he stops crying", None),
        ("a boy waving", "stop waving and smile", "happy"),
        ("一个男孩", "别笑了", "serious"),
    ],
)
def test_faces(wish: str, edit: str, mood: str | None) -> None:
    assert scene_of(wish, edit).objects[0].mood == mood


@pytest.mark.parametrize("edit", ["it isn't raining any more", "it's not raining", "it shouldn't rain"])
def test_the_rain_ends(edit: str) -> None:
    assert scene_of("a boy in the rain", edit).env.weather == "clear"
