"""Who waits at a door in a room where others are stands next to it."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.staging.layout import arrange


@pytest.mark.parametrize("seed", [1, 3, 4])
@pytest.mark.parametrize("wish", ["妈妈和女儿在跳舞，爸爸在门旁边", "老师站在教室门口，同学们在看书"])
def test_nobody_comes_between_a_door_and_who_waits_there(wish: str, seed: int) -> None:
    scene = arrange(compose_scene(wish, ratio="1:1", seed=seed, language="zh").scene)
    door = next(one for one in scene.objects if one.kind == "door")
    waiting = next(one for one in scene.objects if one.rel is not None and one.rel.to == door.id)
    at = {one.id: scene.layout[one.id].x for one in scene.objects if one.rel is None or one is waiting}
    a, b = sorted((at[door.id], at[waiting.id]))
    assert not any(a < x < b for x in at.values())
