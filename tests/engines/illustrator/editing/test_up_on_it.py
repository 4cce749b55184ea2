"""Who is told to be on "its back" in a first wish is on it, above the body of whoever lies there."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.staging.layout import arrange


@pytest.mark.parametrize(
    ("prompt", "up", "under"),
    [
        ("狮子在睡觉，一只老鼠站在它背上", "mouse", "lion"),
        ("大象在走路，一只小鸟站在它的背上", "bird", "elephant"),
        ("a bear asleep with a bird on its back", "bird", "bear"),
    ],
)
def test_who_is_on_its_back_is_above_it(prompt: str, up: str, under: str) -> None:
    scene = arrange(compose_scene(prompt, ratio="1:1", seed=3, language=language_of(prompt)).scene)
    high, low = (
        next(scene.layout[one.id] for one in scene.objects if one.kind == kind) for kind in (up, under)
    )
    middle = (low.box[1] + low.box[3]) / 2
    assert high.box[3] < middle + 0.2 * (low.box[3] - low.box[1])
    assert low.box[0] < (high.box[0] + high.box[2]) / 2 < low.box[2]


def test_a_child_rides_on_the_shoulders() -> None:
    scene = compose_scene("爸爸在散步，儿子骑在他肩上", ratio="1:1", seed=3, language="zh").scene
    boy = next(one for one in scene.objects if one.kind == "boy")
    assert boy.rel is not None
    assert (boy.rel.type, boy.rel.part) == ("on", "neck")
