from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.grammar.unquoted import unquoted
from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("write Happy Birthday on it", "Happy Birthday"),
        ("change the caption to Bye bye", "Bye bye"),
        ("add the text: Welcome home!", "Welcome home!"),
        ("a sign that says STOP, at night", "STOP"),
        ("a sign that says OPEN next to a door", "OPEN"),
        ("写上新年快乐", "新年快乐"),
        ("下面写着：生日快乐，再加一只猫", "生日快乐"),
        ("text: Welcome, friend", "Welcome, friend"),
        ("文字改成再见", "再见"),
        ("写着欢迎光临的木牌", "欢迎光临"),
        ("写着字的木牌", None),
        ("add a caption", None),
        ("remove the text", None),
        ("去掉文字", None),
        ('write "Hello" on it', None),
        ("a cat and a dog", None),
    ],
)
def test_the_words_to_write_are_found_without_quotation_marks(text: str, words: str | None) -> None:
    found = unquoted(text)
    assert (text[slice(*found)] if found else None) == words


@given(st.text(max_size=80).map(lambda words: f"write {words}"))
def test_the_span_is_inside_the_text(text: str) -> None:
    found = unquoted(text)
    assert found is None or 0 <= found[0] < found[1] <= len(text)


@pytest.mark.parametrize(
    ("wish", "kind", "words"),
    [
        ("a sign that says no parking", "signpost", "no parking"),
        ("a sign that says no swimming next to a lake", "signpost", "no swimming"),
        ("a sign that says please do not walk on the grass", "signpost", "please do not walk on the grass"),
        ("a boy holding a sign that says hello", "signpost", "hello"),
        ("a happy birthday banner over a table with a cake", "banner", "Happy birthday"),
        ("happy mother's day banner in a kitchen", "banner", "Happy Mother's Day"),
        ("two girls holding a happy birthday banner", "signpost", "Happy birthday"),
        ("a boy in a t-shirt that says love and a dog", "shirt", "love"),
        ("一块牌子写着禁止停车", "signpost", "禁止停车"),
        ("一块写着小心狗的木牌，旁边有一只狗", "signpost", "小心狗"),
        ("黑板上写着好好学习", "blackboard", "好好学习"),
    ],
)
def test_the_words_of_a_first_wish_stand_on_the_board(wish: str, kind: str, words: str) -> None:
    scene = compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish)).scene
    assert [one.says for one in scene.objects if one.kind == kind] == [words]
    assert scene.caption is None


@pytest.mark.parametrize(
    ("wish", "change", "kind", "words"),
    [
        ("two boys in a room", "add a happy birthday banner", "banner", "Happy birthday"),
        ("two boys in a room", "welcome home banner please", "banner", "Welcome home"),
        ("a girl in a room", "add a balloon and a merry christmas banner", "banner", "Merry Christmas"),
        ("a girl in a room", "make her hold a welcome back sign", "signpost", "Welcome back"),
        ("a girl in a room", 'make her hold a sign that says "hi"', "signpost", "hi"),
    ],
)
def test_a_greeting_stands_on_the_board_that_is_called_by_it(
    wish: str, change: str, kind: str, words: str
) -> None:
    scene = changed(first_picture(wish), change).scene
    assert [(one.kind, one.says) for one in scene.objects if one.says] == [(kind, words)]
