"""Windows with what is beyond them, what hangs on walls, and what a room has once only."""

from __future__ import annotations

import numpy as np
import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.scene import Scene, Scenery
from paintover.engines.illustrator.staging.layout import arrange


def composed(prompt: str) -> Composed:
    language: Language = "en" if prompt.isascii() else "zh"
    return compose_scene(prompt, ratio="1:1", seed=3, language=language)


def seen_through(scene: Scene) -> list[str]:
    """What is beyond the window."""
    windows = [thing.id for thing in scene.objects if thing.kind == "bay-window"]
    assert len(windows) == 1
    return [t.kind for t in scene.objects if t.rel is not None and (t.rel.type, t.rel.to) == ("inside", windows[0])]  # fmt: skip


@pytest.mark.parametrize(
    ("prompt", "beyond", "place"),
    [
        ("卧室里，窗外是月亮和星星", ["moon", "star"], "bedroom"),
        ("一只猫从窗户往外看小鸟", ["bird"], "room"),
        ("窗外是繁华的城市夜景，女孩坐在窗台上", ["city-view"], "room"),
        ("an old man looking out of the window at the city", ["city-view"], "room"),
        ("a hotel room with a view of the sea", ["sea-view"], "bedroom"),
        ("a girl at her desk, outside the window a big tree and a bird", ["tree", "bird"], "room"),
        ("a bedroom, the moon shining through the window", ["moon"], "bedroom"),
    ],
)
def test_what_is_outside_is_seen_through_the_window(prompt: str, beyond: list[str], place: str) -> None:
    scene = composed(prompt).scene
    assert seen_through(scene) == beyond
    assert scene.env.place == place
    assert scene.env.scenery.panes == Scenery.NONE


def test_it_is_drawn_within_the_panes() -> None:
    scene = draw(arrange(composed("a moon behind the window").scene)).scene
    (window,) = (one.box for one in scene.layout.values() if one.box[2] - one.box[0] > 200)
    (moon,) = (scene.layout[t.id].box for t in scene.objects if t.kind == "moon")
    assert window[0] < moon[0]
    assert window[1] < moon[1]
    assert moon[2] < window[2]
    assert moon[3] < (window[1] + window[3]) / 2


@pytest.mark.parametrize(
    ("prompt", "hung"),
    [
        ("a classroom with a map on the wall and a globe on the desk", ["map"]),
        ("客厅墙上挂着一幅画和一个时钟", ["picture", "clock"]),
        ("a kitchen with a fridge, a table and a clock on the wall", ["clock"]),
        ("a mirror and two pictures on the wall", ["mirror", "picture", "picture"]),
        ("a guitar hanging on the wall of a bedroom", ["guitar"]),
    ],
)
def test_what_is_on_the_wall_hangs_there(prompt: str, hung: list[str]) -> None:
    scene = arrange(composed(prompt).scene)
    assert [thing.kind for thing in scene.objects if thing.pose == "hung"] == hung
    floor = 0.62 * 1024
    assert all(scene.layout[t.id].base < floor for t in scene.objects if t.pose == "hung")


def test_an_edit_hangs_up_and_leaves_the_rest() -> None:
    base = draw(arrange(composed("a living room with a sofa").scene)).scene
    done = edit_scene("hang a picture on the wall", [base], ratio="1:1", seed=1, language="en")
    after = arrange(done.scene)
    assert [(t.kind, t.pose) for t in after.objects] == [("couch", None), ("picture", "hung")]
    assert after.layout["o1"] == base.layout["o1"]
    assert not done.notes


def test_a_rug_of_its_own_is_the_only_one() -> None:
    scene = composed("a living room with a red carpet, a sofa and a lamp").scene
    assert [thing.kind for thing in scene.objects].count("rug") == 1
    assert scene.env.scenery.rug == Scenery.NONE
    with_rug = draw(arrange(scene), 96, 96).pixels
    assert np.abs(with_rug.astype(int) - draw(arrange(composed("a room").scene), 96, 96).pixels).mean() > 1


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("a potted cactus on the windowsill", ["bay-window", "potted-cactus"]),
    ],
)
def test_a_potted_plant_has_its_pot(prompt: str, kinds: list[str]) -> None:
    assert [thing.kind for thing in composed(prompt).scene.objects] == kinds


@pytest.mark.parametrize(
    ("first", "edit", "shown", "place"),
    [
        ("一个女孩坐在书桌前", "墙上加一张世界地图", ("map", "hung"), "room"),
        ("a flower shop", "add a woman in front of the shop", ("woman", None), "pavement"),
        ("a dog in a park", "把背景换成咖啡馆", ("dog", None), "cafe"),
    ],
)
def test_an_edit_names_a_place_in_the_picture(
    first: str, edit: str, shown: tuple[str, str | None], place: str
) -> None:
    base = draw(arrange(composed(first).scene), 96, 96).scene
    language: Language = "en" if edit.isascii() else "zh"
    scene = edit_scene(edit, [base], ratio="1:1", seed=1, language=language).scene
    assert shown in [(thing.kind, thing.pose) for thing in scene.objects]
    assert scene.env.place == place
