"""What people use is turned to them, and nobody has two of what they do something at."""

from __future__ import annotations

from collections import Counter

import pytest

from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import ASIDE, AWAY, figure_of, stock_of
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture


def _edited(scene: Scene, prompt: str) -> Scene:
    done = edit_scene(prompt, [scene], ratio="1:1", seed=3, language="en" if prompt.isascii() else "zh")
    return arrange(done.scene, former=done.former)


def _of(scene: Scene, kind: str) -> Thing:
    return next(one for one in scene.objects if one.kind == kind)


def _told(scene: Scene) -> set[str]:
    known = {one.id: one.kind for one in scene.objects}
    return {
        f"{one.kind}{'~' + one.pose if one.pose else ''}{f' {one.rel.type} {known[one.rel.to]}' if one.rel else ''}"
        for one in scene.objects
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    "prompt", ["a family on the sofa watching TV", "爷爷奶奶看电视", "a boy looking at a tv", "孩子们坐在地上看动画片"]
)  # fmt: skip
def test_a_television_and_who_watches_it_face_each_other(prompt: str, seed: int) -> None:
    scene = first_picture(prompt, seed=seed)
    tv = _of(scene, "tv")
    assert tv.gaze == ASIDE
    for one in scene.objects:
        if stock_of(one).alive:
            side = scene.layout[one.id].x < scene.layout[tv.id].x
            assert scene.layout[tv.id].flip != side
            assert (one.gaze[0] * (-1 if scene.layout[one.id].flip else 1) > 0) == side


def test_a_television_that_nobody_watches_faces_us() -> None:
    assert _of(first_picture("a sofa and a TV", seed=1), "tv").gaze == (0, 0)
    assert _of(first_picture("a man and a TV", seed=1), "tv").gaze == (0, 0)


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    "prompt",
    [
        "a man works at the computer",
        "一个男人在打电脑",
        "a woman typing on her laptop in the office with a plant and a cup of coffee on the desk",
    ],
)
def test_a_laptop_is_turned_to_who_sits_behind_it(prompt: str, seed: int) -> None:
    scene = first_picture(prompt, seed=seed)
    laptop, who = _of(scene, "laptop"), next(one for one in scene.objects if stock_of(one).alive)
    assert laptop.gaze == AWAY
    assert "turned" in figure_of(laptop).name
    broad = scene.layout[who.id].box[2] - scene.layout[who.id].box[0]
    assert abs(scene.layout[laptop.id].x - scene.layout[who.id].x) < 0.3 * broad


def test_a_laptop_of_nobody_faces_us() -> None:
    assert _of(first_picture("a laptop on a desk", seed=1), "laptop").gaze == (0, 0)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a boy doing homework at a desk", {"desk", "boy~write behind desk", "notebook on desk"}),
        ("小男孩在写作业", {"dining-table", "boy~write behind dining-table", "notebook on dining-table"}),
        ("奶奶在包饺子", {"old-woman~busy behind dining-table", "dumpling-board on dining-table"}),
        ("grandma folding dumplings", {"old-woman~busy behind dining-table", "dumpling-board on dining-table"}),
        ("a baker kneading dough", {"baker~busy behind dining-table", "dough on dining-table"}),
        ("妈妈在烤蛋糕", {"woman~busy behind dining-table", "mixing-bowl on dining-table", "cake on dining-table"}),
        ("a man sitting at a desk working on a laptop", {"desk", "man~busy behind desk", "laptop on desk"}),
        ("爸爸在炒菜", {"stove", "man~stir beside stove", "wok on stove", "spatula hold man"}),
        ("a chef cooking at the stove", {"stove", "cook~stir beside stove", "wok on stove", "spatula hold cook"}),
        ("a painter at an easel", {"easel", "artist~paint beside easel", "paintbrush hold artist"}),
        ("a boy kicks a ball at the goal", {"goal-net", "boy~kick front goal-net", "soccer-ball hold boy"}),
        ("小男孩踢足球射门", {"goal-net", "boy~kick front goal-net", "soccer-ball hold boy"}),
        ("生日派对", {"child behind dining-table", "birthday-cake on dining-table", "balloon"}),
        ("a family celebrating grandma's birthday", {"old-woman behind dining-table", "birthday-cake on dining-table"}),
        ("students taking an exam in the classroom", {"pupil~write behind school-desk", "notebook on school-desk"}),
        ("小朋友们在教室里上课", {"child~write behind school-desk", "notebook on school-desk"}),
        ("a little boy drawing at the kitchen table", {"boy~write behind dining-table", "notebook on dining-table"}),
        ("妈妈在教女儿写字", {"woman~write behind dining-table", "girl~write behind dining-table"}),
        ("a scientist looking through a microscope", {"scientist~busy behind dining-table", "microscope on dining-table"}),
        ("a teacher at the blackboard", {"blackboard", "teacher~point beside blackboard"}),
        ("医生和病人", {"person", "doctor~hold beside person", "stethoscope hold doctor"}),
        ("a carpenter sawing wood", {"wood", "carpenter beside wood"}),
        ("妈妈在洗碗", {"kitchen-sink", "woman~hold behind kitchen-sink", "plate hold woman"}),
        ("a waiter serving two customers at a table", {"person behind dining-table", "waiter~serve beside dining-table"}),
        ("dad grilling sausages in the garden", {"barbecue-grill", "sausage on barbecue-grill"}),
        ("a potter making a pot", {"potter~busy behind dining-table", "vase on dining-table"}),
        ("一个女孩在画画", {"easel", "girl~paint beside easel", "paintbrush hold girl"}),
        ("a picnic on a blanket", {"child~sit behind picnic-mat", "apple on picnic-mat", "basket on picnic-mat"}),
    ],
)  # fmt: skip
def test_people_are_at_what_they_do_something_with(prompt: str, expected: set[str]) -> None:
    assert expected <= _told(first_picture(prompt, seed=1))


