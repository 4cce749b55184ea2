"""What is said of a room in short: its lights, a rug for its floor, a round table, other clothes for who is there."""

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture


def _language(words: str) -> Language:
    return "en" if words.isascii() else "zh"


def _edited(scene: Scene, edit: str) -> Scene:
    done = edit_scene(edit, [scene], ratio="1:1", seed=1, language=_language(edit))
    assert done.notes == ()
    return arrange(done.scene, former=done.former)


@pytest.mark.parametrize(
    ("edit", "filters"),
    [
        ("关灯", {"darker"}),
        ("把灯关掉", {"darker"}),
        ("turn off the lights", {"darker"}),
        ("switch the light off", {"darker"}),
        ("开灯", {"brighter"}),
        ("turn the lights on", {"brighter"}),
    ],
)
@pytest.mark.parametrize("wish", ["客厅里有一张沙发", "a bedroom with a bed and a lamp"])
def test_lights_are_those_of_the_picture(wish: str, edit: str, filters: set[str]) -> None:
    before = first_picture(wish, seed=1)
    after = _edited(before, edit)
    if filters == {"brighter"} and any(one.kind == "lamp" for one in before.objects):
        assert [one.lit for one in after.objects if one.kind == "lamp"] == [True]
        assert after.grade == before.grade
        return
    assert set(after.grade) == filters
    assert after.objects == before.objects


@pytest.mark.parametrize(
    ("wish", "edit", "kinds"),
    [
        ("客厅里有一张沙发", "地上铺块地毯", ["couch", "rug"]),
        ("客厅里有一张沙发", "铺一块红色的地毯", ["couch", "rug"]),
        ("客厅里有一张沙发", "铺块圆形的地毯", ["couch", "round-rug"]),
        ("客厅里一张桌子", "把桌子换成圆的", ["round-table"]),
        ("客厅里一张桌子", "桌子要圆形的", ["round-table"]),
        ("a living room with a table", "make the table round", ["round-table"]),
        ("a living room with a table", "replace the table with a round one", ["round-table"]),
        ("a living room with a rug and a sofa", "make the rug round", ["round-rug", "couch"]),
    ],
)
def test_furniture_comes_in_the_shape_that_is_told(wish: str, edit: str, kinds: list[str]) -> None:
    assert [one.kind for one in _edited(first_picture(wish, seed=1), edit).objects] == kinds


def test_guests_stay_at_a_table_that_gets_round() -> None:
    before = first_picture("餐厅里一家人围着桌子吃饭", seed=1)
    after = _edited(before, "把桌子换成圆的")
    assert [(one.kind, one.rel) for one in after.objects[1:]] == [
        (one.kind, one.rel) for one in before.objects[1:]
    ]


@pytest.mark.parametrize(
    ("wish", "edit", "kind"),
    [
        ("一个老奶奶在客厅的沙发上织毛衣", "换件紫色的毛衣", "sweater"),
        ("一个小女孩在教室里", "换条红色的裙子", "dress"),
        ("一个小女孩在教室里", "换一顶帽子", "hat"),
    ],
)
def test_clothes_are_for_the_only_one_who_is_there(wish: str, edit: str, kind: str) -> None:
    before = first_picture(wish, seed=1)
    after = _edited(before, edit)
    (came,) = [one for one in after.objects if before.thing(one.id) is None]
    assert came.kind.endswith(kind) or came.kind == "skirt"
    assert came.rel is not None
    assert came.rel.type == "wear"
    assert {one.id for one in before.objects} <= {one.id for one in after.objects}


@pytest.mark.parametrize(
    ("edit", "part", "colour"),
    [
        ("make the tiles blue", "wall", "blue"),
        ("paint the wall tiles blue", "wall", "blue"),
        ("把瓷砖换成绿色", "wall", "green"),
        ("make the floor tiles grey", "ground", "grey"),
        ("地砖换成灰色", "ground", "grey"),
    ],
)
def test_tiles_are_the_wall_or_the_floor(edit: str, part: str, colour: str) -> None:
    assert (
        getattr(_edited(first_picture("a bathroom with a bathtub", seed=1), edit).env.scenery, part) == colour
    )
