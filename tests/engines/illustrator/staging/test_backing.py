"""What comes behind somebody and is higher than they are rises above them."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import changed, first_picture


def _tops(scene: Scene, kind: str) -> list[int]:
    return [scene.layout[one.id].box[1] for one in scene.objects if one.kind == kind]


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("wish", "edit", "kind", "before"),
    [
        ("an old man on a park bench", "put a big tree behind the bench", "tree", "bench"),
        ("一个爷爷坐在公园长椅上", "长椅后面加棵大树", "tree", "old-man"),
        ("a girl in a meadow", "add a castle behind her", "castle", "girl"),
        ("草地上有一头牛", "牛后面加一个谷仓", "barn", "ox"),
    ],
)
def test_it_rises_above_them(wish: str, edit: str, kind: str, before: str, seed: int) -> None:
    scene = changed(first_picture(wish, seed=seed), edit).scene
    there = _tops(scene, before) or [one.box[1] for one in scene.layout.values()]
    assert _tops(scene, kind)[0] < min(there)


def test_a_small_one_stays_lower() -> None:
    base = first_picture("an old man on a park bench")
    small, large = (changed(base, f"put a {size} tree behind the bench").scene for size in ("small", "big"))
    assert _tops(small, "tree")[0] > _tops(large, "tree")[0] + 60
