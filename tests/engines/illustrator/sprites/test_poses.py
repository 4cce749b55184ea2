from __future__ import annotations

import msgspec
import numpy as np
import pytest

from paintover.engines.illustrator.drawing.render import Drawing
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sprites.figures import figure
from paintover.engines.illustrator.sprites.poses import asleep, posed
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, takes_pose
from tests.engines.illustrator.scenes import drawn, scene, thing
from tests.engines.illustrator.told import first_picture, talk


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
        ("a girl => she raises her hand", "Changed: girl – raising a hand"),
        ("a girl => raise her left arm", "Changed: girl – raising a hand"),
        ("a girl => her arms should be raised", "Changed: girl – raising both arms"),
        ("一个女孩 => 让她举起右手", "改了：女孩——举手"),
        ("一个女孩 => 她举起双手", "改了：女孩——举起双手"),
        ("一个女孩 => 她蹲下", "改了：女孩——蹲着"),
        ("a boy => he crouches down", "Changed: boy – squatting"),
        ("a cat => it crouches", "Changed: cat – sitting"),
        ("一个女孩 => 她鞠躬", "改了：女孩——鞠躬"),
        ("a man and a woman => make him bow", "Changed: man – bowing"),
        ("two girls => they bow", "Changed: girls × 2 – bowing"),
        ("a girl => she is stretching", "Changed: girl – stretching"),
        ("a man => he is on the phone", "Changed: man – on the phone. Added: mobile phone – held by the man"),
        ("一个男人 => 让他打电话", "改了：男人——打电话。加了：手机——由男人拿着"),
        (
            "a man talking on the phone => take the phone away",
            "Changed: man – standing. Removed: mobile phone",
        ),
    ],
)
def test_small_gestures_are_shown(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "mount"),
    [
        ("a boy on a bike => he falls", "bicycle"),
        ("a boy on a bike => he fell off his bike", "bicycle"),
        ("a girl riding a horse => she falls off the horse", "horse"),
        ("一个女孩骑马 => 她从马上摔下来了", "horse"),
    ],
)
def test_who_falls_off_lies_beside_it(talked: str, mount: str) -> None:
    (answer,) = talk(talked)
    (who,) = (one for one in answer.scene.objects if one.pose == "lie")
    assert who.rel is not None
    assert (who.rel.type, answer.scene.objects[0].kind, who.kind in ("boy", "girl")) == (
        "beside",
        mount,
        True,
    )
    assert "lie" not in (answer.scene.objects[0].pose or "")


@pytest.mark.parametrize("kind", ["girl", "man", "doctor", "king", "panda"])
def test_a_raised_hand_is_beside_the_top_of_the_head(kind: str) -> None:
    def hands(pose: str) -> tuple[float, float]:
        anchors = figure_of(msgspec.structs.replace(thing("o1", kind), pose=pose)).anchors
        assert anchors.other is not None
        return anchors.hand[1] - anchors.eyes[0][1], anchors.other[1] - anchors.eyes[0][1]

    one, both = hands("aloft"), hands("arms-aloft")
    assert one[0] > 0 > one[1]
    assert both[0] < 0 > both[1]


@pytest.mark.parametrize("wish", ["a boy pointing at the sky", "a girl looking at the sky", "一个女孩看着天空", "一个男孩指着天空"])  # fmt: skip
def test_the_sky_that_is_looked_or_pointed_at_is_no_place(wish: str) -> None:
    there = first_picture(wish)
    assert (there.env.place, there.objects[0].where) == ("meadow", "")


def test_who_bows_has_the_head_low_and_the_eyes_shut() -> None:
    stands, bows = (
        figure_of(msgspec.structs.replace(thing("o1", "woman"), pose=pose)) for pose in (None, "bowed")
    )
    assert bows.anchors.eyes[0][1] > stands.anchors.eyes[0][1] + 12
    assert bows.name.endswith("/shut")
    assert abs(bows.extent[3] - stands.extent[3]) < 2


def test_who_lies_has_the_hands_on_the_belly() -> None:
    lies = figure_of(msgspec.structs.replace(thing("o1", "woman"), pose="lie"))
    stands = figure_of(thing("o1", "woman"))
    assert lies.anchors.hand[0] > stands.anchors.hand[0] + 10
    assert lies.regions


def test_who_falls_asleep_in_bed_stays_on_the_pillow() -> None:
    (asleep_,) = talk("a boy lying in bed => he sleeps")
    boy = next(one for one in asleep_.scene.objects if one.kind == "boy")
    fresh = first_picture("a boy lying in bed")
    assert asleep_.scene.layout[boy.id].x == fresh.layout[boy.id].x
    assert asleep_.scene.layout[boy.id].scale == fresh.layout[boy.id].scale


@pytest.mark.parametrize(
    "wish", ["a man on the phone", "一个男人在打电话", "a woman on the phone sitting on a sofa"]
)
def test_who_talks_on_the_phone_has_it_at_the_ear(wish: str) -> None:
    there = first_picture(wish)
    talks = next(one for one in there.objects if one.pose == "call")
    face = there.layout[talks.id]
    phone = there.layout[next(one.id for one in there.objects if one.kind == "cell-phone")]
    assert phone.box[3] < (face.box[1] + face.box[3]) / 2
    assert phone.box[0] < (face.box[0] + face.box[2]) / 2


@pytest.mark.parametrize(
    "wish", ["a girl eating with a spoon", "a man eating with a fork", "一个女孩吃糖葫芦"]
)
def test_what_is_eaten_off_a_stick_covers_no_eye(wish: str) -> None:
    there = first_picture(wish)
    who, what = (next(one for one in there.objects if bool(one.rel) is held) for held in (False, True))
    eats = figure_of(who)
    placed = there.layout[who.id]
    eye = placed.base + (max(y for _, y in eats.anchors.eyes) - eats.foot[1]) * placed.scale / 128
    assert who.pose == "sup"
    assert drawn(there).scene.layout[what.id].box[1] > eye


def test_who_stands_on_one_leg_has_the_other_foot_up() -> None:
    stands, balances = (
        figure_of(msgspec.structs.replace(thing("o1", "girl"), pose=pose)) for pose in (None, "balance")
    )
    assert stands.body != balances.body
    assert abs(stands.extent[3] - balances.extent[3]) < 2


@pytest.mark.parametrize(("kind", "pose"), [("pirate", "wave"), ("nurse", "point"), ("sailor", "arms-aloft")])
def test_who_is_drawn_whole_raises_an_arm(kind: str, pose: str) -> None:
    one = thing("o1", kind)
    posing = msgspec.structs.replace(one, pose=pose)
    assert takes_pose(posing)
    upright, raised = figure_of(one), figure_of(posing)
    assert raised.extent[0] < upright.extent[0]
    assert raised.anchors.foot == upright.anchors.foot
