"""Where things are that are on, in or beside others: in a hull, on a sill, at a window, side by side on a table."""

from __future__ import annotations

from itertools import combinations

import msgspec
import numpy as np
import pytest
import pyvips

from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.drawing.svg import svg_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.letters.titling import word_boxes
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.aboard import hull_of
from paintover.engines.illustrator.staging.layout import arrange, bearer_of, scene_size
from paintover.engines.illustrator.staging.standing import frame_from

SIDE = 320


def told(*turns: str, ratio: str = "1:1") -> Scene:
    """The scene after all turns, each laid out and drawn, so that its boxes are true."""
    language = language_of(turns[0])
    composed = compose_scene(turns[0], ratio=ratio, seed=3, language=language)
    wide, high = scene_size(composed.scene)
    size = (SIDE * wide // max(wide, high), SIDE * high // max(wide, high))
    scene = draw(arrange(composed.scene, former=composed.former), *size).scene
    for turn in turns[1:]:
        edited = edit_scene(turn, [scene], ratio=ratio, seed=4, language=language_of(turn))
        scene = draw(arrange(edited.scene, former=edited.former), *size).scene
    return scene


def of_kind(scene: Scene, kind: str) -> list[tuple[Thing, Placement]]:
    return [(one, scene.layout[one.id]) for one in scene.objects if one.kind == kind]


@pytest.mark.parametrize(
    ("turns", "boat", "crew"),
    [
        (["a cat on a boat"], "rowing-boat", 1),
        (["a sailor in a boat"], "rowing-boat", 1),
        (["两个小朋友坐在小船上"], "rowing-boat", 2),
        (["一个老人在乌篷船里"], "covered-boat", 1),
        (["a bear and a rabbit in a small boat"], "rowing-boat", 2),
        (["a cat in a sailboat"], "boat", 1),
        (["a boat on a lake", "put a sailor in the boat"], "boat", 1),
        (["a dog in a boat", "add a cat next to the dog"], "rowing-boat", 2),
        (["a girl on a ship"], "ship", 1),
        (["three children in a canoe"], "canoe", 3),
    ],
)
def test_who_is_in_a_boat_sits_behind_its_side(turns: list[str], boat: str, crew: int) -> None:
    scene = told(*turns)
    ((vessel, placed),) = of_kind(scene, boat)
    hull, frame = hull_of(vessel), frame_from(placed, figure_of(vessel))
    assert hull is not None
    aboard = [one for one in scene.objects if one.id != vessel.id]
    assert len(aboard) == crew
    for one in aboard:
        left, _, right, bottom = scene.layout[one.id].box
        middle = (left + right) / 2
        assert frame.point((hull.deck[0] - 6, 0))[0] <= middle <= frame.point((hull.deck[1] + 6, 0))[0]
        at = (middle - frame.x) / frame.factor + frame.pivot[0]
        rim = frame.point((0, hull.rim_at(at)))[1]
        assert rim - 0.08 * placed.scale <= bottom <= rim + 0.06 * placed.scale
        shown, size = (
            (bottom - scene.layout[one.id].box[1]),
            figure_of(one).height / 128 * scene.layout[one.id].scale,
        )
        assert 0.4 * size < shown < 0.92 * size


@pytest.mark.parametrize("turn", ["a boat on a lake", "一艘帆船"])
def test_a_boat_alone_has_its_sail(turn: str) -> None:
    assert [thing.kind for thing in told(turn).objects] == ["boat"]


@pytest.mark.parametrize(
    "turns",
    [
        ["a desk with a laptop, a lamp and a cup of coffee"],
        ["书桌上有一台电脑、一盏台灯和一杯咖啡"],
        ["a table with an apple, a book and a vase"],
        ["a laptop on a desk", "add a cup next to the laptop", "add a cat sleeping next to the laptop"],
        ["桌子上有一个蛋糕，蛋糕旁边有两个杯子"],
        ["a desk with a computer", "add a cup to the right of the computer"],
        ["a shelf with three cups and a clock"],
        ["窗台上有三个花瓶"],
        ["a cat on the windowsill", "add a flower pot next to the cat"],
        ["a girl on a bridge", "add a dog next to the girl"],
    ],
)
def test_what_is_on_a_board_stands_on_it_side_by_side(turns: list[str]) -> None:
    scene = told(*turns)
    bearers = {bearer.id: bearer for one in scene.objects if (bearer := bearer_of(scene, one)) is not None}
    ((name, bearer),) = bearers.items()
    ground = scene.layout[name]
    x, y = frame_from(ground, figure_of(bearer)).point(figure_of(bearer).rest)
    half = figure_of(bearer).rest_width * ground.scale / 128 / 2
    on_it = [one for one in scene.objects if one.id != name]
    assert len(on_it) > 1
    for one in on_it:
        left, _, right, bottom = scene.layout[one.id].box
        assert abs(bottom - y) <= 0.05 * ground.scale, one.kind
        assert x - half - 4 <= (left + right) / 2 <= x + half + 4
    for first, second in combinations(on_it, 2):
        here, there = scene.layout[first.id].box, scene.layout[second.id].box
        shared = min(here[2], there[2]) - max(here[0], there[0])
        assert shared <= 0.3 * min(here[2] - here[0], there[2] - there[0]), (first.kind, second.kind)


@pytest.mark.parametrize(("side", "way"), [("left", -1), ("right", 1)])
def test_left_and_right_hold_on_a_table(side: str, way: int) -> None:
    scene = told("a laptop on a desk", f"add a cup to the {side} of the laptop")
    ((_, laptop),), ((_, cup),) = of_kind(scene, "laptop"), of_kind(scene, "cup")
    assert way * (cup.x - laptop.x) > 0


@pytest.mark.parametrize(
    ("turns", "gone"),
    [
        (["a laptop on a desk", "add a cup next to the laptop", "remove the laptop"], False),
        (["a cat in a boat", "add a dog next to the cat", "remove the boat"], True),
    ],
)
def test_what_was_beside_one_that_goes_does_not_hang_in_the_air(turns: list[str], gone: bool) -> None:
    scene = told(*turns)
    last = scene.objects[-1]
    if gone:
        assert bearer_of(scene, last) is None
        assert scene.layout[last.id].base > 0.6 * scene_size(scene)[1]
    else:
        assert bearer_of(scene, last) is not None


@pytest.mark.parametrize(
    ("turns", "kind"),
    [
        (["a cat looking out of the window"], "cat"),
        (["一只白猫趴在窗台上"], "cat"),
        (["一只猫坐在窗边"], "cat"),
    ],
)
def test_who_is_small_sits_on_the_sill_before_the_window(turns: list[str], kind: str) -> None:
    scene = told(*turns)
    ((_, window),), ((cat, placed),) = of_kind(scene, "bay-window"), of_kind(scene, kind)
    assert cat.rel is not None
    assert cat.rel.type == "on"
    assert window.box[0] <= placed.box[0]
    assert placed.box[2] <= window.box[2]
    assert window.box[1] < placed.box[1]
    assert placed.box[3] < window.box[3] - 0.2 * (window.box[3] - window.box[1])
    assert scene.env.place == "room"


def test_the_window_shows_what_falls() -> None:
    dry = told("a cat on the windowsill")
    wet = msgspec.structs.replace(dry, env=msgspec.structs.replace(dry.env, weather="snow"))
    ((window, placed),), ((_, cat),) = of_kind(dry, "bay-window"), of_kind(dry, "cat")
    pixels = [draw(scene, SIDE, SIDE).pixels for scene in (dry, wet)]
    k = SIDE / scene_size(dry)[0]
    pane = np.s_[
        int(k * placed.box[1]) + 8 : int(k * cat.box[1]), int(k * placed.box[0]) + 12 : int(k * cat.box[0])
    ]
    assert window.pose is None
    assert not np.array_equal(pixels[0][pane], pixels[1][pane])


@pytest.mark.parametrize(
    ("turn", "bearer", "count"),
    [
        ("two monkeys in the windows of a submarine", "submarine", 2),
        ("一艘黄色的潜水艇，窗户里有两只小猴子", "submarine", 2),
        ("a cat at the window of a house", "house", 1),
        ("房子的窗户里有一只猫", "house", 1),
        ("three pigs in a train", "railway-car", 3),
        ("an astronaut in a rocket", "rocket", 1),
        ("two girls in a car", "car", 2),
    ],
)
def test_who_is_inside_looks_out_of_a_window_of_its_own(turn: str, bearer: str, count: int) -> None:
    scene = told(turn)
    ((_, around),) = of_kind(scene, bearer)
    inside = [scene.layout[one.id].box for one in scene.objects if stock_of(one).alive]
    assert len(inside) == count == len(scene.objects) - 1
    for left, top, right, bottom in inside:
        assert around.box[0] <= left
        assert right <= around.box[2]
        assert around.box[1] <= top
        assert bottom <= around.box[3]
    assert all(min(a[2], b[2]) - max(a[0], b[0]) <= 2 for a, b in combinations(inside, 2))


def test_what_is_beside_a_hat_stands_beside_its_wearer() -> None:
    scene = told("一个女孩在海边，戴着草帽", "旁边放一个椰子")
    ((coconut, placed),), ((girl, where),) = of_kind(scene, "coconut"), of_kind(scene, "girl")
    assert coconut.rel is not None
    assert coconut.rel.to == girl.id
    assert abs(placed.base - where.base) < 0.1 * scene_size(scene)[1]


@pytest.mark.parametrize(
    "turn",
    [
        "a cat in a boat",
        "a monkey in a submarine",
        "a boy in a car",
        "a laptop with a cup next to it on a table",
    ],
)
def test_an_svg_hides_what_the_picture_hides(turn: str) -> None:
    scene = told(turn)
    drawn = draw(scene, SIDE, SIDE).pixels
    image = pyvips.Image.svgload_buffer(svg_of(scene, SIDE, SIDE)).flatten(background=255)
    vector = image.numpy()[..., :3].astype(int)
    borne = next(one for one in scene.objects if bearer_of(scene, one) is not None)
    k = SIDE / scene_size(scene)[0]
    left, top, right, bottom = (round(k * edge) for edge in scene.layout[borne.id].box)
    wide = np.s_[top : bottom + 24, left:right]
    assert np.abs(vector[wide] - drawn[wide]).mean() < 24


@pytest.mark.parametrize("ratio", ["1:1", "9:16", "16:9"])
@pytest.mark.parametrize(
    "turns",
    [
        ["a birthday card for Anna with a cake", "add balloons", "add a cat"],
        ["生日贺卡，写上“妈妈生日快乐”", "加几个气球", "加一只小熊"],
        ["birthday invitation for Leo, turning 4, with trucks", "add balloons"],
        ["a movie poster titled 'The Last Robot' with a robot", "add a moon"],
    ],
)
def test_what_comes_onto_a_sheet_keeps_off_its_words(turns: list[str], ratio: str) -> None:
    scene = told(*turns, ratio=ratio)
    written = word_boxes(scene)
    assert written
    for thing in scene.objects:
        left, top, right, bottom = scene.layout[thing.id].box
        for words in written:
            shared = max(0.0, min(right, words[2]) - max(left, words[0]))
            shared *= max(0.0, min(bottom, words[3]) - max(top, words[1]))
            assert shared <= 0.06 * (right - left) * (bottom - top), (thing.kind, words)


@pytest.mark.parametrize(
    ("turns", "count"),
    [
        (["a cat stuck in a tree"], 1),
        (["树上有三只小鸟"], 3),
        (["an apple tree with three apples"], 3),
        (["ten apples on a tree"], 10),
        (["two squirrels in a pine tree"], 2),
        (["a monkey in a palm tree", "add a bird in the tree"], 2),
    ],
)
def test_what_is_in_a_tree_is_in_its_crown(turns: list[str], count: int) -> None:
    scene = told(*turns)
    (tree,) = [one for one in scene.objects if one.kind.endswith("tree")]
    left, top, right, bottom = scene.layout[tree.id].box
    within = [scene.layout[one.id].box for one in scene.objects if one.id != tree.id]
    assert len(within) == count
    for box in within:
        assert left <= box[0]
        assert box[2] <= right
        assert top <= (box[1] + box[3]) / 2 <= top + 0.75 * (bottom - top)
    for one, other in combinations(within, 2):
        shared = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
        assert min(shared) <= 0.35 * (one[2] - one[0])


@pytest.mark.parametrize(
    ("turn", "relations"),
    [
        ("树下的长椅上坐着一个老人", {"bench": "below tree", "old-man": "on bench"}),
        ("一个女孩坐在树下的长椅上看书", {"bench": "below tree", "girl": "on bench"}),
        ("沙发旁边的桌子上有一盏灯", {"dining-table": "beside couch", "lamp": "on dining-table"}),
        (
            "a boy and a girl sitting on a bench under a tree",
            {"boy": "on bench", "girl": "on bench", "bench": "below tree"},
        ),
        ("a bench with a couple sitting on it", {"man": "on bench", "woman": "on bench"}),
        ("a cup of tea on a table next to a book", {"tea": "on dining-table", "book": "beside tea"}),
        ("a bicycle leaning against a wall", {"bicycle": "front brick-wall"}),
        ("a stack of books with an apple on top", {"apple": "on books"}),
        ("a vase on a table by the window", {"vase": "on dining-table", "dining-table": "beside bay-window"}),
    ],
)
def test_places_that_stand_to_places_are_all_kept(turn: str, relations: dict[str, str]) -> None:
    scene = told(turn)
    kind = {one.id: one.kind for one in scene.objects}
    found = {one.kind: f"{one.rel.type} {kind[one.rel.to]}" for one in scene.objects if one.rel is not None}
    assert {name: found.get(name) for name in relations} == relations


@pytest.mark.parametrize(
    "turn",
    [
        "a boy holding a big box",
        "一个小男孩双手抱着一个大礼物",
        "a girl holding a bouquet of flowers",
        "a woman hugging a big dog",
        "a girl holding a teddy bear",
    ],
)
def test_what_is_held_hides_neither_mouth_nor_eyes(turn: str) -> None:
    scene = told(turn)
    holder, held = scene.objects
    anchors = figure_of(holder).anchors
    frame = frame_from(scene.layout[holder.id], figure_of(holder))
    left, top, right, _ = scene.layout[held.id].box
    for eye in anchors.eyes:
        x, y = frame.point(eye)
        assert not (left < x < right and top < y)
    mouth = frame.point((anchors.nose[0], anchors.nose[1] + 0.05 * anchors.head))
    assert not (left < mouth[0] < right and top < mouth[1])


def test_ducks_on_a_pond_are_in_the_water() -> None:
    scene = told("池塘里有两只鸭子，岸边有一棵柳树")
    swimming, (_, tree) = of_kind(scene, "duck"), of_kind(scene, "willow")[0]
    assert all(duck.pose == "swim" and placed.base < tree.base for duck, placed in swimming)


@pytest.mark.parametrize(
    ("turn", "land", "kind"),
    [
        ("a castle on a hill", "hill", "castle"),
        ("a lighthouse on a rock in the sea", "rock", "lighthouse"),
        ("悬崖上有一座城堡", "cliff-rock", "castle"),
        ("小山坡上有一棵树", "hill", "tree"),
    ],
)
def test_what_is_built_on_land_is_as_much_of_the_picture(turn: str, land: str, kind: str) -> None:
    scene = told(turn)
    ((_, below),), ((_, built),) = of_kind(scene, land), of_kind(scene, kind)
    assert (
        below.box[1] - 0.05 * below.scale
        <= built.box[3]
        <= below.box[1] + 0.3 * (below.box[3] - below.box[1])
    )
    assert built.box[3] - built.box[1] > 0.35 * (below.box[3] - below.box[1])


def test_what_goes_to_the_other_side_on_a_sill_goes_past_who_is_there() -> None:
    scene = told("一只猫趴在窗台上", "猫右边放一盆红花", "花盆移到左边")
    (cat,) = (one for one in scene.objects if one.kind == "cat")
    (pot,) = (one for one in scene.objects if one.kind == "flower-pot")
    assert scene.layout[pot.id].x < scene.layout[cat.id].box[0]
    assert scene.layout[pot.id].base == scene.layout[cat.id].base


@pytest.mark.parametrize(
    "wish", ["two kids around a snowman", "a campfire with two people sitting around it"]
)
def test_two_around_something_stand_beside_it(wish: str) -> None:
    scene = arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)
    pair = [one for one in scene.objects if one.rel is not None]
    assert [one.rel.type for one in pair if one.rel is not None] == ["beside", "beside"]
    left, right = sorted(scene.layout[one.id].x for one in pair)
    assert left < scene.layout[scene.objects[0].id].x < right


