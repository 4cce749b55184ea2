"""Houses: a thing in a landscape where they are merely named, and the place where it plays where somebody is in them."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("wish", "place", "house"),
    [
        ("a wedding in a church", "church", "church"),
        ("a priest inside the old cathedral", "church", "church"),
        ("教堂里一对新人", "church", "church"),
        ("在教堂举行婚礼", "church", "church"),
        ("a girl looking at a painting in a museum", "museum", "temple"),
        ("孩子们参观博物馆", "museum", "temple"),
        ("a scientist in a laboratory", "laboratory", ""),
        ("实验室里的科学家", "laboratory", ""),
    ],
)
def test_who_is_in_a_house_is_where_it_plays(wish: str, place: str, house: str) -> None:
    scene = first_picture(wish)
    assert scene.env.place == place
    assert house not in {one.kind for one in scene.objects}


@pytest.mark.parametrize(
    ("wish", "house"),
    [
        ("a church on a hill", "church"),
        ("a white church in a green field", "church"),
        ("a man in front of a church", "church"),
        ("山上有座教堂", "church"),
        ("教堂前的新娘", "church"),
        ("a museum", "temple"),
    ],
)
def test_one_that_is_merely_named_stands_there(wish: str, house: str) -> None:
    scene = first_picture(wish)
    assert scene.env.place == "meadow"
    assert house in {one.kind for one in scene.objects}


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        ("put them in a museum", "museum"),
        ("move them into the church", "church"),
        ("change the background to a church", "church"),
        ("put them in a bakery", "bakery"),
        ("换成在实验室里", "laboratory"),
        ("让他们在教堂里", "church"),
        ("把他们放到博物馆里", "museum"),
    ],
)
def test_who_is_told_to_go_inside_is_there(edit: str, place: str) -> None:
    base = first_picture("a man and a dog")
    scene = changed(base, edit).scene
    assert scene.env.place == place
    assert [one.kind for one in scene.objects] == [one.kind for one in base.objects]


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a church and a boy", "put the boy in the church"),
        ("一座教堂和一个男孩", "把男孩放进教堂里"),
        ("a bakery and a boy", "put the boy in the bakery"),
    ],
)
def test_a_house_that_stands_there_stays(wish: str, edit: str) -> None:
    base = first_picture(wish)
    scene = changed(base, edit).scene
    assert scene.env == base.env
    boy = next(one for one in scene.objects if one.kind == "boy")
    assert boy.rel is not None
    assert (boy.rel.type, len(scene.objects)) == ("inside", 2)


def test_the_house_one_is_in_is_where_one_is() -> None:
    answers = talk("a man and a dog => put them in a church => add a priest to the church")
    assert [one.kind for one in answers[-1].scene.objects] == ["man", "dog", "priest"]
    assert answers[-1].scene.env.place == "church"
