"""What is written on the board that hangs in a classroom."""

import numpy as np
import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.backdrops import wall_of
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import scene_size
from tests.engines.illustrator.told import talk


def _classroom(seed: int) -> Scene:
    return arrange(compose_scene("a classroom with a teacher", ratio="1:1", seed=seed, language="en").scene)


def _with_a_board() -> Scene:
    scenes = map(_classroom, range(1, 9))
    return next(one for one in scenes if wall_of(one.env, one.seed, *scene_size(one)).board is not None)


def _edited(scene: Scene, edit: str) -> Scene:
    language: Language = "en" if edit.isascii() else "zh"
    done = edit_scene(edit, [scene], ratio="1:1", seed=1, language=language)
    assert done.notes == ()
    return arrange(done.scene, former=done.former)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ('write "Hello" on the blackboard', "Hello"),
        ("write HELLO on the blackboard", "HELLO"),
        ('please write the words "Good morning" on the board', "Good morning"),
        ('the blackboard should say "ABC"', "ABC"),
        ("黑板上写“你好”", "你好"),
        ("在黑板上写着：1+1=2", "1+1=2"),
        ("erase the blackboard", " "),
        ("擦掉黑板上的字", " "),
    ],
)
def test_it_stands_on_the_board_that_hangs_there(edit: str, told: str) -> None:
    before = _with_a_board()
    after = _edited(before, edit)
    assert after.env.scenery.chalk == told
    assert (after.objects, after.layout) == (before.objects, before.layout)


def test_only_the_board_is_changed() -> None:
    before = _with_a_board()
    after = _edited(before, 'write "Hi" on the blackboard')
    x0, y0, x1, y1 = (
        round(edge) for edge in wall_of(after.env, after.seed, *scene_size(after)).board or (0, 0, 0, 0)
    )
    changed = (draw(before).pixels != draw(after).pixels).any(axis=2)
    assert changed.any()
    changed[y0 - 2 : y1 + 2, x0 - 2 : x1 + 2] = False
    assert not np.count_nonzero(changed)


def test_other_words_replace_them() -> None:
    first = _edited(_with_a_board(), 'write "Hello" on the blackboard')
    second = _edited(first, 'write "Bye" on the blackboard')
    assert second.env.scenery.chalk == "Bye"
    assert account([first], second, "en") == "Now: the words “Bye”"


def test_where_none_hangs_one_comes() -> None:
    scenes = map(_classroom, range(1, 9))
    bare = next(one for one in scenes if wall_of(one.env, one.seed, *scene_size(one)).board is None)
    after = _edited(bare, "黑板上写“你好”")
    assert [one.says for one in after.objects if one.kind == "blackboard"] == ["你好"]


def test_a_board_that_is_there_is_the_one_that_is_meant() -> None:
    scene = arrange(compose_scene("教室里有一块黑板", ratio="1:1", seed=1, language="zh").scene)
    after = _edited(scene, "黑板上写“你好”")
    assert (after.env.scenery.chalk, [one.says for one in after.objects]) == ("", ["你好"])


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("a boy in the classroom", "add a blackboard with 'Silence'", "Now: the words “Silence”"),
        ("小男孩在教室里", '加一块黑板，上面写着"欢迎"', "现在：文字“欢迎”"),
        ("a boy in a park", 'add a blackboard with "Hello" on it', "Added: sign – says “Hello”"),
        ("a girl", "add a poster with 'Lost dog'", "Added: painting – says “Lost dog”"),
        ("a boy in a park", 'add a sign with the words "Keep out"', "Added: sign – says “Keep out”"),
    ],
)
def test_a_board_with_words_bears_them(wish: str, edit: str, told: str) -> None:
    assert talk(f"{wish} => {edit}")[0].told == told
