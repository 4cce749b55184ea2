from __future__ import annotations

import math

import msgspec
import pytest

from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sprites.limbs import (
    ADULT,
    CHILD,
    KEYS,
    PLUSH_BUILD,
    Build,
    limbs,
    place_at,
    poses,
)
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.sprites.wardrobe import parts_of
from tests.engines.illustrator.scenes import thing

HOLDING = sorted(
    name for name, pose in poses().items() if pose.grip is not None and name != "hula"
)  # a hoop spins about the waist


@pytest.mark.parametrize("build", [ADULT, CHILD, PLUSH_BUILD])
@pytest.mark.parametrize("name", sorted(poses()))
def test_hands_are_within_an_arms_length_of_the_shoulder(build: Build, name: str) -> None:
    made = limbs(build, KEYS, name)
    for side, hand in ((-1, made.hand), (1, made.other)):
        shoulder = (64 + side * build.half, build.root)
        aloft = any(
            place == "aloft" for place, _, _ in poses()[name].arms
        )  # beside a head that is higher than arms are long
        longest = 2.9 if name == "handstand" else 2.05 if aloft else 1.0  # down to the ground, past the head
        assert math.dist(shoulder, hand) <= build.arm * longest + 0.01


@pytest.mark.parametrize("name", HOLDING)
def test_what_is_held_is_near_a_hand_or_on_the_body(name: str) -> None:
    pose = poses()[name]
    made = limbs(CHILD, KEYS, name)
    assert made.grip is not None
    assert pose.grip is not None
    near = min(math.dist(made.grip, hand) for hand in (made.hand, made.other))
    assert near < CHILD.arm


def test_places_mirror_each_other() -> None:
    left, right = place_at(CHILD, ("mouth", 10, 5), -1), place_at(CHILD, ("mouth", 10, 5), 1)
    assert (left[0] + right[0], left[1]) == (128, right[1])


@pytest.mark.parametrize("kind", ["girl", "man", "doctor"])
@pytest.mark.parametrize("pose", [None, "eat", "sit", "run", "read"])
def test_the_parts_of_a_body_are_told_apart(kind: str, pose: str | None) -> None:
    assert kinds()[kind].crop is not None
    figure = figure_of(msgspec.structs.replace(thing("o1", kind), pose=pose))
    parts = parts_of(figure.regions)
    for mask in (parts.torso, parts.sleeves, parts.legs, parts.other):
        assert mask.sum() > 200
    assert not (parts.torso & parts.sleeves).any()
    assert not (parts.torso & parts.other).any()
