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
        (f"{_BOY} => 给他系条红腰带", "腰带"),
        (f"{_BOY} => 给他戴上工牌", "工牌"),
        (f"{_BOY} => 给他戴上面纱", "面纱"),
        ("a boy in a park => put a belt on him", "belt"),
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
