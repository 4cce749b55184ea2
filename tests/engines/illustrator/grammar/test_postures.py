"""Arms and legs of who does something with the hands while sitting, riding or holding something else."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.held import hand_at
from paintover.engines.illustrator.staging.layout import frame_from

from .test_stances import compose, edit


def limbs(scene: Scene) -> set[str]:
    return {one.limbs for one in scene.objects} - {""}


@pytest.mark.parametrize(
    ("wish", "change", "told"),
    [
        ("a boy sitting on the ground", "give him a flag", "lift+meditate"),
        ("一个女孩坐在地上", "给她一本书", "read+meditate"),
        ("a girl riding a horse", "make her wave", "wave+ride"),
        ("a boy riding a bike", "he waves", "wave+ride"),
        ("a girl sitting on a swing", "she claps", "clap+sit"),
        ("a boy with a balloon", "give him an ice cream", "lift&hold"),
        ("a man with a cup", "give him an umbrella", "hold&shade"),
        ("a bear sitting on the ground", "give it a balloon", "lift"),
    ],
)
def test_hands_and_legs_are_told_apart(wish: str, change: str, told: str) -> None:
    assert limbs(edit(compose(wish), change)) == {told}


@pytest.mark.parametrize(
    "wish", ["a boy with a flag", "a girl sitting on a chair with a cup", "a boy sitting on the ground"]
)
def test_a_pose_that_tells_all_is_left_alone(wish: str) -> None:
    assert limbs(compose(wish)) == set()


def test_what_is_in_the_other_hand_is_at_that_hand() -> None:
    scene = compose("a girl with a balloon and a teddy bear")
    girl, teddy = scene.objects[0], next(one for one in scene.objects if one.kind == "teddy-bear")
    x, y = hand_at(figure_of(girl), frame_from(scene.layout[girl.id], figure_of(girl)), second=True)
    left, top, right, bottom = scene.layout[teddy.id].box
    assert left < x < right
    assert top < y < bottom


def test_who_waves_and_stands_up_has_the_legs_of_who_stands() -> None:
    waving = edit(compose("a boy sitting on the ground"), "give him a flag")
    assert limbs(edit(waving, "he stands up")) == set()


def test_nobody_eats_a_flag() -> None:
    assert edit(compose("a kid eating"), "give the kid a flag").objects[0].pose == "lift"
