"""How near a picture is taken, and from how high, in its boxes and its horizon."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.framing import framed_as
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def _scene(wish: str) -> Scene:
    return arrange(compose_scene(wish, ratio="1:1", seed=5, language="en").scene)


def _edited(scene: Scene, wish: str) -> Scene:
    composed = edit_scene(wish, [scene], ratio="1:1", seed=5, language="en")
    return arrange(composed.scene, former=composed.former)


def _height(scene: Scene) -> int:
    box = scene.layout["o1"].box
    return box[3] - box[1]


@pytest.mark.parametrize(
    ("wish", "rest", "shot", "camera"),
    [
        ("close-up of a fox", "a fox", "near", ""),
        ("特写，一只老虎的脸", "一只老虎的脸", "face", ""),
        ("半身像，一个戴眼镜的女孩", "一个戴眼镜的女孩", "bust", ""),
        ("a portrait of an old sailor", "an old sailor", "bust", ""),
        ("full body portrait of a ballerina", "a ballerina", "", ""),
        ("a wide shot of a tree on a hill", "a tree on a hill", "wide", ""),
        ("bird's-eye view of a village", "a village", "", "high"),
        ("a boy on a beach, from a high angle", "a boy on a beach,", "", "high"),
        ("a high-angle shot of a cat", "a cat", "", "high"),
        ("a dog from a low angle", "a dog", "", "low"),
        ("俯视角度，一张桌子", "一张桌子", "", "high"),
        ("低角度仰拍一头大象", "一头大象", "", "low"),
        ("Nahaufnahme von einem Fuchs", "einem Fuchs", "near", ""),
        ("vue aérienne de un village", "un village", "", "high"),
    ],
)
def test_the_camera_is_taken_out_of_a_wish(wish: str, rest: str, shot: str, camera: str) -> None:
    framing = framed_as(wish)
    assert (framing.rest.strip(), framing.shot, framing.camera) == (rest, shot, camera)


@pytest.mark.parametrize(
    "wish",
    [
        "a bird with a wide beak",
        "孩子仰视着巨人",
        "a long wall",
        "a drone above a field",
        "close-up",
        "特写",
        "a black bust",
    ],
)
def test_what_only_sounds_so_stays_in_the_wish(wish: str) -> None:
    assert framed_as(wish).rest == wish


def test_shots_come_nearer_step_by_step() -> None:
    heights = [
        _height(_scene(f"{shot} of a fox"))
        for shot in ("a wide shot", "a drawing", "a half-body shot", "a close-up")
    ]
    assert heights == sorted(heights)
    assert heights[0] < 0.45 * heights[-1]


def test_a_thing_that_is_seen_near_fills_the_picture_and_is_whole() -> None:
    left, top, right, bottom = _scene("a close-up of a strawberry").layout["o1"].box
    assert max(right - left, bottom - top) > 0.8 * 1024
    assert left >= 0
    assert top >= 0
    assert right <= 1024
    assert bottom <= 1024


def test_the_horizon_lies_high_from_above_and_low_from_below() -> None:
    scenes = [_scene(f"a dog{how}") for how in (" seen from below", "", " seen from above")]
    levels = [place_of(scene.env, scene.seed).horizon for scene in scenes]
    assert levels == sorted(levels, reverse=True)
    for scene in scenes:
        foot = scene.layout["o1"].base / 1024
        assert foot > place_of(scene.env, scene.seed).horizon


def test_an_edit_moves_the_camera_and_nothing_is_lost() -> None:
    scene = _scene("a girl with a red hat holding a balloon in a park")
    above = _edited(scene, "make it a bird's-eye view")
    assert above.env.camera == "high"
    assert above.objects == scene.objects
    assert _height(above) < _height(scene)
    level = _edited(above, "eye level")
    assert level.env.camera == ""
    bust = _edited(scene, "换成半身像")
    assert bust.layout["o1"].box[3] > 1.2 * 1024
    assert bust.layout["o2"].box[1] >= 0
    assert _height(_edited(bust, "全身")) < 1024


def test_what_cannot_be_seen_is_said() -> None:
    composed = compose_scene("一匹马的背影", ratio="1:1", seed=5, language="zh")
    assert composed.notes == ("每样东西都从最好认的那一面画",)
    assert [thing.kind for thing in composed.scene.objects] == ["horse"]


def test_a_back_that_can_be_seen_needs_no_excuse() -> None:
    composed = compose_scene("一个女孩的背影", ratio="1:1", seed=5, language="zh")
    assert composed.notes == ()
    assert [(thing.kind, thing.away) for thing in composed.scene.objects] == [("girl", True)]


def test_no_word_for_the_camera_is_missed_in_the_picture() -> None:
    composed = compose_scene("a low angle view of a castle", ratio="1:1", seed=5, language="en")
    assert composed.notes == ()
