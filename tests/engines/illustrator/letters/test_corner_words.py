"""Words for a corner of the picture stand there, beside those that it has; a thing for a corner is no word."""

from __future__ import annotations

import numpy as np
import pytest

from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.letters.corner_words import told_of_the_corner
from paintover.engines.illustrator.letters.sheet_art import lettered_over
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def talk(*turns: str) -> tuple[Scene, tuple[str, ...]]:
    language = language_of(turns[0])
    done = compose_scene(turns[0], ratio="1:1", seed=3, language=language)
    scene = arrange(done.scene)
    for turn in turns[1:]:
        done = edit_scene(turn, [scene], ratio="1:1", seed=3, language=language)
        scene = arrange(done.scene, former=done.former)
    return scene, done.notes


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("春节贺卡，上面写“新年快乐”，有一条龙", "右下角写上“2025”"), (("bottom-right", "2025"),)),
        (("春节贺卡，上面写“新年快乐”，有一条龙", "右下角写上“2025”", "左上角写“福”"), (("bottom-right", "2025"), ("top-left", "福"))),
        (("公园里一个女孩", "在左下角加上“小美”"), (("bottom-left", "小美"),)),
        (("a boy in a park", 'add "2025" in the top left corner'), (("top-left", "2025"),)),
        (("春节贺卡，一只兔子，右下角写“2025”",), (("bottom-right", "2025"),)),
        (("a boy in a park", 'write "A" in the top left corner', 'write "B" in the top left corner'), (("top-left", "B"),)),
    ],
)  # fmt: skip
def test_words_stand_in_their_corner(turns: tuple[str, ...], words: tuple[tuple[str, str], ...]) -> None:
    scene, said = talk(*turns)
    assert scene.in_corners == words
    assert said == ()
    assert "2025" not in (scene.caption or "")


def test_they_are_seen_there_and_told() -> None:
    before, _ = talk("春节贺卡，上面写“新年快乐”，有一条龙")
    after, _ = talk("春节贺卡，上面写“新年快乐”，有一条龙", "右下角写上“2025”")
    old, new = (lettered_over(draw(scene).pixels, scene) for scene in (before, after))
    rows, columns = np.nonzero((old != new).any(axis=2))
    assert rows.min() > 0.8 * len(new)
    assert columns.min() > 0.7 * new.shape[1]
    assert "2025" in (account([before], after, "zh") or "")


@pytest.mark.parametrize("wish", ["右下角加一只猫", "add a cat in the bottom right corner", "写上“右下角”"])
def test_what_is_no_word_is_none(wish: str) -> None:
    assert told_of_the_corner(wish) == (wish, None)
