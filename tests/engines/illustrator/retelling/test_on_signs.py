from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture


def _edited(base: Scene, edit: str) -> tuple[Scene, str]:
    language = language_of(edit)
    done = edit_scene(edit, [base], ratio="1:1", seed=4, language=language)
    scene = arrange(done.scene, former=done.former)
    return scene, " | ".join(filter(None, (account([base], scene, language), *done.notes)))


@pytest.mark.parametrize(
    ("first", "edit", "told"),
    [
        ("a lighthouse by the sea", "put a sign next to it saying KEEP OUT", "Added: sign – says “KEEP OUT”, beside the lighthouse"),
        ("a girl in a park", "put up a sign: No Dogs", "Added: sign – says “No Dogs”"),
        ("a girl in a park", "add a sign with OPEN on it", "Added: sign – says “OPEN”"),
        ("a girl in a park", "put a sign on the right saying SALE 50% OFF", "Added: sign – says “SALE 50% OFF”, to the right of the girl"),
        ("a girl in a park", "add two signs, one says YES and the other says NO", "Added: sign – says “YES”; sign – says “NO”"),
        ("a girl in a park", "add a sign that says YES and a sign that says NO", "Added: sign – says “YES”; sign – says “NO”"),
        ("a girl in a park", "add a sign in her hands saying HELP", "Added: sign – says “HELP”, held by the girl"),
        ("a girl in a park", "add a neon sign that says BAR", "Added: sign – says “BAR” | Left out: “neon”"),
        ("a girl in a park", "add a poster that says CONCERT", "Added: sign – says “CONCERT”"),
        ("a girl in a park", "caption it My Day", "Now: the words “My Day”"),
        ("a shop on a street", "put a sign at the door that says open", "Added: sign – says “open”, in front of the shop"),
        ("公园里一个女孩", "加个牌子写着小心", "加了：牌子——写着“小心”"),
        ("公园里一个女孩", "左边立个牌子写禁止停车", "加了：牌子——写着“禁止停车”、在女孩左边"),
        ("街上一家商店", "加一块牌子，上面写“欢迎光临”", "加了：牌子——写着“欢迎光临”"),
        ("公园里一个女孩", "加两个牌子，一个写“是”一个写“否”", "加了：牌子——写着“是”；牌子——写着“否”"),
        ("公园里一个女孩", "加个横幅写着热烈欢迎", "加了：布横幅——写着“热烈欢迎”"),
    ],
)  # fmt: skip
def test_a_sign_says_its_words(first: str, edit: str, told: str) -> None:
    assert _edited(first_picture(first, seed=3), edit)[1] == told


@pytest.mark.parametrize(
    ("first", "edits", "told"),
    [
        (
            "a girl in a park",
            ("add a sign saying KEEP OUT", "change it to WELCOME"),
            "Changed: sign – says “WELCOME”",
        ),
        (
            "a girl in a park",
            ("add a sign saying KEEP OUT", "write “Hello” instead"),
            "Changed: sign – says “Hello”",
        ),
        ("公园里一个女孩", ("加个牌子写着小心", "改成“请进”"), "改了：牌子——写着“请进”"),
    ],
)
def test_other_words_are_those_of_the_only_sign(first: str, edits: tuple[str, ...], told: str) -> None:
    scene, said = first_picture(first, seed=3), ""
    for edit in edits:
        scene, said = _edited(scene, edit)
    assert said == told
