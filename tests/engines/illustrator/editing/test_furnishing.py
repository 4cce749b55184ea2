"""How a room is furnished: curtains at its windows, lamps on stands, one hearth and one rug, furniture along the wall."""

import pytest

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.backdrops import place_of, wall_of
from paintover.engines.illustrator.backdrops.home import has_mirror
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene, Scenery
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import scene_size, shared_area
from tests.engines.illustrator.told import first_picture


def _language(words: str) -> Language:
    return "en" if words.isascii() else "zh"


def _edited(scene: Scene, edit: str) -> tuple[Scene, tuple[str, ...]]:
    done = edit_scene(edit, [scene], ratio="1:1", seed=1, language=_language(edit))
    return arrange(done.scene, former=done.former), done.notes


@pytest.mark.parametrize(
    ("wish", "colour"),
    [
        ("a bedroom with pink curtains and a bed", "pink"),
        ("卧室里有粉色的窗帘和一张床", "pink"),
        ("a living room with curtains and a sofa", "own"),
    ],
)
def test_curtains_of_a_new_room_are_at_its_window(wish: str, colour: str) -> None:
    scene = first_picture(wish, seed=1)
    assert (len(scene.objects), scene.env.scenery.curtains) == (1, colour)


def test_who_hides_behind_a_curtain_does_so_still() -> None:
    assert "curtain" in {
        one.kind for one in first_picture("a cat hiding behind red curtains in a living room", seed=1).objects
    }


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("hang red curtains", "red"),
        ("make the curtains green", "green"),
        ("把窗帘换成粉色", "pink"),
        ("去掉窗帘", "none"),
        ("remove the curtains", "none"),
    ],
)
def test_curtains_that_a_room_has_are_changed(edit: str, told: str) -> None:
    after, notes = _edited(first_picture("a living room with a sofa", seed=1), edit)
    assert (after.env.scenery.curtains, notes) == (told, ())


@pytest.mark.parametrize(
    ("wish", "stand"),
    [
        ("a bedroom with a bed and a lamp", "nightstand"),
        ("卧室里有一张床和一盏台灯", "nightstand"),
        ("书房里有一张书桌和一盏台灯", "desk"),
        ("客厅里有一张沙发和一盏台灯", "nightstand"),
    ],
)
def test_a_small_lamp_stands_on_something(wish: str, stand: str) -> None:
    scene = first_picture(wish, seed=1)
    (lamp,) = [one for one in scene.objects if one.kind == "lamp"]
    assert lamp.rel is not None
    assert (lamp.rel.type, scene.thing(lamp.rel.to).kind) == ("on", stand)  # type: ignore[union-attr]


def test_a_lamp_of_a_living_room_is_one_on_the_floor() -> None:
    assert [one.kind for one in first_picture("a living room with a sofa and a lamp", seed=1).objects] == [
        "couch",
        "floor-lamp",
    ]


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("教室里老师在讲课", "门口挂两个红灯笼"),
        ("餐厅里一家人围着桌子吃饭", "门口挂两个红灯笼"),
        ("a classroom with three children", "hang two red lanterns at the door"),
    ],
)
def test_lanterns_at_a_door_that_is_not_there_hang_from_the_ceiling(wish: str, edit: str) -> None:
    before = first_picture(wish, seed=1)
    after, notes = _edited(before, edit)
    came = [one for one in after.objects if before.thing(one.id) is None]
    assert [(one.kind, one.pose, one.rel) for one in came] == [("lantern", CEILING, None)] * 2
    first, second = (after.layout[one.id].box for one in came)
    assert abs(first[0] - second[0]) > first[2] - first[0]
    assert len(notes) == 1


@pytest.mark.parametrize("seed", range(1, 7))
def test_there_is_one_hearth(seed: int) -> None:
    alone = first_picture("a living room with a fireplace and an armchair", seed=seed)
    assert alone.env.scenery.bed == Scenery.NONE
    added, _ = _edited(first_picture("a living room with a sofa", seed=seed), "add a fireplace")
    assert added.env.scenery.bed == Scenery.NONE


def test_a_rug_that_comes_lies_under_the_sofa_instead_of_the_rooms_own() -> None:
    after, _ = _edited(first_picture("a living room with a sofa", seed=2), "add a rug")
    assert after.env.scenery.rug == Scenery.NONE
    sofa, rug = after.layout["o1"].box, after.layout["o2"].box
    assert rug[0] < sofa[0]
    assert sofa[2] < rug[2]


@pytest.mark.parametrize("kind", ["bookshelf", "fireplace", "wardrobe", "piano"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_large_furniture_that_comes_stands_along_the_wall(kind: str, seed: int) -> None:
    before = first_picture("a living room with a sofa", seed=seed)
    after, _ = _edited(before, f"add a {kind}")
    horizon = place_of(after.env, after.seed).horizon * scene_size(after)[1]
    placed = after.layout["o2"]
    assert placed.base < horizon + 0.2 * (scene_size(after)[1] - horizon)
    assert placed.box[3] - placed.box[1] > 0.6 * (after.layout["o1"].box[3] - after.layout["o1"].box[1])


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
@pytest.mark.parametrize("thing", ["a clock", "a mirror", "a painting"])
def test_what_is_hung_up_covers_no_window(thing: str, seed: int) -> None:
    after, _ = _edited(first_picture("a living room with a sofa", seed=seed), f"hang {thing} on the wall")
    box = after.layout["o2"].box
    for one in wall_of(after.env, after.seed, *scene_size(after)).openings:
        assert shared_area(box, one.box) == 0


def test_curtains_are_added_where_there_are_none_and_only_there() -> None:
    rooms = (first_picture("教室里有一张课桌", seed=seed) for seed in range(1, 9))
    bare = next(one for one in rooms if wall_of(one.env, one.seed, *scene_size(one)).openings)
    after, _ = _edited(bare, "add curtains")
    assert after.env.scenery.curtains == "own"
    with pytest.raises(NotDrawable, match="already"):
        _edited(first_picture("a living room with a sofa", seed=1), "add curtains")


@pytest.mark.parametrize("wish", ["an office with two desks and computers", "书房里有书桌、电脑和台灯"])
def test_computers_are_on_the_desks(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    for one in scene.objects:
        if one.kind == "desktop-computer":
            assert one.rel is not None
            assert scene.thing(one.rel.to).kind == "desk"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("edit", "paint"),
    [("paint the walls light pink", "light-pink"), ("墙刷成浅粉色", "light-pink"), ("墙刷成粉色", "pink")],
)
def test_a_wall_is_as_light_as_told(edit: str, paint: str) -> None:
    assert _edited(first_picture("a bedroom with a bed", seed=1), edit)[0].env.scenery.wall == paint


@pytest.mark.parametrize("seed", range(1, 7))
def test_a_mirror_that_comes_takes_the_place_of_a_mirror_and_of_nothing_else(seed: int) -> None:
    before = first_picture("a bathroom with a bathtub", seed=seed)
    after, _ = _edited(before, "add a mirror on the wall")
    taken = [wall_of(one.env, one.seed, *scene_size(one)).taken for one in (before, after)]
    assert taken[1] == ([] if has_mirror(before.seed, before.env.scenery) else taken[0])
