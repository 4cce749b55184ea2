"""What people say of somebody's face and age is of them, and of nobody else."""

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.retelling.faces import told_of_faces
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def _language(wish: str) -> Language:
    return "en" if wish.isascii() else "zh"


def _talk(*said: str) -> Scene:
    language = _language(said[0])
    scene = arrange(compose_scene(said[0], ratio="1:1", seed=3, language=language).scene)
    for number, edit in enumerate(said[1:]):
        done = edit_scene(edit, [scene], ratio="1:1", seed=4 + number, language=language)
        scene = arrange(done.scene, former=done.former)
    return scene


@pytest.mark.parametrize(
    ("talk", "moods"),
    [
        (["a man", "make him sad", "cheer him up"], ["happy"]),
        (["a boy", "make him smile", "no more smiling"], [None]),
        (["a girl", "wink"], ["winking"]),
        (["一个女孩", "大笑"], ["laughing"]),
        (["一个女孩", "眨眼"], ["winking"]),
        (["一个男孩", "打哈欠"], ["yawning"]),
        (["a man, a woman and a dog", "make both of them smile"], ["happy", "happy", None]),
        (["三个女孩", "两个都要笑"], ["happy", "happy", None]),
        (["两个女孩", "两个都要笑"], ["happy", "happy"]),
    ],
)
def test_faces_show_what_is_said_of_them(talk: list[str], moods: list[str | None]) -> None:
    scene = _talk(*talk)
    order = ("man", "woman", "girl")
    across = sorted(scene.objects, key=lambda one: (one.kind not in order, one.kind, scene.layout[one.id].x))
    assert [one.mood for one in across] == moods


@pytest.mark.parametrize(
    ("talk", "kinds_shown"),
    [
        (["一个男人", "变老一点"], ["old-man"]),
        (["一个爷爷", "让他年轻一点"], ["man"]),
        (["一个女人", "让她变老"], ["old-woman"]),
        (["一个男人和一个男孩", "让他变老"], ["old-man", "boy"]),
        (["a man and a boy", "make him older"], ["old-man", "boy"]),
        (["a boy with his grandpa", "make him older"], ["man", "old-man"]),
        (["一个男孩", "给他留胡子"], ["boy", "beard"]),
        (["一个男人", "给他加胡子", "把胡子剃了"], ["man"]),
        (["一个长胡子的男人", "刮掉胡子"], ["man"]),
        (["a man with a beard", "make his beard longer"], ["man", "beard"]),
        (["a man", "give him sunglasses", "take them off"], ["man"]),
        (["a man", "give him sunglasses", "swap them for glasses"], ["man", "glasses"]),
    ],
)
def test_what_is_in_a_face_comes_and_goes(talk: list[str], kinds_shown: list[str]) -> None:
    assert [one.kind for one in _talk(*talk).objects] == kinds_shown


@pytest.mark.parametrize(
    "wish", ["take it off the table", "add more trees", "write “wink”", "把树变老", "两只狗都要跑"]
)
def test_what_is_of_no_face_stays_as_it_is(wish: str) -> None:
    scene = compose_scene("a woman and two dogs", ratio="1:1", seed=3, language="en").scene
    assert told_of_faces(wish, scene) == wish


def test_dyed_hair_keeps_its_colour_in_another_cut() -> None:
    scene = _talk("一个女孩", "头发染成粉色", "头发变长", "扎两个辫子")
    assert scene.objects[0].hair == "pink"
