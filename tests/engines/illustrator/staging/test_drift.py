"""What drifts in the air stands in no rows; a small house has much around it; young ones are small beside the grown."""

from __future__ import annotations

from itertools import combinations

import pytest

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.standing import shared_area
from tests.engines.illustrator.staging.test_distant import painted


def boxes(scene: Scene) -> list[tuple[int, int, int, int]]:
    return [scene.layout[one.id].box for one in scene.objects]


@pytest.mark.parametrize(
    "prompt",
    [
        "six balloons in the sky",
        "ten balloons",
        "七个气球飞在天上",
        "six hot air balloons over the mountains",
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_many_balloons_are_no_wallpaper(prompt: str, seed: int) -> None:
    found = boxes(painted(prompt, seed))
    heights = sorted(bottom - top for _, top, _, bottom in found)
    assert heights[-1] > 1.3 * heights[0]  # nearer and farther
    assert len({bottom // 20 for *_, bottom in found}) > 0.5 * len(found)  # not in two rows
    for one, other in combinations(found, 2):
        assert shared_area(one, other) < 0.2 * (one[2] - one[0]) * (one[3] - one[1])
    assert all(left >= 0 and top >= 0 and right <= 1024 for left, top, right, _ in found)


@pytest.mark.parametrize(
    "prompt",
    ["a tiny house in a meadow", "a small cabin in the snow", "a tiny boat on the sea", "山脚下有一座小房子"],
)
def test_a_small_house_has_much_around_it(prompt: str) -> None:
    for seed in (1, 2, 3):
        ((left, top, right, bottom),) = boxes(painted(prompt, seed))
        assert (right - left) * (bottom - top) < 0.13 * 1024 * 1024


def test_a_small_dog_is_seen_from_near() -> None:
    ((_, top, _, bottom),) = boxes(painted("a small dog", 1))
    assert bottom - top > 0.4 * 1024


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("鹿妈妈和小鹿在森林里", ["doe", "doe"]),
        ("企鹅爸爸和小企鹅", ["penguin", "penguin"]),
        ("老虎和小老虎", ["tiger", "tiger"]),
        ("一只猫和小猫", ["cat", "cat"]),
        ("a cow and her calf", ["cow", "cow"]),
        ("a bear and her cub", ["bear", "bear"]),
        ("a mother giraffe and baby giraffe", ["giraffe", "giraffe"]),
        ("a whale and her calf", ["whale", "whale"]),
        ("a penguin with its chick", ["penguin", "penguin"]),
        ("a kangaroo with her joey", ["kangaroo", "kangaroo"]),
        ("a mother deer and her fawn", ["doe", "doe"]),
        ("a doe and two fawns", ["doe", "doe", "doe"]),
        ("a lioness with three cubs", ["lioness", "lioness", "lioness", "lioness"]),
    ],
)
def test_a_mother_is_with_her_much_smaller_young(prompt: str, kinds: list[str]) -> None:
    scene = painted(prompt, 1)
    assert [one.kind for one in scene.objects] == kinds or prompt.startswith("a lioness")
    heights = [bottom - top for _, top, _, bottom in boxes(scene)]
    assert all(height < 0.65 * heights[0] for height in heights[1:])


@pytest.mark.parametrize(
    ("prompt", "sizes"),
    [("a girl and her small dog", ["", "small"]), ("小狗和小猫", ["", ""]), ("小鹿和兔子", ["", ""])],
)
def test_others_are_no_family(prompt: str, sizes: list[str]) -> None:
    assert [one.size or "" for one in painted(prompt, 1).objects] == sizes


@pytest.mark.parametrize(
    ("prompt", "edit"),
    [
        ("a deer", "add its fawn next to it"),
        ("a cow", "add a calf next to it"),
        ("a dog", "add a puppy"),
        ("一头母牛", "旁边加一头小牛"),
    ],
)
def test_a_young_one_that_comes_to_its_mother_is_small(prompt: str, edit: str) -> None:
    scene = painted(prompt, 1, edit)
    assert [one.size for one in scene.objects] == [None, "small"]


@pytest.mark.parametrize(
    ("prompt", "edit"), [("一只小狗", "再加一只小狗"), ("a kitten", "add another kitten")]
)
def test_one_more_young_one_is_as_large(prompt: str, edit: str) -> None:
    assert [one.size for one in painted(prompt, 1, edit).objects] == [None, None]


@pytest.mark.parametrize(
    ("prompt", "edit"),
    [
        ("猫妈妈带着三只小猫", "其中一只小猫是黑色的"),
        ("a mother duck with three ducklings", "make one of the ducklings black"),
        ("a cat and her three kittens", "one kitten is black"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_one_of_the_young_is_not_the_mother(prompt: str, edit: str, seed: int) -> None:
    scene = painted(prompt, seed, edit)
    assert [one.size for one in scene.objects if one.colour == "black"] == ["small"]


def test_a_caravan_is_several_and_a_tower_on_a_mountain_on_it() -> None:
    assert [one.kind for one in painted("a camel caravan crossing the desert", 1).objects] == ["camel"] * 5
    mountain, tower = painted("山顶上有一座塔", 1).objects
    assert tower.rel is not None
    assert (mountain.kind, tower.rel.type, tower.rel.to) == ("mountain", "on", mountain.id)
