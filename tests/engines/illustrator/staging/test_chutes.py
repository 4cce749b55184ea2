"""Who goes down a slide is on its chute, one below the other; who is in a balloon is large enough to be seen."""

from __future__ import annotations

import itertools

from paintover.engines.illustrator.staging.standing import scene_size
from tests.engines.illustrator.told import first_picture


def test_children_on_a_slide_sit_along_its_chute() -> None:
    scene = first_picture("three kids on a slide in the park")
    slide = scene.layout[scene.objects[0].id]
    kids = [scene.layout[one.id] for one in scene.objects if one.kind == "child"]
    assert [one.pose for one in scene.objects if one.kind == "child"] == ["sit"] * 3
    assert len(kids) == 3
    high = slide.box[3] - slide.box[1]
    assert all(one.box[3] - one.box[1] > 0.25 * high for one in kids)
    feet = sorted(one.box[3] for one in kids)
    assert min(lower - upper for upper, lower in itertools.pairwise(feet)) > 0.15 * high


def test_who_flies_in_a_balloon_is_seen() -> None:
    scene = first_picture("two kids in a hot-air balloon")
    height = scene_size(scene)[1]
    balloon = scene.layout[scene.objects[0].id]
    assert balloon.box[3] - balloon.box[1] > 0.7 * height
    assert all(
        scene.layout[one.id].box[3] - scene.layout[one.id].box[1] > 0.15 * height for one in scene.objects[1:]
    )


def test_who_pushes_a_swing_hides_nobody_on_it() -> None:
    scene = first_picture("a boy pushing a girl on a swing")
    pusher, sitter = (
        next(scene.layout[one.id] for one in scene.objects if one.kind == kind) for kind in ("boy", "girl")
    )
    left, _, right, _ = sitter.box
    shared = min(right, pusher.box[2]) - max(left, pusher.box[0])
    assert shared < 0.25 * (right - left)


def test_a_large_one_alone_fills_its_picture() -> None:
    large, usual = (first_picture(f"a {how} birthday cake").layout["o1"] for how in ("big", "round"))
    assert large.scale > 1.08 * usual.scale
