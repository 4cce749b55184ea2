"""The other one is not the one that the last change was about."""

from __future__ import annotations

import re

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.retelling.others import with_the_other, with_whom_is_meant
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def _talk(*turns: str) -> Scene:
    scene = arrange(compose_scene(turns[0], ratio="1:1", seed=3, language="en").scene)
    for turn in turns[1:]:
        composed = edit_scene(turn, [scene], ratio="1:1", seed=3, language="zh" if turn[0] > "z" else "en")
        scene = arrange(composed.scene, former=composed.former)
    return scene


@pytest.mark.parametrize(
    ("turns", "wearer"),
    [
        (("a cat and a dog", "put a hat on the cat", "and a scarf on the other one"), "dog"),
        (("a cat and a dog", "make the cat black", "give the other one a scarf"), "dog"),
        (("一只猫和一只狗", "让猫睡着", "另一只戴上红围巾"), "dog"),
        (("一个男孩和一个女孩", "男孩戴上帽子", "给另一个围条围巾"), "girl"),
    ],
)
def test_of_two_the_other_wears_it(turns: tuple[str, ...], wearer: str) -> None:
    scene = _talk(*turns)
    (scarf,) = [thing for thing in scene.objects if thing.kind == "scarf"]
    assert scarf.rel is not None
    worn_by = scene.thing(scarf.rel.to)
    assert worn_by is not None
    assert worn_by.kind == wearer


@pytest.mark.parametrize(
    "turns",
    [
        ("两只兔子", "左边的戴上眼镜", "另一只戴上红围巾"),
        ("two rabbits", "the left one gets glasses", "the other one gets a scarf"),
        ("two rabbits", "give one of them sunglasses", "the other rabbit should have a scarf"),
    ],
)
def test_of_two_alike_the_other_one_wears_it(turns: tuple[str, ...]) -> None:
    worn = {thing.kind: thing.rel.to for thing in _talk(*turns).objects if thing.rel is not None}
    assert worn.get("glasses", worn.get("sunglasses")) != worn["scarf"]


def test_the_others_are_all_but_that_one() -> None:
    scene = _talk("three birds", "make the left one red", "make the others blue")
    assert sorted(str(thing.colour) for thing in scene.objects) == ["blue", "blue", "red"]


@pytest.mark.parametrize(
    "wish", ["再加另一只猫", "on the other side of the cat", "add another one", "the other picture"]
)
def test_what_is_to_come_and_other_sides_are_left_alone(wish: str) -> None:
    assert with_the_other(wish, _talk("a cat and a dog", "make the cat black")) == wish


def test_who_is_meant_of_several_is_told_by_size_place_state_and_order() -> None:
    base = _talk("a cat on a chair, a cat on the rug and a cat beside the rug")
    for wish in ("the one on the chair should sleep", "make the cat on the rug white", "the third cat jumps"):
        assert re.search(r"the (?:left|middle|right) cat", with_whom_is_meant(wish, base)), wish
    for wish in (
        "the cat should sleep",
        "add a cat on the rug",
        "the biggest house",
    ):
        assert with_whom_is_meant(wish, base) == wish
    assert with_whom_is_meant("the second one sleeps", _talk("three cats")) == "the middle cat sleeps"
    assert (
        with_whom_is_meant("the second one is better", _talk("a cat and a dog")) == "the second one is better"
    )  # picture


def test_one_of_five_is_told_by_its_number() -> None:
    base = _talk("five cats in a row")
    assert re.search(
        r"the \w+ from the left cat black", with_whom_is_meant("make the second cat black", base)
    )
    scene = _talk("五只猫排成一排", "第四只猫变成黑色")
    placed = sorted(scene.objects, key=lambda one: scene.layout[one.id].x)
    assert [one.colour for one in placed].count("black") == 1


@pytest.mark.parametrize(
    ("turns", "who"),
    [
        (("a man in a red shirt and a woman in a blue dress", "make the one in red smile"), "man"),
        (("a man in a red shirt and a woman in a blue dress", "make the one in the blue dress smile"), "woman"),
        (("穿红衣服的男孩和穿蓝衣服的女孩", "让穿蓝衣服的那个笑"), "girl"),
        (("警察和消防员站在街上", "警察戴墨镜", "另一个人笑"), "firefighter"),
        (("医生和护士", "医生戴眼镜", "另一个人微笑"), "nurse"),
    ],
)  # fmt: skip
def test_who_is_told_by_clothes_or_as_the_other_person_smiles(turns: tuple[str, ...], who: str) -> None:
    scene = _talk(*turns)
    assert [thing.kind for thing in scene.objects if thing.mood == "happy"] == [who]


