"""Things on an animal's back share its breadth, and a stool is lower than a tub."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.sprites.tailor import cut
from paintover.engines.illustrator.staging.standing import frame_from
from tests.engines.illustrator.told import changed, first_picture


def test_apples_on_a_hedgehog_are_no_larger_than_it() -> None:
    scene = first_picture("a hedgehog with apples on its back")
    hedgehog, *apples = (scene.layout[one.id].box for one in scene.objects)
    assert len(apples) == 3
    assert sum(right - left for left, _, right, _ in apples) < hedgehog[2] - hedgehog[0]


def test_a_stool_is_lower_than_the_tub() -> None:
    scene = changed(first_picture("a bathroom with a bathtub"), "put a stool beside the bathtub").scene
    tall = {one.kind: scene.layout[one.id].box[3] - scene.layout[one.id].box[1] for one in scene.objects}
    assert tall["stool"] < 0.75 * tall["bathtub"]


@pytest.mark.parametrize("who", ["elephant", "pig", "hippo", "turtle"])
def test_a_load_is_behind_the_head(who: str) -> None:
    scene = first_picture(f"a {who} wearing a backpack")
    animal = figure_of(scene.objects[0])
    eye = frame_from(scene.layout[scene.objects[0].id], animal).point(animal.anchors.eye)[0]
    assert scene.layout[scene.objects[1].id].box[0] > eye


@pytest.mark.parametrize(
    ("who", "worn"), [("pig", "cape"), ("hippo", "cape"), ("elephant", "apron"), ("pig", "apron")]
)
def test_cloth_on_four_legs_leaves_the_face_free(who: str, worn: str) -> None:
    animal = figure_of(first_picture(f"a {who}").objects[0])
    left, top, right, low = cut(worn, None, animal)[1]
    assert left > animal.anchors.nose[0] - 0.25 * animal.anchors.head
    assert right - left > 0.2 * animal.width
    assert low - top > 0.5 * animal.height
