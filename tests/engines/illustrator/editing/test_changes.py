"""Changes as people ask for them: each does what it says, to whom it says, and tells what it cannot do."""

from __future__ import annotations

import re

import pytest

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange


def language_of(words: str) -> Language:
    return "zh" if re.search("[\u4e00-\u9fff]", words) else "en"


def edited(picture: str, *wishes: str, seed: int = 3) -> tuple[Scene, Composed]:
    """The picture after the wishes, and what the last one came to."""
    scene = arrange(compose_scene(picture, ratio="1:1", seed=seed, language=language_of(picture)).scene)
    for wish in wishes:
        done = edit_scene(wish, [scene], ratio="1:1", seed=seed, language=language_of(wish))
        scene = arrange(done.scene, former=done.former)
    return scene, done


def kinds_of(scene: Scene) -> list[str]:
    return sorted(one.kind for one in scene.objects)


def of_kind(scene: Scene, kind: str) -> Thing:
    return next(one for one in scene.objects if one.kind == kind)


@pytest.mark.parametrize(
    ("picture", "wish"),
    [
        ("a glass of red wine on a table", "take away the wine and put water instead"),
        ("a glass of beer on a table", "replace the beer with water"),
        ("a woman holding a cup of coffee", "give her water instead"),
        ("桌上有一杯红酒", "把红酒换成水"),
    ],
)
def test_water_instead_of_a_drink_is_a_glass_of_it_and_no_lake(picture: str, wish: str) -> None:
    before = compose_scene(picture, ratio="1:1", seed=3, language=language_of(picture)).scene
    scene, _ = edited(picture, wish)
    assert scene.env.place == before.env.place
    assert len(scene.objects) == len(before.objects)
    assert "drinking-glass" in kinds_of(scene)


@pytest.mark.parametrize(
    ("picture", "wishes", "dish"),
    [
        ("spaghetti and a glass of wine on a table", ("make the wine white", "sprinkle some basil on it"), "spaghetti"),
        ("a bowl of soup on a table", ("sprinkle some parsley on top",), "soup"),
        ("一盘披萨放在桌上", ("撒点罗勒叶",), "pizza"),
    ],
)  # fmt: skip
def test_what_is_strewn_comes_onto_the_dish(picture: str, wishes: tuple[str, ...], dish: str) -> None:
    scene, done = edited(picture, *wishes)
    herbs = [one for one in scene.objects if one.kind == "mint-sprig"]
    assert len(herbs) == 3
    assert {one.rel.to for one in herbs if one.rel is not None} == {of_kind(scene, dish).id}
    assert not done.notes


def test_he_is_the_one_who_was_changed_last() -> None:
    scene, _ = edited(
        "a bearded man with a pipe and a sailor", "remove the pipe", "give him a parrot on his shoulder"
    )
    rel = of_kind(scene, "parrot").rel
    assert rel is not None
    assert rel.to == of_kind(scene, "man").id


@pytest.mark.parametrize(
    ("picture", "wish"),
    [("a house in the snow", "make it snow harder"), ("雪地里的房子", "雪下得更大一点")],
)
def test_heavier_snow_falls_where_none_fell(picture: str, wish: str) -> None:
    scene, done = edited(picture, wish)
    assert (scene.env.weather, scene.env.scenery.fall > 0, done.notes) == ("snow", True, ())


@pytest.mark.parametrize("seed", [1, 4, 9])
def test_who_is_in_the_middle_is_between_the_others_whatever_they_look_like(seed: int) -> None:
    scene, _ = edited("three children at a table", "the girl in the middle should wear a crown", seed=seed)
    rel = of_kind(scene, "crown").rel
    children = sorted(
        (one for one in scene.objects if one.kind == "child"), key=lambda one: scene.layout[one.id].x
    )
    assert rel is not None
    assert rel.to == children[1].id


