"""Bowls and what lies in and beside them; hats, glasses and umbrellas as people have them."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.bearing import BRIMMED
from paintover.engines.illustrator.staging.layout import arrange


def picture(wish: str, *edits: str, seed: int = 1) -> Scene:
    scene = arrange(compose_scene(wish, ratio="1:1", seed=seed, language=language_of(wish)).scene)
    for edit in edits:
        done = edit_scene(edit, [scene], ratio="1:1", seed=seed, language=language_of(edit))
        scene = arrange(done.scene, former=done.former)
    return scene


def one(scene: Scene, kind: str) -> Thing:
    return next(thing for thing in scene.objects if thing.kind == kind)


@pytest.mark.parametrize(
    ("wish", "dish"),
    [
        ("桌上有一碗牛肉面和一双筷子", "beef-noodles"),
        ("a bowl of beef noodles and chopsticks on a table", "beef-noodles"),
        ("桌上有一碗面条和一双筷子", "noodle-bowl"),
        ("a bowl of noodles with chopsticks on a table", "noodle-bowl"),
    ],
)
def test_chopsticks_lie_beside_a_bowl_that_has_none_of_its_own(wish: str, dish: str) -> None:
    scene = picture(wish)
    left, _, right, _ = scene.layout[one(scene, dish).id].box
    sticks = scene.layout[one(scene, "chopsticks").id].box
    assert sticks[2] - sticks[0] < 2 * (right - left)
    assert sticks[3] - sticks[1] < 0.5 * (sticks[2] - sticks[0])


@pytest.mark.parametrize(
    ("wish", "edit", "dish"),
    [
        ("桌上有一碗牛肉面", "面里加个荷包蛋", "beef-noodles"),
        ("a bowl of noodles on a table", "add a fried egg to the noodles", "noodles"),
    ],
)
def test_a_fried_egg_lies_in_the_bowl(wish: str, edit: str, dish: str) -> None:
    scene = picture(wish, edit)
    egg, bowl = one(scene, "fried-egg"), one(scene, dish)
    assert egg.rel is not None
    assert (egg.rel.type in ("on", "inside"), egg.rel.to) == (True, bowl.id)
    left, top, right, bottom = scene.layout[bowl.id].box
    x0, _, x1, y1 = scene.layout[egg.id].box
    assert left <= x0
    assert x1 <= right
    assert top < y1 < bottom


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("一个爸爸和一个女孩在公园里", "让爸爸戴顶帽子"),
        ("a boy in a park", "give the boy a hat"),
    ],
)
def test_a_plain_hat_of_anybody_sits_on_the_head(wish: str, edit: str) -> None:
    scene = picture(wish, edit)
    hat = one(scene, "hat")
    assert hat.pose == BRIMMED
    assert hat.rel is not None
    head = scene.layout[hat.rel.to].box
    assert scene.layout[hat.id].box[3] > head[1] + 0.05 * (head[3] - head[1])


@pytest.mark.parametrize("wish", ["a boy wearing a top hat", "一只戴帽子的狗", "a magician with a hat"])
def test_other_hats_stay_as_they_were(wish: str) -> None:
    assert all(thing.pose != BRIMMED for thing in picture(wish).objects)


@pytest.mark.parametrize("wish", ["a boy wearing glasses", "戴眼镜的老奶奶", "a girl with glasses"])
def test_glasses_are_as_far_apart_as_the_eyes_and_no_wider_than_the_face(wish: str) -> None:
    scene = picture(wish)
    glasses = one(scene, "glasses")
    assert glasses.rel is not None
    wearer = scene.thing(glasses.rel.to)
    assert wearer is not None
    left, _, right, _ = scene.layout[glasses.id].box
    factor = scene.layout[wearer.id].scale / 128
    assert right - left < 1.1 * figure_of(wearer).anchors.head * factor


@pytest.mark.parametrize(
    "wish", ["下雨天，一个女孩打着红伞走路", "a man walking in the rain with an umbrella"]
)
def test_who_walks_in_the_rain_has_the_umbrella_over_the_head(wish: str) -> None:
    scene = picture(wish)
    umbrella = one(scene, "umbrella")
    assert umbrella.rel is not None
    walker = scene.layout[umbrella.rel.to].box
    over = scene.layout[umbrella.id].box
    assert over[1] < walker[1]
    assert over[0] < (walker[0] + walker[2]) / 2 < over[2]


def test_who_walks_on_without_an_umbrella_lowers_the_arm() -> None:
    scene = picture("a girl walking in the rain with an umbrella", "remove the umbrella")
    assert [thing.pose for thing in scene.objects] == ["walk"]


@pytest.mark.parametrize(
    ("wish", "edit", "back", "front"),
    [
        ("a birthday cake and a vase on a table", "put a gift in front of the cake", "birthday-cake", "gift"),
        ("桌上有一碗面条和一个茶壶", "茶壶前面放一个苹果", "teapot", "apple"),
        ("a computer and a lamp on a desk", "put a cup in front of the computer", "computer", "cup"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_put_before_something_on_a_table_is_before_it_and_lower(
    wish: str, edit: str, back: str, front: str, seed: int
) -> None:
    scene = picture(wish, edit, seed=seed)
    before = next(scene.layout[each.id] for each in scene.objects if each.kind.endswith(front))
    behind = next(scene.layout[each.id] for each in scene.objects if each.kind.endswith(back))
    common = min(before.box[2], behind.box[2]) - max(before.box[0], behind.box[0])
    assert common > 20
    assert before.base > behind.base
    assert before.box[3] - before.box[1] < behind.box[3] - behind.box[1]


@pytest.mark.parametrize(
    ("wish", "edits", "kinds"),
    [
        (
            "a breakfast table with toast and a cup of coffee",
            ["add a glass of juice next to the coffee"],
            ("juice-glass", "coffee"),
        ),
        ("桌上有一碗面条和一个茶壶", ["茶壶旁边放一个苹果"], ("apple", "teapot")),
        ("a birthday cake on a table", ["put a gift next to the cake"], ("gift", "birthday-cake")),
    ],
)
def test_what_is_put_next_to_something_on_a_table_is_next_to_it(
    wish: str, edits: list[str], kinds: tuple[str, str]
) -> None:
    scene = picture(wish, *edits)
    new, old = (scene.layout[one(scene, kind).id].box for kind in kinds)
    assert -25 < max(new[0] - old[2], old[0] - new[2]) < 90


@pytest.mark.parametrize(("said", "kind"), [("a bucket", "bucket"), ("a parrot", "parrot")])
def test_the_chest_of_a_picture_with_a_treasure_chest_is_nobodys_breast(said: str, kind: str) -> None:
    scene = picture("a pirate on a beach with a treasure chest", f"add {said} next to the chest")
    rel = one(scene, kind).rel
    assert rel is not None
    assert (rel.type, rel.to) == ("beside", one(scene, "treasure-chest").id)
