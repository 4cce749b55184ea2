"""What nobody is drawn with on, and what hangs on a wall and on nobody."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_BOY = "公园里一个男孩"


@pytest.mark.parametrize(
    ("talked", "word"),
    [
        (f"{_BOY} => 给他戴上红头带", "头带"),
        (f"{_BOY} => 他戴着红色的肩章", "肩章"),
        (f"{_BOY} => 给他戴上工牌", "工牌"),
        (f"{_BOY} => 给他戴上面纱", "面纱"),
        ("a boy in a park => put a veil on him", "veil"),
        ("a girl in a park => she wears a red shawl", "shawl"),
    ],
)
def test_what_nobody_is_drawn_with_is_refused(talked: str, word: str) -> None:
    assert f"“{word}”" in talk(talked)[-1].told


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("给他戴上红围脖", "加了：围脖——红色、在男孩身上"),
        ("给他戴红色口罩", "加了：口罩——红色、在男孩身上"),
        ("给他系条红腰带", "加了：腰带——红色、在男孩身上"),
        ("加条红腰带", "加了：腰带——红色、在男孩身上"),
        ("他穿蓝色", "改了：男孩——衣服蓝色"),
    ],
)
def test_what_can_be_worn_is(edit: str, told: str) -> None:
    assert talk(f"{_BOY} => {edit}")[0].told == told


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("墙上挂串辣椒", "加了：辣椒——挂在墙上"),
        ("墙上挂着把勺子", "加了：勺子——挂在墙上"),
        ("墙上挂顶帽子", "加了：帽子——挂在墙上"),
        ("墙上挂条毛巾", "加了：毛巾——挂在墙上"),
    ],
)
def test_what_hangs_on_the_wall_is_on_nobody(edit: str, told: str) -> None:
    answer = talk(f"厨房里妈妈在做饭 => {edit}")[0]
    assert (answer.told, answer.notes) == (told, ())


def test_a_hat_on_the_wall_is_on_nobody_in_english() -> None:
    told = talk("a girl in a living room => hang a hat on the wall")[0].told
    assert told == "Added: hat – hung on the wall"


@pytest.mark.parametrize(
    "talked",
    [
        "一个女孩 => 系一条红腰带，再戴个帽子",
        "一个女人 => 她穿着牛仔裤，系着皮带",
        "一个男人 => 腰上系条皮带",
        "a woman in a coat => add a belt to her coat",
        "a woman => put a red belt around her waist",
        "a man => give him a belt and a hat",
    ],
)
def test_a_belt_is_round_who_wears_it(talked: str) -> None:
    (answer,) = talk(talked)
    belt = next(one for one in answer.scene.objects if one.kind == "belt")
    assert belt.rel is not None
    assert (belt.rel.type, belt.rel.to) == ("wear", "o1")
    assert answer.notes == ()


def test_what_is_tied_on_is_not_on_the_dress() -> None:
    (answer,) = talk("一个女人 => 她穿着裙子，系着围裙")
    assert answer.told == "加了：裙子——在女人身上；围裙——在女人身上"
