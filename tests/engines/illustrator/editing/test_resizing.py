"""A size that is asked for is seen, takes along what it should, and stays inside of the picture; else the answer says so."""

from __future__ import annotations

import pytest

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.standing import area_of, shared_area
from tests.engines.illustrator.told import changed, first_picture, talk


def _the(scene: Scene, kind: str) -> Thing:
    return next(one for one in scene.objects if one.kind == kind)


def _size(scene: Scene, key: str) -> tuple[int, int]:
    left, top, right, bottom = scene.layout[key].box
    return right - left, bottom - top


@pytest.mark.parametrize(
    ("wish", "edit", "broader", "higher"),
    [
        ("three pigs", "make the middle pig fatter", (1.24, 1.7), (0.75, 1.1)),
        ("三只小猪", "让中间的小猪胖一点", (1.24, 1.7), (0.75, 1.1)),
        ("a cat", "make it fatter", (1.24, 1.7), (0.75, 1.2)),
        ("a panda", "make it thinner", (0.5, 0.8), (0.95, 1.05)),
        ("a man", "make him taller", (0.9, 1.2), (1.24, 1.5)),
        ("a boy and a girl", "make the boy shorter", (0.8, 1.05), (0.6, 0.8)),
        ("一棵树", "把树变高", (0.9, 1.25), (1.24, 1.5)),
    ],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_shape_that_is_asked_for_is_seen(
    wish: str, edit: str, broader: tuple[float, float], higher: tuple[float, float], seed: int
) -> None:
    base = first_picture(wish, seed=seed)
    scene = changed(base, edit).scene
    (key,) = [one.id for one in scene.objects if one != base.thing(one.id)]
    (wide, tall), (now_wide, now_tall) = _size(base, key), _size(scene, key)
    assert broader[0] < now_wide / wide < broader[1]
    assert higher[0] < now_tall / tall < higher[1]


@pytest.mark.parametrize(
    ("wish", "edit", "grown", "along"),
    [
        ("a farmer driving a tractor", "make the tractor bigger", "tractor", "farmer"),
        ("a plate of spaghetti with a basil leaf on it", "make the plate bigger", "spaghetti", "mint-sprig"),
        ("a girl holding an umbrella", "make her bigger", "girl", "umbrella"),
        ("a cat wearing a hat", "make the cat bigger", "cat", "hat"),
    ],
)
def test_what_belongs_to_it_grows_along(wish: str, edit: str, grown: str, along: str) -> None:
    base = first_picture(wish)
    scene = changed(base, edit).scene
    ratios = [
        scene.layout[_the(scene, kind).id].scale / base.layout[_the(base, kind).id].scale
        for kind in (grown, along)
    ]
    assert ratios[0] > 1.08
    assert ratios[1] == pytest.approx(ratios[0], rel=0.05)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a girl holding an umbrella", "make her bigger"),
        ("一个女孩撑着伞", "把女孩变大"),
        ("a girl with a balloon", "make her bigger"),
        ("a vase of flowers on a table", "make the vase bigger"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_grows_out_of_the_picture(wish: str, edit: str, seed: int) -> None:
    base = first_picture(wish, seed=seed)
    answer = changed(base, edit)
    width, height = parse_ratio("1:1").size()
    rim = 0.03 * height
    for placed in answer.scene.layout.values():
        left, top, right, _ = placed.box
        assert left > -rim
        assert top > -rim
        assert right < width + rim
    assert answer.scene != base or "can't" in answer.told or "不能" in answer.told


def test_a_vase_that_grows_stays_on_its_table() -> None:
    base = first_picture("a vase of flowers on a table")
    scene = changed(base, "make the vase bigger").scene
    key = _the(base, "vase").id
    assert scene.layout[key].scale > base.layout[key].scale
    assert scene.layout[key].base == pytest.approx(base.layout[key].base, abs=2)


@pytest.mark.parametrize(
    ("talked", "said"),
    [
        (
            "a panda => make it thinner => make it thinner => make it thinner",
            "The panda can't be any thinner here",
        ),
        ("一只猫 => 让它胖一点 => 再胖一点 => 再胖一点", "猫在这里不能再宽了"),
        (
            "a man => make him taller => make him taller => make him taller",
            "The man can't be any taller here",
        ),
    ],
)
def test_the_answer_says_what_has_no_room(talked: str, said: str) -> None:
    assert talk(talked)[-1].told == said


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("a man", "make him taller", "taller"),
        ("a boy and a girl", "make the boy shorter", "shorter"),
        ("一只猫", "让它胖一点", "变宽"),
    ],
)
def test_a_new_shape_is_told_in_one_word(wish: str, edit: str, told: str) -> None:
    answer = changed(first_picture(wish), edit)
    assert told in answer.told
    assert "larger" not in answer.told
    assert "变大" not in answer.told


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a wizard with a red hat", "make the wizard bigger"),
        ("a witch with a blue hat", "make the witch fatter"),
    ],
)
def test_who_changes_size_keeps_the_hat(wish: str, edit: str) -> None:
    base = first_picture(wish)
    answer = changed(base, edit)
    assert [one.kind for one in answer.scene.objects] == [one.kind for one in base.objects]
    assert not answer.notes


@pytest.mark.parametrize("wish", ["a wizard with a hat", "一个女巫戴着帽子", "a chef with a hat"])
def test_a_hat_that_is_drawn_already_comes_once(wish: str) -> None:
    assert len(first_picture(wish).objects) == 1


@pytest.mark.parametrize(
    ("talked", "kind"),
    [
        ("a street with lanterns => make the lanterns bigger", "lantern"),
        ("生日派对，小女孩在吹蜡烛 => 加几个气球 => 气球大一点", "balloon"),
    ],
)
def test_what_hangs_in_the_air_makes_room_for_its_like_as_it_grows(talked: str, kind: str) -> None:
    scene = talk(talked)[-1].scene
    boxes = [scene.layout[one.id].box for one in scene.objects if one.kind == kind]
    for at, one in enumerate(boxes):
        for other in boxes[:at]:
            assert shared_area(one, other) < 0.1 * min(area_of(one), area_of(other))


def test_a_lantern_that_grows_hangs_from_the_edge_as_before() -> None:
    scene = talk("a street with lanterns => make the lanterns bigger")[-1].scene
    assert {scene.layout[one.id].box[1] for one in scene.objects} == {0}
