"""Balloons are beside the face of who holds them, wherever the hands are, and an umbrella is over everybody's head."""

from __future__ import annotations

import math

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import frame_from


def compose(wish: str) -> Scene:
    return arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)


@pytest.mark.parametrize("how", ["kneeling", "praying", "crouching", "clapping", "running"])
def test_a_balloon_hides_no_face(how: str) -> None:
    scene = compose(f"a boy {how} with a balloon")
    boy, balloon = scene.objects
    figure, under = figure_of(balloon), figure_of(boy)
    left, top, right, low = figure.extent
    frame, stands = frame_from(scene.layout[balloon.id], figure), frame_from(scene.layout[boy.id], under)
    middle, eyes = (
        frame.point(((left + right) / 2, top + 0.33 * (low - top))),
        stands.point(under.anchors.eye),
    )
    radius = 0.5 * (right - left) * frame.factor
    assert math.dist(middle, eyes) > radius + 0.25 * under.anchors.head * stands.factor


@pytest.mark.parametrize("who", ["knight", "pirate", "nurse"])
def test_an_umbrella_is_over_the_head(who: str) -> None:
    scene = compose(f"a {who} with an umbrella")
    box = {one.kind: scene.layout[one.id].box for one in scene.objects}
    assert box["umbrella"][1] < box[who][1]
    assert box["umbrella"][2] - box["umbrella"][0] > box[who][2] - box[who][0]
