from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange

BLANK = Scene(seed=1, ratio="1:1")


def test_a_new_picture_takes_what_is_missing_for_a_wish() -> None:
    editor = Editor(BLANK, parse("马的头上戴个帽子"), "zh", new=True)
    editor.apply()
    assert [thing.kind for thing in editor.things.values()] == ["horse", "hat"]


def test_an_edit_takes_it_for_a_mistake() -> None:
    editor = Editor(BLANK, parse("马的头上戴个帽子"), "zh", new=False)
    editor.apply()
    assert not editor.changed
    assert editor.refusal() == "图里没有马"


def test_the_things_of_another_picture_get_ids_of_their_own() -> None:
    other = Editor(BLANK, parse("一只戴帽子的狗"), "zh", new=True)
    other.apply()
    editor = Editor(other.scene(), parse("合到一起"), "zh", new=False)
    editor.bring([(1, other.scene())])
    things = editor.scene().objects
    assert [thing.id for thing in things] == ["o1", "o2", "o3", "o4"]
    assert [thing.rel.to for thing in things if thing.rel is not None] == ["o1", "o3"]


@pytest.mark.parametrize(
    ("wish", "edit", "who"),
    [
        ("a dog sleeping on a rug in the living room", "get rid of the rug", "o2"),
        ("a monkey in a tree", "remove the tree", "o2"),
        ("a cat on a table", "remove the table", "o2"),
    ],
)
def test_who_loses_the_ground_stands_on_the_floor_in_the_same_size(wish: str, edit: str, who: str) -> None:
    base = arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)
    composed = edit_scene(edit, [base], ratio="1:1", seed=3, language="en")
    scene = arrange(composed.scene, former=composed.former)
    assert [thing.id for thing in scene.objects] == [who]
    assert scene.layout[who].scale == base.layout[who].scale
    assert scene.layout[who].base >= place_of(scene.env, scene.seed).far * 1024 - 1


def test_a_person_that_joins_others_is_of_their_size() -> None:
    base = arrange(
        compose_scene("a mother and two children in the kitchen", ratio="1:1", seed=3, language="en").scene
    )
    composed = edit_scene("add a dad washing the dishes", [base], ratio="1:1", seed=3, language="en")
    scene = arrange(composed.scene, former=composed.former)
    tall = {
        thing.kind: scene.layout[thing.id].box[3] - scene.layout[thing.id].box[1] for thing in scene.objects
    }
    assert tall["man"] > 0.7 * tall["woman"]


@pytest.mark.parametrize(
    ("wish", "edit", "kind", "worn"),
    [
        ("a doctor and a nurse", "make the doctor a woman with long black hair", "woman-health-worker", "long-hair"),
        ("a nurse and a child", "make the nurse a man with a beard", "man-health-worker", "beard"),
        ("a waiter and a cook", "make the waiter a woman with glasses", "waitress", "glasses"),
        ("医生和护士", "把医生换成黑色长发的女人", "woman-health-worker", "long-hair"),
        ("老师和学生", "把老师变成金色短发的男人", "man-teacher", "short-hair"),
    ],
)  # fmt: skip
def test_who_becomes_a_man_or_a_woman_keeps_the_trade_and_has_what_is_said(
    wish: str, edit: str, kind: str, worn: str
) -> None:
    language: Language = "en" if wish.isascii() else "zh"
    base = arrange(compose_scene(wish, ratio="1:1", seed=3, language=language).scene)
    scene = edit_scene(edit, [base], ratio="1:1", seed=3, language=language).scene
    before = {one.id for one in base.objects}
    (changed,) = [one for one in scene.objects if one.id in before and one != base.thing(one.id)]
    (new,) = [one for one in scene.objects if one.id not in before]
    assert (changed.kind, new.kind) == (kind, worn)
    assert new.rel is not None
    assert new.rel.to == changed.id


@pytest.mark.parametrize(
    ("wish", "edit", "what"),
    [
        ("一只狗和一只兔子在草地上", "让狗和兔子笑", "happy"),
        ("爷爷和奶奶坐在沙发上", "给爷爷和奶奶戴帽子", "hat"),
        ("a grandpa and a grandma on a sofa", "give grandpa and grandma hats", "hat"),
        ("猫和狗", "给猫和狗一个球", "ball"),
    ],
)
def test_two_that_are_named_get_or_do_it_both_and_nobody_moves(wish: str, edit: str, what: str) -> None:
    language: Language = "en" if wish.isascii() else "zh"
    base = arrange(compose_scene(wish, ratio="1:1", seed=3, language=language).scene)
    composed = edit_scene(edit, [base], ratio="1:1", seed=3, language=language)
    scene = arrange(composed.scene, former=composed.former)
    living = [one.id for one in base.objects if kinds()[one.kind].alive]
    has = {one.rel.to for one in scene.objects if one.kind == what and one.rel is not None}
    has |= {one.id for one in scene.objects if one.mood == what}
    assert has == set(living)
    assert [scene.layout[key].x for key in living] == [base.layout[key].x for key in living]


@pytest.mark.parametrize(
    ("wish", "edit", "what", "who"),
    [
        ("a boy and a grandfather", "grandpa has a long white beard", "beard", ["old-man"]),
        ("孙子和爷爷", "爷爷有白胡子", "beard", ["old-man"]),
        ("爸爸、妈妈和男孩", "孩子穿条纹睡衣", "pyjamas", ["boy"]),
        ("爷爷和孙子", "两个人都穿红色的衣服", "shirt", ["boy", "old-man"]),
    ],
)
def test_what_somebody_has_is_theirs_whose_role_is_named(
    wish: str, edit: str, what: str, who: list[str]
) -> None:
    language: Language = "en" if wish.isascii() else "zh"
    base = arrange(compose_scene(wish, ratio="1:1", seed=3, language=language).scene)
    scene = edit_scene(edit, [base], ratio="1:1", seed=3, language=language).scene
    worn = [one.rel.to for one in scene.objects if one.kind == what and one.rel is not None]
    assert sorted(one.kind for one in scene.objects if one.id in worn) == who
    assert len(scene.objects) == len(base.objects) + len(who)


@pytest.mark.parametrize(
    ("wish", "edit", "colour", "pattern"),
    [
        ("国王和王后", "王后的裙子改成粉色带白点的", "pink", "spotted"),
        ("a prince and a princess", "make her dress yellow", "yellow", None),
        ("a nurse and a doctor", "make the nurse's uniform pink", "pink", None),
    ],
)
def test_the_dress_in_which_somebody_is_drawn_is_the_one_that_is_meant(
    wish: str, edit: str, colour: str, pattern: str | None
) -> None:
    language: Language = "en" if wish.isascii() else "zh"
    base = arrange(compose_scene(wish, ratio="1:1", seed=3, language=language).scene)
    composed = edit_scene(edit, [base], ratio="1:1", seed=3, language=language)
    (changed,) = [one for one in composed.scene.objects if one != base.thing(one.id)]
    assert (changed.kind, changed.colour, changed.pattern) in [
        (kind, colour, pattern) for kind in ("queen", "princess", "nurse")
    ]
    assert composed.notes == ()
