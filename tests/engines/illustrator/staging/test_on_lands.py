"""Who is on a hill, a trampoline or a chair is as large as in any other picture."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.staging.layout import arrange


@pytest.mark.parametrize(
    ("wish", "kind", "least"),
    [
        ("a boy on a hill", "boy", 0.33),
        ("a goat on a mountain", "goat", 0.28),
        ("a child flying a kite on a hill", "child", 0.28),
        ("three kids jumping on a trampoline", "child", 0.3),
        ("a man standing on a table", "man", 0.3),
        ("a crocodile on a chair", "crocodile", 0.18),
    ],
)
def test_nobody_up_there_is_tiny(wish: str, kind: str, least: float) -> None:
    scene = arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)
    _, top, _, bottom = scene.layout[next(one.id for one in scene.objects if one.kind == kind)].box
    assert bottom - top >= least * 1024
    assert top >= 0
