"""What hangs is on the front of a house or a door, on the wall or under the ceiling of a room; where there is none, that is said."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.poses import CEILING, HOOKED
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture, language_of


def edited(prompt: str, *edits: str) -> tuple[Scene, Composed]:
    scene = first_picture(prompt, seed=1)
    for edit in edits:
        done = edit_scene(edit, [scene], ratio="1:1", seed=2, language=language_of(edit))
        scene = arrange(done.scene, former=done.former)
    return scene, done


def of_kind(scene: Scene, kind: str) -> list[Thing]:
    return [one for one in scene.objects if one.kind == kind]


@pytest.mark.parametrize(
    ("prompt", "edit", "kind", "many"),
    [
        ("一座老房子", "门口挂两个红灯笼", "lantern", 2),
        ("a cottage in the snow", "hang a lantern on the house", "lantern", 1),
        ("a street with a house", "add lanterns at the door", "lantern", 2),
        ("a log cabin in a forest", "put a wreath on the door", "wreath", 1),
        ("院子里有一座小房子", "门上贴福字", "fu", 1),
        ("院子里有一座小房子", "给房子挂上一串彩灯", "string-lights", 1),
        ("a house at night", "decorate the house with string lights", "string-lights", 1),
        ("a pavilion by a lake", "hang four red lanterns from the eaves", "lantern", 4),
        ("a living room with a fireplace", "hang stockings on the fireplace", "christmas-stocking", 3),
        ("a living room with a fireplace", "hang two stockings from the mantel", "christmas-stocking", 2),
    ],
)
def test_what_is_hung_at_a_door_hangs_on_the_house(prompt: str, edit: str, kind: str, many: int) -> None:
    scene, done = edited(prompt, edit)
    hung = of_kind(scene, kind)
    bearer = scene.objects[0]
    left, top, right, bottom = scene.layout[bearer.id].box
    assert [(one.pose, one.rel.to if one.rel else "") for one in hung] == [(HOOKED, bearer.id)] * many
    boxes = [scene.layout[one.id].box for one in hung]
    assert all(left <= box[0] < box[2] <= right and top < box[1] < box[3] < bottom for box in boxes)
    assert len(set(boxes)) == many
    assert not done.notes


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("门口挂两个红灯笼", ["house", "lantern", "lantern"]),
        ("a house with a wreath on the door and string lights", ["house", "wreath", "string-lights"]),
        (
            "two red lanterns hanging at the door of a courtyard house",
            ["courtyard-house", "lantern", "lantern"],
        ),
        ("a door with a wreath", ["door", "wreath"]),
    ],
)
def test_a_new_picture_hangs_it_too(prompt: str, kinds: list[str]) -> None:
    scene = first_picture(prompt, seed=1)
    assert sorted(one.kind for one in scene.objects) == sorted(kinds)
    assert all(
        one.pose == HOOKED for one in scene.objects if one.kind not in ("house", "courtyard-house", "door")
    )


@pytest.mark.parametrize(
    ("prompt", "edit", "kind"),
    [
        ("a big oak tree", "hang two lanterns from a branch", "lantern"),
        ("草地上有一棵大树", "树枝上挂一个灯笼", "lantern"),
        ("a living room with a fireplace", "put a clock on the mantel", "clock"),
    ],
)
def test_a_branch_is_its_tree_s_and_a_mantel_its_fire_s(prompt: str, edit: str, kind: str) -> None:
    scene, done = edited(prompt, edit)
    assert {one.kind for one in scene.objects[1:]} == {kind}
    assert all(one.rel is not None and one.rel.to == "o1" for one in of_kind(scene, kind))
    assert not done.notes


@pytest.mark.parametrize("edit", ["put a lantern on the roof", "屋顶上放一个灯笼"])
def test_what_is_put_on_the_roof_stands_there(edit: str) -> None:
    scene, _ = edited("一座房子", edit)
    (lantern,) = of_kind(scene, "lantern")
    assert lantern.pose is None
    assert scene.layout[lantern.id].box[1] < scene.layout["o1"].box[1]


@pytest.mark.parametrize(
    ("prompt", "edit", "kind", "pose"),
    [
        ("a girl in a living room", "add a window behind her", "window", "hung"),
        ("一个男孩在卧室里", "加一扇窗户", "window", "hung"),
        ("a cat in a kitchen", "add a poster behind the cat", "wall-poster", "hung"),
        ("a cat in a kitchen", "add a mirror", "mirror", "hung"),
        ("a cat in a room", "hang a lantern", "lantern", CEILING),
        ("客厅里有一只猫", "挂一个鸟笼", "bird-cage", CEILING),
        ("客厅里有一只猫", "墙上贴福字", "fu", "hung"),
    ],
)
def test_in_a_room_it_is_on_the_wall_or_under_the_ceiling(
    prompt: str, edit: str, kind: str, pose: str
) -> None:
    scene, _ = edited(prompt, edit)
    (thing,) = of_kind(scene, kind)
    assert thing.pose == pose
    assert scene.layout[thing.id].box[3] < 0.62 * 1024


def test_a_window_needs_a_wall() -> None:
    scene, done = edited("a woman reading in a garden", "add a plant and a window behind her")
    assert not of_kind(scene, "window")
    assert of_kind(scene, "potted-plant")
    assert done.notes == ("There is no wall in the picture",)


@pytest.mark.parametrize(
    ("prompt", "stand"),
    [("卧室里有一张床", "nightstand"), ("a kitchen with a table and a cat", "dining-table")],
)
def test_a_table_lamp_stands_on_a_table(prompt: str, stand: str) -> None:
    scene, _ = edited(prompt, "加一盏台灯")
    (lamp,), (table,) = of_kind(scene, "lamp"), of_kind(scene, stand)
    assert lamp.rel is not None
    assert lamp.rel.to == table.id


def test_a_lamp_is_put_beside_the_face_of_who_sits_at_the_desk() -> None:
    scene, _ = edited("a boy at a desk in his room", "add a lamp on the desk")
    (lamp,), (boy,) = of_kind(scene, "lamp"), of_kind(scene, "boy")
    assert (
        scene.layout[lamp.id].box[2] < scene.layout[boy.id].x
        or scene.layout[lamp.id].box[0] > scene.layout[boy.id].x
    )


def test_a_mirror_that_is_added_mirrors_nothing() -> None:
    scene, done = edited("a cat on a chair in a room", "add a mirror on the wall")
    assert scene.layout["o1"] == first_picture("a cat on a chair in a room", seed=1).layout["o1"]
    assert of_kind(scene, "mirror")
    assert not done.notes
