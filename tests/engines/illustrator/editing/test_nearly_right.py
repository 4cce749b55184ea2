"""What strangers said of pictures that were nearly right: rainbows, phones, numbers, umbrellas."""

from __future__ import annotations

import math

import pytest

from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import frame_from
from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    "wish",
    [
        "公主和一条龙在城堡前面喝茶 => 城堡上面加一道彩虹",
        "a house on a meadow => add a rainbow over the house",
        "a girl in the park => a rainbow above her",
    ],
)
def test_a_rainbow_spans_the_sky(wish: str) -> None:
    scene = talk(wish)[-1].scene
    rainbow = next(one for one in scene.objects if one.kind == "rainbow")
    left, _, right, _ = scene.layout[rainbow.id].box
    assert right - left > 600


def test_the_phone_is_at_the_ear_and_the_suitcase_is_not() -> None:
    scene = talk("一家三口拖着行李箱在机场等飞机 => 妈妈在打电话")[-1].scene
    phone = next(one for one in scene.objects if one.kind == "cell-phone")
    assert phone.rel is not None
    case = next(
        one
        for one in scene.objects
        if one.kind == "suitcase" and one.rel is not None and one.rel.to == phone.rel.to
    )
    middles = [sum(scene.layout[one.id].box[1::2]) / 2 for one in (phone, case)]
    assert middles[1] - middles[0] > 0.2 * (
        scene.layout[phone.rel.to].box[3] - scene.layout[phone.rel.to].box[1]
    )


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("two boys in the park => add a dog => make it three boys", "Added: boy"),
        (
            "a bowl of soup on a table => add a spoon => make it two bowls",
            "Added: bowl of soup – on the table",
        ),
        ("a girl with an umbrella walks her dog => make it three dogs", "Added: dogs × 2"),
        ("two cats => make it three dogs", "Changed: dog × 2 – instead of cats"),
    ],
)
def test_so_many_are_more_of_those_that_are_there(wish: str, told: str) -> None:
    assert talk(wish)[-1].told == told


@pytest.mark.parametrize(
    ("wish", "pupils"),
    [("老师在黑板前讲课，两个学生在听", 2), ("老师在讲课，下面坐着四个学生", 4), ("老师在黑板前讲课", 3)],
)
def test_as_many_pupils_listen_as_are_told_of(wish: str, pupils: int) -> None:
    assert sum(one.kind == "pupil" for one in first_picture(wish).objects) == pupils


@pytest.mark.parametrize(
    "wish",
    [
        "a grandma and a girl walking in the rain => give the girl an umbrella",
        "爷爷和奶奶在海边散步 => 给奶奶撑一把黄色的伞",
        "two girls walking in the rain => give the left one a red umbrella",
        "a mum and a boy and a dog in the park => give the boy an umbrella",
    ],
)
def test_an_umbrella_is_over_its_holder_and_before_no_face(wish: str) -> None:
    scene = talk(wish)[-1].scene
    umbrella = next(one for one in scene.objects if one.kind == "umbrella")
    assert umbrella.rel is not None
    frame = frame_from(scene.layout[umbrella.id], figure_of(umbrella))
    left, top, right, bottom = figure_of(umbrella).extent
    canopy = frame.bounds((left, top, right, top + 0.5 * (bottom - top)))
    for one in scene.objects:
        face = face_of(one, scene.layout[one.id])
        if face is None:
            continue
        across = min(canopy[2], face[2]) - max(canopy[0], face[0])
        down = min(canopy[3], face[3]) - max(canopy[1], face[1])
        share = max(0.0, across) * max(0.0, down) / ((face[2] - face[0]) * (face[3] - face[1]))
        assert share < (0.5 if one.id == umbrella.rel.to else 0.2)
        if one.id == umbrella.rel.to:
            assert across > 0.6 * (face[2] - face[0])
            assert canopy[1] < face[1]


@pytest.mark.parametrize("kind", ["flag", "hammer", "sparkler"])
@pytest.mark.parametrize("who", ["girl", "astronaut", "king", "man"])
def test_the_lower_end_is_in_the_hand(who: str, kind: str) -> None:
    scene = talk(f"a {who} => give the {who} a {kind}")[-1].scene
    held, holder = next(one for one in scene.objects if one.kind == kind), scene.objects[0]
    under, figure = figure_of(holder), figure_of(held)
    assert under.anchors.grip is not None
    hand = frame_from(scene.layout[holder.id], under).point(under.anchors.grip)
    end = frame_from(scene.layout[held.id], figure).point(end_of(kind, figure))
    assert math.dist(hand, end) < 0.03 * 1024


def end_of(kind: str, figure: Figure) -> tuple[float, float]:
    """Where the pole or handle ends in the drawing, which is not the middle of its lower edge."""
    left, top, right, bottom = figure.extent
    across = {"flag": 0.16, "hammer": 0.89, "sparkler": 0.04}[kind]
    return left + across * (right - left), top + 0.92 * (bottom - top)


def test_a_castle_garden_holds_nobody_at_its_windows() -> None:
    scene = first_picture("a princess and a dragon drinking tea in a castle garden")
    assert all(one.rel is None or one.rel.type != "inside" for one in scene.objects)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (
            "a couple eating pizza in a restaurant => make it spaghetti instead of pizza",
            "spaghetti × 2 – instead of pizza",
        ),
        ("two kids eating ice cream => replace the ice cream with cake", "cake × 2 – instead of ice cream"),
    ],
)
def test_food_of_several_is_that_of_each(wish: str, told: str) -> None:
    assert told in talk(wish)[-1].told


def test_a_move_that_nobody_sees_is_owned_up_to() -> None:
    assert talk("一个宇航员站在月球上，旁边有一枚火箭 => 把火箭移到左边")[-1].notes