def test_three_around_something_are_a_ring() -> None:
    scene = compose_scene("three kids around a snowman", ratio="1:1", seed=3, language="en").scene
    assert [one.rel.type for one in scene.objects if one.rel is not None] == ["around"] * 3


@pytest.mark.parametrize(
    ("turns", "cake", "many"),
    [
        (("a birthday cake with five candles",), "cake", 5),
        (("一个生日蛋糕，上面有七根蜡烛",), "cake", 7),
        (("a birthday cake with three candles",), "birthday-cake", 0),
        (("a birthday cake", "add five candles"), "cake", 5),
        (("a cake", "put three candles on it"), "cake", 3),
        (("a birthday cake with five candles", "make it seven candles"), "cake", 7),
        (("a birthday cake with five candles", "remove two candles"), "cake", 3),
    ],
)
def test_candles_stand_on_the_cake(turns: tuple[str, ...], cake: str, many: int) -> None:
    scene = told(*turns)
    candles = of_kind(scene, "birthday-candle")
    assert (scene.objects[0].kind, len(candles)) == (cake, many)
    assert all(
        one.rel is not None and (one.rel.type, one.rel.to) == ("on", scene.objects[0].id)
        for one, _ in candles
    )


@pytest.mark.parametrize(
    ("turns", "kinds"),
    [
        (("three balloons", "turn them into stars"), ["star"] * 3),
        (("三个苹果", "都换成梨"), ["pear"] * 3),
        (("a farm with a cow", "plant a tree next to the cow"), ["cow", "tree"]),
        (("an astronaut on the moon", "plant a flag next to him"), ["astronaut", "flag"]),
        (("一个农场", "种一棵树"), ["tree"]),
    ],
)
def test_all_become_and_what_is_planted_comes_alone(turns: tuple[str, ...], kinds: list[str]) -> None:
    assert [one.kind for one in told(*turns).objects] == kinds