def test_two_in_clothes_of_their_own_are_two() -> None:
    scene = _talk("穿红衣服的男孩和穿蓝衣服的男孩", "给穿蓝衣服的男孩戴上眼镜")
    worn = {(thing.kind, thing.colour): thing.rel.to for thing in scene.objects if thing.rel is not None}
    assert len([thing for thing in scene.objects if thing.kind == "boy"]) == 2
    assert worn["glasses", None] == worn["shirt", "blue"] != worn["shirt", "red"]


def test_the_others_live_where_whoever_was_spoken_of_does() -> None:
    scene = _talk(
        "a teacher reading to three children on a rug",
        "the teacher has grey hair",
        "give the others party hats",
    )
    worn = [thing.rel.to for thing in scene.objects if thing.kind == "party-hat" and thing.rel is not None]
    assert sorted(worn) == [thing.id for thing in scene.objects if thing.kind == "child"]


_FAMILY = "a family of three on the beach"


@pytest.mark.parametrize(
    ("turns", "worn", "wearer"),
    [
        ((_FAMILY, "the little one should wear a blue swimsuit"), "swimsuit", "boy"),
        ((_FAMILY, "the taller one should wear a red hat"), "hat", "man"),
        (("a grandmother, a mother and a girl", "the youngest should wear a crown"), "crown", "girl"),
        (("a grandmother, a mother and a girl", "the oldest one gets a scarf"), "scarf", "old-woman"),
        (("爷爷奶奶和孙子", "小的穿蓝色泳衣"), "swimsuit", "boy"),
        (("爷爷奶奶和孙子", "给年纪最小的那个戴围巾"), "scarf", "boy"),
        (("爷爷奶奶和孙子", "个子最高的戴围巾"), "scarf", "old-man"),
    ],
)
def test_the_little_one_is_the_youngest(turns: tuple[str, ...], worn: str, wearer: str) -> None:
    scene = _talk(*turns)
    (garment,) = [thing for thing in scene.objects if thing.kind == worn]
    assert garment.rel is not None
    by = scene.thing(garment.rel.to)
    assert by is not None
    assert by.kind == wearer


@pytest.mark.parametrize(
    "edit", ["the youngest one should wear a crown", "the tall woman should wear a crown"]
)
def test_who_is_meant_is_nothing_left_out(edit: str) -> None:
    scene = arrange(compose_scene("a mother and a girl", ratio="1:1", seed=3, language="en").scene)
    assert edit_scene(edit, [scene], ratio="1:1", seed=3, language="en").notes == ()


@pytest.mark.parametrize(
    ("turns", "worn", "side"),
    [
        (("two women in a park", "the one on the right wears a hat"), "hat", "right"),
        (("two women having coffee at a table", "the left one has glasses"), "glasses", "left"),
        (("a boy and a girl and a dog", "the one in the middle wears a scarf"), "scarf", "middle"),
    ],
)
def test_the_one_at_a_side_is_somebody(turns: tuple[str, ...], worn: str, side: str) -> None:
    scene = _talk(*turns)
    (garment,) = [thing for thing in scene.objects if thing.kind == worn]
    living = sorted(
        (one.id for one in scene.objects if one.kind in ("woman", "boy", "girl", "dog")),
        key=lambda key: scene.layout[key].x,
    )
    assert garment.rel is not None
    assert garment.rel.type == "wear"
    assert garment.rel.to == living[{"left": 0, "right": -1, "middle": 1}[side]]


def test_of_several_that_are_least_none_is_the_little_one() -> None:
    scene = arrange(compose_scene("奶奶和两个孙子", ratio="1:1", seed=3, language="zh").scene)
    tall = {scene.layout[one.id].box[3] - scene.layout[one.id].box[1] for one in scene.objects[1:]}
    if len(tall) == 1:
        with pytest.raises(NotDrawable):
            edit_scene("小的那个哭了", [scene], ratio="1:1", seed=3, language="zh")


def test_she_is_the_mermaid_and_not_her_starfish() -> None:
    scene = _talk("a mermaid on a rock", "put a starfish in her hair", "she smiles")
    assert {one.kind: one.mood for one in scene.objects}["mermaid"] == "happy"
