"""Single things are what they are called, and stand as large as they are."""

from __future__ import annotations

import re

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.moods import in_mood
from paintover.engines.illustrator.sprites.stock import figure_of, in_season
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture


def one(scene: Scene, *kinds: str) -> Thing:
    return next(thing for thing in scene.objects if thing.kind in kinds)


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("a man on a deck chair on the beach", "deck-chair"),
        ("海边放着一把沙滩椅", "deck-chair"),
        ("a woman lying on a sun lounger", "lounger"),
        ("奶奶躺在躺椅上", "lounger"),
        ("a patient in a hospital bed", "hospital-bed"),
        ("奶奶躺在病床上", "hospital-bed"),
        ("a red panda on a branch", "red-panda"),
        ("小熊猫坐在树上", "red-panda"),
        ("a girl riding an electric scooter", "kick-scooter"),
        ("小伙子骑电动滑板车", "kick-scooter"),
        ("一个女孩骑着电动车", "scooter"),
        ("爸爸骑着电瓶车", "scooter"),
    ],
)
def test_it_is_what_it_is_called(wish: str, kind: str) -> None:
    assert kind in {thing.kind for thing in first_picture(wish, seed=1).objects}


@pytest.mark.parametrize("wish", ["a patient in a hospital bed", "医生站在病床旁边"])
def test_a_hospital_bed_stands_in_a_hospital(wish: str) -> None:
    assert first_picture(wish, seed=1).env.place == "ward"


def test_a_bed_in_a_hospital_looks_like_one() -> None:
    scene = first_picture("a hospital room with a patient in bed and a doctor", seed=1)
    bed = one(scene, "bed")
    assert figure_of(in_season(bed, scene.env)).name.startswith("prop:hospital-bed")
    assert figure_of(bed).extent == pytest.approx(figure_of(in_season(bed, scene.env)).extent, abs=2)


