"""Who comes behind somebody on the move runs at the tail of what goes left, and is as large beside it as in life."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Placement, Scene
from paintover.engines.illustrator.staging.layout import arrange


def _staged(prompt: str) -> Scene:
    return arrange(compose_scene(prompt, ratio="1:1", seed=3, language=language_of(prompt)).scene)


def _of(scene: Scene, kind: str) -> Placement:
    return next(scene.layout[one.id] for one in scene.objects if one.kind == kind)


@pytest.mark.parametrize(
    ("prompt", "lead", "follower"),
    [
        ("a dog following a boy on a bike", "bicycle", "dog"),
        ("a dog running behind a cyclist on a country road", "cyclist", "dog"),
        ("a man driving a tractor with a dog running behind", "tractor", "dog"),
        ("a knight on a horse and a dog running behind him", "horse", "dog"),
        ("妈妈推着婴儿车在公园散步，后面跟着一只小狗", "woman", "dog"),
        ("一个女孩骑着自行车，后面跟着一只猫", "bicycle", "cat"),
        ("爸爸骑着摩托车，小狗在后面追", "motorcycle", "dog"),
    ],
)
def test_a_follower_is_at_the_tail(prompt: str, lead: str, follower: str) -> None:
    done = compose_scene(prompt, ratio="1:1", seed=3, language=language_of(prompt))
    scene = _staged(prompt)
    first, last = _of(scene, lead), _of(scene, follower)
    assert last.x > first.x
    assert last.box[0] > first.box[0] + 0.6 * (
        first.box[2] - first.box[0]
    )  # beside its tail, hidden by nothing
    assert not first.flip
    assert not last.flip
    assert not done.notes


def test_who_hides_behind_somebody_stays_behind_them() -> None:
    scene = _staged("a girl hiding behind a boy")
    assert any(one.rel is not None and one.rel.type == "behind" for one in scene.objects)


@pytest.mark.parametrize(
    "prompt",
    ["a boy pulling his sister on a sled", "哥哥拉着雪橇，妹妹坐在上面", "爷爷拉着雪橇，上面坐着两个孩子"],
)
def test_a_sled_is_as_large_as_fits_who_pulls_it(prompt: str) -> None:
    scene = _staged(prompt)
    puller = next(one for one in scene.objects if one.pose == "pull")
    riders = [one for one in scene.objects if one.rel is not None and one.rel.type == "on"]
    assert riders
    assert scene.env.place == "snow"
    stands = scene.layout[puller.id].box
    for one in riders:
        sits = scene.layout[one.id].box
        assert 0.5 < (sits[3] - sits[1]) / (stands[3] - stands[1]) < 1.1
