"""Things on an animal's back share its breadth, and a stool is lower than a tub."""

from __future__ import annotations

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
