"""Clothes that somebody is told to put on are on them, and nothing else of them changes."""

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.retelling.clothes import told_of_clothes
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.tailor import gives_way


def _language(wish: str) -> Language:
    return "en" if wish.isascii() else "zh"


def _worn(scene: Scene, who: str = "o1") -> set[str]:
    return {
        f"{one.kind}:{one.colour or ''}".rstrip(":")
        for one in scene.objects
        if one.rel is not None and (one.rel.type, one.rel.to) == ("wear", who)
    }


@pytest.mark.parametrize(
    ("wish", "edit", "worn"),
    [
        (
            "a woman in a yellow dress and a hat",
            "put her in a green sweater",
            {"dress:yellow", "sweater:green", "hat"},
        ),
        ("a woman in a yellow dress", "dress her in jeans and a t-shirt", {"jeans", "shirt"}),
        ("a man in a suit", "give him a t-shirt", {"shirt"}),
        ("a woman in a coat", "give her a red dress", {"dress:red"}),
        ("a boy in jeans", "have him wear a coat", {"jeans", "coat"}),
        ("a man in a suit", "make his tie green", {"suit", "tie:green"}),
        ("一个警察", "警服换成运动服", {"tracksuit"}),
        ("一个厨师", "厨师服换成睡衣", {"pyjamas"}),
        ("一个学生在操场上跑步", "校服换成运动服", {"tracksuit", "backpack"}),
        ("两个学生在教室里看书", "校服换成红色", {"school-uniform:red", "backpack"}),
        ("a groom", "make his tie red", {"tuxedo:black", "bow-tie:red"}),
        ("a groom", "give him a red tie", {"tuxedo:black", "tie:red"}),
        ("a groom", "make the groom's suit white", {"tuxedo:white", "bow-tie:black"}),
        ("a boy in a green shirt", "make his shirt striped", {"shirt:green"}),
        ("一个穿毛衣的女孩", "换件紫色的毛衣", {"sweater:purple"}),
        ("一个穿毛衣的女孩", "换条红裙子", {"dress:red"}),
        ("一个穿蓝裙子戴帽子的女人", "换顶草帽", {"dress:blue", "straw-hat"}),
        ("一个穿西装的男人", "换条红领带", {"suit", "tie:red"}),
        ("一个穿西装的男人", "再换双红鞋", {"suit", "shoe:red"}),
        ("一个男人", "穿上白衬衫", {"shirt:white"}),
        ("新郎", "领结换成红色", {"tuxedo:black", "bow-tie:red"}),
    ],
)
def test_they_have_on_what_they_were_told(wish: str, edit: str, worn: set[str]) -> None:
    first = compose_scene(wish, ratio="1:1", seed=3, language=_language(wish)).scene
    after = edit_scene(edit, [first], ratio="1:1", seed=4, language=_language(wish)).scene
    assert _worn(after) == worn
    assert after.thing("o1") == first.thing("o1")


def test_a_shirt_that_is_told_striped_is() -> None:
    first = compose_scene("a boy in a green shirt", ratio="1:1", seed=3, language="en").scene
    after = edit_scene("make his shirt striped", [first], ratio="1:1", seed=4, language="en").scene
    assert [one.pattern for one in after.objects] == [None, "striped"]


def test_clothes_that_were_recoloured_are_no_cloth() -> None:
    first = compose_scene("a boy", ratio="1:1", seed=3, language="en").scene
    green = edit_scene("change his clothes to green", [first], ratio="1:1", seed=4, language="en").scene
    after = edit_scene("give him a yellow shirt", [green], ratio="1:1", seed=5, language="en").scene
    assert _worn(after) == {"shirt:yellow"}


def test_of_a_pair_each_is_meant_by_the_pronoun_that_fits() -> None:
    pair = compose_scene("a groom carrying the bride", ratio="1:1", seed=3, language="en").scene
    after = edit_scene("make his tie red", [pair], ratio="1:1", seed=4, language="en").scene
    groom = next(one.id for one in after.objects if one.kind == "groom")
    assert _worn(after, groom) == {"tuxedo:black", "bow-tie:red"}


@pytest.mark.parametrize(
    ("old", "new", "gives"),
    [
        ("shirt", "dress", True), ("dress", "shirt", True), ("dress", "jeans", True), ("suit", "jeans", True),
        ("jeans", "coat", False), ("shirt", "coat", False), ("dress", "sweater", False), ("coat", "sweater", True),
        ("boot", "shoe", True), ("shoe", "dress", False), ("scarf", "coat", False), ("tie", "bow-tie", True),
    ],
)  # fmt: skip
def test_what_cannot_be_worn_together_comes_in_its_stead(old: str, new: str, gives: bool) -> None:
    assert gives_way(old, new) == gives


@pytest.mark.parametrize(
    "wish",
    [
        "put her in a box",
        "change the background",
        "write “change her clothes”",
        "换个背景",
        "换成秋天",
        "给狗穿上毛衣",
    ],
)
def test_what_is_no_garment_of_anybody_stays_as_it_is(wish: str) -> None:
    scene = compose_scene("a woman and a dog", ratio="1:1", seed=3, language="en").scene
    assert told_of_clothes(wish, scene) == wish
