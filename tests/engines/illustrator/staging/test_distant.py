"""What is said to be far away is small at the horizon, and those in front leave it free."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import shared_area


def painted(prompt: str, seed: int, *edits: str) -> Scene:
    language = "zh" if prompt[0] > "一" else "en"
    scene = arrange(compose_scene(prompt, ratio="1:1", seed=seed, language=language).scene)  # type: ignore[arg-type]
    for edit in edits:
        changed = edit_scene(edit, [scene], ratio="1:1", seed=seed, language=language)  # type: ignore[arg-type]
        scene = arrange(changed.scene, former=changed.former)
    return scene


WISHES = [
    (("a red barn in the background and two horses",), "barn"),
    (("two cows in a field, in the background a red barn",), "barn"),
    (("a small house far away and three children",), "house"),
    (("a tiny castle far away, a knight on a horse",), "castle"),
    (("a cabin across the lake and a boy",), "log-cabin"),
    (("a lake with a cabin behind it",), "log-cabin"),
    (("two dolphins and a sailboat on the horizon",), "boat"),
    (("草地上有两匹马,远处有座小木屋",), "log-cabin"),
    (("背景里有一座城堡,一个公主骑着马",), "castle"),
    (("一个农夫,背景是红色的谷仓",), "barn"),
    (("湖对面有一座小木屋",), "log-cabin"),
    (("远处有一个小村庄,一个牧羊人",), "house"),
    (("a horse", "add a barn in the background"), "barn"),
    (("一匹马", "背景里加一座谷仓"), "barn"),
    (("a lake and a duck", "put a cabin behind the lake"), "log-cabin"),
]


@pytest.mark.parametrize(("wishes", "kind"), WISHES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_is_small_at_the_horizon(wishes: tuple[str, ...], kind: str, seed: int) -> None:
    scene = painted(wishes[0], seed, *wishes[1:])
    far = [scene.layout[one.id] for one in scene.objects if one.kind == kind]
    near = [scene.layout[one.id] for one in scene.objects if one.kind != kind]
    assert far
    for placed in far:
        left, top, right, bottom = placed.box
        assert abs(placed.base - 1024 * place_of(scene.env, seed).horizon) < 60
        assert left >= 0
        assert right <= 1024
        assert bottom - top < 0.36 * 1024
        hidden = sum(shared_area(placed.box, one.box) for one in near)
        assert hidden < 0.5 * (right - left) * (bottom - top)
        assert all(one.base > placed.base for one in near)


@pytest.mark.parametrize("prompt", ["a rainbow in the background and a horse", "a horse and a distant moon"])
def test_what_spans_the_sky_is_as_large_as_ever(prompt: str) -> None:
    scene = painted(prompt, 1)
    sky = next(scene.layout[one.id] for one in scene.objects if one.kind != "horse")
    assert sky.box[2] - sky.box[0] > 0.12 * 1024


@pytest.mark.parametrize(
    ("prompt", "edit", "place"),
    [
        ("a lake and a duck", "add mountains in the background", "lake"),
        ("a boat on the sea", "add some mountains on the horizon", "sea"),
        ("a farm with a cow", "add a mountain in the distance", "farm"),
        ("三只羊", "远处加几座山", "meadow"),
        ("公园里有两个孩子", "后面画上雪山", "park"),
    ],
)
def test_mountains_come_behind_the_place_that_is_there(prompt: str, edit: str, place: str) -> None:
    before, after = painted(prompt, 1), painted(prompt, 1, edit)
    assert (after.env.place, after.env.scenery.peaks) == (place, 1)
    assert after.layout == before.layout
    gone = painted(prompt, 1, edit, "remove the mountains" if edit.isascii() else "把山去掉")
    assert gone.env == before.env


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a beach with a girl", "add a boat at the horizon"),
        ("a beach with a girl", "put a ship on the horizon"),
        ("一个女孩在海边", "海平面上加一艘船"),
        ("一个女孩在海边", "在水平线上加一艘帆船"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_boat_at_the_horizon_lies_far_out_on_the_water(wish: str, edit: str, seed: int) -> None:
    scene = painted(wish, seed, edit)
    (boat,) = [one for one in scene.objects if one.kind in ("boat", "ship")]
    _, top, _, foot = scene.layout[boat.id].box
    horizon = place_of(scene.env, scene.seed).horizon * 1024
    assert horizon + 20 < foot < horizon + 60
    assert foot - top < 0.2 * 1024


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a woman on the beach", "add a dog in the background"),
        ("a woman on the beach", "add two kids in the background"),
        ("a girl by the lake", "add a tent in the background"),
        ("一个女人在海边", "背景里加一个小孩"),
        ("a woman on the beach", "add a palm tree in the background"),
        ("a pirate on the beach", "add a crowd in the background"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_who_is_far_off_by_the_water_stands_on_the_shore(wish: str, edit: str, seed: int) -> None:
    scene = painted(wish, seed, edit)
    place = place_of(scene.env, seed)
    assert place.water is not None
    for one in scene.objects[1:]:
        assert scene.layout[one.id].base > 1024 * place.water


def test_what_is_far_off_is_nearer_where_others_hide_the_horizon() -> None:
    turns = ["add two kids in the background", "add a tractor in the background"]
    scene = painted("a barn and a cow", 14, *turns, "add three chickens in the background")
    barn = next(scene.layout[one.id].box for one in scene.objects if one.kind == "barn")
    chickens = [scene.layout[one.id].box for one in scene.objects if one.kind == "chicken"]
    assert len(chickens) == 3
    assert all(shared_area(one, barn) < 0.2 * (one[2] - one[0]) * (one[3] - one[1]) for one in chickens)


@pytest.mark.parametrize(
    "turns",
    [
        ("two sailors on the deck of a ship", "add another ship in the background"),
        ("a captain on the deck of a ship", "add a pirate ship on the left"),
        ("a captain on the deck of a ship", "add a sailboat behind"),
        ("a captain on the deck of a ship, a pirate ship behind him",),
        ("船长站在甲板上", "加一艘船在远处"),
        ("船长站在甲板上", "再加一只鲸鱼在背景里"),
    ],
)
def test_another_ship_is_out_at_sea_and_not_on_the_deck(turns: tuple[str, ...]) -> None:
    scene = painted(turns[0], 3, *turns[1:])
    ship = scene.layout[scene.objects[-1].id]
    assert ship.base < 1024 * (place_of(scene.env, 3).horizon + 0.06)
    sailor = scene.layout[scene.objects[0].id].box
    assert sailor[3] - sailor[1] > 0.45 * 1024


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [("add another tree in the distance", "tree"), ("加两只羊在远处", "sheep")],
)
def test_one_more_in_the_distance_is_far_off(prompt: str, kind: str) -> None:
    scene = painted("a meadow with a horse", 3, prompt)
    assert {one.size for one in scene.objects if one.kind == kind} == {"far"}


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("two ducks on a pond", "add two ducks"),
        ("a duck on a lake", "add three ducks"),
        ("池塘里两只鸭子", "加两只鸭子"),
        ("two swans on a lake", "add another swan"),
    ],
)
@pytest.mark.parametrize("seed", [3, 4])
def test_more_swim_beside_those_there_and_before_none(wish: str, edit: str, seed: int) -> None:
    scene = painted(wish, seed, edit)
    there = [one for one in scene.objects if one.id in {each.id for each in painted(wish, seed).objects}]
    for one in scene.objects:
        for other in there:
            if one is not other and one not in there:
                box, its = scene.layout[one.id].box, scene.layout[other.id].box
                smaller = min((each[2] - each[0]) * (each[3] - each[1]) for each in (box, its))
                assert shared_area(box, its) < 0.6 * smaller


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a girl riding a horse", "a fence behind"),
        ("a girl in the park", "two trees behind"),
        ("a girl in the park", "and another tree behind please"),
    ],
)
def test_what_is_told_to_be_behind_comes_behind_those_there(wish: str, edit: str) -> None:
    scene = painted(wish, 3, edit)
    assert scene.objects[-1].rel is not None
    assert scene.objects[-1].rel.type == "behind"
    assert scene.layout[scene.objects[-1].id].base < scene.layout[scene.objects[0].id].base


@pytest.mark.parametrize(
    ("turns", "kind"),
    [
        (("图书馆里一个女孩坐在桌子旁看书", "桌子下面有一只猫", "后面加一个老师"), "girl"),
        (("草地上两匹马", "加一只鸡", "后面加一个谷仓"), "horse"),
    ],
)
def test_behind_alone_is_behind_the_main_ones_and_not_what_came_last(
    turns: tuple[str, ...], kind: str
) -> None:
    scene = painted(turns[0], 3, *turns[1:])
    rel = scene.objects[-1].rel
    assert rel is not None
    ground = scene.thing(rel.to)
    assert ground is not None
    assert (rel.type, ground.kind) == ("behind", kind)
