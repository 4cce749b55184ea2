"""Spoken shortness that two strangers used and that came to something else."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.typed import in_full
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture


def _language(text: str) -> Language:
    return "zh" if any("\u4e00" <= sign <= "\u9fff" for sign in text) else "en"


def _edited(wish: str, edit: str) -> tuple[Scene, str | None, tuple[str, ...]]:
    """The scene after an edit, what the answer says of it, and its notes."""
    before, language = first_picture(wish), _language(edit)
    done = edit_scene(edit, [before], ratio="1:1", seed=3, language=language)
    after = arrange(done.scene, former=done.former)
    return after, account([before], after, language), done.notes


@pytest.mark.parametrize(
    ("wish", "edit", "line"),
    [
        ("一张办公桌", "桌上放杯咖啡", "加了：咖啡——在办公桌上面"),
        ("一张办公桌", "放个杯子", "加了：杯子——在办公桌上面"),
        ("一只猫和一台电视", "把电视弄大一些", "改了：电视——变大"),
        ("花园里有一只猫", "改成水彩画那种感觉", "现在：水彩"),
        ("花园里有一只猫", "改成晚上的感觉", "现在：夜晚"),
        ("一只橘猫坐在窗台上，外面下着雨", "雨停了，换成大太阳", "现在：晴天"),
        ("一个小女孩在公园里放风筝", "风筝再飞高一点", "移动了：风筝——往上"),
        ("a boy and a ball", "make the ball fly higher", "Moved: ball – up"),
        ("a house", "smoke coming out of the chimney pls", "Added: smoke – on the house"),
        ("a dragon", "it should breathe fire", "Added: jet of fire"),
    ],
)
def test_it_is_done_as_it_is_meant_and_nothing_is_left_out(wish: str, edit: str, line: str) -> None:
    _, said, notes = _edited(wish, edit)
    assert (said, notes) == (line, ())


def test_a_picture_of_something_hangs_as_a_picture_that_shows_it() -> None:
    after, _, notes = _edited("a living room with a sofa", "hang a picture of a ship over the sofa")
    assert sorted(one.kind for one in after.objects) == ["couch", "picture", "ship"]
    picture = next(one for one in after.objects if one.kind == "picture")
    ship = next(one for one in after.objects if one.kind == "ship")
    assert ship.rel is not None
    assert ship.rel.to == picture.id
    assert not notes


@pytest.mark.parametrize(
    ("wish", "edit", "place"),
    [
        ("a Christmas tree", "write Merry Christmas at the top", "top"),
        ("a Christmas tree", "write Merry Christmas", ""),
        ("一棵圣诞树", "上面写“新年快乐”", "top"),
        ("一棵圣诞树", "写上“新年快乐”", ""),
    ],
)
def test_words_stand_where_they_are_told_to(wish: str, edit: str, place: str) -> None:
    after, _, _ = _edited(wish, edit)
    assert after.caption
    assert after.caption_at == place


@pytest.mark.parametrize(
    "wish",
    [
        "a family having a picnic at the beach, mom dad and two kids",
        "a family: mom, dad and two kids",
        "a family of four, dad, mom, a boy and a girl, in the park",
        "a family of four in the park",
    ],
)
def test_a_family_that_is_told_one_by_one_is_no_larger(wish: str) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language="en")
    assert sum(bool(one.complexion) for one in composed.scene.objects) == 4
    assert composed.notes == ()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("桌上放杯咖啡", "桌上放一杯咖啡"),
        ("加杯子", "加杯子"),
        ("街角有家面包店", "街角有一家面包店"),
        ("家里有家人", "家里有家人"),
        ("写上“放杯咖啡”", "写上“放杯咖啡”"),
        ("让他感觉开心", "让他感觉开心"),
        ("放碗里", "放到碗里"),
    ],
)
def test_only_what_is_left_out_is_filled_in(typed: str, told: str) -> None:
    assert in_full(typed) == told
