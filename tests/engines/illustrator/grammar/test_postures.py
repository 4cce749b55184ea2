"""Arms and legs of who does something with the hands while sitting, riding or holding something else."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.shouldered import legs_on_shoulders
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.held import hand_at
from paintover.engines.illustrator.staging.layout import frame_from
from tests.engines.illustrator.told import talk

from .test_stances import compose, edit


def limbs(scene: Scene) -> set[str]:
    return {one.limbs for one in scene.objects} - {""}


@pytest.mark.parametrize(
    ("wish", "change", "told"),
    [
        ("a boy sitting on the ground", "give him a flag", "lift+meditate"),
        ("一个女孩坐在地上", "给她一本书", "read+meditate"),
        ("a girl riding a horse", "make her wave", "wave+ride"),
        ("a boy riding a bike", "he waves", "wave+ride"),
        ("a girl sitting on a swing", "she claps", "clap+sit"),
        ("a boy with a balloon", "give him an ice cream", "lift&hold"),
        ("a man with a cup", "give him an umbrella", "hold&shade"),
        ("a bear sitting on the ground", "give it a balloon", "lift"),
        ("two men shaking hands", "give the left man a flag", "shake&lift"),
        ("a boy and a girl holding hands", "give the girl a balloon", "lift&hands"),
    ],
)
def test_hands_and_legs_are_told_apart(wish: str, change: str, told: str) -> None:
    assert limbs(edit(compose(wish), change)) == {told}


@pytest.mark.parametrize(
    "wish", ["a boy with a flag", "a girl sitting on a chair with a cup", "a boy sitting on the ground"]
)
def test_a_pose_that_tells_all_is_left_alone(wish: str) -> None:
    assert limbs(compose(wish)) == set()


def test_what_is_in_the_other_hand_is_at_that_hand() -> None:
    scene = compose("a girl with a balloon and a teddy bear")
    girl, teddy = scene.objects[0], next(one for one in scene.objects if one.kind == "teddy-bear")
    x, y = hand_at(figure_of(girl), frame_from(scene.layout[girl.id], figure_of(girl)), second=True)
    left, top, right, bottom = scene.layout[teddy.id].box
    assert left < x < right
    assert top < y < bottom


def test_who_waves_and_stands_up_has_the_legs_of_who_stands() -> None:
    waving = edit(compose("a boy sitting on the ground"), "give him a flag")
    assert limbs(edit(waving, "he stands up")) == set()


def test_nobody_eats_a_flag() -> None:
    assert edit(compose("a kid eating"), "give the kid a flag").objects[0].pose == "lift"


@pytest.mark.parametrize("wish", ["a dad carrying his son on his shoulders", "爸爸扛着儿子"])
def test_who_sits_on_shoulders_has_the_legs_before_the_chest_and_is_held_there(wish: str) -> None:
    scene = compose(wish)
    below, above = scene.objects
    assert (below.limbs, above.rel and above.rel.part) == ("shoulder", "neck")
    _, extent = legs_on_shoulders(figure_of(above), figure_of(below))
    neck = figure_of(below).anchors.neck
    assert extent[0] < neck[0] < extent[2]
    assert extent[3] > neck[1] + 25


def test_one_alone_is_at_the_lower_end_of_a_seesaw() -> None:
    scene = compose("a boy on a seesaw")
    seesaw, boy = scene.objects
    left, _, right, _ = scene.layout[seesaw.id].box
    assert scene.layout[boy.id].x < left + 0.35 * (right - left)


@pytest.mark.parametrize(
    "wish", ["two men carrying a box together", "a man and a woman carrying a sofa", "两个工人抬着一个箱子"]
)
def test_two_who_carry_one_thing_have_it_between_them(wish: str) -> None:
    scene = compose(wish)
    borne = scene.layout[scene.objects[2].id]
    near, far = sorted(scene.layout[one.id].x for one in scene.objects[:2])
    assert {one.pose for one in scene.objects[:2]} == {"bear"}
    assert near < borne.box[0] + 40 < borne.box[2] - 40 < far
    assert {one.pose for one in edit(scene, "remove it" if wish.isascii() else "去掉箱子").objects[:2]} <= {
        "hands",
        None,
    }


def test_a_free_hand_that_takes_something_moves_nobody() -> None:
    scene = compose("two men shaking hands")
    after = edit(scene, "give the left man a flag")
    bodies = [
        [
            frame_from(one.layout[key], figure_of(thing)).point((64.0, 100.0))[0]
            for key in ("o1", "o2")
            if (thing := one.thing(key))
        ]
        for one in (scene, after)
    ]
    assert bodies[0] == pytest.approx(bodies[1], abs=1.0)


@pytest.mark.parametrize(
    "wish", ["a girl holding two cats", "a boy with a ball in each hand", "a man holding two babies"]
)
def test_two_that_one_holds_are_side_by_side(wish: str) -> None:
    scene = compose(wish)
    one, other = sorted(scene.layout[thing.id].box for thing in scene.objects[1:])
    assert other[0] > one[0] + 0.5 * (one[2] - one[0])
    assert one[2] - one[0] == pytest.approx(other[2] - other[0], rel=0.1)


def test_a_basket_hangs_before_the_handlebar_of_a_bicycle() -> None:
    scene = edit(compose("a girl with a bike"), "add a basket to the bike")
    bike, basket = (next(one for one in scene.objects if one.kind == kind) for kind in ("bicycle", "basket"))
    left, top, right, low = scene.layout[bike.id].box
    x0, _, x1, y1 = scene.layout[basket.id].box
    assert left < x0 < x1 < left + 0.5 * (right - left)
    assert y1 < (top + low) / 2 + 30
    assert x1 - x0 < 0.4 * (right - left)


def test_who_sleeps_in_bed_with_somebody_has_them_in_it() -> None:
    told = [(one.kind, one.where) for one in compose("a mother sleeping in bed with her baby").objects]
    assert told == [("bed", ""), ("woman", "covers"), ("baby", "covers")]


@pytest.mark.parametrize(
    ("wish", "mood"),
    [("a crying cat with a hat", "crying"), ("生气的猫", "angry"), ("a pouting cat", "angry")],
)
def test_a_cat_in_a_mood_is_a_whole_cat(wish: str, mood: str) -> None:
    cat = compose(wish).objects[0]
    assert (cat.kind, cat.mood) == ("cat", mood)


@pytest.mark.parametrize(
    ("talked", "limbs"),
    [
        ("a girl sitting on the grass => she waves", "wave+meditate"),
        ("a girl sitting on the grass => she waves => she claps", "clap+meditate"),
        ("a girl sitting on the grass => she waves => she stands up", ""),
        ("a girl in a park => she claps", ""),
        ("a girl in a park => she waves => she claps", ""),
        ("一个男孩坐在地上 => 他举手", "aloft+meditate"),
    ],
)
def test_who_sits_on_the_ground_stays_down_while_the_hands_move(talked: str, limbs: str) -> None:
    assert talk(talked)[-1].scene.objects[0].limbs == limbs


@pytest.mark.parametrize(
    ("talked", "limbs"),
    [
        ("a girl holding a cat => make her wave", "embrace&hail"),
        ("a woman holding a baby => she waves", "cradle&hail"),
        ("a grandma on the sofa => give her a cat on her lap => she should wave", "embrace&hail+sit"),
    ],
)
def test_one_arm_waves_and_the_other_has_the_pet(talked: str, limbs: str) -> None:
    scene = talk(talked)[-1].scene
    (who,) = (one for one in scene.objects if one.limbs)
    (pet,) = (one for one in scene.objects if one.rel is not None and one.rel.type == "hold")
    assert who.limbs == limbs
    left, _, right, _ = scene.layout[who.id].box
    assert left - 20 < scene.layout[pet.id].box[0] < scene.layout[pet.id].box[2] < right
