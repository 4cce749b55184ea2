"""What is told to lie on the ground is beside somebody, and on nobody."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def _talk(*turns: str) -> Scene:
    language = [("zh" if turn[0] > "z" else "en") for turn in turns]
    scene = arrange(compose_scene(turns[0], ratio="1:1", seed=3, language=language[0]).scene)  # type: ignore[arg-type]
    for turn, lang in zip(turns[1:], language[1:], strict=True):
        composed = edit_scene(turn, [scene], ratio="1:1", seed=3, language=lang)  # type: ignore[arg-type]
        scene = arrange(composed.scene, former=composed.former)
    return scene


@pytest.mark.parametrize(
    ("turns", "kind", "beside"),
    [
        (("a boy with a red hat and a dog", "put his hat on the grass"), "hat", "boy"),
        (("a boy with a red hat and a dog", "take off his hat and put it on the ground"), "hat", "boy"),
        (
            ("a girl with sunglasses on the beach", "the sunglasses should lie on the sand"),
            "sunglasses",
            "girl",
        ),
        (("a boy with a backpack at school", "drop the backpack on the floor"), "backpack", "boy"),
        (("沙滩上一个女孩戴着草帽", "把草帽摘下来放在地上"), "straw-hat", "girl"),
        (("一个戴帽子的男孩和一只狗", "帽子掉在地上了"), "hat", "boy"),
        (("a boy flying a kite", "a straw hat is lying on the grass"), "straw-hat", "boy"),
        (("a boy and a dog in a park", "add a straw hat lying on the grass"), "straw-hat", "dog"),
        (("草地上一个男孩", "草地上放一顶帽子"), "hat", "boy"),
        (("草地上一个男孩", "加一条围巾放在地上"), "scarf", "boy"),
    ],
)
def test_it_is_beside_them(turns: tuple[str, ...], kind: str, beside: str) -> None:
    scene = _talk(*turns)
    (laid,) = [thing for thing in scene.objects if thing.kind == kind]
    assert laid.rel is not None
    assert laid.rel.type == "beside"
    other = scene.thing(laid.rel.to)
    assert other is not None
    assert other.kind == beside


def test_each_hat_lies_beside_its_wearer() -> None:
    scene = _talk(
        "a boy with a red hat and a girl with a blue hat in a meadow", "put their hats on the grass"
    )
    assert all(thing.rel and thing.rel.type == "beside" for thing in scene.objects if thing.kind == "hat")


@pytest.mark.parametrize(
    "turns", [("a boy in a meadow", "put a cat on the grass"), ("一个男孩和一只狗", "让狗躺在草地上")]
)
def test_who_lives_is_beside_nobody_for_that(turns: tuple[str, ...]) -> None:
    assert all(thing.rel is None for thing in _talk(*turns).objects)
