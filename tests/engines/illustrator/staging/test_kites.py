"""A kite flies where it is seen."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.drawing.render import Drawing
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.staging.layout import arrange


@pytest.mark.parametrize("seed", range(1, 7))
@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("a girl flying a kite next to a tree", "en"),
        ("a boy holds a kite beside a house", "en"),
        ("一个男孩在大树旁边放风筝", "zh"),
    ],
)
def test_nothing_hides_a_kite(wish: str, language: str, seed: int) -> None:
    scene = arrange(
        compose_scene(wish, ratio="1:1", seed=seed, language="zh" if language == "zh" else "en").scene
    )
    drawing = Drawing(scene, 384, 384)
    for _ in drawing.stages():
        pass
    assert "kite" not in {one.kind for one in hidden(drawing, {one.id for one in scene.objects})}
