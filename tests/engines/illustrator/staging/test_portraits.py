"""A portrait of several shows them all, and a close-up of one of them that one."""

from itertools import pairwise

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import frame_from


def _head(scene: Scene, one: Thing) -> tuple[float, float, float]:
    """The middle of the eyes across and down, and how broad the head is, in pixels."""
    figure = figure_of(one)
    frame = frame_from(scene.layout[one.id], figure)
    return (*frame.point(figure.anchors.eye), figure.anchors.head * frame.factor)


@pytest.mark.parametrize(
    ("wish", "language", "many"),
    [
        ("a portrait of a groom and a bride", "en", 2),
        ("a portrait of a mother and her baby", "en", 2),
        ("a portrait of three friends", "en", 3),
        ("a portrait of a girl with her dog", "en", 2),
        ("a close-up of a girl and a cat", "en", 2),
        ("新郎新娘的肖像", "zh", 2),
        ("爷爷奶奶的肖像", "zh", 2),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_all_of_them_are_in_it(wish: str, language: Language, many: int, seed: int) -> None:
    scene = arrange(compose_scene(wish, ratio="1:1", seed=seed, language=language).scene)
    heads = sorted(_head(scene, one) for one in scene.objects if stock_of(one).alive)
    assert len(heads) == many
    for x, y, size in heads:
        assert 0.3 * size < x < 1024 - 0.3 * size
        assert 0.3 * size < y < 1024 - 0.3 * size
        assert size > 0.14 * 1024
    for (x, _, size), (other, _, beside) in pairwise(heads):
        assert other - x > 0.45 * (size + beside)


@pytest.mark.parametrize(
    ("wish", "edit", "language", "kind"),
    [
        ("a man and a woman", "a close-up of the woman", "en", "woman"),
        ("a man and a woman", "close-up of the man's face", "en", "man"),
        ("一个男孩和一只猫", "猫的脸部特写", "zh", "cat"),
    ],
)
def test_a_close_up_is_of_who_is_named(wish: str, edit: str, language: Language, kind: str) -> None:
    first = arrange(compose_scene(wish, ratio="1:1", seed=3, language=language).scene)
    done = edit_scene(edit, [first], ratio="1:1", seed=4, language=language)
    scene = arrange(done.scene, former=done.former)
    x, y, _ = _head(scene, next(one for one in scene.objects if one.kind == kind))
    assert abs(x - 512) < 60
    assert abs(y - 0.44 * 1024) < 100
