from __future__ import annotations

from itertools import combinations

import pytest

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.reframe import reframed
from tests.engines.illustrator.scenes import RATIOS

PROMPTS = (
    "a cat, a dog with a red hat and a horse",
    "six ducks and a tree",
    "一个骑马的女孩，天上有一只鸟，路边有一辆车",
    "a bird above an elephant",
)


def made(prompt: str, ratio: str = "1:1") -> Scene:
    scene = compose_scene(prompt, ratio=ratio, seed=7, language=language_of(prompt)).scene
    return draw(arrange(scene)).scene


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("ratio", RATIOS[1:])
def test_another_ratio_moves_nobody_against_another(prompt: str, ratio: str) -> None:
    before = made(prompt)
    done = edit_scene("", [before], ratio=ratio, seed=8, language="en")
    after = arrange(done.scene, former=done.former)
    wide, tall = parse_ratio(ratio).size()
    first = next(iter(before.layout))
    k = after.layout[first].scale / before.layout[first].scale
    for name, old in before.layout.items():
        new = after.layout[name]
        assert new.scale == pytest.approx(k * old.scale, abs=0.02)
        assert (new.flip, new.angle) == (old.flip, old.angle)
        assert min(new.box[:2]) >= -2
        assert new.box[2] <= wide + 2
        assert new.box[3] <= tall + 2
    for one, other in combinations(before.layout, 2):
        for axis in ("x", "base"):
            was = getattr(before.layout[one], axis) - getattr(before.layout[other], axis)
            now = getattr(after.layout[one], axis) - getattr(after.layout[other], axis)
            assert now == pytest.approx(k * was, abs=1.0)


def test_a_boat_stays_on_the_water() -> None:
    before = made("a boat and a suitcase")
    boat = next(thing.id for thing in before.objects if thing.kind == "boat")
    for ratio in ("16:9", "9:16"):
        after = edit_scene("", [before], ratio=ratio, seed=8, language="en").scene
        share = before.layout[boat].base / parse_ratio("1:1").size()[1]
        assert after.layout[boat].base / parse_ratio(ratio).size()[1] == pytest.approx(share, abs=0.01)


def test_what_is_added_with_another_ratio_moves_nobody() -> None:
    before = made("a cat and a dog")
    done = edit_scene("add a bird", [before], ratio="16:9", seed=8, language="en")
    after = draw(arrange(done.scene, former=done.former)).scene
    alone = edit_scene("", [before], ratio="16:9", seed=8, language="en").scene
    assert len(after.objects) == 3
    for name, placement in alone.layout.items():
        assert (after.layout[name].x, after.layout[name].base) == (placement.x, placement.base)


def test_the_same_ratio_and_an_empty_picture_change_nothing_else() -> None:
    before = made("a cat")
    assert reframed(before, before.ratio) == before
    empty = Scene(seed=1, ratio="1:1")
    assert reframed(empty, "2:3") == Scene(seed=1, ratio="2:3")
