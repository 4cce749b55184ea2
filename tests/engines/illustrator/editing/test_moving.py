"""To a side of the picture, where there is room; a bit to a side; along a table; and what is said where there is none."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Placement, Scene
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import shared_area
from tests.engines.illustrator.told import first_picture

WIDTH = 1024


def edited(before: Scene, wish: str) -> tuple[Composed, Scene]:
    done = edit_scene(wish, [before], ratio="1:1", seed=4, language=language_of(wish))
    return done, arrange(done.scene, former=done.former)


def placed(scene: Scene, kind: str) -> Placement:
    return next(scene.layout[one.id] for one in scene.objects if one.kind == kind)


def gap(scene: Scene, kind: str, side: str) -> int:
    left, _, right, _ = placed(scene, kind).box
    return left if side == "left" else WIDTH - right


SIDES = [
    ("a boy, a girl and a dog in a park", "move the boy to the left", "boy", "left"),
    ("a boy, a girl and a dog in a park", "put the dog on the right", "dog", "right"),
    ("a boy, a girl and a dog in a park", "the girl should be on the left", "girl", "left"),
    ("a boy, a girl and a dog in a park", "slide the dog right", "dog", "right"),
    ("a tree, a cat and a bench", "drag the cat all the way to the right", "cat", "right"),
    ("一个男人、一个女人和一辆汽车", "把女人移到最左边", "woman", "left"),
    ("一个男人、一个女人和一辆汽车", "男人应该在左边", "man", "left"),
    ("一只老虎和一只小兔子", "把兔子移到右边", "rabbit", "right"),
    ("两匹马，远处有一个谷仓", "把谷仓挪到左边", "barn", "left"),
]  # fmt: skip


@pytest.mark.parametrize(("wish", "told", "kind", "side"), SIDES, ids=[row[1] for row in SIDES])
def test_who_goes_to_a_side_comes_there_and_hides_no_face(wish: str, told: str, kind: str, side: str) -> None:
    before = first_picture(wish)
    done, after = edited(before, told)
    assert done.notes == ()
    assert gap(after, kind, side) < 0.12 * WIDTH
    for one in before.objects:
        if one.kind == kind:
            continue
        assert after.layout[one.id] == before.layout[one.id], one.kind
        face = face_of(one, after.layout[one.id])
        moved = placed(after, kind)
        if face is not None and moved.base > after.layout[one.id].base:
            hidden = shared_area(face, moved.box) / max(1.0, (face[2] - face[0]) * (face[3] - face[1]))
            assert hidden < 0.35, one.kind


@pytest.mark.parametrize(
    ("wish", "told", "kind"),
    [
        ("a boy, a girl and a dog in a park", "move the boy a bit to the left", "boy"),
        ("a boy, a girl and a dog in a park", "move the boy slightly further to the left", "boy"),
        ("一个男人、一个女人和一辆汽车", "把女人往左移一点", "woman"),
        ("一个男人、一个女人和一辆汽车", "女人再往左边站一点", "woman"),
    ],
)
def test_a_bit_is_a_small_push(wish: str, told: str, kind: str) -> None:
    before = first_picture(wish)
    _, after = edited(before, told)
    far = placed(before, kind).x - placed(after, kind).x
    assert 0 < far < 0.4 * WIDTH
    assert placed(after, kind).base == placed(before, kind).base


def test_where_there_is_no_room_nobody_else_moves_and_the_answer_says_so() -> None:
    before = first_picture("two dogs and a penguin")
    done, after = edited(before, "push the penguin to the right")
    assert all(after.layout[one.id] == before.layout[one.id] for one in before.objects if one.kind == "dog")
    assert placed(after, "penguin").x > placed(before, "penguin").x
    assert done.notes == ("There is no free room at the far right; it went as far that way as it could",)
    done, _ = edited(before, "把企鹅移到右边")
    assert done.notes == ("最右边没有空位，只能移到这里",)


def test_several_go_there_together() -> None:
    before = first_picture("一个女孩和三只气球", seed=8)
    done, after = edited(before, "把气球移到右边")
    balloons = [after.layout[one.id].x for one in after.objects if one.kind == "balloon"]
    assert done.notes == ()
    assert min(balloons) > 0.4 * WIDTH
    assert len(set(balloons)) == 3


def test_what_is_on_a_table_goes_to_the_end_of_it() -> None:
    before = first_picture("a vase on a table")
    _, right = edited(before, "move the vase to the right")
    _, left = edited(right, "move the vase to the left")
    table = placed(before, "dining-table").box
    assert table[2] - placed(right, "vase").box[2] < 0.12 * (table[2] - table[0])
    assert placed(left, "vase").box[0] - table[0] < 0.15 * (table[2] - table[0])


def test_who_is_pushed_a_bit_stays_on_the_rug_and_before_the_sofa() -> None:
    before = first_picture("a room with a sofa, a lamp and a cat on the rug")
    _, after = edited(before, "move the cat a bit to the right")
    (cat,) = (one for one in after.objects if one.kind == "cat")
    assert cat.rel is not None
    assert cat.rel.type == "on"


def test_who_was_left_of_another_is_right_of_it_then() -> None:
    before = first_picture("a small cat to the left of a tree")
    _, after = edited(before, "move the cat to the right")
    (cat,) = (one for one in after.objects if one.kind == "cat")
    assert cat.rel is not None
    assert cat.rel.type == ("left" if placed(after, "cat").x < placed(after, "tree").x else "right")


def test_nobody_hides_behind_another_on_a_couch() -> None:
    before = first_picture("一只猫和一只狗坐在沙发上", seed=11)
    done, after = edited(before, "让猫坐到右边去")
    cat, dog = placed(after, "cat"), placed(after, "dog")
    assert cat.box[2] < dog.box[2]
    assert done.notes == ("最右边没有空位，只能移到这里",)
    assert dog == placed(before, "dog")


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("a man, a woman and a car", "move the man to the far left"),
        ("a man, a woman and a car", "shift the man to the left"),
    ],
)
def test_no_word_for_a_place_is_taken_for_a_thing(wish: str, told: str) -> None:
    done, after = edited(first_picture(wish), told)
    assert done.notes == ()
    assert gap(after, "man", "left") < 0.12 * WIDTH


def test_a_tad_is_a_bit() -> None:
    before = first_picture("a parrot and a monkey in a park")
    done, after = edited(before, "shift the monkey to the right a tad")
    assert done.notes == ()
    assert 0 < placed(after, "monkey").x - placed(before, "monkey").x < 0.4 * WIDTH


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("a wolf and a girl in a forest", "move the wolf farther from her"),
        ("a wolf and a girl in a forest", "the wolf should be farther away from the girl"),
        ("森林里有一只狼和一个女孩", "狼离她远一点"),
        ("森林里有一只狼和一个女孩", "让狼离女孩再远一点"),
    ],
)
def test_who_is_to_be_farther_goes_away_and_the_other_stays(wish: str, told: str) -> None:
    before = first_picture(wish)
    done, after = edited(before, told)
    assert done.notes == ()
    apart = [abs(placed(scene, "wolf").x - placed(scene, "girl").x) for scene in (before, after)]
    assert apart[1] > apart[0] + 0.04 * WIDTH
    assert placed(after, "girl") == placed(before, "girl")


def test_who_is_to_be_nearer_by_how_far_it_is_goes_there() -> None:
    before = first_picture("森林里有一只狼和一个女孩")
    _, after = edited(before, "狼离她近一点")
    apart = [abs(placed(scene, "wolf").x - placed(scene, "girl").x) for scene in (before, after)]
    assert apart[1] < apart[0]
