"""Fire comes out of the mouth of who breathes it, the way that one looks, and takes nobody's place."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def told(*turns: str) -> Scene:
    language = language_of(turns[0])
    scene = arrange(compose_scene(turns[0], ratio="1:1", seed=3, language=language).scene)
    for turn in turns[1:]:
        scene = arrange(edit_scene(turn, [scene], ratio="1:1", seed=4, language=language).scene)
    return scene


@pytest.mark.parametrize(
    "turns",
    [
        ("a dragon breathing fire",),
        ("a fire-breathing dragon over a castle",),
        ("a dragon", "it breathes fire"),
        ("a dragon", "make it spit fire"),
        ("a knight and a dragon", "the dragon is breathing fire at the knight"),
        ("一条龙在喷火",),
        ("一条喷火龙飞过城堡",),
        ("一条龙", "让它喷火"),
        ("an elephant spraying water",),
    ],
)
def test_a_stream_leaves_the_mouth_the_way_one_looks(turns: tuple[str, ...]) -> None:
    scene = told(*turns)
    stream = next(one for one in scene.objects if one.kind in ("fire-breath", "water-jet"))
    bearer = scene.thing(stream.rel.to) if stream.rel is not None else None
    assert bearer is not None
    assert bearer.kind in ("dragon", "elephant")
    placed, box = scene.layout[bearer.id], scene.layout[stream.id].box
    middle = (box[0] + box[2]) / 2
    assert (middle > placed.x) == placed.flip


def test_each_of_two_dragons_breathes_fire() -> None:
    scene = told("two dragons breathing fire")
    assert sorted(one.kind for one in scene.objects) == ["dragon", "dragon", "fire-breath", "fire-breath"]
