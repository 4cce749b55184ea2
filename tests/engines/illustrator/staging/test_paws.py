"""What animals play, read and fish with is between their paws or at their mouths; rods, strings and carts go the right way."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import frame_from


def staged(prompt: str) -> Scene:
    language = "zh" if prompt[0] > "一" else "en"
    composed = compose_scene(prompt, ratio="1:1", seed=7, language=language)  # type: ignore[arg-type]
    assert not composed.notes
    return arrange(composed.scene)


def every(scene: Scene, kind: str) -> list[Thing]:
    return [one for one in scene.objects if one.kind == kind]


@pytest.mark.parametrize(
    ("prompt", "player", "held"),
    [
        ("a cat playing the guitar", "cat", "guitar"),
        ("a cow playing the accordion", "cow", "accordion"),
        ("a dog playing the guitar", "dog", "guitar"),
        ("a cat reading a book", "cat", "book"),
        ("a cat fishing", "cat", "fishing-rod"),
        ("一只猫在弹吉他", "cat", "guitar"),
    ],
)
def test_an_animal_sits_up_with_it_between_its_paws(prompt: str, player: str, held: str) -> None:
    scene = staged(prompt)
    who, what = every(scene, player)[0], every(scene, held)[0]
    assert who.pose == "paws"
    figure = figure_of(who)
    frame = frame_from(scene.layout[who.id], figure)
    x, y = frame.point(figure.anchors.hand)
    left, top, right, bottom = scene.layout[what.id].box
    assert left - 20 < x < right + 20
    assert top - 20 < y < bottom + 20
    assert max(right - left, bottom - top) < 1.4 * figure.height * frame.factor


@pytest.mark.parametrize(
    ("prompt", "player", "horn"),
    [
        ("a horse playing the trumpet", "horse", "trumpet"),
        ("an elephant playing the saxophone", "elephant", "saxophone"),
        ("a rabbit playing the flute", "rabbit", "flute"),
    ],
)
def test_what_is_blown_begins_at_the_mouth(prompt: str, player: str, horn: str) -> None:
    scene = staged(prompt)
    who, what = every(scene, player)[0], every(scene, horn)[0]
    figure, placed = figure_of(who), scene.layout[who.id]
    x, y = frame_from(placed, figure).point(figure.anchors.nose)
    left, top, right, _ = scene.layout[what.id].box
    assert abs((left if placed.flip else right) - x) < 20
    assert abs(top - y) < 60


@pytest.mark.parametrize("prompt", ["two cats fishing with fishing rods by a lake", "两只猫在河边钓鱼"])
def test_rods_do_not_cross(prompt: str) -> None:
    scene = staged(prompt)
    rods = sorted(scene.layout[one.id].box for one in every(scene, "fishing-rod"))
    assert len(rods) == 2
    assert rods[0][2] < rods[1][0]


def test_balloons_have_their_strings_in_one_hand() -> None:
    scene = staged("a girl with three balloons")
    knots = {(scene.layout[one.id].x, one.rel and one.rel.type) for one in every(scene, "balloon")}
    boxes = sorted(scene.layout[one.id].box[0] for one in every(scene, "balloon"))
    assert {how for _, how in knots} == {"hold"}
    assert boxes[0] < boxes[1] < boxes[2]
    assert all(
        one.rel and one.rel.part == "hand" for one in every(staged("an elephant with balloons"), "balloon")
    )


def test_a_horse_looks_away_from_the_cart_it_pulls() -> None:
    scene = staged("a horse pulling a cart")
    horse, cart = (scene.layout[every(scene, kind)[0].id] for kind in ("horse", "wooden-cart"))
    assert horse.flip == (horse.x > cart.x)