@pytest.mark.parametrize(
    ("prompt", "edit", "expected"),
    [
        ("a man in a room", "he now sits at the computer", {"man~busy behind desk", "laptop on desk"}),
        ("一个男孩在房间里", "让他坐在电脑前打字", {"boy~busy behind desk", "laptop on desk"}),
        ("a girl in a bedroom", "she is doing her homework at a desk", {"girl~write behind desk", "notebook on desk"}),
        ("一个老奶奶", "让她包饺子", {"old-woman~busy behind dining-table", "dumpling-board on dining-table"}),
        ("爸爸在厨房里", "让他炒菜", {"man~stir beside stove", "wok on stove"}),
        ("a woman in a kitchen", "she's chopping vegetables", {"woman~hold behind dining-table", "cucumber on dining-table"}),
        ("一个女孩在书房", "让她用电脑写作业", {"girl~busy behind desk", "laptop on desk", "notebook on desk"}),
        ("a boy in a park", "he kicks a ball at the goal", {"boy~kick front goal-net"}),
    ],
)  # fmt: skip
def test_an_edit_brings_somebody_to_work(prompt: str, edit: str, expected: set[str]) -> None:
    assert expected <= _told(_edited(first_picture(prompt, seed=1), edit))


@pytest.mark.parametrize(
    ("prompt", "edit", "kind"),
    [
        ("a sofa and a TV", "add a boy watching TV", "tv"),
        ("客厅里有沙发和电视", "加一家人看电视", "tv"),
        ("a woman cooking and a man", "the man is cooking", "stove"),
        ("a table in a kitchen", "grandma is folding dumplings at the table", "dining-table"),
    ],
)
def test_a_deed_is_done_at_what_is_there(prompt: str, edit: str, kind: str) -> None:
    before = first_picture(prompt, seed=1)
    after = _edited(before, edit)
    assert Counter(one.kind for one in after.objects)[kind] == 1
    old, new = before.layout[_of(before, kind).id], after.layout[_of(after, kind).id]
    assert (old.x, old.base) == (new.x, new.base)


def test_one_more_comes_where_one_more_is_asked_for() -> None:
    after = _edited(first_picture("a boy on a sofa and a TV", seed=1), "add a TV beside the sofa")
    assert sum(one.kind == "tv" for one in after.objects) == 2


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
@pytest.mark.parametrize("prompt", ["a birthday party", "小明的生日派对"])
def test_balloons_are_above_the_heads_of_a_party(prompt: str, seed: int) -> None:
    scene = first_picture(prompt, seed=seed)
    faces = [scene.layout[one.id].box for one in scene.objects if stock_of(one).alive]
    for one in scene.objects:
        if one.kind == "balloon":
            left, top, right, bottom = scene.layout[one.id].box
            body = bottom - 0.25 * (bottom - top)
            assert not any(box[0] < right and left < box[2] and box[1] < body for box in faces)


@pytest.mark.parametrize(
    ("prompt", "place"), [("a cat by the fireplace", "room"), ("a boy kicks a ball at the goal", "stadium")]
)
def test_a_place_shows_no_second_one_of_what_is_there(prompt: str, place: str) -> None:
    scene = first_picture(prompt, seed=1)
    assert (scene.env.place, scene.env.scenery.bed) == (place, scene.env.scenery.NONE)
