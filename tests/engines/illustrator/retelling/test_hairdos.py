"""What people say of somebody's hair is the cut that they get."""

import pytest

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.retelling.hairdos import told_of_hair
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.hair import BALD, HAIR


def in_language(wish: str) -> Language:
    return "en" if wish.isascii() else "zh"


def _cuts(scene: Scene) -> dict[str, str]:
    """By cut, who has it."""
    return {one.kind: one.rel.to for one in scene.objects if one.kind in HAIR and one.rel is not None}


@pytest.mark.parametrize(
    ("wish", "edit", "cut"),
    [
        ("a woman", "shave her head", BALD),
        ("a man", "make him bald", BALD),
        ("a boy", "can you make the boy completely bald", BALD),
        ("a girl", "remove her hair", BALD),
        ("a woman", "cut her hair", "short-hair"),
        ("a woman", "put her hair in a bun", "hair-bun"),
        ("a woman", "give her a bun", "hair-bun"),
        ("a woman", "change her hair to a bun", "hair-bun"),
        ("a girl", "braid her hair", "braids"),
        ("a girl", "put her hair into pigtails", "pigtails"),
        ("a girl", "tie her hair back", "ponytail"),
        ("a man", "give him an afro", "curly-hair"),
        ("a woman", "let her hair down", "long-hair"),
        ("一个女人", "剃光头", BALD),
        ("一个男人", "让他秃顶", BALD),
        ("一个女孩", "把她变成光头", BALD),
        ("一个女人", "盘个丸子头", "hair-bun"),
        ("一个女人", "烫个卷发", "curly-hair"),
        ("一个女孩", "给她扎两个小辫子", "pigtails"),
        ("一个女孩", "扎个高马尾", "ponytail"),
        ("一个女孩", "头发披下来", "long-hair"),
        ("一个女人", "头发剪短一点", "short-hair"),
        ("一个女孩", "编辫子", "braids"),
    ],
)
def test_a_cut_is_had_whatever_it_is_called(wish: str, edit: str, cut: str) -> None:
    language = in_language(wish)
    first = compose_scene(wish, ratio="1:1", seed=3, language=language).scene
    after = edit_scene(edit, [first], ratio="1:1", seed=4, language=language).scene
    assert _cuts(after) == {cut: "o1"}
    assert after.objects[0].bald == (cut == BALD)
    assert [one.kind for one in after.objects if one.kind not in HAIR] == [one.kind for one in first.objects]


@pytest.mark.parametrize(
    ("wish", "edits"),
    [
        ("two girls", ["give the left girl a ponytail", "cut the right girl's hair short"]),
        ("两个女孩", ["左边的女孩扎马尾", "右边的女孩剪短发"]),
    ],
)
def test_each_of_two_has_a_cut_of_her_own(wish: str, edits: list[str]) -> None:
    language = in_language(wish)
    scene = compose_scene(wish, ratio="1:1", seed=3, language=language).scene
    for edit in edits:
        scene = edit_scene(edit, [scene], ratio="1:1", seed=4, language=language).scene
    assert _cuts(scene).keys() == {"ponytail", "short-hair"}
    assert len(set(_cuts(scene).values())) == 2


def test_hair_grows_again() -> None:
    bald = compose_scene("a bald boy", ratio="1:1", seed=3, language="en").scene
    assert bald.objects[0].bald
    after = edit_scene("give him long hair", [bald], ratio="1:1", seed=4, language="en").scene
    assert _cuts(after) == {"long-hair": "o1"}
    assert not after.objects[0].bald


def test_curls_are_straightened() -> None:
    curly = compose_scene("a woman with curly hair", ratio="1:1", seed=3, language="en").scene
    assert _cuts(edit_scene("straighten her hair", [curly], ratio="1:1", seed=4, language="en").scene) == {}


@pytest.mark.parametrize(("wish", "edit"), [("a dog", "make it bald"), ("一只狗", "剃光头")])
def test_where_there_is_nobody_nobody_is_bald(wish: str, edit: str) -> None:
    first = compose_scene(wish, ratio="1:1", seed=3, language="en").scene
    with pytest.raises(NotDrawable):
        edit_scene(edit, [first], ratio="1:1", seed=4, language=in_language(wish))


