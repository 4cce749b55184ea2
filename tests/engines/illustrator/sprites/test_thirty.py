"""The thirty commonest animals: each looks otherwise in each pose, and each mood of a face is one of its own."""

from __future__ import annotations

import numpy as np
import pytest
import pyvips

from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.moods import CALM, MOODS
from paintover.engines.illustrator.sprites.poses import posed
from paintover.engines.illustrator.sprites.raster import Frame, Pixels, rasterise
from paintover.engines.illustrator.sprites.stock import figure_of, takes_pose

ANIMALS = [
    "ox",
    "horse",
    "cow",
    "dog",
    "cat",
    "sheep",
    "goat",
    "pig",
    "rabbit",
    "mouse",
    "elephant",
    "lion",
    "tiger",
    "bear",
    "panda",
    "monkey",
    "fox",
    "wolf",
    "deer",
    "zebra",
    "giraffe",
    "camel",
    "kangaroo",
    "koala",
    "chicken",
    "duck",
    "penguin",
    "owl",
    "turtle",
    "frog",
]
POSES = ("stand", "sit", "run", "sleep", "jump")
AS_DRAWN = {
    "stand": set(ANIMALS) - {"horse", "monkey"},
    "sit": {"kangaroo", "monkey", "mouse", "rabbit"},
    "run": {"horse", "kangaroo", "owl", "penguin"},
    "jump": {"horse", "kangaroo", "owl", "penguin"},
}
"""Who stands, sits or leaps in its usual drawing, or only leans."""


def thing(kind: str, **fields: str) -> Thing:
    return Thing(id="o1", kind=kind, label=kind, lang="en", rung="sprite", **fields)  # type: ignore[arg-type]


def shown(figure: Figure) -> Pixels:
    """The figure on a square with a margin, one pixel a unit."""
    return rasterise(208, 208, f'<g transform="translate(40 40)">{figure.body}</g>')


def test_there_are_thirty() -> None:
    assert len(ANIMALS) == 30
    assert set(ANIMALS) <= set(kinds())


@pytest.mark.parametrize("pose", POSES)
def test_each_pose_can_be_seen(pose: str) -> None:
    for kind in ANIMALS:
        plain, other = figure_of(thing(kind)), figure_of(thing(kind, pose=pose))
        before, after = shown(plain)[..., 3] > 60, shown(other)[..., 3] > 60
        changed = (before != after).sum() / before.sum()
        if kind in AS_DRAWN.get(pose, set()):
            assert changed < 0.02, (kind, pose, changed)
            continue
        assert takes_pose(thing(kind, pose=pose)), (kind, pose)
        assert changed > 0.04, (kind, pose, changed)


def test_nothing_comes_off_in_a_pose() -> None:
    """Whatever is drawn hangs together: no leg or head floats beside the body."""
    for kind in ANIMALS:
        for pose in ("stand", "sit", "run", "jump"):
            solid = shown(figure_of(thing(kind, pose=pose)))[..., 3] > 60
            assert largest(solid) > 0.97 * solid.sum(), (kind, pose)


def largest(solid: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> int:
    """How many pixels the largest piece of what is solid has."""
    plane = pyvips.Image.new_from_array((solid * 255).astype(np.uint8))
    pieces = np.bincount(plane.labelregions().numpy()[solid])
    return int(pieces.max())


def test_who_leaps_leaves_the_ground() -> None:
    frame = Frame(200.0, 400.0, 100.0, (64.0, 120.0))
    for kind in ANIMALS:
        lifted, lift = posed(frame, figure_of(thing(kind, pose="jump")), "jump", flies=False)
        assert lifted.y < frame.y
        assert lift > 0


@pytest.mark.parametrize("kind", ["girl", "old-man", "cat", "dog", "panda", "elephant", "monkey"])
def test_no_two_moods_are_drawn_alike(kind: str) -> None:
    seen = [shown(figure_of(thing(kind)))]
    for mood in MOODS:
        if mood == CALM:
            continue
        picture = shown(figure_of(thing(kind, mood=mood)))
        for former in seen:
            assert (np.abs(picture.astype(np.int16) - former).max(axis=-1) > 40).sum() > 12, mood
        seen.append(picture)


@pytest.mark.parametrize("kind", ["girl", "boy", "woman", "old-man", "cook"])
def test_people_look_otherwise_in_each_pose(kind: str) -> None:
    seen: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.bool_]]] = {}
    for pose in ("stand", "sit", "run", "jump", "wave", "kneel"):
        solid = shown(figure_of(thing(kind, pose=pose)))[..., 3] > 60
        for other, former in seen.items():
            assert (solid != former).sum() > 0.03 * solid.sum(), (pose, other)
        seen[pose] = solid


def test_who_sits_on_the_ground_crosses_the_legs() -> None:
    """On a chair they hang down."""
    ground = figure_of(thing("girl", pose="sit"))
    seat = Relation(type="on", to="o2")
    chair = figure_of(
        Thing(id="o1", kind="girl", label="girl", lang="en", rung="sprite", pose="sit", rel=seat)
    )
    assert ground.extent[3] < chair.extent[3]
    low = shown(ground)[int(ground.extent[3]) + 34, :, 3] > 60  # its lowest rows, in the margin of 40
    hanging = shown(chair)[int(chair.extent[3]) + 34, :, 3] > 60
    assert low.sum() > 1.3 * hanging.sum()
