"""Whoever is in somebody's arms and has a hat on hides no face with it."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.standing import frame_from
from tests.engines.illustrator.retelling.test_offhand import of_kind, scene_of


@pytest.mark.parametrize(
    "turns",
    [
        ["a mother holding a baby", "give the baby a hat"],
        ["a mother with a baby in her arms", "put a woolly hat on the baby"],
        ["a mother holding a baby with a cap"],
    ],
)
def test_a_hat_is_not_before_the_mouth_of_who_holds_the_baby(turns: list[str]) -> None:
    scene = scene_of(*turns)
    (mother,) = of_kind(scene, "woman")
    hat = next(one for one in scene.objects if one.rel is not None and one.rel.part == "head")
    figure = figure_of(mother)
    frame = frame_from(scene.layout[mother.id], figure)
    x, chin = frame.point((figure.anchors.nose[0], figure.anchors.nose[1] + 0.16 * figure.anchors.head))
    half = 0.08 * figure.anchors.head * frame.factor
    left, top, right, _ = scene.layout[hat.id].box
    assert top >= chin or right <= x - half or left >= x + half  # at the shoulder


def test_it_is_held_as_before_without_one() -> None:
    before = scene_of("a mother holding a baby")
    after = scene_of("a mother holding a baby", "give the baby a hat", "remove the hat")
    (baby,) = of_kind(before, "baby")
    assert before.layout[baby.id].box == after.layout[baby.id].box