@pytest.mark.parametrize("wish", ["a boy riding an electric scooter", "妈妈骑电动滑板车"])
def test_who_stands_on_a_scooter_is_higher_than_its_handle(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    scooter = one(scene, "kick-scooter")
    rider = next(thing for thing in scene.objects if thing is not scooter)
    assert scene.layout[rider.id].box[1] < scene.layout[scooter.id].box[1]


@pytest.mark.parametrize(
    ("wish", "many"), [("a doctor with a stethoscope", 1), ("a doctor holding a stethoscope", 2)]
)
def test_a_doctor_has_one_stethoscope_around_the_neck(wish: str, many: int) -> None:
    assert len(first_picture(wish, seed=1).objects) == many


@pytest.mark.parametrize(("mood", "turned"), [("sad", True), ("angry", True), ("happy", False)])
def test_a_sad_clown_does_not_smile(mood: str, turned: bool) -> None:
    clown = figure_of(one(first_picture("a clown", seed=1), "clown"))
    assert ("scale(1 -1)" in in_mood(clown, mood, person=False).body) is turned


@pytest.mark.parametrize(
    "wish", ["卷发女孩的头像", "portrait of a woman with curly hair", "portrait of a girl with a hair bun"]
)
def test_hair_in_a_portrait_is_not_cut_off(wish: str) -> None:
    scene = first_picture(wish, seed=2)
    who = one(scene, "girl", "woman")
    assert scene.layout[who.id].box[1] > 0.05 * 1024


@pytest.mark.parametrize("wish", ["two birds on the grass", "一只小鸟在草地上", "a man with a bird"])
def test_a_bird_that_is_told_to_be_on_the_ground_stands_there(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    bird = one(scene, "bird")
    assert not figure_of(bird).name.endswith("/aloft")
    assert scene.layout[bird.id].box[3] > 0.6 * 1024


@pytest.mark.parametrize("wish", ["a bird and a girl", "三只小鸟和一只猫", "two children looking at a bird"])
def test_a_bird_in_the_air_is_on_the_wing(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    bird = one(scene, "bird")
    assert figure_of(bird).name.endswith("/aloft")
    assert scene.layout[bird.id].box[3] < 0.55 * 1024


@pytest.mark.parametrize("wish", ["ten birds flying in the sky", "一群大雁在天空飞"])
def test_a_flock_flies_in_no_rows(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    rows = {placed.box[3] // 24 for placed in scene.layout.values()}
    assert len(rows) >= 4


@pytest.mark.parametrize("wish", ["a rainbow over a field with a horse", "天上有彩虹,下面有一座房子"])
def test_a_rainbow_spans_the_sky_behind_all(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    left, top, right, bottom = scene.layout[one(scene, "rainbow").id].box
    assert right - left > 0.6 * 1024
    assert top > 0
    assert bottom < 0.75 * 1024


@pytest.mark.parametrize("wish", ["a full moon over a castle", "夜晚的湖边,天上有一轮满月"])
def test_a_moon_over_a_landscape_is_no_balloon(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    left, _, right, _ = scene.layout[one(scene, "moon").id].box
    assert right - left < 0.26 * 1024


@pytest.mark.parametrize("wish", ["two kids sleeping in a bunk bed", "上下铺上躺着两个孩子"])
def test_there_is_a_berth_for_each_of_two(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    bed = scene.layout[one(scene, "bunk-bed").id].box
    middle = (bed[1] + bed[3]) / 2
    sleepers = [scene.layout[thing.id].box for thing in scene.objects if thing.kind == "child"]
    assert sorted(box[3] > middle for box in sleepers) == [False, True]


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("a pizza with mushrooms and olives", {"brown-mushroom", "olive"}),
        ("披萨上有蘑菇和橄榄", {"brown-mushroom", "olive"}),
        ("一个有蘑菇和橄榄的披萨", {"brown-mushroom", "olive"}),
        ("a salad with tomatoes and cucumbers", {"tomato", "cucumber"}),
        ("a pizza with a bottle of wine", set()),
        ("a pizza and a mushroom", set()),
    ],
)
def test_toppings_lie_on_their_dish(wish: str, kinds: set[str]) -> None:
    scene = first_picture(wish, seed=1)
    dish = one(scene, "pizza", "salad")
    on = {thing.kind for thing in scene.objects if thing.rel is not None and thing.rel.to == dish.id and thing.rel.type == "on"}  # fmt: skip
    assert on == kinds
    left, _, right, _ = scene.layout[dish.id].box
    for thing in scene.objects:
        if thing.kind in on:
            assert left <= scene.layout[thing.id].x <= right


@pytest.mark.parametrize(("wish", "kind"), [("a slice of pizza", "pizza-slice"), ("一片披萨", "pizza-slice"), ("一个披萨", "pizza")])  # fmt: skip
def test_a_slice_is_no_whole_pizza(wish: str, kind: str) -> None:
    assert [thing.kind for thing in first_picture(wish, seed=1).objects] == [kind]


@pytest.mark.parametrize("wish", ["a man playing the piano", "小女孩在弹钢琴"])
def test_who_plays_a_piano_is_before_its_keys(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    piano = one(scene, "piano")
    player = next(thing for thing in scene.objects if thing is not piano)
    assert figure_of(piano).name.endswith("/aside")
    assert scene.layout[piano.id].flip == (scene.layout[player.id].x > scene.layout[piano.id].x)


@pytest.mark.parametrize("wish", ["a barber cutting a customer's hair", "理发师给顾客剪头发"])
def test_whose_hair_is_cut_sits_in_the_chair(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    chair = one(scene, "barber-chair")
    customer = one(scene, "person")
    assert customer.rel is not None
    assert (customer.rel.type, customer.rel.to) == ("on", chair.id)


@pytest.mark.parametrize(
    ("wish", "paints"),
    [
        ("a lighthouse", 2),
        ("a red and white striped lighthouse", 2),
        ("红白相间的灯塔", 2),
        ("a blue and white striped lighthouse", 2),
        ("a white lighthouse", 1),
    ],
)
def test_a_lighthouse_has_bands_in_the_colours_that_are_told(wish: str, paints: int) -> None:
    body = figure_of(one(first_picture(wish, seed=1), "lighthouse")).body
    bands = re.findall(r'<path d="M[\d.]+ (?:44|60|76|92|108)H[^"]*" fill="(#\w+)"/>', body)
    assert len(bands) == 5
    assert len(set(bands)) == paints


@pytest.mark.parametrize(
    ("wish", "topping"),
    [
        ("a pepperoni pizza", "pepperoni"),
        ("蘑菇披萨", "brown-mushroom"),
        ("a pizza with olives", "olive"),
        ("一个有橄榄的披萨", "olive"),
    ],
)
def test_a_pizza_has_several_of_what_it_is_named_by(wish: str, topping: str) -> None:
    scene = first_picture(wish, seed=1)
    strewn = [scene.layout[thing.id] for thing in scene.objects if thing.kind == topping]
    assert len({(placed.x, placed.base) for placed in strewn}) == 3


@pytest.mark.parametrize(
    ("turns", "who"),
    [
        (("双层床上铺睡着一个男孩",), "boy"),
        (("a boy on the top bunk of a bunk bed",), "boy"),
        (("一个房间", "加一张双层床", "让一个女孩坐在上铺"), "girl"),
        (("a bunk bed", "put a boy on the top bunk"), "boy"),
    ],
)
def test_who_is_on_a_bunk_is_in_the_bed(turns: tuple[str, ...], who: str) -> None:
    scene = first_picture(turns[0], seed=1)
    for wish in turns[1:]:
        language: Language = "en" if wish.isascii() else "zh"
        done = edit_scene(wish, [scene], ratio="1:1", seed=1, language=language)
        scene = arrange(done.scene, former=done.former)
    sleeper, bed = one(scene, who), one(scene, "bunk-bed")
    assert sleeper.rel is not None
    assert (sleeper.rel.type in ("on", "inside"), sleeper.rel.to) == (True, bed.id)


@pytest.mark.parametrize(
    ("wish", "place"),
    [
        ("a boy building a sandcastle with a bucket", "beach"),
        ("奶奶在弹钢琴,小猫在听", "room"),
        ("a bunk bed and a dog", "bedroom"),
    ],
)
def test_it_is_where_such_things_are(wish: str, place: str) -> None:
    assert first_picture(wish, seed=1).env.place == place


@pytest.mark.parametrize("wish", ["a stone wall with a cat sitting on it", "墙上坐着一只猫"])
def test_who_is_said_to_sit_on_it_is_on_it(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    cat = one(scene, "cat")
    assert cat.rel is not None
    assert (cat.rel.type, cat.rel.to) == ("on", one(scene, "brick-wall").id)


@pytest.mark.parametrize("wish", ["两座摩天大楼之间有一架飞机", "an airplane between two trees"])
def test_what_flies_between_two_is_in_the_air(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    plane = one(scene, "airplane")
    others = [scene.layout[thing.id].box for thing in scene.objects if thing is not plane]
    assert scene.layout[plane.id].box[3] < min(box[3] for box in others)


def test_what_is_put_on_a_sandcastle_is_smaller_than_that() -> None:
    done = edit_scene(
        "add a flag on top of it", [first_picture("a sandcastle", seed=1)], ratio="1:1", seed=1, language="en"
    )
    scene = arrange(done.scene, former=done.former)
    flag, castle = (scene.layout[one(scene, kind).id].box for kind in ("flag", "sandcastle"))
    assert flag[3] - flag[1] < 0.5 * (castle[3] - castle[1])
    assert flag[3] < (castle[1] + castle[3]) / 2


@pytest.mark.parametrize(
    ("wish", "what", "ground"),
    [
        ("孩子们在披萨上放蘑菇", "brown-mushroom", "pizza"),
        ("女孩在面包上抹果酱", "jam", "bread"),
        ("妈妈在桌子上放盘子", "plate", "dining-table"),
        ("爸爸在树上挂灯笼", "lantern", "tree"),
    ],
)
def test_what_somebody_puts_there_is_there_and_nobody_else(wish: str, what: str, ground: str) -> None:
    done = compose_scene(wish, ratio="1:1", seed=1, language="zh")
    known = {thing.id: thing for thing in done.scene.objects}
    on = {thing.kind for thing in known.values() if thing.rel is not None and thing.rel.type == "on" and known[thing.rel.to].kind == ground}  # fmt: skip
    assert on == {what}
    assert not done.notes


@pytest.mark.parametrize("wish", ["a kids' room with a bunk bed", "孩子的房间里有一张上下铺"])
def test_a_childs_room_is_a_place_and_no_child(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    assert scene.env.place == "bedroom"
    assert [thing.kind for thing in scene.objects] == ["bunk-bed"]
