"""A ball that a cat or a dog has is on the ground before its forepaws; in its mouth only where that is said."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene, Thing
from tests.engines.illustrator.told import first_picture, talk


def _pair(scene: Scene) -> tuple[Thing, Thing]:
    player = next(one for one in scene.objects if one.kind in ("cat", "dog", "puppy", "tiger"))
    return player, next(one for one in scene.objects if one.kind in ("ball", "yarn"))


@pytest.mark.parametrize(
    "wish",
    [
        "a cat playing with a ball",
        "a kitten playing with a ball of yarn",
        "一只猫在玩球",
        "a dog with a ball",
    ],
)
def test_it_is_on_the_ground_before_it(wish: str) -> None:
    scene = first_picture(wish)
    player, ball = _pair(scene)
    whose, its = scene.layout[player.id].box, scene.layout[ball.id].box
    assert abs(its[3] - whose[3]) < 8
    assert its[1] > (whose[1] + whose[3]) / 2
    assert its[0] < whose[0] < its[2]


@pytest.mark.parametrize(
    "talked",
    ["a cat => it plays with a ball", "a puppy => it plays with a red ball", "a cat with a ball => turn it around => it sits"],
)  # fmt: skip
def test_in_a_change_too(talked: str) -> None:
    scene = talk(talked)[-1].scene
    player, ball = _pair(scene)
    assert ball.rel is not None
    assert (ball.rel.type, ball.rel.to) == ("hold", player.id)
    assert abs(scene.layout[ball.id].box[3] - scene.layout[player.id].box[3]) < 8


def test_in_its_mouth_where_that_is_said() -> None:
    scene = first_picture("a dog with a ball in its mouth")
    player, ball = _pair(scene)
    assert scene.layout[ball.id].box[3] < scene.layout[player.id].box[3] - 40
