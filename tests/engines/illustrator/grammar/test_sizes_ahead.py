"""大 and 小 ahead of a noun that reaches farther than the word that begins with them."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.grammar.tokenise import tokenise
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("words", "size", "kind"),
    [
        ("小河马", "small", "hippopotamus"),
        ("小花瓶", "small", "vase"),
        ("大风筝", "large", "kite"),
        ("大海龟", "large", "sea-turtle"),
        ("小雪人", "small", "snowman"),
        ("小龙", "small", "dragon"),
        ("大衣柜", "large", "wardrobe"),
    ],
)
def test_a_size_is_told_of_the_whole_noun(words: str, size: str, kind: str) -> None:
    first, second = tokenise(words)
    assert (first.get("sizes"), second.get("kinds")) == (size, kind)


@pytest.mark.parametrize(("words", "kind"), [("大哥哥", "boy"), ("大米饭", "rice"), ("小龙虾", "lobster")])
def test_what_is_no_size_stays_in_the_noun(words: str, kind: str) -> None:
    assert tokenise(words)[-1].get("kinds") == kind
    assert "小" not in [token.text for token in tokenise(words)]


def test_a_head_is_that_of_the_small_one() -> None:
    assert tokenise("小猪头上")[0].get("kinds") == "pig"


def test_a_small_red_umbrella_is_nobody_by_that_name() -> None:
    assert [token.text for token in tokenise("小红伞")] == ["小", "红", "伞"]
    assert tokenise("小红妈妈")[0].get("kinds") == "girl"


@pytest.mark.parametrize(("words", "kind"), [("葱花儿", "chopped-scallions"), ("小孩儿", "child")])
def test_a_soft_ending_stays_with_its_word(words: str, kind: str) -> None:
    (only,) = tokenise(words)
    assert (only.get("kinds"), only.end) == (kind, len(words))


def test_a_small_dragon_is_smaller_beside_a_princess() -> None:
    def share(wish: str) -> float:
        scene = first_picture(wish)
        heights = {one.kind: scene.layout[one.id].scale for one in scene.objects if one.id in scene.layout}
        return heights["dragon"] / heights["princess"]

    assert share("公主旁边有条小龙") < share("公主旁边有条龙") < share("公主旁边有条大龙")
