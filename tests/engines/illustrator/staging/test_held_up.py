"""What somebody takes into the hand in a picture that is there is in it, and before nobody's face."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import area_of, frame_from, scene_size, shared_area
from tests.engines.illustrator.retelling.test_offhand import scene_of

_IN_HAND = [
    ["a girl in a park", "let the girl hold a kite"],
    ["a woman and a boy in the city", "make the woman bigger", "let the woman hold a balloon"],
    ["a tall man in a park", "let the man hold a bunch of balloons"],
    ["a bride and a groom in a park", "add two kids", "let the groom hold a balloon"],
    ["a horse in a park", "let the horse hold an umbrella"],
    ["农场上三个小朋友", "让小朋友拿着一只风筝"],
    ["城市街道上三个小朋友", "把小朋友变大一点", "让小朋友拿着一把雨伞"],
    ["教室里一个女孩", "旁边再来一只狗", "把女孩变大一点", "让女孩拿着一把雨伞"],
    ["客厅里三个小朋友", "给小朋友戴上草帽", "把小朋友变大一点", "让小朋友拿着一只风筝"],
]


@pytest.mark.parametrize("turns", _IN_HAND)
def test_what_is_held_is_in_the_picture(turns: list[str]) -> None:
    before, after = scene_of(*turns[:-1]), scene_of(*turns)
    width, height = scene_size(after)
    fresh = {one.id for one in after.objects} - {one.id for one in before.objects}
    assert fresh
    for key in fresh:
        box = after.layout[key].box
        assert shared_area(box, (0, 0, width, height)) >= 0.94 * area_of(box)


@pytest.mark.parametrize(
    "turns",
    [
        ["农场上三个小朋友", "让小朋友拿着一只风筝"],
        ["a woman and a boy in the city", "make the woman bigger", "let the woman hold a balloon"],
        ["two men on a farm", "let the men hold an umbrella"],
        ["森林里一个厨师", "加一个男人", "让厨师拿着一只风筝"],
    ],
)
def test_what_is_held_is_before_no_other_face(turns: list[str]) -> None:
    before, after = scene_of(*turns[:-1]), scene_of(*turns)
    fresh = {one.id for one in after.objects} - {one.id for one in before.objects}
    held = next(one for one in after.objects if one.id in fresh)
    assert held.rel is not None
    left, top, right, bottom = figure_of(held).extent
    upper = (left, top, left + 0.6 * (right - left), top + 0.55 * (bottom - top))
    sail = frame_from(after.layout[held.id], figure_of(held)).bounds(upper)
    for one in after.objects:
        face = face_of(one, after.layout[one.id]) if one.id != held.rel.to else None
        assert face is None or shared_area(sail, face) < 0.2 * area_of(face)


def test_what_has_room_is_as_large_as_in_a_new_picture() -> None:
    told, added = (
        scene_of("a girl holding a flag on the beach"),
        scene_of("a girl on the beach", "let the girl hold a flag"),
    )
    shares = [
        scene.layout[one.id].scale / scene.layout[one.rel.to].scale
        for scene in (told, added)
        for one in scene.objects
        if one.rel is not None
    ]
    assert len(shares) == 2
    assert shares[1] == pytest.approx(shares[0], rel=0.01)