@pytest.mark.parametrize("wish", ["add the earth in the sky", "天上加一枚火箭"])
def test_the_moon_has_a_sky_as_well(wish: str) -> None:
    assert told("an astronaut on the moon", wish).env.place == "moon"


def test_who_comes_to_gifts_under_a_tree_stands_at_the_tree_in_his_own_size() -> None:
    scene = told("a christmas tree", "add three gifts under the tree", "santa stands next to it")
    (santa, placed), (tree, tall) = of_kind(scene, "santa-claus")[0], of_kind(scene, "christmas-tree")[0]
    assert santa.rel is not None
    assert santa.rel.to == tree.id
    assert placed.box[3] - placed.box[1] > 0.5 * (tall.box[3] - tall.box[1])


@pytest.mark.parametrize(
    ("turns", "kinds"),
    [
        (("两只鸟", "一只变成蓝色", "去掉另一只"), ["blue bird"]),
        (("两只鸟", "一只变成蓝色", "把另一只去掉"), ["blue bird"]),
        (("a boat and a lighthouse", "turn it into night with a full moon"), ["boat", "lighthouse", "moon"]),
    ],
)
def test_who_is_not_meant_stays(turns: tuple[str, ...], kinds: list[str]) -> None:
    shown = [f"{one.colour or ''} {one.kind}".strip() for one in told(*turns).objects]
    assert sorted(shown) == kinds


