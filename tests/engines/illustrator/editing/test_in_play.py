"""The ball of a game: of which sort it is, and who has it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "ball", "pose"),
    [
        ("a football match, two players running after the ball", "soccer-ball", "run"),
        ("a striker kicking a ball", "soccer-ball", "kick"),
        ("a basketball player dunking the ball", "basketball", "jump"),
        ("两个足球运动员在抢球", "soccer-ball", "kick"),
    ],
)
def test_one_ball_of_that_game(wish: str, ball: str, pose: str) -> None:
    scene = first_picture(wish)
    assert [one.kind for one in scene.objects if "ball" in one.kind.rpartition("-")[2]].count(ball) == 1
    assert not any(one.kind == "ball" for one in scene.objects)
    assert pose in {one.pose for one in scene.objects}


def test_players_who_celebrate_kick_nothing() -> None:
    scene = first_picture("players celebrating after a football match")
    assert {one.pose for one in scene.objects if one.kind == "soccer-player"} == {"cheer"}


def test_who_bats_has_a_bat() -> None:
    kinds = {one.kind for one in first_picture("a baseball player hitting the ball").objects}
    assert "baseball-bat" in kinds
    assert "tennis-racket" not in kinds
