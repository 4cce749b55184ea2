"""Hats leave the eyes of animals free, and a backpack behind a broad body is seen."""

from __future__ import annotations

import numpy as np
import pytest

from paintover.engines.illustrator.sprites.stock import figure_of
from tests.engines.illustrator.scenes import drawn
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize("hat", ["hard hat", "crown", "party hat", "top hat"])
@pytest.mark.parametrize("animal", ["frog", "pig", "duck", "owl", "tiger", "hedgehog"])
def test_a_hat_ends_above_the_eyes(animal: str, hat: str) -> None:
    scene = first_picture(f"a {animal} wearing a {hat}")
    wearer = scene.objects[0]
    worn = next(one for one in scene.objects if one.rel is not None)
    place = scene.layout[wearer.id]
    left, top, right, bottom = place.box
    figure = figure_of(wearer)
    eye = top + (figure.anchors.eye[1] - figure.extent[1]) / figure.height * (bottom - top)
    assert scene.layout[worn.id].box[3] < eye
    assert scene.layout[worn.id].box[2] - scene.layout[worn.id].box[0] < 0.8 * (right - left)


@pytest.mark.parametrize("animal", ["gorilla", "sheep", "bear"])
def test_a_backpack_is_seen_behind_who_wears_it(animal: str) -> None:
    scene = first_picture(f"a {animal} wearing a backpack")
    worn = next(one for one in scene.objects if one.kind == "backpack")
    picture = drawn(scene)
    sprite = picture.sprites[worn.id]
    shown = picture.sprites[scene.objects[0].id]
    mine = np.zeros((picture.height, picture.width), bool)
    for one, solid in ((sprite, True), (shown, False)):
        alpha = one.rgba[..., 3] > 127
        mine[one.top : one.top + alpha.shape[0], one.left : one.left + alpha.shape[1]][alpha] = solid
    assert mine.sum() > 0.3 * (sprite.rgba[..., 3] > 127).sum()


@pytest.mark.parametrize("who", ["chef", "wizard", "witch", "man"])
def test_an_umbrella_is_over_the_hat(who: str) -> None:
    scene = first_picture(f"a {who} holding an umbrella")
    umbrella = next(one for one in scene.objects if one.kind == "umbrella")
    holder = scene.layout[scene.objects[0].id].box
    left, top, right, _ = scene.layout[umbrella.id].box
    assert top < holder[1] - 0.2 * (holder[3] - holder[1])
    assert right - left > 1.5 * (holder[2] - holder[0])
