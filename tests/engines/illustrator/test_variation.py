"""Seeds vary a picture clearly and leave what it shows as it is."""

from __future__ import annotations

from collections import Counter

import msgspec
import numpy as np
import numpy.typing as npt
import pytest

from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.layout import arrange, scene_size

PROMPTS = (
    "an ox and a horse",
    "a cat",
    "a girl and a dog in the park",
    "three penguins in the snow",
    "a fish under the sea",
    "a robot in the library",
    "a king in a castle courtyard",
    "a boat on a lake at sunset",
    "twelve sheep",
    "a panda in the jungle",
    "a house, a car and a tree",
    "an astronaut in space",
    "一头牛和一匹马",
    "花园里的一只兔子",
    "教室里的老师",
    "海边的一只螃蟹和一把遮阳伞",
    "夜晚的村庄里有一只狗",
    "秋天的森林里有一头鹿",
    "厨房里有一个苹果和一只猫",
    "舞台上的小丑",
)
SIDE = 192
"""Pixels of the small drawings that are compared."""
LEAST = 12.0
"""Mean difference of two pictures of a prompt, in steps of 255, after a blur that no texture survives."""


def small(made: Scene) -> npt.NDArray[np.float32]:
    """The picture in cells of 12 pixels: what is seen from afar."""
    pixels = draw(made, SIDE, SIDE).pixels.astype(np.float32)
    cells = SIDE // 12
    seen: npt.NDArray[np.float32] = pixels.reshape(cells, 12, cells, 12, 3).mean(axis=(1, 3))
    return seen


def things(made: Scene) -> Counter[tuple[str, str | None, str | None]]:
    """What is in a scene, wherever it stands."""
    return Counter((one.kind, one.colour, one.pose) for one in made.objects)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_four_pictures_of_a_prompt_differ_and_show_the_same(prompt: str) -> None:
    language = "zh" if prompt[0] > "z" else "en"
    scenes = [
        arrange(compose_scene(prompt, ratio="1:1", seed=seed, language=language).scene)  # type: ignore[arg-type]
        for seed in range(4)
    ]
    assert all(things(one) == things(scenes[0]) for one in scenes)
    assert all(one.env == scenes[0].env for one in scenes)
    seen = [small(one) for one in scenes]
    apart = [float(np.abs(a - b).mean()) for i, a in enumerate(seen) for b in seen[:i]]
    assert min(apart) > 6, apart
    assert sum(apart) / len(apart) > LEAST, apart


def test_wishes_without_content_differ_by_seed_and_are_composed() -> None:
    scenes = [
        arrange(compose_scene("something nice", ratio="1:1", seed=seed, language="en").scene)
        for seed in range(6)
    ]
    assert len({tuple(sorted(things(one))) for one in scenes}) >= 5
    for one in scenes:
        width, height = scene_size(one)
        assert len(one.objects) >= 2
        for placement in one.layout.values():
            left, top, right, bottom = placement.box
            assert left >= -4
            assert top >= -4
            assert right <= width + 4
            assert bottom <= height + 4


def test_looks_differ_and_stay_through_edits() -> None:
    first = compose_scene("five cats", ratio="1:1", seed=3, language="en").scene
    assert len({one.look for one in first.objects}) > 1
    second = edit_scene("add a dog", [arrange(first)], ratio="1:1", seed=9, language="en").scene
    assert second.objects[:5] == first.objects
    plain, shaded = (figure_of(msgspec.structs.replace(first.objects[0], look=look)) for look in (0, 3))
    assert plain.name != shaded.name
    asked = (msgspec.structs.replace(first.objects[0], look=look, colour="black") for look in (0, 3))
    assert len({figure_of(one).name for one in asked}) == 1


def test_a_scene_of_an_earlier_version_is_still_drawn_with_everybody_in_place() -> None:
    """Stored before seasons, festivals, moods and looks were known."""
    made = arrange(compose_scene("an ox and a horse", ratio="1:1", seed=5, language="en").scene)
    stored = made.to_json()
    stored["engine_version"] = "4"
    stored["env"] = {"place": "meadow", "time": "day", "weather": "clear", "luminary": True}
    for one in stored["objects"]:
        one.pop("look", None)
    again = draw(Scene.from_json(stored)).scene
    assert [(one.x, one.base, one.scale) for one in again.layout.values()] == [
        (one.x, one.base, one.scale) for one in made.layout.values()
    ]
