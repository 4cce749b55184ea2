"""Who is told to be on a path is on the one that the place has."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import path_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.standing import scene_size
from tests.engines.illustrator.told import changed, first_picture


def _off(scene: Scene, kind: str) -> float:
    """How far it is from the middle of the path, in breadths of the picture."""
    width, height = scene_size(scene)
    way = path_of(scene.env, scene.seed, width, height)
    assert way is not None
    placed = next(scene.layout[one.id] for one in scene.objects if one.kind == kind)
    return abs(placed.x - way(placed.base)) / width


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("a hiker on a mountain path", "hiker"),
        ("一个徒步者走在山间小路上", "hiker"),
        ("a man cycling on a country road", "bicycle"),
        ("乡间小路上，一个男孩骑着自行车", "bicycle"),
    ],
)
def test_at_once(wish: str, kind: str, seed: int) -> None:
    assert _off(first_picture(wish, seed=seed), kind) < 0.06


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
@pytest.mark.parametrize(
    ("wish", "edit", "kind"),
    [
        ("mountains with a pine forest", "add a hiker with a backpack on the path", "hiker"),
        ("a meadow with a path", "put a dog on the path", "dog"),
    ],
)
def test_who_comes(wish: str, edit: str, kind: str, seed: int) -> None:
    assert _off(changed(first_picture(wish, seed=seed), edit).scene, kind) < 0.08
