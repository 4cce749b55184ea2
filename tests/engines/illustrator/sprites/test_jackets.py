"""Jackets of animals are round the trunk, and leave the face, the tail and the feet free."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import rasterise
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.sprites.tailor import cut
from tests.engines.illustrator.scenes import thing

IN_PROFILE = ("cat", "rabbit", "horse", "cow", "duck", "squirrel", "pig", "elephant", "chicken")


@pytest.mark.parametrize("kind", ["vest", "coat", "shirt", "dress"])
@pytest.mark.parametrize("animal", IN_PROFILE)
def test_a_jacket_is_as_long_as_the_trunk(animal: str, kind: str) -> None:
    figure = figure_of(thing("o1", animal))
    body, (left, top, right, bottom) = cut(kind, None, figure)
    assert right - left > 0.32 * figure.width
    assert figure.extent[1] - 1 <= top < bottom < figure.extent[3] + 1
    drawn = rasterise(UNIT, UNIT, body)[..., 3] > 127
    eye, nose = figure.anchors.eye, figure.anchors.nose
    assert not any(drawn[int(y), int(x)] for x, y in (eye, nose))
    solid = rasterise(UNIT, UNIT, figure.body)[..., 3] > 127
    assert 0.1 < drawn.sum() / solid.sum() < 0.66


@pytest.mark.parametrize("kind", ["vest", "apron"])
@pytest.mark.parametrize("animal", ["bear", "robot", "frog", "lion", "snowman"])
def test_what_has_no_sleeves_leaves_the_arms_free(animal: str, kind: str) -> None:
    figure = figure_of(thing("o1", animal))
    body, _ = cut(kind, "#ff0000", figure)
    drawn = rasterise(UNIT, UNIT, body)[..., 3] > 127
    row = drawn[int(figure.anchors.neck[1] + 0.3 * (figure.extent[3] - figure.anchors.neck[1]))]
    assert row.sum() < 0.7 * figure.width
    assert kinds()[kind].wear is not None
