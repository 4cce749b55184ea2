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
        ("a horse in its stable", "barn", "stable"),
        ("a barn full of cows", "barn", "barn"),
        ("牛棚里有三头牛", "barn", "stable"),
        ("a mechanic fixing a car in a garage", "garage", "garage"),
        ("修车厂里工人在修车", "garage", ""),
        ("a carpenter in his workshop", "garage", ""),
        ("a gardener watering plants in a greenhouse", "greenhouse", "greenhouse"),
        ("大棚里摘番茄的农民", "greenhouse", "greenhouse"),
        ("a princess dancing in the palace", "palace", "palace"),
        ("皇帝在大殿里", "chinese-court", "chinese-palace"),
        ("寺庙里烧香的老人", "temple-hall", "chinese-temple"),
        ("an old woman praying in a temple", "temple-hall", "temple"),
        ("a couple watching a film in the cinema", "cinema-hall", "tv"),
        ("超市里买菜的妈妈", "supermarket-hall", "supermarket"),
        ("passengers inside a train", "train-carriage", "railway-car"),
        ("commuters on the subway", "metro-carriage", "metro"),
        ("two friends talking on the train", "train-carriage", "train"),
        ("地铁上看手机的年轻人", "metro-carriage", "metro"),
        ("people sitting on the bus", "bus-cabin", "bus"),
        ("飞机上的乘客看着窗外", "plane-cabin", "airplane"),
        ("公交车上坐着三个学生", "bus-cabin", "bus"),
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
        ("a cow next to the barn", "barn"),
        ("a red barn in a field", "barn"),
        ("谷仓旁边的牛", "barn"),
        ("a house with a garage", "garage"),
        ("a palace on a hill", "palace"),
        ("山上的寺庙", "chinese-temple"),
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
        ("put them in the garage", "garage"),
        ("move them to a greenhouse", "greenhouse"),
        ("put them on a train", "train-carriage"),
        ("把他们放到超市里", "supermarket-hall"),
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


@pytest.mark.parametrize(
    ("wish", "vehicle"),
    [
        ("a bus on the street", "bus"),
        ("a man driving a bus", "bus"),
        ("a cat in a bus", "bus"),
        ("a pilot in a plane", "airplane"),
        ("a train at a station with people waiting", "train"),
        ("公交车停在路边", "bus"),
        ("a man sitting in a car next to a bus", "bus"),
        ("a woman sitting on a bench near a train", "train"),
        ("a bus with children waving from the windows", "bus"),
    ],
)
def test_a_vehicle_without_passengers_is_seen_from_outside(wish: str, vehicle: str) -> None:
    assert vehicle in {one.kind for one in first_picture(wish).objects}


@pytest.mark.parametrize(
    ("wish", "many"),
    [("people sitting on the bus", 3), ("机舱里坐着一家三口", 3), ("a couple sitting in the cinema", 2)],
)
def test_passengers_sit_on_seats(wish: str, many: int) -> None:
    scene = first_picture(wish)
    seats = [one.id for one in scene.objects if one.kind == "train-seats"]
    on_them = [one for one in scene.objects if one.rel is not None and one.rel.to in seats]
    assert (len(seats), len(on_them)) == (1, many)
    assert {one.pose for one in on_them} == {"sit"}


@pytest.mark.parametrize("wish", ["a couple watching a film in the cinema", "飞机上的乘客看着窗外"])
def test_who_looks_at_what_is_behind_them_turns_to_it(wish: str) -> None:
    assert all(one.away for one in first_picture(wish).objects)