@pytest.mark.parametrize(
    "wish", ["a cosy living room with a sofa, a lamp and a cat on the rug", "a sofa, and a dog on a rug"]
)
def test_no_sofa_hides_who_is_on_the_rug(wish: str) -> None:
    made = draw(arrange(compose_scene(wish, ratio="1:1", seed=7, language="en").scene), SIDE, SIDE)
    labels, names = made.labels(), [one.id for group in made.painted() for one in group]
    pet = next(one for one in made.scene.objects if one.kind in ("cat", "dog"))
    body = int((made.sprites[pet.id].rgba[..., 3] > 127).sum())
    assert (labels == names.index(pet.id) + 1).sum() > 0.9 * body


def test_one_of_those_who_come_is_as_told() -> None:
    scene = told("a birthday cake with five candles", "add three balloons, one of them pink")
    assert sorted(one.colour or "" for one, _ in of_kind(scene, "balloon")) == ["", "", "pink"]


@pytest.mark.parametrize(
    ("turns", "kind"),
    [
        (("a boy playing football", "let a girl be the goalkeeper"), "girl"),
        (("小朋友在踢足球", "再加一个女孩当守门员"), "woman-goalkeeper"),
    ],
)
def test_who_is_to_be_the_goalkeeper_is_one_and_not_two(turns: tuple[str, ...], kind: str) -> None:
    scene = told(*turns)
    assert [
        one.kind for one in scene.objects if stock_of(one).alive and one.kind not in ("boy", "child")
    ] == [kind]


