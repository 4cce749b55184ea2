"""Who is in the sky flies there, above those who stand."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture, language_of


@pytest.mark.parametrize(
    ("prompt", "edit", "kind"),
    [
        ("a boy in a meadow", "add a dragon in the sky", "dragon"),
        ("a girl on the beach", "add a superhero flying in the sky", "superhero"),
        ("a boy in a meadow", "add an angel and a ghost in the sky", "ghost"),
        ("一个小女孩在草地上", "天上飞来一条龙", "dragon"),
        ("一只狗在公园里", "天空中加一个女巫", "witch"),
        ("一只狗在公园里", "天上加一架飞机", "airplane"),
    ],
)
def test_who_comes_into_the_sky_flies_there(prompt: str, edit: str, kind: str) -> None:
    base = first_picture(prompt, seed=1)
    done = edit_scene(edit, [base], ratio="1:1", seed=2, language=language_of(edit))
    scene = arrange(done.scene, former=done.former)
    (new,) = (scene.layout[one.id] for one in scene.objects if one.kind == kind)
    (below,) = (scene.layout[one.id] for one in base.objects)
    assert new.base < 0.5 * 1024
    left, _, right, bottom = below.box
    hidden = max(0, min(right, new.box[2]) - max(left, new.box[0])) * max(0, new.box[3] - below.box[1])
    assert hidden < 0.25 * (new.box[2] - new.box[0]) * (new.box[3] - new.box[1])
    assert below == base.layout[base.objects[0].id]
    assert bottom == below.box[3]


@pytest.mark.parametrize(
    ("prompt", "up", "down"),
    [
        ("a girl looking at a dragon in the sky", "dragon", "girl"),
        ("a boy flying a kite in the sky", "kite", "boy"),
        ("night, a witch on a broom in the sky above a house", "witch", "house"),
        ("一个男孩看着天上的龙", "dragon", "boy"),
    ],
)
def test_only_who_is_in_the_sky_leaves_the_ground(prompt: str, up: str, down: str) -> None:
    scene = first_picture(prompt, seed=1)
    assert scene.env.place != "sky"
    boxes = {one.kind: scene.layout[one.id].box for one in scene.objects}
    assert boxes[up][1] < 0.3 * 1024
    assert boxes[up][3] < boxes[down][3]
    assert boxes[down][3] > 0.6 * 1024


def test_all_who_are_in_the_sky_have_nothing_below() -> None:
    assert first_picture("a pig with wings in the sky", seed=1).env.place == "sky"


@pytest.mark.parametrize(
    ("wish", "kind", "place"),
    [
        ("傍晚，三个渔民在海边拉网，天上有海鸥", "seagull", "beach"),
        ("田野里有一个稻草人，天上有三只乌鸦", "crow", "meadow"),
        ("a fisherman on a beach with seagulls in the sky", "seagull", "beach"),
        ("two crows in the sky above a scarecrow", "crow", "farm"),
        ("a pigeon on a bench and a crow in the sky", "crow", "meadow"),
    ],
)
def test_birds_in_the_sky_fly_over_those_on_the_ground(wish: str, kind: str, place: str) -> None:
    scene = first_picture(wish)
    assert scene.env.place == place
    assert {one.pose for one in scene.objects if one.kind == kind} == {"fly"}