def test_one_more_at_the_side_is_there_and_as_large_as_the_others() -> None:
    scene, _ = edited(
        "a birthday party with three children, a cake with candles and balloons",
        "add one more kid on the right",
    )
    *there, came = [one for one in scene.objects if one.kind == "child"]
    assert scene.layout[came.id].x > scene.layout[there[-1].id].x
    assert scene.layout[came.id].scale >= 0.8 * scene.layout[there[0].id].scale


@pytest.mark.parametrize(
    ("picture", "wish", "left"),
    [
        ("two carrots on a table", "swap the carrots for a big fish", ["dining-table", "fish-dish"]),
        ("three apples on a table", "replace the apples with a cake", ["cake", "dining-table"]),
        ("桌上有三个苹果", "把苹果换成一个西瓜", ["dining-table", "watermelon"]),
        ("two balls on a meadow", "replace every ball with a gift", ["gift", "gift"]),
        ("桌上有两个苹果", "把苹果换成梨", ["dining-table", "pear", "pear"]),
    ],
)
def test_several_become_as_many_as_are_asked_for(picture: str, wish: str, left: list[str]) -> None:
    assert kinds_of(edited(picture, wish)[0]) == left


@pytest.mark.parametrize(
    ("picture", "wish"),
    [
        ("a chef in a kitchen", "give the chef a straw hat"),
        ("a woman chef in a kitchen", "give her a tall white hat"),
        ("a pirate on a beach", "give the pirate a red hat"),
        ("一个厨师在厨房", "给他戴一顶草帽"),
    ],
)
def test_nobody_gets_a_hat_on_top_of_the_one_of_the_drawing(picture: str, wish: str) -> None:
    with pytest.raises(NotDrawable, match=r"part of the drawing|already|的一部分"):
        edited(picture, wish)


def test_another_hat_takes_the_place_of_the_one_that_is_worn() -> None:
    assert kinds_of(edited("a man with a black hat", "give him a straw hat")[0]) == ["man", "straw-hat"]


def test_a_helmet_goes_over_a_cap() -> None:
    scene, _ = edited("a police officer on a street", "give the police officer a helmet")
    assert "helmet" in kinds_of(scene)


@pytest.mark.parametrize(
    ("picture", "wish", "words", "hung"),
    [
        ("a birthday party with three children and a cake", 'write "Happy Birthday" on a banner', "Happy Birthday", True),
        ("a classroom with a teacher", 'hang a banner that says "Welcome" on the wall', "Welcome", True),
        ("a dog on a meadow", 'add a banner saying "Good boy"', "Good boy", False),
        ("两只小狗在草地上", "挂一条横幅，上面写着“欢迎回家”", "欢迎回家", False),
        ("两只小狗在草地上", "加一条写着“加油”的横幅", "加油", False),
    ],
)  # fmt: skip
def test_a_banner_has_its_words_and_is_seen_whole(picture: str, wish: str, words: str, hung: bool) -> None:
    scene, done = edited(picture, wish)
    banner = of_kind(scene, "banner")
    assert (banner.says, banner.pose == "hung", scene.caption, done.notes) == (words, hung, None, ())


@pytest.mark.parametrize(
    ("picture", "wish"),
    [("a girl on a beach", "add a sailboat out at sea"), ("海边一个女孩", "远处海上加一艘帆船")],
)
def test_what_is_out_at_sea_is_far_away(picture: str, wish: str) -> None:
    scene, done = edited(picture, wish)
    boat = of_kind(scene, "boat")
    _, top, _, bottom = scene.layout[boat.id].box
    assert boat.size == "far"
    assert bottom - top < 200
    assert not done.notes


@pytest.mark.parametrize(
    ("picture", "wish"),
    [
        ("a bed and a nightstand in a bedroom", "put some roses on the nightstand"),
        ("a table and two chairs", "put flowers on the table"),
        ("一张餐桌和两把椅子", "桌子上摆一束花"),
    ],
)
def test_flowers_on_furniture_stand_in_a_vase(picture: str, wish: str) -> None:
    assert "vase" in kinds_of(edited(picture, wish)[0])


