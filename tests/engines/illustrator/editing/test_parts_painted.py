"""A part of a drawing takes a colour of its own, from the start or later, and the rest stays as it is."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.files import table, word_table
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sprites.figures import figure
from paintover.engines.illustrator.sprites.painted import ELEMENT, with_painted
from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("wish", "edit", "painted", "told"),
    [
        ("a house in a meadow", "paint the door red", {"door": "red"}, "Changed: house – red door"),
        ("a house and a tree", "the roof of the house should be blue", {"roof": "blue"}, "Changed: house – blue roof"),
        ("一间小木屋", "门刷成红色", {"door": "red"}, "改了：木屋——门红色"),
        ("a bowl of tomato soup", "make the bowl blue", {"bowl": "blue"}, "Changed: tomato soup – blue bowl"),
        ("厨房里一碗汤", "碗换成黄色的", {"bowl": "yellow"}, "改了：汤——碗黄色"),
        ("a floor lamp in a room", "make the lampshade red", {"shade": "red"}, "Changed: floor lamp – red lampshade"),
        ("卧室里有张床", "枕头换成粉色的", {"pillow": "pink"}, "改了：床——枕头粉色"),
        ("农场里一间红房子", "房子屋顶改成蓝色", {"roof": "blue"}, "改了：房子——屋顶蓝色"),
        ("a red house on a farm", "paint the red house's roof blue", {"roof": "blue"}, "Changed: house – blue roof"),
        ("a castle", "paint the roofs blue and make the gate red", {"roof": "blue", "door": "red"}, "Changed: castle – blue roof, red door"),
    ],
)  # fmt: skip
def test_an_edit_paints_a_part(wish: str, edit: str, painted: dict[str, str], told: str) -> None:
    answer = changed(first_picture(wish), edit)
    assert [dict(one.painted) for one in answer.scene.objects if one.painted] == [painted]
    assert answer.told == told
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("wish", "painted"),
    [
        ("a house with a red door and a blue roof", {"door": "red", "roof": "blue"}),
        ("红屋顶的小木屋", {"roof": "red"}),
        ("一座蓝色屋顶的房子，门是红色的", {"roof": "blue", "door": "red"}),
        ("a bowl of soup in a blue bowl", {"bowl": "blue"}),
        ("a dog with a red collar in front of a house with a yellow door", {"door": "yellow"}),
    ],
)
def test_a_first_picture_has_it_so(wish: str, painted: dict[str, str]) -> None:
    scene = first_picture(wish)
    assert [dict(one.painted) for one in scene.objects if one.painted] == [painted]
    assert scene.env.place != "rooftop"


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a bowl and a cup on a table", "make the bowl blue"),
        ("a girl standing at a door", "paint the door red"),
        ("a house in a meadow", "put a cat on the roof"),
        ("a house in a meadow", "add a red door"),
    ],
)
def test_what_is_a_thing_of_its_own_is_no_part(wish: str, edit: str) -> None:
    assert all(not one.painted for one in changed(first_picture(wish), edit).scene.objects)


def test_what_is_so_already_is_said() -> None:
    answers = talk("a house => paint the door red => paint the door red")
    assert answers[-1].told == "The picture is already like that"


def test_the_rest_of_the_wish_is_done() -> None:
    scene = changed(first_picture("a house"), "paint the door red, the roof blue and add a tree").scene
    assert [one.kind for one in scene.objects] == ["house", "tree"]
    assert dict(scene.objects[0].painted) == {"door": "red", "roof": "blue"}


@pytest.mark.parametrize("drawing", sorted(table("painted")))
def test_every_part_is_of_a_drawing_and_has_a_name(drawing: str) -> None:
    art = next(kind.art for kind in kinds().values() if kind.art.partition(":")[2] == drawing)
    drawn, words = figure(art), word_table("painted")
    for part, elements in table("painted")[drawing].items():
        assert max(elements) < len(ELEMENT.findall(drawn.body))
        assert words["en"][part]
        assert words["zh"][part]
        assert with_painted(drawn, ((part, "violet"),)).body != drawn.body
