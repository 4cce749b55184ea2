"""Balloons are beside the face of who holds them, wherever the hands are, and an umbrella is over everybody's head."""

from __future__ import annotations

import math

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import frame_from
from tests.engines.illustrator.told import changed, first_picture


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


@pytest.mark.parametrize(
    "wish", ["a pirate playing the guitar", "a ghost reading a book", "a snowman playing the guitar"]
)
def test_what_is_played_or_read_hides_no_face_that_is_drawn_whole(wish: str) -> None:
    scene = compose(wish)
    who, held = scene.objects[0], scene.objects[-1]
    frame, under = frame_from(scene.layout[who.id], figure_of(who)), figure_of(who)
    left, top, right, bottom = scene.layout[held.id].box
    (x, chin), size = (
        frame.point((under.anchors.nose[0], under.anchors.nose[1] + 0.3 * under.anchors.head)),
        0.3 * under.anchors.head * frame.factor,
    )
    assert (top + bottom) / 2 > chin or right < x - size or left > x + size


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a teddy bear on a bed", "give it a flower"),
        ("a rag doll", "she holds a balloon"),
        ("一只玩具熊", "让它拿着一把勺子"),
    ],
)
def test_a_toy_has_things_in_its_paw(wish: str, edit: str) -> None:
    answer = changed(first_picture(wish), edit)
    toy, held = answer.scene.objects[-2:]
    assert held.rel is not None
    assert (held.rel.type, held.rel.to, held.rel.part) == ("hold", toy.id, "hand")
    left, top, right, bottom = answer.scene.layout[toy.id].box
    x, y = frame_from(answer.scene.layout[toy.id], figure_of(toy)).point(figure_of(toy).anchors.hand)
    assert left < x < right
    assert top < y < min(bottom, answer.scene.layout[held.id].box[3])