def test_what_is_put_on_a_vase_stands_beside_it() -> None:
    scene, _ = edited("a bed and a nightstand", "put flowers on the nightstand", "put a lamp on it")
    rel = of_kind(scene, "lamp").rel
    assert rel is not None
    assert rel.to == of_kind(scene, "nightstand").id


@pytest.mark.parametrize(
    ("picture", "wish"),
    [
        ("a bedroom with a bed", "add a window with the moon outside"),
        ("卧室里有一张床", "加一扇窗户，窗外有月亮"),
    ],
)
def test_a_window_with_the_moon_is_one_at_night(picture: str, wish: str) -> None:
    scene, _ = edited(picture, wish)
    assert (kinds_of(scene), scene.env.time) == (["bay-window", "bed"], "night")


@pytest.mark.parametrize(
    ("picture", "wish"),
    [("a girl in a boat on a lake", "remove the boat"), ("湖上一条小船，船上坐着一个老爷爷", "去掉小船")],
)
def test_whose_boat_is_gone_is_in_the_water(picture: str, wish: str) -> None:
    scene, _ = edited(picture, wish)
    assert [one.where for one in scene.objects] == ["water"]


@pytest.mark.parametrize(
    ("picture", "wish", "pose"),
    [
        ("a striker on a meadow", "add a crowd in the background", None),
        ("a singer on a stage", "add a cheering audience", "backs"),
        ("一匹马在草地上", "背景里加上观众", None),
    ],
)
def test_a_crowd_fills_the_picture_from_side_to_side(picture: str, wish: str, pose: str | None) -> None:
    scene, done = edited(picture, wish)
    crowd = of_kind(scene, "crowd")
    there = scene.objects[0] if scene.objects[0].rel is None else scene.objects[-2]
    left, top, right, bottom = scene.layout[crowd.id].box
    assert right - left > 1000
    assert bottom - top < 400
    assert (scene.layout[there.id].base > scene.layout[crowd.id].base) == (pose is None)
    assert (crowd.pose, done.notes) == (pose, ())


def test_spectators_are_the_crowd_and_not_the_players() -> None:
    scene, _ = edited("两个男孩踢足球", "加一群观众", "去掉观众")
    assert kinds_of(scene) == ["boy", "boy", "soccer-ball"]


def test_no_more_of_anything_comes_where_a_drink_is_not_there() -> None:
    with pytest.raises(NotDrawable, match="no lemonade"):
        edited("a table with an apple", "take the lemonade away and put some water instead")


@pytest.mark.parametrize("wish", ["add a pot steaming on the stove", "add a kettle boiling on the stove"])
def test_what_steams_is_seen_to_steam(wish: str) -> None:
    scene, done = edited("a kitchen with a stove", wish)
    assert "steam" in kinds_of(scene)
    assert not done.notes


def test_several_in_a_row_are_told_as_one_group() -> None:
    picture = arrange(
        compose_scene("a lake with a wooden boat and two people", ratio="1:1", seed=8, language="en").scene
    )
    done = edit_scene("put some pine trees in front", [picture], ratio="1:1", seed=8, language="en")
    told = account([picture], arrange(done.scene, former=done.former), "en")
    assert told is not None
    assert told.count("pine tree") == 1


@pytest.mark.parametrize(
    ("picture", "wish", "number"),
    [
        ("a soccer player kicking the ball", "give the player a yellow jersey with number 10", "10"),
        ("a man on a meadow", "give him a blue shirt with the number 7 on it", "7"),
        ("一个男孩", "给他穿10号球衣", "10"),
    ],
)
def test_a_jersey_has_its_number(picture: str, wish: str, number: str) -> None:
    scene, done = edited(picture, wish)
    assert [one.says for one in scene.objects if one.kind == "shirt"] == [number]
    assert not done.notes
