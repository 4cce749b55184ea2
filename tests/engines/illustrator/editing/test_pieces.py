"""Pieces of the backdrop: painted, taken away, put to use, and owned up to where nothing more can be done to them."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.backdrops import PLACES, backdrop, pieces_of
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.scene import Environment, Scene, Scenery
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.outlook import pieces_shown

_SIZE = (1024, 1024)


def _language(words: str) -> str:
    return "en" if words.isascii() else "zh"


def _with(piece: str, wish: str) -> Scene:
    """The wish at the first seed whose backdrop shows that piece."""
    for seed in range(1, 12):
        drawn = compose_scene(wish, ratio="1:1", seed=seed, language=_language(wish)).scene  # type: ignore[arg-type]
        if piece in pieces_shown(drawn):
            return arrange(drawn)
    raise AssertionError(f"{wish} never shows {piece}")


def _edited(scene: Scene, edit: str) -> tuple[Scene, tuple[str, ...]]:
    done = edit_scene(edit, [scene], ratio="1:1", seed=1, language=_language(edit))  # type: ignore[arg-type]
    return arrange(done.scene, former=done.former), done.notes


def _refused(scene: Scene, edit: str) -> str:
    with pytest.raises(NotDrawable) as refused:
        _edited(scene, edit)
    return str(refused.value)


@pytest.mark.parametrize(
    ("piece", "wish", "edit", "what"),
    [
        ("chairs", "a barber in a barber shop", "make the barber chairs blue", "blue"),
        ("chairs", "理发店里有一位理发师", "把理发椅换成蓝色的", "blue"),
        ("mirror", "a barber in a barber shop", "remove the mirrors", "none"),
        ("mirror", "理发店里有一位理发师", "把镜子去掉", "none"),
        ("fence", "a girl in a garden", "paint the fence red", "red"),
        ("fence", "花园里有一个女孩", "把后面的栅栏刷成红色", "red"),
        ("fence", "a girl in a garden", "take the fence away", "none"),
        ("rug", "a boy in a bedroom", "please remove the rug", "none"),
        ("rug", "卧室里有一个男孩", "地毯不要了", "none"),
        ("cupboards", "a chef in a kitchen", "the cupboards should be green", "green"),
        ("cupboards", "厨房里有一位厨师", "橱柜刷成绿色", "green"),
        ("stands", "a football player in a stadium", "get rid of the crowd", "none"),
        ("houses", "a dog on a street", "make the buildings light blue", "light-blue"),
        ("desk", "a teacher in a classroom", "remove the desks", "none"),
        ("screen", "a nurse in a hospital ward", "remove the curtain", "none"),
        ("trees", "a dog in a park", "remove the trees in the background", "none"),
        ("trunks", "a boy in a forest", "make the tree trunks red", "red"),
        ("till", "a baker in a bakery", "remove the cash register", "none"),
        ("blinds", "a businessman in an office", "make the blinds red", "red"),
    ],
)
def test_a_piece_is_painted_or_goes(piece: str, wish: str, edit: str, what: str) -> None:
    before = _with(piece, wish)
    after, notes = _edited(before, edit)
    assert after.env.scenery.pieces == ((piece, what),)
    assert (after.objects, after.layout) == (before.objects, before.layout)
    assert notes == ()
    assert backdrop(after.env, after.seed, *_SIZE) != backdrop(before.env, before.seed, *_SIZE)
    assert account([before], after, _language(edit)) is not None  # type: ignore[arg-type]


def test_the_rest_of_an_edit_is_done_too() -> None:
    before = _with("fence", "a girl in a garden")
    after, _ = _edited(before, "make the fence red and add a dog")
    assert after.env.scenery.pieces == (("fence", "red"),)
    assert [one.kind for one in after.objects] == ["girl", "dog"]


def test_what_is_gone_is_not_there_any_more() -> None:
    before, _ = _edited(_with("rug", "a boy in a bedroom"), "remove the rug")
    assert _refused(before, "make the rug red") == "There is no rug in the picture"


def test_a_thing_goes_before_a_piece() -> None:
    before = _with("fence", "a girl in a garden")
    before, _ = _edited(before, "add a fence")
    after, _ = _edited(before, "make the fence red")
    assert after.env.scenery.pieces == ()
    assert after.objects[-1].colour == "red"


def test_one_that_is_to_come_is_a_thing() -> None:
    after, _ = _edited(_with("rug", "a boy in a bedroom"), "add a red rug")
    assert after.objects[-1].kind == "rug"
    assert after.env.scenery.pieces == ()


@pytest.mark.parametrize(
    ("piece", "wish", "edit", "words"),
    [
        ("window", "a living room with a sofa", "make the window bigger", "part of the backdrop"),
        ("window", "客厅里有一张沙发", "把窗户变大", "背景的一部分"),
        ("cupboards", "a chef in a kitchen", "make the cupboards striped", "part of the backdrop"),
        ("window", "a living room with a sofa", "open the window", "part of the backdrop"),
        ("bed", "卧室里有一只猫", "把床移到右边", "背景的一部分"),
        ("mirror", "理发店里有一位理发师", "镜子换成圆的", "背景的一部分"),
    ],
)
def test_nobody_is_told_that_there_is_none(piece: str, wish: str, edit: str, words: str) -> None:
    assert words in _refused(_with(piece, wish), edit)


@pytest.mark.parametrize(
    ("piece", "wish", "edit", "kind", "count"),
    [
        ("counter", "a woman in a cafe", "put a cake on the counter", "cake", 1),
        ("counter", "厨房里有一位厨师", "台面上放两个苹果", "apple", 2),
        ("chairs", "理发店里有一位理发师", "理发椅上趴着一只猫", "cat", 1),
        ("fence", "a girl in a garden", "let a bird sit on the fence", "bird", 1),
        ("tub", "a man in a bathroom", "put a rubber duck in the bathtub", "rubber-duck", 1),
        ("desk", "教室里有一位老师", "课桌上放三本书", "book", 3),
        ("stall", "a woman in a market", "put a cat on the stall", "cat", 1),
        ("pond", "a couple in a park", "add ducks in the pond", "duck", 3),
    ],
)
def test_what_is_small_is_put_on_a_piece(piece: str, wish: str, edit: str, kind: str, count: int) -> None:
    before = _with(piece, wish)
    after, notes = _edited(before, edit)
    came = [one for one in after.objects if before.thing(one.id) is None]
    assert [(one.kind, one.where, one.perch) for one in came] == [(kind, "piece", piece)] * count
    assert len({after.layout[one.id].x for one in came}) == count
    assert notes == ()
    for one in came:
        at = after.layout[one.id]
        tops = pieces_shown(after)[piece]
        assert any(top.left <= at.x <= top.right and abs(top.y - at.base) < 1 for top in tops)


def test_one_that_is_there_goes_to_the_piece() -> None:
    before = _with("bed", "a boy and a dog in a bedroom")
    after, _ = _edited(before, "put the dog on the bed")
    assert [(one.kind, one.perch) for one in after.objects] == [("boy", ""), ("dog", "bed")]


def test_what_was_on_a_piece_that_goes_is_on_the_ground() -> None:
    before, _ = _edited(_with("counter", "a woman in a cafe"), "put a cake on the counter")
    after, _ = _edited(before, "remove the counter")
    assert [(one.kind, one.where, one.perch) for one in after.objects] == [
        ("woman", "", ""),
        ("cake", "", ""),
    ]
    assert after.layout["o2"].base > before.layout["o2"].base


def test_a_piece_gives_way_to_a_thing_that_others_stand_to() -> None:
    before = _with("counter", "a woman in a cafe")
    after, notes = _edited(before, "add a waiter behind the counter")
    assert sorted(one.kind for one in after.objects) == ["counter", "waiter", "woman"]
    assert dict(after.env.scenery.pieces) == {"counter": Scenery.GONE}
    assert not any("There was no" in note for note in notes)


@pytest.mark.parametrize(
    ("wish", "edit", "kinds"),
    [
        ("a horse on a farm", "add a cow behind the fence", {"fence", "cow"}),
        ("农场上有一匹马", "栅栏后面加一只羊", {"fence", "sheep"}),
        ("an old man in a park", "add a squirrel on the tree", {"tree", "squirrel"}),
        ("a dog on a street", "add a woman beside the car", {"car", "woman"}),
        ("a boy on the beach", "put a ball under the palm tree", {"palm-tree", "ball"}),
        ("农场上有一匹马", "池塘里加一只天鹅", {"pond", "swan"}),
    ],
)
def test_what_stands_to_reason_comes_along(wish: str, edit: str, kinds: set[str]) -> None:
    before = arrange(compose_scene(wish, ratio="1:1", seed=2, language=_language(wish)).scene)  # type: ignore[arg-type]
    after, _ = _edited(before, edit)
    assert {one.kind for one in after.objects if before.thing(one.id) is None} == kinds


def test_what_lies_on_a_bed_lies_on_the_one_that_comes() -> None:
    before, _ = _edited(_with("bed", "a doctor in a hospital room"), "put flowers on the bed")
    after, _ = _edited(before, "let a girl lie in the bed")
    bed = next(one for one in after.objects if one.kind == "bed")
    assert {one.rel.to for one in after.objects if one.kind == "flower" and one.rel} == {bed.id}


@pytest.mark.parametrize(
    ("piece", "wish", "edit", "kind"),
    [
        ("rug", "a cat in a living room", "replace the rug with a round table", "round-table"),
        ("board", "教室里有一位老师", "黑板换成白板", "whiteboard"),
        ("hedge", "a dog in a garden", "replace the hedge with a fence", "long-fence"),
    ],
)
def test_another_thing_comes_for_a_piece(piece: str, wish: str, edit: str, kind: str) -> None:
    before = _with(piece, wish)
    after, _ = _edited(before, edit)
    assert [one.kind for one in after.objects[len(before.objects) :]] == [kind]
    assert piece not in pieces_shown(after)


def test_a_clock_is_hung_where_the_wall_is_told_of() -> None:
    before = _with("window", "a cat in a living room")
    assert _edited(before, "add a clock to the wall")[0].objects[-1].pose == "hung"


@pytest.mark.parametrize(
    ("piece", "wish", "edit", "kind"),
    [
        ("counter", "a woman in a kitchen", "add a fridge next to the counter", "refrigerator"),
        ("bookcase", "图书馆里有一个女孩", "书架前面加一把椅子", "chair"),
        ("fence", "a girl in a garden", "put a bench in front of the fence", "bench"),
        ("flowers", "花园里有一只小兔子", "花坛旁边加一只蝴蝶", "butterfly"),
    ],
)
def test_what_is_next_to_a_long_piece_stands_before_it(piece: str, wish: str, edit: str, kind: str) -> None:
    before = _with(piece, wish)
    after, notes = _edited(before, edit)
    assert [one.kind for one in after.objects[len(before.objects) :]] == [kind]
    assert after.env == before.env
    assert notes == ()


def test_what_is_out_of_place_does_not() -> None:
    before = arrange(compose_scene("a horse on a farm", ratio="1:1", seed=2, language="en").scene)
    assert _refused(before, "add a cow behind the submarine") == "There is no submarine in the picture"


def test_every_piece_has_its_words() -> None:
    shown = {
        name
        for place in PLACES
        for seed in range(8)
        for name in pieces_of(Environment(place=place), seed, *_SIZE)
    }
    table = word_table("pieces")
    assert shown <= table.keys()
    assert all(table[name]["en"] and table[name]["zh"] for name in table)
