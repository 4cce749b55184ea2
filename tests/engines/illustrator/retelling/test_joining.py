"""Who joins those who are there sits down with them, or does what they do."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.staging.company import at_table
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import area_of, bearer_of, scene_size, shared_area
from tests.engines.illustrator.retelling.test_offhand import scene_of
from tests.engines.illustrator.told import talk

_DINNER, _HOT_POT = "a family having dinner", "一家人围着桌子吃火锅"


@pytest.mark.parametrize(
    ("wish", "edit", "kind"),
    [
        (_DINNER, "grandma joins them", "old-woman"),
        (_DINNER, "grandma comes to eat with them", "old-woman"),
        (_DINNER, "add grandma at the table", "old-woman"),
        (_DINNER, "add another boy", "boy"),
        (_HOT_POT, "奶奶也来一起吃", "old-woman"),
        (_HOT_POT, "爷爷也坐下来吃", "old-man"),
        (_HOT_POT, "旁边坐着奶奶", "old-woman"),
        (_HOT_POT, "再加一个奶奶一起吃", "old-woman"),
        ("two boys playing chess", "their friend sits with them", "child"),
        ("two boys playing chess", "a girl joins the game", "girl"),
    ],
)
def test_who_joins_sits_down_with_them(wish: str, edit: str, kind: str) -> None:
    before, after = scene_of(wish), scene_of(wish, edit)
    (new,) = [one for one in after.objects if before.thing(one.id) is None]
    table = bearer_of(after, new)
    assert new.kind == kind
    assert table is not None
    assert at_table(new, table)
    width, _ = scene_size(after)
    left, _, right, _ = after.layout[new.id].box
    assert left >= -0.1 * (right - left)
    assert right <= width + 0.1 * (right - left)
    faces = [face for one in after.objects if (face := face_of(one, after.layout[one.id])) is not None]
    assert all(
        shared_area(one, other) < 0.2 * min(area_of(one), area_of(other))
        for at, one in enumerate(faces)
        for other in faces[at + 1 :]
    )


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (f"{_DINNER} => add a waiter", "Added: waiter"),
        (f"{_DINNER} => the girl sits with them", "Changed: girl – sitting"),
        (f"{_HOT_POT} => 来个服务员", "加了：服务员"),
        ("三个小朋友在跳舞 => 老师也加入", "加了：老师——跳舞"),
        ("two girls drinking tea => another girl joins them", "Added: girl"),
    ],
)
def test_who_serves_stands_and_who_joins_does_the_same(told: str, answer: str) -> None:
    assert talk(told)[-1].told == answer


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("a girl in a park => add a man, he wears a hat", "Added: man – hat"),
        ("a girl in a park => give her a hat => add a woman, she wears a hat", "Added: woman – hat"),
        ("a girl in a park => add an old man. he holds a cane", "Added: old man; cane – held by the old man"),
        ("a boy in a park => add a dog, it is wearing sunglasses", "Added: dog – sunglasses"),
    ],
)
def test_what_is_said_of_who_comes_is_theirs(told: str, answer: str) -> None:
    assert talk(told)[-1].told == answer


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("a boy in a park => give him a kite", "Added: kite – held by the boy"),
        ("a boy in a park => he holds a sign", "Added: sign – held by the boy"),
        ("a boy in a park => he is carrying a hula hoop", "Added: hula hoop – held by the boy"),
        ("a dog in a park => give it a kite", "Added: kite – beside the dog"),
        (
            "two men in a park => one of them wears a hat => the other one wears a top hat",
            "Added: top hat – worn by the right man",
        ),
        ("a bird on a horse's back => 把鸟放到马的左边", "改了：鸟——在马左边、转了方向"),
    ],
)
def test_what_is_given_is_in_the_hand_of_whom_it_is_given(told: str, answer: str) -> None:
    assert talk(told)[-1].told == answer


@pytest.mark.parametrize(
    ("told", "sits"),
    [
        (f"{_DINNER} => grandma smiles", True),
        (f"{_HOT_POT} => 奶奶戴眼镜", True),
        (f"{_DINNER} => let grandma join them, and give her glasses", True),
        (f"{_DINNER} => add a man in the background", False),
        (f"{_DINNER} => add a boy at the window", False),
        (f"{_DINNER} => a boy dances", False),
        (f"{_HOT_POT} => 门口站着一个小女孩", False),
    ],
)
def test_who_is_only_named_sits_with_them_unless_told_where_to_be(told: str, sits: bool) -> None:
    answer = talk(told)[-1].told
    assert ("behind the dining table" in answer or "在桌子后面" in answer) == sits
    assert "glasses – worn by the girl" not in answer
