from __future__ import annotations

import msgspec
import numpy as np
import pytest

from paintover.engines.illustrator.drawing.render import Drawing
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sprites.figures import figure
from paintover.engines.illustrator.sprites.poses import asleep, posed
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of
from tests.engines.illustrator.scenes import drawn, scene, thing
from tests.engines.illustrator.told import talk


def in_pose(kind: str, pose: str | None) -> Drawing:
    return drawn(scene(msgspec.structs.replace(thing("o1", kind), pose=pose)))


@pytest.mark.parametrize("kind", ["cat", "horse", "girl", "panda", "man"])
def test_who_jumps_is_above_the_ground_and_its_shadow_stays(kind: str) -> None:
    standing, jumping = in_pose(kind, None), in_pose(kind, "jump")
    was, now = standing.scene.layout["o1"], jumping.scene.layout["o1"]
    assert now.lift > 0.1 * (was.box[3] - was.box[1])
    assert now.box[1] >= 0
    assert jumping.shadows["o1"][1] > now.box[3] - 0.2 * (now.box[3] - now.box[1])


@pytest.mark.parametrize("kind", ["girl", "panda", "bear", "king", "man"])
def test_people_and_plush_lie_down_on_the_ground(kind: str) -> None:
    standing, lying = in_pose(kind, None), in_pose(kind, "lie")
    x0, y0, x1, y1 = lying.scene.layout["o1"].box
    assert x1 - x0 > y1 - y0
    assert x0 >= 0
    assert x1 <= lying.width
    assert abs(y1 - standing.scene.layout["o1"].box[3]) < 0.06 * lying.height


def test_who_sleeps_has_its_eyes_closed() -> None:
    for name in ("cat", "horse", "dog", "rabbit"):
        awake = figure(kinds()[name].art)
        closed = asleep(awake)
        assert closed.name != awake.name
        assert closed.body.startswith(awake.body)
        assert closed.extent[1] < awake.extent[1]
        assert closed.extent[2] <= awake.extent[2]
    unknown = figure("prop:bench")
    assert asleep(unknown) is unknown


def test_a_handstand_is_upside_down_on_the_ground() -> None:
    upright = figure("noto:monkey")
    stood = Frame(100, 400, 128, upright.foot)
    turned, lift = posed(stood, upright, "handstand", flies=False)
    assert turned.angle == 180
    assert turned.y + lift == 400
    assert turned.bounds(upright.extent)[3] == pytest.approx(400, abs=1)


def test_no_pose_and_unknown_poses_change_nothing() -> None:
    upright = figure("noto:monkey")
    stood = Frame(100, 400, 128, upright.foot)
    assert posed(stood, upright, None, flies=False) == (stood, 0.0)
    assert posed(stood, upright, "of-a-later-version", flies=False) == (stood, 0.0)


def test_another_drawing_shows_a_pose_where_there_is_one() -> None:
    for pose, art in kinds()["woman"].poses.items():
        posing = figure_of(msgspec.structs.replace(thing("o1", "woman"), pose=pose))
        assert posing.name.startswith(art)
    assert not np.array_equal(in_pose("woman", "dance").pixels, in_pose("woman", None).pixels)


@pytest.mark.parametrize("kind", ["nurse", "pirate", "knight"])
def test_who_is_drawn_whole_runs_with_the_legs_apart(kind: str) -> None:
    one = thing("o1", kind)
    upright, running = figure_of(one), figure_of(msgspec.structs.replace(one, pose="run"))
    assert running.name.endswith("/run")
    assert running.body != upright.body


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个女孩在公园里 => 她在转圈", "改了：女孩——跳舞"),
        ("一个女孩在公园里 => 她在挠头", "改了：女孩——挠头"),
        ("一个女孩在公园里 => 竖大拇指", "改了：女孩——竖大拇指"),
        ("操场上一个男孩和一个女孩 => 让男孩单脚站着", "改了：男孩——单腿站着"),
        ("a boy and a dog => make the boy stand on one leg", "Changed: boy – standing on one leg"),
        ("a boy and a dog => he gives a thumbs up", "Changed: boy – giving a thumbs up"),
        ("a girl and a dog => have her scratch her head", "Changed: girl – scratching the head"),
    ],
)
def test_small_gestures_are_shown(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


def test_who_stands_on_one_leg_has_the_other_foot_up() -> None:
    stands, balances = (
        figure_of(msgspec.structs.replace(thing("o1", "girl"), pose=pose)) for pose in (None, "balance")
    )
    assert stands.body != balances.body
    assert abs(stands.extent[3] - balances.extent[3]) < 2