@pytest.mark.parametrize(
    ("turns", "kind"),
    [
        (("a boy playing football in front of a goal", "let a girl be the goalkeeper"), "girl"),
        (("a boy playing football in front of a goal", "add a goalkeeper"), "goalkeeper"),
        (("两个男孩在球门前踢足球", "再加一个女孩当守门员"), "woman-goalkeeper"),
    ],
)
def test_who_comes_to_keep_a_goal_stands_between_its_posts_and_brings_no_ball(
    turns: tuple[str, ...], kind: str
) -> None:
    scene = told(*turns)
    ((_, keeper),) = of_kind(scene, kind)
    ((_, goal),) = of_kind(scene, "goal-net")
    assert goal.box[0] < keeper.box[0] < keeper.box[2] < goal.box[2]
    assert len(of_kind(scene, "soccer-ball")) == 1


@pytest.mark.parametrize(
    ("turns", "kind", "left"),
    [
        (("生日蛋糕上插着五根蜡烛", "蜡烛改成三根"), "birthday-candle", 3),
        (("a birthday cake with seven candles on a table", "make it four candles"), "birthday-candle", 4),
        (("一个蛋糕上有五颗草莓", "改成两颗草莓"), "strawberry", 2),
    ],
)
def test_those_that_are_left_on_a_cake_stand_evenly_on_it_in_their_size(
    turns: tuple[str, ...], kind: str, left: int
) -> None:
    before, after = of_kind(told(turns[0]), kind), of_kind(told(*turns), kind)
    assert len(after) == left
    assert {round(one.scale) for _, one in before} >= {round(one.scale) for _, one in after}
    middles = [sum(one.x for _, one in all_of) / len(all_of) for all_of in (before, after)]
    assert abs(middles[0] - middles[1]) < 12


@pytest.mark.parametrize(
    ("edit", "relation"),
    [
        ("add two chickens in front", "front"),
        ("put a dog at the front", "front"),
        ("add a dog behind", "behind"),
    ],
)
def test_in_front_of_nobody_is_before_those_who_are_there(edit: str, relation: str) -> None:
    scene = told("a farmer in a field with a tractor", edit)
    new = [one for one in scene.objects if one.kind in ("chicken", "dog", "tree")]
    assert new
    assert all(one.rel is not None and one.rel.type == relation for one in new)


def test_what_comes_into_the_back_is_far_behind() -> None:
    scene = told("a farmer in a field with a tractor", "Please add an old tree in the back.")
    assert [one.size for one in scene.objects if one.kind == "tree"] == ["far"]
