"""Several who lie on one rug lie side by side; animals on a sofa sit close; a flock above the sea is small."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize("prompt", ["two girls lying on one rug", "一家三口躺在地毯上"])
def test_all_lie_down_within_its_breadth(prompt: str) -> None:
    scene = first_picture(prompt, seed=1)
    (rug,) = (scene.layout[one.id] for one in scene.objects if one.kind == "rug")
    lying = [scene.layout[one.id] for one in scene.objects if one.kind != "rug"]
    assert len(lying) > 1
    assert all(abs(one.angle) == 90 for one in lying)
    assert all(rug.box[0] < one.box[0] < one.box[2] < rug.box[2] for one in lying)
    middles = [(one.box[1] + one.box[3]) / 2 for one in lying]
    assert middles == sorted(middles)
    assert middles[-1] - middles[0] > 0.4 * (lying[0].box[3] - lying[0].box[1])


def test_three_cats_on_a_sofa_are_no_toys() -> None:
    scene = first_picture("three cats on a sofa", seed=1)
    sofa, *cats = (scene.layout[one.id].box for one in scene.objects)
    assert all(box[3] - box[1] > 0.45 * (sofa[3] - sofa[1]) for box in cats)


def test_gulls_above_the_sea_are_small() -> None:
    scene = first_picture("seagulls over the sea", seed=1)
    assert all(scene.layout[one.id].scale < 0.3 * 1024 * 128 / 100 for one in scene.objects)
    assert all(
        scene.layout[one.id].box[3] - scene.layout[one.id].box[1] < 0.32 * 1024 for one in scene.objects
    )


def test_a_young_deer_has_no_antlers() -> None:
    assert [one.kind for one in first_picture("a deer with its baby", seed=1).objects] == ["deer", "doe"]
    assert [one.kind for one in first_picture("森林里有一只小鹿", seed=1).objects] == ["doe"]
