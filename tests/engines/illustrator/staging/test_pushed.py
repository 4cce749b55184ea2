"""Who pushes something has the hand at its handle, and takes it along where they go; who lies in it is seen."""

from __future__ import annotations

import math

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.dealings import HANDLES
from paintover.engines.illustrator.staging.layout import arrange, bearer_of, frame_from


def drawn(wish: str) -> tuple[Scene, tuple[str, ...]]:
    done = compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish))
    return arrange(done.scene), done.notes


def one(scene: Scene, kind: str) -> Thing:
    return next(thing for thing in scene.objects if thing.kind == kind)


@pytest.mark.parametrize(
    ("wish", "who", "cart"),
    [
        ("a man pushing a baby in a stroller", "man", "stroller"),
        ("a mother pushing twins in a pram", "woman", "stroller"),
        ("a mother pushing a stroller over a bridge", "woman", "stroller"),
        ("妈妈推着婴儿车过桥", "woman", "stroller"),
        ("a man pushing a cart full of apples", "man", "wooden-cart"),
        ("农民推着小推车", "farmer", "wooden-cart"),
    ],
)
def test_the_hand_is_at_the_handle(wish: str, who: str, cart: str) -> None:
    scene, notes = drawn(wish)
    actor, pushed = one(scene, who), one(scene, cart)
    hand = frame_from(scene.layout[actor.id], figure_of(actor)).point(figure_of(actor).anchors.hand)
    handle = frame_from(scene.layout[pushed.id], figure_of(pushed)).point(HANDLES[cart])
    left, _, right, _ = scene.layout[actor.id].box
    assert math.dist(hand, handle) < 0.3 * (right - left)
    assert not notes


@pytest.mark.parametrize(
    "wish", ["a mother pushing a stroller over a bridge", "妈妈推着婴儿车过桥", "妈妈推着婴儿车走过小桥"]
)
def test_what_is_pushed_goes_over_the_bridge_too(wish: str) -> None:
    scene, _ = drawn(wish)
    bearers = {bearer_of(scene, one(scene, kind)) for kind in ("woman", "stroller")}
    assert bearers == {one(scene, "bridge")}


@pytest.mark.parametrize("wish", ["男孩骑车过桥", "女孩在桥上骑自行车", "两个孩子骑着自行车过石桥"])
def test_who_rides_over_a_bridge_is_on_it(wish: str) -> None:
    scene, notes = drawn(wish)
    assert bearer_of(scene, one(scene, "bicycle")) == one(scene, "bridge")
    assert not notes


@pytest.mark.parametrize(
    ("wish", "many"),
    [
        ("a baby in a pram", 1),
        ("a pram with a baby", 1),
        ("a woman with twins in a pram in the park", 2),
        ("双胞胎坐在婴儿车里", 2),
    ],
)
def test_who_is_in_a_pram_looks_out_over_its_rim(wish: str, many: int) -> None:
    scene, notes = drawn(wish)
    pram = scene.layout[one(scene, "stroller").id].box
    inside = [
        scene.layout[it.id].box for it in scene.objects if it.rel is not None and it.rel.type == "inside"
    ]
    assert len(inside) == many
    assert all(pram[1] < (box[1] + box[3]) / 2 < (pram[1] + pram[3]) / 2 < box[3] for box in inside)
    assert not notes


def test_a_small_bridge_with_somebody_on_it_fills_the_picture() -> None:
    scene, _ = drawn("an old man on a small bridge")
    left, _, right, _ = scene.layout[one(scene, "bridge").id].box
    assert right - left > 0.5 * 1024
