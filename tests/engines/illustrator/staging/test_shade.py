"""Who is told to be under a parasol or a tree is below its canopy, and not at its side."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import changed, first_picture


def _outside(scene: Scene, shelter: str) -> list[str]:
    """Those below it whose middle is not below it."""
    over = next(one for one in scene.objects if one.kind == shelter)
    left, _, right, _ = scene.layout[over.id].box
    below = [one for one in scene.objects if one.rel is not None and one.rel.type == "below"]
    assert below
    return [one.kind for one in below if not left < sum(scene.layout[one.id].box[::2]) / 2 < right]


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("wish", "edit", "shelter"),
    [
        ("海边日落，沙滩上有把遮阳伞", "伞下面放张躺椅", "beach-umbrella"),
        ("a beach with a parasol", "put a dog under the parasol", "beach-umbrella"),
        ("沙滩上有一棵椰子树", "树下坐着一个男孩", "palm-tree"),
        ("a big tree in a meadow", "add a bench under the tree", "tree"),
        ("a café with an awning", "put a table under the awning", "tarpaulin-canopy"),
    ],
)
def test_below_its_canopy(wish: str, edit: str, shelter: str, seed: int) -> None:
    assert not _outside(changed(first_picture(wish, seed=seed), edit).scene, shelter)


@pytest.mark.parametrize(
    "wish", ["a family of four on the beach under a striped parasol", "一家三口在遮阳伞下面"]
)
def test_a_family_fits_below_it(wish: str) -> None:
    scene = first_picture(wish)
    over = next(scene.layout[one.id].box for one in scene.objects if one.kind == "beach-umbrella")
    for one in scene.objects:
        if one.rel is not None and one.rel.type == "below":
            left, top, right, _ = scene.layout[one.id].box
            assert over[0] - 8 <= left
            assert right <= over[2] + 8
            assert top > over[1] + 0.3 * (over[3] - over[1])


def test_a_blanket_lies_before_the_trunk() -> None:
    scene = changed(first_picture("a big oak tree in a meadow"), "put a picnic blanket under it").scene
    assert [one.rel.type for one in scene.objects if one.rel is not None] == ["below"]