@pytest.mark.parametrize(
    "wish",
    ["add a steamed bun", "give the dog a bun", "write “cut her hair”", "加一个包子", "把毛线球变成红色"],
)
def test_what_is_of_no_hair_stays_as_it_is(wish: str) -> None:
    scene = compose_scene("a woman and a dog", ratio="1:1", seed=3, language="en").scene
    assert told_of_hair(wish, scene) == wish


@pytest.mark.parametrize(
    ("wish", "cut"),
    [
        ("一个穿旗袍的女人，头发盘起来", "hair-bun"),
        ("一个头发扎成马尾的女孩", "ponytail"),
        ("一个披着长发的女人", "long-hair"),
        ("a smiling nurse with a bun", "hair-bun"),
        ("a bald king", BALD),
        ("一个光头女孩", BALD),
    ],
)
def test_somebody_new_has_the_hair_that_is_told(wish: str, cut: str) -> None:
    scene = compose_scene(wish, ratio="1:1", seed=3, language=in_language(wish)).scene
    assert list(_cuts(scene)) == [cut]


def test_a_cut_may_be_told_with_its_colour() -> None:
    first = compose_scene("一个女孩", ratio="1:1", seed=3, language="zh").scene
    after = edit_scene("头发变成紫色的卷发", [first], ratio="1:1", seed=4, language="zh").scene
    assert _cuts(after) == {"curly-hair": "o1"}
    assert after.objects[0].hair == "purple"


@pytest.mark.parametrize(
    ("wish", "edit", "cuts", "hair"),
    [
        ("a girl", "make her hair blonde and curly", {"curly-hair"}, "yellow"),
        ("a girl", "make her hair long and red", {"long-hair"}, "red"),
        ("a girl with braids", "undo her braids", set(), None),
        ("a man", "give him a crew cut", {"short-hair"}, None),
    ],
)
def test_hair_is_as_it_is_told(wish: str, edit: str, cuts: set[str], hair: str | None) -> None:
    first = compose_scene(wish, ratio="1:1", seed=3, language="en").scene
    after = edit_scene(edit, [first], ratio="1:1", seed=4, language="en").scene
    assert _cuts(after).keys() == cuts
    assert after.objects[0].hair == hair


@pytest.mark.parametrize(
    "edits", [("give him a crew cut", "cut his hair"), ("shave his head", "make him bald")]
)
def test_a_cut_that_is_had_is_not_had_again(edits: tuple[str, str]) -> None:
    first = compose_scene("a man", ratio="1:1", seed=3, language="en").scene
    once = edit_scene(edits[0], [first], ratio="1:1", seed=4, language="en").scene
    with pytest.raises(NotDrawable, match="already"):
        edit_scene(edits[1], [once], ratio="1:1", seed=5, language="en")


def test_each_of_two_sisters_has_her_own_hair() -> None:
    scene = compose_scene("两个姐妹，一个长发一个短发", ratio="1:1", seed=3, language="zh").scene
    assert _cuts(scene).keys() == {"long-hair", "short-hair"}
    assert [one.kind for one in scene.objects if one.kind not in HAIR] == ["girl", "girl"]


@pytest.mark.parametrize(
    ("wish", "edits", "cut"),
    [
        ("a woman", ("shave her head", "give her back her hair"), "hair"),
        ("a man", ("make him bald", "he should have hair again"), "hair"),
        ("a girl with long hair", ("cut off her hair", "bring her hair back"), "long-hair"),
        ("一个女孩", ("去掉她的头发", "把头发还给她"), "hair"),
        ("一个男人", ("给他剃光头", "让他的头发长回来"), "hair"),
        ("一个男人", ("给他剃光头", "恢复他的头发"), "hair"),
    ],
)
def test_hair_grows_back(wish: str, edits: tuple[str, ...], cut: str) -> None:
    scene = compose_scene(wish, ratio="1:1", seed=3, language=in_language(wish)).scene
    for edit in edits:
        scene = edit_scene(edit, [scene], ratio="1:1", seed=3, language=in_language(wish)).scene
    assert {*_cuts(scene)} == {cut}
